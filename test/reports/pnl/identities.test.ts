import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Books } from '../../../src/domain/books.ts';
import { addDays } from '../../../src/domain/day.ts';
import { accountingOf, isSale } from '../../../src/reports/pnl/accounting.ts';
import { DIMENSIONS } from '../../../src/reports/pnl/options.ts';
import { LINES } from '../../../src/reports/pnl/statement.ts';
import { books, expense } from '../../helpers/books.ts';
import { ask, figure, rows, value } from './ask.ts';
import { someBooks, someDay } from './generated.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const AFTER = { asOf: '2027-02-01' };

const twoDays = fc.tuple(someDay, someDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const byTheYear = (shop: Books, options: object = {}) => ask(shop, { ...AFTER, period: YEAR, ...options });
const sum = (numbers: readonly unknown[]): number =>
  numbers.reduce<number>((all, one) => all + Number(one), 0);

/** Every figure that has no word of its own, rounded away from noise of the last bit. */
const numbers = (answer: ReturnType<typeof ask>) =>
  answer.figures.map(({ id, value: amount, status }) => [
    id,
    amount === null || Number.isInteger(amount) ? amount : Number(amount.toPrecision(12)),
    status,
  ]);

describe('whatever the books hold', () => {
  it('the lines of the statement add up to its results', () => {
    fc.assert(
      fc.property(someBooks, twoDays, (shop, period) => {
        const answer = ask(shop, { ...AFTER, period });
        let result: number | null = 0;
        for (const { id, role } of LINES) {
          const amount = value(answer, id) ?? null;
          if (role === 'sum') expect(amount).toBe(result);
          else if (id === 'costOfGoods' && amount === null) result = null;
          else if (result !== null) result += role === 'adds' ? (amount ?? 0) : -(amount ?? 0);
        }
      }),
    );
  });

  it('revenue, tax and refunds of the year’s sales come to what was charged less what was given back', () => {
    fc.assert(
      fc.property(someBooks, (shop) => {
        const orderly = { ...shop, movements: [] };
        const answer = byTheYear(orderly);
        const sales = accountingOf(orderly).sales.filter(({ standing }) => isSale(standing));
        const kept = sum(sales.map(({ order, refunded }) => order.total - refunded));
        const tax = Number(value(answer, 'taxCollected')) - Number(value(answer, 'taxInRefunds'));
        expect(Number(value(answer, 'revenue')) + tax).toBe(kept);
      }),
    );
  });

  it('the months of a year add up to the year, down to net profit', () => {
    fc.assert(
      fc.property(someBooks, (shop) => {
        const answer = byTheYear(shop, { by: 'month' });
        const months = rows(answer, 'breakdown');
        for (const id of ['grossSales', 'discounts', 'netSales', 'advertising', 'operatingExpenses'])
          expect(sum(months.map((row) => row[id]))).toBe(value(answer, id) ?? 0);
        for (const id of ['costOfGoods', 'grossProfit', 'contribution', 'netProfit'])
          if (value(answer, id) !== null) expect(sum(months.map((row) => row[id]))).toBe(value(answer, id));
      }),
    );
  });

  it('every other breakdown adds up to the statement, down to contribution', () => {
    fc.assert(
      fc.property(someBooks, twoDays, fc.constantFrom(...DIMENSIONS), (shop, period, by) => {
        const answer = ask(shop, { ...AFTER, period, by });
        const table = rows(answer, 'breakdown');
        for (const id of ['grossSales', 'discounts', 'netSales'])
          expect(sum(table.map((row) => row[id]))).toBe(value(answer, id) ?? 0);
        const refunds = Number(value(answer, 'refunds')) - Number(value(answer, 'taxInRefunds'));
        expect(sum(table.map((row) => row['refunds']))).toBe(refunds);
        if (by !== 'sku' && by !== 'category') return;
        expect(sum(table.map((row) => row['units']))).toBeCloseTo(Number(value(answer, 'units')));
        for (const id of ['costOfGoods', 'grossProfit', 'contribution'])
          if (value(answer, id) !== null) expect(sum(table.map((row) => row[id]))).toBe(value(answer, id));
      }),
    );
  });

  it('the bridge adds up to the change of net profit to the paisa', () => {
    fc.assert(
      fc.property(someBooks, (shop) => {
        const second = { from: '2026-07-01', to: '2026-12-31' };
        const answer = ask(shop, { ...AFTER, period: second, compare: 'previous' });
        const change = value(answer, 'pnl.netProfit.change');
        if (change === undefined || change === null) return;
        const steps = rows(answer, 'bridge').map(({ amount }) => amount);
        expect(sum(steps)).toBe(change);
        for (const step of steps) expect(Number.isSafeInteger(step)).toBe(true);
        expect(value(answer, 'bridge.total')).toBe(change);
      }),
      { numRuns: 300 },
    );
  });

  it('net profit lies in its range, and what is missing is null', () => {
    fc.assert(
      fc.property(someBooks, (shop) => {
        const answer = byTheYear(shop);
        for (const one of answer.figures) {
          expect(one.value === null).toBe(one.status === 'missing');
          if (one.value !== null) expect(Number.isFinite(one.value)).toBe(true);
          if (one.unit === 'money' && one.value !== null) expect(Number.isSafeInteger(one.value)).toBe(true);
        }
        const [low, high] = [value(answer, 'pnl.netProfit.low'), value(answer, 'pnl.netProfit.high')];
        if (low === undefined || high === undefined) return;
        expect(Number(low)).toBeLessThanOrEqual(Number(high));
        const profit = value(answer, 'netProfit');
        if (profit === null || profit === undefined) return;
        expect(Number(low)).toBeLessThanOrEqual(profit);
        expect(Number(high)).toBeGreaterThanOrEqual(profit);
      }),
    );
  });

  it('the order of the rows changes nothing', () => {
    const shuffled = someBooks.chain((shop) =>
      fc.record({
        shop: fc.constant(shop),
        orders: fc.shuffledSubarray([...shop.orders], { minLength: shop.orders.length }),
        movements: fc.shuffledSubarray([...shop.movements], { minLength: shop.movements.length }),
        shipments: fc.shuffledSubarray([...shop.shipments], { minLength: shop.shipments.length }),
        expenses: fc.shuffledSubarray([...shop.expenses], { minLength: shop.expenses.length }),
        costs: fc.shuffledSubarray([...shop.costs], { minLength: shop.costs.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ shop, ...own }) => {
        const options = {
          period: { from: '2026-07-01', to: '2026-12-31' },
          compare: 'previous',
          by: 'sku',
        } as const;
        const [one, other] = [ask(shop, options), ask({ ...shop, ...own }, options)];
        expect(numbers(other)).toEqual(numbers(one));
        expect(rows(other, 'breakdown')).toEqual(rows(one, 'breakdown'));
        expect(other.findings.map(({ kind, stake }) => [kind, stake])).toEqual(
          one.findings.map(({ kind, stake }) => [kind, stake]),
        );
      }),
    );
  });

  it('a statement is the sum of the statements of its parts, cut at any day', () => {
    fc.assert(
      fc.property(someBooks, someDay, (shop, cut) => {
        fc.pre(cut < YEAR.to);
        const whole = byTheYear(shop);
        const parts = [
          byTheYear(shop, { period: { from: YEAR.from, to: cut } }),
          byTheYear(shop, { period: { from: addDays(cut, 1), to: YEAR.to } }),
        ];
        const ids = [
          'grossSales',
          'discounts',
          'refunds',
          'taxInRefunds',
          'revenue',
          'taxCollected',
          'undelivered',
        ];
        const spent = ['shippingCost', 'paymentFees', 'marketplaceFees', 'packaging', 'advertising'];
        for (const id of [...ids, ...spent, 'operatingExpenses', 'orders'])
          expect(sum(parts.map((part) => value(part, id)))).toBe(value(whole, id) ?? 0);
        const costs = [whole, ...parts].map((one) => value(one, 'costOfGoods'));
        if (costs.includes(null)) return;
        const [all, ...some] = costs;
        expect(Math.abs(sum(some) - Number(all))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('what is dated outside a period never changes its sales and costs', () => {
    fc.assert(
      fc.property(someBooks, (shop) => {
        const period = { from: '2026-04-01', to: '2026-06-30' };
        const inside = (day: string | undefined): boolean =>
          day !== undefined && day >= period.from && day <= period.to;
        const undatedOut = shop.expenses.filter(
          ({ day, every }) => inside(day) || (day !== undefined && every !== undefined),
        );
        const one = { ...shop, expenses: undatedOut, movements: [], shipments: [] };
        const other = { ...one, orders: shop.orders.filter(({ placedOn }) => inside(placedOn)) };
        if (rule(one) !== rule(other)) return;
        for (const id of [
          'grossSales',
          'revenue',
          'operatingExpenses',
          'taxCollected',
          'orders',
          'packaging',
        ])
          expect(value(ask(one, { ...AFTER, period }), id) ?? 0).toBe(
            value(ask(other, { ...AFTER, period }), id) ?? 0,
          );
      }),
    );
  });

  it('ten times the amounts give ten times the figures', () => {
    const tenfold = (shop: Books): Books =>
      JSON.parse(JSON.stringify(shop), (name, amount: unknown) =>
        typeof amount === 'number' && SCALED.has(name) ? amount * 10 : amount,
      ) as Books;
    fc.assert(
      fc.property(someBooks, (shop) => {
        const [one, ten] = [byTheYear(shop), byTheYear(tenfold(shop))];
        for (const { id, role } of LINES) {
          const [small, large] = [value(one, id), value(ten, id)];
          if (role === 'sum') expect(large === null).toBe(small === null);
          if (large === null || small === null) continue;
          const rounding = 5 * (shop.orders.length + 1) * 3 * (role === 'sum' ? LINES.length : 1);
          expect(Math.abs(Number(large) - 10 * Number(small))).toBeLessThanOrEqual(rounding);
        }
        expect(value(ten, 'orders')).toBe(value(one, 'orders'));
      }),
    );
  });
});

const SCALED = new Set([
  ...['amount', 'discount', 'shipping', 'tax', 'total', 'refunded', 'unitCost', 'forwardCost'],
  ...['packagingPerOrder'],
]);

function rule(shop: Books): string {
  return JSON.stringify(ask(shop).rule);
}

describe('an expense', () => {
  it('cut into adjoining periods adds up to itself', () => {
    const some = fc.record({
      day: fc.option(someDay, { nil: undefined }),
      every: fc.constantFrom(
        undefined,
        'week' as const,
        'month' as const,
        'quarter' as const,
        'year' as const,
      ),
      amount: fc.integer({ min: 0, max: 9_000_000_000_000 }),
      until: fc.option(someDay, { nil: undefined }),
    });
    const cuts = fc.uniqueArray(someDay, { minLength: 1, maxLength: 6 }).map((days) => [...days].sort());
    fc.assert(
      fc.property(some, cuts, fc.constantFrom('spread' as const, 'dated' as const), (own, days, expenses) => {
        const shop = books({ expenses: [expense(own)], shop: { expenses } });
        const starts = [YEAR.from, ...days.filter((day) => day > YEAR.from)];
        const spent = (from: string, to: string) =>
          value(ask(shop, { ...AFTER, period: { from, to } }), 'operatingExpenses') ?? 0;
        const parts = starts.map((from, index) => {
          const next = starts[index + 1];
          return spent(from, next === undefined ? YEAR.to : addDays(next, -1));
        });
        if (own.day === undefined) return;
        expect(sum(parts)).toBe(spent(YEAR.from, YEAR.to));
      }),
    );
  });

  it('is never more than the instalments that the period touches', () => {
    const shop = books({ expenses: [expense({ every: 'month', day: '2026-01-31', amount: 30000 })] });
    const february = ask(shop, { ...AFTER, period: { from: '2026-02-01', to: '2026-02-28' } });
    expect(value(february, 'operatingExpenses')).toBe(Math.round((30000 * 27) / 28) + Math.round(30000 / 31));
    expect(figure(february, 'pnl.operatingExpenses')?.status).toBe('actual');
  });
});
