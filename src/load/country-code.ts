/** Names that platforms write otherwise than the Unicode names do. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  usa: 'US',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'czech republic': 'CZ',
  turkey: 'TR',
  'hong kong': 'HK',
  macao: 'MO',
  macau: 'MO',
  'korea, republic of': 'KR',
  'republic of korea': 'KR',
  'russian federation': 'RU',
  'viet nam': 'VN',
  'brunei darussalam': 'BN',
};

/**
 * The ISO 3166 code of a country that a platform writes as a code (`us`, `UK`) or by its English name (`The Netherlands`). A name
 * without a known code stays as written; blank gives undefined.
 */
export function countryCode(text: string): string | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  if (/^[A-Za-z]{2}$/.test(written)) return canonical(written.toUpperCase());
  names ??= codesByName();
  const name = written.toLowerCase().replace(/^the /, '');
  return OTHER_NAMES[name] ?? names.get(name) ?? written;
}

let names: ReadonlyMap<string, string> | undefined;

function codesByName(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // withdrawn codes (DD, BU) bear the names of their successors
  const current = codes.filter((code) => canonical(code) === code);
  return new Map(current.map((code) => [english.of(code)?.toLowerCase() ?? '', code]));
}

/** The code in use today: `GB` for `UK`. */
function canonical(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}
