/** Names under which shop software hands its order number over; the number that the owner knows goes before an internal id. */
const NAMES = [
  /(?:^|[ _-])order[ _-]?(?:number|no|name|nr)$|(?:^|[ _-])ordernumber$/,
  /^order$|(?:^|[ _-])order[ _-]?(?:ref(?:erence)?|receipt)$/,
  /(?:^|[ _-])order[ _-]?id$|(?:^|[ _-])orderid$/,
];

/** How well a name (`order_number`, `woocommerce_order_id`) stands for the shop's order number, 0 best; undefined: not at all. */
export function orderNameRank(name: string): number | undefined {
  const rank = NAMES.findIndex((words) => words.test(name.trim().toLowerCase()));
  return rank < 0 ? undefined : rank;
}

const PAIR = /"?([\w -]+?)"?\s*[:=]>?\s*"?(#?[\w/-]+)"?/g;

/**
 * The order number in notes that a payment carries (`{"woocommerce_order_number":"1041"}`, `order_id: 1041`), by the best of
 * the names that stand in them; undefined when none does.
 */
export function orderInNotes(notes: string): string | undefined {
  let best: { readonly rank: number; readonly order: string } | undefined;
  for (const [, name = '', order = ''] of notes.matchAll(PAIR)) {
    const rank = orderNameRank(name);
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { rank, order };
  }
  return best?.order;
}
