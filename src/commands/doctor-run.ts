import { readFileSync } from 'node:fs';
import { lastFour } from '../config/secrets.ts';
import { VARIABLES, OTHER_VARIABLES } from '../config/variables.ts';
import { loadConfig, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { formatDay } from '../domain/day.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../config/nearest.ts';
import { packageRoot } from '../package-root.ts';
import { readBooks } from './books.ts';
import { checkData, type Load } from './doctor-data.ts';
import { checkModel } from './doctor-model.ts';
import type { DoctorFlags } from './doctor.ts';
import { withProgress } from './progress.ts';

/** One line of the doctor's list. `unknown`: could not be looked at, or is a matter of choice. */
export interface Check {
  readonly id: string;
  readonly label: string;
  readonly state: 'yes' | 'no' | 'unknown';
  readonly detail: string;
  readonly hint?: string | undefined;
}

/** Prints the list, as text or JSON; fails (exit 4) when any line says no. */
export async function runDoctor(flags: DoctorFlags, context: Context, load: Load = readBooks): Promise<void> {
  const checks = await withProgress('looking', { context, quiet: flags.json }, () =>
    examine(flags, context, load),
  );
  const failed = checks.filter(({ state }) => state === 'no').length;
  context.stdout.write(
    flags.json
      ? `${JSON.stringify({ schemaVersion: 1, healthy: failed === 0, checks }, undefined, 2)}\n`
      : `${checks.map(line).join('')}\n${LEGEND}`,
  );
  if (failed === 0) return;
  throw new UserError(`${failed === 1 ? 'one check says' : `${failed} checks say`} no`, {
    hint: 'each says above what to do',
    exitCode: 4,
  });
}

const LEGEND = 'yes: in order · no: put it right · ?: not looked at, or your choice\n';

function line({ state, label, detail, hint }: Check): string {
  const sign = state === 'unknown' ? '?' : state;
  const first = `${sign.padEnd(5)}${label.padEnd(15)}${cleanText(detail, { multiline: true }).replaceAll('\n', `\n${' '.repeat(20)}`)}\n`;
  return hint === undefined ? first : `${first}${' '.repeat(20)}→ ${cleanText(hint)}\n`;
}

async function examine(flags: DoctorFlags, context: Context, load: Load): Promise<readonly Check[]> {
  const node = checkNode(context.nodeVersion);
  const variables = checkVariables(context);
  let config: Config;
  try {
    config = await loadConfig(context, { data: flags.data, demo: flags.demo });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message: detail, hint } = error;
    return [node, ...variables, { id: 'config', label: 'configuration', state: 'no', detail, hint }];
  }
  return [
    node,
    ...variables,
    checkConfig(config),
    ...(await checkAi(config, context, flags.offline)),
    ...(await checkData(config, context, load)),
    {
      id: 'zone',
      label: 'time zone',
      state: 'yes',
      detail: `${config.shop.zone}, today is ${formatDay(config.asOf)}`,
    },
  ];
}

/** Whether this version of node is at least the one that package.json asks for. */
export function checkNode(version: string): Check {
  const text = readFileSync(new URL('package.json', packageRoot), 'utf8');
  const needed = (JSON.parse(text) as { engines: { node: string } }).engines.node.replace('>=', '');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  const isEnough = major > neededMajor || (major === neededMajor && minor >= neededMinor);
  return isEnough
    ? { id: 'node', label: 'node', state: 'yes', detail: version }
    : { id: 'node', label: 'node', state: 'no', detail: version, hint: `install node ${needed} or later` };
}

function checkVariables({ env }: Context): readonly Check[] {
  const known = [...VARIABLES, ...OTHER_VARIABLES].map(({ name }) => name);
  return Object.keys(env)
    .filter((name) => name.startsWith('ECOM_') && !known.includes(name))
    .map((name) => {
      const like = nearest(name, known);
      const hint = like === undefined ? 'ecom help environment lists them' : `did you mean ${like}?`;
      return { id: 'variable', label: 'variable', state: 'unknown', detail: `${name} is not read`, hint };
    });
}

function checkConfig({ configFile, origins }: Config): Check {
  const set = Object.values(origins).filter((origin) => origin !== 'default').length;
  const detail = `${configFile ?? 'no file; defaults'} (${set === 1 ? '1 value' : `${set} values`} set)`;
  const hint = configFile === undefined ? 'ecom init writes one' : undefined;
  return { id: 'config', label: 'configuration', state: 'yes', detail, hint };
}

async function checkAi(config: Config, context: Context, isOffline: boolean): Promise<readonly Check[]> {
  const key = { id: 'key', label: 'AI key' } as const;
  if (!config.ai.enabled) return [{ ...key, state: 'unknown', detail: 'not used: AI is switched off' }];
  const { apiKey } = config.ai;
  if (apiKey === undefined) {
    const hint = 'set GEMINI_API_KEY for summaries by a model; every figure is there without';
    return [{ ...key, state: 'unknown', detail: 'none', hint }];
  }
  const model: Check = isOffline
    ? { id: 'model', label: 'model', state: 'unknown', detail: 'not asked (--offline)' }
    : await checkModel(config, context);
  return [
    { ...key, state: 'yes', detail: `${lastFour(apiKey)} from ${config.origins['ai.apiKey'] ?? ''}` },
    model,
    {
      id: 'privacy',
      label: 'free tier',
      state: 'unknown',
      detail: FREE_TIER,
      hint: '--show-prompt shows what is sent',
    },
  ];
}

const FREE_TIER = 'with an unpaid key the vendor uses prompts to improve its products';
