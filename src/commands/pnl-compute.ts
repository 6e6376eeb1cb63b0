import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Day } from '../domain/day.ts';
import type { Period } from '../domain/period.ts';
import type { Loaded } from '../load/load-books.ts';
import { readClosedMonth, type ClosedMonth } from '../records/closed-months.ts';
import { pnl } from '../reports/pnl.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import { compareClosed, monthOfPeriod } from './closed-remarks.ts';
import type { FromTo } from './from-to.ts';
import type { PnlFlags } from './pnl.ts';
import { periodOf, todayFor } from './report-period.ts';

export interface Asked {
  readonly flags: PnlFlags;
  readonly ends: FromTo;
  readonly config: Config;
  readonly context: Context;
}

/** The statement, and what is to be said of it besides. */
export interface Answered {
  readonly pnl: ProfitAndLoss;
  readonly remarks: readonly string[];
}

/** Today, and the days asked for; undefined for all days. */
export function daysOf(
  loaded: Loaded,
  { flags, ends, config, context }: Asked,
): { readonly asOf: Day; readonly period: Period | undefined } {
  const asOf = todayFor(flags, config, { loaded, context });
  return { asOf, period: periodOf(flags.period, ends, { loaded, asOf, config }) };
}

/** The statement; of a closed month also what would move since it was closed. */
export async function computePnl(loaded: Loaded, asked: Asked): Promise<Answered> {
  const { books } = loaded;
  const { compare = 'previous', by } = asked.flags;
  const options = { ...daysOf(loaded, asked), compare, by };
  const answer = pnl.compute(books, pnl.options.parse(options));
  const closed = books.demo ? undefined : await closedMonthOf(answer, asked.context);
  if (closed === undefined) return { pnl: answer, remarks: [] };
  const { remarks, table } = compareClosed(closed, books, options.asOf);
  return { pnl: { ...answer, tables: [...answer.tables, table] }, remarks };
}

/** The record of the month that the answer is about, when it was closed. */
export async function closedMonthOf(
  { period }: ProfitAndLoss,
  { cwd }: Context,
): Promise<ClosedMonth | undefined> {
  const month = monthOfPeriod(period);
  return month === undefined ? undefined : await readClosedMonth(cwd, month);
}
