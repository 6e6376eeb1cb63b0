import { Command } from 'commander';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { MAPPED_KINDS, registerMap, type MapFlags } from '../../src/commands/map.ts';
import { OWN_FORMATS } from '../../src/load/map-file.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';
import { fixturePath } from '../helpers/fixtures.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { ordersCsv } from '../helpers/shop-folder.ts';
import { xlsx } from '../helpers/xlsx.ts';

const CONFIG = 'ecom.config.json';
const BILLS =
  'Bill No,Bill Date,Item,Qty,Rate,Remarks\n17,15/01/2026,Kurta,2,1299,\n18,16/01/2026,Stole,1,599,gift\n';

async function ecom(argv: readonly string[], world: WorldOptions) {
  const { context, stdout, stderr } = testContext(world);
  return { code: await run([...argv], context), stdout: stdout(), stderr: stderr() };
}

const map = (argv: readonly string[], world: WorldOptions) => ecom(['map', ...argv], world);
const configIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, CONFIG), 'utf8')) as Record<string, unknown>;

async function parsed(...argv: readonly string[]): Promise<MapFlags | undefined> {
  let seen: MapFlags | undefined;
  const program = new Command('ecom');
  registerMap(program, testContext().context, (flags) => {
    seen = flags;
    return Promise.resolve();
  });
  await program.parseAsync(['map', ...argv], { from: 'user' });
  return seen;
}

