import { addDays, type Day } from '../../domain/day.ts';
import { recordsOf } from '../pnl/order-key.ts';
import type { Accounting } from '../pnl/accounting.ts';
import type { Sale } from '../pnl/sales.ts';
import { skuKey } from '../pnl/unit-cost.ts';

/** A parcel that was not taken is back about so many days after it was sent or sold. */
const WAY_BACK = 14;

/**
 * Pieces by SKU in parcels that were not delivered (RTO) and are on their way back: sent (else sold) in the 14 days before `asOf`, and
 * none of them told to be back in stock. Lost parcels do not come back.
 */
export function parcelsBack(accounting: Accounting, asOf: Day): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  const since = addDays(asOf, -WAY_BACK);
  for (const sale of accounting.sales) {
    if (sale.delivery !== 'rto' || sale.order.placedOn < addDays(since, -WAY_BACK)) continue;
    if (!isUnderWay(accounting, sale, { since, asOf })) continue;
    for (const { kind, sku, quantity } of sale.order.lines) {
      if (kind !== 'product' || sku === undefined || !(quantity > 0)) continue;
      units.set(skuKey(sku), (units.get(skuKey(sku)) ?? 0) + quantity);
    }
  }
  return units;
}

function isUnderWay(
  { shipments }: Accounting,
  { order, place, datedRefunds }: Sale,
  { since, asOf }: { readonly since: Day; readonly asOf: Day },
): boolean {
  const sent = recordsOf(shipments, place).find(({ day }) => day !== undefined)?.day ?? order.placedOn;
  return sent >= since && sent < asOf && !datedRefunds.some(({ restocked }) => restocked === true);
}
