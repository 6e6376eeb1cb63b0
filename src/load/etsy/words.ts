import { cleanText } from '../../domain/clean-text.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  deg: '°',
  times: '×',
};

/** Etsy writes titles and variations as a web page would (`Mum&#39;s &quot;Haldi&quot; saree`); here as a person reads them. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  const plain = text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, character);
  return cleanText(plain).trim();
}

function character(whole: string, ...[decimal, hex, name]: readonly (string | undefined)[]): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0x10ffff ? whole : String.fromCodePoint(point);
}

/**
 * The variation that was bought (`Size:M,Colour:Indigo`), without what the buyer asked to have written on it: that is no variant
 * of the product, and often a name. Blank gives undefined.
 */
export function variantOf(variations: string): string | undefined {
  const chosen = withoutEntities(variations).replace(/(?:^|,)\s*personn?ali[sz]\p{L}*[^:,]*:.*$/isu, '');
  return chosen.trim() === '' ? undefined : chosen.trim();
}

/** The account name in `Meera Rao (meera_r)`; undefined where only a name is given, for names are not unique. */
export function accountOf(buyer: string): string | undefined {
  return /\(([\w.-]+)\)\s*$/.exec(buyer)?.[1];
}

/** Whether an order was sold over the counter, at a fair or market. */
export function isInPerson(orderType: string): boolean {
  return /in[\s_-]?person/i.test(orderType);
}
