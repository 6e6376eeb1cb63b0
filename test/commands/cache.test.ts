import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { registerCache, type CacheFlags } from '../../src/commands/cache.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { storedReading } from '../../src/load/cached-file.ts';
import { readFileBytes } from '../../src/load/read-file.ts';
import { openReadCache, sizeOfReadCache } from '../../src/records/read-cache.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { ordersCsv, smallShop } from '../helpers/shop-folder.ts';

const NOW = '2026-11-22T09:00:00Z';
const COUNT = 600;

/** Orders enough to be worth keeping, all at one price. */
function manyOrders(price: number): string {
  return ordersCsv(
    Array.from({ length: COUNT }, (_, at) => ({ name: `#${1001 + at}`, day: '2026-10-02', price })),
  );
}

const sold = (price: number): number => COUNT * price * 100;

/** A shop whose files changed long enough ago to be kept. */
async function shop(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = temporaryFolder({ 'orders.csv': manyOrders(500), ...more });
  await settled();
  return folder;
}

async function settled(): Promise<void> {
  await setTimeout(80);
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly grossSales: number | null;
}

async function pnl(
  cwd: string,
  argv: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { context, stdout, stderr } = testContext({ cwd, env, now: NOW });
  const code = await run(['pnl', '--json', '--no-ai', ...argv], context);
  const { figures } = JSON.parse(stdout()) as { figures: Record<string, { value: number | null }> };
  const grossSales = figures['pnl.grossSales']?.value ?? null;
  return { code, stdout: stdout(), stderr: stderr(), grossSales };
}

function entriesIn(folder: string): readonly string[] {
  const cache = join(folder, '.ecom/cache');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.endsWith('.read'))
    .map((name) => join(cache, name));
}

/** Puts what another export would give in the place of what is kept: a run that shows it has not read the file. */
function deceive(folder: string, price: number): void {
  const [path = ''] = entriesIn(folder);
  const entry = readFileSync(path);
  const key = entry.subarray(32, 32 + entry.readDoubleLE(24)).toString();
  const [subject, state] = JSON.parse(key) as [string, string];
  const other = readFileBytes(
    { file: 'orders.csv', bytes: Buffer.from(manyOrders(price)) },
    { shop: DEFAULT_SHOP },
  );
  const parts = storedReading(other) ?? [];
  openReadCache(folder, new Date(NOW)).write({ subject, state, changedNs: 1n }, parts);
}

describe('a second run', () => {
  it('does not read a file that has not changed', async () => {
    const folder = await shop();
    expect((await pnl(folder)).grossSales).toBe(sold(500));
    deceive(folder, 700);
    expect((await pnl(folder)).grossSales).toBe(sold(700));
  });

  it('says byte for byte what the first one said, and what a run without a cache says', async () => {
    const folder = temporaryFolder();
    cpSync(fileURLToPath(new URL('../../fixtures/demo', import.meta.url)), folder, { recursive: true });
    await settled();
    const first = await pnl(folder, ['--by', 'sku']);
    const entries = entriesIn(folder).length;
    expect(entries).toBeGreaterThan(2);
    expect((await pnl(folder, ['--by', 'sku'])).stdout).toBe(first.stdout);
    expect((await pnl(folder, ['--by', 'sku', '--no-cache'])).stdout).toBe(first.stdout);
    expect(entriesIn(folder)).toHaveLength(entries);
  });

  it('reads a changed file anew, even one of the same size and with its time set back', async () => {
    const folder = await shop();
    const path = join(folder, 'orders.csv');
    const { atime, mtime, size } = statSync(path);
    await pnl(folder);
    deceive(folder, 700);
    writeFileSync(path, manyOrders(540));
    utimesSync(path, atime, mtime);
    expect(statSync(path).size).toBe(size);
    await settled();
    expect((await pnl(folder)).grossSales).toBe(sold(540));
    deceive(folder, 700);
    expect((await pnl(folder)).grossSales).toBe(sold(700));
  });

  it('reads only the changed one of several files anew', async () => {
    const folder = await shop({ 'september.csv': manyOrders(100).replaceAll('#', '#S') });
    await pnl(folder, ['--data', 'orders.csv']);
    deceive(folder, 700);
    await pnl(folder);
    writeFileSync(join(folder, 'september.csv'), manyOrders(200).replaceAll('#', '#S'));
    expect((await pnl(folder)).grossSales).toBe(sold(700) + sold(200));
  });

  it.each([
    [['--date-order', 'mdy'], {}],
    [[], { ECOM_ZONE: 'UTC' }],
    [['--map', 'total=Total'], {}],
  ])('with other settings (%j %j) reads anew', async (argv, env) => {
    const folder = await shop();
    await pnl(folder);
    deceive(folder, 700);
    expect((await pnl(folder, argv, env)).grossSales).toBe(sold(500));
  });

  it('names the file as it was named this time', async () => {
    const folder = await shop();
    await pnl(folder);
    const { stdout } = await pnl(folder, ['--data', join(folder, 'orders.csv')]);
    expect(stdout).toContain(`"file": ${JSON.stringify(join(folder, 'orders.csv'))}`);
  });

  it('reads anew what is damaged in the cache, silently, and keeps it again', async () => {
    const folder = await shop();
    await pnl(folder);
    const [path = ''] = entriesIn(folder);
    const whole = readFileSync(path);
    for (const damaged of [Buffer.from('not ours'), whole.subarray(0, -100), Buffer.alloc(whole.length)]) {
      writeFileSync(path, damaged);
      expect(await pnl(folder)).toMatchObject({ code: 0, grossSales: sold(500), stderr: '' });
      expect(readFileSync(path).equals(whole)).toBe(true);
    }
  });

  it('looks into an archive without unpacking the meaning again', async () => {
    const { zipSync } = await import('fflate');
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'orders.zip'), zipSync({ 'orders.csv': Buffer.from(manyOrders(500)) }));
    await settled();
    expect((await pnl(folder)).grossSales).toBe(sold(500));
    deceive(folder, 700);
    expect((await pnl(folder)).grossSales).toBe(sold(700));
  });
});

