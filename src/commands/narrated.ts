import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Answer } from '../domain/answer.ts';
import type { Narrative } from '../domain/narrative.ts';
import { UserError } from '../errors.ts';
import type { Model } from '../narrate/model.ts';

/** The summary: by the model when a key is there and it is wanted, else, or when it fails, the built-in one. */
export async function narrated(
  answer: Answer,
  plain: Narrative,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<Narrative> {
  const { ai, lang, tone } = config;
  if (!ai.enabled) return plain;
  if (ai.apiKey === undefined) return { ...plain, unavailable: 'no AI key' };
  const { narrate } = await import('../narrate/narrate.ts');
  return await narrate(answer, {
    lang,
    tone,
    model: await modelOf(config, context),
    plain: () => plain,
    signal: context.signal,
    prices: ai.prices,
    maxCost: ai.maxCost,
  });
}

async function modelOf({ ai }: Config, { random }: Context): Promise<Model> {
  const { geminiModel } = await import('../narrate/gemini.ts');
  return geminiModel({ apiKey: ai.apiKey ?? '', model: ai.model, baseUrl: ai.baseUrl, random });
}

/** Exactly what would be sent to the model, and nothing is sent. */
export async function promptText(answer: Answer, { lang, tone }: Config): Promise<string> {
  const { promptFor } = await import('../narrate/prompt.ts');
  const { system, user } = promptFor(answer, { lang, tone });
  return `--- system instruction ---\n${system}\n\n--- message ---\n${user}\n`;
}

/** With `--require-ai` no model's prose is exit 5, and so is a dropped sentence with `--strict`; the report is out by then. */
export function requireModel(
  { source, unavailable, grounding }: Narrative,
  required: boolean,
  strict: boolean,
): void {
  if (required && source !== 'gemini' && unavailable !== undefined) {
    throw new UserError(`no summary by the model: ${unavailable}`, {
      hint: 'ecom doctor looks at the key and the connection',
      exitCode: 5,
    });
  }
  if (strict && grounding.dropped > 0) {
    throw new UserError(
      `${grounding.dropped} of the model’s sentences could not be traced, and --strict allows none`,
      { exitCode: 5 },
    );
  }
}

/** When a model was to write and could not: one line on standard error, for the report itself is whole. */
export function tellUnavailable(
  { unavailable }: Narrative,
  { ai }: Config,
  { quiet, context }: { readonly quiet: boolean; readonly context: Context },
): void {
  if (unavailable === undefined || quiet || ai.apiKey === undefined) return;
  context.stderr.write(`note: the summary is the built-in one: ${unavailable}\n`);
}
