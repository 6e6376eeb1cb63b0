import type { DeliveryState, LineKind, Order, OrderLine, OrderStatus, PaymentState } from './books.ts';
import { CountColumn, NameColumn, NumberColumn, WordColumn } from './columns.ts';
import type { Rows } from './rows.ts';

/** The columns of orders; every one has a value per order. */
export interface OrderColumns {
  readonly file: WordColumn;
  readonly row: CountColumn;
  readonly id: NameColumn;
  readonly number: NameColumn;
  readonly channel: WordColumn;
  readonly placedOn: WordColumn;
  /** seconds of the day at which it was placed; NaN: `placedZone` is the whole text, or nothing */
  readonly placedTime: NumberColumn;
  /** what stands between day and time, and behind the time: ` +0530` */
  readonly placedZone: WordColumn;
  readonly cancelledOn: WordColumn;
  readonly status: WordColumn;
  readonly payment: WordColumn;
  readonly delivery: WordColumn;
  readonly flags: CountColumn;
  readonly currency: WordColumn;
  readonly discount: NumberColumn;
  readonly shipping: NumberColumn;
  readonly tax: NumberColumn;
  readonly total: NumberColumn;
  readonly refunded: NumberColumn;
  readonly customerKey: NameColumn;
  readonly country: WordColumn;
  readonly region: WordColumn;
  readonly discountCode: WordColumn;
  readonly payMethod: WordColumn;
  /** where the order's lines end; they begin where those of the order above end */
  readonly linesEnd: CountColumn;
}

/** The columns of order lines. */
export interface LineColumns {
  readonly kind: WordColumn;
  readonly sku: WordColumn;
  readonly title: WordColumn;
  readonly variant: WordColumn;
  readonly quantity: NumberColumn;
  readonly amount: NumberColumn;
  readonly discount: NumberColumn;
  readonly tax: NumberColumn;
  readonly row: CountColumn;
}

