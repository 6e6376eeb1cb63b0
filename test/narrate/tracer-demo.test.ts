import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Tone } from '../../src/domain/narrative.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { loadBooks } from '../../src/load/load-books.ts';
import { factsOf } from '../../src/narrate/facts.ts';
import { plainPnl } from '../../src/narrate/summary-pnl.ts';
import { traceText } from '../../src/narrate/tracer.ts';
import { pnl } from '../../src/reports/pnl.ts';

const folder = fileURLToPath(new URL('../../fixtures/demo/', import.meta.url));
const shop = { ...DEFAULT_SHOP, currency: 'INR', pricesIncludeTax: true };
const loading = loadBooks([folder], { cwd: folder, shop, demo: true });

describe('the built-in summary of the demo shop, written by nobody who knew the tracer', () => {
  it.each(
    (['en', 'hi'] as const).flatMap((lang) =>
      (['owner', 'accountant', 'message'] as const).map((tone): [string, Tone] => [lang, tone]),
    ),
  )('in %s for %s is traced', async (lang, tone) => {
    const { books } = await loading;
    const period = { from: '2026-10-01', to: '2026-10-31' };
    const answer = pnl.compute(books, { asOf: '2026-11-22', period, compare: 'previous' });
    const { figures, ...options } = factsOf(answer);
    const { checked, traced } = traceText(plainPnl(answer, { lang, tone }).text, figures, options);
    expect(checked).toBeGreaterThan(8);
    expect(traced / checked).toBeGreaterThanOrEqual(0.95);
  });
});
