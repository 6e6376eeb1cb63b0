import type { Books, Movement } from '../../domain/books.ts';
import type { Settlement } from '../../domain/settlement.ts';

/** What the platforms' own ledgers hold of one currency and, if wanted, of one channel. */
export interface Ledger {
  readonly movements: readonly Movement[];
  readonly settlements: readonly Settlement[];
  /** movements and settlements in another currency, which are not looked at */
  readonly foreign: number;
}

/**
 * The movements that are rows of a platform's ledger. Refunds that an order report or a tax register tells of, what the owner
 * wrote down, and rows without an amount (goods that came back) are no part of a settlement.
 */
export function ledgerOf(books: Books, currency: string, channel: string | undefined): Ledger {
  const isLedger = ledgerFiles(books);
  const isWanted = (own: { readonly channel: string }): boolean =>
    channel === undefined || own.channel === channel.toLowerCase();
  const movements = books.movements.filter(
    (movement) => movement.amount !== 0 && isWanted(movement) && isLedger(movement.file),
  );
  const settlements = books.settlements.filter(isWanted);
  const own = movements.filter((movement) => movement.currency === currency);
  const ownSettlements = settlements.filter((settlement) => settlement.currency === currency);
  const foreign = movements.length - own.length + settlements.length - ownSettlements.length;
  return { movements: own, settlements: ownSettlements, foreign };
}

function ledgerFiles({ sources, movements, taxLines }: Books): (file: string) => boolean {
  const orderFiles = new Set(sources.filter(({ totals }) => totals !== undefined).map(({ file }) => file));
  const others = new Set(movements.filter(({ kind }) => kind !== 'refund').map(({ file }) => file));
  const registers = new Set(taxLines.map(({ file }) => file));
  const owners = new Set(sources.filter(({ kind }) => kind.startsWith('ecom.')).map(({ file }) => file));
  return (file) => !owners.has(file) && (others.has(file) || !(orderFiles.has(file) || registers.has(file)));
}
