import type { Order } from './books.ts';
import { OrderTable } from './order-table.ts';
import type { Rows } from './rows.ts';

type Word = 'channel' | 'currency' | 'placedOn';

/** The different words that records have in a field, each with the number of its records. */
export function countsOf<Field extends Word>(
  records: Rows<Order> | readonly Readonly<Record<Field, string>>[],
  field: Field,
): ReadonlyMap<string, number> {
  if (records instanceof OrderTable) return countsInColumn(records, field);
  const counts = new Map<string, number>();
  for (const record of records) increase(counts, record[field], 1);
  return counts;
}

function countsInColumn({ orders }: OrderTable, field: Word): ReadonlyMap<string, number> {
  const { codes, words } = orders[field];
  const byCode = new Uint32Array(words.length);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes.at(at);
    byCode[code] = (byCode[code] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  for (const [code, count] of byCode.entries()) if (count > 0) increase(counts, words[code] ?? '', count);
  return counts;
}

function increase(counts: Map<string, number>, word: string, by: number): void {
  counts.set(word, (counts.get(word) ?? 0) + by);
}
