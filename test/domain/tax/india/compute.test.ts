import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomeTax } from '../../../../src/domain/tax/india/compute.ts';
import { roundedTo } from '../../../../src/domain/tax/india/rounding.ts';
import { taxRulesFor, type Taxpayer } from '../../../../src/domain/tax/india/taxpayer.ts';

const ANYONE: Taxpayer = { entity: 'proprietor', regime: 'new', age: 40, isResident: true, companyRate: 25 };
const NOW = '2025-04-01';

/** Income in rupees; every amount in rupees. */
function tax(rupees: number, who: Partial<Taxpayer> = {}, day = NOW) {
  const steps = incomeTax(Math.round(rupees * 100), taxRulesFor({ ...ANYONE, ...who }, day));
  const { slab, rebate, rebateRelief, surcharge, surchargeRelief, cess, total, payable } = steps;
  const inRupees = { slab, rebate, rebateRelief, surcharge, surchargeRelief, cess, total };
  return {
    ...Object.fromEntries(Object.entries(inRupees).map(([id, paise]) => [id, paise / 100])),
    payable: payable === null ? null : payable / 100,
    surchargeRate: steps.surchargeRate,
    parts: steps.parts,
  } as Record<keyof typeof inRupees, number> & {
    readonly payable: number | null;
    readonly surchargeRate: number;
    readonly parts: typeof steps.parts;
  };
}

describe('the slabs', () => {
  // section 115BAC(1A): 5 % of 4 lakh, 10 % of 4 lakh, 15 % of 2,25,000
  it('of the new regime tax 14,25,000 of FY 2025-26 with 93,750', () => {
    expect(tax(1_425_000)).toMatchObject({ slab: 93_750, cess: 3_750, total: 97_500, payable: 97_500 });
    expect(tax(1_425_000).parts.map((part) => part.tax / 100)).toEqual([0, 20_000, 40_000, 33_750]);
  });

  // section 115BAC(1A) as it stood: 20,000 + 30,000 + 30,000 + 60,000 up to 15 lakh
  it('of the new regime tax 15,00,000 of FY 2024-25 with 1,40,000', () => {
    expect(tax(1_500_000, {}, '2024-04-01')).toMatchObject({ slab: 140_000, total: 145_600 });
  });

  // First Schedule, Part I, Paragraph A: 12,500 + 1,00,000 up to 10 lakh
  it.each([
    [40, 112_500],
    [59, 112_500],
    [60, 110_000],
    [79, 110_000],
    [80, 100_000],
  ])('of the old regime begin by age: %s years', (age, slab) => {
    expect(tax(1_000_000, { regime: 'old', age })).toMatchObject({ slab });
  });

  it('of the old regime know no age outside India, and none for families', () => {
    expect(tax(1_000_000, { regime: 'old', age: 85, isResident: false }).slab).toBe(112_500);
    expect(tax(1_000_000, { regime: 'old', age: 85, entity: 'huf' }).slab).toBe(112_500);
  });

  it('of the new regime know no age', () => {
    expect(tax(1_425_000, { age: 85 })).toEqual(tax(1_425_000));
  });
});

describe('the rebate', () => {
  it('takes all tax off 12,00,000, and over it leaves what the income exceeds it by', () => {
    expect(tax(1_200_000)).toMatchObject({ slab: 60_000, rebate: 60_000, rebateRelief: 0, total: 0 });
    expect(tax(1_200_001)).toMatchObject({ rebate: 0, rebateRelief: 59_999.15, total: 1.04 });
  });

  // questions and answers of the Income Tax Department on the Budget of 2025: 12,10,000 would pay 61,500 and pays 10,000
  it('leaves 10,000 of the tax of 61,500 on 12,10,000', () => {
    expect(tax(1_210_000)).toMatchObject({ slab: 61_500, rebateRelief: 51_500, cess: 400, total: 10_400 });
  });

  it('gives relief up to where slabs and excess meet: 60,000 + 0.15 x = x', () => {
    expect(tax(1_270_588).rebateRelief).toBeGreaterThan(0);
    expect(tax(1_270_589).rebateRelief).toBe(0);
  });

  it('of FY 2024-25 ends at 7,00,000', () => {
    expect(tax(700_000, {}, '2024-04-01')).toMatchObject({ slab: 20_000, rebate: 20_000, total: 0 });
    expect(tax(705_000, {}, '2024-04-01')).toMatchObject({
      slab: 20_500,
      rebateRelief: 15_500,
      total: 5_200,
    });
  });

  it('of the old regime ends at 5,00,000 without relief', () => {
    expect(tax(500_000, { regime: 'old' })).toMatchObject({ rebate: 12_500, total: 0 });
    expect(tax(500_001, { regime: 'old' })).toMatchObject({ slab: 12_500.2, rebate: 0, rebateRelief: 0 });
  });

  it.each([{ isResident: false }, { entity: 'huf' }, { entity: 'huf', regime: 'old' }] as const)(
    'is not for %j',
    (who) => {
      expect(tax(400_001, who)).toMatchObject({ rebate: 0, rebateRelief: 0 });
      expect(tax(1_200_000, who).total).toBeGreaterThan(60_000);
    },
  );
});

