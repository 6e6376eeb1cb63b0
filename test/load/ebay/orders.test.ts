import { describe, expect, it } from 'vitest';
import type { ShopSettings } from '../../../src/domain/shop.ts';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER =
  'Sales Record Number,Order Number,Buyer Username,Ship To State,Ship To Country,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,eBay Collected Tax,Total Price,Sale Date,Paid On Date,Shipped On Date';
const line = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    'Sales Record Number': '1001',
    'Order Number': '21-1',
    'Item Number': '110',
    'Item Title': 'Dupatta',
    Quantity: '1',
    'Sold For': '$18.00',
    'Total Price': '$18.00',
    'Sale Date': 'Jul-25-26',
    'Paid On Date': 'Jul-25-26',
    ...changes,
  };
  return HEADER.split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
};
const orders = (rows: readonly string[], shop: Partial<ShopSettings> = {}) =>
  draftOf(['', HEADER, '', ...rows], shop);

describe('the eBay orders report', () => {
  it.each([
    ['$18.00', '$36.00', 3600],
    ['$36.00', '$36.00', 3600],
    ['$18.00', '', 3600],
  ])('with two units sold for %s and a total of "%s" has a line of %i', (soldFor, total, amount) => {
    const draft = orders([line({ Quantity: '2', 'Sold For': soldFor, 'Total Price': total })]);
    expect(draft.orders.at(0)?.lines).toMatchObject([{ quantity: 2, amount }]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('keeps the tax that eBay collects out of the total, and the tax that the seller collects in it', () => {
    const draft = orders([
      line({
        'Shipping And Handling': '$4.00',
        'Seller Collected Tax': '$1.00',
        'eBay Collected Tax': '$2.00',
        'Total Price': '$25.00',
      }),
    ]);
    expect(draft.orders).toMatchObject([{ total: 2300, shipping: 400, tax: 100, taxIncluded: false }]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('adds up the shipping of items where no row of totals says it', () => {
    const draft = orders([
      line({ 'Shipping And Handling': '$4.00', 'Total Price': '' }),
      line({ 'Item Number': '111', 'Shipping And Handling': '$1.00', 'Total Price': '' }),
    ]);
    expect(draft.orders).toMatchObject([{ total: 4100, shipping: 500 }]);
  });

  it.each([
    ['$18.00', {}, 'USD'],
    ['$18.00', { currency: 'CAD' }, 'CAD'],
    ['$18.00', { currency: 'INR' }, 'USD'],
    ['$18.00', { country: 'AU' }, 'AUD'],
    ['AU $18.00', { currency: 'USD' }, 'AUD'],
    ['C $18.00', {}, 'CAD'],
    ['£18.00', { currency: 'USD' }, 'GBP'],
    ['18.00', { currency: 'INR' }, 'INR'],
    ['18.00', {}, ''],
  ])('written %s in a shop of %o is in %s', (amount, shop, currency) => {
    const draft = orders([line({ 'Sold For': amount, 'Total Price': amount })], shop);
    expect(draft.orders).toMatchObject([{ currency, total: 1800 }]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('tells what is paid and what is sent, and names an order not paid yet by its record', () => {
    const draft = orders([
      line({ 'Shipped On Date': 'Jul-26-26' }),
      line({ 'Order Number': '', 'Sales Record Number': '1002', 'Paid On Date': '' }),
    ]);
    expect(draft.orders.map(({ id, payment, delivery, status }) => [id, payment, delivery, status])).toEqual([
      ['21-1', 'paid', 'shipped', 'complete'],
      ['1002', 'pending', 'unfulfilled', 'open'],
    ]);
  });

  it('passes over its footer in either spelling', () => {
    const draft = orders([
      line(),
      '',
      '83 record(s) downloaded',
      '83,record(s) downloaded',
      'Seller ID: tarang',
      'Seller ID : tarang',
    ]);
    expect(draft.orders).toHaveLength(1);
    expect(toldBy(draft)).toEqual([]);
  });

  it('tells of items without number, date or price, and of totals that do not add up', () => {
    const draft = orders([
      line({ 'Order Number': '', 'Sales Record Number': '' }),
      line({ 'Order Number': '21-2', 'Sale Date': 'one day' }),
      line({ 'Order Number': '21-3', 'Sold For': 'dear', 'Total Price': '' }),
      line({ 'Order Number': '21-4', 'Total Price': '$99.00' }),
    ]);
    expect(draft.orders.map(({ id, total }) => [id, total])).toEqual([
      ['21-3', 0],
      ['21-4', 9900],
    ]);
    expect(toldBy(draft)).toEqual([
      'warning 4: an item without order number – row left out',
      'warning 5: sale date "one day" is not a date – row left out',
      'warning 6: sold for "dear" is not a number – line left out',
      'warning 7: order 21-4: its lines, discount, shipping and tax make 18.00, its total is 99.00 – counted as written',
    ]);
  });
});
