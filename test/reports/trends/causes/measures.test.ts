import { describe, expect, it } from 'vitest';
import { basketMeasure } from '../../../../src/reports/trends/causes/basket-change.ts';
import { judged } from '../../../../src/reports/trends/causes/finding.ts';
import { groupWorth } from '../../../../src/reports/trends/causes/group-worth.ts';
import {
  classShares,
  mixMeasure,
  mixWorth,
  priceClasses,
} from '../../../../src/reports/trends/causes/mix-change.ts';
import { newItemsMeasure } from '../../../../src/reports/trends/causes/new-items.ts';
import { ordersShifts } from '../../../../src/reports/trends/causes/orders-change.ts';
import { priceMeasure, pricedItems } from '../../../../src/reports/trends/causes/price-change.ts';
import { referenceOf, usualPrice } from '../../../../src/reports/trends/causes/reference.ts';
import { repeatOrders } from '../../../../src/reports/trends/causes/repeat-orders.ts';
import type { SaleLine } from '../../../../src/reports/trends/causes/sale-line.ts';
import { poissonAtMost, silentSegments } from '../../../../src/reports/trends/causes/segment-change.ts';
import { bestSellersSurge, stoppedItems } from '../../../../src/reports/trends/causes/stopped-selling.ts';
import { type Week, wholePeriod } from '../../../../src/reports/trends/causes/weeks.ts';

