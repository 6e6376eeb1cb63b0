import type { Cost } from '../domain/books.ts';
import { decimalText } from '../domain/money.ts';
import type { Problem } from '../domain/problem.ts';
import type { ShopSettings } from '../domain/shop.ts';
import { costIdentity } from './identity.ts';

/**
 * One cost per SKU, source and first day. Where several products share a SKU and their costs differ, the highest counts (or the
 * last row's, if the shop says so) and a Problem tells both.
 */
export function settleCosts(
  costs: readonly Cost[],
  unequal: ShopSettings['unequalCosts'],
): { readonly costs: readonly Cost[]; readonly problems: readonly Problem[] } {
  const groups = new Map<string, Cost[]>();
  for (const cost of costs) {
    const identity = costIdentity(cost);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [cost]);
    else group.push(cost);
  }
  const problems: Problem[] = [];
  const settled = Array.from(groups.values(), (group) => {
    const counts = group.reduce((kept, cost) => (outdoes(cost, kept, unequal) ? cost : kept));
    const other = group.find((cost) => cost.unitCost !== counts.unitCost);
    if (other !== undefined) problems.push(unequalCosts(counts, other, unequal));
    return counts;
  });
  return { costs: settled, problems };
}

function outdoes(cost: Cost, kept: Cost, unequal: ShopSettings['unequalCosts']): boolean {
  return unequal === 'last' || cost.unitCost > kept.unitCost;
}

function unequalCosts(counts: Cost, other: Cost, unequal: ShopSettings['unequalCosts']): Problem {
  const told = [counts, other].map(
    ({ unitCost, currency, row }) => `${decimalText(unitCost, currency)} (line ${row})`,
  );
  const rule = unequal === 'last' ? 'the last row' : 'the highest';
  return {
    code: 'unequal-costs',
    severity: 'warning',
    message: `SKU ${counts.sku} has unequal costs, ${told.join(' and ')}; ${rule} counts`,
    file: counts.file,
    line: counts.row,
    value: counts.sku,
    hint: 'give each product its own SKU, or its cost in a costs file',
  };
}
