import type { Answer } from '../../domain/answer.ts';
import type { Books } from '../../domain/books.ts';
import { contains, type Period } from '../../domain/period.ts';
import { accountingOf } from '../pnl/accounting.ts';
import { feesAbove, type FeeAbove } from './fees.ts';
import { payoutsFigures } from './figures.ts';
import { payoutsFindings } from './findings.ts';
import { heldMoney, type Held } from './held.ts';
import { ledgerOf } from './ledger.ts';
import type { PayoutsOptions } from './options.ts';
import { reconcile, type Reconciled } from './reconcile.ts';
import { payoutsTables } from './tables.ts';
import { totalsOf, type ChannelTotals } from './totals.ts';
import { unsettledOrders, type Unsettled } from './unsettled.ts';
import { moneyWithoutOrder, type WithoutOrder } from './without-order.ts';

/** Where the money of the platforms went: each settlement against its rows and the bank, and what no settlement explains. */
export interface Payouts extends Answer {
  readonly report: 'payouts';
  /** the books hold a ledger of some platform at all */
  readonly hasLedger: boolean;
  /** days that the settlements of the books lie in, whatever period was asked for; null when there are none */
  readonly covered: Period | null;
  /** channels that the books hold orders of */
  readonly soldOn: readonly string[];
  readonly days: number;
}

/** Everything that the answer's figures, tables and findings are made of. */
export interface Reconciliation {
  readonly currency: string;
  readonly period: Period | null;
  readonly options: PayoutsOptions;
  /** of the period asked for */
  readonly settlements: readonly Reconciled[];
  readonly totals: ChannelTotals;
  readonly channels: readonly ChannelTotals[];
  readonly unsettled: readonly Unsettled[];
  readonly withoutOrder: readonly WithoutOrder[];
  readonly feesAbove: readonly FeeAbove[];
  readonly held: readonly Held[];
  readonly foreign: number;
}

/** The settlements paid out in a period (without one: all of them), channel by channel, and what does not agree. */
export function payoutsAnswer(books: Books, options: PayoutsOptions): Payouts {
  const accounting = accountingOf(books);
  const { currency } = accounting;
  const ledger = ledgerOf(books, currency, options.channel);
  const everything = reconcile(ledger.movements, ledger.settlements);
  const covered = spanOf(everything);
  const found = foundIn(options, { ...ledger, accounting, everything, period: options.period ?? covered });
  const told = payoutsFindings(found);
  return {
    schemaVersion: 1,
    report: 'payouts',
    shop: books.shop.name,
    demo: books.demo,
    period: options.period ?? covered,
    compare: null,
    asOf: options.asOf,
    currency,
    figures: [...payoutsFigures(found), ...told.figures],
    findings: told.findings,
    tables: payoutsTables(found),
    hasLedger: ledger.movements.length + ledger.settlements.length > 0,
    covered,
    soldOn: [...new Set(books.orders.map(({ channel }) => channel))].sort(),
    days: options.days,
  };
}

interface Known extends ReturnType<typeof ledgerOf> {
  readonly accounting: ReturnType<typeof accountingOf>;
  /** every settlement of the books */
  readonly everything: readonly Reconciled[];
  readonly period: Period | null;
}

function foundIn(options: PayoutsOptions, known: Known): Reconciliation {
  const { accounting, movements, everything, period, foreign } = known;
  const isInside = (day: string): boolean => options.period === undefined || contains(options.period, day);
  const last =
    options.period === undefined || options.period.to > options.asOf ? options.asOf : options.period.to;
  const settlements = options.period === undefined ? everything : inPeriod(known, options.period);
  const channels = totalsOf(settlements);
  return {
    ...{ currency: accounting.currency, period, options, settlements, foreign },
    ...channels,
    unsettled: unsettledOrders({
      ...{ accounting, movements, settlements: everything, asOf: options.asOf, days: options.days },
    }).filter(({ placedOn }) => isInside(placedOn)),
    withoutOrder: moneyWithoutOrder(
      movements.filter(({ day }) => isInside(day)),
      (movement) => accounting.orderOf(movement) !== undefined,
    ),
    feesAbove: feesAbove(
      accounting,
      ({ day, channel }) => isInside(day) && (options.channel ?? channel) === channel,
    ),
    held: heldMoney(
      movements.filter(({ day }) => day <= last),
      everything.filter(({ day }) => day <= last),
    ),
  };
}

/** Settlements by the day they were paid out; of what names no settlement the rows of the period's days. */
function inPeriod({ movements, settlements }: Known, period: Period): readonly Reconciled[] {
  const rows = movements.filter(({ payoutId, day }) => payoutId !== undefined || contains(period, day));
  return reconcile(rows, settlements).filter(({ day }) => contains(period, day));
}

/** From the first to the last payout; rows of no settlement count on their own days. */
function spanOf(settlements: readonly Reconciled[]): Period | null {
  const days = settlements
    .flatMap(({ id, day, from = day }) => (id === null ? [from, day] : [day]))
    .filter((day) => day !== '')
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { from: first, to: last };
}
