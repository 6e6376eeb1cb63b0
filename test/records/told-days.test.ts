import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readToldDays, rememberToldDays } from '../../src/records/told-days.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const topic = 'revenue';
const file = (cwd: string): string => join(cwd, '.ecom', 'told-days.json');

describe('unusual days that were told', () => {
  it('are known the next day, and stay news for the rest of the same day', async () => {
    const cwd = temporaryFolder();
    expect(await rememberToldDays(cwd, { topic, on: '2026-10-16', days: ['2026-10-14'] })).toBeUndefined();
    expect(await readToldDays(cwd, { topic, before: '2026-10-16' })).toEqual([]);
    expect(await readToldDays(cwd, { topic, before: '2026-10-17' })).toEqual(['2026-10-14']);
  });

  it('keep the day on which they were told first', async () => {
    const cwd = temporaryFolder();
    await rememberToldDays(cwd, { topic, on: '2026-10-16', days: ['2026-10-14'] });
    await rememberToldDays(cwd, { topic, on: '2026-10-20', days: ['2026-10-14', '2026-10-18'] });
    expect(await readToldDays(cwd, { topic, before: '2026-10-17' })).toEqual(['2026-10-14']);
    expect(await readToldDays(cwd, { topic, before: '2026-10-21' })).toEqual(['2026-10-14', '2026-10-18']);
  });

  it('belong to what was looked at: one product’s say nothing of another', async () => {
    const cwd = temporaryFolder();
    await rememberToldDays(cwd, { topic: 'units\nKRT-101', on: '2026-10-16', days: ['2026-10-14'] });
    expect(await readToldDays(cwd, { topic: 'units\nDUP-220', before: '2026-12-01' })).toEqual([]);
    expect(await readToldDays(cwd, { topic: 'units\nKRT-101', before: '2026-12-01' })).toHaveLength(1);
  });

  it('are forgotten after 400 days', async () => {
    const cwd = temporaryFolder();
    await rememberToldDays(cwd, { topic, on: '2025-01-02', days: ['2025-01-01'] });
    await rememberToldDays(cwd, { topic, on: '2026-02-04', days: ['2026-02-03'] });
    expect(await readToldDays(cwd, { topic, before: '2026-03-01' })).toEqual(['2025-01-01', '2026-02-03']);
    await rememberToldDays(cwd, { topic, on: '2026-02-05', days: ['2026-02-04'] });
    expect(await readToldDays(cwd, { topic, before: '2026-03-01' })).toEqual(['2026-02-03', '2026-02-04']);
  });

  it.each([
    ['no JSON', '{"topics":'],
    ['another shape', '{"schemaVersion":1,"topics":["revenue"]}'],
    ['a later version', '{"schemaVersion":2,"topics":{"revenue":{"2026-10-14":"2026-10-15"}}}'],
  ])('start anew where the file holds %s', async (_, text) => {
    const cwd = temporaryFolder({ '.ecom/told-days.json': text });
    expect(await readToldDays(cwd, { topic, before: '2026-12-01' })).toEqual([]);
    expect(await rememberToldDays(cwd, { topic, on: '2026-10-16', days: ['2026-10-14'] })).toBeUndefined();
    expect(await readToldDays(cwd, { topic, before: '2026-12-01' })).toEqual(['2026-10-14']);
  });

  it('are not written again when nothing is new', async () => {
    const cwd = temporaryFolder();
    await rememberToldDays(cwd, { topic, on: '2026-10-16', days: ['2026-10-14'] });
    writeFileSync(file(cwd), `${readFileSync(file(cwd), 'utf8')}\n\n`);
    const before = readFileSync(file(cwd), 'utf8');
    await rememberToldDays(cwd, { topic, on: '2026-10-17', days: ['2026-10-14'] });
    await rememberToldDays(cwd, { topic, on: '2026-10-17', days: [] });
    expect(readFileSync(file(cwd), 'utf8')).toBe(before);
  });

  it('say why they could not be kept', async () => {
    const blocked = temporaryFolder({ '.ecom': 'a file where a folder should be' });
    expect(await rememberToldDays(blocked, { topic, on: '2026-10-16', days: ['2026-10-14'] })).toMatch(
      /^E(EXIST|NOTDIR)$/,
    );
    const taken = temporaryFolder();
    mkdirSync(file(taken), { recursive: true });
    expect(await readToldDays(taken, { topic, before: '2026-12-01' })).toEqual([]);
    expect(await rememberToldDays(taken, { topic, on: '2026-10-16', days: ['2026-10-14'] })).toMatch(
      /^E[A-Z]+$/,
    );
  });
});
