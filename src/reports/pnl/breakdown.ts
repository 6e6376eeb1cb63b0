import type { Column, Table } from '../../domain/answer.ts';
import type { Product } from '../../domain/books.ts';
import { monthOf } from '../../domain/day.ts';
import { roundHalfUp, split, type Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import type { CostEstimate } from './missing-costs.ts';
import type { Dimension } from './options.ts';
import type { Account, Post, Posting } from './posting.ts';
import { productKey } from './totals.ts';
import { skuKey } from './unit-cost.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly orders: Set<unknown>;
  units: number;
  readonly sums: Map<Account, Minor>;
}

export interface BreakdownInput {
  readonly by: Dimension;
  readonly period: Period;
  readonly products: readonly Product[];
}

export interface Breakdown {
  readonly add: Post;
  /** `isUnknown`: lines of which no file says anything in this period */
  readonly table: (estimate: CostEstimate, isUnknown: (account: Account) => boolean) => Table;
}

const UNTIED = '(not tied to one)';
type Key = readonly [key: string, name: string, title: string];

/**
 * The statement down to contribution, by product, category, channel, state or month. What belongs to a whole order is
 * spread over its product lines by value; what belongs to no order is on a row of its own, so that the rows add up to the
 * statement. Expenses are broken down by month only.
 */
export function breakdown({ by, period, products }: BreakdownInput): Breakdown {
  const rows = new Map<string, Row>();
  const keyOf = KEYS[by](products);
  const put = ([key, name, title]: Key, posting: Posting, amount: Minor): void => {
    let row = rows.get(key);
    if (row === undefined)
      rows.set(key, (row = { name, title, orders: new Set(), units: 0, sums: new Map() }));
    row.sums.set(posting.account, (row.sums.get(posting.account) ?? 0) + amount);
    if (posting.account !== 'grossSales') return;
    row.orders.add(posting.order);
    row.units += posting.line?.quantity ?? 0;
  };
  const add: Post = (posting) => {
    if (!contains(period, posting.day) || (by !== 'month' && EXPENSES.has(posting.account))) return;
    for (const [key, amount] of keyOf(posting)) put(key, posting, amount);
  };
  return { add, table: (estimate, isUnknown) => tableOf([...rows.values()], by, { estimate, isUnknown }) };
}

const EXPENSES: ReadonlySet<Account> = new Set(['advertising', 'operatingExpenses']);
type KeyOf = (posting: Posting) => readonly (readonly [Key, Minor])[];

const KEYS: Record<Dimension, (products: readonly Product[]) => KeyOf> = {
  sku: () => byLine((line) => [productKey(line), line.sku ?? line.title, line.title]),
  category: (products) => {
    const categories = categoriesOf(products);
    return byLine((line) => {
      const category = categories.get(productKey(line)) ?? '(no category)';
      return same(category);
    });
  },
  channel: () => (posting) => [[same(posting.order?.channel ?? posting.channel ?? UNTIED), posting.amount]],
  state: () => (posting) => [
    [same(posting.order === undefined ? UNTIED : (posting.order.region ?? '(no state)')), posting.amount],
  ],
  month: () => (posting) => [[same(monthOf(posting.day)), posting.amount]],
};

function same(name: string): Key {
  return [name, name, name];
}

function categoriesOf(products: readonly Product[]): ReadonlyMap<string, string> {
  const categories = new Map<string, string>();
  for (const { sku, title, category } of products) {
    if (category === undefined) continue;
    if (sku !== undefined) categories.set(skuKey(sku), category);
    categories.set(productKey({ title }), category);
  }
  return categories;
}

function byLine(keyOfLine: (line: NonNullable<Posting['line']>) => Key): KeyOf {
  return ({ line, order, amount }) => {
    if (line !== undefined && line.kind === 'product') return [[keyOfLine(line), amount]];
    const lines = order?.lines.filter((candidate) => candidate.kind === 'product') ?? [];
    if (lines.length === 0) return [[same(UNTIED), amount]];
    const parts = split(
      amount,
      lines.map((candidate) => Math.max(0, candidate.amount)),
    );
    return lines.map((candidate, index) => [keyOfLine(candidate), parts[index] ?? 0]);
  };
}

