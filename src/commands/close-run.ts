import { loadConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { addDays, formatDay } from '../domain/day.ts';
import { homeCurrencyOf } from '../domain/home-currency.ts';
import { formatMoney } from '../domain/money.ts';
import { formatPeriod, monthPeriod } from '../domain/period.ts';
import { UserError } from '../errors.ts';
import { readClosedMonth, writeClosedMonth, type MonthFacts } from '../records/closed-months.ts';
import type { Books } from '../domain/books.ts';
import { entriesOf } from '../reports/pnl/entries.ts';
import { profitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import { readBooks } from './books.ts';
import type { CloseFlags } from './close.ts';
import { requireSources, tellProblems, tellUncached } from './problems.ts';

/** Records a month that is over. Refuses the demo shop, a month still running, one without data, and one closed already. */
export async function runClose(flags: CloseFlags, context: Context): Promise<void> {
  if (flags.demo)
    throw new UserError('the demo shop’s months are not closed: its data is invented', { exitCode: 2 });
  const config = await loadConfig(context, flags);
  const loaded = await readBooks(config, context);
  requireSources(loaded);
  tellProblems(loaded.problems, context, flags.quiet);
  tellUncached(loaded, context, flags.quiet);
  const period = monthPeriod(flags.month);
  if (config.asOf <= period.to) {
    throw new UserError(`${formatPeriod(period)} is not over yet (today is ${formatDay(config.asOf)})`, {
      hint: `close it from ${formatDay(addDays(period.to, 1))} on`,
    });
  }
  if (!flags.again) await refuseClosed(context.cwd, flags.month);
  const facts = monthFacts(loaded.books, flags.month, config.asOf);
  if (Object.keys(facts.entries).length === 0) {
    throw new UserError(`the files hold nothing for ${formatPeriod(period)}`, {
      hint: 'ecom check shows the days that they cover',
    });
  }
  const record = await writeClosedMonth(context.cwd, config.asOf, facts);
  const profit = record.figures['pnl.netProfit'];
  const told =
    profit === null || profit === undefined
      ? 'net profit not known'
      : `net profit ${formatMoney(profit, record.currency)}`;
  context.stdout.write(
    `closed ${formatPeriod(period)}: ${told} · hash ${record.hash.slice(0, 12)} · .ecom/closed/${flags.month}.json\n`,
  );
}

async function refuseClosed(cwd: string, month: string): Promise<void> {
  const closed = await readClosedMonth(cwd, month);
  if (closed === undefined) return;
  throw new UserError(`${month} was closed on ${formatDay(closed.closedOn)}`, {
    hint: `ecom pnl --period ${month} shows what would move; --again closes it anew`,
  });
}

/** The figures and entries of a month, as they are recorded. */
export function monthFacts(books: Books, month: string, asOf: string): MonthFacts {
  const period = monthPeriod(month);
  const { figures } = profitAndLoss(books, { asOf, period, compare: 'none' });
  const lines = figures.filter(({ id }) => id.startsWith('pnl.'));
  return {
    month,
    currency: homeCurrencyOf(books),
    figures: Object.fromEntries(lines.map(({ id, value }) => [id, value])),
    entries: entriesOf(books, period),
  };
}
