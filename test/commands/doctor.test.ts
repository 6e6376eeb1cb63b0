import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli.ts';
import { checkNode, runDoctor } from '../../src/commands/doctor-run.ts';
import { registerDoctor, type DoctorFlags } from '../../src/commands/doctor.ts';
import type { Books, Order } from '../../src/domain/books.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const KEY = 'AQ.key-of-tarang-7Kp2';
const FLAGS: DoctorFlags = { json: true, offline: true, demo: false };

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** A model's service on loopback that gives these replies in turn and remembers what it was asked. */
async function service(...replies: readonly Reply[]): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const reply = replies[requests.length] ?? { status: 500, body: {} };
    requests.push(request);
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

async function doctor(argv: readonly string[], world: WorldOptions = {}) {
  const { context, stdout, stderr } = testContext({ cwd: temporaryFolder(), ...world });
  const code = await run(['doctor', ...argv], context);
  return { code, stdout: stdout(), stderr: stderr() };
}

interface Line {
  readonly id: string;
  readonly state: string;
  readonly detail: string;
  readonly hint?: string;
}

async function lines(argv: readonly string[], world: WorldOptions = {}): Promise<Map<string, Line>> {
  const { stdout } = await doctor(['--json', ...argv], world);
  const { checks } = JSON.parse(stdout) as { checks: Line[] };
  return new Map(checks.map((check) => [check.id, check]));
}

const error = (status: string, message: string, reason?: string) => ({
  error: { status, message, ...(reason === undefined ? {} : { details: [{ reason }] }) },
});

describe('ecom doctor', () => {
  it('parses its flags', async () => {
    const seen: DoctorFlags[] = [];
    const program = new Command('ecom');
    registerDoctor(program, testContext().context, (flags) => {
      seen.push(flags);
      return Promise.resolve();
    });
    await program.parseAsync(['doctor', '--offline', '--data', 'exports'], { from: 'user' });
    expect(seen).toEqual([{ json: false, offline: true, data: ['exports'], demo: false }]);
  });

  it('is content with an empty folder, no configuration and no key', async () => {
    const { code, stdout, stderr } = await doctor([]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^yes {2}node {11}\d+\.\d+\.\d+$/m);
    expect(stdout).toMatch(/^yes {2}configuration {2}no file; defaults \(0 values set\)$/m);
    expect(stdout).toMatch(/^\? {4}AI key {9}none$/m);
    expect(stdout).toMatch(/^\? {4}data {11}no export found$/m);
    expect(stdout).toMatch(/^yes {2}time zone {6}Asia\/Kolkata, today is 22 Nov 2026$/m);
    expect(stdout).toContain('yes: in order · no: put it right · ?: not looked at, or your choice\n');
  });

  it('tells every mistake of the configuration, with exit code 4', async () => {
    const cwd = temporaryFolder({ 'ecom.config.json': '{ "lang": 7, "tone": "loud" }' });
    const { code, stdout, stderr } = await doctor([], { cwd });
    expect(code).toBe(4);
    expect(stdout).toMatch(
      /^no {3}configuration {2}ecom\.config\.json has 2 mistakes\n {22}lang: .*\n {22}tone: /m,
    );
    expect(stderr).toBe('error: one check says no\nhint: each says above what to do\n');
  });

  it('names variables that look like ours and are not', async () => {
    const { detail, hint } = (await lines([], { env: { ECOM_LNAG: 'hi' } })).get('variable') ?? {};
    expect([detail, hint]).toEqual(['ECOM_LNAG is not read', 'did you mean ECOM_LANG?']);
  });

  it('says when AI is switched off', async () => {
    const found = await lines([], { env: { ECOM_NO_AI: '1', GEMINI_API_KEY: KEY } });
    expect(found.get('key')).toMatchObject({ state: 'unknown', detail: 'not used: AI is switched off' });
    expect(found.has('model')).toBe(false);
  });
});

