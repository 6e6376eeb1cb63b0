/** A place to write text. A process stream is one; so is a test's list of strings. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  /** cells across, when known */
  readonly columns?: number | undefined;
}

/** The world outside, handed in as one object; a test makes its own in a few lines. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: { readonly isTTY: boolean; readonly read: () => Promise<string> };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
  readonly random: () => number;
  readonly fetch: typeof fetch;
  /** aborted by the first Ctrl+C */
  readonly signal: AbortSignal;
}

/** The real world. Ends quietly when the reader of stdout goes away (`ecom pnl | head`). */
export function systemContext(): Context {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
    process.exitCode = 130;
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    stdin: { isTTY: process.stdin.isTTY, read: readAll },
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    random: Math.random,
    fetch: globalThis.fetch,
    signal: stop.signal,
  };
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
  };
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
