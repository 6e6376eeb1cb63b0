import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/narrate/facts.ts';
import { groundReply } from '../../src/narrate/ground.ts';
import { formatFigure } from '../../src/narrate/format-figure.ts';
import { traceText } from '../../src/narrate/tracer.ts';
import { templateMutantsOf } from './mutations.ts';
import { october, octoberWith } from './tarang-october.ts';
import { TEMPLATES_ENGLISH, TEMPLATES_HINDI } from './templates.ts';

const ground = (sentence: string, answer = october, lang = 'en'): ReturnType<typeof groundReply> =>
  groundReply([{ sentences: [sentence] }], answer, { lang });
const textOf = (sentence: string, answer = october): string => ground(sentence, answer).text;
const reasonOf = (sentence: string, answer = october): string | undefined =>
  ground(sentence, answer).refused[0]?.reason;

const EACH = [
  ...TEMPLATES_ENGLISH.map((template) => [template, 'en'] as const),
  ...TEMPLATES_HINDI.map((template) => [template, 'hi'] as const),
];

describe('sentences as a model writes them', () => {
  it('pass with every id filled in', () => {
    for (const [template, lang] of EACH) {
      const { refused, text, grounding } = ground(template, october, lang);
      expect(refused).toEqual([]);
      expect(text).not.toMatch(/[{}]/);
      expect(grounding.checked).toBe(template.split('{{').length - 1);
    }
  });

  it('are refused when anything in them is turned wrong', { timeout: 120_000 }, () => {
    const filled = (id: string): string => {
      const figure = october.figures.find((one) => one.id === id);
      return figure === undefined ? '7' : formatFigure(figure);
    };
    const missing = (text: string): boolean => text.includes('not known');
    const mutants = EACH.flatMap(([template, lang]) =>
      templateMutantsOf(template, filled).map((mutant) => ({ ...mutant, lang })),
    ).filter(({ text }) => !missing(text));
    expect(mutants.length).toBeGreaterThan(1_200);
    expect(mutants.filter(({ text, lang }) => ground(text, october, lang).refused.length === 0)).toEqual([]);
  });

  it('can be traced again once they are filled, read as one text', () => {
    const { figures, ...options } = factsOf(october);
    const text = TEMPLATES_ENGLISH.slice(0, 6)
      .map((template) => textOf(template))
      .join(' ');
    expect(traceText(text, figures, options).problems).toEqual([]);
  });
});

describe('filling in', () => {
  it('leaves the sign to the direction word, and shows it where there is none', () => {
    expect(
      textOf(
        'Net profit was {{pnl.netProfit}}, down {{pnl.netProfit.change}} ({{ pnl.netProfit.changeShare }}).',
      ),
    ).toBe('Net profit was ₹1,01,358, down ₹21,684 (−17.6 %).');
    expect(textOf('Net profit changed by {{pnl.netProfit.change}}.')).toBe('Net profit changed by −₹21,684.');
  });

  it('shows the same change in the same clause without sign, however it is said', () => {
    expect(textOf('Net profit fell by {{pnl.netProfit.change}}, or {{pnl.netProfit.changeShare}}.')).toBe(
      'Net profit fell by ₹21,684, or 17.6 %.',
    );
  });

  it('knows that in Hindi the word comes after the brackets', () => {
    const sentence = 'शुद्ध लाभ {{pnl.netProfit.change}} ({{pnl.netProfit.changeShare}}) कम है।';
    expect(ground(sentence, october, 'hi').text).toBe('शुद्ध लाभ ₹21,684 (17.6 %) कम है।');
  });

  it('takes off a currency sign or a plus or minus that was typed before the braces', () => {
    expect(textOf('Net profit was ₹{{pnl.netProfit}}.')).toBe('Net profit was ₹1,01,358.');
    expect(textOf('Net profit changed by −{{pnl.netProfit.change}}.')).toBe(
      'Net profit changed by −₹21,684.',
    );
    expect(textOf('Revenue: +{{pnl.revenue.change}}.')).toBe('Revenue: +₹65,940.');
    expect(reasonOf('Net profit changed by +{{pnl.netProfit.change}}.')).toContain('contradicts');
  });

  it('says that a missing figure is not known', () => {
    expect(textOf('Packaging was {{pnl.packaging}}.')).toBe('Packaging was not known.');
  });

  it('keeps paragraphs apart and cleans the sentences', () => {
    const { text } = groundReply(
      [
        { sentences: ['- **Revenue** was {{pnl.revenue}}.\u001b[31m', 'Sales\u200b rose.'] },
        { sentences: ['', '  '] },
        { sentences: ['Net profit was\n{{pnl.netProfit}}.'] },
      ],
      october,
      { lang: 'en' },
    );
    expect(text).toBe('Revenue was ₹13,52,870. Sales rose.\n\nNet profit was ₹1,01,358.');
  });

  it('leaves out sentences beyond the most', () => {
    const sentences = Array.from({ length: 9 }, () => 'Net profit was {{pnl.netProfit}}.');
    const { text } = groundReply([{ sentences }], october, { lang: 'en', most: 2 });
    expect(text.split('Net profit')).toHaveLength(3);
  });
});

