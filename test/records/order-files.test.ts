import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOrders, type OrderFile } from '../../src/records/order-files.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { sharedPath } from '../helpers/shared.ts';

const file = (name: string, text = name): OrderFile => ({ name, bytes: new TextEncoder().encode(text) });
const BOTH = [file('PO-1.txt'), file('PO-राम-1.csv')];

describe('writeOrders', () => {
  it('makes the folder and writes all files, and nothing else', async () => {
    const folder = join(temporaryFolder(), 'to/send');
    expect(await writeOrders(folder, BOTH)).toEqual(['PO-1.txt', 'PO-राम-1.csv']);
    expect(readdirSync(folder).sort()).toEqual(['PO-1.txt', 'PO-राम-1.csv']);
    expect(readFileSync(join(folder, 'PO-राम-1.csv'), 'utf8')).toBe('PO-राम-1.csv');
  });

  it('leaves a file with the same bytes as it is', async () => {
    const folder = temporaryFolder({ 'PO-1.txt': 'PO-1.txt' });
    const before = statSync(join(folder, 'PO-1.txt')).ino;
    expect(await writeOrders(folder, BOTH)).toEqual(['PO-राम-1.csv']);
    expect(statSync(join(folder, 'PO-1.txt')).ino).toBe(before);
    expect(await writeOrders(folder, BOTH)).toEqual([]);
  });

  it('never overwrites a file with other content: it is named, and nothing is written', async () => {
    const folder = temporaryFolder({ 'PO-राम-1.csv': 'the owner’s own' });
    await expect(writeOrders(folder, BOTH)).rejects.toMatchObject({
      message: 'PO-राम-1.csv is there already, with other content: nothing was written',
      exitCode: 2,
    });
    expect(readdirSync(folder)).toEqual(['PO-राम-1.csv']);
    expect(readFileSync(join(folder, 'PO-राम-1.csv'), 'utf8')).toBe('the owner’s own');
  });

  it('counts further files that are in the way', async () => {
    const folder = temporaryFolder({ 'PO-1.txt': 'x', 'PO-राम-1.csv': 'x' });
    await expect(writeOrders(folder, BOTH)).rejects.toThrow('PO-1.txt and 1 more are there already');
  });

  it('follows no link and takes no folder for a file', async () => {
    const folder = temporaryFolder({ 'elsewhere.txt': 'PO-1.txt' });
    symlinkSync(join(folder, 'elsewhere.txt'), join(folder, 'PO-1.txt'));
    await expect(writeOrders(folder, BOTH)).rejects.toMatchObject({ exitCode: 2 });
    mkdirSync(join(folder, 'PO-2.txt'));
    await expect(writeOrders(folder, [file('PO-2.txt')])).rejects.toMatchObject({ exitCode: 2 });
    expect(readFileSync(join(folder, 'elsewhere.txt'), 'utf8')).toBe('PO-1.txt');
  });

  it('lets one of two that write at once have a name, and the other write nothing', async () => {
    const folder = temporaryFolder();
    const sets = ['one', 'two'].map((text) => [file('A-1.txt', text), file('B-1.txt', text)]);
    const done = await Promise.allSettled(sets.map((files) => writeOrders(folder, files)));
    const written = done.filter(({ status }) => status === 'fulfilled');
    expect(written.length).toBeLessThan(2);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(new Set(texts).size).toBe(written.length);
    expect(texts).toHaveLength(written.length * 2);
  });

  it('says when the folder is a file or lies in one', async () => {
    const folder = temporaryFolder({ 'orders.csv': '' });
    for (const path of ['orders.csv', 'orders.csv/deeper'])
      await expect(writeOrders(join(folder, path), BOTH)).rejects.toMatchObject({
        message: expect.stringMatching(/is no folder$/),
        exitCode: 2,
      });
  });

  it('takes only plain names, and no two that are one on some disks', async () => {
    const folder = temporaryFolder();
    const bad = [
      '../x.txt',
      'a/b.txt',
      '/etc/x.txt',
      '.hidden',
      '-x.txt',
      'x',
      'a\0.txt',
      'a .txt',
      'C:x.txt',
      '',
    ];
    for (const name of bad) await expect(writeOrders(folder, [file(name)])).rejects.toThrow(RangeError);
    await expect(writeOrders(folder, [file('PO-A.txt'), file('PO-a.txt')])).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual([]);
  });

  const hostile = sharedPath('security/hostile-names.json');
  it.skipIf(hostile === undefined)('writes nothing outside the folder whatever the name', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'witness'), '');
    const names = JSON.parse(readFileSync(hostile ?? '', 'utf8')) as readonly unknown[];
    for (const name of names) {
      await writeOrders(join(root, 'in'), [file(String(name))]).catch(() => undefined);
      await writeOrders(join(root, 'in'), [file(`${String(name)}.txt`)]).catch(() => undefined);
    }
    expect(readdirSync(root).filter((name) => name !== 'in')).toEqual(['witness']);
    expect(existsSync(join(root, '../x'))).toBe(false);
  });
});
