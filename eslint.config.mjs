import js from '@eslint/js';
import * as lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import * as wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};

/** Ways to markup or code that a string would get through; text and built nodes only. */
const noMarkupFromStrings = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Build nodes; no string becomes markup.',
  },
  {
    selector: 'CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: 'Build nodes; no string becomes markup.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'Build nodes; no string becomes markup.',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives\\u002F(unsafe-html|unsafe-svg|unsafe-mathml|style-map)/]',
    message: 'unsafe directives launder strings through Lit’s policy, and styleMap is dropped under a strict style-src.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'Inline style is dropped under a strict style-src; use adopted style sheets or CSSOM.',
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'Inline style is dropped under a strict style-src; use adopted style sheets or CSSOM.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**', '**/dist/**', '**/cdn/**', '**/generated/**',
      'storybook-static/**', 'coverage/**', '.data/**', '.cache/**',
    ],
  },
  js.configs.recommended,
  {
    rules: {
      'eqeqeq': ['error', 'always', {null: 'ignore'}],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-empty': ['error', {allowEmptyCatch: false}],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries([
        'process', 'console', 'URL', 'URLSearchParams', 'fetch', 'Buffer', 'setTimeout', 'clearTimeout', 'document', 'window',
        'crypto', 'location', 'matchMedia', 'sessionStorage', 'Option', 'Intl', 'customElements', 'navigator', 'history',
      ].map(name => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports', disallowTypeAnnotations: false}],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      // With `noUncheckedIndexedAccess` it is how one says that an index was checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    files: ['packages/{sdk,elements}/src/**/*.ts'],
    rules: {'no-restricted-syntax': ['error', noDefaultExport, ...noMarkupFromStrings]},
  },
  {
    // The tools that read these ask for a default export.
    files: ['.storybook/**/*.ts', 'stories/**/*.ts', 'packages/dev/src/reporters/*.ts', '**/*.config.ts'],
    rules: {'no-restricted-syntax': 'off'},
  },
  {
    // Frameworks are told of our tags in their own namespaces, by interfaces that extend ours.
    files: ['packages/elements/src/types/*.ts'],
    rules: {
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}],
    },
  },
  {
    files: ['packages/*/test/**/*.ts', 'test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // `expect(x).to.be.true` is how chai asks.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: {'lit-a11y': litA11y},
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-template-map': 'error',
      'lit/no-useless-template-literals': 'error',
    },
  },
);