describe('a sentence is refused', () => {
  it.each([
    ['for an id that does not exist', 'Net profit was {{pnl.profit}}.', 'there is no figure {{pnl.profit}}'],
    ['for braces that are no id', 'Net profit was {{pnl.netProfit.', 'braces'],
    ['for rupees typed', 'Net profit was ₹9,99,999.', 'typed'],
    ['for words', 'Orders rose by twenty-two.', 'typed'],
    ['for a lakh', 'Net profit was above a lakh.', 'typed'],
    ['for half', 'Profit was half of that.', 'typed'],
    ['for doubling', 'Profit has doubled.', 'typed'],
    ['for a percentage', 'Profit was 12% lower.', 'typed'],
    ['for a bare sign', 'Profit was {{pnl.netMargin}}%.', 'typed'],
    ['for Devanagari digits', 'Profit was १२.', 'typed'],
    ['for a Roman numeral sign', 'Profit was Ⅻ.', 'typed'],
    ['for another month', 'Net profit was {{pnl.netProfit}} in August.', 'is not a time'],
    ['for another year', 'Net profit was {{pnl.netProfit}} in October 2025.', 'is not a time'],
    ['for a year alone', 'Net profit was {{pnl.netProfit}} in 2019.', 'is not a time'],
    ['for a day inside the period', 'On 18 October net profit was {{pnl.netProfit}}.', 'is not a time'],
    ['for last year', 'Net profit was {{pnl.netProfit}}, less than last year.', 'is not a time'],
    ['for last week', 'Sales rose on last week.', 'is not a time'],
    ['for a quarter', 'Net profit in Q3 was {{pnl.netProfit}}.', 'is not a time'],
    ['for the month of the other', 'Net profit was {{pnl.netProfit}} in September.', 'wrong month'],
    ['for the earlier value now', 'In October it was {{pnl.netProfit.previous}}.', 'wrong month'],
    ['for dollars', 'Net profit was {{pnl.netProfit}}, in dollars.', 'is not INR'],
    ['for another code', 'Net profit was {{pnl.netProfit}} USD.', 'is not INR'],
    ['for a rise that was a fall', 'Net profit rose to {{pnl.netProfit}}.', 'contradicts'],
    ['for a fall of sales', 'Sales fell.', 'contradicts'],
    ['for better that is worse', 'The refund rate improved to {{pnl.refundRate}}.', 'contradicts'],
    ['for worse that is better', 'Payment fees worsened to {{pnl.paymentFees}}.', 'contradicts'],
    ['for unchanged', 'Net profit was unchanged at {{pnl.netProfit}}.', 'contradicts'],
    ['for a denial', 'Net profit did not fall.', 'contradicts'],
    ['for a step the wrong way', 'Shipping per order added {{bridge.shippingPerOrder}}.', 'contradicts'],
    ['for a direction of nothing known', 'Customer trust rose.', 'goes with no change'],
    ['for a record', 'Net profit was a record {{pnl.netProfit}}.', 'not borne out'],
    ['for the largest that is not', 'The largest cost is advertising, {{pnl.advertising}}.', 'not borne out'],
    [
      'for the smallest that is not',
      'The smallest cost is cost of goods, {{pnl.costOfGoods}}.',
      'not borne out',
    ],
    ['for a best nobody can check', 'Customers like the best fabrics.', 'not borne out'],
    ['for a highest of its own kind', 'Net profit was the highest at {{pnl.netProfit}}.', 'not borne out'],
    ['for a product that does not lead', 'SAR-310 had the highest net sales.', 'not borne out'],
    ['for another figure under a name', 'Net profit was {{pnl.revenue}}.', 'something else'],
    ['for a profit called a loss', 'There was a loss of {{pnl.netProfit}}.', 'a profit is called a loss'],
    ['for a link', 'See https://evil.example for {{pnl.netProfit}}.', 'links'],
    ['for an address', 'Write to me@evil.example about {{pnl.netProfit}}.', 'links'],
    ['for markup', 'Net profit <b>was</b> {{pnl.netProfit}}.', 'links'],
    ['for another script', 'Net profit was {{pnl.netProfit}} прибыль.', 'another script'],
    ['for another language', 'शुद्ध लाभ {{pnl.netProfit}} रहा।', 'another language'],
    ['for its length', `Net profit was {{pnl.netProfit}} ${'and so on '.repeat(80)}.`, 'too long'],
    ['for a SKU that is not there', 'KRT-115 leads.', 'typed'],
  ])('%s', (_, sentence, reason) => {
    expect(reasonOf(sentence)).toContain(reason);
  });

  it('for a direction of a figure that is missing', () => {
    const answer = octoberWith({ 'pnl.netProfit.change': null, 'pnl.netProfit.previous': null });
    expect(reasonOf('Net profit was down {{pnl.netProfit.change}}.', answer)).toBeDefined();
  });
});

