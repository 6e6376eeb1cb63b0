import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER =
  'ID,Purchase Point,Purchase Date,Bill-to Name,Grand Total (Base),Grand Total (Purchased),Status,Shipping Address,Subtotal,Shipping and Handling,Payment Method,Total Refunded';
const NAMES = HEADER.split(',');
const ORDER: Readonly<Record<string, string>> = {
  ID: '000000101',
  'Purchase Date': '"Jun 1, 2026 11:58:02 PM"',
  'Grand Total (Base)': '"$1,234.50"',
  Status: 'Complete',
};
const row = (cells: Readonly<Record<string, string>> = {}): string =>
  NAMES.map((name) => cells[name] ?? ORDER[name] ?? '').join(',');
const read = (...rows: readonly string[]) => draftOf([HEADER, ...rows]);

describe('the orders grid of Magento', () => {
  it('keeps the zeros of its numbers, the day as written and the cents of `$1,234.50`', () => {
    expect(read(row()).orders).toMatchObject([
      { id: '000000101', placedOn: '2026-06-01', total: 123450, currency: 'USD', lines: [], row: 2 },
    ]);
  });

  it('reads amounts without a sign in the shop’s currency, with their four decimals', () => {
    const bare = draftOf([HEADER, row({ 'Grand Total (Base)': '1234.5000' })], { currency: 'INR' });
    expect(bare.orders).toMatchObject([{ total: 123450, currency: 'INR' }]);
  });

  it('counts the lines of a cell with line breaks (trap 16)', () => {
    const second = row({ ID: '000000102' });
    const draft = read(row({ 'Purchase Point': '"Main\n  Store\n    View"' }), second);
    expect(draft.orders.map((order) => order.row)).toEqual([2, 5]);
  });

  it('takes for tax what the total has beyond subtotal and shipping, and for discount what it lacks', () => {
    const parts = { Subtotal: '1000.00', 'Shipping and Handling': '50.00' };
    const draft = read(
      row({ ...parts, 'Grand Total (Base)': '1239.00' }),
      row({ ...parts, ID: '2', 'Grand Total (Base)': '950.00' }),
      row({ ID: '3', 'Grand Total (Base)': '950.00' }),
    );
    expect(draft.orders.map(({ tax, discount, shipping }) => [tax, discount, shipping])).toEqual([
      [18900, 0, 5000],
      [0, 10000, 5000],
      [0, 0, 0],
    ]);
  });

  it('converts a refund in the buyer’s money at the order’s own rate', () => {
    const draft = read(
      row({
        'Grand Total (Base)': '₹8350.00',
        'Grand Total (Purchased)': '$100.00',
        'Total Refunded': '$25.00',
      }),
    );
    expect(draft.orders).toMatchObject([{ currency: 'INR', refunded: 208750, payment: 'part_refunded' }]);
  });

  it.each([
    ['Complete', '', 'complete', 'paid'],
    ['processing', '', 'open', 'paid'],
    ['processing', 'cashondelivery', 'open', 'pending'],
    ['complete', 'Cash On Delivery', 'complete', 'paid'],
    ['Closed', '', 'complete', 'refunded'],
    ['Canceled', '', 'cancelled', 'pending'],
    ['holded', '', 'open', 'pending'],
    ['pending_payment', '', 'open', 'pending'],
  ])('takes status %s, paid by "%s", as %s and %s', (Status, method, status, payment) => {
    const draft = read(row({ Status, 'Payment Method': method }));
    expect(draft.orders).toMatchObject([{ status, payment, cashOnDelivery: method !== '' }]);
    expect(draft.problems).toEqual([]);
  });

  it('gives a closed order back whole when it does not say how much was refunded', () => {
    expect(read(row({ Status: 'Closed' })).orders.at(0)?.refunded).toBe(123450);
  });

  it('leaves out an order without id, date or total', () => {
    const draft = read(
      row({ ID: '' }),
      row({ 'Purchase Date': '' }),
      row({ 'Grand Total (Base)': '' }),
      row({ 'Grand Total (Base)': 'free' }),
    );
    expect(draft.orders).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: an order without id – row left out',
      'warning 3: order 000000101 without purchase date – row left out',
      'warning 4: order 000000101 without grand total – row left out',
      'warning 5: grand total (base) "free" is not a number – row left out',
    ]);
  });
});

describe('the product export of Magento', () => {
  const PRODUCTS =
    'sku,store_view_code,attribute_set_code,product_type,name,price,special_price,special_price_to_date,additional_attributes,qty,manage_stock,use_config_manage_stock';
  const products = (...rows: readonly string[]) => draftOf([PRODUCTS, ...rows]);

  it('leaves out covers and translations quietly, and a product without SKU with a word', () => {
    const draft = products(
      'KRT,,Default,configurable,Kurta,,,,,,,',
      'KRT-M,,Default,simple,Kurta M,1499,,,,3,1,1',
      'KRT-M,hi,Default,,कुर्ता,,,,,,,',
      ',,Default,simple,Lost,1,,,,1,1,1',
    );
    expect(draft.products.map(({ sku }) => sku)).toEqual(['KRT-M']);
    expect(draft.stock).toMatchObject([{ sku: 'KRT-M', onHand: 3 }]);
    expect(toldBy(draft)).toEqual(['warning 5: a product without SKU – row left out']);
  });

  it('knows no stock of what is not counted, and a cost only where there is one', () => {
    const draft = products(
      '007,,Default,simple,Gamcha,199,,,"color=Red,cost=82.5000",120,0,0',
      '008,,Default,simple,Stole,299,,,"low_cost=9,color=Red",,1,1',
    );
    expect(draft.stock).toEqual([]);
    expect(draft.costs).toMatchObject([{ sku: '007', unitCost: 8250 }]);
  });

  it('takes a special price that has no end', () => {
    const draft = products(
      'A,,Default,simple,Kurta,1499,1299,,,,1,1',
      'B,,Default,simple,Kurta,1499,1299,"6/30/26, 12:00 AM",,,1,1',
    );
    expect(draft.products.map(({ price, compareAt }) => [price, compareAt])).toEqual([
      [129900, 149900],
      [149900, undefined],
    ]);
  });
});
