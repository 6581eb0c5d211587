// Nobody can tell two worlds apart that differ in nothing they may see (api.md §9): every answer over HTTP is the same, byte by
// byte, headers too, but for cursors, which are opaque, and what a server says of the moment.
import { after, before, it } from 'node:test';
import { createMemoryRepository, type Repository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import fc from 'fast-check';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { type Service, startService } from '../support/service.ts';
import { engagementTwins } from './engagement-twins.ts';
import { roomTwins } from './room-twins.ts';
import { answersTo, assertAlike, type Question } from './twin-answers.ts';
import { ASKED_AT, live, type Twins, type TwinSubject, type World } from './twin-history.ts';

export const twinsSuite: Suite = { title: 'Twin worlds', tests };

/** What a server says of the moment, and of how long the cursor is. */
const OF_THE_MOMENT = new Set(['content-length', 'date', 'ratelimit', 'x-request-id']);

/** How much of each is tried: hundreds of questions of hundreds of pairs take longer than a quick run has. */
interface Extent {
  pairs: number;
  /** How many of the questions are asked of a pair, drawn with it, half of them reads; all where it is not said. */
  asked?: number;
  /** Every so many a pair lives in the database; the others are brought there as they ended. */
  livesEvery: number;
}

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
  });
  after(() => service.stop());

  /** Begins a world in the database and lets its history happen, there or beforehand. */
  async function history(subject: TwinSubject, drawn: Twins, world: World, livesThere: boolean): Promise<string[]> {
    const beginning = subject.begin(drawn, world);
    const memory = createMemoryRepository(beginning);
    const told = livesThere ? [] : await live(subject, drawn, world, memory);
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, livesThere ? beginning : await heldIn(memory, beginning));
    if (!livesThere) return told;
    return live(subject, drawn, world, createSqlRepository(engine.database, 'acme', { holding: true }));
  }

  async function answersIn(
    subject: TwinSubject,
    drawn: Twins,
    world: World,
    { questions, livesThere }: { questions: readonly Question[]; livesThere: boolean },
  ): Promise<{ told: string[]; answers: string[] }> {
    const told = await history(subject, drawn, world, livesThere);
    service.clock.now = ASKED_AT;
    const answers = await answersTo(questions, async ({ method, path, ...rest }) => {
      const { status, headers, body } = await service.call(method, path, { as: drawn.asks, ...rest });
      const shown = [...headers].filter(([name]) => !OF_THE_MOMENT.has(name));
      return { status, headers: JSON.stringify(shown), etag: headers.get('etag'), body };
    });
    return { told, answers };
  }

  function alike(subject: TwinSubject, { pairs, asked, livesEvery }: Extent): Promise<void> {
    let tried = 0;
    return fc.assert(
      fc.asyncProperty(
        subject.twins.chain((drawn) => fc.tuple(fc.constant(drawn), questionsOf(subject.questions(drawn.asks), asked))),
        async ([drawn, questions]) => {
          const how = { questions, livesThere: tried++ % livesEvery === 0 };
          const [one, other] = [await answersIn(subject, drawn, 'a', how), await answersIn(subject, drawn, 'b', how)];
          assertAlike(questions, one, other);
        },
      ),
      { numRuns: pairs, endOnFailure: true },
    );
  }

  it('are alike to a guest of a room, answer by answer', () =>
    alike(roomTwins, { pairs: engine.full ? 500 : 2, livesEvery: 1 }));

  it('are alike to everybody in an engagement, and to nobody in it, answer by answer', () =>
    alike(engagementTwins, engine.full ? { pairs: 1000, livesEvery: 2 } : QUICK));
}

const QUICK: Extent = { pairs: 8, asked: 30, livesEvery: 2 };

/** So many of the questions, in their order. */
function questionsOf(all: readonly Question[], most = all.length): fc.Arbitrary<readonly Question[]> {
  if (most === all.length) return fc.constant(all);
  const places = all.map((_, at) => at);
  const isRead = (at: number) => all[at]?.method === 'GET';
  const some = (among: number[]) => fc.shuffledSubarray(among, { minLength: most / 2, maxLength: most / 2 });
  return fc
    .tuple(some(places.filter(isRead)), some(places.filter((at) => !isRead(at))))
    .map(([reads, writes]) => [...reads, ...writes].sort((a, b) => a - b).flatMap((at) => all[at] ?? []));
}

/** All that a repository holds. */
async function heldIn(repository: Repository, { workspace }: WorkspaceSnapshot): Promise<WorkspaceSnapshot> {
  return repository.transaction(async (tx) => ({
    workspace,
    people: await tx.find('person', {}),
    companies: await tx.find('company', {}),
    groups: await tx.find('group', {}),
    relationships: await tx.find('relationship', {}),
    meetings: await tx.find('meeting', {}),
    rooms: await tx.find('room', {}),
    sections: await tx.find('section', {}),
    templates: await tx.find('template', {}),
    invoicingMethods: await tx.find('invoicingMethod', {}),
    engagements: await tx.find('engagement', {}),
    items: await tx.find('item', {}),
    actions: await tx.find('action', {}),
    stateChanges: await tx.find('stateChange', {}),
    notifications: await tx.find('notification', {}),
    preferences: await tx.find('preferences', {}),
  }));
}
