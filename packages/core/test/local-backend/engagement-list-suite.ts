// The list of a workspace's engagements as a property that every repository runs: page after page it holds what a second, plain
// reading of everything holds, in its order, each once, and counts it (api.md R-L-1).
import type { EngagementListRequest, Position, Repository } from '@followthrough/core/local-backend';
import { engagementSortKey } from '@followthrough/core/domain';
import type { EngagementFilter, EngagementRecord, EngagementSort, Id } from '@followthrough/core/schema';
import * as fc from 'fast-check';
import { anyInstant, anyName } from './listing-model.ts';
import { AT, engagement, world } from './repository-samples.ts';
import type { RepositoryTests } from './repository-suite.ts';

const PEOPLE = ['manager', 'report', 'maker', 'gus'];
const DATES = ['1970-01-01', '2026-05-01', '2026-05-14', '2026-05-15', '2199-12-31'];
const WORDS = ['', ' ', 'ann', 'STRASSE', 'é', '%', '_', '\\', "'", 'n s', '🎯', 'nobody'];
const SORTS: readonly EngagementSort[] = ['title', '-title', 'start', '-start', 'updated', '-updated'];

const anyDate = fc.option(fc.constantFrom(...DATES));
const anyPerson = fc.constantFrom(...PEOPLE);

/** Engagements by number, ids not in the order of making. */
const anyEngagement = (index: number): fc.Arbitrary<EngagementRecord> =>
  fc
    .record({
      title: anyName,
      status: fc.constantFrom('draft', 'active'),
      sharedAt: fc.option(fc.constant(AT)),
      coachId: anyPerson,
      coacheeIds: fc.uniqueArray(anyPerson, { minLength: 1, maxLength: 3 }),
      groupId: fc.option(fc.constantFrom('g1', 'g2')),
      startDate: anyDate,
      endDate: anyDate,
      updatedAt: anyInstant,
      deleted: fc.option(fc.constant({ at: AT, by: 'boss' }), { freq: 5 }).map((deleted) => deleted ?? null),
    })
    // Only an active one is ever shared.
    .map(({ sharedAt, ...fields }) => ({ ...fields, sharedAt: fields.status === 'active' ? sharedAt : null }))
    .map((fields) => engagement(`t${(index * 7) % 23}`, fields));

const anyFilter: fc.Arbitrary<EngagementFilter> = fc.record(
  {
    status: fc.constantFrom('draft' as const, 'active' as const),
    shared: fc.boolean(),
    coach: fc.constantFrom(...PEOPLE, 'nobody'),
    coachee: fc.constantFrom(...PEOPLE, 'nobody'),
    group: fc.constantFrom('g1', 'g2', 'nowhere'),
    from: fc.constantFrom(...DATES),
    to: fc.constantFrom(...DATES),
    query: fc.constantFrom(...WORDS),
  },
  { requiredKeys: [] },
);

/** What the list holds, one rule a line. */
function isHeld(
  one: EngagementRecord,
  { status, shared, coach, coachee, group, from, to, query }: EngagementFilter,
): boolean {
  const fold = (text: string) => text.replaceAll('ß', 'ss').toLowerCase().replaceAll('ς', 'σ');
  const [start, end] = [one.startDate ?? '0000', one.endDate ?? '9999'];
  const isDated = one.startDate !== null || one.endDate !== null;
  return (
    one.deleted === null &&
    (status ?? one.status) === one.status &&
    (shared === undefined || shared === (one.sharedAt !== null)) &&
    (coach ?? one.coachId) === one.coachId &&
    (coachee === undefined || one.coacheeIds.includes(coachee)) &&
    (group === undefined || one.groupId === group) &&
    (from === undefined || (isDated && end >= from)) &&
    (to === undefined || (isDated && start <= to)) &&
    fold(one.title).includes(fold((query ?? '').trim()))
  );
}

/** What it is ordered by, as numbers: letters, or when. What has no start comes last both ways. */
function orderOf(one: EngagementRecord, sort: EngagementSort): number[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  if (sort.endsWith('title')) {
    const plain = one.title.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    const folded = plain.replaceAll('ß', 'ss').toLowerCase().replaceAll('ς', 'σ').trim();
    const letters = Array.from(folded, (letter) => letter.codePointAt(0) ?? 0);
    // The end of a word comes before any letter.
    return [...letters.map((letter) => sign * letter), sign * -1];
  }
  if (sort.endsWith('updated')) return [sign * Math.floor(Date.parse(one.updatedAt))];
  return one.startDate === null ? [Infinity] : [sign * Date.parse(one.startDate)];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** The test of the list; `runs` random cases. */
export function engagementListSuite({ it, deepEqual, open, runs }: RepositoryTests & { runs: number }): void {
  async function walk(
    repository: Repository,
    filter: EngagementFilter,
    sort: EngagementSort,
    limit: number,
  ): Promise<Id[]> {
    const walked: Id[] = [];
    let after: Position | null = null;
    for (;;) {
      const request: EngagementListRequest = { filter, sort, after, limit, count: false };
      const { records, more } = await repository.transaction((tx) => tx.listEngagements(request));
      walked.push(...records.map(({ id }) => id));
      const last = records.at(-1);
      if (!more || last === undefined || walked.length > 100) return walked;
      after = { key: engagementSortKey(last, sort), id: last.id };
    }
  }

  it('holds every engagement it should, in order, page by page, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 6, max: 20 })
          .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyEngagement(at)))),
        fc.array(fc.tuple(anyFilter, fc.constantFrom(...SORTS)), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        async (engagements, asked, limit) => {
          const groups = ['g1', 'g2'].map((id) => ({ id, name: id, memberIds: [], version: 1 }));
          const repository = await open(world({ groups, engagements }));
          const all = await repository.transaction((tx) => tx.find('engagement', {}));
          for (const [filter, sort] of asked) {
            const wanted = all
              .filter((one) => isHeld(one, filter))
              .sort((a, b) => compare(orderOf(a, sort), orderOf(b, sort)) || (a.id < b.id ? -1 : 1))
              .map(({ id }) => id);
            deepEqual(await walk(repository, filter, sort, limit), wanted, JSON.stringify({ filter, sort }));
            const request = { filter, sort, after: null, limit: 1, count: true };
            const { count } = await repository.transaction((tx) => tx.listEngagements(request));
            deepEqual(count, wanted.length);
          }
        },
      ),
      { numRuns: runs },
    );
  });
}
