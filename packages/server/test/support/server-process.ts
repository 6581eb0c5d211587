// A server as a process of its own, to be killed: the whole backend over the address it is given, with the demo's key.
// Says `{"url","token"}` when it answers.
import { createApp } from '../../src/app.ts';
import { type DatabaseAddress, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { demoKeyIn } from '../../src/demo/demo-key.ts';
import { hasWorkspace, seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { startServer } from '../../src/serve.ts';
import { acme } from './world.ts';

const [address, folder] = process.argv.slice(2) as [string, string];
const database = await openDatabase(JSON.parse(address) as DatabaseAddress);
await migrate(database);
if (!(await hasWorkspace(database, 'acme'))) await seedWorkspace(database, acme());
const key = await demoKeyIn(folder);
const issuer = 'demo';
const audience = 'followthrough';
const app = await createApp({
  database,
  audience,
  issuers: [{ issuer, keys: key }],
  rates: { writes: 1_000_000, reads: 1_000_000 },
});
const server = await startServer({
  fetch: (request) => app.fetch(request),
  port: 0,
  onStopped: () => database.close(),
});
const scope = 'actions:read actions:write';
const { token } = await key.mint({ issuer, audience, personId: 'mia', workspaceId: 'acme', scope }, Date.now());
process.stdout.write(`${JSON.stringify({ url: `${server.url}/api/v1`, token })}\n`);
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
