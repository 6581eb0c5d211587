// Everything that must hold. `npm test` runs all of it; `npm test -- core lint` only those steps; `npm run quick` what
// needs neither browser nor database. Ends with the plain line `N passed, N failed`, counted from what ran: each test
// of a suite, and each check (types, lint, …) as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = `${root}.cache`;
const bin = (name) => `${root}node_modules/.bin/${name}`;

/** A check that holds or does not. */
const check = (name, ...commands) => ({ name, kind: 'check', commands });
/** Tests under `node --test`; `files` are globs. */
const unit = (name, files, { zones = [process.env.TZ ?? 'UTC'], concurrency = 2 } = {}) => ({
  name,
  kind: 'tests',
  commands: zones.map((zone) => [
    process.execPath,
    [
      '--conditions=@followthrough/source',
      '--test',
      `--test-concurrency=${concurrency}`,
      `--test-reporter=${root}scripts/test/count-node.mjs`,
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { TZ: zone },
  ]),
});
const tool = (name, ...args) => [process.execPath, [bin(name), ...args]];
const script = (file, ...args) => [process.execPath, ['--conditions=@followthrough/source', `${root}${file}`, ...args]];

const STEPS = [
  check('types', script('scripts/manifest.mjs'), tool('tsc', '-p', 'tsconfig.lint.json')),
  check('lint', tool('eslint', '.')),
  check('format', tool('prettier', '--check', '--log-level=warn', '.')),
  check(
    'architecture',
    tool(
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'packages/core/src',
      'packages/api-client/src',
      'packages/elements/src',
      'packages/server/src',
      'stories',
      'demo',
    ),
  ),
  check('dead-code', tool('knip')),
  unit('core', ['packages/core/test/{local-backend,stores,schema}/**/*.test.ts']),
  unit('domain', ['packages/core/test/domain/**/*.test.ts'], {
    zones: ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'],
  }),
  unit('elements-in-node', ['packages/elements/test/ssr/*.ts']),
  unit('client', ['packages/api-client/test/**/*.test.ts']),
  check('openapi', script('scripts/openapi.ts'), tool('redocly', 'lint', '.cache/openapi.json')),
  { name: 'browser', kind: 'tests', commands: [tool('wtr')] },
  unit('server', ['packages/server/test/**/*.test.ts'], { concurrency: 1 }),
  check('build', tool('vite', 'build', '--app'), tool('tsc', '-b')),
  check(
    'packages',
    ...['core', 'api-client', 'elements'].flatMap((name) => [
      tool('publint', '--strict', `packages/${name}`),
      tool('attw', '--pack', `packages/${name}`, '--profile', 'esm-only', '--quiet'),
    ]),
  ),
  check('sizes', script('scripts/sizes.mjs', '--check')),
  check('storybook', tool('storybook', 'build', '--quiet', '--output-dir', 'storybook-static')),
  unit('pages', ['test/**/*.test.ts'], { concurrency: 1 }),
];
const QUICK = ['types', 'lint', 'format', 'architecture', 'dead-code', 'core', 'domain', 'elements-in-node', 'client'];

const asked = process.argv.slice(2).flatMap((name) => (name === 'quick' ? QUICK : [name]));
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: quick, ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}

mkdirSync(cache, { recursive: true });
let passed = 0;
let failed = 0;
const slowest = [];
const table = [];
for (const step of STEPS) {
  if (asked.length > 0 && !asked.includes(step.name)) continue;
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`);
  const began = Date.now();
  const result = step.kind === 'check' ? await runCheck(step) : await runTests(step);
  passed += result.passed;
  failed += result.failed;
  slowest.push(...result.slowest);
  table.push({ step: step.name, seconds: Math.round((Date.now() - began) / 1000), ...result });
}

console.log(`\n── summary ${'─'.repeat(53)}`);
for (const { step, seconds, passed: ok, failed: bad } of table) {
  console.log(
    `${bad > 0 ? '✖' : '✔'} ${step.padEnd(14)} ${String(ok).padStart(6)} passed ${String(bad).padStart(4)} failed ${String(seconds).padStart(5)} s`,
  );
}
console.log('slowest:');
for (const { name, ms } of slowest.sort((a, b) => b.ms - a.ms).slice(0, 8))
  console.log(`  ${String(ms).padStart(6)} ms  ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function runCheck({ commands }) {
  for (const [command, args, environment] of commands) {
    if ((await run(command, args, environment)) !== 0) return { passed: 0, failed: 1, slowest: [] };
  }
  return { passed: 1, failed: 0, slowest: [] };
}

async function runTests({ name, commands }) {
  const total = { passed: 0, failed: 0, slowest: [] };
  for (const [command, args, environment] of commands) {
    const file = `${cache}/counts-${name}.json`;
    rmSync(file, { force: true });
    const code = await run(command, args, { ...environment, COUNTS: file });
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, slowest: [] };
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.slowest.push(...counts.slowest);
    // A run that ended badly, or that ran nothing, without counting a failure is itself one.
    if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) total.failed++;
  }
  return total;
}

function run(command, args, environment = {}) {
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', STORYBOOK_DISABLE_TELEMETRY: '1' };
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...quiet, ...environment },
    });
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
