import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';

let known: string | undefined;

/**
 * Tells what one version of the program made of the files from what another made. Built, it is the package's version, and the name and time of the part that this file is
 * in: the name carries a hash of its content and of all it needs, and every build writes it anew. From the sources it is the latest
 * change of any of them.
 */
export function readerVersion(): string {
  known ??= versionOf(fileURLToPath(import.meta.url));
  return known;
}

function versionOf(file: string): string {
  if (file.endsWith('.ts')) return String(latestIn(SOURCES));
  const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as {
    version: string;
  };
  return [version, basename(file), statSync(file).mtimeMs].join(' ');
}

const SOURCES = [new URL('../', import.meta.url)];

function latestIn(folders: readonly URL[]): number {
  const changes = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(new URL(name, folder)).mtimeMs,
    ),
  );
  return Math.max(...changes);
}
