import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactUnits, slabParts, surchargeOn, taxOnSlabs } from '../../../src/domain/tax/progressive.ts';

const SLABS = [
  { upTo: 100, rate: 0 },
  { upTo: 300, rate: 10 },
  { upTo: null, rate: 30 },
];
const STEPS = [
  { above: 1000, rate: 10 },
  { above: 2000, rate: 40 },
];
const taxOf = (income: bigint): bigint => taxOnSlabs(income, SLABS);

describe('slabParts', () => {
  it('taxes each part of the income at the rate of its slab', () => {
    expect(slabParts(exactUnits(350), SLABS)).toEqual([
      { from: 0, to: 100, rate: 0, income: exactUnits(100), tax: 0n },
      { from: 100, to: 300, rate: 10, income: exactUnits(200), tax: exactUnits(20) },
      { from: 300, to: null, rate: 30, income: exactUnits(50), tax: exactUnits(15) },
    ]);
  });

  it('leaves out slabs that the income does not reach, an end being in the lower slab', () => {
    expect(slabParts(exactUnits(100), SLABS)).toHaveLength(1);
    expect(slabParts(0n, SLABS)).toEqual([{ from: 0, to: 100, rate: 0, income: 0n, tax: 0n }]);
  });

  it('divides the whole income', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (units) => {
        const parts = slabParts(exactUnits(units), SLABS);
        expect(parts.reduce((sum, { income }) => sum + income, 0n)).toBe(exactUnits(units));
      }),
      { seed: 1 },
    );
  });
});

describe('surchargeOn', () => {
  it('charges nothing up to the first step, its income included', () => {
    expect(surchargeOn(exactUnits(1000), taxOf, STEPS)).toEqual({ step: undefined, charge: 0n, relief: 0n });
  });

  it('leaves of the surcharge just over a step only what the income exceeds it by', () => {
    // tax on 1,000 is 230, on 1,010 it is 233, the surcharge 23.30: 256.30 is cut to 230 + 10
    const { charge, relief, step } = surchargeOn(exactUnits(1010), taxOf, STEPS);
    expect({ charge, relief, rate: step?.rate }).toEqual({
      ...{ charge: exactUnits(2330) / 100n, relief: exactUnits(1630) / 100n, rate: 10 },
    });
  });

  it('compares the second step with tax and surcharge on its own income', () => {
    // on 2,000: 530 + 53; on 2,001: 530.30 + 212.12 = 742.42 is cut to 584
    const { relief } = surchargeOn(exactUnits(2001), taxOf, STEPS);
    expect(relief).toBe(exactUnits(15842) / 100n);
  });

  it('gives no relief far above a step', () => {
    expect(surchargeOn(exactUnits(1500), taxOf, STEPS).relief).toBe(0n);
  });
});
