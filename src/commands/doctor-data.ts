import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Books } from '../domain/books.ts';
import { dayNumber, formatDay, type Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { Loaded } from '../load/load-books.ts';
import type { Check } from './doctor-run.ts';

/** Reads the books of a configuration. */
export type Load = (config: Config, context: Context) => Promise<Loaded>;

const STALE_AFTER_DAYS = 7;

/** Whether data is there and how fresh it is: the day of the newest order against today; older than a week is a doubt. */
export async function checkData(config: Config, context: Context, load: Load): Promise<readonly Check[]> {
  try {
    const { books, problems } = await load(config, context);
    return [found(books, problems), ...freshness(books, config.asOf)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ id: 'data', label: 'data', state: 'no', detail: error.message, hint: error.hint }];
  }
}

function found({ sources, orders }: Books, problems: readonly Problem[]): Check {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const hint = errors === 0 ? undefined : 'ecom check shows them';
  if (sources.length === 0) {
    const detail = errors === 0 ? 'no export found' : `nothing readable (${count(errors, 'problem')})`;
    return {
      id: 'data',
      label: 'data',
      state: 'unknown',
      detail,
      hint: hint ?? 'ecom help formats; ecom demo',
    };
  }
  const detail = `${count(sources.length, 'file')}, ${count(orders.length, 'order')}`;
  return errors === 0
    ? { id: 'data', label: 'data', state: 'yes', detail }
    : { id: 'data', label: 'data', state: 'unknown', detail: `${detail}, ${count(errors, 'problem')}`, hint };
}

function freshness({ orders }: Books, asOf: Day): readonly Check[] {
  let newest = '';
  for (const { placedOn } of orders) if (placedOn > newest) newest = placedOn;
  if (newest === '') return [];
  const age = dayNumber(asOf) - dayNumber(newest);
  const detail = `newest order ${formatDay(newest)}, ${age <= 0 ? 'today' : `${count(age, 'day')} ago`}`;
  return age > STALE_AFTER_DAYS
    ? [
        {
          id: 'freshness',
          label: 'freshness',
          state: 'unknown',
          detail,
          hint: 'export again from your platform',
        },
      ]
    : [{ id: 'freshness', label: 'freshness', state: 'yes', detail }];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