describe('an answer that rests on many orders', () => {
  const many = (price: number): string =>
    ordersCsv(Array.from({ length: 9000 }, (_, at) => ({ name: `#${1001 + at}`, day: '2026-10-02', price })));
  const large = async (): Promise<string> => {
    const folder = temporaryFolder({ 'orders.csv': many(500) });
    await settled();
    return folder;
  };
  const withoutReadings = (folder: string): void => {
    for (const path of entriesIn(folder)) if (statSync(path).size > 60_000) writeFileSync(path, '');
  };

  it('is not worked out again for the same question about the same files', async () => {
    const folder = await large();
    const first = await pnl(folder);
    expect(first.grossSales).toBe(9000 * 50000);
    const before = entriesIn(folder).length;
    withoutReadings(folder);
    expect(await pnl(folder)).toEqual(first);
    // what was emptied was not even missed
    expect(entriesIn(folder).filter((path) => statSync(path).size === 0)).toHaveLength(1);
    expect(entriesIn(folder)).toHaveLength(before);
  });

  it.each([
    [['--period', '2026-10'], {}],
    [['--as-of', '2026-11-20'], {}],
    [['--by', 'sku'], {}],
    [['--no-cache'], {}],
  ])('is worked out for another question (%j %j)', async (argv, env) => {
    const folder = await large();
    await pnl(folder);
    withoutReadings(folder);
    const { stdout } = await pnl(folder, argv, env);
    expect(stdout).toBe((await pnl(folder, [...argv, '--no-cache'], env)).stdout);
    const emptied = entriesIn(folder).filter((path) => statSync(path).size === 0);
    expect(emptied).toHaveLength(argv.includes('--no-cache') ? 1 : 0);
  });

  it('is worked out anew when a file changed, came or went', async () => {
    const folder = await large();
    await pnl(folder);
    writeFileSync(join(folder, 'expenses.csv'), 'date,amount,category\n2026-10-03,100.00,Rent\n');
    await settled();
    expect((await pnl(folder)).stdout).toContain('expenses.csv');
    writeFileSync(join(folder, 'orders.csv'), many(540));
    await settled();
    expect((await pnl(folder)).grossSales).toBe(9000 * 54000);
  });
});

