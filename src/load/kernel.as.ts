// The byte kernel: AssemblyScript, compiled to WebAssembly (kernel-wasm.ts) by `npm run kernel`. It finds the cells of delimited text sixteen bytes at a
// time and reads whole columns of them into plain numbers. It knows nothing of formats. Addresses are byte offsets in its memory.

// what may stand in a column of numbers besides numbers
const EMPTY: f64 = NaN;
const NOT_PLAIN: f64 = Infinity;
const NO_WORD: u32 = 0;

const LINE_FEED: u8 = 10;
const CR: u8 = 13;
const QUOTE: u8 = 34;
const MINUS: u8 = 45;
const DOT: u8 = 46;
const ZERO: u8 = 48;

/** whole rows found, bytes they take, line feeds in the text, and 1 when a quote stands where none may */
export let rows: u32 = 0;
export let used: u32 = 0;
export let lineFeeds: u32 = 0;
export let malformed: u32 = 0;

let endsAt: usize = 0;
let rowEndsAt: usize = 0;

@inline function mask(at: usize, byte: v128): u64 {
  const a = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at), byte)));
  const b = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 16), byte)));
  const c = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 32), byte)));
  const d = <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at, 48), byte)));
  return a | (b << 16) | (c << 32) | (d << 48);
}

/** For each place, whether an odd number of the set bits stand at it or before it. */
@inline function oddBefore(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/**
 * Finds where cells and rows end in `length` bytes from `text` on: the end of every cell goes to `ends` (after the place in front of the
 * text), the number of cells up to the end of each row to `rowEnds`. Quotes are followed as RFC 4180 has them.
 */
export function index(text: usize, length: u32, ends: usize, rowEnds: usize, delimiter: u8): u32 {
  const vd = i8x16.splat(delimiter);
  const vq = i8x16.splat(QUOTE);
  const vn = i8x16.splat(LINE_FEED);
  const vc = i8x16.splat(CR);
  const end = text + length;
  endsAt = ends;
  rowEndsAt = rowEnds;
  store<u32>(ends, <u32>(text - 1));
  let cells: u32 = 0;
  let count: u32 = 0;
  let feeds: u32 = 0;
  let bad: u64 = 0;
  let inside: u64 = 0; // all ones inside quotes
  let before: u64 = 1; // the byte in front is a delimiter, a line feed or a quote
  let closed: u64 = 0; // the byte in front is a closing quote
  used = 0;
  for (let at = text; at < end; at += 64) {
    const quotes = mask(at, vq);
    const lines = mask(at, vn);
    const parts = lines | mask(at, vd);
    let found = parts;
    if ((quotes | inside | closed) == 0) {
      before = parts >> 63;
    } else {
      const within = oddBefore(quotes) ^ inside;
      const opening = quotes & within;
      const closing = quotes & ~within;
      // an opening quote follows a delimiter, a line feed or the quote it doubles; a closing one is followed by one of them or by CR LF
      let feedNext = (lines >> 1) | (load<u8>(at, 64) == LINE_FEED ? <u64>1 << 63 : 0);
      if (at + 64 >= end) feedNext |= <u64>1 << <u64>(end - 1 - at);
      let wrong = opening & ~(((parts | quotes) << 1) | before);
      wrong |= ((closing << 1) | closed) & ~(parts | quotes | (mask(at, vc) & feedNext));
      if (at + 64 > end) wrong &= <u64>-1 >> <u64>(at + 64 - end);
      bad |= wrong;
      found = parts & ~within;
      inside = <u64>(<i64>within >> 63);
      before = (parts | quotes) >> 63;
      closed = closing >> 63;
    }
    if (at + 64 > end) {
      const valid = <u64>-1 >> <u64>(at + 64 - end);
      found &= valid;
      feeds += <u32>popcnt(lines & valid);
    } else feeds += <u32>popcnt(lines);
    while (found != 0) {
      const place = at + <usize>ctz(found);
      cells += 1;
      store<u32>(ends + (<usize>cells << 2), <u32>place);
      if (load<u8>(place) == LINE_FEED) {
        store<u32>(rowEnds + (<usize>count << 2), cells);
        count += 1;
        used = <u32>(place + 1 - text);
      }
      found &= found - 1;
    }
  }
  rows = count;
  lineFeeds = feeds;
  malformed = bad != 0 ? 1 : 0;
  return cells;
}

// the cell that `find` looked up, without quotes
let from: usize = 0;
let to: usize = 0;
/** a quoted cell was left without its closing quote at the end */
export let broken: u32 = 0;

/** Finds a cell; false when it is empty or the row has no such column. */
@inline function find(row: u32, column: u32): bool {
  const first: u32 = row == 0 ? 0 : load<u32>(rowEndsAt + (<usize>(row - 1) << 2));
  const last: u32 = load<u32>(rowEndsAt + (<usize>row << 2)) - 1;
  const cell = first + column;
  if (cell > last) return false;
  from = <usize>load<u32>(endsAt + (<usize>cell << 2)) + 1;
  to = <usize>load<u32>(endsAt + (<usize>cell << 2), 4);
  if (from >= to) return false;
  if (cell == last && load<u8>(to - 1) == CR) to -= 1;
  if (from < to && load<u8>(from) == QUOTE) {
    if (to - from < 2 || load<u8>(to - 1) != QUOTE) broken = 1;
    from += 1;
    to -= 1;
  }
  return from < to;
}

/** The i-th row number of a list. */
@inline function rowAt(list: usize, i: u32): u32 {
  return load<u32>(list + (<usize>i << 2));
}

@inline function equal(a: usize, b: usize, length: usize): bool {
  for (; length >= 8; length -= 8, a += 8, b += 8) if (load<u64>(a) != load<u64>(b)) return false;
  for (; length > 0; length -= 1, a += 1, b += 1) if (load<u8>(a) != load<u8>(b)) return false;
  return true;
}

/** Of the rows listed: 1 where the cell is not empty, + 2 where it is the same as in the row listed above. */
export function presence(list: usize, count: u32, column: u32, out: usize): void {
  let aboveFrom: usize = 0;
  let aboveLength: usize = 0;
  for (let i: u32 = 0; i < count; i++) {
    const isThere = find(rowAt(list, i), column);
    const length = isThere ? to - from : 0;
    const isSame = i > 0 && length == aboveLength && equal(from, aboveFrom, length);
    store<u8>(out + i, (isThere ? 1 : 0) + (isSame ? 2 : 0));
    aboveFrom = from;
    aboveLength = length;
  }
}

@inline function decimal(exponent: u32): f64 {
  const start = load<u8>(from) == MINUS ? from + 1 : from;
  if (to == start || to - start > 15) return NOT_PLAIN;
  let value: i64 = 0;
  let decimals: i32 = -1;
  for (let at = start; at < to; at++) {
    const byte = load<u8>(at);
    const digit = <u8>(byte - ZERO);
    if (digit <= 9) {
      value = value * 10 + <i64>digit;
      if (decimals >= 0) decimals += 1;
    } else if (byte == DOT && decimals < 0 && at > start) decimals = 0;
    else return NOT_PLAIN;
  }
  if (decimals > <i32>exponent) return NOT_PLAIN;
  for (let missing = <i32>exponent - max(decimals, 0); missing > 0; missing--) value *= 10;
  if (value > 9007199254740991) return NOT_PLAIN;
  return start > from ? <f64>-value : <f64>value;
}

/** Plain decimals with at most `exponent` digits behind the point, in units of the last of them. */
export function decimals(list: usize, count: u32, column: u32, out: usize, exponent: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    store<f64>(out + (<usize>i << 3), find(rowAt(list, i), column) ? decimal(exponent) : EMPTY);
  }
}