describe('the surcharge', () => {
  // a published example: old regime, 51 lakh, tax with surcharge 14,76,750, on 50 lakh 13,12,500, relief 64,250
  it('leaves on 51 lakh in the old regime 14,12,500 before cess', () => {
    const steps = tax(5_100_000, { regime: 'old' });
    expect(steps).toMatchObject({ slab: 1_342_500, surcharge: 134_250, surchargeRelief: 64_250 });
    expect(steps.total).toBe(1_412_500 * 1.04);
  });

  // a published example: 1.01 crore, 32,68,875 with surcharge, on 1 crore 30,93,750, relief 75,125
  it('compares 1.01 crore with tax and surcharge on 1 crore', () => {
    const steps = tax(10_100_000, { regime: 'old' });
    expect(steps.slab + steps.surcharge).toBe(3_268_875);
    expect(steps.surchargeRelief).toBe(75_125);
  });

  // the same, from a maker of tax software: 2,02,61,550 pays 58,12,500 + 8,71,875 + 2,61,550 (its slabs exempt 2.5 lakh)
  it('compares an income just over 2 crore with 2 crore', () => {
    const steps = tax(20_261_550, { regime: 'old' });
    expect(steps).toMatchObject({ slab: 5_890_965, surcharge: 1_472_741.25 });
    expect(steps.slab + steps.surcharge - steps.surchargeRelief).toBe(5_812_500 + 871_875 + 261_550);
  });

  it.each([
    [5_000_000, 0],
    [5_000_001, 10],
    [10_000_000, 10],
    [10_000_001, 15],
    [20_000_000, 15],
    [20_000_001, 25],
    [50_000_000, 25],
    [50_000_001, 37],
  ])('on %s is %s per cent in the old regime', (income, rate) => {
    expect(tax(income, { regime: 'old' }).surchargeRate).toBe(rate);
    expect(tax(income).surchargeRate).toBe(Math.min(rate, 25));
  });

  it.each([5_000_000, 10_000_000, 20_000_000, 50_000_000])(
    'lets the rupee over %s cost a rupee and the cess on it',
    (limit) => {
      const who = { regime: 'old' } as const;
      expect(tax(limit + 1, who).total - tax(limit, who).total).toBeCloseTo(1.04, 5);
    },
  );
});

describe('firms and companies', () => {
  it.each(['firm', 'llp'] as const)(
    'tax a %s at 30 per cent, with 12 per cent surcharge over 1 crore and relief',
    (entity) => {
      expect(tax(1_000_000, { entity })).toMatchObject({ slab: 300_000, surcharge: 0, total: 312_000 });
      expect(tax(10_000_000, { entity }).surcharge).toBe(0);
      expect(tax(10_000_001, { entity }).total).toBeCloseTo(3_000_001 * 1.04, 5);
      expect(tax(20_000_000, { entity })).toMatchObject({ surcharge: 720_000, surchargeRelief: 0 });
    },
  );

  it.each([
    [25, 20_000_000, 7],
    [30, 20_000_000, 7],
    [25, 100_000_001, 12],
    [22, 1_000, 10],
  ] as const)(
    'tax a company at %s per cent of %s with the surcharge of its regime',
    (companyRate, income, rate) => {
      const steps = tax(income, { entity: 'company', companyRate });
      expect(steps.slab).toBeCloseTo((income * companyRate) / 100, 2);
      expect(steps.surchargeRate).toBe(rate);
    },
  );
});

