import type { Answer } from '../../domain/answer.ts';
import type { Books } from '../../domain/books.ts';
import { sellingCalendar, type SellingCalendar } from '../../domain/calendar/selling-calendar.ts';
import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import { dailyAnomalies } from '../../stats/daily-anomalies.ts';
import { accountingOf, type Accounting } from '../pnl/accounting.ts';
import { dayFacts } from './day-facts.ts';
import { explainedChange, type ExplainedChange } from './explained-change.ts';
import { MEASURE, trendsFigures } from './figures.ts';
import { trendsFindings } from './findings.ts';
import { measuredDays, wantedBy } from './measured-days.ts';
import { HORIZON, type Measure, type TrendsOptions } from './options.ts';
import { productEvents, type ProductEvent } from './product-events.ts';
import { firstSales, saleLines } from './sale-lines.ts';
import { stockOuts } from './stock-outs.ts';
import { knownDays, type KnownDays } from './sale-days.ts';
import {
  explainedDays,
  knownEffects,
  movingWord,
  rulingSeasons,
  seasonEffect,
  type DatedValues,
  type KnownEffect,
  type SeasonEffect,
} from './seasons.ts';
import { trendsTables } from './tables.ts';
import { unusualDays, type UnusualDays } from './unusual-days.ts';
import {
  expectedNext,
  markedDays,
  weekCompared,
  type Expected,
  type MarkedDays,
  type WeekCompared,
} from './week-compared.ts';
import type { DailyForecast } from '../../stats/daily-forecast.ts';

/** What is happening, why, and what is to be expected. */
export interface Trends extends Answer {
  readonly report: 'trends';
  readonly measure: Measure;
  /** days of which the files tell; null when they hold no sale before today */
  readonly known: KnownDays | null;
}

/** Everything that was found out, before it becomes figures, tables and findings. */
export interface Study {
  readonly measure: Measure;
  readonly currency: string;
  readonly known: KnownDays;
  /** the days looked through */
  readonly window: Period;
  /** the days explained, the last seven */
  readonly week: Period;
  readonly marked: MarkedDays;
  readonly isEstimated: boolean;
  readonly compared: WeekCompared;
  readonly next: { readonly days: DailyForecast; readonly total: Expected } | null;
  readonly explained: ExplainedChange | undefined;
  readonly unusual: UnusualDays;
  /** what happened to single products in the window, most money first */
  readonly events: readonly ProductEvent[];
  readonly seasons: readonly SeasonEffect[];
  readonly ahead: readonly SeasonAhead[];
  /** today, which is not looked at */
  readonly asOf: Day;
}

export interface SeasonAhead {
  /** the season's */
  readonly id: string;
  readonly name: string;
  readonly day: Day;
  /** days from the last known day to the feast */
  readonly inDays: number;
  /** what it did a year ago, when the books reach back so far */
  readonly lastYear: SeasonEffect | undefined;
}

const WINDOW = 56;
const WEEK = 7;
const LOOK_AHEAD = 28;
/** days before the window by which the usual of products is told */
const BEFORE = 28;

/**
 * The daily series of one measure up to yesterday, compared, looked through for unusual days and new levels, explained and
 * forecast. An empty shop gives an empty answer, and so does a product or platform that never sold.
 */
export function trendsAnswer(books: Books, options: TrendsOptions): Trends {
  const accounting = accountingOf(books);
  const { asOf, period, by } = options;
  const known = knownDays(accounting, asOf);
  const isInside =
    known !== undefined && (period === undefined || (period.to >= known.from && period.from <= known.to));
  const study = isInside ? studyOf(accounting, known, options) : undefined;
  const head = { schemaVersion: 1, report: 'trends', shop: books.shop.name, demo: books.demo } as const;
  const common = { ...head, compare: null, asOf, currency: accounting.currency, measure: by };
  if (study === undefined)
    return { ...common, period: period ?? null, known: known ?? null, figures: [], tables: [], findings: [] };
  const base = trendsFigures(study);
  const found = trendsFindings(study);
  return {
    ...common,
    period: study.window,
    known: study.known,
    figures: [...base, ...found.figures],
    tables: trendsTables(study),
    findings: found.findings,
  };
}

