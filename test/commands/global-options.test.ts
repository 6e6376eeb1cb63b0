import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { addReportOptions, readReportFlags, type ReportFlags } from '../../src/commands/global-options.ts';

function parse(...argv: readonly string[]): ReportFlags {
  const command = addReportOptions(new Command('pnl'))
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  command.parse([...argv], { from: 'user' });
  return readReportFlags(command.opts());
}

describe('the flags of reports', () => {
  it('say nothing when none is given', () => {
    expect(parse()).toEqual({
      demo: false,
      ai: true,
      requireAi: false,
      from: [],
      to: [],
      showPrompt: false,
      strict: false,
      quiet: false,
      ascii: false,
    });
  });

  it('take several paths after one --data, and --data again', () => {
    expect(parse('--data', 'orders.csv', 'costs.csv', '-d', 'exports').data).toEqual([
      'orders.csv',
      'costs.csv',
      'exports',
    ]);
  });

  it.each([
    [['--json'], { format: 'json' }],
    [['--json', '--format', 'json'], { format: 'json' }],
    [['-f', 'md', '-o', 'x.md'], { format: 'md', output: 'x.md' }],
    [['--no-ai'], { ai: false }],
    [['--require-ai'], { requireAi: true }],
    [['--show-prompt'], { showPrompt: true }],
    [['--dry-run-ai'], { showPrompt: true }],
    [['-p', '2026-10', '--compare', 'last-year'], { period: '2026-10', compare: 'last-year' }],
    [['--as-of', '2026-10-31'], { asOf: '2026-10-31' }],
    [
      ['--from', '2026-10-01', '--to', '2026-10-31', '--to', 'ca@books.example'],
      { from: ['2026-10-01'], to: ['2026-10-31', 'ca@books.example'] },
    ],
    [['--map', 'date=Bought on', '--map', 'total=A=B'], { map: ['date=Bought on', 'total=A=B'] }],
    [
      ['--date-order', 'mdy', '--strict', '-q', '--ascii'],
      { dateOrder: 'mdy', strict: true, quiet: true, ascii: true },
    ],
    [['--color', 'never', '--width', '100'], { color: 'never', width: 100 }],
    [['--lang', 'hi', '--tone', 'message'], { lang: 'hi', tone: 'message' }],
    [['--demo'], { demo: true }],
  ])('%j', (argv, expected) => {
    expect(parse(...argv)).toMatchObject(expected);
  });

  it.each([
    [['--format', 'pdf'], 'Allowed choices are text, md, html, json, csv, eml'],
    [['--as-of', '2026-02-30'], 'Write a day as 2026-10-31'],
    [['--width', '7'], 'from 20 to 500'],
    [['--width', '80.5'], 'from 20 to 500'],
    [['--lang', 'Hindi'], 'as en or hi'],
    [['--compare', 'never'], 'Allowed choices are previous, last-year, none'],
    [['--demo', '--data', 'x'], 'cannot be used with'],
    [['--require-ai', '--show-prompt'], 'cannot be used with'],
    [['--period'], 'argument missing'],
  ])('refuse %j', (argv, message) => {
    expect(() => parse(...argv)).toThrow(CommanderError);
    expect(() => parse(...argv)).toThrow(message);
  });

  it('refuse --json beside another format', () => {
    expect(() => parse('--json', '--format', 'csv')).toThrow('--json cannot be used with --format csv');
  });
});
