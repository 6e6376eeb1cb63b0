import { Buffer } from 'node:buffer';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { appendParts } from '../domain/order-table-parts.ts';
import type { OrderTable } from '../domain/order-table.ts';
import type { Problem } from '../domain/problem.ts';
import { ByteTable, NotSure } from './byte-table.ts';
import type { OpenDraft } from './draft.ts';
import type { Piecewise, RunningTotals } from './format.ts';
import { openKernel } from './kernel.ts';
import { readHalf, type Half, type HalfWanted } from './read-half.ts';
import { hasRepeats, readRange, type Into, type LargeFile, type Range } from './read-pieces.ts';

/** Smaller files are read before another thread has begun. */
const WORTH_TWO_THREADS = 48 * 1024 * 1024;
/** The other thread begins later. */
const OWN_SHARE = 0.54;

/**
 * Reads a large file, its second part in another thread where that is worth it. The file is divided where an order seems to begin; when
 * that proves wrong it is read once more by one thread. Throws `NotSure` as `readRange` does; the draft is then to be thrown away.
 */
export async function readHalves(
  large: LargeFile,
  piecewise: Piecewise,
  newDraft: () => OpenDraft,
): Promise<{ readonly orders: OrderTable; readonly rows: number; readonly draft: OpenDraft }> {
  const size = statSync(large.place).size;
  const middle = isWorthTwo(large, size) ? middleOf(large, size, piecewise) : undefined;
  const halves =
    middle === undefined ? undefined : await inTwo(large, { middle, size }, { piecewise, draft: newDraft() });
  if (halves !== undefined) return halves;
  const draft = newDraft();
  const { orders, rows, leftOut } = readRange(large, rangeOf(large, size), { piecewise, draft });
  if (hasRepeats(orders, leftOut)) throw new NotSure('an order number that stands in two places');
  return { orders, rows, draft };
}

function isWorthTwo({ sizes }: LargeFile, size: number): boolean {
  return sizes === undefined ? size >= WORTH_TWO_THREADS && hasOtherThread() : size >= sizes.worthTwo;
}

function rangeOf({ offset, headerLine }: LargeFile, to: number): Range {
  return { from: offset, to, line: headerLine, hasHeader: true };
}

interface Division {
  readonly middle: number;
  readonly size: number;
}

type Halves = Awaited<ReturnType<typeof readHalves>>;

async function inTwo(large: LargeFile, { middle, size }: Division, into: Into): Promise<Halves | undefined> {
  const other = startOther(large, { middle, size }, into.draft);
  try {
    const own = readRange(large, rangeOf(large, middle), into);
    const half = await other.half;
    if (half === undefined || !fit(into.draft, half)) return undefined;
    appendParts(own.orders, half.parts, own.endLine);
    for (const problem of half.problems) into.draft.problems.push(moved(problem, own.endLine));
    if (half.totals !== undefined && into.draft.totals !== undefined)
      addTotals(into.draft.totals, half.totals);
    if (hasRepeats(own.orders, [...own.leftOut, ...half.leftOut])) return undefined;
    return { orders: own.orders, rows: own.rows + half.rows, draft: into.draft };
  } catch (error) {
    if (error instanceof NotSure) return undefined;
    throw error;
  } finally {
    await other.stop();
  }
}

/** Both halves sum up in one currency, that of the file's first order. */
function fit({ totals }: OpenDraft, half: NonNullable<Half>): boolean {
  return totals !== undefined && (half.totals === undefined || half.totals.currency === totals.currency);
}

function moved(problem: Problem, line: number): Problem {
  return problem.line === undefined ? problem : { ...problem, line: problem.line + line };
}

function addTotals(totals: RunningTotals, more: RunningTotals): void {
  for (const name of ['orders', 'units', 'subtotal', 'discount', 'shipping', 'tax'] as const)
    totals[name] += more[name];
  for (const name of ['total', 'refunded', 'mismatches'] as const) totals[name] += more[name];
}

const LOOK = 256 * 1024;
const ROWS_ALIKE = 3;

/** Where an order seems to begin behind the middle: rows with as many cells as the header, the second of which has another number. */
function middleOf(large: LargeFile, size: number, { groupedBy }: Piecewise): number | undefined {
  const { header, delimiter } = large.found;
  const from = Math.floor(size * OWN_SHARE);
  if (from <= large.offset) return undefined;
  const kernel = openKernel({ ...large.sizes?.room, capacity: LOOK });
  const table = new ByteTable({ file: large.file, header, preamble: [] }, kernel);
  const piece = pieceAt(large.place, from);
  const start = piece.indexOf(LINE_FEED) + 1;
  kernel.bytes.set(piece.subarray(start), kernel.textAt);
  const indexed = kernel.index(piece.length - start, delimiter.charCodeAt(0));
  // where it falls into a cell of several lines, quotes seem to stand anywhere
  if (!indexed.isWellFormed) return undefined;
  table.turn(indexed, { firstRow: 0, line: 1 });
  const column = table.column(groupedBy);
  let alike = 0;
  for (let row = 0; row < table.length; row += 1) {
    alike = table.widthOf(row) === header.length ? alike + 1 : 0;
    if (alike >= ROWS_ALIKE && !table.isSameAsAbove(row, column))
      return from + start + table.startOf(row) - kernel.textAt;
  }
  return undefined;
}
const LINE_FEED = 0x0a;

function pieceAt(place: string, from: number): Buffer {
  const handle = openSync(place, 'r');
  try {
    const piece = Buffer.alloc(LOOK);
    return piece.subarray(0, readSync(handle, piece, 0, LOOK, from));
  } finally {
    closeSync(handle);
  }
}

interface Other {
  readonly half: Promise<Half>;
  readonly stop: () => Promise<unknown>;
}

function startOther(large: LargeFile, { middle, size }: Division, { shop, dateOrder }: OpenDraft): Other {
  const { format, ...found } = large.found;
  const wanted: HalfWanted = {
    large: { ...large, found },
    kind: format.kind,
    range: { from: middle, to: size, line: 0, hasHeader: false },
    ...{ shop, dateOrder },
  };
  if (large.sizes !== undefined) return { half: readHalf(wanted), stop: () => Promise.resolve() };
  const worker = new Worker(new URL(HALF_READER, import.meta.url), { workerData: wanted });
  const half = new Promise<Half>((resolve) => {
    worker.once('message', resolve);
    // a thread that fails, for want of memory perhaps, costs time and nothing else
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  return { half, stop: () => worker.terminate() };
}

/** Beside the bundle; from the sources there is but one thread. */
const HALF_READER = './load/half-reader.js';

function hasOtherThread(): boolean {
  return availableParallelism() > 1 && existsSync(new URL(HALF_READER, import.meta.url));
}
