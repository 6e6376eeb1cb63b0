/** Marks and format characters that take no cell: non-spacing marks, joiners, medial and final Hangul jamo. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11FF\uD7B0-\uD7FF]/u;

/** East Asian Wide and Fullwidth, and emoji shown as pictures; regional indicators take one cell each. */
const TWO =
  /(?![\u{1F1E6}-\u{1F1FF}])(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}])/u;

/** What our own pages are full of, so that they need no table of Unicode: dashes, dots, currency signs, minus, bars. */
const ONE = /[\u00B7\u2010-\u2027\u20A0-\u20BF\u2212\u2581-\u2588]/;

const ONE_EACH = /^[\x20-\x7e]*$/;
const JOINER = '\u200D';

/**
 * Terminal cells that a text takes, code point by code point as `wcwidth` counts: non-spacing marks 0, spacing vowel signs 1,
 * Chinese, Japanese, Korean and emoji 2, what a zero-width joiner ties to the character before it 0, the rest 1.
 */
export function cellWidth(text: string): number {
  if (ONE_EACH.test(text)) return text.length;
  let width = 0;
  let joined = false;
  for (const character of text) {
    const ascii = character < '\x7f';
    if (!joined || ascii) width += characterWidth(character, ascii);
    joined = character === JOINER;
  }
  return width;
}

function characterWidth(character: string, ascii: boolean): 0 | 1 | 2 {
  if (ascii) return character < ' ' ? 0 : 1;
  if (ONE.test(character)) return 1;
  if (NONE.test(character)) return 0;
  return TWO.test(character) ? 2 : 1;
}

/** The text with blanks up to `width` cells, after it or (right-aligned) before it; a longer text stays as it is. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** The text cut to at most `width` cells, never inside a grapheme; a cut text ends with the mark. */
export function truncate(text: string, width: number, mark = '…'): string {
  if (cellWidth(text) <= width) return text;
  const room = width - cellWidth(mark);
  return room < 0 ? '' : `${firstCells(text, room).trimEnd()}${mark}`;
}

let segmenter: Intl.Segmenter | undefined;

/** Loaded with the first text that needs it: most pages need none, and its tables are slow to load. */
function graphemes(): Intl.Segmenter {
  return (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
}

/** The longest beginning of whole graphemes that takes at most `width` cells. */
function firstCells(text: string, width: number): string {
  let end = 0;
  for (const { segment, index } of graphemes().segment(text)) {
    if (cellWidth(text.slice(0, index + segment.length)) > width) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** The text in lines of at most that many cells, broken at blanks; a longer word is broken between graphemes. */
export function wrap(text: string, cells: number): string[] {
  const width = Math.max(1, cells);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((whole) => pieces(whole, width))) {
    if (line === '') line = word;
    else if (cellWidth(line) + 1 + cellWidth(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A text that fits the width with blanks that `wrap` does not break at, so that an amount keeps its sign and unit. */
export function unbroken(text: string, width: number): string {
  return cellWidth(text) <= width ? text.replaceAll(' ', '\u00A0') : text;
}

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (cellWidth(rest) > width) {
    const first = firstCells(rest, width) || firstGrapheme(rest);
    parts.push(first);
    rest = rest.slice(first.length);
  }
  return [...parts, rest].filter((part) => part !== '');
}

function firstGrapheme(text: string): string {
  const [first] = graphemes().segment(text);
  return first?.segment ?? text;
}
