import { UserError } from '../errors.ts';
import { runTurn, type Stream, type Turn } from './gemini-turn.ts';
import { loopbackBaseUrl } from './loopback.ts';
import type { Model, ModelReply, ModelRequest } from './model.ts';
import { RETRIES, retryWait, sleepFor, startDeadline, type Deadline, type Sleep } from './retry.ts';

export { loopbackBaseUrl } from './loopback.ts';

/** What `gemini-flash-latest` stands for changes at each release; the version that answered is in every reply. */
export const DEFAULT_MODEL = 'gemini-flash-latest';
/** Asked once when the service no longer knows the model. */
export const FALLBACK_MODEL = 'gemini-flash-lite-latest';
const TIMEOUT = 60_000;
const IDLE = 20_000;

export interface GeminiOptions {
  readonly apiKey: string;
  readonly model?: string | undefined;
  /** loopback only, for tests */
  readonly baseUrl?: string | undefined;
  /** for the whole answer, retries included */
  readonly timeoutMs?: number | undefined;
  /** between two pieces of an answer */
  readonly idleMs?: number | undefined;
  readonly sleep?: Sleep | undefined;
  /** 0 up to 1, for the jitter between retries; without it every wait is the longest */
  readonly random?: (() => number) | undefined;
}

/**
 * Gemini as a Model. The SDK is loaded at the first request. Waits out short troubles (network, 408, 429 per minute, 5xx)
 * as long as nothing was received and the deadline allows, tries the fallback model once, and always ends with a reply.
 * Throws UserError for a base address that is not this machine.
 */
export function geminiModel(options: GeminiOptions): Model {
  const { baseUrl } = options;
  const origin = baseUrl === undefined ? undefined : loopbackBaseUrl(baseUrl);
  if (baseUrl !== undefined && origin === undefined) {
    throw new UserError('the address for Gemini is not on this machine', {
      hint: 'leave it out; only http://127.0.0.1:<port> is taken, for tests',
      exitCode: 4,
    });
  }
  const name = options.model ?? DEFAULT_MODEL;
  return {
    name,
    write: async (request, signal) => {
      if (signal.aborted) return STOPPED;
      const deadline = startDeadline(signal, options.timeoutMs ?? TIMEOUT);
      try {
        return await answer(caller(options, origin, request), { ...options, name, deadline });
      } finally {
        deadline.clear();
      }
    },
  };
}

type Call = (model: string, signal: AbortSignal) => Promise<Stream>;
type Patience = GeminiOptions & { readonly name: string; readonly deadline: Deadline };

const STOPPED: ModelReply = { outcome: 'stopped', text: '', reason: 'stopped' };

async function answer(call: Call, patience: Patience): Promise<ModelReply> {
  const { deadline, idleMs = IDLE, sleep = sleepFor } = patience;
  let model = patience.name;
  let attempt = 0;
  for (;;) {
    const turn = await runTurn((signal) => call(model, signal), { signal: deadline.signal, idleMs });
    const ended = cutShort(turn, patience);
    if (ended !== undefined) return ended;
    if (turn.failure?.modelGone === true && model !== FALLBACK_MODEL) {
      model = FALLBACK_MODEL;
      continue;
    }
    const wait = nextWait(turn, attempt, patience);
    if (wait === undefined) return turn.reply;
    await sleep(wait, deadline.signal);
    attempt += 1;
  }
}

/** Undefined when asking again cannot help, would repeat what was already received, or would come after the deadline. */
function nextWait({ failure, received }: Turn, attempt: number, patience: Patience): number | undefined {
  if (failure?.retry !== true || received || attempt >= RETRIES) return undefined;
  const wait = retryWait(attempt, failure.wait, patience.random ?? (() => 1));
  return wait < patience.deadline.left() ? wait : undefined;
}

/** A good answer stands even when the deadline fell in the same moment; otherwise our own signals say what happened. */
function cutShort(turn: Turn, { deadline, timeoutMs = TIMEOUT }: Patience): ModelReply | undefined {
  if (turn.failure === undefined) return turn.reply;
  if (turn.idled) return { ...turn.reply, outcome: 'timeout', reason: 'Gemini stopped in mid-answer' };
  if (!deadline.signal.aborted) return undefined;
  if (!deadline.expired()) return { ...turn.reply, ...STOPPED, text: turn.reply.text };
  return {
    ...turn.reply,
    outcome: 'timeout',
    reason: `Gemini did not answer within ${Math.max(1, Math.round(timeoutMs / 1000))} s`,
  };
}

function caller({ apiKey }: GeminiOptions, origin: string | undefined, request: ModelRequest): Call {
  return async (model, signal) => {
    const { GoogleGenerativeAI } = await import('@google/generative-ai');
    const options = { apiClient: 'ecom', ...(origin === undefined ? {} : { baseUrl: origin }) };
    const client = new GoogleGenerativeAI(apiKey).getGenerativeModel({ model }, options);
    type Asked = Parameters<typeof client.generateContentStream>[0];
    // The SDK passes fields on that its types do not know: store, thinkingConfig, responseJsonSchema.
    const result = await client.generateContentStream(bodyOf(request) as unknown as Asked, { signal });
    return { stream: result.stream, response: result.response };
  };
}

function bodyOf(request: ModelRequest): object {
  const json = { responseMimeType: 'application/json', responseJsonSchema: request.schema };
  return {
    contents: request.contents,
    systemInstruction: request.system,
    store: false,
    generationConfig: {
      maxOutputTokens: request.maxOutputTokens,
      thinkingConfig: { thinkingLevel: 'low' },
      ...(request.schema === undefined ? {} : json),
    },
  };
}
