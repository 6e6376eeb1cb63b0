import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIfThere, writeAtomically } from '../../src/records/atomic-file.ts';
import { temporaryFolder } from '../helpers/folder.ts';

describe('writeAtomically', () => {
  it('writes a new file and leaves nothing else', async () => {
    const folder = temporaryFolder();
    await writeAtomically(join(folder, 'history.json'), 'नमस्ते\n', { mode: 0o600 });
    expect(readFileSync(join(folder, 'history.json'), 'utf8')).toBe('नमस्ते\n');
    expect(statSync(join(folder, 'history.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['history.json']);
  });

  it('replaces a file and keeps its mode', async () => {
    const folder = temporaryFolder({ 'history.json': 'old and longer' });
    chmodSync(join(folder, 'history.json'), 0o640);
    await writeAtomically(join(folder, 'history.json'), 'new');
    expect(readFileSync(join(folder, 'history.json'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'history.json')).mode & 0o777).toBe(0o640);
  });

  it('gives a reader the old text or the new, never a part', async () => {
    const folder = temporaryFolder({ 'x.txt': 'a'.repeat(100_000) });
    const path = join(folder, 'x.txt');
    const writes = Promise.all(
      ['b', 'c', 'd', 'e'].map((sign) => writeAtomically(path, sign.repeat(100_000))),
    );
    let isDone = false;
    void writes.then(() => (isDone = true));
    while (!isDone) {
      const text = (await readIfThere(path)) ?? '';
      expect(text).toBe((text[0] ?? '').repeat(100_000));
    }
    expect(readdirSync(folder)).toEqual(['x.txt']);
  });

  it('writes through a link', async () => {
    const folder = temporaryFolder({ 'october.md': 'old' });
    symlinkSync('october.md', join(folder, 'latest.md'));
    await writeAtomically(join(folder, 'latest.md'), 'new');
    expect(readFileSync(join(folder, 'october.md'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'latest.md')).isSymbolicLink()).toBe(true);
  });

  it('writes to a device as it is, and never puts a file in its place', async () => {
    await writeAtomically('/dev/null', 'gone');
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('writes into a pipe', async () => {
    const folder = temporaryFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [text] = await Promise.all([readIfThere(pipe), writeAtomically(pipe, 'through')]);
    expect(text).toBe('through');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('refuses a folder and a path that cannot be, leaving nothing behind', async () => {
    const folder = temporaryFolder({ 'a-file': '' });
    mkdirSync(join(folder, 'reports'));
    await expect(writeAtomically(join(folder, 'reports'), 'x')).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(writeAtomically(join(folder, 'none', 'x'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(writeAtomically(join(folder, 'a-file', 'x'), 'x')).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
    await expect(writeAtomically(join(folder, 'n'.repeat(300)), 'x')).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    });
    expect(readdirSync(folder).sort()).toEqual(['a-file', 'reports']);
  });
});

describe('readIfThere', () => {
  it('gives the text, or nothing when there is no file', async () => {
    const folder = temporaryFolder({ 'x.txt': 'text' });
    expect(await readIfThere(join(folder, 'x.txt'))).toBe('text');
    expect(await readIfThere(join(folder, 'y.txt'))).toBeUndefined();
  });

  it('hands on any other trouble', async () => {
    await expect(readIfThere(temporaryFolder())).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
