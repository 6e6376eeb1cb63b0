import type { OwnerRow } from './owner-rows.ts';

/** A number of pieces, of days or of minor units; one below zero is a Problem and undefined. */
export function notNegative(row: OwnerRow, name: string, value = row.count(name)): number | undefined {
  if (value === undefined || value >= 0) return value;
  row.doubt(name, 'is below zero – read as blank');
  return undefined;
}

/** The same, where zero says nothing either: a pack of none. */
export function positive(row: OwnerRow, name: string): number | undefined {
  const value = row.count(name);
  if (value === undefined || value > 0) return value;
  row.doubt(name, 'is not more than zero – read as blank');
  return undefined;
}
