import { cleanText } from '../../domain/clean-text.ts';
import { report } from '../draft.ts';
import { NotSure } from '../byte-table.ts';
import type { PieceColumns } from '../piece-columns.ts';
import type { OrderReading } from './order-columns.ts';

/** The rows of one order: the first carries the order's own amounts, the others only a line each. */
export interface OrderBlock {
  readonly name: string;
  readonly first: number;
  readonly more: number[];
}

interface Blocks {
  readonly all: OrderBlock[];
  readonly byName: Map<string, OrderBlock>;
}

/**
 * Groups rows by order number. A row without the order's own amounts continues the latest order of that number; when there is
 * none it is a Problem and left out. A number that comes back with its amounts is the same order filled down when it follows
 * directly, another order when its id differs, and otherwise a repeated one, which is left out with a Problem.
 */
export function orderBlocks(reading: OrderReading): readonly OrderBlock[] {
  const { table, columns } = reading;
  const blocks: Blocks = { all: [], byName: new Map() };
  let current: OrderBlock | undefined;
  for (let row = 0; row < table.length; row += 1) {
    const leads = isFilled(reading, row, columns.financialStatus) || isFilled(reading, row, columns.total);
    if (!leads && current !== undefined && table.isSameAsAbove(row, columns.name)) current.more.push(row);
    else if (leads) current = leading(reading, blocks, { row, name: table.cell(row, columns.name), current });
    else current = continued(reading, blocks, row);
  }
  return blocks.all;
}

function isFilled({ table }: OrderReading, row: number, column: number): boolean {
  return table.cell(row, column) !== '';
}

interface Lead {
  readonly row: number;
  readonly name: string;
  readonly current: OrderBlock | undefined;
}

function leading(reading: OrderReading, blocks: Blocks, lead: Lead): OrderBlock | undefined {
  const { row, name, current } = lead;
  if (name.trim() === '') {
    complain(reading, row, 'a row without an order number – row left out');
    return undefined;
  }
  const before = blocks.byName.get(name);
  const id = idAt(reading, row);
  if (before !== undefined && (id === idAt(reading, before.first) || id === '')) {
    if (before === current) current.more.push(row);
    else if (!isSecondHeader(reading, row)) repeat(reading, before, row);
    return before === current ? current : { name, first: row, more: [] };
  }
  const block: OrderBlock = { name, first: row, more: [] };
  if (isSecondHeader(reading, row)) return undefined;
  blocks.all.push(block);
  blocks.byName.set(name, block);
  return block;
}

/** The row of a further line whose order is not the one above it. */
function continued(reading: OrderReading, blocks: Blocks, row: number): OrderBlock | undefined {
  const name = reading.table.cell(row, reading.columns.name);
  const block = blocks.byName.get(name);
  if (block !== undefined) block.more.push(row);
  else if (name.trim() === '') complain(reading, row, 'a row without an order number – row left out');
  else if (reading.leftOut !== undefined) throw new NotSure('a further line away from its order');
  else
    complain(
      reading,
      row,
      `a further line of order ${cleanText(name)}, whose first line is missing – line left out`,
    );
  return block;
}

/** Files joined by hand carry the header once more. */
export function isSecondHeader({ table, columns }: OrderReading, row: number): boolean {
  return (
    table.cell(row, columns.name).toLowerCase() === 'name' &&
    table.cell(row, columns.lineName).toLowerCase() === 'lineitem name'
  );
}

function idAt({ table, columns }: OrderReading, row: number): string {
  return table.cell(row, columns.id);
}

function repeat({ table, draft, leftOut }: OrderReading, before: OrderBlock, row: number): void {
  if (leftOut !== undefined) throw new NotSure('an order number that stands in two places');
  report(draft, {
    code: 'duplicate-record',
    severity: 'warning',
    message: `order ${cleanText(before.name)} stands in this file already, from line ${table.lineOf(before.first)} on – left out here`,
    file: table.file,
    line: table.lineOf(row),
    value: before.name,
  });
}

function complain({ table, draft }: OrderReading, row: number, message: string): void {
  const value = table.cell(row, 0);
  report(draft, {
    code: 'bad-row',
    severity: 'warning',
    message,
    file: table.file,
    line: table.lineOf(row),
    value,
  });
}

/**
 * The first row of each order, when every order's rows stand together and only its first bears its amounts; undefined when any row does
 * not fit that.
 */
export function adjacentOrders(
  pieces: PieceColumns,
  { table, columns }: OrderReading,
): Uint32Array | undefined {
  const [names, statuses, totals] = [columns.name, columns.financialStatus, columns.total].map((column) =>
    pieces.presence(pieces.all, column),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  const starts = new Uint32Array(table.length);
  let count = 0;
  for (let row = 0; row < table.length; row += 1) {
    const name = names[row] ?? 0;
    const leads = (((statuses[row] ?? 0) | (totals[row] ?? 0)) & IS_THERE) !== 0;
    if ((name & IS_THERE) === 0 || leads === ((name & AS_ABOVE) !== 0)) return undefined;
    if (leads) starts[count++] = row;
  }
  return starts.subarray(0, count);
}
const IS_THERE = 1;
const AS_ABOVE = 2;
