/** One piece of a turn exactly as the service sent or takes it (text, a call, a signature): kept raw so that nothing is lost on the way back. */
export type RawPart = Readonly<Record<string, unknown>>;

/** One turn of a conversation. */
export interface Content {
  readonly role: 'user' | 'model';
  readonly parts: readonly RawPart[];
}

/** What is asked of a language model. */
export interface ModelRequest {
  /** how to write; holds no secret */
  readonly system: string;
  /** the conversation so far; starts and ends with the user */
  readonly contents: readonly Content[];
  /** a JSON schema that the reply has to fit; without one the reply is plain text */
  readonly schema?: unknown;
  readonly maxOutputTokens: number;
}

/**
 * How an answer ended. Only `done` is a good end. `truncated`: cut at the length limit · `blocked`: withheld by the service ·
 * `empty`: nothing said · `broken`: cut or unreadable · `stopped`: by us · `timeout`: our deadline · `refused`: key, model,
 * country or length · `quota`: too many requests · `unreachable`: network or server down.
 */
export type Outcome =
  | 'done'
  | 'truncated'
  | 'blocked'
  | 'empty'
  | 'broken'
  | 'stopped'
  | 'timeout'
  | 'refused'
  | 'quota'
  | 'unreachable';

/** Tokens of one answer; `output` includes what the model thought. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly total: number;
}

/** What came back: always a value, never an exception. */
export interface ModelReply {
  readonly outcome: Outcome;
  /** what was said, also when it was cut short; never thoughts */
  readonly text: string;
  /** for any outcome but `done`: one plain sentence for the owner, without the full stop */
  readonly reason?: string | undefined;
  readonly modelVersion?: string | undefined;
  readonly usage?: Usage | undefined;
  /** the turn as it came, to be sent back in a longer conversation */
  readonly parts?: readonly RawPart[] | undefined;
}

/** A language model: request in, one reply out. Gemini is one; a test's list of replies is another. */
export interface Model {
  readonly name: string;
  /** Never rejects; ends soon after the signal is aborted. */
  readonly write: (request: ModelRequest, signal: AbortSignal) => Promise<ModelReply>;
}

/** A user's turn that is nothing but text. */
export function userText(text: string): Content {
  return { role: 'user', parts: [{ text }] };
}
