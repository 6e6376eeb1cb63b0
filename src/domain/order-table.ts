import type { LineKind, Order, OrderLine } from './books.ts';
import {
  CASH_ON_DELIVERY,
  emptyLines,
  emptyOrders,
  TAX_INCLUDED,
  type LineColumns,
  type OrderColumns,
} from './order-columns.ts';
import { LineView, OrderView } from './order-view.ts';
import type { Rows } from './rows.ts';

/**
 * Orders kept in columns, about 150 bytes each instead of a thousand. They are read as any list of orders: what `at` and a loop give
 * is a view, made when looked at. Orders are added at the end with `push`.
 */
export class OrderTable implements Rows<Order> {
  readonly orders: OrderColumns;
  readonly lines: LineColumns;
  #lastIndex = -1;
  #lastLines: readonly OrderLine[] = [];

  constructor(orders: OrderColumns = emptyOrders(), lines: LineColumns = emptyLines()) {
    this.orders = orders;
    this.lines = lines;
  }

  get length(): number {
    return this.orders.row.length;
  }

  /** Makes room for so many times the orders there are. */
  reserve(times: number): void {
    for (const columns of [this.orders, this.lines]) {
      for (const column of Object.values<Column>({ ...columns })) {
        column.reserve(Math.ceil(column.length * times));
      }
    }
  }

  push(order: Order): void {
    const { orders } = this;
    orders.file.push(order.file);
    orders.row.push(order.row);
    orders.id.push(order.id);
    orders.number.push(order.number);
    orders.channel.push(order.channel);
    orders.placedOn.push(order.placedOn);
    this.#pushPlacedAt(order);
    orders.cancelledOn.push(order.cancelledOn);
    orders.status.push(order.status);
    orders.payment.push(order.payment);
    orders.delivery.push(order.delivery);
    orders.flags.push((order.cashOnDelivery ? CASH_ON_DELIVERY : 0) + (order.taxIncluded ? TAX_INCLUDED : 0));
    orders.currency.push(order.currency);
    orders.discount.push(order.discount);
    orders.shipping.push(order.shipping);
    orders.tax.push(order.tax);
    orders.total.push(order.total);
    orders.refunded.push(order.refunded);
    orders.customerKey.push(order.customerKey);
    orders.country.push(order.country);
    orders.region.push(order.region);
    orders.discountCode.push(order.discountCode);
    orders.payMethod.push(order.payMethod);
    for (const line of order.lines) this.#pushLine(line);
    orders.linesEnd.push(this.lines.row.length);
  }

  #pushPlacedAt({ placedOn, placedAt }: Order): void {
    const parts = placedAt?.startsWith(placedOn) === true ? TIME.exec(placedAt.slice(placedOn.length)) : null;
    this.orders.placedTime.push(parts === null ? undefined : secondsOf(parts[2] ?? ''));
    this.orders.placedZone.push(parts === null ? placedAt : `${parts[1]}${parts[3]}`);
  }

  #pushLine(line: OrderLine): void {
    const { lines } = this;
    lines.kind.push(line.kind);
    lines.sku.push(line.sku);
    lines.title.push(line.title);
    lines.variant.push(line.variant);
    lines.quantity.push(line.quantity);
    lines.amount.push(line.amount);
    lines.discount.push(line.discount);
    lines.tax.push(line.tax);
    lines.row.push(line.row);
  }

  /** The lines of the order at this place. */
  linesOf(index: number): readonly OrderLine[] {
    // asked for again and again while an order is looked at, but not worth keeping for all of them
    if (index === this.#lastIndex) return this.#lastLines;
    const { linesEnd } = this.orders;
    const end = linesEnd.at(index);
    const first = this.#firstLine(index);
    // a list that grows by pushing takes room for sixteen more
    const lines = new Array<OrderLine>(end - first);
    for (let at = first; at < end; at += 1) lines[at - first] = new LineView(this.lines, at);
    this.#lastIndex = index;
    this.#lastLines = lines;
    return lines;
  }

  /** Whether one of the order's lines is of this kind; no line is made for that. */
  hasLineOf(index: number, kind: LineKind): boolean {
    const end = this.orders.linesEnd.at(index);
    for (let at = this.#firstLine(index); at < end; at += 1) if (this.lines.kind.at(at) === kind) return true;
    return false;
  }

  #firstLine(index: number): number {
    return index === 0 ? 0 : this.orders.linesEnd.at(index - 1);
  }

  at(index: number): Order | undefined {
    const place = index < 0 ? this.length + index : index;
    return place >= 0 && place < this.length ? new OrderView(this, place) : undefined;
  }

  // no generator: a loop over this one is compiled to one over the places
  [Symbol.iterator](): Iterator<Order> {
    let index = 0;
    return {
      next: () =>
        index < this.length
          ? { done: false, value: new OrderView(this, index++) }
          : { done: true, value: undefined },
    };
  }

  map<Result>(make: (order: Order, index: number) => Result): Result[] {
    return Array.from({ length: this.length }, (_, index) => make(new OrderView(this, index), index));
  }

  filter(keep: (order: Order, index: number) => boolean): Order[] {
    const kept: Order[] = [];
    for (let index = 0; index < this.length; index += 1) {
      const order = new OrderView(this, index);
      if (keep(order, index)) kept.push(order);
    }
    return kept;
  }

  find(wanted: (order: Order, index: number) => boolean): Order | undefined {
    for (let index = 0; index < this.length; index += 1) {
      const order = new OrderView(this, index);
      if (wanted(order, index)) return order;
    }
    return undefined;
  }

  some(test: (order: Order, index: number) => boolean): boolean {
    return this.find(test) !== undefined;
  }

  every(test: (order: Order, index: number) => boolean): boolean {
    return !this.some((order, index) => !test(order, index));
  }
}

interface Column {
  readonly length: number;
  readonly reserve: (count: number) => void;
}

const TIME = /^([ T])((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(.*)$/;

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
