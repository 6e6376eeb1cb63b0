import type { Day } from './day.ts';
import type { Minor } from './money.ts';

/** When a sale counts as revenue; printed in the report's header. */
export interface RevenueRule {
  /**
   * When an unpaid cash-on-delivery order counts: `placed`, `shipped`, `delivered` or `paid`. `auto`: shipped when the
   * export marks any such order as shipped, else placed.
   */
  readonly cashOnDelivery: 'auto' | 'placed' | 'shipped' | 'delivered' | 'paid';
  /** Unpaid orders that are not cash on delivery: `apart` (shown, not counted; default) or `count`. */
  readonly pending: 'apart' | 'count';
}

/** What a payment provider or marketplace charges, when no file says; used for orders whose method or channel contains `match`. */
export interface FeeRate {
  readonly kind: 'payment' | 'marketplace';
  /** compared without case with the order's payment method and channel; `*` matches all */
  readonly match: string;
  /** per cent of the order's total */
  readonly percent: number;
  /** per order */
  readonly fixed: Minor;
  /** tax on the fee that the shop cannot claim back, per cent */
  readonly taxPercent: number;
}

/** A sale of the owner's own, both days included. Sales of one name are taken for the same sale, held again. */
export interface SaleDays {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** What only the owner knows about the shop. Every field has a default that is safe for a shop that configured nothing. */
export interface ShopSettings {
  readonly name?: string | undefined;
  /** home currency; undefined: the one most orders are in */
  readonly currency?: string | undefined;
  /** IANA zone of the shop; files whose times carry a zone keep the local date as written */
  readonly zone: string;
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  /** undefined: decided per order, by which of the two sums gives the order's total */
  readonly pricesIncludeTax?: boolean | undefined;
  /** month 1 to 12 in which the financial year starts (4: April, India) */
  readonly fiscalYearStart: number;
  readonly revenue: RevenueRule;
  /** cost of sending one parcel when no courier's bill says */
  readonly shippingPerOrder?: Minor | undefined;
  /** cost of a parcel's way back when no courier's bill says */
  readonly returnPerOrder?: Minor | undefined;
  readonly packagingPerOrder?: Minor | undefined;
  readonly feeRates: readonly FeeRate[];
  /** `spread`: a repeating expense is charged by the day (default); `dated`: on the day it falls due */
  readonly expenses: 'spread' | 'dated';
  /** goods of refunded orders, when no file says whether they came back: `lost` (their cost stays; default, careful) or `restocked` */
  readonly returnedGoods: 'lost' | 'restocked';
  /** which of several costs of one SKU counts: the highest (default, careful) or the latest row */
  readonly unequalCosts: 'highest' | 'last';
  /** the owner's own sales, past and planned */
  readonly saleDays: readonly SaleDays[];
  /** where suppliers send goods to, for the letters to them */
  readonly deliveryAddress?: string | undefined;
}

/** How the owner wants to buy; what is not said is left to the report. */
export interface RestockSettings {
  /** the share of order cycles in which nothing runs out, such as 0.95 */
  readonly serviceLevel?: number | undefined;
  /** days between two looks at the shelves */
  readonly reviewDays?: number | undefined;
  /** what keeping goods for a year costs, in per cent of what they cost */
  readonly holdingCostPercent?: number | undefined;
  /** never order for more days of sales than these */
  readonly maxCoverDays?: number | undefined;
}

export const DEFAULT_SHOP: ShopSettings = {
  zone: 'Asia/Kolkata',
  fiscalYearStart: 4,
  revenue: { cashOnDelivery: 'auto', pending: 'apart' },
  feeRates: [],
  expenses: 'spread',
  returnedGoods: 'lost',
  unequalCosts: 'highest',
  saleDays: [],
};
