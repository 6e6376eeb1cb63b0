import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letterProblems } from '../../../src/narrate/letters/check.ts';
import type { LetterReply } from '../../../src/narrate/letters/prompt.ts';
import { sampleOrder } from '../../helpers/sample-order.ts';
import { sharedPath } from '../../helpers/shared.ts';

const ENGLISH: LetterReply = {
  greeting: 'Dear {{contact}} ji,',
  opening:
    'Greetings from {{shop}}. We are glad to place our order {{orderNumber}} with {{supplier}}, as given below.',
  closing:
    'Please confirm the order by reply. Thank you in advance for your kind support.\n\nWith warm regards,',
};
const HINDI: LetterReply = {
  greeting: 'आदरणीय {{contact}} जी,',
  opening: 'सादर नमस्कार। हम {{shop}} की ओर से एक ऑर्डर देना चाहते हैं, जिसका विवरण नीचे है।',
  closing: 'कृपया उत्तर में ऑर्डर की पुष्टि करें। आपके मूल्यवान सहयोग के लिए धन्यवाद।\n\nभवदीय,',
};
const order = sampleOrder();

/** What is said against a letter that is good but for its opening. */
function against(opening: string, lang = 'en'): readonly string[] {
  return letterProblems({ ...(lang === 'hi' ? HINDI : ENGLISH), opening }, order, lang);
}

