// Builds dist/: our own code and the three packages that every start needs become one bundle with lazy parts, because a start
// that opens two hundred small files takes longer than the work. Run by `npm run build`, after the types were checked.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const BUNDLED = ['commander', 'csv-parse', 'zod'];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/cli.ts', 'src/context.ts', 'src/load/half-reader.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
  banner: {
    js: "import { createRequire as ecomRequire } from 'node:module'; const require = ecomRequire(import.meta.url);",
  },
  minifyWhitespace: true,
  logLevel: 'warning',
});
const licence = (name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim()}\n`;
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', BUNDLED.map(licence).join('\n---\n\n'));
cpSync('src/render/fonts', 'dist/render/fonts', { recursive: true });
