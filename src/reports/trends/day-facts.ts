import { dayNumber, type Day } from '../../domain/day.ts';
import type { Accounting } from '../pnl/accounting.ts';
import { postAll } from '../pnl/post-all.ts';
import { ordersCounter, type Wanted } from './measured-days.ts';

/** What can be looked up of a day, whatever is measured: one value per calendar day. */
export interface DayFacts {
  /** orders placed that count as sales */
  readonly orders: Float64Array;
  /** money given back without its tax, minor units, not negative; an order counts on its own day */
  readonly refunds: Float64Array;
}

/** The orders and refunds of every day from `first` to `last`, both included. */
export function dayFacts(
  accounting: Accounting,
  { first, last, wanted }: { readonly first: Day; readonly last: Day; readonly wanted: Wanted },
): DayFacts {
  const start = dayNumber(first);
  const length = Math.max(0, dayNumber(last) - start + 1);
  const orders = new Float64Array(length);
  const refunds = new Float64Array(length);
  const counted = ordersCounter();
  postAll(accounting, (posting) => {
    const index = dayNumber(posting.day) - start;
    if (index < 0 || index >= length || !wanted(posting)) return;
    const { account, amount } = posting;
    orders[index] = (orders[index] ?? 0) + counted(posting);
    const back = account === 'refunds' ? amount : account === 'taxInRefunds' ? -amount : 0;
    refunds[index] = (refunds[index] ?? 0) + back;
  });
  return { orders, refunds };
}
