import type { Finding, Urgency } from '../../domain/answer.ts';
import { addDays, formatDay } from '../../domain/day.ts';
import type { Figure } from '../../domain/figure.ts';
import { causeParts } from './cause-findings.ts';
import { dayParts, levelParts } from './day-findings.ts';
import { figureMaker, MEASURE } from './figures.ts';
import { part, type Make, type Part } from './finding-part.ts';
import { productParts } from './product-findings.ts';
import { seasonParts } from './season-findings.ts';
import type { Study } from './trends.ts';
import { isNormalWeek } from './week-compared.ts';

interface Found {
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
}

/**
 * What is worth telling. First the week against what was to be expected and, when it is off, the largest cause; then the others: what
 * is to be done now before what is to be watched before what is to be known, each by the money at stake.
 */
export function trendsFindings(study: Study): Found {
  const make = figureMaker(study);
  const causes = causeParts(study, make);
  const first = [...weekPart(study), ...(isNormalWeek(study.compared) ? [] : causes.slice(0, 1))];
  const others = [
    ...doubts(study, make),
    ...causes,
    ...productParts(study, make),
    ...dayParts(study, make),
    ...levelParts(study, make),
    ...seasonParts(study, make),
  ].filter((one) => !first.includes(one));
  const parts = [...first, ...ranked(others)];
  return { findings: parts.map(({ finding }) => finding), figures: parts.flatMap(({ figures }) => figures) };
}

const RANK: Readonly<Record<Urgency, number>> = { act: 0, watch: 1, know: 2 };

/** How far the files reach comes before all else that is as urgent: the rest rests on it. */
function ranked(parts: readonly Part[]): readonly Part[] {
  const isDoubt = ({ finding }: Part): boolean => DOUBTS.has(finding.kind);
  return [...parts].sort(
    (a, b) =>
      RANK[a.finding.urgency] - RANK[b.finding.urgency] ||
      Number(isDoubt(b)) - Number(isDoubt(a)) ||
      b.finding.stake - a.finding.stake,
  );
}

const DOUBTS: ReadonlySet<string> = new Set(['filesEndEarly', 'tooShort']);

function doubts({ known, compared, marked }: Study, make: Make): Part[] {
  const ends = part('filesEndEarly', 'watch', { names: { day: formatDay(known.to) } });
  const days = make({
    id: 'trends.daysKnown',
    label: 'Days known',
    value: marked.values.length,
    unit: 'days',
    status: 'actual',
  });
  const short = part('tooShort', 'know', { figures: { days: days.id }, own: [days] });
  return [...(known.endsEarly ? [ends] : []), ...(compared.expected === null ? [short] : [])];
}

function weekPart({ compared, measure, week, asOf }: Study): Part[] {
  const { expected, total } = compared;
  if (expected === null) return [];
  const direction = total < expected.total ? 'down' : 'up';
  const isNormal = isNormalWeek(compared);
  const figures = { total: 'trends.last7', expected: 'trends.expected', change: 'trends.change' };
  return [
    part('week', isNormal || direction === 'up' ? 'know' : 'watch', {
      stake: MEASURE[measure].unit === 'money' && !isNormal ? Math.abs(total - expected.total) : 0,
      figures,
      names: {
        direction,
        normal: isNormal ? 'yes' : 'no',
        ...(week.to === addDays(asOf, -1) ? {} : { to: formatDay(week.to) }),
      },
    }),
  ];
}
