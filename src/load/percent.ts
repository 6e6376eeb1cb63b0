import { share, type Minor } from '../domain/money.ts';

/**
 * A rate written in per cent (`18%`, `5.0`, `2.5 %`) as a fraction (0.18). Blank, `NA` and anything that is not a number are
 * undefined: no rate was told.
 */
export function percentOf(text: string): number | undefined {
  const parts = PERCENT.exec(text);
  return parts === null ? undefined : Number(parts[1]) / 100;
}
const PERCENT = /^'?\s*(\d{1,3}(?:\.\d{1,4})?)\s*%?$/;

/** Tax inside an amount at a rate (a fraction, taken to the hundredth of a per cent): amount × rate ÷ (1 + rate), rounded half up. */
export function taxInside(amount: Minor, rate: number): Minor {
  const hundredths = Math.round(rate * 10_000);
  return share(amount, hundredths, 10_000 + hundredths);
}
