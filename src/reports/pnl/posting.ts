import type { Order, OrderLine, Provenance } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';

/**
 * A line of the statement that money is posted to. Amounts are positive in the account's own direction: a discount of 100
 * is +100 on `discounts`.
 */
export type Account =
  | 'grossSales'
  | 'discounts'
  | 'refunds'
  | 'taxInRefunds'
  | 'shippingIncome'
  | 'otherIncome'
  | 'taxCollected'
  | 'costOfGoods'
  | 'uncosted'
  /** net sales of goods that never left the shop, because the order was paid back first */
  | 'unsent'
  | 'shippingCost'
  | 'paymentFees'
  | 'marketplaceFees'
  | 'packaging'
  | 'undelivered'
  | 'advertising'
  | 'operatingExpenses';

/** One amount on one account on one day, with the rows it comes from. The statement is nothing but sums of these. */
export interface Posting {
  readonly account: Account;
  readonly day: Day;
  readonly amount: Minor;
  /** `actual`: from a row. `estimated`: from a rate, a share or an assumed date. */
  readonly basis: 'actual' | 'estimated';
  readonly order?: Order | undefined;
  readonly line?: OrderLine | undefined;
  /** category of an expense, match of a configured rate */
  readonly category?: string | undefined;
  /** platform that reported it, where no order tells */
  readonly channel?: string | undefined;
  readonly from: Provenance;
}

/** Takes a posting, which holds until the next one: whoever keeps it keeps a copy. */
export type Post = (posting: Posting) => void;

/**
 * Posts the orders' own amounts, each on its order's day. There are millions of them: they are all one object, filled anew for each.
 */
export class OwnPoster {
  readonly post: Post;
  readonly #own: Writable<Posting> = {
    account: 'grossSales',
    day: '',
    amount: 0,
    basis: 'actual',
    order: undefined,
    line: undefined,
    category: undefined,
    channel: undefined,
    from: { file: '', row: 0 },
  };

  constructor(post: Post) {
    this.post = post;
  }

  /** Turns to the next order. */
  turn(order: Order): void {
    this.#own.day = order.placedOn;
    this.#own.order = order;
    this.#own.from = order;
  }

  put(account: Account, amount: Minor, line?: OrderLine): void {
    const own = this.#own;
    own.account = account;
    own.amount = amount;
    own.line = line;
    this.post(own);
  }

  /** The cost of a line's goods, with the row that tells it. */
  putCost(amount: Minor, line: OrderLine, from: Provenance): void {
    const { from: order } = this.#own;
    this.#own.from = from;
    this.put('costOfGoods', amount, line);
    this.#own.from = order;
  }
}

type Writable<Item> = { -readonly [Name in keyof Item]: Item[Name] };
