import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportFlags } from '../../src/commands/global-options.ts';
import { runReport, type Asking, type ReportCommand, type Shown } from '../../src/commands/report-run.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Narrative } from '../../src/domain/narrative.ts';
import { testContext, type WorldOptions } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { smallShop } from '../helpers/shop-folder.ts';

const FLAGS: ReportFlags = {
  ...{ demo: false, from: [], to: [], ai: true, requireAi: false, showPrompt: false },
  ...{ strict: false, quiet: false, ascii: false },
};

const answer: Answer = {
  ...{ schemaVersion: 1, report: 'stub', demo: false, period: null, compare: null, asOf: '2026-11-22' },
  ...{ currency: 'INR', tables: [], findings: [] },
  figures: [
    { id: 'stub.total', label: 'Total', value: 12300, unit: 'money', currency: 'INR', status: 'actual' },
  ],
};
const narrative: Narrative = {
  ...{ source: 'built-in', lang: 'en', tone: 'owner', text: 'All in all ₹123.' },
  grounding: { checked: 1, traced: 1, dropped: 0, outcome: 'built-in' },
};

interface Seen {
  asking?: Asking;
  shown?: Shown;
  afterwards: number;
}

async function ask(
  own: Partial<ReportFlags> = {},
  report: Partial<ReportCommand<Answer>> = {},
  world: WorldOptions = {},
) {
  const { context, stdout, stderr } = testContext({ cwd: temporaryFolder(smallShop()), ...world });
  const seen: Seen = { afterwards: 0 };
  const running = runReport({ ...FLAGS, ...own }, context, {
    name: 'stub',
    asksModel: false,
    compute: (asking) => {
      seen.asking = asking;
      return answer;
    },
    plain: () => narrative,
    page: (_, shown) => {
      seen.shown = shown;
      return {
        document: {
          title: 'Stub',
          lang: 'en',
          demo: false,
          blocks: [{ kind: 'prose', role: 'summary', text: shown.narrative.text }],
        },
        tables: [],
        subject: 'A stub',
      };
    },
    notes: () => ['nothing of note'],
    afterwards: () => {
      seen.afterwards += 1;
      return Promise.resolve();
    },
    ...report,
  });
  const error = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, stdout: stdout(), stderr: stderr(), seen };
}

describe('the way from a command line to a report’s page', () => {
  it('reads the books, asks, notes, shows, and does afterwards what is left, in this order', async () => {
    const { error, stdout, stderr, seen } = await ask();
    expect(error).toBeUndefined();
    expect(seen.asking?.loaded.books.orders).toHaveLength(7);
    expect(seen.asking).toMatchObject({ asOf: '2026-11-22', period: undefined });
    expect(stderr).toBe('note: nothing of note\n');
    expect(stdout).toContain('All in all ₹123.');
    expect(seen.shown).toMatchObject({ format: 'text', narrative: { text: 'All in all ₹123.' } });
    expect(seen.afterwards).toBe(1);
  });

  it('is quiet when told so', async () => {
    expect((await ask({ quiet: true })).stderr).toBe('');
  });

  it('hands the period and today on', async () => {
    const { seen } = await ask({ period: '2026-10', asOf: '2026-11-01' });
    expect(seen.asking).toMatchObject({
      asOf: '2026-11-01',
      period: { from: '2026-10-01', to: '2026-10-31' },
    });
  });

  it('writes a file in the format of its name', async () => {
    const cwd = temporaryFolder(smallShop());
    const { stdout, seen } = await ask({ output: 'page.md' }, {}, { cwd });
    expect(stdout).toBe('');
    expect(seen.shown?.format).toBe('md');
    expect(readFileSync(join(cwd, 'page.md'), 'utf8')).toContain('All in all ₹123.');
  });

  it('does nothing afterwards when the answer could not be written', async () => {
    const { error, seen } = await ask({ output: 'no/such/folder/page.md' });
    expect(error).toBeDefined();
    expect(seen.afterwards).toBe(0);
  });

  it('shows the prompt of a report that asks a model, and does nothing afterwards', async () => {
    const { stdout, seen } = await ask({ showPrompt: true }, { asksModel: true });
    expect(stdout).toContain('stub.total');
    expect(seen.shown).toBeUndefined();
    expect(seen.afterwards).toBe(0);
  });

  it('refuses the prompt of one that asks none, before anything is read', async () => {
    const { error, seen } = await ask({ showPrompt: true });
    expect(error).toMatchObject({
      message: '--show-prompt shows nothing here',
      hint: 'ecom stub asks no model: its summary is the built-in one',
      exitCode: 2,
    });
    expect(seen.asking).toBeUndefined();
  });

  it('says after the report that no model wrote it, where one was required', async () => {
    const env = { ECOM_AI_REQUIRED: 'true' };
    const none = await ask({ requireAi: true }, {}, { env });
    expect(none.error).toMatchObject({ message: 'no summary by a model', exitCode: 5 });
    expect(none.stdout).toContain('All in all ₹123.');
    const unavailable = await ask({ requireAi: true }, { asksModel: true }, { env });
    expect(unavailable.error).toMatchObject({ exitCode: 5 });
  });

  it('stops at a folder without exports, and at a mail without a reader', async () => {
    const empty = await ask({}, {}, { cwd: temporaryFolder() });
    expect(empty.error).toBeDefined();
    expect(empty.seen.asking).toBeUndefined();
    const mail = await ask({ format: 'eml' });
    expect(mail.error).toMatchObject({ exitCode: 2 });
    expect(mail.seen.asking).toBeUndefined();
  });

  it('ends with a failure in strict mode when a row could not be used, after the report', async () => {
    const shop = smallShop();
    const cwd = temporaryFolder({
      ...shop,
      'costs.csv': `${shop['costs.csv'] ?? ''}BAG-009,abc,2026-01-01\n`,
    });
    const { error, stdout } = await ask({ strict: true }, {}, { cwd });
    expect(error).toBeDefined();
    expect(stdout).toContain('All in all ₹123.');
  });
});
