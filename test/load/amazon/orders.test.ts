import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/books.ts';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const NAMES = [
  ...['amazon-order-id', 'purchase-date', 'order-status', 'sales-channel', 'product-name', 'sku'],
  ...['item-status', 'quantity', 'currency', 'item-price', 'item-tax', 'shipping-price', 'shipping-tax'],
  ...['gift-wrap-price', 'gift-wrap-tax', 'item-promotion-discount', 'ship-promotion-discount'],
  ...['ship-state', 'ship-country', 'payment-method-details', 'is-replacement-order', 'order-item-id '],
];
type Cells = Readonly<Record<string, string>>;
const ITEM: Cells = {
  'amazon-order-id': '405-1',
  'purchase-date': '2026-10-02T10:00:00+05:30',
  'order-status': 'Shipped',
  'sales-channel': 'Amazon.in',
  'product-name': 'Kurta',
  sku: 'KRT-BLU-M',
  quantity: '1',
  currency: 'INR',
  'item-price': '800.00',
  'item-tax': '38.10',
};
const row = (cells: Cells): string => NAMES.map((name) => cells[name] ?? ITEM[name] ?? '').join('\t');
const read = (...rows: readonly Cells[]) => draftOf([NAMES.join('\t'), ...rows.map(row)], {}, 'orders.txt');
const order = (cells: Cells): Order | undefined => read(cells).orders.at(0);

