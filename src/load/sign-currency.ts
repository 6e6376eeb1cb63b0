import type { Minor } from '../domain/money.ts';
import type { ShopSettings } from '../domain/shop.ts';
import { shopCurrency } from './currency-code.ts';
import type { RowReader } from './row-reader.ts';
import { parseAmount } from './values.ts';

/** Currencies that share a sign, the likeliest first. */
const BY_SIGN: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD'],
  '¥': ['JPY', 'CNY'],
  '£': ['GBP'],
  '€': ['EUR'],
  '₹': ['INR'],
};

/** Letters before a dollar sign that settle which dollar is meant. */
const BY_LETTERS: Readonly<Record<string, string>> = {
  US: 'USD',
  C: 'CAD',
  CA: 'CAD',
  A: 'AUD',
  AU: 'AUD',
  NZ: 'NZD',
  S: 'SGD',
  HK: 'HKD',
  MX: 'MXN',
  NT: 'TWD',
};

const DOLLAR_OF_COUNTRY: Readonly<Record<string, string>> = {
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
};

/**
 * The currency of an amount in a file that names none but writes its sign (`$12.00`, `AU $12.00`). A sign that several currencies
 * share means the shop's own if it is one of them, else the one of the shop's country, else the best known (US dollar, yen). An
 * amount without a sign is in the shop's currency.
 */
export function currencyBySign(amount: string, shop: ShopSettings): string {
  const parts = SIGN.exec(amount);
  const sign = parts?.[2] ?? '';
  if (sign !== '$') return ownOrBest(BY_SIGN[sign], shop);
  const settled = BY_LETTERS[(parts?.[1] ?? '').toUpperCase()];
  return settled ?? ownOrBest(BY_SIGN[sign], shop, DOLLAR_OF_COUNTRY[shop.country ?? '']);
}
const SIGN = /([A-Za-z]{0,2}) ?(\p{Sc})/u;

function ownOrBest(candidates: readonly string[] = [], shop: ShopSettings, local?: string): string {
  const own = candidates.find((currency) => currency === shop.currency);
  return own ?? local ?? candidates[0] ?? shopCurrency(shop);
}

/** An amount whose sign follows letters of its country and a blank (`AU $12.00`); any other as the reader has it. */
export function amountAfterSign(
  { cells, row, column }: { readonly cells: RowReader; readonly row: number; readonly column: number },
  currency: string,
): Minor | undefined {
  const [, minus = '', amount = ''] = LETTERED.exec(cells.text(row, column)) ?? [];
  const parsed = parseAmount(minus + amount, currency);
  return parsed.kind === 'amount' ? parsed.minor : cells.amount(row, column, currency);
}
const LETTERED = /^(-?)[A-Z]{1,2} (\p{Sc}.*)$/u;
