import type { Day } from '../domain/day.ts';
import type { Usage } from './model.ts';

/** US dollars per million tokens on the paid tier; output includes what the model thought. */
export interface Price {
  readonly model: string;
  readonly input: number;
  readonly output: number;
  /** last day it holds */
  readonly until?: Day | undefined;
  /** longest prompt it holds for, in tokens */
  readonly promptUpTo?: number | undefined;
}

/** Prices as published by the vendor, read on that day. Aliases such as gemini-flash-latest have no price of their own. */
export interface PriceList {
  readonly asOf: Day;
  readonly prices: readonly Price[];
}

/** From the vendor's price pages of September to November 2026; models whose price was not published are left out. */
export const PRICES: PriceList = {
  asOf: '2026-11-22',
  prices: [
    { model: 'gemini-3.8-flash', input: 0.75, output: 3.75, until: '2026-12-31' },
    { model: 'gemini-3.8-flash', input: 1.5, output: 7.5 },
    { model: 'gemini-3.5-flash-lite', input: 0.3, output: 2.5 },
    { model: 'gemini-3.1-pro-preview', input: 2, output: 12, promptUpTo: 200_000 },
  ],
};

const MILLION = 1_000_000;

/** What an alias such as gemini-flash-latest costs at most: the dearest price of the list, for it may point to any of them. */
export function dearestCost({ input, output }: Usage): number {
  const { prices } = PRICES;
  const most = (read: (price: Price) => number): number => Math.max(...prices.map(read));
  return (input * most((price) => price.input) + output * most((price) => price.output)) / MILLION;
}

/** The owner's own prices by model version: dollars per million tokens. */
export type OwnPrices = Readonly<Record<string, { readonly input: number; readonly output: number }>>;

export interface PriceChoice {
  /** looked at first */
  readonly own?: OwnPrices | undefined;
  readonly list?: PriceList | undefined;
  /** picks between dated prices; the list's own day unless given */
  readonly on?: Day | undefined;
}

/**
 * US dollars of one answer, about: `(input × price + output × price) ÷ 1,000,000`, by the version that answered. Undefined
 * when the price is not known.
 */
export function aboutCost(
  modelVersion: string | undefined,
  usage: Usage | undefined,
  choice: PriceChoice = {},
): number | undefined {
  if (modelVersion === undefined || usage === undefined) return undefined;
  const price = priceOf(modelVersion.replace(/^models\//, ''), usage, choice);
  if (price === undefined) return undefined;
  return (usage.input * price.input + usage.output * price.output) / MILLION;
}

function priceOf(
  version: string,
  usage: Usage,
  { own = {}, list = PRICES, on = list.asOf }: PriceChoice,
): { readonly input: number; readonly output: number } | undefined {
  const names = [version, version.replace(/-\d{3}$/, '')];
  const mine = names.find((name) => Object.hasOwn(own, name));
  if (mine !== undefined) return own[mine];
  return list.prices.find(
    ({ model, until, promptUpTo }) =>
      names.includes(model) &&
      (until === undefined || on <= until) &&
      (promptUpTo === undefined || usage.input <= promptUpTo),
  );
}
