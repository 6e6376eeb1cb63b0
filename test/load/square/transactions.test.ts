import { describe, expect, it } from 'vitest';
import type { ShopSettings } from '../../../src/domain/shop.ts';
import { books } from '../../helpers/books.ts';
import { draftOf, ledgerOf, toldBy } from '../../helpers/draft-of.ts';
import { ask, values } from '../../reports/pnl/ask.ts';

const HEADER =
  'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Card,Cash,Other Tender,Other Tender Type,Fees,Net Total,Transaction ID,Payment ID,Event Type,Customer ID,Third Party Fees,Deposit ID,Transaction Status';
const row = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    Date: '2026-10-03',
    Time: '10:02:11',
    'Gross Sales': '$20.00',
    'Total Collected': '$20.00',
    'Transaction ID': 'TX1',
    'Payment ID': 'PAY1',
    'Event Type': 'Payment',
    ...changes,
  };
  return HEADER.split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
};
const till = (rows: readonly string[], shop: Partial<ShopSettings> = {}) => draftOf([HEADER, ...rows], shop);

describe('Square transactions', () => {
  it('are sales that were paid and taken home at once', () => {
    expect(till([row()]).orders).toMatchObject([
      {
        ...{ id: 'TX1', channel: 'square', status: 'complete', payment: 'paid', delivery: 'delivered' },
        ...{
          total: 2000,
          lines: [],
          placedOn: '2026-10-03',
          placedAt: '2026-10-03 10:02:11',
          cashOnDelivery: false,
        },
      },
    ]);
  });

  it.each([
    ['on top', '$22.00', false],
    ['inside', '$20.00', true],
  ])('with tax %s of the price say so by their sum', (_, collected, taxIncluded) => {
    const draft = till([row({ Tax: '$2.00', 'Total Collected': collected })]);
    expect(draft.orders).toMatchObject([{ tax: 200, taxIncluded }]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('paid in cash may be rounded to a coin, paid by card may not', () => {
    const rounded = { 'Gross Sales': '$19.98', 'Total Collected': '$20.00' };
    expect(toldBy(till([row({ ...rounded, Cash: '$20.00' })]))).toEqual([]);
    expect(toldBy(till([row({ ...rounded, Card: '$20.00' })]))).toEqual([
      'warning 2: sales, discounts, tax and tip make 19.98, the total collected is 20.00 – counted as written',
    ]);
  });

  it('keep tips and service charges apart from the goods', () => {
    const draft = till([row({ Tip: '$3.00', 'Service Charges': '$1.00', 'Total Collected': '$24.00' })]);
    expect(draft.orders.at(0)?.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['tip', 300],
      ['fee', 100],
    ]);
  });

  it('count in the statement with their goods although no product is named, and with their tips apart', () => {
    const { orders } = till([row({ Tip: '$3.00', 'Total Collected': '$23.00' })]);
    const answer = ask(books({ orders, shop: { currency: 'USD' } }));
    expect(values(answer, 'grossSales', 'otherIncome')).toEqual({ grossSales: 2000, otherIncome: 300 });
  });

  it.each([
    ['-$0.93', '$19.07', -93],
    ['$0.93', '$19.07', -93],
    ['-$0.93', '', -93],
    ['$0.00', '$20.00', undefined],
  ])('with fees of %s and a net of "%s" cost %s', (fees, net, amount) => {
    const draft = till([row({ Fees: fees, 'Net Total': net })]);
    expect(draft.movements[0]?.amount).toBe(amount);
    expect(toldBy(draft)).toEqual([]);
  });

  it('whose fees and net contradict each other are told of', () => {
    const draft = till([row({ Fees: '-$0.93', 'Net Total': '$18.00' })]);
    expect(ledgerOf(draft)).toEqual(['payment_fee Fees -0.93']);
    expect(toldBy(draft)).toEqual([
      'warning 2: total collected and fees make 19.07, the net total is 18.00 – counted as written',
    ]);
  });

  it('charge third parties’ fees apart, and name payment and deposit', () => {
    const draft = till([
      row({ Fees: '-$0.93', 'Third Party Fees': '-$1.00', 'Net Total': '$18.07', 'Deposit ID': 'DEP1' }),
    ]);
    expect(ledgerOf(draft)).toEqual(['payment_fee Fees -0.93', 'marketplace_fee Third Party Fees -1.00']);
    expect(draft.movements[0]).toMatchObject({ order: 'TX1', transaction: 'PAY1', payoutId: 'DEP1' });
  });

  it('give back goods with their tax, and an amount without saying what tax is in it', () => {
    const draft = till([
      row({ 'Event Type': 'Refund', 'Gross Sales': '-$10.00', Tax: '-$0.80', 'Total Collected': '-$10.80' }),
      row({
        'Event Type': 'Refund',
        'Gross Sales': '$0.00',
        'Partial Refunds': '-$5.00',
        'Total Collected': '-$5.00',
      }),
    ]);
    expect(draft.orders).toEqual([]);
    expect(draft.movements.map(({ kind, amount, tax }) => [kind, amount, tax])).toEqual([
      ['refund', -1080, -80],
      ['refund', -500, undefined],
    ]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('given back in part in the sale’s own row are a sale and a refund', () => {
    const draft = till([row({ 'Partial Refunds': '-$5.00', 'Total Collected': '$15.00' })]);
    expect(draft.orders.at(0)?.total).toBe(2000);
    expect(ledgerOf(draft)).toEqual(['refund Partial Refunds -5.00']);
  });

  it('paid in two rows are one sale', () => {
    const draft = till([row(), row({ 'Payment ID': 'PAY2', Tip: '$1.00', 'Total Collected': '$21.00' })]);
    expect(draft.orders).toMatchObject([{ id: 'TX1', total: 4100 }]);
  });

  it('name how they were paid', () => {
    const draft = till([
      row({ Card: '$12.00', Cash: '$3.00', 'Other Tender': '$5.00', 'Other Tender Type': 'Voucher' }),
    ]);
    expect(draft.orders.at(0)?.payMethod).toBe('Card + Cash + Voucher');
  });

  it('that were voided are no sale', () => {
    expect(till([row({ 'Transaction Status': 'Voided' })]).orders).toMatchObject([{ status: 'void' }]);
  });

  it.each([
    [{}, 'USD'],
    [{ currency: 'AUD' }, 'AUD'],
    [{ country: 'CA' }, 'CAD'],
  ])('in dollars, in a shop of %o, are in %s', (shop, currency) => {
    expect(till([row()], shop).orders.at(0)?.currency).toBe(currency);
  });

  it('dated 10/3/26 are of October in the United States, and of March where another date shows it', () => {
    expect(till([row({ Date: '10/3/26' })]).orders.at(0)?.placedOn).toBe('2026-10-03');
    const british = till([row({ Date: '10/3/26' }), row({ Date: '25/3/26', 'Transaction ID': 'TX2' })]);
    expect(british.orders.at(0)?.placedOn).toBe('2026-03-10');
  });

  it('without id, date or total are told of, and the rest counts', () => {
    const draft = till([
      row({ 'Transaction ID': '' }),
      row({ 'Transaction ID': 'TX2', Date: 'today' }),
      row({ 'Transaction ID': 'TX3', 'Total Collected': '' }),
      row({ 'Transaction ID': 'TX4', 'Total Collected': 'a lot' }),
      row({ 'Transaction ID': 'TX5' }),
      ',,,',
    ]);
    expect(draft.orders.map(({ id }) => id)).toEqual(['TX5']);
    expect(toldBy(draft)).toEqual([
      'warning 2: a transaction without transaction id – row left out',
      'warning 3: date "today" is not a date – row left out',
      'warning 4: a transaction without total collected – row left out',
      'warning 5: total collected "a lot" is not a number – row left out',
    ]);
  });
});
