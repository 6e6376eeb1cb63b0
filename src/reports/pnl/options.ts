import * as z from 'zod';
import { isDay } from '../../domain/day.ts';

const day = z.string().refine(isDay, 'not a day such as 2026-10-31');
const period = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, 'the period ends before it begins');

export const DIMENSIONS = ['sku', 'category', 'channel', 'state', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface PnlOptions {
  /** today, in the shop's zone */
  readonly asOf: string;
  /** absent: all days the books cover */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
  readonly compare: 'previous' | 'last-year' | 'none';
  readonly by?: Dimension | undefined;
}

export const pnlOptions: z.ZodType<PnlOptions> = z.object({
  asOf: day,
  period: period.optional(),
  compare: z.enum(['previous', 'last-year', 'none']),
  by: z.enum(DIMENSIONS).optional(),
});
