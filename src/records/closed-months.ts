import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { UserError } from '../errors.ts';
import { readIfThere, writeAtomically } from './atomic-file.ts';

const amounts = z.record(z.string(), z.number().nullable());
const schema = z.object({
  schemaVersion: z.literal(1),
  month: z.string(),
  closedOn: z.string(),
  currency: z.string(),
  figures: amounts,
  entries: amounts,
  hash: z.string(),
});

/** A month's figures as they were when it was closed. Money in minor units. */
export type ClosedMonth = z.infer<typeof schema>;

/** What is recorded when a month is closed. */
export type MonthFacts = Omit<ClosedMonth, 'schemaVersion' | 'hash' | 'closedOn'>;

function fileOf(cwd: string, month: string): string {
  return join(cwd, '.ecom', 'closed', `${month}.json`);
}

/** SHA-256 of currency, figures and entries, whatever the order of their keys. */
export function hashOfMonth({ month, currency, figures, entries }: MonthFacts): string {
  const sorted = (values: Readonly<Record<string, number | null>>) =>
    Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([month, currency, sorted(figures), sorted(entries)]))
    .digest('hex');
}

/**
 * The record of a closed month; undefined when it was never closed. A record that was changed or damaged is a UserError
 * (exit 3): it is never believed.
 */
export async function readClosedMonth(cwd: string, month: string): Promise<ClosedMonth | undefined> {
  const path = fileOf(cwd, month);
  const text = await readIfThere(path).catch((cause: unknown) => {
    throw unusable(month, 'read', cause);
  });
  if (text === undefined) return undefined;
  const record = parsed(text);
  if (record === undefined || hashOfMonth(record) !== record.hash) {
    throw new UserError(`.ecom/closed/${month}.json was changed after ${month} was closed, or is damaged`, {
      hint: `restore it from a backup, or close the month anew: ecom close ${month} --again`,
    });
  }
  return record;
}

function unusable(month: string, what: 'read' | 'written', cause: unknown): UserError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException;
  return new UserError(`.ecom/closed/${month}.json cannot be ${what} (${code})`, {
    hint: 'run it in a folder that you may write to, on a disk with room',
    cause,
  });
}

function parsed(text: string): ClosedMonth | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Records the month, whole or not at all, and gives back what was written. */
export async function writeClosedMonth(
  cwd: string,
  closedOn: string,
  facts: MonthFacts,
): Promise<ClosedMonth> {
  const record: ClosedMonth = { schemaVersion: 1, ...facts, closedOn, hash: hashOfMonth(facts) };
  const path = fileOf(cwd, facts.month);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeAtomically(path, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  } catch (cause) {
    throw unusable(facts.month, 'written', cause);
  }
  return record;
}

/** One amount that a closed month had and would now have otherwise. */
export interface Moved {
  readonly entry: string;
  readonly closed: number;
  readonly now: number;
}

/** What would move if the month were closed again, largest first; empty when nothing would. */
export function whatMoved(
  closed: Readonly<Record<string, number | null>>,
  now: Readonly<Record<string, number | null>>,
): readonly Moved[] {
  const keys = [...new Set([...Object.keys(closed), ...Object.keys(now)])];
  return keys
    .map((entry) => ({ entry, closed: closed[entry] ?? 0, now: now[entry] ?? 0 }))
    .filter((moved) => moved.closed !== moved.now)
    .sort((a, b) => Math.abs(b.now - b.closed) - Math.abs(a.now - a.closed) || (a.entry < b.entry ? -1 : 1));
}
