import * as z from 'zod';
import { isDay } from '../../domain/day.ts';
import type { PlacedLine } from './on-order.ts';

const day = z.string().refine(isDay, 'not a day such as 2026-10-31');

export interface RestockOptions {
  /** today, in the shop's zone; its sales are not complete, so they are left out */
  readonly asOf: string;
  /** minor units of the shop's currency that may be spent; absent: no limit */
  readonly budget?: number | undefined;
  /** share of order cycles in which nothing is to run out, for all products; absent: by class of margin, .97, .95, .90 */
  readonly service?: number | undefined;
  /** one supplier only, by name */
  readonly supplier?: string | undefined;
  /** days of sales that an order is to last once it is there; absent: days between two orders to the supplier, else 30 */
  readonly horizon?: number | undefined;
  /** days between two orders where neither `horizon` nor the supplier says */
  readonly reviewDays?: number | undefined;
  /** what keeping goods for a year costs, in per cent of what they cost */
  readonly holdingCostPercent?: number | undefined;
  /** never order for more days of sales than these, where the supplier's item says nothing */
  readonly maxCoverDays?: number | undefined;
  /** stock of each location, and what to move before buying */
  readonly byLocation?: boolean | undefined;
  /** orders placed that no file tells of yet */
  readonly placed?: readonly PlacedLine[] | undefined;
}

const DAYS = z.number().int().min(1).max(730);

export const restockOptions: z.ZodType<RestockOptions> = z.object({
  asOf: day,
  budget: z.number().int().min(0).optional(),
  service: z.number().gt(0).lt(1).optional(),
  supplier: z.string().min(1).optional(),
  horizon: DAYS.optional(),
  reviewDays: DAYS.optional(),
  holdingCostPercent: z.number().min(0).max(1000).optional(),
  maxCoverDays: DAYS.optional(),
  byLocation: z.boolean().optional(),
  placed: z
    .array(
      z.object({
        order: z.string(),
        sku: z.string(),
        quantity: z.number().positive(),
        orderedOn: day,
        expectedOn: day.optional(),
      }),
    )
    .optional(),
});
