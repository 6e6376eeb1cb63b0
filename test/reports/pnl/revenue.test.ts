import { describe, expect, it } from 'vitest';
import { books, line, order } from '../../helpers/books.ts';
import { ask, rows, value, values } from './ask.ts';

describe('revenue', () => {
  it('takes the tax out of prices that include it', () => {
    const answer = ask(books({ orders: [order({ total: 118000, tax: 18000, taxIncluded: true })] }));
    expect(values(answer, 'grossSales', 'netSales', 'revenue', 'taxCollected')).toEqual({
      grossSales: 100000,
      netSales: 100000,
      revenue: 100000,
      taxCollected: 18000,
    });
  });

  it('leaves prices without tax as they are', () => {
    const answer = ask(books({ orders: [order({ total: 118000, tax: 18000 })] }));
    expect(values(answer, 'grossSales', 'revenue', 'taxCollected')).toEqual({
      grossSales: 100000,
      revenue: 100000,
      taxCollected: 18000,
    });
  });

  it('reads prices with and without tax in one book, each by its own order', () => {
    const answer = ask(
      books({
        orders: [
          order({ number: '#1', total: 105000, tax: 5000, taxIncluded: true }),
          order({ number: '#2', total: 105000, tax: 5000 }),
        ],
      }),
    );
    expect(values(answer, 'revenue', 'taxCollected')).toEqual({ revenue: 200000, taxCollected: 10000 });
  });

  it('takes tax out of goods, discount and shipping alike and loses nothing to rounding', () => {
    const answer = ask(
      books({
        orders: [
          order({
            lines: [line({ amount: 99900 }), line({ sku: 'DUP-220', title: 'Dupatta', amount: 33300 })],
            discount: 10001,
            shipping: 4900,
            tax: 19540,
            taxIncluded: true,
          }),
        ],
      }),
    );
    const net = 99900 + 33300 - 10001 + 4900 - 19540;
    expect(value(answer, 'revenue')).toBe(net);
    expect(values(answer, 'grossSales', 'discounts', 'shippingIncome')).toEqual({
      grossSales: 112882,
      discounts: 8476,
      shippingIncome: 4153,
    });
  });

  it('counts shipping whether it stands on the order or on a line', () => {
    const answer = ask(
      books({
        orders: [
          order({ number: '#1', shipping: 4900, total: 54800 }),
          order({
            number: '#2',
            lines: [line(), line({ kind: 'shipping', sku: undefined, title: 'Express', amount: 9900 })],
          }),
        ],
      }),
    );
    expect(values(answer, 'grossSales', 'shippingIncome', 'revenue')).toEqual({
      grossSales: 99800,
      shippingIncome: 14800,
      revenue: 114600,
    });
  });

  it('keeps tips, gift wrap and fees apart from sales and without tax', () => {
    const answer = ask(
      books({
        orders: [
          order({
            lines: [
              line({ amount: 118000 }),
              line({ kind: 'tip', sku: undefined, title: 'Tip', amount: 5000 }),
              line({ kind: 'gift_wrap', sku: undefined, title: 'Wrap', amount: 2000 }),
            ],
            tax: 18000,
            taxIncluded: true,
          }),
        ],
      }),
    );
    expect(values(answer, 'grossSales', 'netSales', 'otherIncome', 'revenue', 'units')).toEqual({
      grossSales: 100000,
      netSales: 100000,
      otherIncome: 7000,
      revenue: 107000,
      units: 1,
    });
  });

  it('is zero on an order given away: gross sales stand against a discount of all of them', () => {
    const answer = ask(books({ orders: [order({ lines: [line()], discount: 49900 })] }));
    expect(values(answer, 'grossSales', 'discounts', 'netSales', 'orders', 'grossMargin')).toEqual({
      grossSales: 49900,
      discounts: 49900,
      netSales: 0,
      orders: 1,
      grossMargin: null,
    });
  });

  it('is the order’s total where its file names no product', () => {
    const answer = ask(
      books({
        orders: [
          order({ number: '#1', lines: [], total: 59900, shipping: 4900, tax: 5000, discount: 1000 }),
          order({ number: '#2', lines: [], total: 10500, tax: 500, taxIncluded: true }),
          order({ number: '#3', lines: [], total: 0 }),
        ],
      }),
    );
    expect(values(answer, 'revenue', 'orders', 'shippingIncome', 'discounts', 'taxCollected')).toEqual({
      revenue: 59900 - 5000 + 10000,
      orders: 2,
      shippingIncome: 4900,
      discounts: 1000,
      taxCollected: 5500,
    });
    expect(rows(answer, 'missingCosts')).toMatchObject([{ sku: null, title: 'Sale without products' }]);
  });

  it('plus tax is what the buyer paid, even when the tax of a faulty row exceeds its price', () => {
    const answer = ask(books({ orders: [order({ total: 10000, tax: 15000, taxIncluded: true })] }));
    expect(values(answer, 'revenue', 'taxCollected')).toEqual({ revenue: -5000, taxCollected: 15000 });
  });

  it('plus tax is what the buyer paid, even when tax was charged on goods given away', () => {
    const answer = ask(
      books({ orders: [order({ lines: [line()], discount: 49900, tax: 2376, taxIncluded: true })] }),
    );
    expect(value(answer, 'revenue')).toBe(-2376);
  });

  it('goes down by a line with a negative quantity', () => {
    const answer = ask(
      books({
        orders: [
          order({ lines: [line({ quantity: 3, amount: 149700 }), line({ quantity: -1, amount: -49900 })] }),
        ],
      }),
    );
    expect(values(answer, 'grossSales', 'units')).toEqual({ grossSales: 99800, units: 2 });
  });

  it('stays exact with the largest amounts a shop can have', () => {
    const amount = 900_000_000_000_00;
    const answer = ask(
      books({ orders: [order({ total: amount, tax: 137_288_135_593_22, taxIncluded: true, shipping: 7 })] }),
    );
    expect(value(answer, 'revenue')).toBe(amount - 137_288_135_593_22);
  });
});

