import type { Document, DocumentTable } from './document.ts';
import { cell } from './pnl/cells.ts';

/** What `ecom map` found out about one file. */
export interface MappingInput {
  readonly file: string;
  /** `Orders (own file)` */
  readonly label: string;
  readonly rows: readonly MappingRow[];
  /** columns of the file that nothing is read from */
  readonly unused: readonly string[];
  readonly notes: readonly string[];
}

/** One column that was found, and what speaks for it. */
export interface MappingRow {
  readonly target: string;
  readonly source: string;
  readonly sureness: 'said' | 'sure' | 'likely' | 'guess';
  readonly samples: readonly string[];
}

const SURENESS = { said: 'you said so', sure: 'sure', likely: 'likely', guess: 'a guess' } as const;

/** Which column was taken for what, how sure that is, examples of its values, and what is not used. */
export function mappingDocument({ file, label, rows, unused, notes }: MappingInput): Document {
  return {
    title: file,
    subtitle: `no export that ecom knows; read as ${label}`,
    lang: 'en',
    demo: false,
    blocks: [
      columnsTable(rows),
      ...(unused.length === 0
        ? []
        : [{ kind: 'prose', role: 'note', text: `Not used: ${unused.join(', ')}` } as const]),
      ...notes.map((text) => ({ kind: 'prose', role: 'note', text }) as const),
    ],
  };
}

function columnsTable(rows: readonly MappingRow[]): DocumentTable {
  return {
    kind: 'table',
    id: 'columns',
    columns: [
      { label: 'column', align: 'left' },
      { label: 'taken from', align: 'left' },
      { label: 'how sure', align: 'left' },
      { label: 'for example', align: 'left', grow: true },
    ],
    rows: rows.map(({ target, source, sureness, samples }) => ({
      cells: [cell(target), cell(source), cell(SURENESS[sureness]), cell(samples.join(' · '))],
      style: 'normal',
    })),
  };
}
