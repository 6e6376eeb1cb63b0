import type { Day } from '../../day.ts';
import type { Confidence, Rule, Sections } from '../rule.ts';
import { underTheirActs, type Row } from './acts.ts';

/** The last day of a duty for a year's income, and where it was before it was put off. */
export interface DueDate {
  readonly day: Day;
  readonly statutory: Day;
}

type Kind = 'return' | 'auditReport' | 'auditedReturn' | 'belated' | 'revised';

const SECTIONS: Readonly<Record<Kind, Sections>> = {
  return: { old: '139(1)', new: '263(1)' },
  auditReport: { old: '44AB', new: '63' },
  auditedReturn: { old: '139(1)', new: '263(1)' },
  belated: { old: null, new: null },
  revised: { old: '139(5)', new: '263(5)' },
};

type Dated = readonly [
  kind: Kind,
  day: Day,
  more?: { readonly statutory?: Day; readonly confidence?: Confidence },
];

/** Nothing proves that a date was not put off after the tables were made. */
const CHECK = 'the statutory date; look at the portal for extensions';

function datesOf(start: number, dates: readonly Dated[]): readonly Row<DueDate>[] {
  return dates.map(([kind, day, { statutory = day, confidence = 'verified' as const } = {}]) => ({
    ...{ id: `due.${kind}`, section: SECTIONS[kind], from: `${start}-04-01`, to: `${start + 1}-03-31` },
    value: { day, statutory },
    citation: statutory === day ? 'the Act, as it stands for the year' : 'put off by the Board',
    confidence,
    check: start === 2024 ? undefined : CHECK,
  }));
}

/**
 * Due dates by the year of the income: `due.return` of a business without audit, `due.auditReport`, `due.auditedReturn` (also of
 * companies), `due.belated` and `due.revised`.
 */
export const DUE_DATES: readonly Rule<DueDate>[] = underTheirActs([
  ...datesOf(2024, [
    ['return', '2025-09-16', { statutory: '2025-07-31' }],
    ['auditReport', '2025-11-10', { statutory: '2025-09-30' }],
    ['auditedReturn', '2025-12-10', { statutory: '2025-10-31' }],
    ['belated', '2025-12-31'],
    ['revised', '2025-12-31'],
  ]),
  ...datesOf(2025, [
    ['return', '2026-08-31'],
    ['auditReport', '2026-09-30'],
    ['auditedReturn', '2026-10-31'],
    ['belated', '2026-12-31'],
    ['revised', '2027-03-31'],
  ]),
  ...datesOf(2026, [
    ['return', '2027-08-31'],
    ['auditReport', '2027-09-30'],
    ['auditedReturn', '2027-10-31'],
    ['belated', '2027-12-31', { confidence: 'memory' }],
    ['revised', '2028-03-31'],
  ]),
]);
