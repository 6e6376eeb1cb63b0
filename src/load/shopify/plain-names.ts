import type { NameColumn } from '../../domain/columns.ts';
import { WordCodes, type Names, type PieceColumns, type RowList } from '../piece-columns.ts';
import { cleaner } from '../row-reader.ts';
import { cleanId } from '../values.ts';
import type { PlainReading } from './plain-orders.ts';

/** Numbers, ids and buyers of a piece's orders. */
export interface PlainNames {
  readonly turn: (list: RowList) => void;
  /** false: an order without a number, or with an id that lost its digits */
  readonly isPlain: (order: number) => boolean;
  /** adds those of the orders from one to another, exclusive, which begin on these rows */
  readonly write: (from: number, to: number, starts: Uint32Array) => void;
}

const NO_NAMES: Names = { prefixes: new Uint32Array(), numbers: new Float64Array() };

export function plainNames({ pieces, columns, orders: { orders }, buyerOf }: PlainReading): PlainNames {
  const clean = cleaner();
  const numbered = nameCodes(pieces, orders.number, (text) => (HEADER.test(text) ? '' : clean(text)));
  const identified = nameCodes(pieces, orders.id, (text) => idOf(text, clean));
  const namedOnly = nameCodes(pieces, orders.id, clean);
  const noPrefix = orders.customerKey.prefixes.codeOf('');
  let [names, ids] = [NO_NAMES, NO_NAMES];
  let keys: Float64Array = new Float64Array();
  const hasId = (at: number): boolean => ids.prefixes[at] !== 0 || !Number.isNaN(ids.numbers[at]);
  return {
    turn: (list) => {
      names = pieces.names(list, columns.name);
      ids = pieces.names(list, columns.id);
      keys = pieces.addressKeys(list, columns.email);
    },
    isPlain: (at) => numbered.isPlain(names, at) && (!hasId(at) || identified.isPlain(ids, at)),
    write: (from, to, starts) => {
      for (let at = from; at < to; at += 1) {
        numbered.write(names, at);
        if (hasId(at)) identified.write(ids, at);
        else namedOnly.write(names, at);
        const key = keys[at] ?? Number.NaN;
        if (Number.isFinite(key)) orders.customerKey.pushParts(noPrefix, key);
        else orders.customerKey.push(buyerOf(starts[at] ?? 0));
      }
    },
  };
}

/**
 * What a prefix becomes depends on whether digits follow: blanks in front of them belong to the name. A name that is not plain has no
 * code.
 */
function nameCodes(pieces: PieceColumns, column: NameColumn, read: (text: string) => string) {
  const { words } = column.prefixes;
  const whole = new WordCodes(pieces, words, (text) => read(text) || undefined);
  const inFront = new WordCodes(pieces, words, (text) => {
    const shown = read(`${text}1`);
    return shown.endsWith('1') ? shown.slice(0, -1) : undefined;
  });
  const none = column.prefixes.codeOf('');
  const codeAt = ({ prefixes, numbers }: Names, at: number): number => {
    const prefix = prefixes[at] ?? 0;
    if (Number.isNaN(numbers[at])) return whole.of(prefix);
    return prefix === 0 ? none : inFront.of(prefix);
  };
  return {
    isPlain: (names: Names, at: number): boolean => codeAt(names, at) !== 0,
    write: (names: Names, at: number): void =>
      column.pushParts(codeAt(names, at), names.numbers[at] ?? Number.NaN),
  };
}

/** A header in the middle of a file is no order. */
const HEADER = /^name$/i;

function idOf(text: string, clean: (text: string) => string): string {
  const parsed = cleanId(text);
  return parsed.kind === 'id' ? clean(parsed.id) : '';
}
