import type { Finding } from '../domain/answer.ts';
import type { Narrative, Tone } from '../domain/narrative.ts';
import type { Trends } from '../reports/trends/trends.ts';
import type { SummaryOptions } from './summary-pnl.ts';
import { speakerOf, type Speaker } from './summary/speaker.ts';
import { ENGLISH_TRENDS } from './summary/trends-english.ts';
import { HINDI_TRENDS } from './summary/trends-hindi.ts';
import type { TrendsPhrases } from './summary/trends-phrases.ts';

/** findings told in one paragraph of each tone; the others stand in the page's lists */
const MOST_TOLD: Readonly<Record<Tone, number>> = { owner: 4, accountant: 12, message: 2 };
const MOST_ADVICE = 4;

/**
 * The written summary of trends without a model: the week, why it differs, what is unusual, what is to come. Every number comes from a
 * figure by construction.
 */
export function plainTrends(answer: Trends, { lang, tone }: SummaryOptions): Narrative {
  const { isHindi, phrases } = phrasesFor(lang);
  const speaker = speakerOf(answer, isHindi ? 'hi' : 'en');
  const text = textOf(answer, phrases, { speaker, tone });
  const checked = speaker.said();
  const isKnown = isHindi || /^en\b/i.test(lang);
  return {
    ...{ source: 'built-in', lang: isHindi ? 'hi' : 'en', tone, text },
    grounding: { checked, traced: checked, dropped: 0, outcome: 'built-in' },
    ...(isKnown ? {} : { caveat: 'the built-in summary knows English and Hindi only' }),
  };
}

/** What to do about what costs sales. */
export function trendsAdvice(answer: Trends, lang: string): readonly string[] {
  const { isHindi, phrases } = phrasesFor(lang);
  const speaker = speakerOf(answer, isHindi ? 'hi' : 'en');
  const gone = productsOf(answer.findings, ['soldOut', 'silent']);
  const isTwice = ({ names }: Finding): boolean =>
    names['cause'] === 'stockout' && gone.has(names['product'] ?? '');
  return answer.findings
    .filter((finding) => !isTwice(finding))
    .flatMap((finding) => phrases.advice(speaker, finding) ?? [])
    .slice(0, MOST_ADVICE);
}

/** For each cause that can be looked up, how the owner can see whether it is the true one. */
export function trendsChecks(answer: Trends, lang: string): ReadonlyMap<string, string> {
  const { isHindi, phrases } = phrasesFor(lang);
  const speaker = speakerOf(answer, isHindi ? 'hi' : 'en');
  return new Map(
    causesIn(answer).flatMap((finding) => {
      const check = phrases.check(speaker, finding);
      return check === undefined ? [] : [[finding.names['cause'] ?? '', check] as const];
    }),
  );
}

/** What happened to single products in the window, a sentence each. */
export function trendsProducts(answer: Trends, lang: string): readonly string[] {
  const { isHindi, phrases } = phrasesFor(lang);
  const speaker = speakerOf(answer, isHindi ? 'hi' : 'en');
  return answer.findings
    .filter(({ kind }) => kind === 'product')
    .flatMap((finding) => phrases.finding(speaker, finding) ?? []);
}

function productsOf(findings: readonly Finding[], events: readonly string[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ names }) => events.includes(names['event'] ?? ''))
      .map(({ names }) => names['product'] ?? ''),
  );
}

function causesIn({ findings }: Trends): readonly Finding[] {
  return findings.filter(({ kind }) => kind === 'cause');
}

function phrasesFor(lang: string): { readonly isHindi: boolean; readonly phrases: TrendsPhrases } {
  const isHindi = lang.toLowerCase().startsWith('hi');
  return { isHindi, phrases: isHindi ? HINDI_TRENDS : ENGLISH_TRENDS };
}

interface Telling {
  readonly speaker: Speaker;
  readonly tone: Tone;
}

function textOf(answer: Trends, phrases: TrendsPhrases, { speaker, tone }: Telling): string {
  if (answer.figures.length === 0) return answer.known === null ? phrases.empty : phrases.nothing;
  const week = answer.findings.find(({ kind }) => kind === 'week');
  const isCause = (product: string | undefined): boolean =>
    causesIn(answer).some(
      ({ names }) => names['check'] === 'stopped_selling' && names['product'] === product,
    );
  const opening =
    week === undefined ? phrases.alone(speaker, answer.measure) : phrases.week(speaker, answer.measure, week);
  // what a cause of the week tells of a product need not be told again
  const told = answer.findings
    .filter(({ kind, names }) => kind !== 'week' && !(kind === 'product' && isCause(names['product'])))
    .slice(0, MOST_TOLD[tone])
    .flatMap((finding) => phrases.finding(speaker, finding) ?? []);
  const ahead = speaker.has('trends.forecast14') ? [phrases.ahead(speaker, answer.measure)] : [];
  if (tone !== 'accountant') return [opening, ...told, ...ahead].join(' ');
  return [opening, told.join(' '), ...ahead].filter((paragraph) => paragraph !== '').join('\n\n');
}
