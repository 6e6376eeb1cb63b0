import { describe, expect, it } from 'vitest';
import { draftOf, ledgerOf, sumOf, toldBy } from '../../helpers/draft-of.ts';
import { loadFixtures } from '../../helpers/fixtures.ts';

const NAMES = [
  ...['settlement-id', 'settlement-start-date', 'settlement-end-date', 'deposit-date', 'total-amount'],
  ...['currency', 'transaction-type', 'order-id', 'adjustment-id', 'marketplace-name', 'amount-type'],
  ...['amount-description', 'amount', 'posted-date', 'posted-date-time', 'sku', 'quantity-purchased'],
];
type Cells = Readonly<Record<string, string>>;
const row = (cells: Cells): string => NAMES.map((name) => cells[name] ?? '').join('\t');
const head = (total: string, more: Cells = {}): string =>
  row({ 'settlement-id': '901', 'total-amount': total, currency: 'USD', ...more });
const entry = (words: string, amount: string, more: Cells = {}): string => {
  const [transaction = '', type = '', description = ''] = words.split('/');
  return row({
    'settlement-id': '901',
    'transaction-type': transaction,
    'amount-type': type,
    'amount-description': description,
    amount,
    'posted-date': '2026-10-05 00:00:00 UTC',
    ...more,
  });
};
const read = (...rows: readonly string[]) => draftOf([NAMES.join('\t'), ...rows], {}, '901.txt');
const ledger = (...rows: readonly string[]): string[] => ledgerOf(read(head('0'), ...rows));

describe('a settlement', () => {
  it('has the total that its rows make, and the days and the payment day of its summary', () => {
    const draft = read(
      head('82.00', {
        'settlement-start-date': '2026-10-01 05:00:00 UTC',
        'settlement-end-date': '2026-10-14 05:00:00 UTC',
        'deposit-date': '2026-10-16 00:00:00 UTC',
      }),
      entry('Order/ItemPrice/Principal', '100.00'),
      entry('Order/ItemFees/Commission', '-18.00'),
    );
    expect(draft.settlements).toMatchObject([
      { id: '901', from: '2026-10-01', to: '2026-10-14', paidOn: '2026-10-16', total: 8200, currency: 'USD' },
    ]);
    expect(draft.problems).toEqual([]);
    expect(draft.movements.map(({ payoutId }) => payoutId)).toEqual(['901', '901']);
  });

  it('that its rows do not make is told with both sums', () => {
    expect(toldBy(read(head('90.00'), entry('Order/ItemPrice/Principal', '100.00')))).toEqual([
      'warning 2: settlement 901: its rows make 100.00, its total is 90.00 – counted as written',
    ]);
  });

  it('keeps a closing transfer outside its total, as what reached the bank, whatever its sign', () => {
    for (const sign of ['-', '']) {
      const draft = read(
        head('100.00'),
        entry('Order/ItemPrice/Principal', '100.00'),
        entry('Transfer/other-transaction/To your bank', `${sign}100.00`),
      );
      expect(ledgerOf(draft)).toEqual(['charge Principal 100.00', 'payout To your bank 100.00']);
      expect(draft.problems).toEqual([]);
    }
  });

  it('counts a transfer that its total needs as a movement of the balance', () => {
    const draft = read(
      head('60.00'),
      entry('Order/ItemPrice/Principal', '100.00'),
      entry('Transfer/other-transaction/Loan instalment', '-40.00'),
    );
    expect(ledgerOf(draft)).toEqual(['charge Principal 100.00', 'reserve Loan instalment -40.00']);
    expect(draft.problems).toEqual([]);
  });

  it('takes money when it is negative', () => {
    const draft = read(
      head('-39.99'),
      entry('ServiceFee/other-transaction/Subscription Fee', '-39.99'),
      entry('Transfer/other-transaction/Charge to card', '39.99'),
    );
    expect(ledgerOf(draft)).toEqual([
      'marketplace_fee Subscription Fee -39.99',
      'payout Charge to card -39.99',
    ]);
  });

  it('counts once when its summary stands on every row', async () => {
    const { books, problems } = await loadFixtures('exports', ['amazon-settlement-germany.txt']);
    expect(books.settlements.map(({ total }) => total)).toEqual([126598]);
    expect(problems).toEqual([]);
  });

  it('stands beside others in one file, each with its own total', () => {
    const other = { 'settlement-id': '902' };
    const draft = read(
      head('10.00'),
      entry('Order/ItemPrice/Principal', '10.00'),
      head('7.00', other),
      entry('Order/ItemPrice/Principal', '5.00', other),
    );
    expect(draft.settlements.map(({ id, total }) => [id, total])).toEqual([
      ['901', 1000],
      ['902', 700],
    ]);
    expect(toldBy(draft)).toEqual([
      'warning 4: settlement 902: its rows make 5.00, its total is 7.00 – counted as written',
    ]);
  });

  it.each(['amazon-settlement.txt', 'amazon-settlement-germany.txt'])(
    'of %s is the sum of all its movements but the payout',
    async (file) => {
      const { books } = await loadFixtures('exports', [file]);
      const [settlement] = books.settlements;
      const rest = books.movements.filter(({ kind }) => kind !== 'payout');
      expect(rest.reduce((sum, { amount }) => sum + amount, 0)).toBe(settlement?.total);
    },
  );

  it('whose id a spreadsheet shortened is told once and has its rows counted', () => {
    const id = { 'settlement-id': '2.85E+10' };
    const draft = read(head('5.00', id), entry('Order/ItemPrice/Principal', '5.00', id));
    expect(draft.settlements).toEqual([]);
    expect(draft.movements[0]?.payoutId).toBeUndefined();
    expect(toldBy(draft)).toEqual(['warning 2: settlement-id "2.85E+10" lost its digits in a spreadsheet']);
  });
});

