import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/domain/problem.ts';
import { fixturePath, loadFixtures } from '../helpers/fixtures.ts';

const told = async (file: string): Promise<readonly string[]> => {
  const { problems } = await loadFixtures('broken', [file], { country: 'IN' });
  return problems.map((problem) => `${problem.severity}: ${problemText(problem)}`);
};

describe('a broken file', () => {
  it('with nothing in it is a warning', async () => {
    expect(await told('empty.csv')).toEqual(['warning: empty.csv: the file is empty']);
  });

  it('that lacks a column is named with what it looks like and what it lacks', async () => {
    expect(await told('shopify-missing-column.csv')).toEqual([
      'error: shopify-missing-column.csv: looks like Shopify orders, 3 of 4 columns; missing: lineitem quantity – the file was left out',
    ]);
  });

  it('with cells that cannot be read loses those lines and orders, each with its reason, and no other', async () => {
    const { books } = await loadFixtures('broken', ['shopify-bad-cells.csv']);
    expect(books.orders.map((order) => [order.number, order.lines.length, order.total])).toEqual([
      ['#1001', 1, 149900],
      ['#1002', 0, 20000],
      ['#1005', 1, 20000],
      ['#1006', 0, 0],
    ]);
    expect(await told('shopify-bad-cells.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-bad-cells.csv:2: lineitem quantity "one" is not a number – line left out",
        "warning: shopify-bad-cells.csv:2: order #1001: its lines, discount and shipping make 200.00 without tax, 200.00 with tax, but its total is 1499.00 – counted as written",
        "warning: shopify-bad-cells.csv:4: lineitem price "abc" is not a number – line left out",
        "warning: shopify-bad-cells.csv:4: order #1002: its lines, discount and shipping make 0.00 without tax, 0.00 with tax, but its total is 200.00 – counted as written",
        "error: shopify-bad-cells.csv:5: order #1003 has a date that cannot be read, "yesterday" – order left out",
        "error: shopify-bad-cells.csv:6: order #1004 has no date – order left out",
        "warning: shopify-bad-cells.csv:7: financial status "settled" is not known – the order counts as unpaid",
        "warning: shopify-bad-cells.csv:8: "Gamcha" has no lineitem quantity – line left out",
        "warning: shopify-bad-cells.csv:8: order #1006 has no total – counted with the sum of its parts, 0.00",
      ]
    `);
  });

  it('with further lines of an order that is not there, or an order twice, counts each order once', async () => {
    const { books } = await loadFixtures('broken', ['shopify-overlapping-orders.csv']);
    expect(books.orders.map((order) => [order.number, order.lines.length])).toEqual([
      ['#1002', 1],
      ['#1003', 2],
      ['#1004', 1],
    ]);
    expect(await told('shopify-overlapping-orders.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-overlapping-orders.csv:2: a further line of order #1001, whose first line is missing – line left out",
        "warning: shopify-overlapping-orders.csv:5: order #1002 stands in this file already, from line 3 on – left out here",
        "warning: shopify-overlapping-orders.csv:7: a row without an order number – row left out",
        "warning: shopify-overlapping-orders.csv:8: a row without an order number – row left out",
      ]
    `);
  });

  it('with an order that does not add up tells both sums and counts it in the totals', async () => {
    expect(await told('shopify-does-not-add-up.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-does-not-add-up.csv:2: order #1001: its lines, discount and shipping make 1548.00 without tax, 1619.38 with tax, but its total is 1700.00 – counted as written",
      ]
    `);
    const { books } = await loadFixtures('broken', ['shopify-does-not-add-up.csv']);
    expect(books.sources[0]?.totals?.mismatches).toBe(1);
    expect(books.orders).toHaveLength(2);
  });

  it('with a quote that is never closed loses that line and no other', async () => {
    const { books } = await loadFixtures('broken', ['shopify-open-quote.csv']);
    expect(books.orders.map((order) => [order.number, order.row])).toEqual([
      ['#1001', 2],
      ['#1003', 4],
    ]);
    expect(await told('shopify-open-quote.csv')).toMatchInlineSnapshot(`
      [
        "error: shopify-open-quote.csv:3: a quote is in the wrong place or never closed – line left out",
      ]
    `);
  });

  it('with a quote inside a value keeps it as it stands', async () => {
    const { books } = await loadFixtures('broken', ['shopify-stray-quote.csv']);
    expect(books.orders.map((order) => order.lines[0]?.title)).toEqual(['Gamcha 27" wide', 'Gamcha, plain']);
    expect(await told('shopify-stray-quote.csv')).toMatchInlineSnapshot(`
      [
        "note: shopify-stray-quote.csv:2: a quote inside a value was read as it stands",
      ]
    `);
  });

  it('in Windows-1252 is read with a note', async () => {
    const { books } = await loadFixtures('broken', ['shopify-windows-1252.csv']);
    expect(books.orders.at(0)?.lines[0]?.title).toBe('Étole – café');
    expect(await told('shopify-windows-1252.csv')).toMatchInlineSnapshot(`
      [
        "note: shopify-windows-1252.csv: the file is not UTF-8; it was read as Windows-1252",
      ]
    `);
  });

  it('with a column twice takes the first', async () => {
    const { books } = await loadFixtures('broken', ['shopify-duplicate-column.csv']);
    expect(books.orders.at(0)?.total).toBe(20000);
    expect(await told('shopify-duplicate-column.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-duplicate-column.csv:1: the column "total" stands more than once; the first one counts",
      ]
    `);
  });

  it('with ids that a spreadsheet shortened is told, and the order’s number takes their place', async () => {
    const { books } = await loadFixtures('broken', ['shopify-shortened-id.csv']);
    expect(books.orders.at(0)?.id).toBe('#1001');
    expect(await told('shopify-shortened-id.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-shortened-id.csv:2: id "5.90012E+12" lost its digits in a spreadsheet",
      ]
    `);
  });

  it('whose dates leave day and month open is left out and asked about, wherever the shop is', async () => {
    const { books, problems } = await loadFixtures('broken', ['shopify-ambiguous-dates.csv'], {
      country: 'US',
    });
    expect(books.orders).toEqual([]);
    expect(problems[0]?.hint).toBe('say which: --date-order dmy or --date-order mdy');
    expect(await told('shopify-ambiguous-dates.csv')).toMatchInlineSnapshot(`
      [
        "error: shopify-ambiguous-dates.csv:2: created at "03/04/2026 10:00" may be 3 April or 4 March – the file was left out",
      ]
    `);
  });

  it('where products share a SKU and differ in cost takes the highest', async () => {
    const { books } = await loadFixtures('broken', ['shopify-unequal-costs.csv']);
    expect(books.costs.map((cost) => [cost.sku, cost.unitCost])).toEqual([
      ['KRT-01', 45500],
      ['GAM-RED', 6100],
    ]);
    const last = await loadFixtures('broken', ['shopify-unequal-costs.csv'], { unequalCosts: 'last' });
    expect(last.books.costs[0]?.row).toBe(3);
    expect(await told('shopify-unequal-costs.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-unequal-costs.csv:3: SKU KRT-01 has unequal costs, 455.00 (line 3) and 410.00 (line 2); the highest counts",
      ]
    `);
  });

  it('of payments loses what has no date or amount, and doubts a net that does not fit', async () => {
    const { books } = await loadFixtures('broken', ['shopify-payments.csv']);
    expect(books.movements.map((movement) => [movement.kind, movement.amount])).toEqual([
      ['charge', 20000],
      ['payment_fee', -400],
    ]);
    expect(await told('shopify-payments.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-payments.csv:2: amount 200.00 less fee 4.00 is not the net, 190.00 – counted as written",
        "warning: shopify-payments.csv:3: a transaction without date – row left out",
        "warning: shopify-payments.csv:4: a transaction without amount – row left out",
        "warning: shopify-payments.csv:5: amount "two hundred" is not a number – row left out",
      ]
    `);
  });

  it('of payouts loses what has no date or total', async () => {
    const { books } = await loadFixtures('broken', ['shopify-payouts.csv']);
    expect(books.movements.map((movement) => movement.amount)).toEqual([19600]);
    expect(await told('shopify-payouts.csv')).toMatchInlineSnapshot(`
      [
        "warning: shopify-payouts.csv:3: a payout without date – row left out",
        "warning: shopify-payouts.csv:4: a payout without total – row left out",
        "warning: shopify-payouts.csv:5: payout date "soon" is not a date – row left out",
      ]
    `);
  });

  it.each(readdirSync(fixturePath('broken')))('%s gives at least one Problem', async (file) => {
    expect(await told(file)).not.toEqual([]);
  });
});
