// `npm start`: the elements' one-file builds where they are not fresh, then the demo: reference server, database, pages.
// `--reset` begins the data anew. PORT, HOST, FOLLOWTHROUGH_DATA and DATABASE_URL say where.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { databaseNote, mailFolderIn, mailNote, runServer, settingsOf, startDemo } from '@followthrough/server';
import { demoSnapshot } from './seed/snapshot.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['core', 'api-client', 'elements'].map((name) => `${root}packages/${name}/src`);
const BUNDLE = `${root}packages/elements/cdn/followthrough.js`;

if (isStale()) {
  console.log('Building the elements …');
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const built = spawnSync(process.execPath, [vite, 'build', '--app'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BUILD: 'cdn' },
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--reset');
if (unknown.length > 0) {
  console.error(`${unknown.join(' ')} is not understood. There is --reset: npm start -- --reset begins the demo anew.`);
  process.exit(1);
}

await runServer(() => {
  const settings = settingsOf(process.env, `${root}.data`);
  console.log(databaseNote(settings));
  console.log(mailNote(settings, mailFolderIn(settings.folder)));
  return startDemo({
    ...settings,
    snapshot: demoSnapshot,
    reset: process.argv.includes('--reset'),
    pages: { '/': `${root}demo/pages`, '/cdn/': `${root}packages/elements/cdn` },
  });
});

/** Whether a source is newer than what was built of it. */
function isStale(): boolean {
  if (!existsSync(BUNDLE)) return true;
  const built = statSync(BUNDLE).mtimeMs;
  return SOURCES.some((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
      (file) => statSync(`${folder}/${file}`).mtimeMs > built,
    ),
  );
}
