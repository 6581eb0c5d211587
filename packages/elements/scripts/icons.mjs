// Writes src/icons/icons.ts: the lucide icons that the elements use, inlined as lit templates, so that no page loads
// an icon font or a sprite. Run after changing the list: node packages/elements/scripts/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Our name for it, and lucide's. `flips`: mirrored right-to-left, because it points along the line of reading. */
const ICONS = [
  ['alert', 'circle-alert'],
  ['arrowDown', 'arrow-down'],
  ['arrowUp', 'arrow-up'],
  ['calendar', 'calendar'],
  ['calendarClock', 'calendar-clock'],
  ['check', 'check'],
  ['chevronDown', 'chevron-down'],
  ['chevronRight', 'chevron-right', 'flips'],
  ['cloudOff', 'cloud-off'],
  ['close', 'x'],
  ['eye', 'eye'],
  ['filter', 'list-filter'],
  ['group', 'layers'],
  ['lock', 'lock'],
  ['pencil', 'pencil'],
  ['plus', 'plus'],
  ['refresh', 'refresh-cw'],
  ['relationship', 'users'],
  ['search', 'search'],
  ['sort', 'arrow-up-down'],
  ['trash', 'trash-2'],
  ['user', 'user'],
];

const folder = new URL('.', `file://${createRequire(import.meta.url).resolve('lucide-static/package.json')}`);

function template([name, file, flips]) {
  const source = readFileSync(new URL(`icons/${file}.svg`, folder), 'utf8');
  const shapes = source
    .slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.indexOf('</svg>'))
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>');
  const tag = `<svg class="icon${flips ? ' flips' : ''}" aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">`;
  return `/** lucide \`${file}\` */\nexport const ${name}Icon = () => html\`${tag}${shapes}</svg>\`;\n`;
}

writeFileSync(
  new URL('../src/icons/icons.ts', import.meta.url),
  `// Icons of lucide (ISC, see NOTICE), inlined. Written by scripts/icons.mjs: change the list there.\nimport { html } from 'lit';\n\n${ICONS.map(template).join('\n')}`,
);
