import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { FALLBACK_MODEL, geminiModel, loopbackBaseUrl } from '../../src/narrate/gemini.ts';
import { userText, type Model, type ModelReply, type ModelRequest } from '../../src/narrate/model.ts';
import { rpcError, type FakeReply } from '../helpers/fake-gemini-scenarios.ts';
import { createFakeGemini, type FakeGemini, type Queued } from '../helpers/fake-gemini.ts';

let fake: FakeGemini;
beforeAll(async () => {
  fake = await createFakeGemini();
});
afterEach(() => {
  expect(fake.unused()).toBe(0);
  fake.reset();
});
afterAll(() => fake.close());

const KEY = 'canary-key-5f2a91';
const waits: number[] = [];

function model(options: Partial<Parameters<typeof geminiModel>[0]> = {}): Model {
  waits.length = 0;
  return geminiModel({
    apiKey: KEY,
    baseUrl: fake.url,
    timeoutMs: 5_000,
    idleMs: 2_000,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    random: () => 0.5,
    ...options,
  });
}

const request: ModelRequest = {
  system: 'Write plainly.',
  contents: [userText('how was October?')],
  maxOutputTokens: 400,
};
const never = new AbortController().signal;

function write(...queued: readonly Queued[]): Promise<ModelReply> {
  fake.enqueue(...queued);
  return model().write(request, never);
}

describe('the request', () => {
  it('asks not to be stored, thinks little, caps the length and sends no sampling parameters', async () => {
    await write('text');
    const body = fake.requests[0]?.body;
    expect(body?.['store']).toBe(false);
    expect(body?.generationConfig).toEqual({
      maxOutputTokens: 400,
      thinkingConfig: { thinkingLevel: 'low' },
    });
    expect(JSON.stringify(body)).not.toMatch(/temperature|topP|topK/);
    expect(fake.requests[0]?.model).toBe('gemini-flash-latest');
    expect(fake.requests[0]?.task).toBe('streamGenerateContent');
  });

  it('asks for JSON by schema when there is one', async () => {
    fake.enqueue('text');
    const schema = { type: 'object', properties: { headline: { type: 'string' } } };
    const reply = await model().write({ ...request, schema }, never);
    expect(reply.text).toBe('{"headline":"sample"}');
    expect(fake.requests[0]?.body.generationConfig).toMatchObject({
      responseMimeType: 'application/json',
      responseJsonSchema: schema,
    });
  });

  it('names the model that was chosen and carries the key in a header only', async () => {
    fake.enqueue('echo');
    const reply = await model({ model: 'gemini-3.8-flash' }).write(request, never);
    expect(reply.text).not.toContain(KEY);
    expect(fake.requests[0]?.model).toBe('gemini-3.8-flash');
    expect(fake.requests[0]?.headers['x-goog-api-key']).toBe('<present>');
    expect(reply.modelVersion).toBe('gemini-3.8-flash');
  });
});

describe('a good answer', () => {
  it('comes with its version and tokens, thoughts counted as output', async () => {
    const reply = await write('text');
    expect(reply).toMatchObject({ outcome: 'done', text: 'You asked: how was October?', reason: undefined });
    expect(reply.modelVersion).toBe('gemini-flash-latest');
    const usage = reply.usage ?? { input: 0, output: 0, total: 0 };
    expect(usage.output).toBeGreaterThan(7);
    expect(usage.total).toBe(usage.input + usage.output);
  });

  it('never shows thoughts', async () => {
    const reply = await write('thoughts');
    expect(reply.text).toBe('Final answer.');
  });

  it('keeps the raw parts with their signatures', async () => {
    const reply = await write('sig-tail');
    expect(reply.text).toBe('Revenue is ₹1,23,456.');
    expect(reply.parts?.at(-1)).toHaveProperty('thoughtSignature');
  });

  it.each(['tool', 'tool-parallel', 'tool-unknown', 'tool-loop'])(
    'takes %s as an answer of calls',
    async (name) => {
      const reply = await write(name);
      expect(reply.outcome).toBe('done');
      expect(reply.text).toBe('');
      expect(reply.parts?.length).toBe(name === 'tool-parallel' ? 2 : 1);
    },
  );

  it.each([
    ['split-utf8', 'नमस्ते ₹1,00,000 — घाटा 😀'],
    ['crlf', 'crlf framing'],
    ['slow', 'one two three four five six seven eight nine ten'],
  ])('reads %s whole', async (name, text) => {
    expect(await write(name)).toMatchObject({ outcome: 'done', text });
  });

  it('reads a long answer whole', async () => {
    const reply = await write({ name: 'long', n: 50 });
    expect(reply.text.split('\n')).toHaveLength(50);
  });

  it('can go on with the parts it kept', async () => {
    fake.enqueue('tool', 'text');
    const asked = await model().write(request, never);
    const contents = [
      ...request.contents,
      { role: 'model' as const, parts: asked.parts ?? [] },
      {
        role: 'user' as const,
        parts: [{ functionResponse: { id: 'call_1', name: 'unknown', response: { ok: true } } }],
      },
    ];
    expect((await model().write({ ...request, contents }, never)).outcome).toBe('done');
  });
});

