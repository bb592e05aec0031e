import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Letters of any script: what has them is a sentence for people, and those stand in the catalogs.
const letters = '/\\p{L}/u';
const spokenAttributes = '/^(aria-label|aria-description|aria-placeholder|aria-roledescription|aria-valuetext|title|alt|placeholder|label|description)$/';

const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'A file exports the one thing it is named after, by name.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'A file exports the one thing it is named after, by name.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from where the thing stands.' },
];

const wordsStandInCatalogs = [
  `JSXText[value=${letters}]`,
  ...['', 'ConditionalExpression > ', 'LogicalExpression > '].flatMap((within) => [
    `JSXElement > JSXExpressionContainer > ${within}Literal[value=${letters}]`,
    `JSXElement > JSXExpressionContainer > ${within}TemplateLiteral > TemplateElement[value.raw=${letters}]`,
  ]),
  `JSXAttribute[name.name=${spokenAttributes}] > Literal[value=${letters}]`,
  `JSXAttribute[name.name=${spokenAttributes}] > JSXExpressionContainer > Literal[value=${letters}]`,
].map((selector) => ({ selector, message: 'Words stand in the catalogs (words/sv, words/en).' }));

const noForeignHtml = [
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'What people wrote is drawn as text, never as HTML.' },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: 'What people wrote is drawn as text, never as HTML.' },
  { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]', message: 'What people wrote is drawn as text, never as HTML.' },
  { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: 'What people wrote is drawn as text, never as HTML.' },
];

// The domain takes data and answers data: what it cannot name, it cannot read.
const pure = [
  { selector: 'ThrowStatement', message: 'The domain answers with a refusal and does not throw.' },
  { selector: 'AwaitExpression', message: 'The domain does not wait.' },
  { selector: ':function[async=true]', message: 'The domain does not wait.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The time is handed to the domain as an ISO string.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The time is handed to the domain as an ISO string.' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The time is handed to the domain as an ISO string.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance is handed to the domain from outside.' },
];
const outside = ['process', 'globalThis', 'console', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'window', 'document', 'localStorage', 'require', 'Buffer'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/generated/', '**/node_modules/', '.data/', '.cache/', '.turbo/', 'test-results/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...noForeignHtml],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      // Nest knows its providers by class, also when the class has nothing but what is injected.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': ['error', ...noForeignHtml, ...noDefaultExport],
    },
  },
  {
    // Where a promise that nobody waits for loses what somebody wrote. Rules that need types are kept to these places:
    // reading the types of every screen's questions would take longer than all the rest.
    files: ['apps/api/src/**/*.ts', 'apps/web/src/lib/**/*.ts', 'apps/web/src/writing/**/*.ts', 'packages/domain/src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['apps/api/**/*.ts'],
    rules: {
      // With decorator metadata a class that is only a type to us is a value to Nest.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...noForeignHtml, ...noDefaultExport, ...wordsStandInCatalogs],
    },
  },
  {
    // The answers of the tests' own client have whatever shape the question gave them, and what is missing fails the test.
    files: ['**/*.test.ts', 'apps/*/test/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['packages/domain/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-restricted-syntax': ['error', ...noForeignHtml, ...noDefaultExport, ...pure],
      'no-restricted-globals': ['error', ...outside.map((name) => ({ name, message: 'The domain knows no outside.' }))],
    },
  },
  {
    // Tools that ask for a default export.
    files: ['**/*.config.ts', 'prisma.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noForeignHtml] },
  },
);
