// What the bundles weigh, against their budgets: `npm run sizes` prints the table that README.md quotes, `--write` puts it
// there, `--check` fails where one is over its budget or the README quotes another size. Counted is what a page loads
// first: the entry with all that it imports statically, dependencies included, minified and gzipped. Where an element
// fetches the code of its rows beside the data, what it takes until they show is named and has a budget too; then what is
// opened on demand. Measured are the packages as they are published: build them first.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

const BUNDLES = [
  {
    name: '`<action-list>` for bundlers, without client',
    entry: 'packages/elements/dist/action-list/define.js',
    rows: 'packages/elements/dist/action-list/list-body.js',
    budget: 21,
    rowsBudget: 40,
  },
  {
    name: '`<actions-widget>` for bundlers, without client',
    entry: 'packages/elements/dist/actions-widget/define.js',
    budget: 34,
  },
  {
    name: '`<mutual-action-plan>` for bundlers, without client',
    entry: 'packages/elements/dist/mutual-action-plan/define.js',
    budget: 80,
  },
  {
    name: '`<actions-dashboard>` for bundlers, without client',
    entry: 'packages/elements/dist/actions-dashboard/define.js',
    rows: 'packages/elements/dist/actions-dashboard/assemble.js',
    budget: 21,
    rowsBudget: 59,
  },
  {
    name: '`<engagement-timeline>` for bundlers, without client',
    entry: 'packages/elements/dist/engagement-timeline/define.js',
    budget: 55,
  },
  {
    name: '`<engagement-list>` for bundlers, without client',
    entry: 'packages/elements/dist/engagement-list/define.js',
    budget: 46,
  },
  {
    name: '`<engagement-wizard>` for bundlers, without client',
    entry: 'packages/elements/dist/engagement-wizard/define.js',
    rows: 'packages/elements/dist/engagement-wizard/wizard-view.js',
    budget: 21,
    rowsBudget: 52,
  },
  {
    name: '`<engagement-settings>` for bundlers, without client',
    entry: 'packages/elements/dist/engagement-settings/define.js',
    rows: 'packages/elements/dist/engagement-settings/settings-view.js',
    budget: 21,
    rowsBudget: 54,
  },
  {
    name: '`<meeting-actions>` for bundlers, without client',
    entry: 'packages/elements/dist/meeting-actions/define.js',
    budget: 39,
  },
  { name: '`@followthrough/api-client`', entry: 'packages/api-client/dist/index.js', budget: 16 },
  { name: '`@followthrough/core/domain`', entry: 'packages/core/dist/domain/index.js', budget: 50 },
  {
    name: '`<actions-widget>` CDN file, with client',
    entry: 'packages/elements/cdn/actions-widget.js',
    built: true,
    budget: 50,
  },
  { name: 'CDN file of everything', entry: 'packages/elements/cdn/followthrough.js', built: true, budget: 410 },
];

const kilobytes = (bytes) => Math.round(bytes / 100) / 10;
const zipped = (code) => gzipSync(code, { level: 9 }).length;

/**
 * A bundler's bundle is made here as a host page's Vite would make it; a CDN file is taken as it was built, with the
 * files beside it.
 */
async function measure({ entry, rows, built }) {
  const path = `${root}${entry}`;
  const files = new Map();
  const read = {
    name: 'read',
    moduleParsed({ id, importedIds }) {
      // But for what Vite itself puts in.
      if (!id.startsWith('\0')) files.set(id, { code: readFileSync(id), imports: importedIds });
    },
  };
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: built ? [read] : [],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: path, preserveEntrySignatures: 'allow-extension' },
    },
  });
  if (built) return sums(files, [path]);
  const chunks = output.filter(({ type }) => type === 'chunk');
  const made = new Map(chunks.map(({ fileName, code, imports }) => [fileName, { code, imports }]));
  const fileOf = (module) => chunks.find(({ facadeModuleId }) => facadeModuleId === module).fileName;
  return sums(made, [path, ...(rows ? [`${root}${rows}`] : [])].map(fileOf));
}

/** What is loaded with the first of these files along static imports, with all of them, and what lies beside. */
function sums(files, [entry, ...rows]) {
  const sizes = new Map([...files].map(([name, { code }]) => [name, zipped(code)]));
  const loaded = new Set();
  const visit = (name) => {
    if (loaded.has(name) || !files.has(name)) return;
    loaded.add(name);
    files.get(name).imports.forEach(visit);
  };
  const sum = (names) => [...names].reduce((total, name) => total + sizes.get(name), 0);
  visit(entry);
  const first = sum(loaded);
  rows.forEach(visit);
  const shown = sum(loaded);
  return { first: kilobytes(first), shown: kilobytes(shown), later: kilobytes(sum(files.keys()) - shown) };
}

const lines = [];
const faults = [];
for (const bundle of BUNDLES) {
  const { first, shown, later } = await measure(bundle);
  const size = (kb) => `${kb.toFixed(1)} kB`;
  lines.push(
    `| ${bundle.name} | ${size(first)} | ${bundle.rows ? size(shown) : '–'} | ${later > 0 ? size(later) : '–'} | ${bundle.rowsBudget ? `${bundle.budget} and ${bundle.rowsBudget} kB` : `${bundle.budget} kB`} |`,
  );
  if (first > bundle.budget) faults.push(`${bundle.name}: ${first} kB is over its budget of ${bundle.budget} kB`);
  if (shown > (bundle.rowsBudget ?? Infinity))
    faults.push(`${bundle.name}: ${shown} kB until rows show is over its budget of ${bundle.rowsBudget} kB`);
}
const table = [
  '| bundle | first load, gzipped | until rows show | on demand | budget |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...lines,
].join('\n');
console.log(table);

if (process.argv.includes('--write')) {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  writeFileSync(
    `${root}README.md`,
    readme.replace(/\| bundle .*?(?=\n\n)/s, () => table),
  );
  spawnSync(process.execPath, [`${root}node_modules/prettier/bin/prettier.cjs`, '--write', `${root}README.md`]);
}

if (process.argv.includes('--check')) {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  for (const line of lines) {
    if (!quotes(readme, line)) faults.push(`README.md does not quote: ${line}`);
  }
  for (const fault of faults) console.error(`✖ ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** Whether the README has this row, each size within half a kilobyte: gzip differs that much between versions of zlib. */
function quotes(readme, line) {
  const cells = line.split('|').map((cell) => cell.trim());
  return readme.split('\n').some((row) => {
    const quoted = row.split('|').map((cell) => cell.trim());
    return quoted.length === cells.length && cells.every((cell, at) => cell === quoted[at] || near(cell, quoted[at]));
  });
}

function near(a, b) {
  return a.endsWith('kB') && b.endsWith('kB') && Math.abs(parseFloat(a) - parseFloat(b)) < 0.55;
}