describe('an order of Amazon', () => {
  it('is the sum of its items, which may stand apart', () => {
    const { orders, problems } = read(
      { 'shipping-price': '40.00', 'shipping-tax': '1.90', 'ship-promotion-discount': '40.00' },
      { 'amazon-order-id': '405-2' },
      {
        sku: '0098',
        quantity: '2',
        'item-price': '4,200.00',
        'item-tax': '200.00',
        'item-promotion-discount': '-20',
      },
    );
    expect(orders.map(({ id, total, lines }) => [id, total, lines.length])).toEqual([
      ['405-1', 498000, 2],
      ['405-2', 80000, 1],
    ]);
    expect(orders.at(0)).toMatchObject({ discount: 6000, shipping: 4000, tax: 24000, taxIncluded: true });
    expect(orders.at(0)?.lines[1]).toMatchObject({ sku: '0098', quantity: 2, amount: 420000, tax: 20000 });
    expect(problems).toEqual([]);
  });

  it('has tax on top of its prices in the United States and Canada only', () => {
    const taxed = { 'item-price': '10.00', 'item-tax': '0.80' };
    const total = (channel: string, currency: string) =>
      order({ ...taxed, 'sales-channel': channel, currency })?.total;
    expect(total('Amazon.com', 'USD')).toBe(1080);
    expect(total('Amazon.ca', 'CAD')).toBe(1080);
    expect(total('', 'USD')).toBe(1080);
    expect(total('Amazon.co.uk', 'GBP')).toBe(1000);
    expect(total('Amazon.com.au', 'AUD')).toBe(1000);
  });

  it('is of the day as written, in whatever zone, but of the day in India when amazon.in writes UTC', () => {
    const placed = (date: string, currency = 'GBP') => order({ 'purchase-date': date, currency })?.placedOn;
    expect(placed('2026-07-20T00:10:00+01:00')).toBe('2026-07-20');
    expect(placed('2026-07-31T23:50:00+00:00')).toBe('2026-07-31');
    expect(placed('2026-07-31T23:50:00+05:30', 'INR')).toBe('2026-07-31');
    expect(placed('2026-07-31T23:50:00+00:00', 'INR')).toBe('2026-08-01');
  });

  it.each([
    ['Shipped', 'complete', 'paid', 'shipped'],
    ['Shipped - Delivered to Buyer', 'complete', 'paid', 'delivered'],
    ['Shipped - Returned to Seller', 'complete', 'paid', 'rto'],
    ['Shipped - Rejected by Buyer', 'complete', 'paid', 'rto'],
    ['Shipped - Lost in Transit', 'complete', 'paid', 'lost'],
    ['Shipped - Out for Delivery', 'complete', 'paid', 'shipped'],
    ['PartiallyShipped', 'open', 'paid', 'partial'],
    ['Unshipped', 'open', 'paid', 'unfulfilled'],
    ['Pending', 'open', 'pending', 'unfulfilled'],
    ['Cancelled', 'cancelled', 'pending', 'unfulfilled'],
  ])('that is %s is %s, %s and %s', (status, ...state) => {
    const { orders, problems } = read({ 'order-status': status });
    expect(orders.map(({ status: is, payment, delivery }) => [is, payment, delivery])).toEqual([state]);
    expect(problems).toEqual([]);
  });

  it('paid on delivery is paid once it is delivered', () => {
    const payment = (status: string) =>
      order({ 'order-status': status, 'payment-method-details': 'COD' })?.payment;
    expect([payment('Shipped'), payment('Shipped - Delivered to Buyer')]).toEqual(['pending', 'paid']);
    expect(order({ 'payment-method-details': 'CashOnDelivery' })?.cashOnDelivery).toBe(true);
  });

  it('with a status that nobody knows is open, told once', () => {
    const draft = read(
      { 'order-status': 'Teleported' },
      { 'amazon-order-id': '405-2', 'order-status': 'Teleported' },
    );
    expect(draft.orders.map(({ status }) => status)).toEqual(['open', 'open']);
    expect(toldBy(draft)).toEqual([
      'warning 2: order-status "Teleported" is not known – such orders are taken as open',
    ]);
  });

  it('that was cancelled has no price, no quantity and its marketplace’s currency', () => {
    const off = {
      'order-status': 'Cancelled',
      quantity: '0',
      currency: '',
      'item-price': '',
      'item-tax': '',
    };
    expect(read(off)).toMatchObject({
      orders: [{ total: 0, currency: 'INR', lines: [{ quantity: 0, amount: 0 }] }],
      problems: [],
    });
  });

  it('goes on without the items called off in it', () => {
    const draft = read(
      {},
      { sku: 'SAR-RED-01', 'item-status': 'Cancelled', quantity: '0', 'item-price': '' },
    );
    expect(draft.orders.map(({ lines }) => lines.map(({ sku }) => sku))).toEqual([['KRT-BLU-M']]);
    expect(draft.problems).toEqual([]);
  });

  it('that replaces another costs nothing', () => {
    const draft = read({ 'is-replacement-order': 'true', 'item-price': '', 'item-tax': '' });
    expect(draft.orders.at(0)).toMatchObject({ total: 0, lines: [{ quantity: 1, amount: 0 }] });
    expect(draft.problems).toEqual([]);
  });

  it('without a price yet is left out and counted in a note, and so is one not sold on Amazon', () => {
    const draft = read(
      { 'order-status': 'Pending', 'item-price': '' },
      { 'amazon-order-id': '405-2', 'order-status': 'Pending', 'item-price': '' },
      { 'amazon-order-id': 'S02-1', 'sales-channel': 'Non-Amazon IN', 'item-price': '' },
    );
    expect(draft.orders).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'note 4: 1 order is not sold on Amazon: removals, and orders of other shops that Amazon sent – left out, the first is S02-1',
      'note 2: 2 orders are pending, and Amazon does not show their prices yet – left out, the first is 405-1',
    ]);
  });

  it('loses items without price, quantity or id, and is lost without a date', () => {
    const draft = read(
      {},
      { 'item-price': '' },
      { 'item-price': 'free' },
      { quantity: '' },
      { 'shipping-price': 'some' },
      { 'amazon-order-id': '' },
      { 'amazon-order-id': '4.05E+17' },
      { 'amazon-order-id': '405-2', 'purchase-date': '' },
      { 'amazon-order-id': '405-3', 'purchase-date': 'today' },
    );
    expect(draft.orders.map(({ id, lines }) => [id, lines.length])).toEqual([['405-1', 1]]);
    expect(toldBy(draft)).toEqual([
      'warning 7: an item without order id – row left out',
      'warning 8: amazon-order-id "4.05E+17" lost its digits in a spreadsheet – row left out',
      'warning 3: an item without price – row left out',
      'warning 4: item-price "free" is not a number – row left out',
      'warning 5: an item without quantity – row left out',
      'warning 6: shipping-price "some" is not a number – item left out',
      'error 9: an order without a usable purchase-date – left out',
      'warning 10: purchase-date "today" is not a date – order left out',
    ]);
  });
});
