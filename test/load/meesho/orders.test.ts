import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const HEADER =
  '"Reason for Credit Entry","Sub Order No","Order Date","Customer State","Product Name","SKU","Size","Quantity","Supplier Listed Price (Incl. GST + Commission)","Supplier Discounted Price (Incl GST and Commision)","Packet Id"';
type Cells = Partial<Record<'state' | 'id' | 'on' | 'sku' | 'quantity' | 'listed' | 'price', string>>;
function row({
  state = 'DELIVERED',
  id = '19_1',
  on = '2026-08-05',
  sku = 'KRT-1',
  ...cells
}: Cells): string {
  const { quantity = '1', listed = '599.0', price = '599.0' } = cells;
  return [state, id, on, 'Goa', 'Kurta', sku, 'M', quantity, listed, price, 'TP1']
    .map((cell) => `"${cell}"`)
    .join(',');
}

async function load(...rows: readonly string[]) {
  const cwd = temporaryFolder({ 'orders.csv': `${HEADER}\n${rows.join('\n')}\n` });
  const { books, problems } = await loadBooks(['orders.csv'], { cwd, shop: DEFAULT_SHOP });
  return { orders: books.orders, told: problems.map(problemText) };
}

describe('Meesho orders', () => {
  it.each([
    ['DELIVERED', { status: 'complete', payment: 'paid', delivery: 'delivered' }],
    ['door_step_exchanged', { status: 'complete', payment: 'paid', delivery: 'delivered' }],
    ['Return', { status: 'complete', payment: 'refunded', delivery: 'delivered' }],
    ['SHIPPED', { status: 'open', payment: 'paid', delivery: 'shipped' }],
    ['READY TO SHIP', { status: 'open', payment: 'pending', delivery: 'unfulfilled' }],
    ['CANCELLED', { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' }],
    ['RTO_INITIATED', { status: 'complete', payment: 'pending', delivery: 'rto' }],
    ['LOST', { status: 'complete', payment: 'pending', delivery: 'lost' }],
  ])('whose reason is %s have that standing', async (state, standing) => {
    const { orders, told } = await load(row({ state }));
    expect(orders).toMatchObject([standing]);
    expect(told).toEqual([]);
  });

  it('for a reason that is not known count as unpaid, told once under its own name', async () => {
    const { orders, told } = await load(row({ state: 'SEIZED' }), row({ id: '20_1', state: 'SEIZED' }));
    expect(orders.map(({ payment, delivery }) => [payment, delivery])).toEqual([
      ['pending', 'unknown'],
      ['pending', 'unknown'],
    ]);
    expect(told).toEqual([
      'orders.csv:2: reason for credit entry "SEIZED" is not known – such orders count as unpaid',
    ]);
  });

  it('that stand twice, as an exchange does, are one sale', async () => {
    const { orders, told } = await load(row({}), row({ state: 'DOOR_STEP_EXCHANGED' }));
    expect(orders).toHaveLength(1);
    expect(told).toEqual([
      'orders.csv:3: sub-order 19_1 stands in this file already, on line 2 – left out here',
    ]);
  });

  it('have prices per piece, and what they come down by is a discount', async () => {
    const { orders } = await load(row({ quantity: '3', listed: '320', price: '300' }));
    expect(orders).toMatchObject([{ lines: [{ quantity: 3, amount: 96000 }], discount: 6000, total: 90000 }]);
  });

  it('with a price over the listed one have no discount', async () => {
    const { orders } = await load(row({ listed: '320', price: '350' }));
    expect(orders).toMatchObject([{ lines: [{ amount: 35000 }], discount: 0, total: 35000 }]);
  });

  it('without a number, a date or a price are left out, each with its reason, and the rest counts', async () => {
    const { orders, told } = await load(
      row({ id: '' }),
      row({ id: '20_1', on: '' }),
      row({ id: '21_1', on: 'soon' }),
      row({ id: '22_1', listed: '', price: '' }),
      row({ id: '23_1', listed: '', price: 'free' }),
      row({ id: '1.9E+18' }),
      row({ id: '25_1', sku: '-' }),
    );
    expect(orders.map(({ id, lines }) => [id, lines[0]?.sku])).toEqual([['25_1', undefined]]);
    expect(told).toEqual([
      'orders.csv:2: a sub-order without number – row left out',
      'orders.csv:3: a sub-order without date – row left out',
      'orders.csv:4: order date "soon" is not a date – row left out',
      'orders.csv:5: a sub-order without price – row left out',
      'orders.csv:6: supplier discounted price (incl gst and commision) "free" is not a number – row left out',
      'orders.csv:7: sub order no "1.9E+18" lost its digits in a spreadsheet – row left out',
    ]);
  });
});
