import type { Movement } from '../domain/books.ts';
import { addTo, saleKey } from './derive/sale-key.ts';

/**
 * A payments report tells how much was given back for an order and with which payout; an order report may tell of the same money
 * which goods came back and what tax was in it. Where both come to the same sum for an order (on the same days, if it was given
 * back more than once) the itemised rows take the place of the others, with their day, transaction and payout. Where they do not,
 * the money counts as the payments report has it, and of the itemised rows only what came back: they count with amount 0. A report
 * that names the goods of an order's refunds itself (an Amazon settlement beside the date range report) needs no other's word.
 */
export function itemisedRefunds(
  counted: readonly Movement[],
  left: readonly Movement[],
): readonly Movement[] {
  const items = refundsOf(left.filter(({ sku }) => sku !== undefined));
  if (items.size === 0) return counted;
  const others = refundsOf(left);
  const money = refundsOf(counted);
  const replaced = new Map<Movement, readonly Movement[]>();
  const added: Movement[] = [];
  for (const key of items.keys()) {
    const paid = money.get(key) ?? [];
    if (paid.some(({ sku }) => sku !== undefined)) continue;
    const told = others.get(key) ?? [];
    const pairs = paid.map((row) => [row, paid.length === 1 ? told : sameDay(told, row)] as const);
    const agrees = pairs.every(([row, rows]) => sumOf(rows) === row.amount && rows.length > 0);
    if (agrees && paid.length > 0)
      for (const [row, rows] of pairs) replaced.set(row, rows.map(inPlaceOf(row)));
    else added.push(...(items.get(key) ?? []).map((row) => ({ ...row, amount: 0, tax: 0 })));
  }
  return [...counted.flatMap((row) => replaced.get(row) ?? [row]), ...added];
}

function refundsOf(movements: readonly Movement[]): ReadonlyMap<string, readonly Movement[]> {
  const groups = new Map<string, Movement[]>();
  for (const movement of movements) {
    const { kind, order, channel } = movement;
    if (kind === 'refund' && order !== undefined) addTo(groups, saleKey(channel, order), movement);
  }
  return groups;
}

function sameDay(rows: readonly Movement[], { day }: Movement): readonly Movement[] {
  return rows.filter((row) => row.day === day);
}

function sumOf(rows: readonly Movement[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

function inPlaceOf({ day, transaction, payoutId, final }: Movement): (item: Movement) => Movement {
  return (item) => ({ ...item, day, transaction, payoutId, final });
}
