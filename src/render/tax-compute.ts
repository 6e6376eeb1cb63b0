import type { Cell } from '../domain/answer.ts';
import { formatDay } from '../domain/day.ts';
import { formatMoney, groupDigits } from '../domain/money.ts';
import type { Narrative } from '../domain/narrative.ts';
import type { Entity } from '../domain/tax/india/taxpayer.ts';
import type { TaxComputation } from '../reports/tax/computation.ts';
import type { Block, Document, DocumentRow } from './document.ts';
import { amountText, cell, numberIn, rowsOf, textIn } from './pnl/cells.ts';
import { summaryLine } from './pnl.ts';

const ENTITIES: Readonly<Record<Entity, string>> = {
  proprietor: 'proprietor',
  huf: 'Hindu undivided family',
  firm: 'firm',
  llp: 'limited liability partnership',
  company: 'domestic company',
};

/** The computation as a page: the answer in words, every step with its sections, what was assumed, what is to be checked. */
export function taxComputeDocument(answer: TaxComputation, narrative: Narrative): Document {
  const { question, act, currency, asOf } = answer;
  const summary: Block = { kind: 'prose', role: 'summary', text: narrative.text };
  const footer: Block = { kind: 'prose', role: 'footer', text: summaryLine(narrative) };
  return {
    title: `Income tax · ${ENTITIES[question.taxpayer.entity]} · ${question.year.label} · ${act}`,
    subtitle: `Rules as of ${formatDay(asOf)} · a calculation to check with your chartered accountant, not a filing`,
    ...{ right: currency, lang: narrative.lang, demo: false },
    blocks: [
      summary,
      stepsBlock(answer),
      { kind: 'heading', text: 'Assumed' },
      { kind: 'list', items: answer.assumptions },
      footer,
    ],
  };
}

function stepsBlock(answer: TaxComputation): Block {
  return {
    ...{ kind: 'table', id: 'steps' },
    columns: [
      { label: '', align: 'left' },
      { label: 'rupees', align: 'right' },
      { label: 'section 1961 → 2025', align: 'left', grow: true },
    ],
    rows: rowsOf(answer.tables, 'steps').flatMap((row) => stepRows(row, answer)),
    notes: [...otherRegime(answer), ...checksOf(answer)],
  };
}

type Row = Readonly<Record<string, Cell>>;

/** Steps of nothing are left out, but for the tax, the cess, and the rebate where there could be one. */
const ALWAYS: ReadonlySet<string> = new Set(['income', 'slab', 'rebate', 'cess', 'total', 'payable']);

function stepRows(row: Row, answer: TaxComputation): readonly DocumentRow[] {
  const step = textIn(row, 'step');
  const amount = numberIn(row, 'amount');
  if (amount === 0 && (!ALWAYS.has(step) || (step === 'rebate' && sectionText(row) === ''))) return [];
  const shown =
    amount === null ? 'not certain' : amountText(amount, { currency: answer.currency, whole: false });
  const line: DocumentRow = {
    cells: [cell(labelOf(step, answer)), cell(shown), cell(sectionText(row))],
    style: step === 'total' ? 'total' : 'normal',
  };
  return step === 'slab' ? [...slabRows(answer), line] : [line];
}

function slabRows({ steps, currency }: TaxComputation): readonly DocumentRow[] {
  if (steps.parts.length === 1) return [];
  return steps.parts.map(({ from, to, rate, tax }) => {
    const lower = groupDigits(String(from), currency);
    const ends = to === null ? `over ${lower}` : `${lower} to ${groupDigits(String(to), currency)}`;
    const amount = amountText(tax, { currency, whole: false });
    return { cells: [cell(`${ends} at ${rate} %`), cell(amount), cell('')], style: 'muted', indent: 1 };
  });
}

function labelOf(step: string, { rules, steps }: TaxComputation): string {
  const { charge, cess, roundTax } = rules;
  const labels: Row = {
    income: 'Total income',
    slab: 'rate' in charge.value ? `Tax at ${charge.value.rate} %` : 'Tax on the slabs',
    rebate: 'Rebate',
    rebateRelief: 'Marginal relief',
    surcharge: `Surcharge ${steps.surchargeRate} %`,
    surchargeRelief: 'Marginal relief',
    cess: `Cess ${cess.value} %`,
    total: 'Income tax',
    payable: `Payable, to ₹${roundTax.value.multiple}`,
  };
  return textIn(labels, step);
}

function sectionText(row: Row): string {
  return row['check'] === null ? sectionsOf(row) : `${sectionsOf(row)} · check`;
}

function sectionsOf(row: Row): string {
  const old = textIn(row, 'section1961');
  return old === '' ? '' : `${old} → ${textIn(row, 'section2025')}`;
}

/** Both regimes are always shown: the choice is the owner's, and near one-way. */
function otherRegime({ other, question, currency }: TaxComputation): readonly string[] {
  if (other === undefined) return [];
  const name = question.taxpayer.regime === 'new' ? 'old' : 'new';
  const caution = name === 'old' ? '; deductions such as 80C (now 123) could lower the income there' : '';
  return [
    `The same income in the ${name} regime: ${formatMoney(other.total, currency, { decimals: 'auto' })}${caution}.`,
  ];
}

function checksOf({ tables }: TaxComputation): readonly string[] {
  const unsure = rowsOf(tables, 'steps').filter((row) => textIn(row, 'check') !== '');
  const checks = unsure.map((row) => `check (${sectionsOf(row)}): ${textIn(row, 'check')}`);
  return [...new Set(checks), 'FA: Finance Act'];
}
