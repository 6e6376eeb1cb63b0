import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Narrative } from '../../src/domain/narrative.ts';
import { geminiModel } from '../../src/narrate/gemini.ts';
import type { Model, ModelReply, ModelRequest } from '../../src/narrate/model.ts';
import { narrate, type NarrateOptions } from '../../src/narrate/narrate.ts';
import { createFakeGemini, type FakeGemini, type Queued } from '../helpers/fake-gemini.ts';
import { scenarios } from '../helpers/fake-gemini-scenarios.ts';
import { october } from './tarang-october.ts';

const BUILT_IN: Narrative = {
  source: 'built-in',
  lang: 'en',
  tone: 'owner',
  text: 'Net profit is ₹1,01,358.',
  grounding: { checked: 1, traced: 1, dropped: 0, outcome: 'built-in' },
};
const never = new AbortController().signal;
const options = (given: Partial<NarrateOptions<Answer>> = {}): NarrateOptions<Answer> => ({
  lang: 'en',
  tone: 'owner',
  plain: () => BUILT_IN,
  signal: never,
  ...given,
});

const GOOD = ['Net profit was {{pnl.netProfit}}, down {{pnl.netProfit.change}} on September.', 'Sales rose.'];
const reply = (...sentences: readonly string[]): string => JSON.stringify({ blocks: [{ sentences }] });

/** A model that says what it is told to, remembers what it was asked, and complains when it runs out. */
function saying(
  ...replies: readonly (string | Partial<ModelReply>)[]
): Model & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  const left = [...replies];
  return {
    name: 'told',
    asked,
    write: (request) => {
      asked.push(request);
      const next = left.shift();
      if (next === undefined) throw new Error('asked too often');
      return Promise.resolve(
        typeof next === 'string' ? { outcome: 'done', text: next } : { outcome: 'done', text: '', ...next },
      );
    },
  };
}

describe('with a model that writes well', () => {
  it('the prose is the model’s, filled in', async () => {
    const model = saying({
      text: reply(...GOOD),
      modelVersion: 'gemini-3.8-flash',
      usage: { input: 1_000, output: 400, total: 1_400 },
    });
    expect(await narrate(october, options({ model }))).toEqual({
      source: 'gemini',
      lang: 'en',
      tone: 'owner',
      text: 'Net profit was ₹1,01,358, down ₹21,684 on September. Sales rose.',
      grounding: { checked: 2, traced: 2, dropped: 0, outcome: 'passed' },
      model: 'gemini-3.8-flash',
      tokens: 1_400,
      cost: 0.00225,
    });
    expect(model.asked[0]).toMatchObject({ maxOutputTokens: 4_096, contents: [{ role: 'user' }] });
  });

  it('JSON may come in a fence, with prose around it', async () => {
    const model = saying(`Here you go:\n\`\`\`json\n${reply(...GOOD)}\n\`\`\`\nDone.`);
    expect((await narrate(october, options({ model }))).source).toBe('gemini');
    const bare = saying(`Sure! ${reply(...GOOD)} Anything else?`);
    expect((await narrate(october, options({ model: bare }))).source).toBe('gemini');
  });

  it('Hindi is checked as well', async () => {
    const model = saying(reply('शुद्ध लाभ {{pnl.netProfit}} रहा, जो सितंबर से {{pnl.netProfit.change}} कम है।'));
    const narrative = await narrate(october, options({ model, lang: 'hi-IN' }));
    expect(narrative).toMatchObject({ source: 'gemini', lang: 'hi-IN' });
    expect(narrative.text).toContain('₹21,684 कम');
  });

  it('the cost follows the owner’s own prices', async () => {
    const usage = { input: 1_000, output: 1_000, total: 2_000 };
    const model = saying({ text: reply(...GOOD), modelVersion: 'gemini-4-argon', usage });
    const prices = { 'gemini-4-argon': { input: 1, output: 2 } };
    expect((await narrate(october, options({ model, prices }))).cost).toBeCloseTo(0.003, 10);
  });
});

