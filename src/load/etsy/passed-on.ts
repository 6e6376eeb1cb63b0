import type { Movement } from '../../domain/books.ts';

/**
 * Etsy states a sale with the sales tax, VAT and retail fees that the buyer paid, and takes each back in a row of its own, to pay
 * it to the state. The sale is parted here into what is the shop's and what is passed on, so that the taxes come to nothing and
 * the sale is no greater than the shop's. The same for a refund and the taxes that Etsy gives back with it on the same day.
 * A tax whose sale is not in the file stays as it is. The sum over all movements does not change.
 */
export function partPassedOn(movements: readonly Movement[]): readonly Movement[] {
  const taken = groupedBy(movements.filter(isPassedOn), ({ order, amount, day }) =>
    amount < 0 ? keyOf('charge', order) : keyOf('refund', order, day),
  );
  return movements.flatMap((movement) => {
    const { kind, order, day } = movement;
    if (order === undefined || (kind !== 'charge' && kind !== 'refund')) return [movement];
    const key = kind === 'charge' ? keyOf('charge', order) : keyOf('refund', order, day);
    const taxes = taken.get(key) ?? [];
    const inside = -taxes.reduce((sum, { amount }) => sum + amount, 0);
    if (taxes.length === 0 || Math.abs(inside) > Math.abs(movement.amount)) return [movement];
    taken.delete(key);
    const { file, row } = movement;
    const mirrored = taxes.map((tax) => ({ ...tax, file, row, amount: -tax.amount }));
    return [{ ...movement, amount: movement.amount - inside }, ...mirrored];
  });
}

function isPassedOn({ kind, order }: Movement): boolean {
  return kind === 'tax_collected' && order !== undefined;
}

function keyOf(...parts: readonly (string | undefined)[]): string {
  return parts.join(' ');
}

function groupedBy(
  movements: readonly Movement[],
  keyOfOne: (movement: Movement) => string,
): Map<string, readonly Movement[]> {
  const groups = new Map<string, Movement[]>();
  for (const movement of movements) {
    const group = groups.get(keyOfOne(movement));
    if (group === undefined) groups.set(keyOfOne(movement), [movement]);
    else group.push(movement);
  }
  return groups;
}
