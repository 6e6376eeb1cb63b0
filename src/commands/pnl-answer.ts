import { deserialize, serialize } from 'node:v8';
import { findBooks, type ReadSources } from './books.ts';
import { closedMonthOf, computePnl, type Answered, type Asked } from './pnl-compute.ts';

/** The statement, and what it rests on. */
export interface PnlAnswer extends Answered {
  readonly loaded: ReadSources;
}

/**
 * The statement that was asked for. It follows from the files and the question alone, so what was worked out before is not worked out
 * again; but for a month that was closed, for which all orders are needed to say what moved.
 */
export async function answerPnl(asked: Asked): Promise<PnlAnswer> {
  const { flags, ends, config, context } = asked;
  const found = await findBooks(config, context);
  const question = ['pnl', flags.period, ends.from, ends.to, flags.compare, flags.by, config.asOf];
  const kept = await found.recall(question);
  const known = kept === undefined ? undefined : (deserialize(kept) as PnlAnswer);
  if (known !== undefined && (await closedMonthOf(known.pnl, context)) === undefined) {
    return { ...known, loaded: { ...known.loaded, uncached: found.close() } };
  }
  const { books, problems } = await found.read();
  const answer = await computePnl({ books, problems }, asked);
  const loaded = { books: { sources: books.sources }, problems };
  const isOpen = (await closedMonthOf(answer.pnl, context)) === undefined;
  if (isOpen && books.sources.length > 0) await found.remember(question, serialize({ ...answer, loaded }));
  return { ...answer, loaded: { ...loaded, uncached: found.close() } };
}
