import { describe, expect, it } from 'vitest';
import { draftOf, ledgerOf, sumOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER =
  'Transaction creation date,Type,Order number,Net amount,Payout currency,Payout ID,Payout status,Item ID,Transaction ID,Item title,Custom label,Quantity,Item subtotal,Shipping and handling,Seller collected tax,eBay collected tax,Final Value Fee - fixed,Final Value Fee - variable,Regulatory operating fee,Deposit processing fee,Gross transaction amount,Transaction currency,Exchange rate,Description';
const row = (changes: Readonly<Record<string, string>>): string => {
  const cells: Record<string, string> = {
    'Transaction creation date': '"Oct 3, 2026"',
    'Payout currency': 'USD',
    'Transaction currency': 'USD',
    ...changes,
  };
  return HEADER.split(',')
    .map((name) => cells[name] ?? '--')
    .join(',');
};
const order = (changes: Readonly<Record<string, string>>): string =>
  row({ Type: 'Order', 'Order number': '21-1', 'Item ID': '110', 'Item title': 'Kurta', ...changes });
const report = (...rows: string[]) => draftOf([HEADER, ...rows]);

describe('the eBay transaction report', () => {
  it.each([
    ['Shipping label', '', 'shipping_label Shipping label -4.00'],
    ['Postage label', '', 'shipping_label Postage label -4.00'],
    ['Other fee', 'Promoted Listings - General fee', 'advertising Promoted Listings - General fee -4.00'],
    ['Other fee', 'Promoted Offsite fee', 'advertising Promoted Offsite fee -4.00'],
    ['Other fee', 'Store subscription fee', 'marketplace_fee Store subscription fee -4.00'],
    ['Other fee', 'Fee of the future', 'marketplace_fee Fee of the future -4.00'],
    ['Other fee', '', 'marketplace_fee Other fee -4.00'],
    ['Claim', 'Case closed', 'compensation Claim -4.00'],
    ['Payment dispute', '', 'chargeback Payment dispute -4.00'],
    ['Hold', '', 'reserve Hold -4.00'],
    ['Adjustment', '', 'adjustment Adjustment -4.00'],
    ['Payout', '', 'payout Payout 4.00'],
    ['Transfer', '', 'payout Transfer 4.00'],
    ['Refund', '', 'refund Refund -4.00'],
  ])('takes %s "%s" as %s', (type, description, movement) => {
    const draft = report(row({ Type: type, 'Net amount': '-4.00', Description: description }));
    expect(ledgerOf(draft)).toEqual([movement]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('keeps a type that is not known under its own name, with a warning', () => {
    const draft = report(row({ Type: 'Goodwill', 'Net amount': '5.00' }));
    expect(ledgerOf(draft)).toEqual(['adjustment Goodwill 5.00']);
    expect(toldBy(draft)).toEqual(['warning 2: type "Goodwill" is not known – counted as an adjustment']);
  });

  it('gives a fee to each column that is one, under its own name', () => {
    const draft = report(
      order({
        'Net amount': '18.15',
        'Item subtotal': '20.00',
        'Final Value Fee - fixed': '-0.40',
        'Regulatory operating fee': '-0.10',
        'Deposit processing fee': '-1.35',
      }),
    );
    expect(ledgerOf(draft).slice(1)).toEqual([
      'marketplace_fee Final value fee - fixed -0.40',
      'marketplace_fee Regulatory operating fee -0.10',
      'payment_fee Deposit processing fee -1.35',
    ]);
  });

  it('counts an order of several items once, by the rows below its totals', () => {
    const draft = report(
      order({
        'Item ID': '--',
        'Item title': '--',
        'Net amount': '33.50',
        'Item subtotal': '30.00',
        'Shipping and handling': '5.00',
        'Final Value Fee - variable': '-1.50',
      }),
      order({
        'Item subtotal': '10.00',
        'Custom label': 'KRT-1',
        Quantity: '1',
        'Final Value Fee - variable': '-0.50',
      }),
      order({
        'Item subtotal': '20.00',
        'Custom label': 'SAR-1',
        Quantity: '2',
        'Final Value Fee - variable': '-1.00',
      }),
    );
    expect(sumOf(draft.movements)).toBe('33.50');
    expect(
      draft.movements.flatMap(({ part, sku, amount }) => (part === undefined ? [] : [[part, sku, amount]])),
    ).toEqual([
      ['goods', 'KRT-1', 1000],
      ['goods', 'SAR-1', 2000],
      ['shipping', undefined, 500],
    ]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('counts an order whose items have a net each', () => {
    const draft = report(
      order({ 'Net amount': '9.50', 'Item subtotal': '10.00', 'Final Value Fee - variable': '-0.50' }),
      order({ 'Net amount': '19.00', 'Item subtotal': '20.00', 'Final Value Fee - variable': '-1.00' }),
    );
    expect(sumOf(draft.movements)).toBe('28.50');
    expect(toldBy(draft)).toEqual([]);
  });

  it('says of an order whose goods have no column that they are the rest of the net', () => {
    const draft = report(order({ 'Net amount': '9.50', 'Final Value Fee - variable': '-0.50' }));
    expect(ledgerOf(draft)).toEqual([
      'charge Order 10.00',
      'marketplace_fee Final value fee - variable -0.50',
    ]);
  });

  it('converts into the payout’s currency, to eBay’s own net', () => {
    const foreign = { 'Transaction currency': 'GBP', 'Exchange rate': '1.3627' };
    const draft = report(
      order({
        ...foreign,
        'Net amount': '55.39',
        'Item subtotal': '40.00',
        'Shipping and handling': '6.00',
        'Final Value Fee - fixed': '-0.30',
        'Final Value Fee - variable': '-4.90',
        'Regulatory operating fee': '-0.15',
      }),
    );
    expect(draft.movements.map(({ amount, currency }) => [amount, currency])).toEqual([
      [5450, 'USD'],
      [818, 'USD'],
      [-41, 'USD'],
      [-668, 'USD'],
      [-20, 'USD'],
    ]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('tells of amounts that do not make the net, and counts them as written', () => {
    const draft = report(
      order({ 'Net amount': '12.00', 'Item subtotal': '10.00', 'Final Value Fee - variable': '-0.50' }),
    );
    expect(sumOf(draft.movements)).toBe('9.50');
    expect(toldBy(draft)).toEqual([
      'warning 2: goods, shipping, tax and fees make 9.50, the net amount is 12.00 – counted as written',
    ]);
  });

  it('parts a refund from the fees given back with it, and knows when no tax is in it', () => {
    const draft = report(
      row({
        Type: 'Refund',
        'Order number': '21-1',
        'Net amount': '-8.50',
        'Seller collected tax': '0',
        'Final Value Fee - variable': '1.50',
      }),
      row({ Type: 'Refund', 'Order number': '21-2', 'Net amount': '-11.00', 'Seller collected tax': '1.00' }),
    );
    expect(draft.movements.map(({ kind, amount, tax }) => [kind, amount, tax])).toEqual([
      ['refund', -1000, 0],
      ['marketplace_fee', 150, undefined],
      ['refund', -1100, -100],
    ]);
  });

  it('compares a payout with the rows that bear its id, and judges none whose rows are elsewhere', () => {
    const paid = { 'Payout ID': '7001' };
    const draft = report(
      order({ ...paid, 'Net amount': '10.00', 'Item subtotal': '10.00' }),
      row({ ...paid, Type: 'Payout', 'Net amount': '-12.00' }),
      row({ Type: 'Payout', 'Payout ID': '7002', 'Net amount': '-99.00' }),
    );
    expect(draft.settlements.map(({ id, total }) => [id, total])).toEqual([
      ['7001', 1200],
      ['7002', 9900],
    ]);
    expect(toldBy(draft)).toEqual(['warning 3: payout 7001 paid 12.00, its rows in this file make 10.00']);
  });

  it('marks what is held or pending as not final', () => {
    const statuses = ['Paid', 'Funds available', 'On hold', 'Pending', 'Processing'];
    const draft = report(
      ...statuses.map((status) => row({ Type: 'Claim', 'Net amount': '-1.00', 'Payout status': status })),
    );
    expect(draft.movements.map(({ final }) => final)).toEqual([true, true, false, false, false]);
  });

  it('loses a row without date or net, or with an amount that is none, and no other', () => {
    const draft = report(
      row({ Type: 'Claim', 'Transaction creation date': '--', 'Net amount': '-1.00' }),
      row({ Type: 'Claim' }),
      row({ Type: 'Claim', 'Net amount': 'lots' }),
      order({ 'Net amount': '9.50', 'Item subtotal': 'ten' }),
      row({ Type: 'Claim', 'Net amount': '-2.00' }),
      ',,,',
    );
    expect(ledgerOf(draft)).toEqual(['compensation Claim -2.00']);
    expect(toldBy(draft)).toEqual([
      'warning 2: a transaction without date – row left out',
      'warning 3: Claim without a net amount – row left out',
      'warning 4: net amount "lots" is not a number – row left out',
      'warning 5: item subtotal "ten" is not a number – row left out',
    ]);
  });

  it('in eBay’s British spelling, below its preamble, is the same', () => {
    const draft = draftOf([
      'Transaction report',
      'Start date,01/10/2026',
      '',
      "Transaction creation date,Type,Order number,Post to province/region/state,Post to country,Net amount,Payout currency,Item ID,Item title,Custom label,Quantity,Item subtotal,Postage and packaging,Final value fee – fixed,Very high 'item not as described' fee,Gross transaction amount,Transaction currency",
      '18-Oct-26,Order,22-1,West Yorkshire,United Kingdom,24.60,GBP,110,Dupatta,DUP-AJR,1,20.00,5.00,-0.40,--,25.00,GBP',
    ]);
    expect(draft.movements).toMatchObject([
      {
        part: 'goods',
        amount: 2000,
        day: '2026-10-18',
        region: 'WEST YORKSHIRE',
        country: 'GB',
        quantity: 1,
      },
      { part: 'shipping', amount: 500 },
      { kind: 'marketplace_fee', code: 'Final value fee - fixed', amount: -40 },
    ]);
  });
});
