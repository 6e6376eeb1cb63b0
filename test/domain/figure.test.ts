import { describe, expect, it } from 'vitest';
import { figureOf, type Figure } from '../../src/domain/figure.ts';

const netProfit: Figure = {
  id: 'pnl.netProfit',
  label: 'Net profit',
  value: 18_421_000,
  unit: 'money',
  currency: 'INR',
  status: 'actual',
};

describe('figureOf', () => {
  it('finds a figure by its id', () => {
    expect(figureOf([netProfit], 'pnl.netProfit')).toBe(netProfit);
  });

  it('takes a figure that is not there for a bug', () => {
    expect(() => figureOf([netProfit], 'pnl.netSales')).toThrow('no figure pnl.netSales');
  });
});
