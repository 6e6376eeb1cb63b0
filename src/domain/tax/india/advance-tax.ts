import type { Rule } from '../rule.ts';
import { FIRST_DAY, underTheirActs } from './acts.ts';

/** One instalment: by that day of the year, so much of the tax in all. */
export interface Instalment {
  /** month and date: `06-15` */
  readonly by: string;
  /** per cent of the year's tax, all instalments so far together */
  readonly cumulative: number;
  /** no interest for deferment when at least so much was paid by then, per cent; null: only the whole will do */
  readonly enough: number | null;
  /** interest on the shortfall, per cent */
  readonly interest: number;
}

const section = { old: '211', new: '408' };

/** Instalments of advance tax: `advance.instalments`, and `advance.presumptive` for those who use a presumptive scheme. */
export const INSTALMENTS: readonly Rule<readonly Instalment[]>[] = underTheirActs([
  {
    ...{ id: 'advance.instalments', section, from: FIRST_DAY, to: null },
    value: [
      { by: '06-15', cumulative: 15, enough: 12, interest: 3 },
      { by: '09-15', cumulative: 45, enough: 36, interest: 3 },
      { by: '12-15', cumulative: 75, enough: null, interest: 3 },
      { by: '03-15', cumulative: 100, enough: null, interest: 1 },
    ],
    citation: 'sections 211 and 234C; sections 408 and 425 of the Act of 2025',
    confidence: 'verified',
  },
  {
    ...{ id: 'advance.presumptive', section, from: FIRST_DAY, to: null },
    value: [{ by: '03-15', cumulative: 100, enough: null, interest: 1 }],
    citation: 'section 211; section 408 of the Act of 2025',
    confidence: 'verified',
  },
]);

/** Tax after what was deducted and collected from which advance tax is due, whole rupees: `advance.threshold`. */
export const ADVANCE_TAX_FROM: readonly Rule<number>[] = underTheirActs([
  {
    ...{
      id: 'advance.threshold',
      section: { old: '208', new: '404' },
      from: FIRST_DAY,
      to: null,
      value: 10_000,
    },
    citation: 'section 208; section 404 of the Act of 2025',
    confidence: 'verified',
  },
]);
