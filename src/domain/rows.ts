/**
 * A list of records that need not be an array: books of millions of lines are kept in columns, and a record is made when it is
 * looked at. Every array is one. Records have no identity: two looks at the same place may give two objects.
 */
export interface Rows<Item> extends Iterable<Item> {
  readonly length: number;
  readonly at: (index: number) => Item | undefined;
  readonly map: <Result>(make: (item: Item, index: number) => Result) => Result[];
  readonly filter: (keep: (item: Item, index: number) => boolean) => Item[];
  readonly find: (wanted: (item: Item, index: number) => boolean) => Item | undefined;
  readonly some: (test: (item: Item, index: number) => boolean) => boolean;
  readonly every: (test: (item: Item, index: number) => boolean) => boolean;
}
