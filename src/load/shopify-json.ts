import type { Order, OrderLine } from '../domain/books.ts';
import { roundHalfUp, type Minor } from '../domain/money.ts';
import { addOrder, linesTotal } from './add-order.ts';
import { customerKey } from './customer-key.ts';
import { report } from './draft.ts';
import type { JsonFormat } from './format.ts';
import { currencyCode, shopCurrency } from './currency-code.ts';
import { jsonFields, type JsonFields, type JsonPlace } from './json-fields.ts';
import { recordsOf } from './json-records.ts';
import { orderLeftOut } from './missing-fields.ts';
import { itemKey } from './shopify/item.ts';
import { deliveryOf, isCashOnDelivery, paymentOf, statusOf } from './shopify/order-words.ts';
import { refundMovements, refundedTotal } from './shopify-json-refunds.ts';

const FIND_ORDERS = {
  list: 'orders',
  single: 'order',
  names: ['line_items', 'financial_status', 'total_price'],
};

/** Orders of Shopify's Admin REST API: a list, `{ orders: […] }` or one order. */
export const shopifyJsonOrders: JsonFormat = {
  kind: 'shopify.orders_json',
  label: 'Shopify orders (JSON)',
  claims: (value) => recordsOf(value, FIND_ORDERS) !== undefined,
  read: (value, file, draft) => {
    recordsOf(value, FIND_ORDERS)?.forEach((record, index) => {
      const place = { file, row: index + 1, draft };
      readOrder(jsonFields(record, place), place);
    });
  },
};

function readOrder(order: JsonFields, place: JsonPlace): void {
  const { draft, file, row } = place;
  const id = order.id('id');
  const placed = order.day('created_at');
  const currency = currencyCode(order.text('currency')) ?? shopCurrency(draft.shop);
  const total = order.amount('total_price', currency);
  if (id === undefined || placed === undefined || total === undefined) {
    return report(draft, orderLeftOut({ id, created_at: placed, total_price: total }, { file, line: row }));
  }
  const number = order.text('name') ?? id;
  const lines = [...productLines(order, currency, row), ...extraLines(order, currency, row)];
  const amounts = {
    discount: order.amount('total_discounts', currency) ?? 0,
    tax: order.amount('total_tax', currency) ?? 0,
    total,
    taxIncluded: order.flag('taxes_included'),
  };
  addOrder(draft, {
    file,
    row,
    id,
    number,
    channel: 'shopify',
    placedOn: placed.day,
    placedAt: placed.time && order.text('created_at'),
    currency,
    lines,
    ...amounts,
    shipping: shippingOf(order, currency, { lines, ...amounts }),
    refunded: refundedTotal(order, currency),
    ...stateOf(order),
    ...buyerOf(order),
    discountCode: order.list('discount_codes')[0]?.text('code'),
  });
  draft.movements.push(...refundMovements(order, { file, row, order: number, currency }));
}

function productLines(order: JsonFields, currency: string, row: number): OrderLine[] {
  return order.list('line_items').flatMap((line) => {
    const price = line.amount('price', currency);
    const quantity = line.count('quantity');
    if (price === undefined || quantity === undefined) return [];
    // `name` is title and variant together, as the CSV export has it
    const title = line.text('name') ?? line.text('title') ?? '';
    const sku = line.id('sku');
    const isTip = sku === undefined && /^tip$/i.test(title);
    const discount = line.list('discount_allocations').map((part) => part.amount('amount', currency) ?? 0);
    const off = discount.reduce((sum, part) => sum + part, 0);
    const taxes = line.list('tax_lines').map((part) => part.amount('price', currency) ?? 0);
    return {
      kind: isTip ? ('tip' as const) : ('product' as const),
      sku,
      title,
      quantity,
      amount: roundHalfUp(quantity * price),
      discount: off === 0 ? undefined : off,
      tax: taxes.length === 0 ? undefined : taxes.reduce((sum, part) => sum + part, 0),
      row,
    };
  });
}

