import { describe, expect, it } from 'vitest';
import type { Taxpayer } from '../../src/domain/tax/india/taxpayer.ts';
import { taxYearOf } from '../../src/domain/tax/india/years.ts';
import { plainTaxComputation } from '../../src/narrate/summary-tax-compute.ts';
import { taxComputation } from '../../src/reports/tax/computation.ts';

const ANYONE: Taxpayer = { entity: 'proprietor', regime: 'new', age: 0, isResident: true, companyRate: 25 };

function told(rupees: number, who: Partial<Taxpayer> = {}, [name, lang] = ['2025-26', 'en']) {
  const year = taxYearOf(name ?? '');
  if (year === undefined) throw new Error(name);
  const question = { income: rupees * 100, year, taxpayer: { ...ANYONE, ...who }, assumed: [] };
  return plainTaxComputation(taxComputation(question), { lang: lang ?? 'en', tone: 'owner' });
}

describe('the summary of a tax computation', () => {
  it('says the tax, its share of the income, what is payable and the other regime', () => {
    const { text, grounding } = told(1_425_000);
    expect(text).toBe(
      'On a total income of ₹14,25,000 the income tax for FY 2025-26 (AY 2026-27) is ₹97,500, 6.8 % of it. Payable is ₹97,500. The old regime would tax the same income with ₹2,49,600.',
    );
    expect(grounding).toEqual({ checked: 5, traced: 5, dropped: 0, outcome: 'built-in' });
  });

  it('says that a rebate leaves nothing', () => {
    expect(told(1_200_000).text).toContain('there is no income tax');
    expect(told(1_200_000).text).toContain('The rebate takes off ₹60,000.');
  });

  it('says why there is marginal relief', () => {
    expect(told(1_210_000).text).toContain(
      'just over the limit of the rebate, so marginal relief takes off ₹51,500',
    );
    expect(told(10_100_000, { regime: 'old' }).text).toContain(
      'The surcharge is ₹4,26,375. Marginal relief takes ₹75,125 of it off.',
    );
  });

  it('does not assert what is payable where rounding is not certain', () => {
    const { text } = told(1_425_000, { entity: 'firm' }, ['2026-27', 'en']);
    expect(text).not.toContain('Payable');
    expect(text).toContain('not certain');
    expect(text).not.toContain('regime');
  });

  it.each([
    [1_425_000, {}, '2025-26', 'देय राशि ₹97,500 है।'],
    [1_200_000, {}, '2025-26', 'कोई आयकर नहीं'],
    [1_210_000, {}, '2026-27', 'सीमांत राहत ₹51,500'],
    [10_100_000, { regime: 'old' }, '2026-27', 'इसमें से ₹75,125'],
    [1_425_000, { regime: 'old' }, '2026-27', 'निश्चित नहीं'],
  ] as const)('tells the same in Hindi: %s', (income, who, year, part) => {
    const { text, lang } = told(income, who, [year, 'hi']);
    expect(lang).toBe('hi');
    expect(text).toContain(part);
  });

  it('says in English that it knows no other language', () => {
    expect(told(1, {}, ['2025-26', 'ta'])).toMatchObject({ lang: 'en', caveat: /English and Hindi only/ });
    expect(told(1).caveat).toBeUndefined();
  });
});
