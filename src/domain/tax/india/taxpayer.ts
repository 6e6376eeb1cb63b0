import type { Day } from '../../day.ts';
import type { Slab, SurchargeStep } from '../progressive.ts';
import { ruleOn, type Rule } from '../rule.ts';
import { ENTITY_RATES, type FlatRate } from './entity-rates.ts';
import { NO_REBATE, REBATES, type Rebate } from './rebate.ts';
import { ROUNDINGS, type Rounding } from './rounding.ts';
import { SLABS } from './slabs.ts';
import { CESS, SURCHARGES } from './surcharge.ts';

/** `proprietor`: an individual. `firm`: a partnership firm. `company`: a domestic company. */
export type Entity = 'proprietor' | 'huf' | 'firm' | 'llp' | 'company';
/** The new regime is the default by law. */
export type Regime = 'new' | 'old';
/** Per cent: 25 up to the turnover limit of the test year, 30 above it, 22 for those who chose that regime. */
export type CompanyRate = 22 | 25 | 30;

/** Who is taxed. What does not apply to the entity is not looked at. */
export interface Taxpayer {
  readonly entity: Entity;
  readonly regime: Regime;
  /** whole years, reached at any time in the year */
  readonly age: number;
  readonly isResident: boolean;
  readonly companyRate: CompanyRate;
}

/** The rules by which one taxpayer's income of one year is taxed. */
export interface TaxRules {
  /** of the slabs, or of the one rate */
  readonly charge: Rule<readonly Slab[]> | Rule<FlatRate>;
  readonly slabs: readonly Slab[];
  /** on which the rate rests; empty: none */
  readonly condition: string;
  /** undefined: none, by who is taxed */
  readonly rebate: Rule<Rebate> | undefined;
  /** why there is no rebate, where that is a rule of its own */
  readonly noRebate: Rule<null> | undefined;
  readonly surcharge: Rule<readonly SurchargeStep[]>;
  readonly cess: Rule<number>;
  readonly roundIncome: Rule<Rounding>;
  readonly roundTax: Rule<Rounding>;
}

/** Whether an entity chooses between the two regimes: individuals and Hindu undivided families do. */
export function hasRegimes(entity: Entity): boolean {
  return entity === 'proprietor' || entity === 'huf';
}

/**
 * The rules for income of a day. Throws RangeError when the tables hold none for the day: look the year up in TAX_YEARS first.
 */
export function taxRulesFor(taxpayer: Taxpayer, day: Day): TaxRules {
  const { entity, regime, isResident } = taxpayer;
  const charge = hasRegimes(entity)
    ? held(SLABS, slabsOf(taxpayer), day)
    : held(ENTITY_RATES, rateOf(taxpayer), day);
  const getsRebate = entity === 'proprietor' && isResident;
  return {
    charge,
    ...('rate' in charge.value
      ? { slabs: [{ upTo: null, rate: charge.value.rate }], condition: charge.value.condition }
      : { slabs: charge.value, condition: '' }),
    rebate: getsRebate ? held(REBATES, `rebate.${regime}`, day) : undefined,
    noRebate: entity === 'huf' ? held(NO_REBATE, 'rebate.huf', day) : undefined,
    surcharge: held(SURCHARGES, surchargeOf(taxpayer), day),
    cess: held(CESS, 'cess', day),
    roundIncome: held(ROUNDINGS, 'rounding.income', day),
    roundTax: held(ROUNDINGS, 'rounding.tax', day),
  };
}

function slabsOf({ entity, regime, age, isResident }: Taxpayer): string {
  if (regime === 'new') return 'slabs.new';
  const byAge = entity === 'proprietor' && isResident;
  if (byAge && age >= 80) return 'slabs.old.80';
  return byAge && age >= 60 ? 'slabs.old.60' : 'slabs.old';
}

function rateOf({ entity, companyRate }: Taxpayer): string {
  return entity === 'company' ? `rate.company.${companyRate}` : 'rate.firm';
}

function surchargeOf({ entity, regime, companyRate }: Taxpayer): string {
  if (hasRegimes(entity)) return `surcharge.${regime}`;
  if (entity !== 'company') return 'surcharge.firm';
  return companyRate === 22 ? 'surcharge.company.22' : 'surcharge.company';
}

function held<Value>(rules: readonly Rule<Value>[], id: string, day: Day): Rule<Value> {
  const rule = ruleOn(rules, id, day);
  if (rule === undefined) throw new RangeError(`no rule ${id} for income of ${day}`);
  return rule;
}
