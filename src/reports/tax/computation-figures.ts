import type { Figure } from '../../domain/figure.ts';
import type { IncomeTax } from '../../domain/tax/india/compute.ts';
import type { TaxRules } from '../../domain/tax/india/taxpayer.ts';
import type { Rule } from '../../domain/tax/rule.ts';

interface Computed {
  readonly steps: IncomeTax;
  readonly rules: TaxRules;
  readonly other: IncomeTax | undefined;
  readonly currency: string;
}

/** `tax.income`, `tax.slab`, `tax.rebate`, `tax.surcharge`, `tax.marginalRelief` and its two parts, `tax.cess`, `tax.total`, `tax.payable` … */
export function figuresOf({ steps, rules, other, currency }: Computed): readonly Figure[] {
  const { charge, rebate, noRebate, surcharge, cess } = rules;
  const all = [charge, rebate, noRebate, surcharge, cess].filter((rule) => rule !== undefined);
  const money = (id: string, value: number, more: Partial<Figure> & { label: string }): Figure => ({
    ...{ id: `tax.${id}`, value, unit: 'money', currency, status: 'actual', ...more },
  });
  return [
    money('income', steps.income, { label: 'Total income' }),
    money('slab', steps.slab, { label: 'Tax on the slabs', ...by([charge]) }),
    money('rebate', steps.rebate, { label: 'Rebate', ...by([rebate, noRebate]) }),
    money('surcharge', steps.surcharge, { label: 'Surcharge before relief', ...by([surcharge]) }),
    money('marginalRelief', steps.rebateRelief + steps.surchargeRelief, {
      ...{ label: 'Marginal relief', formula: 'tax.marginalRelief.rebate + tax.marginalRelief.surcharge' },
    }),
    money('marginalRelief.rebate', steps.rebateRelief, {
      ...{ label: 'Marginal relief over the limit of the rebate', ...by([rebate, noRebate]) },
    }),
    money('marginalRelief.surcharge', steps.surchargeRelief, {
      ...{ label: 'Marginal relief of surcharge', ...by([surcharge]) },
    }),
    money('cess', steps.cess, { label: 'Health and education cess', ...by([cess]) }),
    money('total', steps.total, {
      ...{ label: 'Income tax', ...by(all) },
      formula: 'tax.slab − tax.rebate + tax.surcharge − tax.marginalRelief + tax.cess',
    }),
    payable(steps, rules, currency),
    share(steps),
    ...(other === undefined
      ? []
      : [money('otherRegime', other.total, { label: 'The same income in the other regime' })]),
  ];
}

/** A figure is estimated where a rule behind it is not verified; the note says what is to be checked. */
function by(rules: readonly (Rule | undefined)[]): Partial<Figure> {
  const known = rules.filter((rule) => rule !== undefined);
  const checks = [...new Set(known.flatMap(({ check }) => check ?? []))];
  return {
    status: known.every(({ confidence }) => confidence === 'verified') ? 'actual' : 'estimated',
    ...(known.length === 1 ? { formula: known[0]?.citation } : {}),
    ...(checks.length === 0 ? {} : { note: `check ${checks.join('; ')}` }),
  };
}

function payable({ payable: value }: IncomeTax, { roundTax }: TaxRules, currency: string): Figure {
  const { multiple } = roundTax.value;
  return {
    ...{ id: 'tax.payable', label: 'Payable', value, unit: 'money', currency },
    status: value === null ? 'missing' : 'actual',
    formula: `income and tax rounded to the nearest ${multiple} rupees, ${roundTax.citation}`,
    ...(value === null ? { note: `not certain: check ${roundTax.check}` } : {}),
  };
}

function share({ income, total }: IncomeTax): Figure {
  const label = 'Income tax as a share of total income';
  const same = { id: 'tax.share', label, unit: 'ratio', formula: 'tax.total ÷ tax.income' } as const;
  return income === 0
    ? { ...same, value: null, status: 'missing' }
    : { ...same, value: total / income, status: 'actual' };
}
