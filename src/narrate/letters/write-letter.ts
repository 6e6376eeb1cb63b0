import type { OrderLetter } from '../../domain/order-letter.ts';
import type { PurchaseOrder } from '../../domain/purchase-order.ts';
import { askWithin, sayable, spendingOf, tooDear } from '../ask.ts';
import { userText, type Content, type Model, type ModelReply } from '../model.ts';
import { placeholdersIn } from '../placeholders.ts';
import type { OwnPrices } from '../prices.ts';
import type { Prompt } from '../prompt.ts';
import { startDeadline, type Deadline } from '../retry.ts';
import { builtInLetter } from './built-in.ts';
import { letterProblems } from './check.ts';
import { namesOf, type LetterNames } from './names.ts';
import { letterPrompt, letterReplyOf, type LetterReply } from './prompt.ts';

export interface LetterOptions {
  /** when the supplier's own language is not known */
  readonly lang: string;
  /** none: the built-in letter */
  readonly model?: Model | undefined;
  readonly signal: AbortSignal;
  /** for everything, the repair included; 60 s unless given */
  readonly deadlineMs?: number | undefined;
  /** US dollars that the letter may cost at most */
  readonly maxCost?: number | undefined;
  /** dollars per million tokens by model version, before the built-in list */
  readonly prices?: OwnPrices | undefined;
}

const DEADLINE = 60_000;
const UNCHECKED =
  'what the letter says besides the order is only partly checked in this language: read it before you send it';

/** The language of a letter: the supplier's own, else the shop's. */
export function letterLanguage({ supplier }: PurchaseOrder, lang: string): string {
  return supplier.language ?? lang;
}

/** Exactly what would be sent to a model for this letter. */
export function letterPromptFor(order: PurchaseOrder, lang: string): Prompt {
  return letterPrompt(namesOf(order), letterLanguage(order, lang));
}

/**
 * The words around an order: the model's when there is one and nothing is wrong with them, else the built-in letter with the
 * reason in `unavailable`. The model never sees the order, and is asked once more when its words were refused. Never throws
 * because of a model, and ends within the deadline even when the model does not.
 */
export async function writeLetter(order: PurchaseOrder, options: LetterOptions): Promise<OrderLetter> {
  const lang = letterLanguage(order, options.lang);
  const plain = builtInLetter(order, lang);
  const { model } = options;
  if (model === undefined) return plain;
  const limit = { ...options, asOf: order.orderedOn };
  const prompt = letterPromptFor(order, options.lang);
  const dear = tooDear(prompt, model.name, limit);
  if (dear !== undefined) return { ...plain, unavailable: dear };
  const deadline = startDeadline(options.signal, options.deadlineMs ?? DEADLINE);
  try {
    const told = await tell({ order, lang, model, prompt, deadline });
    const spent = spendingOf(told.replies, limit);
    if (told.reply === undefined) return { ...plain, ...spent, unavailable: told.reason };
    const version = told.replies.at(-1)?.modelVersion;
    return {
      source: 'gemini',
      lang,
      ...filled(told.reply, namesOf(order)),
      ...(/^(?:en|hi)(?:-|$)/i.test(lang) ? {} : { caveat: UNCHECKED }),
      model: version ?? model.name,
      ...spent,
    };
  } finally {
    deadline.clear();
  }
}

interface Telling {
  readonly order: PurchaseOrder;
  readonly lang: string;
  readonly model: Model;
  readonly prompt: Prompt;
  readonly deadline: Deadline;
}

interface Told {
  readonly replies: readonly ModelReply[];
  readonly reply?: LetterReply | undefined;
  readonly reason?: string | undefined;
}

async function tell({ order, lang, model, prompt, deadline }: Telling): Promise<Told> {
  const ask = async (contents: readonly Content[]): Promise<Attempt> =>
    judged(await askWithin(model, { prompt, contents }, deadline), order, lang);
  const contents = [userText(prompt.user)];
  const first = await ask(contents);
  const said = sayable(first.raw);
  if (first.reply !== undefined || first.raw.outcome !== 'done' || said === undefined)
    return { ...first, replies: [first.raw] };
  const again = await ask([...contents, said, userText(repairText(first.reason))]);
  return { ...again, replies: [first.raw, again.raw] };
}

interface Attempt {
  readonly raw: ModelReply;
  readonly reply?: LetterReply | undefined;
  readonly reason: string;
}

function judged(raw: ModelReply, order: PurchaseOrder, lang: string): Attempt {
  if (raw.outcome !== 'done') return { raw, reason: raw.reason ?? 'Gemini gave no answer' };
  const reply = letterReplyOf(raw.text);
  if (reply === undefined) return { raw, reason: 'Gemini did not answer in the form asked for' };
  const problems = letterProblems(reply, order, lang);
  return problems.length === 0
    ? { raw, reply, reason: '' }
    : { raw, reason: `what Gemini wrote was refused (${problems.join('; ')})` };
}

function repairText(reason: string): string {
  return `${JSON.stringify(reason)}. Write all three parts again without this mistake: JSON only, {"greeting":"…","opening":"…","closing":"…"}, no number in any form, no name, nothing about the order in particular.`;
}

/** Every `{{id}}` becomes its name, once, without looking at what was filled in. */
function filled({ greeting, opening, closing }: LetterReply, names: LetterNames): LetterReply {
  const fill = (text: string): string =>
    placeholdersIn(text)
      .reduceRight(
        (left, { start, end, id }) => left.slice(0, start) + (names.get(id) ?? '') + left.slice(end),
        text,
      )
      .replaceAll('\r\n', '\n')
      .trim();
  return { greeting: fill(greeting), opening: fill(opening), closing: fill(closing) };
}
