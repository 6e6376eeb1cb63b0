import { hash } from 'node:crypto';

/**
 * A key that says whether two orders are one buyer's without keeping the address: the first 16 hex digits of the SHA-256 of
 * the e-mail address in lower case. Without an address the platform's own customer id, without that undefined (a guest).
 */
export function customerKey(email: string | undefined, platformId?: string): string | undefined {
  const address = email?.trim().toLowerCase() ?? '';
  if (address !== '') return hash('sha256', address).slice(0, 16);
  return platformId === undefined || platformId === '' || platformId === '0' ? undefined : platformId;
}
