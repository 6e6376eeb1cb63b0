import type { ShopSettings } from '../../domain/shop.ts';
import { shopCurrency } from '../currency-code.ts';

/** One of Amazon's shops, by its address. */
export interface Marketplace {
  readonly currency: string;
  readonly country: string;
}

const MARKETPLACES: ReadonlyMap<string, Marketplace> = new Map(
  [
    ['amazon.com', 'USD', 'US'],
    ['amazon.ca', 'CAD', 'CA'],
    ['amazon.com.mx', 'MXN', 'MX'],
    ['amazon.com.br', 'BRL', 'BR'],
    ['amazon.co.uk', 'GBP', 'GB'],
    ['amazon.de', 'EUR', 'DE'],
    ['amazon.fr', 'EUR', 'FR'],
    ['amazon.it', 'EUR', 'IT'],
    ['amazon.es', 'EUR', 'ES'],
    ['amazon.nl', 'EUR', 'NL'],
    ['amazon.com.be', 'EUR', 'BE'],
    ['amazon.ie', 'EUR', 'IE'],
    ['amazon.se', 'SEK', 'SE'],
    ['amazon.pl', 'PLN', 'PL'],
    ['amazon.com.tr', 'TRY', 'TR'],
    ['amazon.ae', 'AED', 'AE'],
    ['amazon.sa', 'SAR', 'SA'],
    ['amazon.eg', 'EGP', 'EG'],
    ['amazon.in', 'INR', 'IN'],
    ['amazon.co.jp', 'JPY', 'JP'],
    ['amazon.jp', 'JPY', 'JP'],
    ['amazon.com.au', 'AUD', 'AU'],
    ['amazon.sg', 'SGD', 'SG'],
    ['amazon.co.za', 'ZAR', 'ZA'],
  ].map(([name = '', currency = '', country = '']) => [name, { currency, country }]),
);
const CURRENCIES: ReadonlySet<string> = new Set(
  Array.from(MARKETPLACES.values(), ({ currency }) => currency),
);

/** The marketplace of a cell such as `Amazon.in` or `www.amazon.de`; undefined for any other text. */
export function marketplaceOf(text: string): Marketplace | undefined {
  const name = /amazon\.[a-z.]*[a-z]/.exec(text.toLowerCase());
  return name === null ? undefined : MARKETPLACES.get(name[0]);
}

/**
 * The currency of a report that names it only in passing: by the lines above the header ("All amounts in USD, unless
 * specified", in whatever language), else by the first marketplace named in its rows, else the shop's.
 */
export function reportCurrency(
  preamble: readonly string[],
  marketplaces: Iterable<string>,
  shop: ShopSettings,
): string {
  for (const line of preamble) {
    const code = line.match(/\b[A-Z]{3}\b/g)?.find((word) => CURRENCIES.has(word));
    if (code !== undefined) return code;
  }
  for (const text of marketplaces) {
    const marketplace = marketplaceOf(text);
    if (marketplace !== undefined) return marketplace.currency;
  }
  return shopCurrency(shop);
}

/** Whether prices of this marketplace or currency include tax: everywhere but in the United States and Canada. */
export function arePricesTaxed(marketplace: Marketplace | undefined, currency: string): boolean {
  return !['USD', 'CAD'].includes(marketplace?.currency ?? currency);
}
