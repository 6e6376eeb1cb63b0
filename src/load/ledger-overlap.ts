import type { Movement } from '../domain/books.ts';
import { addDays, type Day } from '../domain/day.ts';
import { addTo } from './derive/sale-key.ts';
import { itemisedRefunds } from './itemised-refunds.ts';
import type { Overlap } from './merge-records.ts';

/**
 * Which kinds of report of one platform tell of the same money; of a movement that stands in two of them the kind named first
 * counts, for it tells more of where the money went. A kind that is not named here is never compared.
 *
 * | platform | counts | left out | told by |
 * | --- | --- | --- | --- |
 * | Amazon | settlement (flat file V2) | date range report | settlement id; deferred rows by order and kind |
 * | Stripe | balance history, then activity | payments | charge id (a refund also by amount); else payout, else order |
 * | Stripe | the others | payments without ids | order and kind, else kind, day and amount |
 * | Shopify | payment transactions | payouts (transfers to the bank) | day and amount |
 * | Shopify | payment transactions | refunds of the JSON orders | order; what came back is kept (see `itemisedRefunds`) |
 * | Square | transactions | refunds of the items | payment id, else order and kind |
 * | Temu | bill by transaction | bill by order | order and kind |
 *
 * Order reports (Etsy, eBay, Amazon, Flipkart, Meesho) tell of sales and not of this money: a charge of the ledger is no further
 * sale where a report holds its order (`deriveOrders`), and reports by order and by line are one (`oneSale`).
 *
 * A payment provider (Stripe, Razorpay, PayPal) and a shop are two channels and never compared here: a provider's charge is no
 * sale where the books hold orders, its refund is the order's own when it names the order (reports/pnl/accounting.ts), its fee is
 * the fee of the order it names. What names none is listed by `ecom payouts`.
 */
export const RANKS: Readonly<Record<string, readonly string[]>> = {
  amazon: ['amazon.settlement_v2', 'amazon.range'],
  stripe: ['stripe.balance', 'stripe.activity', 'stripe.payments', 'stripe.payments_reduced'],
  shopify: ['shopify.payments', 'shopify.payouts', 'shopify.orders_json'],
  etsy: ['etsy.statement', 'etsy.orders'],
  square: ['square.transactions', 'square.items'],
  temu: ['temu.entries', 'temu.settled'],
};

export interface LedgerOnce {
  readonly movements: readonly Movement[];
  /** what was left out, by file */
  readonly overlaps: readonly Overlap[];
}

/**
 * Leaves out every movement that a higher kind of report of its platform tells of too: by transaction where both kinds name them,
 * else by settlement or payout where both name those, else by order and kind of movement within the days that the higher kind
 * covers, else (where one of them names no order) by kind, day and amount, one for one. Equal rows of one kind all count.
 */
export function countLedgerOnce(
  movements: readonly Movement[],
  kindOf: (file: string) => string | undefined,
): LedgerOnce {
  const ranked = rankedKinds(movements, kindOf);
  if (ranked.length === 0) return { movements, overlaps: [] };
  const left = new Map<Movement, string>();
  for (const { kinds, rows } of ranked) {
    const told = nothingTold();
    for (const kind of kinds) {
      const own = rows.get(kind) ?? [];
      const kept: Movement[] = [];
      for (const movement of own) {
        const winner = tellerOf(movement, told);
        if (winner === undefined) kept.push(movement);
        else left.set(movement, winner);
      }
      for (const movement of kept) tell(told, movement);
    }
  }
  if (left.size === 0) return { movements, overlaps: [] };
  const counted = movements.filter((movement) => !left.has(movement));
  return { movements: itemisedRefunds(counted, [...left.keys()]), overlaps: overlapsOf(left) };
}

interface Ranked {
  readonly kinds: readonly string[];
  readonly rows: ReadonlyMap<string, readonly Movement[]>;
}

/** The platforms of which at least two kinds of report tell of money. */
function rankedKinds(
  movements: readonly Movement[],
  kindOf: (file: string) => string | undefined,
): readonly Ranked[] {
  const rows = new Map<string, Map<string, Movement[]>>();
  for (const movement of movements) {
    const kind = kindOf(movement.file) ?? '';
    if (RANKS[movement.channel]?.includes(kind) !== true) continue;
    const ofChannel = rows.get(movement.channel) ?? new Map<string, Movement[]>();
    rows.set(movement.channel, ofChannel);
    addTo(ofChannel, kind, movement);
  }
  return [...rows]
    .filter(([, ofChannel]) => ofChannel.size > 1)
    .map(([channel, ofChannel]) => ({ kinds: RANKS[channel] ?? [], rows: ofChannel }));
}

