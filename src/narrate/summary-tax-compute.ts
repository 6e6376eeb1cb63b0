import type { Narrative, Tone } from '../domain/narrative.ts';
import type { TaxComputation } from '../reports/tax/computation.ts';
import { speakerOf, type Speaker } from './summary/speaker.ts';

interface Told {
  readonly lang: string;
  readonly tone: Tone;
}

/**
 * A paragraph on a tax computation, in English or Hindi: the tax, what rebate, relief and surcharge did, what is payable, the other
 * regime. No model is asked; every number is a figure.
 */
export function plainTaxComputation(answer: TaxComputation, { lang, tone }: Told): Narrative {
  const isHindi = lang.toLowerCase().startsWith('hi');
  const speaker = speakerOf(answer, isHindi ? 'hi' : 'en');
  const text = sentences(answer, speaker, isHindi ? HINDI : ENGLISH).join(' ');
  const checked = speaker.said();
  const isKnown = isHindi || /^en\b/i.test(lang);
  return {
    ...{ source: 'built-in', lang: isHindi ? 'hi' : 'en', tone, text },
    grounding: { checked, traced: checked, dropped: 0, outcome: 'built-in' },
    ...(isKnown ? {} : { caveat: 'the built-in summary knows English and Hindi only' }),
  };
}

type Say = Speaker['say'];

interface Phrases {
  readonly opening: (say: Say, year: string) => string;
  readonly nothing: (say: Say, year: string) => string;
  readonly rebate: (say: Say) => string;
  readonly rebateRelief: (say: Say) => string;
  readonly surcharge: (say: Say) => string;
  readonly surchargeRelief: (say: Say) => string;
  readonly payable: (say: Say) => string;
  readonly uncertain: string;
  readonly other: (say: Say, regime: 'new' | 'old') => string;
}

function sentences(answer: TaxComputation, { say, value }: Speaker, phrases: Phrases): readonly string[] {
  const { question, other } = answer;
  const { label } = question.year;
  const isSome = (id: string): boolean => (value(id) ?? 0) > 0;
  const otherName = question.taxpayer.regime === 'new' ? 'old' : 'new';
  return [
    isSome('tax.total') ? phrases.opening(say, label) : phrases.nothing(say, label),
    ...(isSome('tax.rebate') ? [phrases.rebate(say)] : []),
    ...(isSome('tax.marginalRelief.rebate') ? [phrases.rebateRelief(say)] : []),
    ...(isSome('tax.surcharge') ? [phrases.surcharge(say)] : []),
    ...(isSome('tax.marginalRelief.surcharge') ? [phrases.surchargeRelief(say)] : []),
    value('tax.payable') === null ? phrases.uncertain : phrases.payable(say),
    ...(other === undefined ? [] : [phrases.other(say, otherName)]),
  ];
}

const ENGLISH: Phrases = {
  opening: (say, year) =>
    `On a total income of ${say('tax.income')} the income tax for ${year} is ${say('tax.total')}, ${say('tax.share')} of it.`,
  nothing: (say, year) => `On a total income of ${say('tax.income')} there is no income tax for ${year}.`,
  rebate: (say) => `The rebate takes off ${say('tax.rebate')}.`,
  rebateRelief: (say) =>
    `The income is just over the limit of the rebate, so marginal relief takes off ${say('tax.marginalRelief.rebate')}.`,
  surcharge: (say) => `The surcharge is ${say('tax.surcharge')}.`,
  surchargeRelief: (say) => `Marginal relief takes ${say('tax.marginalRelief.surcharge')} of it off.`,
  payable: (say) => `Payable is ${say('tax.payable')}.`,
  uncertain: 'How the tax of this year is rounded is not certain.',
  other: (say, regime) => `The ${regime} regime would tax the same income with ${say('tax.otherRegime')}.`,
};

const HINDI: Phrases = {
  opening: (say, year) =>
    `${year}: ${say('tax.income')} की कुल आय पर आयकर ${say('tax.total')} है, आय का ${say('tax.share')}।`,
  nothing: (say, year) => `${year}: ${say('tax.income')} की कुल आय पर कोई आयकर नहीं है।`,
  rebate: (say) => `छूट से ${say('tax.rebate')} घटते हैं।`,
  rebateRelief: (say) =>
    `आय छूट की सीमा से थोड़ी ही ऊपर है, इसलिए सीमांत राहत ${say('tax.marginalRelief.rebate')} घटाती है।`,
  surcharge: (say) => `अधिभार ${say('tax.surcharge')} है।`,
  surchargeRelief: (say) => `इसमें से ${say('tax.marginalRelief.surcharge')} सीमांत राहत में घटते हैं।`,
  payable: (say) => `देय राशि ${say('tax.payable')} है।`,
  uncertain: 'इस वर्ष का कर किस प्रकार पूर्णांकित होता है, यह निश्चित नहीं है।',
  other: (say, regime) =>
    `${regime === 'old' ? 'पुरानी' : 'नई'} व्यवस्था में इसी आय पर ${say('tax.otherRegime')} कर होता।`,
};
