import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const NAMES = [
  ...['Seller Gstin', 'Invoice Number', 'Invoice Date', 'Transaction Type', 'Order Id', 'Quantity'],
  ...['Item Description', 'Hsn/sac', 'Sku', 'Ship From State', 'Ship To State', 'Invoice Amount'],
  ...['Tax Exclusive Gross', 'Total Tax Amount', 'Cgst Rate', 'Sgst Rate', 'Utgst Rate', 'Igst Rate'],
  ...['Cgst Tax', 'Sgst Tax', 'Igst Tax', 'Utgst Tax', 'Compensatory Cess Tax', 'Shipping Igst Tax'],
  ...['Gift Wrap Igst Tax', 'Item Promo Tax', 'Tcs Cgst Amount', 'Tcs Igst Amount', 'Credit Note No'],
  'Credit Note Date',
];
type Cells = Readonly<Record<string, string>>;
const LINE: Cells = {
  'Seller Gstin': '27ABCDE1234F1Z0',
  'Invoice Number': 'MH-1',
  'Invoice Date': '05-10-2026 10:22:11',
  'Transaction Type': 'Shipment',
  'Order Id': '405-1',
  Quantity: '1',
  'Invoice Amount': '1050',
  'Tax Exclusive Gross': '1000',
  'Total Tax Amount': '50',
  'Igst Rate': '0.05',
  'Igst Tax': '50',
};
const read = (...rows: readonly Cells[]) =>
  draftOf([
    NAMES.join(','),
    ...rows.map((cells) => NAMES.map((name) => cells[name] ?? LINE[name] ?? '').join(',')),
  ]);
const line = (cells: Cells) => read(cells).taxLines[0];

