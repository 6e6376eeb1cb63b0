import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causesOfChange, type ChangeCauses } from '../../../../src/reports/trends/causes/causes-of-change.ts';
import type { Cause, CauseEffect, SaleLine } from '../../../../src/reports/trends/causes/sale-line.ts';
import { BASE, currentWeek, revenue } from './shop-weeks.ts';

const sumOf = ({ effects }: ChangeCauses): number => effects.reduce((sum, { amount }) => sum + amount, 0);
const effect = ({ effects }: ChangeCauses, cause: Cause): CauseEffect | undefined =>
  effects.find((one) => one.cause === cause);
const notable = ({ effects }: ChangeCauses): readonly Cause[] =>
  effects.filter((one) => one.notable).map(({ cause }) => cause);
const isDear = (item: string): boolean => Number(item.slice(-2)) > 12;
const keepOrders = (keeps: (line: SaleLine) => boolean) => (lines: readonly SaleLine[]) =>
  lines.filter(keeps);
/** About a third of all order names, the same every time. */
const isThird = (order: string): boolean =>
  [...order].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 3 === 0;

describe('causesOfChange', () => {
  it('names nothing in a week like the others', () => {
    const found = causesOfChange(BASE, currentWeek());
    expect(notable(found)).toEqual([]);
    expect(sumOf(found)).toBeCloseTo(found.change, 6);
  });

  it('finds a rise of all prices, with the usual and the present price of each item', () => {
    const raised = currentWeek((lines) => lines.map((line) => ({ ...line, amount: line.amount * 1.2 })));
    const found = causesOfChange(BASE, raised);
    expect(found.effects[0]?.cause).toBe('price');
    expect(notable(found)).toContain('price');
    const worth = revenue(raised.lines) / 6;
    expect(Math.abs((found.effects[0]?.amount ?? 0) - worth)).toBeLessThan(0.01 * worth);
    const check = found.effects[0]?.check.find((one) => one.kind === 'unit_price' && one.item === 'ITEM-24');
    expect(check).toMatchObject({ usual: 2400, now: expect.closeTo(2880, 6) });
  });

  it('finds the one item whose price rose', () => {
    const raised = currentWeek((lines) =>
      lines.map((line) => (line.item === 'ITEM-24' ? { ...line, amount: line.amount * 1.5 } : line)),
    );
    const found = causesOfChange(BASE, raised);
    const own = revenue(raised.lines.filter(({ item }) => item === 'ITEM-24'));
    const { amount = NaN, carriers } = effect(found, 'price') ?? {};
    expect(Math.abs(amount - own / 3)).toBeLessThan(0.01 * own);
    expect(carriers).toEqual([{ name: 'ITEM-24', amount }]);
    expect(notable(found)).toContain('price');
  });

  it('finds that fewer orders of all kinds came', () => {
    const found = causesOfChange(BASE, currentWeek(keepOrders(({ order }) => !isThird(order))));
    expect(found.effects[0]?.cause).toBe('traffic');
    expect(found.effects[0]?.notable).toBe(true);
    expect(found.effects[0]?.check[0]).toMatchObject({ kind: 'orders', of: 'all', usual: 210 });
  });

  it('finds that new customers stayed away, and how many usually come', () => {
    const found = causesOfChange(BASE, currentWeek(keepOrders(({ newCustomer }) => newCustomer !== true)));
    expect(found.effects[0]?.cause).toBe('new_customers');
    expect(found.effects[0]?.check[0]).toMatchObject({ kind: 'orders', of: 'new_customers', now: 0 });
  });

  it('finds that returning customers stayed away', () => {
    const isGone = (line: SaleLine): boolean =>
      line.customer !== undefined && line.newCustomer !== true && !isThird(line.customer);
    const found = causesOfChange(BASE, currentWeek(keepOrders((line) => !isGone(line))));
    expect(found.effects[0]?.cause).toBe('returning_customers');
  });

  it('finds that buyers took more pieces of the same items', () => {
    const more = currentWeek((lines) =>
      lines.map((line) => ({ ...line, quantity: line.quantity * 1.5, amount: line.amount * 1.5 })),
    );
    const found = causesOfChange(BASE, more);
    expect(found.effects[0]?.cause).toBe('basket');
    expect(found.effects[0]?.check).toEqual([{ kind: 'pieces_per_line', ratio: expect.closeTo(1.5, 0) }]);
  });

  it('finds that buyers turned to cheaper items, with the shares of the cheapest and dearest quarter', () => {
    const cheaper = currentWeek((lines) =>
      lines.map((line) =>
        isDear(line.item) && isThird(line.order)
          ? { ...line, item: 'ITEM-02', amount: 200 * line.quantity }
          : line,
      ),
    );
    const found = causesOfChange(BASE, cheaper);
    expect(found.effects[0]?.cause).toBe('mix');
    expect(found.effects[0]?.amount).toBeLessThan(0);
    const [cheapest, dearest] = found.effects[0]?.check ?? [];
    expect(cheapest?.kind === 'share_of_lines' && cheapest.now > cheapest.usual).toBe(true);
    expect(dearest?.kind === 'share_of_lines' && dearest.now < dearest.usual).toBe(true);
  });

  it('finds the items that stopped selling, from which day on, and how much they usually sell', () => {
    const gone = new Set(['ITEM-23', 'ITEM-24']);
    const out = currentWeek(keepOrders(({ item, day }) => !gone.has(item) || day < 30));
    const found = causesOfChange(BASE, out);
    expect(found.effects[0]?.cause).toBe('stockout');
    expect(found.effects[0]?.carriers.map(({ name }) => name).toSorted()).toEqual([...gone]);
    expect(found.effects[0]?.check[0]).toMatchObject({
      kind: 'stopped_selling',
      fromDay: 30,
      openDaysWithout: 5,
    });
  });

  it('calls items discontinued that had stopped in the last week of the base already', () => {
    const gone = new Set(['ITEM-22', 'ITEM-23', 'ITEM-24']);
    const base = { ...BASE, lines: BASE.lines.filter(({ item, day }) => !gone.has(item) || day < 21) };
    const found = causesOfChange(base, currentWeek(keepOrders(({ item }) => !gone.has(item))));
    expect(
      effect(found, 'discontinued')
        ?.carriers.map(({ name }) => name)
        .toSorted(),
    ).toEqual([...gone]);
    expect(effect(found, 'stockout')).toBeUndefined();
  });

  it('finds the state no orders came from', () => {
    const found = causesOfChange(BASE, currentWeek(keepOrders(({ segment }) => segment !== 'Goa')));
    expect(effect(found, 'segment')).toMatchObject({ notable: true, carriers: [{ name: 'Goa' }] });
    expect(effect(found, 'segment')?.check[0]).toMatchObject({ segment: 'Goa', now: 0 });
  });

  it('takes refunds as they are, by item', () => {
    const back: SaleLine = {
      day: 33,
      order: 'back',
      item: 'ITEM-09',
      quantity: -9,
      amount: -300_000,
      refund: true,
    };
    const found = causesOfChange(
      BASE,
      currentWeek((lines) => [...lines, back]),
    );
    expect(effect(found, 'refunds')).toEqual({
      cause: 'refunds',
      amount: -300_000,
      carriers: [{ name: 'ITEM-09', amount: -300_000 }],
      notable: true,
      check: [{ kind: 'money', of: 'refunds', usual: 0, now: 300_000 }],
    });
  });

  it('tells a discount from a price', () => {
    const reduced = currentWeek((lines) =>
      lines.map((line) => ({ ...line, amount: line.amount * 0.9, discount: line.amount * 0.1 })),
    );
    const found = causesOfChange(BASE, reduced);
    expect(effect(found, 'discounts')?.amount).toBe(Math.round(-revenue(reduced.lines) / 9));
    expect(effect(found, 'discounts')?.notable).toBe(true);
    expect(effect(found, 'price')).toBeUndefined();
  });

  it('finds what items nobody had bought before brought in', () => {
    const launched = currentWeek((lines) =>
      lines.flatMap((line, i) =>
        i % 4 === 0 ? [line, { ...line, item: 'ITEM-99', amount: 900 * line.quantity }] : [line],
      ),
    );
    const found = causesOfChange(BASE, launched);
    expect(effect(found, 'new_products')).toMatchObject({ notable: true, carriers: [{ name: 'ITEM-99' }] });
  });

  it('sums to the change whatever happened, in whole minor units', () => {
    const arbitrary = fc.record({
      price: fc.constantFrom(1, 0.8, 1.3),
      keep: fc.integer({ min: 2, max: 9 }),
      without: fc.constantFrom('none', 'ITEM-24', 'ITEM-03'),
      back: fc.nat({ max: 400_000 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ price, keep, without, back }) => {
        const current = currentWeek((lines) => [
          ...lines
            .filter(({ item }, i) => i % 10 < keep && item !== without)
            .map((line) => ({ ...line, amount: Math.round(line.amount * price) })),
          { day: 30, order: 'back', item: 'ITEM-05', quantity: -1, amount: -back },
        ]);
        const found = causesOfChange(BASE, current);
        expect(found.change).toBe(revenue(current.lines) - found.expected);
        expect(sumOf(found)).toBe(found.change);
        expect(found.effects.every(({ amount }) => Number.isInteger(amount))).toBe(true);
      }),
      { seed: 41, numRuns: 20 },
    );
  });

  it('does not depend on the order of the lines', () => {
    const current = currentWeek(keepOrders(({ order }) => !isThird(order)));
    const turned = { ...current, lines: [...current.lines].reverse() };
    const turnedBase = { ...BASE, lines: [...BASE.lines].reverse() };
    const found = causesOfChange(BASE, current);
    const again = causesOfChange(turnedBase, turned);
    expect(again.effects.map(({ cause, amount }) => [cause, amount])).toEqual(
      found.effects.map(({ cause, amount }) => [cause, amount]),
    );
  });

  it('measures against the forecast when there is one', () => {
    const expected = revenue(BASE.lines) / 4;
    const found = causesOfChange(BASE, currentWeek(), { revenue: Math.round(expected * 1.5) });
    expect(found.expected).toBe(Math.round(expected * 1.5));
    expect(found.effects[0]?.cause).toBe('traffic');
    expect(sumOf(found)).toBe(found.change);
  });

  it('puts everything down to variation when there is nothing to compare', () => {
    const nothing = { from: 0, days: 28, lines: [] };
    const found = causesOfChange(nothing, currentWeek());
    expect(found).toMatchObject({ expected: 0, effects: [{ cause: 'variation', amount: found.change }] });
    const closed = causesOfChange(BASE, { from: 28, days: 7, lines: [] });
    expect(closed.effects).toMatchObject([{ cause: 'variation', amount: closed.change }]);
    expect(causesOfChange({ from: 25, days: 3, lines: [] }, currentWeek()).expected).toBe(0);
    expect(causesOfChange(BASE, currentWeek(), { revenue: 0 }).effects).toHaveLength(1);
  });

  it('names nothing by one week of base: it does not know what is usual', () => {
    const week = { from: 21, days: 7, lines: BASE.lines.filter(({ day }) => day >= 21) };
    const raised = currentWeek((lines) => lines.map((line) => ({ ...line, amount: line.amount * 2 })));
    expect(notable(causesOfChange(week, raised))).toEqual([]);
  });

  it('leaves out weeks of the base on which the shop was closed', () => {
    const base = { ...BASE, lines: BASE.lines.filter(({ day }) => day >= 7) };
    const found = causesOfChange(base, currentWeek());
    expect(found.expected).toBe(Math.round(revenue(base.lines) / 4));
    expect(sumOf(found)).toBe(found.change);
  });

  it('keeps amounts that are not whole as they are', () => {
    const part = (lines: readonly SaleLine[]): readonly SaleLine[] =>
      lines.map((line) => ({ ...line, amount: line.amount / 3 }));
    const found = causesOfChange({ ...BASE, lines: part(BASE.lines) }, currentWeek(part));
    expect(sumOf(found)).toBeCloseTo(found.change, 6);
    expect(Number.isInteger(found.expected)).toBe(false);
  });
});
