import { loadConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { formatMoney } from '../domain/money.ts';
import { hasRegimes, type Taxpayer } from '../domain/tax/india/taxpayer.ts';
import { TAX_YEARS, taxYearOf, type TaxYear } from '../domain/tax/india/years.ts';
import { UserError } from '../errors.ts';
import { plainTaxComputation } from '../narrate/summary-tax-compute.ts';
import { taxComputeDocument } from '../render/tax-compute.ts';
import { taxComputation, type TaxComputation, type TaxQuestion } from '../reports/tax/computation.ts';
import { shownAnswer } from './answer-output.ts';
import { deliver, formatOf } from './output.ts';
import type { TaxComputeFlags } from './tax.ts';

/** Compute, narrate without a model, render, deliver. No books are read. */
export async function runTaxCompute(flags: TaxComputeFlags, context: Context): Promise<void> {
  const format = formatOf(flags);
  if (format === 'eml') {
    throw new UserError('a computation is no mail', { hint: 'use text, md, html, json or csv', exitCode: 2 });
  }
  const question = questionOf(flags);
  const config = await loadConfig(context, flags);
  const answer = taxComputation(question);
  if (!flags.quiet) for (const note of unused(flags, question)) context.stderr.write(`note: ${note}\n`);
  const narrative = plainTaxComputation(answer, config);
  const page = {
    document: taxComputeDocument(answer, narrative),
    tables: answer.tables.filter(({ id }) => id === 'steps'),
    subject: subjectOf(answer),
  };
  const loaded = { books: { sources: [] }, problems: [] };
  const showing = { format, config, context, loaded, narrative, asOfGiven: true, output: flags.output };
  const text = await shownAnswer(answer, page, { ...showing, ends: { recipients: [] } });
  await deliver(text, { ...flags, context });
}

function questionOf({
  income,
  year,
  entity,
  regime,
  age,
  resident,
  companyRate,
}: TaxComputeFlags): TaxQuestion {
  const given = { entity, regime, age, isResident: resident, companyRate };
  return {
    income,
    year: yearOf(year),
    taxpayer: {
      entity: entity ?? 'proprietor',
      regime: regime ?? 'new',
      age: age ?? 0,
      isResident: resident !== 'no',
      companyRate: companyRate ?? 25,
    },
    assumed: (Object.keys(given) as (keyof Taxpayer)[]).filter((fact) => given[fact] === undefined),
  };
}

function yearOf(text: string): TaxYear {
  const year = taxYearOf(text);
  if (year !== undefined) return year;
  throw new UserError(`--year ${text}: the tables hold no such year`, {
    hint: `they know ${TAX_YEARS.map(({ label }) => label).join(', ')}; write --year ${TAX_YEARS.at(-1)?.name}`,
    exitCode: 2,
  });
}

/** What was given and cannot count for this taxpayer is said in a line each. */
function unused(flags: TaxComputeFlags, { taxpayer }: TaxQuestion): readonly string[] {
  const { entity, regime, isResident } = taxpayer;
  const isIndividual = entity === 'proprietor';
  const uses = [
    { given: flags.regime, counts: hasRegimes(entity), note: '--regime is for proprietors and families' },
    {
      given: flags.age,
      counts: isIndividual && regime === 'old' && isResident,
      note: '--age counts only for residents in the old regime',
    },
    { given: flags.resident, counts: isIndividual, note: '--resident changes nothing here' },
    { given: flags.companyRate, counts: entity === 'company', note: '--company-rate is for companies' },
  ];
  return uses.flatMap(({ given, counts, note }) => (given !== undefined && !counts ? [note] : []));
}

function subjectOf({ question, steps, currency }: TaxComputation): string {
  return `${formatMoney(steps.total, currency)} of income tax, ${question.year.label}`;
}