describe('without need of a model', () => {
  it('the built-in summary stands as it is', async () => {
    expect(await narrate(october, options())).toBe(BUILT_IN);
  });

  it('an answer without anything in it is not sent', async () => {
    const empty = { ...october, figures: october.figures.map((figure) => ({ ...figure, value: 0 })) };
    expect(await narrate(empty, options({ model: saying() }))).toBe(BUILT_IN);
  });

  it('a run that could cost more than the owner allows is not started', async () => {
    const prices = { told: { input: 1, output: 2 } };
    const dear = await narrate(october, options({ model: saying(), maxCost: 0.000001, prices }));
    expect(dear.unavailable).toMatch(/^it could cost about \$0\.\d+, more than ai\.maxCost/);
    const cheap = await narrate(october, options({ model: saying(reply(...GOOD)), maxCost: 1, prices }));
    expect(cheap.source).toBe('gemini');
    const unknown = await narrate(october, options({ model: saying(), maxCost: 1 }));
    expect(unknown.unavailable).toContain('the price of told is not known');
    const alias = { ...saying(reply(...GOOD)), name: 'gemini-flash-latest' };
    expect((await narrate(october, options({ model: alias, maxCost: 1 }))).source).toBe('gemini');
  });
});

describe('a language whose words are not known', () => {
  it('is written by the model, with every change shown with its sign and a word about it', async () => {
    const model = saying(reply('நிகர லாபம் {{pnl.netProfit}}, மாற்றம் {{pnl.netProfit.change}}.'));
    const narrative = await narrate(october, options({ model, lang: 'ta' }));
    expect(narrative).toMatchObject({ source: 'gemini', lang: 'ta', grounding: { checked: 2, dropped: 0 } });
    expect(narrative.text).toContain('−₹21,684');
    expect(narrative.caveat).toContain('signs');
    expect(model.asked[0]?.system).toContain('Write in Tamil');
  });

  it('still has no typed number in any digits', async () => {
    const model = saying(reply('நிகர லாபம் ௧௨௩.'), reply('லாபம் 123.'));
    const narrative = await narrate(october, options({ model, lang: 'ta' }));
    expect(narrative.source).toBe('built-in');
  });
});

describe('a second try', () => {
  it('is asked for when the reply is no JSON', async () => {
    const model = saying('{"blocks": [', reply(...GOOD));
    expect((await narrate(october, options({ model }))).source).toBe('gemini');
    const [, , repair] = model.asked[1]?.contents ?? [];
    expect(JSON.stringify(repair)).toContain('not the JSON asked for');
  });

  it('is asked for when sentences were refused, and is told why', async () => {
    const model = saying(reply(...GOOD, 'Revenue was ₹5.'), reply(...GOOD, 'Revenue was {{pnl.revenue}}.'));
    const narrative = await narrate(october, options({ model }));
    expect(narrative.text).toContain('Revenue was ₹13,52,870.');
    expect(narrative.grounding.dropped).toBe(0);
    expect(JSON.stringify(model.asked[1]?.contents[2])).toContain('is typed instead of');
  });

  it('sends the first reply back as it came', async () => {
    const parts = [{ text: 'x', thoughtSignature: 's' }];
    const model = saying({ text: 'x', parts }, reply(...GOOD));
    await narrate(october, options({ model }));
    expect(model.asked[1]?.contents[1]).toEqual({ role: 'model', parts });
  });

  it('is not better: the first reply stands without its bad sentence', async () => {
    const model = saying(reply(...GOOD, 'Revenue was ₹5.'), { outcome: 'timeout', reason: 'late' });
    const narrative = await narrate(october, options({ model }));
    expect(narrative).toMatchObject({ source: 'gemini', grounding: { dropped: 1, outcome: 'passed' } });
    expect(narrative.text).not.toContain('₹5');
  });

  it('is worse: the first reply stands', async () => {
    const model = saying(reply(...GOOD, 'Revenue was ₹5.'), reply('Net profit was ₹6.'));
    expect((await narrate(october, options({ model }))).text).toContain('₹1,01,358');
  });

  it('failing as well, the built-in summary stands and says so, with what was spent', async () => {
    const usage = { input: 10, output: 10, total: 20 };
    const model = saying({ text: reply('₹5.'), usage }, { text: reply('₹6.', '₹7.'), usage });
    expect(await narrate(october, options({ model }))).toEqual({
      ...BUILT_IN,
      tokens: 40,
      grounding: { checked: 1, traced: 0, dropped: 1, outcome: 'failed' },
      unavailable: 'too little of what Gemini wrote could be traced to the figures',
    });
  });

  it('is told when no sentence carries a figure', async () => {
    const model = saying(reply('Have a nice day.'), reply(...GOOD));
    expect((await narrate(october, options({ model }))).source).toBe('gemini');
    expect(JSON.stringify(model.asked[1]?.contents[2])).toContain('no sentence carries a figure');
  });
});

