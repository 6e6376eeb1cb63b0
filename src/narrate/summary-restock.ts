import type { Narrative, Tone } from '../domain/narrative.ts';
import type { Restock } from '../reports/restock/restock.ts';
import type { SummaryOptions } from './summary-pnl.ts';
import { ENGLISH_RESTOCK } from './summary/restock-english.ts';
import { HINDI_RESTOCK } from './summary/restock-hindi.ts';
import type { RestockPhrases } from './summary/restock-phrases.ts';
import { speakerOf, type Speaker } from './summary/speaker.ts';

/** findings told after need and plan; the others stand in the page's lists */
const MOST_TOLD: Readonly<Record<Tone, number>> = { owner: 1, accountant: 12, message: 1 };
const MOST_ADVICE = 5;

/** The written summary of a restocking plan without a model: what is needed, what the plan does, what is worst. Every number comes from a figure by construction. */
export function plainRestock(answer: Restock, { lang, tone }: SummaryOptions): Narrative {
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

/** What to do besides ordering, most urgent first. */
export function restockAdvice(answer: Restock, lang: string): readonly string[] {
  const { isHindi, phrases } = phrasesFor(lang);
  const speaker = speakerOf(answer, isHindi ? 'hi' : 'en');
  return answer.findings
    .filter(({ names }) => names['toOrder'] !== '')
    .flatMap((finding) => phrases.advice(speaker, finding) ?? [])
    .slice(0, MOST_ADVICE);
}

function phrasesFor(lang: string): { readonly isHindi: boolean; readonly phrases: RestockPhrases } {
  const isHindi = lang.toLowerCase().startsWith('hi');
  return { isHindi, phrases: isHindi ? HINDI_RESTOCK : ENGLISH_RESTOCK };
}

interface Telling {
  readonly speaker: Speaker;
  readonly tone: Tone;
}

function textOf(answer: Restock, phrases: RestockPhrases, { speaker, tone }: Telling): string {
  if (answer.figures.length === 0) return phrases.empty;
  const isNeeded = speaker.value('restock.items') !== 0;
  const opening = isNeeded
    ? [phrases.need(speaker), phrases.plan(speaker)]
    : [phrases.nothingNeeded(speaker)];
  const told = answer.findings
    .filter(({ kind }) => kind !== 'order')
    .slice(0, MOST_TOLD[tone])
    .flatMap((finding) => phrases.finding(speaker, finding) ?? []);
  const sentences = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
  if (tone !== 'accountant') return sentences([...opening, ...told]);
  return [sentences(opening), sentences(told), phrases.service(speaker)]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
