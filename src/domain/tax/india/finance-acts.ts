import type { Sections } from '../rule.ts';
import { FIRST_DAY, FIRST_DAY_2025, LAST_VOTED_DAY } from './acts.ts';

/** What the yearly Finance Act says of one of its years, and where. */
export interface VotedYear {
  readonly from: string;
  readonly to: string;
  readonly section: Sections;
  /** part of the First Schedule that holds the rates */
  readonly schedule: string;
  /** whose turnover decides the rate of a company */
  readonly turnoverOf: string;
}

const NEW = 'FA 2026 s. 3';

/**
 * The years for which Parliament voted rates: income of FY 2024-25 by the Finance Act 2025 (s. 2, First Schedule, Part I), FY 2025-26 by
 * the Finance Act 2026 (s. 2, Part I-A), tax year 2026-27 by the same Act (s. 3, Part I-B). Sources: the Acts' texts as published in
 * the Gazette of India (CG-DL-E-31032026-271439 for 2026).
 */
export const VOTED_YEARS: readonly VotedYear[] = [
  {
    from: FIRST_DAY,
    to: '2025-03-31',
    section: { old: 'FA 2025 s. 2', new: NEW },
    schedule: 'Finance Act 2025, First Schedule, Part I',
    turnoverOf: 'FY 2022-23',
  },
  {
    from: '2025-04-01',
    to: '2026-03-31',
    section: { old: 'FA 2026 s. 2', new: NEW },
    schedule: 'Finance Act 2026, First Schedule, Part I-A',
    turnoverOf: 'FY 2023-24',
  },
  {
    from: FIRST_DAY_2025,
    to: LAST_VOTED_DAY,
    section: { old: 'FA 2026 s. 2', new: NEW },
    schedule: 'Finance Act 2026, First Schedule, Part I-B',
    turnoverOf: 'FY 2024-25',
  },
];
