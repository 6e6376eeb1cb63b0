import * as z from 'zod';
import { failureOf, type Failure } from './gemini-errors.ts';
import type { ModelReply, RawPart, Usage } from './model.ts';

/** What the SDK hands back for a streamed request. */
export interface Stream {
  readonly stream: AsyncIterable<unknown>;
  readonly response: Promise<unknown>;
}

/** One attempt: the reply as it stands, the failure behind it if any, and whether anything was received. */
export interface Turn {
  readonly reply: ModelReply;
  readonly failure?: Failure | undefined;
  readonly received: boolean;
  /** our idle deadline between two pieces ran out */
  readonly idled: boolean;
}

const tokens = z.number().catch(0).default(0);
const chunkSchema = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(z.record(z.string(), z.unknown())).default([]) }).prefault({}),
        finishReason: z.string().optional(),
      }),
    )
    .default([]),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: z
    .object({
      promptTokenCount: tokens,
      candidatesTokenCount: tokens,
      thoughtsTokenCount: tokens,
      totalTokenCount: tokens,
    })
    .optional(),
  modelVersion: z.string().optional(),
  error: z.unknown().optional(),
});

interface Collected {
  parts: RawPart[];
  text: string;
  finishReason?: string | undefined;
  blockReason?: string | undefined;
  modelVersion?: string | undefined;
  usage?: Usage | undefined;
  failed: boolean;
  candidates: number;
}

/**
 * Makes one streamed request under a signal, with a deadline between pieces. Our own AbortController closes the connection
 * in every case (leaving the loop does not), the raw parts are kept, and every timer is gone at the end.
 */
export async function runTurn(
  start: (signal: AbortSignal) => Promise<Stream>,
  { signal, idleMs }: { readonly signal: AbortSignal; readonly idleMs: number },
): Promise<Turn> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  signal.addEventListener('abort', stop, { once: true });
  // The SDK does not notice a signal that was aborted before it was handed over.
  if (signal.aborted) stop();
  const collected: Collected = { parts: [], text: '', failed: false, candidates: 0 };
  let idle: ReturnType<typeof setTimeout> | undefined;
  let idled = false;
  const watch = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      idled = true;
      controller.abort();
    }, idleMs);
  };
  try {
    controller.signal.throwIfAborted();
    const result = await start(controller.signal);
    // The SDK's own aggregate rejects unhandled when a stream fails.
    result.response.catch(() => undefined);
    watch();
    for await (const chunk of result.stream) {
      collect(collected, chunk);
      watch();
    }
    return { ...classify(collected), received: collected.parts.length > 0, idled };
  } catch (error) {
    const failure = collected.parts.length === 0 ? failureOf(error) : BROKEN;
    return { reply: replyOf(collected, failure), failure, received: collected.parts.length > 0, idled };
  } finally {
    clearTimeout(idle);
    signal.removeEventListener('abort', stop);
    controller.abort();
  }
}

function collect(collected: Collected, raw: unknown): void {
  const { candidates, promptFeedback, ...chunk } = chunkSchema.parse(raw);
  collected.failed ||= chunk.error !== undefined;
  for (const { content, finishReason } of candidates.slice(0, 1)) {
    const { parts } = content;
    collected.candidates += 1;
    collected.parts.push(...parts);
    collected.text += parts.map(spoken).join('');
    collected.finishReason = finishReason ?? collected.finishReason;
  }
  collected.blockReason ??= promptFeedback?.blockReason;
  collected.modelVersion ??= chunk.modelVersion;
  collected.usage = chunk.usageMetadata === undefined ? collected.usage : usageOf(chunk.usageMetadata);
}

function spoken(part: RawPart): string {
  return part['thought'] !== true && typeof part['text'] === 'string' ? part['text'] : '';
}

function usageOf(counts: NonNullable<z.infer<typeof chunkSchema>['usageMetadata']>): Usage {
  return {
    input: counts.promptTokenCount,
    output: counts.candidatesTokenCount + counts.thoughtsTokenCount,
    total: counts.totalTokenCount,
  };
}

const end = (outcome: Failure['outcome'], reason: string): Failure => ({ outcome, reason, retry: false });
const BROKEN = end('broken', "Gemini's answer broke off");
const EMPTY = end('empty', 'Gemini gave an empty answer');
const TRUNCATED = end('truncated', "Gemini's answer was cut at the length limit");

/** How the answer ended: STOP with text or calls is the only good end; reasons nobody has heard of count as blocked. */
function classify(collected: Collected): Pick<Turn, 'reply' | 'failure'> {
  const failure = failureAtEnd(collected);
  return { reply: replyOf(collected, failure), failure };
}

function failureAtEnd(collected: Collected): Failure | undefined {
  if (collected.failed) return BROKEN;
  if (collected.blockReason !== undefined) return blocked(collected.blockReason);
  if (collected.candidates === 0) return EMPTY;
  const said = collected.text.trim() !== '' || collected.parts.some((part) => 'functionCall' in part);
  switch (collected.finishReason) {
    case undefined:
      return BROKEN;
    case 'STOP':
      return said ? undefined : EMPTY;
    case 'MAX_TOKENS':
      return said ? TRUNCATED : EMPTY;
    default:
      return blocked(collected.finishReason);
  }
}

function blocked(why: string): Failure {
  const word = /^[A-Z_]{1,40}$/.test(why) ? ` (${why})` : '';
  return end('blocked', `Gemini declined to answer${word}`);
}

function replyOf(collected: Collected, failure: Failure | undefined): ModelReply {
  return {
    outcome: failure?.outcome ?? 'done',
    text: collected.text,
    reason: failure?.reason,
    modelVersion: collected.modelVersion,
    usage: collected.usage,
    parts: collected.parts,
  };
}
