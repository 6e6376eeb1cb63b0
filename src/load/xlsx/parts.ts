import { BrokenXml, decodeEntities, readXml } from './xml.ts';

/** The unpacked parts of a workbook by their lower-case path, `xl/worksheets/sheet1.xml`. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** One sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly part: Uint8Array;
}

/** What a workbook is made of. */
export interface Workbook {
  readonly sheets: readonly ListedSheet[];
  readonly strings: Uint8Array | undefined;
  readonly styles: Uint8Array | undefined;
  /** days are counted from 1904 instead of 1900 */
  readonly from1904: boolean;
}

interface Relation {
  readonly id: string;
  /** last part of its type: `worksheet`, `styles` */
  readonly type: string;
  /** lower-case path from the package's root */
  readonly path: string;
}

/** Follows a workbook's relations to its sheets (hidden ones too, charts not), strings and styles. Throws BrokenXml when it has none. */
export function workbookParts(parts: Parts): Workbook {
  const root = relations(parts, '').find(({ type }) => type === 'officeDocument');
  const path = root?.path ?? 'xl/workbook.xml';
  const workbook = parts.get(path);
  if (workbook === undefined) throw new BrokenXml('has no workbook');
  const related = relations(parts, path);
  const { listed, from1904 } = listedSheets(workbook);
  const sheets = listed.flatMap(({ name, id }): ListedSheet[] => {
    const relation = related.find((each) => each.id === id);
    if (relation !== undefined && relation.type !== 'worksheet') return [];
    const part = relation && parts.get(relation.path);
    if (part === undefined) throw new BrokenXml(`lacks the sheet "${name}"`);
    return [{ name, part }];
  });
  const partOf = (type: string): Uint8Array | undefined =>
    parts.get(related.find((each) => each.type === type)?.path ?? '');
  return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), from1904 };
}

function listedSheets(workbook: Uint8Array): {
  readonly listed: readonly { readonly name: string; readonly id: string }[];
  readonly from1904: boolean;
} {
  const listed: { name: string; id: string }[] = [];
  let from1904 = false;
  readXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 ||= /^(?:1|true)$/i.test(attributes()['date1904'] ?? '');
      if (name !== 'sheet') return;
      const given = Object.entries(attributes());
      const id = given.find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: decodeEntities(attributes()['name'] ?? ''), id });
    },
  });
  return { listed, from1904 };
}

/** The relations of a part, from the `.rels` beside it; the root's for `''`. */
function relations(parts: Parts, path: string): readonly Relation[] {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const part = parts.get(`${folder}_rels/${path.slice(slash)}.rels`);
  const found: Relation[] = [];
  if (part === undefined) return found;
  readXml(part, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes();
      found.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolved(folder, decodeEntities(target)),
      });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}
