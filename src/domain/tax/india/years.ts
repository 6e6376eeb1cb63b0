import type { Period } from '../../period.ts';
import { FIRST_DAY, FIRST_DAY_2025, LAST_VOTED_DAY } from './acts.ts';

/** A financial year, April to March. */
export interface TaxYear extends Period {
  /** `2025-26` */
  readonly name: string;
  /** as it is called in its own Act: `FY 2025-26 (AY 2026-27)`, `tax year 2026-27` */
  readonly label: string;
}

const FIRST = Number(FIRST_DAY.slice(0, 4));
const LAST = Number(LAST_VOTED_DAY.slice(0, 4)) - 1;

/** The years whose rates the tables hold, oldest first. */
export const TAX_YEARS: readonly TaxYear[] = Array.from({ length: LAST - FIRST + 1 }, (_, index) =>
  yearFrom(FIRST + index),
);

function yearFrom(start: number): TaxYear {
  const name = nameOf(start);
  const from = `${start}-04-01`;
  const label = from < FIRST_DAY_2025 ? `FY ${name} (AY ${nameOf(start + 1)})` : `tax year ${name}`;
  return { name, label, from, to: `${start + 1}-03-31` };
}

function nameOf(start: number): string {
  return `${start}-${String(start + 1).slice(2)}`;
}

/** The year of that name (`2025-26`, `2025-2026`, `FY2025-26`, `ty2026-27`) when the tables hold it; else undefined. */
export function taxYearOf(text: string): TaxYear | undefined {
  const [, start = '', end = ''] = /^(?:[ft]y ?)?(\d{4})-(\d{2}|\d{4})$/i.exec(text.trim()) ?? [];
  const year = TAX_YEARS.find(({ from }) => from.startsWith(start) && start !== '');
  return year !== undefined && year.to.slice(0, 4).endsWith(end) ? year : undefined;
}
