import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { clearReadCache, sizeOfReadCache, type CacheSize } from '../records/read-cache.ts';
import type { CacheFlags } from './cache.ts';

/** Says how many files' readings are kept and how large they are, or removes them. */
export function runCache(flags: CacheFlags, { cwd, stdout }: Context): void {
  if (flags.clear) {
    const { entries, bytes } = cleared(cwd);
    stdout.write(entries === 0 ? 'the cache was empty\n' : `removed ${inWords({ entries, bytes })}\n`);
    return;
  }
  const size = sizeOfReadCache(cwd);
  if (flags.json) stdout.write(`${JSON.stringify({ schemaVersion: 1, ...size }, null, 2)}\n`);
  else stdout.write(size.entries === 0 ? 'the cache is empty\n' : `${inWords(size)} in .ecom/cache\n`);
}

function cleared(cwd: string): CacheSize {
  try {
    return clearReadCache(cwd);
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new UserError(`.ecom/cache cannot be emptied (${code})`, {
      hint: 'run it as somebody who may write there, or remove the folder yourself',
      cause,
    });
  }
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

function inWords({ entries, bytes }: CacheSize): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = bytes / 1000 ** step;
  const shown = step === 0 || amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return `${entries} ${entries === 1 ? 'file' : 'files'}, ${shown} ${UNITS[step] ?? ''}`;
}
