import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { draftOf, ledgerOf, sumOf, toldBy } from '../../helpers/draft-of.ts';
import { sharedPath } from '../../helpers/shared.ts';

const HEADER =
  '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","Transaction ID","Reference Txn ID","Invoice Number","Custom Number"';
const NAMES = HEADER.replaceAll('"', '').split(',');
const PAYMENT: Readonly<Record<string, string>> = {
  Date: '24/06/2026',
  Time: '10:00:00',
  Type: 'Express Checkout Payment',
  Status: 'Completed',
  Currency: 'USD',
  Gross: '100.00',
  Fee: '-3.20',
  Net: '96.80',
  'Transaction ID': 'A1',
};
const row = (cells: Readonly<Record<string, string>> = {}): string =>
  NAMES.map((name) => `"${(cells[name] ?? PAYMENT[name] ?? '').replaceAll('"', '""')}"`).join(',');
const read = (...rows: readonly string[]) => draftOf([HEADER, ...rows]);
const plain = { Fee: '0.00', Net: '' };

describe('a row of PayPal’s activity', () => {
  it.each([
    ['Website Payment', '100.00', 'charge Website Payment 100.00'],
    ['Subscription Payment', '100.00', 'charge Subscription Payment 100.00'],
    ['General Payment', '-100.00', 'adjustment General Payment -100.00'],
    ['Payment Refund', '-100.00', 'refund Payment Refund -100.00'],
    ['Payment Refund', '100.00', 'adjustment Payment Refund 100.00'],
    ['Payment Reversal', '-100.00', 'chargeback Payment Reversal -100.00'],
    ['Chargeback Reversal', '100.00', 'chargeback Chargeback Reversal 100.00'],
    ['Chargeback Fee', '-20.00', 'payment_fee Chargeback Fee -20.00'],
    ['Fee Reversal', '20.00', 'payment_fee Fee Reversal 20.00'],
    ['Reserve Hold', '-5.00', 'reserve Reserve Hold -5.00'],
    ['Payment Review Release', '5.00', 'reserve Payment Review Release 5.00'],
    ['General Withdrawal', '-400.00', 'payout General Withdrawal 400.00'],
    ['User Initiated Withdrawal', '-400.00', 'payout User Initiated Withdrawal 400.00'],
    ['Bank Deposit to PP Account', '400.00', 'payout Bank Deposit to PP Account -400.00'],
    ['General Account Correction', '1.00', 'adjustment General Account Correction 1.00'],
    ['Reembolso de pago', '-9.00', 'refund Reembolso de pago -9.00'],
    ['Bankgutschrift auf PayPal-Konto', '9.00', 'payout Bankgutschrift auf PayPal-Konto -9.00'],
  ])('of type %s and %s is %s', (Type, Gross, movement) => {
    expect(ledgerOf(read(row({ ...plain, Type, Gross })))).toEqual([movement]);
  });

  it.each(['Account Hold for Open Authorization', 'General Authorization', 'General Currency Conversion'])(
    'of type %s moves no money, and is told of',
    (Type) => {
      const draft = read(row({ ...plain, Type }), row({ ...plain, Type }));
      expect(draft.movements).toEqual([]);
      expect(toldBy(draft)).toEqual([
        `note -: 2 rows (2 ${Type}), which move no money of the shop’s – not counted`,
      ]);
    },
  );

  it('that is not completed is not counted, and told of by its status (trap 32)', () => {
    const draft = read(row({ Status: 'Pending' }), row({ Status: 'Denied' }), row({ Status: 'Pending' }));
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'note -: 3 rows (2 Pending, 1 Denied) of status other than Completed – not counted',
    ]);
  });

  it('counts what was given back later, for the refund has a row of its own', () => {
    expect(ledgerOf(read(row({ Status: 'Partially Refunded' })))[0]).toBe(
      'charge Express Checkout Payment 100.00',
    );
  });

  it('has its fee as PayPal signs it, given back with a refund (trap 30)', () => {
    const refund = { Type: 'Payment Refund', Gross: '-20.00', Fee: '0.59', Net: '-19.41' };
    expect(ledgerOf(read(row(), row(refund)))).toEqual([
      'charge Express Checkout Payment 100.00',
      'payment_fee fee -3.20',
      'refund Payment Refund -20.00',
      'payment_fee fee 0.59',
    ]);
  });

  it('has the order of the payment that it points back to, over several steps', () => {
    const draft = read(
      row({ ...plain, 'Transaction ID': 'A3', 'Reference Txn ID': 'A2', Type: 'Dispute Fee', Gross: '-1' }),
      row({ ...plain, 'Transaction ID': 'A2', 'Reference Txn ID': 'A1', Type: 'Chargeback', Gross: '-5' }),
      row({ ...plain, 'Invoice Number': '#1041' }),
      row({
        ...plain,
        'Transaction ID': 'A4',
        'Reference Txn ID': 'A4',
        Type: 'Payment Refund',
        Gross: '-5',
      }),
    );
    expect(draft.movements.map(({ order }) => order)).toEqual(['#1041', '#1041', '#1041', undefined]);
  });

  it.each([
    ['1043', '1043'],
    ['{"order_id":1043,"order_key":"wc_order_x"}', '1043'],
    ['{"cart":"x y"}', undefined],
  ])('has the order of its custom number %s: %s', (custom, order) => {
    expect(read(row({ 'Custom Number': custom })).movements[0]?.order).toBe(order);
  });

  it('of a type that is not known keeps its name, and is told once', () => {
    const unknown = row({ ...plain, Type: 'Festival of Lights' });
    const draft = read(unknown, unknown);
    expect(ledgerOf(draft)).toEqual([
      'adjustment Festival of Lights 100.00',
      'adjustment Festival of Lights 100.00',
    ]);
    expect(toldBy(draft)).toEqual([
      'warning 2: type "Festival of Lights" is not known – counted as an adjustment',
    ]);
  });

  it('without date or gross is left out, and one whose net does not fit is doubted', () => {
    const draft = read(row({ Date: '' }), row({ Gross: '' }), row({ Gross: 'ten' }), row({ Net: '90.00' }));
    expect(sumOf(draft.movements)).toBe('96.80');
    expect(toldBy(draft)).toEqual([
      'warning 2: a transaction without date – row left out',
      'warning 3: a transaction without gross amount – row left out',
      'warning 4: gross "ten" is not a number – row left out',
      'warning 5: gross 100.00 and fee -3.20 do not make the net, 90.00 – counted as written',
    ]);
  });
});

