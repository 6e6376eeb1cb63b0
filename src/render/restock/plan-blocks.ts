import type { Table } from '../../domain/answer.ts';
import { formatDay } from '../../domain/day.ts';
import type { Restock } from '../../reports/restock/restock.ts';
import type { Block, DocumentColumn, DocumentRow } from '../document.ts';
import { amountIn, amountText, cell, numberIn, rowsOf, textIn, type Amounts } from '../pnl/cells.ts';
import { countText } from '../pnl/detail-blocks.ts';

type Row = Table['rows'][number];

const MOST_ROWS = 25;
const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;

/** What is ordered, most profit about to be lost first; then what a budget leaves out. */
export function planBlocks(answer: Restock, amounts: Amounts): Block[] {
  const rows = rowsOf(answer.tables, 'plan').filter((row) => amountIn(row, 'plannedQuantity') > 0);
  if (rows.length === 0) return leftOutBlocks(answer, amounts);
  const shown = rows.slice(0, MOST_ROWS);
  const isLate = shown.some((row) => isTooLate(row));
  return [
    {
      kind: 'table',
      id: 'plan',
      columns: PLAN_COLUMNS,
      rows: shown.map((row) => planRow(row, answer.currency, amounts)),
      ...(rows.length > shown.length ? { more: `and ${rows.length - shown.length} more (--json)` } : {}),
      notes: [
        ...(isLate ? ['! sold out before an order placed today can arrive'] : []),
        ...(shown.some((row) => textIn(row, 'confidence') === 'low')
          ? ['? less than four weeks of history']
          : []),
        ...(shown.some((row) => textIn(row, 'reason') === 'fills-minimum')
          ? ['+ added to reach the supplier’s minimum order']
          : []),
      ],
    },
    ...leftOutBlocks(answer, amounts),
  ];
}

const PLAN_COLUMNS: readonly DocumentColumn[] = [
  { label: 'SKU', ...LEFT },
  { label: 'on hand', ...RIGHT },
  { label: 'coming', ...RIGHT, priority: 3 },
  { label: 'sells/day', ...RIGHT, priority: 1 },
  { label: 'runs out', ...LEFT },
  { label: 'order', ...RIGHT },
  { label: 'packs', ...RIGHT, priority: 2 },
  { label: 'cost', ...RIGHT },
  { label: 'saves', ...RIGHT },
];

function isTooLate(row: Row): boolean {
  return textIn(row, 'status') === 'out' || textIn(row, 'status') === 'late';
}

function planRow(row: Row, currency: string, amounts: Amounts): DocumentRow {
  const quantity = amountIn(row, 'plannedQuantity');
  const size = amountIn(row, 'packSize');
  const marks = [
    textIn(row, 'confidence') === 'low' ? ' ?' : '',
    textIn(row, 'reason') === 'fills-minimum' ? ' +' : '',
  ].join('');
  return {
    style: 'normal',
    cells: [
      cell(`${textIn(row, 'sku')}${marks}`),
      cell(countText(amountIn(row, 'onHand'), currency)),
      cell(countText(amountIn(row, 'onOrder') + amountIn(row, 'inboundReturns'), currency)),
      cell(amountIn(row, 'dailyDemand').toFixed(1)),
      isTooLate(row) ? cell(`${runsOut(row)} !`, 'worse') : cell(runsOut(row)),
      cell(countText(quantity, currency)),
      cell(size > 1 ? `${countText(Math.round(quantity / size), currency)} × ${size}` : ''),
      cell(amountText(costOf(row, quantity), amounts)),
      cell(amountText(numberIn(row, 'saves'), amounts)),
    ],
  };
}

/** The cost in the table is that of what is wanted; a budget may buy less of it. */
function costOf(row: Row, quantity: number): number | null {
  const cost = numberIn(row, 'cost');
  const wanted = Math.max(amountIn(row, 'orderQuantity'), quantity);
  return cost === null || wanted === 0 ? cost : Math.round((cost * quantity) / wanted);
}

/** `27 Nov`; `out` when nothing is left. */
export function runsOut(row: Row): string {
  if (textIn(row, 'status') === 'out') return 'out';
  const day = textIn(row, 'stockOutDate');
  return day === '' ? '–' : formatDay(day).replace(/ \d{4}$/, '');
}

const MOST_LEFT_OUT = 5;

function leftOutBlocks({ tables }: Restock, amounts: Amounts): Block[] {
  const rows = rowsOf(tables, 'leftOut');
  if (rows.length === 0) return [];
  const items = rows.slice(0, MOST_LEFT_OUT).map((row) => {
    const cost = numberIn(row, 'cost');
    const lost = numberIn(row, 'profitLost');
    const day = textIn(row, 'stockOutDate');
    const needs = cost === null ? 'its price is not known' : `needs ${amountText(cost, amounts)} more`;
    const costs = lost === null ? '' : `; gives up ${amountText(lost, amounts)}`;
    const out = day === '' ? '' : `, runs out ${runsOut(row)}`;
    const part = amountIn(row, 'quantity') > 0 ? ' (in part)' : '';
    return `left out: ${textIn(row, 'sku')}${part} – ${needs}${costs}${out}`;
  });
  const more = rows.length - items.length;
  return [{ kind: 'list', items: [...items, ...(more > 0 ? [`and ${more} more (--json)`] : [])] }];
}