/** What the higher kinds tell of: each name with the file that tells it. */
interface Told {
  readonly transactions: Map<string, string>;
  readonly payouts: Map<string, string>;
  readonly orders: Map<string, string>;
  /** rows by what they say, as often as they say it */
  readonly says: Map<string, Movement[]>;
  /** refunds and disputes by amount */
  readonly back: Map<string, Movement[]>;
  from: Day | undefined;
  to: Day | undefined;
}

function nothingTold(): Told {
  return {
    transactions: new Map(),
    payouts: new Map(),
    orders: new Map(),
    says: new Map(),
    back: new Map(),
    from: undefined,
    to: undefined,
  };
}

function tell(told: Told, movement: Movement): void {
  const { transaction, payoutId, order, kind, day, file } = movement;
  if (transaction !== undefined) {
    told.transactions.set(transaction, file);
    told.transactions.set(pair(transaction, kind), file);
  }
  if (payoutId !== undefined && kind !== 'payout') told.payouts.set(payoutId, file);
  if (order !== undefined) told.orders.set(pair(order, kind), file);
  addTo(told.says, saying(movement), movement);
  if (GIVEN_BACK.has(kind)) addTo(told.back, worth(movement), movement);
  if (told.from === undefined || day < told.from) told.from = day;
  if (told.to === undefined || day > told.to) told.to = day;
}

function pair(name: string, kind: Movement['kind']): string {
  return `${name}\u001f${kind}`;
}

function saying({ kind, day, amount, currency }: Movement): string {
  return `${kind} ${day} ${amount} ${currency}`;
}

/** The file of a higher kind that tells of the movement too; undefined when none does. */
function tellerOf(movement: Movement, told: Told): string | undefined {
  const { transaction, payoutId, order, kind } = movement;
  if (transaction !== undefined && told.transactions.size > 0)
    return tellerOfTransaction(movement, transaction, told);
  if (payoutId !== undefined && kind !== 'payout' && told.payouts.size > 0) return told.payouts.get(payoutId);
  const byOrder =
    order === undefined || !isCovered(movement, told) ? undefined : told.orders.get(pair(order, kind));
  return byOrder ?? tellerOfWords(movement, told);
}

/** A row that says the same, where one of the two names no order: one for one, those first that name what this one does not. */
function tellerOfWords(movement: Movement, told: Told): string | undefined {
  const rows = told.says.get(saying(movement)) ?? [];
  const isNamed = movement.order !== undefined;
  const other = rows.findIndex(({ order }) => (order === undefined) === isNamed);
  const at = other < 0 && !isNamed ? rows.length - 1 : other;
  return at < 0 ? undefined : rows.splice(at, 1)[0]?.file;
}

/** Two reports may date one movement a few days apart. */
const DAYS_APART = 3;

function isCovered({ day }: Movement, { from, to }: Told): boolean {
  if (from === undefined || to === undefined) return false;
  return day >= addDays(from, -DAYS_APART) && day <= addDays(to, DAYS_APART);
}

/**
 * What was given back may stand in the payment's own row here and under a name of its own there: it is told there when as much is,
 * on that day or later.
 */
function tellerOfTransaction(movement: Movement, transaction: string, told: Told): string | undefined {
  const { kind } = movement;
  const sameKind = told.transactions.get(pair(transaction, kind));
  if (sameKind !== undefined || !told.transactions.has(transaction)) return sameKind;
  if (!GIVEN_BACK.has(kind)) return told.transactions.get(transaction);
  const back = (told.back.get(worth(movement)) ?? []).sort((a, b) => (a.day < b.day ? -1 : 1));
  const at = back.findIndex(({ day }) => day >= movement.day);
  return at < 0 ? undefined : back.splice(at, 1)[0]?.file;
}

const GIVEN_BACK: ReadonlySet<Movement['kind']> = new Set(['refund', 'chargeback']);

function worth({ kind, amount, currency }: Movement): string {
  return `${kind} ${amount} ${currency}`;
}

function overlapsOf(left: ReadonlyMap<Movement, string>): readonly Overlap[] {
  const overlaps = new Map<string, Overlap>();
  for (const [{ file: loser }, winner] of left) {
    const pairOfFiles = JSON.stringify([loser, winner]);
    const overlap = overlaps.get(pairOfFiles);
    if (overlap === undefined)
      overlaps.set(pairOfFiles, { loser, winner, plural: 'movements of money', count: 1, differing: [] });
    else overlap.count += 1;
  }
  return [...overlaps.values()];
}
