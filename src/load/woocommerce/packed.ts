/** One entry packed into a cell, by key: `name:Indigo kurta|sku:KRT-IND|total:1299.00`. */
export type PackedEntry = ReadonlyMap<string, string>;

const NEXT_ENTRY = /;(?=(?:name|code|amount|item):)/;
const KEY = /^([A-Za-z_][\w-]*(?: [\w-]+)*):/;

/**
 * Entries of a packed cell: parts divided by `|`, a key and a value by the first colon, entries by `;`. A part without a key
 * belongs to the value before it, for names may hold a `|`. A key met again keeps its first value. Blank gives no entry.
 */
export function unpackEntries(cell: string): PackedEntry[] {
  return cell
    .split(NEXT_ENTRY)
    .map(unpackEntry)
    .filter((entry) => entry.size > 0);
}

function unpackEntry(text: string): PackedEntry {
  const entry = new Map<string, string>();
  let last: string | undefined;
  for (const part of text.split('|')) {
    const key = KEY.exec(part)?.[1];
    if (key !== undefined) {
      last = key;
      if (!entry.has(key)) entry.set(key, part.slice(key.length + 1));
    } else if (last !== undefined) {
      entry.set(last, `${entry.get(last) ?? ''}|${part}`);
    }
  }
  return new Map([...entry].map(([key, value]) => [key, value.trim()]));
}
