import { loadConfig } from '../config.ts';
import type { Context } from '../context.ts';
import type { Books, Source } from '../domain/books.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { Loaded } from '../load/load-books.ts';
import { checkDocument } from '../render/check.ts';
import { readBooks } from './books.ts';
import type { ReportFlags } from './global-options.ts';
import { deliver, formatOf } from './output.ts';
import { isSerious, tellUncached } from './problems.ts';
import { withProgress } from './progress.ts';
import { textFor, type TextTarget } from './show-text.ts';

/** Reads everything and says what it was taken for. Exit 3 when something could not be used as it stands. */
export async function runCheck(flags: ReportFlags, context: Context): Promise<void> {
  const format = formatOf(flags);
  const config = await loadConfig(context, flags);
  const loaded = await withProgress('reading your exports', { context, quiet: flags.quiet }, () =>
    readBooks(config, context),
  );
  if (loaded.books.sources.length === 0 && loaded.problems.length === 0) {
    throw new UserError('no exports here', { hint: 'name files or folders: ecom check orders_export.csv' });
  }
  await deliver(await shown(loaded, { format, config, context, output: flags.output }), {
    ...flags,
    context,
  });
  tellUncached(loaded, context, flags.quiet);
  const serious = loaded.problems.filter(isSerious).length;
  if (serious > 0)
    throw new UserError(`${serious} ${serious === 1 ? 'problem' : 'problems'} found`, {
      hint: 'each is listed above with its file and line',
    });
}

interface Look extends TextTarget {
  readonly format: ReturnType<typeof formatOf>;
}

async function shown({ books, problems }: Loaded, look: Look): Promise<string> {
  const input = { sources: books.sources, problems, currencies: currenciesOf(books), demo: books.demo };
  switch (look.format) {
    case 'json':
      return `${JSON.stringify({ schemaVersion: 1, report: 'check', ...(clean(input) as object) }, null, 2)}\n`;
    case 'md':
      return (await import('../render/markdown.ts')).renderMarkdown(checkDocument(input));
    case 'html':
      return (await import('../render/html.ts')).renderHtml(checkDocument(input));
    case 'text':
      return await textFor(checkDocument(input), look);
    default:
      throw new UserError(`check cannot be written as ${look.format}`, {
        hint: 'use text, md, html or json',
        exitCode: 2,
      });
  }
}

function currenciesOf({ orders }: Books): { readonly currency: string; readonly orders: number }[] {
  const counts = new Map<string, number>();
  for (const { currency } of orders) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts]
    .map(([currency, count]) => ({ currency, orders: count }))
    .sort((a, b) => b.orders - a.orders);
}

/** File names and values from files, cleaned for a program that shows them. */
function clean(input: {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}): unknown {
  return JSON.parse(
    JSON.stringify(input, (_, value: unknown) =>
      typeof value === 'string' ? cleanText(value, { multiline: true }) : value,
    ),
  );
}
