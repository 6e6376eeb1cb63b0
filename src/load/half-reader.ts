import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf } from '../domain/order-table-parts.ts';
import { readHalf, type HalfWanted } from './read-half.ts';

// the other thread: reads its part of a large file and hands over what it holds
const half = await readHalf(workerData as HalfWanted);
parentPort?.postMessage(half, half === undefined ? [] : buffersOf(half.parts));
