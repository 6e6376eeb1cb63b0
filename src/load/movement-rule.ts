import type { Movement } from '../domain/books.ts';
import { movementIdentity } from './identity.ts';
import type { MergeRule } from './merge-records.ts';
import type { ReadFile } from './read-file.ts';

/**
 * How movements in several files are told apart: by what they say. Rows that name neither order nor transaction, such as a monthly fee,
 * and say the same in two settlements are two (an Indian seller has two settlements of the same days, one of cash on delivery);
 * without a settlement, for they are not settled yet, they are the same as a settled one that says so.
 */
export function movementRule(files: readonly ReadFile[]): MergeRule<Movement> {
  const ambiguous = inTwoSettlements(files);
  return {
    plural: 'movements of money',
    list: ({ draft }) => draft.movements,
    identity: (movement) => {
      const said = movementIdentity(movement);
      const isTwice = ambiguous.size > 0 && isNameless(movement) && ambiguous.has(said);
      return isTwice ? `${said}\u001f${movement.payoutId ?? ''}` : said;
    },
    name: (movement) => movement.code,
    rank: (movement) => (movement.final ? 1 : 0),
  };
}

function isNameless({ order, transaction }: Movement): boolean {
  return order === undefined && transaction === undefined;
}

/** What nameless rows of more than one settlement say alike. */
function inTwoSettlements(files: readonly ReadFile[]): ReadonlySet<string> {
  const alike = new Set<string>();
  if (files.length < 2) return alike;
  const payouts = new Map<string, string>();
  for (const { draft } of files) {
    for (const movement of draft.movements) {
      const { payoutId } = movement;
      if (payoutId === undefined || !isNameless(movement)) continue;
      const said = movementIdentity(movement);
      const before = payouts.get(said);
      if (before === undefined) payouts.set(said, payoutId);
      else if (before !== payoutId) alike.add(said);
    }
  }
  return alike;
}
