import { describe, expect, it } from 'vitest';
import type { Taxpayer } from '../../../src/domain/tax/india/taxpayer.ts';
import { taxYearOf } from '../../../src/domain/tax/india/years.ts';
import type { Assumed } from '../../../src/reports/tax/assumptions.ts';
import { taxComputation, type TaxComputation } from '../../../src/reports/tax/computation.ts';

const ANYONE: Taxpayer = { entity: 'proprietor', regime: 'new', age: 0, isResident: true, companyRate: 25 };
const NOTHING_SAID: readonly Assumed[] = ['entity', 'regime', 'age', 'isResident', 'companyRate'];

function computed(rupees: number, who: Partial<Taxpayer> = {}, name = '2025-26'): TaxComputation {
  const year = taxYearOf(name);
  if (year === undefined) throw new Error(name);
  const assumed = NOTHING_SAID.filter((fact) => !(fact in who));
  return taxComputation({ income: rupees * 100, year, taxpayer: { ...ANYONE, ...who }, assumed });
}

const figure = (answer: TaxComputation, id: string) => answer.figures.find((one) => one.id === `tax.${id}`);
const value = (answer: TaxComputation, id: string) => figure(answer, id)?.value;
const rows = (answer: TaxComputation, id: string) =>
  answer.tables.find((table) => table.id === id)?.rows ?? [];

describe('a tax computation', () => {
  it('has a figure for every step, which add up to the total', () => {
    const answer = computed(10_100_000, { regime: 'old' });
    const of = (id: string): number => value(answer, id) ?? NaN;
    expect(of('slab') - of('rebate') + of('surcharge') - of('marginalRelief') + of('cess')).toBe(of('total'));
    expect(of('marginalRelief')).toBe(of('marginalRelief.rebate') + of('marginalRelief.surcharge'));
    expect(of('marginalRelief')).toBe(7_512_500);
  });

  it('knows both regimes, and no other for who has no choice', () => {
    expect(value(computed(1_425_000), 'otherRegime')).toBe(24_960_000);
    expect(value(computed(1_425_000, { regime: 'old' }), 'otherRegime')).toBe(9_750_000);
    expect(figure(computed(1_425_000, { entity: 'firm' }), 'otherRegime')).toBeUndefined();
  });

  it('has no share of an income of nothing', () => {
    expect(figure(computed(0), 'share')).toMatchObject({ value: null, status: 'missing' });
    expect(value(computed(0), 'total')).toBe(0);
  });

  it('gives what is payable in FY 2025-26, and says that it is not certain in tax year 2026-27', () => {
    expect(figure(computed(1_425_000), 'payable')).toMatchObject({ value: 9_750_000, status: 'actual' });
    const later = figure(computed(1_425_000, {}, '2026-27'), 'payable');
    expect(later).toMatchObject({ value: null, status: 'missing' });
    expect(later?.note).toMatch(/^not certain: check/);
  });

  it('calls a figure estimated whose rule is not verified, and says what to check', () => {
    const company = computed(1_425_000, { entity: 'company' }, '2026-27');
    expect(figure(company, 'slab')).toMatchObject({ status: 'estimated', note: /FY 2024-25/ });
    expect(figure(company, 'total')?.status).toBe('estimated');
    expect(figure(computed(1_425_000, { entity: 'company' }), 'slab')?.status).toBe('actual');
    expect(figure(computed(400_001, { entity: 'huf' }), 'rebate')).toMatchObject({
      value: 0,
      status: 'estimated',
    });
  });

  it('shows for every step the section of both Acts, and for every rule its day and citation', () => {
    const answer = computed(1_425_000);
    expect(rows(answer, 'steps').find(({ step }) => step === 'slab')).toMatchObject({
      ...{ section1961: '115BAC', section2025: '202', check: null },
    });
    for (const rule of rows(answer, 'rules'))
      expect(rule).toMatchObject({ act: 'Income-tax Act, 1961', rulesAsOf: '2026-11-22' });
    expect(rows(answer, 'rules')).toHaveLength(6);
  });

  it('is governed by the Act of the income, never of today', () => {
    expect(computed(1, {}, '2025-26').act).toBe('Income-tax Act, 1961');
    expect(computed(1, {}, '2026-27').act).toBe('Income-tax Act, 2025');
    expect(computed(1, {}, '2024-25')).toMatchObject({
      ...{ asOf: '2026-11-22', period: { from: '2024-04-01', to: '2025-03-31' } },
    });
  });

  it('lists the slabs in paise, the last without an end', () => {
    expect(rows(computed(3_000_000), 'slabs').at(-1)).toEqual({
      ...{ from: 240_000_000, to: null, rate: 0.3, income: 60_000_000, tax: 18_000_000 },
    });
  });
});

describe('what is assumed', () => {
  it('names what nobody said, with the flag that says otherwise', () => {
    const flags = computed(1_425_000).assumptions.flatMap((text) => /\((--[a-z-]+)\)/.exec(text)?.[1] ?? []);
    expect(flags).toEqual(['--entity', '--regime', '--resident']);
  });

  it('leaves out what was said and what does not matter', () => {
    const said = computed(1, { entity: 'proprietor', regime: 'new', isResident: true });
    expect(said.assumptions.join()).not.toContain('--');
    expect(computed(1, { entity: 'huf' }).assumptions.join()).not.toMatch(/--resident|--age/);
    expect(computed(1, { regime: 'old' }).assumptions.join()).toContain('(--age)');
    expect(computed(1, { regime: 'old', isResident: false }).assumptions.join()).not.toContain('(--age)');
  });

  it('says that the standard deduction is never for business income', () => {
    expect(computed(1).assumptions.join()).toContain('standard deduction is for salary and pension');
    expect(computed(1, { entity: 'llp' }).assumptions.join()).not.toContain('standard deduction');
  });

  it('says of a company whose turnover decides, and that book profit is not looked at', () => {
    const { assumptions } = computed(1, { entity: 'company' });
    expect(assumptions[0]).toBe('turnover of FY 2023-24 not above 400 crore rupees (--company-rate)');
    expect(assumptions.join()).toContain('minimum alternate tax');
  });

  it('says of the old regime how to get there, naming the form only where it is known', () => {
    expect(computed(1, { regime: 'old' }).assumptions.join()).toContain('Form 10-IEA');
    expect(computed(1, { regime: 'old' }, '2026-27').assumptions.join()).toContain('a form (check which)');
  });
});
