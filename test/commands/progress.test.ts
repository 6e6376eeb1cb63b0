import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withProgress } from '../../src/commands/progress.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function afterWorking(ms: number, world: WorldOptions, quiet = false): Promise<string> {
  const { context, stdout, stderr } = testContext(world);
  const work = withProgress('reading', { context, quiet }, () => new Promise((done) => setTimeout(done, ms)));
  await vi.advanceTimersByTimeAsync(ms);
  await work;
  expect(stdout()).toBe('');
  expect(vi.getTimerCount()).toBe(0);
  return stderr();
}

describe('withProgress', () => {
  it('says what takes long on a terminal and clears the line', async () => {
    expect(await afterWorking(301, { isTTY: true })).toBe('\rreading…\r\x1b[2K');
  });

  it('says nothing of what is quick', async () => {
    expect(await afterWorking(299, { isTTY: true })).toBe('');
  });

  it('says nothing without a terminal, or when it is to be quiet', async () => {
    expect(await afterWorking(5000, { isTTY: { stdout: true } })).toBe('');
    expect(await afterWorking(5000, { isTTY: true }, true)).toBe('');
  });

  it('writes one plain line on a terminal that cannot clear', async () => {
    expect(await afterWorking(5000, { isTTY: true, env: { TERM: 'dumb' } })).toBe('reading…\n');
  });

  it('clears the line when the work fails, and hands the failure on', async () => {
    const { context, stderr } = testContext({ isTTY: true });
    const work = withProgress('reading', { context }, async () => {
      await new Promise((done) => setTimeout(done, 400));
      throw new Error('the disk is gone');
    });
    const outcome = expect(work).rejects.toThrow('the disk is gone');
    await vi.advanceTimersByTimeAsync(400);
    await outcome;
    expect(stderr()).toBe('\rreading…\r\x1b[2K');
    expect(vi.getTimerCount()).toBe(0);
  });
});
