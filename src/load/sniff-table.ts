import type { Buffer } from 'node:buffer';
import { cleanText } from '../domain/clean-text.ts';
import { headerCandidates, type HeaderCandidate } from './detect.ts';
import type { UnknownTable } from './propose-mapping.ts';
import { splitRows } from './split-rows.ts';

/** As much of a file as is looked at, in bytes and rows. */
const PIECE = 1_000_000;
const ROWS = 500;

/**
 * The header and first rows of a table that no format knows: of the first 30 lines and four delimiters the line that has most different
 * names and rows as wide as it is below. Undefined when nothing looks like a table.
 */
export function sniffTable(bytes: Buffer): UnknownTable | undefined {
  let best: (UnknownTable & { readonly score: number }) | undefined;
  for (const candidate of headerCandidates(bytes)) {
    const table = tableAt(bytes, candidate);
    if (table !== undefined && (best === undefined || table.score > best.score)) best = table;
  }
  return best;
}

function tableAt(
  bytes: Buffer,
  { offset, delimiter, written }: HeaderCandidate,
): (UnknownTable & { readonly score: number }) | undefined {
  const names = written.map(shownName);
  const told = new Set(names.filter((name) => /\p{L}/u.test(name)));
  if (told.size < 2) return undefined;
  const piece = bytes.subarray(offset, offset + PIECE);
  const { rows } = splitRows(piece, { delimiter, from: 0, line: 1, longest: PIECE, most: ROWS + 1 });
  const below = rows.slice(1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const asWide = below.filter((row) => row.length === written.length).length;
  const numbers = names.filter((name) => /^[-\d.,/: ]+$/.test(name)).length;
  const fitting = below.length === 0 ? 0.5 : asWide / below.length;
  return { header: names, rows: below, score: (told.size - numbers) * fitting };
}

/** A header cell as it is shown and stored: what `normaliseName` makes of it, in its own case. */
function shownName(cell: string): string {
  const [line = ''] = cell
    .replace(/\uFEFF/g, '')
    .trim()
    .split(/[\r\n]/, 1);
  return cleanText(line).replace(/\s+/g, ' ').trim();
}
