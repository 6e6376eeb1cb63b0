// Writes src/load/kernel-wasm.ts: src/load/kernel.as.ts as WebAssembly, in base64. Run by `npm run kernel` after the source was
// changed; a test compares the two. The compiler is needed here alone, nothing of it is in the package.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = 'src/load/kernel.as.ts';
const COMPILED = 'src/load/kernel-wasm.ts';
const OPTIONS = '--runtime stub --enable simd -O3 --noAssert --initialMemory 1'.split(' ');
const WIDTH = 104;

/** The text of kernel-wasm.ts for the source as it is now. */
export async function compiledKernel() {
  let binary;
  const { error, stderr } = await asc.main([SOURCE, ...OPTIONS, '--outFile', 'kernel.wasm'], {
    writeFile: (_name, contents) => void (binary = contents),
  });
  if (error !== null) throw new Error(`${SOURCE} does not compile\n${stderr.toString()}`, { cause: error });
  const base64 = Buffer.from(binary).toString('base64');
  const parts = base64.match(new RegExp(`.{1,${WIDTH}}`, 'g')).map((part) => `  '${part}'`);
  return [
    '/** kernel.as as WebAssembly, in base64; written by `npm run kernel`, compared with its source by a test. */',
    'export const KERNEL_WASM =',
    `${parts.join(' +\n')};`,
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(COMPILED, await compiledKernel());
}
