import type { Movement } from '../../domain/books.ts';
import { decimalText } from '../../domain/money.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { MEESHO, RUPEES, saysNoData } from './words.ts';

/** The sheet "Ads Cost": what a campaign cost on a day, deducted on another. The total is negative and holds GST. */
export const meeshoAds: Format = {
  kind: 'meesho.ads',
  label: 'Meesho ads cost',
  signature: ['deduction duration', 'deduction date', 'campaign id', 'total ads cost'],
  known: ['ad cost', 'credits / waivers / discounts', 'ad cost incl. credits/waivers/discounts', 'gst'],
  read: (table, draft) => {
    const before = table.column('ad cost incl. credits/waivers/discounts');
    readPayments(table, draft, {
      day: table.column('deduction date'),
      amount: table.column('total ads cost'),
      gst: { before, column: table.column('gst') },
      kind: 'advertising',
      code: () => 'Ads Cost',
    });
  },
};

/** The sheet "Referral Payments": rewards for suppliers that the shop brought to Meesho, after the taxes on them. */
export const meeshoReferrals: Format = {
  kind: 'meesho.referrals',
  label: 'Meesho referral payments',
  signature: ['reward id', 'payment date', 'net referral amount'],
  known: ['store name', 'reason', 'taxes (gst/tds)'],
  read: (table, draft) => {
    readPayments(table, draft, {
      day: table.column('payment date'),
      amount: table.column('net referral amount'),
      kind: 'compensation',
      code: () => 'Referral Payments',
    });
  },
};

/** The sheet "Compensation and Recovery": what Meesho pays or takes under its programmes, without a sub-order. */
export const meeshoCompensation: Format = {
  kind: 'meesho.compensation',
  label: 'Meesho compensation and recovery',
  signature: ['date', 'program name', ['amount (inc gst) inr', 'amount (incl gst) inr', 'amount (inc gst)']],
  known: ['reason'],
  read: (table, draft) => {
    const program = table.column('program name');
    readPayments(table, draft, {
      day: table.column('date'),
      amount: table.column('amount (inc gst) inr', 'amount (incl gst) inr', 'amount (inc gst)'),
      kind: 'compensation',
      code: (cells, row) => cells.text(row, program) || 'Compensation and Recovery',
    });
  },
};

/** The sheet "Disclaimer" of a payment file: one sentence, of which there is nothing to say. */
export const meeshoDisclaimer: Format = {
  kind: 'meesho.disclaimer',
  label: 'Meesho disclaimer',
  signature: [
    'the amounts provided here are estimated figures which are subject to change, upon determination of logistics costs based on allocation of order to authorised courier partner',
  ],
  known: [],
  read: () => undefined,
};

interface Sheet {
  readonly day: number;
  readonly amount: number;
  /** the column of GST, and of the amount that it comes on top of */
  readonly gst?: { readonly before: number; readonly column: number };
  readonly kind: Movement['kind'];
  readonly code: (cells: RowReader, row: number) => string;
}

function readPayments(table: TextTable, draft: Draft, sheet: Sheet): void {
  const cells = rowReader(table, draft);
  for (let row = 0; row < table.rows.length; row += 1) readPayment({ table, draft, cells, sheet }, row);
}

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly sheet: Sheet;
}

function readPayment({ table, draft, cells, sheet }: Reading, row: number): void {
  if (isNoPayment({ table, draft, cells, sheet }, row)) return;
  const told = draft.problems.length;
  const day = cells.day(row, sheet.day)?.day;
  const amount = cells.amount(row, sheet.amount, RUPEES);
  if (day === undefined || amount === undefined) {
    const missing = day === undefined ? 'date' : 'amount';
    return rowLeftOut({ table, draft, row, told }, `a payment without ${missing}`);
  }
  if (amount === 0) return;
  draft.movements.push({
    file: table.file,
    row: table.lineOf(row),
    kind: sheet.kind,
    code: sheet.code(cells, row),
    channel: MEESHO,
    day,
    amount,
    tax: gstOf({ table, draft, cells, sheet }, row, amount),
    currency: RUPEES,
    final: true,
  });
}

/** The row of formulas has neither date nor amount, and an empty sheet says so in its first cell. */
function isNoPayment({ cells, sheet }: Reading, row: number): boolean {
  const isUndated = cells.text(row, sheet.day) === '';
  return saysNoData(cells.text(row, 0)) || (isUndated && !/\d/.test(cells.text(row, sheet.amount)));
}

/** GST inside the total; where cost and GST do not make it, that is a Problem and the total counts. */
function gstOf({ table, draft, cells, sheet }: Reading, row: number, amount: number): number | undefined {
  if (sheet.gst === undefined) return undefined;
  const before = cells.amount(row, sheet.gst.before, RUPEES);
  const gst = cells.amount(row, sheet.gst.column, RUPEES);
  if (before !== undefined && gst !== undefined && before + gst !== amount) {
    const [sum, said] = [decimalText(before + gst, RUPEES), decimalText(amount, RUPEES)];
    report(draft, {
      code: 'settlement-does-not-add-up',
      severity: 'warning',
      message: `cost and GST make ${sum}, the total is ${said} – the total counts`,
      file: table.file,
      line: table.lineOf(row),
      value: said,
    });
  }
  return gst;
}