function studyOf(accounting: Accounting, covered: KnownDays, options: TrendsOptions): Study | undefined {
  const { period, by: measure, told = [] } = options;
  const last = period !== undefined && period.to < covered.to ? period.to : covered.to;
  const known = { ...covered, to: last, endsEarly: covered.endsEarly && last === covered.to };
  const { shop } = accounting.books;
  const calendar = sellingCalendar(shop.country ?? homeCountry(accounting), shop.saleDays);
  const wanted = wantedBy(options);
  const { values, isEstimated } = measuredDays(accounting, { first: known.from, last, wanted, measure });
  if (values.every((value) => value === 0)) return undefined;
  const dated = { first: known.from, values };
  // what the week itself did must not decide what was to be expected of it
  const earlier = knownEffects(
    { ...dated, values: values.subarray(0, Math.max(0, values.length - WEEK)) },
    calendar,
  );
  const marked = markedDays(values, known.from, movingWord(calendar, earlier));
  const explained = explainedDays(dated, calendar, knownEffects(dated, calendar));
  const window = { from: later(period?.from ?? addDays(last, 1 - WINDOW), known.from), to: last };
  const week = { from: later(addDays(last, 1 - WEEK), known.from), to: last };
  const compared = weekCompared(marked, calendar);
  const read = { from: addDays(window.from < week.from ? window.from : week.from, -BEFORE), to: last };
  const lines = saleLines(accounting, { period: read, currentFrom: week.from, wanted });
  const firstSold = firstSales(accounting);
  const events = productEvents(lines, {
    ...{ window, first: known.from, outsOf: stockOuts(accounting.books.stockHistory) },
    firstSold: (item) => firstSold.get(item),
  });
  const findings = dailyAnomalies({ ...marked, eventOf: explained });
  return {
    ...{ measure, currency: accounting.currency, known, window, week, marked, isEstimated, compared },
    next: expectedNext(marked, HORIZON),
    explained: explainedChange(lines, { week, compared, measure, events }),
    events,
    unusual: unusualDays(findings, {
      ...{ marked, window, explained, told, isMoney: MEASURE[measure].unit === 'money' },
      facts: dayFacts(accounting, { first: known.from, last, wanted }),
      feastOn: (day) => feastOn(calendar, day),
    }),
    seasons: seasonsPassed(dated, calendar, window),
    ahead: seasonsAhead(calendar, earlier, last),
    asOf: options.asOf,
  };
}

/** The feast of a single day that is kept on this very day: a shop may be closed on it. */
function feastOn(calendar: SellingCalendar, day: Day): string | undefined {
  const here = calendar.on(day);
  if (here?.phase !== 'feast' || here.season.own) return undefined;
  const isOne = [-1, 1].every((step) => {
    const beside = calendar.on(addDays(day, step));
    return beside?.phase !== 'feast' || beside.season.id !== here.season.id;
  });
  return isOne ? here.season.name : undefined;
}

/** Where most orders go, when the owner did not say where the shop is; India when no order says. */
function homeCountry({ sales }: Accounting): string {
  const counts = new Map<string, number>();
  for (const { order } of sales)
    if (order.country !== undefined) counts.set(order.country, (counts.get(order.country) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'IN';
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The seasons of the window that moved sales. */
function seasonsPassed(
  dated: DatedValues,
  calendar: SellingCalendar,
  window: Period,
): readonly SeasonEffect[] {
  const moving = knownEffects(dated, calendar);
  return rulingSeasons(calendar, window).flatMap((season) => {
    const effect = moving(season) && seasonEffect(season, dated, calendar);
    return effect?.isNotable === true ? [effect] : [];
  });
}

/** Feasts of the next four weeks that move the shop's sales, and the owner's own sales. */
function seasonsAhead(calendar: SellingCalendar, effectOf: KnownEffect, last: Day): readonly SeasonAhead[] {
  return rulingSeasons(calendar, { from: addDays(last, 1), to: addDays(last, LOOK_AHEAD) })
    .filter(({ day }) => day > last)
    .flatMap((season) => {
      const before = effectOf(season);
      const inDays = dayNumber(season.day) - dayNumber(last);
      const { id, name, day, own } = season;
      return own || before !== undefined ? [{ id, name, day, inDays, lastYear: before }] : [];
    });
}
