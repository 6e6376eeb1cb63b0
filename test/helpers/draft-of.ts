import { decimalText } from '../../src/domain/money.ts';
import type { Movement } from '../../src/domain/books.ts';
import { DEFAULT_SHOP, type ShopSettings } from '../../src/domain/shop.ts';
import type { Draft } from '../../src/load/format.ts';
import { readFileBytes } from '../../src/load/read-file.ts';

/** What a file of this text gives; throws when no format claims it. */
export function draftOf(
  lines: string | readonly string[],
  shop: Partial<ShopSettings> = {},
  file = 'export.csv',
): Draft & { readonly kind: string } {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  const read = readFileBytes(
    { file, bytes: new TextEncoder().encode(text) },
    { shop: { ...DEFAULT_SHOP, ...shop } },
  );
  if (!('draft' in read)) throw new Error(`not read: ${JSON.stringify(read)}`);
  return { ...read.draft, kind: read.kind };
}

/** Problems as a person reads them, without the file. */
export function toldBy({ problems }: Draft): string[] {
  return problems.map(({ severity, line, message }) => `${severity} ${line ?? '-'}: ${message}`);
}

/** Movements as `kind code amount`. */
export function ledgerOf({ movements }: { readonly movements: readonly Movement[] }): string[] {
  return movements.map(
    ({ kind, code, amount, currency }) => `${kind} ${code} ${decimalText(amount, currency)}`,
  );
}

/** Sum of the movements that a test picks, as decimal text. */
export function sumOf(
  movements: readonly Movement[],
  picks: (movement: Movement) => boolean = () => true,
): string {
  const picked = movements.filter(picks);
  return decimalText(
    picked.reduce((sum, { amount }) => sum + amount, 0),
    picked[0]?.currency ?? 'INR',
  );
}