let orders = 0;
const sale = (over: Partial<SaleLine> = {}): SaleLine => {
  orders += 1;
  return { day: 0, order: `#${orders}`, item: 'LAMP', quantity: 1, amount: 100, ...over };
};
const week = (lines: readonly SaleLine[]): Week => wholePeriod({ from: 0, days: 7, lines });
const times = (count: number, make: (i: number) => SaleLine): readonly SaleLine[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('judged', () => {
  it('takes a move against a past that never moved for very far', () => {
    const still = { value: 0, sampling: 0 };
    expect(judged({ value: -0.1, sampling: 0 }, [still, still]).deviations).toBe(-1e6);
    expect(judged(still, [still, still])).toEqual({ value: 0, deviations: 0, error: 0 });
  });

  it('tells nothing by one week', () => {
    expect(judged({ value: 1, sampling: 0.2 }, [{ value: 0, sampling: 0 }])).toMatchObject({ deviations: 0 });
  });
});

describe('pricedItems', () => {
  const before = week([sale({ amount: 100 }), sale({ amount: 100 }), sale({ amount: 80 })]);

  it('takes prices asked before, in another mix, for no change', () => {
    expect(pricedItems(week([sale({ amount: 80 }), sale({ amount: 80 })]), referenceOf([before]))).toEqual(
      [],
    );
  });

  it('takes the median price over lines for usual', () => {
    const [item] = [...referenceOf([before]).items.values()];
    expect(item === undefined ? NaN : usualPrice(item)).toBe(100);
  });

  it('leans an item of many prices to the ratio common to the changed items', () => {
    const shop = ['A', 'B', 'C'].flatMap((name) => times(4, () => sale({ item: name, amount: 100 })));
    const reference = referenceOf([
      week([...shop, sale({ item: 'D', amount: 100 }), sale({ item: 'D', amount: 60 })]),
    ]);
    const raised = ['A', 'B', 'C'].map((name) => sale({ item: name, amount: 120 }));
    const worth = pricedItems(week([...raised, sale({ item: 'D', amount: 72 })]), reference).find(
      ({ carrier }) => carrier.name === 'D',
    );
    // by its own medians, 80 → 72, it fell; like the others it rose by 1.2
    expect(worth?.carrier.amount).toBeCloseTo(72 * (1 - 1 / 1.2), 8);
  });

  it('measures their worth as the factor on gross sales', () => {
    const now = week([sale({ amount: 150 }), sale({ item: 'NEW', amount: 50 })]);
    expect(priceMeasure(now, referenceOf([before])).value).toBeCloseTo(Math.log(200 / 150), 12);
  });
});

describe('newItemsMeasure', () => {
  it('is the factor by which new items moved sales, 0 where all items are new', () => {
    const reference = referenceOf([week([sale()])]);
    expect(newItemsMeasure(week([sale(), sale({ item: 'NEW' })]), reference).value).toBeCloseTo(
      Math.log(2),
      12,
    );
    expect(newItemsMeasure(week([sale({ item: 'NEW' })]), reference).value).toBe(0);
  });
});

describe('mix', () => {
  const cheap = (): SaleLine => sale({ item: 'CUP', amount: 200, quantity: 2 });
  const dear = (): SaleLine => sale({ item: 'POT', amount: 1800, quantity: 2 });
  const before = referenceOf([week([...times(10, cheap), ...times(10, dear)])]);

  it('is the mean logarithm of usual prices against the usual', () => {
    const now = week([...times(15, cheap), ...times(5, dear)]);
    expect(mixMeasure(now, before, new Set()).value).toBeCloseTo(-0.25 * Math.log(9), 10);
  });

  it('cannot be told from fewer than two lines', () => {
    expect(mixMeasure(week([cheap()]), before, new Set())).toEqual({ value: 0, sampling: Infinity });
    expect(mixMeasure(week([cheap(), cheap()]), before, new Set(['CUP'])).sampling).toBe(Infinity);
  });

  it('is worth the lines moved times the difference of a line, at the pieces of the dearer half', () => {
    const now = week([...times(15, cheap), ...times(5, dear)]);
    // five lines of 1800 became lines of two pieces at 100
    expect(mixWorth(now, priceClasses(before, new Set()))).toBeCloseTo(
      -Math.log((12_000 + 8_000) / 12_000),
      10,
    );
  });

  it('knows no shares of a week in which nothing known sold', () => {
    expect(classShares(week([sale({ item: 'NEW' })]), priceClasses(before, new Set()))).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe('basketMeasure', () => {
  it('compares pieces of like items, order by order, by the median', () => {
    const before = week(times(9, () => sale({ quantity: 4 })));
    const now = week([...times(8, () => sale({ quantity: 8 })), sale({ quantity: 4000 })]);
    expect(basketMeasure(now, referenceOf([before]), () => true).value).toBeCloseTo(Math.log(2), 10);
  });

  it('cannot be told from one order, or of items sold once', () => {
    const reference = referenceOf([week([sale(), sale({ item: 'CUP' })])]);
    expect(basketMeasure(week([sale()]), reference, () => true)).toEqual({ value: 0, sampling: Infinity });
    expect(basketMeasure(week([sale(), sale()]), reference, () => true).sampling).toBe(Infinity);
  });
});

describe('stoppedItems', () => {
  const daily = times(28, (day) => sale({ day, quantity: 4, amount: 400 }));
  const weeks = [0, 7, 14, 21].map((from) =>
    wholePeriod({
      from,
      days: 7,
      lines: [...daily.filter(({ day }) => day >= from && day < from + 7), sale({ day: from, item: 'CUP' })],
    }),
  );

  it('tells the first silent day, the usual sales of a day and how likely the silence is', () => {
    const now = wholePeriod({
      from: 28,
      days: 7,
      lines: times(7, (i) => sale({ day: 28 + i, item: i < 3 ? 'LAMP' : 'NEW' })),
    });
    const [stopped, ...others] = stoppedItems(now, referenceOf(weeks));
    expect(others).toEqual([]);
    expect(stopped).toMatchObject({ item: 'LAMP', fromDay: 31, openDaysWithout: 4, usualPerOpenDay: 4 });
    // sold every day: 0.95 is believed, less what fewer orders (7 against 8) explain; a silence of four has four beginnings
    expect(stopped?.chance).toBeCloseTo(4 * (1 - 7 / 8) ** 4, 10);
    expect(stopped?.lost).toBeCloseTo(400 * 4 * (7 / 8), 10);
  });

  it('surges as the best sellers of past weeks did, and not without a past', () => {
    const [first = week([]), second = week([])] = weeks;
    const past = [{ week: first, reference: referenceOf([second]) }];
    expect(bestSellersSurge(past, 1)).toBeCloseTo(0, 12);
    expect(bestSellersSurge(past, 0)).toBe(0);
    expect(bestSellersSurge([], 1)).toBe(0);
    expect(
      bestSellersSurge([{ week: week([sale({ item: 'NEW' })]), reference: referenceOf([first]) }], 1),
    ).toBe(0);
  });
});

describe('ordersShifts', () => {
  const known = (group: 'new' | 'returning' | 'unknown', i: number): SaleLine => {
    if (group === 'unknown') return sale();
    return sale({ customer: `${group} ${i}`, newCustomer: group === 'new' });
  };
  const of = (fresh: number, old: number, unknown: number): Week =>
    week([
      ...times(fresh, (i) => known('new', i)),
      ...times(old, (i) => known('returning', i)),
      ...times(unknown, (i) => known('unknown', i)),
    ]);
  const weeks = [of(40, 100, 20), of(44, 104, 22), of(38, 97, 19), of(41, 99, 21)];

  it('tells traffic from the loss of one group', () => {
    expect(ordersShifts(of(24, 60, 12), weeks, 0)).toMatchObject([{ cause: 'traffic', probability: 1 }]);
    expect(ordersShifts(of(4, 100, 20), weeks, 0)).toMatchObject([
      { cause: 'new_customers', probability: 1 },
    ]);
    expect(ordersShifts(of(41, 60, 21), weeks, 0)).toMatchObject([{ cause: 'returning_customers' }]);
  });

  it('knows traffic only when customers are not known', () => {
    const plain = [of(0, 0, 50), of(0, 0, 52), of(0, 0, 47), of(0, 0, 51)];
    const [shift, ...others] = ordersShifts(of(0, 0, 30), plain, 0);
    expect(others).toEqual([]);
    expect(shift?.cause).toBe('traffic');
    expect(shift?.shift).toBeCloseTo(Math.log(30.5 / 50.5), 10);
  });

  it('measures against the forecast', () => {
    const [shift] = ordersShifts(of(41, 100, 20), weeks, Math.log(2));
    expect(shift?.shift).toBeCloseTo(-Math.log(2), 1);
  });

  it('tells nothing of a handful of orders or by one week', () => {
    expect(ordersShifts(of(1, 1, 1), [of(1, 2, 1), of(2, 1, 1)], 0)).toEqual([]);
    expect(ordersShifts(of(1, 60, 1), [of(1, 99, 1)], 0)).toEqual([]);
  });

  it('values a shift at the usual order of the group, a rise at its own sales', () => {
    const fall = groupWorth(of(9, 100, 20), weeks, { group: 'new', shift: -Math.log(4) });
    expect(fall.logFactor).toBeCloseTo(-Math.log(1 + (9.5 * 3 * 100) / 12_900), 10);
    const rise = groupWorth(of(80, 100, 20), weeks, { group: 'new', shift: Math.log(2) });
    expect(rise.logFactor).toBeCloseTo(-Math.log(1 - 4000 / 20_000), 10);
    expect(groupWorth(of(9, 1, 1), [of(0, 9, 9)], { group: 'new', shift: -1 })).toEqual({
      logFactor: 0,
      error: 0,
    });
  });
});

describe('repeatOrders', () => {
  const twice = (customers: number): Week =>
    week(times(2 * customers, (i) => sale({ customer: `c${i % customers}` })));

  it('is likelier with fewer orders of everybody when customers order less often', () => {
    const weeks = [twice(20), twice(22)];
    const once = week(times(20, (i) => sale({ customer: `c${i}` })));
    const likelihood = repeatOrders(once, weeks);
    expect(likelihood(-2)).toBeGreaterThan(likelihood(0));
    expect(repeatOrders(twice(10), weeks)(-2)).toBeLessThan(repeatOrders(twice(10), weeks)(0));
  });

  it('says nothing of a handful of customers', () => {
    expect(repeatOrders(twice(2), [twice(20)])(-1)).toBe(0);
    expect(repeatOrders(twice(20), [twice(2)])(-1)).toBe(0);
  });

  it('bears a past of one week', () => {
    expect(repeatOrders(twice(20), [twice(20)])(0)).toBe(-0);
  });
});

describe('silentSegments', () => {
  it('sums the terms of the Poisson law', () => {
    // e⁻² (1 + 2 + 2)
    expect(poissonAtMost(2, 2)).toBeCloseTo(5 * Math.exp(-2), 12);
    expect(poissonAtMost(0, 4.6)).toBeCloseTo(Math.exp(-4.6), 12);
  });

  it('speaks of the channel when it misses more than any state', () => {
    const usual = [
      week([
        ...times(60, () => sale({ segment: 'Goa', channel: 'web' })),
        ...times(30, () => sale({ segment: 'Goa', channel: 'app' })),
        ...times(9, () => sale({ segment: 'Assam', channel: 'web' })),
      ]),
    ];
    const now = week(times(60, () => sale({ segment: 'Goa', channel: 'web' })));
    expect(silentSegments(now, { weeks: usual, traffic: 1 }).map(({ segment }) => segment)).toEqual(['app']);
  });

  it('does not look at the state most orders come from, nor at orders without one', () => {
    const usual = [week([...times(60, () => sale({ segment: 'Goa' })), ...times(60, () => sale())])];
    expect(silentSegments(week(times(9, () => sale())), { weeks: usual, traffic: 1 })).toEqual([]);
  });
});
