import type { Table } from '../../domain/answer.ts';
import type { FigureStatus } from '../../domain/figure.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import type { Accounting } from './accounting.ts';
import { coverageOf, type PerOrderLine } from './coverage.ts';
import type { LineId, Statement } from './statement.ts';
import { amountOf, type Totals } from './totals.ts';

/** How far one line of the statement can be trusted, and what would make it better. `note`: what stands beside the statement. */
export interface Assumption {
  readonly line: string;
  readonly label: string;
  readonly status: FigureStatus | 'note';
  readonly amount: Minor | null;
  /** share of the line that comes from rows, 0 to 1; null when the line is missing */
  readonly actualShare: number | null;
  readonly note: string;
}

export interface LedgerInput {
  readonly accounting: Accounting;
  readonly totals: Totals;
  readonly statement: Statement;
  readonly period: Period;
  /** days that the books cover */
  readonly covered: Period | null;
}

/** The ledger of assumptions: every amount of the statement as actual, estimated or missing, with its share and reason. */
export function assumptions(input: LedgerInput): readonly Assumption[] {
  const { statement, totals } = input;
  return [...statement.lines.values()]
    .filter(({ role }) => role !== 'sum')
    .map(({ id, label, status, amount }) => {
      const estimated =
        id === 'costOfGoods'
          ? statement.cost.estimated
          : Math.abs(totals.accounts.get(id as never)?.estimated ?? 0);
      const fromRows = amount === 0 ? 1 : Math.max(0, 1 - estimated / Math.abs(amount ?? 0));
      const actualShare = amount === null ? null : Math.min(fromRows, rowShare(input, id));
      return { line: id, label, status, amount, actualShare, note: NOTES[id]?.(input) ?? '' };
    });
}

/** Share of the orders that have a row on a line which should have one for each; 1 for any other line. */
function rowShare({ accounting, statement, period }: LedgerInput, id: LineId): number {
  if ((id !== 'shippingCost' && id !== 'paymentFees') || statement.lines.get(id)?.status === 'actual')
    return 1;
  const { known, wanted } = coverageOf(accounting, id, period);
  return wanted === 0 ? 1 : known / wanted;
}

type Note = (input: LedgerInput) => string;

const NOTES: Readonly<Record<string, Note>> = {
  refunds: ({ accounting }) =>
    accounting.refunds.size > 0
      ? 'on the day a payment file dates them, else on the day of the order'
      : 'no file dates them: they count on the day of the order',
  taxInRefunds: ({ totals }) =>
    (totals.accounts.get('taxInRefunds')?.estimated ?? 0) !== 0
      ? 'the refund’s share of its order’s tax'
      : '',
  costOfGoods: costNote,
  shippingCost: (input) => coverageNote(input, 'shippingCost'),
  paymentFees: (input) => coverageNote(input, 'paymentFees'),
  packaging: ({ totals, accounting }) =>
    amountOf(totals, 'packaging') !== 0 && accounting.books.shop.packagingPerOrder !== undefined
      ? 'your rate per order'
      : 'set shop.packagingPerOrder or book it in expenses.csv',
  undelivered: ({ accounting }) =>
    accounting.shipments.size > 0
      ? 'from the courier’s bills'
      : 'list parcels and their outcome in shipping.csv',
  advertising: ({ statement }) =>
    statement.lines.get('advertising')?.amount === null ? 'list it in ads.csv' : '',
  operatingExpenses: ({ statement, accounting, covered }) =>
    statement.lines.get('operatingExpenses')?.amount === null
      ? 'list them in expenses.csv'
      : expenseNote(accounting, covered),
};

/** What of the expenses is spread by a rule, and what lies on days that no sale or movement of the data reaches. */
function expenseNote({ books, currency }: Accounting, covered: Period | null): string {
  const own = books.expenses.filter((expense) => expense.currency === currency);
  const undated = own.filter(({ day }) => day === undefined).length;
  const outside = own.filter(
    ({ day, every }) =>
      day !== undefined && every === undefined && covered !== null && !contains(covered, day),
  ).length;
  return [
    ...(undated === 0 ? [] : [`${undated} without a date, spread over all days of the data`]),
    ...(outside === 0 ? [] : [`${outside} dated before or after the rest of the data`]),
  ].join('; ');
}

function costNote({ statement: { cost }, totals }: LedgerInput): string {
  const products = [...totals.skus.values()].filter((sku) => sku.uncosted !== 0).length;
  if (cost.status === 'missing') {
    return (cost.coverage ?? 0) === 0
      ? 'no cost is known for any product sold: list them in costs.csv'
      : 'known for less than half of what was sold: list the others in costs.csv';
  }
  if (products === 0)
    return cost.estimated === 0 && cost.status === 'estimated'
      ? 'goods of refunded orders taken as sold again'
      : '';
  return `${products} ${products === 1 ? 'product has' : 'products have'} no cost: taken at the shop’s own cost ÷ net sales`;
}

const MISSING_FILE: Readonly<Record<PerOrderLine, string>> = {
  shippingCost: 'list the courier’s bills in shipping.csv',
  paymentFees: 'add the payment provider’s export',
};

/** How many of the orders concerned have an actual cost of this kind, where the line is not wholly from rows. */
function coverageNote({ accounting, period, statement }: LedgerInput, id: PerOrderLine): string {
  const line = statement.lines.get(id);
  if (line?.amount === null) return MISSING_FILE[id];
  if (line?.status === 'actual') return '';
  const { known, wanted } = coverageOf(accounting, id, period);
  return `known for ${known} of ${wanted} orders`;
}

export function assumptionsTable(rows: readonly Assumption[]): Table {
  return {
    id: 'assumptions',
    label: 'How far to trust each line',
    columns: [
      { id: 'label', label: 'Line', unit: 'text' },
      { id: 'status', label: 'Status', unit: 'text' },
      { id: 'amount', label: 'Amount', unit: 'money' },
      { id: 'actualShare', label: 'From rows', unit: 'ratio' },
      { id: 'note', label: 'Why', unit: 'text' },
    ],
    rows: rows.map(({ line, label, status, amount, actualShare, note }) => ({
      line,
      label,
      status,
      amount,
      actualShare,
      note,
    })),
  };
}
