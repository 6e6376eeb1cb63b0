const SHORTEST_SECRET = 4;

/**
 * Replaces every known secret in a text by `[secret]`, whatever path it took there, also where it was percent-encoded.
 * Longer secrets go first; anything shorter than four characters is left alone, for it would blank out ordinary words.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret.toWellFormed())])
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text);
}
