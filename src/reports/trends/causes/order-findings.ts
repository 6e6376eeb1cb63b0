import { drillDown, type DrillDownElement } from '../../../stats/drill-down.ts';
import type { Finding } from './finding.ts';
import { groupWorth } from './group-worth.ts';
import { ordersShifts, type OrdersShift } from './orders-change.ts';
import type { Carrier } from './sale-line.ts';
import type { Scene } from './scene.ts';
import type { CustomerGroup, Order } from './weeks.ts';

const GROUP_OF = { traffic: undefined, new_customers: 'new', returning_customers: 'returning' } as const;
const CHECK_OF = {
  traffic: 'all',
  new_customers: 'new_customers',
  returning_customers: 'returning_customers',
} as const;

function elements(
  scene: Scene,
  group: CustomerGroup | undefined,
  name: (order: Order) => string | undefined,
) {
  const sums = new Map<string, { forecast: number; actual: number }>();
  const add = (orders: readonly Order[], key: 'forecast' | 'actual', factor: number): void => {
    for (const order of orders) {
      const of = name(order);
      if (of === undefined || (group !== undefined && order.group !== group)) continue;
      const known = sums.get(of) ?? { forecast: 0, actual: 0 };
      known[key] += order.gross * factor;
      sums.set(of, known);
    }
  };
  const factor = Math.exp(scene.forecast) / scene.weeks.length;
  add(
    scene.weeks.flatMap(({ orders }) => orders),
    'forecast',
    factor,
  );
  add(scene.current.orders, 'actual', 1);
  return [...sums].map(([of, both]): DrillDownElement => ({ name: of, ...both }));
}

/** The states or channels whose shares of gross sales surprise most and that carry the change, by their part of it. */
function carriersOf(scene: Scene, group: CustomerGroup | undefined): readonly Carrier[] {
  const [first] = drillDown([
    { name: 'segment', elements: elements(scene, group, ({ segment }) => segment) },
    { name: 'channel', elements: elements(scene, group, ({ channel }) => channel) },
  ]);
  return first?.elements.map(({ name, explanatoryPower }) => ({ name, amount: explanatoryPower })) ?? [];
}

function orderFinding(scene: Scene, { cause, shift, deviations, probability }: OrdersShift): Finding {
  const { current, weeks, forecast } = scene;
  const group = GROUP_OF[cause];
  const worth =
    group === undefined ? { logFactor: shift, error: 0 } : groupWorth(current, weeks, { group, shift });
  const count = (orders: readonly Order[]): number =>
    orders.filter((order) => group === undefined || order.group === group).length;
  const before = count(weeks.flatMap(({ orders }) => orders)) / weeks.length;
  return {
    cause,
    logFactor: worth.logFactor * probability,
    deviations,
    error: Math.hypot(worth.error, worth.logFactor / (deviations || 1)) * probability,
    carriers: carriersOf(scene, group),
    whole: 1,
    check: [
      { kind: 'orders', of: CHECK_OF[cause], usual: before * Math.exp(forecast), now: count(current.orders) },
    ],
  };
}

/** What moved the number of orders. Explanations that cannot be told apart share the effect by their probabilities. */
export function orderFindings(scene: Scene): readonly Finding[] {
  return ordersShifts(scene.current, scene.weeks, scene.forecastPerDay).map((shift) =>
    orderFinding(scene, shift),
  );
}
