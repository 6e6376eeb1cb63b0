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
} from '../domain/books.ts';
import type { OrderTable } from '../domain/order-table.ts';
import type { Problem } from '../domain/problem.ts';
import type { Settlement } from '../domain/settlement.ts';
import type { ShopSettings } from '../domain/shop.ts';
import type { PurchaseLine, StockOnDay, Supplier, SupplierItem } from '../domain/supply.ts';
import type { TaxLine } from '../domain/tax-line.ts';
import type { ByteTable } from './byte-table.ts';
import type { OrderParts } from './owner/order-parts.ts';
import type { PieceColumns } from './piece-columns.ts';
import type { RowReader } from './row-reader.ts';
import type { OrderDays, Undated } from './undated.ts';

/** Cells under a header that was found by content: a whole file, or the next piece of a large one. */
export interface CellTable {
  readonly file: string;
  /** normalised: trimmed, blanks collapsed, cut at the first line break, lower case */
  readonly header: readonly string[];
  /** number of rows */
  readonly length: number;
  /** the cell as written; '' for one that the row does not have */
  readonly cell: (row: number, column: number) => string;
  /** the cell is the same as in the row above; false in the first row */
  readonly isSameAsAbove: (row: number, column: number) => boolean;
  /** lines above the header, as written */
  readonly preamble: readonly string[];
  /** physical line of a row, 1 for the file's first line */
  readonly lineOf: (rowIndex: number) => number;
  /** index of the first of these normalised names that the header has, or −1 */
  readonly column: (...names: readonly string[]) => number;
  /** every index at which this normalised name stands: some platforms use one name twice */
  readonly columnsNamed: (name: string) => readonly number[];
  /** typed cells, where the table has a quicker way to them than through text */
  readonly reader?: ((draft: Draft) => RowReader) | undefined;
}

/** A whole file's rows. */
export interface TextTable extends CellTable {
  readonly rows: readonly (readonly string[])[];
}

/** The sums over a whole file while they grow. */
export type RunningTotals = { -readonly [Name in keyof OrderTotals]: OrderTotals[Name] };

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
  readonly stockHistory: StockOnDay[];
  readonly customers: Customer[];
  readonly suppliers: Supplier[];
  readonly supplierItems: SupplierItem[];
  readonly purchases: PurchaseLine[];
  readonly expenses: Expense[];
  readonly shipments: Shipment[];
  readonly rivalPrices: RivalPrice[];
  readonly problems: Problem[];
  /** set by readers of order files */
  totals?: RunningTotals | undefined;
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
  /**
   * For files too large to be held as text: the column whose value is the same on all rows of a record, and a reader of piece after
   * piece, each with whole records; what it makes of one may not depend on the others.
   */
  readonly piecewise?: Piecewise | undefined;
}

export interface Piecewise {
  readonly groupedBy: string;
  /** made once for a file; what it gives reads the piece that the table is turned to, and gives the number of rows that are not blank */
  readonly open: (pieces: Pieces) => () => number;
}

/** A large file's pieces, and where their records go. */
export interface Pieces {
  readonly table: ByteTable;
  readonly columns: PieceColumns;
  readonly draft: Draft;
  readonly orders: OrderTable;
  /** to be filled with the numbers of orders that were left out: none may stand in another piece too */
  readonly leftOut: string[];
}

/** The same for JSON files: `claims` looks at the parsed value. */
export interface JsonFormat {
  readonly kind: string;
  readonly label: string;
  readonly claims: (value: unknown) => boolean;
  readonly read: (value: unknown, file: string, draft: Draft) => void;
}
