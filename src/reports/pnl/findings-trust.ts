import type { Figure } from '../../domain/figure.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, daysIn, formatPeriod, type Period } from '../../domain/period.ts';
import { isSale } from './accounting.ts';
import { coverageOf, type PerOrderLine } from './coverage.ts';
import type { FindingInput, Found } from './finding-input.ts';
import { billOf, isBilled } from './post-fulfilment.ts';

/** A period of which the data leaves out so much is not whole; a quiet shop has some days without any sale at either end. */
const GAP = 0.2;
/** The same for a period that is not over yet. */
const GAP_SO_FAR = 0.1;

/** The data begins or ends inside the period, or inside the one it is compared with: a part would stand against a whole. */
export function partlyCovered({ period, compare, covered, asOf }: FindingInput): readonly Found[] {
  const periods = [
    ['period', period],
    ['compare', compare],
  ] as const;
  return periods.flatMap(([id, wanted]) => {
    if (wanted === null || covered === null) return [];
    const [days, of] = [commonDays(wanted, covered), daysIn(wanted)];
    if (days <= 0 || (of - days) / of < (wanted.to >= asOf ? GAP_SO_FAR : GAP)) return [];
    const names = { name: formatPeriod(wanted), part: id };
    return [
      told('partlyCovered', 'know', {
        figures: [
          count(`coverage.${id}.days`, `Days of ${names.name} that the data covers`, {
            value: days,
            period: wanted,
          }),
          count(`coverage.${id}.of`, `Days of ${names.name}`, { value: of, period: wanted }),
        ],
        roles: ['days', 'of'],
        names,
      }),
    ];
  });
}

function commonDays(a: Period, b: Period): number {
  return daysIn({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to });
}

const FEW = 0.9;
const PER_ORDER: readonly (readonly [PerOrderLine, string])[] = [
  ['shippingCost', 'shipping costs'],
  ['paymentFees', 'payment fees'],
];

/** A line of which fewer than nine orders in ten have a row, and no rate stands in for the others: the profit is too high. */
export function linesPartly({ accounting, period, figures }: FindingInput): readonly Found[] {
  return PER_ORDER.flatMap(([id, line]) => {
    const figure = figures.find((one) => one.id === `pnl.${id}`);
    const sum = figure?.status === 'estimated' ? coverageOf(accounting, id, period) : undefined;
    if (sum === undefined || hasRate(accounting, id) || sum.known >= sum.wanted * FEW) return [];
    return [
      told('linePartly', 'know', {
        figures: [
          count(`coverage.${id}.known`, `Orders whose ${line} are known`, { value: sum.known, period }),
          count(`coverage.${id}.of`, `Orders with ${line}`, { value: sum.wanted, period }),
        ],
        roles: ['known', 'of'],
        names: { line },
      }),
    ];
  });
}

function hasRate({ books: { shop } }: FindingInput['accounting'], id: PerOrderLine): boolean {
  return id === 'shippingCost'
    ? shop.shippingPerOrder !== undefined
    : shop.feeRates.some((rate) => rate.kind === 'payment');
}

/** Refunds and parcels of the period that belong to no order of the books and are therefore not counted. */
export function unmatchedRecords({ accounting, period, currency }: FindingInput): readonly Found[] {
  const refunds = accounting.loose.doubtfulRefunds.filter(({ day }) => contains(period, day));
  const parcels = accounting.loose.shipments.filter(
    (shipment) => shipment.day === undefined && isBilled(shipment, currency),
  );
  const sums: readonly (readonly [string, number, Minor])[] = [
    ['refunds', refunds.length, refunds.reduce((sum, refund) => sum - refund.amount, 0)],
    ['parcels', parcels.length, parcels.reduce((sum, parcel) => sum + billOf(parcel), 0)],
  ];
  return sums.flatMap(([what, number, amount]) => {
    if (number === 0) return [];
    const label = what === 'refunds' ? 'Refunds that name no order' : 'Courier bills that name no order';
    return [
      told('recordsUnmatched', 'watch', {
        figures: [
          count(`unmatched.${what}.count`, label, { value: number, period }),
          money(`unmatched.${what}.amount`, `${label}, amount`, { value: amount, period, currency }),
        ],
        roles: ['count', 'amount'],
        names: { what, count: String(number) },
        stake: Math.max(0, amount),
      }),
    ];
  });
}

/** Orders of the period on which more was given back than they charged. */
export function refundsAboveTotal({ accounting, period, currency }: FindingInput): readonly Found[] {
  const above = accounting.sales.filter(
    (sale) =>
      sale.refunded > 0 &&
      isSale(sale.standing) &&
      contains(period, sale.order.placedOn) &&
      sale.refunded > sale.order.total,
  );
  if (above.length === 0) return [];
  const excess = above.reduce((sum, { order, refunded }) => sum + refunded - order.total, 0);
  const label = 'Orders that gave back more than they charged';
  return [
    told('refundsAboveTotal', 'watch', {
      figures: [
        count('refundsAbove.orders', label, { value: above.length, period }),
        money('refundsAbove.amount', `${label}, the excess`, { value: excess, period, currency }),
      ],
      roles: ['orders', 'excess'],
      names: { count: String(above.length), example: above[0]?.order.number ?? '' },
      stake: excess,
    }),
  ];
}

/** Expenses, movements, courier bills and costs in another currency, which are not counted: their amounts are not added up. */
export function foreignRecords({ accounting: { books }, currency, period }: FindingInput): readonly Found[] {
  const foreign = [books.expenses, books.movements, books.shipments, books.costs].flatMap((records) =>
    records.filter((record: { readonly currency: string }) => record.currency !== currency),
  );
  if (foreign.length === 0) return [];
  const currencies = [...new Set(foreign.map((record) => record.currency))].sort();
  return [
    told('foreignRecords', 'know', {
      figures: [
        count('foreign.records', 'Expenses, fees, bills and costs in another currency', {
          value: foreign.length,
          period,
        }),
      ],
      roles: ['records'],
      names: { currencies: currencies.join(', '), home: currency, count: String(foreign.length) },
    }),
  ];
}

interface Own {
  readonly value: number;
  readonly period: Period;
  readonly currency?: string;
}

function count(id: string, label: string, own: Own): Figure {
  return { id, label, unit: 'count', status: 'actual', ...own };
}

function money(id: string, label: string, own: Own): Figure {
  return { id, label, unit: 'money', status: 'actual', ...own };
}

interface Telling {
  /** the finding's own figures, each with its role */
  readonly figures: readonly Figure[];
  readonly roles: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly stake?: number;
}

function told(kind: string, urgency: 'watch' | 'know', { figures, roles, names, stake = 0 }: Telling): Found {
  const byRole = Object.fromEntries(roles.map((role, index) => [role, figures[index]?.id ?? '']));
  return { finding: { kind, urgency, stake, figures: byRole, names }, figures };
}
