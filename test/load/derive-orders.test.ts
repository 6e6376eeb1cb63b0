import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../src/domain/books.ts';
import type { TaxLine } from '../../src/domain/tax-line.ts';
import { deriveOrders, type Derived, type Ledger } from '../../src/load/derive-orders.ts';
import { movement, order } from '../helpers/books.ts';

const charge = (own: Partial<Movement> = {}): Movement =>
  movement({
    ...{
      kind: 'charge',
      code: 'Principal',
      channel: 'amazon',
      order: '402-1',
      part: 'goods',
      amount: 100000,
    },
    ...{ sku: 'KRT-101', quantity: 1, file: 'settlement.txt', row: 3 },
    ...own,
  });

const taxLine = (own: Partial<TaxLine> = {}): TaxLine => ({
  ...{ channel: 'meesho', kind: 'sale', code: 'sale', order: '11_1', day: '2026-10-05', sku: 'SAR-310' },
  ...{ quantity: 1, gross: 52500, taxable: 50000, cgst: 1250, sgst: 1250, igst: 0, cess: 0 },
  ...{ currency: 'INR', region: 'BIHAR', file: 'tcs_sales.csv', row: 2 },
  ...own,
});

const derive = (own: Partial<Ledger>): Derived =>
  deriveOrders({ orders: [], movements: [], taxLines: [], ...own });
const fields = (derived: Derived): readonly object[] =>
  derived.orders.map(({ id, lines, discount, shipping, tax, taxIncluded, total }) => ({
    ...{ id, discount, shipping, tax, taxIncluded, total },
    lines: lines.map(({ kind, sku, quantity, amount }) => [kind, sku, quantity, amount]),
  }));

