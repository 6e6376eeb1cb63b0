import type { MovementKind } from '../../domain/books.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { settlementSums, type SettlementSums } from '../settlement-sums.ts';
import { FLIPKART, RUPEES } from './words.ts';

const VALUES = [
  'settlement value (rs.)',
  'settlement value(rs.)',
  'settlement value (rs.) = sum(g:k)',
  'settlement value (rs.) = sum(j:k)',
  'settlement value(rs.) = sum(j:k)',
  'settlement value',
] as const;

/**
 * The sheets of a payment report that tell of no order: ads, storage and recall, rebates on fees, the protection fund, services, TCS and
 * TDS. Each row is one amount, `Settlement Value`; what it is for is told by the sheet's columns, or else by its name.
 */
export const flipkartOtherPayments: Format = {
  kind: 'flipkart.other_payments',
  label: 'Flipkart payments besides orders',
  signature: ['neft id', VALUES],
  known: [
    ...['payment date', 'type', 'campaign / transaction id', 'wallet redeem (rs.)', 'wallet topup (rs.)'],
    ...['wallet redeem reversal (rs.)', 'wallet refund (rs.)', 'gst on ads fees (rs.)', 'claim id'],
    ...['protection reason', 'service name', 'settlement type', 'transaction id', 'claim date', 'order id'],
  ],
  read: (table, draft) => {
    const reading: Reading = {
      table,
      draft,
      cells: rowReader(table, draft),
      columns: columnsOf(table),
      sheet: /\.xls[xm]\/([^/]+)$/i.exec(table.file)?.[1] ?? 'Other payments',
      sums: settlementSums(),
    };
    for (let row = 0; row < table.rows.length; row += 1) readPayment(reading, row);
    reading.sums.push(draft, { channel: FLIPKART, currency: RUPEES });
  },
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
  /** its name; never the name of a file, which differs from download to download */
  readonly sheet: string;
  readonly sums: SettlementSums;
}

function columnsOf(table: TextTable) {
  return {
    neft: table.column('neft id'),
    paid: table.column('payment date', 'settlement date'),
    value: table.column(...VALUES),
    what: table.column('service name', 'settlement type', 'type'),
    order: table.column('order id'),
    sku: table.column('seller sku'),
    gst: table.column('gst on ads fees (rs.)'),
    campaign: table.column('campaign / transaction id'),
    claim: table.column('claim id'),
  };
}

const SHEETS: readonly (readonly [RegExp, MovementKind])[] = [
  [/\bads\b|advert/, 'advertising'],
  [/spf|protection/, 'compensation'],
  [/storage|recall/, 'storage'],
  [/\btcs\b|\btds\b/, 'tax_withheld'],
];

function kindOf({ table, columns }: Reading): MovementKind {
  if (columns.campaign >= 0) return 'advertising';
  if (columns.claim >= 0) return 'compensation';
  const name = (table.file.split('/').at(-1) ?? '').toLowerCase().replaceAll(/[_-]/g, ' ');
  return SHEETS.find(([words]) => words.test(name))?.[1] ?? 'marketplace_fee';
}

/** Rows without NEFT id are headings. These rows settle apart from the orders of their NEFT, whose sheet sums them up for itself. */
function readPayment(reading: Reading, row: number): void {
  const { table, draft, cells, columns, sheet, sums } = reading;
  const told = draft.problems.length;
  const neft = cells.id(row, columns.neft);
  if (neft === undefined) return;
  const paid = cells.day(row, columns.paid)?.day;
  const amount = cells.amount(row, columns.value, RUPEES);
  if (paid === undefined || amount === undefined) {
    const missing = paid === undefined ? 'payment date' : 'settlement value';
    return rowLeftOut({ ...reading, row, told }, `a payment without ${missing}`);
  }
  if (amount === 0) return;
  const place = { file: table.file, row: table.lineOf(row) };
  const payoutId = `${neft} ${sheet}`;
  draft.movements.push({
    ...place,
    kind: kindOf(reading),
    code: [sheet, cells.text(row, columns.what)].filter((word) => word !== '').join(': '),
    channel: FLIPKART,
    day: paid,
    amount,
    tax: cells.amount(row, columns.gst, RUPEES),
    currency: RUPEES,
    order: cells.id(row, columns.order),
    sku: cells.id(row, columns.sku),
    payoutId,
    final: true,
  });
  sums.add({ ...place, id: payoutId, reference: neft, paidOn: paid, total: amount, counted: amount });
}
