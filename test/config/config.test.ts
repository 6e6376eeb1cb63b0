import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoFolder } from '../../src/config/files.ts';
import { guarded } from '../../src/config/secrets.ts';
import { loadConfig, type Config, type ConfigFlags } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';

const FILE = 'ecom.config.json';

function load(world: WorldOptions, flags: ConfigFlags = {}): Promise<Config> {
  return loadConfig(testContext(world).context, flags);
}

function project(settings: unknown): string {
  return temporaryFolder({ [FILE]: JSON.stringify(settings) });
}

async function refusal(world: WorldOptions, flags: ConfigFlags = {}): Promise<UserError> {
  const error = await load(world, flags).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe('precedence', () => {
  it('works with defaults when nothing is configured', async () => {
    const config = await load({ cwd: temporaryFolder() });
    expect(config).toMatchObject({
      shop: {
        zone: 'Asia/Kolkata',
        fiscalYearStart: 4,
        revenue: { cashOnDelivery: 'auto', pending: 'apart' },
      },
      data: ['.'],
      demo: false,
      ai: { enabled: true, required: false, model: 'gemini-flash-latest' },
      lang: 'en',
      tone: 'owner',
      output: { color: 'auto', ascii: false },
      asOf: '2026-11-22',
    });
    expect(config.ai.apiKey).toBeUndefined();
    expect(config.configFile).toBeUndefined();
  });

  it('takes flags over variables over the project over the user over defaults, key by key', async () => {
    const user = temporaryFolder({
      'config.json': JSON.stringify({ lang: 'hi', tone: 'accountant', shop: { region: 'Gujarat' } }),
    });
    const cwd = project({
      lang: 'mr',
      tone: 'message',
      shop: { name: 'Tarang Textiles' },
      output: { width: 100 },
    });
    const env = { ECOM_CONFIG_DIR: user, ECOM_LANG: 'gu', ECOM_WIDTH: '120' };
    const config = await load({ cwd, env }, { width: 60 });
    expect(config.output.width).toBe(60);
    expect(config.lang).toBe('gu');
    expect(config.tone).toBe('message');
    expect(config.shop).toMatchObject({ name: 'Tarang Textiles', region: 'Gujarat', zone: 'Asia/Kolkata' });
    expect(config.origins).toMatchObject({
      'output.width': '--width',
      lang: 'ECOM_LANG',
      tone: FILE,
      'shop.region': join(user, 'config.json'),
      'shop.zone': 'default',
    });
  });

  it('keeps the other rule of revenue when one is set', async () => {
    const { shop } = await load({ cwd: project({ shop: { revenue: { pending: 'count' } } }) });
    expect(shop.revenue).toEqual({ cashOnDelivery: 'auto', pending: 'count' });
  });

  it('uses the configuration beside the data when the current folder has none', async () => {
    const data = project({ shop: { name: 'Tarang Textiles' }, data: ['exports', '/srv/more'] });
    const cwd = join(data, '..');
    expect((await load({ cwd }, { data: ['shop'] })).shop.name).toBe('Tarang Textiles');
    const byVariable = await load({ cwd, env: { ECOM_DATA: `shop${delimiter}other` } });
    expect(byVariable.shop.name).toBe('Tarang Textiles');
    expect(byVariable.data).toEqual(['shop', 'other']);
    expect(byVariable.configFile).toBe(join('shop', FILE));
  });

  it('prefers the configuration of the current folder to that of the data', async () => {
    const cwd = project({ shop: { name: 'Here' } });
    mkdirSync(join(cwd, 'data'));
    writeFileSync(join(cwd, 'data', FILE), JSON.stringify({ shop: { name: 'There' } }));
    expect((await load({ cwd }, { data: ['data'] })).shop.name).toBe('Here');
  });

  it('never mixes the owner’s project into the demo shop', async () => {
    const config = await load({ cwd: project({ shop: { name: 'Mine' } }) }, { demo: true });
    expect(config.demo).toBe(true);
    expect(config.data).toEqual([demoFolder()]);
    expect(config.shop.name).not.toBe('Mine');
    expect(config.origins['data']).toBe('--demo');
  });

  it('takes today from the flag, the variable, or the clock in the shop’s zone', async () => {
    const cwd = project({ shop: { zone: 'Asia/Kolkata' } });
    const now = '2026-10-31T20:00:00Z';
    expect((await load({ cwd, now })).asOf).toBe('2026-11-01');
    expect((await load({ cwd, now, env: { ECOM_AS_OF: '2026-09-30' } })).asOf).toBe('2026-09-30');
    expect((await load({ cwd, env: { ECOM_AS_OF: '2026-09-30' } }, { asOf: '2026-09-01' })).asOf).toBe(
      '2026-09-01',
    );
  });

  it('switches AI off by flag or variable, and a 0 does not', async () => {
    const cwd = temporaryFolder();
    expect((await load({ cwd }, { ai: false })).ai.enabled).toBe(false);
    expect((await load({ cwd, env: { ECOM_NO_AI: '1' } })).ai.enabled).toBe(false);
    expect((await load({ cwd, env: { ECOM_NO_AI: '0' } })).ai.enabled).toBe(true);
    expect((await load({ cwd, env: { ECOM_NO_AI: '' } })).ai.enabled).toBe(true);
  });

  it('puts the mapping of --map before those of the file', async () => {
    const cwd = project({ mappings: [{ columns: { date: 'Order date' } }] });
    const { mappings } = await load({ cwd }, { map: ['date=Bought on', 'total=Amount'] });
    expect(mappings.map(({ columns }) => columns)).toEqual([
      { date: 'Bought on', total: 'Amount' },
      { date: 'Order date' },
    ]);
  });

  it('settles the price of each model on its own', async () => {
    const user = temporaryFolder({
      'config.json': JSON.stringify({ ai: { prices: { a: { input: 1, output: 2 } } } }),
    });
    const cwd = project({ ai: { prices: { b: { input: 3, output: 4 } } } });
    const { ai } = await load({ cwd, env: { ECOM_CONFIG_DIR: user } });
    expect(ai.prices).toEqual({ a: { input: 1, output: 2 }, b: { input: 3, output: 4 } });
  });
});

describe('restocking', () => {
  it('leaves what the owner did not say to the report', async () => {
    expect((await load({ cwd: temporaryFolder() })).restock).toEqual({});
    const restock = { serviceLevel: 0.9, reviewDays: 14, holdingCostPercent: 18, maxCoverDays: 90 };
    const address = 'Plot 7, Sanganer, Jaipur 302029';
    const config = await load({ cwd: project({ restock, shop: { deliveryAddress: address } }) });
    expect(config.restock).toEqual(restock);
    expect(config.shop.deliveryAddress).toBe(address);
    expect(config.origins['restock.reviewDays']).toBe(FILE);
  });

  it('refuses a service level in per cent and days that are none', async () => {
    const { message } = await refusal({ cwd: project({ restock: { serviceLevel: 95, reviewDays: 0.5 } }) });
    expect(message).toContain(
      'restock.serviceLevel: expected a share from 0.5 to 0.999, such as 0.95, not 95',
    );
    expect(message).toContain('restock.reviewDays: expected a whole number of days from 1 to 730, not 0.5');
  });
});

describe('money', () => {
  it('is read from decimal text into minor units of the shop’s currency', async () => {
    const feeRates = [{ kind: 'payment', match: 'razorpay', percent: 2, fixed: '3.5', taxPercent: 18 }];
    const cwd = project({ shop: { shippingPerOrder: '62.00', packagingPerOrder: '8', feeRates } });
    const { shop } = await load({ cwd });
    expect(shop).toMatchObject({ shippingPerOrder: 6200, packagingPerOrder: 800, returnPerOrder: undefined });
    expect(shop.feeRates).toEqual([
      { kind: 'payment', match: 'razorpay', percent: 2, fixed: 350, taxPercent: 18 },
    ]);
  });

  it('follows the exponent of a currency that another layer sets', async () => {
    const cwd = project({ shop: { shippingPerOrder: '620', returnPerOrder: '1.00' } });
    const { shop } = await load({ cwd, env: { ECOM_CURRENCY: 'jpy' } });
    expect(shop).toMatchObject({ currency: 'JPY', shippingPerOrder: 620, returnPerOrder: 1 });
    const dinar = await load({ cwd: project({ shop: { currency: 'KWD', shippingPerOrder: '1.250' } }) });
    expect(dinar.shop.shippingPerOrder).toBe(1250);
  });

  it('is refused when it has more decimals than the currency', async () => {
    const cwd = project({ shop: { currency: 'JPY', shippingPerOrder: '62.50' } });
    expect((await refusal({ cwd })).message).toContain('shop.shippingPerOrder: JPY has 0 decimals');
  });

  it('is refused as a number, a negative, or with a sign of currency', async () => {
    const shop = { shippingPerOrder: 62, returnPerOrder: '-5', packagingPerOrder: '₹8' };
    const { message } = await refusal({ cwd: project({ shop }) });
    for (const key of Object.keys(shop)) expect(message).toContain(`shop.${key}: expected money as text`);
  });
});

describe('mistakes', () => {
  it('are told all at once, each with its key, exit code 4', async () => {
    const cwd = project({
      shop: { curency: 'INR', fiscalYearStart: 13, zone: 'Mars/Olympus', country: 'India' },
      tone: 'loud',
      lang: 7,
      output: 'wide',
      constructor: 1,
    });
    const { message, exitCode } = await refusal({ cwd });
    expect(exitCode).toBe(4);
    expect(message.split('\n')).toEqual([
      `${FILE} has 8 mistakes`,
      '  shop.zone: expected a time zone such as "Asia/Kolkata", not "Mars/Olympus"',
      '  shop.country: expected a country code such as "IN", not "India"',
      '  shop.fiscalYearStart: expected a month from 1 to 12, not 13',
      '  shop.curency: there is no such key; did you mean shop.currency?',
      '  lang: expected a language such as "en" or "hi", not 7',
      '  tone: expected one of owner, accountant, message, not "loud"',
      '  output: expected a section in braces, { … }, not "wide"',
      '  constructor: there is no such key',
    ]);
  });

  it('of several places name their place', async () => {
    const cwd = project({ tone: 'loud' });
    const { message } = await refusal({ cwd, env: { ECOM_WIDTH: 'wide', ECOM_MAX_COST: '-1' } });
    expect(message).toContain('the configuration has 3 mistakes');
    expect(message).toContain(`  ${FILE}: tone: `);
    expect(message).toContain(
      '  ECOM_WIDTH: output.width: expected a whole number from 20 to 500, not "wide"',
    );
    expect(message).toContain('  ECOM_MAX_COST: ai.maxCost: ');
  });

  it.each([['[]'], ['"text"'], ['7'], ['null'], ['{"__proto__": {"lang": "hi"}}']])(
    'are told of a file that holds %s',
    async (text) => {
      expect((await refusal({ cwd: temporaryFolder({ [FILE]: text }) })).message).toContain(
        `${FILE} has a mistake`,
      );
    },
  );

  it('of writing name line and column', async () => {
    const cwd = temporaryFolder({ [FILE]: '{\n  "lang": "en",\n  "tone": "owner",\n}\n' });
    const error = await refusal({ cwd });
    expect(error.message).toBe(`${FILE}:4: not valid JSON at column 1: "}" where a name in quotes should be`);
    expect(error.exitCode).toBe(4);
  });

  it('are not made of a BOM, or of remarks', async () => {
    const text = `\uFEFF{ "//": "how to", "lang": "hi", "shop": { "// name": "later", "//": [1] } }`;
    expect((await load({ cwd: temporaryFolder({ [FILE]: text }) })).lang).toBe('hi');
  });

  it('show values of a file cleaned', async () => {
    const { message } = await refusal({ cwd: project({ tone: '\x1b[31mred\x07', '\x1b]0;x\x07k': 1 }) });
    expect(message).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  it('of place: a day or a key does not belong in the project’s file', async () => {
    const { message } = await refusal({
      cwd: project({ asOf: '2026-10-31', ai: { apiKey: 'AQ.0123456789' } }),
    });
    expect(message).toContain(
      'ai.apiKey: a key must not stand in a project’s file; set GEMINI_API_KEY instead',
    );
    expect(message).toContain('asOf: give the day by --as-of or ECOM_AS_OF');
    expect(message).not.toContain('0123456789');
  });

  it('of --map are errors of usage', async () => {
    expect((await refusal({ cwd: temporaryFolder() }, { map: ['colour=Farbe'] })).exitCode).toBe(2);
  });
});

describe('a file that cannot be read', () => {
  it('is told when it is a folder', async () => {
    const cwd = temporaryFolder({ [`${FILE}/inner.txt`]: '' });
    const error = await refusal({ cwd });
    expect(error.message).toBe(`${FILE} cannot be read: it is a folder`);
    expect(error.exitCode).toBe(4);
  });

  it.skipIf(process.getuid?.() === 0)('is told when permission is denied', async () => {
    const cwd = project({});
    chmodSync(join(cwd, FILE), 0);
    expect((await refusal({ cwd })).message).toBe(`${FILE} cannot be read: permission denied`);
  });

  it('is refused when it is larger than 1 MB', async () => {
    const cwd = temporaryFolder({ [FILE]: ' '.repeat(1024 * 1024 + 1) });
    expect((await refusal({ cwd })).message).toBe(`${FILE} cannot be read: it is larger than 1 MB`);
  });

  it('is named without the control characters of a hostile folder', async () => {
    const data = temporaryFolder({ [FILE]: '{' }, 'evil\x1b[2J\u202e\nerror: fake');
    const { message } = await refusal({ cwd: temporaryFolder() }, { data: [data] });
    expect(message).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/);
    expect(message).toContain(FILE);
  });
});

describe('the key', () => {
  const KEY = 'AQ.key-of-tarang-7Kp2';

  it.each([
    [{ GEMINI_API_KEY: KEY }, 'GEMINI_API_KEY'],
    [{ GEMINI_API_KEY: 'AQ.another-key', ECOM_GEMINI_API_KEY: KEY }, 'ECOM_GEMINI_API_KEY'],
    [{ GEMINI_API_KEY: `  ${KEY}\n` }, 'GEMINI_API_KEY'],
  ])('comes from the variables %j', async (env, origin) => {
    const config = await load({ cwd: temporaryFolder(), env });
    expect(config.ai.apiKey).toBe(KEY);
    expect(config.origins['ai.apiKey']).toBe(origin);
  });

  it('comes from a file that only its owner can read', async () => {
    const cwd = temporaryFolder({ 'gemini.key': `${KEY}\n` });
    const world = { cwd, env: { ECOM_GEMINI_API_KEY_FILE: 'gemini.key' } };
    chmodSync(join(cwd, 'gemini.key'), 0o640);
    const error = await refusal(world);
    expect(error.message).toBe('gemini.key holds a key and can be read by others (mode 640)');
    expect(error.hint).toBe(`chmod 600 ${join(cwd, 'gemini.key')}`);
    expect(error.exitCode).toBe(4);
    chmodSync(join(cwd, 'gemini.key'), 0o600);
    expect((await load(world)).ai.apiKey).toBe(KEY);
  });

  it('names a key file that is not there', async () => {
    const error = await refusal({ cwd: temporaryFolder(), env: { ECOM_GEMINI_API_KEY_FILE: 'none.key' } });
    expect(error.message).toContain('the key file none.key cannot be read: ENOENT');
    expect(error.exitCode).toBe(4);
  });

  it('comes from the user configuration, which must be private then', async () => {
    const user = temporaryFolder({ 'config.json': JSON.stringify({ ai: { apiKey: KEY } }) });
    const world = { cwd: temporaryFolder(), env: { ECOM_CONFIG_DIR: user } };
    chmodSync(join(user, 'config.json'), 0o604);
    expect((await refusal(world)).hint).toBe(`chmod 600 ${join(user, 'config.json')}`);
    chmodSync(join(user, 'config.json'), 0o600);
    expect((await load(world)).ai.apiKey).toBe(KEY);
  });

  it.each(['tiny123', 'two words of a key', 'a\nheader: injected-key'])(
    'is refused when it cannot be one',
    async (value) => {
      const { message, exitCode } = await refusal({ cwd: temporaryFolder(), env: { GEMINI_API_KEY: value } });
      expect(message).toContain('the key in GEMINI_API_KEY is not a key');
      expect(message).not.toContain(value);
      expect(exitCode).toBe(4);
    },
  );

  it('is not even looked for when AI is off', async () => {
    const env = { ECOM_GEMINI_API_KEY_FILE: 'none.key' };
    expect((await load({ cwd: temporaryFolder(), env }, { ai: false })).ai.apiKey).toBeUndefined();
  });

  it('is kept out of everything that is printed after it was read', async () => {
    const cwd = temporaryFolder({ 'gemini.key': KEY });
    chmodSync(join(cwd, 'gemini.key'), 0o600);
    const world = testContext({ cwd, env: { ECOM_GEMINI_API_KEY_FILE: 'gemini.key' } });
    const context = guarded(world.context);
    await loadConfig(context, {});
    context.stdout.write(`the key is ${KEY}, again ${KEY}`);
    expect(world.stdout()).toBe('the key is [secret], again [secret]');
  });
});

describe('the address of the model’s service', () => {
  it.each(['http://127.0.0.1:8787', 'http://localhost:8787/', 'https://[::1]:9'])(
    'may be %s',
    async (address) => {
      const { ai } = await load({ cwd: temporaryFolder(), env: { ECOM_GEMINI_BASE_URL: address } });
      expect(ai.baseUrl).toBe(address.replace(/\/$/, ''));
    },
  );

  it.each([
    'https://example.com',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evil@127.0.0.1',
    'file:///etc/passwd',
    'localhost:8787',
    '0.0.0.0',
    'http://10.0.0.1',
  ])('must not be %s, for the key is sent there', async (address) => {
    const error = await refusal({ cwd: temporaryFolder(), env: { ECOM_GEMINI_BASE_URL: address } });
    expect(error.exitCode).toBe(4);
    expect(error.message).toContain('ECOM_GEMINI_BASE_URL has a mistake');
  });
});
