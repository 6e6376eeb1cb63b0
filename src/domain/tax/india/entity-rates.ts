import type { Rule } from '../rule.ts';
import { FIRST_DAY, FIRST_DAY_2025, LAST_VOTED_DAY, underTheirActs, type Row } from './acts.ts';
import { VOTED_YEARS } from './finance-acts.ts';

/** One rate on the whole income. */
export interface FlatRate {
  /** per cent */
  readonly rate: number;
  /** whom it is for; empty: everybody */
  readonly condition: string;
}

/** Per cent, and the condition on the turnover of a year, when there is one. */
type Voted = readonly [rate: number, condition?: (year: string) => string];

function voted(id: string, [rate, condition]: Voted): readonly Row<FlatRate>[] {
  return VOTED_YEARS.map(({ from, to, section, schedule, turnoverOf }) => {
    const isPresumed = condition !== undefined && from === FIRST_DAY_2025;
    return {
      ...{ id, from, to, section, citation: schedule },
      value: { rate, condition: condition?.(turnoverOf) ?? '' },
      confidence: isPresumed ? 'memory' : 'verified',
      check: isPresumed ? `that the turnover of ${turnoverOf} decides the rate` : undefined,
    };
  });
}

const MAT = { old: '115JB', new: '206' };

/**
 * Rates of firms and limited liability partnerships (`rate.firm`) and of domestic companies (`rate.company.25`, `.30`, `.22`,
 * `.15`), and of the minimum alternate tax on book profit (`rate.mat`).
 */
export const ENTITY_RATES: readonly Rule<FlatRate>[] = underTheirActs([
  ...voted('rate.firm', [30]),
  ...voted('rate.company.25', [25, (year) => `turnover of ${year} not above 400 crore rupees`]),
  ...voted('rate.company.30', [30, (year) => `turnover of ${year} above 400 crore rupees`]),
  {
    ...{ id: 'rate.company.22', section: { old: '115BAA', new: '200' }, from: FIRST_DAY, to: LAST_VOTED_DAY },
    value: { rate: 22, condition: 'the company chose this regime' },
    citation: 'section 115BAA; section 200 of the Act of 2025',
    confidence: 'verified',
    check: 'the number of the new section',
  },
  {
    ...{ id: 'rate.company.15', section: { old: '115BAB', new: '201' }, from: FIRST_DAY, to: LAST_VOTED_DAY },
    value: { rate: 15, condition: 'new manufacturer, production begun by 31 March 2024' },
    citation: 'section 115BAB; section 201 of the Act of 2025',
    confidence: 'memory',
    check: 'the last day to begin production, and the number of the new section',
  },
  {
    ...{
      id: 'rate.mat',
      section: MAT,
      from: FIRST_DAY,
      to: '2026-03-31',
      value: { rate: 15, condition: '' },
    },
    citation: 'section 115JB',
    confidence: 'verified',
  },
  {
    ...{ id: 'rate.mat', section: MAT, from: FIRST_DAY_2025, to: LAST_VOTED_DAY },
    value: {
      rate: 14,
      condition: 'final tax; old credit only in the 22 % regime, up to a quarter of the tax',
    },
    citation: 'section 206 of the Act of 2025, as amended by the Finance Act 2026',
    confidence: 'verified',
  },
]);
