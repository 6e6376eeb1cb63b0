import type { Column, Table } from '../../domain/answer.ts';
import type { IncomeTax } from '../../domain/tax/india/compute.ts';
import { INDIA } from '../../domain/tax/india/law.ts';
import type { TaxRules } from '../../domain/tax/india/taxpayer.ts';
import { toCheck, type Rule } from '../../domain/tax/rule.ts';

interface Computed {
  readonly steps: IncomeTax;
  readonly rules: TaxRules;
  readonly assumptions: readonly string[];
}

/** `steps` (as on the page), `slabs`, `rules` (the law behind each step) and `assumptions`. */
export function tablesOf({ steps, rules, assumptions }: Computed): readonly Table[] {
  return [
    { id: 'steps', label: 'Steps', columns: STEP_COLUMNS, rows: stepRows(steps, rules) },
    { id: 'slabs', label: 'Slabs', columns: SLAB_COLUMNS, rows: slabRows(steps) },
    { id: 'rules', label: 'Rules', columns: RULE_COLUMNS, rows: ruleRows(rules) },
    {
      ...{ id: 'assumptions', label: 'Assumed', columns: [text('text', 'Assumed')] },
      rows: assumptions.map((assumption) => ({ text: assumption })),
    },
  ];
}

const text = (id: string, label: string): Column => ({ id, label, unit: 'text' });
const money = (id: string, label: string): Column => ({ id, label, unit: 'money' });

const STEP_COLUMNS = [
  ...[text('step', 'Step'), money('amount', 'Amount'), text('section1961', 'Section, Act of 1961')],
  ...[text('section2025', 'Section, Act of 2025'), text('check', 'Check')],
];
const SLAB_COLUMNS: readonly Column[] = [
  ...[money('from', 'Above'), money('to', 'Up to'), { id: 'rate', label: 'Rate', unit: 'ratio' as const }],
  ...[money('income', 'Income'), money('tax', 'Tax')],
];
const RULE_COLUMNS = [
  ...[text('id', 'Rule'), text('act', 'Act'), text('section1961', 'Section, Act of 1961')],
  ...[text('section2025', 'Section, Act of 2025'), text('from', 'From'), text('to', 'To')],
  ...[text('citation', 'Citation'), text('confidence', 'Confidence'), text('check', 'Check')],
  text('rulesAsOf', 'Rules as of'),
];

type Line = readonly [step: string, amount: number | null, rule: Rule | undefined];

/** What is taken off has a minus; a step that does not exist for the taxpayer has no section. */
function stepRows(steps: IncomeTax, rules: TaxRules): Table['rows'] {
  const { charge, surcharge, cess, roundTax } = rules;
  const rebate = rules.rebate ?? rules.noRebate;
  const lines: readonly Line[] = [
    ['income', steps.income, undefined],
    ['slab', steps.slab, charge],
    ['rebate', 0 - steps.rebate, rebate],
    ['rebateRelief', 0 - steps.rebateRelief, rebate],
    ['surcharge', steps.surcharge, surcharge],
    ['surchargeRelief', 0 - steps.surchargeRelief, surcharge],
    ['cess', steps.cess, cess],
    ['total', steps.total, undefined],
    ['payable', steps.payable, roundTax],
  ];
  return lines.map(([step, amount, rule]) => ({
    ...{ step, amount, section1961: rule?.section.old ?? null, section2025: rule?.section.new ?? null },
    check: rule === undefined ? null : (toCheck(rule) ?? null),
  }));
}

function slabRows({ parts }: IncomeTax): Table['rows'] {
  return parts.map(({ from, to, rate, income, tax }) => ({
    ...{ from: from * 100, to: to === null ? null : to * 100, rate: rate / 100, income, tax },
  }));
}

function ruleRows(rules: TaxRules): Table['rows'] {
  const { charge, rebate, noRebate, surcharge, cess, roundIncome, roundTax } = rules;
  const all: readonly (Rule | undefined)[] = [
    ...[charge, rebate, noRebate, surcharge, cess, roundIncome, roundTax],
  ];
  return all
    .filter((rule) => rule !== undefined)
    .map((rule) => ({
      ...{ id: rule.id, act: rule.act, section1961: rule.section.old, section2025: rule.section.new },
      ...{ from: rule.from, to: rule.to, citation: rule.citation, confidence: rule.confidence },
      ...{ check: toCheck(rule) ?? null, rulesAsOf: INDIA.rulesAsOf },
    }));
}
