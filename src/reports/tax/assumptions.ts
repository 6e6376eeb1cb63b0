import type { Day } from '../../domain/day.ts';
import { FORMS } from '../../domain/tax/india/forms.ts';
import { ruleOn } from '../../domain/tax/rule.ts';
import { hasRegimes, type Taxpayer, type TaxRules } from '../../domain/tax/india/taxpayer.ts';

/** A fact about the taxpayer that was not given. */
export type Assumed = keyof Taxpayer;

interface Asked {
  readonly year: { readonly from: Day };
  readonly taxpayer: Taxpayer;
  readonly assumed: readonly Assumed[];
}

/** What the computation takes for granted, one sentence each: first what nobody said, then what it leaves out. */
export function assumptionsOf({ year, taxpayer, assumed }: Asked, rules: TaxRules): readonly string[] {
  const isAssumed = (fact: Assumed): boolean => assumed.includes(fact);
  const texts = FACTS.filter(({ fact, matters }) => isAssumed(fact) && matters(taxpayer));
  return [
    ...texts.map(({ text }) => text(rules)),
    'the total income is as given, all of it at ordinary rates, with no agricultural income beside it',
    deductions(taxpayer),
    'tax deducted, collected or paid in advance, interest and late fees are not looked at',
    ...(taxpayer.entity === 'company' ? [MINIMUM_TAX] : []),
    ...(hasRegimes(taxpayer.entity) && taxpayer.regime === 'old' ? [oldRegime(year.from)] : []),
  ];
}

interface Fact {
  readonly fact: Assumed;
  readonly matters: (taxpayer: Taxpayer) => boolean;
  readonly text: (rules: TaxRules) => string;
}

const FACTS: readonly Fact[] = [
  { fact: 'entity', matters: () => true, text: () => 'you are taxed as a proprietor (--entity)' },
  {
    fact: 'regime',
    matters: ({ entity }) => hasRegimes(entity),
    text: () => 'you are in the new regime, the default of the law (--regime)',
  },
  {
    fact: 'isResident',
    matters: ({ entity }) => entity === 'proprietor',
    text: () => 'you are resident in India (--resident)',
  },
  {
    fact: 'age',
    matters: ({ entity, regime, isResident }) => entity === 'proprietor' && regime === 'old' && isResident,
    text: () => 'you are under 60 (--age)',
  },
  {
    fact: 'companyRate',
    matters: ({ entity }) => entity === 'company',
    text: ({ condition }) => `${condition} (--company-rate)`,
  },
];

const MINIMUM_TAX =
  'minimum alternate tax (section 115JB, now 206) rests on the book profit and is not looked at';

/** Which form it is is known for the Act of 1961 only. */
function oldRegime(day: Day): string {
  const form = ruleOn(FORMS, 'form.oldRegime', day)?.value.name ?? 'a form (check which)';
  return `with business income the old regime needs ${form} by the due date of the return; you can come back once, and never leave again`;
}

function deductions({ entity }: Taxpayer): string {
  return entity === 'proprietor'
    ? 'nothing is deducted; the standard deduction is for salary and pension, never for business income'
    : 'nothing is deducted';
}
