import type { Provenance } from './books.ts';
import type { Day } from './day.ts';
import type { Minor } from './money.ts';

/** Who the shop buys from. What an item says of itself goes before what its supplier says of all. */
export interface Supplier extends Provenance {
  readonly name: string;
  readonly email?: string | undefined;
  /** whom a letter speaks to */
  readonly contact?: string | undefined;
  readonly address?: string | undefined;
  /** language of letters, as a code such as `hi` */
  readonly language?: string | undefined;
  /** days from order to shelf */
  readonly leadDays?: number | undefined;
  /** how far lead times stray from `leadDays`, as a standard deviation in days */
  readonly leadSpreadDays?: number | undefined;
  /** days between two orders to this supplier */
  readonly reviewDays?: number | undefined;
  readonly minimumOrder?: Minor | undefined;
  /** the value of an order from which its carriage costs nothing */
  readonly freeFreightFrom?: Minor | undefined;
  /** of `minimumOrder` and `freeFreightFrom` */
  readonly currency?: string | undefined;
}

/** What a supplier sells, and on which terms. */
export interface SupplierItem extends Provenance {
  readonly sku: string;
  readonly supplier: string;
  /** the supplier's own number for it */
  readonly supplierSku?: string | undefined;
  /** pieces in a pack: orders come in whole packs */
  readonly packSize?: number | undefined;
  /** the least number of pieces that one order takes */
  readonly minimumQuantity?: number | undefined;
  readonly price?: Minor | undefined;
  readonly currency?: string | undefined;
  readonly leadDays?: number | undefined;
  readonly leadSpreadDays?: number | undefined;
  /** never order for more days of sales than these */
  readonly maxCoverDays?: number | undefined;
  /** days after which a piece cannot be sold any more */
  readonly shelfLifeDays?: number | undefined;
}

/**
 * One line of an order to a supplier. `quantity − received` is still to come unless the line is closed; `orderedOn` to `receivedOn`
 * is how long it took.
 */
export interface PurchaseLine extends Provenance {
  /** the number of the order to the supplier */
  readonly order: string;
  readonly supplier?: string | undefined;
  readonly sku: string;
  readonly quantity: number;
  /** pieces that came so far; more than `quantity` where more came than was ordered */
  readonly received: number;
  readonly unitPrice?: Minor | undefined;
  readonly currency: string;
  readonly orderedOn?: Day | undefined;
  readonly expectedOn?: Day | undefined;
  /** when the last of it came */
  readonly receivedOn?: Day | undefined;
  /** where it goes to */
  readonly location?: string | undefined;
  /** nothing more will come, whatever is missing */
  readonly closed: boolean;
}

/** What lay on the shelf at the end of a day. Days without a level between two others have the earlier one's. */
export interface StockOnDay extends Provenance {
  readonly day: Day;
  readonly sku: string;
  readonly onHand: number;
  readonly location?: string | undefined;
}

/** Pieces that are still to come; 0 when the line is closed or more came than was ordered. */
export function openQuantity({ quantity, received, closed }: PurchaseLine): number {
  return closed ? 0 : Math.max(0, quantity - received);
}
