import type { Channel, Movement } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';

/** Money of a buyer that belongs to no order of the books. */
export interface WithoutOrder {
  readonly channel: Channel;
  readonly kind: 'charge' | 'refund' | 'chargeback';
  /** the order that it names, else its transaction; null when it names neither */
  readonly name: string | null;
  readonly day: Day;
  readonly amount: Minor;
  readonly file: string;
  readonly row: number;
}

/**
 * Charges, refunds and disputes that name no order of the books, the parts of one (goods, shipping, tax) added up. A charge among
 * them is not counted as a sale; a refund of a marketplace is one of a sale that lies before the files.
 */
export function moneyWithoutOrder(
  movements: readonly Movement[],
  isKnown: (movement: Movement) => boolean,
): readonly WithoutOrder[] {
  const groups = new Map<string, WithoutOrder>();
  for (const movement of movements) {
    const kind = BUYERS.find((one) => one === movement.kind);
    if (kind === undefined || isKnown(movement)) continue;
    const { channel, order, transaction, day, amount, file, row } = movement;
    const name = order ?? transaction ?? null;
    const key = [channel, kind, name ?? placeOf(movement)].join('\n');
    const own = { channel, kind, name, day, amount, file, row };
    const before = groups.get(key);
    groups.set(key, before === undefined ? own : together(before, own));
  }
  return [...groups.values()].filter(({ amount }) => amount !== 0);
}

const BUYERS = ['charge', 'refund', 'chargeback'] as const;

function placeOf({ file, row }: Pick<WithoutOrder, 'file' | 'row'>): string {
  return `${file}:${String(row).padStart(9, '0')}`;
}

/** On the earliest day, at the first row. */
function together(one: WithoutOrder, other: WithoutOrder): WithoutOrder {
  const at = (row: WithoutOrder): string => `${row.day} ${placeOf(row)}`;
  return { ...(at(other) < at(one) ? other : one), amount: one.amount + other.amount };
}
