// The list of a workspace's engagements in SQL holds what core's rules say, in core's order, page by page, whatever is asked;
// and a person's engagements are found by each of their parts.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { engagementOrder, engagementSortKey, matchesEngagement } from '@followthrough/core/domain';
import type { EngagementListRequest, ListAnswer, Position, Repository } from '@followthrough/core/local-backend';
import { createMemoryRepository } from '@followthrough/core/local-backend';
import type { EngagementFilter, EngagementRecord } from '@followthrough/core/schema';
import fc from 'fast-check';
import { STATUSES } from '../../../core/test/domain/engagement/engagement-builders.ts';
import { anyInstant, anyName } from '../../../core/test/local-backend/listing-model.ts';
import { snapshot } from '../../../core/test/local-backend/workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { engagementOf } from '../support/engagement-world.ts';

export const engagementListSuite: Suite = { title: 'The list of engagements', tests };

const PEOPLE = ['ada', 'ben', 'cleo', 'gus', 'eve'];
const day = fc.constantFrom(null, '1970-01-01', '2026-05-01', '2026-05-15', '2026-06-30', '2199-12-31');
const anyEngagement = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    title: anyName,
    coachId: fc.constantFrom('ada', 'ben'),
    coacheeIds: fc.subarray(['cleo', 'gus', 'eve'], { minLength: 1 }),
    spectatorIds: fc.subarray(['fay', 'hal']),
    groupId: fc.constantFrom(null, 'first'),
    startDate: day,
    endDate: day,
    updatedAt: anyInstant,
    isDeleted: fc.constantFrom(false, false, false, true),
  })
  .map(
    ({ status, isDeleted, title, ...rest }) =>
      (id: string) =>
        engagementOf(status, id, {
          ...rest,
          title: title.trim() === '' ? 'Untitled' : title,
          deleted: isDeleted ? { at: '2026-05-01T08:00:00Z', by: 'dora' } : null,
        }),
  );
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const anyFilter = fc.record({
  status: maybe(fc.constantFrom('draft' as const, 'active' as const)),
  shared: maybe(fc.boolean()),
  coach: maybe(fc.constantFrom('ada', 'ben', 'nobody')),
  coachee: maybe(fc.constantFrom('cleo', 'gus', 'nobody')),
  group: maybe(fc.constantFrom('first', 'nobody')),
  from: maybe(day.filter((one) => one !== null)),
  to: maybe(day.filter((one) => one !== null)),
  query: maybe(fc.constantFrom('', ' ', 'ann', 'STRASSE', '%', '_', '\\', "'", '🎯')),
});
/** Most of what is asked names one thing or none, so that there is something to find. */
const filter = fc.oneof(
  fc.constant({}),
  anyFilter,
  anyFilter.chain((whole) =>
    fc.subarray(Object.entries(whole), { maxLength: 1 }).map((one) => Object.fromEntries(one) as EngagementFilter),
  ),
);
const sort = fc.constantFrom(
  ...(['title', '-title', 'start', '-start', 'updated', '-updated'] satisfies EngagementListRequest['sort'][]),
);

function tests(engine: Engine): void {
  let held: EngagementRecord[];
  let repositories: Repository[];
  before(async () => {
    held = fc.sample(anyEngagement, { numRuns: 60, seed: 4 }).map((make, at) => make(`e${at}`));
    const world = snapshot({ engagements: held });
    await seedWorkspace(engine.database, world);
    repositories = [createSqlRepository(engine.database, 'acme'), createMemoryRepository(world)];
  });

  describe('holds what the rules say, in their order, page by page, and counts it', () => {
    it('whatever is asked', async () => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(filter, sort, fc.integer({ min: 1, max: 20 }), fc.boolean(), async (asked, by, limit, few) => {
          const among = few ? new Set(held.filter((_, at) => at % 3 === 0).map(({ id }) => id)) : undefined;
          const wanted = held
            .filter((one) => one.deleted === null && (among?.has(one.id) ?? true) && matchesEngagement(one, asked))
            .map(({ id, ...rest }) => ({ id, key: engagementSortKey({ id, ...rest }, by) }))
            .sort(engagementOrder(by));
          for (const repository of repositories) {
            const ids: string[] = [];
            let after: Position | null = null;
            for (;;) {
              const request: EngagementListRequest = { filter: asked, sort: by, among, after, limit, count: true };
              const page: ListAnswer<EngagementRecord> = await repository.transaction((tx) =>
                tx.listEngagements(request),
              );
              assert.equal(page.count, wanted.length);
              ids.push(...page.records.map(({ id }) => id));
              const last = page.records.at(-1);
              if (!page.more || last === undefined) break;
              after = { key: engagementSortKey(last, by), id: last.id };
            }
            assert.deepEqual(
              ids,
              wanted.map(({ id }) => id),
            );
          }
          found += wanted.length;
        }),
        { numRuns: engine.full ? 300 : 25 },
      );
      assert.ok(found > 100, `${found} were found`);
    });
  });

  it('gives a person those in which they have a part', async () => {
    for (const who of [...PEOPLE, 'fay', 'hal', 'dora']) {
      const wanted = held
        .filter(
          ({ deleted, coachId, coacheeIds, spectatorIds }) =>
            deleted === null && (coachId === who || coacheeIds.includes(who) || spectatorIds.includes(who)),
        )
        .map(({ id }) => id);
      for (const repository of repositories) {
        const found = await repository.transaction((tx) => tx.engagementsOf(who));
        assert.deepEqual(found.map(({ id }) => id).sort(), wanted.sort(), who);
      }
    }
  });

  it('takes a position that no engagement has, before all and after all', async () => {
    for (const by of ['title', '-start', 'updated'] as const) {
      for (const [key, least] of [
        [by === 'title' ? '' : by === '-start' ? 2_000_000_000 : -1e15, 1],
        [by === 'title' ? '\u{10ffff}' : by === '-start' ? -2_000_000_000 : 1e15, 0],
      ] as const) {
        const request = { filter: {}, sort: by, after: { key, id: 'x' }, limit: 5, count: false };
        for (const repository of repositories) {
          const { records } = await repository.transaction((tx) => tx.listEngagements(request));
          assert.equal(records.length > 0 ? 1 : 0, least, `${by} after ${key}`);
        }
      }
    }
  });
}
