import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drillDown, shareSurprise } from '../../src/stats/drill-down.ts';

// The example of Bhagwan et al. (NSDI 2014), tables 1 and 2: revenue of two data centres, three advertisers and two devices.
const PAPER = [
  {
    name: 'data centre',
    elements: [
      { name: 'X', forecast: 94, actual: 47 },
      { name: 'Y', forecast: 6, actual: 3 },
    ],
  },
  {
    name: 'advertiser',
    elements: [
      { name: 'A1', forecast: 50, actual: 24 },
      { name: 'A2', forecast: 20, actual: 21 },
      { name: 'A3', forecast: 20, actual: 4 },
      { name: 'A4', forecast: 10, actual: 1 },
    ],
  },
  {
    name: 'device',
    elements: [
      { name: 'PC', forecast: 50, actual: 49 },
      { name: 'Mobile', forecast: 25, actual: 1 },
      { name: 'Tablet', forecast: 25, actual: 0 },
    ],
  },
];

describe('drillDown', () => {
  it('names the dimension whose shares surprise most, with the elements that explain the change', () => {
    const [first, second, third] = drillDown(PAPER);
    expect(first?.name).toBe('device');
    expect(first?.elements.map(({ name }) => name)).toEqual(['Tablet', 'Mobile']);
    expect(first?.explanatoryPower).toBeCloseTo(0.98, 10);
    expect(second?.name).toBe('advertiser');
    expect(third?.surprise).toBeCloseTo(0, 12);
  });

  it('puts a dimension last whose elements do not explain enough, however surprising', () => {
    const crumbs = Array.from({ length: 20 }, (_, i) => ({ name: `sku ${i}`, forecast: 5, actual: 5 - 2.5 }));
    const [first, last] = drillDown([
      { name: 'sku', elements: crumbs },
      { name: 'all', elements: [{ name: 'shop', forecast: 100, actual: 50 }] },
    ]);
    expect(first?.name).toBe('all');
    expect(last?.elements).toEqual([]);
  });

  it('stops taking elements once they explain enough, and takes all above the limit given', () => {
    const elements = [
      { name: 'gone', forecast: 40, actual: 0 },
      { name: 'halved', forecast: 20, actual: 10 },
      { name: 'kept', forecast: 40, actual: 40 },
    ];
    const names = (total: number): unknown =>
      drillDown([{ name: 'sku', elements }], { element: 0.1, total })[0]?.elements.map(({ name }) => name);
    expect(names(0.67)).toEqual(['gone']);
    expect(names(0.9)).toEqual(['gone', 'halved']);
  });

  it('has no carrier of no change, and bears totals of 0', () => {
    expect(drillDown([{ name: 'sku', elements: [{ name: 'a', forecast: 3, actual: 3 }] }])[0]).toEqual({
      name: 'sku',
      surprise: 0,
      explanatoryPower: 0,
      elements: [],
    });
    const fromNothing = drillDown([{ name: 'sku', elements: [{ name: 'a', forecast: 0, actual: 3 }] }]);
    expect(fromNothing[0]?.elements[0]?.surprise).toBeCloseTo(Math.log(2) / 2, 12);
    const toNothing = drillDown([{ name: 'sku', elements: [{ name: 'a', forecast: 3, actual: 0 }] }]);
    expect(toNothing[0]?.explanatoryPower).toBe(1);
  });
});

describe('shareSurprise', () => {
  it('is the Jensen–Shannon divergence of one share, in nats', () => {
    // Bhagwan et al. (2014): S = 0.5 (p ln(2p/(p+q)) + q ln(2q/(p+q))), here p = .5, q = .98
    const by = (p: number, q: number): number =>
      0.5 * (p * Math.log((2 * p) / (p + q)) + q * Math.log((2 * q) / (p + q)));
    expect(shareSurprise(0.5, 0.98)).toBeCloseTo(by(0.5, 0.98), 12);
  });

  it('is 0 of equal shares only, symmetric and never negative', () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (p, q) => {
        expect(shareSurprise(p, p)).toBe(0);
        expect(shareSurprise(p, q)).toBeCloseTo(shareSurprise(q, p), 12);
        expect(shareSurprise(p, q)).toBeGreaterThanOrEqual(-1e-15);
      }),
      { seed: 31 },
    );
  });

  it('takes a share below 0 for 0', () => {
    expect(shareSurprise(-0.2, 0.4)).toBe(shareSurprise(0, 0.4));
  });
});
