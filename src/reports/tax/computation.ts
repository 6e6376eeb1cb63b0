import type { Answer } from '../../domain/answer.ts';
import type { Minor } from '../../domain/money.ts';
import { actOn } from '../../domain/tax/india/acts.ts';
import { incomeTax, type IncomeTax } from '../../domain/tax/india/compute.ts';
import { INDIA } from '../../domain/tax/india/law.ts';
import { hasRegimes, taxRulesFor, type Taxpayer, type TaxRules } from '../../domain/tax/india/taxpayer.ts';
import type { TaxYear } from '../../domain/tax/india/years.ts';
import { assumptionsOf, type Assumed } from './assumptions.ts';
import { figuresOf } from './computation-figures.ts';
import { tablesOf } from './computation-tables.ts';

/** What is to be computed. */
export interface TaxQuestion {
  /** total income in paise, not negative */
  readonly income: Minor;
  readonly year: TaxYear;
  readonly taxpayer: Taxpayer;
  /** what nobody said of the taxpayer and was taken for granted */
  readonly assumed: readonly Assumed[];
}

/** The tax on a total income, step by step, with the rules it rests on. */
export interface TaxComputation extends Answer {
  readonly report: 'tax-compute';
  readonly question: TaxQuestion;
  readonly act: string;
  readonly rules: TaxRules;
  readonly steps: IncomeTax;
  /** the same income in the other regime; undefined where there is no choice */
  readonly other: IncomeTax | undefined;
  readonly assumptions: readonly string[];
}

/**
 * Income tax on a given total income by the rules of the year of that income. Nothing is deducted, no books are read, and today plays no
 * part: `asOf` is the day of the tables. Both regimes are computed where there is a choice.
 */
export function taxComputation(question: TaxQuestion): TaxComputation {
  const { income, year, taxpayer } = question;
  const rules = taxRulesFor(taxpayer, year.from);
  const steps = incomeTax(income, rules);
  const other = hasRegimes(taxpayer.entity) ? inOtherRegime(question) : undefined;
  const assumptions = assumptionsOf(question, rules);
  return {
    ...{ schemaVersion: 1, report: 'tax-compute', demo: false, period: { from: year.from, to: year.to } },
    ...{ compare: null, asOf: INDIA.rulesAsOf, currency: INDIA.currency, findings: [] },
    ...{ question, act: actOn(year.from), rules, steps, other, assumptions },
    figures: figuresOf({ steps, rules, other, currency: INDIA.currency }),
    tables: tablesOf({ steps, rules, assumptions }),
  };
}

function inOtherRegime({ income, year, taxpayer }: TaxQuestion): IncomeTax {
  const regime = taxpayer.regime === 'new' ? 'old' : 'new';
  return incomeTax(income, taxRulesFor({ ...taxpayer, regime }, year.from));
}
