import { exactly, lesser, percentOf, type Exact } from './exact.ts';

/** A slab: the rate of the part of the income up to `upTo` whole units of the currency (null: all the rest), the end included. */
export interface Slab {
  readonly upTo: number | null;
  /** per cent */
  readonly rate: number;
}

/** A surcharge on the tax of every income over `above` whole units of the currency; at exactly `above` the step before holds. */
export interface SurchargeStep {
  readonly above: number;
  /** per cent of the tax */
  readonly rate: number;
}

/** The part of an income that lies in one slab, and its tax. Undefined `to`: no upper end. */
export interface SlabPart {
  /** whole units of the currency */
  readonly from: number;
  readonly to: number | null;
  readonly rate: number;
  readonly income: Exact;
  readonly tax: Exact;
}

/** Whole units of a currency with hundredths as an exact amount. */
export function exactUnits(units: number): Exact {
  return exactly(units) * 100n;
}

/** Slab by slab the parts of an income (not negative) and their tax; slabs above the income are left out, the first never is. */
export function slabParts(income: Exact, slabs: readonly Slab[]): readonly SlabPart[] {
  return slabs.flatMap(({ upTo, rate }, index) => {
    const from = slabs[index - 1]?.upTo ?? 0;
    const part = (upTo === null ? income : lesser(income, exactUnits(upTo))) - exactUnits(from);
    if (part <= 0n && index > 0) return [];
    return [{ from, to: upTo, rate, income: part, tax: percentOf(part, rate) }];
  });
}

/** The tax on an income: the sum over its slabs. */
export function taxOnSlabs(income: Exact, slabs: readonly Slab[]): Exact {
  return slabParts(income, slabs).reduce((sum, { tax }) => sum + tax, 0n);
}

/** A surcharge before relief, what the relief takes off, and the step that was reached. */
export interface Surcharge {
  readonly step: SurchargeStep | undefined;
  readonly charge: Exact;
  readonly relief: Exact;
}

/**
 * Surcharge and its marginal relief: tax and surcharge on an income over a step may exceed what is payable on exactly the step's
 * income (with the surcharge and relief of the step before) by no more than the income exceeds the step. `taxOf` is the tax on any
 * income before surcharge. Steps ascend. Source: provisos to the First Schedule of the yearly Finance Act.
 */
export function surchargeOn(
  income: Exact,
  taxOf: (income: Exact) => Exact,
  steps: readonly SurchargeStep[],
): Surcharge {
  const reached = steps.filter(({ above }) => income > exactUnits(above));
  const step = reached.at(-1);
  if (step === undefined) return { step, charge: 0n, relief: 0n };
  const charge = percentOf(taxOf(income), step.rate);
  const threshold = exactUnits(step.above);
  const before = surchargeOn(threshold, taxOf, reached.slice(0, -1));
  const most = taxOf(threshold) + before.charge - before.relief + income - threshold;
  const excess = taxOf(income) + charge - most;
  return { step, charge, relief: excess > 0n ? excess : 0n };
}
