import type { Movement, Order, OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import type { TaxLine } from '../../domain/tax-line.ts';
import { addTo, inFileOrder, NAMELESS } from './sale-key.ts';

/** A return that was undone stands among the sales of a register; it is a refund taken back, not another sale. */
function isUndoneReturn({ kind, code }: TaxLine): boolean {
  return kind === 'sale' && /return.*cancel/i.test(code);
}

/** CGST + SGST + IGST + cess of these lines. */
export function taxOf(lines: readonly TaxLine[]): Minor {
  return lines.reduce((sum, { cgst, sgst, igst, cess }) => sum + cgst + sgst + igst + cess, 0);
}

/** The lines that make up what was sold: sales less cancellations. */
export function soldLines(lines: readonly TaxLine[]): readonly TaxLine[] {
  return lines.filter((line) => (line.kind === 'sale' && !isUndoneReturn(line)) || line.kind === 'cancel');
}

/**
 * The sale that a tax register's lines of one order tell of: sales less cancellations, tax included, shipping within the goods.
 * Undefined when all of it was cancelled.
 */
export function saleFromRegister(lines: readonly TaxLine[]): Order | undefined {
  const sold = inFileOrder(soldLines(lines));
  const [first] = sold;
  const total = sold.reduce((sum, { gross }) => sum + gross, 0);
  if (first === undefined || total <= 0) return undefined;
  return {
    ...{ id: first.order, number: first.order, channel: first.channel },
    placedOn: sold.reduce((earliest, { day }) => (day < earliest ? day : earliest), first.day),
    ...{ status: 'complete', payment: 'paid', cashOnDelivery: false, delivery: 'unknown' },
    ...{ currency: first.currency, file: first.file, row: first.row },
    region: sold.find(({ region }) => region !== undefined)?.region,
    lines: goodsLines(sold),
    ...{ discount: 0, shipping: 0, tax: taxOf(sold), total, taxIncluded: true },
  };
}

function goodsLines(sold: readonly TaxLine[]): readonly OrderLine[] {
  const groups = new Map<string, TaxLine[]>();
  for (const line of sold) addTo(groups, line.sku ?? line.title ?? line.hsn ?? '', line);
  return Array.from(groups.values(), lineOf).filter(({ quantity, amount }) => quantity !== 0 || amount !== 0);
}

/** Whatever sign a register gives a cancelled quantity, it takes back. */
function lineOf(rows: readonly TaxLine[]): OrderLine {
  const [first] = rows;
  return {
    kind: 'product',
    sku: first?.sku,
    title: rows.find(({ title }) => title !== undefined)?.title ?? first?.sku ?? NAMELESS,
    quantity: rows.reduce((sum, { gross, quantity }) => sum + Math.sign(gross) * Math.abs(quantity), 0),
    amount: rows.reduce((sum, { gross }) => sum + gross, 0),
    row: first?.row ?? 1,
  };
}

/** The refunds of a register as movements of money: negative, with the tax inside them; a return undone is positive. */
export function refundsFromRegister(lines: readonly TaxLine[]): readonly Movement[] {
  return lines
    .filter((line) => (line.kind === 'refund' || isUndoneReturn(line)) && line.gross !== 0)
    .map((line) => ({
      ...{ kind: 'refund', code: line.code, channel: line.channel, day: line.day, amount: line.gross },
      ...{ currency: line.currency, order: line.order, sku: line.sku, title: line.title },
      quantity: Math.abs(line.quantity),
      tax: taxOf([line]),
      region: line.region,
      ...{ final: true, file: line.file, row: line.row },
    }));
}
