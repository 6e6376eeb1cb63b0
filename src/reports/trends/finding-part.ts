import type { Finding, Urgency } from '../../domain/answer.ts';
import { formatDay, type Day } from '../../domain/day.ts';
import type { Figure } from '../../domain/figure.ts';
import type { figureMaker } from './figures.ts';

/** A finding with the figures that only it has. */
export interface Part {
  readonly finding: Finding;
  readonly figures: readonly Figure[];
}

/** Makes figures of the study's measure. */
export type Make = ReturnType<typeof figureMaker>;

/** A finding; what is not given is empty, `own` are its figures. */
export function part(
  kind: string,
  urgency: Urgency,
  rest: Partial<Omit<Finding, 'kind' | 'urgency'>> & { readonly own?: readonly Figure[] } = {},
): Part {
  const { stake = 0, figures = {}, names = {}, own = [] } = rest;
  return { finding: { kind, urgency, stake, figures, names }, figures: own };
}

/** By how much sales from a day on differ from those before it. */
export function shareFigure(
  make: Make,
  { id, day, value }: { readonly id: string; readonly day: Day; readonly value: number },
): Figure {
  return make({
    id: `${id}.changeShare`,
    label: `From ${formatDay(day)}`,
    unit: 'percentChange',
    value,
    better: 'up',
    status: 'estimated',
  });
}

/** Figures by role, as a finding refers to them. */
export function rolesOf(figures: Readonly<Record<string, Figure>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(figures).map(([role, { id }]) => [role, id]));
}
