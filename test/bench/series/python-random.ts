const SIZE = 624;
const SHIFT = 397;

/** Knuth's initial filling of the Mersenne Twister's state from one 32-bit number. */
function filled(seed: number): Uint32Array {
  const state = new Uint32Array(SIZE);
  state[0] = seed;
  for (let i = 1; i < SIZE; i += 1) {
    const before = state[i - 1] ?? 0;
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  return state;
}

function mixIn(state: Uint32Array, place: number, factor: number): number {
  const before = state[place - 1] ?? 0;
  return (state[place] ?? 0) ^ Math.imul(before ^ (before >>> 30), factor);
}

/** State after seeding with the 32-bit digits of a whole number, least first (init_by_array of Matsumoto & Nishimura, 2002). */
function seeded(key: readonly number[]): Uint32Array {
  const state = filled(19650218);
  let place = 1;
  const next = (): void => {
    place += 1;
    if (place < SIZE) return;
    state[0] = state[SIZE - 1] ?? 0;
    place = 1;
  };
  for (let k = 0; k < Math.max(SIZE, key.length); k += 1) {
    const digit = k % key.length;
    state[place] = mixIn(state, place, 1664525) + (key[digit] ?? 0) + digit;
    next();
  }
  for (let k = 0; k < SIZE - 1; k += 1) {
    state[place] = mixIn(state, place, 1566083941) - place;
    next();
  }
  state[0] = 0x80000000;
  return state;
}

/**
 * The numbers Python's `random.Random(seed)` draws (CPython 3.11), for a seed of at most 2^53: data made by a Python script can be
 * made again without Python.
 */
export class PythonRandom {
  readonly #state: Uint32Array;
  #place = SIZE;

  constructor(seed: number) {
    const high = Math.floor(Math.abs(seed) / 2 ** 32);
    this.#state = seeded(high === 0 ? [Math.abs(seed)] : [Math.abs(seed) % 2 ** 32, high]);
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE; i += 1) {
      const joined = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % SIZE] ?? 0) & 0x7fffffff);
      state[i] = (state[(i + SHIFT) % SIZE] ?? 0) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.#place = 0;
  }

  #word(): number {
    if (this.#place >= SIZE) this.#twist();
    let word = this.#state[this.#place] ?? 0;
    this.#place += 1;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  /** `random()`: 53 random bits in [0, 1). */
  random(): number {
    const high = this.#word() >>> 5;
    const low = this.#word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** `randrange(n)` for 1 ≤ n < 2^32. */
  randrange(n: number): number {
    const bits = 32 - Math.clz32(n);
    for (;;) {
      const drawn = this.#word() >>> (32 - bits);
      if (drawn < n) return drawn;
    }
  }

  /** `sample(population, count)`. */
  sample<T>(population: readonly T[], count: number): readonly T[] {
    const setSize = 21 + (count > 5 ? 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 0);
    return population.length <= setSize ? this.#fromPool(population, count) : this.#bySet(population, count);
  }

  #fromPool<T>(population: readonly T[], count: number): readonly T[] {
    const pool = [...population];
    return Array.from({ length: count }, (_, i) => {
      const place = this.randrange(pool.length - i);
      const drawn = pool[place] as T;
      pool[place] = pool[pool.length - i - 1] as T;
      return drawn;
    });
  }

  #bySet<T>(population: readonly T[], count: number): readonly T[] {
    const taken = new Set<number>();
    return Array.from({ length: count }, () => {
      let place = this.randrange(population.length);
      while (taken.has(place)) place = this.randrange(population.length);
      taken.add(place);
      return population[place] as T;
    });
  }
}
