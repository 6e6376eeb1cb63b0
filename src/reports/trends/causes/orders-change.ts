import { repeatOrders } from './repeat-orders.ts';
import type { CustomerGroup, Week } from './weeks.ts';

export type OrdersCause = 'traffic' | 'new_customers' | 'returning_customers';

/** A common shift of the logarithms of order counts: of all groups of customers, or of one. */
export interface OrdersShift {
  readonly cause: OrdersCause;
  readonly shift: number;
  readonly deviations: number;
  /** of being the true one of the shifts told */
  readonly probability: number;
}

const GROUPS: readonly CustomerGroup[] = ['new', 'returning', 'unknown'];
const CAUSE_OF: Readonly<Record<CustomerGroup, OrdersCause | undefined>> = {
  new: 'new_customers',
  returning: 'returning_customers',
  unknown: undefined,
};
/** Below, the logarithm of a count says too little (the usual limit for counts taken as normal). */
const LEAST_ORDERS = 5;
const LEAST_PROBABILITY = 0.2;

/** Orders of one group in the current week and in the weeks before. */
interface GroupCounts {
  readonly group: CustomerGroup;
  readonly now: number;
  readonly before: readonly number[];
  readonly usual: number;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const at = (values: readonly number[], place: number): number => values[place] ?? 0;
const countOf = (week: Week, group: CustomerGroup): number =>
  week.orders.filter((order) => order.group === group).length;
/** Orders as they would have been with as many open days as the current week has. */
const countLike = (week: Week, group: CustomerGroup, openDays: number): number =>
  (countOf(week, group) / week.openDays.length) * openDays;
const logRatio = (now: number, usual: number): number => Math.log((now + 0.5) / (usual + 0.5));

function groupCounts(week: Week, weeks: readonly Week[]): readonly GroupCounts[] {
  return GROUPS.map((group) => {
    const before = weeks.map((one) => countLike(one, group, week.openDays.length));
    return { group, now: countOf(week, group), before, usual: sum(before) / before.length };
  }).filter(({ usual }) => usual >= LEAST_ORDERS);
}

/** Variances of the logarithms: one that all groups share from week to week, and one for each group alone. */
interface Noise {
  readonly common: number;
  readonly own: readonly number[];
}

/**
 * Each past week is measured against the mean of the others. What the groups have in common beyond chance is common noise; what
 * they have apart, in multiples of Poisson's variance, widens the noise of each.
 */
function noiseOf(groups: readonly GroupCounts[]): Noise {
  const weeks = Math.max(...groups.map(({ before }) => before.length));
  const usuals = groups.map(({ usual }) => usual);
  const all = sum(usuals);
  const others = weeks / (weeks - 1);
  let shared = 0;
  let apart = 0;
  for (let i = 0; i < weeks; i += 1) {
    const logs = groups.map(({ before, usual }) => {
      const own = at(before, i);
      return logRatio(own, (usual * weeks - own) / (weeks - 1));
    });
    const common = sum(logs.map((log, g) => (log * at(usuals, g)) / all));
    shared += common ** 2;
    apart += sum(logs.map((log, g) => (log - common) ** 2 * at(usuals, g))) / others;
  }
  const freedom = weeks * (groups.length - 1);
  const excess = freedom === 0 ? 1 : Math.max(1, apart / freedom);
  return {
    common: Math.max(0, ((shared / weeks) * (1 + 1 / weeks)) / others ** 2 - 1 / all),
    own: groups.map(({ usual }) => (excess / usual) * (1 + 1 / weeks)),
  };
}

interface Hypothesis {
  readonly cause: OrdersCause;
  /** 1 for groups it moves */
  readonly moves: readonly (0 | 1)[];
}

function hypotheses(groups: readonly GroupCounts[]): readonly Hypothesis[] {
  const all: Hypothesis = { cause: 'traffic', moves: groups.map(() => 1) };
  if (groups.length < 2) return [all];
  const single = groups.flatMap(({ group }, g): readonly Hypothesis[] => {
    const cause = CAUSE_OF[group];
    return cause === undefined ? [] : [{ cause, moves: groups.map((_, i) => (i === g ? 1 : 0)) }];
  });
  return [all, ...single];
}

/** Generalised least squares of one shift, with covariance diag(own) + common (inverted by Sherman & Morrison's formula). */
function fitted(
  { cause, moves }: Hypothesis,
  logs: readonly number[],
  noise: Noise,
): Omit<OrdersShift, 'probability'> {
  const weights = noise.own.map((variance) => 1 / variance);
  const pull = noise.common / (1 + noise.common * sum(weights));
  const weighted = (values: readonly number[]): number =>
    sum(values.map((value, i) => value * at(weights, i)));
  const inner = (a: readonly number[], b: readonly number[]): number =>
    weighted(a.map((value, i) => value * at(b, i))) - pull * weighted(a) * weighted(b);
  const information = inner(moves, moves);
  const shift = inner(moves, logs) / information;
  return { cause, shift, deviations: shift * Math.sqrt(information) };
}

/**
 * What moved the number of orders: all groups of customers alike (traffic), or new or returning ones alone; each with its probability given the
 * counts per open day, their own noise and the orders per returning customer (equal before looking). Explanations less likely
 * than one in five are left out. Groups with fewer than five orders a week are not looked at; `forecast` is the logarithm by which
 * orders per open day were to rise. Fewer than two weeks, or no group large enough: none.
 */
export function ordersShifts(week: Week, weeks: readonly Week[], forecast: number): readonly OrdersShift[] {
  const groups = groupCounts(week, weeks);
  if (groups.length === 0 || weeks.length < 2) return [];
  const noise = noiseOf(groups);
  const logs = groups.map(({ now, usual }) => logRatio(now, usual) - forecast);
  const fits = hypotheses(groups).map((hypothesis) => fitted(hypothesis, logs, noise));
  const likelihoodOfRepeats = repeatOrders(week, weeks);
  const likelihoods = fits.map(
    ({ cause, shift, deviations }) =>
      deviations ** 2 / 2 + likelihoodOfRepeats(cause === 'traffic' ? shift : 0),
  );
  const best = Math.max(...likelihoods);
  const weights = likelihoods.map((log) => Math.exp(log - best));
  const kept = weights.map((weight) => (weight >= LEAST_PROBABILITY * sum(weights) ? weight : 0));
  return fits
    .map((fit, i) => ({ ...fit, probability: at(kept, i) / sum(kept) }))
    .filter(({ probability }) => probability > 0);
}
