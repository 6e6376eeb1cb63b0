import type { Rule } from '../rule.ts';
import { FIRST_DAY, LAST_VOTED_DAY, underTheirActs } from './acts.ts';

/** A rebate of the tax of incomes up to a limit. Whole rupees. */
export interface Rebate {
  /** highest income that gets it, included */
  readonly upTo: number;
  readonly most: number;
  /** over the limit the tax is capped at what the income exceeds it by */
  readonly hasMarginalRelief: boolean;
}

const section = { old: '87A', new: '156' };

/** Rebate of individuals resident in India, by regime: `rebate.new`, `rebate.old`. Not against tax at special rates. */
export const REBATES: readonly Rule<Rebate>[] = underTheirActs([
  {
    ...{ id: 'rebate.new', section, from: FIRST_DAY, to: '2025-03-31' },
    value: { upTo: 700_000, most: 25_000, hasMarginalRelief: true },
    citation: 'section 87A',
    confidence: 'verified',
  },
  {
    ...{ id: 'rebate.new', section, from: '2025-04-01', to: LAST_VOTED_DAY },
    value: { upTo: 1_200_000, most: 60_000, hasMarginalRelief: true },
    citation: 'section 87A, as amended by the Finance Act 2025; section 156(2) of the Act of 2025',
    confidence: 'verified',
  },
  {
    ...{ id: 'rebate.old', section, from: FIRST_DAY, to: LAST_VOTED_DAY },
    value: { upTo: 500_000, most: 12_500, hasMarginalRelief: false },
    citation: 'section 87A; section 156(1) of the Act of 2025',
    confidence: 'verified',
  },
]);

/** That a Hindu undivided family gets no rebate: `rebate.huf`. */
export const NO_REBATE: readonly Rule<null>[] = underTheirActs([
  {
    ...{ id: 'rebate.huf', section, from: FIRST_DAY, to: LAST_VOTED_DAY, value: null },
    citation: 'section 87A and section 156 speak of individuals',
    confidence: 'memory',
    check: 'that a Hindu undivided family gets no rebate',
  },
]);
