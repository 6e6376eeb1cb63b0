import type { OrderLine } from '../../domain/books.ts';
import { roundHalfUp, type Minor } from '../../domain/money.ts';
import { report, sayLeftOut } from '../draft.ts';
import type { OrderBlock } from './order-blocks.ts';
import type { OrderReading } from './order-columns.ts';

/**
 * The lines of one order, with amount = quantity × unit price. A line whose quantity or price cannot be read is a Problem and left
 * out. A `Tip` without a SKU that is not shipped is a tip; duties are a fee; any other item without a SKU is a product.
 */
export function linesOf(reading: OrderReading, block: OrderBlock, currency: string): OrderLine[] {
  const lines: OrderLine[] = [];
  addLine(lines, reading, block.first, currency);
  for (const row of block.more) addLine(lines, reading, row, currency);
  const duties = reading.cells.amount(block.first, reading.columns.duties, currency) ?? 0;
  if (duties !== 0) {
    lines.push({
      kind: 'fee',
      title: 'Duties',
      quantity: 1,
      amount: duties,
      row: reading.table.lineOf(block.first),
    });
  }
  return lines;
}

type Place = readonly [reading: OrderReading, row: number, currency: string];

// the list that grows stands first, the place that is read after it: three parameters would be one too few
function addLine(lines: OrderLine[], ...[reading, row, currency]: Place): void {
  const { cells, columns, table, draft } = reading;
  const told = draft.problems.length;
  const quantity = cells.count(row, columns.lineQuantity);
  const price = cells.amount(row, columns.linePrice, currency);
  if (quantity === undefined || price === undefined) {
    if (!sayLeftOut(draft, told, 'line')) reportIncomplete(reading, row, { quantity, price });
    return;
  }
  const title = cells.text(row, columns.lineName);
  const sku = cells.id(row, columns.lineSku);
  const discount = cells.amount(row, columns.lineDiscount, currency);
  lines.push({
    kind: sku === undefined && isTip(reading, row, title) ? 'tip' : 'product',
    sku,
    title,
    quantity,
    amount: times(quantity, price),
    discount: discount === 0 ? undefined : discount,
    row: table.lineOf(row),
  });
}

function isTip({ cells, columns }: OrderReading, row: number, title: string): boolean {
  return title.toLowerCase() === 'tip' && cells.text(row, columns.lineShips).toLowerCase() !== 'true';
}

function times(quantity: number, price: Minor): Minor {
  return Number.isInteger(quantity) ? quantity * price : roundHalfUp(quantity * price);
}

interface Pair {
  readonly quantity: number | undefined;
  readonly price: Minor | undefined;
}

/** A row without name, quantity and price holds no line, and there is nothing to tell. */
function reportIncomplete({ table, draft, cells, columns }: OrderReading, row: number, pair: Pair): void {
  const title = cells.text(row, columns.lineName);
  if (title === '' && pair.quantity === undefined && pair.price === undefined) return;
  const column = pair.quantity === undefined ? 'lineitem quantity' : 'lineitem price';
  report(draft, {
    code: 'missing-value',
    severity: 'warning',
    message: `"${title}" has no ${column} – line left out`,
    file: table.file,
    line: table.lineOf(row),
    column,
  });
}
