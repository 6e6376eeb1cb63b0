import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createFakeGemini } from '../helpers/fake-gemini.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

function run(script: string): Promise<{ out: string; code: number | null; afterAnswer: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: project,
    });
    let out = '';
    let answered = Number.NaN;
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
      answered = performance.now();
    });
    child.stderr.on('data', (piece: Buffer) => void (out += piece.toString()));
    child.on('close', (code) => resolve({ out, code, afterAnswer: performance.now() - answered }));
  });
}

it.each(['hang', 'text', 'stall'])(
  'nothing keeps the process alive after an answer of %s',
  async (scenario) => {
    const fake = await createFakeGemini();
    fake.enqueue(scenario);
    const { out, code, afterAnswer } = await run(`
    const { geminiModel } = await import('./src/narrate/gemini.ts');
    const { userText } = await import('./src/narrate/model.ts');
    const model = geminiModel({ apiKey: 'k', baseUrl: '${fake.url}', timeoutMs: ${scenario === 'hang' ? 300 : 20_000}, idleMs: 300 });
    const reply = await model.write({ system: 's', contents: [userText('hello')], maxOutputTokens: 9 }, new AbortController().signal);
    console.log(reply.outcome);
  `);
    await fake.close();
    expect(out.trim()).toBe(scenario === 'text' ? 'done' : 'timeout');
    expect(code).toBe(0);
    expect(afterAnswer).toBeLessThan(2_000);
  },
);

it('the library is loaded with the first request and not before', async () => {
  const fake = await createFakeGemini();
  const watcher =
    'export async function resolve(name, context, next) { if (name.includes("@google/generative-ai")) process._rawDebug("loaded"); return next(name, context); }';
  const { out } = await run(`
    const { register } = await import('node:module');
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(watcher)}));
    const { geminiModel } = await import('./src/narrate/gemini.ts');
    const model = geminiModel({ apiKey: 'k', baseUrl: '${fake.url}' });
    process._rawDebug('made');
    await model.write({ system: 's', contents: [{ role: 'user', parts: [{ text: 'hello' }] }], maxOutputTokens: 9 }, new AbortController().signal);
  `);
  await fake.close();
  expect(out.trim().split('\n')).toEqual(['made', 'loaded']);
});
