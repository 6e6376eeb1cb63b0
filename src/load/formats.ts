import type { Format, JsonFormat } from './format.ts';

/** Every kind of delimited export that can be read: one line per format. */
export const FORMATS: readonly Format[] = [];

/** Every kind of JSON export that can be read: one line per format. */
export const JSON_FORMATS: readonly JsonFormat[] = [];
