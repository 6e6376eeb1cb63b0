import type { Table } from '../../domain/answer.ts';
import { formatDay } from '../../domain/day.ts';
import { formatMoney, groupDigits } from '../../domain/money.ts';
import type { ProfitAndLoss } from '../../reports/pnl/profit-and-loss.ts';
import type { Block, DocumentColumn, DocumentRow, DocumentTable } from '../document.ts';
import { amountIn, amountText, cell, numberIn, percentText, rowsOf, textIn, type Amounts } from './cells.ts';

const MOST_STEPS = 9;
const MOST_ROWS = 15;
const MOST_CELLS = 5;
const FILL_FIRST = 5;

/** Net sales by day as a line of bars; nothing for a single day. */
export function dailyBlocks({ tables }: ProfitAndLoss): Block[] {
  const rows = rowsOf(tables, 'daily');
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || rows.length < 2) return [];
  const values = rows.map((row) => numberIn(row, 'netSales'));
  const short = (row: typeof first): string => formatDay(textIn(row, 'day')).replace(/ \d{4}$/, '');
  const years = textIn(first, 'day').slice(0, 4) !== textIn(last, 'day').slice(0, 4);
  const label = years ? (row: typeof first): string => formatDay(textIn(row, 'day')) : short;
  return [{ kind: 'spark', label: 'Daily net sales', values, from: label(first), to: label(last) }];
}

/** The bridge, largest effects first; the small ones are added up so that the steps still make the change. */
export function bridgeBlocks({ tables, figures }: ProfitAndLoss, amounts: Amounts): Block[] {
  const steps = [...rowsOf(tables, 'bridge')].sort(
    (a, b) => Math.abs(amountIn(b, 'amount')) - Math.abs(amountIn(a, 'amount')),
  );
  if (steps.length === 0) return [];
  const rest = steps.length > MOST_STEPS ? steps.slice(MOST_STEPS - 1) : [];
  const shown = steps.slice(0, steps.length - rest.length);
  const row = (label: string, amount: number, style: DocumentRow['style']): DocumentRow => ({
    cells: [cell(label), cell(amountText(amount, amounts, true))],
    style,
  });
  const others = rest.reduce((sum, step) => sum + amountIn(step, 'amount'), 0);
  const total = figures.find((figure) => figure.id === 'bridge.total')?.value ?? 0;
  return [
    { kind: 'heading', text: 'Why net profit moved' },
    {
      kind: 'table',
      id: 'bridge',
      columns: [
        { label: '', align: 'left' },
        { label: '', align: 'right' },
      ],
      rows: [
        ...shown.map((step) => row(textIn(step, 'label'), amountIn(step, 'amount'), 'normal')),
        ...(rest.length === 0 ? [] : [row(`${rest.length} smaller steps`, others, 'muted')]),
        row('Change in net profit', total, 'total'),
      ],
    },
  ];
}

interface Look {
  readonly id: string;
  readonly priority?: number;
}

const BREAKDOWN: readonly Look[] = [
  { id: 'orders', priority: 5 },
  { id: 'units', priority: 6 },
  { id: 'netSales' },
  { id: 'costOfGoods', priority: 4 },
  { id: 'grossProfit', priority: 2 },
  { id: 'grossMargin', priority: 1 },
  { id: 'fulfilment', priority: 3 },
  { id: 'contribution' },
];
const BY_MONTH: readonly Look[] = [
  { id: 'orders', priority: 5 },
  { id: 'netSales' },
  { id: 'grossProfit', priority: 3 },
  { id: 'contribution', priority: 2 },
  { id: 'advertising', priority: 4 },
  { id: 'operatingExpenses', priority: 4 },
  { id: 'netProfit' },
];

/** The breakdown asked for with `--by`, its largest rows. */
export function breakdownBlocks({ tables, currency }: ProfitAndLoss, amounts: Amounts): Block[] {
  const table = tables.find(({ id }) => id === 'breakdown');
  if (table === undefined || table.rows.length === 0) return [];
  const byMonth = table.columns.some(({ id }) => id === 'netProfit');
  const looks = byMonth ? BY_MONTH : BREAKDOWN;
  const most = byMonth ? table.rows.length : MOST_ROWS;
  return [
    { kind: 'heading', text: table.label },
    {
      kind: 'table',
      id: 'breakdown',
      columns: [
        { label: '', align: 'left' },
        ...looks.map((look) => columnOf(table, look)),
        ...titleColumn(table),
      ],
      rows: table.rows.slice(0, most).map((row) => ({
        cells: [
          cell(textIn(row, 'name')),
          ...looks.map(({ id }) => cell(valueText(table, row, { id, amounts, currency }))),
          ...(titleColumn(table).length === 0 ? [] : [cell(textIn(row, 'title'))]),
        ],
        style: 'normal',
      })),
      ...(table.rows.length > most
        ? { more: `and ${table.rows.length - most} more (--format csv has them all)` }
        : {}),
    },
  ];
}

function titleColumn({ columns }: Table): DocumentColumn[] {
  return columns.some(({ id }) => id === 'title')
    ? [{ label: '', align: 'left', grow: true, priority: 7 }]
    : [];
}

function columnOf({ columns }: Table, { id, priority }: Look): DocumentColumn {
  const label = columns.find((column) => column.id === id)?.label ?? id;
  return {
    label: label.charAt(0).toLowerCase() + label.slice(1),
    align: 'right',
    ...(priority === undefined ? {} : { priority }),
  };
}

interface Written {
  readonly id: string;
  readonly amounts: Amounts;
  readonly currency: string;
}

