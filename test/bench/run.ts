import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sharedPath } from '../helpers/shared.ts';
import { type Command, peakMemory, sideBySide } from './compare.ts';
import { ordersExport } from './generate-orders.ts';
import { benchSeries } from './series/run.ts';

const LINES = 100_000;
const ecom = fileURLToPath(new URL('../../bin/ecom.js', import.meta.url));
const parseOnly = fileURLToPath(new URL('parse-only.mjs', import.meta.url));
const NOTHING: Command = ['-e', '0'];

interface Race {
  readonly ours: Command;
  readonly yardstick: Command;
  readonly label: string;
  readonly against: string;
  /** the ratio that is held to be good enough */
  readonly target: number;
  readonly rounds: number;
}

function races(file: string): readonly Race[] {
  const pnl = ['pnl', '--no-ai'];
  const start = { yardstick: NOTHING, against: 'node -e 0', rounds: 15 };
  return [
    { ...start, ours: [ecom, '--help'], label: 'ecom --help', target: 2 },
    { ...start, ours: [ecom, ...pnl, '--demo'], label: 'ecom pnl --demo', target: 5 },
    {
      ours: [ecom, ...pnl, '--json', '--no-cache', '--data', file],
      yardstick: [parseOnly, file],
      label: `ecom pnl --json, ${LINES.toLocaleString('en')} lines`,
      against: 'csv-parse alone',
      target: 1.2,
      rounds: 5,
    },
    {
      ours: [ecom, ...pnl, '--json', '--data', file],
      yardstick: [ecom, ...pnl, '--json', '--no-cache', '--data', file],
      label: 'the same once more, from the cache',
      against: 'read anew',
      target: 0.3,
      rounds: 5,
    },
  ];
}

function writeOrders(file: string): void {
  const handle = openSync(file, 'w');
  let waiting = '';
  for (const text of ordersExport(LINES)) {
    waiting += text;
    if (waiting.length < 1 << 20) continue;
    writeSync(handle, waiting);
    waiting = '';
  }
  writeSync(handle, waiting);
  closeSync(handle);
}

function row(cells: readonly string[]): string {
  const [label = '', against = '', ...numbers] = cells;
  return `${label.padEnd(34)}${against.padEnd(17)}${numbers.map((cell) => cell.padStart(9)).join('')}\n`;
}

function report(race: Race): string {
  const times = sideBySide(race.ours, race.yardstick, race.rounds);
  const ratio = times.ours / times.yardstick;
  const peak = `${peakMemory(race.ours).toFixed(0)} MB`;
  const yardstickPeak = `${peakMemory(race.yardstick).toFixed(0)} MB`;
  const millis = [times.ours, times.yardstick].map((time) => `${time.toFixed(0)} ms`);
  const verdict = ratio <= race.target ? 'met' : 'missed';
  return row([
    race.label,
    race.against,
    ...millis,
    `${ratio.toFixed(2)} ×`,
    `≤ ${race.target} ×`,
    verdict,
    peak,
    yardstickPeak,
  ]);
}

/** The program's speed and memory against its yardsticks. */
function benchSpeed(): void {
  const folder = mkdtempSync(join(tmpdir(), 'ecom-bench-'));
  try {
    const file = join(folder, 'orders_export.csv');
    writeOrders(file);
    process.stdout.write(
      'Whole processes, run in turn; medians. Memory: the peak of one run.\n\n' +
        row(['command', 'against', 'ours', 'theirs', 'ratio', 'target', '', 'memory', 'theirs']),
    );
    for (const race of races(file)) process.stdout.write(report(race));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values: asked } = parseArgs({
  options: {
    series: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const series = asked.series ?? (asked.json ? undefined : sharedPath('series'));
if (asked.series === undefined) benchSpeed();
if (series !== undefined) {
  process.stdout.write(asked.series === undefined ? '\n' : '');
  await benchSeries({ folder: series, json: asked.json, only: asked.only });
}