describe('PayPal’s files', () => {
  it('may be a statement, which has a description in place of type and status', () => {
    const draft = draftOf([
      'Fecha\tHora\tZona horaria\tDescripción\tDivisa\tBruto \tComisión \tNeto\tSaldo\tId. de transacción\tNombre\tId. de factura\tId. de referencia de trans.',
      '31/8/2026\t11:44:49\tEurope/Berlin\tPago con Pago exprés\tEUR\t1.160,71\t-5,01\t1.155,70\t606,37\t6G\tAna\t77\t',
      '31/8/2026\t12:44:49\tEurope/Berlin\tConversión de divisas general\tEUR\t-10,00\t0,00\t-10,00\t596,37\t7G\t\t\t6G',
    ]);
    expect(draft.kind).toBe('paypal.activity');
    expect(ledgerOf(draft)).toEqual(['charge Pago con Pago exprés 1160.71', 'payment_fee fee -5.01']);
    expect(draft.movements[0]).toMatchObject({ day: '2026-08-31', order: '77' });
  });

  it.each([
    [
      'Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,Net,Numéro de transaction',
      '"24/06/2026","10:00","CET","A","Paiement Express Checkout","Terminé","EUR","1 100,00","-3,20","1 096,80","A1"',
    ],
    [
      'Data,Orario,Fuso orario,Nome,Tipo,Stato,Valuta,Lordo,Tariffa,Netto,Codice transazione',
      '"24/06/2026","10:00","CET","A","Pagamento Express Checkout","Completata","EUR","1.100,00","-3,20","1.096,80","A1"',
    ],
    [
      'Datum,Tijd,Tijdzone,Naam,Type,Status,Valuta,Bruto,Kosten,Net,Transactiereferentie',
      '"24-06-2026","10:00","CET","A","Express Checkout-betaling","Voltooid","EUR","1.100,00","-3,20","1.096,80","A1"',
    ],
  ])('may be in another language: %s (trap 35)', (header, line) => {
    const draft = draftOf([header, line]);
    expect(draft.movements).toMatchObject([
      { kind: 'charge', amount: 110000, day: '2026-06-24' },
      { kind: 'payment_fee', amount: -320 },
    ]);
    expect(draft.problems).toEqual([]);
  });
});

const folder = sharedPath('exports');

describe.skipIf(folder === undefined)('the PayPal sample, when the reference material is there', () => {
  const load = (dateOrder?: 'mdy') =>
    loadBooks(['paypal/paypal_activity_usd_mdy.csv'], {
      cwd: folder ?? '',
      shop: DEFAULT_SHOP,
      ...(dateOrder && { dateOrder }),
    });

  it('gives payment, refund, fees and withdrawal once the owner has said that the month stands first', async () => {
    const { books } = await load('mdy');
    expect(books.sources).toMatchObject([{ kind: 'paypal.activity', rows: 5, from: '2026-09-02' }]);
    const sum = (kind: string) => sumOf(books.movements, (movement) => movement.kind === kind);
    expect([sum('charge'), sum('payment_fee'), sum('refund'), sum('payout'), sum('adjustment')]).toEqual([
      '500.00',
      '-14.21',
      '-20.00',
      '400.00',
      '-54.99',
    ]);
  });

  it('is asked about while nobody has: all its days are below 13', async () => {
    const { problems } = await load();
    expect(problems.map(({ code }) => code)).toContain('ambiguous-date');
  });
});
