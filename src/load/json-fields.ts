import { cleanText } from '../domain/clean-text.ts';
import type { Minor } from '../domain/money.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { ask, readings } from './date-orders.ts';
import { parseDay, type DateOrder, type ParsedDay } from './dates.ts';
import { report, type OpenDraft } from './draft.ts';
import type { Draft } from './format.ts';
import type { Json, JsonNumber, JsonObject } from './json.ts';
import { cleanId, parseAmount, parseCount } from './values.ts';

/** Where a record stands: its file and its position there, from 1. */
export interface JsonPlace {
  readonly file: string;
  readonly row: number;
  readonly draft: Draft;
}

/**
 * Typed fields of one JSON object. A field that is absent, null or blank is undefined without a Problem; one that cannot
 * be read is a Problem with file, record and path, and undefined.
 */
export interface JsonFields {
  readonly has: (name: string) => boolean;
  /** text safe to show; a number gives its digits */
  readonly text: (name: string) => string | undefined;
  /** as `text`; a number that lost its digits (`1.2e17`) is a Problem */
  readonly id: (name: string) => string | undefined;
  /** from text or from a number's digits; refused when it is not finite or not exact */
  readonly amount: (name: string, currency: string) => Minor | undefined;
  readonly count: (name: string) => number | undefined;
  /** the local date as written */
  readonly day: (name: string) => ParsedDay | undefined;
  readonly flag: (name: string) => boolean | undefined;
  readonly object: (name: string) => JsonFields | undefined;
  /** the objects of a list; anything else in it is a Problem */
  readonly list: (name: string) => readonly JsonFields[];
  /** the texts of a list */
  readonly texts: (name: string) => readonly string[];
}

export function isJsonObject(value: unknown): value is JsonObject {
  return value instanceof Map;
}

export function isJsonList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

function isJsonNumber(value: Json | undefined): value is JsonNumber {
  return typeof value === 'object' && value !== null && 'digits' in value;
}

const LONGEST = 30;

/** A number's exact value without an exponent (`1.5e3` is `1500`); undefined when it needs more than 30 digits. */
export function plainDecimal(digits: string): string | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(digits);
  if (parts === null || digits.length > LONGEST) return undefined;
  const [whole = '', fraction = ''] = [parts[2], parts[3]];
  const shift = Number(parts[4] ?? '0');
  if (Math.abs(shift) > LONGEST) return undefined;
  const zerosBefore = Math.max(0, -shift);
  const padded =
    '0'.repeat(zerosBefore) + whole + fraction + '0'.repeat(Math.max(0, shift - fraction.length));
  const point = zerosBefore + whole.length + shift;
  const text = `${padded.slice(0, point).replace(/^0+(?=\d)/, '')}.${padded.slice(point)}`.replace(/\.$/, '');
  return parts[1] === '-' ? `-${text}` : text;
}

type Complain = (name: string, code: ProblemCode, says: string) => undefined;

function complainer(object: JsonObject, place: JsonPlace, path: string): Complain {
  return (name, code, says) => {
    const shown = describe(object.get(name));
    report(place.draft, {
      code,
      severity: 'warning',
      message: `record ${place.row}: ${path}${cleanText(name)} ${shown} ${says}`,
      file: place.file,
      line: place.row,
      column: `${path}${name}`,
      value: shown,
    });
    return undefined;
  };
}

/** Reads the fields of an object; `path` is put before names in Problems, `line_items[2].`. */
export function jsonFields(object: JsonObject, place: JsonPlace, path = ''): JsonFields {
  const complain = complainer(object, place, path);
  const text = (name: string): string | undefined => textOf(object.get(name));
  const nested = (name: string, value: JsonObject): JsonFields => jsonFields(value, place, `${path}${name}.`);
  return {
    has: (name) => object.has(name),
    text,
    id: (name) => {
      const written = text(name) ?? '';
      const shortened = isJsonNumber(object.get(name)) && !/^\d+$/.test(written);
      const parsed = shortened ? BAD : cleanId(written);
      if (parsed.kind === 'bad') return complain(name, 'bad-id', 'lost its digits');
      return parsed.kind === 'id' ? parsed.id : undefined;
    },
    amount: (name, currency) => {
      const number = numberText(object.get(name));
      const parsed = number === undefined ? BAD : parseAmount(number, currency, '.');
      if (parsed.kind === 'bad') return complain(name, 'bad-amount', 'is not an exact amount');
      return parsed.kind === 'amount' ? parsed.minor : undefined;
    },
    count: (name) => {
      const number = numberText(object.get(name));
      const parsed = number === undefined ? BAD : parseCount(number);
      if (parsed.kind === 'bad') return complain(name, 'bad-number', 'is not a number');
      return parsed.kind === 'count' ? parsed.count : undefined;
    },
    day: (name) => {
      const written = text(name);
      if (written === undefined) return undefined;
      return (
        parseDay(written, jsonDateOrder(written, place, name)) ?? complain(name, 'bad-date', 'is not a date')
      );
    },
    flag: (name) => flagOf(object.get(name)),
    object: (name) => {
      const value = object.get(name);
      return isJsonObject(value) ? nested(name, value) : undefined;
    },
    list: (name) => {
      const value = object.get(name) ?? [];
      if (!isJsonList(value)) return complain(name, 'bad-row', 'is not a list') ?? [];
      if (!value.every(isJsonObject)) complain(name, 'bad-row', 'holds something that is not a record');
      return value.flatMap((item, at) => (isJsonObject(item) ? [nested(`${name}[${at + 1}]`, item)] : []));
    },
    texts: (name) => {
      const value = object.get(name);
      return isJsonList(value) ? value.flatMap((item) => textOf(item) ?? []) : [];
    },
  };
}
const BAD = { kind: 'bad' } as const;

/** Platforms write JSON with ISO dates; for any other there is only the owner's word, or a question. */
function jsonDateOrder(
  written: string,
  { draft, file, row }: JsonPlace,
  name: string,
): DateOrder | undefined {
  const open: OpenDraft = draft;
  if (open.dateOrder !== undefined || readings(written) === undefined) return open.dateOrder;
  return ask(open, written, { file, line: row, column: name });
}

function textOf(value: Json | undefined): string | undefined {
  if (isJsonNumber(value)) return value.digits;
  if (typeof value !== 'string') return undefined;
  const cleaned = cleanText(value).trim();
  return cleaned === '' ? undefined : cleaned;
}

/** The text to read a number from; undefined when the value cannot be one. A missing value is blank text. */
function numberText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return '';
  if (isJsonNumber(value)) return plainDecimal(value.digits);
  return typeof value === 'string' ? value : undefined;
}

function flagOf(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return value === 'true' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : undefined;
}

function describe(value: Json | undefined): string {
  if (isJsonNumber(value)) return value.digits.slice(0, 60);
  if (typeof value === 'string') return `"${cleanText(value, { max: 60 })}"`;
  if (value === null || typeof value === 'boolean') return String(value);
  return isJsonList(value) ? '(a list)' : '(an object)';
}
