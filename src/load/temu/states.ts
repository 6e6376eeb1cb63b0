import type { Order } from '../../domain/books.ts';

/** How far an item came. */
export type Step = 'cancelled' | 'waiting' | 'partial' | 'shipped' | 'delivered';

const WORDS: readonly (readonly [RegExp, Step])[] = [
  [/cancel|取消/, 'cancelled'],
  [/partial|部分/, 'partial'],
  [/un-?ship|to ship|pending|process|on hold|待发货|待处理|平台处理/, 'waiting'],
  [/deliver|received|receipt|签收|送达|收货/, 'delivered'],
  [/ship|transit|发货/, 'shipped'],
];

/** The step that an item's word tells; undefined for an unknown word. */
export function stepOf(word: string): Step | undefined {
  return WORDS.find(([known]) => known.test(word.toLowerCase()))?.[1];
}

type State = Pick<Order, 'status' | 'payment' | 'delivery'>;

/** Temu is paid before it passes an order on; what was cancelled it gave back, and pays the seller nothing. */
const CANCELLED: State = { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' };

/** The state of an order by the steps of its items; those that were cancelled decide only when all were. */
export function stateOf(steps: readonly Step[]): State {
  const live = new Set(steps.filter((step) => step !== 'cancelled'));
  if (live.size === 0) return CANCELLED;
  if (live.size === 1 && live.has('delivered')) {
    return { status: 'complete', payment: 'paid', delivery: 'delivered' };
  }
  return { status: 'open', payment: 'paid', delivery: onTheWay(live) };
}

function onTheWay(live: ReadonlySet<Step>): Order['delivery'] {
  if (live.has('partial')) return 'partial';
  const isSent = live.has('shipped') || live.has('delivered');
  if (live.has('waiting')) return isSent ? 'partial' : 'unfulfilled';
  return 'shipped';
}
