import type { Finding, Urgency } from '../../domain/answer.ts';
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

/** A change in per cent of what was before or is ordinary. */
export function shareFigure(
  make: Make,
  share: { readonly id: string; readonly label: string; readonly value: number; readonly better?: 'up' },
): Figure {
  const { id, ...rest } = share;
  return make({ ...rest, id: `${id}.changeShare`, unit: 'percentChange', status: 'estimated' });
}

/** Figures by role, as a finding refers to them. */
export function rolesOf(figures: Readonly<Record<string, Figure>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(figures).map(([role, { id }]) => [role, id]));
}
