import type { Answer, Table } from '../../domain/answer.ts';
import type { Books } from '../../domain/books.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Figure } from '../../domain/figure.ts';
import { daysIn, lastYear, previousPeriod, type Period } from '../../domain/period.ts';
import { accountingOf, type Accounting } from './accounting.ts';
import { assumptions, assumptionsTable } from './assumptions.ts';
import { breakdown } from './breakdown.ts';
import { bridgeOf, type BridgeStep, type Side } from './bridge.ts';
import { cashOnDelivery, codTable } from './cash-on-delivery.ts';
import { pnlFigures } from './figures.ts';
import { pnlFindings } from './findings.ts';
import { knowledgeOf } from './known-accounts.ts';
import { ledgerNotes } from './ledger-notes.ts';
import { leftOut, leftOutFigures, leftOutTable } from './left-out.ts';
import { costEstimate, costOfGoods, type CostEstimate } from './missing-costs.ts';
import type { PnlOptions } from './options.ts';
import { coveredPeriod, postAll } from './post-all.ts';
import { postExpenses, untilToday } from './post-expenses.ts';
import type { Account, Post } from './posting.ts';
import type { SettledRule } from './revenue-rule.ts';
import { LINES, statementOf, type Knowledge, type LineId } from './statement.ts';
import { summing, totalling, type Totals } from './totals.ts';

/** The statement with everything that explains it. */
export interface ProfitAndLoss extends Answer {
  readonly report: 'pnl';
  /** the rule by which a sale counts, as settled for these books */
  readonly rule: SettledRule;
  /** days that the books cover; null when they hold nothing with a date */
  readonly covered: Period | null;
  readonly orderCount: number;
}

/** Profit and loss of a period, compared and explained. Without a period: all days that the books cover. */
export function profitAndLoss(books: Books, options: PnlOptions): ProfitAndLoss {
  const accounting = accountingOf(books);
  const covered = coveredPeriod(books) ?? null;
  const period = options.period ?? covered ?? { from: options.asOf, to: options.asOf };
  const compare = comparedWith(period, covered, options);
  const sums = addUp(accounting, { period, compare, covered: covered ?? period, options });
  const { now, before, estimate } = sums;
  const cod = sums.cod.cells(estimate);
  const bridge = before && bridgeOf({ now, before, estimate });
  const out = leftOut(accounting, period);
  const common = { currency: accounting.currency, period, compare };
  const figures = [...pnlFigures({ ...common, now, before, bridge }), ...leftOutFigures(out, common)];
  const found = pnlFindings({
    ...{ ...common, asOf: options.asOf, covered },
    accounting,
    totals: now.totals,
    figures,
    bridge,
    cod,
    leftOut: out,
  });
  return {
    schemaVersion: 1,
    report: 'pnl',
    shop: books.shop.name,
    demo: books.demo,
    period: options.period ?? covered,
    compare,
    asOf: options.asOf,
    currency: accounting.currency,
    figures: [...figures, ...found.figures],
    findings: found.findings,
    tables: [
      statementTable(now, before, figures),
      ...(bridge ? [bridgeTable(bridge)] : []),
      ...(sums.by ? [sums.by] : []),
      assumptionsTable([
        ...assumptions({ accounting, totals: now.totals, statement: now.statement, period, covered }),
        ...ledgerNotes(accounting, period),
      ]),
      missingCostsTable(now.totals),
      codTable(cod),
      leftOutTable(out),
      dailyTable(now.totals, covered),
    ],
    rule: accounting.rule,
    covered,
    orderCount: books.orders.length,
  };
}

/**
 * What to compare with: nothing when no period was asked for, or when the books hold not a day of the earlier one. A period
 * that is not over is compared with as many days of the earlier one.
 */
function comparedWith(
  period: Period,
  covered: Period | null,
  { compare, period: asked, asOf }: PnlOptions,
): Period | null {
  if (compare === 'none' || asked === undefined || covered === null) return null;
  const whole = compare === 'previous' ? previousPeriod(period) : lastYear(period);
  const soFar = untilToday(period, asOf, covered);
  const end = soFar.to < period.to ? addDays(whole.from, daysIn(soFar) - 1) : whole.to;
  const earlier = end < whole.to ? { from: whole.from, to: end } : whole;
  return earlier.to < covered.from || earlier.from > covered.to ? null : earlier;
}

interface Wanted {
  readonly period: Period;
  readonly compare: Period | null;
  readonly covered: Period;
  readonly options: PnlOptions;
}

interface Sums {
  readonly now: Side;
  readonly before: Side | undefined;
  readonly estimate: CostEstimate;
  readonly cod: ReturnType<typeof cashOnDelivery>;
  readonly by: Table | undefined;
}

