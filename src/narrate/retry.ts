/** Waits, and ends early (without an error) when the signal is aborted. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** A wait whose timer is gone as soon as it ends, so that it never keeps the process alive after an abort. */
export const sleepFor: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });

/** How often a request is made again after its first failure. */
export const RETRIES = 3;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/**
 * Milliseconds to wait before retry number `attempt` (0 for the first): what the server asked for, plus up to a tenth;
 * otherwise exponential from half a second to eight, with full jitter. `random` gives 0 up to 1.
 */
export function retryWait(attempt: number, asked: number | undefined, random: () => number): number {
  if (asked !== undefined) return Math.ceil(asked * (1 + random() / 10));
  return Math.ceil(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * random());
}

/** A signal that also fires after a time of our own, and tells which of the two it was. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly expired: () => boolean;
  /** milliseconds until it fires; 0 when it has */
  readonly left: () => number;
  /** must be called at the end: clears the timer and lets go of the outer signal */
  readonly clear: () => void;
}

/** Starts a deadline of that many milliseconds under an outer signal. */
export function startDeadline(outer: AbortSignal, milliseconds: number): Deadline {
  const controller = new AbortController();
  const start = performance.now();
  let expired = false;
  const stop = (): void => controller.abort();
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, milliseconds);
  if (outer.aborted) stop();
  outer.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired && !outer.aborted,
    left: () => Math.max(0, milliseconds - (performance.now() - start)),
    clear: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
}
