import type { Figure, Unit } from '../domain/figure.ts';
import { formatMoney, groupDigits, roundHalfUp } from '../domain/money.ts';
import { isChange } from './change-figures.ts';

/** How a figure stands in a sentence. */
export interface FigureStyle {
  /** language tag; `hi` gives Hindi words for units, anything else English */
  readonly lang?: string | undefined;
  /** puts a plus before a positive number */
  readonly plus?: boolean;
  /** leaves the sign to the words around it: "down ₹12,400" */
  readonly magnitude?: boolean;
  /** decides the grouping of counts when the figure has no currency of its own */
  readonly currency?: string | undefined;
}

const WORDS = {
  en: { missing: 'not known', day: 'day', days: 'days', points: 'percentage points' },
  hi: { missing: 'ज्ञात नहीं', day: 'दिन', days: 'दिन', points: 'प्रतिशत अंक' },
} as const;

/**
 * A figure as prose shows it: ₹1,84,210 (decimals only below 1,000 units), 52.5 % with one decimal, counts grouped as the
 * currency's home does, `12 days`, `4.1` a day, "not known" when it is missing. The change of a ratio is in percentage points.
 */
export function formatFigure(figure: Figure, style: FigureStyle = {}): string {
  const words = wordsOf(style.lang);
  if (figure.value === null) return words.missing;
  const value = style.magnitude === true ? Math.abs(figure.value) : figure.value;
  const plus = style.plus === true;
  const currency = figure.currency ?? style.currency ?? '';
  return SHOWN[figure.unit]({ figure, value, plus, currency, words });
}

interface Showing {
  readonly figure: Figure;
  readonly value: number;
  readonly plus: boolean;
  readonly currency: string;
  readonly words: Words;
}

const SHOWN: Readonly<Record<Unit, (showing: Showing) => string>> = {
  money: ({ value, plus, currency }) => formatMoney(value, currency, { decimals: 'auto', plus }),
  count: ({ value, plus, currency }) =>
    signed(roundHalfUp(value), plus, (size) => groupDigits(String(size), currency)),
  days: ({ value, plus, words }) => daysText(roundHalfUp(value * 10) / 10, plus, words),
  rate: ({ value, plus }) => signed(roundHalfUp(value * 10) / 10, plus, (size) => size.toFixed(1)),
  ratio: shareText,
  percentChange: shareText,
};

/** The change of a ratio is a difference of percentages, not a percentage of it. */
function shareText({ figure, value, plus, words }: Showing): string {
  const tenths = signed(roundHalfUp(value * 1000) / 10, plus, (size) => size.toFixed(1));
  return `${tenths} ${figure.unit === 'ratio' && isChange(figure) ? words.points : '%'}`;
}

type Words = (typeof WORDS)['en' | 'hi'];

function wordsOf(lang = 'en'): Words {
  return lang.toLowerCase().startsWith('hi') ? WORDS.hi : WORDS.en;
}

function daysText(days: number, plus: boolean, words: Words): string {
  return `${signed(days, plus, String)} ${Math.abs(days) === 1 ? words.day : words.days}`;
}

function signed(value: number, plus: boolean, show: (size: number) => string): string {
  return `${value < 0 ? '−' : plus && value > 0 ? '+' : ''}${show(Math.abs(value))}`;
}
