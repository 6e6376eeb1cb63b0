import { dayInZone, type Day } from '../domain/day.ts';
import { roundHalfUp } from '../domain/money.ts';
import type { ShopSettings } from '../domain/shop.ts';
import { addOrder } from './add-order.ts';
import { report } from './draft.ts';
import type { JsonFormat } from './format.ts';
import { shopCurrency } from './currency-code.ts';
import type { Json } from './json.ts';
import { isJsonList, isJsonObject, jsonFields, type JsonFields, type JsonPlace } from './json-fields.ts';

/**
 * One JSON file with `customers`, `products`, `purchases` (one line is one order) and `expenses` (without dates). A product
 * without a cost has none: its cost is missing, not zero.
 */
export const baselineJson: JsonFormat = {
  kind: 'ecom.data_json',
  label: 'Shop data (customers, products, purchases, expenses)',
  claims: (value) =>
    isJsonObject(value) &&
    isJsonList(value.get('purchases')) &&
    isJsonList(value.get('products')) &&
    !value.has('line_items'),
  read: (value, file, draft) => {
    const titles = new Map<string, string>();
    const read = (name: string, each: Read): void => {
      const list = isJsonObject(value) ? value.get(name) : undefined;
      if (isJsonList(list))
        list.forEach((item, index) => readRecord(item, { file, draft, row: index + 1 }, [name, each]));
    };
    read('customers', readCustomer);
    read('products', (product, place) => readProduct(product, place, titles));
    read('purchases', (purchase, place) => readPurchase(purchase, place, titles));
    read('expenses', readExpense);
  },
};

type Read = (record: JsonFields, place: JsonPlace) => void;

/** One that is not an object is a Problem, and the rest counts. */
function readRecord(item: Json, place: JsonPlace, [name, read]: readonly [string, Read]): void {
  if (isJsonObject(item)) read(jsonFields(item, place, `${name}.`), place);
  else leaveOut(place, name, 'is not a record');
}

function leaveOut({ draft, file, row }: JsonPlace, column: string, says: string): void {
  report(draft, {
    code: 'bad-row',
    severity: 'error',
    message: `record ${row}: ${column} ${says} – left out`,
    file,
    line: row,
    column,
  });
}

/** Tells which of the needed fields is missing; one that was there but bad has been told already. */
function lacks(record: JsonFields, place: JsonPlace, names: readonly string[]): void {
  const name = names.find((each) => record.text(each) === undefined);
  if (name !== undefined) leaveOut(place, name, 'is missing');
}

function readCustomer(customer: JsonFields, place: JsonPlace): void {
  const key = customer.id('customer_id');
  if (key === undefined) return lacks(customer, place, ['customer_id']);
  place.draft.customers.push({ file: place.file, row: place.row, key, name: customer.text('name') });
}

function readProduct(product: JsonFields, place: JsonPlace, titles: Map<string, string>): void {
  const { file, row, draft } = place;
  const sku = product.id('product_id');
  if (sku === undefined) return lacks(product, place, ['product_id']);
  const currency = shopCurrency(draft.shop);
  const title = product.text('name') ?? sku;
  titles.set(sku, title);
  draft.products.push({
    file,
    row,
    sku,
    title,
    price: product.amount('price', currency),
    currency,
    active: true,
  });
  const unitCost = product.amount('cost', currency);
  if (unitCost !== undefined) draft.costs.push({ file, row, sku, unitCost, currency, source: 'platform' });
  const onHand = product.count('stock_level');
  if (onHand !== undefined) draft.stock.push({ file, row, sku, title, onHand });
}

function readPurchase(purchase: JsonFields, place: JsonPlace, titles: ReadonlyMap<string, string>): void {
  const { file, row, draft } = place;
  const currency = shopCurrency(draft.shop);
  const id = purchase.id('purchase_id');
  const sku = purchase.id('product_id');
  const quantity = purchase.count('quantity');
  const price = purchase.amount('price', currency);
  const placed = momentOf(purchase, place);
  if (id === undefined || placed === undefined || quantity === undefined || price === undefined) {
    return lacks(purchase, place, ['purchase_id', 'quantity', 'price', 'timestamp']);
  }
  const amount = roundHalfUp(quantity * price);
  const title = (sku === undefined ? undefined : titles.get(sku)) ?? sku ?? 'Sale';
  addOrder(draft, {
    file,
    row,
    id,
    number: id,
    channel: 'shop',
    placedOn: placed.day,
    placedAt: placed.at,
    status: 'complete',
    payment: 'paid',
    cashOnDelivery: false,
    delivery: 'unknown',
    currency,
    lines: [{ kind: 'product', sku, title, quantity, amount, row }],
    discount: 0,
    shipping: 0,
    tax: 0,
    total: amount,
    customerKey: purchase.id('customer_id'),
  });
}

interface Moment {
  readonly day: Day;
  readonly at: string | undefined;
}

const ZONED = /[T ]\d{1,2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i;

/** A timestamp with a zone falls on the day it had in the shop's zone then; one without is the shop's own time. */
function momentOf(purchase: JsonFields, place: JsonPlace): Moment | undefined {
  const written = purchase.text('timestamp');
  const parsed = purchase.day('timestamp');
  if (written === undefined || parsed === undefined) return undefined;
  if (!ZONED.test(written)) return { day: parsed.day, at: parsed.time && `${parsed.day} ${parsed.time}` };
  const instant = new Date(written.replace(' ', 'T'));
  if (Number.isNaN(instant.getTime())) {
    leaveOut(place, 'timestamp', `"${written}" is not a date`);
    return undefined;
  }
  return inZone(instant, place.draft.shop);
}

function inZone(instant: Date, { zone }: ShopSettings): Moment {
  const day = dayInZone(instant, zone);
  const time = instant.toLocaleTimeString('en-GB', { timeZone: zone, hourCycle: 'h23' });
  return { day, at: `${day} ${time}` };
}

function readExpense(expense: JsonFields, place: JsonPlace): void {
  const { file, row, draft } = place;
  const currency = shopCurrency(draft.shop);
  const amount = expense.amount('amount', currency);
  if (amount === undefined) return lacks(expense, place, ['amount']);
  const category = expense.text('category') ?? expense.text('description') ?? 'other';
  draft.expenses.push({ file, row, amount, currency, category, note: expense.text('description') });
}
