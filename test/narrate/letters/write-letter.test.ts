import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { geminiModel } from '../../../src/narrate/gemini.ts';
import { builtInLetter } from '../../../src/narrate/letters/built-in.ts';
import {
  letterPromptFor,
  writeLetter,
  type LetterOptions,
} from '../../../src/narrate/letters/write-letter.ts';
import type { Model, ModelReply, ModelRequest } from '../../../src/narrate/model.ts';
import { createFakeGemini, type FakeGemini } from '../../helpers/fake-gemini.ts';
import { sampleOrder } from '../../helpers/sample-order.ts';
import { sharedPath } from '../../helpers/shared.ts';

const order = sampleOrder();
const never = new AbortController().signal;
const options = (given: Partial<LetterOptions> = {}): LetterOptions => ({
  lang: 'en',
  signal: never,
  ...given,
});

const GOOD = {
  greeting: 'Dear {{contact}} ji,',
  opening: 'Greetings from {{shop}}. Please find our order {{orderNumber}} below.',
  closing: 'Please confirm it by reply.\r\n\r\nWarm regards,',
};
const WRONG = { ...GOOD, opening: 'Please send 500 pieces.' };

/** A model that says what it is told to, and remembers what it was asked. */
function saying(...replies: readonly (object | ModelReply)[]): Model & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  const left = [...replies];
  return {
    name: 'told',
    asked,
    write: (request) => {
      asked.push(request);
      const next = left.shift();
      if (next === undefined) throw new Error('asked too often');
      return Promise.resolve('outcome' in next ? next : { outcome: 'done', text: JSON.stringify(next) });
    },
  };
}

describe('without a model', () => {
  it('the letter is the built-in one, in English', async () => {
    expect(await writeLetter(order, options())).toEqual({
      source: 'built-in',
      lang: 'en',
      greeting: 'Dear Ramesh Gupta,',
      opening: 'We are pleased to place the following order with you.',
      closing:
        'Please confirm this order and the day of delivery by reply. If an item is not available, kindly let us know before you dispatch the goods.\n\nKind regards,',
    });
  });

  it('the letter is in Hindi where the supplier, or else the shop, speaks it', async () => {
    const hindi = {
      source: 'built-in',
      lang: 'hi',
      greeting: 'आदरणीय Ramesh Gupta जी,',
      opening: 'सादर नमस्कार। कृपया हमारा निम्नलिखित ऑर्डर स्वीकार करें।',
      closing:
        'कृपया इस ऑर्डर की तथा माल पहुँचने की तिथि की पुष्टि उत्तर में कर दें। यदि कोई वस्तु उपलब्ध न हो, तो कृपया माल भेजने से पहले हमें सूचित करें।\n\nधन्यवाद सहित,\nभवदीय,',
    };
    const speaking = sampleOrder({ supplier: { ...order.supplier, language: 'hi' } });
    expect(await writeLetter(speaking, options())).toEqual(hindi);
    expect(await writeLetter(order, options({ lang: 'hi-IN' }))).toEqual(hindi);
  });

  it('nobody is called by a name that is not known, and nobody is honoured twice', () => {
    const nameless = sampleOrder({ supplier: { ...order.supplier, contact: '\x1b[31m' } });
    expect(builtInLetter(nameless, 'en').greeting).toBe('Dear Sir or Madam,');
    expect(builtInLetter(nameless, 'hi').greeting).toBe('आदरणीय महोदय/महोदया,');
    const honoured = sampleOrder({ supplier: { ...order.supplier, contact: 'रमेश जी' } });
    expect(builtInLetter(honoured, 'hi').greeting).toBe('आदरणीय रमेश जी,');
  });
});

