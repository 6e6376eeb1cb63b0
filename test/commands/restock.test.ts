import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerRestock, type RestockFlags } from '../../src/commands/restock.ts';
import { isFolder } from '../../src/commands/restock-letters.ts';
import { runRestock } from '../../src/commands/restock-run.ts';
import { addDays } from '../../src/domain/day.ts';
import { UserError } from '../../src/errors.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const TODAY = '2026-09-01';

const orders = (sku: string): string[] =>
  Array.from(
    { length: 90 },
    (_, index) => `${sku}-${index},${addDays(TODAY, -90 + index)},${sku},Kurta,1,499.00`,
  );

const FILES = {
  'orders.csv': ['order,date,sku,title,quantity,price', ...orders('KRT-101'), ...orders('SAR-301'), ''].join(
    '\n',
  ),
  'stock.csv': `sku,as_of,on_hand\nKRT-101,${TODAY},3\nSAR-301,${TODAY},90\n`,
  'costs.csv': 'sku,unit_cost\nKRT-101,200.00\nSAR-301,300.00\n',
  'suppliers.csv':
    'supplier,lead_days,minimum_order,sku,price,email\nKesar Weavers,10,0,KRT-101,200.00,kesar@example.com\nKesar Weavers,10,0,SAR-301,300.00,\n',
};

async function parsed(argv: string): Promise<RestockFlags> {
  const { context } = testContext();
  let flags: RestockFlags | undefined;
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerRestock(program, context, (given) => {
    flags = given;
    return Promise.resolve();
  });
  await program.parseAsync(['restock', ...argv.split(' ').filter(Boolean)], { from: 'user' });
  if (flags === undefined) throw new Error('not run');
  return flags;
}

async function ecom(argv: string, cwd = temporaryFolder(FILES)) {
  const { context, stdout, stderr } = testContext({ cwd });
  await runRestock(await parsed(`--no-ai --no-cache --as-of ${TODAY} ${argv}`), context);
  return { stdout: stdout(), stderr: stderr(), cwd };
}