@inline function isDigit(byte: u8): bool {
  return <u8>(byte - ZERO) <= 9;
}

@inline function pair(at: usize): i32 {
  const tens = load<u8>(at);
  const ones = load<u8>(at + 1);
  return isDigit(tens) && isDigit(ones) ? <i32>(tens - ZERO) * 10 + <i32>(ones - ZERO) : -1;
}

/** `2026-10-31` as 20261031; −1 for another shape, and for nothing but zeros, which some write for no date. */
@inline function isoDate(at: usize): i32 {
  if (load<u8>(at + 4) != MINUS || load<u8>(at + 7) != MINUS) return -1;
  const a = pair(at);
  const b = pair(at + 2);
  const c = pair(at + 5);
  const d = pair(at + 8);
  const date = a * 1000000 + b * 10000 + c * 100 + d;
  return a < 0 || b < 0 || c < 0 || d < 0 || date == 0 ? -1 : date;
}

/** Seconds of `23:06:05`; −1 for another shape. */
@inline function timeOfDay(at: usize): i32 {
  if (load<u8>(at + 2) != 58 || load<u8>(at + 5) != 58) return -1;
  const h = pair(at);
  const m = pair(at + 3);
  const s = pair(at + 6);
  return h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 ? -1 : (h * 60 + m) * 60 + s;
}

