import type { Books } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import type { Accounting } from './accounting.ts';
import { postExpenses } from './post-expenses.ts';
import { postFulfilment, postMovements } from './post-fulfilment.ts';
import { postSale } from './post-sales.ts';
import type { Post } from './posting.ts';

/**
 * Everything that happened, as postings. Sales and movements come whole, whatever their day; expenses only for the
 * period, since they have no end of their own. The statement of a period is the sum of the postings dated in it.
 */
export function postAll(accounting: Accounting, period: Period, post: Post): void {
  for (const sale of accounting.sales) {
    postSale(accounting, sale, post);
    postFulfilment(accounting, sale, post);
  }
  postMovements(accounting, post);
  postExpenses(accounting, { period, covered: coveredPeriod(accounting.books) ?? period }, post);
}

/** From the first to the last day on which a sale, a movement of money or a parcel is recorded; undefined when there is none. */
export function coveredPeriod(books: Books): Period | undefined {
  let from: Day | undefined;
  let to: Day | undefined;
  const see = (day: Day | undefined): void => {
    if (day === undefined) return;
    if (from === undefined || day < from) from = day;
    if (to === undefined || day > to) to = day;
  };
  for (const order of books.orders) see(order.placedOn);
  for (const movement of books.movements) see(movement.day);
  for (const shipment of books.shipments) see(shipment.day);
  if (from === undefined) for (const expense of books.expenses) see(expense.day);
  return from === undefined || to === undefined ? undefined : { from, to };
}
