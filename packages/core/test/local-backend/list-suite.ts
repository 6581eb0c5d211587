// The lists of a repository, as properties that every implementation runs: page after page they hold what a second, plain
// reading of everything holds, in its order, each thing once, whatever others add or rename meanwhile (api.md R-L-1).
import type {
  ActionListRequest,
  Kinds,
  ListAnswer,
  ListedKind,
  Listings,
  PageRequest,
  Position,
  Repository,
} from '@followthrough/core/local-backend';
import { LISTINGS } from '@followthrough/core/local-backend';
import { matches, sortKey } from '@followthrough/core/domain';
import type { ActionRecord, ActionSort, Id } from '@followthrough/core/schema';
import * as fc from 'fast-check';
import { actionRecord, dated, PERSONAL, relationship, TODAY } from '../domain/builders.ts';
import { engagementListSuite } from './engagement-list-suite.ts';
import { anyInstant, anyName, anySort, expected, orderedActions, THINGS, WHERE } from './listing-model.ts';
import { company, meeting, world } from './repository-samples.ts';
import type { RepositoryTests } from './repository-suite.ts';

/** Ids that are not in the order of making. */
const idAt = (index: number) => `t${(index * 7) % 23}`;

/** The lists' tests; `runs` random cases of each. */
export function listSuite(tests: RepositoryTests & { runs: number }): void {
  const { it, deepEqual, open, runs } = tests;
  engagementListSuite(tests);

  async function walk<K extends ListedKind>(
    repository: Repository,
    kind: K,
    where: Listings[K],
    limit: number,
    between: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Id[]> {
    const { keyOf }: { keyOf: (thing: Kinds[K]) => number | string } = LISTINGS[kind];
    const walked: Id[] = [];
    let after: Position | null = null;
    for (;;) {
      const page: PageRequest = { after, limit, count: false };
      const { records, more, count }: ListAnswer<Kinds[K]> = await repository.transaction((tx) =>
        tx.list(kind, where, page),
      );
      walked.push(...records.map(({ id }) => id));
      const last = records.at(-1);
      deepEqual([count, records.length <= limit, !more || records.length === limit], [null, true, true]);
      if (!more || last === undefined || walked.length > 200) return walked;
      after = { key: keyOf(last), id: last.id };
      await between();
    }
  }

  async function holding<K extends ListedKind>(kind: K, things: readonly Kinds[K][]): Promise<Repository> {
    const { workspace, people, companies, engagements } = world();
    const relationships = [relationship(), relationship({ id: 'r2' })];
    const base = { workspace, people, companies, engagements, relationships };
    const repository = await open(base);
    await repository.transaction(async (tx) => {
      for (const thing of things) await tx.insert(kind, thing);
    });
    return repository;
  }

  const everything = <K extends ListedKind>(repository: Repository, kind: K): Promise<Kinds[K][]> =>
    repository.transaction((tx) => tx.find(kind, {}));

  function listed<K extends ListedKind>(kind: K): void {
    const thingAt: (id: Id) => fc.Arbitrary<Kinds[K]> = THINGS[kind];
    const anyThings = (name: (index: number) => Id, least: number, most: number) =>
      fc
        .integer({ min: least, max: most })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => thingAt(name(index)))));
    const anyWhere: fc.Arbitrary<Listings[K]> = WHERE[kind];
    const anyLimit = fc.integer({ min: 1, max: 6 });

    it(`holds every ${kind} it should, in order, page by page, and counts them`, async () => {
      await fc.assert(
        fc.asyncProperty(
          anyThings(idAt, 8, 20),
          fc.array(anyWhere, { minLength: 6, maxLength: 6 }),
          anyLimit,
          async (things, wheres, limit) => {
            const repository = await holding(kind, things);
            const all = await everything(repository, kind);
            for (const where of wheres) {
              const wanted = expected(kind, all, where);
              deepEqual(await walk(repository, kind, where, limit), wanted);
              const page = { after: null, limit: 1, count: true };
              const first = await repository.transaction((tx) => tx.list(kind, where, page));
              deepEqual([first.count, first.more], [wanted.length, wanted.length > 1]);
            }
          },
        ),
        { numRuns: runs },
      );
    });

    it(`gives each ${kind} that stays as it is exactly once, though others come and change meanwhile`, async () => {
      await fc.assert(
        fc.asyncProperty(
          anyThings(idAt, 8, 20),
          anyThings((index) => `new${index}`, 3, 8),
          anyWhere,
          anyLimit,
          async (things, later, where, limit) => {
            const repository = await holding(kind, things);
            const before = expected(kind, await everything(repository, kind), where);
            const rest = [...later];
            const changing = things[0] as Kinds[K];
            let version = 1;
            const walked = await walk(repository, kind, where, limit, () =>
              repository.transaction(async (tx) => {
                const next = rest.pop();
                if (!next) return;
                await tx.insert(kind, next);
                // Nobody is told twice of one cause.
                const own = 'cause' in changing ? { cause: changing.cause } : {};
                await tx.replace(kind, { ...next, ...own, id: changing.id, version: ++version });
              }),
            );
            const isStaying = (id: Id) => before.includes(id) && id !== changing.id;
            deepEqual(walked.filter(isStaying), before.filter(isStaying));
            const others = walked.filter((id) => id !== changing.id);
            deepEqual(others.length, new Set(others).size, 'nothing twice');
          },
        ),
        { numRuns: runs },
      );
    });
  }
  for (const kind of Object.keys(THINGS) as ListedKind[]) listed(kind);

  it('shows a transaction what it wrote itself, in its place', async () => {
    const repository = await holding(
      'company',
      ['b', 'd', 'f'].map((id) => company(id)),
    );
    const of = (tx: Parameters<Parameters<Repository['transaction']>[0]>[0], limit: number) =>
      tx.list('company', {}, { after: { key: 'b', id: 'b' }, limit, count: true });
    await repository.transaction(async (tx) => {
      await tx.insert('company', company('c'));
      await tx.replace('company', company('d', { name: 'a', version: 2 }));
      const whole = await of(tx, 9);
      deepEqual(
        [whole.records.map(({ id }) => id), whole.more, whole.count],
        [['c', 'f', 'globex', 'initech'], false, 6],
      );
      const page = await of(tx, 1);
      deepEqual([page.records.map(({ id }) => id), page.more], [['c'], true]);
    });
  });

  it('takes a position that no thing has, before all and after all', async () => {
    const repository = await holding('meeting', [meeting('m1'), meeting('m2')]);
    const from = async (key: number) => {
      const page = { after: { key, id: 'x' }, limit: 5, count: false };
      return (await repository.transaction((tx) => tx.list('meeting', { relationshipId: 'r1' }, page))).records.length;
    };
    deepEqual([await from(Number.MAX_SAFE_INTEGER), await from(Number.MIN_SAFE_INTEGER), await from(0)], [2, 0, 0]);
  });

  it('gives each action that stays as it is exactly once, in order, though others come and change meanwhile', async () => {
    const anyAction = (id: Id): fc.Arbitrary<ActionRecord> =>
      fc
        .record({
          context: fc.constantFrom(PERSONAL, { type: 'relationship' as const, relationshipId: 'r1' }),
          title: anyName,
          due: fc.constantFrom(null, '2026-05-12', '2026-05-13', '2026-05-14'),
          createdAt: anyInstant,
          updatedAt: anyInstant,
          deleted: fc.constantFrom(null, null, null, { at: '2026-05-14T08:00:00.000Z', by: 'report' }),
        })
        .map(({ due, ...rest }) =>
          actionRecord({ ...rest, id, createdBy: 'report', due: due === null ? null : dated(due) }),
        );
    const many = (name: (index: number) => Id, count: number) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => anyAction(name(index))));
    const containers = [
      { type: 'relationship', id: 'r1', today: TODAY },
      { type: 'personal', id: 'report', today: TODAY },
      { type: 'personal', id: 'manager', today: TODAY },
    ] as const;
    const anyFilter = fc.constantFrom({}, { overdue: true }, { query: 'ann' }, { dueFrom: '2026-05-13' });

    const walkActions = async (
      repository: Repository,
      filter: { overdue?: boolean; query?: string; dueFrom?: string },
      sort: ActionSort,
      between: () => Promise<unknown>,
    ): Promise<Id[]> => {
      const walked: Id[] = [];
      let after: Position | null = null;
      for (;;) {
        const request: ActionListRequest = { containers, filter, sort, after, limit: 3, count: false };
        const { records, more }: ListAnswer<ActionRecord> = await repository.transaction((tx) =>
          tx.listActions(request),
        );
        walked.push(...records.map(({ id }) => id));
        const last = records.at(-1);
        if (!more || !last || walked.length > 200) return walked;
        after = { key: sortKey(last, sort), id: last.id };
        await between();
      }
    };
    await fc.assert(
      fc.asyncProperty(
        many(idAt, 14),
        many((index) => `new${index}`, 5),
        anyFilter,
        anySort,
        async (actions, later, filter, sort) => {
          const repository = await open(world({ actions }));
          const changing = actions[0] as ActionRecord;
          const rest = [...later];
          let version = 1;
          const before = orderedActions(
            actions.filter((action) => action.deleted === null && matches(action, filter, TODAY)),
            sort,
          );
          const walked = await walkActions(repository, filter, sort, () =>
            repository.transaction(async (tx) => {
              const next = rest.pop();
              if (!next) return;
              await tx.insert('action', next);
              await tx.replace('action', { ...next, id: changing.id, version: ++version });
            }),
          );
          const isStaying = (id: Id) => before.includes(id) && id !== changing.id;
          deepEqual(walked.filter(isStaying), before.filter(isStaying));
          const others = walked.filter((id) => id !== changing.id);
          deepEqual(others.length, new Set(others).size, 'nothing twice');
        },
      ),
      { numRuns: runs },
    );
  });
}
