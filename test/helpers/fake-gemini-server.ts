import { createFakeGemini } from './fake-gemini.ts';

/**
 * The fake Gemini as a program, for running the built command line against it:
 * `node --import tsx test/helpers/fake-gemini-server.ts [--port 8787]` prints its address and ends on SIGINT or SIGTERM.
 * `POST /__enqueue ["429",{"say":"…"}]` sets what it says next, `GET /__requests` lists what it was asked, `POST /__reset` forgets.
 */
const at = process.argv.indexOf('--port');
const fake = await createFakeGemini(at < 0 ? 0 : Number(process.argv[at + 1]));
process.stdout.write(`${fake.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void fake.close());
}
