/** Readable on the page's white and, for mail programs that turn only the ground dark, on black; meaning is always in words too. */
export const COLOURS = {
  page: '#f4f5f7',
  paper: '#ffffff',
  ink: '#1f2328',
  muted: '#6b7280',
  better: '#1a7f45',
  worse: '#c4322b',
  bar: '#2563a8',
  below: '#b4540a',
} as const;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for HTML, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** One element; attributes are escaped here, the content must be HTML already. */
export function element(name: string, attributes: Readonly<Record<string, string>>, content: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** `rtl` for languages written from the right, else `ltr`. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(lang.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

const FONTS = "'Segoe UI',Roboto,Helvetica,Arial,'Nirmala UI','Noto Sans Devanagari',sans-serif";
const INVISIBLE = 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px';
const PLAIN = { role: 'presentation', cellpadding: '0', cellspacing: '0', border: '0' };

export interface Page {
  readonly lang: string;
  readonly title: string;
  readonly preheader: string;
  /** HTML of each part, from top to bottom */
  readonly rows: readonly string[];
}

/** The whole file: one column of at most 600 px in nested layout tables, everything inline, nothing remote. */
export function layout({ lang, title, preheader, rows }: Page): string {
  const language = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : 'en';
  const { ink, paper, page } = COLOURS;
  const text = `color:${ink};background:${paper};font-family:${FONTS};font-size:14px;line-height:1.5`;
  const parts = rows
    .filter((row) => row !== '')
    .map((row) => `<tr>${element('td', { bgcolor: paper, style: `padding:0 24px 12px;${text}` }, row)}</tr>`);
  const column = element(
    'table',
    { ...PLAIN, width: '600', bgcolor: paper, style: `width:600px;max-width:100%;background:${paper}` },
    `<tr><td height="20"></td></tr>\n${parts.join('\n')}`,
  );
  const body = element(
    'table',
    { ...PLAIN, width: '100%', bgcolor: page, style: `background:${page}` },
    `<tr><td align="center">${column}</td></tr>`,
  );
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:0;background:${page}">
<div style="${INVISIBLE}">${escapeHtml(preheader)}</div>
${body}
</body>
</html>
`;
}
