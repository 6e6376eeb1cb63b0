/** What the owner can put right. Anything else that is thrown is a bug. */
export type ExitCode = 1 | 2 | 3 | 4 | 5 | 6 | 130;

/**
 * A message the owner can act on; `cli.ts` alone turns it into words and an exit code.
 * Exit codes: 2 usage, 3 data or input, 4 configuration or login, 5 AI or network was needed and failed, 6 alert met.
 */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;

  constructor(message: string, options: { hint?: string; exitCode?: ExitCode; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? 3;
  }
}
