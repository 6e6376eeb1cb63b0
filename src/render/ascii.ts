import type { Rewrite } from './document.ts';

const PLAIN: Readonly<Record<string, string>> = {
  '₹': 'Rs ',
  '▲': '+',
  '▼': '-',
  '◆': '*',
  '−': '-',
  '–': '-',
  '—': '-',
  '·': '-',
  '•': '*',
  '…': '...',
  '×': 'x',
  '→': '->',
  '←': '<-',
  '≤': '<=',
  '≥': '>=',
  '±': '+/-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
};
const SIGNS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Our own signs in plain ASCII: ₹ becomes `Rs `, ▲ and ▼ `+` and `-`, a true minus `-`, … `...`. Letters of any script stay. */
export const toAscii: Rewrite = (text) => text.replace(SIGNS, (sign) => PLAIN[sign] ?? sign);
