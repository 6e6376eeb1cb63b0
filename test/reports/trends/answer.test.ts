import { describe, expect, it } from 'vitest';
import type { Books } from '../../../src/domain/books.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { trends } from '../../../src/reports/trends.ts';
import type { TrendsOptions } from '../../../src/reports/trends/options.ts';
import type { Trends } from '../../../src/reports/trends/trends.ts';
import { books, cost, line, order, refund, stockOnDay } from '../../helpers/books.ts';
import { dailyOrders, type DaySales, steady } from '../../helpers/daily-shop.ts';

// May to July hold no feast that moves a shop without history
const FIRST = '2026-04-20';
const AS_OF = '2026-07-27';
const DAYS = 98;

function ask(own: Partial<Books>, options: Partial<TrendsOptions> = {}): Trends {
  return trends.compute(books(own), trends.options.parse({ asOf: AS_OF, by: 'revenue', ...options }));
}

const sold = (salesOf: (index: number, day: Day) => DaySales, days = DAYS) => ({
  orders: dailyOrders(FIRST, days, salesOf),
});
const value = ({ figures }: Trends, id: string) => figures.find((figure) => figure.id === id)?.value ?? null;
const table = ({ tables }: Trends, id: string) => tables.find((one) => one.id === id)?.rows ?? [];
const kinds = ({ findings }: Trends) => findings.map(({ kind }) => kind);
const found = ({ findings }: Trends, kind: string) => findings.filter((finding) => finding.kind === kind);

