// custom-elements.json and what is made from it, and whether it says all that a host needs to know: every tag with a
// description, its attributes, events, parts and slots each in a sentence.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const TAGS = [
  'action-list',
  'action-workspace',
  'actions-dashboard',
  'actions-widget',
  'meeting-actions',
  'engagement-list',
  'engagement-settings',
  'engagement-timeline',
  'engagement-wizard',
];

const made = spawnSync(
  process.execPath,
  [`${root}node_modules/.bin/cem`, 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
  { cwd: root, encoding: 'utf8' },
);
if (made.status !== 0) {
  console.error(made.stdout, made.stderr);
  process.exit(1);
}

const manifest = JSON.parse(readFileSync(`${root}packages/elements/custom-elements.json`, 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ customElement }) => customElement);
const faults = [];
for (const tag of TAGS) {
  const element = elements.find(({ tagName }) => tagName === tag);
  if (!element) {
    faults.push(`<${tag}> is not in the manifest`);
    continue;
  }
  if (!element.description && !element.summary) faults.push(`<${tag}> has no description`);
  for (const kind of ['attributes', 'events', 'cssParts', 'slots']) {
    for (const { name, fieldName, description } of element[kind] ?? []) {
      const field = (element.members ?? []).find((member) => member.name === fieldName);
      if (!description && !field?.description) faults.push(`<${tag}>: ${kind} ${name} has no sentence`);
    }
  }
}
for (const fault of faults) console.error(`✖ ${fault}`);
console.log(`custom-elements.json: ${elements.length} elements`);
process.exitCode = faults.length > 0 ? 1 : 0;
