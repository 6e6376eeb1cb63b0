import type { Finding, Urgency } from '../../domain/answer.ts';
import { channelName, MARKETPLACES } from '../../domain/channels.ts';
import { formatDay } from '../../domain/day.ts';
import { unitOf } from '../../domain/money.ts';
import type { Figure, Unit } from '../../domain/figure.ts';
import type { Reconciliation } from './payouts.ts';
import type { Reconciled } from './reconcile.ts';

interface Found {
  readonly finding: Finding;
  readonly figures: readonly Figure[];
}

type Finder = (found: Reconciliation) => readonly Found[];

/** Everything that does not agree or waits, ranked by the money at stake, and the figures that it adds. */
export function payoutsFindings(found: Reconciliation): {
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
} {
  const all = FINDERS.flatMap((find) => find(found));
  const keyOf = ({ kind, names }: Finding): string => `${kind} ${Object.values(names).join(' ')}`;
  const findings = all
    .map(({ finding }) => finding)
    .sort((a, b) => b.stake - a.stake || (keyOf(a) < keyOf(b) ? -1 : 1));
  return { findings, figures: all.flatMap(({ figures }) => figures) };
}

interface Telling {
  readonly kind: string;
  readonly urgency: Urgency;
  readonly stake: number;
  readonly names: Readonly<Record<string, string>>;
  /** role → value; the first part of the figures' ids */
  readonly id: string;
  readonly values: Readonly<Record<string, readonly [label: string, value: number, unit: Unit]>>;
}

function told({ currency, period }: Reconciliation, telling: Telling): Found {
  const { kind, urgency, stake, names, id, values } = telling;
  const figures = Object.entries(values).map(([role, [label, value, unit]]): Figure => ({
    ...{ id: `${id}.${role}`, label, value, unit, status: 'actual' },
    ...(unit === 'money' ? { currency } : {}),
    ...(period === null ? {} : { period }),
  }));
  const roles = Object.fromEntries(Object.keys(values).map((role) => [role, `${id}.${role}`]));
  return { finding: { kind, urgency, stake: Math.abs(stake), names, figures: roles }, figures };
}

const MOST = 3;

function largest<Item>(items: readonly Item[], amountOf: (item: Item) => number): readonly Item[] {
  return [...items].sort((a, b) => Math.abs(amountOf(b)) - Math.abs(amountOf(a))).slice(0, MOST);
}

function settlementNames({ channel, id, day }: Reconciled): Record<string, string> {
  return { channel: channelName(channel), settlement: id ?? '', day: formatDay(day) };
}

/** The platform's total is not what its rows make. */
const rowsDiffer: Finder = (found) =>
  largest(
    found.settlements.filter(({ difference }) => (difference ?? 0) !== 0),
    ({ difference }) => difference ?? 0,
  ).map((settlement, index) => {
    const { difference, expected, stated } = settlement;
    return told(found, {
      ...{ kind: 'settlementDiffers', urgency: 'act', stake: difference ?? 0 },
      names: { ...settlementNames(settlement), direction: (difference ?? 0) < 0 ? 'less' : 'more' },
      id: `payouts.differs.${index + 1}`,
      values: {
        amount: ['Platform’s total less its rows', difference ?? 0, 'money'],
        expected: ['Should have reached the bank', expected ?? 0, 'money'],
        stated: ['The platform says', stated ?? 0, 'money'],
      },
    });
  });

/** Something else reached the bank than was due. */
const bankDiffers: Finder = (found) =>
  largest(
    found.settlements.filter(({ bankDifference }) => (bankDifference ?? 0) !== 0),
    ({ bankDifference }) => bankDifference ?? 0,
  ).map((settlement, index) => {
    const { bankDifference, paid, stated } = settlement;
    // without a total the file may begin or end within the settlement
    const isSure = stated !== null;
    const direction = (bankDifference ?? 0) < 0 ? 'less' : 'more';
    return told(found, {
      ...{ kind: 'bankDiffers', urgency: isSure ? 'act' : 'watch', stake: bankDifference ?? 0 },
      names: { ...settlementNames(settlement), direction, by: isSure ? 'total' : 'rows' },
      id: `payouts.bank.${index + 1}`,
      values: {
        amount: ['Reached the bank less what was due', bankDifference ?? 0, 'money'],
        paid: ['Reached the bank', paid ?? 0, 'money'],
      },
    });
  });

function byChannel<Item extends { readonly channel: string }>(
  items: readonly Item[],
): readonly (readonly [string, readonly Item[]])[] {
  const channels = [...new Set(items.map(({ channel }) => channel))].sort();
  return channels.map((channel) => [channel, items.filter((item) => item.channel === channel)]);
}

/** The order with most at stake; of equal ones the first by name. */
function exampleOf<Item extends { readonly order: string }>(
  orders: readonly Item[],
  amountOf: (order: Item) => number,
): string {
  const byName = [...orders].sort((a, b) => (a.order < b.order ? -1 : 1));
  return largest(byName, amountOf)[0]?.order ?? '';
}

