import { describe, expect, it } from 'vitest';
import type { Books } from '../../../src/domain/books.ts';
import type { ProfitAndLoss } from '../../../src/reports/pnl/profit-and-loss.ts';
import { books, cost, expense, line, order, shipment } from '../../helpers/books.ts';
import { ask, figure, findings, told, value } from './ask.ts';

const compare = (shop: Books): ProfitAndLoss => ask(shop, { compare: 'previous' });

const inSeptember = order({ number: '#900', placedOn: '2026-09-01' });
const inOctober = order({ number: '#1000', placedOn: '2026-10-31' });

describe('findings', () => {
  it('tell of a change of net profit with its largest causes, those that made it first', () => {
    const shop = books({
      orders: [inSeptember, inOctober, order({ number: '#1001', discount: 4000, lines: [line()] })],
      costs: [cost()],
      expenses: [
        expense({ category: 'Rent', day: '2026-10-05', amount: 9000 }),
        expense({ category: 'Wages', day: '2026-10-05', amount: 50000 }),
      ],
    });
    const answer = compare(shop);
    const [finding] = findings(answer, 'netProfitChange');
    expect(told(answer, finding)).toEqual({
      profit: -3200,
      previous: 29900,
      change: -33100,
      changeShare: -33100 / 29900,
      cause1: -50000,
      cause2: -9000,
      cause3: 29900,
    });
    expect(finding).toMatchObject({
      urgency: 'watch',
      stake: 33100,
      names: { direction: 'down', before: 'Sep 2026', cause1: 'Wages', cause2: 'Rent' },
    });
  });

  it('tell of a rise as good news and of no change as none', () => {
    const up = compare(books({ orders: [inSeptember, inOctober, order()], costs: [cost()] }));
    expect(findings(up, 'netProfitChange')[0]).toMatchObject({
      urgency: 'know',
      names: { direction: 'up' },
    });
    const flat = compare(books({ orders: [inSeptember, inOctober], costs: [cost()] }));
    expect(findings(flat, 'netProfitChange')[0]).toMatchObject({ stake: 0, names: { direction: 'flat' } });
  });

  it('give no share of change where the earlier profit was a loss', () => {
    const shop = books({
      orders: [inSeptember, inOctober],
      costs: [cost()],
      expenses: [expense({ day: '2026-09-05', amount: 90000 })],
    });
    expect(findings(compare(shop), 'netProfitChange')[0]?.figures).not.toHaveProperty('changeShare');
  });

  it('tell that sending an order costs 5 % more or beyond', () => {
    const shop = (now: number) =>
      books({
        orders: [inSeptember, inOctober],
        shipments: [
          shipment({ order: '#900', day: '2026-09-02', forwardCost: 6200 }),
          shipment({ order: '#1000', day: '2026-10-31', forwardCost: now }),
        ],
        costs: [cost()],
      });
    const dearer = compare(shop(7100));
    expect(told(dearer, findings(dearer, 'shippingPerOrderUp')[0])).toEqual({
      now: 7100,
      previous: 6200,
      effect: -900,
    });
    expect(findings(compare(shop(6500)), 'shippingPerOrderUp')).toEqual([]);
    expect(findings(compare(shop(6510)), 'shippingPerOrderUp')).toHaveLength(1);
    expect(findings(compare(shop(5000)), 'shippingPerOrderUp')).toEqual([]);
    expect(findings(ask(shop(7100)), 'shippingPerOrderUp')).toEqual([]);
  });

  it('tell of refunds that take half as much again of gross sales, and one per cent of them at least', () => {
    const shop = (before: number, now: number) =>
      books({
        orders: [
          order({ number: '#1', placedOn: '2026-09-01', total: 100000, refunded: before }),
          order({ number: '#2', placedOn: '2026-10-31', total: 100000, refunded: now }),
        ],
      });
    const spike = compare(shop(4000, 7000));
    const [finding] = findings(spike, 'refundSpike');
    expect(told(spike, finding)).toEqual({ excess: 3000, refunds: 7000, rate: 0.07, previousRate: 0.04 });
    expect(finding).toMatchObject({ urgency: 'watch', stake: 3000 });
    expect(findings(compare(shop(4000, 5900)), 'refundSpike')).toEqual([]);
    expect(findings(compare(shop(400, 1300)), 'refundSpike')).toEqual([]);
    expect(findings(compare(shop(0, 1000)), 'refundSpike')).toHaveLength(1);
  });

  it('tell of products sold below their cost, the three worst', () => {
    const skus = ['A-1', 'B-2', 'C-3', 'D-4', 'E-5'];
    const lines = skus.map((sku) => line({ sku, title: `Saree ${sku}`, amount: 10000 }));
    const unitCosts = [10500, 13000, 12000, 11000, 9000];
    const costs = skus.map((sku, index) => cost({ sku, unitCost: unitCosts[index] ?? 0 }));
    const answer = ask(
      books({
        orders: [order({ lines: [...lines, line({ sku: undefined, title: 'Stole', amount: 100 })] })],
        costs,
      }),
    );
    const found = findings(answer, 'soldAtLoss');
    expect(found.map(({ names, stake }) => [names['sku'], stake])).toEqual([
      ['B-2', 3000],
      ['C-3', 2000],
      ['D-4', 1000],
    ]);
    expect(told(answer, found[0])).toEqual({ loss: 3000, units: 1 });
  });

  it('tell which missing costs to fill in first', () => {
    const skus = ['A-1', 'B-2', 'C-3', 'D-4', 'E-5', 'F-6'];
    const lines = skus.map((sku, index) => line({ sku, title: sku, amount: 10000 * (index + 1) }));
    const nameless = line({ sku: undefined, title: 'Stole', amount: 5000 });
    const shop = books({ orders: [order({ lines: [line(), nameless, ...lines] })], costs: [cost()] });
    const answer = ask(shop);
    const [finding] = findings(answer, 'costsMissing');
    expect(told(answer, finding)).toMatchObject({ products: 7, fillFirst: 5, share: 200000 / 215000 });
    expect(finding).toMatchObject({
      urgency: 'act',
      stake: 215000,
      names: { products: 'F-6, E-5, D-4, C-3, B-2' },
    });
  });

  it('tell which lines no file gives, but not of an empty period', () => {
    const shop = books({ orders: [order()], costs: [cost()] });
    expect(findings(ask(shop), 'linesMissing')[0]?.names['lines']).toBe(
      'shipping paid, payment fees, packaging, advertising, operating expenses',
    );
    expect(findings(ask(shop, { period: { from: '2026-11-01', to: '2026-11-30' } }), 'linesMissing')).toEqual(
      [],
    );
  });

  it('tell that the data reaches over a part of the period or of the one before', () => {
    const shop = books({
      orders: [
        order({ number: '#1', placedOn: '2026-09-21' }),
        order({ number: '#2', placedOn: '2026-10-20' }),
      ],
    });
    const answer = compare(shop);
    const found = findings(answer, 'partlyCovered');
    expect(found.map(({ names }) => names['name'])).toEqual(['Oct 2026', 'Sep 2026']);
    expect(found.map((finding) => told(answer, finding))).toEqual([
      { days: 20, of: 31 },
      { days: 10, of: 30 },
    ]);
  });

  it('do not take a few days without a sale for missing data', () => {
    const shop = books({
      orders: [
        order({ number: '#1', placedOn: '2026-09-04' }),
        order({ number: '#2', placedOn: '2026-10-27' }),
      ],
    });
    expect(findings(compare(shop), 'partlyCovered')).toEqual([]);
    const soFar = ask(shop, { asOf: '2026-10-28' });
    expect(findings(soFar, 'partlyCovered')).toHaveLength(1);
    expect(findings(ask(books()), 'partlyCovered')).toEqual([]);
    const later = ask(shop, { period: { from: '2026-11-01', to: '2026-11-30' } });
    expect(findings(later, 'partlyCovered')).toEqual([]);
  });

  it('are ranked by the money at stake, and each rests on figures of the answer', () => {
    const skus = ['A-1', 'B-2'];
    const shop = books({
      orders: [
        inSeptember,
        order({
          lines: [
            line({ sku: 'A-1', amount: 10000 }),
            line({ sku: 'B-2', amount: 10000 }),
            line({ sku: 'Z', amount: 900 }),
          ],
          refunded: 9000,
        }),
        order({ number: '#7', status: 'cancelled', total: 700000 }),
        order({ number: '#8', currency: 'USD' }),
        inOctober,
      ],
      costs: [cost(), ...skus.map((sku, index) => cost({ sku, unitCost: 20000 * (index + 1) }))],
      expenses: [expense({ currency: 'USD' })],
    });
    const answer = compare(shop);
    const stakes = answer.findings.map(({ stake }) => stake);
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    expect(answer.findings.length).toBeGreaterThan(7);
    for (const finding of answer.findings)
      for (const id of Object.values(finding.figures)) expect(figure(answer, id)).toBeDefined();
    const ids = answer.figures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of answer.figures) expect(one.value === null).toBe(one.status === 'missing');
  });

  it('never claim a cause without a comparison', () => {
    const answer = ask(books({ orders: [inSeptember, inOctober], costs: [cost()] }));
    expect(answer.compare).toBeNull();
    expect(answer.findings.map(({ kind }) => kind)).toEqual(['linesMissing']);
    expect(value(answer, 'pnl.netProfit.change')).toBeUndefined();
    expect(value(answer, 'bridge.total')).toBeUndefined();
  });
});
