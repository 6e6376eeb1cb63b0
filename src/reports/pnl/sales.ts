import type { DeliveryState, Movement, Order } from '../../domain/books.ts';
import { NumberColumn, WordColumn } from '../../domain/columns.ts';
import type { Minor } from '../../domain/money.ts';
import type { Rows } from '../../domain/rows.ts';
import type { OrderFacts, Standing } from './revenue-rule.ts';

/** An order with its standing and the money given back for it, by day. */
export interface Sale extends OrderFacts {
  /** of the order in the books */
  readonly place: number;
  readonly standing: Standing;
  readonly datedRefunds: readonly Movement[];
}

/**
 * All orders of the books with what the report knows of each, in a few bytes: what a loop gives is a view, made when looked at. The order
 * is looked up only where it is asked for, so that a pass that leaves most sales out by their standing does so quickly.
 */
export class Sales {
  readonly #orders: Rows<Order>;
  /** orders to which the report gave a line */
  readonly #completed = new Map<number, Order>();
  readonly #standing = new WordColumn();
  readonly #delivery = new WordColumn();
  readonly #refunded = new NumberColumn();
  readonly #datedRefunds = new Map<number, readonly Movement[]>();
  #offersCash = false;

  /** None yet: the sale of every order is pushed, in the order of the books. */
  constructor(orders: Rows<Order>) {
    this.#orders = orders;
  }

  /** some order is to be paid in cash when it arrives */
  get offersCash(): boolean {
    return this.#offersCash;
  }

  get length(): number {
    return this.#refunded.length;
  }

  push(
    { order, standing, delivery, refunded, datedRefunds }: Omit<Sale, 'place'>,
    isCompleted: boolean,
  ): void {
    if (isCompleted) this.#completed.set(this.length, order);
    if (datedRefunds.length > 0) this.#datedRefunds.set(this.length, datedRefunds);
    this.#offersCash ||= order.cashOnDelivery;
    this.#standing.push(standing);
    this.#delivery.push(delivery);
    this.#refunded.push(refunded);
  }

  orderAt(place: number): Order {
    const order = (this.#completed.size > 0 && this.#completed.get(place)) || this.#orders.at(place);
    if (order === undefined) throw new RangeError(`no order at ${place}`);
    return order;
  }

  standingAt(place: number): Standing {
    return this.#standing.at(place) as Standing;
  }

  deliveryAt(place: number): DeliveryState {
    return this.#delivery.at(place) as DeliveryState;
  }

  refundedAt(place: number): Minor {
    return this.#refunded.at(place);
  }

  datedRefundsAt(place: number): readonly Movement[] {
    return (this.#datedRefunds.size > 0 && this.#datedRefunds.get(place)) || NONE;
  }

  [Symbol.iterator](): Iterator<Sale> {
    let place = 0;
    return {
      next: () =>
        place < this.length
          ? { done: false, value: new SaleView(this, place++) }
          : { done: true, value: undefined },
    };
  }

  /** Those that stand so. */
  standing(standing: Standing): Sale[] {
    const { codes } = this.#standing;
    const wanted = this.#standing.words.indexOf(standing);
    const found: Sale[] = [];
    for (let place = 0; place < codes.length; place += 1)
      if (codes.at(place) === wanted) found.push(new SaleView(this, place));
    return found;
  }

  filter(keep: (sale: Sale) => boolean): Sale[] {
    const kept: Sale[] = [];
    for (const sale of this) if (keep(sale)) kept.push(sale);
    return kept;
  }

  some(test: (sale: Sale) => boolean): boolean {
    for (const sale of this) if (test(sale)) return true;
    return false;
  }
}

const NONE: readonly Movement[] = [];

class SaleView implements Sale {
  readonly place: number;
  readonly #sales: Sales;
  #order: Order | undefined = undefined;

  constructor(sales: Sales, place: number) {
    this.#sales = sales;
    this.place = place;
  }

  get order(): Order {
    return (this.#order ??= this.#sales.orderAt(this.place));
  }
  get standing(): Standing {
    return this.#sales.standingAt(this.place);
  }
  get delivery(): DeliveryState {
    return this.#sales.deliveryAt(this.place);
  }
  get refunded(): Minor {
    return this.#sales.refundedAt(this.place);
  }
  get datedRefunds(): readonly Movement[] {
    return this.#sales.datedRefundsAt(this.place);
  }
}
