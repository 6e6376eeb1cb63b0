import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A command as node's arguments. */
export type Command = readonly string[];

const PEAK = fileURLToPath(new URL('peak-memory.mjs', import.meta.url));

/** The outside world of a measured process: no key, no colours, no settings of whoever runs the measurement. */
function surroundings(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: process.env['TMPDIR'],
    NO_COLOR: '1',
  };
}

function fail(command: Command, detail: string): never {
  throw new Error(`node ${command.join(' ')} failed: ${detail}`);
}

/** Wall time in milliseconds of one run as a whole process; throws when the command fails. */
function wallTime(command: Command): number {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [...command], {
    env: surroundings(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const elapsed = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) fail(command, stderr.toString());
  return elapsed;
}

/** The middle value; of an even number of values the upper of the two in the middle. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('no values');
  return middle;
}

/** Runs both commands in turn (A B A B …) after one unmeasured round each; medians in milliseconds. */
export function sideBySide(
  ours: Command,
  yardstick: Command,
  rounds: number,
): { ours: number; yardstick: number } {
  const times = { ours: [] as number[], yardstick: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const first = wallTime(ours);
    const second = wallTime(yardstick);
    if (round < 0) continue;
    times.ours.push(first);
    times.yardstick.push(second);
  }
  return { ours: median(times.ours), yardstick: median(times.yardstick) };
}

/** Peak resident memory in MB of one run, as the operating system counted it. */
export function peakMemory(command: Command): number {
  const { status, output } = spawnSync(process.execPath, ['--import', PEAK, ...command], {
    env: surroundings(),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) fail(command, output[2] ?? '');
  return Number(output[3]) / 1024;
}
