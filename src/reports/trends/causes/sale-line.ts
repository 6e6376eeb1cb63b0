/** One line of one order, or money given back. Amounts in one currency, all in minor units or all in major ones. */
export interface SaleLine {
  readonly day: number;
  readonly order: string;
  readonly item: string;
  readonly quantity: number;
  /** net of discounts; negative on lines that give money back */
  readonly amount: number;
  /** what the line was reduced by, ≥ 0; already off the amount */
  readonly discount?: number;
  readonly refund?: boolean;
  readonly customer?: string;
  /** the customer's first order ever lies in the same sub-period as this day (see {@link SalePeriod}) */
  readonly newCustomer?: boolean;
  /** state or country */
  readonly segment?: string;
  readonly channel?: string;
}

/**
 * The lines of the days `from`, …, `from + days − 1`. A base is looked at in sub-periods as long as the current period, counted back from
 * its end (28 base days against 7 current ones: four weeks), so that weekdays match; older days left over are not looked at.
 */
export interface SalePeriod {
  readonly from: number;
  readonly days: number;
  readonly lines: readonly SaleLine[];
  /** whether the item lay on no shelf that day, where the shop's stock is known; its silence is then no guess */
  readonly isOut?: ((item: string, day: number) => boolean) | undefined;
}

/** What was to be expected of the current period; without a forecast the mean of the base's sub-periods. */
export interface Expectation {
  /** net revenue forecast for the current period; everything expected (items, orders, refunds) is scaled with it */
  readonly revenue?: number;
}

export type Cause =
  | 'price'
  | 'traffic'
  | 'basket'
  | 'mix'
  | 'new_customers'
  | 'returning_customers'
  | 'stockout'
  | 'segment'
  | 'refunds'
  | 'discounts'
  | 'new_products'
  | 'discontinued'
  | 'variation';

/** Facts with which the owner can see for himself whether a cause is the true one. */
export type CauseCheck =
  | {
      readonly kind: 'stopped_selling';
      readonly item: string;
      /** the first open day without a sale */
      readonly fromDay: number;
      readonly openDaysWithout: number;
      readonly usualPerOpenDay: number;
      /** how likely so many open days without a sale would be by chance */
      readonly chance: number;
    }
  | { readonly kind: 'unit_price'; readonly item: string; readonly usual: number; readonly now: number }
  | {
      readonly kind: 'orders';
      readonly of: 'all' | 'new_customers' | 'returning_customers';
      readonly usual: number;
      readonly now: number;
    }
  | {
      readonly kind: 'segment_orders';
      readonly segment: string;
      readonly usual: number;
      readonly now: number;
      readonly chance: number;
    }
  | { readonly kind: 'pieces_per_line'; /** now ÷ usual, of like items */ readonly ratio: number }
  | {
      readonly kind: 'share_of_lines';
      readonly of: 'cheapest_quarter' | 'dearest_quarter';
      readonly usual: number;
      readonly now: number;
    }
  | {
      readonly kind: 'money';
      readonly of: 'refunds' | 'discounts' | 'new_products';
      readonly usual: number;
      readonly now: number;
    };

export interface Carrier {
  readonly name: string;
  readonly amount: number;
}

export interface CauseEffect {
  readonly cause: Cause;
  readonly amount: number;
  /** items, segments or – of the variation – parts that carry the amount, the largest first */
  readonly carriers: readonly Carrier[];
  /** larger than its own past varies, and large enough to matter */
  readonly notable: boolean;
  readonly check: readonly CauseCheck[];
}
