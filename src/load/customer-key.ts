/**
 * A key that says whether two orders are one buyer's without keeping the address: 49 bits of a hash of the e-mail address in lower
 * case, as a number. Without an address the platform's own customer id, without that undefined (a guest).
 */
export function customerKey(email: string | undefined, platformId?: string): string | undefined {
  const address = email?.trim().toLowerCase() ?? '';
  if (address !== '') return String(addressHash(address));
  return platformId === undefined || platformId === '' || platformId === '0' ? undefined : platformId;
}

function addressHash(address: string): number {
  const hash = startOfHash();
  for (let at = 0; at < address.length; at += 1) addToHash(hash, address.charCodeAt(at));
  return endOfHash(hash);
}

/** Two sums of 32 bits that grow character by character. */
interface Hash {
  a: number;
  b: number;
}

function startOfHash(): Hash {
  return { a: 0x811c9dc5, b: 0x9e3779b9 };
}

function addToHash(hash: Hash, code: number): void {
  hash.a = Math.imul(hash.a ^ code, 0x01000193);
  hash.b = Math.imul(hash.b ^ code, 0x85ebca6b) ^ (hash.b >>> 15);
}

function endOfHash({ a, b }: Hash): number {
  const [high, low] = [mixed(a ^ (b >>> 7)), mixed(b ^ (a >>> 11))];
  return (high >>> 15) * 0x100000000 + (low >>> 0);
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

const UPPER_A = 65;
const UPPER_Z = 90;
const TO_LOWER = 32;

/** The same number as `customerKey` for an address in plain ASCII bytes; NaN for any other. */
export function addressKey(bytes: Uint8Array, from: number, to: number): number {
  const hash = startOfHash();
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x20 || byte > 0x7e) return Number.NaN;
    addToHash(hash, byte >= UPPER_A && byte <= UPPER_Z ? byte + TO_LOWER : byte);
  }
  return endOfHash(hash);
}
