import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { problemText, type Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { ReadSources } from './books.ts';

const MOST_LINES = 10;

/** Whether the problem left something out or put a doubt on it; notes do not. */
export function isSerious({ severity }: Problem): boolean {
  return severity !== 'note';
}

/** Tells the problems on standard error: errors first, at most ten lines, then how many more there are. */
export function tellProblems(problems: readonly Problem[], context: Context, quiet: boolean): void {
  if (quiet) return;
  const serious = [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity === 'warning'),
  ];
  for (const problem of serious.slice(0, MOST_LINES)) {
    context.stderr.write(`warning: ${cleanText(problemText(problem), { max: 300 })}\n`);
  }
  const more = serious.length - MOST_LINES;
  if (more > 0) context.stderr.write(`warning: and ${more} more like these (ecom check lists them all)\n`);
}

/** That the next run will be no faster is no reason to fail, but to say why. */
export function tellUncached(
  { uncached }: Pick<ReadSources, 'uncached'>,
  context: Context,
  quiet: boolean,
): void {
  if (quiet || uncached === undefined) return;
  context.stderr.write(
    `note: what was read could not be kept in .ecom/cache (${uncached}); the next run reads it anew\n`,
  );
}

/** Refuses (exit 3) books that came from nothing, with the way out. */
export function requireSources({ books, problems }: ReadSources): void {
  if (books.sources.length > 0) return;
  const first = problems.find(({ severity }) => severity === 'error') ?? problems.find(isSerious);
  if (first !== undefined) {
    throw new UserError(cleanText(problemText(first)), {
      hint: first.hint ?? 'ecom check shows what each file was taken for',
    });
  }
  throw new UserError('no exports here', {
    hint: 'name your files with --data, or look at the demo shop: ecom pnl --demo',
  });
}

/** With `--strict`, any problem but a note ends the run with exit 3, after the answer was written. */
export function refuseProblems(problems: readonly Problem[], strict: boolean): void {
  const serious = problems.filter(isSerious).length;
  if (!strict || serious === 0) return;
  throw new UserError(
    `${serious} ${serious === 1 ? 'problem' : 'problems'} in the data, and --strict allows none`,
    {
      hint: 'ecom check lists them all',
    },
  );
}
