import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemText } from '../../src/domain/problem.ts';
import { DEFAULT_SHOP, type ShopSettings } from '../../src/domain/shop.ts';
import { UserError } from '../../src/errors.ts';
import { loadBooks, type Loaded } from '../../src/load/load-books.ts';
import { fixturePath } from '../helpers/fixtures.ts';
import { sharedPath } from '../helpers/shared.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ecom-load-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const HEADER =
  'Name,Financial Status,Fulfillment Status,Currency,Total,Refunded Amount,Created at,Cancelled at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
const order = (name: string, day: string, more: { status?: string; refunded?: string } = {}): string =>
  `${name},${more.status ?? 'paid'},fulfilled,INR,200.00,${more.refunded ?? '0.00'},${day} 10:00:00 +0530,,1,Gamcha,200.00,GAM-RED`;
const write = async (name: string, ...rows: readonly string[]): Promise<void> =>
  writeFile(join(cwd, name), [HEADER, ...rows, ''].join('\n'));
const load = (paths: readonly string[], shop: Partial<ShopSettings> = {}): Promise<Loaded> =>
  loadBooks(paths, { cwd, shop: { ...DEFAULT_SHOP, ...shop } });
const told = ({ problems }: Loaded): readonly string[] =>
  problems.map((problem) => `${problem.severity}: ${problemText(problem)}`);

describe('the paths', () => {
  it('may be a file, a folder, or several', async () => {
    await mkdir(join(cwd, 'exports/older'), { recursive: true });
    await write('exports/may.csv', order('#1', '2026-05-01'));
    await write('exports/older/april.csv', order('#0', '2026-04-01'));
    await write('june.csv', order('#2', '2026-06-01'));
    const { books } = await load(['exports', 'june.csv']);
    expect(books.sources.map((source) => source.file)).toEqual(['exports/may.csv', 'june.csv']);
    expect(books.orders.map((each) => each.number)).toEqual(['#1', '#2']);
    expect(books.demo).toBe(false);
  });

  it('give the same books in any order', async () => {
    await write('a.csv', order('#1', '2026-05-01'), order('#2', '2026-05-02', { refunded: '50.00' }));
    await write('b.csv', order('#2', '2026-05-02'), order('#3', '2026-05-03'));
    await write('c.csv', order('#3', '2026-05-03', { status: 'refunded' }), order('#1', '2026-05-01'));
    const [one, two] = [await load(['a.csv', 'b.csv', 'c.csv']), await load(['c.csv', 'b.csv', 'a.csv'])];
    expect(two).toEqual(one);
    expect(one.books.orders).toHaveLength(3);
  });

  it('that do not exist are the owner’s to put right', async () => {
    const failure = await load(['mai.csv']).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({ message: 'there is no file or folder "mai.csv"', exitCode: 3 });
  });

  it('that name the same file twice name it once', async () => {
    await write('may.csv', order('#1', '2026-05-01'));
    const loaded = await load(['.', 'may.csv', './may.csv']);
    expect(loaded.books.sources).toHaveLength(1);
    expect(told(loaded)).toEqual([]);
  });

  it('may be a zip as the platform mails it', async () => {
    const csv = strToU8(`${HEADER}\n${order('#1', '2026-05-01')}\n`);
    await writeFile(join(cwd, 'orders_export.zip'), zipSync({ 'orders_export_1.csv': csv }));
    const { books } = await load(['orders_export.zip']);
    expect(books.orders.at(0)?.file).toBe('orders_export.zip/orders_export_1.csv');
  });
});

