import { partsOf, type TableParts } from '../domain/order-table-parts.ts';
import type { Problem } from '../domain/problem.ts';
import { NotSure } from './byte-table.ts';
import { emptyDraft, type OpenDraft } from './draft.ts';
import type { Format, RunningTotals } from './format.ts';
import { PIECEWISE_FORMATS } from './piecewise-formats.ts';
import { readRange, type LargeFile, type Range } from './read-pieces.ts';

/** What the other thread is told. */
export interface HalfWanted {
  readonly large: Omit<LargeFile, 'found'> & { readonly found: Omit<LargeFile['found'], 'format'> };
  readonly kind: Format['kind'];
  readonly range: Range;
  readonly shop: OpenDraft['shop'];
  readonly dateOrder: OpenDraft['dateOrder'];
}

/** What it gives: its physical lines are counted from 0. Undefined: it was not sure. */
export type Half =
  | {
      readonly parts: TableParts;
      readonly rows: number;
      readonly leftOut: readonly string[];
      readonly problems: readonly Problem[];
      readonly totals: RunningTotals | undefined;
    }
  | undefined;

/** Reads the second part of a large file. */
export async function readHalf({ large, kind, range, shop, dateOrder }: HalfWanted): Promise<Half> {
  const format = await PIECEWISE_FORMATS[kind]?.();
  if (format?.piecewise === undefined) return undefined;
  const { piecewise } = format;
  const draft = emptyDraft(shop, dateOrder);
  try {
    const found = { ...large.found, format };
    const { orders, rows, leftOut } = readRange({ ...large, found }, range, { piecewise, draft });
    return { parts: partsOf(orders), rows, leftOut, problems: draft.problems, totals: draft.totals };
  } catch (error) {
    if (error instanceof NotSure) return undefined;
    throw error;
  }
}
