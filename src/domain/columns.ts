/** Columns of values for millions of records: a few bytes each instead of an object. Values are added at the end. */

const FIRST_CAPACITY = 16;

/** Numbers; undefined is kept as NaN, which no record's value is. */
export class NumberColumn {
  values: Float64Array;
  length: number;

  constructor(values: Float64Array = new Float64Array(FIRST_CAPACITY), length = 0) {
    this.values = values;
    this.length = length;
  }

  push(value: number | undefined): void {
    if (this.length === this.values.length)
      this.values = grown(this.values, new Float64Array(doubled(this.length)));
    this.values[this.length] = value ?? Number.NaN;
    this.length += 1;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  append(values: Float64Array): void {
    const length = this.length + values.length;
    if (length > this.values.length) this.values = grown(this.values, new Float64Array(length));
    this.values.set(values, this.length);
    this.length = length;
  }

  /** Makes room for so many values in all; room that is never used takes no memory. */
  reserve(count: number): void {
    if (count > this.values.length) this.values = grown(this.values, new Float64Array(count));
  }

  /** So many more values, to be filled in at once. */
  extend(count: number): Float64Array {
    const { length } = this;
    this.length += count;
    if (this.length > this.values.length) this.reserve(Math.max(this.length, doubled(length)));
    return this.values.subarray(length, this.length);
  }

  maybeAt(index: number): number | undefined {
    const value = this.values[index] ?? 0;
    return Number.isNaN(value) ? undefined : value;
  }
}

/** Whole numbers from 0 to 4,294,967,295: offsets and physical lines. */
export class CountColumn {
  values: Uint32Array;
  length: number;

  constructor(values: Uint32Array = new Uint32Array(FIRST_CAPACITY), length = 0) {
    this.values = values;
    this.length = length;
  }

  push(value: number): void {
    if (this.length === this.values.length)
      this.values = grown(this.values, new Uint32Array(doubled(this.length)));
    this.values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  /** Makes room for so many values in all; room that is never used takes no memory. */
  reserve(count: number): void {
    if (count > this.values.length) this.values = grown(this.values, new Uint32Array(count));
  }

  /** So many more values, to be filled in at once. */
  extend(count: number): Uint32Array {
    const { length } = this;
    this.length += count;
    if (this.length > this.values.length) this.reserve(Math.max(this.length, doubled(length)));
    return this.values.subarray(length, this.length);
  }

  /** Adds values, each raised by `shift`. */
  append(values: Uint32Array, shift = 0): void {
    const length = this.length + values.length;
    if (length > this.values.length) this.values = grown(this.values, new Uint32Array(length));
    const place = this.values.subarray(this.length, length);
    if (shift === 0) place.set(values);
    else for (let at = 0; at < values.length; at += 1) place[at] = (values[at] ?? 0) + shift;
    this.length = length;
  }
}

/** Words of which there are few different ones (a state, a SKU, a day): each is kept once. */
export class WordColumn {
  readonly codes: CountColumn;
  /** word by code; code 0 is undefined */
  readonly words: (string | undefined)[];
  readonly #codes = new Map<string, number>();
  /** how many of the words are in `#codes` */
  #known = 1;
  #last: string | undefined;
  #lastCode = 0;

  constructor(codes = new CountColumn(), words: (string | undefined)[] = [undefined]) {
    this.codes = codes;
    this.words = words;
  }

  push(word: string | undefined): void {
    // most records say what the one above them said
    if (word !== this.#last) {
      this.#lastCode = this.codeOf(word);
      this.#last = word;
    }
    this.codes.push(this.#lastCode);
  }

  /** The number that stands for a word in `codes`. */
  codeOf(word: string | undefined): number {
    if (word === undefined) return 0;
    // readers may have added words of their own
    for (; this.#known < this.words.length; this.#known += 1) {
      const other = this.words[this.#known];
      if (other !== undefined && !this.#codes.has(other)) this.#codes.set(other, this.#known);
    }
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    return this.words.push(ownText(word)) - 1;
  }

  at(index: number): string | undefined {
    return this.words[this.codes.at(index)];
  }

  get length(): number {
    return this.codes.length;
  }

  reserve(count: number): void {
    this.codes.reserve(count);
  }

  /** Adds the codes of another column, whose words they stand for. */
  append(codes: Uint32Array, words: readonly (string | undefined)[]): void {
    const own = Uint32Array.from(words, (word) => this.codeOf(word));
    const { length } = this.codes;
    this.codes.append(codes);
    const { values } = this.codes;
    for (let at = length; at < this.codes.length; at += 1) values[at] = own[values[at] ?? 0] ?? 0;
  }
}

/**
 * The same text for itself: a slice of a large one would keep all of it alive. The names of properties are kept once, so that two of them
 * are compared without looking at their letters.
 */
function ownText(word: string): string {
  return Object.keys({ [word.split('').join('')]: true })[0] ?? word;
}

/** Names that end in a number of their own (`#1001`, `5000000001001`): the word in front of it, and the number. */
export class NameColumn {
  readonly prefixes: WordColumn;
  /** NaN: the prefix is the whole name */
  readonly numbers: NumberColumn;

  constructor(prefixes = new WordColumn(), numbers = new NumberColumn()) {
    this.prefixes = prefixes;
    this.numbers = numbers;
  }

  push(name: string | undefined): void {
    const start = name === undefined ? 0 : numberStart(name);
    if (name === undefined || start === name.length) {
      this.prefixes.push(name);
      this.numbers.push(undefined);
    } else {
      this.prefixes.push(start === 0 ? '' : name.slice(0, start));
      this.numbers.push(digitsFrom(name, start));
    }
  }

  /** The same for a name that was taken apart already; no number: NaN. */
  pushParts(prefixCode: number, number: number): void {
    this.prefixes.codes.push(prefixCode);
    this.numbers.push(number);
  }

  get length(): number {
    return this.numbers.length;
  }

  reserve(count: number): void {
    this.prefixes.reserve(count);
    this.numbers.reserve(count);
  }

  at(index: number): string | undefined {
    const prefix = this.prefixes.at(index);
    const number = this.numbers.at(index);
    return Number.isNaN(number) ? prefix : `${prefix ?? ''}${number}`;
  }
}

const ZERO = 48;
const MOST_DIGITS = 15;

/** Where the last digits begin that can stand as a number: no leading zero, at most 15 of them. */
function numberStart(name: string): number {
  let start = name.length;
  const first = Math.max(0, name.length - MOST_DIGITS);
  while (start > first && isDigit(name.charCodeAt(start - 1))) start -= 1;
  while (start < name.length && name.charCodeAt(start) === ZERO) start += 1;
  return start;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code < ZERO + 10;
}

function digitsFrom(name: string, start: number): number {
  let value = 0;
  for (let at = start; at < name.length; at += 1) value = value * 10 + name.charCodeAt(at) - ZERO;
  return value;
}

function grown<Values extends Float64Array | Uint32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}

function doubled(length: number): number {
  return Math.max(FIRST_CAPACITY, length * 2);
}
