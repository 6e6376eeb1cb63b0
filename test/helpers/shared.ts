import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Path of reference material that is not part of the repository, or undefined when it is not there. */
export function sharedPath(name: string): string | undefined {
  const path = fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
  return existsSync(path) ? path : undefined;
}
