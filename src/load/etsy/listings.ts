import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { withoutEntities } from './words.ts';

/**
 * The listings for sale: one row per listing, with one price, one stock and the SKUs of all its variations. A listing with
 * several SKUs gives a product for each, but one stock level under its title, for nobody says how many there are of each.
 */
export const etsyListings: Format = {
  kind: 'etsy.listings',
  label: 'Etsy listings',
  signature: ['title', 'price', 'currency_code', 'quantity', 'variation 1 type'],
  known: [
    ...['description', 'tags', 'materials', 'sku'],
    ...Array.from({ length: 10 }, (_, index) => `image${index + 1}`),
    ...[1, 2, 3].flatMap((n) => ['type', 'name', 'values'].map((what) => `variation ${n} ${what}`)),
  ],
  read: readListings,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly cells: RowReader;
}

function columnsOf(table: TextTable) {
  return {
    title: table.column('title'),
    price: table.column('price'),
    currency: table.column('currency_code'),
    quantity: table.column('quantity'),
    sku: table.column('sku'),
  };
}

function readListings(table: TextTable, draft: Draft): void {
  const sheet: Sheet = { table, draft, columns: columnsOf(table), cells: rowReader(table, draft) };
  let shared = 0;
  for (let row = 0; row < table.rows.length; row += 1) if (readListing(sheet, row) > 1) shared += 1;
  if (shared > 0) tellShared(sheet, shared);
}

/** Reads one listing and says how many SKUs its stock is for. */
function readListing(sheet: Sheet, row: number): number {
  const { table, draft, columns, cells } = sheet;
  const told = draft.problems.length;
  const skus = skusOf(sheet, row);
  const title = titleOf(sheet, row, skus);
  if (title === '') {
    if (!isBlank(sheet, row)) rowLeftOut({ table, draft, row, told }, 'a listing without title and SKU');
    return 0;
  }
  const currency = currencyCode(cells.text(row, columns.currency)) ?? shopCurrency(draft.shop);
  const price = cells.amount(row, columns.price, currency);
  const place = { file: table.file, row: table.lineOf(row) };
  for (const sku of skus.length === 0 ? [undefined] : skus)
    draft.products.push({ ...place, sku, title, price, currency, active: true });
  const available = cells.count(row, columns.quantity);
  if (available === undefined) return 0;
  const [only = title] = skus.length > 1 ? [] : skus;
  draft.stock.push({ ...place, sku: only, title, available });
  return skus.length;
}

function titleOf({ columns, cells }: Sheet, row: number, [sku = '']: readonly string[]): string {
  return withoutEntities(cells.text(row, columns.title)) || sku;
}

function isBlank({ columns, cells }: Sheet, row: number): boolean {
  return [columns.price, columns.quantity].every((column) => cells.text(row, column) === '');
}

/** SKUs of a listing's variations stand in one cell, separated by commas. */
function skusOf({ columns, cells }: Sheet, row: number): readonly string[] {
  const cell = cells.id(row, columns.sku) ?? '';
  return [...new Set(cell.split(',').map((sku) => sku.trim()))].filter((sku) => sku !== '' && sku !== '-');
}

function tellShared({ table, draft }: Sheet, count: number): void {
  const listings = count === 1 ? '1 listing has' : `${count} listings have`;
  report(draft, {
    code: 'not-counted',
    severity: 'note',
    message: `${listings} one stock for several SKUs: it is kept under the listing’s title`,
    file: table.file,
    hint: 'give the stock of each SKU in a stock.csv (ecom init writes one)',
  });
}