describe('ecom map', () => {
  it('parses its flags', async () => {
    expect(await parsed('a.csv')).toEqual({
      file: 'a.csv',
      kind: undefined,
      set: [],
      write: false,
      dateOrder: undefined,
    });
    expect(
      await parsed(
        'a.csv',
        '--kind',
        'costs',
        '--set',
        'sku=No',
        '--set',
        'note=',
        '--write',
        '--date-order',
        'dmy',
      ),
    ).toEqual({ file: 'a.csv', kind: 'costs', set: ['sku=No', 'note='], write: true, dateOrder: 'dmy' });
  });

  it('knows every kind that the owner’s files may have', () => {
    expect(MAPPED_KINDS.map((kind) => `ecom.${kind}`).sort()).toEqual(
      OWN_FORMATS.map(({ kind }) => kind).sort(),
    );
  });

  it('shows what each column was taken for and what the file then gives, and how to use and keep it', async () => {
    const { code, stdout, stderr } = await map(['sales.csv'], { cwd: fixturePath('mapped/lines') });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "sales.csv
      no export that ecom knows; read as Orders (own file)

        column         taken from    how sure  for example
        order          Order ID      sure      TT-2026-104233 · TT-2026-104240 · TT-2…
        date           Order Date    sure      11/1/2026 · 14/1/2026 · 23/1/2026
        amount         Sales         sure      1266.8069 · 6485.2575 · 5588.8541
        customer       Customer ID   sure      TC-10011 · TC-10027 · TC-10034
        sku            Product ID    sure      SAR-207 · KRT-101 · DUP-219
        title          Product Name  sure      Mul Cotton Saree · Indigo Kurta, Block…
        category       Category      sure      Sarees · Kurtas · Dupattas
        quantity       Quantity      sure      1 · 5 · 3
        discount_rate  Discount      sure      0.32 · 0 · 0.2
        state          State         sure      Maharashtra · Kerala · Rajasthan
        country        Country       sure      India

        Not used: Row ID, Ship Date, Ship Mode, Customer Name, Segment, City, Postal
        Code, Region, Sub-Category, Profit

        Gives 12 orders, 51 units, 11 Jan – 1 Apr 2026, in all ₹72,698.86.

      To use it once:
        ecom pnl --data sales.csv \\
          --map order="Order ID" \\
          --map date="Order Date" \\
          --map amount=Sales \\
          --map customer="Customer ID" \\
          --map sku="Product ID" \\
          --map title="Product Name" \\
          --map category=Category \\
          --map quantity=Quantity \\
          --map discount_rate=Discount \\
          --map state=State \\
          --map country=Country
      To keep it:
        ecom map sales.csv --write
      "
    `);
  });

  it('names a file that it knows, and changes nothing', async () => {
    const cwd = temporaryFolder({ 'orders.csv': ordersCsv([{ name: '#1', day: '2026-01-05', price: 100 }]) });
    const { code, stdout } = await map(['orders.csv', '--write'], { cwd });
    expect([code, stdout]).toEqual([
      0,
      'orders.csv: Shopify orders. ecom knows this file; nothing to map.\n',
    ]);
    expect(existsSync(join(cwd, CONFIG))).toBe(false);
  });

  it('writes nothing without --write, not even a question, when nobody can answer', async () => {
    const cwd = temporaryFolder({ 'bills.csv': BILLS });
    const { stdout, stderr } = await map(['bills.csv'], { cwd });
    expect(stderr).toBe('');
    expect(stdout).toContain('--map order="Bill No" \\\n');
    expect(stdout).toContain('ecom map bills.csv --write\n');
    expect(existsSync(join(cwd, CONFIG))).toBe(false);
  });

  it('prints flags that read the file as it showed', async () => {
    const cwd = temporaryFolder({ 'bills.csv': BILLS });
    const { stdout } = await map(['bills.csv'], { cwd });
    const flags = [...stdout.matchAll(/--map (\w+)=(?:"([^"]*)"|(\S+))/g)].flatMap(
      ([, target, quoted, bare]) => ['--map', `${target}=${quoted ?? bare}`],
    );
    const report = await ecom(['check', '--json', ...flags, 'bills.csv'], { cwd });
    const { sources } = JSON.parse(report.stdout) as { sources: { totals: { total: number } }[] };
    expect(report.code).toBe(0);
    expect(sources[0]?.totals.total).toBe(319_700);
  });
});

describe('ecom map --write', () => {
  it('stores the mapping with the exact header, after which the file is read', async () => {
    const cwd = temporaryFolder({ 'bills.csv': BILLS });
    const { code, stdout } = await map(['bills.csv', '--write'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nwrote {2}ecom\.config\.json\n$/);
    expect(configIn(cwd)).toEqual({
      mappings: [
        {
          kind: 'ecom.orders',
          header: ['Bill No', 'Bill Date', 'Item', 'Qty', 'Rate', 'Remarks'],
          columns: { order: 'Bill No', date: 'Bill Date', price: 'Rate', title: 'Item', quantity: 'Qty' },
        },
      ],
    });
    const { code: checked, stdout: page } = await ecom(['check'], { cwd });
    expect(checked).toBe(0);
    expect(page).toContain('total 3,197.00');
  });

  it('keeps everything else in the file, and replaces an earlier mapping of the same header', async () => {
    const before = `{\n    "//": "mine",\n    "shop": { "name": "Tarang Textiles", "packagingPerOrder": "8.50" },\n    "mappings": [\n        { "columns": { "date": "Tag" } }\n    ]\n}\n`;
    const cwd = temporaryFolder({ 'bills.csv': BILLS, [CONFIG]: before });
    await map(['bills.csv', '--write'], { cwd });
    await map(['bills.csv', '--set', 'customer=Remarks', '--write'], { cwd });
    const config = configIn(cwd);
    expect(config).toMatchObject({
      '//': 'mine',
      shop: { name: 'Tarang Textiles', packagingPerOrder: '8.50' },
      mappings: [{ columns: { date: 'Tag' } }, { columns: { order: 'Bill No', customer: 'Remarks' } }],
    });
    expect(Object.keys(config)).toEqual(['//', 'shop', 'mappings']);
    expect(config['mappings']).toHaveLength(2);
    expect(readFileSync(join(cwd, CONFIG), 'utf8')).toContain('\n    "shop"');
  });

  it('writes into the configuration that is read with the file', async () => {
    const cwd = temporaryFolder({ 'exports/bills.csv': BILLS, [`exports/${CONFIG}`]: '{}' });
    const { stdout } = await map(['exports/bills.csv', '--write'], { cwd });
    expect(stdout).toContain('wrote  exports/ecom.config.json');
    expect(existsSync(join(cwd, CONFIG))).toBe(false);
  });

  it('stores a column that was corrected or taken away, and reads nothing from what it does not name', async () => {
    const cwd = temporaryFolder({ 'sales.csv': 'Bill No,Date,Total,Discount\n1,2026-01-05,90.00,0.1\n' });
    await map(['sales.csv', '--set', 'discount_rate=', '--write'], { cwd });
    const { stdout } = await ecom(['check', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [],
      sources: [{ totals: { total: 9000, discount: 0 } }],
    });
  });

  it('stores the order of day and month that was said with it', async () => {
    const cwd = temporaryFolder({ 'bills.csv': 'Bill No,Bill Date,Total\n17,05/01/2026,100\n' });
    const asked = await map(['bills.csv'], { cwd });
    expect(asked.stdout.replace(/\s+/g, ' ')).toContain('may be 5 January or 1 May');
    await map(['bills.csv', '--date-order', 'dmy', '--write'], { cwd });
    expect(configIn(cwd)['dateOrder']).toBe('dmy');
    expect((await ecom(['check'], { cwd })).code).toBe(0);
  });

  it('stores nothing while a needed column is missing (exit 3)', async () => {
    const cwd = temporaryFolder({ 'x.csv': 'Bill No,When paid,Total\n1,soon,12\n' });
    const { code, stderr, stdout } = await map(['x.csv', '--write'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toBe(
      'error: nothing was stored: no column for date\nhint: ecom map x.csv --set date="…" --write\n',
    );
    expect(stdout).toContain('Missing: date. Say which: --set date="…"');
    expect(existsSync(join(cwd, CONFIG))).toBe(false);
  });
});

describe('ecom map on a terminal', () => {
  it('asks, stores on y and nothing on anything else', async () => {
    const cwd = temporaryFolder({ 'bills.csv': BILLS });
    const no = await map(['bills.csv'], { cwd, isTTY: true, stdin: 'n\n' });
    expect(no.stderr).toContain('Store this in ecom.config.json? [y/N] ');
    expect(no.stdout).toContain('To use it once:');
    expect(existsSync(join(cwd, CONFIG))).toBe(false);
    const quiet = await map(['bills.csv'], { cwd, isTTY: true, env: { ECOM_NO_INPUT: '1' } });
    expect(quiet.stderr).toBe('');
    await map(['bills.csv'], { cwd, isTTY: true, stdin: 'y\n' });
    expect(configIn(cwd)['mappings']).toHaveLength(1);
  });

  it('says of a file that is mapped already how it is read, and asks nothing', async () => {
    const cwd = temporaryFolder({ 'bills.csv': BILLS });
    await map(['bills.csv', '--write'], { cwd });
    const { stdout, stderr } = await map(['bills.csv'], { cwd, isTTY: true, stdin: 'y\n' });
    expect(stdout).toContain('Read so far as ecom.config.json says.');
    expect(stderr).toBe('');
  });
});

describe('other kinds', () => {
  it('are found, or said with --kind', async () => {
    const cwd = temporaryFolder({
      'rent.csv': 'Paid on,Amount,Head,Narration\n2026-01-05,24000,Rent,Jaipur\n',
    });
    const { stdout } = await map(['rent.csv', '--kind', 'expenses', '--write'], { cwd });
    expect(stdout).toContain('read as Expenses');
    expect(stdout).not.toContain('--map');
    expect(configIn(cwd)['mappings']).toMatchObject([
      {
        kind: 'ecom.expenses',
        columns: { date: 'Paid on', amount: 'Amount', category: 'Head', note: 'Narration' },
      },
    ]);
    expect((await ecom(['check'], { cwd })).stdout).toContain('Expenses');
  });

  it('of sheets of a workbook are mapped one by one', async () => {
    const cwd = temporaryFolder();
    const bills = BILLS.trim()
      .split('\n')
      .map((line) => line.split(','));
    const rent = [
      ['Paid on', 'Amount', 'Head'],
      ['2026-01-05', '24000', 'Rent'],
    ];
    writeFileSync(join(cwd, 'book.xlsx'), xlsx({ Bills: bills, Rent: rent, Cover: [['My shop']] }));
    const all = await map(['book.xlsx'], { cwd });
    expect(all.stdout).toContain('book.xlsx/Bills\n');
    expect(all.stdout).toContain('read as Expenses');
    const both = await map(['book.xlsx', '--write'], { cwd });
    expect([both.code, both.stderr]).toEqual([
      2,
      expect.stringContaining('hint: name one: "book.xlsx/Bills", "book.xlsx/Rent"\n'),
    ]);
    expect((await map(['book.xlsx/Rent', '--write'], { cwd })).code).toBe(0);
    expect(configIn(cwd)['mappings']).toMatchObject([{ kind: 'ecom.expenses' }]);
  });
});

describe('what ecom map cannot do', () => {
  it.each([
    [['nowhere.csv'], 3, 'there is no file or folder "nowhere.csv"'],
    [['nowhere.xlsx/Rent'], 3, 'there is no file or folder'],
    [['bills.csv', '--set', 'dat=Bill Date'], 2, '--set "dat=Bill Date" names no such column'],
    [['bills.csv', '--set', 'date=Day'], 2, 'the file has Bill No, Bill Date'],
    [['bills.csv', '--set', 'date'], 2, '--set "date" names no such column'],
    [['bills.csv', '--kind', 'sales'], 2, '"--kind <kind>"'],
    [['note.txt'], 3, 'no table with a line of column names was found'],
    [['data.json'], 3, 'JSON, but not an export that ecom knows'],
    [['empty.csv'], 3, 'the file is empty'],
  ])('%j exits with %i', async (argv, code, says) => {
    const cwd = temporaryFolder({
      'bills.csv': BILLS,
      'note.txt': 'hello',
      'data.json': '{"a": 1}',
      'empty.csv': '',
    });
    const result = await map(argv, { cwd });
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(says)]);
  });

  it('with a folder that may not be written is said', async () => {
    const cwd = temporaryFolder({ 'bills.csv': BILLS, [`${CONFIG}/x`]: '' });
    const { code, stderr } = await map(['bills.csv', '--write'], { cwd });
    expect(code).toBe(4);
    expect(stderr).toContain('ecom.config.json cannot be read: it is a folder');
  });
});
