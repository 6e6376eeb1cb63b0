import type { Order } from '../domain/books.ts';
import { plainOrder } from '../domain/order-view.ts';
import type { Rows } from '../domain/rows.ts';
import type { Derived } from './derive-orders.ts';
import { saleKey } from './derive/sale-key.ts';

/** The sales of order reports, with what only a ledger or register tells of them, and those that no order report holds. */
export function withDerived(orders: Rows<Order>, derived: Derived): Rows<Order> {
  const { orders: taken, taxes, shipping } = derived;
  const told = taxes.size + shipping.size === 0 ? orders : orders.map((order) => withTold(order, derived));
  return taken.length === 0 ? told : [...told, ...taken];
}

function withTold(order: Order, { taxes, shipping }: Derived): Order {
  const key = saleKey(order.channel, order.id);
  const [tax, paid] = [taxes.get(key)?.tax, shipping.get(key)];
  if (tax === undefined && paid === undefined) return order;
  const amount = paid?.amount ?? 0;
  return {
    ...plainOrder(order),
    shipping: order.shipping + amount,
    total: order.total + amount,
    tax: tax ?? order.tax + (paid?.tax ?? 0),
    taxIncluded: tax === undefined ? order.taxIncluded : true,
  };
}
