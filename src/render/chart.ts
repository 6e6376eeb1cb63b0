import type { Chart, ChartPoint } from './document.ts';
import { cellWidth, pad } from './width.ts';

const EIGHTHS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const HEIGHT = 8;
const MARKS = { up: '▲', down: '▼', season: '◆' } as const;
/** as `toAscii` writes the marks of the legend */
const PLAIN_MARKS = { up: '+', down: '-', season: '*' } as const;

/** A chart as lines: the drawing, a line with marks under it (when there are any), and the days at its two ends. */
export interface DrawnChart {
  readonly lines: readonly string[];
  readonly marks: string | undefined;
  readonly ends: string;
}

interface Canvas {
  /** cells across, the scale included */
  readonly width: number;
  readonly ascii: boolean;
}

/** The last points for which there is room, one cell each. */
export function visiblePoints({ points }: Chart, room: number): readonly ChartPoint[] {
  return points.slice(Math.max(0, points.length - Math.max(1, room)));
}

/**
 * Columns of eight lines, to the eighth of a line, from 0 (values below it are drawn as 0) to the highest value or expectation. A dot
 * stands where an expectation lies above its column. A day that is not known is blank.
 */
export function drawChart(chart: Chart, { width, ascii }: Canvas): DrawnChart {
  const scale = Math.max(0, ...[chart.top, chart.middle].map(cellWidth));
  const points = visiblePoints(chart, width - scale - 2);
  const highest = highestOf(chart.points);
  const lines = Array.from({ length: HEIGHT }, (_, line) => {
    const row = HEIGHT - 1 - line;
    const label = line === 0 ? chart.top : row === HEIGHT / 2 - 1 ? chart.middle : '';
    const cells = points.map((point) => cellOf(point, { row, highest, ascii }));
    return `${pad(label, scale, 'right')} ${axis(ascii)}${cells.join('')}`;
  });
  const margin = ' '.repeat(scale + 2);
  const marks = points.map(({ mark }) => markOf(mark, ascii)).join('');
  return {
    lines,
    marks: marks.trim() === '' ? undefined : margin + marks,
    ends: margin + endsOf(points),
  };
}

const MEANINGS = [
  ['down', 'unusually low'],
  ['up', 'unusually high'],
  ['season', 'a feast or sale'],
] as const;

/** The marks that the chart has, each with what it means; `signOf` says how a mark is drawn. */
export function marksOf({ points }: Chart, signOf: (mark: Mark) => string): readonly string[] {
  const marks = new Set(points.map(({ mark }) => mark));
  return MEANINGS.flatMap(([mark, meaning]) => (marks.has(mark) ? [`${signOf(mark)} ${meaning}`] : []));
}

/** What dots and marks of the drawing mean, in one line; empty without any. */
export function chartLegend(chart: Chart, ascii: boolean): string {
  const isExpected = chart.points.some(({ expected }) => expected !== undefined);
  const dots = `${ascii ? 'colons' : 'dots'}: what was to be expected`;
  return [...(isExpected ? [dots] : []), ...marksOf(chart, (mark) => markOf(mark, ascii))].join('; ');
}

type Mark = NonNullable<ChartPoint['mark']>;

/** The highest value or expectation, at least 0. */
export function highestOf(points: readonly ChartPoint[]): number {
  return points.reduce((most, { value, expected }) => Math.max(most, value ?? 0, expected ?? 0), 0);
}

function axis(ascii: boolean): string {
  return ascii ? '|' : '│';
}

function markOf(mark: ChartPoint['mark'], ascii: boolean): string {
  if (mark === undefined) return ' ';
  return (ascii ? PLAIN_MARKS : MARKS)[mark];
}

interface Place {
  readonly row: number;
  readonly highest: number;
  readonly ascii: boolean;
}

function cellOf({ value, expected }: ChartPoint, place: Place): string {
  const { row, highest, ascii } = place;
  if (value === null || highest === 0) return ' ';
  const fill = Math.round((Math.max(0, value) / highest) * HEIGHT * 8) - row * 8;
  if (fill > 0) return ascii ? (fill >= 4 ? '#' : '.') : (EIGHTHS[Math.min(8, fill)] ?? ' ');
  return isExpectedIn(expected, place) ? (ascii ? ':' : '·') : ' ';
}

function isExpectedIn(expected: number | undefined, { row, highest }: Place): boolean {
  return expected !== undefined && Math.ceil((expected / highest) * HEIGHT) - 1 === row;
}

function endsOf(points: readonly ChartPoint[]): string {
  const from = points[0]?.label ?? '';
  const to = points.at(-1)?.label ?? '';
  const gap = points.length - cellWidth(from) - cellWidth(to);
  return gap > 0 ? `${from}${' '.repeat(gap)}${to}` : to;
}
