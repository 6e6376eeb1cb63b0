import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER = 'SUBORDER CODE,ORDER DATE,CURRENT ORDER STATE,SKU CODE,PRODUCT NAME,QTY,SELLING PRICE';
const row = (state: string, price = '599.00', date = '26-08-2026 17:44:53', code = '71000000001'): string =>
  `${code},${date},${state},DUP-201,Dupatta,1,${price}`;
const read = (...rows: readonly string[]) => draftOf([HEADER, ...rows]);

describe('the orders of Snapdeal', () => {
  it.each([
    ['Ready to be Picked up by Courier', 'open', 'pending', 'unfulfilled'],
    ['Shipped', 'open', 'paid', 'shipped'],
    ['Delivered', 'complete', 'paid', 'delivered'],
    ['Courier Return Delivered', 'complete', 'pending', 'rto'],
    ['Customer Returned', 'complete', 'refunded', 'delivered'],
    ['Cancelled', 'cancelled', 'pending', 'unfulfilled'],
  ])('that are "%s" are %s, %s and %s', (state, status, payment, delivery) => {
    const draft = read(row(state));
    expect(draft.orders).toMatchObject([{ status, payment, delivery }]);
    expect(draft.problems).toEqual([]);
  });

  it('in a state that is not known count as unpaid, and are told of once', () => {
    const draft = read(row('On the moon'), row('On the moon', '599.00', '26-08-2026', '72'));
    expect(draft.orders.map(({ payment }) => payment)).toEqual(['pending', 'pending']);
    expect(toldBy(draft)).toEqual([
      'warning 2: status "On the moon" is not known – such orders count as unpaid',
    ]);
  });

  it('have a time before the date (`17:45:09 03-04-2026`), day first', () => {
    expect(read(row('Delivered', '599.00', '17:45:09 03-04-2026')).orders).toMatchObject([
      { placedOn: '2026-04-03', placedAt: '2026-04-03 17:45:09' },
    ]);
  });

  it('without a selling price are left out, for the list price is not what was paid', () => {
    const draft = draftOf([
      'SUBORDERCODE,ORDERCREATEDDATE,STATUS,SKUCODE,PRODUCTNAME,MRP',
      '71000000001,17:44:53 26-08-2026,Delivered,DUP-201,Dupatta,899',
    ]);
    expect(draft.kind).toBe('snapdeal.orders');
    expect(draft.orders).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'error -: 1 suborder without a selling price (an MRP is not what was paid) – left out',
    ]);
  });

  it('may have a price per piece', () => {
    const draft = draftOf([
      'Suborder Id,Order Created Date,Status,SKU Code,Quantity,Selling Price Per Item',
      '71000000001,26-08-2026,Delivered,DUP-201,3,199.50',
    ]);
    expect(draft.orders).toMatchObject([{ total: 59850, lines: [{ quantity: 3, amount: 59850 }] }]);
  });

  it('that cannot be used are told of one by one', () => {
    const draft = read(
      row('Delivered', '599.00', '26-08-2026', ''),
      row('Delivered', '599.00', ''),
      row('Delivered', 'cheap'),
      row('Delivered', '599.00', '26-08-2026', '7.1E+10'),
    );
    expect(draft.orders).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a suborder without code – row left out',
      'warning 3: a suborder without date – row left out',
      'warning 4: selling price "cheap" is not a number – row left out',
      'warning 5: suborder code "7.1E+10" lost its digits in a spreadsheet – row left out',
    ]);
  });
});
