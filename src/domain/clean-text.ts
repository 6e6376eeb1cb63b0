/**
 * Makes foreign text safe to show: whole escape sequences (CSI, OSC, DCS, SOS, PM, APC), control characters, direction and
 * invisible characters are removed; lone surrogates become U+FFFD; the result is NFC. The joiners U+200C and U+200D stay,
 * for Indian scripts and emoji need them. Line breaks and tabs become one blank unless `multiline`, where line feeds stay.
 */
export function cleanText(text: string, options: { multiline?: boolean; max?: number } = {}): string {
  const plain = PLAIN.test(text) ? text : scrub(text);
  const spaced = options.multiline
    ? plain.replace(/\r\n?/g, '\n').replace(/\t/g, ' ')
    : plain.replace(/[\t\n\r]+/g, ' ');
  return options.max === undefined ? spaced : cap(spaced, options.max);
}

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const STRINGS = /(?:\x1b[\]P^_X]|[\x9d\x90\x9e\x9f\x98])[\s\S]*?(?:\x07|\x1b\\|\x9c|$)/g;
const CSI = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?/g;
const ESCAPES = /\x1b[ -/]*[0-~]?/g;
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
const DIRECTION = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g;
const INVISIBLE = /[\u200B\u2060-\u2064\uFEFF\u00AD\u2028\u2029\u{E0000}-\u{E007F}]/gu;

function scrub(text: string): string {
  return text
    .toWellFormed()
    .replace(STRINGS, '')
    .replace(CSI, '')
    .replace(ESCAPES, '')
    .replace(CONTROLS, '')
    .replace(DIRECTION, '')
    .replace(INVISIBLE, '')
    .normalize('NFC');
}

function cap(text: string, max: number): string {
  if (text.length <= max) return text;
  const graphemes = Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text),
    (part) => part.segment,
  );
  return graphemes.length <= max ? text : `${graphemes.slice(0, max - 1).join('')}…`;
}