const COLUMNS: readonly Column[] = [
  { id: 'orders', label: 'Orders', unit: 'count' },
  { id: 'units', label: 'Units', unit: 'count' },
  { id: 'grossSales', label: 'Gross sales', unit: 'money' },
  { id: 'discounts', label: 'Discounts', unit: 'money' },
  { id: 'refunds', label: 'Refunds', unit: 'money' },
  { id: 'netSales', label: 'Net sales', unit: 'money' },
  { id: 'costOfGoods', label: 'Cost of goods', unit: 'money' },
  { id: 'grossProfit', label: 'Gross profit', unit: 'money' },
  { id: 'grossMargin', label: 'Margin', unit: 'ratio' },
  { id: 'fulfilment', label: 'Shipping, fees, RTO', unit: 'money' },
  { id: 'contribution', label: 'Contribution', unit: 'money' },
];
const MONTH_COLUMNS: readonly Column[] = [
  { id: 'advertising', label: 'Advertising', unit: 'money' },
  { id: 'operatingExpenses', label: 'Expenses', unit: 'money' },
  { id: 'netProfit', label: 'Net profit', unit: 'money' },
];
const FULFILMENT: readonly Account[] = [
  'shippingCost',
  'paymentFees',
  'marketplaceFees',
  'packaging',
  'undelivered',
];
const LABELS: Record<Dimension, string> = {
  sku: 'SKU',
  category: 'Category',
  channel: 'Channel',
  state: 'State',
  month: 'Month',
};

interface Trust {
  readonly estimate: CostEstimate;
  readonly isUnknown: (account: Account) => boolean;
}

function tableOf(rows: readonly Row[], by: Dimension, { estimate, isUnknown }: Trust): Table {
  const columns: readonly Column[] = [
    { id: 'name', label: LABELS[by], unit: 'text' },
    ...(by === 'sku' ? [{ id: 'title', label: 'Product', unit: 'text' } as const] : []),
    ...COLUMNS,
    ...(by === 'month' ? MONTH_COLUMNS : []),
  ];
  const costs = estimatedCosts(rows, estimate);
  const cells = rows.map((row, index) => rowCells(row, costs[index] ?? null, isUnknown));
  const byMonth = (a: RowCells, b: RowCells) => compare(a.name, b.name);
  const byMoney = (a: RowCells, b: RowCells) =>
    (b.contribution ?? b.netSales) - (a.contribution ?? a.netSales) || byMonth(a, b);
  return {
    id: 'breakdown',
    label: `By ${by === 'sku' ? 'SKU' : by}`,
    columns,
    rows: cells
      .sort(by === 'month' ? byMonth : byMoney)
      .map((row) => Object.fromEntries(columns.map(({ id }) => [id, row[id as keyof RowCells]]))),
  };
}

/** The estimate for goods without a known cost, split so that the rows add up to the statement's; null where nothing can be said. */
function estimatedCosts(rows: readonly Row[], { ratio }: CostEstimate): readonly (Minor | null)[] {
  if (ratio === undefined) return rows.map((row) => (row.sums.has('uncosted') ? null : 0));
  const uncosted = rows.map((row) => row.sums.get('uncosted') ?? 0);
  const total = uncosted.reduce((sum, amount) => sum + amount, 0);
  const weights = uncosted.map((amount) => Math.max(0, amount));
  return total <= 0 ? rows.map(() => 0) : split(roundHalfUp(total * ratio), weights);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type RowCells = ReturnType<typeof rowCells>;

/** A cost is not zero but not known (null) when no file says anything of its line. */
function rowCells(
  { name, title, orders, units, sums }: Row,
  estimated: Minor | null,
  isUnknown: (account: Account) => boolean,
) {
  const sumOf = (...accounts: readonly Account[]): Minor | null => {
    const found = accounts.filter((account) => sums.has(account));
    if (found.length === 0 && accounts.some(isUnknown)) return null;
    return found.reduce((all, account) => all + sum(account), 0);
  };
  const sum = (account: Account): Minor => sums.get(account) ?? 0;
  const refunds = sum('refunds') - sum('taxInRefunds');
  const netSales = sum('grossSales') - sum('discounts') - refunds;
  const revenue = netSales + sum('shippingIncome') + sum('otherIncome');
  const costOfGoods = estimated === null ? null : sum('costOfGoods') + estimated;
  const less = (from: Minor | null, amount: Minor | null): Minor | null =>
    from === null || amount === null ? null : from - amount;
  const grossProfit = less(revenue, costOfGoods);
  const fulfilment = sumOf(...FULFILMENT);
  const contribution = less(grossProfit, fulfilment ?? 0);
  const [advertising, operatingExpenses] = [sumOf('advertising'), sumOf('operatingExpenses')];
  return {
    name,
    title,
    orders: orders.size,
    units,
    grossSales: sum('grossSales'),
    discounts: sum('discounts'),
    refunds,
    netSales,
    costOfGoods,
    grossProfit,
    grossMargin: grossProfit === null || revenue <= 0 ? null : grossProfit / revenue,
    fulfilment,
    contribution,
    advertising,
    operatingExpenses,
    netProfit: less(contribution, (advertising ?? 0) + (operatingExpenses ?? 0)),
  };
}
