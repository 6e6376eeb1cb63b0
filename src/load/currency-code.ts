import type { ShopSettings } from '../domain/shop.ts';

/** The currency of amounts in a file that names none: the shop's own; blank when the owner has not said, to be settled later. */
export function shopCurrency(shop: ShopSettings): string {
  return shop.currency ?? '';
}

/** A currency cell as an ISO code; blank or unlike one (three letters): undefined. */
export function currencyCode(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase();
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
}
