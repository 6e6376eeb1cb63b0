import * as z from 'zod';
import { isDay } from '../../domain/day.ts';

const day = z.string().refine(isDay, 'not a day such as 2026-10-31');
const period = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, 'the period ends before it begins');

export const MEASURES = ['revenue', 'orders', 'units', 'profit'] as const;
/** `revenue`: net sales. `profit`: contribution, before advertising and operating expenses. */
export type Measure = (typeof MEASURES)[number];

/** Days ahead for which the forecast is made. */
export const HORIZON = 14;

export interface TrendsOptions {
  /** today, in the shop's zone; it is not over, so it is left out */
  readonly asOf: string;
  /** days that are looked through for unusual ones; its last seven are explained. Absent: the eight weeks before today */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
  readonly by: Measure;
  /** one product only */
  readonly sku?: string | undefined;
  /** one platform only, such as `amazon` */
  readonly channel?: string | undefined;
  /** unusual days that an earlier report told of; they are listed, not told again */
  readonly told?: readonly string[] | undefined;
}

export const trendsOptions: z.ZodType<TrendsOptions> = z.object({
  asOf: day,
  period: period.optional(),
  by: z.enum(MEASURES),
  sku: z.string().min(1).optional(),
  channel: z.string().min(1).optional(),
  told: z.array(day).optional(),
});
