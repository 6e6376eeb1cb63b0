import { PythonRandom } from './python-random.ts';

/** One order line of the shop the cases are made from. */
export interface ReplayLine {
  readonly invoice: string;
  readonly item: string;
  readonly quantity: number;
  readonly date: string;
  readonly price: number;
  readonly customer: string;
  readonly country: string;
}

export interface DriverCase {
  readonly case: number;
  readonly end: string;
  readonly current_from: string;
  readonly cause: string;
  readonly param: number | string;
  readonly seed: number;
  readonly truth_delta: number;
}

/** Order lines of the whole file in order of date, and every customer's first day in it. */
export interface ReplayShop {
  readonly lines: readonly ReplayLine[];
  readonly firstDays: ReadonlyMap<string, string>;
}

type Row = Readonly<Record<string, string>>;

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Python's `round(x)`: halves go to the even neighbour. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function replayLine(row: Row): ReplayLine | undefined {
  const item = (row['StockCode'] ?? '').trim().toUpperCase();
  const price = Number(row['UnitPrice'] ?? '');
  const quantity = Number(row['Quantity'] ?? '');
  if (!/^\d{5}/.test(item) || !(price > 0) || Math.abs(quantity) > 2000) return undefined;
  return {
    invoice: row['InvoiceNo'] ?? '',
    item,
    quantity,
    date: (row['InvoiceDate'] ?? '').slice(0, 10),
    price,
    customer: (row['CustomerID'] ?? '').split('.')[0] ?? '',
    country: row['Country'] ?? '',
  };
}

/** The lines the cases are made from: codes of five digits, prices above 0, at most 2000 pieces. */
export function replayShop(rows: readonly Row[]): ReplayShop {
  const lines = rows.map(replayLine).filter((line) => line !== undefined);
  lines.sort((a, b) => ascending(a.date, b.date));
  const firstDays = new Map<string, string>();
  for (const { customer, date } of lines) {
    if (customer !== '' && !firstDays.has(customer)) firstDays.set(customer, date);
  }
  return { lines, firstDays };
}

/** The day so many days before another. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}

function revenueByItem(lines: readonly ReplayLine[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { item, quantity, price } of lines) sums.set(item, (sums.get(item) ?? 0) + quantity * price);
  return sums;
}

interface Scene {
  readonly base: readonly ReplayLine[];
  readonly current: readonly ReplayLine[];
  readonly sold: readonly ReplayLine[];
  readonly from: string;
  readonly firstDays: ReadonlyMap<string, string>;
  readonly random: PythonRandom;
}

type Injection = (scene: Scene, param: number) => readonly ReplayLine[];

const onSales = (change: (line: ReplayLine, param: number) => ReplayLine): Injection => {
  return ({ current }, param) => current.map((line) => (line.quantity > 0 ? change(line, param) : line));
};

const withoutCustomers = (isNew: boolean): Injection => {
  return ({ current, sold, from, firstDays, random }, param) => {
    const isMeant = (customer: string): boolean => (firstDays.get(customer) ?? '') >= from === isNew;
    const known = sold.map(({ customer }) => customer).filter((customer) => customer !== '');
    const meant = [...new Set(known)].filter(isMeant).sort(ascending);
    const gone = new Set(random.sample(meant, Math.trunc(meant.length * param)));
    return current.filter(({ customer }) => !gone.has(customer));
  };
};

const traffic: Injection = ({ current, sold, random }, param) => {
  const invoices = [...new Set(sold.map(({ invoice }) => invoice))].sort(ascending);
  const gone = new Set(random.sample(invoices, Math.trunc(invoices.length * param)));
  return current.filter(({ invoice }) => !gone.has(invoice));
};

const stockout: Injection = ({ current, sold }, param) => {
  const ranked = [...revenueByItem(sold)].sort((a, b) => b[1] - a[1]).map(([item]) => item);
  const gone = new Set(ranked.slice(0, Math.trunc(param)));
  return current.filter(({ item }) => !gone.has(item));
};

const refunds: Injection = ({ current, sold, random }, param) => {
  const goal = [...revenueByItem(sold).values()].reduce((sum, amount) => sum + amount, 0) * param;
  const given: ReplayLine[] = [];
  let sum = 0;
  for (const line of random.sample(sold, sold.length)) {
    if (sum >= goal) break;
    given.push({ ...line, invoice: `C${line.invoice}`, quantity: -line.quantity });
    sum += line.quantity * line.price;
  }
  return [...current, ...given];
};

const mix: Injection = ({ base, current, sold, random }, param) => {
  const prices = new Map([...base, ...current].filter((l) => l.quantity > 0).map((l) => [l.item, l.price]));
  const ranked = [...prices].sort((a, b) => a[1] - b[1]).map(([item]) => item);
  const selling = new Set(sold.map(({ item }) => item));
  const lowest = ranked.slice(0, Math.floor(ranked.length / 4)).filter((item) => selling.has(item));
  const cheap = lowest.length > 0 ? lowest : ranked.slice(0, 50);
  const dear = new Set(ranked.slice(Math.floor(ranked.length / 2)));
  return current.map((line) => {
    if (!(line.quantity > 0 && dear.has(line.item) && random.random() < param)) return line;
    const item = cheap[random.randrange(cheap.length)] ?? '';
    return { ...line, item, price: prices.get(item) ?? 0 };
  });
};

const INJECTIONS: Readonly<Record<string, Injection>> = {
  price: onSales((line, param) => ({ ...line, price: Number((line.price * param).toFixed(4)) })),
  basket: onSales((line, param) => ({
    ...line,
    quantity: Math.max(1, roundHalfEven(line.quantity * param)),
  })),
  traffic,
  stockout,
  refunds,
  mix,
  new_customers: withoutCustomers(true),
  returning_customers: withoutCustomers(false),
};

/** Net revenue of lines. */
export function netRevenue(lines: readonly ReplayLine[]): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}

/** The lines of days from … to (inclusive); lines are in order of date. */
function between(lines: readonly ReplayLine[], from: string, to: string): readonly ReplayLine[] {
  const firstFrom = (day: string): number => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle]?.date ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return lines.slice(firstFrom(from), firstFrom(daysBefore(to, -1)));
}

/** The 28 base days, the seven current ones as they were, and as they are with the case's cause in them. */
export function replayCase(shop: ReplayShop, which: DriverCase) {
  const { end, current_from: from, cause, param } = which;
  const base = between(shop.lines, daysBefore(end, 34), daysBefore(from, 1));
  const untouched = between(shop.lines, from, end);
  const sold = untouched.filter(({ quantity }) => quantity > 0);
  const random = new PythonRandom(which.seed);
  const scene: Scene = { base, current: untouched, sold, from, firstDays: shop.firstDays, random };
  const current =
    typeof param === 'string'
      ? untouched.filter(({ country }) => country !== param)
      : (INJECTIONS[cause]?.(scene, param) ?? untouched);
  return { base, untouched, current };
}
