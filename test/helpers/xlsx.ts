import { strToU8, zipSync, type Zippable } from 'fflate';

/** Cells as text, or as the XML that stands inside `<c …>`: `{ type: 'n', style: 1, xml: '<v>46117</v>' }`. */
export type SheetCell = string | { readonly type?: string; readonly style?: number; readonly xml: string };

/** What a workbook may be given besides its sheets. */
export interface WorkbookExtras {
  /** content of `<cellXfs>`: cell formats by position, after the plain one at 0 */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  readonly hidden?: readonly string[];
  /** further or other parts, by path */
  readonly parts?: Readonly<Record<string, string>>;
}

/**
 * A small workbook, as bytes. Strings of even rows are shared, those of odd rows inline, as the two kinds of writers do; a blank
 * cell is left out, and so is a row without cells.
 */
export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  extras: WorkbookExtras = {},
): Uint8Array {
  const strings: string[] = [];
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(names, extras),
    'xl/_rels/workbook.xml.rels': rels([
      ...names.map((_, index) => [`rId${index}`, 'worksheet', `worksheets/sheet${index}.xml`] as const),
      ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdF', 'styles', '/xl/styles.xml'],
    ]),
    'xl/styles.xml': styles(extras.formats ?? []),
  };
  names.forEach((name, index) => {
    parts[`xl/worksheets/sheet${index}.xml`] = sheet(sheets[name] ?? [], strings);
  });
  const items = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${items.join('')}</sst>`;
  const files: Zippable = {};
  for (const [path, text] of Object.entries({ ...parts, ...extras.parts })) files[path] = strToU8(text);
  return zipSync(files);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function rels(list: readonly (readonly [string, string, string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function workbook(names: readonly string[], { from1904 = false, hidden = [] }: WorkbookExtras): string {
  const each = names.map((name, index) => {
    const state = hidden.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state} r:id="rId${index}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${from1904}"/><sheets>${each.join('')}</sheets></workbook>`;
}

function styles(codes: readonly string[]): string {
  const formats = codes.map(
    (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`,
  );
  const cells = codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}

function sheet(rows: readonly (readonly SheetCell[])[], strings: string[]): string {
  const each = rows.map((cells, index) => {
    const filled = cells.flatMap((cell, column) =>
      cell === ''
        ? []
        : [cellXml(cell, `${letters(column)}${index + 1}`, index % 2 === 1 ? strings : undefined)],
    );
    return filled.length === 0 ? '' : `<row r="${index + 1}">${filled.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${each.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, place: string, strings: string[] | undefined): string {
  if (typeof cell !== 'string') {
    return `<c r="${place}" t="${cell.type ?? 'n'}" s="${cell.style ?? 0}">${cell.xml}</c>`;
  }
  if (strings === undefined) return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  const known = strings.indexOf(cell);
  const index = known < 0 ? strings.push(cell) - 1 : known;
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