describe('a line of the tax report', () => {
  it('has its taxable value, its tax by head and its rate as a fraction', () => {
    const heads = {
      'Cgst Tax': '25',
      'Sgst Tax': '25',
      'Igst Tax': '0',
      'Cgst Rate': '0.025',
      'Sgst Rate': '0.025',
    };
    expect(
      line({ ...heads, 'Igst Rate': '0', 'Ship To State': 'Orissa', 'Tcs Cgst Amount': '2.5' }),
    ).toMatchObject({
      kind: 'sale',
      gross: 105000,
      taxable: 100000,
      cgst: 2500,
      sgst: 2500,
      igst: 0,
      rate: 0.05,
      tcs: 250,
      region: 'ORISSA',
      sellerTaxId: '27ABCDE1234F1Z0',
    });
    expect(line({})?.tcs).toBeUndefined();
  });

  it('counts the tax of a union territory as the state’s', () => {
    const heads = {
      'Cgst Tax': '25',
      'Utgst Tax': '25',
      'Igst Tax': '',
      'Cgst Rate': '0.025',
      'Utgst Rate': '0.025',
    };
    expect(line({ ...heads, 'Igst Rate': '' })).toMatchObject({ cgst: 2500, sgst: 2500, rate: 0.05 });
  });

  it('reads the heads so that they make the total: of the goods, with shipping, less promotions', () => {
    const igst = (cells: Cells) => read(cells);
    expect(igst({ 'Igst Tax': '50', 'Shipping Igst Tax': '2' }).taxLines[0]?.igst).toBe(5000);
    expect(
      igst({ 'Igst Tax': '47.5', 'Shipping Igst Tax': '2', 'Gift Wrap Igst Tax': '0.5' }).problems,
    ).toEqual([]);
    const promoted = igst({ 'Igst Tax': '52', 'Shipping Igst Tax': '3', 'Item Promo Tax': '-5' });
    expect([promoted.taxLines[0]?.igst, promoted.problems]).toEqual([5000, []]);
  });

  it('that does not add up is counted as written and told', () => {
    expect(toldBy(read({ 'Igst Tax': '40' }))).toEqual([
      'warning 2: taxable 1000.00, tax 50.00 with its heads and invoice 1050.00 do not add up – counted as written',
    ]);
    expect(read({ 'Invoice Amount': '1060' }).problems).toHaveLength(1);
  });

  it('of a refund or cancellation is negative, even where the file says otherwise (trap 30)', () => {
    const back = {
      'Invoice Amount': '-1050',
      'Tax Exclusive Gross': '-1000',
      'Total Tax Amount': '-50',
      'Igst Tax': '-50',
    };
    const negative = { quantity: -1, gross: -105000, taxable: -100000, igst: -5000, tcs: -500 };
    const type = (word: string) => ({ 'Transaction Type': word });
    expect(line({ ...back, ...type('Refund'), 'Tcs Igst Amount': '-5' })).toMatchObject({
      kind: 'refund',
      ...negative,
    });
    expect(line({ ...type('Cancel'), 'Tcs Igst Amount': '5' })).toMatchObject({
      kind: 'cancel',
      ...negative,
    });
    expect(line({ ...back, ...type('EInvoiceCancel') })?.kind).toBe('cancel');
  });

  it('of a refund is of the day of its credit note', () => {
    const refund = { 'Transaction Type': 'Refund', 'Credit Note No': 'CN-1' };
    expect(line({ ...refund, 'Credit Note Date': '07-11-2026' })).toMatchObject({
      day: '2026-11-07',
      creditNote: 'CN-1',
    });
    expect(line(refund)?.day).toBe('2026-10-05');
  });

  it('of an order called off before its invoice, or replaced for free, has no value', () => {
    const blank = { 'Invoice Amount': '', 'Tax Exclusive Gross': '', 'Total Tax Amount': '', 'Igst Tax': '' };
    expect(line({ ...blank, 'Transaction Type': 'Cancel' })).toMatchObject({
      kind: 'cancel',
      quantity: 0,
      gross: 0,
    });
    const free = { ...blank, 'Transaction Type': 'FreeReplacement' };
    expect(line(free)).toMatchObject({ kind: 'replacement', quantity: 1, taxable: 0 });
  });

  it.each([
    ['15-06-2025 10:22:11', '2025-06-15'],
    ['05/06/2025', '2025-06-05'],
    ['05.06.2025', '2025-06-05'],
    ['2025-06-05 00:10:00', '2025-06-05'],
  ])('dated %s is of %s', (written, day) => {
    expect(line({ 'Invoice Date': written })?.day).toBe(day);
  });

  it('keeps the GSTIN it was sold under: one file can hold several', () => {
    const lines = read({}, { 'Seller Gstin': '29ABCDE1234F1ZW' }).taxLines;
    expect(lines.map(({ sellerTaxId }) => sellerTaxId)).toEqual(['27ABCDE1234F1Z0', '29ABCDE1234F1ZW']);
  });

  it('of a type that nobody knows counts by its sign, told once', () => {
    const draft = read({ 'Transaction Type': 'Reshipment' }, { 'Transaction Type': 'Reshipment' });
    expect(draft.taxLines.map(({ kind, code }) => [kind, code])).toEqual([
      ['sale', 'Reshipment'],
      ['sale', 'Reshipment'],
    ]);
    expect(toldBy(draft)).toEqual([
      'warning 2: transaction type "Reshipment" is not known – such rows count as sales, negative ones as refunds',
    ]);
  });

  it('without order, date, quantity or value is left out, as is one with an amount that is none', () => {
    const draft = read(
      { 'Order Id': '' },
      { 'Invoice Date': '' },
      { 'Invoice Date': 'soon' },
      { Quantity: '' },
      { 'Tax Exclusive Gross': '' },
      { 'Invoice Amount': 'much' },
      { 'Igst Tax': 'five' },
    );
    expect(draft.taxLines).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a tax line without order id – row left out',
      'warning 3: a tax line without date – row left out',
      'warning 4: invoice date "soon" is not a date – row left out',
      'warning 5: a tax line without quantity – row left out',
      'warning 6: a tax line without invoice amount or taxable value – row left out',
      'warning 7: invoice amount "much" is not a number – row left out',
      'warning 8: igst tax "five" is not a number – row left out',
    ]);
  });
});
