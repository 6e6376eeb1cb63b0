import type { Channel } from './books.ts';

/** Channels that sell on the shop's behalf, collect the money and keep a commission of their own. */
export const MARKETPLACES: ReadonlySet<Channel> = new Set([
  'amazon',
  'flipkart',
  'meesho',
  'etsy',
  'ebay',
  'snapdeal',
  'tiktok',
  'temu',
  'myntra',
]);

/** Marketplaces whose own couriers carry every parcel: what they charge for it is in their settlement, if anything. */
export const CARRYING: ReadonlySet<Channel> = new Set(['flipkart', 'meesho', 'snapdeal', 'temu']);

const NAMES: ReadonlyMap<Channel, string> = new Map([
  ['ebay', 'eBay'],
  ['paypal', 'PayPal'],
  ['tiktok', 'TikTok'],
  ['woocommerce', 'WooCommerce'],
]);

/** A channel as its owner writes it: `amazon` is Amazon, `ebay` is eBay. */
export function channelName(channel: Channel): string {
  return NAMES.get(channel) ?? `${channel.charAt(0).toUpperCase()}${channel.slice(1)}`;
}
