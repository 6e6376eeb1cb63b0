// The yardstick for reading: csv-parse alone turns the whole file into rows of text, all columns.
//   node test/bench/parse-only.mjs orders_export.csv
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

process.stdout.write(`${parse(readFileSync(process.argv[2])).length} rows\n`);
