// Writes src/icons/: the lucide icons that the elements use, inlined as lit templates, so that no page loads an icon font
// or a sprite. Run after changing a list: node packages/elements/scripts/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Our name for it, and lucide's. `flips`: mirrored right-to-left, because it points along the line of reading. */
const FILES = {
  // Of what is shown from the first: kept few, for every page loads them. Of the list's headers by themselves.
  'sorted-icons': [
    ['arrowDown', 'arrow-down'],
    ['arrowUp', 'arrow-up'],
  ],
  'shown-icons': [
    ['chevronDown', 'chevron-down'],
    ['cloudOff', 'cloud-off'],
    ['lock', 'lock'],
    ['refresh', 'refresh-cw'],
  ],
  // Of what opens when somebody does something.
  icons: [
    ['alert', 'circle-alert'],
    ['calendar', 'calendar'],
    ['calendarClock', 'calendar-clock'],
    ['check', 'check'],
    ['chevronRight', 'chevron-right', 'flips'],
    ['close', 'x'],
    ['eye', 'eye'],
    ['filter', 'list-filter'],
    ['group', 'layers'],
    ['more', 'ellipsis'],
    ['pencil', 'pencil'],
    ['plus', 'plus'],
    ['relationship', 'users'],
    ['search', 'search'],
    ['sort', 'arrow-up-down'],
    ['trash', 'trash-2'],
    ['user', 'user'],
  ],
  // Of the dates of a plan.
  'plan-date-icons': [
    ['arrowRight', 'arrow-right', 'flips'],
    ['broken', 'unlink'],
    ['estimate', 'equal-approximately'],
    ['pin', 'pin'],
    ['waits', 'hourglass'],
  ],
  // Of what is done to many engagements.
  'engagement-list-icons': [
    ['activate', 'circle-play'],
    ['bulk', 'list-checks'],
    ['download', 'download'],
    ['unshare', 'eye-off'],
  ],
  // Of where an action belongs.
  'place-icons': [['programme', 'graduation-cap']],
  // Of rooms' rows.
  'room-icons': [['customer', 'building-2']],
  // Of engagements and their items.
  'engagement-icons': [
    ['session', 'messages-square'],
    ['assessment', 'clipboard-list'],
    ['file', 'file-text'],
    ['link', 'link'],
    ['actionItem', 'square-check'],
    ['feedback', 'message-square-text'],
    ['clock', 'clock'],
    ['place', 'map-pin'],
    ['send', 'send', 'flips'],
    ['reopen', 'rotate-ccw'],
    ['grip', 'grip-vertical'],
  ],
};

const folder = new URL('.', `file://${createRequire(import.meta.url).resolve('lucide-static/package.json')}`);

function template([name, file, flips]) {
  const source = readFileSync(new URL(`icons/${file}.svg`, folder), 'utf8');
  const shapes = source
    .slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.indexOf('</svg>'))
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>');
  const tag = `<svg class="icon${flips ? ' flips' : ''}" viewBox="0 0 24 24" aria-hidden="true">`;
  return `/** lucide \`${file}\` */\nexport const ${name}Icon = () => html\`${tag}${shapes}</svg>\`;\n`;
}

for (const [name, icons] of Object.entries(FILES)) {
  writeFileSync(
    new URL(`../src/icons/${name}.ts`, import.meta.url),
    `// Icons of lucide (ISC, see NOTICE), inlined; \`.icon\` in styles/base.ts draws them. Written by scripts/icons.mjs: change the lists there.\nimport { html } from 'lit';\n\n${icons.map(template).join('\n')}`,
  );
}
