/** A place to write text. A process stream is one; so is a test's list of strings. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  /** cells across, when known */
  readonly columns?: number | undefined;
}

/** A place to read from. `readLine` waits for one line and is undefined at the end of input. */
export interface Input {
  readonly isTTY: boolean;
  readonly read: () => Promise<string>;
  readonly readLine: () => Promise<string | undefined>;
}

/** The world outside, handed in as one object; a test makes its own in a few lines. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: Input;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly nodeVersion: string;
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
    stdin: { isTTY: process.stdin.isTTY, read: readAll, readLine: () => readLine(stop.signal) },
    env: process.env,
    cwd: process.cwd(),
    nodeVersion: process.versions.node,
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

async function readLine(signal: AbortSignal): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: process.stdin });
  try {
    return await new Promise((resolve) => {
      reader.once('line', resolve);
      reader.once('close', () => resolve(undefined));
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
  } finally {
    reader.close();
  }
}
