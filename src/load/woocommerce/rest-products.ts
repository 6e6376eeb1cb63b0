import type { Minor } from '../../domain/money.ts';
import type { JsonFormat } from '../format.ts';
import { shopCurrency } from '../currency-code.ts';
import { jsonFields, type JsonFields, type JsonPlace } from '../json-fields.ts';
import { recordsOf } from '../json-records.ts';

const FIND = { list: 'products', single: 'product', names: ['name', 'sku', 'regular_price'] };

/** Products of WooCommerce's REST API (`/wp-json/wc/v3/products`), with stock and a cost where an extension keeps one. */
export const wooRestProducts: JsonFormat = {
  kind: 'woo.products_json',
  label: 'WooCommerce products (JSON)',
  claims: (value) => recordsOf(value, FIND) !== undefined,
  read: (value, file, draft) => {
    recordsOf(value, FIND)?.forEach((record, index) => {
      const place = { file, row: index + 1, draft };
      readProduct(jsonFields(record, place), place);
    });
  },
};

function readProduct(product: JsonFields, place: JsonPlace): void {
  const { file, row, draft } = place;
  const sku = product.id('sku');
  const title = product.text('name') ?? sku ?? '';
  if (product.text('type') !== 'variable') {
    addProduct(product, title, place);
    addCost(product, sku ?? title, place);
  }
  const onHand = product.flag('manage_stock') === false ? undefined : product.count('stock_quantity');
  if (onHand === undefined) return;
  draft.stock.push({
    file,
    row,
    sku: sku ?? title,
    title,
    onHand,
    reorderAt: product.count('low_stock_amount'),
  });
}

function addProduct(product: JsonFields, title: string, { file, row, draft }: JsonPlace): void {
  const currency = shopCurrency(draft.shop);
  const sale = product.amount('sale_price', currency);
  const regular = product.amount('regular_price', currency);
  draft.products.push({
    file,
    row,
    sku: product.id('sku'),
    title,
    handle: product.text('slug'),
    category: product.list('categories')[0]?.text('name'),
    price: sale ?? regular ?? product.amount('price', currency),
    compareAt: sale === undefined ? undefined : regular,
    currency,
    taxCode: product.text('tax_class'),
    active: (product.text('status') ?? 'publish') === 'publish',
  });
}

function addCost(product: JsonFields, sku: string, { file, row, draft }: JsonPlace): void {
  const currency = shopCurrency(draft.shop);
  const unitCost = costOf(product, currency);
  if (unitCost === undefined) return;
  draft.costs.push({ file, row, sku, unitCost, currency, source: 'platform' });
}

function costOf(product: JsonFields, currency: string): Minor | undefined {
  const kept = product.list('meta_data').find((meta) => meta.text('key') === '_wc_cog_cost');
  return kept?.amount('value', currency);
}
