// A guest cannot tell two worlds apart that differ in nothing they may see (api.md §9): every answer over HTTP is the same,
// byte by byte, but for cursors, which are opaque.
import { after, before, it } from 'node:test';
import { createLocalBackend } from '@followthrough/core/local-backend';
import fc from 'fast-check';
import { NOW } from '../../../core/test/local-backend/workspace.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { type Service, startService } from '../support/service.ts';
import { assertAlike, comparable } from './twin-answers.ts';
import { fillTwin, happen, QUESTIONS, twins, type Twins, twinSnapshot, type World } from './twins.ts';

export const twinsSuite: Suite = { title: 'Twin worlds', tests };

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
  });
  after(() => service.stop());

  async function answersIn(drawn: Twins, world: World): Promise<{ told: string[]; answers: string[] }> {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, twinSnapshot(world));
    const repository = createSqlRepository(engine.database, 'acme', { holding: true });
    let now = NOW;
    let made = 0;
    const as = (viewerId: string) =>
      createLocalBackend({ repository, viewerId, now: () => now, newId: () => `made-${++made}` });
    await fillTwin(as('ada'));
    const told = await happen(drawn, world, as, (tick) => {
      now = NOW + tick;
    });
    service.clock.now = NOW + 3_600_000;
    const answers: string[] = [];
    for (const { method, path, body, version } of QUESTIONS) {
      const asked = { as: drawn.asks, body, ...(version === undefined ? {} : { version }) };
      const { status, headers, body: answer } = await service.call(method, path, asked);
      answers.push(comparable(status, headers.get('etag'), answer));
    }
    return { told, answers };
  }

  it('are alike to a guest, answer by answer', async () => {
    await fc.assert(
      fc.asyncProperty(twins, async (drawn) => {
        const [one, other] = [await answersIn(drawn, 'a'), await answersIn(drawn, 'b')];
        assertAlike(one, other);
      }),
      { numRuns: engine.full ? 500 : 3 },
    );
  });
}
