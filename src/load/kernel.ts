import { Buffer } from 'node:buffer';
import { KERNEL_WASM } from './kernel-wasm.ts';

/** The part of the runtime's WebAssembly that is used; the types for node leave it out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

interface Global {
  readonly value: number;
}

/** Address and length of a list of rows, the column read, and where its values go. */
type Column = readonly [list: number, count: number, column: number, out: number];

interface Exports {
  readonly memory: { readonly grow: (pages: number) => number; readonly buffer: ArrayBuffer };
  /** text, length, ends, rowEnds, delimiter */
  readonly index: (...places: readonly [number, number, number, number, number]) => number;
  readonly rows: Global;
  readonly used: Global;
  readonly lineFeeds: Global;
  readonly malformed: Global;
  readonly broken: Global;
  readonly isFull: Global;
  readonly presence: (...column: Column) => void;
  /** … and the exponent */
  readonly decimals: (...column: readonly [...Column, number]) => void;
  readonly texts: (...column: Column) => void;
  readonly addressKeys: (...column: Column) => void;
  /** … and where the numbers go */
  readonly names: (...column: readonly [...Column, number]) => void;
  /** … and where times and zones go */
  readonly moments: (...column: readonly [...Column, number, number]) => void;
  readonly openWords: (at: number, most: number, end: number) => void;
  readonly wordStart: (word: number) => number;
  readonly wordEnd: (word: number) => number;
}

/** What was found in a piece of text. */
export interface Indexed {
  /** whole rows, ended by a line feed */
  readonly rows: number;
  /** bytes that the whole rows take */
  readonly used: number;
  /** line feeds in the text, those inside quotes included */
  readonly lineFeeds: number;
  /** false: a quote stands where none may */
  readonly isWellFormed: boolean;
}

/** The byte kernel and its memory: a piece of text, where its cells end, and room for columns read from it. */
export interface Kernel {
  readonly bytes: Uint8Array;
  /** where the text is to be put, and the most bytes that fit */
  readonly textAt: number;
  readonly capacity: number;
  /** `ends[k] + 1` is where the k-th cell of the piece begins, `ends[k + 1]` where it ends */
  readonly ends: Uint32Array;
  /** number of cells up to the end of each row */
  readonly rowEnds: Uint32Array;
  readonly index: (length: number, delimiter: number) => Indexed;
  readonly run: Exports;
  /** room for columns, and where it ends */
  readonly columnsAt: number;
  readonly columnsEnd: number;
}

/** Bytes and numbers that a kernel has room for. Memory that is never touched takes none. */
export interface Room {
  /** bytes of text */
  readonly capacity: number;
  /** bytes of columns read from one piece */
  readonly columns: number;
  /** different words of a file, a multiple of 1024, and the bytes of all of them */
  readonly words: number;
  readonly wordBytes: number;
}

const ROOM: Room = {
  capacity: 512 * 1024,
  columns: 16 * 1024 * 1024,
  words: 2 ** 20,
  wordBytes: 64 * 1024 * 1024,
};

/** the kernel looks 64 bytes ahead */
const MARGIN = 64;
const PAGE = 65_536;
const BYTES_PER_WORD = 16 + 12;

/** code without any state, the same for every kernel */
let compiled: object | undefined;

/**
 * Opens a kernel. It is WebAssembly (`kernel.as.ts`), because finding and reading every cell in JavaScript takes five times as long.
 */
export function openKernel(own: Partial<Room> = {}): Kernel {
  const room = { ...ROOM, ...own };
  compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_WASM, 'base64'));
  const run = new WebAssembly.Instance(compiled, {}).exports as Exports;
  const size = Math.ceil(room.capacity / MARGIN) * MARGIN;
  const [textAt, endsAt] = [MARGIN, 3 * MARGIN + size];
  const rowEndsAt = endsAt + 4 * size + MARGIN;
  const columnsAt = rowEndsAt + 4 * size;
  const wordsAt = columnsAt + room.columns;
  const end = wordsAt + room.words * BYTES_PER_WORD + room.wordBytes;
  run.memory.grow(Math.ceil(end / PAGE));
  run.openWords(wordsAt, room.words, end);
  const { buffer } = run.memory;
  const bytes = new Uint8Array(buffer);
  return {
    bytes,
    textAt,
    capacity: size,
    ends: new Uint32Array(buffer, endsAt, size + 1),
    rowEnds: new Uint32Array(buffer, rowEndsAt, size),
    index: (length, delimiter) => {
      bytes.fill(0, textAt + length, textAt + length + MARGIN);
      run.index(textAt, length, endsAt, rowEndsAt, delimiter);
      return {
        rows: run.rows.value,
        used: run.used.value,
        lineFeeds: run.lineFeeds.value,
        isWellFormed: run.malformed.value === 0,
      };
    },
    run,
    columnsAt,
    columnsEnd: wordsAt,
  };
}
