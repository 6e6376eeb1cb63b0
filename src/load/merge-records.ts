import type { Provenance } from '../domain/books.ts';
import type { Rows } from '../domain/rows.ts';
import type { ReadFile } from './read-file.ts';

/** How the records of one kind are told apart and which of two versions counts. */
export interface MergeRule<Item extends Provenance> {
  /** for messages: `orders` */
  readonly plural: string;
  readonly list: (file: ReadFile) => Rows<Item>;
  readonly identity: (item: Item) => string;
  /** how the owner knows it: `#1001` */
  readonly name: (item: Item) => string;
  /** identity holds across kinds of files (an order in CSV and in JSON); otherwise only among files of one kind */
  readonly acrossKinds?: boolean;
  /** how recent a whole file is; the greater one's version counts */
  readonly recency?: (items: Rows<Item>) => string;
  /** of versions from equally recent files: the greater one counts; then the later file by name */
  readonly rank?: (item: Item) => number;
}

/** Records that stand in two files: `loser` was left out of the books in favour of `winner`. */
export interface Overlap {
  readonly loser: string;
  readonly winner: string;
  readonly plural: string;
  count: number;
  /** names of those whose content differs */
  readonly differing: string[];
}

interface Version<Item> {
  readonly item: Item;
  readonly file: string;
  readonly recency: string;
}

/**
 * Unites the records of several files. Identity is the natural key plus the occurrence number within the file, so equal rows of
 * one file all count and equal rows of two files count once. Files must come sorted by name.
 */
export function mergeRecords<Item extends Provenance>(
  files: readonly ReadFile[],
  rule: MergeRule<Item>,
): { readonly records: Rows<Item>; readonly overlaps: readonly Overlap[] } {
  const holders = files.filter((file) => rule.list(file).length > 0);
  const [only] = holders;
  if (only === undefined || holders.length === 1) {
    return { records: only === undefined ? [] : rule.list(only), overlaps: [] };
  }
  const chosen = new Map<string, Version<Item>>();
  const overlaps = new Map<string, Overlap>();
  const alone = rule.acrossKinds === true ? [] : holders.filter((file) => isAlone(file, holders));
  for (const file of holders) {
    if (alone.includes(file)) continue;
    for (const [key, version] of versionsOf(file, rule)) {
      const before = chosen.get(key);
      if (before === undefined) chosen.set(key, version);
      else chosen.set(key, settle(before, version, { rule, overlaps }));
    }
  }
  const shared = Array.from(chosen.values(), ({ item }) => item);
  return {
    records: [...alone.flatMap((file) => [...rule.list(file)]), ...shared],
    overlaps: [...overlaps.values()],
  };
}

/** Records of different kinds of file are never the same, so the only file of its kind overlaps with none. */
function isAlone(file: ReadFile, holders: readonly ReadFile[]): boolean {
  return holders.every((other) => other === file || other.kind !== file.kind);
}

function* versionsOf<Item extends Provenance>(
  file: ReadFile,
  rule: MergeRule<Item>,
): Generator<readonly [string, Version<Item>]> {
  const items = rule.list(file);
  const recency = rule.recency?.(items) ?? '';
  const kind = rule.acrossKinds === true ? '' : file.kind;
  const seen = new Map<string, number>();
  for (const item of items) {
    const natural = `${kind} ${rule.identity(item)}`;
    const occurrence = seen.get(natural) ?? 0;
    seen.set(natural, occurrence + 1);
    yield [`${occurrence} ${natural}`, { item, file: file.file, recency }];
  }
}

interface Settling<Item extends Provenance> {
  readonly rule: MergeRule<Item>;
  readonly overlaps: Map<string, Overlap>;
}

function settle<Item extends Provenance>(
  before: Version<Item>,
  after: Version<Item>,
  { rule, overlaps }: Settling<Item>,
): Version<Item> {
  const [winner, loser] = isNewer(before, after, rule) ? [before, after] : [after, before];
  const pair = JSON.stringify([loser.file, winner.file]);
  const overlap = overlaps.get(pair) ?? newOverlap(loser.file, winner.file, rule.plural);
  overlaps.set(pair, overlap);
  overlap.count += 1;
  if (content(before.item) !== content(after.item)) overlap.differing.push(rule.name(winner.item));
  return winner;
}

function newOverlap(loser: string, winner: string, plural: string): Overlap {
  return { loser, winner, plural, count: 0, differing: [] };
}

function isNewer<Item extends Provenance>(
  one: Version<Item>,
  other: Version<Item>,
  rule: MergeRule<Item>,
): boolean {
  const [mine, theirs] = [rule.rank?.(one.item) ?? 0, rule.rank?.(other.item) ?? 0];
  if (mine !== theirs) return mine > theirs;
  return one.recency === other.recency ? one.file > other.file : one.recency > other.recency;
}

/** What a record says, apart from where it stands. */
function content(item: Provenance): string {
  return JSON.stringify(item, (name, value: unknown) =>
    name === 'file' || name === 'row' ? undefined : value,
  );
}
