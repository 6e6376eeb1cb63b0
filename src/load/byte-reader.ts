import { isDeepStrictEqual } from 'node:util';
import type { Minor } from '../domain/money.ts';
import { exponentOf } from '../domain/money.ts';
import { NotSure, type ByteTable } from './byte-table.ts';
import { openShape, parseDay, timeEnds, type ParsedDay } from './dates.ts';
import type { OpenDraft } from './draft.ts';
import { cleaner, complainer, REEXPORT, type Complain, type RowReader } from './row-reader.ts';
import { isoDate, timeOfDay } from './iso-bytes.ts';
import { cleanId, decideDecimal, parseAmount, parseCount, plainAmount } from './values.ts';

/**
 * Typed cells straight from the bytes, for plain spellings; any other is decoded and read as `rowReader` reads it. Throws `NotSure`
 * where that depends on cells of other rows: decimal commas, and dates that may be day or month first.
 */
export function byteReader(table: ByteTable, draft: OpenDraft): RowReader {
  const complain = complainer(table, draft);
  const clean = cleaner();
  return {
    text: textReader(table),
    amount: amountReader(table, complain),
    // no format that is read piece by piece has finer amounts
    fineAmount: () => {
      throw new NotSure('amounts finer than the currency');
    },
    count: countReader(table, complain),
    day: dayReader(table, complain),
    id: (row, column) => {
      const parsed = cleanId(table.cell(row, column));
      if (parsed.kind === 'bad') {
        complain('bad-id', { row, column, says: 'lost its digits in a spreadsheet', hint: REEXPORT });
      }
      return parsed.kind === 'id' ? clean(parsed.id) : undefined;
    },
  };
}

/** Minor units of a plain decimal, or NaN for any other spelling; the cell is the one that `find` looked up. */
function plainMinor(table: ByteTable, exponent: number): number {
  return table.to - table.from > LONGEST_NUMBER ? Number.NaN : plainAmount(table.decoded(), exponent);
}
const LONGEST_NUMBER = 16;

function amountReader(table: ByteTable, complain: Complain): RowReader['amount'] {
  const patient = (row: number, column: number, currency: string): Minor | undefined => {
    const text = table.decoded();
    const parsed = parseAmount(text, currency);
    if (exponentOf(currency) > 2 || dependsOnSign(text, currency)) throw new NotSure('which decimal sign');
    if (parsed.kind === 'bad') complain('bad-amount', { row, column, says: 'is not a number' });
    return parsed.kind === 'amount' ? parsed.minor : undefined;
  };
  let last = '';
  let exponent = 2;
  return (row, column, currency) => {
    if (!table.find(row, column)) return undefined;
    if (currency !== last) exponent = exponentOf((last = currency));
    const minor = exponent > 2 ? Number.NaN : plainMinor(table, exponent);
    return Number.isNaN(minor) ? patient(row, column, currency) : minor;
  };
}

/** Whether other cells of the column can tell this one to be another amount: `1,234` and `1.234`. */
function dependsOnSign(text: string, currency: string): boolean {
  const shown = decideDecimal([text]);
  if (shown !== undefined) return shown === ',';
  return !isDeepStrictEqual(parseAmount(text, currency, ','), parseAmount(text, currency, '.'));
}

function countReader(table: ByteTable, complain: Complain): RowReader['count'] {
  return (row, column) => {
    if (!table.find(row, column)) return undefined;
    const plain = plainMinor(table, 0);
    if (!Number.isNaN(plain)) return plain;
    const parsed = parseCount(table.decoded());
    if (parsed.kind === 'bad') complain('bad-number', { row, column, says: 'is not a number' });
    return parsed.kind === 'count' ? parsed.count : undefined;
  };
}

const SLOTS = 4096;
const LONGEST_KEPT = 96;

/** Cells met lately, by a hash of their bytes: titles, SKUs, states and words of status come again and again. */
function textReader(table: ByteTable): RowReader['text'] {
  const { bytes } = table;
  const kept = new Uint8Array(SLOTS * LONGEST_KEPT);
  const lengths = new Uint8Array(SLOTS);
  const texts = new Array<string>(SLOTS).fill('');
  const clean = cleaner();
  const isKept = (slot: number): boolean => {
    const { from, to } = table;
    if (lengths[slot] !== to - from) return false;
    for (let at = from, other = slot * LONGEST_KEPT; at < to; at += 1, other += 1) {
      if (bytes[at] !== kept[other]) return false;
    }
    return true;
  };
  const keep = (slot: number): string => {
    const { from, to } = table;
    for (let at = from, other = slot * LONGEST_KEPT; at < to; at += 1, other += 1)
      kept[other] = bytes[at] ?? 0;
    lengths[slot] = to - from;
    return (texts[slot] = clean(table.decoded()));
  };
  return (row, column) => {
    if (!table.find(row, column)) return '';
    if (table.to - table.from > LONGEST_KEPT) return clean(table.decoded());
    const slot = hashOf(table) & (SLOTS - 1);
    return isKept(slot) ? (texts[slot] ?? '') : keep(slot);
  };
}

const SAMPLE = 16;

/** A hash of the cell's length and of its last 16 bytes, in which cells of one column differ most. */
function hashOf({ bytes, from, to }: ByteTable): number {
  let hash = to - from;
  for (let at = Math.max(from, to - SAMPLE); at < to; at += 1)
    hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  return hash ^ (hash >>> 12) ^ (hash >>> 22);
}

/** ISO dates and times are read digit by digit; a day's text is made once, the time is cut out as written. */
function dayReader(table: ByteTable, complain: Complain): RowReader['day'] {
  const days = new Map<number, string | undefined>();
  const isTimeEnd = timeEnds();
  const patient = (row: number, column: number): ParsedDay | undefined => {
    const text = table.decoded();
    if (/^[\s'-]*$|^n\/?a$/i.test(text)) return undefined;
    if (openShape(text) !== undefined) throw new NotSure('day or month first');
    const parsed = parseDay(text);
    if (parsed === undefined) complain('bad-date', { row, column, says: 'is not a date' });
    return parsed;
  };
  const plainDay = (): string | undefined => {
    const date = isoDate(table.bytes, table.from);
    if (date < 0) return undefined;
    if (!days.has(date)) days.set(date, parseDay(table.decoded().slice(0, 10))?.day);
    return days.get(date);
  };
  const plainTime = (): string | undefined => {
    if (timeOfDay(table.bytes, table.from + 10) < 0) return undefined;
    const text = table.decoded();
    return isTimeEnd(text.slice(19)) ? text.slice(11, 19) : undefined;
  };
  return (row, column) => {
    if (!table.find(row, column)) return undefined;
    const length = table.to - table.from;
    const day = length === 10 || length >= 19 ? plainDay() : undefined;
    if (day !== undefined && length === 10) return { day };
    const time = day === undefined ? undefined : plainTime();
    return day === undefined || time === undefined ? patient(row, column) : { day, time };
  };
}
