import tseslint from 'typescript-eslint';

/**
 * Who may import whom. A folder sees itself, the folders and the packages named here, and nothing else; the message says
 * what to do instead. The table is explained in src/README.md.
 */
const folders = {
  domain: {
    sees: [],
    packages: ['zod'],
    why: 'domain/ holds words and arithmetic: pass what it needs as plain values.',
  },
  stats: { sees: [], packages: [], why: 'stats/ is mathematics on plain arrays: pass numbers in.' },
  reports: {
    sees: ['domain', 'stats'],
    packages: ['zod'],
    why: 'reports/ are pure functions of the Books: read in load/, show in render/, write in commands/.',
  },
  render: {
    sees: ['domain', 'reports'],
    packages: ['chalk', 'pdfkit'],
    why: 'render/ turns an answer into text or bytes: compute in reports/, let the command write.',
  },
  load: {
    sees: ['domain'],
    packages: ['node:.*', 'csv-parse', 'undici', 'cheerio', 'fflate', 'saxen', 'zod'],
    why: 'load/ only reads, into Books and Problems: compute in reports/.',
  },
  narrate: {
    sees: ['domain', 'reports'],
    packages: ['zod', '@google/generative-ai'],
    why: 'narrate/ turns an answer into prose: no files, no rendering here.',
  },
  records: {
    sees: ['domain'],
    packages: ['node:.*', 'zod'],
    why: 'records/ keeps what ecom must remember: hand it plain values.',
  },
  deliver: {
    sees: ['domain'],
    packages: ['node:.*', 'nodemailer'],
    why: 'deliver/ sends what it is given: render first.',
  },
  chat: {
    sees: ['domain', 'reports', 'render', 'narrate'],
    packages: ['ink', 'react'],
    why: 'chat/ is handed the books.',
  },
  serve: {
    sees: ['domain', 'reports', 'render', 'narrate'],
    packages: ['hono', '@hono/.*'],
    why: 'serve/ is handed the books.',
  },
};
const everyFolder = [...Object.keys(folders), 'commands'];

const escape = (text) => text.replaceAll('/', '\\/');
const packagePattern = (packages) =>
  packages.length === 0
    ? '^[^.]'
    : `^(?!\\.|(${packages.map((name) => `${escape(name)}(/.*)?`).join('|')})$)`;

const folderRules = Object.entries(folders).map(([folder, { sees, packages, why }]) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${everyFolder.filter((other) => other !== folder && !sees.includes(other)).join('|')})/`,
            message: `${folder}/ may import ${sees.length ? sees.join(', ') : 'no other folder'}. ${why}`,
          },
          {
            regex: '^(\\.\\./)+(cli|context|config|errors)(\\.ts)?$',
            message:
              folder === 'domain' || folder === 'stats' || folder === 'reports' || folder === 'render'
                ? `${folder}/ knows nothing of the outside world. ${why}`
                : 'Take what you need as an argument; only errors.ts is open to this folder.',
            ...(['load', 'narrate', 'records', 'deliver', 'chat', 'serve'].includes(folder)
              ? { regex: '^(\\.\\./)+(cli|context|config)(\\.ts)?$', allowTypeImports: true }
              : {}),
          },
          {
            regex: packagePattern(packages),
            message: `${folder}/ may use: ${packages.join(', ') || 'no package'}. ${why}`,
          },
        ],
      },
    ],
  },
}));

const outsideWorld = {
  'no-restricted-globals': [
    'error',
    { name: 'process', message: 'The world is handed in: take it from the Context.' },
    { name: 'fetch', message: 'Use context.fetch.' },
    { name: 'console', message: 'Write to context.stdout or context.stderr, in commands only.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Use context.now().' },
    { object: 'Math', property: 'random', message: 'Use context.random().' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Use context.now().' },
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'node_modules/**', '.ecom/**', '.tmp/**', '**/*.as.ts'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      ...outsideWorld,
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 3],
      complexity: ['error', 10],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/context.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  ...folderRules,
  {
    files: ['test/**/*.ts', 'fixtures/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
