import type { Mistake } from './layers.ts';
import type { Settings } from './schema.ts';
import { exponentOf, type Minor } from '../domain/money.ts';
import { DEFAULT_SHOP, type ShopSettings } from '../domain/shop.ts';

/** Currency that money in the configuration is in when `shop.currency` is not set. */
export const CONFIG_CURRENCY = 'INR';

/** A decimal text in minor units of the currency, `"62.00"` → 6200; undefined when it has more decimals than the currency. */
export function minorUnits(text: string, currency: string): Minor | undefined {
  const [whole = '', fraction = ''] = text.split('.');
  const exponent = exponentOf(currency);
  if (fraction.replace(/0+$/, '').length > exponent) return undefined;
  return Number(`${whole}${fraction.padEnd(exponent, '0').slice(0, exponent)}`);
}

/** The shop's settings with money in minor units; amounts that do not fit the currency are told as mistakes. */
export function shopOf(
  settings: Settings,
  originOf: (key: string) => string,
): { readonly shop: ShopSettings; readonly mistakes: readonly Mistake[] } {
  const given = settings.shop ?? {};
  const currency = given.currency ?? CONFIG_CURRENCY;
  const mistakes: Mistake[] = [];
  const money = (key: string, text: string): Minor => {
    const amount = minorUnits(text, currency);
    if (amount !== undefined) return amount;
    const message = `${currency} has ${exponentOf(currency)} decimals, not as many as "${text}"`;
    mistakes.push({ origin: originOf(key), key, message });
    return 0;
  };
  const perOrder = (key: 'shippingPerOrder' | 'returnPerOrder' | 'packagingPerOrder'): Minor | undefined =>
    given[key] === undefined ? undefined : money(`shop.${key}`, given[key]);
  const shop: ShopSettings = {
    ...DEFAULT_SHOP,
    ...given,
    revenue: { ...DEFAULT_SHOP.revenue, ...given.revenue },
    shippingPerOrder: perOrder('shippingPerOrder'),
    returnPerOrder: perOrder('returnPerOrder'),
    packagingPerOrder: perOrder('packagingPerOrder'),
    feeRates: (given.feeRates ?? []).map((rate) => ({ ...rate, fixed: money('shop.feeRates', rate.fixed) })),
  };
  return { shop, mistakes };
}