describe('a row of a settlement', () => {
  it('of a price is a part of what the buyer paid, and counts the quantity once', () => {
    const item = { 'order-id': '111-1', sku: 'KRT-BLU-M', 'quantity-purchased': '2' };
    const { movements } = read(
      head('0'),
      entry('Order/ItemPrice/Principal', '100.00', item),
      entry('Order/ItemPrice/Tax', '8.00', item),
      entry('Order/ItemPrice/Shipping', '5.00', item),
      entry('Order/ItemPrice/GiftWrapTax', '0.10', item),
      entry('Order/ItemPrice/GiftWrap', '1.00', item),
      entry('Order/Promotion/Principal', '-10.00', item),
      entry('Order/Promotion/TaxDiscount', '-0.80', item),
    );
    expect(movements.map(({ part, amount, quantity }) => [part, amount, quantity])).toEqual([
      ['goods', 10000, 2],
      ['tax', 800, undefined],
      ['shipping', 500, undefined],
      ['tax', 10, undefined],
      ['gift_wrap', 100, undefined],
      ['discount', -1000, undefined],
      ['tax', -80, undefined],
    ]);
    expect(movements.every(({ kind, order }) => kind === 'charge' && order === '111-1')).toBe(true);
  });

  it('of a refund is given back, wholly tax or wholly not', () => {
    const { movements } = read(
      head('0'),
      entry('Refund/ItemPrice/Principal', '-100.00'),
      entry('Refund/ItemPrice/Tax', '-8.00'),
      entry('Refund/Promotion/Principal', '10.00'),
      entry('A-to-z Guarantee Refund/ItemPrice/Principal', '-20.00'),
      entry('Chargeback Refund/ItemPrice/Principal', '-30.00'),
    );
    expect(movements.map(({ kind, amount, tax }) => [kind, amount, tax])).toEqual([
      ['refund', -10000, 0],
      ['refund', -800, -800],
      ['refund', 1000, 0],
      ['refund', -2000, 0],
      ['chargeback', -3000, 0],
    ]);
  });

  it('of tax that Amazon remits nets to zero with the tax taken after the sale (trap 33)', () => {
    const draft = read(
      head('0'),
      entry('Order_Retrocharge/ItemPrice/Tax', '3.00'),
      entry('Order_Retrocharge/ItemWithheldTax/MarketplaceFacilitatorTax-Principal', '-3.00'),
    );
    expect(draft.movements.map(({ kind }) => kind)).toEqual(['tax_collected', 'tax_collected']);
    expect(sumOf(draft.movements)).toBe('0.00');
  });

  it('of TCS and TDS is tax withheld, in whatever column Amazon puts them', () => {
    expect(
      ledger(
        entry('Order/ItemTCS/TCS-IGST', '-3.81'),
        entry('Order/ItemTDS/TDS (Section 194-O)', '-0.76'),
        entry('Order/ItemWithheldTax/TCS-CGST', '-1.00'),
        entry('Order/ItemWithheldTax/Some New Levy', '-2.00'),
      ),
    ).toEqual([
      'tax_withheld TCS-IGST -3.81',
      'tax_withheld TDS (Section 194-O) -0.76',
      'tax_withheld TCS-CGST -1.00',
      'tax_collected Some New Levy -2.00',
    ]);
  });

  it('of a fee goes by its own name, its GST under the same kind', () => {
    const draft = read(
      head('0'),
      entry('Order/ItemFees/Commission IGST', '-14.40'),
      entry('FBAFees/FBA Inventory Storage Fee/Base fee', '-120.00'),
      entry('FBAFees/FBA Inventory Storage Fee/Tax on fee', '-21.60'),
      entry('ServiceFee/Cost of Advertising/TransactionTotalAmount', '-590.00'),
    );
    expect(ledgerOf(draft)).toEqual([
      'marketplace_fee Commission IGST -14.40',
      'storage FBA Inventory Storage Fee -120.00',
      'storage Tax on FBA Inventory Storage Fee -21.60',
      'advertising Cost of Advertising -590.00',
    ]);
    expect(draft.movements.map(({ tax }) => tax)).toEqual([-1440, undefined, -2160, undefined]);
  });

  it('of reserves and of money that the bank sent back moves the balance only (trap 31)', () => {
    expect(
      ledger(
        entry('Transfer/other-transaction/Previous Reserve Amount Balance', '820.44'),
        entry('other-transaction/other-transaction/Current Reserve Amount', '-420.00'),
        entry('other-transaction/other-transaction/Payable to Amazon', '-5.00'),
      ),
    ).toEqual([
      'reserve Previous Reserve Amount Balance 820.44',
      'reserve Current Reserve Amount -420.00',
      'reserve Payable to Amazon -5.00',
    ]);
  });

  it('under a name that nobody knows counts under that name, told once per name', () => {
    const draft = read(
      head('7.00'),
      entry('other-transaction/other-transaction/Festival levy', '-3.00'),
      entry('other-transaction/other-transaction/Festival levy', '-4.00'),
      entry('other-transaction/other-transaction/Festival bonus', '9.00'),
      entry('Refund/ItemFees/Festival levy on item', '2.00'),
      entry('Order/ItemPrice/Handling', '3.00'),
    );
    expect(ledgerOf(draft)).toEqual([
      'marketplace_fee Festival levy -3.00',
      'marketplace_fee Festival levy -4.00',
      'compensation Festival bonus 9.00',
      'marketplace_fee Festival levy on item 2.00',
      'charge Handling 3.00',
    ]);
    expect(toldBy(draft)).toEqual([
      'note 3: "Festival levy" is not a charge that ecom knows – counted under that name as marketplace fee',
      'note 5: "Festival bonus" is not a charge that ecom knows – counted under that name as compensation',
      'note 6: "Festival levy on item" is not a charge that ecom knows – counted under that name as marketplace fee',
      'note 7: "Handling" is not a charge that ecom knows – counted under that name as charge',
    ]);
  });

  it('without a usable date or amount is left out, and the settlement then does not add up', () => {
    const draft = read(
      head('10.00'),
      entry('Order/ItemPrice/Principal', '10.00'),
      entry('Order/ItemFees/Commission', 'one'),
      entry('Order/ItemFees/Commission', ''),
      entry('Order/ItemFees/Commission', '-1.00', { 'posted-date': '' }),
      entry('Order/ItemFees/Commission', '-1.00', { 'posted-date': 'soon' }),
    );
    expect(ledgerOf(draft)).toEqual(['charge Principal 10.00']);
    expect(toldBy(draft)).toEqual([
      'warning 4: amount "one" is not a number – row left out',
      'warning 5: an entry without amount – row left out',
      'warning 6: an entry without date – row left out',
      'warning 7: posted-date "soon" is not a date – row left out',
    ]);
  });

  it('has the currency of the summary, or of its marketplace', () => {
    const draft = read(
      row({ 'settlement-id': '901', 'total-amount': '5', currency: 'USD' }),
      entry('Order/ItemPrice/Principal', '5.00'),
      entry('Order/ItemPrice/Principal', '7', { 'settlement-id': '902', 'marketplace-name': 'Amazon.co.jp' }),
    );
    expect(ledgerOf(draft)).toEqual(['charge Principal 5.00', 'charge Principal 7']);
    expect(draft.movements.map(({ currency }) => currency)).toEqual(['USD', 'JPY']);
  });

  it('in rupees is of the day in India, in any other currency of the day as written', () => {
    const late = { 'posted-date-time': '2026-10-05 20:00:00 UTC' };
    const days = (currency: string) =>
      read(head('1', { currency }), entry('Order/ItemPrice/Principal', '1', late)).movements[0]?.day;
    expect([days('INR'), days('USD')]).toEqual(['2026-10-06', '2026-10-05']);
  });
});
