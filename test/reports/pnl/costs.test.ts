import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../src/domain/books.ts';
import { books, cost, line, order } from '../../helpers/books.ts';
import { ask, askAll, figure, findings, ledger, rows, told, value, values } from './ask.ts';

/** What one kurta sold on the day costs under these costs. */
function costOn(day: string, costs: readonly Cost[], shop = {}): number | null | undefined {
  return value(askAll(books({ orders: [order({ placedOn: day })], costs, shop })), 'costOfGoods');
}

describe('unit costs', () => {
  it('count from their day on and leave earlier orders alone', () => {
    const costs = [cost({ unitCost: 20000 }), cost({ unitCost: 23000, validFrom: '2026-10-10' })];
    expect(costOn('2026-10-09', costs)).toBe(20000);
    expect(costOn('2026-10-10', costs)).toBe(23000);
    expect(costOn('2027-01-01', costs)).toBe(23000);
  });

  it('of the owner stand above the platform’s', () => {
    const costs = [cost({ source: 'platform', unitCost: 21000 }), cost({ source: 'owner', unitCost: 20000 })];
    expect(costOn('2026-10-10', costs)).toBe(20000);
    expect(costOn('2026-10-10', [...costs].reverse())).toBe(20000);
  });

  it('of the owner stand above a later one of the platform', () => {
    const costs = [
      cost({ source: 'platform', unitCost: 21000, validFrom: '2026-10-05' }),
      cost({ source: 'owner', unitCost: 20000, validFrom: '2026-10-01' }),
    ];
    expect(costOn('2026-10-10', costs)).toBe(20000);
  });

  it('before the owner’s first dated cost are the platform’s, else that first one', () => {
    const first = cost({ unitCost: 23000, validFrom: '2026-10-10' });
    expect(costOn('2026-10-01', [first, cost({ source: 'platform', unitCost: 21000 })])).toBe(21000);
    expect(costOn('2026-10-01', [cost({ unitCost: 25000, validFrom: '2026-11-01' }), first])).toBe(23000);
  });

  it('that differ for one SKU and day count by the dearest, unless the shop takes the last row', () => {
    const costs = [cost({ unitCost: 24000 }), cost({ unitCost: 20000, row: 3 })];
    expect(costOn('2026-10-10', costs)).toBe(24000);
    expect(costOn('2026-10-10', costs, { unequalCosts: 'last' })).toBe(20000);
    const dated = costs.map((one) => ({ ...one, validFrom: '2026-12-01' }));
    expect(costOn('2026-10-10', dated)).toBe(24000);
  });

  it('find their SKU whatever its case and outer blanks', () => {
    expect(costOn('2026-10-10', [cost({ sku: ' krt-101 ' })])).toBe(20000);
  });

  it('never meet a line without a SKU', () => {
    const blank = order({
      lines: [line({ sku: ' ' }), line({ sku: undefined, title: 'Stole', amount: 100 })],
    });
    const answer = ask(books({ orders: [blank], costs: [cost({ sku: ' ' })] }));
    expect(value(answer, 'costOfGoods')).toBeNull();
    expect(rows(answer, 'missingCosts')).toHaveLength(2);
  });

  it('in another currency are not used, and the owner is told', () => {
    const answer = ask(books({ orders: [order()], costs: [cost({ currency: 'USD' })] }));
    expect(value(answer, 'costOfGoods')).toBeNull();
    const [finding] = findings(answer, 'foreignRecords');
    expect(told(answer, finding)).toEqual({ records: 1 });
    expect(finding?.names).toEqual({ currencies: 'USD', home: 'INR', count: '1' });
  });

  it('times fractions of a metre are rounded once, half away from zero', () => {
    const metres = (quantity: number) =>
      value(
        ask(books({ orders: [order({ lines: [line({ quantity })] })], costs: [cost({ unitCost: 25 })] })),
        'costOfGoods',
      );
    expect(metres(2.5)).toBe(63);
    expect(metres(-2.5)).toBe(-63);
  });

  it('of a return on the same order lower the cost of goods', () => {
    const lines = [line({ quantity: 3, amount: 149700 }), line({ quantity: -1, amount: -49900 })];
    expect(value(ask(books({ orders: [order({ lines })], costs: [cost()] })), 'costOfGoods')).toBe(40000);
  });
});