function valueText(
  { columns }: Table,
  row: Table['rows'][number],
  { id, amounts, currency }: Written,
): string {
  const unit = columns.find((column) => column.id === id)?.unit;
  const value = numberIn(row, id);
  if (unit === 'ratio') return percentText(value);
  return unit === 'count' ? countText(amountIn(row, id), currency) : amountText(value, amounts);
}

/** A whole number, grouped as the shop's currency groups; fractions keep up to three places. */
export function countText(value: number, currency: string): string {
  const whole = groupDigits(String(Math.trunc(Math.abs(value))), currency);
  const fraction = String(Math.round((Math.abs(value) % 1) * 1000) / 1000).slice(1);
  return `${value < 0 ? '−' : ''}${whole}${fraction}`;
}

/** Where cash on delivery loses money: rate beside break-even. */
export function codBlocks({ tables }: ProfitAndLoss, amounts: Amounts): Block[] {
  const losing = rowsOf(tables, 'cashOnDelivery').filter((row) => amountIn(row, 'lossPerMonth') > 0);
  if (losing.length === 0) return [];
  const heads = ['', 'state', 'orders', 'came back', 'pays below', 'loses a month'];
  const table: DocumentTable = {
    kind: 'table',
    id: 'cashOnDelivery',
    columns: heads.map((label, index) => ({
      label,
      align: index < 2 ? 'left' : 'right',
      ...(index === 2 ? { priority: 1 } : {}),
    })),
    rows: losing.slice(0, MOST_CELLS).map((row) => ({
      cells: [
        cell(textIn(row, 'sku')),
        cell(textIn(row, 'state')),
        cell(textIn(row, 'orders')),
        cell(percentText(numberIn(row, 'rate'))),
        cell(percentText(numberIn(row, 'breakEven'))),
        cell(amountText(numberIn(row, 'lossPerMonth'), amounts)),
      ],
      style: 'normal',
    })),
    ...(losing.length > MOST_CELLS ? { more: `and ${losing.length - MOST_CELLS} more` } : {}),
  };
  return [{ kind: 'heading', text: 'Cash on delivery that loses money (last 180 days)' }, table];
}

/** Products without a cost, those first that matter most. */
export function missingCostBlocks({ tables }: ProfitAndLoss, amounts: Amounts): Block[] {
  const rows = rowsOf(tables, 'missingCosts');
  const all = rows.reduce((sum, row) => sum + amountIn(row, 'netSales'), 0);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: 'Costs to fill in first' },
    {
      kind: 'table',
      id: 'missingCosts',
      columns: [
        { label: '', align: 'left' },
        { label: 'net sales', align: 'right' },
        { label: 'of the gap', align: 'right', priority: 1 },
        { label: '', align: 'left', grow: true },
      ],
      rows: rows.slice(0, FILL_FIRST).map((row) => {
        const sales = amountIn(row, 'netSales');
        const name = row['sku'] === null ? '(no SKU)' : textIn(row, 'sku');
        const share = all > 0 ? percentText(sales / all) : '';
        return {
          cells: [cell(name), cell(amountText(sales, amounts)), cell(share), cell(textIn(row, 'title'))],
          style: 'normal',
        };
      }),
      ...(rows.length > FILL_FIRST ? { more: `and ${rows.length - FILL_FIRST} more` } : {}),
    },
  ];
}

/** Orders of the period that are no sale, by reason. */
export function leftOutBlocks({ tables, currency }: ProfitAndLoss, amounts: Amounts): Block[] {
  const rows = rowsOf(tables, 'leftOut');
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: 'Orders not counted as sales' },
    {
      kind: 'table',
      id: 'leftOut',
      columns: [
        { label: '', align: 'left' },
        { label: 'orders', align: 'right' },
        { label: 'worth, tax included', align: 'right' },
      ],
      rows: rows.map((row) => ({
        cells: [
          cell(textIn(row, 'reason')),
          cell(countText(amountIn(row, 'orders'), currency)),
          cell(row['amount'] === null ? '' : amountText(numberIn(row, 'amount'), amounts)),
        ],
        style: 'normal',
      })),
    },
  ];
}

/** The ledger of assumptions: every line that is not wholly from rows. */
export function assumptionBlocks({ tables, currency }: ProfitAndLoss, all: boolean): Block[] {
  const rows = rowsOf(tables, 'assumptions').filter((row) => all || row['status'] !== 'actual');
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: 'How far to trust it' },
    { kind: 'list', items: rows.map((row) => assumptionText(row, currency)) },
  ];
}

/** `Cost of goods: estimated, 96.9 % from rows – 3 products have no cost: …`. */
function assumptionText(row: Table['rows'][number], currency: string): string {
  if (row['status'] === 'note') return noteText(row, currency);
  const share = numberIn(row, 'actualShare');
  const fromRows =
    share === null || share === 1 || share === 0
      ? ''
      : `, ${percentText(share).replace('.0 %', ' %')} from rows`;
  const note = textIn(row, 'note');
  return `${textIn(row, 'label')}: ${textIn(row, 'status')}${fromRows}${note === '' ? '' : ` – ${note}`}`;
}

/** `Adjustments by platforms: −₹120.00 – in no line`. */
function noteText(row: Table['rows'][number], currency: string): string {
  const amount = numberIn(row, 'amount');
  const worth = amount === null ? '' : `${formatMoney(amount, currency)} – `;
  return `${textIn(row, 'label')}: ${worth}${textIn(row, 'note')}`;
}
