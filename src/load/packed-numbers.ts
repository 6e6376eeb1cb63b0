/** How the numbers of a column are stored: whole ones in as few bytes as the largest needs, equal ones once. */
export interface Packed {
  readonly length: number;
  /** absent: all are `same` */
  readonly as?: keyof typeof SHAPES;
  readonly same?: number;
  /** the least number of its shape stands for NaN */
  readonly hasMissing?: boolean;
}

export type Numbers =
  Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float64Array;

export const SHAPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

/** The numbers as they are stored; nothing to store when all are the same. */
export interface Packing {
  readonly packed: Packed;
  readonly numbers?: Numbers;
}

/** Packs whole numbers from 0 on: offsets, codes, lines. */
export function packCounts(values: Uint32Array): Packing {
  const { length } = values;
  const same = onlyValue(values);
  if (same !== undefined) return { packed: { length, same } };
  let most = 0;
  for (let at = 0; at < length; at += 1) if ((values[at] ?? 0) > most) most = values[at] ?? 0;
  if (most < 2 ** 8) return { packed: { length, as: 'u8' }, numbers: Uint8Array.from(values) };
  if (most < 2 ** 16) return { packed: { length, as: 'u16' }, numbers: Uint16Array.from(values) };
  return { packed: { length, as: 'u32' }, numbers: values };
}

/** Packs any numbers, NaN for none; a column with one that is not whole, or is larger than 31 bits, is stored as it is. */
export function packNumbers(values: Float64Array): Packing {
  const { length } = values;
  const same = onlyValue(values);
  if (same !== undefined && !Object.is(same, -0)) return { packed: { length, same } };
  const { most, hasMissing } = magnitude(values);
  if (most >= 2 ** 31) return { packed: { length, as: 'f64' }, numbers: values };
  const as = most < 2 ** 7 ? 'i8' : most < 2 ** 15 ? 'i16' : 'i32';
  const numbers = new SHAPES[as](values);
  if (hasMissing) {
    const missing = leastOf(numbers);
    for (let at = 0; at < length; at += 1) if (Number.isNaN(values[at])) numbers[at] = missing;
  }
  return { packed: { length, as, hasMissing }, numbers };
}

/** The counts again; those of four bytes without being copied. */
export function unpackCounts({ length, same }: Packed, numbers: Numbers | undefined): Uint32Array {
  if (numbers === undefined) return filled(new Uint32Array(length), same);
  return numbers instanceof Uint32Array ? numbers : new Uint32Array(numbers);
}

/** The numbers again; those of eight bytes without being copied. */
export function unpackNumbers(packed: Packed, numbers: Numbers | undefined): Float64Array {
  if (numbers === undefined) return filled(new Float64Array(packed.length), packed.same);
  if (numbers instanceof Float64Array) return numbers;
  const values = new Float64Array(numbers);
  if (packed.hasMissing !== true) return values;
  const missing = leastOf(numbers);
  for (let at = 0; at < values.length; at += 1) if (values[at] === missing) values[at] = Number.NaN;
  return values;
}

/** Memory that is never touched takes no room: it is zero as it comes. */
function filled<Values extends Uint32Array | Float64Array>(values: Values, same = 0): Values {
  if (!Object.is(same, 0)) values.fill(same);
  return values;
}

function leastOf(numbers: Numbers): number {
  return -(2 ** (numbers.BYTES_PER_ELEMENT * 8 - 1));
}

function onlyValue(values: Uint32Array | Float64Array): number | undefined {
  const first = values[0] ?? 0;
  for (let at = 1; at < values.length; at += 1) if (!Object.is(values[at], first)) return undefined;
  return first;
}

/** The largest without its sign; Infinity when one is not whole or is −0, which whole numbers do not have. */
function magnitude(values: Float64Array): { readonly most: number; readonly hasMissing: boolean } {
  let [most, hasMissing] = [0, false];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (Number.isNaN(value)) hasMissing = true;
    else if (!Number.isInteger(value) || Object.is(value, -0)) return { most: Infinity, hasMissing };
    else if (Math.abs(value) > most) most = Math.abs(value);
  }
  return { most, hasMissing };
}