describe('costs that no file gives', () => {
  const kurta = line({ amount: 100000 });
  const dupatta = line({ sku: 'DUP-220', title: 'Dupatta', amount: 50000 });

  it('are never zero: they are estimated at the shop’s own cost ÷ net sales, and said to be', () => {
    const answer = ask(
      books({ orders: [order({ lines: [kurta, dupatta] })], costs: [cost({ unitCost: 40000 })] }),
    );
    expect(figure(answer, 'pnl.costOfGoods')).toMatchObject({ value: 60000, status: 'estimated' });
    expect(figure(answer, 'pnl.grossProfit')).toMatchObject({ value: 90000, status: 'estimated' });
    expect(value(answer, 'costCoverage')).toBeCloseTo(2 / 3);
    expect(rows(answer, 'missingCosts')).toEqual([
      { sku: 'DUP-220', title: 'Dupatta', units: 1, netSales: 50000 },
    ]);
    expect(ledger(answer, 'costOfGoods')).toMatchObject({
      status: 'estimated',
      note: '1 product has no cost: taken at the shop’s own cost ÷ net sales',
    });
  });

  it('make a range of net profit: from goods that cost all they brought to goods that cost nothing', () => {
    const answer = ask(
      books({ orders: [order({ lines: [kurta, dupatta] })], costs: [cost({ unitCost: 40000 })] }),
    );
    expect(values(answer, 'netProfit', 'netProfit.low', 'netProfit.high')).toEqual({
      netProfit: 90000,
      'netProfit.low': undefined,
      'netProfit.high': undefined,
    });
    expect(value(answer, 'pnl.netProfit.low')).toBe(150000 - 40000 - 50000);
    expect(value(answer, 'pnl.netProfit.high')).toBe(150000 - 40000);
    expect(value(answer, 'pnl.uncostedSales')).toBe(50000);
  });

  it('have a range by the 10th and 90th percentile of five or more products', () => {
    const ratios = [0.2, 0.3, 0.4, 0.5, 0.6];
    const lines = ratios.map((_, index) =>
      line({ sku: `S-${index}`, title: `Saree ${index}`, amount: 100000 }),
    );
    const costs = ratios.map((ratio, index) => cost({ sku: `S-${index}`, unitCost: ratio * 100000 }));
    const answer = ask(books({ orders: [order({ lines: [...lines, dupatta] })], costs }));
    expect(value(answer, 'costOfGoods')).toBe(200000 + 20000);
    expect(value(answer, 'pnl.netProfit.high')).toBe(550000 - 200000 - 0.24 * 50000);
    expect(value(answer, 'pnl.netProfit.low')).toBe(550000 - 200000 - 0.56 * 50000);
  });

  it('of all products leave gross and net profit missing, and a finding says so', () => {
    const answer = ask(books({ orders: [order({ lines: [kurta, dupatta] })] }));
    for (const id of ['costOfGoods', 'grossProfit', 'contribution', 'netProfit'])
      expect(figure(answer, `pnl.${id}`)).toMatchObject({ value: null, status: 'missing' });
    for (const id of ['grossMargin', 'netMargin']) expect(value(answer, id)).toBeNull();
    expect(values(answer, 'revenue', 'costCoverage')).toEqual({ revenue: 150000, costCoverage: 0 });
    expect(figure(answer, 'pnl.netProfit.low')).toBeUndefined();
    const [finding] = findings(answer, 'profitUnknown');
    expect(told(answer, finding)).toEqual({ revenue: 150000, products: 2 });
    expect(finding).toMatchObject({ urgency: 'act', stake: 150000 });
    expect(findings(answer, 'costsMissing')).toEqual([]);
    expect(ledger(answer, 'costOfGoods')).toMatchObject({
      actualShare: null,
      note: 'no cost is known for any product sold: list them in costs.csv',
    });
  });

  it('of more than half of the sales leave net profit unstated, as a range with the share that is known', () => {
    const orders = [
      order({ lines: [kurta, dupatta, line({ sku: 'SAR-310', title: 'Saree', amount: 200000 })] }),
    ];
    const answer = ask(books({ orders, costs: [cost({ unitCost: 40000 })] }));
    expect(figure(answer, 'pnl.netProfit')).toMatchObject({ value: null, status: 'missing' });
    expect(values(answer, 'pnl.netProfit.low', 'pnl.netProfit.high')).toEqual({
      'pnl.netProfit.low': 350000 - 40000 - 250000,
      'pnl.netProfit.high': 350000 - 40000,
    });
    const [finding] = findings(answer, 'profitUnknown');
    expect(told(answer, finding)).toMatchObject({ coverage: 100000 / 350000 });
  });

  it('of a product without a SKU are found by its title', () => {
    const untagged = order({ lines: [line({ sku: undefined, title: 'Cotton Stole', amount: 100000 })] });
    const answer = ask(
      books({ orders: [untagged], costs: [cost({ sku: 'Cotton Stole', unitCost: 30000 })] }),
    );
    expect(value(answer, 'costOfGoods')).toBe(30000);
  });

  it('of a gift leave nothing to estimate but are still no zero', () => {
    const gift = order({ lines: [kurta, line({ sku: 'BAG-007', title: 'Bag', amount: 0 })] });
    const answer = ask(books({ orders: [gift], costs: [cost({ unitCost: 40000 })] }));
    expect(figure(answer, 'pnl.costOfGoods')).toMatchObject({ value: 40000, status: 'estimated' });
  });

  it('are taken as no more than the goods brought', () => {
    const orders = [order({ lines: [kurta, dupatta] })];
    const dear = ask(books({ orders, costs: [cost({ unitCost: 300000 })] }));
    expect(value(dear, 'costOfGoods')).toBe(300000 + 50000);
  });
});
