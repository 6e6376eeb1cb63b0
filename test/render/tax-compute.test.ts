import { describe, expect, it } from 'vitest';
import type { Taxpayer } from '../../src/domain/tax/india/taxpayer.ts';
import { taxYearOf } from '../../src/domain/tax/india/years.ts';
import type { Narrative } from '../../src/domain/narrative.ts';
import { taxComputeDocument } from '../../src/render/tax-compute.ts';
import { renderText } from '../../src/render/text.ts';
import { taxComputation } from '../../src/reports/tax/computation.ts';

const ANYONE: Taxpayer = { entity: 'proprietor', regime: 'new', age: 0, isResident: true, companyRate: 25 };
const NARRATIVE: Narrative = {
  ...{ source: 'built-in', lang: 'en', tone: 'owner', text: 'The summary.' },
  grounding: { checked: 0, traced: 0, dropped: 0, outcome: 'built-in' },
};

function page(rupees: number, who: Partial<Taxpayer> = {}, name = '2025-26'): string {
  const year = taxYearOf(name);
  if (year === undefined) throw new Error(name);
  const question = { income: rupees * 100, year, taxpayer: { ...ANYONE, ...who }, assumed: [] };
  return renderText(taxComputeDocument(taxComputation(question), NARRATIVE), { width: 80 });
}

describe('the page of a tax computation', () => {
  it('shows every step with its sections, what was assumed and what is to be checked', () => {
    expect(page(1_210_000)).toMatchInlineSnapshot(`
      "Income tax · proprietor · FY 2025-26 (AY 2026-27) · Income-tax Act, 1961     INR
      Rules as of 22 Nov 2026 · a calculation to check with your chartered accountant,
      not a filing

        The summary.

                                                rupees  section 1961 → 2025
        Total income                      12,10,000.00
          0 to 4,00,000 at 0 %                    0.00
          4,00,000 to 8,00,000 at 5 %        20,000.00
          8,00,000 to 12,00,000 at 10 %      40,000.00
          12,00,000 to 16,00,000 at 15 %      1,500.00
        Tax on the slabs                     61,500.00  115BAC → 202
        Rebate                                    0.00  87A → 156
        Marginal relief                     −51,500.00  87A → 156
        Cess 4 %                                400.00  FA 2026 s. 2 → FA 2026 s. 3
        Income tax                           10,400.00
        Payable, to ₹10                      10,400.00  288B → 516 · check
        The same income in the old regime: ₹1,82,520; deductions such as 80C (now 123)
        could lower the income there.
        check (288B → 516): the number of the new section
        FA: Finance Act

        Assumed
        · the total income is as given, all of it at ordinary rates, with no
          agricultural income beside it
        · nothing is deducted; the standard deduction is for salary and pension, never
          for business income
        · tax deducted, collected or paid in advance, interest and late fees are not
          looked at

        Summary: built-in. 0 of 0 figures traced.
      "
    `);
  });

  it('shows surcharge and its relief, and the slab without an end', () => {
    const text = page(10_100_000, { regime: 'old' });
    expect(text).toMatch(/over 10,00,000 at 30 % +27,30,000\.00/);
    expect(text).toMatch(/Surcharge 15 % +4,26,375\.00 +FA 2026/);
    expect(text).toMatch(/Marginal relief +−75,125\.00/);
    expect(text).toContain('The same income in the new regime: ₹30,55,520.\n');
  });

  it('shows one rate where there are no slabs, no rebate where there is none, and no other regime', () => {
    const text = page(1_000_000, { entity: 'firm' });
    expect(text).toMatch(/Tax at 30 % +3,00,000\.00/);
    expect(text).not.toMatch(/Rebate|regime/);
  });

  it('says "not certain" and "check" where the law is not', () => {
    const text = page(1_000_000, { entity: 'company' }, '2026-27');
    expect(text).toMatch(/Payable, to ₹10 +not certain +288B → 516 · check/);
    expect(text).toContain('check (FA 2026 s. 2 → FA 2026 s. 3): that the turnover of FY 2024-25');
    expect(page(400_001, { entity: 'huf' })).toMatch(/Rebate +0\.00 +87A → 156 · check/);
  });

  it('never calls itself a filing, and names the day of the rules', () => {
    expect(page(0)).toContain('Rules as of 22 Nov 2026');
    expect(page(0).replaceAll(/\s+/g, ' ')).toContain('chartered accountant, not a filing');
  });

  it('fits a narrow screen', () => {
    const question = {
      income: 1_000_000_00,
      year: taxYearOf('2026-27') ?? never(),
      taxpayer: ANYONE,
      assumed: [],
    };
    const text = renderText(taxComputeDocument(taxComputation(question), NARRATIVE), { width: 40 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});

function never(): never {
  throw new Error('no such year');
}