describe('a sentence passes', () => {
  it.each([
    'The smallest cost is payment fees, {{pnl.paymentFees}}.',
    'KRT-101 had the highest net sales.',
    'DUP-220 had the lowest net sales.',
    'The worst step was shipping for more orders, {{bridge.shippingVolume}}.',
    'At least check the costs of DUP-220.',
    'As of 22 Nov 2026 net profit for October is {{pnl.netProfit}}.',
    'Net profit was {{pnl.netProfit}} in 2026.',
    'Net profit for FY 2026-27 is not known yet, October gave {{pnl.netProfit}}.',
    'One of them is shipping.',
    'The first thing is shipping, the second refunds.',
    'Kurta 2 Ply Rose is returned often.',
    'This is up to date and adds up.',
    'Lower the cost of shipping.',
    'Sales rose compared with last month.',
  ])('%s', (sentence) => {
    expect(reasonOf(sentence)).toBeUndefined();
  });
});

describe('the outcome', () => {
  const good = 'Net profit was {{pnl.netProfit}}.';
  const bad = 'Net profit was ₹5.';

  it('is passed as long as half of the sentences hold, and says how many numbers were traced', () => {
    const { grounding, refused } = groundReply([{ sentences: [good, bad] }], october, { lang: 'en' });
    expect(grounding).toEqual({ checked: 2, traced: 1, dropped: 1, outcome: 'passed' });
    expect(refused).toEqual([{ sentence: bad, reason: '"₹5" is typed instead of a figure\'s id' }]);
  });

  it('is failed when fewer hold', () => {
    const { grounding } = groundReply([{ sentences: [good, bad, bad] }], october, { lang: 'en' });
    expect(grounding).toEqual({ checked: 3, traced: 1, dropped: 2, outcome: 'failed' });
  });

  it('is failed when nothing is said about a figure', () => {
    const { grounding } = groundReply([{ sentences: ['Have a nice day.'] }], october, { lang: 'en' });
    expect(grounding.outcome).toBe('failed');
    expect(groundReply([], october, { lang: 'en' }).grounding.outcome).toBe('failed');
  });
});

describe('data that looks like a placeholder', () => {
  it('is never expanded, whether it comes as a name or as a figure’s label', () => {
    const name = 'Kurta {{pnl.netProfit}}';
    const answer = {
      ...october,
      figures: october.figures.map((figure) => ({ ...figure, label: `${figure.label} {{pnl.revenue}}` })),
      findings: [{ ...october.findings[1]!, names: { title: name } }],
    };
    expect(textOf('Look at Kurta { {pnl.netProfit} }, net profit is {{pnl.netProfit}}.', answer)).toBe('');
    expect(
      reasonOf('Look at Kurta { {pnl.netProfit} }, net profit is {{pnl.netProfit}}.', answer),
    ).toBeDefined();
  });

  it('does not let a name pass for an amount', () => {
    const answer = { ...october, findings: [{ ...october.findings[1]!, names: { title: '₹9,99,999' } }] };
    expect(reasonOf('Net profit was ₹9,99,999.', answer)).toBeDefined();
  });
});

describe('ids made from the shop’s data', () => {
  it('are exchanged for numbers, with their endings', () => {
    const hostile = 'pnl.expense.Rent}} {{pnl.netProfit';
    const answer = {
      ...october,
      figures: [
        { id: hostile, label: 'Rent', unit: 'money', currency: 'INR', value: 2_000_00, status: 'actual' },
        {
          id: `${hostile}.change`,
          label: 'Rent, change',
          unit: 'money',
          currency: 'INR',
          value: 100_00,
          status: 'actual',
          better: 'down',
        },
        ...october.figures,
      ] as const,
    };
    expect(textOf('Office rent was {{figure.1}}, up {{figure.1.change}}.', answer)).toBe(
      'Office rent was ₹2,000, up ₹100.',
    );
  });
});
