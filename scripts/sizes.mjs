// What the bundles weigh, against their budgets: `npm run sizes` prints the table that README.md quotes, `--check` fails
// where one is over its budget or the README quotes another size. A goal is where a budget is to go. Counted is what a page loads first: the entry with
// all that it imports statically, dependencies included, minified and gzipped; parts opened on demand are named beside.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));

const BUNDLES = [
  {
    name: '`<action-list>` for bundlers, without client',
    entry: 'packages/elements/src/action-list/define.ts',
    budget: 50,
    goal: 25,
  },
  {
    name: '`<actions-widget>` for bundlers, without client',
    entry: 'packages/elements/src/actions-widget/define.ts',
    budget: 38,
    goal: 22,
  },
  { name: '`@followthrough/api-client`', entry: 'packages/api-client/src/index.ts', budget: 15 },
  { name: '`@followthrough/core/domain`', entry: 'packages/core/src/domain/index.ts', budget: 12 },
  { name: '`<actions-widget>` CDN file, with client', file: 'packages/elements/cdn/actions-widget.js', budget: 50 },
  { name: 'CDN file of everything', file: 'packages/elements/cdn/followthrough.js', budget: 132 },
];

const kilobytes = (bytes) => Math.round(bytes / 100) / 10;
const zipped = (contents) => gzipSync(contents, { level: 9 }).length;

/** A bundler's bundle is made here as a host's would be; a CDN file is taken as it was built, with the files beside it. */
async function measure({ entry, file }) {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${root}${entry ?? file}`],
    outdir: `${root}.cache/sizes`,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    write: false,
    legalComments: 'none',
    conditions: ['@followthrough/source', 'browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  if (file) {
    const paths = Object.keys(metafile.inputs);
    return sums(new Map(paths.map((path) => [path, zipped(readFileSync(`${root}${path}`))])), metafile.inputs, file);
  }
  const made = new Map(outputFiles.map((output) => [output.path.slice(root.length), zipped(output.contents)]));
  const first = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry)[0];
  return sums(made, metafile.outputs, first);
}

/** What is loaded with the first of these files, along static imports, and what lies beside it. */
function sums(bytes, files, entry) {
  const first = new Set();
  const visit = (path) => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of files[path].imports) if (kind === 'import-statement') visit(next);
  };
  visit(entry);
  let initial = 0;
  let later = 0;
  for (const [path, size] of bytes) {
    if (first.has(path)) initial += size;
    else later += size;
  }
  return { first: kilobytes(initial), later: kilobytes(later) };
}

const lines = [];
const faults = [];
for (const bundle of BUNDLES) {
  const { first, later } = await measure(bundle);
  lines.push(
    `| ${bundle.name} | ${first.toFixed(1)} kB | ${later > 0 ? `${later.toFixed(1)} kB` : '–'} | ${bundle.budget} kB | ${bundle.goal ? `${bundle.goal} kB` : '–'} |`,
  );
  if (first > bundle.budget) faults.push(`${bundle.name}: ${first} kB is over its budget of ${bundle.budget} kB`);
}
const table = [
  '| bundle | first load, gzipped | on demand | budget | goal |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...lines,
].join('\n');
console.log(table);

if (process.argv.includes('--check')) {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  for (const line of lines) {
    if (!quotes(readme, line)) faults.push(`README.md does not quote: ${line}`);
  }
  for (const fault of faults) console.error(`✖ ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** Whether the README has this row, each size within 0.2 kB: gzip differs that much between versions of zlib. */
function quotes(readme, line) {
  const cells = line.split('|').map((cell) => cell.trim());
  return readme.split('\n').some((row) => {
    const quoted = row.split('|').map((cell) => cell.trim());
    return quoted.length === cells.length && cells.every((cell, at) => cell === quoted[at] || near(cell, quoted[at]));
  });
}

function near(a, b) {
  return a.endsWith('kB') && b.endsWith('kB') && Math.abs(parseFloat(a) - parseFloat(b)) <= 0.2;
}