/** One pass over everything that happened, into the sums of each period at once. */
function addUp(accounting: Accounting, wanted: Wanted): Sums {
  const { period, compare, covered, options } = wanted;
  const soFar = untilToday(period, options.asOf, covered);
  const now = totalling(period);
  // where the period is all there is, one sum does for both
  const ofAll = isAllThereIs({ from: period.from, to: soFar.to }, covered) ? undefined : summing();
  const before = compare ? totalling(compare) : undefined;
  const by = options.by && breakdown({ by: options.by, period, products: accounting.books.products });
  const cod = cashOnDelivery(accounting, period, covered);
  const adders = { all: ofAll?.add, mine: together([now.add, by?.add]), before: before?.add };
  postAll(accounting, together([adders.mine, cod.add, adders.all, adders.before]));
  spend(accounting, { covered, soFar, compare }, adders);
  const all = ofAll ?? now.sums;
  const estimate = costEstimate(all);
  const knowledge = knowledgeOf(accounting, all);
  const sideOfTotals = (totals: Totals): Side => sideOf(totals, estimate, knowledge);
  const side = sideOfTotals(now.totals());
  const isUnknown = (account: Account): boolean =>
    side.statement.lines.get(account as LineId)?.amount === null;
  const earlier = before && sideOfTotals(before.totals());
  return { now: side, before: earlier, estimate, cod, by: by?.table(estimate, isUnknown) };
}

function isAllThereIs(period: Period, covered: Period): boolean {
  return period.from <= covered.from && period.to >= covered.to;
}

type Days = Pick<Wanted, 'covered' | 'compare'> & { readonly soFar: Period };
type Adders = Readonly<Record<'all' | 'mine' | 'before', Post | undefined>>;

/** Posts the expenses of each period to the sums of it. */
function spend(
  accounting: Accounting,
  { covered, soFar, compare }: Days,
  { all, mine, before }: Adders,
): void {
  if (all) postExpenses(accounting, { period: covered, covered }, all);
  if (mine) postExpenses(accounting, { period: soFar, covered }, mine);
  if (before && compare) postExpenses(accounting, { period: compare, covered }, before);
}

/** One that hands every posting to all of them. */
function together(posts: readonly (Post | undefined)[]): Post {
  const [first, ...others] = posts.filter((post) => post !== undefined);
  if (first === undefined) return () => undefined;
  if (others.length === 0) return first;
  const rest = together(others);
  return (posting) => {
    first(posting);
    rest(posting);
  };
}

function sideOf(totals: Totals, estimate: CostEstimate, knowledge: (totals: Totals) => Knowledge): Side {
  return { totals, statement: statementOf(totals, costOfGoods(totals, estimate), knowledge(totals)) };
}

function statementTable(now: Side, before: Side | undefined, figures: readonly Figure[]): Table {
  const valueOf = (id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null;
  return {
    id: 'statement',
    label: 'Profit and loss',
    columns: [
      { id: 'label', label: '', unit: 'text' },
      { id: 'amount', label: 'Amount', unit: 'money' },
      { id: 'previous', label: 'Before', unit: 'money' },
      { id: 'change', label: 'Change', unit: 'money' },
      { id: 'changeShare', label: 'Change %', unit: 'percentChange' },
    ],
    rows: LINES.map(({ id, label, role }) => {
      const line = now.statement.lines.get(id);
      const previous = before?.statement.lines.get(id)?.amount ?? null;
      const change = valueOf(`pnl.${id}.change`);
      return {
        id,
        label,
        role,
        amount: line?.amount ?? null,
        previous,
        change,
        changeShare: valueOf(`pnl.${id}.changeShare`),
        status: line?.status ?? 'missing',
      };
    }),
  };
}

function bridgeTable(steps: readonly BridgeStep[]): Table {
  return {
    id: 'bridge',
    label: 'Why net profit moved',
    columns: [
      { id: 'label', label: 'Step', unit: 'text' },
      { id: 'amount', label: 'Effect', unit: 'money' },
    ],
    rows: steps.map(({ id, label, amount }) => ({ id, label, amount })),
  };
}

function missingCostsTable({ skus }: Totals): Table {
  const missing = [...skus.values()]
    .filter((sku) => sku.uncosted !== 0)
    .sort((a, b) => b.uncosted - a.uncosted || (a.key < b.key ? -1 : 1));
  return {
    id: 'missingCosts',
    label: 'Products without a cost',
    columns: [
      { id: 'sku', label: 'SKU', unit: 'text' },
      { id: 'title', label: 'Product', unit: 'text' },
      { id: 'units', label: 'Units', unit: 'count' },
      { id: 'netSales', label: 'Net sales', unit: 'money' },
    ],
    rows: missing.map(({ sku, title, units, uncosted }) => ({
      sku: sku ?? null,
      title,
      units,
      netSales: uncosted,
    })),
  };
}

/** Net sales of every day of the period that the books cover, days without a sale included. */
function dailyTable({ period, netSalesByDay }: Totals, covered: Period | null): Table {
  const rows: { day: Day; netSales: number }[] = [];
  const last = covered === null ? '' : min(period.to, covered.to);
  for (let day = max(period.from, covered?.from ?? period.from); day <= last; day = addDays(day, 1))
    rows.push({ day, netSales: netSalesByDay.get(day) ?? 0 });
  return {
    id: 'daily',
    label: 'Net sales by day',
    columns: [
      { id: 'day', label: 'Day', unit: 'text' },
      { id: 'netSales', label: 'Net sales', unit: 'money' },
    ],
    rows,
  };
}

function max(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function min(a: Day, b: Day): Day {
  return a < b ? a : b;
}
