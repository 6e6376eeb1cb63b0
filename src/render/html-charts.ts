import { highestOf, marksOf, visiblePoints } from './chart.ts';
import type { Bars, Chart, Spark } from './document.ts';
import { COLOURS, element, escapeHtml } from './html-parts.ts';
import { barShares, compress, heights } from './sparkline.ts';

const SPARK_BARS = 62;
const SPARK_PIXELS = 32;
const CHART_PIXELS = 96;

const PLAIN_TABLE = { role: 'presentation', cellpadding: '0', cellspacing: '0', border: '0' };

/** A filled cell of a height; mail programs keep table cells where they drop other boxes. */
function filled(pixels: number, colour: string): string {
  const style = `height:${pixels}px;background:${colour};font-size:0;line-height:0`;
  const cell = element('td', { height: String(pixels), bgcolor: colour, style }, '&nbsp;');
  return element('table', { ...PLAIN_TABLE, width: '100%' }, `<tr>${cell}</tr>`);
}

function columns(cells: readonly string[]): string {
  return element(
    'table',
    { ...PLAIN_TABLE, 'aria-hidden': 'true', width: '100%', style: 'margin:0 0 4px' },
    `<tr>${cells.join('')}</tr>`,
  );
}

function column(pixels: number, colour: string): string {
  return element('td', { valign: 'bottom', style: 'padding-right:1px' }, filled(pixels, colour));
}

function title(label: string, unit: string | undefined): string {
  const name = unit === undefined ? label : `${label} (${unit})`;
  return element('p', { style: 'margin:0 0 4px;font-weight:bold' }, escapeHtml(name));
}

/** A line of small columns; the words under it are the caller's. */
export function sparkColumns({ label, unit, values }: Spark): string {
  const cells = heights(compress(values, SPARK_BARS), SPARK_PIXELS).map((height) =>
    height === null ? '<td></td>' : column(height, COLOURS.bar),
  );
  return title(label, unit) + columns(cells);
}

const MARK_COLOURS = { up: COLOURS.better, down: COLOURS.worse, season: COLOURS.below } as const;

/** A chart of columns, marked days in another colour; the words under it are the caller's. */
export function chartColumns(chart: Chart): string {
  const points = visiblePoints(chart, SPARK_BARS);
  const highest = highestOf(chart.points);
  const cells = points.map((point) =>
    point.value === null
      ? '<td></td>'
      : column(pixelsOf(point.value, highest), point.mark ? MARK_COLOURS[point.mark] : COLOURS.bar),
  );
  return title(chart.label, chart.unit) + columns(cells);
}

function pixelsOf(value: number, highest: number): number {
  return highest === 0 ? 1 : Math.max(1, Math.round((Math.max(0, value) / highest) * CHART_PIXELS));
}

/** The days at the two ends, and how high the highest column is. */
export function chartEnds(chart: Chart): string {
  const points = visiblePoints(chart, SPARK_BARS);
  const ends = [points[0]?.label ?? '', points.at(-1)?.label ?? ''].filter((end) => end !== '');
  return [ends.join(' – '), `highest: ${chart.top}`].filter((part) => part !== '').join(' · ');
}

const COLOUR_WORDS = { up: 'green:', down: 'red:', season: 'orange:' } as const;

/** What the colours of marked days mean; empty when none is marked. */
export function colourLegend(chart: Chart): string {
  return marksOf(chart, (mark) => COLOUR_WORDS[mark]).join('; ');
}

/** The bar of each row of a bar chart, in the rows' order. */
export function barCells({ rows }: Bars): readonly string[] {
  return barShares(rows.map((row) => row.value)).map(htmlBar);
}

function htmlBar(share: number): string {
  if (share === 0) return '';
  const percent = Math.max(1, Math.round(Math.abs(share) * 100));
  const bar = element('td', { width: `${percent}%` }, filled(12, share < 0 ? COLOURS.below : COLOURS.bar));
  return element('table', { ...PLAIN_TABLE, width: '100%' }, `<tr>${bar}<td></td></tr>`);
}
