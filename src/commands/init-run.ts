import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_FILE } from '../config/files.ts';
import { isOn } from '../config/variables.ts';
import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import { DEFAULT_SHOP } from '../domain/shop.ts';
import { UserError } from '../errors.ts';
import { TEMPLATES } from '../load/templates.ts';
import type { InitFlags } from './init.ts';

interface Answers {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly country?: string | undefined;
}

/**
 * Writes the configuration and the owner's sheets into the current folder and says what to do next. A file that exists is
 * kept as it is. The name, currency and country that no flag gives are asked for on a terminal.
 */
export async function runInit(flags: InitFlags, context: Context): Promise<void> {
  const answers = await ask(flags, context);
  const files = [{ name: CONFIG_FILE, text: configText(answers) }, ...TEMPLATES];
  for (const file of files) {
    const isNew = await writeNew(context, file);
    context.stdout.write(`${isNew ? 'wrote' : 'kept '}  ${file.name}\n`);
  }
  context.stdout.write(NEXT);
}

const NEXT = `
Next:
  1. put the exports of your shop's platform into this folder (ecom help formats)
  2. fill in the sheets that you can; what is missing is said, never guessed
  3. ecom pnl
To see it on a demo shop first: ecom demo
`;

async function writeNew(
  context: Context,
  file: { readonly name: string; readonly text: string },
): Promise<boolean> {
  try {
    await writeFile(join(context.cwd, file.name), file.text, { flag: 'wx' });
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new UserError(`${file.name} cannot be written here: ${code ?? ''}`, {
      hint: 'go to a folder that you may write to, and run ecom init there',
      cause,
    });
  }
}

/** Only what the owner said is set; the rest stands as remarks, so that it hides no user configuration. */
function configText({ name, currency, country }: Answers): string {
  const settings = {
    '//': 'Settings of the shop. ecom help configuration explains every key. Names that start with // are remarks.',
    shop: {
      ...(name === undefined ? { '// name': 'Tarang Textiles' } : { name }),
      ...(currency === undefined ? { '// currency': 'INR' } : { currency }),
      ...(country === undefined ? { '// country': 'IN' } : { country }),
      '// zone': DEFAULT_SHOP.zone,
      '// fiscalYearStart': DEFAULT_SHOP.fiscalYearStart,
      '// shippingPerOrder': '62.00',
      '// packagingPerOrder': '8.50',
    },
    '// data': ['exports'],
    '// ai': { enabled: false, '//': 'The key stands in GEMINI_API_KEY, never here.' },
    '// lang': 'hi',
    '// tone': 'accountant',
  };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}

type Ask = Context['stdin']['readLine'];

async function ask(flags: InitFlags, context: Context): Promise<Answers> {
  const { isTTY, readLine } = context.stdin;
  if (flags.yes || isOn(context.env['ECOM_NO_INPUT']) || !isTTY) return flags;
  const question = async (given: string | undefined, text: string, fits: RegExp) => {
    if (given !== undefined) return given;
    return await answer(context, readLine, { text, fits });
  };
  const name = await question(flags.name, 'Name of the shop', /^.{1,120}$/u);
  const currency = await question(flags.currency, 'Currency, such as INR', /^[A-Za-z]{3}$/);
  const country = await question(flags.country, 'Country, such as IN', /^[A-Za-z]{2}$/);
  return { name, currency: currency?.toUpperCase(), country: country?.toUpperCase() };
}

/** Asks at most three times; an empty line, or the end of the input, leaves the answer out. */
async function answer(
  context: Context,
  readLine: Ask,
  { text, fits }: { readonly text: string; readonly fits: RegExp },
): Promise<string | undefined> {
  for (let attempt = 0; attempt < 3; attempt++) {
    context.stderr.write(`${text} (Enter to leave it out): `);
    const line = cleanText((await readLine()) ?? '').trim();
    if (line === '') return undefined;
    if (fits.test(line)) return line;
    context.stderr.write('That does not look right.\n');
  }
  return undefined;
}
