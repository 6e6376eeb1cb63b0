import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';
import { loadWorkbook } from '../../helpers/load-workbook.ts';

const NAMES = {
  'Order ID': '576000000000000001\t',
  'Order Status': 'Completed',
  'Order Substatus': 'Completed',
  'SKU ID': '1729000000000000201\t',
  'Seller SKU': 'DUP-201',
  'Product Name': 'Tarang Dupatta',
  Variation: 'Default',
  Quantity: '1',
  'SKU Unit Original Price': '20.00',
  'SKU Subtotal Before Discount': '20.00',
  'SKU Platform Discount': '0',
  'SKU Seller Discount': '0',
  'SKU Subtotal After Discount': '20.00',
  'Shipping Fee After Discount': '5.00',
  Taxes: '2.00',
  'Order Amount': '27.00',
  'Order Refund Amount': '0',
  'Created Time': '08/14/2026 09:30:00 PM\t',
  'Paid Time': '08/14/2026 09:31:00 PM\t',
  'Shipped Time': '',
  'Delivered Time': '',
  'Cancelled Time': '',
  'Cancel Reason': '',
  Country: 'United States',
  'Payment Method': 'Credit card',
} as const;
type Cells = Partial<Record<keyof typeof NAMES, string>>;

const HEADER = Object.keys(NAMES).join(',');
const row = (cells: Cells = {}): string => Object.values({ ...NAMES, ...cells }).join(',');
const read = (...rows: readonly Cells[]) => draftOf([HEADER, ...rows.map(row)]);

