import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/render/chart.ts';
import type { Chart } from '../../src/render/document.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderText } from '../../src/render/text.ts';

const chart: Chart = {
  kind: 'chart',
  label: 'Net sales by day',
  unit: 'rupees',
  top: '800',
  middle: '400',
  points: [
    { label: '1 Nov', value: 400, expected: 400 },
    { label: '2 Nov', value: 800, expected: 500, mark: 'season' },
    { label: '3 Nov', value: 50, expected: 450, mark: 'down' },
    { label: '4 Nov', value: null, expected: 450 },
    { label: '5 Nov', value: 0 },
    { label: '6 Nov', value: -30, expected: 400 },
    { label: '7 Nov', value: 450, expected: 450 },
    { label: '8 Nov', value: 700, expected: 420, mark: 'up' },
    { label: '9 Nov', value: 410 },
    { label: '10 Nov', value: 390 },
    { label: '11 Nov', value: 400 },
    { label: '12 Nov', value: 430 },
  ],
  notes: ['▼ 3 Nov: 400 less than expected'],
};
const page = { title: 'Trends', lang: 'en', demo: false, blocks: [chart] } as const;

describe('a chart of days', () => {
  it('draws columns from zero, dots for what was expected above them, and marks', () => {
    expect(renderText(page, { width: 40 })).toMatchInlineSnapshot(`
      "Trends

        Net sales by day (rupees)
        800 │ █
            │ █     █
            │ █     █
            │ █·   ▄█▁  ▂
        400 │██   ·███▇██
            │██    ██████
            │██    ██████
            │██▄   ██████
              ◆▼    ▲
             1 Nov 12 Nov
        dots: what was to be expected; ▼
        unusually low; ▲ unusually high; ◆ a
        feast or sale
        ▼ 3 Nov: 400 less than expected
      "
    `);
  });

  it('has a form in plain ASCII', () => {
    const text = renderText(page, { width: 40, ascii: true });
    expect(text).toMatchInlineSnapshot(`
      "Trends

        Net sales by day (rupees)
        800 | #
            | #     #
            | #     #
            | #:   ##.  .
        400 |##   :######
            |##    ######
            |##    ######
            |###   ######
              *-    +
             1 Nov 12 Nov
        colons: what was to be expected; -
        unusually low; + unusually high; * a
        feast or sale
        - 3 Nov: 400 less than expected
      "
    `);
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('shows the last days where there is no room for all, on the scale of all', () => {
    const { lines, ends } = drawChart(chart, { width: 10, ascii: true });
    expect(lines[0]).toBe('800 |     ');
    expect(ends.trim()).toBe('12 Nov');
    expect(lines.every((line) => line.length === 10)).toBe(true);
  });

  it('needs no marks and no sales', () => {
    const empty = drawChart(
      { ...chart, points: [{ label: '1 Nov', value: 0 }] },
      { width: 40, ascii: false },
    );
    expect(empty.marks).toBeUndefined();
    expect(empty.lines.join('').replace(/[ │\d]/g, '')).toBe('');
    expect(drawChart({ ...chart, points: [] }, { width: 40, ascii: false }).ends.trim()).toBe('');
  });

  it('is a table of columns in HTML, without a picture, marked days in words too', () => {
    const html = renderHtml(page);
    expect(html).toContain('1 Nov – 12 Nov · highest: 800');
    expect(html).toContain('▼ 3 Nov: 400 less than expected');
    expect(html).toContain('red: unusually low; green: unusually high; orange: a feast or sale');
    expect(html).not.toMatch(/<(?:svg|img|canvas)/);
    expect(html.match(/bgcolor="#c4322b"/g)).toHaveLength(1);
    expect(renderHtml({ ...page, blocks: [{ ...chart, points: [{ label: '', value: 0 }] }] })).toContain(
      'highest: 800',
    );
  });

  it('is one line of heights in markdown, with the notes below', () => {
    expect(renderMarkdown(page)).toMatchInlineSnapshot(`
      "# Trends

      Net sales by day (rupees): ▅█▂ ▁▁▅▇▅▅▅▅ · 1 Nov – 12 Nov\\
      ▼ 3 Nov: 400 less than expected
      "
    `);
  });
});