interface Shown {
  readonly figures: Readonly<Record<string, { readonly value: number | null }>>;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

const json = async (argv: string, cwd?: string): Promise<Shown> =>
  JSON.parse((await ecom(`--json ${argv}`, cwd)).stdout) as Shown;

describe('the flags of ecom restock', () => {
  it('are those of every report and its own', async () => {
    expect(
      await parsed(
        '--budget 50,000.50 --service 97 --supplier Kesar --horizon 45 --by location --overstock --record',
      ),
    ).toMatchObject({
      ...{
        budget: '50000.50',
        service: 97,
        supplier: 'Kesar',
        horizon: 45,
        by: 'location',
        overstock: true,
        record: true,
      },
    });
    expect(await parsed('--budget ₹5,00,000 --service 95%')).toMatchObject({ budget: '500000', service: 95 });
    expect(await parsed('')).toMatchObject({ budget: undefined, overstock: false, record: false, ai: true });
  });

  it.each([
    '--budget x',
    '--budget -5',
    '--service 40',
    '--service 100',
    '--horizon 0',
    '--horizon 1.5',
    '--horizon 366',
  ])('refuse %s', async (argv) => {
    await expect(parsed(argv)).rejects.toThrow(/Write /);
  });

  it('refuse a supplier without a name', async () => {
    const { context } = testContext();
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    registerRestock(program, context, () => Promise.resolve());
    await expect(program.parseAsync(['restock', '--supplier', ' '], { from: 'user' })).rejects.toThrow(
      'Write it as',
    );
  });
});

describe('ecom restock', () => {
  it('says what to order', async () => {
    const { stdout, stderr } = await ecom('');
    expect(stdout).toContain('1 of 2 products needs ordering now');
    expect(stdout).toMatch(/KRT-101 +3 /);
    expect(stderr).toBe('');
  });

  it('gives figures and tables to programs', async () => {
    const { figures, tables } = await json('--budget 4000');
    expect(Object.keys(tables)).toEqual([
      'plan',
      'overstock',
      'letters',
      'leftOut',
      'transfers',
      'locations',
      'noStock',
    ]);
    expect(figures['restock.budget']?.value).toBe(400_000);
    expect(figures['restock.plan.cost']?.value).toBeLessThanOrEqual(400_000);
  });

  it('takes the promise and the days to last from its flags', async () => {
    const short = await json('--service 90 --horizon 7');
    const long = await json('--service 99 --horizon 60');
    expect(short.tables['plan']?.[0]).toMatchObject({ serviceTarget: 0.9 });
    expect(Number(long.tables['plan']?.[0]?.['orderQuantity'])).toBeGreaterThan(
      Number(short.tables['plan']?.[0]?.['orderQuantity']),
    );
  });

  it('writes a letter, a table, a paper and a mail into a folder, and the report beside', async () => {
    const { stdout, stderr, cwd } = await ecom('-o orders/');
    expect(readdirSync(join(cwd, 'orders')).sort()).toEqual(
      ['csv', 'eml', 'pdf', 'txt'].map((ending) => `PO-20260901-KESAR-WEAVERS-1.${ending}`),
    );
    expect(readFileSync(join(cwd, 'orders', 'PO-20260901-KESAR-WEAVERS-1.txt'), 'utf8')).toContain('KRT-101');
    expect(stderr).toBe('wrote 4 files for 1 order into orders/\n');
    expect(stdout).toContain('Letters: 1 supplier (Kesar Weavers) → orders/');
    expect(existsSync(join(cwd, '.ecom'))).toBe(false);
  });

  it('remembers orders as placed, and does not ask for them twice', async () => {
    const { stderr, cwd } = await ecom('--record');
    expect(stderr).toBe('noted 1 order as placed in .ecom/placed-orders.json\n');
    const again = await ecom('--record -o orders/', cwd);
    expect(again.stdout).toContain('None of 2 products needs ordering now.');
    expect(again.stderr).toBe('note: nothing to order from a known supplier: no letters\n');
    expect((await ecom('--record -q', cwd)).stderr).toBe('');
  });

  it('writes the report to a file that is named', async () => {
    const { cwd } = await ecom('-o plan.html');
    expect(readFileSync(join(cwd, 'plan.html'), 'utf8')).toContain('<html');
    const sheet = await ecom('--format csv --overstock');
    expect(sheet.stdout).toContain('Markdown');
    expect((await ecom('--format eml --to owner@shop.example')).stdout).toMatch(
      /1[ _]product[ _]to[ _]order/,
    );
  });

  it('says in a line what was asked for and is not there', async () => {
    const { stderr } = await ecom('--supplier Nobody --by location --period 2026-08');
    expect(stderr).toContain('note: no product of a supplier called "Nobody"');
    expect(stderr).toContain('note: no product with stock at two locations');
    expect(stderr).toContain('--period and --compare change nothing');
    const empty = temporaryFolder({
      'orders.csv': `order,date,sku,title,quantity,price\n1,2027-01-01,A,B,1,9.00\n`,
    });
    expect((await ecom('', empty)).stderr).toContain('note: no sale before today in these files');
  });

  it('never places orders of the demo shop', async () => {
    const refused = await runRestock(await parsed('--demo --record'), testContext().context).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(UserError);
    expect((refused as UserError).message).toBe('--record cannot be used with --demo');
  });

  it('refuses a budget finer than the currency', async () => {
    await expect(ecom('--budget 10.005')).rejects.toThrow('--budget 10.005');
  });
});

describe('isFolder', () => {
  it('knows a folder by its stroke or by being one', async () => {
    const cwd = temporaryFolder({ 'a.txt': '' });
    mkdirSync(join(cwd, 'there'));
    const answers = await Promise.all(
      ['new/', 'there', 'a.txt', 'none', '-', undefined].map((name) => isFolder(name, { cwd })),
    );
    expect(answers).toEqual([true, true, false, false, false, false]);
  });
});
