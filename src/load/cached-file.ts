import { deserialize, serialize } from 'node:v8';
import type { Order } from '../domain/books.ts';
import { CountColumn, NameColumn, NumberColumn, WordColumn } from '../domain/columns.ts';
import type { LineColumns, OrderColumns } from '../domain/order-columns.ts';
import { OrderTable } from '../domain/order-table.ts';
import type { Problem } from '../domain/problem.ts';
import type { Rows } from '../domain/rows.ts';
import type { OpenDraft } from './draft.ts';
import {
  packCounts,
  packNumbers,
  SHAPES,
  unpackCounts,
  unpackNumbers,
  type Numbers,
  type Packed,
  type Packing,
} from './packed-numbers.ts';
import type { ReadFile, Reading, ReadingRules } from './read-file.ts';

/** Numbers in the file: how they are stored, and where among the sections. */
interface Section extends Packed {
  readonly at: number;
}

type Column = OrderColumns[keyof OrderColumns] | LineColumns[keyof LineColumns];
type StoredColumn =
  | { readonly is: 'count' | 'number'; readonly values: Section }
  | { readonly is: 'word'; readonly codes: Section; readonly words: (string | undefined)[] }
  | { readonly is: 'name'; readonly prefixes: StoredColumn; readonly numbers: StoredColumn };
type StoredColumns = Readonly<Record<string, StoredColumn>>;

interface StoredFile extends Omit<ReadFile, 'draft' | 'orders'> {
  readonly draft: Omit<OpenDraft, 'shop'>;
  readonly orders: { readonly orders: StoredColumns; readonly lines: StoredColumns };
}

const ALIGNED = 8;

/**
 * What reading a file gave, as bytes in several parts: small records by the runtime's own serialisation, orders as raw columns.
 * undefined for what is not to be stored: suppliers whose address or contact is known, and rows that wait for another file's.
 */
export function storedReading(reading: Reading): readonly Uint8Array[] | undefined {
  if (!('draft' in reading)) return inParts({ problems: reading }, []);
  const { draft, orders, ...rest } = reading;
  const hasAddress = draft.suppliers.some(
    ({ email, contact, address }) => (email ?? contact ?? address) !== undefined,
  );
  if (hasAddress || draft.orderParts !== undefined) return undefined;
  const sections = new Sections();
  const table = tableOf(orders);
  const stored: StoredFile = {
    ...rest,
    draft: { ...draft, orders: [], shop: undefined } as StoredFile['draft'],
    orders: {
      orders: mapColumns(table.orders, (column: Column) => sections.store(column)),
      lines: mapColumns(table.lines, (column: Column) => sections.store(column)),
    },
  };
  return inParts({ file: stored }, sections.parts);
}

/** The same as was stored, its orders in columns that are views of the bytes where they can be. The bytes must be whole. */
export function readingOf(bytes: Uint8Array, rules: ReadingRules): Reading {
  const whole = bytes.byteOffset % ALIGNED === 0 ? bytes : new Uint8Array(bytes);
  const length = new Uint32Array(whole.buffer, whole.byteOffset, 1)[0] ?? 0;
  const head = deserialize(whole.subarray(ALIGNED, ALIGNED + length)) as Stored;
  if ('problems' in head) return head.problems;
  const sections = new StoredSections(whole.subarray(ALIGNED + padded(length)));
  const { draft, orders, ...rest } = head.file;
  const restored = (columns: StoredColumns): unknown =>
    mapColumns(columns, (column: StoredColumn) => sections.columnOf(column));
  const table = new OrderTable(
    restored(orders.orders) as OrderColumns,
    restored(orders.lines) as LineColumns,
  );
  return { ...rest, draft: { ...draft, shop: rules.shop }, orders: table };
}

type Stored = { readonly file: StoredFile } | { readonly problems: readonly Problem[] };

function inParts(head: Stored, sections: readonly Uint8Array[]): readonly Uint8Array[] {
  const bytes = serialize(head);
  const length = new Uint8Array(ALIGNED);
  new Uint32Array(length.buffer)[0] = bytes.length;
  return [length, bytes, filling(bytes.length), ...sections];
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED;
}

function filling(length: number): Uint8Array {
  return new Uint8Array(padded(length) - length);
}

function tableOf(orders: Rows<Order>): OrderTable {
  if (orders instanceof OrderTable) return orders;
  const table = new OrderTable();
  for (const order of orders) table.push(order);
  return table;
}

function mapColumns<From, To>(columns: object, make: (column: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, make(column as From)]));
}

/** Numbers one after the other, each column's aligned. */
class Sections {
  readonly parts: Uint8Array[] = [];
  #length = 0;

  store(column: Column): StoredColumn {
    if (column instanceof CountColumn) return { is: 'count', values: this.#counts(column) };
    if (column instanceof NumberColumn) {
      return { is: 'number', values: this.#add(packNumbers(column.values.subarray(0, column.length))) };
    }
    if (column instanceof WordColumn) {
      return { is: 'word', codes: this.#counts(column.codes), words: column.words };
    }
    return { is: 'name', prefixes: this.store(column.prefixes), numbers: this.store(column.numbers) };
  }

  #counts({ values, length }: CountColumn): Section {
    return this.#add(packCounts(values.subarray(0, length)));
  }

  #add({ packed, numbers }: Packing): Section {
    const at = this.#length;
    if (numbers === undefined) return { ...packed, at };
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    this.parts.push(bytes, filling(bytes.length));
    this.#length += padded(bytes.length);
    return { ...packed, at };
  }
}

/** The stored numbers as columns again, whose values are not to be written over. */
class StoredSections {
  readonly #bytes: Uint8Array;
  /** many columns say the same thing throughout, and share the array that says it */
  readonly #alike = new Map<string, Uint32Array | Float64Array>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  columnOf(stored: StoredColumn): Column {
    switch (stored.is) {
      case 'count':
        return this.#counts(stored.values);
      case 'number':
        return this.#numbers(stored.values);
      case 'word':
        return new WordColumn(this.#counts(stored.codes), stored.words);
      case 'name':
        return new NameColumn(
          this.columnOf(stored.prefixes) as WordColumn,
          this.columnOf(stored.numbers) as NumberColumn,
        );
    }
  }

  // a column of no values gets room to grow, which an empty view has not
  #counts(section: Section): CountColumn {
    if (section.length === 0) return new CountColumn();
    const values = this.#shared('count', section, unpackCounts);
    return new CountColumn(values, section.length);
  }

  #numbers(section: Section): NumberColumn {
    if (section.length === 0) return new NumberColumn();
    const values = this.#shared('number', section, unpackNumbers);
    return new NumberColumn(values, section.length);
  }

  #shared<Values extends Uint32Array | Float64Array>(
    kind: string,
    section: Section,
    unpack: (packed: Packed, numbers: Numbers | undefined) => Values,
  ): Values {
    if (section.as !== undefined) return unpack(section, this.#at(section));
    const name = `${kind} ${section.length} ${section.same ?? 0}`;
    const values = (this.#alike.get(name) as Values | undefined) ?? unpack(section, undefined);
    this.#alike.set(name, values);
    return values;
  }

  #at({ as, at, length }: Section): Numbers | undefined {
    const { buffer, byteOffset } = this.#bytes;
    return as && new SHAPES[as](buffer as ArrayBuffer, byteOffset + at, length);
  }
}
