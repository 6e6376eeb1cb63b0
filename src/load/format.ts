import type {
  Cost,
  Customer,
  Expense,
  Movement,
  Order,
  OrderTotals,
  Product,
  RivalPrice,
  Shipment,
  StockLevel,
  Supplier,
  SupplierItem,
} from '../domain/books.ts';
import type { Problem } from '../domain/problem.ts';
import type { Settlement } from '../domain/settlement.ts';
import type { ShopSettings } from '../domain/shop.ts';
import type { TaxLine } from '../domain/tax-line.ts';
import type { OrderParts } from './owner/order-parts.ts';
import type { OrderDays, Undated } from './undated.ts';

/** A file's rows under a header that was found by content. Cells are as written; header names are normalised. */
export interface TextTable {
  readonly file: string;
  /** normalised: trimmed, blanks collapsed, cut at the first line break, lower case */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** lines above the header, as written */
  readonly preamble: readonly string[];
  /** physical line of a row, 1 for the file's first line */
  readonly lineOf: (rowIndex: number) => number;
  /** index of the first of these normalised names that the header has, or −1 */
  readonly column: (...names: readonly string[]) => number;
  /** every index at which this normalised name stands: some platforms use one name twice */
  readonly columnsNamed: (name: string) => readonly number[];
}

/** What reading one file gives. A format's reader pushes records; identity and duplicates across files are settled afterwards. */
export interface Draft {
  readonly shop: ShopSettings;
  readonly orders: Order[];
  readonly movements: Movement[];
  readonly settlements: Settlement[];
  readonly taxLines: TaxLine[];
  readonly products: Product[];
  readonly costs: Cost[];
  readonly stock: StockLevel[];
  readonly customers: Customer[];
  readonly suppliers: Supplier[];
  readonly supplierItems: SupplierItem[];
  readonly expenses: Expense[];
  readonly shipments: Shipment[];
  readonly rivalPrices: RivalPrice[];
  readonly problems: Problem[];
  /** set by readers of order files */
  totals?: OrderTotals | undefined;
  /** orders without lines, or lines without orders, that wait for the other file */
  orderParts?: OrderParts | undefined;
  /** days of orders of which the file tells no amounts, for other files that tell amounts without days */
  orderDays?: OrderDays | undefined;
  /** movements of money that wait for their days, in a file that names none */
  undated?: Undated | undefined;
}

/** One kind of export. Adding a format takes one file with one of these, one fixture pair, and one line in `formats.ts`. */
export interface Format {
  /** e.g. `shopify.orders` */
  readonly kind: string;
  /** e.g. `Shopify orders` */
  readonly label: string;
  /** normalised column names that must all be there; a list inside means any of its names */
  readonly signature: readonly (string | readonly string[])[];
  /** further column names that the format knows; they raise the score, their absence is fine */
  readonly known: readonly string[];
  /** names that the platform itself uses for two columns; the reader tells them apart by `columnsNamed` */
  readonly repeated?: readonly string[];
  readonly read: (table: TextTable, draft: Draft) => void;
}

/** The same for JSON files: `claims` looks at the parsed value. */
export interface JsonFormat {
  readonly kind: string;
  readonly label: string;
  readonly claims: (value: unknown) => boolean;
  readonly read: (value: unknown, file: string, draft: Draft) => void;
}
