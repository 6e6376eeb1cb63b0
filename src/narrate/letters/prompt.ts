import * as z from 'zod';
import { replyAs } from '../json-reply.ts';
import { languageName, type Prompt } from '../prompt.ts';
import type { LetterNames } from './names.ts';

/** What a model writes of a letter. */
export interface LetterReply {
  readonly greeting: string;
  readonly opening: string;
  readonly closing: string;
}

const replySchema = z.strictObject({ greeting: z.string(), opening: z.string(), closing: z.string() });

const LETTER_SCHEMA = {
  type: 'object',
  properties: {
    greeting: { type: 'string' },
    opening: { type: 'string' },
    closing: { type: 'string' },
  },
  required: ['greeting', 'opening', 'closing'],
} as const;

/** The three parts of a reply; undefined when it holds no such JSON, or more than that. */
export function letterReplyOf(text: string): LetterReply | undefined {
  return replyAs(replySchema, text);
}

const MEANINGS: Readonly<Record<string, string>> = {
  contact: 'the person at the supplier',
  supplier: 'the supplier',
  shop: 'the shop that orders',
  orderNumber: 'the number of the order',
};

/** The prompt for a letter. Nothing of the shop's data goes in: only the language, and which names there are to be filled in. */
export function letterPrompt(names: LetterNames, lang: string): Prompt {
  const system = [
    'You write the frame of a short business letter in which a small shop orders goods from its supplier. Warm, polite, plain.',
    `Write in ${languageName(lang)}, the way business letters in that language are written, with the usual honorifics.`,
    'The order itself (goods, quantities, prices, dates, address) is put between your opening and your closing by the program. You do not know it and never speak of it in particular: no quantity, number (in digits or in words), date, day, price, payment, discount, bank, promise, guarantee, product, code, address, telephone, link, and no wish to add, leave out, change or cancel anything.',
    'Never write a name. Where one belongs write its id in double braces, exactly as given.',
    '"greeting": one line. "opening": one or two sentences that say that an order follows. "closing": one or two sentences that ask to confirm the order by reply, then on a line of its own the closing formula; the shop’s name is put below it by the program.',
    'No lists, headings, links or markup. Answer with JSON only: {"greeting":"…","opening":"…","closing":"…"}',
  ].join('\n');
  const ids = [...names.keys()].map((id) => ({ id: `{{${id}}}`, is: MEANINGS[id] }));
  return { system, user: JSON.stringify({ letter: 'purchase order', names: ids }), schema: LETTER_SCHEMA };
}
