import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import type { Draft } from '../../../src/load/format.ts';
import { readFileBytes } from '../../../src/load/read-file.ts';
import { orderState, isCashOnDelivery, paymentAfterRefund } from '../../../src/load/woocommerce/status.ts';
import { unpackEntries } from '../../../src/load/woocommerce/packed.ts';

function read(lines: readonly string[]): Draft {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const file = readFileBytes({ file: 'orders.csv', bytes }, { shop: DEFAULT_SHOP });
  if (!('draft' in file)) throw new Error(`not read: ${JSON.stringify(file)}`);
  return file.draft;
}

const HEADER =
  'order_id,order_number,order_date,status,shipping_total,fee_total,tax_total,discount_total,order_total,order_currency,payment_method,fee_items,refund_items,paid_date,line_item_1';
const webtoffee = (...rows: readonly string[]): Draft => read([HEADER, ...rows]);

describe('packed cells', () => {
  it('are divided by | and the first colon; names may hold both', () => {
    expect(
      unpackEntries('name:Bedsheet | Double: Indigo|sku:BED-1|total:10').map((entry) => [...entry]),
    ).toEqual([
      [
        ['name', 'Bedsheet | Double: Indigo'],
        ['sku', 'BED-1'],
        ['total', '10'],
      ],
    ]);
  });

  it('hold several entries joined by a semicolon, which may stand inside a name too', () => {
    const names = unpackEntries('name:Wrap; silk|total:1;name:Card|total:2').map((entry) =>
      entry.get('name'),
    );
    expect(names).toEqual(['Wrap; silk', 'Card']);
    expect(unpackEntries('')).toEqual([]);
    expect(unpackEntries('no key at all')).toEqual([]);
  });
});

describe('WebToffee orders', () => {
  it('have a day-month-year order date and an ISO payment date in one row (trap 25)', () => {
    const [order] = webtoffee(
      '7,7,05-06-2026 07:32:06,completed,0,0,0,0,10.00,INR,upi,,,2026-06-07 06:40:32,name:Gamcha|quantity:1|total:10.00',
    ).orders;
    expect(order?.placedOn).toBe('2026-06-05');
    expect(order?.payment).toBe('paid');
  });

  it('write a line’s total after its discount: the discount is spread back to the paisa', () => {
    const draft = webtoffee(
      '7,7,05-06-2026 07:32:06,completed,10,0,8.99,10,58.98,INR,upi,,,,name:A|total:23.19;name:B|total:8.80;name:C|total:8.00',
    );
    expect(draft.orders.at(0)?.lines.map((line) => line.amount)).toEqual([2_899, 1_100, 1_000]);
    expect(draft.totals).toMatchObject({ subtotal: 3_999, discount: 1_000, mismatches: 0 });
  });

  it('leave lines as they are where the total shows that they stand before the discount', () => {
    const draft = webtoffee('7,7,05-06-2026,completed,0,0,0,10,90.00,INR,upi,,,,name:A|total:100.00');
    expect(draft.orders.at(0)?.lines[0]).toMatchObject({ amount: 10_000, discount: undefined });
    expect(draft.totals?.mismatches).toBe(0);
  });

  it('name gift wrap, tips and other fees; a fee total without entries is a fee without a name', () => {
    const draft = webtoffee(
      '7,7,05-06-2026,completed,0,61,0,0,71,INR,upi,name:Gift Wrap|total:40;name:Tip|total:20,,,name:A|total:10',
    );
    expect(draft.orders.at(0)?.lines.map((line) => [line.kind, line.amount])).toEqual([
      ['product', 1_000],
      ['gift_wrap', 4_000],
      ['tip', 2_000],
      ['fee', 100],
    ]);
  });

  it('count a refund without a date in the order but give no dated movement', () => {
    const draft = webtoffee(
      '7,7,05-06-2026,completed,0,0,0,0,10,INR,upi,,amount:4.00|reason:stain,2026-06-05,name:A|total:10',
    );
    expect(draft.orders.at(0)).toMatchObject({ payment: 'part_refunded', refunded: 400 });
    expect(draft.movements).toEqual([]);
  });

  it('tell what could not be read and count the rest', () => {
    const draft = webtoffee(
      '7,7,05-06-2026,completed,0,0,0,0,10,INR,upi,,amount:lots,,name:A|total:ten;name:B|total:10;name:C',
      '8,8,someday,completed,0,0,0,0,10,INR,upi,,,,name:A|total:10',
      '9,9,05-06-2026,completed,0,0,0,0,,INR,upi,,,,name:A|total:10',
      ',9,05-06-2026,completed,0,0,0,0,10,INR,upi,,,,name:A|total:10',
    );
    expect(draft.orders.map((order) => order.lines.length)).toEqual([1]);
    expect(draft.problems.map((problem) => `${problem.code} ${problem.line} ${problem.column}`)).toEqual([
      'bad-amount 2 amount',
      'bad-amount 2 total',
      'missing-value 2 total',
      'bad-date 3 order_date',
      'missing-value 3 order_date',
      'missing-value 4 order_total',
      'missing-value 5 order_id',
    ]);
  });
});