/**
 * ISO dates and times: the date as a number (0: empty, −1: not plain) to `dates`, the seconds of the day (−1: none) to `times`, the word
 * of what stands behind the time to `zones`, with bit 31 set where a T parts date and time.
 */
export function moments(list: usize, count: u32, column: u32, dates: usize, times: usize, zones: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    let date: i32 = 0;
    let time: i32 = -1;
    let zone: u32 = NO_WORD;
    if (find(rowAt(list, i), column)) {
      const length = to - from;
      date = length == 10 || length >= 19 ? isoDate(from) : -1;
      if (date >= 0 && length >= 19) {
        const gap = load<u8>(from + 10);
        time = gap == 32 || gap == 84 ? timeOfDay(from + 11) : -1;
        if (time < 0) date = -1;
        else {
          from += 19;
          zone = (from < to ? word() : NO_WORD) | (gap == 84 ? 0x80000000 : 0);
        }
      }
    }
    store<i32>(dates + (<usize>i << 2), date);
    store<i32>(times + (<usize>i << 2), time);
    store<u32>(zones + (<usize>i << 2), zone);
  }
}

/**
 * Names such as `#1001`: the word in front of the last digits (at most 15, no leading zero) to `prefixes`, those digits as a number to
 * `numbers` (NaN: none).
 */
export function names(list: usize, count: u32, column: u32, prefixes: usize, numbers: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    let prefix: u32 = NO_WORD;
    let number: f64 = EMPTY;
    if (find(rowAt(list, i), column)) {
      const lowest = to - from > 15 ? to - 15 : from;
      let start = to;
      while (start > lowest && isDigit(load<u8>(start - 1))) start -= 1;
      while (start < to && load<u8>(start) == ZERO) start += 1;
      if (start < to) {
        let value: i64 = 0;
        for (let at = start; at < to; at++) value = value * 10 + <i64>(load<u8>(at) - ZERO);
        number = <f64>value;
      }
      to = start;
      if (from < to) prefix = word();
    }
    store<u32>(prefixes + (<usize>i << 2), prefix);
    store<f64>(numbers + (<usize>i << 3), number);
  }
}

@inline function mixed(value: u32): u32 {
  value = (value ^ (value >> 16)) * 0x85ebca6b;
  value = (value ^ (value >> 13)) * 0xc2b2ae35;
  return value ^ (value >> 16);
}

/** The customer's key of an address in plain ASCII without quotes; the same sums as in customer-key.ts. */
export function addressKeys(list: usize, count: u32, column: u32, out: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    let key: f64 = EMPTY;
    if (find(rowAt(list, i), column)) {
      let a: u32 = 0x811c9dc5;
      let b: u32 = 0x9e3779b9;
      let isPlain = true;
      for (let at = from; at < to; at++) {
        const byte = load<u8>(at);
        if (byte <= 32 || byte > 126 || byte == QUOTE) isPlain = false;
        const lower = <u32>(byte >= 65 && byte <= 90 ? byte + 32 : byte);
        a = (a ^ lower) * 0x01000193;
        b = ((b ^ lower) * 0x85ebca6b) ^ (b >> 15);
      }
      const high = mixed(a ^ (b >> 7));
      const low = mixed(b ^ (a >> 11));
      key = isPlain ? <f64>(high >> 15) * 4294967296.0 + <f64>low : NOT_PLAIN;
    }
    store<f64>(out + (<usize>i << 3), key);
  }
}

