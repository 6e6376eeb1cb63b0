import type { Context, Output } from '../context.ts';

const SECRET_VARIABLE = /^(?:ECOM_.*(?:KEY|TOKEN|PASSWORD|SECRET)|GEMINI_API_KEY|GOOGLE_API_KEY)$/;
const SHORTEST = 6;

const secretsOf = new WeakMap<Output, Set<string>>();

/**
 * The same world with streams that print `[secret]` for every known secret. Known from the start: the values of secret
 * variables; later ones are told by `keepSecret`.
 */
export function guarded(context: Context): Context {
  const secrets = new Set<string>();
  for (const [name, value] of Object.entries(context.env)) {
    if (SECRET_VARIABLE.test(name) && value !== undefined) remember(secrets, value);
  }
  return {
    ...context,
    stdout: guardedOutput(context.stdout, secrets),
    stderr: guardedOutput(context.stderr, secrets),
  };
}

function guardedOutput(output: Output, secrets: Set<string>): Output {
  const guardedStream: Output = {
    write: (text) => output.write(withoutSecrets(text, secrets)),
    isTTY: output.isTTY,
    get columns() {
      return output.columns;
    },
  };
  secretsOf.set(guardedStream, secrets);
  return guardedStream;
}

/** From now on the value is replaced in everything that a guarded context prints. Values under 6 characters are no secrets. */
export function keepSecret(context: Context, secret: string): void {
  const secrets = secretsOf.get(context.stdout);
  if (secrets !== undefined) remember(secrets, secret);
}

/** The text with every known secret replaced by `[secret]`; for what goes into files. */
export function redact(context: Context, text: string): string {
  return withoutSecrets(text, secretsOf.get(context.stdout) ?? new Set());
}

/** The last four characters of a secret, `…wxyz`; nothing of one shorter than 12. */
export function lastFour(secret: string): string {
  return secret.length < 12 ? '…' : `…${secret.slice(-4)}`;
}

function remember(secrets: Set<string>, value: string): void {
  const secret = value.trim();
  if (secret.length >= SHORTEST) secrets.add(secret);
}

function withoutSecrets(text: string, secrets: ReadonlySet<string>): string {
  let safe = text;
  for (const secret of secrets) safe = safe.replaceAll(secret, '[secret]');
  return safe;
}
