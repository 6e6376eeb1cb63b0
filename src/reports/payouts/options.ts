import * as z from 'zod';
import { isDay } from '../../domain/day.ts';

const day = z.string().refine(isDay, 'not a day such as 2026-10-31');
const period = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, 'the period ends before it begins');

/** Days that a paid order may wait for its settlement before it is listed, unless the owner says otherwise. */
export const PATIENCE = 14;

export interface PayoutsOptions {
  /** today, in the shop's zone */
  readonly asOf: string;
  /** settlements paid out in these days; absent: all of them */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
  /** one platform only, such as `amazon` */
  readonly channel?: string | undefined;
  /** an order without a settlement is listed after so many days */
  readonly days: number;
}

export const payoutsOptions: z.ZodType<PayoutsOptions> = z.object({
  asOf: day,
  period: period.optional(),
  channel: z.string().min(1).optional(),
  days: z.int().min(0).max(365),
});
