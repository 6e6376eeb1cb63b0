import type { Order } from '../../domain/books.ts';

type State = Pick<Order, 'status' | 'payment' | 'delivery'>;

const WAITING: State = { status: 'open', payment: 'pending', delivery: 'unfulfilled' };
// Snapdeal owes the seller for what was handed over, however the buyer pays
const SENT: State = { status: 'open', payment: 'paid', delivery: 'shipped' };
const BACK: State = { status: 'complete', payment: 'pending', delivery: 'rto' };

const STATES: readonly (readonly [RegExp, State])[] = [
  [/cancel|reject/, { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' }],
  [/\blost\b/, { status: 'complete', payment: 'pending', delivery: 'lost' }],
  [/\brto\b|courier return|undelivered|return to (?:origin|seller)/, BACK],
  [
    /return(?:ed| delivered| complete)|refund/,
    { status: 'complete', payment: 'refunded', delivery: 'delivered' },
  ],
  [/deliver/, { status: 'complete', payment: 'paid', delivery: 'delivered' }],
  [/^shipped|dispatch|in transit|handed over|picked up$|out for delivery/, SENT],
  [/ready|new|pack|manifest|label|hold|pending|verified|approved|process/, WAITING],
];

/** The state of a suborder by Snapdeal's word; undefined for one that is not known. */
export function suborderState(word: string): State | undefined {
  const plain = word.toLowerCase().replace(/[\s_]+/g, ' ');
  return STATES.find(([words]) => words.test(plain))?.[1];
}
