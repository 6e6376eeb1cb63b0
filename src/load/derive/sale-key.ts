/** A sale of a channel: `#1001`, `1001` and ` 1001` are the same order. */
export function saleKey(channel: string, order: string): string {
  return `${channel}\u001f${order
    .replace(/^[#\s]+/, '')
    .trimEnd()
    .toLowerCase()}`;
}

/** Currencies of one order are never added up: each is a sale of its own. */
export function withCurrency(key: string, currency: string): string {
  return `${key}${SEPARATOR}${currency}`;
}
const SEPARATOR = '\u001e';

/** The key without the currency. */
export function orderPart(key: string): string {
  return key.split(SEPARATOR)[0] ?? key;
}

/** Adds an item to the list kept under a key. */
export function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** By file and row, so that the order in which records stand in the books changes nothing. */
export function inFileOrder<Item extends { readonly file: string; readonly row: number }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((a, b) => (a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1));
}

/** What a sale is called whose product no file names. */
export const NAMELESS = 'Sale without products';
