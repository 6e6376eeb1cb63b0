import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Scores of one method; `origins` in the order of the table's `origins`; NaN where the method has none. */
export interface BenchRow {
  readonly method: string;
  readonly metric: string;
  readonly origins: readonly number[];
  /** over the origins; what the target speaks of */
  readonly mean: number;
  /** `anchor`: measured elsewhere on the same data, for comparison only */
  readonly anchor?: true;
  /** what `mean` has to keep to */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

export interface BenchTable {
  readonly title: string;
  readonly origins: readonly string[];
  readonly rows: readonly BenchRow[];
  /** what was dropped or left out, and how many */
  readonly notes: readonly string[];
}

/** Measures our methods on the data of one kind of series. Returns no table when the folder does not hold that kind. */
export interface SeriesBench {
  readonly name: string;
  readonly run: (folder: string) => readonly BenchTable[];
}

/** A row of scores whose mean is the plain mean over its origins. */
export function scores(method: string, metric: string, origins: readonly number[]): BenchRow {
  const known = origins.filter((score) => !Number.isNaN(score));
  return { method, metric, origins, mean: known.reduce((sum, score) => sum + score, 0) / known.length };
}

/** The rows of a CSV file, gzipped or not, as objects by header. */
export function readRows(folder: string, name: string): readonly Readonly<Record<string, string>>[] {
  const bytes = readFileSync(join(folder, name));
  const text = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return parse<Record<string, string>>(text, { columns: true });
}
