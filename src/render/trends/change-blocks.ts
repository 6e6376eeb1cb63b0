import type { Table } from '../../domain/answer.ts';
import { formatDay } from '../../domain/day.ts';
import { roundHalfUp, unitOf } from '../../domain/money.ts';
import type { Measure } from '../../reports/trends/options.ts';
import type { Trends } from '../../reports/trends/trends.ts';
import type { Block, DocumentRow } from '../document.ts';
import { amountIn, cell, numberIn, percentText, rowsOf, textIn } from '../pnl/cells.ts';
import { countText } from '../pnl/detail-blocks.ts';
import type { Values } from '../trends.ts';
import { dayText } from './chart-blocks.ts';
import { figureIn, valueText } from './values.ts';

const MOST_ROWS = 8;

/** What the measure's total is called in a row. */
const SOLD: Readonly<Record<Measure, string>> = {
  revenue: 'sold',
  profit: 'left',
  orders: 'orders',
  units: 'sold',
};

/** What changes with the page: how causes can be checked, and whether all of them are listed. */
interface Around {
  readonly checks: ReadonlyMap<string, string>;
  readonly whole: boolean;
}

/** From what was to be expected to what was sold, cause by cause; each cause with what the owner can check. */
export function changeBlocks(
  { figures, tables, period, measure }: Trends,
  values: Values,
  around: Around,
): Block[] {
  const of = (id: string): number | null => figureIn(figures, id);
  const [expected, sold] = [of('trends.expected'), of('trends.last7')];
  if (expected === null || sold === null || period === null) return weekBlocks(SOLD[measure], { of, values });
  const range = `${valueText(of('trends.expected.low'), values)} – ${valueText(of('trends.expected.high'), values)}`;
  const line = (style: DocumentRow['style'], cells: readonly [string, string, string]): DocumentRow => ({
    style,
    cells: cells.map((text) => cell(text)),
  });
  const drivers = driverRows(rowsOf(tables, 'drivers'), around.whole);
  const change = { cause: '', label: 'difference', carriers: '', amount: sold - expected, isNoise: false };
  const steps = addingUp(drivers.length > 0 ? drivers : [change], { expected, sold }, values);
  return [
    {
      kind: 'table',
      id: 'drivers',
      caption: `The 7 days to ${formatDay(period.to)}`,
      columns: [
        { label: '', align: 'left' },
        { label: '', align: 'right' },
        { label: '', align: 'left', grow: true },
      ],
      rows: [
        line('normal', ['to be expected', valueText(expected, values), range]),
        ...steps.map((step) => causeRow(step, values, around)),
        line('total', [SOLD[measure], valueText(sold, values), lastYear(of, values)]),
      ],
    },
  ];
}

interface Driver {
  readonly cause: string;
  readonly label: string;
  readonly carriers: string;
  readonly amount: number;
  readonly isNoise: boolean;
}

/** The causes; those within the noise one by one, or all in the variation. */
function driverRows(rows: Table['rows'], whole: boolean): readonly Driver[] {
  const all = rows.map((row): Driver => ({
    ...{ cause: textIn(row, 'cause'), label: textIn(row, 'label'), carriers: textIn(row, 'carriers') },
    ...{ amount: amountIn(row, 'amount'), isNoise: textIn(row, 'notable') === 'no' },
  }));
  if (whole) return all.filter(({ amount }) => amount !== 0);
  const noise = all.filter(({ isNoise }) => isNoise).reduce((sum, { amount }) => sum + amount, 0);
  return all
    .filter(({ isNoise, cause }) => !isNoise || cause === 'variation')
    .map((driver) => (driver.isNoise ? { ...driver, amount: noise } : driver))
    .filter(({ amount }) => amount !== 0);
}

/** Amounts as they are shown, in whole units where the page is; what rounding leaves over goes to the last one. */
function addingUp(
  drivers: readonly Driver[],
  { expected, sold }: { readonly expected: number; readonly sold: number },
  { whole, currency }: Values,
): readonly Driver[] {
  if (!whole) return drivers;
  const unit = unitOf(currency);
  const rounded = (amount: number): number => roundHalfUp(amount / unit) * unit;
  const shown = drivers.map((driver) => ({ ...driver, amount: rounded(driver.amount) }));
  const left = rounded(sold) - rounded(expected) - shown.reduce((sum, { amount }) => sum + amount, 0);
  return shown.map((driver, index) =>
    index === shown.length - 1 ? { ...driver, amount: driver.amount + left } : driver,
  );
}

function causeRow(
  { cause, label, carriers, amount, isNoise }: Driver,
  values: Values,
  { checks }: Around,
): DocumentRow {
  const why = isNoise && cause !== 'variation' ? 'within noise' : carriers;
  return {
    style: isNoise ? 'muted' : 'normal',
    cells: [
      cell(label),
      cell(valueText(amount, values, true), isNoise ? undefined : amount < 0 ? 'worse' : 'better'),
      cell(checks.get(cause) ?? why),
    ],
    indent: 1,
  };
}

type Of = (id: string) => number | null;

function lastYear(of: Of, values: Values): string {
  const value = of('trends.lastYear7');
  if (value === null) return '';
  const share = percentText(of('trends.lastYear7.changeShare'), true);
  return `a year ago ${valueText(value, values)}${share === '' ? '' : ` (${share})`}`;
}

