import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/cdn/',
      '**/node_modules/',
      'storybook-static/',
      '.data/',
      '.cache/',
      '.tsbuild/',
      '**/*.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: "Import * as z from 'zod/mini': the classic build does not shake." },
            { name: 'lit/directives/unsafe-html.js', message: 'Text only: no HTML is ever interpreted.' },
            { name: 'lit/decorators.js', message: 'Static properties and declare fields, see docs/decisions.' },
          ],
        },
      ],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      ...litA11y.configs.recommended.rules,
      'lit/no-native-attributes': 'off',
      'lit/no-template-arrow': 'off',
    },
  },
  {
    files: ['**/test/**/*.ts', 'test/**/*.ts', '**/scale/**/*.ts', 'bench/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // node:test's describe and it return promises that nobody awaits; chai's assertions are expressions.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'off',
    },
  },
  {
    // The warnings of the libraries: a second copy on the page, and markup that means nothing.
    files: ['packages/elements/src/define-element.ts', 'packages/elements/src/host-warning.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['packages/server/src/**/*.ts', 'scripts/**', 'bench/**', 'demo/start.ts', 'demo/seed/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: { globals: { ...globals.node } },
  },
  { files: ['demo/pages/**/*.js'], languageOptions: { globals: { ...globals.browser } } },
);
