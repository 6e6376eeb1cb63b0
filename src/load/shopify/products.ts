import type { Product } from '../../domain/books.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { itemKey, variantName } from './item.ts';

/** The products export: a product's rows are its variants, further images, or both; only the first row carries its title. */
export const shopifyProducts: Format = {
  kind: 'shopify.products',
  label: 'Shopify products',
  signature: [
    ['handle', 'url handle'],
    'title',
    ['variant price', 'price'],
    ['variant sku', 'sku'],
    'vendor',
  ],
  known: [
    ...['option1 name', 'option1 value', 'option2 name', 'option2 value', 'option3 name', 'option3 value'],
    ...[
      'variant compare at price',
      'compare-at price',
      'variant barcode',
      'barcode',
      'cost per item',
      'status',
    ],
    ...[
      'variant inventory qty',
      'inventory quantity',
      'type',
      'product category',
      'tags',
      'published',
      'body (html)',
    ],
    ...[
      'variant tax code',
      'tax code',
      'image src',
      'gift card',
      'seo title',
      'variant grams',
      'variant image',
    ],
  ],
  read: readProducts,
};

type Columns = ReturnType<typeof columnsOf>;

interface Reading {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: Columns;
  readonly cells: RowReader;
  readonly currency: string;
}

/** What the first row of a handle says for all its variants. */
interface Head {
  readonly title: string;
  readonly vendor: string | undefined;
  readonly category: string | undefined;
  readonly active: boolean;
}

function columnsOf(table: TextTable) {
  const options = [1, 2, 3].map((n) => table.column(`option${n} value`, `option ${n} value`));
  return {
    options,
    handle: table.column('handle', 'url handle'),
    title: table.column('title'),
    vendor: table.column('vendor'),
    category: table.column('type', 'product type'),
    productCategory: table.column('product category'),
    status: table.column('status'),
    sku: table.column('variant sku', 'sku'),
    price: table.column('variant price', 'price'),
    compareAt: table.column('variant compare at price', 'compare-at price', 'compare at price'),
    barcode: table.column('variant barcode', 'barcode'),
    taxCode: table.column('variant tax code', 'tax code'),
    cost: table.column('cost per item'),
    available: table.column('variant inventory qty', 'inventory quantity'),
  };
}

function readProducts(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const reading = { table, draft, columns: columnsOf(table), cells, currency: draft.shop.currency ?? '' };
  const heads = new Map<string, Head>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const handle = cells.text(row, reading.columns.handle);
    const head = heads.get(handle) ?? headOf(reading, row);
    heads.set(handle, head);
    if (isVariant(reading, row)) readVariant(reading, row, head);
  }
}

function headOf({ cells, columns }: Reading, row: number): Head {
  return {
    title: cells.text(row, columns.title) || cells.text(row, columns.handle),
    vendor: cells.text(row, columns.vendor) || undefined,
    category: cells.text(row, columns.category) || cells.text(row, columns.productCategory) || undefined,
    active: ['', 'active'].includes(cells.text(row, columns.status).toLowerCase()),
  };
}

/** Rows that only carry a further image have neither price nor SKU nor option. */
function isVariant({ cells, columns }: Reading, row: number): boolean {
  return [columns.price, columns.sku, ...columns.options].some((column) => cells.text(row, column) !== '');
}

function readVariant(reading: Reading, row: number, head: Head): void {
  const { table, draft, cells, columns, currency } = reading;
  const sku = cells.id(row, columns.sku);
  const variant = variantName(columns.options.map((column) => cells.text(row, column)));
  const place = { file: table.file, row: table.lineOf(row) };
  const product: Product = {
    ...place,
    sku,
    title: head.title,
    variant,
    handle: cells.text(row, columns.handle) || undefined,
    barcode: cells.id(row, columns.barcode),
    vendor: head.vendor,
    category: head.category,
    price: cells.amount(row, columns.price, currency),
    compareAt: cells.amount(row, columns.compareAt, currency),
    currency,
    taxCode: cells.id(row, columns.taxCode),
    active: head.active,
  };
  draft.products.push(product);
  const item = itemKey(sku, head.title, variant);
  const unitCost = cells.amount(row, columns.cost, currency);
  if (unitCost !== undefined) {
    draft.costs.push({ ...place, sku: item, unitCost, currency, source: 'platform' });
  }
  const available = cells.count(row, columns.available);
  if (available !== undefined) {
    draft.stock.push({ ...place, sku: item, title: head.title, available });
  }
}
