import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { TOPIC_NAMES } from '../../src/commands/help-topics.ts';
import { KEYS } from '../../src/config/schema.ts';
import { OTHER_VARIABLES, VARIABLES } from '../../src/config/variables.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { FORMATS, JSON_FORMATS } from '../../src/load/formats.ts';
import { testContext } from '../helpers/context.ts';

async function help(...words: readonly string[]): Promise<string> {
  const { context, stdout, stderr } = testContext();
  expect(await run(['help', ...words], context)).toBe(0);
  expect(stderr()).toBe('');
  return stdout();
}

describe('ecom help', () => {
  it('is the same as --help', async () => {
    const { context, stdout } = testContext();
    await run(['--help'], context);
    expect(await help()).toBe(stdout());
  });

  it.each(TOPIC_NAMES)('explains %s within 80 columns', async (topic) => {
    const text = await help(topic);
    expect(text.length).toBeGreaterThan(200);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(['doctor', 'init', 'completion', 'config'])('shows how %s is used', async (command) => {
    expect(await help(command)).toContain(`Usage: ecom ${command}`);
  });

  it('shows how a command of a group is used', async () => {
    expect(await help('config', 'list')).toContain('Usage: ecom config list');
  });

  it('names every variable', async () => {
    const text = await help('environment');
    for (const { name } of [...VARIABLES, ...OTHER_VARIABLES]) expect(text).toContain(`  ${name}`);
  });

  it('names every exit code', async () => {
    const codes = Array.from((await help('exit-codes')).matchAll(/^ {2}(\d+) {2}/gm), ([, code]) =>
      Number(code),
    );
    expect(codes).toEqual([0, 1, 2, 3, 4, 5, 6, 130]);
  });

  it('names only periods that can be read', async () => {
    const names = Array.from(
      (await help('periods')).matchAll(/^ {2}(\S[^ ]*(?:, [^ ]+)*)(?: {2}|$)/gm),
    ).flatMap(([, list = '']) => list.split(', '));
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      expect([name, parsePeriod(name, { asOf: '2026-11-22', fiscalYearStart: 4 })]).not.toContain(undefined);
    }
  });

  it('names every key of the configuration', async () => {
    const text = await help('configuration');
    const fromOutside = ['asOf', 'noInput'];
    for (const key of KEYS.filter((name) => !fromOutside.includes(name))) expect(text).toContain(key);
  });

  it('names every format that is read', async () => {
    const text = await help('formats');
    for (const { kind, label } of [...FORMATS, ...JSON_FORMATS])
      expect(text).toMatch(new RegExp(`${kind}.*${label.replace(/[()]/g, '\\$&')}`));
  });

  it('marks the formats of which no real export was seen, and never the owner’s own sheets', async () => {
    const text = await help('formats');
    const marked = Array.from(text.matchAll(/^\* (\S+\.\S+)/gm), ([, kind]) => kind);
    expect(marked).toEqual(expect.arrayContaining(['amazon.mtr_b2c', 'stripe.balance', 'magento.orders']));
    const plain = Array.from(text.matchAll(/^ {2}(\S+\.\S+) {2}/gm), ([, kind]) => kind);
    expect(plain.filter((kind) => kind?.startsWith('ecom.') !== true)).toMatchInlineSnapshot(`
      [
        "shopify.orders",
        "shopify.products",
        "shopify.inventory",
        "woo.webtoffee",
        "woo.products",
        "woo.tax_rates",
        "woo.coupons",
        "temu.settled",
        "stripe.payments",
        "stripe.payments_reduced",
        "meesho.orders",
        "meesho.payments",
        "meesho.ads",
        "meesho.referrals",
        "meesho.compensation",
        "meesho.disclaimer",
        "amazon.range",
      ]
    `);
    expect(marked.length + plain.length).toBe(FORMATS.length + JSON_FORMATS.length);
  });
});
