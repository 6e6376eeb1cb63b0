import type { Rule } from '../rule.ts';
import type { SurchargeStep } from '../progressive.ts';
import { underTheirActs, type Row } from './acts.ts';
import { VOTED_YEARS } from './finance-acts.ts';

function yearly(id: string, value: readonly SurchargeStep[]): readonly Row<readonly SurchargeStep[]>[] {
  return VOTED_YEARS.map(({ from, to, section, schedule }) => ({
    ...{ id, from, to, section, value, citation: schedule, confidence: 'verified' as const },
  }));
}

const INDIVIDUAL: readonly SurchargeStep[] = [
  { above: 5_000_000, rate: 10 },
  { above: 10_000_000, rate: 15 },
  { above: 20_000_000, rate: 25 },
];

/**
 * Surcharge on the tax at ordinary rates: `surcharge.new` (capped at 25 %) and `surcharge.old` of individuals and families by regime,
 * `surcharge.firm` of firms and limited liability partnerships, `surcharge.company` and `surcharge.company.22` of domestic companies.
 */
export const SURCHARGES: readonly Rule<readonly SurchargeStep[]>[] = underTheirActs([
  ...yearly('surcharge.new', INDIVIDUAL),
  ...yearly('surcharge.old', [...INDIVIDUAL, { above: 50_000_000, rate: 37 }]),
  ...yearly('surcharge.firm', [{ above: 10_000_000, rate: 12 }]),
  ...yearly('surcharge.company', [
    { above: 10_000_000, rate: 7 },
    { above: 100_000_000, rate: 12 },
  ]),
  ...yearly('surcharge.company.22', [{ above: 0, rate: 10 }]),
]);

/** Health and education cess, per cent of tax and surcharge: `cess`. It has no marginal relief. */
export const CESS: readonly Rule<number>[] = underTheirActs(
  VOTED_YEARS.map(({ from, to, section, schedule }) => ({
    ...{ id: 'cess', from, to, section, value: 4, confidence: 'verified' as const },
    citation: schedule.replace(/,.*/, ', section that charges the tax'),
  })),
);
