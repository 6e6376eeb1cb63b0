import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandLine, run } from '../../src/cli.ts';
import { registerPayouts, type PayoutsFlags } from '../../src/commands/payouts.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { sharedPath } from '../helpers/shared.ts';
import { ordersCsv } from '../helpers/shop-folder.ts';

const PAYMENTS =
  'Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Currency';
const FILES = {
  'orders.csv': ordersCsv([
    { name: '#1001', day: '2026-10-05', price: 1000 },
    { name: '#1002', day: '2026-10-06', price: 1000 },
  ]),
  'payments.csv':
    `${PAYMENTS}\n2026-10-05 12:00:00 +0530,charge,#1001,visa,online,paid,2026-10-08,77,1229.00,24.58,1204.42,INR\n` +
    '2026-10-06 12:00:00 +0530,charge,#0990,visa,online,paid,2026-10-08,77,500.00,10.00,490.00,INR\n',
  'payouts.csv':
    'Payout Date,Status,Charges,Refunds,Adjustments,Reserved Funds,Fees,Retried Amount,Total,Currency\n' +
    '2026-10-08,paid,1729.00,0.00,0.00,0.00,-34.58,0.00,1690.00,INR\n',
};

async function ecom(argv: string, options: WorldOptions = {}) {
  const { context, stdout, stderr } = testContext({ cwd: temporaryFolder(FILES), ...options });
  const code = await run(['payouts', ...argv.split(' ').filter(Boolean)], context);
  return { code, stdout: stdout(), stderr: stderr() };
}

describe('the flags of ecom payouts', () => {
  const parsed = async (argv: string): Promise<PayoutsFlags | undefined> => {
    const { context } = testContext();
    let flags: PayoutsFlags | undefined;
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    registerPayouts(program, context, (given) => {
      flags = given;
      return Promise.resolve();
    });
    await program.parseAsync(['payouts', ...argv.split(' ').filter(Boolean)], { from: 'user' });
    return flags;
  };

  it('are those of every report, a channel and the days to wait', async () => {
    expect(await parsed('--channel Amazon --days 21 --period last-month --json')).toMatchObject({
      ...{ channel: 'amazon', days: 21, period: 'last-month', format: 'json' },
    });
    expect(await parsed('')).toMatchObject({ channel: undefined, days: undefined, ai: true });
  });

  it.each(['--days -1', '--days x', '--days 366', '--channel ../x'])('refuse %s', async (argv) => {
    await expect(parsed(argv)).rejects.toThrow(/Write a/);
  });
});