/** Tips and duties stand beside the lines in the total. */
function extraLines(order: JsonFields, currency: string, row: number): OrderLine[] {
  const tip = order.list('line_items').some((line) => /^tip$/i.test(line.text('title') ?? ''))
    ? 0
    : (order.amount('total_tip_received', currency) ?? 0);
  const duties =
    order.object('original_total_duties_set')?.object('shop_money')?.amount('amount', currency) ?? 0;
  const extra = (kind: OrderLine['kind'], title: string, amount: Minor): OrderLine[] =>
    amount === 0 ? [] : [{ kind, title, quantity: 1, amount, row }];
  return [...extra('tip', 'Tip', tip), ...extra('fee', 'Duties', duties)];
}

type Sums = Pick<Order, 'lines' | 'discount' | 'tax' | 'total'> & {
  readonly taxIncluded?: boolean | undefined;
};

/**
 * Shipping before its own discount where the order's discount holds that discount too, otherwise after it: the one that gives the
 * order's total, in doubt the first.
 */
function shippingOf(order: JsonFields, currency: string, sums: Sums): Minor {
  const lines = order.list('shipping_lines');
  const sum = (name: string): Minor =>
    lines.reduce(
      (all, line) => all + (line.amount(name, currency) ?? line.amount('price', currency) ?? 0),
      0,
    );
  const [full, discounted] = [sum('price'), sum('discounted_price')];
  const tax = sums.taxIncluded === true ? 0 : sums.tax;
  const rest = sums.total - (linesTotal(sums.lines) - sums.discount + tax);
  return rest === discounted ? discounted : full;
}

type State = Pick<Order, 'status' | 'payment' | 'delivery' | 'cashOnDelivery' | 'payMethod' | 'cancelledOn'>;

function stateOf(order: JsonFields): State {
  const financial = order.text('financial_status')?.toLowerCase() ?? 'pending';
  const fulfilment = order.text('fulfillment_status')?.toLowerCase() ?? '';
  const cancelledOn = order.day('cancelled_at')?.day;
  const payMethod = order.texts('payment_gateway_names').join(', ') || order.text('gateway');
  return {
    status: statusOf(financial, fulfilment, cancelledOn !== undefined),
    payment: paymentOf(financial) ?? 'pending',
    delivery: deliveryOf(fulfilment, order.text('tags') ?? ''),
    cashOnDelivery: isCashOnDelivery(payMethod?.replaceAll('_', ' ')),
    payMethod,
    cancelledOn,
  };
}

function buyerOf(order: JsonFields): Pick<Order, 'customerKey' | 'country' | 'region'> {
  const address = order.object('shipping_address') ?? order.object('billing_address');
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => address?.text(name)?.toUpperCase()).find((text) => text !== undefined);
  const customer = order.object('customer');
  return {
    customerKey: customerKey(order.text('email') ?? customer?.text('email'), customer?.id('id')),
    country: first('country_code', 'country'),
    region: first('province_code', 'province'),
  };
}

const FIND_PRODUCTS = { list: 'products', single: 'product', names: ['title', 'variants', 'vendor'] };

/** Products of Shopify's Admin REST API with their variants and stock. */
export const shopifyJsonProducts: JsonFormat = {
  kind: 'shopify.products_json',
  label: 'Shopify products (JSON)',
  claims: (value) => recordsOf(value, FIND_PRODUCTS) !== undefined,
  read: (value, file, draft) => {
    recordsOf(value, FIND_PRODUCTS)?.forEach((record, index) => {
      const place = { file, row: index + 1, draft };
      const product = jsonFields(record, place);
      for (const variant of product.list('variants')) readVariant(product, variant, place);
    });
  },
};

function readVariant(product: JsonFields, variant: JsonFields, { file, row, draft }: JsonPlace): void {
  const currency = shopCurrency(draft.shop);
  const title = product.text('title') ?? '';
  const name = variant.text('title');
  const sku = variant.id('sku');
  const option = name === 'Default Title' ? undefined : name;
  draft.products.push({
    file,
    row,
    sku,
    title,
    variant: option,
    handle: product.text('handle'),
    barcode: variant.id('barcode'),
    vendor: product.text('vendor'),
    category: product.text('product_type'),
    price: variant.amount('price', currency),
    compareAt: variant.amount('compare_at_price', currency),
    currency,
    active: (product.text('status') ?? 'active') === 'active',
  });
  const available = variant.count('inventory_quantity');
  if (available === undefined || variant.text('inventory_management') === undefined) return;
  draft.stock.push({ file, row, sku: itemKey(sku, title, option), title, available });
}
