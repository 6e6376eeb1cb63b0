import * as z from 'zod';
import { DEFAULT_SHOP, type RestockSettings, type ShopSettings } from '../domain/shop.ts';
import { isDay } from '../domain/day.ts';
import { cleanText } from '../domain/clean-text.ts';
import { columnMappingSchema } from '../load/mapping.ts';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

function text(expected: string, fits: (value: string) => boolean): z.ZodType<string> {
  return z.string({ error: expected }).refine(fits, { error: expected });
}

function words(expected: string, longest = 120): z.ZodType<string> {
  return z
    .string({ error: expected })
    .transform((value) => cleanText(value).trim())
    .refine((value) => value !== '' && value.length <= longest, { error: expected });
}

function oneOf<const Word extends string>(...choices: readonly Word[]): z.ZodType<Word> {
  return z.enum(choices, { error: `expected one of ${choices.join(', ')}` });
}

function number(expected: string, fits: (value: number) => boolean): z.ZodType<number> {
  return z.number({ error: expected }).refine(fits, { error: expected });
}

const yesOrNo = z.boolean({ error: 'expected true or false' });
const section = { error: 'expected a section in braces, { … }' };

const money = text('expected money as text in units of the shop’s currency, such as "62.00"', (value) =>
  /^\d{1,12}(\.\d{1,4})?$/.test(value),
);
const percent = number('expected per cent as a number from 0 to 100', (value) => value >= 0 && value <= 100);

const currency = z
  .string({ error: 'expected a currency code such as "INR"' })
  .transform((value) => value.toUpperCase())
  .refine((value) => CURRENCIES.has(value), { error: 'expected a currency code such as "INR"' });

const country = z
  .string({ error: 'expected a country code such as "IN"' })
  .transform((value) => value.toUpperCase())
  .refine((value) => /^[A-Z]{2}$/.test(value), { error: 'expected a country code such as "IN"' });

const zone = text('expected a time zone such as "Asia/Kolkata"', isZone);

function isZone(value: string): boolean {
  if (value === DEFAULT_SHOP.zone) return true;
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const feeRate = z.strictObject(
  {
    kind: oneOf('payment', 'marketplace'),
    match: words('expected a word of the payment method or channel, or "*"'),
    percent,
    fixed: money.default('0'),
    taxPercent: percent.default(0),
  },
  section,
);

const day = text('expected a day such as "2026-10-31"', isDay);

const saleDays = z
  .strictObject({ name: words('expected the name of the sale'), from: day, to: day }, section)
  .refine(({ from, to }) => from <= to, { error: 'expected a sale that begins before it ends' });

const shopKeys = {
  name: words('expected the shop’s name'),
  currency,
  zone,
  country,
  region: words('expected a state or province'),
  pricesIncludeTax: yesOrNo,
  fiscalYearStart: number(
    'expected a month from 1 to 12',
    (value) => Number.isInteger(value) && value >= 1 && value <= 12,
  ),
  revenue: z
    .strictObject(
      {
        cashOnDelivery: oneOf('auto', 'placed', 'shipped', 'delivered', 'paid'),
        pending: oneOf('apart', 'count'),
      },
      section,
    )
    .partial(),
  shippingPerOrder: money,
  returnPerOrder: money,
  packagingPerOrder: money,
  feeRates: z.array(feeRate, { error: 'expected a list of rates in brackets, [ … ]' }),
  expenses: oneOf('spread', 'dated'),
  returnedGoods: oneOf('lost', 'restocked'),
  unequalCosts: oneOf('highest', 'last'),
  saleDays: z.array(saleDays, { error: 'expected a list of sales in brackets, [ … ]' }),
  deliveryAddress: words('expected the address that suppliers send goods to', 300),
} satisfies Record<keyof ShopSettings, z.ZodType>;

const price = z.strictObject(
  {
    input: number('expected US dollars per million tokens', (value) => value >= 0),
    output: number('expected US dollars per million tokens', (value) => value >= 0),
  },
  section,
);

const wholeDays = number(
  'expected a whole number of days from 1 to 730',
  (value) => Number.isInteger(value) && value >= 1 && value <= 730,
);

const restockKeys = {
  serviceLevel: number(
    'expected a share from 0.5 to 0.999, such as 0.95',
    (value) => value >= 0.5 && value <= 0.999,
  ),
  reviewDays: wholeDays,
  holdingCostPercent: percent,
  maxCoverDays: wholeDays,
} satisfies Record<keyof RestockSettings, z.ZodType>;

const aiKeys = {
  enabled: yesOrNo,
  required: yesOrNo,
  model: text('expected a model’s name such as "gemini-flash-latest"', (value) =>
    /^[a-z0-9][a-z0-9.-]{1,80}$/.test(value),
  ),
  maxCost: number('expected US dollars, more than 0', (value) => value > 0),
  prices: z.record(z.string(), price, section),
  apiKey: text('expected a key without blanks', (value) => /^[\x21-\x7e]{8,500}$/.test(value)),
};

const outputKeys = {
  color: oneOf('auto', 'always', 'never'),
  width: number(
    'expected a whole number from 20 to 500',
    (value) => Number.isInteger(value) && value >= 20 && value <= 500,
  ),
  ascii: yesOrNo,
};

const path = text('expected a file or folder', (value) => value !== '' && !value.includes('\0'));

/** What a layer of the configuration may hold; every key may be absent. */
export const SETTINGS = z
  .strictObject(
    {
      shop: z.strictObject(shopKeys, section).partial(),
      restock: z.strictObject(restockKeys, section).partial(),
      data: z.array(path, { error: 'expected a list of files and folders in brackets, [ … ]' }),
      mappings: z.array(columnMappingSchema, { error: 'expected a list of mappings in brackets, [ … ]' }),
      dateOrder: oneOf('dmy', 'mdy'),
      cache: yesOrNo,
      ai: z.strictObject(aiKeys, section).partial(),
      lang: text('expected a language such as "en" or "hi"', (value) =>
        /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
      ),
      tone: oneOf('owner', 'accountant', 'message'),
      output: z.strictObject(outputKeys, section).partial(),
      asOf: day,
      noInput: yesOrNo,
    },
    section,
  )
  .partial();

/** The settled configuration before money becomes minor units. */
export type Settings = Given<z.output<typeof SETTINGS>>;

/** Keys that are there have a value. */
type Given<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { [Key in keyof Value]: Given<Exclude<Value[Key], undefined>> }
    : Value;

/** The sections, whose keys are settled one by one; any other key is settled whole. */
export const SECTIONS: ReadonlySet<string> = new Set(['shop', 'shop.revenue', 'restock', 'ai', 'output']);

/** Every key there is, in the order of the configuration's listing. */
export const KEYS: readonly string[] = [
  ...Object.keys(shopKeys)
    .filter((key) => key !== 'revenue')
    .map((key) => `shop.${key}`),
  'shop.revenue.cashOnDelivery',
  'shop.revenue.pending',
  ...Object.keys(restockKeys).map((key) => `restock.${key}`),
  ...['data', 'mappings', 'dateOrder', 'cache'],
  ...Object.keys(aiKeys).map((key) => `ai.${key}`),
  ...['lang', 'tone'],
  ...Object.keys(outputKeys).map((key) => `output.${key}`),
  ...['asOf', 'noInput'],
];
