import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { decimalText } from '../../src/domain/money.ts';
import { loadBooks } from '../../src/load/load-books.ts';
import { readFileBytes } from '../../src/load/read-file.ts';
import type { Draft } from '../../src/load/format.ts';
import { fixturePath, goldenText, loadFixtures } from '../helpers/fixtures.ts';
import { sharedPath } from '../helpers/shared.ts';

function read(json: unknown, shop = DEFAULT_SHOP): Draft {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const file = readFileBytes({ file: 'orders.json', bytes: new TextEncoder().encode(text) }, { shop });
  if (!('draft' in file)) throw new Error(`not read: ${JSON.stringify(file)}`);
  return file.draft;
}

describe('every JSON export', () => {
  it.each([
    ['shopify-orders', 'shopify.orders_json'],
    ['shopify-products', 'shopify.products_json'],
    ['shop-data', 'ecom.data_json'],
  ])('%s.json is read as its golden books say', async (name, kind) => {
    const loaded = await loadFixtures('exports', [`${name}.json`]);
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([kind]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/${name}-json.books.json`));
  });

  it('that is none of them is told to be JSON that is not known', () => {
    const read = readFileBytes(
      { file: 'package.json', bytes: new TextEncoder().encode('{"name": "tarang", "orders": {}}') },
      { shop: DEFAULT_SHOP },
    );
    expect(read).toMatchObject([{ code: 'unknown-format', file: 'package.json' }]);
  });
});

const shopifyOrder = {
  id: 61,
  name: '#61',
  created_at: '2026-06-01T23:50:00-07:00',
  currency: 'INR',
  financial_status: 'paid',
  fulfillment_status: null,
  total_price: '1299.00',
  total_tax: '0.00',
  total_discounts: '0.00',
  line_items: [{ sku: 'KRT-IND-M', title: 'Kurta', quantity: 1, price: '1299.00' }],
};

describe('Shopify orders in JSON', () => {
  it('may be a list, a list under "orders", one under "order", or one order', () => {
    for (const json of [[shopifyOrder], { orders: [shopifyOrder] }, { order: shopifyOrder }, shopifyOrder]) {
      expect(read(json).orders.map((order) => order.number)).toEqual(['#61']);
    }
    expect(read({ orders: [] }).orders).toEqual([]);
  });

  it('keep the local day as written, whatever their zone (trap 24)', () => {
    expect(read([shopifyOrder]).orders.at(0)?.placedOn).toBe('2026-06-01');
  });

  it('keep an id over 2^53 digit by digit, even as a number (trap 13)', () => {
    const text = JSON.stringify([shopifyOrder]).replace('"id":61', '"id":9007199254740993123');
    expect(read(text).orders.at(0)?.id).toBe('9007199254740993123');
  });

  it('without id, date or total are left out with a Problem and the rest counts', () => {
    const draft = read([
      shopifyOrder,
      { ...shopifyOrder, id: 62, total_price: null },
      'no record',
      { ...shopifyOrder, id: 63 },
    ]);
    expect(draft.orders.map((order) => order.id)).toEqual(['61', '63']);
    expect(draft.problems).toMatchObject([{ code: 'missing-value', line: 2, column: 'total_price' }]);
  });

  it('with money that is not exact are left out: 1e400 is not infinity and never 0', () => {
    const text = JSON.stringify([shopifyOrder]).replace('"total_price":"1299.00"', '"total_price":1e400');
    expect(read(text)).toMatchObject({
      orders: [],
      problems: [{ code: 'bad-amount' }, { code: 'missing-value' }],
    });
  });

  it('that do not add up are counted as written, with both sums in the Problem', () => {
    const draft = read([{ ...shopifyOrder, total_price: '1500.00' }]);
    expect(draft.totals).toMatchObject({ orders: 1, total: 150_000, mismatches: 1 });
    expect(draft.problems[0]?.message).toBe(
      'order #61: its lines, discount, shipping and tax make 1299.00, its total is 1500.00 – counted as written',
    );
  });

  it('give duties as a fee and a tip line only once', () => {
    const draft = read([
      {
        ...shopifyOrder,
        total_price: '1449.00',
        total_tip_received: '50.00',
        original_total_duties_set: { shop_money: { amount: '100.00' } },
        line_items: [...shopifyOrder.line_items, { title: 'Tip', quantity: 1, price: '50.00' }],
      },
    ]);
    expect(draft.orders.at(0)?.lines.map((line) => [line.kind, line.amount])).toEqual([
      ['product', 129_900],
      ['tip', 5_000],
      ['fee', 10_000],
    ]);
    expect(draft.totals?.mismatches).toBe(0);
  });

  it('take shipping after its discount where only that gives the total', () => {
    const shipping_lines = [{ price: '80.00', discounted_price: '30.00' }];
    const draft = read([{ ...shopifyOrder, shipping_lines, total_price: '1329.00' }]);
    expect(draft.orders.at(0)?.shipping).toBe(3_000);
  });

  it('keep back part of a refund as an adjustment, so that movements add up to the money', () => {
    const refunds = [
      {
        created_at: '2026-06-05T10:00:00-07:00',
        transactions: [{ kind: 'refund', amount: '1000.00' }],
        refund_line_items: [
          { quantity: 1, subtotal: '1299.00', total_tax: '64.95', line_item: { sku: 'KRT-IND-M' } },
        ],
      },
      { transactions: [{ kind: 'refund', amount: '5.00' }] },
    ];
    const draft = read([{ ...shopifyOrder, refunds }]);
    expect(draft.movements.map((one) => [one.code, one.amount, one.tax])).toEqual([
      ['refund', -136_395, -6_495],
      ['refund_adjustment', 36_395, undefined],
    ]);
    expect(draft.orders.at(0)?.refunded).toBe(100_500);
  });

  it('of an unknown financial status wait for payment; cancelled, voided and COD orders say so', () => {
    const draft = read([
      { ...shopifyOrder, financial_status: 'authorised by hand', gateway: 'Cash on Delivery (COD)' },
      { ...shopifyOrder, financial_status: 'voided' },
      { ...shopifyOrder, cancelled_at: '2026-06-02T00:10:00-07:00' },
    ]);
    expect(draft.orders.map((o) => [o.status, o.payment, o.cashOnDelivery, o.cancelledOn])).toEqual([
      ['open', 'pending', true, undefined],
      ['void', 'pending', false, undefined],
      ['cancelled', 'paid', false, '2026-06-02'],
    ]);
  });
});

const wooOrder = {
  id: 5,
  number: '5',
  status: 'processing',
  currency: 'INR',
  prices_include_tax: true,
  date_created: '2026-06-22T23:50:08',
  total: '105.00',
  total_tax: '5.00',
  line_items: [{ name: 'Gamcha', sku: '0712', quantity: 1, subtotal: '100.00', total: '100.00' }],
};

describe('WooCommerce orders in JSON', () => {
  it('hold lines without tax even when prices include it, so tax is added in the sum', () => {
    const draft = read([wooOrder]);
    expect(draft.orders.at(0)).toMatchObject({ taxIncluded: false, total: 10_500, tax: 500 });
    expect(draft.totals?.mismatches).toBe(0);
  });

  it('with a day that is none are left out with a Problem', () => {
    expect(read([{ ...wooOrder, date_created: '22nd of Jun' }])).toMatchObject({
      orders: [],
      problems: [
        { code: 'bad-date', column: 'date_created' },
        { code: 'missing-value', column: 'date_created' },
      ],
    });
  });

  it('leave out lines without an amount and name a fee without a name', () => {
    const draft = read([
      {
        ...wooOrder,
        total: '115.00',
        line_items: [...wooOrder.line_items, { name: 'Ribbon' }],
        fee_lines: [{ total: '10.00' }, { name: 'void' }],
      },
    ]);
    expect(draft.orders.at(0)?.lines.map((line) => line.title)).toEqual(['Gamcha', 'Fee']);
  });
});

const data = {
  products: [{ product_id: 'P1', name: 'Kurta', price: 10, cost: 4.1 }],
  purchases: [
    {
      purchase_id: 'A',
      product_id: 'P1',
      customer_id: 'C1',
      quantity: 3,
      price: 0.1,
      timestamp: '2026-06-01',
    },
  ],
};

describe("a shop's data file", () => {
  it('has money read from the decimal digits: three at 0.1 are exactly 0.30', () => {
    expect(read(data).orders.at(0)?.total).toBe(30);
  });

  it('moves a timestamp with a zone to the day in the shop’s zone, and keeps one without', () => {
    const at = (timestamp: string) =>
      read({ ...data, purchases: [{ ...data.purchases[0], timestamp }] }).orders.map((o) => [
        o.placedOn,
        o.placedAt,
      ])[0];
    expect(at('2026-06-01T20:00:00Z')).toEqual(['2026-06-02', '2026-06-02 01:30:00']);
    expect(at('2026-06-01 20:00:00.123456+05:30')).toEqual(['2026-06-01', '2026-06-01 20:00:00']);
    expect(at('2026-06-01T23:59:00')).toEqual(['2026-06-01', '2026-06-01 23:59:00']);
    expect(at('2026-06-01')).toEqual(['2026-06-01', undefined]);
  });

  it('has no cost where none is written: a missing cost is not zero', () => {
    expect(
      read({ ...data, products: [{ product_id: 'P1' }, { product_id: 'P2', cost: null }] }).costs,
    ).toEqual([]);
  });

  it('tells every bad row and counts the rest', () => {
    const draft = read({
      ...data,
      customers: [{ name: 'nobody' }, 7],
      products: [...data.products, {}],
      purchases: [
        ...data.purchases,
        { ...data.purchases[0], purchase_id: 'B', quantity: 'many' },
        { ...data.purchases[0], purchase_id: 'C', timestamp: undefined },
        { ...data.purchases[0], purchase_id: 'D', timestamp: '2026-06-01T20:00:99:99Z' },
        { ...data.purchases[0], purchase_id: 'F', timestamp: '2026-06-01T24:30:00Z' },
        { purchase_id: 'E', quantity: 1, price: 5, timestamp: '2026-06-02' },
      ],
      expenses: [{ description: 'rent' }, { amount: 5 }],
    });
    expect(draft.orders.map((order) => order.id)).toEqual(['A', 'E']);
    expect(draft.orders.at(1)?.lines[0]?.title).toBe('Sale');
    expect(draft.expenses.map((expense) => expense.category)).toEqual(['other']);
    expect(draft.problems.map((problem) => `${problem.code} ${problem.line} ${problem.column}`)).toEqual([
      'bad-row 1 customer_id',
      'bad-row 2 customers',
      'bad-row 2 product_id',
      'bad-number 2 purchases.quantity',
      'bad-row 3 timestamp',
      'bad-date 4 purchases.timestamp',
      'bad-row 5 timestamp',
      'bad-row 1 amount',
    ]);
  });
});

const baseline = sharedPath('baseline');

describe.skipIf(baseline === undefined)('the reference data file, when it is there', () => {
  it('gives 50 orders of 7,213.08, costs of 3,658.70 and expenses of 1,370.00', async () => {
    const { books, problems } = await loadBooks(['data.json'], { cwd: baseline ?? '', shop: DEFAULT_SHOP });
    const costs = new Map(books.costs.map((cost) => [cost.sku, cost.unitCost]));
    const goods = [...books.orders]
      .flatMap((order) => order.lines)
      .reduce((sum, line) => sum + line.quantity * (costs.get(line.sku ?? '') ?? 0), 0);
    const total = [...books.orders].reduce((sum, order) => sum + order.total, 0);
    const expenses = books.expenses.reduce((sum, expense) => sum + expense.amount, 0);
    expect(books.orders).toHaveLength(50);
    expect([total, goods, expenses].map((amount) => decimalText(amount, 'INR'))).toEqual([
      '7213.08',
      '3658.70',
      '1370.00',
    ]);
    expect(problems).toEqual([]);
  });
});