/** Bits of `flags`. */
export const CASH_ON_DELIVERY = 1;
export const TAX_INCLUDED = 2;

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

  /** Takes back the lines added since there were `count` of them. */
  cutLines(count: number): void {
    for (const column of Object.values(this.lines) as readonly LineColumns[keyof LineColumns][])
      column.cut(count);
  }

  /** The lines of the order at this place. */
  linesOf(index: number): readonly OrderLine[] {
    // asked for again and again while an order is looked at, but not worth keeping for all of them
    if (index === this.#lastIndex) return this.#lastLines;
    const { linesEnd } = this.orders;
    const end = linesEnd.at(index);
    const lines: OrderLine[] = [];
    for (let at = index === 0 ? 0 : linesEnd.at(index - 1); at < end; at += 1) {
      lines.push(new LineView(this.lines, at));
    }
    this.#lastIndex = index;
    this.#lastLines = lines;
    return lines;
  }

  at(index: number): Order | undefined {
    const place = index < 0 ? this.length + index : index;
    return place >= 0 && place < this.length ? new OrderView(this, place) : undefined;
  }

  *[Symbol.iterator](): Generator<Order> {
    for (let index = 0; index < this.length; index += 1) yield new OrderView(this, index);
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

const TIME = /^([ T])((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(.*)$/;

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}

function timeOf(seconds: number): string {
  const part = (size: number): string => String(Math.floor(seconds / size) % 60).padStart(2, '0');
  return `${part(3600)}:${part(60)}:${part(1)}`;
}

/** An order with all its fields its own, for making another one of it. */
export function plainOrder(order: Order): Order {
  return order instanceof OrderView ? order.toJSON() : order;
}

/** One order of a table, read from its columns when asked. */
class OrderView implements Order {
  readonly table: OrderTable;
  readonly index: number;

  constructor(table: OrderTable, index: number) {
    this.table = table;
    this.index = index;
  }

  get file(): string {
    return this.table.orders.file.at(this.index) ?? '';
  }
  get row(): number {
    return this.table.orders.row.at(this.index);
  }
  get id(): string {
    return this.table.orders.id.at(this.index) ?? '';
  }
  get number(): string {
    return this.table.orders.number.at(this.index) ?? '';
  }
  get channel(): string {
    return this.table.orders.channel.at(this.index) ?? '';
  }
  get placedOn(): string {
    return this.table.orders.placedOn.at(this.index) ?? '';
  }
  get placedAt(): string | undefined {
    const { placedTime, placedZone } = this.table.orders;
    const zone = placedZone.at(this.index);
    const time = placedTime.maybeAt(this.index);
    return zone === undefined || time === undefined
      ? zone
      : `${this.placedOn}${zone.slice(0, 1)}${timeOf(time)}${zone.slice(1)}`;
  }
  get cancelledOn(): string | undefined {
    return this.table.orders.cancelledOn.at(this.index);
  }
  get status(): OrderStatus {
    return this.table.orders.status.at(this.index) as OrderStatus;
  }
  get payment(): PaymentState {
    return this.table.orders.payment.at(this.index) as PaymentState;
  }
  get delivery(): DeliveryState {
    return this.table.orders.delivery.at(this.index) as DeliveryState;
  }
  get cashOnDelivery(): boolean {
    return (this.table.orders.flags.at(this.index) & CASH_ON_DELIVERY) !== 0;
  }
  get taxIncluded(): boolean {
    return (this.table.orders.flags.at(this.index) & TAX_INCLUDED) !== 0;
  }
  get currency(): string {
    return this.table.orders.currency.at(this.index) ?? '';
  }
  get discount(): number {
    return this.table.orders.discount.at(this.index);
  }
  get shipping(): number {
    return this.table.orders.shipping.at(this.index);
  }
  get tax(): number {
    return this.table.orders.tax.at(this.index);
  }
  get total(): number {
    return this.table.orders.total.at(this.index);
  }
  get refunded(): number | undefined {
    return this.table.orders.refunded.maybeAt(this.index);
  }
  get customerKey(): string | undefined {
    return this.table.orders.customerKey.at(this.index);
  }
  get country(): string | undefined {
    return this.table.orders.country.at(this.index);
  }
  get region(): string | undefined {
    return this.table.orders.region.at(this.index);
  }
  get discountCode(): string | undefined {
    return this.table.orders.discountCode.at(this.index);
  }
  get payMethod(): string | undefined {
    return this.table.orders.payMethod.at(this.index);
  }
  get lines(): readonly OrderLine[] {
    return this.table.linesOf(this.index);
  }

  toJSON(): Order {
    const { lines, placedAt } = this;
    const own = ORDER_FIELDS.map((name) => [name, this[name]] as const);
    return { ...(Object.fromEntries(own) as unknown as Order), placedAt, lines: lines.map(plainLine) };
  }
}

const ORDER_FIELDS = [
  ...(['file', 'row', 'id', 'number', 'channel', 'placedOn', 'cancelledOn', 'status', 'payment'] as const),
  ...([
    'cashOnDelivery',
    'delivery',
    'currency',
    'discount',
    'shipping',
    'tax',
    'total',
    'refunded',
  ] as const),
  ...(['taxIncluded', 'customerKey', 'country', 'region', 'discountCode', 'payMethod'] as const),
];

function plainLine(line: OrderLine): OrderLine {
  const { kind, sku, title, variant, quantity, amount, discount, tax, row } = line;
  return { kind, sku, title, variant, quantity, amount, discount, tax, row };
}

/** One line of a table, read from its columns when asked. */
class LineView implements OrderLine {
  readonly columns: LineColumns;
  readonly index: number;

  constructor(columns: LineColumns, index: number) {
    this.columns = columns;
    this.index = index;
  }

  get kind(): LineKind {
    return this.columns.kind.at(this.index) as LineKind;
  }
  get sku(): string | undefined {
    return this.columns.sku.at(this.index);
  }
  get title(): string {
    return this.columns.title.at(this.index) ?? '';
  }
  get variant(): string | undefined {
    return this.columns.variant.at(this.index);
  }
  get quantity(): number {
    return this.columns.quantity.at(this.index);
  }
  get amount(): number {
    return this.columns.amount.at(this.index);
  }
  get discount(): number | undefined {
    return this.columns.discount.maybeAt(this.index);
  }
  get tax(): number | undefined {
    return this.columns.tax.maybeAt(this.index);
  }
  get row(): number {
    return this.columns.row.at(this.index);
  }
}

function emptyOrders(): OrderColumns {
  return {
    file: new WordColumn(),
    row: new CountColumn(),
    id: new NameColumn(),
    number: new NameColumn(),
    channel: new WordColumn(),
    placedOn: new WordColumn(),
    placedTime: new NumberColumn(),
    placedZone: new WordColumn(),
    cancelledOn: new WordColumn(),
    status: new WordColumn(),
    payment: new WordColumn(),
    delivery: new WordColumn(),
    flags: new CountColumn(),
    currency: new WordColumn(),
    discount: new NumberColumn(),
    shipping: new NumberColumn(),
    tax: new NumberColumn(),
    total: new NumberColumn(),
    refunded: new NumberColumn(),
    customerKey: new NameColumn(),
    country: new WordColumn(),
    region: new WordColumn(),
    discountCode: new WordColumn(),
    payMethod: new WordColumn(),
    linesEnd: new CountColumn(),
  };
}

function emptyLines(): LineColumns {
  return {
    kind: new WordColumn(),
    sku: new WordColumn(),
    title: new WordColumn(),
    variant: new WordColumn(),
    quantity: new NumberColumn(),
    amount: new NumberColumn(),
    discount: new NumberColumn(),
    tax: new NumberColumn(),
    row: new CountColumn(),
  };
}
