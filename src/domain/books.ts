import type { Day } from './day.ts';
import type { Minor } from './money.ts';
import type { Rows } from './rows.ts';
import type { Settlement } from './settlement.ts';
import type { ShopSettings } from './shop.ts';
import type { PurchaseLine, StockOnDay, Supplier, SupplierItem } from './supply.ts';
import type { TaxLine } from './tax-line.ts';

/** Where a record came from, so that every figure can be followed to its rows. */
export interface Provenance {
  /** the file as the owner named it (inside an archive: `orders.zip/orders_export.csv`) */
  readonly file: string;
  /** physical line of the record's first row, 1 for the file's first line; for JSON the position of the record, from 1 */
  readonly row: number;
}

export type Channel = string;

/** `void`: the sale never came about (voided, expired or failed payment). `cancelled`: called off, before or after payment. */
export type OrderStatus = 'open' | 'complete' | 'cancelled' | 'void';
export type PaymentState = 'paid' | 'pending' | 'part_paid' | 'part_refunded' | 'refunded';
/** `rto`: came back undelivered (return to origin). `unknown`: the platform does not say. */
export type DeliveryState = 'unknown' | 'unfulfilled' | 'partial' | 'shipped' | 'delivered' | 'rto' | 'lost';
export type LineKind = 'product' | 'tip' | 'shipping' | 'gift_wrap' | 'fee';

/**
 * One sale. Amounts are as the platform wrote them, in `currency`; when `taxIncluded` is true, `lines`, `discount` and
 * `shipping` contain the tax that `tax` names. Σ line amounts − discount + shipping (+ tax when not included) = total.
 */
export interface Order extends Provenance {
  readonly id: string;
  /** the number the owner knows it by, e.g. `#1001` */
  readonly number: string;
  readonly channel: Channel;
  readonly placedOn: Day;
  /** date and time as written in the file, when it had a time */
  readonly placedAt?: string | undefined;
  readonly cancelledOn?: Day | undefined;
  readonly status: OrderStatus;
  readonly payment: PaymentState;
  readonly cashOnDelivery: boolean;
  readonly delivery: DeliveryState;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  /** whole order's discount, not negative; the order-level figure wins over the lines' */
  readonly discount: Minor;
  /** shipping charged to the buyer */
  readonly shipping: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  /** given back so far, not negative, including any tax and shipping given back; undefined when the platform does not say */
  readonly refunded?: Minor | undefined;
  readonly taxIncluded: boolean;
  readonly customerKey?: string | undefined;
  readonly country?: string | undefined;
  /** state or province, as a code or name, upper case */
  readonly region?: string | undefined;
  readonly discountCode?: string | undefined;
  readonly payMethod?: string | undefined;
}

/** One line of a sale. `amount` = quantity × unit price before discount, in minor units of the order's currency. */
export interface OrderLine {
  readonly kind: LineKind;
  readonly sku?: string | undefined;
  readonly title: string;
  readonly variant?: string | undefined;
  readonly quantity: number;
  readonly amount: Minor;
  /** this line's own discount, when the platform gives one */
  readonly discount?: Minor | undefined;
  readonly tax?: Minor | undefined;
  /** physical line in the order's file */
  readonly row: number;
}

/**
 * What moved money. `charge`: what the buyer paid; `refund`: given back to the buyer; `marketplace_fee`: commission, fixed, closing,
 * collection and subscription fees, and any fee of unknown name; `payment_fee`: the gateway's; `shipping_label`: carriage and
 * fulfilment charged by the platform; `storage`: warehousing; `compensation`: paid by (or recovered from) the shop for goods lost,
 * damaged or claimed; `tax_collected`: sales tax that the platform takes and remits itself (nets to zero, never income);
 * `tax_withheld`: TCS, TDS and other tax held back on the shop's account; `adjustment`: corrections of a balance; `reserve`: held
 * back for now; `payout`: reached the bank, positive.
 */
export type MovementKind =
  | 'charge'
  | 'refund'
  | 'payment_fee'
  | 'marketplace_fee'
  | 'shipping_label'
  | 'storage'
  | 'advertising'
  | 'compensation'
  | 'tax_collected'
  | 'tax_withheld'
  | 'chargeback'
  | 'adjustment'
  | 'reserve'
  | 'payout';

/** What a `charge` paid for, where the platform itemises it. Itemised charges are sales in themselves when no order report tells of them. */
export type ChargePart = 'goods' | 'shipping' | 'gift_wrap' | 'tax' | 'discount';

/** One movement of money as a platform reports it. Positive: towards the shop; negative: away from it (fees, refunds, ads). */
export interface Movement extends Provenance {
  readonly kind: MovementKind;
  /** the platform's own word for it */
  readonly code: string;
  readonly channel: Channel;
  readonly day: Day;
  readonly amount: Minor;
  readonly currency: string;
  /** order number or id, as the platform writes it */
  readonly order?: string | undefined;
  /** the platform's own id of the transaction (charge, payment, refund), for telling one movement in two kinds of report */
  readonly transaction?: string | undefined;
  readonly sku?: string | undefined;
  readonly title?: string | undefined;
  readonly quantity?: number | undefined;
  /** of an itemised charge; `discount` is negative */
  readonly part?: ChargePart | undefined;
  /** goods came back and can be sold again */
  readonly restocked?: boolean | undefined;
  /** the part of `amount` that is tax, when the platform says (same sign as `amount`; 0: none of it) */
  readonly tax?: Minor | undefined;
  /** where the goods went, as `Order.country` and `Order.region` */
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  /** the settlement or payout that it belongs to */
  readonly payoutId?: string | undefined;
  /** `false`: deferred or pending, the platform may still change it */
  readonly final: boolean;
}

