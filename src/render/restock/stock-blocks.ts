import type { Restock } from '../../reports/restock/restock.ts';
import type { Block } from '../document.ts';
import {
  amountIn,
  amountText,
  cell,
  numberIn,
  percentText,
  rowsOf,
  textIn,
  type Amounts,
} from '../pnl/cells.ts';
import { countText } from '../pnl/detail-blocks.ts';

const MOST_ROWS = 25;
const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;

/** What not to buy, with the markdown that clears it: the whole table when it is asked for. */
export function overstockBlocks({ tables, currency }: Restock, amounts: Amounts): Block[] {
  const rows = rowsOf(tables, 'overstock');
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'overstock',
      caption: 'Do not buy',
      columns: [
        { label: 'SKU', ...LEFT },
        { label: 'on hand', ...RIGHT },
        { label: 'tied up', ...RIGHT },
        { label: 'weeks', ...RIGHT },
        { label: 'no sale for', ...RIGHT, priority: 2 },
        { label: 'take off', ...RIGHT },
        { label: 'price', ...RIGHT, priority: 1 },
      ],
      rows: rows.slice(0, MOST_ROWS).map((row) => ({
        style: 'normal',
        cells: [
          cell(textIn(row, 'sku')),
          cell(countText(amountIn(row, 'onHand'), currency)),
          cell(amountText(numberIn(row, 'tiedUp'), amounts)),
          cell(
            textIn(row, 'status') === 'dead' ? 'dead' : countText(amountIn(row, 'weeksOfCover'), currency),
          ),
          cell(`${countText(amountIn(row, 'quietDays'), currency)} days`),
          cell(percentText(numberIn(row, 'markdown'))),
          cell(amountText(numberIn(row, 'clearancePrice'), amounts)),
        ],
      })),
      ...(rows.length > MOST_ROWS ? { more: `and ${rows.length - MOST_ROWS} more (--json)` } : {}),
      notes: [
        'take off: clears it in 12 weeks if buyers answer as they mostly do; never below cost. Prices before tax',
      ],
    },
  ];
}

/** Stock of each location, and what to move before buying. */
export function locationBlocks({ tables, currency }: Restock): Block[] {
  const moves = rowsOf(tables, 'transfers').map(
    (row) =>
      `move ${countText(amountIn(row, 'quantity'), currency)} ${textIn(row, 'sku')} from ${textIn(row, 'from')} to ${textIn(row, 'to')}`,
  );
  const rows = rowsOf(tables, 'locations').filter(
    (row) => amountIn(row, 'need') > 0 || amountIn(row, 'surplus') > 0,
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'locations',
      caption: 'By location',
      columns: [
        { label: 'SKU', ...LEFT },
        { label: 'location', ...LEFT },
        { label: 'on hand', ...RIGHT },
        { label: 'lacks', ...RIGHT },
        { label: 'can give', ...RIGHT },
      ],
      rows: rows.slice(0, MOST_ROWS).map((row) => ({
        style: 'normal',
        cells: [
          cell(textIn(row, 'sku')),
          cell(textIn(row, 'location')),
          ...['onHand', 'need', 'surplus'].map((id) => cell(countText(amountIn(row, id), currency))),
        ],
      })),
      ...(rows.length > MOST_ROWS ? { more: `and ${rows.length - MOST_ROWS} more (--json)` } : {}),
      notes: moves.slice(0, MOST_ROWS),
    },
  ];
}
