import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { addDays, type Day } from '../domain/day.ts';
import { parsePeriod, PERIOD_FORMS, type Period } from '../domain/period.ts';
import { UserError } from '../errors.ts';
import type { Loaded } from '../load/load-books.ts';
import { coveredPeriod } from '../reports/pnl/post-all.ts';
import type { FromTo } from './from-to.ts';

interface Given {
  readonly asOf?: Day | undefined;
}

/** Whether today was named by a flag or a variable: then the same command gives the same bytes. */
export function isAsOfGiven({ asOf }: Given, { env }: Context): boolean {
  return asOf !== undefined || (env['ECOM_AS_OF'] ?? '') !== '';
}

interface World {
  readonly loaded: Loaded;
  readonly context: Context;
}

/** Today; in the demo shop, whose days do not move, the day after its last one. */
export function todayFor(flags: Given, config: Config, { loaded, context }: World): Day {
  const covered = config.demo && !isAsOfGiven(flags, context) ? coveredPeriod(loaded.books) : undefined;
  return covered === undefined ? config.asOf : addDays(covered.to, 1);
}

interface Known {
  readonly loaded: Loaded;
  readonly asOf: Day;
  readonly config: Config;
}

/** The period asked for by name or by its ends; undefined for all days. A name that names none is an error of usage (exit 2). */
export function periodOf(name: string | undefined, { from, to }: FromTo, known: Known): Period | undefined {
  if (name === undefined)
    return from === undefined && to === undefined ? undefined : between(from, to, known);
  const { asOf, config } = known;
  const found = parsePeriod(name, { asOf, fiscalYearStart: config.shop.fiscalYearStart });
  if (found !== undefined) return found;
  throw new UserError(`--period "${name}" names no period`, {
    hint: `write one of ${PERIOD_FORMS}`,
    exitCode: 2,
  });
}

/** An open end takes the data's first day, or today; a start after today is a single day. */
function between(from: Day | undefined, to: Day | undefined, { loaded, asOf }: Known): Period {
  const first = from ?? coveredPeriod(loaded.books)?.from ?? asOf;
  const last = to ?? asOf;
  return first <= last ? { from: first, to: last } : { from: from ?? last, to: from ?? last };
}
