import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/context.ts';

export interface WorldOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** ISO instant */
  readonly now?: string;
  /** what standard input holds; on a terminal its lines are the answers given */
  readonly stdin?: string;
  /** every stream at once, or stream by stream */
  readonly isTTY?:
    boolean | { readonly stdin?: boolean; readonly stdout?: boolean; readonly stderr?: boolean };
  readonly columns?: number;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

/** A world without surprises: a fixed clock, no network, an empty environment, and streams that remember. */
export function testContext(options: WorldOptions = {}): {
  context: Context;
  stdout: () => string;
  stderr: () => string;
} {
  const written = { stdout: '', stderr: '' };
  const terminal = (stream: 'stdin' | 'stdout' | 'stderr'): boolean =>
    typeof options.isTTY === 'object' ? (options.isTTY[stream] ?? false) : (options.isTTY ?? false);
  const output = (stream: 'stdout' | 'stderr') => ({
    write: (text: string) => void (written[stream] += text),
    isTTY: terminal(stream),
    columns: options.columns,
  });
  const context: Context = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: input(options.stdin ?? '', terminal('stdin')),
    env: { ECOM_CONFIG_DIR: join(tmpdir(), 'ecom-test-no-user-config'), ...options.env },
    cwd: options.cwd ?? tmpdir(),
    nodeVersion: '20.20.2',
    now: () => new Date(options.now ?? '2026-11-22T09:00:00Z'),
    random: () => 0.5,
    fetch: options.fetch ?? (() => Promise.reject(new Error('no network in this test'))),
    signal: options.signal ?? new AbortController().signal,
  };
  return { context, stdout: () => written.stdout, stderr: () => written.stderr };
}

function input(text: string, isTTY: boolean): Context['stdin'] {
  const lines = text === '' ? [] : text.split('\n');
  return {
    isTTY,
    read: () => Promise.resolve(text),
    readLine: () => Promise.resolve(lines.shift()),
  };
}
