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

export type Post = (posting: Posting) => void;

/**
 * Posts an order's own amounts on the order's day. Every posting it makes has the same shape, which counts where there are
 * millions of them.
 */
export function posterOf(order: Order, post: Post): Poster {
  const { placedOn: day } = order;
  const [basis, category, channel] = ['actual', undefined, undefined] as const;
  return (account, amount, line) =>
    post({ account, day, amount, basis, order, line, category, channel, from: order });
}

type Poster = (account: Account, amount: Minor, line?: OrderLine) => void;
