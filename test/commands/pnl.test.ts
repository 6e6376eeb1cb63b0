import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { registerPnl, type PnlFlags } from '../../src/commands/pnl.ts';
import { Command } from 'commander';
import { testContext, type WorldOptions } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { ordersCsv, smallShop } from '../helpers/shop-folder.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function ecom(line: string, options: WorldOptions = {}): Promise<Ran> {
  const { context, stdout, stderr } = testContext(options);
  const code = await run(line.split(' ').filter(Boolean), context);
  return { code, out: stdout(), err: stderr() };
}

interface Json {
  readonly figures: Record<string, { readonly value: number | null; readonly status: string }>;
  readonly tables: Record<string, Record<string, unknown>[]>;
  readonly narrative: { readonly source: string; readonly text: string };
  readonly problems: { readonly message: string; readonly line?: number }[];
  readonly period: { readonly from: string; readonly to: string };
  readonly compare: { readonly from: string } | null;
  readonly currency: string;
  readonly demo: boolean;
}

async function json(line: string, cwd: string): Promise<Json> {
  const { out } = await ecom(`${line} --json --no-ai`, { cwd });
  return JSON.parse(out) as Json;
}

const October = '--period 2026-10 --as-of 2026-11-22';

describe('ecom pnl', () => {
  it('parses its flags without running anything', async () => {
    const program = new Command();
    const seen: PnlFlags[] = [];
    registerPnl(program, testContext().context, (flags) => {
      seen.push(flags);
      return Promise.resolve();
    });
    await program.parseAsync(['pnl', '--period', '2026-10', '--by', 'sku', '--no-ai', '--json'], {
      from: 'user',
    });
    expect(seen[0]).toMatchObject({ period: '2026-10', by: 'sku', ai: false, format: 'json', strict: false });
  });

  it('answers a month from the files of the folder it runs in, worked by hand', async () => {
    const { figures, period, compare, currency } = await json(`pnl ${October}`, temporaryFolder(smallShop()));
    const value = (id: string) => figures[`pnl.${id}`]?.value;
    expect([period, compare?.from, currency]).toEqual([
      { from: '2026-10-01', to: '2026-10-31' },
      '2026-09-01',
      'INR',
    ]);
    expect([value('orders'), value('units'), value('grossSales')]).toEqual([4, 5, 400_000]);
    expect([value('refunds'), value('taxInRefunds')]).toEqual([
      59_000,
      Math.round((59_000 * 9_000) / 63_900),
    ]);
    expect(value('taxCollected')).toBe(72_000);
    expect([value('shippingIncome'), value('shippingCost')]).toEqual([19_600, 28_000]);
    expect(value('costOfGoods')).toBe(160_000);
    expect(value('operatingExpenses')).toBe(31_000);
    const net = 400_000 - 59_000 + 8_310 + 19_600 - 160_000 - 28_000 - 31_000;
    expect(value('netProfit')).toBe(net);
  });

  it('covers all days and compares with nothing when no period is named', async () => {
    const { period, compare, figures } = await json('pnl', temporaryFolder(smallShop()));
    expect(period).toEqual({ from: '2026-09-03', to: '2026-10-31' });
    expect(compare).toBeNull();
    expect(figures['pnl.orders']?.value).toBe(7);
  });

  it('gives the same bytes for the same files, day and command', async () => {
    const cwd = temporaryFolder(smallShop());
    const [one, two] = await Promise.all([
      ecom(`pnl ${October} --no-ai`, { cwd }),
      ecom(`pnl ${October} --no-ai`, { cwd }),
    ]);
    expect(one.out).toBe(two.out);
    expect(one.out).toContain('Net profit');
  });

  it('says how to look at the demo shop when the folder holds no exports', async () => {
    const { code, out, err } = await ecom('pnl --no-ai', { cwd: temporaryFolder({}) });
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('ecom pnl --demo');
  });

  it('names the file and the missing columns when nothing could be read', async () => {
    const cwd = temporaryFolder({ 'sales.csv': 'Name,Financial Status,Lineitem name\n#1,paid,Kurta\n' });
    const { code, err } = await ecom('pnl --no-ai --data sales.csv', { cwd });
    expect(code).toBe(3);
    expect(err).toContain('sales.csv');
    expect(err).toContain('lineitem quantity');
  });

  it('marks everything it shows of the demo shop', async () => {
    const shown = await Promise.all(
      ['text', 'md', 'html', 'csv'].map((format) => ecom(`pnl --demo --no-ai --format ${format}`)),
    );
    for (const { out } of shown) expect(out).toContain('DEMO');
    expect(JSON.parse((await ecom('pnl --demo --no-ai --json')).out)).toMatchObject({ demo: true });
  });

  it('takes the day after the demo shop’s last sale for today, whatever the clock says', async () => {
    const lines = ['2026-11-22T09:00:00Z', '2031-01-01T09:00:00Z'].map((now) =>
      ecom('pnl --demo --no-ai --period last-month', { now }),
    );
    const [one, two] = await Promise.all(lines);
    expect(one?.out).toBe(two?.out);
    expect(one?.out).toContain('Oct 2026');
  });

  it('leaves a bad row out, tells where it is, and counts the rest', async () => {
    const rows = smallShop();
    const broken = {
      ...rows,
      'orders.csv': (rows['orders.csv'] ?? '').replace('1000.00,KRT-101', 'abc,KRT-101'),
    };
    const cwd = temporaryFolder(broken);
    const { code, err, out } = await ecom('pnl --no-ai', { cwd });
    expect(code).toBe(0);
    expect(err).toMatch(/orders\.csv:2: .*"abc"/);
    expect(out).toContain('Net profit');
    expect((await ecom('pnl --no-ai --strict', { cwd })).code).toBe(3);
    expect((await ecom('pnl --no-ai --quiet', { cwd })).err).toBe('');
  });

  it('says which days there are when the period is empty, and ends well', async () => {
    const { code, out, err } = await ecom('pnl --period 2025-01 --no-ai', {
      cwd: temporaryFolder(smallShop()),
    });
    expect(code).toBe(0);
    expect(out).toContain('No orders');
    expect(err).toContain('the data covers 3 Sep – 31 Oct 2026');
  });

  it('refuses a period it does not know and lists the ways to name one', async () => {
    const { code, err } = await ecom('pnl --period octember --no-ai', { cwd: temporaryFolder(smallShop()) });
    expect(code).toBe(2);
    expect(err).toContain('"octember"');
    expect(err).toContain('last-month');
  });

  it('takes days from --from and --to', async () => {
    const { period } = await json('pnl --from 2026-10-02 --to 2026-10-09', temporaryFolder(smallShop()));
    expect(period).toEqual({ from: '2026-10-02', to: '2026-10-09' });
  });

  it('follows a figure to its rows', async () => {
    const cwd = temporaryFolder(smallShop());
    const { out } = await ecom(`pnl ${October} --trace pnl.refunds`, { cwd });
    expect(out).toBe('2026-10-20  refunds  590.00  #1006  orders.csv:7\n');
    const refused = await ecom('pnl --trace pnl.moon', { cwd });
    expect([refused.code, refused.err.includes('pnl.refunds')]).toEqual([2, true]);
  });

  it('traces every line of the statement to rows that add up to it', async () => {
    const cwd = temporaryFolder(smallShop());
    const { figures } = await json(`pnl ${October}`, cwd);
    for (const id of [
      'grossSales',
      'refunds',
      'taxInRefunds',
      'costOfGoods',
      'shippingCost',
      'operatingExpenses',
      'taxCollected',
    ]) {
      const { out } = await ecom(`pnl ${October} --trace pnl.${id} --json`, { cwd });
      const { rows } = JSON.parse(out) as { rows: { amount: number }[] };
      expect(
        rows.reduce((sum, { amount }) => sum + amount, 0),
        id,
      ).toBe(figures[`pnl.${id}`]?.value);
    }
  });

  it('breaks the statement down into rows that add up to it', async () => {
    const { figures, tables } = await json(`pnl ${October} --by sku`, temporaryFolder(smallShop()));
    const sum = (column: string) => tables['breakdown']?.reduce((all, row) => all + Number(row[column]), 0);
    expect(sum('grossSales')).toBe(figures['pnl.grossSales']?.value);
    expect(sum('netSales')).toBe(figures['pnl.netSales']?.value);
    expect(sum('contribution')).toBe(figures['pnl.contribution']?.value);
  });

  it('writes a file by its ending, and leaves what was there when it fails', async () => {
    const cwd = temporaryFolder(smallShop());
    const { code, out } = await ecom(`pnl ${October} --no-ai -o october.html`, { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(join(cwd, 'october.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    const failed = await ecom('pnl --period octember --no-ai -o october.html', { cwd });
    expect([failed.code, readFileSync(join(cwd, 'october.html'), 'utf8').length > 1000]).toEqual([2, true]);
  });

  it('makes a whole mail, the same for the same day, and needs somebody to write to', async () => {
    const cwd = temporaryFolder(smallShop());
    const line = `pnl ${October} --no-ai --format eml --to owner@shop.example --from reports@shop.example`;
    const [one, two] = await Promise.all([
      ecom(line, { cwd }),
      ecom(line, { cwd, now: '2026-11-22T10:00:01Z' }),
    ]);
    expect(one.out).toBe(two.out);
    expect(one.out).toMatch(/^To: owner@shop\.example\r$/m);
    expect(one.out).toMatch(/^Subject: /m);
    expect((await ecom(`pnl ${October} --no-ai --format eml`, { cwd })).code).toBe(2);
  });

  it('shows what a model would be sent, sends nothing, and names no customer', async () => {
    const cwd = temporaryFolder(smallShop());
    const { code, out } = await ecom(`pnl ${October} --show-prompt`, {
      cwd,
      env: { GEMINI_API_KEY: 'test-key-123456' },
    });
    expect(code).toBe(0);
    expect(out).toContain('pnl.netProfit');
    for (const secret of ['Asha', 'asha@', '98450', 'test-key']) expect(out).not.toContain(secret);
  });

  it('asks for a model only when it may: without a key the report is whole, and --require-ai is exit 5', async () => {
    const cwd = temporaryFolder(smallShop());
    const plain = await ecom(`pnl ${October}`, { cwd });
    expect([plain.code, plain.err]).toEqual([0, '']);
    expect(plain.out).toContain('Summary: built-in (no AI key)');
    const required = await ecom(`pnl ${October} --require-ai`, { cwd });
    expect([required.code, required.out.includes('Net profit')]).toEqual([5, true]);
  });

  it('writes five lines at most for a messenger', async () => {
    const { out } = await ecom(`pnl ${October} --no-ai --tone message`, {
      cwd: temporaryFolder(smallShop()),
    });
    expect(out).not.toContain('Gross sales');
    const { narrative } = await json(`pnl ${October} --tone message`, temporaryFolder(smallShop()));
    expect(narrative.text.split('\n').length).toBeLessThanOrEqual(5);
  });

  it('writes the plain summary in Hindi', async () => {
    const { narrative } = await json(`pnl ${October} --lang hi`, temporaryFolder(smallShop()));
    expect(narrative.text).toMatch(/शुद्ध लाभ ₹/);
  });

  it('counts a file that is given twice, and an overlapping one, once', async () => {
    const rows = smallShop();
    const cwd = temporaryFolder({
      ...rows,
      'copy.csv': rows['orders.csv'] ?? '',
      'october.csv': ordersCsv([
        { name: '#1007', day: '2026-10-31', price: 500, sku: 'DUP-220', title: 'Silk Dupatta' },
      ]),
    });
    const { figures } = await json('pnl', cwd);
    expect(figures['pnl.orders']?.value).toBe(7);
  });
});

describe('what ecom pnl says when it cannot do all that was asked', () => {
  const own = 'Sale Ref,Day,Amt Recd,Item\nA1,2026-10-05,500.00,Kurta\n';

  it('names the header that a mapping means and the file does not have', async () => {
    const { code, err } = await ecom('pnl --no-ai --map date=Nope', {
      cwd: temporaryFolder({ 'sales.csv': own }),
    });
    expect(code).toBe(3);
    expect(err).toContain('has no column "Nope"');
    expect(err).toContain('sale ref, day, amt recd, item');
  });

  it('names the columns that a mapping still lacks, and reads the file once it has them', async () => {
    const cwd = temporaryFolder({ 'sales.csv': own });
    const { err } = await ecom('pnl --no-ai --map date=Day', { cwd });
    expect(err).toContain('which column holds order, price or total');
    expect(err).toContain('add --map order=');
    const { context, stdout } = testContext({ cwd });
    const maps = ['date=Day', 'order=Sale Ref', 'total=Amt Recd', 'title=Item'].flatMap((map) => [
      '--map',
      map,
    ]);
    await run(['pnl', '--no-ai', '--json', ...maps], context);
    expect((JSON.parse(stdout()) as Json).figures['pnl.grossSales']?.value).toBe(50000);
  });

  it('says that there is nothing to compare with', async () => {
    const { err } = await ecom('pnl --no-ai --period 2026-10 --compare last-year', {
      cwd: temporaryFolder(smallShop()),
    });
    expect(err).toContain('nothing to compare with: the data begins on 3 Sep 2026');
    const whole = await ecom('pnl --no-ai --compare previous', { cwd: temporaryFolder(smallShop()) });
    expect(whole.err).toContain('no period was named');
  });

  it('says that a figure has no rows', async () => {
    const { out } = await ecom(`pnl ${October} --trace pnl.advertising`, {
      cwd: temporaryFolder(smallShop()),
    });
    expect(out).toBe('no rows: no file says anything of pnl.advertising in Oct 2026\n');
  });

  it('says that the built-in summary knows two languages', async () => {
    const { out } = await ecom('pnl --no-ai --lang fr', { cwd: temporaryFolder(smallShop()) });
    expect(out.replace(/\s+/g, ' ')).toContain('The built-in summary knows English and Hindi only.');
  });

  it('shows costs of which nothing is known as not known in a breakdown', async () => {
    const { tables } = await json(
      'pnl --by month',
      temporaryFolder({ 'orders.csv': smallShop()['orders.csv'] ?? '' }),
    );
    expect(tables['breakdown']?.[0]).toMatchObject({
      fulfilment: null,
      advertising: null,
      operatingExpenses: null,
    });
  });

  it('ends a close that cannot be written in words', async () => {
    const cwd = temporaryFolder({ ...smallShop(), '.ecom': 'a file where the folder should be' });
    const { code, err } = await ecom('close 2026-09', { cwd });
    expect([code, err.includes('.ecom/closed/2026-09.json cannot be')]).toEqual([3, true]);
  });
});

describe('ecom close', () => {
  it('records a month, and later says what would move and which order moves it', async () => {
    const files = smallShop();
    const cwd = temporaryFolder(files);
    const done = await ecom('close 2026-09', { cwd });
    expect([done.code, done.out.includes('closed Sep 2026: net profit ₹')]).toEqual([0, true]);
    expect((await ecom('pnl --period 2026-09 --no-ai', { cwd })).out).toContain('nothing would move');
    writeFileSync(
      join(cwd, 'orders.csv'),
      (files['orders.csv'] ?? '').replace('Razorpay,0.00', 'Razorpay,118.00'),
    );
    const { out } = await ecom('pnl --period 2026-09 --no-ai --width 200', { cwd });
    expect(out.replace(/\s+/g, ' ')).toContain('refunds of #1001 ₹0.00 → ₹118.00');
  });

  it('refuses a month that is not over, one that is closed, one without data, and the demo shop', async () => {
    const cwd = temporaryFolder(smallShop());
    expect((await ecom('close 2026-11', { cwd })).err).toContain('not over yet');
    expect((await ecom('close 2025-01', { cwd })).err).toContain('hold nothing');
    await ecom('close 2026-09', { cwd });
    expect((await ecom('close 2026-09', { cwd })).err).toContain('--again');
    expect((await ecom('close 2026-09 --again', { cwd })).code).toBe(0);
    expect((await ecom('close 2026-09 --demo', { cwd })).code).toBe(2);
    expect(existsSync(join(cwd, '.ecom', 'closed', '2026-11.json'))).toBe(false);
  });

  it('never believes a record that was changed afterwards', async () => {
    const cwd = temporaryFolder(smallShop());
    await ecom('close 2026-09', { cwd });
    const path = join(cwd, '.ecom', 'closed', '2026-09.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"pnl.orders": 3', '"pnl.orders": 4'));
    const { code, err } = await ecom('pnl --period 2026-09 --no-ai', { cwd });
    expect([code, err.includes('was changed')]).toEqual([3, true]);
  });
});

describe('ecom check', () => {
  it('says what each file was taken for, with totals, and ends well when all can be used', async () => {
    const { code, out } = await ecom('check', { cwd: temporaryFolder(smallShop()) });
    expect(code).toBe(0);
    expect(out).toContain('Shopify orders');
    expect(out).toContain('Every order adds up');
    expect(out).toContain('Everything can be used.');
  });

  it('lists problems with their lines and ends with 3', async () => {
    const rows = smallShop();
    const cwd = temporaryFolder({
      ...rows,
      'orders.csv': (rows['orders.csv'] ?? '').replace('1000.00,KRT-101', 'abc,KRT-101'),
    });
    const { code, out } = await ecom('check orders.csv', { cwd });
    expect(code).toBe(3);
    expect(out).toMatch(/orders\.csv:2/);
    const machine = JSON.parse((await ecom('check orders.csv --json', { cwd })).out) as Json;
    expect(machine.problems.some(({ line }) => line === 2)).toBe(true);
  });
});