describe('a bad end', () => {
  it.each([
    ['cut', 'broken', "Gemini's answer broke off"],
    ['no-finish', 'broken', "Gemini's answer broke off"],
    ['malformed-sse', 'broken', "Gemini's answer broke off"],
    ['sse-error', 'broken', "Gemini's answer broke off"],
    ['empty', 'empty', 'Gemini gave an empty answer'],
    ['no-candidates', 'empty', 'Gemini gave an empty answer'],
    ['max-tokens-empty', 'empty', 'Gemini gave an empty answer'],
    ['max-tokens', 'truncated', "Gemini's answer was cut at the length limit"],
    ['prompt-blocked', 'blocked', 'Gemini declined to answer (PROHIBITED_CONTENT)'],
    ['safety', 'blocked', 'Gemini declined to answer (SAFETY)'],
    ['safety-mid', 'blocked', 'Gemini declined to answer (SAFETY)'],
    ['recitation', 'blocked', 'Gemini declined to answer (RECITATION)'],
    ['prohibited', 'blocked', 'Gemini declined to answer (PROHIBITED_CONTENT)'],
    ['malformed-call', 'blocked', 'Gemini declined to answer (MALFORMED_FUNCTION_CALL)'],
    ['unheard-of', 'blocked', 'Gemini declined to answer (TOO_MANY_TOOL_CALLS)'],
    ['badkey', 'refused', 'Gemini does not accept this API key'],
    ['403', 'refused', 'Gemini refuses this API key: it is leaked, restricted or not registered'],
    ['400-location', 'refused', 'Gemini is not offered in this country'],
    ['413', 'refused', 'the question is too long for Gemini'],
    ['429-daily', 'quota', "Gemini's daily quota is used up"],
    ['429-limit0', 'quota', 'this API key has no Gemini quota for this model'],
  ])('%s is %s, at the first try', async (name, outcome, reason) => {
    expect(await write(name)).toMatchObject({ outcome, reason });
    expect(fake.requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('keeps what was said before the cut', async () => {
    expect((await write('cut')).text).toBe('this will be cut in ');
  });

  it('shows an unknown reason for blocking only when it is a plain word', async () => {
    const reply = await write(() => ({ chunks: [{ candidates: [{ finishReason: 'x \u001b[31m' }] }] }));
    expect(reply.reason).toBe('Gemini declined to answer');
  });

  it('a refused key needs no retry', async () => {
    const reply = await model({ apiKey: 'bad' }).write(request, never);
    expect(reply).toMatchObject({ outcome: 'refused', reason: 'Gemini does not accept this API key' });
  });

  it.each([[{ parts: [], role: 'user' }, 'Gemini refused the request (400)']])(
    'a request of the wrong shape is refused',
    async (content, reason) => {
      const reply = await model().write({ ...request, contents: [content as never] }, never);
      expect(reply).toMatchObject({ outcome: 'refused', reason });
    },
  );

  it('a chunk of the wrong shape is broken', async () => {
    fake.enqueue(...Array.from({ length: 4 }, () => () => ({ chunks: [{ candidates: 7 }] })));
    expect(await model().write(request, never)).toMatchObject({ outcome: 'broken' });
  });
});

describe('other refusals', () => {
  it.each([
    [401, 'refused', 'Gemini refuses this API key: it is leaked, restricted or not registered'],
    [409, 'refused', 'Gemini refused the request (409)'],
    [408, 'unreachable', 'Gemini is overloaded or down (408)'],
  ])('%i is %s', async (status, outcome, reason) => {
    const error = (): FakeReply => ({ error: rpcError(status, 'X', 'x') });
    fake.enqueue(...Array.from({ length: outcome === 'refused' ? 1 : 4 }, () => error));
    expect(await model().write(request, never)).toMatchObject({ outcome, reason });
  });

  it('a quota without a time to wait is waited out as any other trouble', async () => {
    fake.enqueue(() => ({ error: rpcError(429, 'RESOURCE_EXHAUSTED', 'slow down') }), 'text');
    expect((await model().write(request, never)).outcome).toBe('done');
    expect(waits).toEqual([250]);
  });
});

describe('retries', () => {
  it.each(['500', '503', '504', 'html-502', 'malformed-json', 'keepalive'])('waits out %s', async (name) => {
    const reply = await write(name, 'text');
    expect(reply.outcome).toBe('done');
    expect(waits).toEqual([250]);
  });

  it('backs off further each time and gives up after the third retry', async () => {
    const reply = await write('503', '503', '503', '503');
    expect(reply).toMatchObject({ outcome: 'unreachable', reason: 'Gemini is overloaded or down (503)' });
    expect(waits).toEqual([250, 500, 1000]);
  });

  it.each([
    ['html-502', 'unreachable', 'Gemini is overloaded or down (502)'],
    ['malformed-json', 'broken', "Gemini's answer could not be read"],
    ['keepalive', 'broken', "Gemini's answer could not be read"],
  ])('%s four times is %s', async (name, outcome, reason) => {
    expect(await write(name, name, name, name)).toMatchObject({ outcome, reason });
  });

  it('waits as long as the server asks under a per-minute quota', async () => {
    const reply = await write({ name: '429', retry: '0.3s' }, 'text');
    expect(reply.outcome).toBe('done');
    expect(waits).toEqual([315]);
  });

  it('does not wait past its own deadline', async () => {
    const reply = await write({ name: '429', retry: '49.125626837s' });
    expect(reply).toMatchObject({
      outcome: 'quota',
      reason: 'too many requests to Gemini in the last minute',
    });
    expect(waits).toEqual([]);
  });

  it('tries the fallback model once when the model is gone', async () => {
    expect((await write('404', 'text')).outcome).toBe('done');
    expect(fake.requests.map((seen) => seen.model)).toEqual(['gemini-flash-latest', FALLBACK_MODEL]);
  });

  it('says so when the fallback is gone as well', async () => {
    expect(await write('404', '404')).toMatchObject({
      outcome: 'refused',
      reason: 'Gemini no longer offers this model',
    });
  });

  it('cannot reach a server that is not there', async () => {
    const gone = await createFakeGemini();
    await gone.close();
    const reply = await model({ baseUrl: gone.url }).write(request, never);
    expect(reply).toMatchObject({ outcome: 'unreachable', reason: 'cannot reach Gemini' });
    expect(waits).toHaveLength(3);
  });

  it('waits for real when no other sleep is handed in', async () => {
    fake.enqueue({ name: '429', retry: '0.05s' }, 'text');
    const patient = geminiModel({ apiKey: KEY, baseUrl: fake.url });
    expect((await patient.write(request, never)).outcome).toBe('done');
  });
});

describe('deadlines and stopping', () => {
  it('gives up on a server that never answers', async () => {
    fake.enqueue('hang');
    const reply = await model({ timeoutMs: 150 }).write(request, never);
    expect(reply).toMatchObject({ outcome: 'timeout', reason: 'Gemini did not answer within 1 s' });
  });

  it('gives up on an answer that stops in the middle, and hangs up', async () => {
    fake.enqueue('stall');
    const reply = await model({ idleMs: 100 }).write(request, never);
    expect(reply).toMatchObject({
      outcome: 'timeout',
      text: 'first part',
      reason: 'Gemini stopped in mid-answer',
    });
    await expect.poll(() => fake.requests[0]?.aborted).toBe(true);
  });

  it('stops when told to and keeps what was said', async () => {
    fake.enqueue('slow');
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    const reply = await model().write(request, stop.signal);
    expect(reply.outcome).toBe('stopped');
    expect(reply.text).toMatch(/^one tw/);
    await expect.poll(() => fake.requests[0]?.aborted).toBe(true);
  });

  it('does not even ask when it was stopped before', async () => {
    const reply = await model().write(request, AbortSignal.abort());
    expect(reply.outcome).toBe('stopped');
    expect(fake.requests).toHaveLength(0);
  });

  it('stops while it waits for a retry', async () => {
    fake.enqueue('503');
    const stop = new AbortController();
    const reply = await model({
      sleep: () => {
        stop.abort();
        return Promise.resolve();
      },
    }).write(request, stop.signal);
    expect(reply.outcome).toBe('stopped');
  });

  it('lets go of the signal it was handed', async () => {
    const stop = new AbortController();
    let listeners = 0;
    const { signal } = stop;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners += 1;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...given);
    };
    fake.enqueue('text');
    await model().write(request, signal);
    expect(listeners).toBe(0);
  });
});

describe('the base address', () => {
  it.each([
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://127.8.9.10:1/', 'http://127.8.9.10:1'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('may be %s', (text, origin) => {
    expect(loopbackBaseUrl(text)).toBe(origin);
  });

  it.each([
    'https://127.0.0.1',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evil.example/127.0.0.1',
    'http://127.0.0.1@evil.example',
    'http://user:pw@127.0.0.1',
    'http://128.0.0.1',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::ffff:10.0.0.1]',
    'http://127.0.0.1/v1beta',
    'http://127.0.0.1/?key=1',
    'http://127.0.0.1/#x',
    'ftp://127.0.0.1',
    '127.0.0.1:80',
    'localhost',
    '',
  ])('is never %j', (text) => {
    expect(loopbackBaseUrl(text)).toBeUndefined();
  });

  it('is refused with a hint when it is elsewhere', () => {
    expect(() => geminiModel({ apiKey: KEY, baseUrl: 'https://evil.example' })).toThrow(UserError);
  });
});
