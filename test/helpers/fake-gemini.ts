import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  candidate,
  fakeErrors,
  lastUserText,
  pause,
  rpcError,
  scenarios,
  type FakeBody,
  type FakeError,
  type FakeReply,
} from './fake-gemini-scenarios.ts';

/**
 * A local stand-in for the Gemini REST API (v1beta generateContent, streamed or not, countTokens, models). A call's scenario
 * is the first of: a queued one, `[[fake:NAME]]` in the user's last text, the responder, `text`. Every request is remembered.
 * The key `bad` is refused, as are requests that the service refuses.
 */
export interface FakeGemini {
  readonly url: string;
  readonly requests: FakeRequest[];
  /** scenarios for the next calls: a name, a name with arguments, or a reply of the test's own */
  readonly enqueue: (...scenarios: readonly Queued[]) => void;
  /** queued scenarios that no call has used: a test ends with none */
  readonly unused: () => number;
  readonly setRespond: (respond: Responder | undefined) => void;
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

export interface FakeRequest {
  readonly model: string;
  readonly task: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: FakeBody;
  scenario: string;
  /** the client hung up before the end */
  aborted: boolean;
}

export type Responder = (request: FakeRequest) => FakeReply | string | Promise<FakeReply | string>;
export type Queued =
  string | { readonly name: string; readonly n?: number; readonly retry?: string } | Responder;

export const FAKE_MODELS = ['gemini-flash-latest', 'gemini-flash-lite-latest', 'gemini-3.8-flash'];

interface State {
  readonly requests: FakeRequest[];
  queue: Queued[];
  respond: Responder | undefined;
}

/** Starts the server on a free port of the loopback (or the one given). */
export async function createFakeGemini(port = 0): Promise<FakeGemini> {
  const state: State = { requests: [], queue: [], respond: undefined };
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    handle(state, request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: state.requests,
    enqueue: (...queued) => void state.queue.push(...queued),
    unused: () => state.queue.length,
    setRespond: (respond) => void (state.respond = respond),
    reset: () => {
      state.requests.length = 0;
      state.queue = [];
      state.respond = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function sendJson(response: http.ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify(value));
}

async function handle(
  state: State,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString('utf8');
  if (path.startsWith('/__')) return control(state, { path, text }, response);
  const key = request.headers['x-goog-api-key'];
  const refusal = keyRefusal(key);
  if (refusal !== undefined) return sendJson(response, refusal.httpStatus, refusal.body);
  if (request.method === 'GET' && path.endsWith('/models')) {
    return sendJson(response, 200, { models: FAKE_MODELS.map((name) => ({ name: `models/${name}` })) });
  }
  const parts = /^\/v1beta\/models\/([^/:]+):(\w+)$/.exec(path);
  if (parts === null || request.method !== 'POST') {
    return sendJson(response, 404, rpcError(404, 'NOT_FOUND', `Not found: ${path}`).body);
  }
  const [, model = '', task = ''] = parts;
  const headers = { ...request.headers, 'x-goog-api-key': '<present>' };
  const seen: FakeRequest = { model, task, headers, body: JSON.parse(text), scenario: '', aborted: false };
  state.requests.push(seen);
  if (task === 'countTokens') return sendJson(response, 200, { totalTokens: Math.ceil(text.length / 4) });
  await answer(state, seen, response);
}

function control(
  state: State,
  { path, text }: { path: string; text: string },
  response: http.ServerResponse,
): void {
  if (path === '/__requests') return sendJson(response, 200, state.requests);
  if (path === '/__reset') {
    state.requests.length = 0;
    state.queue = [];
    return sendJson(response, 200, {});
  }
  state.queue.push(...(JSON.parse(text === '' ? '[]' : text) as Queued[]));
  sendJson(response, 200, { queued: state.queue.length });
}

function keyRefusal(key: string | string[] | undefined): FakeError | undefined {
  if (key === undefined || key === '') {
    return rpcError(403, 'PERMISSION_DENIED', "Method doesn't allow unregistered callers.");
  }
  return key === 'bad' ? fakeErrors.badkey() : undefined;
}

async function answer(state: State, seen: FakeRequest, response: http.ServerResponse): Promise<void> {
  const hungUp = new AbortController();
  response.on('close', () => {
    if (response.writableEnded) return;
    seen.aborted = true;
    hungUp.abort();
  });
  const reply = await replyTo(state, seen);
  if (reply.hang === true) return;
  if (reply.error !== undefined) return sendJson(response, reply.error.httpStatus, reply.error.body);
  if (reply.raw !== undefined) {
    response.writeHead(reply.httpStatus ?? 200, { 'content-type': reply.contentType ?? 'application/json' });
    response.end(reply.raw);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  if (reply.rawSse !== undefined) return void response.end(reply.rawSse);
  await stream({ reply, seen, response, signal: hungUp.signal });
}

async function replyTo(state: State, seen: FakeRequest): Promise<FakeReply> {
  const inText = /\[\[fake:([\w-]+)\]\]/.exec(lastUserText(seen.body))?.[1];
  const item = state.queue.shift() ?? inText ?? state.respond ?? 'text';
  const bad = mistakeIn(seen.body);
  if (bad !== undefined) {
    seen.scenario = 'rejected';
    return { error: bad };
  }
  if (typeof item === 'function') {
    seen.scenario = 'own';
    const reply = await item(seen);
    return typeof reply === 'string' ? { parts: [{ text: reply }], finishReason: 'STOP' } : reply;
  }
  if (typeof item === 'object' && 'say' in item) {
    seen.scenario = 'say';
    return { parts: [{ text: item.say }], finishReason: 'STOP' };
  }
  const given = typeof item === 'string' ? { name: item } : item;
  seen.scenario = given.name;
  const scenario = scenarios[given.name];
  if (scenario === undefined) {
    return { error: rpcError(400, 'INVALID_ARGUMENT', `fake: no scenario ${given.name}`) };
  }
  return scenario({ body: seen.body, model: seen.model, ...given });
}

/** What the service refuses about the shape of a conversation, signatures included. */
function mistakeIn({ contents = [] }: FakeBody): FakeError | undefined {
  const wrong = (message: string): FakeError => rpcError(400, 'INVALID_ARGUMENT', message);
  if (contents.length === 0) return wrong('contents is not specified');
  const count = (index: number, kind: string): number =>
    (contents[index]?.parts ?? []).filter((part) => kind in part).length;
  for (const [index, { role = 'user', parts = [] }] of contents.entries()) {
    if (!['user', 'model', 'function'].includes(role)) return wrong('Please use a valid role: user, model.');
    if (parts.length === 0) return wrong('contents.parts must not be empty.');
    const answered = count(index, 'functionResponse');
    if (answered > 0 && count(index - 1, 'functionCall') !== answered) {
      return wrong('the number of function response parts must equal the function call parts.');
    }
    const called = parts.find((part) => 'functionCall' in part);
    if (called !== undefined && count(index + 1, 'functionResponse') === 0) {
      return wrong('Please ensure that function call turn is followed by a function response turn.');
    }
    if (called !== undefined && !('thoughtSignature' in called)) {
      return wrong('Function call is missing a thought_signature in functionCall parts.');
    }
  }
  return undefined;
}

interface Sending {
  readonly reply: FakeReply;
  readonly seen: FakeRequest;
  readonly response: http.ServerResponse;
  readonly signal: AbortSignal;
}

async function stream({ reply, seen, response, signal }: Sending): Promise<void> {
  const chunks = chunksOf(reply);
  const end = reply.eol ?? '\n';
  response.write(reply.preamble ?? '');
  for (const [index, chunk] of chunks.entries()) {
    const last = index === chunks.length - 1;
    const whole = {
      ...(last ? { usageMetadata: usageOf(seen.body, chunks) } : {}),
      ...chunk,
      modelVersion: reply.modelVersion ?? seen.model,
    };
    const frame = Buffer.from(`data: ${JSON.stringify(whole)}${end}${end}`, 'utf8');
    const size = reply.byteChunks ?? frame.length;
    for (let at = 0; at < frame.length; at += size) {
      response.write(frame.subarray(at, at + size));
      if (reply.byteChunks !== undefined) await pause(0, signal);
    }
    if (index + 1 === reply.cutAfter) {
      await pause(20, signal);
      response.destroy();
      return;
    }
    if (index + 1 === reply.stallAfter) return;
    if (reply.chunkDelay !== undefined && !last) await pause(reply.chunkDelay, signal);
    if (signal.aborted) return;
  }
  response.end();
}

function chunksOf(reply: FakeReply): readonly Record<string, unknown>[] {
  if (reply.chunks !== undefined) return reply.chunks;
  if (reply.payload !== undefined) return [reply.payload];
  const parts = (reply.parts ?? []).flatMap((part) => pieces(part, reply.chunkChars ?? 24));
  const callsTogether = parts.some((part) => 'functionCall' in part) ? [parts] : parts.map((part) => [part]);
  return callsTogether.map((group, index) =>
    candidate(group, index === callsTogether.length - 1 ? reply.finishReason : undefined),
  );
}

function pieces(part: Record<string, unknown>, size: number): Record<string, unknown>[] {
  const { text } = part;
  if (typeof text !== 'string' || part['thought'] === true) return [part];
  const letters = Array.from(text);
  const count = Math.max(1, Math.ceil(letters.length / size));
  return Array.from({ length: count }, (_, index) => ({
    ...(index === count - 1 ? part : {}),
    text: letters.slice(index * size, (index + 1) * size).join(''),
  }));
}

function usageOf(body: FakeBody, chunks: readonly unknown[]): object {
  const about = (value: unknown): number => Math.ceil(JSON.stringify(value ?? '').length / 4);
  const [prompt, answered, thoughts] = [about(body.contents), about(chunks), 7];
  return {
    promptTokenCount: prompt,
    candidatesTokenCount: answered,
    thoughtsTokenCount: thoughts,
    totalTokenCount: prompt + answered + thoughts,
  };
}
