import type { Figure } from '../domain/figure.ts';

const SUFFIX = /\.(?:previous|change|changeShare)$/;

/** What a figure is about: `pnl.netProfit` for `pnl.netProfit.change`. */
export function baseOf(id: string): string {
  return id.replace(SUFFIX, '');
}

/** Whether a figure is the change of something from one period to the next. */
export function isChange(figure: Figure): boolean {
  return /\.change(?:Share)?$/.test(figure.id);
}

/** Whether a figure says what something did to a result (a step of a bridge): signed, but not itself a change of its name. */
export function isEffect(figure: Figure): boolean {
  return figure.better !== undefined && !isChange(figure);
}