describe('the orders of TikTok Shop', () => {
  it.each([
    ['Unpaid', 'Unpaid', { 'Paid Time': '' }, 'open', 'pending', 'unfulfilled'],
    ['To ship', 'Awaiting collection', {}, 'open', 'paid', 'unfulfilled'],
    ['Shipped', 'In transit', {}, 'open', 'paid', 'shipped'],
    ['Shipped', 'Delivered', {}, 'complete', 'paid', 'delivered'],
    ['Canceled', 'Canceled', { 'Paid Time': '' }, 'cancelled', 'pending', 'unfulfilled'],
    ['Canceled', '', { 'Shipped Time': '08/15/2026 09:30:00 PM' }, 'cancelled', 'paid', 'rto'],
    ['Perlu dikirim', 'Menunggu pengambilan', {}, 'open', 'paid', 'unfulfilled'],
    ['Dikirim', 'Dalam perjalanan', {}, 'open', 'paid', 'shipped'],
    ['จัดส่งแล้ว', 'จัดส่งสำเร็จ', {}, 'complete', 'paid', 'delivered'],
    ['ที่จะจัดส่ง', 'รอเข้ารับ', {}, 'open', 'paid', 'unfulfilled'],
    ['ยกเลิกแล้ว', '', { 'Paid Time': '' }, 'cancelled', 'pending', 'unfulfilled'],
    ['', '运输中', {}, 'open', 'paid', 'shipped'],
    ['Verschickt', '', { 'Delivered Time': '08/15/2026 09:30:00 PM' }, 'complete', 'paid', 'delivered'],
  ] as const)('that are "%s", "%s" %o are %s, %s and %s', (...[status, substatus, times, ...state]) => {
    const draft = read({ 'Order Status': status, 'Order Substatus': substatus, ...times });
    const [order] = draft.orders;
    expect([order?.status, order?.payment, order?.delivery]).toEqual(state);
    expect(draft.problems).toEqual([]);
  });

  it('that were lost on the way are lost, not returned', () => {
    const cancelled = { 'Order Status': 'Canceled', 'Shipped Time': '08/15/2026 09:30:00 PM' };
    const draft = read({ ...cancelled, 'Cancel Reason': 'Package lost' });
    expect(draft.orders).toMatchObject([{ delivery: 'lost' }]);
  });

  it('in a state that is not known, and without times, are told of once', () => {
    const odd = { 'Order Status': 'Beamed up', 'Order Substatus': '' };
    const draft = read(odd, { ...odd, 'Order ID': '576000000000000002' });
    expect(draft.orders).toHaveLength(2);
    expect(toldBy(draft)).toEqual([
      'warning 2: order status "Beamed up" is not known – such orders count as not yet sent',
    ]);
  });

  it('on delivery are paid when they arrive, whatever their time of payment says', () => {
    const onDelivery = { 'Payment Method': 'Cash on delivery' };
    const sent = { ...onDelivery, 'Order Status': 'Shipped', 'Order Substatus': '' };
    const draft = read(onDelivery, { ...sent, 'Order ID': '576000000000000002' });
    expect(draft.orders).toMatchObject([
      { cashOnDelivery: true, payment: 'paid' },
      { cashOnDelivery: true, payment: 'pending' },
    ]);
  });

  it('cancelled before payment have no refund, though TikTok books one', () => {
    const cancelled = { 'Order Status': 'Canceled', 'Order Refund Amount': '27.00' };
    const draft = read({ ...cancelled, 'Paid Time': '' }, { ...cancelled, 'Order ID': '576000000000000002' });
    expect(draft.orders.map(({ refunded }) => refunded)).toEqual([undefined, 2700]);
  });

  it('take order amounts once where every row repeats them', () => {
    const draft = read({ 'Order Amount': '47.00' }, { 'Order Amount': '47.00', 'Seller SKU': 'DUP-202' });
    expect(draft.orders).toMatchObject([{ total: 4700, shipping: 500, tax: 200 }]);
    expect(draft.problems).toEqual([]);
  });

  it('add order amounts up where each row bears its share', () => {
    const share = { 'Shipping Fee After Discount': '2.50', Taxes: '1.00' };
    const draft = read(
      { ...share, 'Order Amount': '23.50', 'Order Refund Amount': '23.50' },
      { ...share, 'Order Amount': '23.50', 'Order Refund Amount': '0', 'Seller SKU': 'DUP-202' },
    );
    expect(draft.orders).toMatchObject([{ total: 4700, shipping: 500, tax: 200, refunded: 2350 }]);
    expect(draft.problems).toEqual([]);
  });

  it('that do not add up count as written, with a warning', () => {
    const draft = read({ 'Order Amount': '30.00' }, { 'Order Amount': '31.00', 'Seller SKU': 'DUP-202' });
    expect(draft.orders).toMatchObject([{ total: 6100 }]);
    expect(toldBy(draft)).toEqual([
      'warning 2: order 576000000000000001: its lines, discount, shipping and tax make 54.00, its total is 61.00 – counted as written',
    ]);
  });

  it('of a report with chosen columns have prices that follow from the others', () => {
    const header = 'Order ID,Order Status,Seller SKU,Quantity,Created Time';
    const after = draftOf([
      `${header},SKU Seller Discount,SKU Subtotal After Discount`,
      '576000000000000001,Completed,DUP-201,2,2026-08-14 10:00:00,4.00,36.00',
    ]);
    expect(after.orders).toMatchObject([{ total: 3600, discount: 400, lines: [{ amount: 4000 }] }]);
    const before = draftOf([
      `${header},SKU Seller Discount,SKU Subtotal Before Discount`,
      '576000000000000001,Completed,DUP-201,2,2026-08-14 10:00:00,4.00,40.00',
    ]);
    expect(before.orders).toMatchObject([{ total: 3600, discount: 400, payment: 'paid' }]);
  });

  it('have the month first in the United States and the day first elsewhere', () => {
    const open = { 'Created Time': '03/04/2026 10:00:00', 'Paid Time': '03/04/2026 10:00:00' };
    expect(read(open).orders).toMatchObject([{ placedOn: '2026-03-04', currency: 'USD' }]);
    expect(read({ ...open, Country: 'Malaysia' }).orders).toMatchObject([
      { placedOn: '2026-04-03', currency: 'MYR', country: 'MY' },
    ]);
  });

  it('are read from the workbook that TikTok gives, with its row of descriptions', async () => {
    const described = Object.keys(NAMES).map((name) =>
      name === 'Order ID' ? 'Platform unique order ID.' : name,
    );
    const rows = [Object.keys(NAMES), described, Object.values(NAMES)];
    const { books, problems } = await loadWorkbook('orders.xlsx', { OrderSKUList: rows });
    expect(books.orders).toMatchObject([{ id: '576000000000000001', total: 2700, row: 3 }]);
    expect(problems).toEqual([]);
  });

  it('that cannot be used are told of one by one', () => {
    const draft = read(
      { 'Order ID': '5.76E+17' },
      { 'Order ID': '' },
      { 'Order ID': '576000000000000002', 'Created Time': '' },
      { 'Order ID': '576000000000000003', 'SKU Subtotal Before Discount': 'cheap' },
      {
        'Order ID': '576000000000000004',
        'SKU Unit Original Price': '',
        'SKU Subtotal Before Discount': '',
        'SKU Subtotal After Discount': '',
      },
    );
    expect(draft.orders).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: order id "5.76E+17" lost its digits in a spreadsheet – row left out',
      'warning 3: an item without order id – row left out',
      'warning 4: order 576000000000000002 without a time of creation – row left out',
      'warning 5: sku subtotal before discount "cheap" is not a number – row left out',
      'warning 6: an item without price – row left out',
    ]);
  });
});
