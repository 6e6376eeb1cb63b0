/** Columns of a Shopify orders export that reports read, and those that they only carry along. */
const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Province,Billing Country,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Source,Lineitem discount,Tax 1 Name,Tax 1 Value';

const TWO_YEARS = 730 * 86_400;
const START = Date.UTC(2024, 9, 1);

type Whole = (below: number) => number;

/** The same sequence for the same seed: a linear congruence of 31 bits. */
function wholeNumbers(seed: number): Whole {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * below);
  };
}

function rupees(paise: number): string {
  return (paise / 100).toFixed(2);
}

interface Item {
  readonly sku: number;
  readonly price: number;
  readonly quantity: number;
}

interface Sale {
  readonly number: number;
  readonly placed: string;
}

function moment(draw: Whole): string {
  const instant = new Date(START + draw(TWO_YEARS) * 1000).toISOString();
  return `${instant.slice(0, 19).replace('T', ' ')} +0530`;
}

function itemCells({ sku, price, quantity }: Item): string {
  const name = `"Cotton Kurta, ""Indigo"" No ${sku} – कुर्ता"`;
  return `${quantity},${name},${rupees(price)},,KRT-${String(sku).padStart(4, '0')},true,true,fulfilled`;
}

function firstRow({ number, placed }: Sale, items: readonly Item[], draw: Whole): string {
  const gross = items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  const discount = draw(10) === 0 ? Math.floor(gross / 10) : 0;
  const tax = Math.round((gross - discount) * 0.05);
  const isCancelled = draw(50) === 0;
  const refunded = !isCancelled && draw(40) === 0 ? Math.floor((gross - discount) / 2) : 0;
  const status = isCancelled ? 'voided' : refunded > 0 ? 'partially_refunded' : 'paid';
  const money = [gross - discount, 4900, tax, gross - discount + tax + 4900].map(rupees).join(',');
  const head = `#${number},buyer${draw(100_000)}@example.com,${status},${placed},fulfilled,${placed},no,INR,${money}`;
  const offer = `${discount > 0 ? 'DIWALI10' : ''},${rupees(discount)},Standard,${placed}`;
  const address = `Asha Verma,"12, MG Road",Bengaluru,'560001,KA,IN,${isCancelled ? placed : ''}`;
  const rest = `Razorpay,${rupees(refunded)},Tarang,${5e12 + number},,web,0.00,IGST 5%,${rupees(tax)}`;
  const [first] = items;
  return first === undefined ? '' : `${head},${offer},${itemCells(first)},${address},${rest}\n`;
}

function laterRow({ number, placed }: Sale, item: Item): string {
  return `#${number},buyer@example.com${','.repeat(14)}${placed},${itemCells(item)}${','.repeat(10)}Tarang,,,,0.00,,\n`;
}

/** A Shopify-shaped orders export with exactly this many order lines, tax on top; the same text for the same number. */
export function* ordersExport(lineCount: number): Generator<string> {
  yield `${HEADER}\n`;
  const draw = wholeNumbers(42);
  for (let number = 1001, written = 0; written < lineCount; number += 1) {
    const items = Array.from({ length: Math.min(1 + draw(3), lineCount - written) }, () => ({
      sku: draw(2000),
      price: 9900 + draw(300_000),
      quantity: 1 + draw(4),
    }));
    const sale = { number, placed: moment(draw) };
    const later = items.slice(1).map((item) => laterRow(sale, item));
    yield firstRow(sale, items, draw) + later.join('');
    written += items.length;
  }
}
