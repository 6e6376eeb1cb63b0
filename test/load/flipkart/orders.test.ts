import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const HEADER =
  'Ordered On,ORDER ITEM ID,Order Id,Order State,FSN,SKU,Product,CGST,IGST,SGST,Invoice Amount,Selling Price Per Item,Shipping and Handling Charges,Quantity,State,Payment Type';
type Cells = Partial<
  Record<'on' | 'order' | 'state' | 'sku' | 'rates' | 'invoice' | 'price' | 'shipping' | 'pay', string>
>;
let items = 438_000;
const row = ({
  on = '2026-08-26',
  order = 'OD1',
  state = 'Delivered',
  sku = 'KRT-1',
  ...cells
}: Cells): string =>
  `${on},'${(items += 1)},${order},${state},FSN1,${sku},Kurta,${cells.rates ?? 'NA,5,NA'},${cells.invoice ?? '840'},${cells.price ?? '840'},${cells.shipping ?? '0'},1,Goa,${cells.pay ?? ''}`;

async function load(...rows: readonly string[]) {
  const cwd = temporaryFolder({ 'orders.csv': `${HEADER}\n${rows.join('\n')}\n` });
  const { books, problems } = await loadBooks(['orders.csv'], { cwd, shop: DEFAULT_SHOP });
  return { orders: books.orders, told: problems.map(problemText) };
}

describe('Flipkart orders', () => {
  it('of several items leave out what was called off while other items live', async () => {
    const { orders, told } = await load(row({}), row({ sku: 'DUP-1', state: 'Cancelled', invoice: '' }));
    expect(orders).toMatchObject([{ total: 84000, status: 'complete', delivery: 'delivered' }]);
    expect(orders.at(0)?.lines.map(({ sku }) => sku)).toEqual(['KRT-1']);
    expect(told).toEqual([]);
  });

  it('of which one item came back undelivered count without it, and say so', async () => {
    const { orders, told } = await load(row({}), row({ sku: 'DUP-1', state: 'RTO' }));
    expect(orders).toMatchObject([{ total: 84000, delivery: 'delivered' }]);
    expect(told).toEqual([
      'orders.csv:3: an item of order OD1 came back or was lost, the others did not – the order counts without it',
    ]);
  });

  it('of which nothing arrived are lost when a part of them is', async () => {
    const { orders, told } = await load(row({ state: 'RTO' }), row({ sku: 'DUP-1', state: 'Lost' }));
    expect(orders).toMatchObject([{ total: 168000, delivery: 'lost', status: 'complete' }]);
    expect(told).toEqual([]);
  });

  it.each([
    ['In Transit', 'COD', { payment: 'pending', cashOnDelivery: true }],
    ['Delivered', 'Postpaid', { payment: 'paid', cashOnDelivery: true }],
    ['Approved', 'Prepaid', { payment: 'paid', cashOnDelivery: false }],
    ['Cancelled', 'Prepaid', { payment: 'pending', status: 'cancelled' }],
    ['READY_TO_DISPATCH', '', { payment: 'pending', delivery: 'unfulfilled' }],
    ['Returned', '', { payment: 'refunded', delivery: 'delivered' }],
  ])('that are %s and paid by "%s" have that standing', async (state, pay, standing) => {
    const { orders } = await load(row({ state, pay }));
    expect(orders).toMatchObject([standing]);
  });

  it('in a state that is not known count as unpaid, told once', async () => {
    const { orders, told } = await load(row({ state: 'Held' }), row({ order: 'OD2', state: 'Held' }));
    expect(orders.map(({ payment, delivery }) => [payment, delivery])).toEqual([
      ['pending', 'unknown'],
      ['pending', 'unknown'],
    ]);
    expect(told).toEqual(['orders.csv:2: order state "Held" is not known – such orders count as unpaid']);
  });

  it('take NA as no rate: the tax is not told, which is not an exemption of the line', async () => {
    const { orders } = await load(row({ rates: 'NA,NA,NA' }));
    expect(orders).toMatchObject([{ tax: 0, lines: [{ tax: undefined }] }]);
  });

  it('read dates with slashes month first, for so the invoice date beside them is named', async () => {
    const { orders } = await load(row({ on: '07/06/26' }));
    expect(orders.at(0)?.placedOn).toBe('2026-07-06');
  });

  it('that list an item twice count it once', async () => {
    const twice = row({});
    const { orders, told } = await load(twice, twice);
    expect(orders).toMatchObject([{ total: 84000 }]);
    expect(told).toEqual([
      `orders.csv:3: order item ${items} stands in this file already, on line 2 – left out here`,
    ]);
  });

  it('without an id, a date or a price are left out, each with its reason, and the rest counts', async () => {
    const { orders, told } = await load(
      row({ order: '' }),
      row({ order: 'OD2', on: '' }),
      row({ order: 'OD3', on: 'soon' }),
      row({ order: 'OD4', invoice: '', price: '' }),
      row({ order: 'OD5', invoice: 'abc', price: '' }),
      row({ order: '4.38E+17' }),
      row({ order: 'OD7' }),
    );
    expect(orders.map(({ id }) => id)).toEqual(['OD7']);
    expect(told).toEqual([
      'orders.csv:2: an order without order id – row left out',
      'orders.csv:3: an order without date – row left out',
      'orders.csv:4: ordered on "soon" is not a date – row left out',
      'orders.csv:5: an order without price – row left out',
      'orders.csv:6: invoice amount "abc" is not a number – row left out',
      'orders.csv:7: order id "4.38E+17" lost its digits in a spreadsheet – row left out',
    ]);
  });
});
