import type { Answer } from '../domain/answer.ts';
import type { Narrative, Tone } from '../domain/narrative.ts';
import { askWithin, sayable, spendingOf, tooDear, type Spending } from './ask.ts';
import { groundReply, isCheckable, type Grounded } from './ground.ts';
import { blocksOf } from './json-reply.ts';
import { userText, type Content, type Model, type ModelReply } from './model.ts';
import type { OwnPrices } from './prices.ts';
import { MOST_SENTENCES, promptFor } from './prompt.ts';
import { startDeadline, type Deadline } from './retry.ts';

export interface NarrateOptions<A extends Answer> {
  /** any language; only in `en` and `hi` can direction words be held against the figures */
  readonly lang: string;
  readonly tone: Tone;
  /** none: the built-in summary */
  readonly model?: Model | undefined;
  /** the built-in summary */
  readonly plain: (answer: A) => Narrative;
  readonly signal: AbortSignal;
  /** for everything, the repair included; 90 s unless given */
  readonly deadlineMs?: number | undefined;
  /** US dollars that the whole may cost at most */
  readonly maxCost?: number | undefined;
  /** dollars per million tokens by model version, before the built-in list */
  readonly prices?: OwnPrices | undefined;
}

const DEADLINE = 90_000;
const UNTRACED = 'too little of what Gemini wrote could be traced to the figures';

/**
 * Prose about an answer: the model's when there is one and what it writes can be traced, else the built-in summary with
 * the reason in `unavailable`. Asks once more when the reply is no JSON or sentences were refused. Never throws because of
 * a model, and ends within the deadline even when the model does not.
 */
export async function narrate<A extends Answer>(answer: A, options: NarrateOptions<A>): Promise<Narrative> {
  const { model, plain, lang, signal } = options;
  if (model === undefined) return plain(answer);
  const fallBack = (reason: string, spent: Spending = {}): Narrative => ({
    ...plain(answer),
    ...spent,
    unavailable: reason,
  });
  if (!answer.figures.some(({ value }) => value !== null && value !== 0)) return plain(answer);
  const dear = tooDear(promptFor(answer, options), model.name, { ...options, asOf: answer.asOf });
  if (dear !== undefined) return fallBack(dear);
  const deadline = startDeadline(signal, options.deadlineMs ?? DEADLINE);
  try {
    const told = await tell({ answer, model, options, deadline });
    const spent = spendingOf(told.replies, { ...options, asOf: answer.asOf });
    if (told.grounded === undefined) return fallBack(told.reason, spent);
    const { text, grounding } = told.grounded;
    if (grounding.outcome === 'failed') return { ...fallBack(UNTRACED, spent), grounding };
    const version = told.replies.findLast((reply) => reply.modelVersion !== undefined)?.modelVersion;
    return {
      source: 'gemini',
      lang,
      tone: options.tone,
      text,
      grounding,
      ...(isCheckable(lang)
        ? {}
        : { caveat: 'changes are shown with their signs: wording is not checked in this language' }),
      model: version ?? model.name,
      ...spent,
    };
  } finally {
    deadline.clear();
  }
}

interface Telling {
  readonly answer: Answer;
  readonly model: Model;
  readonly options: { readonly lang: string; readonly tone: Tone };
  readonly deadline: Deadline;
}

interface Told {
  readonly replies: readonly ModelReply[];
  readonly grounded?: Grounded | undefined;
  readonly reason: string;
}

async function tell({ answer, model, options, deadline }: Telling): Promise<Told> {
  const prompt = promptFor(answer, options);
  const lang = options.lang.toLowerCase();
  const ask = async (contents: readonly Content[]): Promise<Attempt> => {
    const reply = await askWithin(model, { prompt, contents }, deadline);
    const blocks = reply.outcome === 'done' ? blocksOf(reply.text) : undefined;
    return {
      reply,
      grounded: blocks && groundReply(blocks, answer, { lang, most: MOST_SENTENCES[options.tone] }),
    };
  };
  const contents = [userText(prompt.user)];
  const first = await ask(contents);
  if (first.reply.outcome !== 'done' || isSound(first)) return toldBy([first]);
  const said = sayable(first.reply);
  if (said === undefined) return toldBy([first]);
  return toldBy([first, await ask([...contents, said, userText(repairText(first.grounded))])]);
}

interface Attempt {
  readonly reply: ModelReply;
  readonly grounded: Grounded | undefined;
}

function isSound({ grounded }: Attempt): boolean {
  return grounded?.refused.length === 0 && grounded.grounding.outcome === 'passed';
}

function toldBy(attempts: readonly Attempt[]): Told {
  const replies = attempts.map(({ reply }) => reply);
  const [first, second] = attempts.map(({ grounded }) => grounded);
  const last = replies.at(-1);
  const reason = last?.outcome === 'done' ? 'Gemini did not answer in the form asked for' : last?.reason;
  return { replies, grounded: better(first, second), reason: reason ?? 'Gemini gave no answer' };
}

/** The reply with the fewest sentences refused, a passed one before a failed one; the repaired one when they are even. */
function better(first: Grounded | undefined, second: Grounded | undefined): Grounded | undefined {
  if (first === undefined || second === undefined) return second ?? first;
  const [one, two] = [first.grounding, second.grounding];
  if (one.outcome !== two.outcome) return one.outcome === 'passed' ? first : second;
  return two.dropped <= one.dropped ? second : first;
}

/** What was wrong, by place and reason; nothing of the shop's data that the model had not written itself. */
function repairText(grounded: Grounded | undefined): string {
  if (grounded === undefined) {
    return 'That was not the JSON asked for. Answer again, with JSON only: {"blocks":[{"sentences":["…"]}]}';
  }
  const reasons = [...new Set(grounded.refused.map(({ reason }) => reason))];
  const wrong = reasons.length === 0 ? ['no sentence carries a figure'] : reasons;
  return `Some sentences were refused: ${JSON.stringify(wrong)}. Write the whole answer again without these mistakes: JSON only, no number typed in any form, only ids that were given.`;
}
