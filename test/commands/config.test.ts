import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { registerConfig, type ConfigListFlags } from '../../src/commands/config.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const KEY = 'AQ.key-of-tarang-7Kp2';

function shop(): string {
  return temporaryFolder({
    'ecom.config.json': JSON.stringify({
      shop: {
        name: 'Tarang Textiles',
        shippingPerOrder: '62',
        feeRates: [{ kind: 'payment', match: '*', percent: 2, fixed: '3' }],
      },
    }),
  });
}

describe('ecom config list', () => {
  it('parses its flags', async () => {
    const seen: ConfigListFlags[] = [];
    const program = new Command('ecom');
    registerConfig(program, testContext().context, (flags) => {
      seen.push(flags);
      return Promise.resolve();
    });
    await program.parseAsync(['config', 'list', '--show-origin', '--json', '-d', 'a', 'b'], { from: 'user' });
    expect(seen).toEqual([{ showOrigin: true, json: true, data: ['a', 'b'], demo: false }]);
  });

  it('prints every key that has a value, money as text', async () => {
    const { context, stdout, stderr } = testContext({ cwd: shop() });
    expect(await run(['config', 'list'], context)).toBe(0);
    expect(stderr()).toBe('');
    const lines = stdout().split('\n');
    expect(lines).toContain('shop.name = "Tarang Textiles"');
    expect(lines).toContain('shop.shippingPerOrder = "62.00"');
    expect(lines).toContain(
      'shop.feeRates = [{"kind":"payment","match":"*","percent":2,"fixed":"3.00","taxPercent":0}]',
    );
    expect(lines).toContain('lang = "en"');
  });

  it('names where each value comes from', async () => {
    const { context, stdout } = testContext({ cwd: shop(), env: { ECOM_LANG: 'hi' } });
    await run(['config', 'list', '--show-origin'], context);
    expect(stdout()).toMatch(/^shop\.name = "Tarang Textiles" +ecom\.config\.json$/m);
    expect(stdout()).toMatch(/^lang = "hi" +ECOM_LANG$/m);
    expect(stdout()).toMatch(/^tone = "owner" +default$/m);
    expect(stdout()).toMatch(/^asOf = "2026-11-22" +clock$/m);
  });

  it('shows the last four characters of the key at most', async () => {
    const { context, stdout } = testContext({ cwd: shop(), env: { GEMINI_API_KEY: KEY } });
    await run(['config', 'list', '--json'], context);
    const { schemaVersion, settings } = JSON.parse(stdout());
    expect(schemaVersion).toBe(1);
    expect(settings).toContainEqual({ key: 'ai.apiKey', value: '…7Kp2', origin: 'GEMINI_API_KEY' });
    expect(stdout()).not.toContain('key-of-tarang');
  });
});
