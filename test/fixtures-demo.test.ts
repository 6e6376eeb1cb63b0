import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../fixtures/generate-demo.ts';
import { DEFAULT_SHOP, type ShopSettings } from '../src/domain/shop.ts';
import { loadBooks } from '../src/load/load-books.ts';
import { pnl } from '../src/reports/pnl.ts';

const folder = fileURLToPath(new URL('../fixtures/demo/', import.meta.url));

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): Row[] {
  return parse(readFileSync(join(folder, file), 'utf8'), { columns: true });
}

function cell(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column "${name}"`);
  return value;
}

/** `1,299.00` never occurs here: whole rupees, a point, two digits. */
function paise(row: Row, name: string): number {
  const text = cell(row, name);
  if (!/^-?\d+\.\d\d$/.test(text)) throw new Error(`"${text}" in ${name} is not an amount`);
  return Number(text.replace('.', ''));
}

interface DemoOrder {
  readonly head: Row;
  readonly lines: readonly Row[];
  readonly day: string;
  readonly isCash: boolean;
}

function ordersOf(rows: readonly Row[]): ReadonlyMap<string, DemoOrder> {
  const orders = new Map<string, DemoOrder & { lines: Row[] }>();
  for (const row of rows) {
    const known = orders.get(cell(row, 'Name'));
    if (known !== undefined) {
      known.lines.push(row);
      continue;
    }
    const day = cell(row, 'Created at').slice(0, 10);
    const isCash = cell(row, 'Payment Method') === 'Cash on Delivery (COD)';
    orders.set(cell(row, 'Name'), { head: row, lines: [row], day, isCash });
  }
  return orders;
}

const lineRows = rowsOf('shopify-orders.csv');
const orders = ordersOf(lineRows);
const parcels = new Map(rowsOf('shipping.csv').map((row) => [cell(row, 'order'), row]));
const all = [...orders.values()];

function itemsOf(order: DemoOrder): number {
  return order.lines.reduce(
    (sum, line) => sum + Number(cell(line, 'Lineitem quantity')) * paise(line, 'Lineitem price'),
    0,
  );
}

function outcome(order: DemoOrder): string | undefined {
  const parcel = parcels.get(cell(order.head, 'Name'));
  return parcel === undefined ? undefined : cell(parcel, 'outcome');
}

function piecesOf(sku: string, from: string, to: string): number {
  return lineRows
    .filter((row) => cell(row, 'Lineitem sku') === sku)
    .filter(
      (row) => cell(row, 'Created at').slice(0, 10) >= from && cell(row, 'Created at').slice(0, 10) <= to,
    )
    .reduce((sum, row) => sum + Number(cell(row, 'Lineitem quantity')), 0);
}

/** Pieces of orders that were called off or came back undelivered. */
function piecesBack(sku: string): number {
  return all
    .filter((order) => outcome(order) === 'rto' || cell(order.head, 'Cancelled at') !== '')
    .flatMap((order) => order.lines.filter((line) => line['Lineitem sku'] === sku))
    .reduce((sum, line) => sum + Number(cell(line, 'Lineitem quantity')), 0);
}

function available(sku: string): number {
  const row = rowsOf('shopify-inventory.csv').find((one) => one['SKU'] === sku);
  return row === undefined ? Number.NaN : Number(cell(row, 'Available'));
}

function shareRefused(some: readonly DemoOrder[]): number {
  const closed = some.filter((order) => ['delivered', 'returned', 'rto'].includes(outcome(order) ?? ''));
  return closed.filter((order) => outcome(order) === 'rto').length / closed.length;
}

function inState(code: string): (order: DemoOrder) => boolean {
  return (order) => cell(order.head, 'Shipping Province') === code;
}

const scratch = mkdtempSync(join(tmpdir(), 'tarang-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe('the demo shop’s files', () => {
  it('come out of the generator with the same bytes as those in the repository', () => {
    writeDemo(scratch);
    expect(readdirSync(scratch).sort()).toEqual(readdirSync(folder).sort());
    for (const file of readdirSync(scratch)) {
      expect(readFileSync(join(scratch, file)).equals(readFileSync(join(folder, file))), file).toBe(true);
    }
  });

  it('stay below 2.5 MB in all', () => {
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(2_500_000);
  });

  it('hold eighteen months, some 3,000 orders of about 1.7 lines, 61 articles', () => {
    const days = all.map((order) => order.day).sort();
    expect([days[0], days.at(-1)]).toEqual(['2025-05-22', '2026-11-21']);
    expect(all.length).toBeGreaterThan(2900);
    expect(all.length).toBeLessThan(3200);
    expect(lineRows.length / all.length).toBeCloseTo(1.65, 1);
    expect(rowsOf('shopify-products.csv')).toHaveLength(61);
    expect(rowsOf('shopify-inventory.csv')).toHaveLength(61);
  });

  it('name no buyer outside example.com', () => {
    const strangers = lineRows.filter((row) => !cell(row, 'Email').endsWith('@example.com'));
    expect(strangers).toEqual([]);
  });
});

describe('the demo shop’s orders', () => {
  it('add up: lines − discount + shipping = total, with the tax inside', () => {
    const wrong = all.filter(
      (order) =>
        itemsOf(order) - paise(order.head, 'Discount Amount') + paise(order.head, 'Shipping') !==
        paise(order.head, 'Total'),
    );
    expect(wrong.map((order) => order.head['Name'])).toEqual([]);
  });

  it('carry taxes whose named parts sum to the whole, IGST outside Rajasthan and two halves within', () => {
    for (const { head } of all) {
      const parts = [1, 2, 3, 4].filter((index) => cell(head, `Tax ${index} Name`) !== '');
      const sum = parts.reduce((total, index) => total + paise(head, `Tax ${index} Value`), 0);
      expect(sum).toBe(paise(head, 'Taxes'));
      const isHome = cell(head, 'Shipping Province') === 'RJ';
      expect(cell(head, 'Tax 1 Name')).toMatch(isHome ? /^CGST (2\.5|6|9)%$/ : /^IGST (5|12|18)%$/);
    }
  });

  it('know 12 % GST only before 22 September 2025 and 18 % only since', () => {
    const rated = (rate: RegExp) =>
      all.filter(({ head }) => rate.test(cell(head, 'Tax 1 Name') + cell(head, 'Tax 2 Name')));
    const twelve = rated(/IGST 12%/);
    const eighteen = rated(/IGST 18%/);
    expect(twelve.length).toBeGreaterThan(20);
    expect(eighteen.length).toBeGreaterThan(10);
    expect(twelve.filter((order) => order.day >= '2025-09-22')).toEqual([]);
    expect(eighteen.filter((order) => order.day < '2025-09-22')).toEqual([]);
  });

  it('are paid in cash at the door in 45 of 100 cases, and about 22 of 100 of those come back', () => {
    const cash = all.filter((order) => order.isCash);
    expect(cash.length / all.length).toBeGreaterThan(0.43);
    expect(cash.length / all.length).toBeLessThan(0.49);
    expect(shareRefused(cash)).toBeGreaterThan(0.2);
    expect(shareRefused(cash)).toBeLessThan(0.27);
  });

  it('come back most from Bihar and Uttar Pradesh', () => {
    const cash = all.filter((order) => order.isCash);
    expect(shareRefused(cash.filter(inState('BR')))).toBeGreaterThan(0.3);
    expect(shareRefused(cash.filter(inState('UP')))).toBeGreaterThanOrEqual(0.28);
    expect(shareRefused(cash.filter(inState('KA')))).toBeLessThan(0.16);
  });

  it('lose money on the rayon kurta sent to Bihar for cash', () => {
    const kurtas = all
      .filter(inState('BR'))
      .filter(
        ({ isCash, lines }) => isCash && lines.length === 1 && lines[0]?.['Lineitem sku'] === 'KRT-114',
      );
    const cost = rowsOf('shopify-products.csv').find((row) => row['Variant SKU'] === 'KRT-114');
    const results = kurtas.map((order): number => {
      const parcel = parcels.get(cell(order.head, 'Name'));
      if (parcel === undefined) return 0;
      const sent = -paise(parcel, 'forward_cost') - 900;
      if (outcome(order) === 'rto') return sent - paise(parcel, 'return_cost');
      if (outcome(order) !== 'delivered' || cost === undefined) return 0;
      return sent + paise(order.head, 'Total') - paise(order.head, 'Taxes') - paise(cost, 'Cost per item');
    });
    expect(kurtas.length).toBeGreaterThan(60);
    expect(results.reduce((sum, result) => sum + result, 0)).toBeLessThan(-100_000);
  });

  it('mark what came back undelivered: the tag RTO, and voided when it was to be paid in cash', () => {
    const back = all.filter((order) => outcome(order) === 'rto');
    expect(back.length).toBeGreaterThan(250);
    for (const order of back) {
      expect(cell(order.head, 'Tags')).toBe('RTO');
      expect(cell(order.head, 'Financial Status')).toBe(order.isCash ? 'voided' : 'refunded');
    }
  });

  it('are called off in about 2 of 100 cases and sent back by the buyer in about 4', () => {
    const share = (some: readonly DemoOrder[]) => (100 * some.length) / all.length;
    const cancelled = share(all.filter(({ head }) => cell(head, 'Cancelled at') !== ''));
    const returned = share(all.filter(({ head }) => cell(head, 'Tags') === 'return'));
    expect(cancelled).toBeGreaterThan(1.5);
    expect(cancelled).toBeLessThan(3);
    expect(returned).toBeGreaterThan(3.5);
    expect(returned).toBeLessThan(5);
  });
});

describe('the demo shop’s story', () => {
  it('has the best seller sold out from 16 to 19 November 2026 and on sale around it', () => {
    expect(piecesOf('KRT-101', '2026-11-16', '2026-11-19')).toBe(0);
    expect(piecesOf('KRT-101', '2026-11-06', '2026-11-15')).toBeGreaterThan(20);
    expect(piecesOf('KRT-101', '2026-11-20', '2026-11-21')).toBeGreaterThan(0);
    const pieces = rowsOf('shopify-products.csv').map((row) =>
      piecesOf(cell(row, 'Variant SKU'), '2025-05-22', '2026-11-21'),
    );
    expect(Math.max(...pieces)).toBe(piecesOf('KRT-101', '2025-05-22', '2026-11-21'));
  });

  it('had it sold out from 16 to 20 March 2026 too', () => {
    expect(piecesOf('KRT-101', '2026-03-16', '2026-03-20')).toBe(0);
    expect(piecesOf('KRT-101', '2026-03-06', '2026-03-13')).toBeGreaterThan(5);
    expect(piecesOf('KRT-101', '2026-03-21', '2026-03-27')).toBeGreaterThan(5);
  });

  it('was out of order on 14 October 2026, an ordinary Wednesday', () => {
    const ordersOn = (day: string) => all.filter((order) => order.day === day).length;
    expect(ordersOn('2026-10-14')).toBe(0);
    const wednesdays = ['2026-09-23', '2026-09-30', '2026-10-07', '2026-10-21', '2026-10-28'].map(ordersOn);
    expect(Math.min(...wednesdays)).toBeGreaterThan(2);
  });

  it('asks ₹1,099 instead of ₹999 for the Bagru kurta since 26 October 2026', () => {
    const sold = lineRows.filter((row) => cell(row, 'Lineitem sku') === 'KRT-102');
    const prices = (isLater: boolean) =>
      sold
        .filter((row) => cell(row, 'Created at') >= '2026-10-26' === isLater)
        .map((row) => cell(row, 'Lineitem price'));
    expect(new Set(prices(false))).toEqual(new Set(['999.00']));
    expect(new Set(prices(true))).toEqual(new Set(['1099.00']));
    const now = rowsOf('shopify-products.csv').find((row) => row['Variant SKU'] === 'KRT-102');
    expect(now?.['Variant Price']).toBe('1099.00');
  });

  it('has a new kurta since 19 October 2026', () => {
    expect(piecesOf('KRT-117', '2025-05-22', '2026-10-18')).toBe(0);
    expect(piecesOf('KRT-117', '2026-10-19', '2026-11-21')).toBeGreaterThan(10);
  });

  it('has two articles on the shelf that nobody bought for half a year', () => {
    for (const sku of ['BAG-008', 'CUS-607']) {
      expect(piecesOf(sku, '2026-05-22', '2026-11-21')).toBe(0);
      expect(available(sku)).toBeGreaterThan(20);
    }
  });

  it('sells the shibori dupatta at ₹899 until 30 June 2026 and at ₹949 since', () => {
    const sold = lineRows.filter((row) => cell(row, 'Lineitem sku') === 'DUP-220');
    const prices = (isLater: boolean) =>
      new Set(
        sold
          .filter((row) => cell(row, 'Created at') >= '2026-07-01' === isLater)
          .map((row) => row['Lineitem price']),
      );
    expect(prices(false)).toEqual(new Set(['899.00']));
    expect(prices(true)).toEqual(new Set(['949.00']));
  });

  it('gets that dupatta back in November 2026 as never before', () => {
    const refunds = rowsOf('shopify-payments.csv').filter((row) => row['Type'] === 'refund');
    const returned = refunds.filter((row) => {
      const order = orders.get(cell(row, 'Order'));
      return (
        order?.head['Tags'] === 'return' && order.lines.some((line) => line['Lineitem sku'] === 'DUP-220')
      );
    });
    const november = returned.filter((row) => cell(row, 'Transaction Date').startsWith('2026-11'));
    expect(november.length).toBeGreaterThanOrEqual(7);
    expect(returned.length - november.length).toBeLessThan(november.length + 8);
  });

  it('pays the courier ₹62 a parcel until September 2026 and ₹71 since', () => {
    const mean = (some: readonly Row[]) =>
      some.reduce((sum, row) => sum + paise(row, 'forward_cost'), 0) / some.length / 100;
    const rows = [...parcels.values()];
    const from = (row: Row) => cell(row, 'date');
    expect(
      Math.round(mean(rows.filter((row) => from(row) >= '2026-08-01' && from(row) < '2026-10-01'))),
    ).toBe(62);
    expect(Math.round(mean(rows.filter((row) => from(row) >= '2026-10-03')))).toBe(71);
  });

  it('has sarees at two costs, three articles at none', () => {
    const costs = rowsOf('costs.csv');
    expect(new Set(costs.map((row) => row['valid_from']))).toEqual(new Set(['2025-04-01', '2026-06-01']));
    expect(costs.every((row) => cell(row, 'sku').startsWith('SAR-'))).toBe(true);
    const missing = rowsOf('shopify-products.csv').filter((row) => row['Cost per item'] === '');
    expect(missing).toHaveLength(3);
  });

  it('sells more in the three weeks before Diwali than in the three before those, and less in the fortnight after', () => {
    const perDay = (from: string, to: string) => {
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
      return all.filter((order) => order.day >= from && order.day <= to).length / days;
    };
    const [before, runUp, after] = [
      perDay('2026-09-27', '2026-10-17'),
      perDay('2026-10-18', '2026-11-07'),
      perDay('2026-11-09', '2026-11-21'),
    ];
    expect(runUp).toBeGreaterThan(before * 1.3);
    expect(after).toBeLessThan(runUp * 0.8);
  });
});

describe('the demo shop’s shelves', () => {
  const purchases = rowsOf('purchase-orders.csv');
  const isOpen = (row: Row) => cell(row, 'status') === 'open';
  const levels = new Map<string, Map<string, number>>();
  for (const row of rowsOf('stock-history.csv')) {
    const own = levels.get(cell(row, 'sku')) ?? new Map<string, number>();
    levels.set(cell(row, 'sku'), own.set(cell(row, 'date'), Number(cell(row, 'on_hand'))));
  }
  const levelOn = (sku: string, day: string): number =>
    [...(levels.get(sku) ?? [])].filter(([date]) => date <= day).at(-1)?.[1] ?? 0;

  it('have a level for each article that is never below nothing and ends as the platform counts it', () => {
    const inventory = rowsOf('shopify-inventory.csv').map((row) => cell(row, 'SKU'));
    expect([...levels.keys()].sort()).toEqual(inventory.sort());
    for (const [sku, own] of levels) {
      expect(Math.min(...own.values()), sku).toBeGreaterThanOrEqual(0);
      expect(levelOn(sku, '2026-11-21'), sku).toBe(available(sku));
    }
  });

  it('rise by what came and fall by what was sold, but for parcels that came back', () => {
    for (const [sku, own] of levels) {
      const [[first = '', opening = 0] = []] = own;
      const from = first === '2025-05-21' ? '2025-05-22' : first;
      const start = first === '2025-05-21' ? opening : 0;
      const came = purchases.filter((row) => row['sku'] === sku && row['received_on'] !== '');
      const received = came.reduce((sum, row) => sum + Number(cell(row, 'received')), 0);
      const kept = available(sku) - (start + received - piecesOf(sku, from, '2026-11-21'));
      expect(kept, sku).toBeGreaterThanOrEqual(0);
      expect(kept, sku).toBeLessThanOrEqual(piecesBack(sku));
    }
  });

  it('were empty of the best seller whenever it was sold out', () => {
    for (const day of ['2026-03-16', '2026-03-20', '2026-11-16', '2026-11-19'])
      expect(levelOn('KRT-101', day), day).toBe(0);
    expect(levelOn('KRT-101', '2026-03-21')).toBeGreaterThan(20);
    expect(levelOn('KRT-101', '2026-11-20')).toBeGreaterThan(5);
  });

  it('are filled by three suppliers, one written to in Hindi, in some 40 orders and three that are open', () => {
    const suppliers = rowsOf('suppliers.csv');
    expect(new Set(suppliers.map((row) => row['supplier'])).size).toBe(3);
    expect(suppliers.map((row) => row['language']).filter((text) => text !== '')).toEqual(['hi', 'en', 'en']);
    const numbers = (rows: readonly Row[]) => new Set(rows.map((row) => cell(row, 'po_number'))).size;
    expect(numbers(purchases.filter((row) => !isOpen(row)))).toBe(40);
    expect(numbers(purchases.filter(isOpen))).toBe(3);
  });

  it('wait for orders that the platform knows as incoming, one of them overdue', () => {
    const open = purchases.filter(isOpen);
    for (const row of open) {
      const missing = Number(cell(row, 'quantity')) - Number(cell(row, 'received'));
      const inventory = rowsOf('shopify-inventory.csv').find((one) => one['SKU'] === row['sku']);
      expect(inventory?.['Incoming'], row['sku']).toBe(String(missing));
    }
    const overdue = open.filter(
      (row) => cell(row, 'expected_on') < '2026-11-22' && row['received_on'] === '',
    );
    expect(overdue.map((row) => row['sku'])).toContain('DUP-220');
  });

  it('are filled later than Mayur Stitch Works says: 9 days become 9 to 18', () => {
    const days = (row: Row) =>
      (Date.parse(cell(row, 'received_on')) - Date.parse(cell(row, 'ordered_on'))) / 86_400_000;
    const mayur = purchases.filter(
      (row) => row['supplier'] === 'Mayur Stitch Works' && row['received_on'] !== '',
    );
    const took = [...new Map(mayur.map((row) => [row['po_number'], days(row)])).values()];
    expect([Math.min(...took), Math.max(...took)]).toEqual([9, 18]);
    expect(took.reduce((sum, one) => sum + one, 0) / took.length).toBeGreaterThan(11);
  });

  it('are ordered for in whole packs', () => {
    const packs = new Map(rowsOf('suppliers.csv').map((row) => [row['sku'], Number(row['pack_size'])]));
    const odd = purchases.filter((row) => Number(cell(row, 'quantity')) % (packs.get(row['sku']) ?? 1) !== 0);
    expect(odd).toEqual([]);
  });
});

describe('the demo shop’s payments', () => {
  it('list what the provider collected, never the cash, with net = amount − fee', () => {
    for (const row of rowsOf('shopify-payments.csv')) {
      expect(orders.get(cell(row, 'Order'))?.isCash).toBe(false);
      expect(paise(row, 'Net')).toBe(paise(row, 'Amount') - paise(row, 'Fee'));
    }
  });

  it('charge each prepaid order once and give back what the order says', () => {
    const sums = new Map<string, { charged: number; refunded: number }>();
    for (const row of rowsOf('shopify-payments.csv')) {
      const sum = sums.get(cell(row, 'Order')) ?? { charged: 0, refunded: 0 };
      const amount = paise(row, 'Amount');
      sums.set(
        cell(row, 'Order'),
        amount > 0 ? { ...sum, charged: sum.charged + amount } : { ...sum, refunded: sum.refunded - amount },
      );
    }
    for (const { head } of all.filter((order) => !order.isCash)) {
      const expected = { charged: paise(head, 'Total'), refunded: paise(head, 'Refunded Amount') };
      expect(sums.get(cell(head, 'Name'))).toEqual(expected);
    }
  });
});

describe('the demo shop’s books', () => {
  const shop: ShopSettings = {
    ...DEFAULT_SHOP,
    name: 'Tarang Textiles',
    currency: 'INR',
    country: 'IN',
    region: 'RJ',
    pricesIncludeTax: true,
    packagingPerOrder: 900,
  };
  const loading = loadBooks([folder], { cwd: folder, shop, demo: true });

  /** A figure of a period's profit and loss, in paise. */
  async function figure(id: string, period: { from: string; to: string }): Promise<number> {
    const { books } = await loading;
    const answer = pnl.compute(books, { asOf: '2026-11-22', period, compare: 'previous' });
    const found = answer.figures.find((one) => one.id === id)?.value;
    if (typeof found !== 'number') throw new Error(`${id} is not stated`);
    return found;
  }

  const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

  it('are read from every file without a problem', async () => {
    const { books, problems } = await loading;
    expect(problems).toEqual([]);
    expect(books.sources).toHaveLength(readdirSync(folder).filter((file) => file.endsWith('.csv')).length);
  });

  it('keep 10 to 16 of 100 rupees of sales as net profit', async () => {
    const whole = { from: '2025-05-22', to: '2026-11-21' };
    const margin = (await figure('pnl.netProfit', whole)) / (await figure('pnl.netSales', whole));
    expect(margin).toBeGreaterThan(0.1);
    expect(margin).toBeLessThan(0.16);
  });

  it('show less profit in October 2026 than in September although sales rose: parcels cost more and more came back', async () => {
    expect(await figure('pnl.netSales.change', OCTOBER)).toBeGreaterThan(0);
    const change = await figure('pnl.netProfit.change', OCTOBER);
    expect(change).toBeLessThan(0);
    expect(await figure('pnl.netProfit', OCTOBER)).toBeGreaterThan(-4 * change);
    const undelivered = await figure('bridge.undelivered', OCTOBER);
    const shipping =
      (await figure('bridge.shippingPerOrder', OCTOBER)) + (await figure('bridge.shippingVolume', OCTOBER));
    expect(undelivered + shipping).toBeLessThan(0.8 * change);
  });

  it('single out cash on delivery of the rayon kurta in Bihar as what to stop', async () => {
    const { books } = await loading;
    const { findings } = pnl.compute(books, { asOf: '2026-11-22', period: OCTOBER, compare: 'previous' });
    const losses = findings.filter((finding) => finding.kind === 'codLosesMoney');
    expect(losses.map((finding) => finding.names)).toMatchObject([{ sku: 'KRT-114', state: 'BR' }]);
  });
});