describe('the cache', () => {
  it.each([
    [['--no-cache'], {}, {}],
    [[], { ECOM_NO_CACHE: '1' }, {}],
    [[], {}, { 'ecom.config.json': '{ "cache": false }' }],
  ])('is neither read nor written with %j %j %j', async (argv, env, files) => {
    const folder = await shop();
    await pnl(folder, argv, env);
    if (Object.keys(files).length === 0) expect(existsSync(join(folder, '.ecom'))).toBe(false);
    await pnl(folder);
    deceive(folder, 700);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const [path = ''] = entriesIn(folder);
    const before = readFileSync(path);
    expect((await pnl(folder, argv, env)).grossSales).toBe(sold(500));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is not made for small files, which are as quickly read, nor for the demo shop', async () => {
    const folder = temporaryFolder(smallShop());
    await settled();
    await pnl(folder);
    expect(existsSync(join(folder, '.ecom'))).toBe(false);
    await pnl(folder, ['--demo']);
    expect(existsSync(join(folder, '.ecom'))).toBe(false);
  });

  it('that cannot be written is told in one line and changes nothing else', async () => {
    const folder = await shop({ '.ecom/cache': 'in the way' });
    const ran = await pnl(folder);
    expect(ran).toMatchObject({ code: 0, grossSales: sold(500) });
    expect(ran.stderr).toMatch(
      /^note: what was read could not be kept in \.ecom\/cache \((EEXIST|ENOTDIR)\); the next run reads it anew\n$/,
    );
    expect((await pnl(folder, ['--quiet'])).stderr).toBe('');
    expect((await pnl(folder, ['--no-cache'])).stderr).toBe('');
  });

  it('is left out when the disk is full', async ({ skip }) => {
    const folder = await shop();
    mkdirSync(join(folder, '.ecom'));
    try {
      const options = ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', join(folder, '.ecom')];
      execFileSync('mount', options, { stdio: 'ignore' });
    } catch {
      skip('only root may mount');
    }
    try {
      const ran = await pnl(folder);
      expect(ran).toMatchObject({ code: 0, grossSales: sold(500) });
      expect(ran.stderr).toContain('(ENOSPC)');
      expect(readdirSync(join(folder, '.ecom/cache')).filter((name) => name !== '.gitignore')).toEqual([]);
    } finally {
      execFileSync('umount', [join(folder, '.ecom')]);
    }
  });

  it('survives a run that was killed while it wrote, and sweeps up behind it', async () => {
    const folder = await shop();
    const source = fileURLToPath(new URL('../../src/records/read-cache.ts', import.meta.url));
    const script = `import { openReadCache } from ${JSON.stringify(source)};
      const part = new Uint8Array(1024 * 1024);
      const parts = Array.from({ length: 900 }, () => part);
      openReadCache(${JSON.stringify(folder)}, new Date()).write({ subject: 'x', state: 'y', changedNs: 1n }, parts);`;
    const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const ended = once(writer, 'exit');
    const cache = join(folder, '.ecom/cache');
    const left = (): readonly string[] =>
      existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('.tmp-')) : [];
    while (left().length === 0 && writer.exitCode === null) await setTimeout(1);
    writer.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    expect(left()).toHaveLength(1);
    expect(sizeOfReadCache(folder).entries).toBe(0);
    const longAgo = new Date('2026-11-22T08:00:00Z');
    utimesSync(join(cache, left()[0] ?? ''), longAgo, longAgo);
    expect(await pnl(folder)).toMatchObject({ code: 0, grossSales: sold(500), stderr: '' });
    expect(left()).toEqual([]);
    expect(sizeOfReadCache(folder).entries).toBe(1);
  });
});

describe('ecom cache', () => {
  async function ecom(cwd: string, ...argv: readonly string[]): Promise<string> {
    const { context, stdout, stderr } = testContext({ cwd, now: NOW });
    expect([await run(argv, context), stderr()]).toEqual([0, '']);
    return stdout();
  }

  it('parses its flags', async () => {
    const seen: CacheFlags[] = [];
    for (const argv of [['cache'], ['cache', '--json'], ['cache', 'clear']]) {
      const program = new Command('ecom');
      registerCache(program, testContext().context, (flags) => {
        seen.push(flags);
        return Promise.resolve();
      });
      await program.parseAsync(argv, { from: 'user' });
    }
    expect(seen).toEqual([
      { clear: false, json: false },
      { clear: false, json: true },
      { clear: true, json: false },
    ]);
  });

  it('says what there is, and clear removes it', async () => {
    const folder = await shop();
    expect(await ecom(folder, 'cache')).toBe('the cache is empty\n');
    await pnl(folder);
    const { bytes } = sizeOfReadCache(folder);
    expect(await ecom(folder, 'cache')).toMatch(/^1 file, [\d.]+ kB in \.ecom\/cache\n$/);
    expect(JSON.parse(await ecom(folder, 'cache', '--json'))).toEqual({
      schemaVersion: 1,
      entries: 1,
      bytes,
    });
    expect(await ecom(folder, 'cache', 'clear')).toMatch(/^removed 1 file, [\d.]+ kB\n$/);
    expect(await ecom(folder, 'cache', 'clear')).toBe('the cache was empty\n');
    expect(entriesIn(folder)).toEqual([]);
  });

  it('refuses words that it does not know', async () => {
    const { context, stderr } = testContext();
    expect(await run(['cache', 'burn'], context)).toBe(2);
    expect(stderr()).toMatch(/^error: /);
  });

  it('says when it cannot be emptied', async () => {
    const folder = temporaryFolder({ '.ecom/cache': 'in the way' });
    const { context, stderr } = testContext({ cwd: folder });
    expect(await run(['cache', 'clear'], context)).toBe(3);
    expect(stderr()).toBe(
      'error: .ecom/cache cannot be emptied (ENOTDIR)\n' +
        'hint: run it as somebody who may write there, or remove the folder yourself\n',
    );
  });
});
