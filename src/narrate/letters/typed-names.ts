import type { LetterReply } from './prompt.ts';

/** Words that begin with a capital in a letter without being anybody's name. */
const ENGLISH_WORDS = new Set(
  (
    'I Dear Hello Hi Hey Namaste Namaskar Greetings Good Respected Esteemed Valued Sir Sirs Madam Maam Ma Team Ji Partner Partners Friend Friends Supplier ' +
    'Morning Afternoon Evening To Thank Thanks Many Kind Kindest Warm Warmest Best Regards Wishes Yours Sincerely Faithfully Truly Respectfully Cordially With Please ' +
    'Purchase Order And Or The You'
  ).split(' '),
);
const FORMULA_LINE = 4;
const HINDI_BEFORE_HONORIFIC = new Set([
  'आदरणीय',
  'माननीय',
  'श्रीमान',
  'श्रीमान्',
  'महोदय',
  'सर',
  'भाई',
  'मैडम',
  'साहब',
]);

/**
 * A name that stands where `{{contact}}` or another of our own should: in English a capitalised word that neither begins a
 * sentence nor belongs to a letter's formulas, in Hindi the word before जी or after श्री. Other languages cannot be judged.
 */
export function typedName(said: string, part: keyof LetterReply, lang: string): string | undefined {
  if (/^en(?:-|$)/i.test(lang)) return englishName(said, part);
  return /^hi(?:-|$)/i.test(lang) ? hindiName(said) : undefined;
}

function englishName(said: string, part: keyof LetterReply): string | undefined {
  for (const line of said.split('\n')) {
    const words = Array.from(line.matchAll(/[\p{L}\p{M}]+/gu));
    const isFormula = part === 'greeting' || words.length <= FORMULA_LINE;
    const name = words.find(({ 0: word, index }) => {
      const begins = /(?:^|[.!?:]\s)\W*$/u.test(line.slice(0, index));
      return /^\p{Lu}/u.test(word) && !ENGLISH_WORDS.has(word) && (isFormula || !begins);
    });
    if (name !== undefined) return name[0];
  }
  return undefined;
}

function hindiName(said: string): string | undefined {
  const [, before] = /([\p{L}\p{M}]+)\s+जी(?![\p{L}\p{M}])/u.exec(said) ?? [];
  if (before !== undefined && !HINDI_BEFORE_HONORIFIC.has(before)) return before;
  return /(?<![\p{L}\p{M}])(?:श्री|श्रीमती|सुश्री)\s+([\p{L}\p{M}]+)/u.exec(said)?.[1];
}
