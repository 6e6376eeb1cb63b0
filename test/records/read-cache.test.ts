import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearReadCache,
  openReadCache,
  sizeOfReadCache,
  type CacheKey,
} from '../../src/records/read-cache.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const ORDERS: CacheKey = { subject: 'orders.csv', state: 'version 1', changedNs: 1n };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const words = (given: Uint8Array | undefined): string | undefined => given && Buffer.from(given).toString();

function entryIn(folder: string): string {
  const names = readdirSync(join(folder, '.ecom/cache')).filter((name) => name.endsWith('.read'));
  expect(names).toHaveLength(1);
  return join(folder, '.ecom/cache', names[0] ?? '');
}

function keptIn(folder: string, key = ORDERS, text = 'three kurtas'): void {
  openReadCache(folder, NOW).write(key, [bytes(text)]);
}

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000);
}

describe('the cache of what was read', () => {
  it('gives back in a later run what was kept, in one piece and aligned', () => {
    const folder = temporaryFolder();
    openReadCache(folder, NOW).write(ORDERS, [bytes('three'), bytes(''), bytes(' kurtas')]);
    const kept = openReadCache(folder, NOW).read(ORDERS);
    expect(words(kept)).toBe('three kurtas');
    expect((kept?.byteOffset ?? 1) % 8).toBe(0);
  });

  it('has nothing for another file, another state of the file, or when nothing was ever kept', () => {
    const folder = temporaryFolder();
    expect(openReadCache(folder, NOW).read(ORDERS)).toBeUndefined();
    keptIn(folder);
    const cache = openReadCache(folder, NOW);
    expect(cache.read({ ...ORDERS, subject: 'returns.csv' })).toBeUndefined();
    expect(cache.read({ ...ORDERS, state: 'version 2' })).toBeUndefined();
  });

  it('keeps one entry per file, the latest', () => {
    const folder = temporaryFolder();
    keptIn(folder);
    keptIn(folder, { ...ORDERS, state: 'version 2' }, 'four kurtas');
    expect(sizeOfReadCache(folder).entries).toBe(1);
    expect(openReadCache(folder, NOW).read(ORDERS)).toBeUndefined();
  });

  it('is readable by nobody but the owner, ignored by git, and leaves no other file', () => {
    const folder = temporaryFolder();
    keptIn(folder);
    expect(statSync(join(folder, '.ecom/cache')).mode & 0o777).toBe(0o700);
    expect(statSync(entryIn(folder)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.ecom/cache/.gitignore'), 'utf8')).toBe('*\n');
    expect(readdirSync(join(folder, '.ecom/cache'))).toHaveLength(2);
  });

  it('is not believed when any one byte of it is another', () => {
    const folder = temporaryFolder();
    keptIn(folder);
    const path = entryIn(folder);
    const whole = readFileSync(path);
    const cache = openReadCache(folder, NOW);
    for (let at = 0; at < whole.length; at += 1) {
      for (const flip of [1, 0x80, 0xff]) {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        writeFileSync(path, damaged);
        expect(cache.read(ORDERS), `byte ${at}`).toBeUndefined();
      }
    }
    writeFileSync(path, whole);
    expect(words(cache.read(ORDERS))).toBe('three kurtas');
  });

  it('is not believed when its end is missing, at whatever length, or when something follows', () => {
    const folder = temporaryFolder();
    keptIn(folder);
    const path = entryIn(folder);
    const whole = readFileSync(path);
    const cache = openReadCache(folder, NOW);
    writeFileSync(path, Buffer.concat([whole, Buffer.from('x')]));
    expect(cache.read(ORDERS)).toBeUndefined();
    writeFileSync(path, whole);
    for (let length = whole.length - 1; length >= 0; length -= 1) {
      truncateSync(path, length);
      expect(cache.read(ORDERS), `length ${length}`).toBeUndefined();
    }
  });

  it('is not believed when damaged in any way', () => {
    const folder = temporaryFolder();
    keptIn(folder);
    const path = entryIn(folder);
    const whole = readFileSync(path);
    const cache = openReadCache(folder, NOW);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(damage, (flips) => {
        const damaged = Buffer.from(whole);
        for (const [at, flip] of flips) damaged[at] = (damaged[at] ?? 0) ^ flip;
        fc.pre(!damaged.equals(whole));
        writeFileSync(path, damaged);
        expect(cache.read(ORDERS)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('is not believed when an entry bears another’s name', () => {
    const folder = temporaryFolder();
    keptIn(folder, { ...ORDERS, subject: 'returns.csv' });
    const foreign = readFileSync(entryIn(folder));
    rmSync(entryIn(folder));
    keptIn(folder);
    writeFileSync(entryIn(folder), foreign);
    expect(openReadCache(folder, NOW).read(ORDERS)).toBeUndefined();
  });

  it('does not wait for a pipe or stumble over a folder or a link into nowhere in the place of an entry', () => {
    const folder = temporaryFolder();
    keptIn(folder);
    const path = entryIn(folder);
    const cache = openReadCache(folder, NOW);
    const puts: readonly (() => void)[] = [
      () => execFileSync('mkfifo', [path]),
      () => mkdirSync(path),
      () => symlinkSync('nowhere', path),
    ];
    for (const put of puts) {
      rmSync(path, { recursive: true });
      put();
      expect(cache.read(ORDERS)).toBeUndefined();
      expect(sizeOfReadCache(folder).entries).toBe(0);
    }
    expect(cache.close()).toBeUndefined();
  });

  it('does not keep what was read from a file that changed a moment ago, for it might change again unseen', () => {
    const folder = temporaryFolder();
    const nowNs = (): bigint => BigInt(Date.now()) * 1_000_000n + 1n;
    keptIn(folder, { ...ORDERS, changedNs: nowNs() });
    expect(sizeOfReadCache(folder).entries).toBe(0);
    keptIn(folder, { ...ORDERS, changedNs: nowNs() - 300_000_000n });
    expect(sizeOfReadCache(folder).entries).toBe(1);
  });

  it('gives a clock of whole seconds two of them', () => {
    const folder = temporaryFolder();
    const second = 1_000_000_000n;
    const wholeNow = BigInt(Math.floor(Date.now() / 1000)) * second;
    keptIn(folder, { ...ORDERS, changedNs: wholeNow - second });
    expect(sizeOfReadCache(folder).entries).toBe(0);
    keptIn(folder, { ...ORDERS, changedNs: wholeNow - 3n * second });
    expect(sizeOfReadCache(folder).entries).toBe(1);
  });

  it('forgets what was not used for 30 days, but not what was used since', () => {
    const folder = temporaryFolder();
    const used = { ...ORDERS, subject: 'products.csv' };
    openReadCache(folder, daysAgo(40)).write(ORDERS, [bytes('old')]);
    openReadCache(folder, daysAgo(40)).write(used, [bytes('old but used')]);
    openReadCache(folder, daysAgo(20)).read(used);
    const cache = openReadCache(folder, NOW);
    cache.close();
    expect(cache.read(ORDERS)).toBeUndefined();
    expect(words(cache.read(used))).toBe('old but used');
  });

  it('forgets what was used longest ago when it grows too large', () => {
    const folder = temporaryFolder();
    for (const age of [1, 3, 2]) {
      openReadCache(folder, daysAgo(age)).write({ ...ORDERS, subject: `${age}` }, [new Uint8Array(1000)]);
    }
    const cache = openReadCache(folder, NOW, 2200);
    cache.close();
    expect([1, 2, 3].map((age) => cache.read({ ...ORDERS, subject: `${age}` })?.length)).toEqual([
      1000,
      1000,
      undefined,
    ]);
  });

  it('removes what an interrupted run left, once it can be nobody’s work any more, and no other file', () => {
    const folder = temporaryFolder();
    keptIn(folder);
    const cacheFolder = join(folder, '.ecom/cache');
    const name = (end: string): string => `.tmp-00000000-0000-4000-8000-00000000000${end}`;
    for (const each of [name('1'), name('2'), 'notes.txt']) writeFileSync(join(cacheFolder, each), 'half');
    utimesSync(join(cacheFolder, name('1')), daysAgo(1), daysAgo(1));
    utimesSync(join(cacheFolder, 'notes.txt'), daysAgo(400), daysAgo(400));
    utimesSync(join(cacheFolder, name('2')), NOW, NOW);
    openReadCache(folder, NOW).close();
    expect(existsSync(join(cacheFolder, name('1')))).toBe(false);
    expect(existsSync(join(cacheFolder, name('2')))).toBe(true);
    expect(existsSync(join(cacheFolder, 'notes.txt'))).toBe(true);
  });

  it('tells why nothing could be kept, and throws nothing', () => {
    const folder = temporaryFolder({ '.ecom/cache': 'a file, not a folder' });
    const cache = openReadCache(folder, NOW);
    expect(cache.read(ORDERS)).toBeUndefined();
    cache.write(ORDERS, [bytes('three kurtas')]);
    expect(cache.close()).toMatch(/^(EEXIST|ENOTDIR)$/);
    expect(sizeOfReadCache(folder)).toEqual({ entries: 0, bytes: 0 });
  });

  it('leaves nothing half written on a full disk', ({ skip }) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.ecom/cache'), { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(folder, '.ecom/cache')], {
        stdio: 'ignore',
      });
    } catch {
      skip('only root may mount');
    }
    try {
      const cache = openReadCache(folder, NOW);
      cache.write(ORDERS, [new Uint8Array(1024 * 1024)]);
      expect(cache.close()).toBe('ENOSPC');
      expect(readdirSync(join(folder, '.ecom/cache'))).toEqual([]);
    } finally {
      execFileSync('umount', [join(folder, '.ecom/cache')]);
    }
  });

  it('can be emptied, and tells what it held', () => {
    const folder = temporaryFolder();
    expect(clearReadCache(folder)).toEqual({ entries: 0, bytes: 0 });
    keptIn(folder);
    const held = sizeOfReadCache(folder);
    expect(held).toEqual({ entries: 1, bytes: statSync(entryIn(folder)).size });
    expect(clearReadCache(folder)).toEqual(held);
    expect(openReadCache(folder, NOW).read(ORDERS)).toBeUndefined();
    expect(sizeOfReadCache(folder).entries).toBe(0);
  });
});
