import type { Table } from '../domain/answer.ts';
import type { Figure } from '../domain/figure.ts';
import { baseOf, isChange, isEffect } from './change-figures.ts';
import { changeOf, type Facts, type Mention, type Reading } from './facts.ts';
import { mask, spansOf, wholeWord, type Span } from './text-marks.ts';

/** `most`/`least`: by size · `best`/`worst`: by value with its sign · `never`: no answer can bear it out */
type Rank = 'most' | 'least' | 'best' | 'worst' | 'never';

const LEXICON: readonly (readonly [Rank, RegExp])[] = (
  [
    [
      'most',
      'largest|biggest|greatest|steepest|sharpest|most|heaviest|costliest|top-selling|सर्वाधिक|सबसे (?:बड़ा|बड़ी|बड़े|ज़्यादा|ज्यादा|अधिक)',
    ],
    ['least', 'smallest|fewest|least|cheapest|न्यूनतम|सबसे (?:छोटा|छोटी|छोटे|कम)'],
    ['best', 'best|highest|strongest|अधिकतम|सर्वश्रेष्ठ|सबसे (?:अच्छा|अच्छी|अच्छे|ऊँचा|ऊंचा|ऊँची|ऊंची|बेहतर)'],
    ['worst', 'worst|lowest|weakest|सबसे (?:खराब|ख़राब|बुरा|बुरी|नीचा|नीची)'],
    [
      'never',
      'all[- ]time|(?:a|the|new|this|another|our|your) record(?!s)|record[- ](?:high|low|month|week|year|quarter|sales|profit|revenue|orders|breaking|setting)|ever|unprecedented|most of|majority|रिकॉर्ड|अब तक',
    ],
  ] as const
).map(([rank, source]) => [rank, wholeWord(source.normalize('NFC'))]);

const IDIOMS = wholeWord('at (?:least|most|best|worst)|best to|(?:for|as) ever|last but not least|not least');

/** Superlatives of a masked sentence that the figures and tables do not bear out. */
export function superlativeProblems(reading: Reading, facts: Facts, sentence: string): readonly string[] {
  const plain = mask(reading.masked, spansOf(reading.masked, IDIOMS), ' ');
  const taken: Span[] = [];
  return [...LEXICON].reverse().flatMap(([rank, pattern]) =>
    spansOf(plain, pattern)
      .filter((span) => taken.every((other) => span.end <= other.start || span.start >= other.end))
      .flatMap((span) => {
        taken.push(span);
        const mention = mentionFor(span, reading.mentions);
        const borne =
          rank !== 'never' &&
          ((mention !== undefined &&
            mention.figures.some((figure) => isExtreme(figure, rank, facts.figures))) ||
            facts.tables.some((table) => tableSays(table, rank, sentence)));
        return borne ? [] : [`"${span.text}" is not borne out by the figures`];
      }),
  );
}

/** The number that a superlative is about: the next one in the sentence, else the last before it. */
function mentionFor(span: Span, mentions: readonly Mention[]): Mention | undefined {
  return (
    mentions.find((mention) => mention.start >= span.end) ??
    mentions.findLast((mention) => mention.end <= span.start)
  );
}

function isExtreme(figure: Figure, rank: Rank, figures: readonly Figure[]): boolean {
  const { value } = figure;
  const family = familyOf(figure, figures).flatMap((other) => (other.value === null ? [] : [other.value]));
  if (value === null || family.length < 2) return false;
  const sameSign = family.filter((other) => Math.sign(other) === Math.sign(value)).map(Math.abs);
  switch (rank) {
    case 'most':
      return Math.abs(value) >= Math.max(...sameSign);
    case 'least':
      return Math.abs(value) <= Math.min(...sameSign);
    case 'best':
      return value >= Math.max(...family);
    default:
      return value <= Math.min(...family);
  }
}

/** What a figure may be compared with: the steps of one bridge, the costs, their changes, or the same number of other rows. */
function familyOf(figure: Figure, figures: readonly Figure[]): readonly Figure[] {
  const prefix = figure.id.slice(0, figure.id.indexOf('.') + 1);
  const alike = figures.filter((other) => other.unit === figure.unit && other.id.startsWith(prefix));
  if (isEffect(figure)) return alike.filter((other) => isEffect(other) && !other.id.endsWith('.total'));
  if (/\.\d+\./.test(figure.id)) {
    const shape = (id: string): string => id.replace(/\.\d+\./, '.#.');
    return figures.filter((other) => shape(other.id) === shape(figure.id));
  }
  const costs = alike.filter((other) => changeOf(figures, baseOf(other.id))?.better === 'down');
  if (!costs.some((other) => other.id === figure.id)) return [];
  const ending = figure.id.slice(baseOf(figure.id).length);
  const isDetail = (id: string): boolean => /\.(?:expense|leftOut)\./.test(id) || id.endsWith('PerOrder');
  return costs.filter(
    (other) =>
      other.id.slice(baseOf(other.id).length) === ending &&
      isChange(other) === isChange(figure) &&
      isDetail(other.id) === isDetail(figure.id),
  );
}

/** Whether a table's row that the sentence names is the extreme one in a column that it names as well. */
function tableSays(table: Table, rank: Rank, sentence: string): boolean {
  const words = sentence.toLowerCase();
  const named = table.rows.filter((row) =>
    table.columns.some(({ id, unit }) => {
      const cell = row[id];
      return (
        unit === 'text' && typeof cell === 'string' && cell.length > 1 && words.includes(cell.toLowerCase())
      );
    }),
  );
  const columns = table.columns.filter(
    ({ unit, label }) => unit !== 'text' && label !== '' && words.includes(label.toLowerCase()),
  );
  return named.some((row) =>
    columns.some(({ id }) => {
      const cells = table.rows.map((other) => other[id]).filter((cell) => typeof cell === 'number');
      const cell = row[id];
      if (typeof cell !== 'number' || cells.length < 2) return false;
      return rank === 'least' || rank === 'worst' ? cell <= Math.min(...cells) : cell >= Math.max(...cells);
    }),
  );
}
