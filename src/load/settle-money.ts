import type { Sample } from './column-fit.ts';
import type { Scored } from './propose-mapping.ts';
import { parseCount, parseDecimal } from './values.ts';

type Chosen = ReadonlyMap<string, Scored>;

/**
 * What names alone leave open about money is told by the cells. Where orders have several rows, amounts that differ are the lines' and
 * amounts that are always repeated are the order's; and a line's amount that is quantity × price, with or without the discount,
 * says nothing that the price does not. `columns` are those that the kind has.
 */
export function settleMoney(chosen: Chosen, samples: readonly Sample[], columns: readonly string[]): Chosen {
  const level = levelFor(chosen, samples);
  const money = level === 'total' ? chosen.get('amount') : chosen.get('total');
  if (level === undefined || money === undefined || !columns.includes(level)) {
    return withoutRedundantAmount(chosen, samples);
  }
  const settled = new Map([...chosen].filter(([target]) => target !== money.target));
  return settled.set(level, { ...money, target: level });
}

function levelFor(chosen: Chosen, samples: readonly Sample[]): 'total' | 'amount' | undefined {
  const [order, total, amount] = ['order', 'total', 'amount'].map((target) => chosen.get(target));
  const money = total ?? amount;
  if (order === undefined || money === undefined || (total !== undefined && amount !== undefined)) {
    return undefined;
  }
  const level = levelOf(samples[order.column] ?? [], samples[money.column] ?? []);
  return level === 'amount' && chosen.has('price') ? undefined : level;
}

/** Orders of several rows that must agree before amounts count as repeated. */
const ENOUGH_ORDERS = 3;

function levelOf(orders: Sample, amounts: Sample): 'total' | 'amount' | undefined {
  const byOrder = new Map<string, string[]>();
  orders.forEach((order, row) => {
    if (order.trim() === '') return;
    byOrder.set(order, [...(byOrder.get(order) ?? []), (amounts[row] ?? '').trim()]);
  });
  const several = [...byOrder.values()].filter((values) => values.length > 1);
  const differ = several.filter((values) => new Set(values.filter((value) => value !== '')).size > 1);
  if (differ.length > 0) return 'amount';
  return several.length >= ENOUGH_ORDERS ? 'total' : undefined;
}

const MOST = 0.9;

function withoutRedundantAmount(chosen: Chosen, samples: readonly Sample[]): Chosen {
  if (!chosen.has('amount') || !chosen.has('price')) return chosen;
  const cell = (target: string, row: number): string =>
    samples[chosen.get(target)?.column ?? -1]?.[row] ?? '';
  const rows = (samples[chosen.get('amount')?.column ?? -1] ?? []).map((_, row) => row);
  const equal = rows.filter((row) => {
    const [amount, price, discount = 0] = ['amount', 'price', 'discount'].map((target) =>
      numberIn(cell(target, row)),
    );
    const quantity = parseCount(cell('quantity', row));
    if (amount === undefined || price === undefined) return false;
    const gross = price * (quantity.kind === 'count' ? quantity.count : 1);
    const rate = numberIn(cell('discount_rate', row).replace('%', '')) ?? 0;
    return [gross, gross - discount, gross * (1 - rate), gross * (1 - rate / 100)].some(
      (one) => Math.abs(one - amount) < 0.02,
    );
  });
  if (equal.length < rows.length * MOST) return chosen;
  return new Map([...chosen].filter(([target]) => target !== 'amount'));
}

function numberIn(text: string): number | undefined {
  const parsed = parseDecimal(text, 6);
  return parsed.kind === 'amount' ? parsed.minor / 1_000_000 : undefined;
}
