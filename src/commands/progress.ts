import type { Context } from '../context.ts';

const PATIENCE_MS = 300;

export interface ProgressOptions {
  readonly context: Context;
  readonly quiet?: boolean | undefined;
}

/**
 * Does the work; when it takes longer than 300 ms and standard error is a terminal, says so in one line there, and clears the
 * line when the work ends, however it ends. No timer outlives the work.
 */
export async function withProgress<Result>(
  text: string,
  { context, quiet }: ProgressOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  if (quiet === true || !context.stderr.isTTY) return await work();
  const plain = context.env['TERM'] === 'dumb';
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    context.stderr.write(plain ? `${text}…\n` : `\r${text}…`);
  }, PATIENCE_MS);
  timer.unref();
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isShown && !plain) context.stderr.write('\r\x1b[2K');
  }
}
