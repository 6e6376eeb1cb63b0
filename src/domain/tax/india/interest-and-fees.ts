import type { Rule } from '../rule.ts';
import { FIRST_DAY, underTheirActs } from './acts.ts';

/** Simple interest for each month or part of one. */
export interface MonthlyInterest {
  /** per cent a month */
  readonly rate: number;
  /** charged when less than so much of the tax was paid in advance, per cent; null: always */
  readonly unlessPaid: number | null;
}

/** `interest.lateReturn` on tax not paid by a late return, `interest.advance` on advance tax not paid by the year's end. */
export const INTEREST: readonly Rule<MonthlyInterest>[] = underTheirActs([
  {
    ...{ id: 'interest.lateReturn', section: { old: '234A', new: '423' }, from: FIRST_DAY, to: null },
    value: { rate: 1, unlessPaid: null },
    citation: 'section 234A; section 423 of the Act of 2025',
    confidence: 'verified',
  },
  {
    ...{ id: 'interest.advance', section: { old: '234B', new: '424' }, from: FIRST_DAY, to: null },
    value: { rate: 1, unlessPaid: 90 },
    citation: 'section 234B; section 424 of the Act of 2025',
    confidence: 'verified',
  },
]);

/** A fee by total income, whole rupees. */
export interface IncomeFee {
  /** highest income that pays the lower fee, included */
  readonly lowUpTo: number;
  readonly low: number;
  readonly high: number;
}

const value = { lowUpTo: 500_000, low: 1_000, high: 5_000 };

/** `fee.lateReturn` for a return after the due date, `fee.lateRevision` for revising one after 31 December. */
export const FEES: readonly Rule<IncomeFee>[] = underTheirActs([
  {
    ...{ id: 'fee.lateReturn', section: { old: '234F', new: '428(a)' }, from: FIRST_DAY, to: null, value },
    citation: 'section 234F; section 428(a) of the Act of 2025',
    confidence: 'verified',
  },
  {
    ...{
      id: 'fee.lateRevision',
      section: { old: '234-I', new: '428(b)' },
      from: '2025-04-01',
      to: null,
      value,
    },
    citation: 'section 234-I, inserted by the Finance Act 2026; section 428(b) of the Act of 2025',
    confidence: 'single',
    check: 'section 428(b) and the fee by income',
  },
]);