describe('with a model', () => {
  it('its words are filled in and stand, with what they cost', async () => {
    const usage = { input: 1_000, output: 400, total: 1_400 };
    const model = saying({
      outcome: 'done',
      text: JSON.stringify(GOOD),
      modelVersion: 'gemini-3.8-flash',
      usage,
    });
    expect(await writeLetter(order, options({ model }))).toEqual({
      source: 'gemini',
      lang: 'en',
      greeting: 'Dear Ramesh Gupta ji,',
      opening: 'Greetings from Tarang Textiles. Please find our order PO-20261122-AJRAKH-HOUSE-1 below.',
      closing: 'Please confirm it by reply.\n\nWarm regards,',
      model: 'gemini-3.8-flash',
      tokens: 1_400,
      cost: 0.00225,
    });
    expect(model.asked).toHaveLength(1);
  });

  it('placeholders in names of the shop’s data stay text', async () => {
    const tricky = sampleOrder({ supplier: { ...order.supplier, contact: '{{shop}} {{total}}' } });
    const letter = await writeLetter(tricky, options({ model: saying(GOOD) }));
    expect(letter.greeting).toBe('Dear {{shop}} {{total}} ji,');
  });

  it('a refused reply is repaired once, told why', async () => {
    const model = saying(WRONG, GOOD);
    expect((await writeLetter(order, options({ model }))).source).toBe('gemini');
    expect(model.asked[1]?.contents).toHaveLength(3);
    expect(JSON.stringify(model.asked[1]?.contents[2])).toContain('opening: it holds a number');
  });

  it('twice refused, the built-in letter stands with the reason', async () => {
    const letter = await writeLetter(order, options({ model: saying(WRONG, WRONG) }));
    expect(letter).toEqual({
      ...builtInLetter(order, 'en'),
      unavailable: 'what Gemini wrote was refused (opening: it holds a number)',
    });
  });

  it.each([
    ['no JSON', 'Dear Sir, please send the goods.'],
    ['an added field', JSON.stringify({ ...GOOD, lines: ['100 × GOLD'] })],
    ['a missing part', JSON.stringify({ greeting: GOOD.greeting, opening: GOOD.opening })],
    ['a part that is no text', JSON.stringify({ ...GOOD, closing: ['Regards'] })],
  ])('%s is refused', async (_, text) => {
    const model = saying({ outcome: 'done', text }, { outcome: 'done', text });
    const letter = await writeLetter(order, options({ model }));
    expect(letter).toMatchObject({
      source: 'built-in',
      unavailable: 'Gemini did not answer in the form asked for',
    });
    expect(model.asked).toHaveLength(2);
  });

  it.each([
    [{ outcome: 'quota', text: '', reason: 'too many requests today' }, 'too many requests today'],
    [{ outcome: 'blocked', text: 'Dear' }, 'Gemini gave no answer'],
    [{ outcome: 'done', text: '' }, 'Gemini did not answer in the form asked for'],
  ] as const)('%j is not asked again', async (reply, reason) => {
    const model = saying(reply);
    expect(await writeLetter(order, options({ model }))).toMatchObject({
      source: 'built-in',
      unavailable: reason,
    });
  });

  it('in another language it says that not all is checked', async () => {
    const tamil = {
      greeting: 'அன்புள்ள {{contact}} அவர்களுக்கு,',
      opening: 'எங்கள் ஆர்டரைக் கீழே காணவும்.',
      closing: 'தயவுசெய்து உறுதிப்படுத்தவும்.\nநன்றி,',
    };
    const letter = await writeLetter(order, options({ model: saying(tamil), lang: 'ta' }));
    expect(letter).toMatchObject({ source: 'gemini', lang: 'ta', model: 'told' });
    expect(letter.caveat).toMatch(/read it before you send it/);
  });

  it('it is not asked when that could cost too much', async () => {
    const model = { ...saying(), name: 'gemini-3.8-flash' };
    const letter = await writeLetter(order, options({ model, maxCost: 0.0001 }));
    expect(letter.unavailable).toMatch(/could cost about/);
    expect(model.asked).toEqual([]);
  });

  it('it is not waited for beyond the deadline, nor asked after a stop', async () => {
    const deaf: Model = { name: 'deaf', write: () => new Promise(() => undefined) };
    expect((await writeLetter(order, options({ model: deaf, deadlineMs: 5 }))).unavailable).toMatch(
      /in time/,
    );
    const stopped = AbortSignal.abort();
    expect((await writeLetter(order, options({ model: deaf, signal: stopped }))).unavailable).toBe('stopped');
  });
});

describe('what a model is told', () => {
  it('is the language and which names there are, and nothing of the shop or its order', () => {
    const prompt = letterPromptFor(order, 'hi');
    const { supplier, lines } = order;
    const data = [
      ...[supplier.name, supplier.email, supplier.contact, 'Bhuj', order.buyer, 'MG Road', order.number],
      ...lines.flatMap(({ sku, title, supplierSku }) => [sku, title, supplierSku]),
      ...['₹', '450', '1200', '1,200', '2026'],
    ];
    const sent = JSON.stringify(prompt);
    expect(data.filter((text) => text !== undefined && sent.includes(text))).toEqual([]);
    expect(prompt.system).toContain('Hindi, in Devanagari letters');
    expect(JSON.parse(prompt.user)).toMatchObject({ names: [{ id: '{{contact}}' }, {}, {}, {}] });
  });

  const corpus = sharedPath('security/prompt-injections.jsonl');
  it.skipIf(corpus === undefined)('is the same whatever names and titles say', () => {
    const texts = readFileSync(corpus ?? '', 'utf8')
      .trim()
      .split('\n');
    for (const text of texts) {
      const supplier = { ...order.supplier, name: text, contact: text, address: text };
      const hostile = sampleOrder({
        supplier,
        buyer: text,
        lines: [{ sku: text, title: text, quantity: 1 }],
      });
      expect(letterPromptFor(hostile, 'en')).toEqual(letterPromptFor(order, 'en'));
    }
  });
});

describe('with Gemini’s service', () => {
  let fake: FakeGemini;
  beforeAll(async () => {
    fake = await createFakeGemini();
  });
  afterEach(() => fake.reset());
  afterAll(() => fake.close());
  const model = (): Model =>
    geminiModel({ apiKey: 'test-key', baseUrl: fake.url, sleep: () => Promise.resolve(), random: () => 0 });

  it('asks for JSON of three parts and takes a good answer', async () => {
    fake.enqueue(() => JSON.stringify(GOOD));
    const letter = await writeLetter(order, options({ model: model() }));
    expect(letter).toMatchObject({ source: 'gemini', greeting: 'Dear Ramesh Gupta ji,' });
    expect(JSON.stringify(fake.requests[0]?.body)).toContain('"required":["greeting","opening","closing"]');
  });

  it.each(['ungrounded', 'hostile', 'bad-inner-json', 'fenced-json', 'echo', 'text'])(
    'keeps the built-in letter when the answers are %s',
    async (name) => {
      fake.enqueue({ name }, { name });
      const letter = await writeLetter(order, options({ model: model() }));
      expect(letter).toMatchObject(builtInLetter(order, 'en'));
      expect(letter.unavailable).toMatch(/refused|form asked for/);
    },
  );

  it.each(['safety', 'max-tokens', 'badkey', '429-daily', 'no-finish'])(
    'keeps the built-in letter after %s',
    async (name) => {
      fake.enqueue({ name });
      const letter = await writeLetter(order, options({ model: model() }));
      expect(letter.source).toBe('built-in');
      expect(letter.unavailable).not.toBe('');
    },
  );
});