describe('a folder', () => {
  it('may hold files that are nobody’s business', async () => {
    await write('may.csv', order('#1', '2026-05-01'));
    for (const name of ['ecom.config.json', 'package.json', '.hidden.csv', 'photo.jpg', 'book.pdf']) {
      await writeFile(join(cwd, name), '{"private": true}');
    }
    await writeFile(join(cwd, 'settings.json'), '{"editor": "none"}');
    await writeFile(join(cwd, 'notes.txt'), 'call the weaver, ask for indigo');
    const loaded = await load(['.']);
    expect(loaded.books.sources).toHaveLength(1);
    expect(told(loaded)).toEqual([]);
  });

  it('tells of a JSON file that is cut off, for it may have been an export', async () => {
    await writeFile(join(cwd, 'orders.json'), '{"orders":[{"name":"#1"');
    expect(told(await load(['.']))[0]).toMatch(/^error: orders\.json:1: not valid JSON/);
  });

  it('tells of a table it cannot read', async () => {
    await writeFile(join(cwd, 'weavers.csv'), 'weaver,village\nLal,Kota\n');
    expect(told(await load(['.']))).toEqual([
      'error: weavers.csv: not an export that ecom knows – the file was left out',
    ]);
  });
});

describe('a named file', () => {
  it('that ecom does not know is an error, whatever it is', async () => {
    await writeFile(join(cwd, 'package.json'), '{"private": true}');
    await writeFile(join(cwd, 'notes.txt'), 'call the weaver');
    await writeFile(join(cwd, 'book.xlsx'), zipSync({ '[Content_Types].xml': strToU8('<Types/>') }));
    const loaded = await load(['package.json', 'notes.txt', 'book.xlsx']);
    expect(loaded.problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['unreadable-file', 'error', 'book.xlsx'],
      ['unknown-format', 'error', 'notes.txt'],
      ['unknown-format', 'error', 'package.json'],
    ]);
  });

  it('may be called anything', async () => {
    await write('something.txt', order('#1', '2026-05-01'));
    expect((await load(['something.txt'])).books.orders).toHaveLength(1);
  });
});

describe('files that overlap', () => {
  it('count once when they are the same bytes', async () => {
    await write('a.csv', order('#1', '2026-05-01'));
    await write('a (1).csv', order('#1', '2026-05-01'));
    const loaded = await load(['.']);
    expect(loaded.books.orders).toHaveLength(1);
    expect(told(loaded)).toEqual(['note: a.csv: the same file as a (1).csv – counted once']);
  });

  it('count an order once, as the more recent export has it', async () => {
    await write('june.csv', order('#1', '2026-05-01', { refunded: '200.00' }), order('#3', '2026-06-03'));
    await write('may.csv', order('#1', '2026-05-01'), order('#2', '2026-05-02'));
    const loaded = await load(['.']);
    expect(loaded.books.orders.map((each) => [each.number, each.refunded])).toEqual([
      ['#1', 20000],
      ['#3', 0],
      ['#2', 0],
    ]);
    expect(told(loaded)).toEqual([
      'note: may.csv: 1 of 1 orders that are in june.csv too differ there (#1); june.csv counts',
    ]);
    expect(loaded.books.sources.map((source) => source.duplicates)).toEqual([0, 1]);
  });

  it('of the same age count the version with more given back', async () => {
    await write('a.csv', order('#1', '2026-05-01', { refunded: '200.00' }));
    await write('b.csv', order('#1', '2026-05-01'));
    expect((await load(['.'])).books.orders.at(0)?.refunded).toBe(20000);
  });

  it('say nothing when the order is the same in both', async () => {
    await write('a.csv', order('#1', '2026-05-01'));
    await write('b.csv', order('#1', '2026-05-01'), order('#2', '2026-05-02'));
    const loaded = await load(['.']);
    expect(loaded.books.orders).toHaveLength(2);
    expect(told(loaded)).toEqual([]);
  });

  it('keep equal rows of one file, and drop them from the other', async () => {
    const header = 'Transaction Date,Type,Order,Card Brand,Payout Status,Amount,Fee,Net,Currency';
    const refund = '2026-06-10 10:00:00 +0530,refund,#1,visa,paid,-50.00,0.00,-50.00,INR';
    await writeFile(join(cwd, 'a.csv'), [header, refund, refund, ''].join('\n'));
    await writeFile(
      join(cwd, 'b.csv'),
      [header, refund.replace('paid', 'pending'), refund, refund, ''].join('\n'),
    );
    const { books } = await load(['.']);
    expect(books.movements).toHaveLength(3);
    expect(books.movements.every((movement) => movement.final)).toBe(true);
  });

  it('of products and inventory count the stock once, place by place', async () => {
    for (const name of ['shopify-products.csv', 'shopify-inventory.csv']) {
      await writeFile(join(cwd, name), await readFile(fixturePath(`exports/${name}`)));
    }
    const { books } = await load(['.']);
    expect(books.stock.map((level) => [level.sku, level.location ?? '–'])).toEqual([
      ['KRT-IND-M', 'Jaipur store'],
      ['00712', 'Jaipur store'],
      ['Block-print napkins', 'Jaipur store'],
      ['KRT-IND-L', '–'],
    ]);
  });
});

