import { isAbsolute, join, relative } from 'node:path';
import { demoFolder, fileLayer, type ConfigSource } from './files.ts';
import type { Layer, Mistake } from './layers.ts';
import { readVariable, VARIABLES } from './variables.ts';
import type { ConfigFlags } from '../config.ts';
import type { Context } from '../context.ts';

/** The project's file. Paths in it are relative to its folder and become relative to the current one. */
export function projectLayer(context: Context, source: ConfigSource): Layer {
  const layer = fileLayer('project', source);
  const folder = relative(context.cwd, join(source.path, '..'));
  const { raw } = source;
  if (folder === '' || typeof raw !== 'object' || raw === null || !('data' in raw)) return layer;
  if (!Array.isArray(raw.data)) return layer;
  const moved = raw.data.map((path: unknown) =>
    typeof path === 'string' && !isAbsolute(path) ? join(folder, path) : path,
  );
  return { ...layer, raw: { ...raw, data: moved } };
}

/** The `ECOM_*` variables that are set. */
export function variableLayer(context: Context): Layer {
  const held = VARIABLES.map((variable) => ({
    ...variable,
    value: readVariable(variable, context.env[variable.name]),
  })).filter(({ value }) => value !== undefined);
  const names = new Map(held.map(({ key, name }) => [key, name]));
  return {
    kind: 'environment',
    raw: sections(held.map(({ key, value }) => [key, value] as const)),
    originOf: (key) => names.get(key) ?? 'environment',
  };
}

const FLAG_KEYS = [
  ['data', 'data', '--data'],
  ['asOf', 'asOf', '--as-of'],
  ['requireAi', 'ai.required', '--require-ai'],
  ['lang', 'lang', '--lang'],
  ['tone', 'tone', '--tone'],
  ['color', 'output.color', '--color'],
  ['width', 'output.width', '--width'],
  ['ascii', 'output.ascii', '--ascii'],
  ['dateOrder', 'dateOrder', '--date-order'],
] as const;

/** The flags that were given. */
export function flagLayer(flags: ConfigFlags): Layer {
  const held: (readonly [string, unknown])[] = FLAG_KEYS.map(
    ([flag, key]) => [key, flags[flag] === false ? undefined : flags[flag]] as const,
  );
  const origins = new Map<string, string>(FLAG_KEYS.map(([, key, name]) => [key, name]));
  origins.set('ai.enabled', '--no-ai').set('cache', '--no-cache');
  if (flags.ai === false) held.push(['ai.enabled', false]);
  if (flags.cache === false) held.push(['cache', false]);
  if (flags.demo === true) held.push(['data', [demoFolder()]]);
  return {
    kind: 'flags',
    raw: sections(held.filter(([, value]) => value !== undefined)),
    originOf: (key) => (flags.demo === true && key === 'data' ? '--demo' : (origins.get(key) ?? '')),
  };
}

function sections(held: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [key, value] of held) {
    const [first = '', second] = key.split('.');
    root[first] = second === undefined ? value : { ...(root[first] as object | undefined), [second]: value };
  }
  return root;
}

/** Another address of the model's service, without a slash at its end; undefined when none is set. */
export function baseUrl(context: Context): string | undefined {
  const given = context.env[BASE_URL]?.trim().replace(/\/+$/, '');
  return given === '' ? undefined : given;
}
const BASE_URL = 'ECOM_GEMINI_BASE_URL';

/** Refuses an address that is not this machine's: the key would be sent there. */
export function baseUrlMistakes(context: Context): Mistake[] {
  const given = baseUrl(context);
  if (given === undefined || isLoopback(given)) return [];
  const message = 'the key is sent there: expected an address of this machine, such as http://127.0.0.1:8787';
  return [{ origin: BASE_URL, key: '', message }];
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return username === '' && /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);
}
