import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Document } from '../../src/render/document.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderText } from '../../src/render/text.ts';
import { cellWidth } from '../../src/render/width.ts';
import { sharedPath } from '../helpers/shared.ts';

const OWN = [
  '\x1b]52;c;cm0gLXJmIH4=\x07Kurta',
  '\x9b31mSaree\x90x\x9c',
  '\u202Efdp.exe',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '=HYPERLINK("http://evil.example","click")',
  '[click](https://evil.example) ![x](https://evil.example/p.png)',
  '| a | b |\n| --- | --- |',
  'Dupatta\uD83D\x00',
  `${'क्षत्रिय'.repeat(60)}`,
];

/** Strings of a reference list beside the repository, none when it is not there. */
function listed(name: string, pick: (value: unknown) => string[] = (value) => value as string[]): string[] {
  const path = sharedPath(name);
  return path === undefined ? [] : pick(JSON.parse(readFileSync(path, 'utf8')));
}

const strings = [
  ...OWN,
  ...listed('security/blns/blns.json'),
  ...listed('security/hostile-names.json'),
  ...listed(
    'security/csv-formula-cells.json',
    (value) => (value as { must_be_neutralised: string[] }).must_be_neutralised,
  ),
];

/** Anything that could move a cursor, turn the direction of writing or hide. */
const FORBIDDEN =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202A-\u202E\u2066-\u2069\u200B\uFEFF\u{E0000}-\u{E007F}\p{Cs}]/u;

const documentOf = (text: string): Document => ({
  title: text,
  subtitle: text,
  right: text,
  lang: 'en',
  demo: true,
  blocks: [
    { kind: 'heading', text },
    { kind: 'prose', role: 'summary', text },
    {
      kind: 'table',
      id: 'skus',
      caption: text,
      columns: [
        { label: text, align: 'left' },
        { label: 'cost', align: 'right' },
        { label: text, align: 'left', grow: true },
      ],
      rows: [{ style: 'normal', cells: [{ text }, { text: '1,299' }, { text }] }],
      more: text,
      notes: [text],
    },
    { kind: 'spark', label: text, unit: text, values: [1, 2], from: text, to: text, note: text },
    { kind: 'bars', label: text, rows: [{ label: text, value: 1, text }] },
    { kind: 'list', items: [text] },
  ],
});

const answerOf = (text: string): Answer => ({
  schemaVersion: 1,
  report: 'pnl',
  shop: text,
  demo: false,
  period: null,
  compare: null,
  asOf: '2026-11-22',
  currency: 'INR',
  figures: [{ id: `sku.${text}`, label: text, value: 1, unit: 'count', status: 'actual', note: text }],
  tables: [
    { id: 'skus', label: text, columns: [{ id: 'sku', label: text, unit: 'text' }], rows: [{ sku: text }] },
  ],
  findings: [{ kind: 'loses-money', urgency: 'act', stake: 1, figures: {}, names: { sku: text } }],
});

describe('hostile words from a file', () => {
  it('reach a terminal as plain text that fits', () => {
    for (const text of strings) {
      for (const [width, ascii] of [
        [80, false],
        [40, true],
      ] as const) {
        const shown = renderText(documentOf(text), { width, ascii });
        expect(shown).not.toMatch(FORBIDDEN);
        expect(Math.max(...shown.split('\n').map(cellWidth))).toBeLessThanOrEqual(width);
      }
    }
  });

  it('become neither HTML nor links in markdown', () => {
    for (const text of strings) {
      const shown = renderMarkdown(documentOf(text));
      expect(shown).not.toMatch(FORBIDDEN);
      const outsideCode = shown.replace(/\\`/g, '').replace(/`[^`\n]*`/g, '');
      expect(outsideCode).not.toMatch(/<|(?<!\\)\]\(|:\/\/|www\./i);
      const rows = shown.split('\n').filter((line) => line.startsWith('| '));
      for (const row of rows) expect([2, 3]).toContain((row.match(/(?<!\\)\|/g) ?? []).length - 1);
    }
  });

  it('are escaped in HTML', () => {
    for (const text of strings) {
      const shown = renderHtml(documentOf(`Kurta ${text}`));
      expect(shown).not.toMatch(FORBIDDEN);
      expect(shown).not.toMatch(/<(?:script|img|svg|style|iframe|a|form|input|object|embed)\b/i);
      expect(shown.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>"']/);
      expect(shown.match(/<t[dh]\b/g)).toHaveLength(25);
    }
  });

  it('are no formula in CSV', () => {
    for (const text of strings) {
      const shown = renderCsv(answerOf(text).tables, 'INR');
      expect(shown).not.toMatch(FORBIDDEN);
      for (const line of shown.trimEnd().split('\n'))
        expect(line).not.toMatch(/^["\s]*(?:[=+@＝＋－＠]|-(?!\d+(?:\.\d+)?$))/);
    }
  });

  it('are ordinary strings in JSON', () => {
    for (const text of strings) {
      const shown = renderJson(answerOf(text), { problems: [], sources: [] });
      expect(shown).not.toMatch(FORBIDDEN);
      expect(JSON.stringify(JSON.parse(shown))).not.toMatch(/\\u00[01]|\\u007f/i);
    }
  });
});
