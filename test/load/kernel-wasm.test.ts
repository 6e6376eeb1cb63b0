import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the kernel in the repository is what its source compiles to; `npm run kernel` makes it so', async () => {
  const compiler = new URL('../../kernel.config.js', import.meta.url).href;
  const { compiledKernel } = (await import(compiler)) as { compiledKernel: () => Promise<string> };
  const path = fileURLToPath(new URL('../../src/load/kernel-wasm.ts', import.meta.url));
  expect(readFileSync(path, 'utf8')).toBe(await compiledKernel());
}, 60_000);