describe('ecom payouts', () => {
  it('shows what should have reached the bank beside what did', async () => {
    const { code, stdout, stderr } = await ecom('');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1,694.42');
    expect(stdout).toMatch(/8 Oct 2026 .*1,690\.00 +−4\.42/);
    expect(stdout).toContain('#0990 (payments.csv:3)');
  });

  it('lists the order that no settlement names', async () => {
    expect((await ecom('')).stdout).toMatch(/#1002 +6 Oct 2026 +1,229\.00/);
    expect((await ecom('--days 60')).stdout).not.toContain('#1002');
  });

  it('prints every figure and every row for programs', async () => {
    const answer = JSON.parse((await ecom('--json')).stdout) as {
      figures: Record<string, { value: number }>;
      tables: Record<string, readonly Record<string, unknown>[]>;
      report: string;
    };
    expect(answer.report).toBe('payouts');
    expect(answer.figures['payouts.expected']?.value).toBe(169442);
    expect(answer.tables['settlements']).toMatchObject([{ id: '77', paid: 169000, bankDifference: -442 }]);
    expect(Object.keys(answer.tables)).toEqual([
      ...['channels', 'settlements', 'unsettled', 'withoutOrder', 'feesAbove', 'held'],
    ]);
  });

  it('gives one line per settlement as CSV', async () => {
    const lines = (await ecom('--format csv')).stdout.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Should have reached the bank (INR)');
    expect(lines[1]).toMatch(/^2026-10-08,shopify,77,/);
  });

  it.each(['md', 'html'])('is written as %s', async (format) => {
    expect((await ecom(`--format ${format}`)).stdout).toContain('Settlement by settlement');
  });

  it('is a mail whose subject says what does not agree', async () => {
    const { stdout } = await ecom('--format eml --to owner@shop.example --as-of 2026-11-22');
    expect(stdout).toContain('To: owner@shop.example');
    const subject = [...stdout.matchAll(/=\?UTF-8\?Q\?([^?]*)\?=/g)].map(([, word]) => word).join('');
    expect(subject.replaceAll('_', ' ')).toMatch(/of payouts in 8 Oct 2026=2C 1 does not agree$/);
    expect((await ecom('--format eml')).code).toBe(2);
  });

  it('answers in Hindi', async () => {
    expect((await ecom('--lang hi')).stdout).toContain('सेटलमेंट');
  });

  it('gives the same bytes for the same day', async () => {
    const [one, two] = [await ecom('--as-of 2026-11-22'), await ecom('--as-of 2026-11-22')];
    expect(two.stdout).toBe(one.stdout);
  });

  it('gives the same when a file is loaded twice, even one that goes on', async () => {
    const later =
      '2026-10-09 12:00:00 +0530,charge,#1002,visa,online,paid,2026-10-12,78,1229.00,24.58,1204.42,INR\n';
    const longer = { ...FILES, 'payments.csv': `${FILES['payments.csv']}${later}` };
    const twice = { ...longer, 'again.csv': FILES['payments.csv'], 'bank.csv': FILES['payouts.csv'] };
    const figures = async (files: Readonly<Record<string, string>>) =>
      (JSON.parse((await ecom('--json', { cwd: temporaryFolder(files) })).stdout) as { figures: unknown })
        .figures;
    expect(await figures(twice)).toEqual(await figures(longer));
  });

  it('says in a line what was asked for and is not there', async () => {
    expect((await ecom('--period 2026-06')).stderr).toBe(
      'note: no settlement in Jun 2026; the data has some of 8 Oct 2026\n',
    );
    expect((await ecom('--channel amazon')).stderr).toBe(
      'note: no settlement or payment report of amazon here\n',
    );
    expect((await ecom('--compare previous')).stderr).toBe(
      'note: settlements are not compared with another period\n',
    );
    expect((await ecom('--period 2026-06 --quiet')).stderr).toBe('');
    expect((await ecom('--period never')).code).toBe(2);
  });

  it('says what to export where there is no ledger, and ends well', async () => {
    const cwd = temporaryFolder({ 'orders.csv': FILES['orders.csv'] });
    const { code, stdout } = await ecom('', { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('Shopify: Finances › Payouts');
  });

  it('asks no model, and says so to who insists', async () => {
    expect(await ecom('--show-prompt')).toMatchObject({ code: 2, stdout: '' });
    expect(await ecom('--require-ai')).toMatchObject({ code: 5 });
    expect((await ecom('--no-ai')).code).toBe(0);
  });

  it('reads the demo shop', async () => {
    const { code, stdout } = await ecom('--demo --period 2026-10');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^DEMO SHOP/);
    expect(stdout).toContain('settlements from');
  });

  it('is one of the commands', () => {
    expect(commandLine(testContext().context).commands.map((one) => one.name())).toContain('payouts');
  });
});

const SAMPLES = [
  'razorpay/settlement_recon_dashboard_rupees.csv',
  'amazon/date_range_transactions_india.csv',
  'meesho/payments_previous_2025-08.xlsx',
].map((name) => sharedPath(`exports/${name}`));

/** A shop whose orders the sample of Razorpay names. */
const SHOP = ordersCsv(
  Array.from({ length: 8 }, (_, index) => ({
    name: `ORD-00447${index + 1}`,
    day: '2026-08-01',
    price: 1000,
  })),
);

describe.skipIf(SAMPLES.includes(undefined))('a folder of four platforms', () => {
  const folder = (): string => {
    const cwd = temporaryFolder({ 'orders.csv': SHOP });
    for (const path of SAMPLES) if (path !== undefined) copyFileSync(path, join(cwd, basename(path)));
    return cwd;
  };
  const ask = async (command: string) => {
    const { context, stdout } = testContext({ cwd: folder() });
    await run([...command.split(' '), '--json', '--no-ai'], context);
    return JSON.parse(stdout()) as {
      figures: Record<string, { value: number | null; status: string } | undefined>;
      tables: Record<string, readonly Record<string, unknown>[]>;
    };
  };

  it('makes one statement by channel, with the fees of each platform from its own rows', async () => {
    const { figures, tables } = await ask('pnl --by channel');
    const byChannel = Object.fromEntries(
      (tables['breakdown'] ?? []).map((row) => [row['name'], [row['orders'], row['fulfilment']]]),
    );
    expect(byChannel).toEqual({ shopify: [8, 234869], amazon: [1, 20000], meesho: [41, 263400] });
    expect(figures['pnl.paymentFees']).toMatchObject({ value: 234869, status: 'actual' });
    expect(figures['pnl.marketplaceFees']).toMatchObject({ value: 12000, status: 'actual' });
    expect(figures['pnl.advertising']).toMatchObject({ value: 93216, status: 'actual' });
    expect(figures['pnl.refunds']?.value).toBe(50000 + 89900 + 30000 + 705700);
  });

  it('makes settlements that agree with what the platforms state, to the paisa', async () => {
    const { figures, tables } = await ask('payouts');
    expect(figures['payouts.channel.meesho.expected']?.value).toBe(1386224);
    expect(figures['payouts.channel.razorpay.expected']?.value).toBe(7115304 + 956868);
    expect(figures['payouts.differing']?.value).toBe(0);
    expect(tables['settlements']?.filter((row) => Number(row['difference']) !== 0)).toEqual([]);
  });
});
