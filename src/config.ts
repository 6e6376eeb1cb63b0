import { demoFolder, fileLayer, projectConfig, userConfig } from './config/files.ts';
import { apiKey, type ApiKey } from './config/key.ts';
import { mistaken, settle, type Layer } from './config/layers.ts';
import { shopOf } from './config/money.ts';
import type { Settings } from './config/schema.ts';
import { keepSecret } from './config/secrets.ts';
import { baseUrl, baseUrlMistakes, flagLayer, projectLayer, variableLayer } from './config/sources.ts';
import type { Context } from './context.ts';
import { dayInZone, type Day } from './domain/day.ts';
import type { Tone } from './domain/narrative.ts';
import { parseMapFlags, type ColumnMapping } from './load/mapping.ts';
import { DEFAULT_SHOP, type RestockSettings, type ShopSettings } from './domain/shop.ts';

/** What the flags of a command say about the configuration; an absent flag says nothing. */
export interface ConfigFlags {
  readonly data?: readonly string[] | undefined;
  readonly demo?: boolean | undefined;
  readonly asOf?: Day | undefined;
  /** false: `--no-ai` */
  readonly ai?: boolean | undefined;
  readonly requireAi?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly tone?: Tone | undefined;
  readonly color?: 'auto' | 'always' | 'never' | undefined;
  readonly width?: number | undefined;
  readonly ascii?: boolean | undefined;
  /** `column=header`, as given */
  readonly map?: readonly string[] | undefined;
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  /** false: `--no-cache` */
  readonly cache?: boolean | undefined;
}

/** How the model may be asked. `prices`: US dollars per million tokens, by model; `maxCost`: US dollars per run. */
export interface AiSettings {
  readonly enabled: boolean;
  readonly required: boolean;
  readonly model: string;
  readonly maxCost?: number | undefined;
  readonly prices: Readonly<Record<string, { readonly input: number; readonly output: number }>>;
  /** only ever an address of this machine */
  readonly baseUrl?: string | undefined;
  /** secret: never print, store or send it anywhere but to the model's service */
  readonly apiKey?: string | undefined;
}

/** Everything that is settled before a command works. */
export interface Config {
  readonly shop: ShopSettings;
  readonly restock: RestockSettings;
  /** files and folders to read, as named by the owner, relative to the current folder; the current folder when none is named */
  readonly data: readonly string[];
  /** true: the bundled demo shop is read */
  readonly demo: boolean;
  /** how files that ecom does not know are to be read: the one of `--map` first, then those of the files */
  readonly mappings: readonly ColumnMapping[];
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  /** what unchanged files gave is taken from the run before */
  readonly cache: boolean;
  readonly ai: AiSettings;
  readonly lang: string;
  readonly tone: Tone;
  readonly output: {
    readonly color: 'auto' | 'always' | 'never';
    readonly width?: number | undefined;
    readonly ascii: boolean;
  };
  /** today in the shop's zone, by the clock unless `--as-of` or ECOM_AS_OF says another */
  readonly asOf: Day;
  /** true: never ask a question */
  readonly noInput: boolean;
  /** the project's configuration file that was read */
  readonly configFile?: string | undefined;
  /** key (`shop.currency`) → where its value comes from: `default`, a file, a variable or a flag */
  readonly origins: Readonly<Record<string, string>>;
}

const DEFAULTS = {
  shop: { ...DEFAULT_SHOP, feeRates: [], saleDays: [] },
  data: ['.'],
  mappings: [],
  cache: true,
  ai: { enabled: true, required: false, model: 'gemini-flash-latest', prices: {} },
  lang: 'en',
  tone: 'owner',
  output: { color: 'auto', ascii: false },
  noInput: false,
};

/**
 * Settles flags over `ECOM_*` variables over the project's `ecom.config.json` over the user's configuration over defaults.
 * The project's file is the current folder's, else that of a named data folder; with `demo` only the demo shop's own counts.
 * Every mistake is told at once, in one UserError (exit 4).
 */
export async function loadConfig(context: Context, flags: ConfigFlags): Promise<Config> {
  const mapped = parseMapFlags(flags.map ?? []);
  const sources = await readSources(context, flags);
  const { settings, origins, mistakes } = settle(sources.layers);
  const { shop, mistakes: inMoney } = shopOf(settings, (key) => origins.get(key) ?? 'default');
  const all = [...mistakes, ...(mistakes.length === 0 ? inMoney : []), ...baseUrlMistakes(context)];
  if (all.length > 0) throw mistaken(all);
  const key = await keyOf(context, settings, origins);
  return {
    ...plainPart(settings),
    mappings: [...(mapped === undefined ? [] : [mapped]), ...(settings.mappings ?? [])],
    shop,
    restock: settings.restock ?? {},
    demo: flags.demo === true,
    ai: { ...aiPart(settings), baseUrl: baseUrl(context), apiKey: key?.value },
    asOf: settings.asOf ?? dayInZone(context.now(), shop.zone),
    configFile: sources.configFile,
    origins: { ...Object.fromEntries(origins), ...(key === undefined ? {} : { 'ai.apiKey': key.origin }) },
  };
}

async function readSources(
  context: Context,
  flags: ConfigFlags,
): Promise<{ readonly layers: readonly Layer[]; readonly configFile: string | undefined }> {
  const variables = variableLayer(context);
  const named = flags.data ?? (variables.raw as { data?: readonly string[] }).data ?? [];
  const project = await projectConfig(context, flags.demo === true ? [demoFolder()] : ['.', ...named]);
  const user = await userConfig(context);
  const layers = [
    { kind: 'default', raw: DEFAULTS, originOf: () => 'default' } as const,
    ...(user === undefined ? [] : [fileLayer('user', user)]),
    ...(project === undefined ? [] : [projectLayer(context, project)]),
    variables,
    flagLayer(flags),
  ];
  return { layers, configFile: project?.name };
}

function plainPart(settings: Settings) {
  return {
    data: settings.data ?? [],
    dateOrder: settings.dateOrder,
    cache: settings.cache ?? true,
    lang: settings.lang ?? DEFAULTS.lang,
    tone: settings.tone ?? 'owner',
    output: {
      ...settings.output,
      color: settings.output?.color ?? 'auto',
      ascii: settings.output?.ascii ?? false,
    },
    noInput: settings.noInput ?? false,
  } as const;
}

function aiPart({ ai = {} }: Settings): Omit<AiSettings, 'apiKey' | 'baseUrl'> {
  return {
    enabled: ai.enabled ?? true,
    required: ai.required ?? false,
    model: ai.model ?? DEFAULTS.ai.model,
    maxCost: ai.maxCost,
    prices: ai.prices ?? {},
  };
}

async function keyOf(
  context: Context,
  settings: Settings,
  origins: ReadonlyMap<string, string>,
): Promise<ApiKey | undefined> {
  if (settings.ai?.enabled === false) return undefined;
  const value = settings.ai?.apiKey;
  if (value !== undefined) keepSecret(context, value);
  const found = await apiKey(context);
  return found ?? (value === undefined ? undefined : { value, origin: origins.get('ai.apiKey') ?? '' });
}
