import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER =
  'Sale Date,Item Name,Quantity,Price,Discount Amount,Order Shipping,Item Total,Currency,Transaction ID,Date Paid,Date Shipped,Ship Country,Order ID,Variations,SKU';
const items = (...rows: string[]) => draftOf([HEADER, ...rows]);
const item = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    'Sale Date': '10/02/26',
    'Item Name': 'Indigo kurta',
    Quantity: '1',
    Price: '20.00',
    Currency: 'USD',
    'Transaction ID': '46001',
    'Date Paid': '10/02/2026',
    'Order ID': '37001',
    SKU: 'KRT-IND-M',
    ...changes,
  };
  return HEADER.split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
};

describe('Etsy sold items', () => {
  it('written month first are read so, and without a warning when nothing shows it', () => {
    const draft = items(item({ 'Sale Date': '03/04/26' }));
    expect(draft.orders.at(0)?.placedOn).toBe('2026-03-04');
    expect(toldBy(draft)).toEqual([]);
  });

  it('written day first, as one date shows, are read so in every column', () => {
    const draft = items(
      item({ 'Sale Date': '03/04/26' }),
      item({ 'Sale Date': '25/04/26', 'Order ID': '37002', 'Transaction ID': '46002' }),
    );
    expect(draft.orders.map(({ placedOn }) => placedOn)).toEqual(['2026-04-03', '2026-04-25']);
  });

  it('take a discount that every row repeats once, and one that differs from row to row as each row’s own', () => {
    const second = { 'Transaction ID': '46002' };
    const discountOf = (first: string, other: string): number | undefined =>
      items(item({ 'Discount Amount': first }), item({ ...second, 'Discount Amount': other })).orders.at(0)
        ?.discount;
    expect(discountOf('4.00', '4.00')).toBe(400);
    expect(discountOf('4.00', '0.00')).toBe(400);
    expect(discountOf('3.00', '1.00')).toBe(400);
  });

  it('that were not paid or not sent yet are so', () => {
    const draft = items(item({ 'Date Paid': '', 'Date Shipped': '' }));
    expect(draft.orders).toMatchObject([{ payment: 'pending', delivery: 'unfulfilled', status: 'open' }]);
  });

  it('keep the item total where the price is missing, and have one unit where the quantity is', () => {
    const draft = items(item({ Price: '', 'Item Total': '$40.00', Quantity: '' }));
    expect(draft.orders.at(0)?.lines).toMatchObject([{ amount: 4000, quantity: 1 }]);
  });

  it.each([
    ['Size:M,Personalization:For Asha, with love', 'Size:M'],
    ['Personalization:Asha', undefined],
    ['Personalization 1:Asha,Personalization 2:2026', undefined],
    ['Größe:M,Personalisierung:Für Asha', 'Größe:M'],
    ['Size:8 x 10 inches, framed', 'Size:8 x 10 inches, framed'],
    ['Colour:Teal &amp; gold', 'Colour:Teal & gold'],
    ['', undefined],
  ])('of the variation "%s" are the variant %s', (written, variant) => {
    const draft = items(item({ Variations: `"${written}"` }));
    expect(draft.orders.at(0)?.lines[0]?.variant).toBe(variant);
  });

  it('have a title as a person reads it, and no SKU where a dash stands for it', () => {
    const draft = items(item({ 'Item Name': 'Mum&#39;s &quot;Haldi&quot; saree', SKU: '-' }));
    expect(draft.orders.at(0)?.lines).toMatchObject([{ title: 'Mum\'s "Haldi" saree', sku: undefined }]);
  });

  it('without an order, a date or a price are told of, and the rest counts', () => {
    const draft = items(
      item({ 'Order ID': '' }),
      item({ 'Order ID': '37002', 'Transaction ID': '46002', 'Sale Date': '' }),
      item({ 'Order ID': '37003', 'Transaction ID': '46003', Price: 'dear' }),
      item({ 'Order ID': '37003', 'Transaction ID': '46004', Price: '' }),
      item({ 'Order ID': '37003', 'Transaction ID': '46005' }),
      item({ 'Order ID': '37003', 'Transaction ID': '46005' }),
      item({ 'Order ID': '3.7E+09', 'Transaction ID': '46006' }),
      ',,,,,,,,,,,,,,',
    );
    expect(draft.orders.map(({ id, total }) => [id, total])).toEqual([['37003', 2000]]);
    expect(toldBy(draft)).toEqual([
      'warning 2: an item without order id – row left out',
      'warning 8: order id "3.7E+09" lost its digits in a spreadsheet – row left out',
      'warning 3: order 37002 without a sale date – row left out',
      'warning 4: price "dear" is not a number – line left out',
      'warning 5: an item without price – row left out',
      'warning 7: item 46005 stands in this file already – line left out',
    ]);
  });

  it('in Etsy’s British spelling are the same', () => {
    const draft = draftOf([
      'Sale Date,Item Name,Quantity,Price,Order Delivery,Item Total,Currency,Transaction ID,Date Posted,Delivery State,Delivery Country,Order ID',
      '10/25/26,Indigo kurta,1,20.00,3.50,20.00,GBP,46001,10/26/26,,The Netherlands,37001',
    ]);
    expect(draft.kind).toBe('etsy.items');
    expect(draft.orders).toMatchObject([{ total: 2350, shipping: 350, delivery: 'shipped', country: 'NL' }]);
  });
});
