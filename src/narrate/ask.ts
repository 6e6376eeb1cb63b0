import type { Day } from '../domain/day.ts';
import type { Narrative } from '../domain/narrative.ts';
import type { Content, Model, ModelReply, Usage } from './model.ts';
import { aboutCost, dearestCost, type OwnPrices } from './prices.ts';
import type { Prompt } from './prompt.ts';
import type { Deadline } from './retry.ts';

const MOST_TOKENS = 4_096;
const LETTERS_PER_TOKEN = 3;
const MOST_ATTEMPTS = 2;

/** What the owner says about costs. */
export interface CostLimit {
  /** US dollars that the whole may cost at most */
  readonly maxCost?: number | undefined;
  /** dollars per million tokens by model version, before the built-in list */
  readonly prices?: OwnPrices | undefined;
  /** picks between dated prices */
  readonly asOf: Day;
}

/** Why the model is not asked, when the longest reply to the prompt, twice, could cost more than the owner allows. */
export function tooDear({ system, user }: Prompt, model: string, limit: CostLimit): string | undefined {
  if (limit.maxCost === undefined) return undefined;
  const input = Math.ceil((system.length + user.length) / LETTERS_PER_TOKEN);
  const usage = { input, output: MOST_TOKENS, total: input + MOST_TOKENS };
  const known = aboutCost(model, usage, { own: limit.prices, on: limit.asOf });
  const once = known ?? (/-latest$/.test(model) ? dearestCost(usage) : undefined);
  if (once === undefined) return `the price of ${model} is not known, and ai.maxCost is set`;
  const cost = once * MOST_ATTEMPTS;
  return cost > limit.maxCost ? `it could cost about $${cost.toFixed(4)}, more than ai.maxCost` : undefined;
}

/** A reply as the model's turn of the conversation; calls of tools, which nobody offered it, cannot be sent back unanswered. */
export function sayable({ text, parts }: ModelReply): Content | undefined {
  if (text === '') return undefined;
  const called = parts?.some((part) => 'functionCall' in part) ?? true;
  return { role: 'model', parts: called ? [{ text }] : (parts ?? []) };
}

export interface Asking {
  readonly prompt: Prompt;
  readonly contents: readonly Content[];
}

/** Asks, but gives up at the deadline even when the model does not notice its signal. Never rejects. */
export async function askWithin(
  model: Model,
  { prompt, contents }: Asking,
  deadline: Deadline,
): Promise<ModelReply> {
  const { signal } = deadline;
  const given = (): ModelReply =>
    deadline.expired()
      ? { outcome: 'timeout', text: '', reason: 'Gemini did not answer in time' }
      : { outcome: 'stopped', text: '', reason: 'stopped' };
  if (signal.aborted) return given();
  const over = new Promise<ModelReply>((resolve) => {
    signal.addEventListener('abort', () => resolve(given()), { once: true });
  });
  const request = { system: prompt.system, contents, schema: prompt.schema, maxOutputTokens: MOST_TOKENS };
  const asked = Promise.resolve()
    .then(() => model.write(request, signal))
    .catch((): ModelReply => ({ outcome: 'broken', text: '', reason: "Gemini's answer could not be read" }));
  return Promise.race([asked, over]);
}

export type Spending = Pick<Narrative, 'tokens' | 'cost'>;

/** Tokens and dollars of all replies, also of those that were of no use; the cost only when the price of each is known. */
export function spendingOf(
  replies: readonly ModelReply[],
  { prices, asOf }: Omit<CostLimit, 'maxCost'>,
): Spending {
  const counted = replies.filter(
    (reply): reply is ModelReply & { usage: Usage } => reply.usage !== undefined,
  );
  if (counted.length === 0) return {};
  const tokens = counted.reduce((sum, { usage }) => sum + usage.total, 0);
  const costs = counted.map(({ modelVersion, usage }) =>
    aboutCost(modelVersion, usage, { own: prices, on: asOf }),
  );
  const cost = costs.reduce(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
  return cost === undefined ? { tokens } : { tokens, cost };
}
