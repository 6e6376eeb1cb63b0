import { decodeEntities, readXml } from './xml.ts';

/** How a cell's number is shown, as far as it changes what the number means. */
export type NumberStyle = 'number' | 'date' | 'time';

/** The number style of each cell format of a workbook, by its position; none without a part. */
export function numberStyles(part: Uint8Array | undefined): readonly NumberStyle[] {
  const styles: NumberStyle[] = [];
  if (part === undefined) return styles;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes();
        codes.set(Number(numFmtId), decodeEntities(formatCode));
      }
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) styles.push(styleOf(Number(attributes()['numFmtId'] ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** Formats that have a number but no code, from and to; 27 to 58 are dates in East Asian editions. */
const BUILT_IN: readonly (readonly [number, number, NumberStyle])[] = [
  [18, 21, 'time'],
  [45, 47, 'time'],
  [14, 22, 'date'],
  [27, 36, 'date'],
  [50, 58, 'date'],
];

function styleOf(id: number, codes: ReadonlyMap<number, string>): NumberStyle {
  const code = codes.get(id);
  if (code !== undefined) return styleOfCode(code);
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number';
}

/** Quoted text, escaped characters, colours, places and padding of a format say nothing about what it shows. */
const DECORATION = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|s\.0+/gi;

/** What a format code such as `dd/mm/yyyy hh:mm` or `[$₹-4009] #,##0.00` shows; only its first section counts. */
export function styleOfCode(code: string): NumberStyle {
  const bare = code.replace(DECORATION, '').split(';')[0] ?? '';
  if (/[0#?]|general|standard/i.test(bare)) return 'number';
  if (/[yd]/i.test(bare)) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  return /m/i.test(bare) ? 'date' : 'number';
}
