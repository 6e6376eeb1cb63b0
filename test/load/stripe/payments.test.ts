import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { draftOf, ledgerOf, sumOf, toldBy } from '../../helpers/draft-of.ts';
import { sharedPath } from '../../helpers/shared.ts';

const HEADER =
  'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Currency,Description,Fee,Status,Taxes On Fee';
const row = (cells: Readonly<Record<string, string>>): string =>
  HEADER.split(',')
    .map((name) => cells[name] ?? PAYMENT[name] ?? '')
    .join(',');
const PAYMENT: Readonly<Record<string, string>> = {
  id: 'ch_1',
  'Created date (UTC)': '2026-06-03 10:00:00',
  Amount: '100.00',
  'Amount Refunded': '0.00',
  Currency: 'inr',
  Captured: 'true',
  Fee: '2.00',
  Status: 'Paid',
};

describe('the payments export of Stripe', () => {
  it('counts charge and fee in the currency that reached the balance, where the fee is (trap 29)', () => {
    const usd = { Amount: '15.00', Currency: 'usd', 'Converted Amount': '534.80', Fee: '35.40' };
    const draft = draftOf([HEADER, row({ ...usd, 'Converted Currency': 'thb', 'Taxes On Fee': '2.48' })]);
    expect(draft.movements.map(({ currency }) => currency)).toEqual(['THB', 'THB', 'THB']);
    expect(ledgerOf(draft)).toEqual([
      'charge charge 534.80',
      'payment_fee fee -35.40',
      'payment_fee taxes on fee -2.48',
    ]);
  });

  it('converts a refund at the rate of its payment when the file has no column for it', () => {
    const usd = { Amount: '120.00', Currency: 'usd', 'Amount Refunded': '30.00' };
    const draft = draftOf([
      HEADER,
      row({ ...usd, 'Converted Amount': '10020.00', 'Converted Currency': 'inr', Status: 'Partial Refund' }),
    ]);
    expect(sumOf(draft.movements, ({ kind }) => kind === 'refund')).toBe('-2505.00');
  });

  it('puts a payment on the day that it was in the shop, not in Greenwich', () => {
    const late = [HEADER, row({ 'Created date (UTC)': '2026-05-31 20:30:00' })];
    expect(draftOf(late).movements[0]?.day).toBe('2026-06-01');
    expect(draftOf(late, { zone: 'America/New_York' }).movements[0]?.day).toBe('2026-05-31');
  });

  it('leaves out what failed, was not captured or was a trial, and says how many', () => {
    const draft = draftOf([
      HEADER,
      row({}),
      row({ id: 'ch_2', Status: 'Failed', Captured: 'false' }),
      row({ id: 'ch_3', Status: 'canceled' }),
      row({ id: 'ch_4', Status: '', Captured: 'FALSE' }),
      row({ id: 'ch_5', Status: 'requires_payment_method', Captured: 'false' }),
    ]);
    expect(ledgerOf(draft)).toEqual(['charge charge 100.00', 'payment_fee fee -2.00']);
    expect(toldBy(draft)).toEqual([
      'note -: 4 of 5 payments brought no money (1 failed, 1 canceled, 1 not captured, 1 requires_payment_method) – not counted',
    ]);
  });

  it('counts a captured payment of a status that is not known, and tells it once', () => {
    const draft = draftOf([HEADER, row({ Status: 'Blessed' }), row({ id: 'ch_2', Status: 'Blessed' })]);
    expect(sumOf(draft.movements, ({ kind }) => kind === 'charge')).toBe('200.00');
    expect(toldBy(draft)).toEqual([
      'warning 2: status "blessed" is not known – captured payments of it are counted as paid',
    ]);
  });

  it('takes the order from metadata before the client’s reference before the description', () => {
    const header = `${HEADER},Client Reference ID,order_id (metadata),order_number (metadata)`;
    const orders = (...cells: readonly string[]) =>
      draftOf([header, ...cells.map((each) => `${row({ Description: 'Tarang - Order 7' })},${each}`)])
        .movements.filter(({ kind }) => kind === 'charge')
        .map(({ order }) => order);
    expect(orders('R5,998877,#1001', 'R5,998877,', 'R5,,', ',,')).toEqual(['#1001', '998877', 'R5', '7']);
  });

  it.each([
    ['Tarang Textiles - Order 1041', '1041'],
    ['Order #TT-1041', 'TT-1041'],
    ['Payment for #1041', '1041'],
    ['Subscription update', undefined],
    ['Bordered saree 6', undefined],
  ])('reads of "%s" that the order is %s', (description, order) => {
    expect(draftOf([HEADER, row({ Description: description })]).movements[0]?.order).toBe(order);
  });

  it('leaves out a row without date or amount, or with one that cannot be read, and counts the rest', () => {
    const draft = draftOf([
      HEADER,
      row({ 'Created date (UTC)': '' }),
      row({ Amount: '' }),
      row({ Amount: 'plenty' }),
      row({ 'Created date (UTC)': 'one Monday' }),
      row({}),
    ]);
    expect(draft.movements).toHaveLength(2);
    expect(toldBy(draft)).toEqual([
      'warning 2: a payment without date – row left out',
      'warning 3: a payment without amount – row left out',
      'warning 4: amount "plenty" is not a number – row left out',
      'warning 5: created date (utc) "one Monday" is not a date – row left out',
    ]);
  });

  it('refuses an id that a spreadsheet shortened (trap 13)', () => {
    const draft = draftOf([HEADER, row({ id: '1.23E+17' })]);
    expect(draft.movements[0]?.transaction).toBeUndefined();
    expect(toldBy(draft)).toEqual(['warning 2: id "1.23E+17" lost its digits in a spreadsheet']);
  });

  it('takes a lost dispute back, and one that was won not', () => {
    const header = `${HEADER},Disputed Amount,Dispute Date (UTC),Dispute Status`;
    const draft = draftOf([
      header,
      `${row({})},100.00,2026-06-09 10:00:00,needs_response`,
      `${row({ id: 'ch_2' })},100.00,2026-06-10 10:00:00,won`,
    ]);
    const disputes = draft.movements.filter(({ kind }) => kind === 'chargeback');
    expect(disputes).toMatchObject([
      { amount: -10000, day: '2026-06-09', final: false, payoutId: undefined },
    ]);
  });
});

