import type { Rule } from '../rule.ts';
import { FIRST_DAY, FIRST_DAY_2025, underTheirActs } from './acts.ts';

/** Turnover above which accounts must be audited. Whole rupees; per cent. */
export interface AuditLimit {
  readonly above: number;
  /** the higher limit when cash receipts and cash payments are each at most `cashPercent`; null: there is none */
  readonly aboveMostlyDigital: number | null;
  readonly cashPercent: number | null;
}

const section = { old: '44AB', new: '63' };

/** Limits of tax audit: `audit.business`, `audit.profession`. Leaving the presumptive scheme may bring audit below them. */
export const AUDIT_LIMITS: readonly Rule<AuditLimit>[] = underTheirActs([
  {
    ...{ id: 'audit.business', section, from: FIRST_DAY, to: null },
    value: { above: 10_000_000, aboveMostlyDigital: 100_000_000, cashPercent: 5 },
    citation: 'section 44AB; section 63 of the Act of 2025',
    confidence: 'verified',
    check: 'whether the tax in turnover counts for the limit',
  },
  {
    ...{ id: 'audit.profession', section, from: FIRST_DAY, to: null },
    value: { above: 5_000_000, aboveMostlyDigital: null, cashPercent: null },
    citation: 'section 44AB; section 63 of the Act of 2025',
    confidence: 'verified',
  },
]);

/** What no audit in time costs. Whole rupees; per cent of turnover. */
export type AuditDefault =
  | { readonly kind: 'penalty'; readonly turnoverPercent: number; readonly most: number }
  | { readonly kind: 'fee'; readonly firstMonth: number; readonly later: number };

const defaulted = { old: '271B', new: '428(c)' };

/** `audit.default`: a penalty under the Act of 1961, a fee under that of 2025. */
export const AUDIT_DEFAULTS: readonly Rule<AuditDefault>[] = underTheirActs([
  {
    ...{ id: 'audit.default', section: defaulted, from: FIRST_DAY, to: '2026-03-31' },
    value: { kind: 'penalty', turnoverPercent: 0.5, most: 150_000 },
    citation: 'section 271B',
    confidence: 'verified',
  },
  {
    ...{ id: 'audit.default', section: defaulted, from: FIRST_DAY_2025, to: null },
    value: { kind: 'fee', firstMonth: 75_000, later: 150_000 },
    citation: 'section 428(c) of the Act of 2025, as amended by the Finance Act 2026',
    confidence: 'verified',
  },
]);
