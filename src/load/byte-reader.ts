import type { Minor } from '../domain/money.ts';
import { exponentOf } from '../domain/money.ts';
import { NotSure, type ByteTable } from './byte-table.ts';
import { openShape, parseDay, type ParsedDay } from './dates.ts';
import type { OpenDraft } from './draft.ts';
import { cleaner, complainer, REEXPORT, type Complain, type RowReader } from './row-reader.ts';
import { isoDate, timeOfDay } from './iso-bytes.ts';
import { cleanId, decideDecimal, parseAmount, parseCount } from './values.ts';

/**
 * Typed cells straight from the bytes, for plain spellings; any other is decoded and read as `rowReader` reads it. Throws `NotSure`
 * where that depends on cells of other rows: decimal commas, and dates that may be day or month first.
 */
export function byteReader(table: ByteTable, draft: OpenDraft): RowReader {
  const complain = complainer(table, draft);
  const text = textReader(table);
  return {
    text,
    amount: amountReader(table, complain),
    // no format that is read piece by piece has finer amounts
    fineAmount: () => {
      throw new NotSure('amounts finer than the currency');
    },
    count: countReader(table, complain),
    day: dayReader(table, complain),
    id: (row, column) => {
      const written = text(row, column);
      if (written === '') return undefined;
      const parsed = cleanId(written);
      if (parsed.kind === 'bad') {
        complain('bad-id', { row, column, says: 'lost its digits in a spreadsheet', hint: REEXPORT });
      }
      return parsed.kind === 'id' ? parsed.id : undefined;
    },
  };
}

const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const MOST_DIGITS = 15;

/**
 * Minor units of a plain decimal such as `1234.5` or `-12.50`, or NaN for any other spelling: the same ones as `plainAmount` takes.
 * The cell is the one that `find` looked up.
 */
export function plainMinor({ bytes, from, to }: ByteTable, exponent: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  if (to === start || to - start > MOST_DIGITS) return Number.NaN;
  let value = 0;
  let decimals = -1;
  for (let at = start; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (decimals >= 0) decimals += 1;
    } else if (digit === DOT - ZERO && decimals < 0 && at > start) decimals = 0;
    else return Number.NaN;
  }
  if (decimals > exponent) return Number.NaN;
  for (let missing = exponent - Math.max(decimals, 0); missing > 0; missing -= 1) value *= 10;
  if (!Number.isSafeInteger(value)) return Number.NaN;
  return start > from && value !== 0 ? -value : value;
}

function amountReader(table: ByteTable, complain: Complain): RowReader['amount'] {
  const patient = (row: number, column: number, currency: string): Minor | undefined => {
    const text = table.decoded();
    if (exponentOf(currency) > 2 || decideDecimal([text]) === ',') throw new NotSure('which decimal sign');
    const parsed = parseAmount(text, currency);
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

/** ISO dates and times are read digit by digit; the day's text is made once, the time is cut out as written. */
function dayReader(table: ByteTable, complain: Complain): RowReader['day'] {
  const days = new Map<number, string | undefined>();
  const times = new Map<number, string>();
  const patient = (row: number, column: number): ParsedDay | undefined => {
    const text = table.decoded();
    if (/^[\s'-]*$|^n\/?a$/i.test(text)) return undefined;
    if (openShape(text) !== undefined) throw new NotSure('day or month first');
    const parsed = parseDay(text);
    if (parsed === undefined) complain('bad-date', { row, column, says: 'is not a date' });
    return parsed;
  };
  return (row, column) => {
    if (!table.find(row, column)) return undefined;
    const { from, to, bytes } = table;
    const length = to - from;
    if (length !== 10 && length < 19) return patient(row, column);
    const date = isoDate(bytes, from);
    if (date < 0) return patient(row, column);
    if (!days.has(date)) days.set(date, parseDay(table.decoded().slice(0, 10))?.day);
    const day = days.get(date);
    if (day === undefined) return patient(row, column);
    if (length === 10) return { day };
    const time = timeOfDay(bytes, from + 10);
    if (time < 0) return patient(row, column);
    let known = times.get(time);
    if (known === undefined) times.set(time, (known = table.decoded().slice(11, 19)));
    return { day, time: known };
  };
}
