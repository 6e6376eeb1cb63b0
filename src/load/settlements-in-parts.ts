import type { Movement } from '../domain/books.ts';
import type { Minor } from '../domain/money.ts';
import type { Settlement } from '../domain/settlement.ts';
import { settlementIdentity } from './identity.ts';
import { addTo } from './derive/sale-key.ts';

/** Kinds of report that state no total of a settlement but one of every row: theirs is the sum of the rows in one file. */
const BY_ROWS: ReadonlySet<string> = new Set([
  'razorpay.recon',
  'meesho.payments',
  'flipkart.settlement',
  'flipkart.other_payments',
]);

/** What one file says of a settlement, and the movements of it that the file holds. */
interface SettlementPart {
  readonly settlement: Settlement;
  readonly movements: readonly Movement[];
}

/** A file with its kind and all that it tells of settlements. */
export interface SettlementFile {
  readonly kind: string;
  readonly draft: { readonly settlements: readonly Settlement[]; readonly movements: readonly Movement[] };
}

/**
 * Settlements whose rows stand in several files (a month's end cut them in two, or the exports overlap) get the total of all their rows,
 * where a file states no total but those of its rows. `counted` are the movements of the books, each once. Where files overlap and rows
 * of them do not make what they state, the total stays that of the one file that counts.
 */
export function wholeSettlements(
  settlements: readonly Settlement[],
  files: readonly SettlementFile[],
  counted: readonly Movement[],
): readonly Settlement[] {
  const parts = partsOf(files);
  if (parts.size === 0) return settlements;
  const kept = byPayout(counted.filter((movement) => parts.has(payoutOf(movement))));
  return settlements.map((settlement) => {
    const key = settlementIdentity(settlement);
    const total = totalOf(parts.get(key) ?? [], kept.get(key) ?? []);
    return total === undefined ? settlement : { ...settlement, total };
  });
}

function partsOf(files: readonly SettlementFile[]): ReadonlyMap<string, readonly SettlementPart[]> {
  const parts = new Map<string, SettlementPart[]>();
  const several = files.filter(({ kind, draft }) => BY_ROWS.has(kind) && draft.settlements.length > 0);
  if (several.length < 2) return parts;
  for (const { draft } of several) {
    const own = byPayout(draft.movements);
    for (const settlement of draft.settlements) {
      const key = settlementIdentity(settlement);
      addTo(parts, key, { settlement, movements: own.get(key) ?? [] });
    }
  }
  for (const [key, { length }] of [...parts]) if (length < 2) parts.delete(key);
  return parts;
}

function totalOf(parts: readonly SettlementPart[], kept: readonly Movement[]): Minor | undefined {
  if (parts.length === 0) return undefined;
  const stated = parts.reduce((sum, { settlement }) => sum + (settlement.total ?? 0), 0);
  const rows = parts.flatMap(({ movements }) => movements);
  const isOverlapping = rows.length > kept.length;
  if (isOverlapping && stated !== sumOf(rows)) return undefined;
  return stated - sumOf(rows) + sumOf(kept);
}

function byPayout(movements: readonly Movement[]): ReadonlyMap<string, readonly Movement[]> {
  const groups = new Map<string, Movement[]>();
  for (const movement of movements) {
    const { payoutId, kind } = movement;
    if (payoutId !== undefined && kind !== 'payout') addTo(groups, payoutOf(movement), movement);
  }
  return groups;
}

function payoutOf({ channel, payoutId = '' }: Movement): string {
  return settlementIdentity({ channel, id: payoutId });
}

function sumOf(movements: readonly Movement[]): Minor {
  return movements.reduce((sum, { amount }) => sum + amount, 0);
}
