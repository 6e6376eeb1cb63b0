import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { addDays, type Day } from '../domain/day.ts';
import { readIfThere, writeAtomically } from './atomic-file.ts';

/** topic → unusual day → the day on which a report told of it first */
const schema = z.object({
  schemaVersion: z.literal(1),
  topics: z.record(z.string(), z.record(z.string(), z.string())),
});

type Told = z.infer<typeof schema>['topics'];

/** Unusual days older than this are forgotten; no report looks so far back by itself. */
const KEPT_DAYS = 400;

function fileOf(cwd: string): string {
  return join(cwd, '.ecom', 'told-days.json');
}

/** What was told; nothing when the file is not there, cannot be read or is damaged: at worst a day is told twice. */
async function readAll(cwd: string): Promise<Told> {
  try {
    const text = await readIfThere(fileOf(cwd));
    return text === undefined ? {} : (schema.safeParse(JSON.parse(text)).data?.topics ?? {});
  } catch {
    return {};
  }
}

/** Unusual days of a topic (a measure, a product, a platform) that reports of earlier days told of; those of the same day stay news. */
export async function readToldDays(
  cwd: string,
  { topic, before }: { readonly topic: string; readonly before: Day },
): Promise<readonly Day[]> {
  const told = (await readAll(cwd))[topic] ?? {};
  return Object.entries(told)
    .filter(([, on]) => on < before)
    .map(([day]) => day);
}

/**
 * Remembers that a report told of these days; a day told before keeps its date. Gives why it could not be kept (the file system's code),
 * undefined when it was.
 */
export async function rememberToldDays(
  cwd: string,
  { topic, on, days }: { readonly topic: string; readonly on: Day; readonly days: readonly Day[] },
): Promise<string | undefined> {
  const topics = await readAll(cwd);
  const before = topics[topic] ?? {};
  const fresh = days.filter((day) => before[day] === undefined);
  if (fresh.length === 0) return undefined;
  const all = { ...before, ...Object.fromEntries(fresh.map((day) => [day, on])) };
  const kept = Object.entries(all).filter(([day]) => day > addDays(on, -KEPT_DAYS));
  const next = { schemaVersion: 1, topics: { ...topics, [topic]: Object.fromEntries(kept.sort()) } };
  const path = fileOf(cwd);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
