const LOOPBACK_HOST = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/;

/**
 * The origin of a base address on this very machine (`http`, host 127.0.0.0/8, ::1 or localhost, no login, path or query);
 * undefined for anything else, so that a setting can never send the key or the figures elsewhere.
 */
export function loopbackBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const here = url.protocol === 'http:' && LOOPBACK_HOST.test(url.hostname);
  return bare && here && url.pathname === '/' ? url.origin : undefined;
}