describe('the payments export without ids', () => {
  const reduced =
    'Created date (UTC),Amount,Currency,Captured,Converted Amount,Converted Currency,Fee,Status';

  it('takes a refunded payment as refunded whole, and says that a part is not known', () => {
    const draft = draftOf([
      reduced,
      '2026-06-03 10:00:00,100.00,inr,TRUE,100.00,inr,2.00,Refunded',
      '2026-06-03 10:00:00,80.00,inr,TRUE,80.00,inr,2.00,Partial Refund',
    ]);
    expect(draft.kind).toBe('stripe.payments_reduced');
    expect(sumOf(draft.movements, ({ kind }) => kind === 'refund')).toBe('-100.00');
    expect(toldBy(draft)).toEqual([
      'warning 3: refunded in part, but the file has no column "Amount Refunded" – counted as paid in full',
    ]);
  });

  it('keeps equal rows of one file: two buyers may pay the same in the same second', () => {
    const same = '2026-06-03 10:00:00,100.00,inr,TRUE,100.00,inr,2.00,Paid';
    expect(sumOf(draftOf([reduced, same, same]).movements, ({ kind }) => kind === 'charge')).toBe('200.00');
  });
});

interface Figures {
  readonly rows: number;
  readonly converted_currency: { readonly thb: number };
  readonly converted_amount_sum: string;
  readonly fee_sum_in_converted_currency: string;
}

const folder = sharedPath('exports');

describe.skipIf(folder === undefined)('real Stripe payments, when the reference material is there', () => {
  const load = (name: string) => loadBooks([`stripe/${name}`], { cwd: folder ?? '', shop: DEFAULT_SHOP });

  it('without ids give the sums that were computed independently', async () => {
    const all = JSON.parse(readFileSync(`${folder}/EXPECTED.json`, 'utf8')) as Record<string, Figures>;
    const expected = all['stripe/payments_semicolon_excel_eu.csv'];
    if (expected === undefined) throw new Error('no figures');
    const { books, problems } = await load('payments_semicolon_excel_eu.csv');
    const charges = books.movements.filter(({ kind }) => kind === 'charge');
    expect(books.sources).toMatchObject([{ kind: 'stripe.payments_reduced', rows: expected.rows }]);
    expect(charges).toHaveLength(expected.converted_currency.thb);
    expect(sumOf(charges)).toBe(expected.converted_amount_sum);
    expect(sumOf(books.movements, ({ code }) => code === 'fee')).toBe(
      `-${expected.fee_sum_in_converted_currency}`,
    );
    expect(problems).toEqual([]);
  });

  it('with all columns are recognised', async () => {
    const { books, problems } = await load('unified_payments_full_columns.csv');
    expect(books.sources).toMatchObject([{ kind: 'stripe.payments', rows: 1 }]);
    expect(ledgerOf(books)).toEqual([
      'charge charge 534.80',
      'payment_fee fee -35.40',
      'payment_fee taxes on fee -2.48',
    ]);
    expect(problems).toEqual([]);
  });
});