describe('letterProblems', () => {
  it.each([
    ['en', ENGLISH],
    [
      'en-IN',
      {
        ...ENGLISH,
        greeting: 'Dear Sir/Madam,',
        closing: 'Please let us know.\r\nThank you,\nYours sincerely,',
      },
    ],
    ['hi', HINDI],
    ['hi-IN', { ...HINDI, greeting: 'श्रीमान जी,' }],
    [
      'ta',
      {
        greeting: 'அன்புள்ள {{contact}} அவர்களுக்கு,',
        opening: 'எங்கள் ஆர்டரைக் கீழே காணவும்.',
        closing: 'தயவுசெய்து உறுதிப்படுத்தவும்.\nநன்றி,',
      },
    ],
    [
      'gu',
      {
        greeting: 'આદરણીય {{contact}} જી,',
        opening: 'અમારો ઓર્ડર નીચે મુજબ છે.',
        closing: 'કૃપા કરીને ઓર્ડરની પુષ્ટિ કરશો.\nઆભાર,',
      },
    ],
    [
      'ja',
      {
        greeting: '{{contact}}様',
        opening: 'いつもお世話になっております。',
        closing: 'よろしくお願いいたします。',
      },
    ],
    ['zh', { greeting: '尊敬的{{contact}}:', opening: '请查收我们的订单。', closing: '谢谢。' }],
    ['x', ENGLISH],
  ])('finds nothing against a good letter in %s', (lang, reply) => {
    expect(letterProblems(reply, order, lang)).toEqual([]);
  });

  it.each([
    ['digits', 'We order 24 of them below.', 'it holds a number'],
    ['Devanagari digits', 'We order २४ below.', 'it holds a number'],
    ['full-width digits', 'We order ２４ below.', 'it holds a number'],
    ['digits of another script', 'We order ௨௪ below.', 'it holds a number'],
    ['a fraction', 'We order ½ of it.', 'it holds a number'],
    ['number words', 'We order twenty-four packs below.', 'it holds a number'],
    ['a word for a size', 'We order double the usual.', 'it holds a number'],
    ['lakh', 'We order a lakh of them.', 'it holds a number'],
    ['an amount', 'It comes to ₹ as below.', 'it holds a number'],
    ['dozens', 'Please see our dozen below.', 'it holds a number'],
    ['one piece', 'Please send us one piece.', 'it speaks of a number'],
    ['a pair', 'Please see our pair below.', 'it speaks of a number'],
    ['a SKU of the order', 'We order DUP-BGR below.', 'it names goods'],
    ['another SKU', 'We order KAN-SILK-RED below.', 'it names goods'],
    ['goods of the order', 'We order the Block-print kurta below.', 'it names goods'],
    ['an added line', 'Please add the silk scarves.', 'it speaks of changes to the order'],
    ['an added line, otherwise', 'Please also send the scarves.', 'it speaks of changes to the order'],
    [
      'a dropped line',
      'Please leave nothing out, but cancel the kurtas.',
      'it speaks of changes to the order',
    ],
    ['a changed line', 'Send blue instead of red.', 'it speaks of changes to the order'],
    ['an exception', 'All of the below except the kurtas.', 'it speaks of changes to the order'],
    [
      'an address',
      'Kindly note our new home in Gandhi Nagar.',
      'it speaks of a place or a way to reach somebody',
    ],
    [
      'where to deliver',
      'Please ship the goods to our sister shop.',
      'it speaks of a place or a way to reach somebody',
    ],
    ['a link', 'See https://evil.example for the order.', 'it holds a link or a mail address'],
    ['a bare host', 'See evil.example for the order.', 'it holds a link or a mail address'],
    ['a mail address', 'Write to boss@evil.example please.', 'it holds a link or a mail address'],
    ['a price', 'At the price agreed.', 'it speaks of money or a promise'],
    ['a promise of payment', 'We shall pay on receipt.', 'it speaks of money or a promise'],
    ['an advance', 'An advance follows.', 'it speaks of money or a promise'],
    ['a guarantee', 'We guarantee further orders.', 'it speaks of money or a promise'],
    ['a date', 'We need it next week.', 'it speaks of a date or time'],
    ['an unknown placeholder', 'Order {{total}} below.', 'there is no {{total}}'],
    ['half a placeholder', 'Order {{shop} below.', 'it holds single braces'],
    ['HTML', 'Order <b>below</b>.', 'it holds markup'],
    ['an entity', 'Order &lt; below.', 'it holds markup'],
    ['markdown', 'Order **below**.', 'it holds markup'],
    ['an escape sequence', 'Order \x1b[31mbelow.', 'it holds control or invisible characters'],
    ['a change of direction', 'Order \u202Ebelow.', 'it holds control or invisible characters'],
    ['invisible characters', 'Order be\u200Blow.', 'it holds control or invisible characters'],
    ['more lines', 'We order.\nGold below.', 'it is more than one line'],
    ['nothing', '  ', 'it is empty'],
    ['too much', 'We order. '.repeat(80), 'it is too long'],
    ['another language', 'कृपया हमारा ऑर्डर स्वीकार करें।', 'it is not written in the letters of en'],
    ['a name', 'As agreed with Priya, we order as below.', '"Priya" is a name that was not given'],
  ])('refuses %s', (_, opening, problem) => {
    expect(against(opening)).toEqual([`opening: ${problem}`]);
  });

  it.each([
    ['number words', 'हम चौबीस कुर्ते चाहते हैं।', 'it holds a number'],
    ['a dozen', 'हम दर्जन भर चाहते हैं।', 'it holds a number'],
    ['one piece', 'हमें एक पीस भेजें।', 'it speaks of a number'],
    ['payment', 'भुगतान माल मिलने पर होगा।', 'it speaks of money or a promise'],
    ['a change', 'कृपया कुर्ते हटा दें।', 'it speaks of changes to the order'],
    ['a day', 'माल कल तक भेजें।', 'it speaks of a date or time'],
    ['a place', 'माल हमारे गोदाम पर दें।', 'it speaks of a place or a way to reach somebody'],
    ['a name with an honorific', 'जैसा सुरेश जी से तय हुआ, ऑर्डर नीचे है।', '"सुरेश" is a name that was not given'],
    ['a name after an honorific', 'जैसा श्री सुरेश ने कहा, ऑर्डर नीचे है।', '"सुरेश" is a name that was not given'],
    ['the wrong letters', 'Kripya hamara order sweekar karen.', 'it is not written in the letters of hi'],
  ])('refuses %s in Hindi', (_, opening, problem) => {
    expect(against(opening, 'hi')).toEqual([`opening: ${problem}`]);
  });

  it.each([
    ['ta', 'எங்களுக்கு பன்னிரண்டு வேண்டும்.', 'it speaks of a number'],
    ['gu', 'કિંમત પછી ચૂકવીશું.', 'it speaks of money or changes to the order'],
    ['bn', 'আমরা পরে টাকা দেব.', 'it speaks of money or changes to the order'],
    ['mr', 'आम्हाला बारा हवे आहेत.', 'it speaks of a number'],
  ])('knows some words of %s', (lang, opening, problem) => {
    const problems = letterProblems({ greeting: '{{contact}},', opening, closing: '{{shop}}' }, order, lang);
    expect(problems).toEqual([`opening: ${problem}`]);
  });

  it('looks at the greeting and the closing as well', () => {
    const reply = { greeting: 'Ramesh ji,', opening: ENGLISH.opening, closing: 'Thank you.\n\nPriya Shah' };
    expect(letterProblems(reply, order, 'en')).toEqual([
      'greeting: "Ramesh" is a name that was not given',
      'closing: "Priya" is a name that was not given',
    ]);
    expect(letterProblems({ ...ENGLISH, greeting: 'Dear Sir,\nHello' }, order, 'en')).toEqual([
      'greeting: it is more than one line',
    ]);
  });

  it('takes only names that this order has', () => {
    const nameless = sampleOrder({ buyer: undefined, supplier: { name: 'A', file: 'f', row: 1 } });
    expect(letterProblems(ENGLISH, nameless, 'en')).toEqual([
      'greeting: there is no {{contact}}',
      'opening: there is no {{shop}}',
    ]);
  });

  it('lets very short SKUs be words', () => {
    const short = sampleOrder({ lines: [{ sku: 'We', quantity: 1, supplierSku: '' }] });
    expect(letterProblems(ENGLISH, short, 'en')).toEqual([]);
  });

  const corpus = sharedPath('security/prompt-injections.jsonl');
  it.skipIf(corpus === undefined)(
    'refuses most injected texts, and all that hold numbers, links or markup',
    () => {
      const texts = readFileSync(corpus ?? '', 'utf8')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { readonly text: string }).text);
      const passed = texts.filter((text) => against(text).length === 0);
      expect(passed.filter((text) => /[\d<>@]|https?:|[\x00-\x09\x0b-\x1f]/.test(text))).toEqual([]);
      expect(passed.length).toBeLessThan(texts.length / 2);
    },
  );
});