export interface Product extends Provenance {
  readonly sku?: string | undefined;
  readonly title: string;
  readonly variant?: string | undefined;
  readonly handle?: string | undefined;
  readonly barcode?: string | undefined;
  readonly vendor?: string | undefined;
  readonly category?: string | undefined;
  readonly price?: Minor | undefined;
  readonly compareAt?: Minor | undefined;
  readonly currency: string;
  readonly taxCode?: string | undefined;
  readonly active: boolean;
}

/** What one unit of a SKU costs the shop from a day on. `validFrom` undefined: from the beginning (a platform's one current cost). */
export interface Cost extends Provenance {
  readonly sku: string;
  readonly unitCost: Minor;
  readonly currency: string;
  readonly validFrom?: Day | undefined;
  readonly source: 'platform' | 'owner';
}

export interface StockLevel extends Provenance {
  readonly sku: string;
  readonly title?: string | undefined;
  readonly location?: string | undefined;
  readonly asOf?: Day | undefined;
  readonly onHand?: number | undefined;
  readonly available?: number | undefined;
  readonly committed?: number | undefined;
  readonly incoming?: number | undefined;
  readonly reorderAt?: number | undefined;
}

/** A buyer, without e-mail, phone and street: the reader drops them. */
export interface Customer extends Provenance {
  readonly key: string;
  readonly name?: string | undefined;
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly taxId?: string | undefined;
  readonly marketingAccepted?: boolean | undefined;
}

/** Money spent outside the platforms. `day` undefined: the source has no date. `every`: repeats from `day` until `until` (inclusive). */
export interface Expense extends Provenance {
  readonly day?: Day | undefined;
  readonly amount: Minor;
  readonly currency: string;
  readonly category: string;
  readonly note?: string | undefined;
  readonly every?: 'week' | 'month' | 'quarter' | 'year' | undefined;
  readonly until?: Day | undefined;
}

/** One parcel, from the courier's bill. */
export interface Shipment extends Provenance {
  readonly order: string;
  readonly day?: Day | undefined;
  readonly courier?: string | undefined;
  /** paid for the way out */
  readonly forwardCost?: Minor | undefined;
  /** paid for the way back */
  readonly returnCost?: Minor | undefined;
  readonly currency: string;
  readonly outcome: 'delivered' | 'rto' | 'returned' | 'lost' | 'in_transit' | 'unknown';
}

export interface RivalPrice extends Provenance {
  readonly sku: string;
  readonly seller: string;
  readonly price: Minor;
  readonly currency: string;
  readonly seenOn?: Day | undefined;
  readonly url?: string | undefined;
}

/** One file that was read: what it was taken for and what it gave. Totals are over every row, whatever a report leaves out. */
export interface Source {
  readonly file: string;
  /** e.g. `shopify.orders` */
  readonly kind: string;
  /** e.g. `Shopify orders` */
  readonly label: string;
  readonly rows: number;
  readonly records: number;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** duplicates left out because another file holds the same record */
  readonly duplicates: number;
  /** sales taken from this ledger or tax register, because no order report holds them */
  readonly derivedOrders?: number | undefined;
  /** sales of an order report without tax, whose tax this ledger or tax register tells */
  readonly taxedOrders?: number | undefined;
  /** sales of an order report of which this ledger tells that the buyer paid more: the difference counts as shipping */
  readonly raisedOrders?: number | undefined;
  /** for order files */
  readonly totals?: OrderTotals | undefined;
}

/** Sums over every order of one file, as written, in one currency; for comparing with the platform's own screen. */
export interface OrderTotals {
  readonly currency: string;
  readonly orders: number;
  readonly units: number;
  readonly subtotal: Minor;
  readonly discount: Minor;
  readonly shipping: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  readonly refunded: Minor;
  /** orders for which Σ lines − discount + shipping + tax = total does not hold */
  readonly mismatches: number;
}

/** Everything known about the shop. Plain readonly data; every amount is in minor units of the record's own currency. */
export interface Books {
  readonly shop: ShopSettings;
  readonly orders: Rows<Order>;
  readonly movements: readonly Movement[];
  readonly settlements: readonly Settlement[];
  readonly taxLines: readonly TaxLine[];
  readonly products: readonly Product[];
  readonly costs: readonly Cost[];
  readonly stock: readonly StockLevel[];
  readonly stockHistory: readonly StockOnDay[];
  readonly customers: readonly Customer[];
  readonly suppliers: readonly Supplier[];
  readonly supplierItems: readonly SupplierItem[];
  readonly purchases: readonly PurchaseLine[];
  readonly expenses: readonly Expense[];
  readonly shipments: readonly Shipment[];
  readonly rivalPrices: readonly RivalPrice[];
  readonly sources: readonly Source[];
  /** true only for the bundled demo shop: every sink must say so */
  readonly demo: boolean;
}