describe('trends', () => {
  it('finds nothing to tell in a shop that sells as it always does', () => {
    const answer = ask(sold(steady));
    expect(value(answer, 'trends.last7')).toBe(32 * 129900 + 14 * 49900);
    expect(Math.abs(value(answer, 'trends.changeShare') ?? 1)).toBeLessThan(0.001);
    expect(kinds(answer)).toEqual(['week']);
    expect(found(answer, 'week')[0]?.names['normal']).toBe('yes');
    expect(table(answer, 'anomalies')).toEqual([]);
  });

  it('sees a collapse by three quarters, and says what it is held to', () => {
    const answer = ask(
      sold((index, day) => (index < DAYS - 7 ? steady(index, day) : { 'KRT-101': 1, 'DUP-220': 1 })),
    );
    expect(value(answer, 'trends.changeShare')).toBeLessThan(-0.7);
    expect(value(answer, 'trends.last7')).toBeLessThan(value(answer, 'trends.expected.low') ?? 0);
    expect(found(answer, 'week')[0]).toMatchObject({
      urgency: 'watch',
      names: { direction: 'down', normal: 'no' },
    });
    expect(value(answer, 'trends.baselineAverage')).toBe(Math.round((32 * 129900 + 14 * 49900) / 7));
  });

  it('gives causes that add up to the change to the paisa', () => {
    const answer = ask(
      sold((index, day) => {
        const usual = steady(index, day);
        if (index < DAYS - 7) return { ...usual, 'SAR-310': index % 2 };
        return { 'KRT-101': 2, 'DUP-220': 5, 'BAG-009': 1 };
      }),
    );
    const drivers = table(answer, 'drivers');
    expect(drivers.length).toBeGreaterThan(1);
    const total = drivers.reduce((sum, row) => sum + Number(row['amount']), 0);
    expect(total).toBe(value(answer, 'trends.change'));
    expect(drivers.every((row) => Number.isInteger(row['amount']))).toBe(true);
    expect(value(answer, `trends.driver.${String(drivers[0]?.['cause'])}`)).toBe(drivers[0]?.['amount']);
  });

  it('flags a day on which nothing was sold, once', () => {
    const outage = 85;
    const orders = sold((index, day) => (index === outage ? {} : steady(index, day)));
    const day = addDays(FIRST, outage);
    const answer = ask(orders);
    expect(table(answer, 'anomalies')).toMatchObject([{ day, value: 0, direction: 'down', told: 'no' }]);
    expect(found(answer, 'anomaly')[0]?.names).toMatchObject({ why: 'noOrder', direction: 'down' });
    expect(table(answer, 'daily').find((row) => row['day'] === day)).toMatchObject({
      value: 0,
      flag: 'down',
    });
    const again = ask(orders, { told: [day] });
    expect(table(again, 'anomalies')).toMatchObject([{ day, told: 'yes' }]);
    expect(found(again, 'anomaly')).toEqual([]);
  });

  it('explains the owner’s own sale instead of flagging it, and tells of the next one', () => {
    const saleDays = [
      { name: 'Clearance', from: '2026-07-01', to: '2026-07-04' },
      { name: 'Clearance', from: '2026-08-10', to: '2026-08-12' },
    ];
    const orders = sold((index, day) =>
      day >= '2026-07-01' && day <= '2026-07-04' ? { 'KRT-101': 18, 'DUP-220': 9 } : steady(index, day),
    );
    const answer = ask({ ...orders, shop: { ...books().shop, saleDays } });
    expect(table(answer, 'anomalies')).toEqual([]);
    expect(table(answer, 'daily').filter((row) => row['flag'] === 'season')).toHaveLength(4);
    expect(table(answer, 'seasons')).toMatchObject([
      { name: 'Clearance', day: '2026-07-01', ahead: 'no' },
      { name: 'Clearance', day: '2026-08-10', ahead: 'yes' },
    ]);
    expect(found(answer, 'seasonAhead')[0]?.names).toMatchObject({ name: 'Clearance' });
    const unexplained = ask(orders);
    expect(table(unexplained, 'anomalies').length).toBeGreaterThan(0);
  });

  it('tells a new level once, not day by day', () => {
    const answer = ask(
      sold((index, day) => {
        const usual = steady(index, day);
        return index < 70 ? usual : { 'KRT-101': (usual['KRT-101'] ?? 0) * 3, 'DUP-220': 6 };
      }),
    );
    expect(table(answer, 'shifts')).toHaveLength(1);
    expect(table(answer, 'anomalies')).toEqual([]);
    expect(found(answer, 'level')[0]?.names).toMatchObject({ direction: 'up' });
  });

  it('tells what happened to products: sold out, dearer, new', () => {
    const from = addDays(FIRST, DAYS - 6);
    const answer = ask({
      orders: [
        ...dailyOrders(FIRST, DAYS, (index, day) => ({
          ...steady(index, day),
          ...(day >= from && day < addDays(from, 4) ? { 'KRT-101': 0 } : {}),
          ...(day >= '2026-07-10' ? { 'NEW-001': 4 } : {}),
        })),
        ...['2026-06-20', '2026-06-25', '2026-07-01', '2026-07-12', '2026-07-20'].map((placedOn, index) =>
          order({
            number: `#p${index}`,
            placedOn,
            lines: [
              line({ sku: 'STL-400', title: 'Stole', amount: placedOn < '2026-07-10' ? 80000 : 88000 }),
            ],
          }),
        ),
      ],
      stockHistory: [
        stockOnDay({ sku: 'KRT-101', day: FIRST, onHand: 50 }),
        stockOnDay({ sku: 'KRT-101', day: addDays(from, -1), onHand: 0 }),
        stockOnDay({ sku: 'KRT-101', day: addDays(from, 4), onHand: 40 }),
      ],
    });
    const events = table(answer, 'events');
    expect(events.find((row) => row['kind'] === 'soldOut')).toMatchObject({
      sku: 'KRT-101',
      day: from,
      days: 4,
    });
    expect(events.find((row) => row['kind'] === 'price')).toMatchObject({
      ...{ sku: 'STL-400', day: '2026-07-12', before: 80000, after: 88000, amount: 16000 },
    });
    expect(events.find((row) => row['sku'] === 'NEW-001')).toMatchObject({
      ...{ kind: 'newProduct', day: '2026-07-10', days: 17, rate: 4, pieces: 68 },
    });
    expect(found(answer, 'product').map(({ names }) => names['event'])).toContain('soldOut');
  });

  it('looks through the period asked for, and explains its last seven days', () => {
    const answer = ask(sold(steady), { period: { from: '2026-06-01', to: '2026-06-30' } });
    expect(answer.period).toEqual({ from: '2026-06-01', to: '2026-06-30' });
    expect(table(answer, 'daily')).toHaveLength(30);
    expect(table(answer, 'forecast')[0]?.['day']).toBe('2026-07-01');
    expect(answer.known?.endsEarly).toBe(false);
  });

  it('says how far the files reach, and that short files say little', () => {
    const early = ask(sold(steady), { asOf: '2026-08-10' });
    expect(early.known).toMatchObject({ to: '2026-07-26', endsEarly: true });
    expect(kinds(early)).toContain('filesEndEarly');
    const short = ask(sold(steady, 20), { asOf: addDays(FIRST, 20) });
    expect(value(short, 'trends.change')).toBeNull();
    expect(kinds(short)).toContain('tooShort');
    expect(table(short, 'anomalies')).toEqual([]);
    expect(short.figures.find(({ id }) => id === 'trends.expected')).toMatchObject({ status: 'missing' });
  });

  it('has an empty answer without sales', () => {
    expect(ask({})).toMatchObject({ figures: [], tables: [], findings: [], known: null });
    expect(ask(sold(steady), { period: { from: '2020-01-01', to: '2020-01-31' } }).tables).toEqual([]);
  });

  it('counts orders, pieces and profit as well; causes are told of revenue only', () => {
    const own = {
      ...sold(steady),
      costs: [cost({ unitCost: 60000 }), cost({ sku: 'DUP-220', unitCost: 20000 })],
    };
    const [orders, units, profit] = (['orders', 'units', 'profit'] as const).map((by) => ask(own, { by }));
    expect(orders && value(orders, 'trends.last7')).toBe(32 + 14);
    expect(units && value(units, 'trends.last7')).toBe(32 + 14);
    expect(profit && value(profit, 'trends.last7')).toBe(32 * 69900 + 14 * 29900);
    expect(profit && table(profit, 'drivers')).toEqual([]);
    expect(orders?.figures[0]?.unit).toBe('count');
  });

  it('does not depend on the order of the rows', () => {
    const { orders } = sold((index, day) =>
      index < 90 ? steady(index, day) : { 'KRT-101': 2, 'DUP-220': 1 },
    );
    const movements = [refund({ order: orders[5]?.number ?? '', day: '2026-07-22', amount: -5000 })];
    const there = ask({ orders, movements });
    expect(ask({ orders: [...orders].reverse(), movements })).toEqual(there);
  });
});
