import type { Movement, Order, OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addOrder } from '../add-order.ts';
import { customerKey } from '../customer-key.ts';
import { report } from '../draft.ts';
import type { JsonFormat } from '../format.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { jsonFields, type JsonFields, type JsonPlace } from '../json-fields.ts';
import { orderLeftOut } from '../missing-fields.ts';
import { recordsOf } from '../json-records.ts';
import { stateReader, type WooState, type WrittenState } from './order-status.ts';
import { feeLine } from './packed-lines.ts';
import { afterRefund } from './status.ts';

const FIND = { list: 'orders', single: 'order', names: ['line_items', 'date_created', 'total'] };

/** Orders of WooCommerce's REST API (`/wp-json/wc/v3/orders`): a list or one order. */
export const wooRestOrders: JsonFormat = {
  kind: 'woo.orders_json',
  label: 'WooCommerce orders (JSON)',
  claims: (value) => recordsOf(value, FIND) !== undefined,
  read: (value, file, draft) => {
    const state = stateReader(file, draft);
    recordsOf(value, FIND)?.forEach((record, index) => {
      const place = { file, row: index + 1, draft };
      readOrder(jsonFields(record, place), place, state);
    });
  },
};

function readOrder(order: JsonFields, place: JsonPlace, stateOf: (written: WrittenState) => WooState): void {
  const { draft, file, row } = place;
  const id = order.id('id');
  const placed = order.day('date_created');
  const currency = currencyCode(order.text('currency')) ?? shopCurrency(draft.shop);
  const total = order.amount('total', currency);
  if (id === undefined || placed === undefined || total === undefined) {
    return report(draft, orderLeftOut({ id, date_created: placed, total }, { file, line: row }));
  }
  const state = stateOf(writtenState(order, row));
  const number = order.text('number') ?? id;
  const refunds = order.list('refunds');
  const refunded = refunds.reduce((sum, refund) => sum + Math.abs(refund.amount('total', currency) ?? 0), 0);
  addOrder(draft, {
    file,
    row,
    id,
    number,
    channel: 'woocommerce',
    placedOn: placed.day,
    placedAt: placed.time && order.text('date_created'),
    currency,
    lines: [...productLines(order, currency, row), ...feeLines(order, currency, row)],
    ...amountsOf(order, currency),
    total,
    ...state,
    ...afterRefund(state.payment, total, refunded),
    ...buyerOf(order),
    discountCode: order.list('coupon_lines')[0]?.text('code'),
  });
  draft.movements.push(
    ...refunds.flatMap((refund) => movementOf(refund, { file, row, order: number, currency })),
  );
}

function writtenState(order: JsonFields, line: number): WrittenState {
  return {
    status: order.text('status') ?? '',
    method: order.text('payment_method'),
    methodTitle: order.text('payment_method_title'),
    paidOn: order.day('date_paid') !== undefined,
    line,
  };
}

/**
 * The API gives every amount without tax, whether prices include it or not (`prices_include_tax` says only how they were
 * entered), so lines − discount + shipping + tax is the total in either case.
 */
function amountsOf(
  order: JsonFields,
  currency: string,
): Pick<Order, 'discount' | 'shipping' | 'tax'> & { readonly taxIncluded: false } {
  return {
    discount: Math.abs(order.amount('discount_total', currency) ?? 0),
    shipping: order.amount('shipping_total', currency) ?? 0,
    tax: order.amount('total_tax', currency) ?? 0,
    taxIncluded: false,
  };
}

/** `subtotal` is before discount, `total` after it. */
function productLines(order: JsonFields, currency: string, row: number): OrderLine[] {
  return order.list('line_items').flatMap((line) => {
    const after = line.amount('total', currency);
    const amount = line.amount('subtotal', currency) ?? after;
    if (amount === undefined) return [];
    const discount = amount - (after ?? amount);
    return {
      kind: 'product' as const,
      sku: line.id('sku'),
      title: line.text('name') ?? '',
      quantity: line.count('quantity') ?? 1,
      amount,
      discount: discount === 0 ? undefined : discount,
      tax: line.amount('total_tax', currency),
      row,
    };
  });
}

function feeLines(order: JsonFields, currency: string, row: number): OrderLine[] {
  return order.list('fee_lines').flatMap((fee) => {
    const amount = fee.amount('total', currency);
    return amount === undefined ? [] : feeLine(fee.text('name') ?? 'Fee', amount, row);
  });
}

function buyerOf(order: JsonFields): Pick<Order, 'customerKey' | 'country' | 'region'> {
  const [billing, shipping] = [order.object('billing'), order.object('shipping')];
  return {
    customerKey: customerKey(billing?.text('email'), order.id('customer_id')),
    country: shipping?.text('country') ?? billing?.text('country'),
    region: (shipping?.text('state') ?? billing?.text('state'))?.toUpperCase(),
  };
}

type MovementPlace = Pick<Movement, 'file' | 'row' | 'order' | 'currency'>;

/** The refunds inside an order have no date; those that carry one (`/orders/<id>/refunds`) become dated movements. */
function movementOf(refund: JsonFields, place: MovementPlace): Movement[] {
  const day = refund.day('date_created')?.day;
  const amount: Minor | undefined = refund.amount('total', place.currency);
  if (day === undefined || amount === undefined || amount === 0) return [];
  const code = refund.text('reason') ?? 'refund';
  return [
    { ...place, kind: 'refund', code, channel: 'woocommerce', day, amount: -Math.abs(amount), final: true },
  ];
}
