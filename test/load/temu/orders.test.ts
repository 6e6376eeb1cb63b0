import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';
import { loadWorkbook } from '../../helpers/load-workbook.ts';

const NAMES = {
  'Order ID': 'PO-210-1',
  'order status': 'Shipped',
  'Order item ID': '210-11',
  'order item status': 'Shipped',
  'product name': 'Tarang Dupatta',
  'contribution sku': 'DUP-201',
  'SKU ID': '17000000000201',
  'quantity purchased': '2',
  'ship country': 'United States',
  'purchase date': 'Jun 5, 2026',
  'activity goods base price': '',
  'base price total': '$25.58',
  'goods base price': '',
  'retail price total': '',
  'Discount from seller': '',
  'shipping cost': '',
  'product tax total': '',
} as const;
type Cells = Partial<Record<keyof typeof NAMES, string>>;

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');
const HEADER = quoted(Object.keys(NAMES));
const row = (cells: Cells = {}): string => quoted(Object.values({ ...NAMES, ...cells }));
const read = (...rows: readonly Cells[]) => draftOf([HEADER, ...rows.map(row)]);

describe('the orders of Temu', () => {
  it.each([
    ['Pending', 'open', 'paid', 'unfulfilled'],
    ['Un-shipped', 'open', 'paid', 'unfulfilled'],
    ['Shipped', 'open', 'paid', 'shipped'],
    ['Partially shipped', 'open', 'paid', 'partial'],
    ['Delivered', 'complete', 'paid', 'delivered'],
    ['Canceled', 'cancelled', 'pending', 'unfulfilled'],
  ])('that are "%s" are %s, %s and %s', (word, status, payment, delivery) => {
    const draft = read({ 'order item status': word });
    expect(draft.orders).toMatchObject([{ status, payment, delivery }]);
    expect(draft.problems).toEqual([]);
  });

  it.each([
    ['Shipped', 'Pending', 'partial'],
    ['Shipped', 'Delivered', 'shipped'],
    ['Delivered', 'Canceled', 'delivered'],
  ])('with one item "%s" and one "%s" are %s', (one, other, delivery) => {
    const draft = read({ 'order item status': one }, { 'order item status': other });
    expect(draft.orders).toMatchObject([{ delivery }]);
  });

  it('count only the items that were not cancelled', () => {
    const draft = read({}, { 'order item status': 'Canceled', 'base price total': '$99.00' });
    expect(draft.orders).toMatchObject([{ total: 2558, lines: [{ amount: 2558 }] }]);
  });

  it('in a state that is not known count as not yet sent, and are told of once', () => {
    const odd = { 'order item status': 'Beamed up' };
    const draft = read(odd, { ...odd, 'Order ID': 'PO-210-2' });
    expect(draft.orders.map(({ delivery }) => delivery)).toEqual(['unfulfilled', 'unfulfilled']);
    expect(toldBy(draft)).toEqual([
      'warning 2: order status "Beamed up" is not known – such items count as not yet sent',
    ]);
  });

  it.each([
    [{ 'base price total': '', 'activity goods base price': '$12.79' }, 2558],
    [{ 'base price total': '', 'goods base price': '$12.79' }, 2558],
    [{ 'base price total': '', 'goods base price': '$12.79', 'retail price total': '$30.00' }, 2558],
    [{ 'base price total': '', 'goods base price': '$25.58', 'retail price total': '$30.00' }, 2558],
  ])('have %o for a base price of two pieces of %i', (cells, amount) => {
    expect(read(cells).orders).toMatchObject([{ total: amount, lines: [{ quantity: 2, amount }] }]);
  });

  it('are the base price less the seller’s own discount, with carriage and tax', () => {
    const draft = read({
      'Discount from seller': '-$2.00',
      'shipping cost': '$2.99',
      'product tax total': '$1.50',
    });
    expect(draft.orders).toMatchObject([{ discount: 200, shipping: 299, tax: 150, total: 2807 }]);
  });

  it.each([
    [{ 'base price total': '£25.58' }, 'GBP'],
    [{ 'base price total': '25.58' }, 'USD'],
    [{ 'base price total': '25.58', 'ship country': 'Poland' }, 'PLN'],
    [{ 'base price total': '25.58', 'ship country': '' }, 'INR'],
  ])('%o are in %s', (cells, currency) => {
    const draft = draftOf([HEADER, row(cells)], { currency: 'INR' });
    expect(draft.orders.map((order) => order.currency)).toEqual([currency]);
  });

  it('keep the date as it was where the order was placed', () => {
    const draft = read({ 'purchase date': 'Jun 5, 2026, 11:04 pm BST(UTC+1)' });
    expect(draft.orders).toMatchObject([{ placedOn: '2026-06-05', placedAt: '2026-06-05 23:04' }]);
  });

  it('stand below a banner in a workbook with a sheet of couriers', async () => {
    const { books, problems } = await loadWorkbook('orders.xlsx', {
      'Order report': [['!!! Important reminders'], [], [], Object.keys(NAMES), Object.values(NAMES)],
      'Approved courier list': [['Approved courier list'], ['EVRI']],
    });
    expect(books.orders).toMatchObject([{ id: 'PO-210-1', row: 5 }]);
    expect(problems.map(({ severity }) => severity)).toEqual(['note']);
  });

  it('that cannot be used are told of one by one', () => {
    const draft = read(
      { 'Order ID': '' },
      { 'Order ID': 'PO-210-2', 'purchase date': '' },
      { 'Order ID': 'PO-210-3', 'purchase date': 'soon (UTC+1)' },
      { 'Order ID': 'PO-210-4', 'base price total': '' },
      { 'Order ID': 'PO-210-5', 'base price total': 'cheap' },
    );
    expect(draft.orders).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: an item without order id – row left out',
      'warning 3: order PO-210-2 without a purchase date – row left out',
      'warning 4: order PO-210-3 without a purchase date – row left out',
      'warning 5: an item without base price – row left out',
      'warning 6: base price total "cheap" is not a number – row left out',
    ]);
  });

  it('cancelled without a price are worth nothing', () => {
    const draft = read({ 'order item status': 'Canceled', 'base price total': '' });
    expect(draft.orders).toMatchObject([{ status: 'cancelled', total: 0 }]);
    expect(draft.problems).toEqual([]);
  });
});

describe('the Chinese orders of Temu', () => {
  const header = '订单号,订单状态,子订单号,子订单状态,应履约件数,SKU货号,订单创建时间';

  it('give only their days, and say so', () => {
    const draft = draftOf([header, 'PO-211-1\t,已签收\t,211-11\t,已签收\t,2\t,DUP-201\t,5/25/26 20:40\t']);
    expect(draft.kind).toBe('temu.orders');
    expect(draft.orders).toEqual([]);
    expect([...(draft.orderDays ?? []).values()]).toEqual(['2026-05-25']);
    expect(toldBy(draft)).toEqual([
      'note -: holds 1 order without amounts, which are not counted: Temu’s bill (PO聚合账单 or PO明细账单) tells what they brought',
    ]);
  });

  it('without a date are told of', () => {
    const draft = draftOf([header, 'PO-211-1\t,已签收\t,211-11\t,已签收\t,2\t,DUP-201\t,--\t']);
    expect(toldBy(draft)[0]).toBe('warning 2: order PO-211-1 without a purchase date – row left out');
  });
});