describe('the model', () => {
  it('is asked for once with the key in a header, and the key is shown by its last four characters', async () => {
    const gemini = await service({ status: 200, body: { name: 'models/gemini-flash-latest' } });
    const env = { GEMINI_API_KEY: KEY, ECOM_GEMINI_BASE_URL: gemini.url };
    const { code, stdout } = await doctor(['--json'], { env, fetch });
    expect(code).toBe(0);
    expect(stdout).not.toContain('key-of-tarang');
    const { checks } = JSON.parse(stdout) as { checks: Line[] };
    expect(checks).toContainEqual({
      id: 'key',
      label: 'AI key',
      state: 'yes',
      detail: '…7Kp2 from GEMINI_API_KEY',
    });
    expect(checks).toContainEqual({
      id: 'model',
      label: 'model',
      state: 'yes',
      detail: 'gemini-flash-latest answers to this key',
    });
    expect(checks.map(({ id }) => id)).toContain('privacy');
    expect(gemini.requests.map(({ url, headers }) => [url, headers['x-goog-api-key']])).toEqual([
      ['/v1beta/models/gemini-flash-latest', KEY],
    ]);
  });

  it('is not asked for with --offline', async () => {
    const found = await lines(['--offline'], { env: { GEMINI_API_KEY: KEY } });
    expect(found.get('model')).toMatchObject({ state: 'unknown', detail: 'not asked (--offline)' });
  });

  it.each<[string, Reply, string, string]>([
    [
      'a wrong key',
      { status: 400, body: error('INVALID_ARGUMENT', 'API key not valid.', 'API_KEY_INVALID') },
      'no',
      'the key is wrong (400)',
    ],
    [
      'a refused key',
      { status: 403, body: error('PERMISSION_DENIED', 'reported as leaked') },
      'no',
      'the key is refused: leaked, restricted or not registered (403)',
    ],
    [
      'a country that is not served',
      { status: 400, body: error('FAILED_PRECONDITION', 'User location') },
      'no',
      'the service is not offered in this country (400)',
    ],
    [
      'a used-up quota',
      { status: 429, body: error('RESOURCE_EXHAUSTED', 'quota') },
      'no',
      'the quota is used up (429)',
    ],
    [
      'trouble of the service',
      { status: 503, body: 'overloaded' },
      'unknown',
      'the service has trouble (503)',
    ],
    [
      'any other refusal',
      { status: 400, body: error('INVALID_ARGUMENT', '\x1b[31mno') },
      'no',
      'the service refused the request (400)',
    ],
  ])('tells %s apart', async (_, reply, state, detail) => {
    const gemini = await service(reply);
    const found = await lines([], { env: { GEMINI_API_KEY: KEY, ECOM_GEMINI_BASE_URL: gemini.url }, fetch });
    expect(found.get('model')).toMatchObject({ state, detail });
    expect(found.get('model')?.hint).toBeTruthy();
  });

  it('that is gone is told with one that is there', async () => {
    const gemini = await service(
      { status: 404, body: error('NOT_FOUND', 'models/x') },
      { status: 200, body: { models: [{ name: 'models/gemini-flash-latest' }] } },
    );
    const env = { GEMINI_API_KEY: KEY, ECOM_GEMINI_BASE_URL: gemini.url, ECOM_MODEL: 'gemini-2.0-flash' };
    const { code, stdout } = await doctor([], { env, fetch });
    expect(code).toBe(4);
    expect(stdout).toContain('the service has no model gemini-2.0-flash for this key (404)');
    expect(stdout).toContain('set ai.model or ECOM_MODEL to gemini-flash-latest');
    expect(gemini.requests).toHaveLength(2);
  });

  it('that cannot be reached is no failure', async () => {
    const { code, stdout } = await doctor([], { env: { GEMINI_API_KEY: KEY } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\? {4}model {10}the service could not be reached$/m);
  });
});

describe('the data', () => {
  const order = { placedOn: '2026-11-21' } as Order;
  const books: Books = {
    shop: DEFAULT_SHOP,
    orders: [],
    movements: [],
    settlements: [],
    taxLines: [],
    products: [],
    costs: [],
    stock: [],
    stockHistory: [],
    customers: [],
    suppliers: [],
    supplierItems: [],
    purchases: [],
    expenses: [],
    shipments: [],
    rivalPrices: [],
    sources: [],
    demo: false,
  };
  const source = {
    file: 'orders.csv',
    kind: 'shopify.orders',
    label: 'Shopify orders',
    rows: 2,
    records: 1,
    duplicates: 0,
  };
  const bad: Problem = { code: 'bad-row', severity: 'error', message: 'left out' };

  async function examined(
    found: Partial<Books>,
    problems: readonly Problem[] = [],
  ): Promise<Map<string, Line>> {
    const { context, stdout } = testContext({ cwd: temporaryFolder() });
    await runDoctor(FLAGS, context, () => Promise.resolve({ books: { ...books, ...found }, problems }));
    const { checks } = JSON.parse(stdout()) as { checks: Line[] };
    return new Map(checks.map((check) => [check.id, check]));
  }

  it('is counted, and its freshness told by the newest order', async () => {
    const found = await examined({
      orders: [{ ...order, placedOn: '2026-11-01' }, order],
      sources: [source],
    });
    expect(found.get('data')).toMatchObject({ state: 'yes', detail: '1 file, 2 orders' });
    expect(found.get('freshness')).toMatchObject({
      state: 'yes',
      detail: 'newest order 21 Nov 2026, 1 day ago',
    });
  });

  it('older than a week is a doubt', async () => {
    const found = await examined({ orders: [{ ...order, placedOn: '2026-11-14' }], sources: [source] });
    expect(found.get('freshness')).toMatchObject({
      state: 'unknown',
      detail: 'newest order 14 Nov 2026, 8 days ago',
    });
  });

  it('with problems is a doubt', async () => {
    const found = await examined({ orders: [order], sources: [source] }, [bad, { ...bad, severity: 'note' }]);
    expect(found.get('data')).toMatchObject({
      state: 'unknown',
      detail: '1 file, 1 order, 1 problem',
      hint: 'ecom check shows them',
    });
  });

  it('of which nothing is readable is a doubt without a freshness', async () => {
    const found = await examined({}, [bad]);
    expect(found.get('data')).toMatchObject({ state: 'unknown', detail: 'nothing readable (1 problem)' });
    expect(found.has('freshness')).toBe(false);
  });

  it('that is not there says no', async () => {
    const { code, stdout } = await doctor(['--data', 'none.csv']);
    expect(code).toBe(4);
    expect(stdout).toMatch(/^no {3}data .*none\.csv/m);
  });
});

describe('node', () => {
  it.each([
    ['20.20.0', 'yes'],
    ['22.0.1', 'yes'],
    ['20.19.9', 'no'],
    ['18.20.4', 'no'],
  ])('%s: %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });
});
