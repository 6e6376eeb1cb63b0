import type { ShopSettings } from '../domain/shop.ts';

/** The currency of amounts in files that name none: the shop's own, or INR when the owner has not said. */
export function homeCurrency(shop: ShopSettings): string {
  return shop.currency ?? 'INR';
}

/** A currency cell as an ISO code; blank or unlike one (three letters): undefined. */
export function currencyCode(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase();
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
}
