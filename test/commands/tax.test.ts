import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { registerTax, type TaxComputeFlags } from '../../src/commands/tax.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

async function compute(argv: string, options: WorldOptions = {}) {
  const { context, stdout, stderr } = testContext({ cwd: temporaryFolder(), ...options });
  const code = await run(['tax', 'compute', ...argv.split(' ').filter(Boolean)], context);
  return { code, stdout: stdout(), stderr: stderr() };
}

describe('the flags of ecom tax compute', () => {
  const parsed = async (argv: string): Promise<TaxComputeFlags | undefined> => {
    const { context } = testContext();
    let flags: TaxComputeFlags | undefined;
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    registerTax(program, context, (given) => {
      flags = given;
      return Promise.resolve();
    });
    await program.parseAsync(['tax', 'compute', ...argv.split(' ')], { from: 'user' });
    return flags;
  };

  it('say who is taxed, and are undefined where nothing was said', async () => {
    const argv =
      '--income 1 --year 2025-26 --regime old --age 62 --resident no --entity company --company-rate 22';
    expect(await parsed(`${argv} --json`)).toMatchObject({
      ...{ income: 100, year: '2025-26', regime: 'old', age: 62, resident: 'no', entity: 'company' },
      ...{ companyRate: 22, format: 'json' },
    });
    expect(await parsed('--income 1 --year 2025-26')).toMatchObject({
      ...{
        regime: undefined,
        age: undefined,
        resident: undefined,
        entity: undefined,
        companyRate: undefined,
      },
    });
  });

  it.each([
    ['1425000', 142_500_000],
    ['14,25,000', 142_500_000],
    ['1,425,000.5', 142_500_050],
    ['0.01', 1],
    ['0', 0],
    ['1,00,00,00,000', 100_000_000_000],
  ])('read an income of %s', async (text, paise) => {
    expect((await parsed(`--income ${text} --year 2025-26`))?.income).toBe(paise);
  });

  it.each([
    ...['-5', '1e6', '12.345', '1,2,3', '14,25,00', 'x', '99999999999999', '1,000,000,000,000,000'].map(
      (text) => `--income ${text} --year 2025-26`,
    ),
    ...['--age -1', '--age 121', '--age 40.5', '--company-rate 15', '--lang x!'].map(
      (flags) => `--income 1 --year 2025-26 ${flags}`,
    ),
  ])('refuse %s', async (argv) => {
    await expect(parsed(argv)).rejects.toThrow(/Write /);
  });

  it.each(['--income 1', '--year 2025-26', '--income 1 --year 2025-26 --entity trust'])(
    'are not enough or not known: %s',
    async (argv) => {
      await expect(parsed(argv)).rejects.toThrow(/not specified|is invalid/);
    },
  );
});

describe('ecom tax compute', () => {
  it('prints the tax with its steps, without reading a file', async () => {
    const { code, stdout, stderr } = await compute('--income 1425000 --year 2025-26');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Income tax · proprietor · FY 2025-26 \(AY 2026-27\) · Income-tax Act, 1961/);
    expect(stdout).toMatch(/Income tax +97,500\.00/);
  });

  it('prints every figure for programs, in paise', async () => {
    const { stdout } = await compute('--income 1210000 --year 2025-26 --json');
    const { report, figures, tables } = JSON.parse(stdout) as {
      report: string;
      figures: Record<string, { value: number | null }>;
      tables: Record<string, readonly unknown[]>;
    };
    expect(report).toBe('tax-compute');
    const values = Object.fromEntries(Object.entries(figures).map(([id, { value }]) => [id, value]));
    expect(values).toMatchObject({
      ...{ 'tax.slab': 6_150_000, 'tax.rebate': 0, 'tax.marginalRelief': 5_150_000, 'tax.surcharge': 0 },
      ...{ 'tax.cess': 40_000, 'tax.total': 1_040_000, 'tax.payable': 1_040_000 },
    });
    expect(Object.keys(tables)).toEqual(['steps', 'slabs', 'rules', 'assumptions']);
  });

  it('gives the same bytes whatever the day', async () => {
    const argv = '--income 1425000 --year 2025-26 --json';
    const [one, other] = await Promise.all([compute(argv), compute(argv, { now: '2031-01-01T00:00:00Z' })]);
    expect(one.stdout).toBe(other.stdout);
  });

  it('writes the steps for a spreadsheet', async () => {
    const cwd = temporaryFolder();
    const { code } = await compute('--income 1425000 --year 2025-26 -o tax.csv', { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'tax.csv'), 'utf8')).toContain('total,97500.00,,,');
  });

  it.each(['2023-24', '2027-28'])('names the years it knows when asked for %s', async (year) => {
    expect(await compute(`--income 1 --year ${year}`)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        `error: --year ${year}: the tables hold no such year\n` +
        'hint: they know FY 2024-25 (AY 2025-26), FY 2025-26 (AY 2026-27), tax year 2026-27; write --year 2026-27\n',
    });
  });

  it('is no mail', async () => {
    expect(await compute('--income 1 --year 2025-26 --format eml')).toMatchObject({
      ...{ code: 2, stderr: 'error: a computation is no mail\nhint: use text, md, html, json or csv\n' },
    });
  });

  it.each([
    ['--entity firm --regime old', '--regime is for proprietors and families'],
    ['--age 62', '--age counts only for residents in the old regime'],
    ['--entity llp --resident no', '--resident changes nothing here'],
    ['--company-rate 22', '--company-rate is for companies'],
  ])('says of %s that it does not count', async (flags, note) => {
    const argv = `--income 1000000 --year 2025-26 ${flags}`;
    expect((await compute(argv)).stderr).toBe(`note: ${note}\n`);
    expect((await compute(`${argv} --quiet`)).stderr).toBe('');
  });

  it('writes its summary in the language asked for', async () => {
    expect((await compute('--income 1425000 --year 2025-26 --lang hi')).stdout).toContain('कुल आय');
  });
});

describe('ecom tax', () => {
  it('shows what it can do when nothing is named', async () => {
    const { context, stderr } = testContext();
    expect(await run(['tax'], context)).toBe(2);
    expect(stderr()).toContain('compute [options]');
  });
});
