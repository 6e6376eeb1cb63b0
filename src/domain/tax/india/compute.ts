import type { Minor } from '../../money.ts';
import { exactly, lesser, percentOf, toMinor, wholeMinor, type Exact } from '../exact.ts';
import { exactUnits, slabParts, surchargeOn, taxOnSlabs } from '../progressive.ts';
import { roundedTo } from './rounding.ts';
import type { TaxRules } from './taxpayer.ts';

/** The part of the income in one slab and its tax, in paise; the ends of the slab in whole rupees. */
export interface SlabStep {
  readonly from: number;
  readonly to: number | null;
  readonly rate: number;
  readonly income: Minor;
  readonly tax: Minor;
}

/**
 * A computation step by step, in paise: `slab − rebate − rebateRelief + surcharge − surchargeRelief + cess = total`, to the paisa,
 * because the running totals are rounded and every step is the difference of two.
 */
export interface IncomeTax {
  readonly income: Minor;
  readonly parts: readonly SlabStep[];
  readonly slab: Minor;
  readonly rebate: Minor;
  /** what the marginal relief over the rebate's limit takes off */
  readonly rebateRelief: Minor;
  /** per cent; 0 where no step is reached */
  readonly surchargeRate: number;
  /** before its marginal relief */
  readonly surcharge: Minor;
  readonly surchargeRelief: Minor;
  readonly cess: Minor;
  /** to the paisa */
  readonly total: Minor;
  /** rounded as the law says, the income first; null where it is not certain how */
  readonly payable: Minor | null;
}

/**
 * Income tax on a total income at ordinary rates: slabs, less rebate, plus surcharge less its marginal relief, plus cess. Nothing is
 * taken off the income. `income` is in paise; throws RangeError when it is negative or no safe whole number.
 */
export function incomeTax(income: Minor, rules: TaxRules): IncomeTax {
  if (!Number.isSafeInteger(income) || income < 0) throw new RangeError(`no total income: ${income}`);
  const steps = exactSteps(exactly(income), rules);
  const { slab, rebate, rebateRelief, surcharge, surchargeRelief, cess } = steps;
  const totals: Minor[] = [];
  let running = 0n;
  for (const step of [slab, -rebate, -rebateRelief, surcharge, -surchargeRelief, cess]) {
    running += step;
    totals.push(toMinor(running));
  }
  const [ofSlab = 0, ofRebate = 0, ofRelief = 0, ofSurcharge = 0, beforeCess = 0, total = 0] = totals;
  return {
    income,
    parts: partsOf(income, rules),
    slab: ofSlab,
    rebate: ofSlab - ofRebate,
    rebateRelief: ofRebate - ofRelief,
    surchargeRate: steps.surchargeRate,
    surcharge: ofSurcharge - ofRelief,
    surchargeRelief: ofSurcharge - beforeCess,
    cess: total - beforeCess,
    total,
    payable: payableOn(income, rules),
  };
}

interface ExactSteps {
  readonly slab: Exact;
  readonly rebate: Exact;
  readonly rebateRelief: Exact;
  readonly surchargeRate: number;
  readonly surcharge: Exact;
  readonly surchargeRelief: Exact;
  readonly cess: Exact;
  readonly total: Exact;
}

function exactSteps(income: Exact, rules: TaxRules): ExactSteps {
  const slab = taxOnSlabs(income, rules.slabs);
  const { rebate, relief } = rebateOn(income, slab, rules);
  const taxOf = (other: Exact): Exact => afterRebate(other, rules);
  const { step, charge, relief: surchargeRelief } = surchargeOn(income, taxOf, rules.surcharge.value);
  const beforeCess = slab - rebate - relief + charge - surchargeRelief;
  const cess = percentOf(beforeCess, rules.cess.value);
  return {
    ...{ slab, rebate, rebateRelief: relief, surcharge: charge, surchargeRelief, cess },
    surchargeRate: step?.rate ?? 0,
    total: beforeCess + cess,
  };
}

function afterRebate(income: Exact, rules: TaxRules): Exact {
  const slab = taxOnSlabs(income, rules.slabs);
  const { rebate, relief } = rebateOn(income, slab, rules);
  return slab - rebate - relief;
}

/**
 * Up to the limit the tax, at most the amount; over it, where there is marginal relief, what the tax exceeds the excess of income by.
 * Source: section 87A of the Act of 1961, section 156 of the Act of 2025.
 */
function rebateOn(income: Exact, tax: Exact, { rebate: rule }: TaxRules) {
  const none = { rebate: 0n, relief: 0n };
  if (rule === undefined) return none;
  const { upTo, most, hasMarginalRelief } = rule.value;
  const over = income - exactUnits(upTo);
  if (over <= 0n) return { ...none, rebate: lesser(tax, exactUnits(most)) };
  return hasMarginalRelief && tax > over ? { ...none, relief: tax - over } : none;
}

function partsOf(income: Minor, { slabs }: TaxRules): readonly SlabStep[] {
  return slabParts(exactly(income), slabs).map((part) => ({
    ...part,
    income: toMinor(part.income),
    tax: toMinor(part.tax),
  }));
}

/** The income is rounded, taxed anew, and the tax is rounded. Only a verified rule of rounding is applied. */
function payableOn(income: Minor, rules: TaxRules): Minor | null {
  const { roundIncome, roundTax } = rules;
  if (roundIncome.confidence !== 'verified' || roundTax.confidence !== 'verified') return null;
  const { total } = exactSteps(exactly(roundedTo(income, roundIncome.value)), rules);
  return roundedTo(wholeMinor(total), roundTax.value);
}