describe('a model that misbehaves', () => {
  it('by throwing is as good as none', async () => {
    expect(await narrate(october, options({ model: saying() }))).toMatchObject({
      source: 'built-in',
      unavailable: "Gemini's answer could not be read",
    });
  });

  it('by never ending is left at the deadline', async () => {
    const model: Model = { name: 'deaf', write: () => new Promise(() => undefined) };
    expect(await narrate(october, options({ model, deadlineMs: 60 }))).toMatchObject({
      source: 'built-in',
      unavailable: 'Gemini did not answer in time',
    });
  });

  it('is left when the owner stops', async () => {
    const stop = new AbortController();
    const model: Model = {
      name: 'deaf',
      write: () => {
        stop.abort();
        return new Promise(() => undefined);
      },
    };
    expect(await narrate(october, options({ model, signal: stop.signal }))).toMatchObject({
      unavailable: 'stopped',
    });
    expect(await narrate(october, options({ model: saying(), signal: stop.signal }))).toMatchObject({
      unavailable: 'stopped',
    });
  });

  it('without a reason still has one', async () => {
    const model = saying({ outcome: 'empty' });
    expect((await narrate(october, options({ model }))).unavailable).toBe('Gemini gave no answer');
  });
});

describe('through the real library, whatever the service does', () => {
  let fake: FakeGemini;
  beforeAll(async () => {
    fake = await createFakeGemini();
  });
  afterEach(() => fake.reset());
  afterAll(() => fake.close());

  const told = async (...queued: readonly Queued[]): Promise<Narrative> => {
    fake.enqueue(...queued);
    const model = geminiModel({
      apiKey: 'canary-key-5f2a91',
      baseUrl: fake.url,
      timeoutMs: 1_500,
      idleMs: 150,
      sleep: () => Promise.resolve(),
    });
    return await narrate(october, options({ model, deadlineMs: 3_000 }));
  };
  const FORM = 'Gemini did not answer in the form asked for';
  const UNTRACED = 'too little of what Gemini wrote could be traced to the figures';

  const EXPECTED: Readonly<Record<string, string>> = {
    text: UNTRACED,
    tool: FORM,
    'tool-parallel': FORM,
    'tool-unknown': FORM,
    'tool-loop': FORM,
    thoughts: FORM,
    'sig-tail': FORM,
    long: FORM,
    slow: 'Gemini stopped in mid-answer',
    stall: 'Gemini stopped in mid-answer',
    hang: 'Gemini did not answer within 2 s',
    cut: "Gemini's answer broke off",
    'no-finish': "Gemini's answer broke off",
    'split-utf8': FORM,
    crlf: FORM,
    keepalive: "Gemini's answer could not be read",
    'malformed-json': "Gemini's answer could not be read",
    'malformed-sse': "Gemini's answer broke off",
    'sse-error': "Gemini's answer broke off",
    'html-502': 'Gemini is overloaded or down (502)',
    empty: 'Gemini gave an empty answer',
    'no-candidates': 'Gemini gave an empty answer',
    'prompt-blocked': 'Gemini declined to answer (PROHIBITED_CONTENT)',
    safety: 'Gemini declined to answer (SAFETY)',
    'safety-mid': 'Gemini declined to answer (SAFETY)',
    recitation: 'Gemini declined to answer (RECITATION)',
    prohibited: 'Gemini declined to answer (PROHIBITED_CONTENT)',
    'malformed-call': 'Gemini declined to answer (MALFORMED_FUNCTION_CALL)',
    'unheard-of': 'Gemini declined to answer (TOO_MANY_TOOL_CALLS)',
    'max-tokens': "Gemini's answer was cut at the length limit",
    'max-tokens-empty': 'Gemini gave an empty answer',
    'bad-inner-json': FORM,
    'fenced-json': FORM,
    ungrounded: FORM,
    hostile: FORM,
    echo: FORM,
    '429': 'too many requests to Gemini in the last minute',
    '429-daily': "Gemini's daily quota is used up",
    '429-limit0': 'this API key has no Gemini quota for this model',
    '500': 'Gemini is overloaded or down (500)',
    '503': 'Gemini is overloaded or down (503)',
    '504': 'Gemini is overloaded or down (504)',
    '404': 'Gemini no longer offers this model',
    badkey: 'Gemini does not accept this API key',
    '403': 'Gemini refuses this API key: it is leaked, restricted or not registered',
    '400-location': 'Gemini is not offered in this country',
    '413': 'the question is too long for Gemini',
  };

  it('every way of answering is looked at', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(scenarios).sort());
  });

  it.each(Object.entries(EXPECTED))('%s gives the built-in summary and: %s', async (name, unavailable) => {
    const start = performance.now();
    const narrative = await told(...Array.from({ length: 8 }, () => name));
    expect(narrative).toMatchObject({ source: 'built-in', text: BUILT_IN.text, unavailable });
    expect(JSON.stringify(narrative)).not.toContain('canary-key');
    expect(performance.now() - start).toBeLessThan(6_000);
  });

  it('a good reply is told, with version, tokens, and a request that is not to be stored', async () => {
    const narrative = await told(() => ({
      parts: [{ text: reply(...GOOD) }],
      finishReason: 'STOP',
      modelVersion: 'gemini-3.8-flash',
    }));
    expect(narrative).toMatchObject({ source: 'gemini', model: 'gemini-3.8-flash' });
    expect(narrative.tokens).toBeGreaterThan(100);
    expect(narrative.cost).toBeGreaterThan(0);
    const [request] = fake.requests;
    expect(request?.body['store']).toBe(false);
    expect(request?.body.generationConfig).toMatchObject({
      thinkingConfig: { thinkingLevel: 'low' },
      responseMimeType: 'application/json',
    });
    expect(JSON.stringify(request?.body)).not.toContain('canary-key');
  });

  it('numbers that were typed are mended once', async () => {
    const narrative = await told(
      () => reply('Revenue was ₹9,99,999.99, up 312% on last month.'),
      () => reply(...GOOD),
    );
    expect(narrative.source).toBe('gemini');
    expect(fake.requests).toHaveLength(2);
  });

  it('typed numbers that stay leave the built-in summary', async () => {
    const typed = (): string => reply('Revenue was ₹9,99,999.99, up 312% on last month.');
    expect(await told(typed, typed)).toMatchObject({
      source: 'built-in',
      unavailable: UNTRACED,
      grounding: { outcome: 'failed', dropped: 1 },
    });
  });

  it('nothing hostile of a reply comes through', async () => {
    const hostile = scenarios['hostile']?.({ body: {}, model: '' }).parts?.[0]?.['text'] as string;
    const narrative = await told(
      () => reply(...GOOD, hostile),
      () => reply(...GOOD, hostile),
    );
    expect(narrative.source).toBe('gemini');
    expect(narrative.text).toBe('Net profit was ₹1,01,358, down ₹21,684 on September. Sales rose.');
  });
});
