import type { Rule } from '../rule.ts';
import type { Slab } from '../progressive.ts';
import { FIRST_DAY, LAST_VOTED_DAY, underTheirActs, type Row } from './acts.ts';
import { VOTED_YEARS } from './finance-acts.ts';

const NEW_SECTIONS = { old: '115BAC', new: '202' };

/** The old regime's slabs, alike in all years but for where they begin: by age, for residents. */
function oldSlabs(id: string, exempt: number): readonly Row<readonly Slab[]>[] {
  const low = exempt < 500_000 ? [{ upTo: 500_000, rate: 5 }] : [];
  const value = [{ upTo: exempt, rate: 0 }, ...low, { upTo: 1_000_000, rate: 20 }, { upTo: null, rate: 30 }];
  return VOTED_YEARS.map(({ from, to, section, schedule }) => ({
    ...{ id, from, to, section, value, confidence: 'verified' as const },
    citation: `${schedule}, Paragraph A`,
  }));
}

/**
 * Slabs of individuals and Hindu undivided families by regime: `slabs.new`, `slabs.old`, and of the old regime for residents of 60 to
 * 79 years `slabs.old.60` and from 80 years `slabs.old.80`. The new regime knows no steps of age.
 */
export const SLABS: readonly Rule<readonly Slab[]>[] = underTheirActs([
  {
    id: 'slabs.new',
    section: NEW_SECTIONS,
    from: FIRST_DAY,
    to: '2025-03-31',
    value: [
      { upTo: 300_000, rate: 0 },
      { upTo: 700_000, rate: 5 },
      { upTo: 1_000_000, rate: 10 },
      { upTo: 1_200_000, rate: 15 },
      { upTo: 1_500_000, rate: 20 },
      { upTo: null, rate: 30 },
    ],
    citation: 'section 115BAC(1A)',
    confidence: 'verified',
  },
  {
    id: 'slabs.new',
    section: NEW_SECTIONS,
    from: '2025-04-01',
    to: LAST_VOTED_DAY,
    value: [
      { upTo: 400_000, rate: 0 },
      { upTo: 800_000, rate: 5 },
      { upTo: 1_200_000, rate: 10 },
      { upTo: 1_600_000, rate: 15 },
      { upTo: 2_000_000, rate: 20 },
      { upTo: 2_400_000, rate: 25 },
      { upTo: null, rate: 30 },
    ],
    citation: 'section 115BAC(1A), as amended by the Finance Act 2025; section 202(1) of the Act of 2025',
    confidence: 'verified',
  },
  ...oldSlabs('slabs.old', 250_000),
  ...oldSlabs('slabs.old.60', 300_000),
  ...oldSlabs('slabs.old.80', 500_000),
]);
