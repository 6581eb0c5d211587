// Everything that must hold. `npm test` runs all of it; `npm test -- core lint` only those steps; `npm run quick` what
// needs neither browser nor database. Two steps run side by side (LANES=1: one after another), the long ones first; what a
// step says is printed when it ends. Ends with the plain line `N passed, N failed`, counted from what ran: each test of a
// suite, and each check (types, lint, …) as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = `${root}.cache`;
const bin = (name) => `${root}node_modules/.bin/${name}`;

/** A check that holds or does not. */
const check = (name, ...commands) => ({ name, kind: 'check', commands });
/** The same step, once those steps are done, where they run at all. */
const after = (names, step) => ({ ...step, after: names });
/**
 * Tests under `node --test`; `files` are globs. Pure ones run in one process, which is two to three times as fast as one for
 * each file; `apart` gives each its own, and `setup` names a module that is run before them all.
 */
const unit = (
  name,
  files,
  { zones = [process.env.TZ ?? 'UTC'], apart = false, setup = [], environment = {} } = {},
) => ({
  name,
  kind: 'tests',
  commands: zones.map((zone) => [
    process.execPath,
    [
      '--conditions=@followthrough/source',
      '--test',
      ...(apart ? ['--test-concurrency=1'] : ['--test-isolation=none']),
      ...setup.map((file) => `--test-global-setup=${root}${file}`),
      `--test-reporter=${root}scripts/test/count-node.mjs`,
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { ...environment, TZ: zone },
  ]),
});
const tool = (name, ...args) => [process.execPath, [bin(name), ...args]];
const tsc = (...args) => [process.execPath, [`${root}node_modules/typescript7/bin/tsc`, ...args]];
const script = (file, ...args) => [process.execPath, ['--conditions=@followthrough/source', `${root}${file}`, ...args]];

/** In the order in which they begin: what others wait for, then what takes longest. */
const STEPS = [
  check('types', script('scripts/manifest.mjs'), tsc('-p', 'tsconfig.lint.json')),
  unit('server-postgresql', ['packages/server/test/engines.test.ts'], {
    apart: true,
    environment: { ENGINE: 'PostgreSQL' },
  }),
  after(['types'], check('build', tool('vite', 'build', '--app'), tsc('-b'))),
  check('storybook', tool('storybook', 'build', '--quiet', '--output-dir', 'storybook-static')),
  after(['build', 'storybook'], unit('pages', ['test/**/*.test.ts'], { apart: true, setup: ['test/seed-once.ts'] })),
  { name: 'browser', kind: 'tests', commands: [tool('wtr')] },
  unit('server-pglite', ['packages/server/test/engines.test.ts'], { apart: true, environment: { ENGINE: 'PGlite' } }),
  unit(
    'server',
    [
      'packages/server/test/{database,demo,export,faults,http}/*.test.ts',
      'packages/server/test/{create-workspace,main}.test.ts',
    ],
    { apart: true },
  ),
  // Whatever zone the machine is in. What has no day of its own to tell is tried in one.
  unit('domain', ['packages/core/test/domain/{*,engagement/*,template/*}.test.ts'], {
    zones: ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'],
  }),
  unit('plan', ['packages/core/test/domain/plan/*.test.ts']),
  unit('core', ['packages/core/test/{local-backend,stores,schema}/**/*.test.ts']),
  check('lint', tool('eslint', '.')),
  check('format', tool('prettier', '--check', '--log-level=warn', '.')),
  after(
    ['build'],
    check(
      'packages',
      ...['core', 'api-client', 'elements'].flatMap((name) => [
        tool('publint', '--strict', `packages/${name}`),
        tool('attw', '--pack', `packages/${name}`, '--profile', 'esm-only', '--quiet'),
      ]),
    ),
  ),
  after(['build'], check('sizes', script('scripts/sizes.mjs', '--check'))),
  unit('client', ['packages/api-client/test/**/*.test.ts']),
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
  after(['types'], check('dead-code', tool('knip'))),
  unit('elements-in-node', ['packages/elements/test/ssr/*.ts'], { apart: true }),
  check('openapi', script('scripts/openapi.ts'), tool('redocly', 'lint', '.cache/openapi.json')),
];
const QUICK = [
  'types',
  'lint',
  'format',
  'architecture',
  'dead-code',
  'core',
  'domain',
  'plan',
  'elements-in-node',
  'client',
];

const asked = process.argv.slice(2).flatMap((name) => (name === 'quick' ? QUICK : [name]));
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: quick, ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}

mkdirSync(cache, { recursive: true });
const waiting = STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const left = new Set(waiting.map(({ name }) => name));
let passed = 0;
let failed = 0;
const slowest = [];
const table = [];
const running = new Set();
const LANES = Number(process.env.LANES ?? 2);
await Promise.all(Array.from({ length: LANES }, lane));

/** Runs one step after another, whichever may begin next, until none is left. */
async function lane() {
  while (waiting.length > 0) {
    const next = waiting.findIndex((step) => (step.after ?? []).every((name) => !left.has(name)));
    if (next < 0) {
      // What is left waits for a step of the other lane.
      await Promise.race(running);
      continue;
    }
    const [step] = waiting.splice(next, 1);
    const run = runStep(step);
    running.add(run);
    await run;
    running.delete(run);
  }
}

async function runStep(step) {
  const said = [];
  const alone = LANES === 1 || asked.length === 1;
  const say = alone ? (text) => process.stdout.write(text) : (text) => said.push(text);
  const heading = `── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`;
  if (alone) console.log(`\n${heading}`);
  const began = Date.now();
  const result = step.kind === 'check' ? await runCheck(step, say) : await runTests(step, say);
  left.delete(step.name);
  passed += result.passed;
  failed += result.failed;
  slowest.push(...result.slowest);
  const seconds = Math.round((Date.now() - began) / 1000);
  table.push({ step: step.name, seconds, ...result });
  if (!alone) console.log(`\n${heading}\n${said.join('')}${result.failed > 0 ? '✖' : '✔'} in ${seconds} s`);
}

console.log(`\n── summary ${'─'.repeat(53)}`);
for (const { step, seconds, passed: ok, failed: bad } of table) {
  console.log(
    `${bad > 0 ? '✖' : '✔'} ${step.padEnd(18)} ${String(ok).padStart(6)} passed ${String(bad).padStart(4)} failed ${String(seconds).padStart(5)} s`,
  );
}
console.log('slowest:');
for (const { name, ms } of slowest.sort((a, b) => b.ms - a.ms).slice(0, 8))
  console.log(`  ${String(ms).padStart(6)} ms  ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function runCheck({ commands }, say) {
  for (const [command, args, environment] of commands) {
    if ((await run(command, args, say, environment)) !== 0) return { passed: 0, failed: 1, slowest: [] };
  }
  return { passed: 1, failed: 0, slowest: [] };
}

async function runTests({ name, commands }, say) {
  const total = { passed: 0, failed: 0, slowest: [] };
  for (const [command, args, environment] of commands) {
    const file = `${cache}/counts-${name}.json`;
    rmSync(file, { force: true });
    const code = await run(command, args, say, { ...environment, COUNTS: file });
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, slowest: [] };
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.slowest.push(...counts.slowest);
    // A run that ended badly, or that ran nothing, without counting a failure is itself one.
    if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) total.failed++;
  }
  return total;
}

function run(command, args, say, environment = {}) {
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', STORYBOOK_DISABLE_TELEMETRY: '1' };
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quiet, ...environment },
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', (error) => {
      say(`${error.message}\n`);
      resolve(1);
    });
  });
}
