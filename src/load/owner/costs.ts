import type { Format } from '../format.ts';
import { ownerRows } from './owner-rows.ts';

/** What one unit of a SKU costs the shop, with the day it holds from, for costs change over time. */
export const ownerCosts: Format = {
  kind: 'ecom.costs',
  label: 'Unit costs',
  signature: ['sku', 'unit_cost'],
  known: ['valid_from', 'currency', 'note'],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const sku = row.id('sku');
      const unitCost = row.amount('unit_cost');
      if (sku === undefined) row.lacks('sku');
      else if (unitCost === undefined) row.lacks('unit_cost');
      if (sku === undefined || unitCost === undefined) continue;
      const validFrom = row.day('valid_from');
      if (validFrom === undefined && row.text('valid_from') !== undefined) continue;
      draft.costs.push({
        file: row.file,
        row: row.line,
        sku,
        unitCost,
        currency: row.currency,
        validFrom,
        source: 'owner',
      });
    }
  },
};
