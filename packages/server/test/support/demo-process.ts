// The demo as its start script runs it, with a small workspace and pages of the test's own.
import { runServer } from '../../src/serve.ts';
import { databaseNote, settingsOf } from '../../src/settings.ts';
import { startDemo } from '../../src/demo/start-demo.ts';
import { acme, action } from './world.ts';

const [pages] = process.argv.slice(2) as [string];

await runServer(() => {
  const settings = settingsOf(process.env, 'unused');
  process.stdout.write(`${databaseNote(settings)}\n`);
  return startDemo({
    ...settings,
    snapshot: () => acme({ actions: [action('seeded')] }),
    pages: { '/': pages, '/cdn/': pages },
    reset: process.argv.includes('--reset'),
  });
});
