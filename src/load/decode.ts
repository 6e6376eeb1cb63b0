import { Buffer, isUtf8 } from 'node:buffer';

/** A file's text as UTF-8 bytes without BOM and NUL, and the encoding it was in when that was not UTF-8. */
export interface DecodedText {
  readonly bytes: Buffer;
  /** 1-based physical line that the bytes start at: blank lines in front of a BOM are cut off */
  readonly firstLine: number;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/**
 * Bytes to UTF-8: blanks in front of a BOM and the BOM are skipped, NUL is stripped; strict UTF-8 first, else UTF-16 by its BOM
 * (or by its many NULs), else Windows-1252, where no byte is refused. Never throws.
 */
export function decodeText(source: Uint8Array): DecodedText {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const wide = utf16Of(bytes);
  if (wide !== undefined) return { bytes: cleaned(Buffer.from(wide)), firstLine: 1, encoding: 'utf-16' };
  const start = afterMark(bytes);
  const firstLine = 1 + linesIn(bytes.subarray(0, start));
  const rest = bytes.subarray(start);
  if (isUtf8(rest)) return { bytes: cleaned(rest), firstLine, encoding: 'utf-8' };
  return { bytes: cleaned(Buffer.from(windows1252(rest))), firstLine, encoding: 'windows-1252' };
}

/** Characters of bytes 0x80 to 0x9f; the five bytes without one stand for the control character of the same number. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Decoded here because the runtime's own decoder takes Windows-1252 for Latin-1 and loses dashes and curly quotes. */
function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (byte) => C1.charAt(byte.charCodeAt(0) - 0x80));
}

function utf16Of(bytes: Buffer): string | undefined {
  const little = (bytes[0] === 0xff && bytes[1] === 0xfe) || everySecondIsNul(bytes, 1);
  const big = (bytes[0] === 0xfe && bytes[1] === 0xff) || everySecondIsNul(bytes, 0);
  if (little === big) return undefined;
  return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
}

/** Latin text in UTF-16 without a BOM: the other byte of each of the first hundred pairs is NUL. */
function everySecondIsNul(bytes: Buffer, from: 0 | 1): boolean {
  const pairs = Math.min(100, Math.floor(bytes.length / 2));
  for (let i = 0; i < pairs; i += 1) {
    if (bytes[2 * i + from] !== 0 || bytes[2 * i + 1 - from] === 0) return false;
  }
  return pairs >= 8;
}

/** Index after the BOM when nothing but blanks stands in front of it, else 0. */
function afterMark(bytes: Buffer): number {
  let at = 0;
  while (BLANKS.has(bytes[at] ?? 0)) at += 1;
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf ? at + 3 : 0;
}
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Number of line breaks: line feeds, or carriage returns where there is no line feed at all. */
function linesIn(bytes: Buffer): number {
  const lineFeeds = occurrences(bytes, 0x0a);
  return lineFeeds > 0 ? lineFeeds : occurrences(bytes, 0x0d);
}

function occurrences(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

function cleaned(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return bytes;
  return Buffer.from(bytes.filter((byte) => byte !== 0));
}
