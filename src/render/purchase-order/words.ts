import { formatDay, type Day } from '../../domain/day.ts';

/** What an order says in a language, besides what the shop and its supplier are called and sell. */
export interface OrderWords {
  /** of the language */
  readonly tag: string;
  readonly title: string;
  readonly number: string;
  readonly orderedOn: string;
  readonly wantedBy: string;
  readonly buyer: string;
  readonly supplier: string;
  readonly deliverTo: string;
  readonly sku: string;
  readonly supplierSku: string;
  /** the same, to the supplier */
  readonly yourCode: string;
  readonly item: string;
  readonly quantity: string;
  readonly packs: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly total: string;
  /** stands where an amount would */
  readonly open: string;
  readonly priceOpen: string;
  readonly day: (day: Day) => string;
  readonly pieces: (count: string, isOne: boolean) => string;
  readonly inPacks: (packs: string, size: string) => string;
  /** behind `open`, in the total's place */
  readonly noPriceFor: (skus: string, more: number) => string;
  readonly page: (page: number, pages: number) => string;
}

const ENGLISH: OrderWords = {
  tag: 'en',
  title: 'Purchase order',
  number: 'Order no.',
  orderedOn: 'Date',
  wantedBy: 'Wanted by',
  buyer: 'From',
  supplier: 'To',
  deliverTo: 'Deliver to',
  sku: 'SKU',
  supplierSku: 'Your code',
  yourCode: 'your code',
  item: 'Item',
  quantity: 'Quantity',
  packs: 'Packs',
  unitPrice: 'Price',
  amount: 'Amount',
  total: 'Total',
  open: 'to be confirmed',
  priceOpen: 'price to be confirmed',
  day: formatDay,
  pieces: (count, isOne) => `${count} ${isOne ? 'piece' : 'pieces'}`,
  inPacks: (packs, size) => `${packs} × pack of ${size}`,
  noPriceFor: (skus, more) => `no price for ${skus}${more > 0 ? ` and ${more} more` : ''}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const HINDI_MONTHS = 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'
  .normalize('NFC')
  .split(' ');

const HINDI: OrderWords = {
  tag: 'hi',
  title: 'क्रय आदेश',
  number: 'आदेश संख्या',
  orderedOn: 'दिनांक',
  wantedBy: 'डिलीवरी की अपेक्षित तिथि',
  buyer: 'प्रेषक',
  supplier: 'सेवा में',
  deliverTo: 'डिलीवरी का पता',
  sku: 'SKU',
  supplierSku: 'आपका कोड',
  yourCode: 'आपका कोड',
  item: 'विवरण',
  quantity: 'मात्रा',
  packs: 'पैक',
  unitPrice: 'दर',
  amount: 'राशि',
  total: 'कुल राशि',
  open: 'पुष्टि शेष',
  priceOpen: 'दर की पुष्टि शेष',
  day: (day) =>
    `${Number(day.slice(8, 10))} ${HINDI_MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`,
  pieces: (count) => `${count} नग`,
  inPacks: (packs, size) => `${packs} पैक, प्रति पैक ${size} नग`,
  noPriceFor: (skus, more) => `दर ज्ञात नहीं: ${skus}${more > 0 ? ` और ${more} अन्य` : ''}`,
  page: (page, pages) => `पृष्ठ ${page} / ${pages}`,
};

/** The words of a language tag such as `hi` or `hi-IN`; English for every language but Hindi. */
export function wordsIn(lang: string): OrderWords {
  return /^hi(?:-|$)/i.test(lang) ? HINDI : ENGLISH;
}