describe('the charges of a marketplace', () => {
  it('become one sale per order: goods, shipping, wrapping, tax on top and discount', () => {
    const movements = [
      charge({ quantity: 2 }),
      charge({ part: 'shipping', code: 'Shipping', amount: 5000, quantity: undefined, row: 4 }),
      charge({ part: 'gift_wrap', code: 'GiftWrap', amount: 3000, quantity: undefined, row: 5 }),
      charge({ part: 'tax', code: 'Tax', amount: 18000, tax: 18000, quantity: undefined, row: 6 }),
      charge({ part: 'discount', code: 'Promotion', amount: -10000, quantity: undefined, row: 7 }),
    ];
    expect(fields(derive({ movements }))).toEqual([
      {
        id: '402-1',
        lines: [
          ['product', 'KRT-101', 2, 100000],
          ['gift_wrap', undefined, 1, 3000],
        ],
        ...{ discount: 10000, shipping: 5000, tax: 18000, taxIncluded: false, total: 116000 },
      },
    ]);
  });

  it('make one line per product, with its quantity, and a title where there is no SKU', () => {
    const movements = [
      charge(),
      charge({ quantity: 2, amount: 200000, row: 4 }),
      charge({ sku: undefined, title: 'Silk dupatta', amount: 70000, row: 5 }),
      charge({ sku: 'DUP-220', quantity: undefined, amount: 60000, row: 6 }),
    ];
    const [sale] = derive({ movements }).orders;
    expect(sale?.lines.map(({ sku, title, quantity, amount }) => [sku, title, quantity, amount])).toEqual([
      ['KRT-101', 'KRT-101', 3, 300000],
      [undefined, 'Silk dupatta', 1, 70000],
      ['DUP-220', 'DUP-220', 1, 60000],
    ]);
  });

  it('include the tax that they say is inside them, rows of tax too', () => {
    const movements = [
      charge({ tax: 10000 }),
      charge({ part: 'discount', amount: -20000, tax: -2000, quantity: undefined, row: 4 }),
      charge({ part: 'tax', amount: 1000, quantity: undefined, row: 5 }),
    ];
    expect(fields(derive({ movements }))).toEqual([
      {
        id: '402-1',
        lines: [['product', 'KRT-101', 1, 101000]],
        ...{ discount: 20000, shipping: 0, tax: 9000, taxIncluded: true, total: 81000 },
      },
    ]);
  });

  it('take the tax of the register where they do not say any', () => {
    const movements = [charge({ channel: 'meesho', order: '11_1', amount: 52500 })];
    expect(fields(derive({ movements, taxLines: [taxLine()] }))).toMatchObject([
      { tax: 2500, taxIncluded: true, total: 52500, shipping: 0 },
    ]);
  });

  it('are paid, complete, of the earliest day, and nobody knows where the parcel is', () => {
    const movements = [
      charge({ day: '2026-10-12', region: 'KARNATAKA' }),
      charge({ day: '2026-10-11', row: 4, country: 'IN' }),
    ];
    expect(derive({ movements }).orders).toMatchObject([
      {
        ...{ placedOn: '2026-10-11', status: 'complete', payment: 'paid', delivery: 'unknown' },
        ...{ region: 'KARNATAKA', country: 'IN', file: 'settlement.txt', row: 3, number: '402-1' },
      },
    ]);
  });

  it('are no sale where an order report of that marketplace holds the order, by id or by number', () => {
    const held = order({ number: '#402-1', id: 'x', channel: 'amazon' });
    expect(derive({ orders: [held], movements: [charge()] }).orders).toEqual([]);
    const elsewhere = order({ number: '402-1', channel: 'shopify' });
    expect(derive({ orders: [elsewhere], movements: [charge()] }).orders).toHaveLength(1);
  });

  it('are no sale where they were all taken back, and none where only a refund is known', () => {
    const back = charge({ amount: -100000, row: 9 });
    const refund = movement({ kind: 'refund', channel: 'amazon', order: '402-0', amount: -5000 });
    const derived = derive({ movements: [charge(), back, refund] });
    expect(derived.orders).toEqual([]);
    expect(derived.movements).toHaveLength(3);
  });

  it('in two currencies are never added up', () => {
    const movements = [charge(), charge({ currency: 'USD', amount: 1200, row: 4 })];
    expect(derive({ movements }).orders.map(({ currency, total }) => [currency, total])).toEqual([
      ['INR', 100000],
      ['USD', 1200],
    ]);
  });

  it('always make an order that adds up, whatever the order of the rows', () => {
    const part = fc.constantFrom('goods', 'shipping', 'gift_wrap', 'tax', 'discount') as fc.Arbitrary<
      NonNullable<Movement['part']>
    >;
    const row = fc.record({
      part,
      order: fc.constantFrom('402-1', '402-2'),
      sku: fc.constantFrom('KRT-101', 'SAR-310', undefined),
      size: fc.integer({ min: 0, max: 50000 }),
      inside: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (rows, keys) => {
        const movements = rows.map(({ part: of, order: id, sku, size, inside }, index) =>
          charge({
            ...{ part: of, order: id, sku, row: index + 2, amount: of === 'discount' ? -size : size },
            tax: inside ? Math.round(size / 10) * (of === 'discount' ? -1 : 1) : undefined,
          }),
        );
        const { orders } = derive({ movements });
        for (const { lines, discount, shipping, tax, taxIncluded, total } of orders) {
          const goods = lines.reduce((sum, { amount }) => sum + amount, 0);
          expect(goods - discount + shipping + (taxIncluded ? 0 : tax)).toBe(total);
        }
        const paid = movements.reduce((sum, { amount }) => sum + amount, 0);
        const sold = orders.reduce((sum, { total }) => sum + total, 0);
        if (orders.length === new Set(movements.map((one) => one.order)).size) expect(sold).toBe(paid);
        const shuffled = movements
          .map((one) => [keys.next().value, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const byId = (list: Derived['orders']) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(derive({ movements: shuffled }).orders)).toEqual(byId(orders));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a tax register', () => {
  it('gives the sales that neither an order report nor the ledger holds, less cancellations', () => {
    const taxLines = [
      taxLine({ quantity: 2, gross: 105000, cgst: 2500, sgst: 2500 }),
      taxLine({
        kind: 'cancel',
        code: 'Cancel',
        quantity: -1,
        gross: -52500,
        cgst: -1250,
        sgst: -1250,
        row: 3,
      }),
      taxLine({ order: '11_2', row: 4 }),
      taxLine({ order: '11_2', kind: 'cancel', gross: -52500, cgst: -1250, sgst: -1250, row: 5 }),
      taxLine({ order: '11_3', row: 6 }),
      taxLine({ order: '11_4', kind: 'replacement', gross: 0, cgst: 0, sgst: 0, row: 7 }),
    ];
    const orders = [order({ number: '11_3', channel: 'meesho' })];
    expect(fields(derive({ orders, taxLines }))).toEqual([
      {
        id: '11_1',
        lines: [['product', 'SAR-310', 1, 52500]],
        ...{ discount: 0, shipping: 0, tax: 2500, taxIncluded: true, total: 52500 },
      },
    ]);
    expect(derive({ orders, taxLines }).orders.at(0)).toMatchObject({
      region: 'BIHAR',
      file: 'tcs_sales.csv',
    });
  });

  it('counts a cancelled quantity as taken back whatever its sign', () => {
    const taxLines = [
      taxLine({ quantity: 2, gross: 105000 }),
      taxLine({ kind: 'cancel', quantity: 1, gross: -52500, row: 3 }),
    ];
    expect(derive({ taxLines }).orders.at(0)?.lines).toMatchObject([{ quantity: 1, amount: 52500 }]);
  });

  const credited = taxLine({
    ...{ kind: 'refund', code: 'Return', day: '2026-10-20', quantity: -1, gross: -52500 },
    ...{ cgst: -1250, sgst: -1250, row: 9 },
  });

  it('gives refunds with their tax where the ledger tells of none for the order', () => {
    const derived = derive({ taxLines: [taxLine(), credited] });
    expect(derived.orders).toHaveLength(1);
    expect(derived.movements).toMatchObject([
      { kind: 'refund', order: '11_1', day: '2026-10-20', amount: -52500, tax: -2500, quantity: 1 },
    ]);
  });

  it('gives none where the ledger does; goods that came back without money are no refund', () => {
    const paid = movement({ kind: 'refund', channel: 'meesho', order: '11_1', amount: -52500 });
    expect(derive({ movements: [paid], taxLines: [credited] }).movements).toEqual([paid]);
    const goods = { ...paid, amount: 0 };
    expect(derive({ movements: [goods], taxLines: [credited] }).movements).toHaveLength(2);
  });

  it('takes a return that was undone back from the refunds, not as another sale', () => {
    const undone = taxLine({ code: 'Return Cancellation', row: 10 });
    const derived = derive({ taxLines: [taxLine(), credited, undone] });
    expect(derived.orders).toMatchObject([{ total: 52500 }]);
    expect(derived.movements.map(({ amount }) => amount)).toEqual([-52500, 52500]);
  });
});

describe('an order report without tax', () => {
  const sold = order({ number: '11_1', id: '11_1', channel: 'meesho', total: 50000 });
  const taxes = (own: Partial<Ledger>) => [...derive({ orders: [sold], ...own }).taxes.values()];

  it('has the tax inside that the ledger or register tells, in proportion to its total', () => {
    const charges = [charge({ channel: 'meesho', order: '11_1', amount: 52500, tax: 2500, quantity: 2 })];
    const told = [{ tax: 2381, file: 'settlement.txt' }];
    expect(taxes({ movements: charges })).toEqual(told);
    expect(taxes({ taxLines: [taxLine()] })).toEqual([{ ...told[0], file: 'tcs_sales.csv' }]);
  });

  it('has none that comes on top, in another currency, or where the report gives one', () => {
    const onTop = [
      charge({ channel: 'meesho', order: '11_1' }),
      charge({ channel: 'meesho', order: '11_1', part: 'tax', amount: 2500, row: 4 }),
    ];
    expect(taxes({ movements: onTop })).toEqual([]);
    expect(taxes({ taxLines: [taxLine({ currency: 'USD' })] })).toEqual([]);
    expect(taxes({ orders: [{ ...sold, tax: 2000 }], taxLines: [taxLine()] })).toEqual([]);
  });
});

describe('an order report without shipping', () => {
  const sold = order({ number: '11_1', id: '11_1', channel: 'meesho', total: 49900 });
  const paid = (own: Partial<Movement> = {}) =>
    charge({ ...{ channel: 'meesho', order: '11_1', amount: 56200, quantity: 1 }, ...own });
  const shipping = (own: Partial<Ledger>) => [...derive({ orders: [sold], ...own }).shipping.values()];

  it('has what the buyer paid above its total, and no sale more', () => {
    expect(shipping({ movements: [paid()] })).toEqual([{ amount: 6300, tax: 0, file: 'settlement.txt' }]);
    expect(derive({ orders: [sold], movements: [paid()] }).orders).toEqual([]);
    expect(shipping({ movements: [paid({ amount: 49900 })] })).toEqual([]);
    expect(shipping({ movements: [paid({ amount: 30000 })] })).toEqual([]);
  });

  it('has the tax inside all that the buyer paid', () => {
    const movements = [paid({ tax: 2676 })];
    expect([...derive({ orders: [sold], movements }).taxes.values()]).toMatchObject([{ tax: 2676 }]);
    const taxed = { ...sold, tax: 2376, taxIncluded: true };
    expect(shipping({ orders: [taxed], movements })).toMatchObject([{ amount: 6300, tax: 300 }]);
  });

  it('has nothing of charges for another number of pieces, of a register, or of another currency', () => {
    expect(shipping({ movements: [paid({ quantity: 2 })] })).toEqual([]);
    expect(shipping({ movements: [paid({ quantity: undefined })] })).toEqual([]);
    expect(shipping({ movements: [paid(), paid({ row: 9 })] })).toEqual([]);
    expect(shipping({ movements: [paid({ currency: 'USD' })] })).toEqual([]);
    expect(shipping({ taxLines: [taxLine({ gross: 56200 })] })).toEqual([]);
  });

  it('has no tax on top that the marketplace passes on, or that the report leaves out', () => {
    const tax = charge({ channel: 'meesho', order: '11_1', part: 'tax', amount: 2500, row: 4 });
    const remitted = movement({ kind: 'tax_collected', channel: 'meesho', order: '11_1', amount: -2500 });
    const net = paid({ amount: 49900 });
    expect(shipping({ movements: [net, tax] })).toEqual([]);
    expect(shipping({ movements: [{ ...net, amount: 52400 }, remitted] })).toEqual([]);
    const withTax = { ...sold, total: 52400, tax: 2500 };
    const movements = [paid({ amount: 54900 }), tax, remitted];
    expect(shipping({ orders: [withTax], movements })).toMatchObject([{ amount: 5000 }]);
  });
});

describe('payments through a provider', () => {
  const payment = movement({ ...{ kind: 'charge', channel: 'razorpay', amount: 50000, order: '#1001' } });

  it('are sales only where the books hold no order at all', () => {
    expect(derive({ movements: [payment] }).orders).toMatchObject([
      { channel: 'razorpay', number: '#1001', total: 50000, payment: 'paid' },
    ]);
    expect(derive({ orders: [order({ number: '#2' })], movements: [payment] }).orders).toEqual([]);
    expect(derive({ movements: [payment, charge()] }).orders).toMatchObject([{ channel: 'amazon' }]);
  });

  it('of one order are one sale, with the tax that they say is inside', () => {
    const rest = { ...payment, amount: 25000, tax: 3814, row: 3 };
    expect(fields(derive({ movements: [payment, rest] }))).toEqual([
      {
        id: '#1001',
        lines: [['product', undefined, 1, 75000]],
        ...{ discount: 0, shipping: 0, tax: 3814, taxIncluded: true, total: 75000 },
      },
    ]);
  });

  it('that name no order are each its own, and its fee and refund follow its transaction', () => {
    const own = { channel: 'stripe', order: undefined, transaction: 'ch_1' } as const;
    const movements = [
      movement({ ...own, kind: 'charge', amount: 50000 }),
      movement({ ...own, kind: 'payment_fee', amount: -1500 }),
      movement({ ...own, kind: 'refund', amount: -20000 }),
      movement({ ...own, kind: 'payout', amount: 28500, transaction: 'po_1' }),
      movement({ ...own, kind: 'charge', amount: 700, transaction: undefined, row: 8 }),
    ];
    const derived = derive({ movements });
    expect(derived.orders.map(({ id, total }) => [id, total])).toEqual([
      ['ch_1', 50000],
      ['payments.csv:8', 700],
    ]);
    expect(derived.movements.map((one) => one.order)).toEqual([
      ...['ch_1', 'ch_1', 'ch_1', undefined, 'payments.csv:8'],
    ]);
  });
});

describe('books without a ledger', () => {
  it('stay as they are', () => {
    const movements = [movement()];
    const nothing = { orders: [], movements, taxes: new Map(), shipping: new Map() };
    expect(derive({ orders: [order()], movements })).toEqual(nothing);
    expect(derive({ movements })).toEqual(nothing);
  });
});
