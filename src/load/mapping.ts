import * as z from 'zod';
import { UserError } from '../errors.ts';
import { cleanText } from '../domain/clean-text.ts';
import { normaliseName } from './header.ts';

/**
 * What the owner said once about a file that ecom does not know: the kind it is to be read as, the header it applies to
 * (undefined: any header that has all these columns), and which of its columns stands for which of the kind's.
 */
export interface ColumnMapping {
  readonly kind: string;
  readonly header?: readonly string[] | undefined;
  /** the kind's column → the file's column, `{ "date": "Order date" }` */
  readonly columns: Readonly<Record<string, string>>;
}

/** The shape of a mapping in `ecom.config.json`. */
export const columnMappingSchema = z.strictObject({
  kind: z.string().min(1).default('ecom.orders'),
  header: z.array(z.string()).min(1).optional(),
  columns: z
    .record(z.string().min(1), z.string().min(1))
    .refine((columns) => Object.keys(columns).length > 0, 'names no column'),
});

/** Columns of the shop's own order file, which `--map` may name. */
export const ORDER_COLUMNS = [
  'order',
  'date',
  'sku',
  'title',
  'category',
  'quantity',
  'price',
  'amount',
  'discount',
  'discount_rate',
  'shipping',
  'tax',
  'total',
  'status',
  'currency',
  'state',
  'country',
  'payment',
  'refunded',
  'channel',
  'customer',
] as const;

/** A header with the mapped columns renamed. */
export interface MappedHeader {
  readonly kind: string;
  readonly header: readonly string[];
  /** where the mapping tells a whole header: the same, with every column that it does not name set aside */
  readonly namedOnly?: readonly string[] | undefined;
}

/**
 * The header of a file under the first mapping that fits it, with the mapped columns renamed, and the kind to read it as;
 * undefined when none fits. Names are compared normalised; a column that already bears a mapped name steps aside.
 */
export function applyMapping(
  header: readonly string[],
  mappings: readonly ColumnMapping[],
): MappedHeader | undefined {
  const normalised = header.map(normaliseName);
  const mapping = mappings.find((each) => fits(normalised, each));
  if (mapping === undefined) return undefined;
  const targets = new Map(
    Object.entries(mapping.columns).map(([target, source]) => [normaliseName(source), normaliseName(target)]),
  );
  const taken = new Set(targets.values());
  const aside = (name: string): string => `unmapped ${name}`;
  return {
    kind: mapping.kind,
    header: normalised.map((name) => targets.get(name) ?? (taken.has(name) ? aside(name) : name)),
    namedOnly: mapping.header && normalised.map((name) => targets.get(name) ?? aside(name)),
  };
}

function fits(header: readonly string[], mapping: ColumnMapping): boolean {
  if (mapping.header !== undefined) {
    const names = mapping.header.map(normaliseName);
    return names.length === header.length && names.every((name, index) => name === header[index]);
  }
  const sources = Object.values(mapping.columns).map(normaliseName);
  return sources.length > 0 && sources.every((source) => header.includes(source));
}

const HINT = `write --map date="Order date"; columns: ${ORDER_COLUMNS.join(', ')}`;

/**
 * The mapping said by `--map date="Order date" --map total=Amount`, onto the shop's own order file; undefined without flags.
 * Throws a UserError (exit code 2) for text without `=`, an unknown column, or one that is mapped twice.
 */
export function parseMapFlags(flags: readonly string[]): ColumnMapping | undefined {
  if (flags.length === 0) return undefined;
  const columns = new Map<string, string>();
  for (const flag of flags) {
    const at = flag.indexOf('=');
    const target = normaliseName(flag.slice(0, Math.max(0, at)));
    const source = flag.slice(at + 1).trim();
    if (at < 1 || source === '') throw usage(`--map "${cleanText(flag)}" is not a column and a name`);
    if (!ORDER_COLUMNS.some((name) => name === target)) {
      throw usage(`--map cannot set "${cleanText(target)}", for orders have no such column`);
    }
    if (columns.has(target)) throw usage(`--map sets "${target}" twice`);
    if ([...columns.values()].some((other) => normaliseName(other) === normaliseName(source))) {
      throw usage(`--map uses the column "${cleanText(source)}" twice`);
    }
    columns.set(target, source);
  }
  return { kind: 'ecom.orders', columns: Object.fromEntries(columns) };
}

function usage(message: string): UserError {
  return new UserError(message, { exitCode: 2, hint: HINT });
}
