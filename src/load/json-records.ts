import type { JsonObject } from './json.ts';
import { isJsonList, isJsonObject } from './json-fields.ts';

/** How records are found: the name of the list around them, of one record by itself, and names that a record has. */
export interface RecordShape {
  readonly list: string;
  readonly single: string;
  /** the first record must have all of these */
  readonly names: readonly string[];
}

/**
 * The records of a JSON export: a list, `{ "orders": […] }`, `{ "order": {…} }`, or one record; undefined when the first one does
 * not look like it. An empty list under its own name is an export without records.
 */
export function recordsOf(value: unknown, shape: RecordShape): readonly JsonObject[] | undefined {
  if (isJsonList(value)) return checked(value, shape);
  if (!isJsonObject(value)) return undefined;
  const list = value.get(shape.list);
  if (isJsonList(list)) return list.length === 0 ? [] : checked(list, shape);
  return checked([value.get(shape.single) ?? value], shape);
}

function checked(list: readonly unknown[], shape: RecordShape): readonly JsonObject[] | undefined {
  const records = list.filter(isJsonObject);
  const [first] = records;
  if (first === undefined || !shape.names.every((name) => first.has(name))) return undefined;
  return records;
}
