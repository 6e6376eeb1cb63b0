import type * as z from 'zod';
import { nearest } from './nearest.ts';
import { KEYS, SECTIONS, SETTINGS, type Settings } from './schema.ts';
import { cleanText } from '../domain/clean-text.ts';
import { UserError } from '../errors.ts';

/** One source of settings, as read; `originOf` names the source of a key for messages and `--show-origin`. */
export interface Layer {
  readonly kind: 'default' | 'user' | 'project' | 'environment' | 'flags';
  readonly raw: unknown;
  readonly originOf: (key: string) => string;
}

/** One thing to put right: where it stands, the key, and what is wrong. */
export interface Mistake {
  readonly origin: string;
  readonly key: string;
  readonly message: string;
}

export interface Settled {
  readonly settings: Settings;
  /** key → where its value comes from */
  readonly origins: ReadonlyMap<string, string>;
  readonly mistakes: readonly Mistake[];
}

/**
 * Lays the layers over one another, lowest first; keys of a section and entries of `ai.prices` are settled one by
 * one, lists as a whole. Every mistake of every layer is returned, none is thrown.
 */
export function settle(layers: readonly Layer[]): Settled {
  const values = new Map<string, unknown>();
  const origins = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const layer of layers) {
    const raw = withoutComments(layer.raw);
    mistakes.push(...refusals(layer, raw));
    const checked = SETTINGS.safeParse(raw);
    if (!checked.success) {
      mistakes.push(...checked.error.issues.flatMap((issue) => explain(issue, raw, layer)));
      continue;
    }
    for (const [key, value] of leaves(checked.data)) {
      values.set(key, isTable(value) && isTable(values.get(key)) ? over(values.get(key), value) : value);
      origins.set(key, layer.originOf(key));
    }
  }
  return { settings: nested(values), origins, mistakes };
}

function over(low: unknown, high: unknown): unknown {
  return { ...(low as object), ...(high as object) };
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names that start with `//` are remarks, for JSON has none of its own. */
function withoutComments(value: unknown, depth = 0): unknown {
  if (!isTable(value) || depth > 4) return value;
  const kept = Object.entries(value).filter(([key]) => !key.startsWith('//'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutComments(inner, depth + 1)]));
}

function leaves(value: unknown, prefix = ''): [string, unknown][] {
  if (!isTable(value)) return [];
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .flatMap(([name, inner]): [string, unknown][] => {
      const key = prefix === '' ? name : `${prefix}.${name}`;
      return SECTIONS.has(key) ? leaves(inner, key) : [[key, inner]];
    });
}

function nested(values: ReadonlyMap<string, unknown>): Settings {
  const root: Record<string, unknown> = {};
  for (const [key, value] of values) {
    const names = key.split('.');
    let place = root;
    for (const name of names.slice(0, -1)) {
      place[name] ??= {};
      place = place[name] as Record<string, unknown>;
    }
    place[names.at(-1) ?? key] = value;
  }
  return root;
}

/** Keys that a file must not hold, with the place where they belong. */
function refusals(layer: Layer, raw: unknown): Mistake[] {
  const held = new Map(leaves(raw));
  const found: Mistake[] = [];
  const refuse = (key: string, message: string): void => {
    if (held.has(key)) found.push({ origin: layer.originOf(key), key, message });
  };
  if (layer.kind === 'project') {
    refuse('ai.apiKey', 'a key must not stand in a project’s file; set GEMINI_API_KEY instead');
  }
  if (layer.kind === 'project' || layer.kind === 'user') {
    refuse('asOf', 'give the day by --as-of or ECOM_AS_OF');
    refuse('noInput', 'set ECOM_NO_INPUT');
  }
  return found;
}

function explain(issue: z.core.$ZodIssue, raw: unknown, layer: Layer): Mistake[] {
  const key = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => unknownKey(key === '' ? name : `${key}.${name}`, layer));
  }
  const value = issue.path.reduce<unknown>(
    (held, name) => (held as Record<PropertyKey, unknown> | undefined)?.[name],
    raw,
  );
  const shown = key === 'ai.apiKey' ? '' : `, not ${shortly(value)}`;
  return [
    { origin: layer.originOf(key), key: cleanText(key, { max: 80 }), message: `${issue.message}${shown}` },
  ];
}

function unknownKey(key: string, layer: Layer): Mistake {
  const like = nearest(key, [...KEYS, ...SECTIONS]);
  const hint = like === undefined ? '' : `; did you mean ${like}?`;
  return {
    origin: layer.originOf(key),
    key: cleanText(key, { max: 80 }),
    message: `there is no such key${hint}`,
  };
}

function shortly(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return isTable(value) ? 'a section' : cleanText(JSON.stringify(value), { max: 40 });
}

/** One error (exit 4) that tells every mistake on a line of its own. */
export function mistaken(mistakes: readonly Mistake[]): UserError {
  const origins = [...new Set(mistakes.map(({ origin }) => cleanText(origin)))];
  const [only] = origins;
  const where = origins.length === 1 && only !== undefined ? only : 'the configuration';
  const lines = mistakes.map(({ origin, key, message }) =>
    [...(origins.length === 1 ? [] : [cleanText(origin)]), ...(key === '' ? [] : [key]), message].join(': '),
  );
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  return new UserError(`${where} has ${count}\n${lines.map((line) => `  ${line}`).join('\n')}`, {
    hint: 'ecom help configuration explains every key',
    exitCode: 4,
  });
}
