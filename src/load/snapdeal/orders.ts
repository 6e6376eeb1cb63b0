import type { Order } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import { columnsIn } from '../columns-in.ts';
import type { ParsedDay } from '../dates.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { suborderState } from './states.ts';

/** Column names of the list of orders, written together, and of the consolidated order report, written apart. */
const COLUMNS = {
  id: ['subordercode', 'suborder code', 'suborder id'],
  created: ['ordercreateddate', 'order created date', 'order date', 'created'],
  verified: ['orderverifieddate', 'order verified date'],
  status: ['status', 'current order state'],
  sku: ['skucode', 'sku code'],
  title: ['productname', 'product name', 'product'],
  attributes: ['attributes'],
  quantity: ['qty', 'quantity'],
  unitPrice: ['selling price per item', 'sellingpriceperitem'],
  price: ['selling price', 'sellingprice'],
  invoiced: ['seller invoice amount', 'sellerinvoiceamount'],
  region: ['customer state', 'customerstate', 'state'],
} as const;

/** Snapdeal's orders: one row per suborder, which is what Snapdeal settles; prices include GST. */
export const snapdealOrders: Format = {
  kind: 'snapdeal.orders',
  label: 'Snapdeal orders',
  signature: [COLUMNS.id, COLUMNS.sku, COLUMNS.status, [...COLUMNS.created, ...COLUMNS.verified]],
  known: [
    ...Object.values(COLUMNS).flat(),
    ...['referencecode', 'ordercode', 'awbno', 'shippingprovider', 'shippingcity', 'shippingmethod'],
    ...['invoicenumber', 'invoicedate', 'imeiserial', 'manifestbydate', 'shippedon', 'deliveredon'],
    ...['returninitiatedon', 'returndeliveredon', 'reverseawbno', 'reversecouriercode', 'packageid'],
    ...['productcategory', 'imageurl', 'pdpurl', 'freebies', 'trackingurl', 'itemid', 'manifestcode'],
    ...['rmsinfomap', 'promisedshipdate', 'nonservicablefrom', 'holddate', 'holdreason', 'mrp'],
    ...['expecteddeliverydate', 'taxpercentage', 'esdforvendor', 'reference code', 'invoice number'],
    ...['invoice date', 'manifest by date', 'cancelled on', 'return initiated on', 'buyer name', 'supc'],
    ...['fullfilment mode', 'delivery address', 'shipping city', 'customer pincode', 'awb no'],
    ...['sgst', 'cgst', 'igst'],
  ],
  read: readOrders,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: Readonly<Record<keyof typeof COLUMNS, number>>;
  readonly tellStatus: (row: number, word: string) => void;
}

/** Snapdeal sells in India only: rupees, and days first as in `17:45:09 26-08-2026`. */
const RUPEES = 'INR';

function readOrders(table: TextTable, draft: Draft): void {
  const sheet: Sheet = {
    ...{ table, draft },
    cells: rowReader(table, draft, 'dmy'),
    columns: columnsIn(table, COLUMNS),
    tellStatus: wordTeller({ table, draft }, 'status', 'such orders count as unpaid'),
  };
  let priceless = 0;
  for (let row = 0; row < table.rows.length; row += 1) if (!readSuborder(sheet, row)) priceless += 1;
  if (priceless > 0) tellPriceless(sheet, priceless);
}

/** False for a row that has everything but a price. */
function readSuborder(sheet: Sheet, row: number): boolean {
  const { table, draft, cells, columns } = sheet;
  const told = draft.problems.length;
  const id = cells.id(row, columns.id);
  const placed = cells.day(row, columns.created) ?? cells.day(row, columns.verified);
  const quantity = cells.count(row, columns.quantity) ?? 1;
  const total = totalOf(sheet, row, quantity);
  if (id === undefined || placed === undefined) {
    const lacks = id === undefined ? 'code' : 'date';
    rowLeftOut({ table, draft, row, told }, `a suborder without ${lacks}`);
    return true;
  }
  if (total === undefined && draft.problems.length === told) return false;
  if (total === undefined) rowLeftOut({ table, draft, row, told }, `suborder ${id} without price`);
  else pushOrder(sheet, row, { id, placed, quantity, total });
  return true;
}

interface Suborder {
  readonly id: string;
  readonly placed: ParsedDay;
  readonly quantity: number;
  readonly total: Minor;
}

function pushOrder(sheet: Sheet, row: number, { id, placed, quantity, total }: Suborder): void {
  const { table, draft, cells, columns } = sheet;
  const sku = cells.id(row, columns.sku);
  addOrder(draft, {
    file: table.file,
    row: table.lineOf(row),
    id,
    number: id,
    channel: 'snapdeal',
    placedOn: placed.day,
    placedAt: placed.time && `${placed.day} ${placed.time}`,
    ...stateOf(sheet, row),
    cashOnDelivery: false,
    currency: RUPEES,
    lines: [
      {
        kind: 'product',
        sku,
        title: cells.text(row, columns.title) || (sku ?? id),
        variant: cells.text(row, columns.attributes) || undefined,
        quantity,
        amount: total,
        row: table.lineOf(row),
      },
    ],
    ...{ discount: 0, shipping: 0, tax: 0, total, taxIncluded: true },
    country: 'IN',
    region: cells.text(row, columns.region).toUpperCase() || undefined,
  });
}

/** What the buyer paid: the invoice, else the price of all pieces, else pieces × price. The list price (MRP) is none of these. */
function totalOf({ cells, columns }: Sheet, row: number, quantity: number): Minor | undefined {
  const invoiced = cells.amount(row, columns.invoiced, RUPEES);
  const price = cells.amount(row, columns.price, RUPEES);
  const unitPrice = cells.amount(row, columns.unitPrice, RUPEES);
  return invoiced ?? price ?? (unitPrice === undefined ? undefined : Math.round(unitPrice * quantity));
}

const UNKNOWN = { status: 'open', payment: 'pending', delivery: 'unknown' } as const;

function stateOf(
  { cells, columns, tellStatus }: Sheet,
  row: number,
): Pick<Order, 'status' | 'payment' | 'delivery'> {
  const word = cells.text(row, columns.status);
  const state = suborderState(word);
  if (state === undefined) tellStatus(row, word);
  return state ?? UNKNOWN;
}

function tellPriceless({ table, draft }: Sheet, count: number): void {
  report(draft, {
    code: 'missing-value',
    severity: 'error',
    message: `${count} ${count === 1 ? 'suborder' : 'suborders'} without a selling price (an MRP is not what was paid) – left out`,
    file: table.file,
    hint: 'download the consolidated order report, which has the columns SELLING PRICE and SELLER INVOICE AMOUNT',
  });
}
