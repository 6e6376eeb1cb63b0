import type { Table } from '../../domain/answer.ts';
import type { FigureStatus } from '../../domain/figure.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import { isSale, type Accounting } from './accounting.ts';
import { recordsOf } from './order-key.ts';
import { isSent } from './post-fulfilment.ts';
import type { Statement } from './statement.ts';
import { amountOf, type Totals } from './totals.ts';

/** How far one line of the statement can be trusted, and what would make it better. */
export interface Assumption {
  readonly line: string;
  readonly label: string;
  readonly status: FigureStatus;
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
      const actualShare =
        amount === null ? null : amount === 0 ? 1 : Math.max(0, 1 - estimated / Math.abs(amount));
      return { line: id, label, status, amount, actualShare, note: NOTES[id]?.(input) ?? '' };
    });
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
  shippingCost: (input) => coverageNote(input, 'shipping'),
  paymentFees: (input) => coverageNote(input, 'fees'),
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
  operatingExpenses: ({ statement, accounting }) =>
    statement.lines.get('operatingExpenses')?.amount === null
      ? 'list them in expenses.csv'
      : undatedNote(accounting),
};

function undatedNote({ books }: Accounting): string {
  const undated = books.expenses.filter((expense) => expense.day === undefined).length;
  return undated === 0 ? '' : `${undated} without a date, spread over all days of the data`;
}

function costNote({ statement: { cost }, totals }: LedgerInput): string {
  const products = [...totals.skus.values()].filter((sku) => sku.uncosted !== 0).length;
  if (cost.status === 'missing') return 'no cost is known for any product sold: list them in costs.csv';
  if (products === 0)
    return cost.estimated === 0 && cost.status === 'estimated'
      ? 'goods of refunded orders taken as sold again'
      : '';
  return `${products} ${products === 1 ? 'product has' : 'products have'} no cost: taken at the shop’s own cost ÷ net sales`;
}

/** How many of the orders concerned have an actual cost of this kind. */
function coverageNote({ accounting, period, statement }: LedgerInput, kind: 'shipping' | 'fees'): string {
  const line = statement.lines.get(kind === 'shipping' ? 'shippingCost' : 'paymentFees');
  if (line?.amount === null)
    return kind === 'shipping'
      ? 'list the courier’s bills in shipping.csv'
      : 'add the payment provider’s export';
  const records = kind === 'shipping' ? accounting.shipments : accounting.paymentFees;
  const wanted = accounting.sales.filter(
    (sale) =>
      contains(period, sale.order.placedOn) &&
      isSale(sale.standing) &&
      (kind === 'shipping' ? isSent(sale) : !sale.order.cashOnDelivery),
  );
  const known = wanted.filter(({ order }) => recordsOf<unknown>(records, order).length > 0).length;
  return known === wanted.length ? '' : `known for ${known} of ${wanted.length} orders`;
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
