import { shopCurrency } from '../currency-code.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { parseAmount } from '../values.ts';

/** The export of System › Export › Products: one row per product and, for translations, one more per store view. */
export const magentoProducts: Format = {
  kind: 'magento.products',
  label: 'Magento products',
  signature: ['sku', 'attribute_set_code', 'product_type', 'name', 'price'],
  known: [
    ...['store_view_code', 'categories', 'product_websites', 'description', 'short_description', 'weight'],
    ...['product_online', 'tax_class_name', 'visibility', 'special_price', 'special_price_from_date'],
    ...['special_price_to_date', 'url_key', 'meta_title', 'base_image', 'created_at', 'updated_at', 'cost'],
    ...['country_of_manufacture', 'additional_attributes', 'qty', 'out_of_stock_qty', 'use_config_min_qty'],
    ...['is_in_stock', 'notify_on_stock_below', 'use_config_notify_stock_qty', 'manage_stock'],
    ...['use_config_manage_stock', 'website_id', 'related_skus', 'configurable_variations', 'bundle_values'],
  ],
  read: readProducts,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: ReturnType<typeof columnsOf>;
}

function columnsOf(table: TextTable) {
  return {
    sku: table.column('sku'),
    view: table.column('store_view_code'),
    type: table.column('product_type'),
    name: table.column('name'),
    categories: table.column('categories'),
    price: table.column('price'),
    special: table.column('special_price'),
    specialUntil: table.column('special_price_to_date'),
    cost: table.column('cost'),
    attributes: table.column('additional_attributes'),
    online: table.column('product_online'),
    taxClass: table.column('tax_class_name'),
    urlKey: table.column('url_key'),
    qty: table.column('qty'),
    manage: table.column('manage_stock'),
    manageByConfig: table.column('use_config_manage_stock'),
    notify: table.column('notify_on_stock_below'),
    notifyByConfig: table.column('use_config_notify_stock_qty'),
  };
}

/** What is sold is the simple product inside; these only show it. */
const COVERS = /^(?:configurable|grouped)$/i;

function readProducts(table: TextTable, draft: Draft): void {
  const sheet: Sheet = { table, draft, cells: rowReader(table, draft), columns: columnsOf(table) };
  const { cells, columns } = sheet;
  for (let row = 0; row < table.rows.length; row += 1) {
    const isTranslation = cells.text(row, columns.view) !== '';
    if (!isTranslation && !COVERS.test(cells.text(row, columns.type))) readProduct(sheet, row);
  }
}

function readProduct(sheet: Sheet, row: number): void {
  const { table, draft, cells, columns } = sheet;
  const told = draft.problems.length;
  const sku = cells.id(row, columns.sku);
  if (sku === undefined) return rowLeftOut({ table, draft, row, told }, 'a product without SKU');
  const title = cells.text(row, columns.name) || sku;
  const currency = shopCurrency(draft.shop);
  const place = { file: table.file, row: table.lineOf(row) };
  draft.products.push({
    ...place,
    ...{ sku, title, currency },
    handle: cells.text(row, columns.urlKey) || undefined,
    category: categoryOf(cells.text(row, columns.categories)),
    ...pricesOf(sheet, row, currency),
    taxCode: cells.text(row, columns.taxClass) || undefined,
    active: !/^[02]$/.test(cells.text(row, columns.online)),
  });
  const unitCost = cells.amount(row, columns.cost, currency) ?? costAmong(sheet, row);
  if (unitCost !== undefined) draft.costs.push({ ...place, sku, unitCost, currency, source: 'platform' });
  pushStock(sheet, row, { sku, title });
}

/** Stock is counted unless the product's own setting says not to; a bundle has none of its own. */
function pushStock(
  { table, draft, cells, columns }: Sheet,
  row: number,
  item: { readonly sku: string; readonly title: string },
): void {
  const isKept = cells.text(row, columns.manage) !== '0' || cells.text(row, columns.manageByConfig) === '1';
  const isBundle = /^bundle$/i.test(cells.text(row, columns.type));
  const onHand = isKept && !isBundle ? cells.count(row, columns.qty) : undefined;
  if (onHand === undefined) return;
  const isOwnLevel = cells.text(row, columns.notifyByConfig) !== '1';
  const reorderAt = isOwnLevel ? cells.count(row, columns.notify) : undefined;
  draft.stock.push({ file: table.file, row: table.lineOf(row), ...item, onHand, reorderAt });
}

/** A special price without an end holds; whether one with an end still does, the file cannot know. */
function pricesOf({ cells, columns }: Sheet, row: number, currency: string) {
  const regular = cells.amount(row, columns.price, currency);
  const isLasting = cells.text(row, columns.specialUntil) === '';
  const special = isLasting ? cells.amount(row, columns.special, currency) : undefined;
  return { price: special ?? regular, compareAt: special === undefined ? undefined : regular };
}

/** The first of `Default Category/Men/Kurtas,Default Category/Sale` without its root: `Men > Kurtas`. */
function categoryOf(text: string): string | undefined {
  const [first = ''] = text.split(',', 1);
  return first.split('/').slice(1).join(' > ') || undefined;
}

/** A cost that stands among the further attributes, `color=Red,cost=412.5000`. */
function costAmong({ draft, cells, columns }: Sheet, row: number): number | undefined {
  const said = /(?:^|,)"?cost=(\d+(?:\.\d+)?)"?(?:,|$)/.exec(cells.text(row, columns.attributes))?.[1];
  if (said === undefined) return undefined;
  const parsed = parseAmount(said, shopCurrency(draft.shop), '.');
  return parsed.kind === 'amount' ? parsed.minor : undefined;
}
