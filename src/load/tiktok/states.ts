import type { Order } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';

/** How far an order came. */
export type Step = 'cancelled' | 'waiting' | 'delivered' | 'shipped';

/** The words of the markets, which are in the language of the seller's screen. What is still to be sent bears the word for sent. */
const WORDS: readonly (readonly [RegExp, Step])[] = [
  [/cancel|dibatalkan|ยกเลิก|đã h[uủ]|取消|キャンセル/, 'cancelled'],
  [
    /to ship|await|unpaid|on hold|pending|perlu dikirim|menunggu|belum dibayar|ditahan|ที่จะจัดส่ง|รอ|chờ|cần gửi|待|未付款|发货前|出荷待ち/,
    'waiting',
  ],
  [/complete|delivered|selesai|terkirim|สำเร็จ|đã giao|hoàn t|已送达|已完成|已交付|完了/, 'delivered'],
  [/shipped|transit|dikirim|จัดส่งแล้ว|ระหว่าง|vận chuyển|运输中|已发货|发货/, 'shipped'],
];

/** The step that the words of an order's status and substatus tell; undefined for unknown words. */
export function stepOf(status: string, substatus: string): Step | undefined {
  const words = `${status} ${substatus}`.toLowerCase();
  return WORDS.find(([known]) => known.test(words))?.[1];
}

const DELIVERY: Readonly<Record<Step, Order['delivery']>> = {
  cancelled: 'unfulfilled',
  waiting: 'unfulfilled',
  shipped: 'shipped',
  delivered: 'delivered',
};

/** Where the parcel is. One that was sent and then cancelled came back undelivered, unless it was lost. */
export function deliveryAt(
  step: Step,
  { wasShipped, reason }: { readonly wasShipped: boolean; readonly reason: string },
): Order['delivery'] {
  if (step !== 'cancelled' || !wasShipped) return DELIVERY[step];
  return /\blost\b|hilang|สูญหาย|thất lạc|丢失/i.test(reason) ? 'lost' : 'rto';
}

interface Payment {
  readonly isPaid: boolean;
  readonly refunded: Minor;
  readonly total: Minor;
}

/** What was paid and given back. TikTok books a refund of an order that was cancelled before anybody paid, too: that is no money. */
export function paymentOf({ isPaid, refunded, total }: Payment): Pick<Order, 'payment' | 'refunded'> {
  if (!isPaid) return { payment: 'pending' };
  if (refunded <= 0) return { payment: 'paid' };
  return { payment: refunded < total ? 'part_refunded' : 'refunded', refunded: Math.min(refunded, total) };
}

/** Cash on delivery, in the languages of the markets that have it. */
export const ON_DELIVERY =
  /cash on delivery|^cod\b|bayar di tempat|เก็บเงินปลายทาง|khi nhận hàng|货到付款|bayaran tunai/i;
