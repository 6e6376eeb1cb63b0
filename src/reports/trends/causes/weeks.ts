import type { SaleLine, SalePeriod } from './sale-line.ts';

export type CustomerGroup = 'new' | 'returning' | 'unknown';

/** A line that sold something, with gross amount (before its discount). */
export interface Sale {
  readonly item: string;
  readonly order: Order;
  readonly day: number;
  readonly quantity: number;
  readonly gross: number;
  readonly discount: number;
  readonly price: number;
  /** the price as prices are compared: four digits, so that division does not make equal ones differ */
  readonly priceKey: number;
  readonly logPrice: number;
  readonly logQuantity: number;
}

export interface Order {
  readonly group: CustomerGroup;
  readonly customer: string | undefined;
  readonly segment: string | undefined;
  readonly channel: string | undefined;
  gross: number;
}

/** What one item sold in one week, with the sums that medians and variances over weeks are made of. */
export interface ItemWeek {
  readonly sales: readonly Sale[];
  readonly gross: number;
  readonly quantity: number;
  readonly sumLogQuantity: number;
  readonly sumLogPrice: number;
  /** of the logarithms of the unit prices */
  readonly sumSquares: number;
  readonly prices: ReadonlySet<number>;
  readonly daysSold: number;
}

/** One sub-period: what was sold, given off and given back in it. */
export interface Week {
  readonly from: number;
  readonly days: number;
  readonly sales: readonly Sale[];
  readonly items: ReadonlyMap<string, ItemWeek>;
  readonly orders: readonly Order[];
  readonly openDays: readonly number[];
  readonly gross: number;
  readonly discounts: number;
  readonly refunds: number;
  readonly refundLines: readonly SaleLine[];
  readonly isOut: NonNullable<SalePeriod['isOut']>;
}

const isSale = ({ amount, refund }: SaleLine): boolean => refund !== true && amount >= 0;

function groupOf({ customer, newCustomer }: SaleLine): CustomerGroup {
  if (customer === undefined) return 'unknown';
  return newCustomer === true ? 'new' : 'returning';
}

function ordersOf(lines: readonly SaleLine[]): ReadonlyMap<string, Order> {
  const orders = new Map<string, Order>();
  for (const line of lines) {
    const gross = line.amount + (line.discount ?? 0);
    const known = orders.get(line.order);
    if (known !== undefined) known.gross += gross;
    else {
      orders.set(line.order, {
        group: groupOf(line),
        customer: line.customer,
        segment: line.segment,
        channel: line.channel,
        gross,
      });
    }
  }
  return orders;
}

function itemWeek(sales: readonly Sale[]): ItemWeek {
  let gross = 0;
  let quantity = 0;
  let sumLogQuantity = 0;
  let sumLogPrice = 0;
  let sumSquares = 0;
  for (const one of sales) {
    gross += one.gross;
    quantity += one.quantity;
    sumLogQuantity += one.logQuantity;
    sumLogPrice += one.logPrice;
    sumSquares += one.logPrice ** 2;
  }
  const prices = new Set(sales.map(({ priceKey }) => priceKey));
  const daysSold = new Set(sales.map(({ day }) => day)).size;
  return { sales, gross, quantity, sumLogQuantity, sumLogPrice, sumSquares, prices, daysSold };
}

function byItem(sales: readonly Sale[]): ReadonlyMap<string, ItemWeek> {
  const sold = new Map<string, Sale[]>();
  for (const one of sales) {
    const known = sold.get(one.item);
    if (known === undefined) sold.set(one.item, [one]);
    else known.push(one);
  }
  return new Map([...sold].map(([item, own]) => [item, itemWeek(own)]));
}

function fourDigits(price: number): number {
  const scale = 10 ** (3 - Math.floor(Math.log10(price)));
  return Math.round(price * scale) / scale;
}

/** A line that counts nothing or costs nothing has no unit price to compare: undefined. */
function sale(line: SaleLine, orders: ReadonlyMap<string, Order>): Sale | undefined {
  const { item, day, quantity, amount, discount = 0 } = line;
  const order = orders.get(line.order);
  const gross = amount + discount;
  if (order === undefined || quantity <= 0 || gross <= 0) return undefined;
  const price = gross / quantity;
  return {
    item,
    order,
    day,
    quantity,
    gross,
    discount,
    price,
    priceKey: fourDigits(price),
    logPrice: Math.log(price),
    logQuantity: Math.log(quantity),
  };
}

function week({ lines, from, days, isOut = () => false }: SalePeriod): Week {
  const sold = lines.filter(isSale);
  const refundLines = lines.filter((line) => !isSale(line));
  const orders = ordersOf(sold);
  const sales = sold.map((line) => sale(line, orders)).filter((one) => one !== undefined);
  const sum = (of: readonly SaleLine[], value: (line: SaleLine) => number): number =>
    of.reduce((all, line) => all + value(line), 0);
  return {
    from,
    days,
    sales,
    items: byItem(sales),
    orders: [...orders.values()],
    openDays: [...new Set(sold.map(({ day }) => day))].sort((a, b) => a - b),
    gross: sum(sold, ({ amount, discount }) => amount + (discount ?? 0)),
    discounts: sum(sold, ({ discount }) => discount ?? 0),
    refunds: -sum(refundLines, ({ amount }) => amount),
    refundLines,
    isOut,
  };
}

/** The base in sub-periods as long as the current period, the oldest first; fewer than one: none. */
export function subPeriods(base: SalePeriod, length: number): readonly Week[] {
  const count = Math.floor(base.days / length);
  const start = base.from + base.days - count * length;
  const lines: SaleLine[][] = Array.from({ length: count }, () => []);
  for (const line of base.lines) lines[Math.floor((line.day - start) / length)]?.push(line);
  return lines.map((own, i) =>
    week({ lines: own, from: start + i * length, days: length, isOut: base.isOut }),
  );
}

/** A whole period as one week. */
export function wholePeriod(period: SalePeriod): Week {
  return week(period);
}
