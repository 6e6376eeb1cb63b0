import type { Problem } from '../domain/problem.ts';

/** Tells which of an order's needed columns could not be used (the first of those that are undefined), and that it was left out. */
export function orderLeftOut(
  needed: Readonly<Record<string, unknown>>,
  at: { readonly file: string; readonly line: number },
): Problem {
  const column = Object.keys(needed).find((name) => needed[name] === undefined);
  return {
    code: 'missing-value',
    severity: 'error',
    message: `an order without a usable ${column ?? 'value'} – left out`,
    ...at,
    column,
  };
}
