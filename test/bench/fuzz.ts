/**
 * Reads broken copies of every sample and fixture for some minutes: `npm run fuzz -- --minutes 5 --seed 7 [--samples folder]`. Each copy
 * goes through `loadBooks` and, in tiny pieces, through the reader of large files. A thrown error, a second of reading for a small file,
 * a swollen heap, or two readers that disagree is a failure: the file is kept and its place is told.
 */
import { Buffer } from 'node:buffer';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { loadBooks } from '../../src/load/load-books.ts';
import { readFileBytes, readLargeFile, type ReadFile } from '../../src/load/read-file.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    samples: { type: 'string', default: fileURLToPath(new URL('../../../shared/exports', import.meta.url)) },
  },
});
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const KINDS = new Set(['.csv', '.txt', '.tsv', '.json', '.xlsx', '.zip']);
const LARGEST = 400_000;
const MOST_SECONDS = 5;
const HANG_SECONDS = 60;
const MOST_HEAP = 1_500_000_000;
const shop = { ...DEFAULT_SHOP, currency: 'INR' };

/** A small generator of chance that gives the same numbers for the same seed (mulberry32). */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) % Math.max(1, below);
  };
}
const chance = chanceFrom(Number(values.seed));

function filesIn(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: false });
  return found
    .map((name) => join(folder, name))
    .filter((path) => KINDS.has(extname(path)) && statSync(path).isFile() && statSync(path).size < LARGEST);
}

function samplesThere(): string[] {
  try {
    return filesIn(values.samples);
  } catch {
    return [];
  }
}

const ODD = [
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  ';',
  '\t',
  '\0',
  '\ufeff',
  "'",
  '=',
  '-',
  '1e9',
  '\x1b[31m',
  '९',
  '{',
  '[',
];

/** One way to break a file. */
function broken(bytes: Buffer, other: Buffer): Buffer {
  const [at, to] = [chance(bytes.length + 1), chance(bytes.length + 1)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const end = Math.min(to, at + chance(3000));
  const [before, chunk, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (chance(8)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      for (let left = 1 + chance(8); left > 0 && bytes.length > 0; left -= 1) {
        const place = chance(bytes.length);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << chance(8));
      }
      return flipped;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, chunk, chunk, after]);
    case 3:
      return Buffer.concat([after, chunk, before]);
    case 4:
      return before;
    case 5:
      return Buffer.concat([before, other.subarray(0, chance(other.length)), after]);
    default:
      return Buffer.concat([before, Buffer.from(ODD[chance(ODD.length)] ?? ''), bytes.subarray(at)]);
  }
}

/** What a reading gave, as plain data. */
function given({ kind, rows, draft, orders }: ReadFile): unknown {
  const problems = draft.problems.map((problem) => JSON.stringify(problem)).sort();
  return JSON.parse(JSON.stringify({ kind, rows, orders: [...orders], totals: draft.totals, problems }));
}

async function compare(place: string, bytes: Buffer): Promise<'left' | 'sure'> {
  const file = basename(place);
  const room = { capacity: 512 * 1024, columns: 2 ** 20, words: 16_384, wordBytes: 2 ** 20 };
  const sizes = { piece: 50 + chance(5000), room, worthTwo: chance(2) === 0 ? 1 : Number.POSITIVE_INFINITY };
  const quick = await readLargeFile({ file, place, head: bytes, sizes }, { shop });
  if (quick === undefined) return 'left';
  const patient = readFileBytes({ file, bytes }, { shop });
  const same = 'draft' in patient && isDeepStrictEqual(given(quick), given(patient));
  if (!same) throw new Error(`read in pieces of ${sizes.piece} bytes it gives something else`);
  return 'sure';
}

const folder = mkdtempSync(join(tmpdir(), 'ecom-fuzz-'));
mkdirSync(join(folder, 'failures'));
const beat = new Int32Array(new SharedArrayBuffer(4));
// a hang cannot be caught from inside: another thread looks whether the reading goes on
const watch = new Worker(
  `const { workerData: { beat, seconds, folder } } = require('node:worker_threads');
   let last = -1;
   setInterval(() => {
     const now = Atomics.load(beat, 0);
     if (now === last) {
       require('node:fs').writeSync(2, 'hangs: the file in ' + folder + '\\n');
       process.kill(process.pid, 'SIGKILL');
     }
     last = now;
   }, seconds * 1000);`,
  { eval: true, workerData: { beat, seconds: HANG_SECONDS, folder } },
);
watch.unref();

const seeds = [...filesIn(FIXTURES), ...samplesThere()].map((path) => ({ path, bytes: readFileSync(path) }));
/** what is read piece by piece comes more often */
const orderFiles = seeds.filter(({ path }) => /shopify[^/]*[/-][^/]*orders?[^/]*\.csv$/i.test(path));
const deadline = performance.now() + Number(values.minutes) * 60_000;
let [count, failures, sure] = [0, 0, 0];
while (performance.now() < deadline) {
  const from = chance(3) === 0 ? orderFiles : seeds;
  const [sample, other] = [from[chance(from.length)], seeds[chance(seeds.length)]];
  if (sample === undefined || other === undefined) break;
  let bytes: Buffer = sample.bytes;
  for (let left = 1 + chance(3); left > 0; left -= 1) bytes = broken(bytes, other.bytes);
  const place = join(folder, `copy${extname(sample.path)}`);
  writeFileSync(place, bytes);
  const started = performance.now();
  Atomics.add(beat, 0, 1);
  try {
    await loadBooks([place], { cwd: folder, shop });
    const seconds = (performance.now() - started) / 1000;
    if (seconds > MOST_SECONDS) throw new Error(`takes ${seconds.toFixed(1)} s`);
    if (process.memoryUsage().heapUsed > MOST_HEAP) throw new Error('takes very much memory');
    sure += (await compare(place, bytes)) === 'sure' ? 1 : 0;
  } catch (error) {
    failures += 1;
    const kept = join(folder, 'failures', `${failures}${extname(sample.path)}`);
    writeFileSync(kept, bytes);
    writeSync(2, `${kept} (from ${sample.path}): ${error instanceof Error ? error.stack : String(error)}\n`);
  }
  count += 1;
}
writeSync(
  1,
  `${count} files of ${seeds.length} samples, ${sure} read in pieces, ${failures} failures in ${folder}\n`,
);
process.exitCode = failures === 0 ? 0 : 1;