describe('discounts', () => {
  const threeLines = [
    line({ sku: 'KRT-101', amount: 10000 }),
    line({ sku: 'DUP-220', title: 'Dupatta', amount: 10000 }),
    line({ sku: 'SAR-310', title: 'Silk saree', amount: 10000 }),
  ];

  it('are spread over the lines by value and add up to the paisa', () => {
    const answer = ask(books({ orders: [order({ lines: threeLines, discount: 1000 })] }), { by: 'sku' });
    const shares = rows(answer, 'breakdown').map((row) => row['discounts']);
    expect(shares).toEqual([333, 333, 334]);
    expect(value(answer, 'discounts')).toBe(1000);
  });

  it('follow the lines’ own discounts when these add up to the order’s', () => {
    const lines = threeLines.map((one, index) => ({ ...one, discount: [600, 400, 0][index] }));
    const answer = ask(books({ orders: [order({ lines, discount: 1000 })] }), { by: 'sku' });
    const bySku = Object.fromEntries(rows(answer, 'breakdown').map((row) => [row['name'], row['discounts']]));
    expect(bySku).toEqual({ 'KRT-101': 600, 'DUP-220': 400, 'SAR-310': 0 });
  });

  it('are the order’s when the lines’ own do not add up to it', () => {
    const lines = threeLines.map((one) => ({ ...one, discount: 100 }));
    const answer = ask(books({ orders: [order({ lines, discount: 3000 })] }), { by: 'sku' });
    expect(rows(answer, 'breakdown').map((row) => row['discounts'])).toEqual([1000, 1000, 1000]);
  });

  it('of an order whose products are free fall on them, not on the tip', () => {
    const answer = ask(
      books({
        orders: [
          order({
            lines: [line({ amount: 0 }), line({ kind: 'tip', title: 'Tip', amount: 5000 })],
            discount: 1000,
          }),
        ],
      }),
      { by: 'sku' },
    );
    expect(rows(answer, 'breakdown')).toMatchObject([{ name: 'KRT-101', discounts: 1000 }]);
  });
});
