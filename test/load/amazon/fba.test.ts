import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const table = (names: readonly string[], ...rows: readonly (readonly string[])[]) =>
  draftOf([names, ...rows].map((cells) => cells.join('\t')));

describe('FBA inventory', () => {
  const NAMES = [
    ...['sku', 'fnsku', 'asin', 'product-name', 'mfn-fulfillable-quantity', 'afn-warehouse-quantity'],
    ...['afn-fulfillable-quantity', 'afn-reserved-quantity', 'afn-inbound-working-quantity'],
    ...['afn-inbound-shipped-quantity', 'afn-inbound-receiving-quantity'],
  ];

  it('is what lies at Amazon and what is on its way there, apart from the seller’s own', () => {
    const { stock } = table(NAMES, ['0098', 'X1', 'B1', 'Saree', '5', '14', '12', '1', '3', '4', '']);
    expect(stock).toMatchObject([
      { sku: '0098', location: 'Amazon FBA', onHand: 14, available: 12, committed: 1, incoming: 7 },
      { sku: '0098', location: 'own', onHand: 5, available: 5 },
    ]);
  });

  it('that is not told is no level, which is not none', () => {
    const { stock, problems } = table(
      NAMES,
      ['KRT', 'X1', 'B1', 'Kurta', '', '', '', '', '', '', ''],
      ['DUP', 'X2', 'B2', 'Dupatta', '', '0', '0', '', '', '', ''],
    );
    expect(stock.map(({ sku, onHand, incoming }) => [sku, onHand, incoming])).toEqual([
      ['DUP', 0, undefined],
    ]);
    expect(problems).toEqual([]);
  });

  it('without a SKU is left out, and a quantity that is no number is told', () => {
    const draft = table(
      NAMES,
      ['-', 'X1', 'B1', 'Kurta', '', '3', '3', '', '', '', ''],
      ['DUP', 'X2', 'B2', 'Dupatta', '', 'many', '2', '', '', '', ''],
    );
    expect(draft.stock.map(({ sku, available }) => [sku, available])).toEqual([['DUP', 2]]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a stock level without SKU – row left out',
      'warning 3: afn-warehouse-quantity "many" is not a number',
    ]);
  });
});

describe('an FBA return', () => {
  const NAMES = [
    ...['return-date', 'order-id', 'sku', 'product-name', 'quantity', 'detailed-disposition'],
    'license-plate-number',
  ];
  const row = (disposition: string, quantity = '1', date = '2026-10-07T12:00:00+05:30', order = '405-1') => [
    ...[date, order, 'KRT', 'Kurta', quantity, disposition, 'LPN1'],
  ];

  it('is a refund of nothing that says what came back and whether it can be sold', () => {
    const { movements } = table(NAMES, row('SELLABLE'), row('CUSTOMER_DAMAGED', '2'), row(''));
    expect(movements.map(({ code, quantity, restocked }) => [code, quantity, restocked])).toEqual([
      ['SELLABLE', 1, true],
      ['CUSTOMER_DAMAGED', 2, false],
      ['return', 1, undefined],
    ]);
    expect(movements[0]).toMatchObject({
      kind: 'refund',
      amount: 0,
      tax: 0,
      order: '405-1',
      sku: 'KRT',
      day: '2026-10-07',
      transaction: 'LPN1',
      channel: 'amazon',
    });
  });

  it('without date, order or quantity is left out', () => {
    const draft = table(
      NAMES,
      row('SELLABLE', '1', ''),
      row('SELLABLE', '1', 'soon'),
      row('SELLABLE', ''),
      row('SELLABLE', '1', '2026-10-07', ''),
    );
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a return without date – row left out',
      'warning 3: return-date "soon" is not a date – row left out',
      'warning 4: a return without quantity – row left out',
      'warning 5: a return without order – row left out',
    ]);
  });
});
