import * as z from 'zod';
import type { Outcome } from './model.ts';

/** Why a request gave no good answer, in words for the owner, and whether asking again may help. */
export interface Failure {
  readonly outcome: Exclude<Outcome, 'done'>;
  readonly reason: string;
  readonly retry: boolean;
  /** milliseconds the server asked us to wait */
  readonly wait?: number | undefined;
  /** the model does not exist (any more): another one may */
  readonly modelGone?: boolean | undefined;
}

const detailSchema = z.object({
  reason: z.string().optional(),
  retryDelay: z.string().optional(),
  violations: z.array(z.object({ quotaId: z.string().optional() })).optional(),
});
const fetchErrorSchema = z.object({
  status: z.number(),
  message: z.string().catch(''),
  errorDetails: z.array(detailSchema.catch({})).optional().catch(undefined),
});
type FetchError = z.infer<typeof fetchErrorSchema>;

const final = (outcome: Failure['outcome'], reason: string): Failure => ({ outcome, reason, retry: false });
const passing = (outcome: Failure['outcome'], reason: string): Failure => ({ outcome, reason, retry: true });

/** Our own words for whatever the SDK threw; never the SDK's text, which may quote addresses and bodies. */
export function failureOf(error: unknown): Failure {
  const answered = fetchErrorSchema.safeParse(error);
  if (answered.success) return refusal(answered.data);
  const message = error instanceof Error ? error.message : '';
  if (message.includes('Error fetching from')) return passing('unreachable', 'cannot reach Gemini');
  return passing('broken', "Gemini's answer could not be read");
}

function refusal(error: FetchError): Failure {
  const { status } = error;
  if (status === 429) return quota(error);
  if (status === 404) {
    return { ...final('refused', 'Gemini no longer offers this model'), modelGone: true };
  }
  if (status === 400) return badRequest(error);
  if (status === 401 || status === 403) {
    return final('refused', 'Gemini refuses this API key: it is leaked, restricted or not registered');
  }
  if (status === 408 || status >= 500) {
    return passing('unreachable', `Gemini is overloaded or down (${status})`);
  }
  return final('refused', `Gemini refused the request (${status})`);
}

function badRequest({ message, errorDetails }: FetchError): Failure {
  if (errorDetails?.some((detail) => detail.reason === 'API_KEY_INVALID') || /API key/i.test(message)) {
    return final('refused', 'Gemini does not accept this API key');
  }
  if (/location is not supported/i.test(message)) {
    return final('refused', 'Gemini is not offered in this country');
  }
  if (/token count/i.test(message)) return final('refused', 'the question is too long for Gemini');
  return final('refused', 'Gemini refused the request (400)');
}

/** A daily quota and a quota of nothing are final, whatever delay comes with them. */
function quota({ message, errorDetails = [] }: FetchError): Failure {
  if (/\blimit:\s*0\b/.test(message)) {
    return final('quota', 'this API key has no Gemini quota for this model');
  }
  const ids = errorDetails.flatMap((detail) => detail.violations ?? []).map((violation) => violation.quotaId);
  if (ids.some((id) => id?.includes('PerDay'))) return final('quota', "Gemini's daily quota is used up");
  const wait = seconds(errorDetails.find((detail) => detail.retryDelay !== undefined)?.retryDelay);
  return { ...passing('quota', 'too many requests to Gemini in the last minute'), wait };
}

/** `"49.125626837s"` in milliseconds. */
function seconds(delay: string | undefined): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)s$/.exec(delay ?? '');
  return parts === null ? undefined : Math.ceil(Number(parts[1]) * 1000);
}
