import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { requirePrivate, shownPath } from './files.ts';
import { keepSecret } from './secrets.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';

/** A key for Gemini and the variable or file it comes from. */
export interface ApiKey {
  readonly value: string;
  readonly origin: string;
}

/**
 * The key from ECOM_GEMINI_API_KEY, the file named by ECOM_GEMINI_API_KEY_FILE, or GEMINI_API_KEY, in this order; undefined
 * when none is set. A file that others may read, or a key with blanks inside, is refused (exit 4). The key is kept out of
 * everything that is printed from then on.
 */
export async function apiKey(context: Context): Promise<ApiKey | undefined> {
  const own = fromVariable(context, 'ECOM_GEMINI_API_KEY');
  const found = own ?? (await fromFile(context)) ?? fromVariable(context, 'GEMINI_API_KEY');
  if (found === undefined) return undefined;
  keepSecret(context, found.value);
  if (!/^[\x21-\x7e]{8,500}$/.test(found.value)) {
    throw new UserError(`the key in ${found.origin} is not a key: it is too short or has blanks inside`, {
      hint: 'copy it again from https://aistudio.google.com/apikey',
      exitCode: 4,
    });
  }
  return found;
}

function fromVariable(context: Context, name: string): ApiKey | undefined {
  const value = context.env[name]?.trim();
  return value === undefined || value === '' ? undefined : { value, origin: name };
}

const FILE_VARIABLE = 'ECOM_GEMINI_API_KEY_FILE';

async function fromFile(context: Context): Promise<ApiKey | undefined> {
  const given = context.env[FILE_VARIABLE];
  if (given === undefined || given === '') return undefined;
  const path = resolve(context.cwd, given);
  const name = shownPath(context, path);
  try {
    await requirePrivate(path, name);
    return { value: (await readFile(path, 'utf8')).trim(), origin: `${name} (${FILE_VARIABLE})` };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      `the key file ${name} cannot be read: ${(cause as NodeJS.ErrnoException).code ?? ''}`,
      {
        hint: `${FILE_VARIABLE} names it; check the path, or unset the variable`,
        exitCode: 4,
        cause,
      },
    );
  }
}
