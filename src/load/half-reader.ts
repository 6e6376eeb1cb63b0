import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, partsOf } from '../domain/order-table-parts.ts';
import { NotSure } from './byte-table.ts';
import { emptyDraft } from './draft.ts';
import { PIECEWISE_FORMATS } from './piecewise-formats.ts';
import type { Half, HalfWanted } from './read-halves.ts';
import { readRange } from './read-pieces.ts';

/** The other thread: reads its part of a large file and hands over what it holds. */
const { large, kind, range, shop, dateOrder } = workerData as HalfWanted;

async function readHalf(): Promise<Half> {
  const format = await PIECEWISE_FORMATS[kind]?.();
  if (format?.piecewise === undefined) return undefined;
  const draft = emptyDraft(shop, dateOrder);
  const { orders, rows } = readRange({ ...large, found: { ...large.found, format } }, range, {
    piecewise: format.piecewise,
    draft,
  });
  const { problems, totals } = draft;
  return { parts: partsOf(orders), rows, problems, totals };
}

try {
  const half = await readHalf();
  parentPort?.postMessage(half, half === undefined ? [] : buffersOf(half.parts));
} catch (error) {
  if (!(error instanceof NotSure)) throw error;
  parentPort?.postMessage(undefined);
}