describe('WooCommerce states', () => {
  it.each([
    ['completed', 'complete', 'paid'],
    ['wc-processing', 'open', 'paid'],
    ['On hold', 'open', 'pending'],
    ['Pending payment', 'open', 'pending'],
    ['Cancelled', 'cancelled', 'pending'],
    ['canceled', 'cancelled', 'pending'],
    ['refunded', 'complete', 'refunded'],
    ['failed', 'void', 'pending'],
    ['checkout-draft', 'void', 'pending'],
    ['packed', 'open', 'pending'],
  ])('%s is %s and %s', (status, state, payment) => {
    expect(orderState(status, { cashOnDelivery: false, paidOn: false })).toMatchObject({
      status: state,
      payment,
    });
  });

  it('cash on delivery is paid only once completed or with a payment date (trap 19)', () => {
    const payment = (status: string, paidOn: boolean) =>
      orderState(status, { cashOnDelivery: true, paidOn }).payment;
    expect([payment('processing', false), payment('processing', true), payment('completed', false)]).toEqual([
      'pending',
      'paid',
      'paid',
    ]);
  });

  it('a cancelled order with a payment date stays paid (trap 20), a failed one never is', () => {
    const payment = (status: string) => orderState(status, { cashOnDelivery: false, paidOn: true }).payment;
    expect([payment('cancelled'), payment('failed')]).toEqual(['paid', 'pending']);
  });

  it('cash on delivery is told by id or title, and is not a name that only contains cod', () => {
    expect(
      ['cod', 'Cash on delivery', 'COD (extra charge)', 'Pay on Delivery', 'Barter (COD)'].every((method) =>
        isCashOnDelivery(method),
      ),
    ).toBe(true);
    expect(isCashOnDelivery('codice', undefined, 'razorpay')).toBe(false);
  });

  it('a refund changes the payment of a paid order only', () => {
    expect([paymentAfterRefund('paid', 100, 100), paymentAfterRefund('paid', 100, 1)]).toEqual([
      'refunded',
      'part_refunded',
    ]);
    expect([paymentAfterRefund('pending', 100, 100), paymentAfterRefund('paid', 100)]).toEqual([
      'pending',
      'paid',
    ]);
  });
});

describe('Advanced Order Export', () => {
  const ALGOL =
    'Order Number,Order Status,Order Date,SKU,Name,Quantity,Item Cost,Order Shipping Amount,Order Total Amount';

  it('repeats order amounts on every line: they count once per order (trap 18)', () => {
    const draft = read([
      ALGOL,
      '1,Completed,2026-06-01 18:26,A,Kurta,1,100,50,350',
      '2,Completed,2026-06-01 19:00,A,Kurta,1,100,0,100',
      '1,Completed,2026-06-01 18:26,B,Stole,2,100,50,350',
    ]);
    expect(draft.totals).toMatchObject({
      orders: 2,
      units: 4,
      shipping: 5_000,
      total: 45_000,
      mismatches: 0,
    });
    expect(draft.orders.map((order) => order.lines.map((line) => line.row))).toEqual([[2, 4], [3]]);
    expect(draft.orders.at(0)?.refunded).toBeUndefined();
  });

  it('takes the line total less its tax where the untaxed column was left out', () => {
    const draft = read([
      'Order Number,Order Status,Order Date,Name,Quantity,Order Line Total,Order Line Tax,Order Tax Amount,Order Total Amount',
      '1,Completed,2026-06-01,Kurta,1,105,5,5,105',
      ',Completed,2026-06-01,Kurta,1,105,5,5,105',
      '3,Completed,2026-06-01,,1,105,5,5,105',
    ]);
    expect(draft.orders.at(0)?.lines[0]?.amount).toBe(10_000);
    expect(draft.problems.map((problem) => problem.code)).toEqual(['missing-value', 'order-does-not-add-up']);
  });
});

describe('Analytics orders', () => {
  const ANALYTICS = 'Date,Order #,Status,Product(s),Items sold,N. Revenue (formatted)';

  it('read formatted revenue where the plain column is missing, and names with commas', () => {
    const draft = read([
      ANALYTICS,
      '2026-06-01 10:00:00,5,completed,"2× Stole, silk, 1× Gamcha",3,"₹1,00,000.50"',
    ]);
    expect(draft.orders.at(0)?.lines.map((line) => [line.title, line.quantity])).toEqual([
      ['Stole, silk', 2],
      ['Gamcha', 1],
    ]);
    expect(draft.orders.at(0)?.total).toBe(10_000_050);
  });

  it('are left out without a date, and sold under no name when the products cell says nothing', () => {
    const draft = read([ANALYTICS, ',5,completed,1× Stole,1,10', '2026-06-01,6,completed,,1,10']);
    expect(draft.problems).toMatchObject([{ code: 'missing-value', line: 2, column: 'date' }]);
    expect(draft.orders.at(0)?.lines[0]).toMatchObject({ title: 'Sale', quantity: 1 });
  });
});
