import type { Books } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { countsOf } from '../../domain/order-counts.ts';
import type { Period } from '../../domain/period.ts';
import type { Accounting } from './accounting.ts';
import { postFulfilment, postLooseShipments, postMovements } from './post-fulfilment.ts';
import { postLooseRefunds } from './post-refunds.ts';
import { postSale } from './post-sales.ts';
import { OwnPoster, type Post } from './posting.ts';

/**
 * Everything the platforms and couriers tell, as postings, whatever its day. The statement of a period is the sum of the
 * postings dated in it, and of its expenses.
 */
export function postAll(accounting: Accounting, post: Post): void {
  const poster = new OwnPoster(post);
  for (const sale of accounting.sales) {
    postSale(accounting, sale, poster);
    postFulfilment(accounting, sale, post);
  }
  postLooseRefunds(accounting, post);
  postLooseShipments(accounting, post);
  postMovements(accounting, post);
}

/** From the first to the last day on which a sale, a movement of money or a parcel is recorded; undefined when there is none. */
export function coveredPeriod(books: Books): Period | undefined {
  const days = firstAndLast(countsOf(books.orders, 'placedOn').keys(), (day) => day);
  const moved = firstAndLast(books.movements, (movement) => movement.day);
  const sent = firstAndLast(books.shipments, (shipment) => shipment.day);
  return union(union(days, moved), sent) ?? firstAndLast(books.expenses, (expense) => expense.day);
}

function firstAndLast<Item>(
  items: Iterable<Item>,
  dayOf: (item: Item) => Day | undefined,
): Period | undefined {
  let from: Day | undefined;
  let to: Day | undefined;
  for (const item of items) {
    const day = dayOf(item);
    if (day === undefined) continue;
    if (from === undefined || day < from) from = day;
    if (to === undefined || day > to) to = day;
  }
  return from === undefined || to === undefined ? undefined : { from, to };
}

function union(a: Period | undefined, b: Period | undefined): Period | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}
