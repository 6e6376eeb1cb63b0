import type { Product, StockLevel } from '../../domain/books.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { RUPEES, titleOf } from './words.ts';

/** The listings file: one row per listing, with its price, its state and the stock that the seller has told Flipkart of. */
export const flipkartListings: Format = {
  kind: 'flipkart.listings',
  label: 'Flipkart listings',
  signature: ['seller sku id', 'listing id', 'mrp', 'your selling price'],
  known: [
    ...['product title', 'processing errors (if any)', 'sub-category', 'flipkart serial number'],
    ...['listing status', 'inactive reason', 'bank settlement', 'minimum order quantity', 'benchmark price'],
    ...['fulfillment by', 'system stock count', 'your stock count', 'recommended stock', 'procurement sla'],
    ...['procurement type', 'harmonized system nomenclature - hsn', 'tax code', 'luxury cess tax rate'],
    ...['country of origin iso code', 'listing archival'],
  ],
  read: (table, draft) => {
    const reading = { table, draft, cells: rowReader(table, draft), columns: columnsOf(table) };
    for (let row = 0; row < table.rows.length; row += 1) readListing(reading, row);
  },
};

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
}

function columnsOf(table: TextTable) {
  return {
    title: table.column('product title'),
    sku: table.column('seller sku id'),
    category: table.column('sub-category'),
    fsn: table.column('flipkart serial number'),
    listing: table.column('listing id'),
    status: table.column('listing status'),
    archived: table.column('listing archival'),
    mrp: table.column('mrp'),
    price: table.column('your selling price'),
    hsn: table.column('harmonized system nomenclature - hsn'),
    taxCode: table.column('tax code'),
    stocks: ['your stock count', 'system stock count'].map((name) => table.column(name)),
  };
}

function readListing(reading: Reading, row: number): void {
  if (isDescription(reading, row)) return;
  const { draft, cells, columns } = reading;
  const told = draft.problems.length;
  const sku = cells.id(row, columns.sku);
  const title = titleOf(cells, row, columns.title) || sku;
  if (title === undefined) return rowLeftOut({ ...reading, row, told }, 'a listing without SKU and title');
  addProduct(reading, row, { sku, title });
  addStock(reading, row, { sku: sku ?? title, title });
}

/** `taxCode` is the HSN, or Flipkart's own `GST_5` where there is none. */
function addProduct(reading: Reading, row: number, named: Pick<Product, 'sku' | 'title'>): void {
  const { table, draft, cells, columns } = reading;
  draft.products.push({
    file: table.file,
    row: table.lineOf(row),
    ...named,
    handle: cells.id(row, columns.listing),
    barcode: cells.id(row, columns.fsn),
    category: cells.text(row, columns.category) || undefined,
    price: cells.amount(row, columns.price, RUPEES),
    compareAt: cells.amount(row, columns.mrp, RUPEES),
    currency: RUPEES,
    taxCode: cells.id(row, columns.hsn) ?? cells.id(row, columns.taxCode),
    active: isActive(reading, row),
  });
}

/** The seller's own count, or Flipkart's; a count that is missing is no level, which is not the same as none. */
function addStock(
  { table, draft, cells, columns }: Reading,
  row: number,
  named: Pick<StockLevel, 'sku' | 'title'>,
): void {
  const [own, system] = columns.stocks.map((column) => cells.count(row, column));
  const available = own ?? system;
  if (available === undefined) return;
  draft.stock.push({ file: table.file, row: table.lineOf(row), ...named, available });
}

/** Flipkart's template has a row below the header that explains each column; its price is a sentence. */
function isDescription({ cells, columns }: Reading, row: number): boolean {
  return /[a-z]{3,} +[a-z]/i.test(cells.text(row, columns.price));
}

function isActive({ cells, columns }: Reading, row: number): boolean {
  const status = cells.text(row, columns.status).toLowerCase();
  const isArchived = /^(yes|true|archived)$/i.test(cells.text(row, columns.archived));
  return !isArchived && ['', 'active', 'live'].includes(status);
}