describe('rounding', () => {
  it.each([
    [1499, 1000],
    [1500, 2000],
    [1499.99, 1000],
    [0, 0],
    [999_94, 1_000_00],
  ])('takes %s paise to %s, dropping paise first', (paise, rounded) => {
    expect(roundedTo(paise, { multiple: 10 })).toBe(rounded);
  });

  it('takes the income to the nearest ten rupees, then the tax on it', () => {
    // 14,25,004.99 counts as 14,25,000
    expect(tax(1_425_004.99).payable).toBe(97_500);
    expect(tax(1_425_004.99).total).toBeCloseTo(97_500.78, 2);
    // 14,25,005 counts as 14,25,010, whose tax is 97,501.56
    expect(tax(1_425_005).payable).toBe(97_500);
    expect(tax(1_200_004).payable).toBe(0);
    expect(tax(1_200_005).payable).toBe(10);
  });

  it('is not certain under the Act of 2025, so nothing is given as payable', () => {
    expect(tax(1_425_000, {}, '2026-04-01')).toMatchObject({ total: 97_500, payable: null });
  });
});

const rupees = fc.oneof(
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.integer({ min: 0, max: 700_000_000 }),
  fc
    .tuple(fc.constantFrom(12, 50, 100, 200, 500, 1000), fc.integer({ min: -50_000, max: 2_000_000 }))
    .map(([lakhs, more]) => lakhs * 100_000 + more),
);
const days = fc.constantFrom('2024-04-01', '2025-04-01', '2026-04-01');
const people: fc.Arbitrary<Taxpayer> = fc.record({
  entity: fc.constantFrom('proprietor', 'huf', 'firm', 'llp', 'company'),
  regime: fc.constantFrom('new', 'old'),
  age: fc.constantFrom(40, 60, 80),
  isResident: fc.boolean(),
  companyRate: fc.constantFrom(22, 25, 30),
});

describe('a computation', () => {
  it('adds up to the paisa, and no step is negative', () => {
    fc.assert(
      fc.property(rupees, people, days, (income, who, day) => {
        const steps = incomeTax(income * 100 + (income % 100), taxRulesFor(who, day));
        const { slab, rebate, rebateRelief, surcharge, surchargeRelief, cess, total, parts } = steps;
        expect(slab - rebate - rebateRelief + surcharge - surchargeRelief + cess).toBe(total);
        for (const step of [slab, rebate, rebateRelief, surcharge, surchargeRelief, cess, total])
          expect(Object.is(step, -0) || step < 0).toBe(false);
        expect(parts.reduce((sum, part) => sum + part.income, 0)).toBe(steps.income);
      }),
      { seed: 2 },
    );
  });

  it('never falls when income rises', () => {
    fc.assert(
      fc.property(rupees, fc.integer({ min: 1, max: 500_000 }), people, (income, more, who) => {
        const rules = taxRulesFor(who, NOW);
        const [low, high] = [income, income + more].map((amount) => incomeTax(amount * 100, rules));
        expect(high?.total).toBeGreaterThanOrEqual(low?.total ?? NaN);
        expect(high?.payable).toBeGreaterThanOrEqual(low?.payable ?? NaN);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('never lets a rupee of income cost more than a rupee before cess, but at the rebate of the old regime', () => {
    fc.assert(
      fc.property(rupees, people, days, (income, who, day) => {
        const rules = taxRulesFor(who, day);
        const [low = 0, high = 0] = [income, income + 1].map((amount) => {
          const { total, cess } = incomeTax(amount * 100, rules);
          return total - cess;
        });
        const atCliff = rules.rebate?.value.hasMarginalRelief === false && income === 500_000;
        expect(atCliff || high - low <= 101).toBe(true);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('is the same under both Acts where the slabs are', () => {
    fc.assert(
      fc.property(rupees, people, (income, who) => {
        const [old, present] = ['2026-03-31', '2026-04-01'].map((day) =>
          incomeTax(income * 100, taxRulesFor(who, day)),
        );
        expect({ ...present, payable: 0 }).toEqual({ ...old, payable: 0 });
      }),
      { seed: 5 },
    );
  });

  it.each([-1, 0.5, NaN, Number.MAX_SAFE_INTEGER + 1])('is refused for %s paise', (paise) => {
    expect(() => incomeTax(paise, taxRulesFor(ANYONE, NOW))).toThrow(RangeError);
  });

  it('is refused for days without rules', () => {
    expect(() => taxRulesFor(ANYONE, '2024-03-31')).toThrow('no rule slabs.new for income of 2024-03-31');
    expect(() => taxRulesFor(ANYONE, '2027-04-01')).toThrow(RangeError);
  });

  it('stays exact for an income of a lakh crore rupees', () => {
    expect(tax(1_000_000_000_000, { entity: 'firm' }).total).toBe(349_440_000_000);
  });
});
