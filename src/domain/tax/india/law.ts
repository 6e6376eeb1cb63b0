import type { TaxLaw } from '../rule.ts';
import { ADVANCE_TAX_FROM, INSTALMENTS } from './advance-tax.ts';
import { AUDIT_DEFAULTS, AUDIT_LIMITS } from './audit.ts';
import { DUE_DATES } from './due-dates.ts';
import { ENTITY_RATES } from './entity-rates.ts';
import { FORMS } from './forms.ts';
import { FEES, INTEREST } from './interest-and-fees.ts';
import { PRESUMPTIVE } from './presumptive.ts';
import { NO_REBATE, REBATES } from './rebate.ts';
import { ROUNDINGS } from './rounding.ts';
import { SLABS } from './slabs.ts';
import { CESS, SURCHARGES } from './surcharge.ts';
import { GST_COLLECTED, WITHHOLDING } from './withholding.ts';

/** Everything the tables know of Indian law: income of FY 2024-25 to tax year 2026-27. */
export const INDIA: TaxLaw = {
  jurisdiction: 'IN',
  currency: 'INR',
  rulesAsOf: '2026-11-22',
  rules: [
    ...[...SLABS, ...REBATES, ...NO_REBATE, ...SURCHARGES, ...CESS, ...ENTITY_RATES, ...ROUNDINGS],
    ...[...PRESUMPTIVE, ...AUDIT_LIMITS, ...AUDIT_DEFAULTS, ...ADVANCE_TAX_FROM, ...INSTALMENTS],
    ...[...INTEREST, ...FEES, ...DUE_DATES, ...FORMS, ...WITHHOLDING, ...GST_COLLECTED],
  ],
};