// Words: every different text once. An entry is its hash, and where its bytes are kept and end.
let slotsAt: usize = 0;
let slots: u32 = 0;
let entriesAt: usize = 0;
let mostEntries: u32 = 0;
let keptAt: usize = 0;
let keptEnd: usize = 0;
/** number of words; word n's bytes end at entry n, word 0 is no text */
export let words: u32 = 0;
/** 1: there was no more room for words */
export let isFull: u32 = 0;

const ENTRY: usize = 12;

/** Gives the words their room: hash slots (room for `most` × 4 of 4 bytes), entries, and bytes up to `end`. */
export function openWords(at: usize, most: u32, end: usize): void {
  slotsAt = at;
  slots = min<u32>(4096, most << 2);
  entriesAt = at + (<usize>most << 4);
  mostEntries = most;
  keptAt = entriesAt + <usize>most * ENTRY;
  keptEnd = end;
  words = 1;
  isFull = 0;
  memory.fill(slotsAt, 0, <usize>slots << 2);
  store<u32>(entriesAt, 0);
  store<u32>(entriesAt, <u32>keptAt, 4);
  store<u32>(entriesAt, <u32>keptAt, 8);
}

/** Where the bytes of a word begin, and where they end. */
export function wordStart(word: u32): usize {
  return <usize>load<u32>(entriesAt + <usize>word * ENTRY, 4);
}
export function wordEnd(word: u32): usize {
  return <usize>load<u32>(entriesAt + <usize>word * ENTRY, 8);
}

/** The number of the text in the cell that was found. */
function word(): u32 {
  const length = to - from;
  let hash: u32 = <u32>length * 0x9e3779b1;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = rotl<u32>(hash ^ (load<u32>(at) * 0x85ebca6b), 13) * 5 + 0xe6546b64;
  for (; at < to; at++) hash = (hash ^ <u32>load<u8>(at)) * 0x01000193;
  hash = mixed(hash);
  let slot = hash & (slots - 1);
  for (;;) {
    const entry = load<u32>(slotsAt + (<usize>slot << 2));
    if (entry == 0) return addWord(hash, slot);
    const place = entriesAt + <usize>entry * ENTRY;
    if (load<u32>(place) == hash) {
      const start = <usize>load<u32>(place, 4);
      if (<usize>load<u32>(place, 8) - start == length && equal(start, from, length)) return entry;
    }
    slot = (slot + 1) & (slots - 1);
  }
  return 0;
}

function addWord(hash: u32, slot: u32): u32 {
  const length = to - from;
  const start = wordEnd(words - 1);
  if (words == mostEntries || start + length > keptEnd) {
    isFull = 1;
    return 0;
  }
  const entry = words;
  const place = entriesAt + <usize>entry * ENTRY;
  memory.copy(start, from, length);
  store<u32>(place, hash);
  store<u32>(place, <u32>start, 4);
  store<u32>(place, <u32>(start + length), 8);
  store<u32>(slotsAt + (<usize>slot << 2), entry);
  words = entry + 1;
  if (words << 1 > slots) widen();
  return entry;
}

/** Twice as many slots, filled anew. */
function widen(): void {
  slots <<= 1;
  memory.fill(slotsAt, 0, <usize>slots << 2);
  for (let entry: u32 = 1; entry < words; entry++) {
    let slot = load<u32>(entriesAt + <usize>entry * ENTRY) & (slots - 1);
    while (load<u32>(slotsAt + (<usize>slot << 2)) != 0) slot = (slot + 1) & (slots - 1);
    store<u32>(slotsAt + (<usize>slot << 2), entry);
  }
}

/** The words of a column; 0 for an empty cell. Most cells say what the one above them said. */
export function texts(list: usize, count: u32, column: u32, out: usize): void {
  let last: u32 = 0;
  let lastStart: usize = 0;
  let lastLength: usize = 0;
  for (let i: u32 = 0; i < count; i++) {
    let found: u32 = 0;
    if (find(rowAt(list, i), column)) {
      if (last != 0 && to - from == lastLength && equal(from, lastStart, lastLength)) found = last;
      else {
        lastStart = from;
        lastLength = to - from;
        last = found = word();
      }
    }
    store<u32>(out + (<usize>i << 2), found);
  }
}
