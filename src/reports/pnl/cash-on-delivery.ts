import type { Table } from '../../domain/answer.ts';
import type { Order } from '../../domain/books.ts';
import { addDays } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, daysIn, type Period } from '../../domain/period.ts';
import type { Accounting, Sale } from './accounting.ts';
import type { CostEstimate } from './missing-costs.ts';
import type { Account, Post } from './posting.ts';

/** One kind of cash-on-delivery order, by SKU and state (`all` where it is not cut by one). */
export interface CodCell {
  readonly sku: string;
  readonly title: string;
  readonly state: string;
  readonly orders: number;
  readonly undelivered: number;
  /** undelivered ÷ orders */
  readonly rate: number;
  /** the rate at which cash on delivery stops paying: m ÷ (m + c) */
  readonly breakEven: number;
  /** m: contribution of one delivered order */
  readonly profitPerDelivered: Minor;
  /** c: cost of one order that comes back */
  readonly lossPerUndelivered: Minor;
  /** undelivered × c − delivered × m over a month; positive where it loses money */
  readonly lossPerMonth: Minor;
}

const WINDOW_DAYS = 180;
const FEWEST_ORDERS = 20;
const MONTH_DAYS = 365.25 / 12;

/** What each account does to an order's contribution. */
const SIGNS: Partial<Record<Account, 1 | -1>> = {
  grossSales: 1,
  discounts: -1,
  refunds: -1,
  taxInRefunds: 1,
  shippingIncome: 1,
  otherIncome: 1,
  costOfGoods: -1,
  shippingCost: -1,
  paymentFees: -1,
  marketplaceFees: -1,
  packaging: -1,
  undelivered: -1,
};

export interface CodStudy {
  readonly add: Post;
  readonly cells: (estimate: CostEstimate) => readonly CodCell[];
  readonly window: Period;
}

/**
 * Whether cash on delivery pays, over the 180 days up to the period's end: for every SKU and state with at least 20 orders
 * that either arrived or came back. It pays only while the share that comes back is below m ÷ (m + c). Orders still on
 * their way are left out; an order with several products counts for each of them, with its whole contribution.
 */
export function cashOnDelivery(accounting: Accounting, period: Period): CodStudy {
  const window = { from: addDays(period.to, 1 - WINDOW_DAYS), to: period.to };
  const contributions = new Map<Order, { known: Minor; uncosted: Minor }>();
  const add: Post = ({ account, amount, order }) => {
    if (order === undefined || !order.cashOnDelivery || !contains(window, order.placedOn)) return;
    const sign = SIGNS[account];
    if (sign === undefined && account !== 'uncosted') return;
    const sum = contributions.get(order) ?? { known: 0, uncosted: 0 };
    contributions.set(order, sum);
    if (sign === undefined) sum.uncosted += amount;
    else sum.known += sign * amount;
  };
  const cells = (estimate: CostEstimate): readonly CodCell[] => {
    const settled = accounting.sales
      .filter(({ order }) => order.cashOnDelivery && contains(window, order.placedOn))
      .filter(isSettled);
    if (!settled.some(({ standing }) => standing === 'undelivered')) return [];
    const worth = ({ order }: Sale): Minor => {
      const sum = contributions.get(order);
      return sum === undefined ? 0 : sum.known - sum.uncosted * (estimate.ratio ?? 0);
    };
    return cellsOf(settled, worth, daysIn(window) / MONTH_DAYS);
  };
  return { add, cells, window };
}

function isSettled({ order, delivery, standing }: Sale): boolean {
  return (
    standing === 'undelivered' ||
    (standing === 'counted' && (delivery === 'delivered' || order.payment !== 'pending'))
  );
}

interface Group {
  readonly sku: string;
  readonly title: string;
  readonly state: string;
  readonly sales: Sale[];
}

function cellsOf(settled: readonly Sale[], worth: (sale: Sale) => Minor, months: number): CodCell[] {
  const groups = new Map<string, Group>();
  const put = (sku: string, title: string, { sale, state }: { sale: Sale; state: string }): void => {
    const key = `${sku}\n${state}`;
    const group = groups.get(key) ?? { sku, title, state, sales: [] };
    groups.set(key, group);
    group.sales.push(sale);
  };
  for (const sale of settled) {
    const state = sale.order.region ?? '(no state)';
    put('all', '', { sale, state: 'all' });
    put('all', '', { sale, state });
    for (const [sku, title] of productsOf(sale.order)) {
      put(sku, title, { sale, state: 'all' });
      put(sku, title, { sale, state });
    }
  }
  return [...groups.values()]
    .filter(({ sales }) => sales.length >= FEWEST_ORDERS)
    .map((group) => cellOf(group, worth, months))
    .sort(
      (a, b) => b.lossPerMonth - a.lossPerMonth || (`${a.sku}\n${a.state}` < `${b.sku}\n${b.state}` ? -1 : 1),
    );
}

function productsOf(order: Order): ReadonlyMap<string, string> {
  const products = new Map<string, string>();
  for (const { kind, sku, title } of order.lines) if (kind === 'product') products.set(sku ?? title, title);
  return products;
}

function cellOf({ sku, title, state, sales }: Group, worth: (sale: Sale) => Minor, months: number): CodCell {
  const back = sales.filter(({ standing }) => standing === 'undelivered');
  const arrived = sales.filter(({ standing }) => standing !== 'undelivered');
  const sum = (list: readonly Sale[]): Minor => list.reduce((all, sale) => all + worth(sale), 0);
  const [earned, lost] = [sum(arrived), -sum(back)];
  const profitPerDelivered = arrived.length === 0 ? 0 : Math.round(earned / arrived.length);
  const lossPerUndelivered = back.length === 0 ? 0 : Math.round(lost / back.length);
  return {
    sku,
    title,
    state,
    orders: sales.length,
    undelivered: back.length,
    rate: back.length / sales.length,
    breakEven: breakEven(profitPerDelivered, lossPerUndelivered),
    profitPerDelivered,
    lossPerUndelivered,
    lossPerMonth: Math.round((lost - earned) / months),
  };
}

/** m ÷ (m + c): 0 when a delivered order earns nothing, 1 when one that comes back costs nothing. */
export function breakEven(profitPerDelivered: Minor, lossPerUndelivered: Minor): number {
  if (profitPerDelivered <= 0) return 0;
  return lossPerUndelivered <= 0 ? 1 : profitPerDelivered / (profitPerDelivered + lossPerUndelivered);
}

/** The cells as a table of the answer. */
export function codTable(cells: readonly CodCell[]): Table {
  return {
    id: 'cashOnDelivery',
    label: 'Cash on delivery: where it pays',
    columns: [
      { id: 'sku', label: 'SKU', unit: 'text' },
      { id: 'state', label: 'State', unit: 'text' },
      { id: 'orders', label: 'Orders', unit: 'count' },
      { id: 'undelivered', label: 'Came back', unit: 'count' },
      { id: 'rate', label: 'Rate', unit: 'ratio' },
      { id: 'breakEven', label: 'Break-even', unit: 'ratio' },
      { id: 'profitPerDelivered', label: 'Earns each', unit: 'money' },
      { id: 'lossPerUndelivered', label: 'Costs each', unit: 'money' },
      { id: 'lossPerMonth', label: 'Loss a month', unit: 'money' },
    ],
    rows: cells.map(({ title: _title, ...cell }) => cell),
  };
}
