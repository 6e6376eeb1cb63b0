import type { Day } from '../domain/day.ts';
import type { Minor } from '../domain/money.ts';
import type { Problem } from '../domain/problem.ts';
import { decodeText } from './decode.ts';
import { detect } from './detect.ts';
import type { Format } from './format.ts';
import { FORMATS } from './formats.ts';
import { homeCurrency } from './home-money.ts';
import { joinOrders } from './join-orders.ts';
import { applyMapping, type ColumnMapping } from './mapping.ts';
import type { UnknownTable } from './propose-mapping.ts';
import { readFileBytes, type FileBytes, type ReadFile, type ReadingRules } from './read-file.ts';
import { sniffTable } from './sniff-table.ts';

/** How a file is read: by a format that ecom has, or by what the owner says of its columns; or why it cannot be. */
export type FileToMap =
  | { readonly known: string }
  | { readonly table: UnknownTable; readonly stored: ColumnMapping | undefined }
  | { readonly problem: Problem };

/** The formats that a mapping can make of a file: the owner's own. */
export const OWN_FORMATS: readonly Format[] = FORMATS.filter(({ kind }) => kind.startsWith('ecom.'));

/** Looks at one file as `ecom map` needs it; `stored` is the mapping that reads it so far. */
export function fileToMap({ file, bytes }: FileBytes, rules: ReadingRules): FileToMap {
  const text = decodeText(bytes).bytes;
  const start = text.find((byte) => byte > 0x20);
  if (start === undefined || start === 0x7b || start === 0x5b) {
    const read = readFileBytes({ file, bytes }, { shop: rules.shop });
    if ('draft' in read) return { known: read.label };
    return { problem: read[0] ?? noTable(file) };
  }
  const found = detect(text, file, { formats: FORMATS, mappings: [] });
  if ('format' in found) return { known: found.format.label };
  const table = sniffTable(text);
  if (table === undefined) return { problem: noTable(file) };
  const stored = rules.mappings?.find((each) => applyMapping(table.header, [each]) !== undefined);
  return { table, stored };
}

function noTable(file: string): Problem {
  const message = 'no table with a line of column names was found in its first 30 lines';
  return { code: 'unknown-format', severity: 'error', message, file };
}

/** What a file gives under a mapping. */
export interface Preview {
  readonly records: number;
  /** of order files */
  readonly orders?:
    | {
        readonly from: Day;
        readonly to: Day;
        readonly units: number;
        readonly total: Minor;
        readonly currency: string;
      }
    | undefined;
  /** its orders wait for a file of their lines, or its lines for a file of their orders */
  readonly waitsFor?: 'lines' | 'orders' | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a file as a mapping says, to show what it would give. */
export function previewOf(input: FileBytes, mapping: ColumnMapping, rules: ReadingRules): Preview {
  const read = readFileBytes(input, { ...rules, mappings: [mapping] });
  if (!('draft' in read)) return { records: 0, problems: read };
  const parts = read.draft.orderParts;
  if (
    parts !== undefined &&
    [...parts.heads.values()].flat().every((row) => row.text('total') === undefined)
  ) {
    const waitsFor = parts.heads.size > 0 ? 'lines' : 'orders';
    return { records: parts.heads.size + parts.lines.size, waitsFor, problems: read.draft.problems };
  }
  joinOrders([read]);
  return { records: recordsOf(read), orders: ordersOf(read, rules), problems: read.draft.problems };
}

function recordsOf({ draft }: ReadFile): number {
  const lists = [
    draft.orders,
    draft.costs,
    draft.expenses,
    draft.supplierItems,
    draft.suppliers,
    draft.purchases,
    draft.shipments,
  ];
  const further = [draft.movements, draft.products, draft.stock, draft.stockHistory, draft.rivalPrices];
  return [...lists, ...further].find((list) => list.length > 0)?.length ?? 0;
}

function ordersOf({ draft: { orders, totals } }: ReadFile, { shop }: ReadingRules): Preview['orders'] {
  const days = orders.map(({ placedOn }) => placedOn).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined || totals === undefined) return undefined;
  const currency = totals.currency === '' ? homeCurrency(orders, shop) : totals.currency;
  return { from, to, units: totals.units, total: totals.total, currency };
}