describe('files without a currency', () => {
  const catalogue =
    'Handle,Title,Vendor,Variant SKU,Variant Price,Cost per item\ngamcha,Gamcha,Tarang,GAM-RED,1200,610\n';

  it('take the one most orders are in', async () => {
    await writeFile(join(cwd, 'products.csv'), catalogue);
    await write('orders.csv', order('#1', '2026-05-01').replace('INR', 'JPY'));
    const { books } = await load(['.']);
    expect(books.products[0]).toMatchObject({ currency: 'JPY', price: 1200 });
    expect(books.costs[0]).toMatchObject({ currency: 'JPY', unitCost: 610 });
    expect(books.orders.at(0)?.total).toBe(200);
  });

  it('take the shop’s own when it is set, and rupees when nothing says', async () => {
    await writeFile(join(cwd, 'products.csv'), catalogue);
    expect((await load(['.'], { currency: 'KWD' })).books.products[0]?.price).toBe(1_200_000);
    expect((await load(['.'])).books.products[0]).toMatchObject({ currency: 'INR', price: 120_000 });
  });

  it('may be orders, whose lines follow', async () => {
    await write('orders.csv', order('#1', '2026-05-01').replace('INR', ''));
    expect((await load(['.'])).books.orders.at(0)).toMatchObject({
      currency: 'INR',
      lines: [{ amount: 20000 }],
    });
    await write(
      'yen.csv',
      order('#2', '2026-05-01').replace('INR', 'JPY'),
      order('#3', '2026-05-01').replace('INR', 'JPY'),
    );
    const { books } = await load(['.']);
    expect(books.orders.at(0)).toMatchObject({ currency: 'JPY', total: 200, lines: [{ amount: 200 }] });
  });
});

const blns = sharedPath('security/blns/blns.json');
describe.skipIf(blns === undefined)('naughty strings, when they are there', () => {
  it('in every text of an order never break the reading, and are safe to show', async () => {
    const strings = JSON.parse(readFileSync(blns ?? '', 'utf8')) as string[];
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = strings.map((text, index) =>
      [
        ...[`#${index + 1}`, cell(text), cell(text), 'INR', '200.00', cell(text)],
        ...['2026-05-01 10:00:00 +0530', '', '1', cell(text), '200.00', cell(text)],
      ].join(','),
    );
    await write('naughty.csv', ...rows);
    const { books } = await load(['naughty.csv']);
    expect(books.orders).toHaveLength(strings.length);
    for (const { lines } of books.orders) {
      expect(lines[0]?.title).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(lines[0]?.amount).toBe(20000);
    }
  });

  it('as cells of any column never break the reading', async () => {
    const strings = JSON.parse(readFileSync(blns ?? '', 'utf8')) as string[];
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await write(
      'naughty.csv',
      ...strings.map((text) =>
        HEADER.split(',')
          .map(() => cell(text))
          .join(','),
      ),
    );
    const { books, problems } = await load(['naughty.csv']);
    expect(books.orders).toEqual([]);
    expect(problems.length).toBeGreaterThan(strings.length / 2);
  });
});