/** With less than four weeks before, the week stands alone. */
function weekBlocks(sold: string, { of, values }: { readonly of: Of; readonly values: Values }): Block[] {
  const row = (label: string, id: string): DocumentRow => ({
    style: 'normal',
    cells: [cell(label), cell(valueText(of(id), values))],
  });
  return [
    {
      kind: 'table',
      id: 'week',
      columns: [
        { label: '', align: 'left' },
        { label: '', align: 'right' },
      ],
      rows: [row(`${sold} in the last days`, 'trends.last7'), row('a day', 'trends.last7Average')],
    },
  ];
}

/** Unusual days, the newest first, and days from which sales lie on a new level. */
export function anomalyBlocks({ tables, measure }: Trends, values: Values, toldBefore: number): Block[] {
  const fresh = rowsOf(tables, 'anomalies').filter((row) => textIn(row, 'told') === 'no');
  const notes = [
    ...rowsOf(tables, 'shifts').map(
      (row) =>
        `From ${formatDay(textIn(row, 'day'))} on, sales lie ${percentText(numberIn(row, 'share'), true)} against before.`,
    ),
    ...(toldBefore === 0 ? [] : [`${toldBefore} more told in an earlier report (--all)`]),
  ];
  if (fresh.length === 0) return notes.length === 0 ? [] : [{ kind: 'list', items: notes }];
  const rows = [...fresh].reverse().slice(0, MOST_ROWS);
  return [
    {
      kind: 'table',
      id: 'anomalies',
      caption: 'Unusual days',
      columns: [
        { label: '', align: 'left' },
        { label: SOLD[measure], align: 'right' },
        { label: 'usual', align: 'right' },
        { label: 'difference', align: 'right' },
        { label: 'by chance', align: 'right', priority: 2 },
        { label: '', align: 'left', priority: 1 },
      ],
      rows: rows.map((row) => anomalyRow(row, values)),
      ...(fresh.length > rows.length ? { more: `and ${fresh.length - rows.length} more (--json)` } : {}),
      notes,
    },
  ];
}

function anomalyRow(row: Table['rows'][number], values: Values): DocumentRow {
  const isDown = textIn(row, 'direction') === 'down';
  return {
    style: 'normal',
    cells: [
      cell(dayText(textIn(row, 'day'))),
      cell(valueText(numberIn(row, 'value'), values)),
      cell(valueText(numberIn(row, 'expected'), values)),
      cell(valueText(numberIn(row, 'amount'), values, true), isDown ? 'worse' : 'better'),
      cell(chanceText(amountIn(row, 'chance'))),
      cell(whyText(row, values)),
    ],
  };
}

/** What can be read off the day: no order, or how many and what was given back. */
function whyText(row: Table['rows'][number], values: Values): string {
  const why = textIn(row, 'why');
  if (why === 'noOrder') return 'no order';
  if (why === 'refunds') return `${valueText(numberIn(row, 'refunds'), values)} given back`;
  if (!values.isMoney) return '';
  const orders = amountIn(row, 'orders');
  return `${countText(orders, values.currency)} ${orders === 1 ? 'order' : 'orders'}`;
}

/** 0.004 as `1 in 250`. */
function chanceText(chance: number): string {
  if (chance <= 0.0001) return 'below 1 in 10,000';
  return `1 in ${Math.round(1 / chance)}`;
}

/** Feasts that moved these days, and those to come; one that has begun and is not over stands in one line. */
export function seasonBlocks({ tables }: Trends): Block[] {
  const rows = rowsOf(tables, 'seasons');
  const isAhead = (row: Table['rows'][number]): boolean => textIn(row, 'ahead') === 'yes';
  const same = (a: Table['rows'][number], b: Table['rows'][number]): boolean =>
    textIn(a, 'name') === textIn(b, 'name') && textIn(a, 'day') === textIn(b, 'day');
  const ahead = rows.filter(isAhead);
  const passed = rows.filter((row) => !isAhead(row));
  const items = [
    ...passed.filter((row) => !ahead.some((other) => same(row, other))).map(passedText),
    ...ahead.map((row) =>
      aheadText(
        row,
        passed.find((other) => same(row, other)),
      ),
    ),
  ];
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: 'Feasts and sales' },
        { kind: 'list', items },
      ];
}

function titleOf(row: Table['rows'][number]): string {
  return `${textIn(row, 'name')} (${formatDay(textIn(row, 'day'))})`;
}

function shareIn(row: Table['rows'][number]): string {
  return percentText(numberIn(row, 'share'), true);
}

function passedText(row: Table['rows'][number]): string {
  return `${titleOf(row)}: ${shareIn(row)} against ordinary days, so it is not called unusual`;
}

function aheadText(row: Table['rows'][number], begun: Table['rows'][number] | undefined): string {
  const lastYear = shareIn(row);
  const parts = [
    `${titleOf(row)} is ahead`,
    ...(begun === undefined
      ? []
      : [`its days so far ${shareIn(begun)} against ordinary ones, so they are not called unusual`]),
    ...(lastYear === '' ? [] : [`a year ago ${lastYear}`]),
  ];
  return parts.join('; ');
}
