import { inflateSync } from 'node:zlib';

/** What a PDF of ours holds: its pages in order, each with the runs of text in the order they were drawn. */
export interface ReadPdf {
  readonly pages: readonly string[];
  /** everything that is not compressed, as latin1 */
  readonly raw: string;
}

/** Reads a PDF with one embedded font back, through that font's own table of characters. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = Array.from(raw.matchAll(/stream\n([\s\S]*?)\nendstream/g), ([, body = '']) =>
    inflated(body),
  );
  const characters = charactersIn(streams.find((text) => text.includes('beginbfrange')) ?? '');
  const pages = streams
    .filter((text) => /\bBT\b/.test(text))
    .map((text) =>
      Array.from(text.matchAll(/\[([^\]]*)\] TJ/g), ([, run = '']) => said(run, characters)).join('\n'),
    );
  return { pages, raw };
}

function inflated(body: string): string {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

/** `<0000> <00ff> [<0020> <0915094d>]`: the text of each glyph from the first on. */
function charactersIn(cmap: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    Array.from(list.matchAll(/<([0-9a-f ]*)>/g)).forEach(([, hex = ''], index) => {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      found.set(
        Number.parseInt(first, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  }
  return found;
}

function said(run: string, characters: ReadonlyMap<number, string>): string {
  const glyphs = Array.from(run.matchAll(/<([0-9a-f]*)>/g), ([, hex = '']) => hex.match(/.{4}/g) ?? []);
  return glyphs
    .flat()
    .map((glyph) => characters.get(Number.parseInt(glyph, 16)) ?? '')
    .join('');
}
