import type { Rule, Sections } from '../rule.ts';
import { FIRST_DAY, FIRST_DAY_2025, underTheirActs, type Row } from './acts.ts';

/** A form and who uses it. */
export interface Form {
  readonly name: string;
  readonly who: string;
}

const RETURN = { old: '139(1)', new: '263(1)' };

function form(id: string, name: string, who: string): Row<Form> {
  return {
    ...{ id: `form.${id}`, section: RETURN, from: FIRST_DAY, to: null, value: { name, who } },
    citation: 'notified return forms',
    confidence: 'verified',
  };
}

const AUDIT: { readonly id: string; readonly section: Sections } = {
  id: 'form.audit',
  section: { old: '44AB', new: '63' },
};

/** Returns (`form.books`, `form.presumptive`, `form.firm`, `form.company`), choice of the old regime, and audit reports. */
export const FORMS: readonly Rule<Form>[] = underTheirActs([
  form('books', 'ITR-3', 'individual or Hindu undivided family with books, or presumptive outside ITR-4'),
  form(
    'presumptive',
    'ITR-4',
    'resident individual, family or firm, presumptive, income up to 50 lakh rupees',
  ),
  form('firm', 'ITR-5', 'firm or limited liability partnership'),
  form('company', 'ITR-6', 'company'),
  {
    ...{ id: 'form.oldRegime', section: { old: '115BAC', new: '202(4)' }, from: FIRST_DAY, to: '2026-03-31' },
    value: { name: 'Form 10-IEA', who: 'business income in the old regime, by the due date of the return' },
    citation: 'section 115BAC',
    confidence: 'verified',
  },
  {
    ...{ ...AUDIT, from: FIRST_DAY, to: '2026-03-31' },
    value: { name: 'Forms 3CA, 3CB and 3CD', who: 'business under tax audit' },
    citation: 'section 44AB',
    confidence: 'verified',
  },
  {
    ...{ ...AUDIT, from: FIRST_DAY_2025, to: null },
    value: { name: 'Form 26', who: 'business under tax audit' },
    citation: 'Income-tax Rules 2026, from the draft',
    confidence: 'verified',
    check: 'the number in the rules as notified',
  },
]);
