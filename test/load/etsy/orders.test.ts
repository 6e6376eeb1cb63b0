import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER =
  'Sale Date,Order ID,Buyer User ID,Date Shipped,Ship Country,Currency,Order Value,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total';
const order = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    'Sale Date': '10/13/26',
    'Order ID': '37001',
    Currency: 'USD',
    'Order Value': '50.00',
    'Order Total': '50.00',
    ...changes,
  };
  return HEADER.split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
};
const orders = (...rows: string[]) => draftOf([HEADER, ...rows]);

describe('Etsy sold orders', () => {
  it('have no lines and push no fees, which the statement has', () => {
    const draft = orders(order({ 'Card Processing Fees': '1.75' }));
    expect(draft.orders).toMatchObject([{ lines: [], total: 5000, payment: 'paid' }]);
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([]);
  });

  it.each([
    ['with the tax inside', { 'Sales Tax': '4.00', 'Order Total': '54.00' }, 5000],
    ['without the tax', { 'Sales Tax': '4.00', 'Order Total': '50.00' }, 5000],
    [
      'after both discounts',
      { Shipping: '5.00', 'Shipping Discount': '5.00', 'Discount Amount': '10.00', 'Order Total': '40.00' },
      4000,
    ],
    [
      'after the discount on the goods only',
      { Shipping: '5.00', 'Shipping Discount': '5.00', 'Order Total': '55.00' },
      5500,
    ],
  ])('whose total is written %s add up', (_, changes, total) => {
    const draft = orders(order(changes));
    expect(draft.orders.at(0)?.total).toBe(total);
    expect(draft.orders.at(0)?.tax).toBe(0);
    expect(toldBy(draft)).toEqual([]);
  });

  it('that do not add up count as written, with both sums', () => {
    const draft = orders(order({ 'Order Total': '70.00' }));
    expect(draft.orders.at(0)?.total).toBe(7000);
    expect(toldBy(draft)).toEqual([
      'warning 2: its value, discount, shipping and tax make 50.00, its total is 70.00 – counted as written',
    ]);
  });

  it.each([
    ['', undefined, 'paid'],
    ['0.00', undefined, 'paid'],
    ['54.00', undefined, 'paid'],
    ['27.00', 2500, 'part_refunded'],
  ])('adjusted to "%s" have given back %s', (adjusted, refunded, payment) => {
    const draft = orders(
      order({ 'Sales Tax': '4.00', 'Order Total': '54.00', 'Adjusted Order Total': adjusted }),
    );
    expect(draft.orders).toMatchObject([{ refunded, payment }]);
  });

  it('without an id, a date or a total are told of, and the rest counts', () => {
    const draft = orders(
      order({ 'Order ID': '' }),
      order({ 'Order ID': '37002', 'Sale Date': 'later' }),
      order({ 'Order ID': '37003', 'Order Total': '' }),
      order({ 'Order ID': '37004', Status: 'Canceled' }),
      ',,,,,,,,,,,,,,,',
    );
    expect(draft.orders.map(({ id, status }) => [id, status])).toEqual([['37004', 'cancelled']]);
    expect(toldBy(draft)).toEqual([
      'warning 2: an order without order id – row left out',
      'warning 3: sale date "later" is not a date – row left out',
      'warning 4: order 37003 without a total – row left out',
    ]);
  });
});
