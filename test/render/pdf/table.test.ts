import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pdfFont } from '../../../src/pdf-font.ts';
import { renderPdf, write, type Pdf } from '../../../src/render/pdf/document.ts';
import { drawTable } from '../../../src/render/pdf/table.ts';
import { readPdf } from '../../helpers/pdf-text.ts';

const options = {
  font: readFileSync(pdfFont),
  title: 'A \x1b[31mtable\nof two lines',
  lang: 'en',
  on: '2026-11-22',
  footer: (page: number, pages: number) => `${page}/${pages}`,
};
const drawn = async (draw: (pdf: Pdf) => void): Promise<readonly string[]> =>
  readPdf(await renderPdf(options, draw)).pages;

describe('drawTable', () => {
  it('leaves cells empty that a row lacks, and the position below the table at the left', async () => {
    let [before, after, x] = [0, 0, 0];
    const pages = await drawn((pdf) => {
      before = pdf.y;
      drawTable(
        pdf,
        [
          { label: 'A', width: 1 },
          { label: 'B', width: 'fit' },
        ],
        [['one'], ['two', '2']],
      );
      [after, x] = [pdf.y, pdf.x];
    });
    expect(pages).toEqual(['A\nB\none\ntwo\n2\n1/1']);
    expect(after - before).toBeCloseTo(3 * (8.5 * 1.362 + 8), 0);
    expect(x).toBe(48);
  });

  it('begins on the next page where not even its head fits', async () => {
    const pages = await drawn((pdf) => {
      pdf.y = pdf.page.height - 60;
      drawTable(pdf, [{ label: 'A', width: 'fit' }], [['1']]);
    });
    expect(pages.map((page) => page.includes('A'))).toEqual([false, true]);
  });

  it('stays on the page when columns of numbers are wider than it', async () => {
    const wide = '9'.repeat(120);
    const pages = await drawn((pdf) => {
      drawTable(
        pdf,
        [
          { label: 'A', width: 1 },
          { label: 'B', width: 'fit' },
          { label: 'C', width: 'fit' },
        ],
        [['x', wide, wide]],
      );
    });
    expect(pages[0]?.match(/9+/g)?.join('')).toBe(wide + wide);
  });
});

describe('renderPdf', () => {
  it('cleans its title and what is written', async () => {
    const bytes = await renderPdf({ ...options, author: 'Shop\x07' }, (pdf) => {
      write(pdf, 'evil\x1b[31m\u202Etext', { x: 48, y: 48, width: 200, align: 'center' });
    });
    const { pages, raw } = readPdf(bytes);
    expect(pages).toEqual(['eviltext\n1/1']);
    expect(raw).toContain('(A table of two lines)');
    expect(raw).toContain('(Shop)');
    expect(raw).not.toContain('<rdf:');
  });

  it('fails as a promise when drawing does', async () => {
    await expect(
      renderPdf(options, () => {
        throw new Error('cannot draw');
      }),
    ).rejects.toThrow('cannot draw');
  });
});
