import type { Rule } from '../rule.ts';
import { FIRST_DAY, underTheirActs } from './acts.ts';

/** A scheme that presumes the profit. Whole rupees; per cent. */
export interface Presumptive {
  /** who may use it */
  readonly who: string;
  readonly turnoverUpTo: number;
  /** the higher limit when cash receipts are at most `cashPercent` of all receipts */
  readonly turnoverUpToMostlyDigital: number;
  readonly cashPercent: number;
  /** presumed profit of receipts through a bank or online by the due date of the return, and of the rest */
  readonly digitalPercent: number;
  readonly otherPercent: number;
}

/** Presumptive schemes: `presumptive.business` and `presumptive.profession`. Actual profit counts where it is higher. */
export const PRESUMPTIVE: readonly Rule<Presumptive>[] = underTheirActs([
  {
    ...{
      id: 'presumptive.business',
      section: { old: '44AD', new: '58(2) Table 1' },
      from: FIRST_DAY,
      to: null,
    },
    value: {
      who: 'resident individual, Hindu undivided family or firm (no limited liability partnership)',
      turnoverUpTo: 20_000_000,
      turnoverUpToMostlyDigital: 30_000_000,
      ...{ cashPercent: 5, digitalPercent: 6, otherPercent: 8 },
    },
    citation: 'section 44AD; section 58 of the Act of 2025',
    confidence: 'verified',
    check: 'whether the tax in turnover counts for the limit',
  },
  {
    ...{
      id: 'presumptive.profession',
      section: { old: '44ADA', new: '58(2) Table 3' },
      from: FIRST_DAY,
      to: null,
    },
    value: {
      who: 'professions named in section 44AA(1), 62(4) of the Act of 2025',
      turnoverUpTo: 5_000_000,
      turnoverUpToMostlyDigital: 7_500_000,
      ...{ cashPercent: 5, digitalPercent: 50, otherPercent: 50 },
    },
    citation: 'section 44ADA; section 58 of the Act of 2025',
    confidence: 'verified',
  },
]);
