import { describe, expect, it } from 'vitest';
import { aboutCost, PRICES } from '../../src/narrate/prices.ts';

const usage = { input: 1_000, output: 400, total: 1_400 };

describe('the cost of an answer', () => {
  it('is tokens in and out at the price of the version that answered', () => {
    // 1,000 × $0.75 + 400 × $3.75 per million
    expect(aboutCost('gemini-3.8-flash', usage)).toBeCloseTo(0.00225, 10);
    expect(aboutCost('models/gemini-3.8-flash-001', usage)).toBeCloseTo(0.00225, 10);
  });

  it('follows a price that ends on a day', () => {
    expect(aboutCost('gemini-3.8-flash', usage, { on: '2026-12-31' })).toBeCloseTo(0.00225, 10);
    expect(aboutCost('gemini-3.8-flash', usage, { on: '2027-01-01' })).toBeCloseTo(0.0045, 10);
  });

  it.each([undefined, 'gemini-flash-latest', 'gemini-4-argon', 'gemini-3.8-flash-lite'])(
    'is unknown for %s',
    (version) => {
      expect(aboutCost(version, usage)).toBeUndefined();
    },
  );

  it('is unknown without a count, and for prompts longer than the price holds for', () => {
    expect(aboutCost('gemini-3.8-flash', undefined)).toBeUndefined();
    const long = { input: 200_001, output: 1, total: 200_002 };
    expect(aboutCost('gemini-3.1-pro-preview', long)).toBeUndefined();
  });

  it('follows prices of the owner’s own, and another list', () => {
    const own = { 'gemini-4-argon': { input: 4, output: 20 } };
    expect(aboutCost('gemini-4-argon', usage, { own })).toBeCloseTo(0.012, 10);
    expect(aboutCost('gemini-3.8-flash', usage, { own })).toBeCloseTo(0.00225, 10);
    const list = { asOf: '2027-03-01', prices: [{ model: 'gemini-5', input: 1, output: 1 }] };
    expect(aboutCost('gemini-5', usage, { list })).toBeCloseTo(0.0014, 10);
    expect(aboutCost('constructor', usage, { own })).toBeUndefined();
  });

  it('rests on a dated list', () => {
    expect(PRICES.asOf).toBe('2026-11-22');
  });
});
