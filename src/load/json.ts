import type { Problem } from '../domain/problem.ts';

/** A JSON number as its text, for money is read from the digits and never from a float. */
export interface JsonNumber {
  readonly digits: string;
}
/** Objects are Maps, so that `__proto__` is an ordinary name; of equal names the last counts. */
export type JsonObject = ReadonlyMap<string, Json>;
export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;

const DEEPEST = 200;

interface Scan {
  readonly text: string;
  at: number;
  depth: number;
  failure?: string;
}

/**
 * Reads strict JSON (RFC 8259, UTF-8, a BOM allowed). Anything else gives a `malformed-json` Problem with line and column:
 * bad UTF-8, trailing commas, comments, NaN, text after the value, nesting deeper than 200 levels.
 */
export function readJson(source: Uint8Array | string, file: string): { value: Json } | { problem: Problem } {
  const text = typeof source === 'string' ? source.replace(/^\uFEFF/, '') : decode(source);
  if (text === undefined) return { problem: malformed(file, 'it is not UTF-8 text') };
  const scan: Scan = { text, at: 0, depth: 0 };
  const value = readValue(scan);
  if (value !== undefined) skipBlanks(scan);
  if (value !== undefined && scan.at < text.length) fail(scan, `${found(scan)} after the end`);
  if (value === undefined || scan.failure !== undefined) {
    return { problem: malformed(file, scan.failure ?? 'it is empty', scan) };
  }
  return { value };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function malformed(file: string, reason: string, scan?: Scan): Problem {
  const before = scan?.text.slice(0, scan.at) ?? '';
  const lineStart = before.lastIndexOf('\n') + 1;
  const column = scan === undefined ? '' : ` at column ${before.length - lineStart + 1}`;
  return {
    code: 'malformed-json',
    severity: 'error',
    message: `not valid JSON${column}: ${reason} – the file was left out`,
    file,
    line: scan === undefined ? undefined : (before.match(/\n/g)?.length ?? 0) + 1,
    hint: 'export it again; a file edited by hand often lacks a comma or a bracket',
  };
}

function fail(scan: Scan, reason: string): undefined {
  scan.failure ??= reason;
  return undefined;
}

function found(scan: Scan): string {
  const code = scan.text.codePointAt(scan.at);
  if (code === undefined) return 'the end of the file';
  return code > 0x20 && code < 0x7f ? `"${String.fromCodePoint(code)}"` : `character U+${hex(code)}`;
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function skipBlanks(scan: Scan): void {
  for (;;) {
    const code = scan.text.charCodeAt(scan.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    scan.at += 1;
  }
}

function readValue(scan: Scan): Json | undefined {
  skipBlanks(scan);
  switch (scan.text[scan.at]) {
    case '{':
      return nested(scan, readObject);
    case '[':
      return nested(scan, readList);
    case '"':
      return readString(scan);
    case 't':
      return readWord(scan, 'true', true);
    case 'f':
      return readWord(scan, 'false', false);
    case 'n':
      return readWord(scan, 'null', null);
    default:
      return readNumber(scan);
  }
}

function nested<T>(scan: Scan, read: (scan: Scan) => T | undefined): T | undefined {
  if (scan.depth === DEEPEST) return fail(scan, `it is nested deeper than ${DEEPEST} levels`);
  scan.depth += 1;
  scan.at += 1;
  const value = read(scan);
  scan.depth -= 1;
  return value;
}

function readWord<T>(scan: Scan, word: string, value: T): T | undefined {
  if (!scan.text.startsWith(word, scan.at)) return fail(scan, `${found(scan)} where a value should be`);
  scan.at += word.length;
  return value;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readNumber(scan: Scan): JsonNumber | undefined {
  NUMBER.lastIndex = scan.at;
  const digits = NUMBER.exec(scan.text)?.[0];
  if (digits === undefined) return fail(scan, `${found(scan)} where a value should be`);
  scan.at += digits.length;
  return { digits };
}

function readList(scan: Scan): readonly Json[] | undefined {
  const list: Json[] = [];
  if (ends(scan, ']')) return list;
  for (;;) {
    const value = readValue(scan);
    if (value === undefined) return undefined;
    list.push(value);
    if (ends(scan, ']')) return list;
    if (!takes(scan, ',')) return fail(scan, `${found(scan)} where a comma or "]" should be`);
  }
}

function readObject(scan: Scan): JsonObject | undefined {
  const object = new Map<string, Json>();
  if (ends(scan, '}')) return object;
  for (;;) {
    skipBlanks(scan);
    if (scan.text[scan.at] !== '"') return fail(scan, `${found(scan)} where a name in quotes should be`);
    const name = readString(scan);
    if (name === undefined) return undefined;
    if (!takes(scan, ':')) return fail(scan, `${found(scan)} where a colon should be`);
    const value = readValue(scan);
    if (value === undefined) return undefined;
    object.set(name, value);
    if (ends(scan, '}')) return object;
    if (!takes(scan, ',')) return fail(scan, `${found(scan)} where a comma or "}" should be`);
  }
}

function takes(scan: Scan, sign: string): boolean {
  skipBlanks(scan);
  if (scan.text[scan.at] !== sign) return false;
  scan.at += 1;
  return true;
}

const ends = takes;

const PLAIN_RUN = /[^"\\\x00-\x1f]*/y;

function readString(scan: Scan): string | undefined {
  let value = '';
  scan.at += 1;
  for (;;) {
    PLAIN_RUN.lastIndex = scan.at;
    const run = PLAIN_RUN.exec(scan.text)?.[0] ?? '';
    value += run;
    scan.at += run.length;
    const sign = scan.text[scan.at];
    if (sign === '"') {
      scan.at += 1;
      return value;
    }
    if (sign !== '\\') return fail(scan, `${found(scan)} inside quotes`);
    const escaped = readEscape(scan);
    if (escaped === undefined) return undefined;
    value += escaped;
  }
}

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function readEscape(scan: Scan): string | undefined {
  const sign = scan.text[scan.at + 1] ?? '';
  const plain = ESCAPED.get(sign);
  if (plain !== undefined) {
    scan.at += 2;
    return plain;
  }
  const code = /^u([0-9a-fA-F]{4})/.exec(scan.text.slice(scan.at + 1, scan.at + 6))?.[1];
  if (code === undefined) return fail(scan, 'an escape that JSON does not know');
  scan.at += 6;
  return String.fromCharCode(parseInt(code, 16));
}
