import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER =
  'Date,Time,Item,Qty,Price Point Name,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Event Type,Customer ID';
const row = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    Date: '2026-10-03',
    Item: 'Dupatta',
    Qty: '1.0',
    SKU: 'DUP-AJR',
    'Gross Sales': '$18.00',
    'Net Sales': '$18.00',
    'Transaction ID': 'TX1',
    'Payment ID': 'PAY1',
    'Event Type': 'Payment',
    ...changes,
  };
  return HEADER.split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
};
const items = (...rows: string[]) => draftOf([HEADER, ...rows]);

describe('Square items', () => {
  it('of one transaction are one sale', () => {
    const draft = items(
      row(),
      row({
        Item: 'Kurta',
        SKU: 'KRT-1',
        'Gross Sales': '$34.00',
        Discounts: '-$4.00',
        'Net Sales': '$30.00',
        Tax: '$2.00',
      }),
    );
    expect(draft.orders).toMatchObject([{ id: 'TX1', discount: 400, tax: 200, total: 5000 }]);
    expect(draft.orders.at(0)?.lines.map(({ amount, discount }) => [amount, discount])).toEqual([
      [1800, undefined],
      [3400, 400],
    ]);
  });

  it('have the tax inside where the shop says that its prices hold it', () => {
    const draft = draftOf([HEADER, row({ Tax: '$2.00' })], { pricesIncludeTax: true });
    expect(draft.orders).toMatchObject([{ total: 1800, tax: 200, taxIncluded: true }]);
  });

  it('keep their gross where only the net is told', () => {
    const draft = items(row({ 'Gross Sales': '', Discounts: '-$2.00', 'Net Sales': '$16.00' }));
    expect(draft.orders).toMatchObject([{ total: 1600, discount: 200 }]);
  });

  it('are of a variant unless Square calls it Regular, and may be cloth by the yard', () => {
    const draft = items(
      row({ 'Price Point Name': 'Regular', Qty: '1.5' }),
      row({ 'Price Point Name': 'Large' }),
    );
    expect(draft.orders.at(0)?.lines.map(({ variant, quantity }) => [variant, quantity])).toEqual([
      [undefined, 1.5],
      ['Large', 1],
    ]);
  });

  it('given back are refunds of their payment, with quantity and tax, and no sale', () => {
    const back = {
      Qty: '-1.0',
      'Gross Sales': '-$18.00',
      'Net Sales': '-$18.00',
      Tax: '-$1.44',
      'Payment ID': 'PAY1R',
    };
    const draft = items(row({ ...back, 'Event Type': 'Refund' }), row({ ...back, 'Event Type': '' }));
    expect(draft.orders).toEqual([]);
    for (const movement of draft.movements)
      expect(movement).toMatchObject({
        ...{ kind: 'refund', amount: -1944, tax: -144, quantity: 1 },
        ...{ sku: 'DUP-AJR', order: 'TX1', transaction: 'PAY1R' },
      });
    expect(draft.movements).toHaveLength(2);
  });

  it('without transaction, date or amount are told of, and the rest counts', () => {
    const draft = items(
      row({ 'Transaction ID': '' }),
      row({ Date: '' }),
      row({ 'Gross Sales': '', 'Net Sales': '' }),
      row({ Qty: 'one' }),
      row({ 'Transaction ID': 'TX2' }),
      ',,,',
    );
    expect(draft.orders.map(({ id }) => id)).toEqual(['TX2']);
    expect(toldBy(draft)).toEqual([
      'warning 2: an item without transaction id, date or sales – row left out',
      'warning 3: an item without transaction id, date or sales – row left out',
      'warning 4: an item without transaction id, date or sales – row left out',
      'warning 5: qty "one" is not a number – row left out',
    ]);
  });
});
