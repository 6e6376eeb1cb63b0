import type { Finding } from '../domain/answer.ts';
import type { Narrative, Tone } from '../domain/narrative.ts';
import { formatPeriod } from '../domain/period.ts';
import type { ProfitAndLoss } from '../reports/pnl/profit-and-loss.ts';
import { ENGLISH } from './summary/english.ts';
import { HINDI } from './summary/hindi.ts';
import type { Phrases, SentenceContext } from './summary/phrases.ts';
import { speakerOf } from './summary/speaker.ts';

export interface SummaryOptions {
  /** `en` and `hi` are known; any other language is answered in English */
  readonly lang: string;
  readonly tone: Tone;
}

/**
 * The written summary of a statement without a model: an accountant's paragraph made from the findings. Every number comes
 * from a figure by construction, so all that are said count as traced.
 */
export function plainPnl(answer: ProfitAndLoss, { lang, tone }: SummaryOptions): Narrative {
  const hindi = lang.toLowerCase().startsWith('hi');
  const phrases = hindi ? HINDI : ENGLISH;
  const speaker = speakerOf(answer, hindi ? 'hi' : 'en');
  const context: SentenceContext = {
    speaker,
    period: answer.period === null ? '' : formatPeriod(answer.period),
    before: answer.compare === null ? undefined : formatPeriod(answer.compare),
  };
  const text = isEmpty(answer) ? emptyText(answer, phrases, context) : TEXTS[tone](answer, phrases, context);
  const checked = speaker.said();
  const known = hindi || /^en\b/i.test(lang);
  return {
    source: 'built-in',
    lang: hindi ? 'hi' : 'en',
    tone,
    text,
    grounding: { checked, traced: checked, dropped: 0, outcome: 'built-in' },
    ...(known ? {} : { caveat: 'the built-in summary knows English and Hindi only' }),
  };
}

/** What to do next, most money first: the findings that call for an act. */
export function pnlAdvice(answer: ProfitAndLoss, lang: string): readonly string[] {
  const hindi = lang.toLowerCase().startsWith('hi');
  const speaker = speakerOf(answer, hindi ? 'hi' : 'en');
  return answer.findings
    .filter((finding) => finding.urgency !== 'know')
    .flatMap((finding) => (hindi ? HINDI : ENGLISH).finding(speaker, finding) ?? [])
    .slice(0, MOST_ADVICE);
}

const MOST_ADVICE = 5;

function isEmpty({ figures }: ProfitAndLoss): boolean {
  const value = (id: string): number => figures.find((figure) => figure.id === id)?.value ?? 0;
  return value('pnl.orders') === 0 && value('pnl.refunds') === 0 && value('pnl.netProfit') === 0;
}

function emptyText(
  { covered, findings }: ProfitAndLoss,
  phrases: Phrases,
  { period, speaker }: SentenceContext,
): string {
  const empty = phrases.empty(period, covered === null ? undefined : formatPeriod(covered));
  const others = findings
    .filter((finding) => finding.kind === 'ordersLeftOut')
    .flatMap((finding) => phrases.finding(speaker, finding) ?? []);
  return [empty, ...others].join(' ');
}

type Text = (answer: ProfitAndLoss, phrases: Phrases, context: SentenceContext) => string;

const TEXTS: Readonly<Record<Tone, Text>> = {
  owner: ownerText,
  accountant: accountantText,
  message: messageText,
};

function causesOf({ findings }: ProfitAndLoss, phrases: Phrases, { speaker }: SentenceContext): string {
  const change = findings.find((finding) => finding.kind === 'netProfitChange');
  return change === undefined ? '' : phrases.causes(speaker, change);
}

function told(findings: readonly Finding[], phrases: Phrases, { speaker }: SentenceContext): string[] {
  return findings.flatMap((finding) => phrases.finding(speaker, finding) ?? []);
}

const ADVISING: ReadonlySet<string> = new Set([
  'codLosesMoney',
  'soldAtLoss',
  'refundSpike',
  'feesAbovePlan',
]);
const DOUBTING: ReadonlySet<string> = new Set([
  'profitUnknown',
  'partlyCovered',
  'costsMissing',
  'linesMissing',
  'linePartly',
  'recordsUnmatched',
  'refundsAboveTotal',
  'foreignRecords',
]);
const APART: ReadonlySet<string> = new Set(['pending', 'awaitingDelivery', 'cancelledPaid', 'otherCurrency']);

/** The findings that an owner must hear: the first to act on, then doubts, then orders set apart. */
function forOwner({ findings }: ProfitAndLoss): Finding[] {
  const advice = findings.filter(({ kind }) => ADVISING.has(kind)).slice(0, 1);
  const doubts = findings.filter(({ kind }) => DOUBTING.has(kind));
  const apart = findings.filter(
    ({ kind, names }) => kind === 'ordersLeftOut' && APART.has(names['standing'] ?? ''),
  );
  return [...advice, ...doubts, ...apart];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function ownerText(answer: ProfitAndLoss, phrases: Phrases, context: SentenceContext): string {
  const isBare = context.before === undefined || !context.speaker.has('pnl.netProfit');
  const ladder = isBare ? phrases.ladder(context) : '';
  const opening = [phrases.profit(context), ladder, causesOf(answer, phrases, context)];
  return joined([...opening, ...told(forOwner(answer), phrases, context)]);
}

function accountantText(answer: ProfitAndLoss, phrases: Phrases, context: SentenceContext): string {
  const first = joined([
    phrases.profit(context),
    causesOf(answer, phrases, context),
    phrases.ladder(context),
  ]);
  const others = answer.findings.filter((finding) => finding.kind !== 'netProfitChange');
  return [first, joined([phrases.basis(context), ...told(others, phrases, context)])]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Five lines for a messenger: profit, sales, why, what to do, how sure. */
function messageText(answer: ProfitAndLoss, phrases: Phrases, context: SentenceContext): string {
  const [advice, ...rest] = told(forOwner(answer), phrases, context);
  const lines = [
    phrases.profit(context),
    phrases.sales(context),
    causesOf(answer, phrases, context),
    advice ?? '',
    rest[0] ?? '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
