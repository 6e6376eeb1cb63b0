import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemProcesses, takeLock, type Processes } from '../../src/records/lock.ts';
import { temporaryFolder } from '../helpers/folder.ts';

function machine(running: Readonly<Record<number, string | undefined>>, self: number): Processes {
  return {
    self,
    isAlive: (pid) => pid in running,
    startOf: (pid) => Promise.resolve(running[pid]),
  };
}

const lockFile = () => join(temporaryFolder(), '.ecom', 'lock');

describe('takeLock', () => {
  it('is held until it is released, in a folder that it makes', async () => {
    const path = lockFile();
    const lock = await takeLock(path, machine({ 7: 'nine' }, 7));
    expect(lock.held).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ pid: 7, started: 'nine' });
    if (lock.held) await lock.release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('is not taken from a living owner', async () => {
    const path = lockFile();
    await takeLock(path, machine({ 7: 'nine', 8: 'ten' }, 7));
    expect(await takeLock(path, machine({ 7: 'nine', 8: 'ten' }, 8))).toEqual({ held: false, owner: 7 });
    expect(readdirSync(dirname(path))).toEqual(['lock']);
  });

  it.each([
    ['whose process is gone', { 8: 'ten' }],
    ['whose number was given to another process', { 7: 'eleven', 8: 'ten' }],
  ])('is taken over from an owner %s', async (_, running) => {
    const path = lockFile();
    await takeLock(path, machine({ 7: 'nine' }, 7));
    expect((await takeLock(path, machine(running, 8))).held).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ pid: 8, started: 'ten' });
  });

  it('trusts a living process where start times are not known', async () => {
    const path = lockFile();
    const running = { 7: undefined, 8: undefined };
    await takeLock(path, machine(running, 7));
    expect(await takeLock(path, machine(running, 8))).toEqual({ held: false, owner: 7 });
  });

  it.each(['', 'not json', 'null', '{"pid":-1}', '{"pid":"7"}', '[]'])(
    'is taken over when it holds %j',
    async (text) => {
      const path = lockFile();
      const processes = machine({ 7: 'nine' }, 7);
      const first = await takeLock(path, processes);
      if (first.held) await first.release();
      writeFileSync(path, text);
      expect((await takeLock(path, processes)).held).toBe(true);
    },
  );

  it('does not release what another process has taken over', async () => {
    const path = lockFile();
    const lost = await takeLock(path, machine({ 7: 'nine' }, 7));
    await takeLock(path, machine({ 8: 'ten' }, 8));
    if (lost.held) await lost.release();
    expect(existsSync(path)).toBe(true);
  });

  it('goes to one of many that ask at once, a dead owner’s too', async () => {
    const path = lockFile();
    await takeLock(path, machine({ 5: 'gone' }, 5));
    const running = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [100 + index, `at ${index}`]),
    );
    const locks = await Promise.all(
      Object.keys(running).map((pid) => takeLock(path, machine(running, Number(pid)))),
    );
    expect(locks.filter(({ held }) => held)).toHaveLength(1);
    expect(readdirSync(dirname(path))).toEqual(['lock']);
  });
});

describe('the processes of this machine', () => {
  it('know this one, and one that has ended', async () => {
    expect(systemProcesses.self).toBe(process.pid);
    expect(systemProcesses.isAlive(process.pid)).toBe(true);
    const child = spawn(process.execPath, ['--version']);
    await new Promise((ended) => child.on('exit', ended));
    expect(systemProcesses.isAlive(child.pid ?? 0)).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('know when a process started', async () => {
    expect(await systemProcesses.startOf(process.pid)).toMatch(/^\d+$/);
    expect(await systemProcesses.startOf(2 ** 22 + 1)).toBeUndefined();
  });

  it('keep a second run of this very process out', async () => {
    const path = lockFile();
    expect((await takeLock(path)).held).toBe(true);
    expect(await takeLock(path)).toEqual({ held: false, owner: process.pid });
  });
});
