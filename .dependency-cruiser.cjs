// The architecture, as rules: core decides · api-client fetches · elements show · server proves · stories demonstrate.
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Type imports included.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^packages/[^/]+/src/' }, to: {} },
    only(
      'domain-is-pure',
      'core/domain imports itself and types from core/schema; nothing from npm, no Node, no DOM.',
      '^packages/core/src/domain/',
      '^packages/core/src/(domain|schema)/',
    ),
    {
      name: 'domain-takes-only-types-from-schema',
      comment: 'So that an element’s bundle carries no zod.',
      severity: 'error',
      from: { path: '^packages/core/src/domain/' },
      to: { path: '^packages/core/src/schema/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'schema-is-words',
      'core/schema imports itself and zod.',
      '^packages/core/src/schema/',
      '^(packages/core/src/schema/|node_modules/zod/)',
    ),
    only(
      'stores-over-the-port',
      'core/stores imports domain, schema types, the port and nanostores.',
      '^packages/core/src/stores/',
      '^(packages/core/src/(stores|domain|schema)/|packages/core/src/backend\\.ts|node_modules/nanostores/)',
    ),
    only(
      'local-backend-over-the-port',
      'core/local-backend imports domain, schema, the port and idb.',
      '^packages/core/src/local-backend/',
      '^(packages/core/src/(local-backend|domain|schema)/|packages/core/src/backend\\.ts|node_modules/(idb|zod)/)',
    ),
    only(
      'client-over-core',
      'api-client imports core, ky and zod.',
      '^packages/api-client/src/',
      '^(packages/api-client/src/|packages/core/src/|node_modules/(ky|zod)/)',
    ),
    only(
      'elements-show',
      'elements import lit, @lit/context and core; the client only in the CDN entries.',
      '^packages/elements/src/(?!cdn)',
      '^(packages/elements/src/|packages/core/src/|node_modules/(lit|@lit/context|@lit/reactive-element|lit-html|lit-element)/)',
    ),
    only(
      'elements-cdn',
      'The CDN entries put elements and client together.',
      '^packages/elements/src/cdn',
      '^(packages/elements/src/|packages/core/src/|packages/api-client/src/)',
    ),
    {
      name: 'server-over-contract',
      comment: 'Of our packages the server imports core and the contract.',
      severity: 'error',
      from: { path: '^packages/server/src/' },
      to: { path: '^packages/(elements|api-client)/', pathNot: '^packages/api-client/src/contract/' },
    },
    {
      name: 'nothing-imports-server',
      comment: 'The demo starts it; no package rests on it.',
      severity: 'error',
      from: { path: '^packages/(core|api-client|elements)/|^stories/' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'fixtures-are-for-tests',
      comment: 'Only tests, stories, benches and the demo import fixtures and seeds.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '(/test/|/fixtures/|^demo/|^stories/)' },
    },
    {
      name: 'no-drawers',
      comment: 'A file is named for its one concept.',
      severity: 'error',
      from: { path: '^(packages|stories|demo|scripts|bench)/' },
      to: {
        path: '/(utils?|helpers?|common|services|interfaces|misc)/|/(types|constants|utils|helpers)\\.ts$',
        pathNot: 'node_modules',
      },
    },
    ...['core', 'api-client', 'elements', 'server'].map((name) => ({
      name: `${name}-by-its-exports`,
      comment: 'Across packages only what `exports` lists: never by a relative path.',
      severity: 'error',
      from: { path: `^packages/(?!${name}/)` },
      to: { path: `^packages/${name}/`, dependencyTypes: ['local'] },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@followthrough/source', 'import', 'browser', 'default', 'types'],
    },
  },
};
