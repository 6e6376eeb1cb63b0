import type { FigureStatus } from '../../domain/figure.ts';
import type { Minor } from '../../domain/money.ts';
import type { CostOfGoods } from './missing-costs.ts';
import type { Account } from './posting.ts';
import { amountOf, type Totals } from './totals.ts';

/** Lines of the statement in reading order. `adds` is what the line does to the running result; `sum` lines are results. */
export const LINES = [
  { id: 'grossSales', label: 'Gross sales', role: 'adds' },
  { id: 'discounts', label: 'Discounts', role: 'takes' },
  { id: 'refunds', label: 'Refunds and returns', role: 'takes' },
  { id: 'taxInRefunds', label: 'Tax inside refunds', role: 'adds' },
  { id: 'netSales', label: 'Net sales', role: 'sum' },
  { id: 'shippingIncome', label: 'Shipping charged', role: 'adds' },
  { id: 'otherIncome', label: 'Other income (tips, wrapping, claims)', role: 'adds' },
  { id: 'revenue', label: 'Revenue', role: 'sum' },
  { id: 'costOfGoods', label: 'Cost of goods', role: 'takes' },
  { id: 'grossProfit', label: 'Gross profit', role: 'sum' },
  { id: 'shippingCost', label: 'Shipping paid', role: 'takes' },
  { id: 'paymentFees', label: 'Payment fees', role: 'takes' },
  { id: 'marketplaceFees', label: 'Marketplace fees', role: 'takes' },
  { id: 'packaging', label: 'Packaging', role: 'takes' },
  { id: 'undelivered', label: 'Undelivered parcels (RTO)', role: 'takes' },
  { id: 'contribution', label: 'Contribution', role: 'sum' },
  { id: 'advertising', label: 'Advertising', role: 'takes' },
  { id: 'operatingExpenses', label: 'Operating expenses', role: 'takes' },
  { id: 'netProfit', label: 'Net profit', role: 'sum' },
] as const;

export type LineId = (typeof LINES)[number]['id'];
export type LineRole = (typeof LINES)[number]['role'];

/** One line's amount, positive in its own direction (discounts of 100 are 100); null when no file says. */
export interface StatementLine {
  readonly id: LineId;
  readonly label: string;
  readonly role: LineRole;
  readonly amount: Minor | null;
  readonly status: FigureStatus;
}

export interface Statement {
  readonly lines: ReadonlyMap<LineId, StatementLine>;
  readonly cost: CostOfGoods;
  readonly taxCollected: Minor;
}

/** `unknown`: the line is missing, not zero. `partly`: some orders that must have cost something have no row. */
export type Known = 'known' | 'partly' | 'unknown';

/** What the books know about each account of one period. */
export type Knowledge = (account: Account) => Known;

/**
 * Net sales = gross sales − discounts − refunds + tax inside refunds; revenue = net sales + shipping charged + other
 * income; gross profit = revenue − cost of goods; contribution = that − shipping, fees, packaging and undelivered parcels;
 * net profit = that − advertising and operating expenses. Tax is in none of them. A result is `missing` when cost of goods
 * is; other missing lines leave it `estimated`, for it is then a profit before them.
 */
export function statementOf(totals: Totals, cost: CostOfGoods, knowledge: Knowledge): Statement {
  const lines = new Map<LineId, StatementLine>();
  let result: Minor | null = 0;
  let status: FigureStatus = 'actual';
  for (const { id, label, role } of LINES) {
    const line: StatementLine =
      role === 'sum'
        ? { id, label, role, amount: result, status: result === null ? 'missing' : status }
        : { id, label, role, ...entry(id, { totals, cost, knowledge }) };
    lines.set(id, line);
    if (role === 'sum') continue;
    if (line.status !== 'actual') status = 'estimated';
    result = next(result, line);
  }
  return { lines, cost, taxCollected: amountOf(totals, 'taxCollected') };
}

function next(result: Minor | null, { id, role, amount }: StatementLine): Minor | null {
  if (result === null || (id === 'costOfGoods' && amount === null)) return null;
  return role === 'adds' ? result + (amount ?? 0) : result - (amount ?? 0);
}

interface Inputs {
  readonly totals: Totals;
  readonly cost: CostOfGoods;
  readonly knowledge: Knowledge;
}

function entry(
  id: Exclude<LineId, SumLine>,
  { totals, cost, knowledge }: Inputs,
): Pick<StatementLine, 'amount' | 'status'> {
  if (id === 'costOfGoods') {
    return cost.status === 'missing'
      ? { amount: null, status: 'missing' }
      : { amount: cost.known + cost.estimated, status: cost.status };
  }
  const sum = totals.accounts.get(id);
  const known = knowledge(id);
  if (sum === undefined && known === 'unknown') return { amount: null, status: 'missing' };
  const isEstimated = known === 'partly' || (sum !== undefined && sum.estimated !== 0);
  return { amount: sum?.amount ?? 0, status: isEstimated ? 'estimated' : 'actual' };
}

type SumLine = 'netSales' | 'revenue' | 'grossProfit' | 'contribution' | 'netProfit';

/** A line's amount; null when missing. */
export function lineAmount(statement: Statement, id: LineId): Minor | null {
  return statement.lines.get(id)?.amount ?? null;
}
