import { delimiter } from 'node:path';

/** How a variable's text becomes a value: `on` is true, and `off` false, for any text but nothing and `0`. */
type Kind = 'text' | 'number' | 'paths' | 'on' | 'off';

/** An environment variable that sets a configuration key. */
export interface Variable {
  readonly name: string;
  readonly key: string;
  readonly kind: Kind;
  readonly summary: string;
}

/** Variables that stand for a configuration key; a flag beats them, they beat the files. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'ECOM_DATA',
    key: 'data',
    kind: 'paths',
    summary: `files and folders to read, separated by "${delimiter}"`,
  },
  { name: 'ECOM_AS_OF', key: 'asOf', kind: 'text', summary: 'the day taken for today, as 2026-10-31' },
  {
    name: 'ECOM_DATE_ORDER',
    key: 'dateOrder',
    kind: 'text',
    summary: 'dmy or mdy, for dates such as 03/04/2026',
  },
  { name: 'ECOM_CURRENCY', key: 'shop.currency', kind: 'text', summary: 'home currency, as INR' },
  { name: 'ECOM_ZONE', key: 'shop.zone', kind: 'text', summary: 'time zone of the shop, as Asia/Kolkata' },
  { name: 'ECOM_LANG', key: 'lang', kind: 'text', summary: 'language of the summary, as en or hi' },
  { name: 'ECOM_TONE', key: 'tone', kind: 'text', summary: 'owner, accountant or message' },
  { name: 'ECOM_NO_AI', key: 'ai.enabled', kind: 'off', summary: 'set to 1: never ask a model' },
  {
    name: 'ECOM_REQUIRE_AI',
    key: 'ai.required',
    kind: 'on',
    summary: 'set to 1: fail (exit 5) when no model answers',
  },
  { name: 'ECOM_MODEL', key: 'ai.model', kind: 'text', summary: 'model to ask, as gemini-flash-latest' },
  {
    name: 'ECOM_MAX_COST',
    key: 'ai.maxCost',
    kind: 'number',
    summary: 'most US dollars that one run may cost',
  },
  { name: 'ECOM_COLOR', key: 'output.color', kind: 'text', summary: 'always, never or auto' },
  { name: 'ECOM_WIDTH', key: 'output.width', kind: 'number', summary: 'width of text in cells' },
  {
    name: 'ECOM_ASCII',
    key: 'output.ascii',
    kind: 'on',
    summary: 'set to 1: no signs beyond ASCII in drawings',
  },
  {
    name: 'ECOM_NO_CACHE',
    key: 'cache',
    kind: 'off',
    summary: 'set to 1: the same as --no-cache',
  },
  { name: 'ECOM_NO_INPUT', key: 'noInput', kind: 'on', summary: 'set to 1: never ask a question' },
];

/** Variables that do not stand for a configuration key. */
export const OTHER_VARIABLES: readonly { readonly name: string; readonly summary: string }[] = [
  { name: 'ECOM_GEMINI_API_KEY', summary: 'key for Gemini; beats the two below' },
  { name: 'ECOM_GEMINI_API_KEY_FILE', summary: 'file that holds the key (mode 600)' },
  { name: 'GEMINI_API_KEY', summary: 'key for Gemini' },
  { name: 'ECOM_GEMINI_BASE_URL', summary: 'another address for Gemini, on this machine only' },
  { name: 'ECOM_CONFIG_DIR', summary: 'folder of the user configuration' },
  { name: 'ECOM_DEBUG', summary: 'set to 1: the same as --debug' },
  { name: 'NO_COLOR', summary: 'no colour' },
  { name: 'FORCE_COLOR', summary: 'colour even without a terminal; also CLICOLOR_FORCE' },
  { name: 'COLUMNS', summary: 'width of the terminal' },
];

/** Whether a switch is on: set to anything but nothing and `0`. */
export function isOn(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text !== '0';
}

/**
 * The value of a variable's text, undefined when the variable is not set or empty. A number that cannot be read stays text,
 * so that the check of the configuration can name it.
 */
export function readVariable(variable: Variable, text: string | undefined): unknown {
  return text === undefined || text.trim() === '' ? undefined : READ[variable.kind](text);
}

const READ: Readonly<Record<Kind, (text: string) => unknown>> = {
  text: (text) => text.trim(),
  number: (text) => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text),
  paths: (text) => text.split(delimiter).filter((path) => path !== ''),
  on: (text) => (isOn(text) ? true : undefined),
  off: (text) => (isOn(text) ? false : undefined),
};
