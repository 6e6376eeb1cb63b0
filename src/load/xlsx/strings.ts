import { readXml } from './xml.ts';

/** A workbook's table of shared strings, in its order; none when it has no table. Readings of ideographs (furigana) are left out. */
export function sharedStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let current = '';
  let isText = false;
  let isReading = false;
  readXml(part, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') isReading = true;
      else isText = name === 't' && !isReading;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(current));
      if (name === 'rPh') isReading = false;
      isText = false;
    },
    text: (text) => {
      if (isText) current += text;
    },
  });
  return strings;
}

/** Spreadsheets write characters that XML has no room for as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
