import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../src/domain/day.ts';
import { causeParts } from '../../../src/reports/trends/cause-findings.ts';
import type { CauseCheck, CauseEffect } from '../../../src/reports/trends/causes/sale-line.ts';
import { figureMaker } from '../../../src/reports/trends/figures.ts';
import type { Study } from '../../../src/reports/trends/trends.ts';

const week = { from: '2026-07-20', to: '2026-07-26' };

/** The study of a week that sold ₹1,000 where ₹5,000 was to be expected, or as much, with these causes. */
function study(effects: readonly CauseEffect[], total = 100000): Study {
  const expected = { total: 500000, low: 400000, high: 600000 };
  return {
    ...{ measure: 'revenue', currency: 'INR', week, isEstimated: false },
    compared: { days: 7, total, expected, average4: null, average8: null, lastYear: null },
    explained: { change: total - 500000, effects },
  } as unknown as Study;
}

const effect = (own: Partial<CauseEffect> = {}): CauseEffect => ({
  ...{ cause: 'traffic', amount: -50000, carriers: [], notable: true, check: [] },
  ...own,
});

const parts = (given: Study) => causeParts(given, figureMaker(given));
const findings = (given: Study) => parts(given).map(({ finding }) => finding);

describe('causes worth telling', () => {
  it('stand out of their own noise; the largest comes first, and the variation is none', () => {
    const found = findings(
      study([
        effect({ cause: 'traffic', amount: -20000 }),
        effect({ cause: 'discounts', amount: 30000 }),
        effect({ cause: 'refunds', notable: false }),
        effect({ cause: 'variation' }),
      ]),
    );
    expect(found.map(({ names }) => [names['cause'], names['direction']])).toEqual([
      ['discounts', 'up'],
      ['traffic', 'down'],
    ]);
    expect(found[0]).toMatchObject({ stake: 30000, figures: { amount: 'trends.driver.discounts' } });
  });

  it('call for something in a bad week, only to be known in a normal one; a stock-out always does', () => {
    const all = [
      effect(),
      effect({ cause: 'stockout', amount: -40000 }),
      effect({ cause: 'mix', amount: 20000 }),
    ];
    expect(findings(study(all)).map(({ urgency }) => urgency)).toEqual(['watch', 'act', 'know']);
    expect(findings(study(all, 490000)).map(({ urgency }) => urgency)).toEqual(['know', 'act', 'know']);
  });

  it('are none where nothing was to be expected', () => {
    expect(parts({ ...study([]), explained: undefined })).toEqual([]);
  });

  it('name three that carry them, whose commas cannot make them four', () => {
    const carriers = ['A, 1', 'B', 'C', 'D'].map((name) => ({ name, amount: -1 }));
    expect(findings(study([effect({ carriers })]))[0]?.names['products']).toBe('A  1, B, C');
  });

  const day = dayNumber('2026-07-22');
  it.each<[CauseCheck, object, object]>([
    [
      {
        kind: 'stopped_selling',
        item: 'KRT-101',
        fromDay: day,
        openDaysWithout: 4,
        usualPerOpenDay: 3,
        chance: 0.001,
      },
      { check: 'stopped_selling', product: 'KRT-101', day: '22 Jul 2026' },
      { rate: [3, 'rate'], days: [4, 'days'] },
    ],
    [
      { kind: 'unit_price', item: 'KRT-102', usual: 99900, now: 109900 },
      { check: 'unit_price', product: 'KRT-102' },
      { usual: [99900, 'money'], now: [109900, 'money'] },
    ],
    [
      { kind: 'orders', of: 'all', usual: 26.9, now: 43 },
      { check: 'orders', of: 'all' },
      { usual: [26.9, 'rate'], now: [43, 'count'] },
    ],
    [
      { kind: 'segment_orders', segment: 'MH', usual: 26.9, now: 3, chance: 0.001 },
      { check: 'segment_orders', place: 'MH' },
      { usual: [26.9, 'rate'], now: [3, 'count'] },
    ],
    [{ kind: 'pieces_per_line', ratio: 0.8 }, { check: 'pieces_per_line' }, { ratio: [0.8, 'ratio'] }],
    [
      { kind: 'share_of_lines', of: 'cheapest_quarter', usual: 0.25, now: 0.45 },
      { check: 'share_of_lines', of: 'cheapest_quarter' },
      { usual: [0.25, 'ratio'], now: [0.45, 'ratio'] },
    ],
    [
      { kind: 'money', of: 'refunds', usual: 2000.4, now: 5000 },
      { check: 'money', of: 'refunds' },
      { usual: [2000, 'money'], now: [5000, 'money'] },
    ],
  ])('can be looked up: %o', (check, names, figures) => {
    const [part] = parts(study([effect({ check: [check] })]));
    expect(part?.finding.names).toMatchObject(names);
    const byRole = Object.entries(part?.finding.figures ?? {})
      .filter(([role]) => role !== 'amount')
      .map(([role, id]) => {
        const figure = part?.figures.find((one) => one.id === id);
        return [role, [figure?.value, figure?.unit]];
      });
    expect(Object.fromEntries(byRole)).toEqual(figures);
  });
});
