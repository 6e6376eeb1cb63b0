import { KEYS } from '../config/schema.ts';
import { lastFour } from '../config/secrets.ts';
import { CONFIG_CURRENCY } from '../config/money.ts';
import { loadConfig, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { decimalText, type Minor } from '../domain/money.ts';
import type { ConfigListFlags } from './config.ts';

/** One key of the configuration as it is shown: money as decimal text, a secret by its last four characters. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
  readonly origin: string;
}

/** Prints every key that has a value, one line each, or as JSON. */
export async function runConfigList(flags: ConfigListFlags, context: Context): Promise<void> {
  const config = await loadConfig(context, { data: flags.data, demo: flags.demo });
  const settings = settingsOf(config);
  context.stdout.write(
    flags.json
      ? `${JSON.stringify({ schemaVersion: 1, settings }, undefined, 2)}\n`
      : settings.map((setting) => line(setting, flags.showOrigin)).join(''),
  );
}

function line({ key, value, origin }: Setting, showOrigin: boolean): string {
  const shown = `${key} = ${cleanText(JSON.stringify(value))}`;
  return showOrigin ? `${shown.padEnd(46)}  ${cleanText(origin)}\n` : `${shown}\n`;
}

/** The keys that have a value, in the order of `KEYS`. */
export function settingsOf(config: Config): readonly Setting[] {
  const shown: Readonly<Record<string, unknown>> = {
    ...config,
    shop: shopInWords(config),
    ai: { ...config.ai, ...(config.ai.apiKey === undefined ? {} : { apiKey: lastFour(config.ai.apiKey) }) },
  };
  return KEYS.map((key) => ({
    key,
    value: valueAt(shown, key),
    origin: config.origins[key] ?? (key === 'asOf' ? 'clock' : 'default'),
  })).filter(({ value }) => value !== undefined);
}

function shopInWords({ shop }: Config): Readonly<Record<string, unknown>> {
  const currency = shop.currency ?? CONFIG_CURRENCY;
  const words = (amount: Minor | undefined): string | undefined =>
    amount === undefined ? undefined : decimalText(amount, currency);
  return {
    ...shop,
    shippingPerOrder: words(shop.shippingPerOrder),
    returnPerOrder: words(shop.returnPerOrder),
    packagingPerOrder: words(shop.packagingPerOrder),
    feeRates: shop.feeRates.map((rate) => ({ ...rate, fixed: words(rate.fixed) })),
  };
}

function valueAt(root: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((held, name) => (held as Record<string, unknown> | undefined)?.[name], root);
}
