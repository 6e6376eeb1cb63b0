import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly size: number;
}

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function packed(): Packed {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [only] = JSON.parse(output) as Packed[];
  if (only === undefined) throw new Error('npm pack lists no package');
  return only;
}

/** The place where node would find `name` for the package at `from`, among those that the lock file has. */
function found(locked: ReadonlyMap<string, Locked>, from: string, name: string): string | undefined {
  const own = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (locked.has(own)) return own;
  if (from === '') return undefined;
  const above = from.lastIndexOf('/node_modules/');
  return found(locked, above === -1 ? '' : from.slice(0, above), name);
}

describe('the published package', () => {
  let paths: readonly string[] = [];
  beforeAll(() => {
    paths = packed().files.map((file) => file.path);
  });

  it('holds what a shop owner needs and nothing else', () => {
    const wanted =
      /^(bin\/ecom\.js|dist\/.+\.js|dist\/THIRD-PARTY-LICENSES\.txt|dist\/render\/fonts\/NotoSans-(Regular\.ttf|OFL\.txt)|fixtures\/demo\/[^/]+|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;
    expect(paths.filter((path) => !wanted.test(path))).toEqual([]);
  });

  it('holds the program, the licence and the history', () => {
    expect(paths).toEqual(expect.arrayContaining(['bin/ecom.js', 'LICENSE', 'CHANGELOG.md', 'package.json']));
  });

  it('holds every file of the demo shop', () => {
    const demo = readdirSync(new URL('../fixtures/demo/', import.meta.url)).map(
      (file) => `fixtures/demo/${file}`,
    );
    expect(paths.filter((path) => path.startsWith('fixtures/')).sort()).toEqual(demo.sort());
  });

  it('holds all that was built, when it was built', () => {
    const built = paths.filter((path) => path.startsWith('dist/'));
    expect(built.includes('dist/cli.js')).toBe(existsSync(`${root}dist/cli.js`));
    expect(built.includes('dist/render/fonts/NotoSans-Regular.ttf')).toBe(
      existsSync(`${root}dist/render/fonts/NotoSans-Regular.ttf`),
    );
  });
});

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const locked = new Map(Object.entries(lock.packages));

  it('has an entry for every optional package of every platform, so that npm ci works on all of them', () => {
    const missing = [...locked].flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => found(locked, path, name) === undefined)
        .map((name) => `${path} wants ${name}`),
    );
    expect(locked.size).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('names no registry, so that whoever installs uses their own', () => {
    const bound = [...locked].filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path);
    expect(bound).toEqual([]);
  });

  it('pins the content of every package that is not part of another', () => {
    const unpinned = [...locked]
      .filter(([path, entry]) => path !== '' && entry.link !== true && entry.integrity === undefined)
      .filter(([, entry]) => !('inBundle' in entry))
      .map(([path]) => path);
    expect(unpinned).toEqual([]);
  });
});
