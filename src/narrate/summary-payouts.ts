import { channelName } from '../domain/channels.ts';
import type { Narrative, Tone } from '../domain/narrative.ts';
import { formatPeriod } from '../domain/period.ts';
import type { Payouts } from '../reports/payouts/payouts.ts';
import type { SummaryOptions } from './summary-pnl.ts';
import { ENGLISH_PAYOUTS } from './summary/payouts-english.ts';
import { HINDI_PAYOUTS } from './summary/payouts-hindi.ts';
import type { PayoutsContext, PayoutsPhrases } from './summary/payouts-phrases.ts';
import { speakerOf, type Speaker } from './summary/speaker.ts';

/**
 * The written summary of payouts: what buyers paid, what the platforms kept, whether it agrees, and what is worth most to do. No
 * model is asked; every number comes from a figure by construction.
 */
export function plainPayouts(answer: Payouts, { lang, tone }: SummaryOptions): Narrative {
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

/** What to do next, most money first: what is to be claimed, asked or looked into. */
export function payoutsAdvice(answer: Payouts, lang: string): readonly string[] {
  const { isHindi, phrases } = phrasesFor(lang);
  const speaker = speakerOf(answer, isHindi ? 'hi' : 'en');
  return answer.findings
    .filter(({ urgency }) => urgency !== 'know')
    .flatMap((finding) => phrases.finding(speaker, finding) ?? [])
    .slice(0, MOST_ADVICE);
}

const MOST_ADVICE = 8;
/** findings told in the owner's paragraph; the others stand in the lists below it */
const MOST_TOLD = 3;

function phrasesFor(lang: string): { readonly isHindi: boolean; readonly phrases: PayoutsPhrases } {
  const isHindi = lang.toLowerCase().startsWith('hi');
  return { isHindi, phrases: isHindi ? HINDI_PAYOUTS : ENGLISH_PAYOUTS };
}

interface Telling {
  readonly speaker: Speaker;
  readonly tone: Tone;
}

function textOf(answer: Payouts, phrases: PayoutsPhrases, { speaker, tone }: Telling): string {
  if (!answer.hasLedger) return phrases.noLedger;
  const channels = answer.tables
    .filter(({ id }) => id === 'channels')
    .flatMap(({ rows }) => rows.map((row) => channelName(String(row['channel'] ?? ''))));
  const period = answer.period === null ? '' : formatPeriod(answer.period);
  const told = answer.findings.flatMap((finding) => phrases.finding(speaker, finding) ?? []);
  if (channels.length === 0) {
    const covered = answer.covered === null ? undefined : formatPeriod(answer.covered);
    return joined([phrases.empty(period, covered), ...told.slice(0, MOST_TOLD)]);
  }
  return TEXTS[tone]({ speaker, period, channels }, phrases, told);
}

type Text = (context: PayoutsContext, phrases: PayoutsPhrases, told: readonly string[]) => string;

const TEXTS: Readonly<Record<Tone, Text>> = {
  owner: (context, phrases, told) =>
    joined([
      phrases.opening(context),
      phrases.kept(context),
      phrases.verdict(context),
      ...told.slice(0, MOST_TOLD),
    ]),
  accountant: (context, phrases, told) =>
    [joined([phrases.opening(context), phrases.kept(context)]), joined([phrases.verdict(context), ...told])]
      .filter((part) => part !== '')
      .join('\n\n'),
  message: (context, phrases, told) =>
    [phrases.opening(context), phrases.kept(context), phrases.verdict(context), ...told.slice(0, 2)]
      .filter((line) => line !== '')
      .join('\n'),
};

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
