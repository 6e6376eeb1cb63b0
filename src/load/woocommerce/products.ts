import type { Minor } from '../../domain/money.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { shopCurrency } from '../currency-code.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { PRODUCT_COLUMNS as COLUMNS } from './product-columns.ts';

/** The core product export: one row per product and per variation; labels are translated. */
export const wooProducts: Format = {
  kind: 'woo.products',
  label: 'WooCommerce products',
  signature: [COLUMNS.id, COLUMNS.type, COLUMNS.sku, COLUMNS.published, COLUMNS.regularPrice],
  known: Object.values(COLUMNS).flat(),
  read: (table, draft) => {
    const sheet: Sheet = { table, draft, reader: rowReader(table, draft), parents: parentsOf(table) };
    table.rows.forEach((_, row) => readProduct(sheet, row));
    tellShared(sheet);
  },
};

type ColumnName = keyof typeof COLUMNS;

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly reader: RowReader;
  /** row of a product by its SKU and by `id:40` */
  readonly parents: ReadonlyMap<string, number>;
}

function column(table: TextTable, name: ColumnName): number {
  return table.column(...COLUMNS[name]);
}

function parentsOf(table: TextTable): Map<string, number> {
  const parents = new Map<string, number>();
  table.rows.forEach((cells, row) => {
    const sku = cells[column(table, 'sku')]?.trim() ?? '';
    if (sku !== '' && !parents.has(sku)) parents.set(sku, row);
    parents.set(`id:${cells[column(table, 'id')]?.trim() ?? ''}`, row);
  });
  return parents;
}

/** `variable` and `grouped` products are covers of what is sold: they give no product, only the stock their variations share. */
const COVERS = /\b(variable|grouped|variabel|gruppiert)\b/i;
const VARIATION = /\bvariation\b/i;

function readProduct(sheet: Sheet, row: number): void {
  const { table, draft } = sheet;
  const text = (name: ColumnName): string | undefined =>
    sheet.reader.text(row, column(table, name)) || undefined;
  const type = text('type') ?? '';
  const title = unguarded(text('name'));
  const sku = sheet.reader.id(row, column(table, 'sku'));
  if (COVERS.test(type)) return addStock(sheet, row, { sku, title });
  if (title === undefined && sku === undefined) return reportNameless(sheet, row);
  const currency = shopCurrency(draft.shop);
  const regular = amount(sheet, row, 'regularPrice');
  const sale = amount(sheet, row, 'salePrice');
  draft.products.push({
    file: table.file,
    row: table.lineOf(row),
    sku,
    title: title ?? sku ?? '',
    ...fromParent(sheet, row, type),
    barcode: text('barcode'),
    price: sale ?? regular,
    compareAt: sale === undefined ? undefined : regular,
    currency,
    active: text('published') === '1',
  });
  addCost(sheet, row, sku ?? title);
  addStock(sheet, row, { sku, title });
}

function amount(sheet: Sheet, row: number, name: ColumnName): Minor | undefined {
  return sheet.reader.amount(row, column(sheet.table, name), shopCurrency(sheet.draft.shop));
}

/** WooCommerce puts an apostrophe before text that a spreadsheet would take for a formula. */
function unguarded(text: string | undefined): string | undefined {
  return text?.replace(/^'(?=[=+\-@])/, '');
}

interface FromParent {
  readonly handle?: string | undefined;
  readonly vendor?: string | undefined;
  readonly category?: string | undefined;
  readonly taxCode?: string | undefined;
}

/** A variation has category, brand and often its tax class from its parent, named by SKU or as `id:40`. */
function fromParent(sheet: Sheet, row: number, type: string): FromParent {
  const { table, reader } = sheet;
  const parent = reader.text(row, column(table, 'parent'));
  const parentRow = VARIATION.test(type) ? sheet.parents.get(parent) : undefined;
  const own = (name: ColumnName, from: number): string =>
    reader.text(from, column(table, name)).replace(/^parent$/i, '');
  const first = (name: ColumnName): string =>
    own(name, row) || (parentRow === undefined ? '' : own(name, parentRow));
  return {
    handle: parent || undefined,
    vendor: first('brand') || undefined,
    category: firstCategory(first('categories')),
    taxCode: first('taxClass') || undefined,
  };
}

/** The first of `Clothing > Kurtas, Sale`; a comma that belongs to a name is written `\,`. */
function firstCategory(text: string): string | undefined {
  const [first = ''] = text.split(/(?<!\\),/, 1);
  return first.replaceAll('\\,', ',').trim() || undefined;
}

function addCost(sheet: Sheet, row: number, sku: string | undefined): void {
  const unitCost = amount(sheet, row, 'cost');
  if (unitCost === undefined || sku === undefined) return;
  sheet.draft.costs.push({
    file: sheet.table.file,
    row: sheet.table.lineOf(row),
    sku,
    unitCost,
    currency: shopCurrency(sheet.draft.shop),
    source: 'platform',
  });
}

interface Item {
  readonly sku: string | undefined;
  readonly title: string | undefined;
}

/** Stock is a number, blank (not kept), or `parent`: then the count stands in the parent's row, at the parent's SKU. */
function addStock(sheet: Sheet, row: number, { sku, title }: Item): void {
  const { table, reader, draft } = sheet;
  if (isShared(sheet, row)) return;
  const onHand = reader.count(row, column(table, 'stock'));
  const key = sku ?? title;
  if (onHand === undefined || key === undefined) return;
  draft.stock.push({
    file: table.file,
    row: table.lineOf(row),
    sku: key,
    title,
    onHand,
    reorderAt: reader.count(row, column(table, 'lowStock')),
  });
}

function isShared({ table, reader }: Sheet, row: number): boolean {
  return /^parent$/i.test(reader.text(row, column(table, 'stock')));
}

function tellShared(sheet: Sheet): void {
  const shared = sheet.table.rows.filter((_, row) => isShared(sheet, row)).length;
  if (shared === 0) return;
  report(sheet.draft, {
    code: 'not-counted',
    severity: 'note',
    message: `the stock of ${shared} variation${shared === 1 ? '' : 's'} is kept with the parent – known for all of its variations together only`,
    file: sheet.table.file,
    column: 'stock',
  });
}

function reportNameless(sheet: Sheet, row: number): void {
  report(sheet.draft, {
    code: 'missing-value',
    severity: 'warning',
    message: 'a product without name and SKU – row left out',
    file: sheet.table.file,
    line: sheet.table.lineOf(row),
    column: 'name',
  });
}
