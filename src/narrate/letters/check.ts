import { cleanText } from '../../domain/clean-text.ts';
import type { PurchaseOrder } from '../../domain/purchase-order.ts';
import { numbersIn } from '../numbers.ts';
import { placeholdersIn } from '../placeholders.ts';
import { literal, mask, wholeWord } from '../text-marks.ts';
import { namesOf } from './names.ts';
import type { LetterReply } from './prompt.ts';
import { typedName } from './typed-names.ts';
import { FORBIDDEN } from './words.ts';

const LONGEST: Readonly<Record<keyof LetterReply, number>> = { greeting: 120, opening: 500, closing: 500 };
/** Stands where a name will: no letter, number or currency sign. */
const FILLED = '§';
const MARKUP = /[<>`*_#|\\~^[\]=]|&#?\w+;/;
const LINK = /https?:|www\.|@|:\/\/|[\p{L}\p{M}]\.\p{L}{2,}/iu;
const CODE = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[-/]\p{Lu}+)+(?![\p{L}\p{N}])/u;

/**
 * Why a model's words cannot go into a letter about this order, one reason for each part of it at most; empty when they can.
 * Refused are: parts that are empty or too long, another script than the language's, control characters and markup, links,
 * unknown or broken placeholders, numbers in digits or words, SKUs, names of goods or people, and words of money, promises,
 * dates, places and changes to the order.
 */
export function letterProblems(reply: LetterReply, order: PurchaseOrder, lang: string): readonly string[] {
  return (['greeting', 'opening', 'closing'] as const).flatMap((part) => {
    const problem = partProblem(reply[part], { part, order, lang });
    return problem === undefined ? [] : [`${part}: ${problem}`];
  });
}

interface Where {
  readonly part: keyof LetterReply;
  readonly order: PurchaseOrder;
  readonly lang: string;
}

function partProblem(text: string, where: Where): string | undefined {
  return shapeProblem(text, where.part) ?? wordProblem(text, where);
}

function shapeProblem(text: string, part: keyof LetterReply): string | undefined {
  const plain = text.replaceAll('\r\n', '\n').normalize('NFC');
  if (plain.trim() === '') return 'it is empty';
  if (plain.length > LONGEST[part]) return 'it is too long';
  if (plain !== cleanText(plain, { multiline: true })) return 'it holds control or invisible characters';
  if (part !== 'closing' && plain.trim().includes('\n')) return 'it is more than one line';
  return undefined;
}

function wordProblem(text: string, { part, order, lang }: Where): string | undefined {
  const plain = text.normalize('NFC');
  const found = placeholdersIn(plain);
  const names = namesOf(order);
  const unknown = found.find(({ id }) => !names.has(id));
  if (unknown !== undefined) return `there is no {{${cleanText(unknown.id, { max: 40 })}}}`;
  const said = mask(plain, found, FILLED);
  return signProblem(said) ?? meaningProblem(said, order) ?? languageProblem(said, part, lang);
}

function signProblem(said: string): string | undefined {
  if (/[{}]/.test(said)) return 'it holds single braces';
  if (MARKUP.test(said)) return 'it holds markup';
  if (LINK.test(said)) return 'it holds a link or a mail address';
  return /[\p{N}\p{Sc}%‰]/u.test(said) || numbersIn(said).length > 0 ? 'it holds a number' : undefined;
}

function meaningProblem(said: string, order: PurchaseOrder): string | undefined {
  const forbidden = FORBIDDEN.find(({ pattern }) => pattern.test(said));
  if (forbidden !== undefined) return `it speaks of ${forbidden.what}`;
  return CODE.test(said) || namesGoods(said, order) ? 'it names goods' : undefined;
}

function languageProblem(said: string, part: keyof LetterReply, lang: string): string | undefined {
  if (!isInScript(said, lang)) return `it is not written in the letters of ${lang}`;
  const name = typedName(said, part, lang);
  return name === undefined ? undefined : `"${name}" is a name that was not given`;
}

const SHORTEST_NAME = 3;

function namesGoods(said: string, { lines }: PurchaseOrder): boolean {
  const names = lines.flatMap(({ sku, supplierSku, title }) => [sku, supplierSku ?? '', title ?? '']);
  return names.some((name) => {
    const clean = cleanText(name).trim();
    return clean.length >= SHORTEST_NAME && wholeWord(literal(clean), 'u').test(said);
  });
}

/** Scripts that are written together under one code of a language. */
const SCRIPTS: Readonly<Record<string, string>> = { Jpan: 'Hira', Kore: 'Hang', Hans: 'Hani', Hant: 'Hani' };

/** Whether any letter is of the language's script, and no more than half are of others; true where that cannot be told. */
function isInScript(said: string, lang: string): boolean {
  const letters = said.match(/\p{L}/gu) ?? [];
  const pattern = scriptPattern(lang);
  if (letters.length === 0 || pattern === undefined) return true;
  return letters.filter((letter) => pattern.test(letter)).length * 2 >= letters.length;
}

function scriptPattern(lang: string): RegExp | undefined {
  try {
    const { script = '' } = new Intl.Locale(lang).maximize();
    return script === 'Jpan'
      ? /[\p{Script=Hira}\p{Script=Kana}\p{Script=Hani}]/u
      : new RegExp(`\\p{Script=${SCRIPTS[script] ?? script}}`, 'u');
  } catch {
    return undefined;
  }
}
