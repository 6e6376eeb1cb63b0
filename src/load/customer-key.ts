/**
 * A key that says whether two orders are one buyer's without keeping the address: 49 bits of a hash of the e-mail address in lower
 * case, as a number. Without an address the platform's own customer id, without that undefined (a guest).
 */
export function customerKey(email: string | undefined, platformId?: string): string | undefined {
  const address = email?.trim().toLowerCase() ?? '';
  if (address !== '') return String(addressHash(address));
  return platformId === undefined || platformId === '' || platformId === '0' ? undefined : platformId;
}

/** Two sums of 32 bits that grow character by character; the kernel computes the same (`addressKeys` in kernel.as). */
function addressHash(address: string): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 15);
  }
  const [high, low] = [mixed(a ^ (b >>> 7)), mixed(b ^ (a >>> 11))];
  return (high >>> 15) * 0x100000000 + (low >>> 0);
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
