import { describe, expect, it } from 'vitest';
import { draftOf, ledgerOf, sumOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER = 'Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details';
const statement = (...rows: string[]) => draftOf([HEADER, ...rows]);
const day = (date: string): string | undefined =>
  statement(`${date},Fee,Listing fee,,USD,--,-0.20,-0.20,--`).movements[0]?.day;

describe('the Etsy statement', () => {
  it.each([
    ['"September 24, 2026"', '2026-09-24'],
    ['"31 July, 2026"', '2026-07-31'],
    ['"Sep 25, 2026"', '2026-09-25'],
    ['04/13/2026', '2026-04-13'],
    ['04/03/2026', '2026-04-03'],
    ['31. January 2026', '2026-01-31'],
    ['1. März 2026', '2026-03-01'],
    ['31 de enero de 2026', '2026-01-31'],
    ['15 sept. 2026', '2026-09-15'],
    ['1 août 2026', '2026-08-01'],
  ])('dated %s is of %s', (written, expected) => {
    expect(day(written)).toBe(expected);
  });

  it.each([
    [
      'Fee,Transaction fee: Ads and shipping poster,Order #3700000001',
      'marketplace_fee Transaction fee -1.00',
    ],
    ['Fee,Transaction fee: Shipping,Order #3700000001', 'marketplace_fee Transaction fee -1.00'],
    ['Fee,Processing fee,Order #3700000001', 'payment_fee Processing fee -1.00'],
    ['VAT,VAT: Processing fee,Order #3700000001', 'payment_fee VAT: Processing fee -1.00'],
    ['Fee,Regulatory operating fee,Order #3700000001', 'marketplace_fee Regulatory operating fee -1.00'],
    ['Fee,Offsite Ads fee,Order #3700000001', 'advertising Offsite Ads fee -1.00'],
    ['Marketing,Etsy Ads,', 'advertising Etsy Ads -1.00'],
    ['Marketing,Something new,', 'advertising Something new -1.00'],
    ['Marketing,Etsy Plus subscription fee,', 'marketplace_fee Etsy Plus subscription fee -1.00'],
    ['Shipping,USPS shipping label,Label #7', 'shipping_label USPS shipping label -1.00'],
    ['Tax,Sales tax paid by buyer,', 'tax_collected Sales tax paid by buyer -1.00'],
    [
      'Tax,Tax Collected at Source (TCS),Order #3700000001',
      'tax_withheld Tax Collected at Source (TCS) -1.00',
    ],
    ['Tax,Tax: Transaction,Order #3700000001', 'marketplace_fee Tax: Transaction -1.00'],
    [
      'Buyer Fee,Colorado Retail Delivery Fee (paid by buyer),',
      'tax_collected Colorado Retail Delivery Fee (paid by buyer) -1.00',
    ],
    ['Reserve,Hold,', 'reserve Hold -1.00'],
    ['Dispute,Case lost,', 'chargeback Case lost -1.00'],
    ['Adjustment,Correction,', 'adjustment Correction -1.00'],
  ])('takes %s as %s', (row, movement) => {
    const draft = statement(`"October 2, 2026",${row},USD,--,-$1.00,-$1.00,--`);
    expect(ledgerOf(draft)).toEqual([movement]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('says that a row of tax on a fee is tax all through, and of the fee nothing', () => {
    const draft = statement(
      '"October 2, 2026",Fee,Processing fee,,USD,--,-$1.00,-$1.00,--',
      '"October 2, 2026",VAT,VAT: Processing fee,,USD,--,-$0.18,-$0.18,--',
    );
    expect(draft.movements.map(({ tax }) => tax)).toEqual([undefined, -18]);
  });

  it('keeps a type that Etsy has added since under its own name, with a warning once', () => {
    const row = '"October 2, 2026",Loyalty,Gift for Order #3700000001,,USD,$0.50,-$0.20,$0.30,--';
    const draft = statement(row, row);
    expect(ledgerOf(draft)).toEqual([
      'adjustment Loyalty: Gift 0.50',
      'marketplace_fee Loyalty: Gift -0.20',
      'adjustment Loyalty: Gift 0.50',
      'marketplace_fee Loyalty: Gift -0.20',
    ]);
    expect(toldBy(draft)).toEqual(['warning 2: type "Loyalty" is not known – counted under its own name']);
  });

  it.each([
    ['"$1,037.35 sent to your bank account",--,--', 103735],
    ['"37,35 € an dein Bankkonto überwiesen",--,--', 3735],
    ['Deposit 555,-30.00,-30.00', 3000],
  ])('finds the amount of the deposit %s', (row, amount) => {
    const [title, written, net] = row.split(/,(?=--|-30)/);
    const draft = statement(`"October 2, 2026",Deposit,${title},,EUR,${written},--,${net},--`);
    expect(draft.movements).toMatchObject([{ kind: 'payout', amount }]);
  });

  it('tells of a deposit without an amount, and of a fee that cost nothing', () => {
    const draft = statement(
      '"October 2, 2026",Deposit,sent to your bank account,,USD,--,--,--,--',
      '"October 2, 2026",Fee,Listing fee,,USD,--,--,--,--',
    );
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'note 2: Deposit "sent to your bank account" has no amount – row left out',
      'note 3: Fee "Listing fee" has no amount – row left out',
    ]);
  });

  it('names the order of a sale, a fee and a German fee, but no listing and no label', () => {
    const draft = statement(
      '"October 2, 2026",Sale,Payment for Order #3700000001,,USD,$9.00,--,$9.00,--',
      '"October 2, 2026",Fee,Processing fee,Order #3700000001,USD,--,-$1.00,-$1.00,--',
      '"October 2, 2026",Gebühr,Zahlungsabwicklung,Bestellnr. 3700000001,USD,--,-$1.00,-$1.00,--',
      '"October 2, 2026",Fee,Listing fee,Listing #1700000001,USD,--,-$1.00,-$1.00,--',
      '"October 2, 2026",Shipping,USPS label,Label #5500012345,USD,--,-$1.00,-$1.00,--',
    );
    const order = '3700000001';
    expect(draft.movements.map((one) => one.order)).toEqual([order, order, order, undefined, undefined]);
  });

  it('takes the processing fee out of the sale’s own row in older statements', () => {
    const draft = statement(
      '"October 2, 2026",Sale,Payment for Order #3700000001,,USD,$64.00,-$2.17,$61.83,--',
    );
    expect(ledgerOf(draft)).toEqual(['charge Sale 64.00', 'payment_fee Fees & Taxes -2.17']);
  });

  it('leaves a tax whose sale is not in the file as it is', () => {
    const draft = statement(
      '"October 2, 2026",Tax,Sales tax paid by buyer,Order #3700000001,USD,--,-$1.08,-$1.08,--',
    );
    expect(ledgerOf(draft)).toEqual(['tax_collected Sales tax paid by buyer -1.08']);
  });

  it('parts several taxes from one sale, and keeps its sum', () => {
    const draft = statement(
      '"October 2, 2026",Sale,Payment for Order #3700000001,,USD,$20.00,--,$20.00,--',
      '"October 2, 2026",Tax,Sales tax paid by buyer,Order #3700000001,USD,--,-$1.08,-$1.08,--',
      '"October 2, 2026",Buyer Fee,Retail delivery fee (paid by buyer),Order #3700000001,USD,--,-$0.28,-$0.28,--',
    );
    expect(draft.movements[0]).toMatchObject({ kind: 'charge', part: 'goods', amount: 1864 });
    expect(sumOf(draft.movements)).toBe('18.64');
    expect(sumOf(draft.movements, ({ kind }) => kind === 'tax_collected')).toBe('0.00');
  });

  it('tells of a net that is not amount and fees', () => {
    const draft = statement('"October 2, 2026",Fee,Processing fee,,USD,--,-$1.00,-$2.00,--');
    expect(toldBy(draft)).toEqual([
      'warning 2: amount and fees make -1.00, the net is -2.00 – counted by amount and fees',
    ]);
    expect(ledgerOf(draft)).toEqual(['payment_fee Processing fee -1.00']);
  });

  it('loses a row without a date or with an amount that is none, and no other', () => {
    const draft = statement(
      'soon,Fee,Processing fee,,USD,--,-$1.00,-$1.00,--',
      ',Fee,Processing fee,,USD,--,-$1.00,-$1.00,--',
      '"October 2, 2026",Fee,Processing fee,,USD,--,much,--,--',
      '"October 2, 2026",Fee,Processing fee,,USD,--,-$1.00,-$1.00,--',
      ',,,,,,,,',
    );
    expect(ledgerOf(draft)).toEqual(['payment_fee Processing fee -1.00']);
    expect(toldBy(draft)).toEqual([
      'warning 2: date "soon" is not a date – row left out',
      'warning 3: Fee "Processing fee" without a date – row left out',
      'warning 4: fees & taxes "much" is not a number – row left out',
    ]);
  });

  it('in Spanish, with semicolons and decimal commas, says the same', () => {
    const draft = draftOf([
      'Fecha;Tipo;Título;Info;Moneda;Importe;Tarifas e impuestos;Neto',
      '2026-09-01;Venta;Kurta índigo;Pedido #3700000001;EUR;1.048,00;--;1.048,00',
      '2026-09-01;Transacción;Tarifa de transacción;Pedido #3700000001;EUR;0,00;-3,12;-3,12',
      '2026-09-01;Pago;Tarifa de procesamiento;Pedido #3700000001;EUR;0,00;-1,09;-1,09',
      '2026-09-02;Reembolso;Kurta índigo;Pedido #3700000001;EUR;-10,00;0,00;-10,00',
      '2026-09-03;Marketing;Anuncios de Etsy;;EUR;0,00;-2,00;-2,00',
      '2026-09-04;Depósito;Depósito;Depósito 555;EUR;-30,00;0,00;-30,00',
    ]);
    expect(ledgerOf(draft)).toEqual([
      'charge Venta 1048.00',
      'marketplace_fee Tarifa de transacción -3.12',
      'payment_fee Tarifa de procesamiento -1.09',
      'refund Reembolso -10.00',
      'advertising Anuncios de Etsy -2.00',
      'payout Depósito 30.00',
    ]);
    expect(toldBy(draft)).toEqual([]);
  });
});
