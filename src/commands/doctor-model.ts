import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Check } from './doctor-run.ts';

const SERVICE = 'https://generativelanguage.googleapis.com';
const PATIENCE_MS = 10_000;

/**
 * Asks the model's service for the configured model, for at most ten seconds, and says in words what is wrong: a wrong key, a
 * refused one, a country that is not served, a model that is gone (with one that is there), a used-up quota, no connection.
 */
export async function checkModel(config: Config, context: Context): Promise<Check> {
  const { model } = config.ai;
  try {
    const { status, body } = await ask(config, context, `models/${model}`);
    if (status === 200) return check('yes', `${model} answers to this key`);
    if (status !== 404) return refused(status, body);
    const list = await ask(config, context, 'models?pageSize=1000');
    return check('no', `the service has no model ${model} for this key (404)`, another(list.body));
  } catch (error) {
    if (context.signal.aborted) throw error;
    return check(
      'unknown',
      'the service could not be reached',
      'check the connection; reports work without it',
    );
  }
}

async function ask(
  config: Config,
  context: Context,
  path: string,
): Promise<{ status: number; body: unknown }> {
  const { apiKey = '', baseUrl = SERVICE } = config.ai;
  const response = await context.fetch(`${baseUrl}/v1beta/${path}`, {
    headers: { 'x-goog-api-key': apiKey },
    redirect: 'error',
    signal: AbortSignal.any([context.signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  return { status: response.status, body: await response.json().catch(() => undefined) };
}

function check(state: Check['state'], detail: string, hint?: string): Check {
  return { id: 'model', label: 'model', state, detail, hint };
}

function another(list: unknown): string {
  const { models } = (list ?? {}) as { models?: unknown };
  const names = Array.isArray(models) ? models.map((one) => (one as { name?: unknown } | null)?.name) : [];
  const usual = ['gemini-flash-latest', 'gemini-flash-lite-latest'].find((name) =>
    names.includes(`models/${name}`),
  );
  return `set ai.model or ECOM_MODEL to ${usual ?? 'another model'}`;
}

interface Refusal {
  readonly detail: string;
  readonly hint: string;
}

const MAKE_A_KEY = 'make a key at https://aistudio.google.com/apikey and set GEMINI_API_KEY';

const REFUSALS: readonly (readonly [(status: number, text: string) => boolean, Refusal])[] = [
  [(_, text) => text.includes('API_KEY_INVALID'), { detail: 'the key is wrong (400)', hint: MAKE_A_KEY }],
  [
    (_, text) => text.includes('FAILED_PRECONDITION'),
    { detail: 'the service is not offered in this country (400)', hint: 'use ecom without AI: --no-ai' },
  ],
  [
    (status) => status === 401 || status === 403,
    { detail: 'the key is refused: leaked, restricted or not registered (403)', hint: MAKE_A_KEY },
  ],
  [
    (status) => status === 429,
    {
      detail: 'the quota is used up (429)',
      hint: 'wait: quotas are per minute and per day, which ends at midnight Pacific time',
    },
  ],
];

function refused(status: number, body: unknown): Check {
  const text = JSON.stringify(body ?? '');
  const known = REFUSALS.find(([fits]) => fits(status, text))?.[1];
  if (known !== undefined) return check('no', known.detail, known.hint);
  if (status >= 500) {
    return check(
      'unknown',
      `the service has trouble (${status})`,
      'try again later; reports work without it',
    );
  }
  return check('no', `the service refused the request (${status})`, 'use ecom without AI: --no-ai');
}
