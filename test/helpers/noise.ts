/** Deterministic numbers that look like chance: roughly standard normal, the same for the same seed (sum of twelve uniform numbers, mulberry32). */
export function noise(count: number, seed = 1): readonly number[] {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Array.from(
    { length: count },
    () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, 0) - 6,
  );
}
