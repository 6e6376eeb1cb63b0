import type { Order, Source } from '../domain/books.ts';
import type { Day } from '../domain/day.ts';
import { countsOf } from '../domain/order-counts.ts';
import type { Rows } from '../domain/rows.ts';
import type { Derived } from './derive-orders.ts';
import type { Draft } from './format.ts';
import type { Overlap } from './merge-records.ts';
import type { ReadFile } from './read-file.ts';

/** What became of the files' records. */
export interface Told {
  readonly overlaps: readonly Overlap[];
  /** sales taken from a file that is no order report */
  readonly taken: ReadonlyMap<string, number>;
  /** sales whose tax a file tells that is no order report */
  readonly taxed: ReadonlyMap<string, number>;
  /** sales of which such a file tells shipping that the report does not */
  readonly raised: ReadonlyMap<string, number>;
}

/** Counts, file by file, what was taken from it. */
export function toldOf(overlaps: readonly Overlap[], { orders, taxes, shipping }: Derived): Told {
  return {
    overlaps,
    taken: countByFile(orders),
    taxed: countByFile(taxes.values()),
    raised: countByFile(shipping.values()),
  };
}

function countByFile(records: Iterable<{ readonly file: string }>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of records) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

/** One file as the books list it: its records of its main kind, its days, and what of it counts elsewhere. */
export function sourceOf(
  { file, kind, label, rows, draft, orders }: ReadFile,
  { overlaps, taken, taxed, raised }: Told,
): Source {
  const { from, to } = daysOf(draft, orders);
  const duplicates = overlaps.reduce((sum, overlap) => sum + (overlap.loser === file ? overlap.count : 0), 0);
  return {
    ...{ file, kind, label, rows, records: recordsOf(draft, orders), from, to, duplicates },
    derivedOrders: taken.get(file),
    taxedOrders: taxed.get(file),
    raisedOrders: raised.get(file),
    totals: draft.totals,
  };
}

/** Records of the file's main kind: an orders file's orders, not the movements that come with them. */
function recordsOf(draft: Draft, orders: Rows<Order>): number {
  const { movements, products, stock, customers, suppliers, supplierItems, expenses, shipments } = draft;
  const lists: readonly { readonly length: number }[] = [
    orders,
    movements,
    products,
    stock,
    customers,
    suppliers,
    supplierItems,
    expenses,
    shipments,
  ];
  const further = [
    draft.purchases,
    draft.stockHistory,
    draft.taxLines,
    draft.settlements,
    draft.rivalPrices,
    draft.costs,
  ];
  return [...lists, ...further].find((list) => list.length > 0)?.length ?? 0;
}

function daysOf(
  draft: Draft,
  orders: Rows<Order>,
): { readonly from: Day | undefined; readonly to: Day | undefined } {
  let from: Day | undefined;
  let to: Day | undefined;
  for (const day of daysIn(draft, orders)) {
    if (day === undefined) continue;
    if (from === undefined || day < from) from = day;
    if (to === undefined || day > to) to = day;
  }
  return { from, to };
}

function* daysIn(draft: Draft, orders: Rows<Order>): Generator<Day | undefined> {
  yield* countsOf(orders, 'placedOn').keys();
  for (const records of dated(draft)) for (const { day } of records) yield day;
  for (const settlement of draft.settlements) yield settlement.paidOn;
  for (const purchase of draft.purchases) yield purchase.orderedOn;
  for (const level of draft.stock) yield level.asOf;
  for (const price of draft.rivalPrices) yield price.seenOn;
}

function dated(draft: Draft): readonly (readonly { readonly day?: Day | undefined }[])[] {
  const { movements, taxLines, expenses, shipments, stockHistory } = draft;
  return [movements, taxLines, expenses, shipments, stockHistory];
}
