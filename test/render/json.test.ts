import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Source } from '../../src/domain/books.ts';
import type { Narrative } from '../../src/domain/narrative.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { renderJson } from '../../src/render/json.ts';

const answer: Answer = {
  schemaVersion: 1,
  report: 'pnl',
  shop: 'Tarang\x1b[31m Textiles',
  demo: false,
  period: { from: '2026-10-01', to: '2026-10-31' },
  compare: null,
  asOf: '2026-11-22',
  currency: 'INR',
  figures: [
    {
      id: 'pnl.netProfit',
      label: 'Net profit',
      value: 18_421_000,
      unit: 'money',
      currency: 'INR',
      status: 'estimated',
      period: { from: '2026-10-01', to: '2026-10-31' },
      formula: 'contribution − advertising − operating expenses',
      note: '9 SKUs have no cost',
      better: 'up',
    },
    { id: 'pnl.margin', label: 'Margin', value: null, unit: 'ratio', status: 'missing' },
  ],
  tables: [
    {
      id: 'pnl.skus',
      label: 'By product',
      columns: [{ id: 'sku', label: 'SKU', unit: 'text' }],
      rows: [{ sku: 'KRT\u202E-101', netSales: 123_450, cost: null }],
    },
  ],
  findings: [
    {
      kind: 'loses-money',
      urgency: 'act',
      stake: 418_000,
      figures: { loss: 'pnl.skuLoss' },
      names: { sku: 'KRT-114' },
    },
  ],
};
const narrative: Narrative = {
  source: 'built-in',
  lang: 'en',
  tone: 'owner',
  text: 'Net profit is ₹1,84,210.\n\nShipping ate\x07 the gain.',
  grounding: { checked: 14, traced: 14, dropped: 0, outcome: 'built-in' },
};
const problem: Problem = {
  code: 'bad-amount',
  severity: 'error',
  message: 'amount "abc"',
  file: 'orders.csv',
  line: 3,
};
const source: Source = {
  file: 'orders.csv',
  kind: 'shopify.orders',
  label: 'Shopify orders',
  rows: 9,
  records: 4,
  duplicates: 0,
};

describe('renderJson', () => {
  it('writes the same keys in the same order, texts cleaned and money in minor units', () => {
    expect(renderJson(answer, { narrative, problems: [problem], sources: [source] })).toMatchInlineSnapshot(`
      "{
        "schemaVersion": 1,
        "report": "pnl",
        "shop": "Tarang Textiles",
        "demo": false,
        "period": {
          "from": "2026-10-01",
          "to": "2026-10-31"
        },
        "compare": null,
        "asOf": "2026-11-22",
        "currency": "INR",
        "figures": {
          "pnl.netProfit": {
            "value": 18421000,
            "unit": "money",
            "currency": "INR",
            "status": "estimated",
            "label": "Net profit",
            "period": {
              "from": "2026-10-01",
              "to": "2026-10-31"
            },
            "formula": "contribution − advertising − operating expenses",
            "note": "9 SKUs have no cost"
          },
          "pnl.margin": {
            "value": null,
            "unit": "ratio",
            "status": "missing",
            "label": "Margin"
          }
        },
        "tables": {
          "pnl.skus": [
            {
              "sku": "KRT-101",
              "netSales": 123450,
              "cost": null
            }
          ]
        },
        "findings": [
          {
            "kind": "loses-money",
            "urgency": "act",
            "stake": 418000,
            "figures": {
              "loss": "pnl.skuLoss"
            },
            "names": {
              "sku": "KRT-114"
            }
          }
        ],
        "narrative": {
          "source": "built-in",
          "lang": "en",
          "tone": "owner",
          "text": "Net profit is ₹1,84,210.\\n\\nShipping ate the gain.",
          "grounding": {
            "checked": 14,
            "traced": 14,
            "dropped": 0,
            "outcome": "built-in"
          }
        },
        "problems": [
          {
            "code": "bad-amount",
            "severity": "error",
            "message": "amount \\"abc\\"",
            "file": "orders.csv",
            "line": 3
          }
        ],
        "sources": [
          {
            "file": "orders.csv",
            "kind": "shopify.orders",
            "label": "Shopify orders",
            "rows": 9,
            "records": 4,
            "duplicates": 0
          }
        ]
      }
      "
    `);
  });

  it('says null where there is no shop, period or prose', () => {
    const bare = { ...answer, shop: undefined, period: null, figures: [], tables: [], findings: [] };
    const value = JSON.parse(renderJson(bare, { problems: [], sources: [] })) as Record<string, unknown>;
    expect(value).toMatchObject({ shop: null, period: null, narrative: null, figures: {}, tables: {} });
    expect(Object.keys(value)).toEqual([
      'schemaVersion',
      'report',
      'shop',
      'demo',
      'period',
      'compare',
      'asOf',
      'currency',
      'figures',
      'tables',
      'findings',
      'narrative',
      'problems',
      'sources',
    ]);
  });

  it('takes __proto__ for an ordinary name', () => {
    const figure = { ...answer.figures[0], id: '__proto__' } as Answer['figures'][number];
    const value = JSON.parse(
      renderJson({ ...answer, figures: [figure] }, { problems: [], sources: [] }),
    ) as Answer;
    expect(Object.entries(value.figures)).toHaveLength(1);
  });
});
