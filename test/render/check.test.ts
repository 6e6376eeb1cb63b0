import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/domain/books.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { checkDocument } from '../../src/render/check.ts';
import { renderText } from '../../src/render/text.ts';

const orders: Source = {
  file: 'orders_export.csv',
  kind: 'shopify.orders',
  label: 'Shopify orders',
  rows: 5,
  records: 3,
  from: '2026-10-01',
  to: '2026-10-31',
  duplicates: 2,
  totals: {
    currency: 'INR',
    orders: 3,
    units: 1,
    subtotal: 100000,
    discount: 0,
    shipping: 4900,
    tax: 5000,
    total: 109900,
    refunded: 0,
    mismatches: 0,
  },
};
const costs: Source = {
  file: 'costs.csv',
  kind: 'ecom.costs',
  label: 'Costs',
  rows: 1,
  records: 1,
  duplicates: 0,
};
const problem = (severity: Problem['severity'], line: number): Problem => ({
  code: 'bad-amount',
  severity,
  message: 'price "abc" is not a number',
  file: 'orders_export.csv',
  line,
  hint: severity === 'error' ? 'correct it in the file' : undefined,
});
const shown = (input: Partial<Parameters<typeof checkDocument>[0]>): string =>
  renderText(
    checkDocument({ sources: [orders, costs], problems: [], currencies: [], demo: false, ...input }),
    { width: 80 },
  );

describe('what was read and what could not be', () => {
  it('is a table of files, the totals as written, and a verdict', () => {
    expect(shown({})).toMatchInlineSnapshot(`
      "Check · 2 files read

        taken for       rows  records  seen before  days      file
        Shopify orders     5        3            2  Oct 2026  orders_export.csv
        Costs              1        1                         costs.csv

        Totals, to compare with the platform’s own
        · orders_export.csv: 3 orders, 1 unit; subtotal ₹1,000.00 after discounts of
          ₹0.00 · shipping ₹49.00 · tax ₹50.00 · total ₹1,099.00 · refunded ₹0.00

        Every order adds up: lines − discount + shipping + tax that comes on top =
        total.

        Everything can be used.
      "
    `);
  });

  it('names every problem with its line under how serious it is, and counts them', () => {
    const text = shown({
      problems: [problem('error', 2), problem('warning', 3), problem('warning', 4), problem('note', 5)],
    });
    expect(text).toContain(
      'Could not be used\n  · orders_export.csv:2: price "abc" is not a number (correct it in the file)',
    );
    expect(text).toContain('In doubt or left out\n  · orders_export.csv:3');
    expect(text).toContain('Good to know\n  · orders_export.csv:5');
    expect(text).toContain('1 row or file left out, 2 doubts.');
    expect(shown({ problems: [problem('error', 2), problem('error', 3)] })).toContain(
      '2 rows or files left out.',
    );
    expect(shown({ problems: [problem('warning', 2)] })).toContain('1 doubt.');
  });

  it('stops at two hundred problems of a kind and says how many more there are', () => {
    const many = Array.from({ length: 203 }, (_, index) => problem('warning', index + 2));
    expect(shown({ problems: many })).toContain('and 3 more (--json has them all)');
  });

  it('says once which folder all files lie in, and leaves out a column that says nothing', () => {
    const placed = (file: string, label = 'Unit costs'): Source => ({ ...costs, file, label });
    expect(shown({ sources: [placed('october/a/costs.csv'), placed('october/b/costs.csv')] })).toContain(
      [
        '  taken for   rows  records  file in october/',
        '  Unit costs     1        1  a/costs.csv',
        '  Unit costs     1        1  b/costs.csv',
      ].join('\n'),
    );
    const apart = [placed('oct/costs.csv'), placed('october/costs.csv'), placed('costs.csv')];
    expect(shown({ sources: apart })).toContain('records  file\n');
    expect(shown({ sources: [placed('october/costs.csv')] })).toContain('file\n');
  });

  it('names the files from which sales were taken that no order report holds', () => {
    const settlement: Source = { ...costs, file: 'settlement.txt', derivedOrders: 1 };
    const register: Source = { ...costs, file: 'mtr.csv', derivedOrders: 1200 };
    expect(shown({ sources: [orders, settlement, register] })).toContain(
      [
        '  Sales that no order report holds, taken from other files',
        '  · 1 sale from settlement.txt',
        '  · 1,200 sales from mtr.csv',
      ].join('\n'),
    );
    expect(shown({})).not.toContain('no order report');
  });

  it('says when orders do not add up, and when there are several currencies', () => {
    const totals = (mismatches: number) => ({
      ...orders,
      totals: orders.totals && { ...orders.totals, mismatches },
    });
    expect(shown({ sources: [totals(1)] })).toContain('1 unit; 1 order does not add up');
    expect(shown({ sources: [totals(2)] })).toContain('2 orders do not add up');
    expect(shown({ sources: [totals(2)] })).toContain('Every other order adds up');
    const currencies = [
      { currency: 'INR', orders: 3 },
      { currency: 'USD', orders: 1 },
    ];
    expect(shown({ currencies })).toContain('Several currencies: 3 orders in INR, 1 order in USD.');
    expect(shown({ currencies: currencies.slice(0, 1) })).not.toContain('currencies');
  });
});
