import { describe, expect, it } from 'vitest';
import { ACT_1961, ACT_2025, actOn, underTheirActs } from '../../../../src/domain/tax/india/acts.ts';
import { TAX_YEARS, taxYearOf } from '../../../../src/domain/tax/india/years.ts';

describe('the years of the tables', () => {
  it('are called as in their own Act', () => {
    expect(TAX_YEARS.map(({ label }) => label)).toEqual([
      'FY 2024-25 (AY 2025-26)',
      'FY 2025-26 (AY 2026-27)',
      'tax year 2026-27',
    ]);
  });

  it.each(['2025-26', '2025-2026', 'FY2025-26', 'fy 2025-26', 'ty2025-26'])('are known as %s', (text) => {
    expect(taxYearOf(text)).toMatchObject({ name: '2025-26', from: '2025-04-01', to: '2026-03-31' });
  });

  it.each(['2023-24', '2027-28', '2025-27', '2025', '2025-2025', 'next', ''])('do not hold %j', (text) => {
    expect(taxYearOf(text)).toBeUndefined();
  });
});

describe('the Act', () => {
  it('changes with income of 1 April 2026', () => {
    expect([actOn('2026-03-31'), actOn('2026-04-01')]).toEqual([ACT_1961, ACT_2025]);
  });

  it('of a rule that holds across the change is told for each of its sides', () => {
    const row = { id: 'x', section: { old: '1', new: '2' }, from: '2024-04-01', value: 1, citation: 'c' };
    const spanning = underTheirActs([{ ...row, to: null, confidence: 'verified' }]);
    expect(spanning.map(({ act, from, to }) => [act, from, to])).toEqual([
      [ACT_1961, '2024-04-01', '2026-03-31'],
      [ACT_2025, '2026-04-01', null],
    ]);
    expect(underTheirActs([{ ...row, to: '2026-03-31', confidence: 'verified' }])).toHaveLength(1);
  });
});
