import type { Document, DocumentRow } from '../../src/render/document.ts';

function row(style: DocumentRow['style'], ...texts: string[]): DocumentRow {
  return { style, cells: texts.map((text) => ({ text })) };
}

/** A profit-and-loss page of a small textile shop, with every kind of block. */
export const profitAndLoss: Document = {
  title: 'Profit and loss · Tarang Textiles · 1–31 Oct 2026 (against Sep 2026)',
  right: 'INR',
  lang: 'en',
  demo: false,
  blocks: [
    {
      kind: 'prose',
      role: 'summary',
      text: 'Net profit is ₹1,84,210, down ₹12,400 (−6.3 %) on September although sales rose. Shipping ate the gain: ₹71 an order instead of ₹62 (−₹18,900).\n\nFirst thing to do: stop cash on delivery for SKU KRT-114 in Bihar.',
    },
    {
      kind: 'table',
      id: 'statement',
      columns: [
        { label: '', align: 'left' },
        { label: 'Oct 2026', align: 'right' },
        { label: 'Sep 2026', align: 'right', priority: 2 },
        { label: 'change', align: 'right' },
        { label: '', align: 'left', priority: 1 },
      ],
      rows: [
        row('normal', 'Gross sales', '14,82,300', '13,97,050', '+85,250', '+6.1 %'),
        { ...row('muted', 'Discounts', '−96,400', '−88,120', '−8,280'), indent: 1 },
        row('subtotal', 'Net sales', '13,14,650', '12,50,030', '+64,620', '+5.2 %'),
        row('normal', 'Payment and marketplace fees', '−88,560', '−82,730', '−5,830'),
        {
          style: 'normal',
          cells: [
            { text: 'Undelivered cash on delivery' },
            { text: '~ −41,300' },
            { text: '−32,150' },
            { text: '−9,150', tone: 'worse' },
            { text: '▲ worse', tone: 'worse' },
          ],
        },
        row('total', 'Net profit', '1,84,210', '1,96,610', '−12,400', '14.0 %'),
      ],
      more: 'and 3 lines of 0',
      notes: ['between 1,71,600 and 1,92,050, as 9 SKUs have no cost (~)'],
    },
    {
      kind: 'spark',
      label: 'Daily net sales',
      values: [
        3,
        5,
        4,
        3,
        6,
        9,
        7,
        4,
        4,
        3,
        6,
        8,
        10,
        8,
        4,
        6,
        8,
        6,
        8,
        10,
        12,
        14,
        12,
        10,
        4,
        3,
        3,
        null,
        4,
        4,
        3,
      ],
      from: '1 Oct',
      to: '31 Oct',
      note: 'Diwali run-up 18–23 Oct',
    },
    { kind: 'heading', text: 'Why net profit moved' },
    {
      kind: 'bars',
      label: '',
      rows: [
        { label: 'more orders (+7.4 %)', value: 17_300, text: '+₹17,300' },
        { label: 'shipping per order', value: -18_900, text: '−₹18,900' },
        { label: 'price', value: 0, text: '₹0' },
      ],
    },
    {
      kind: 'list',
      items: [
        'ask the courier for a rate by weight slab before the next pickup contract is signed',
        'enter the cost of 9 SKUs',
      ],
    },
    {
      kind: 'prose',
      role: 'footer',
      text: '4,112 orders from 3 files · 11 rows left out (ecom check)\nSummary: built-in (no AI key)',
    },
  ],
};
