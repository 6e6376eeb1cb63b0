import type { DeliveryState, LineKind, Order, OrderLine, OrderStatus, PaymentState } from './books.ts';
import { CASH_ON_DELIVERY, TAX_INCLUDED, type LineColumns, type OrderColumns } from './order-columns.ts';

/** What a view looks into. */
interface OrdersAndLines {
  readonly orders: OrderColumns;
  readonly linesOf: (index: number) => readonly OrderLine[];
  readonly hasLineOf: (index: number, kind: LineKind) => boolean;
}

/** One order of a table, read from its columns when asked. */
export class OrderView implements Order {
  readonly table: OrdersAndLines;
  readonly index: number;

  constructor(table: OrdersAndLines, index: number) {
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
export class LineView implements OrderLine {
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

function timeOf(seconds: number): string {
  const part = (size: number): string => String(Math.floor(seconds / size) % 60).padStart(2, '0');
  return `${part(3600)}:${part(60)}:${part(1)}`;
}

/** An order with all its fields its own, for making another one of it. */
export function plainOrder(order: Order): Order {
  return order instanceof OrderView ? order.toJSON() : order;
}

/** Whether one of an order's lines is of this kind. */
export function hasLineOf(order: Order, kind: LineKind): boolean {
  return order instanceof OrderView
    ? order.table.hasLineOf(order.index, kind)
    : order.lines.some((line) => line.kind === kind);
}