/** Orders that a settlement should have named by now, channel by channel; those after the files' last day apart. */
const ordersUnsettled: Finder = (found) =>
  [false, true].flatMap((isBeyond) =>
    byChannel(found.unsettled.filter((order) => order.isBeyond === isBeyond)).map(([channel, orders]) => {
      const amount = orders.reduce((sum, order) => sum + order.amount, 0);
      return told(found, {
        kind: isBeyond ? 'ordersBeyond' : 'ordersUnsettled',
        urgency: isBeyond ? 'know' : 'act',
        stake: isBeyond ? 0 : amount,
        names: {
          channel: channelName(channel),
          count: String(orders.length),
          days: String(found.options.days),
          example: exampleOf(orders, ({ amount: due }) => due),
        },
        id: `payouts.${isBeyond ? 'beyond' : 'unsettled'}.${channel}`,
        values: {
          orders: [`Orders without a settlement, ${channelName(channel)}`, orders.length, 'count'],
          amount: [`Their amount, ${channelName(channel)}`, amount, 'money'],
          days: ['Days that an order may wait', found.options.days, 'days'],
        },
      });
    }),
  );

/** Payments, refunds and disputes that belong to no order of the books. */
const moneyUnmatched: Finder = (found) =>
  (['charge', 'refund', 'chargeback'] as const).flatMap((kind) =>
    byChannel(found.withoutOrder.filter((row) => row.kind === kind)).map(([channel, rows]) => {
      const amount = rows.reduce((sum, row) => sum + row.amount, 0);
      // a marketplace gives back its own sales only: this one lies before its files
      const isEarlier = kind !== 'charge' && MARKETPLACES.has(channel);
      const what = isEarlier ? 'earlier' : kind;
      return told(found, {
        ...{ kind: 'moneyUnmatched', urgency: isEarlier ? 'know' : 'watch', stake: amount },
        names: { channel: channelName(channel), what, count: String(rows.length) },
        id: `payouts.unmatched.${channel}.${kind}`,
        values: {
          count: [`Without an order, ${channelName(channel)}`, rows.length, 'count'],
          amount: [`Their amount, ${channelName(channel)}`, amount, 'money'],
        },
      });
    }),
  );

/** Fees above what was agreed, channel by channel. */
const feesAboveRate: Finder = (found) =>
  byChannel(found.feesAbove).map(([channel, orders]) => {
    const sum = (of: 'charged' | 'agreed' | 'excess') => orders.reduce((all, fee) => all + fee[of], 0);
    return told(found, {
      ...{ kind: 'feesAboveRate', urgency: 'act', stake: sum('excess') },
      names: {
        channel: channelName(channel),
        count: String(orders.length),
        example: exampleOf(orders, ({ excess }) => excess),
      },
      id: `payouts.fees.${channel}`,
      values: {
        orders: [`Orders charged more than agreed, ${channelName(channel)}`, orders.length, 'count'],
        charged: ['Charged', sum('charged'), 'money'],
        agreed: ['Agreed', sum('agreed'), 'money'],
        excess: ['Charged too much', sum('excess'), 'money'],
      },
    });
  });

/** Money that a platform still has. */
const moneyHeld: Finder = (found) =>
  found.held.map(({ channel, why, amount, since }) =>
    told(found, {
      ...{ kind: 'moneyHeld', urgency: 'know', stake: amount },
      names: { channel: channelName(channel), why, since: formatDay(since) },
      id: `payouts.held.${channel}.${why}`,
      values: { amount: [`Held by ${channelName(channel)}: ${why}`, amount, 'money'] },
    }),
  );

/** Corrections that no sale or fee explains. */
const adjustments: Finder = (found) => {
  const amount = found.totals.sums.adjustments;
  // what is left of rounding is nothing to ask about
  if (Math.abs(amount) < unitOf(found.currency)) return [];
  const names = { direction: amount < 0 ? 'less' : 'more' };
  const figures = { amount: 'payouts.adjustments' };
  const stake = Math.abs(amount);
  return [{ finding: { kind: 'adjustments', urgency: 'watch', stake, names, figures }, figures: [] }];
};

/** Settlements of which no row is in the books: nothing can be said of what they are made of. */
const notItemised: Finder = (found) =>
  byChannel(found.settlements.filter(({ id, rows }) => id !== null && rows === 0)).map(([channel, ones]) =>
    told(found, {
      ...{ kind: 'notItemised', urgency: 'know', stake: 0 },
      names: { channel: channelName(channel), count: String(ones.length) },
      id: `payouts.bare.${channel}`,
      values: { settlements: [`Settlements without rows, ${channelName(channel)}`, ones.length, 'count'] },
    }),
  );

/** What is in another currency is not looked at. */
const foreignLedger: Finder = (found) =>
  found.foreign === 0
    ? []
    : [
        told(found, {
          ...{ kind: 'foreignLedger', urgency: 'know', stake: 0 },
          names: { home: found.currency, count: String(found.foreign) },
          id: 'payouts.foreign',
          values: { rows: ['Rows and settlements in another currency', found.foreign, 'count'] },
        }),
      ];

const FINDERS: readonly Finder[] = [
  rowsDiffer,
  bankDiffers,
  ordersUnsettled,
  moneyUnmatched,
  feesAboveRate,
  moneyHeld,
  adjustments,
  notItemised,
  foreignLedger,
];
