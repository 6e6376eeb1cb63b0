/** The value at an index; outside the array it is not known: NaN. */
export function valueAt(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}
