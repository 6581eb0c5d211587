// The contract of a repository, as tests that every implementation runs: memory and IndexedDB here, SQL on both engines in
// the server. It knows no test framework, so that it runs in Node and in a browser alike.
import { IdTaken, LostRace, type Repository } from '@followthrough/core/local-backend';
import type { Transaction, WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionRecord, Workspace } from '@followthrough/core/schema';
import { actionRecord, dated, PERSONAL, relationship, ROOM, TODAY } from '../domain/builders.ts';
import { AT, company, engagement, item, KEPT, NAMED, person, room, world } from './repository-samples.ts';

/** What the suite runs on. */
export interface RepositoryTests {
  /** Declares a test. */
  it: (name: string, test: () => Promise<void>) => unknown;
  deepEqual: (actual: unknown, expected: unknown, message?: string) => void;
  /** A repository that holds the snapshot and nothing else; one before it may be gone. */
  open: (snapshot: WorkspaceSnapshot) => Promise<Repository>;
}

/** Why something was refused; a failure of its own where it was not. */
async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (answer) => new Error(`It was done: ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );
}

/** The tests of a repository. */
export function repositorySuite({ it, deepEqual, open }: RepositoryTests): void {
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id).sort();
  const nameOf = (repository: Repository, id: string) =>
    repository.transaction(async (tx) => (await tx.get('company', id))?.name);
  const isRefusedAs = async (kind: typeof IdTaken | typeof LostRace, work: Promise<unknown>, what: string) =>
    deepEqual((await refusalOf(work)) instanceof kind, true, what);

  for (const kind of Object.keys(KEPT) as (keyof typeof KEPT)[]) {
    it(`gives back every ${kind} as it was kept, and those it began with`, async () => {
      const added = await open(world({ ...NAMED, actions: [actionRecord()] }));
      for (const entity of KEPT[kind]) {
        await added.transaction((tx) => tx.insert(kind, entity));
        deepEqual(await added.transaction((tx) => tx.get(kind, entity.id)), entity);
      }
      const { companies, people, relationships, meetings, rooms, sections, engagements } = world();
      const begun = await open({
        ...world(),
        companies: [...(companies ?? []), ...(kind === 'company' ? KEPT.company : [])],
        people: [...people, ...(kind === 'person' ? KEPT.person : [])],
        groups: [...NAMED.groups, ...(kind === 'group' ? KEPT.group : [])],
        relationships: [...(relationships ?? []), ...(kind === 'relationship' ? KEPT.relationship : [])],
        meetings: [...(meetings ?? []), ...(kind === 'meeting' ? KEPT.meeting : [])],
        rooms: [...(rooms ?? []), ...(kind === 'room' ? KEPT.room : [])],
        sections: [...(sections ?? []), ...(kind === 'section' ? KEPT.section : [])],
        templates: kind === 'template' ? KEPT.template : [],
        invoicingMethods: [...NAMED.invoicingMethods, ...(kind === 'invoicingMethod' ? KEPT.invoicingMethod : [])],
        engagements: [...(engagements ?? []), ...(kind === 'engagement' ? KEPT.engagement : [])],
        items: [...NAMED.items, ...(kind === 'item' ? KEPT.item : [])],
        actions: [actionRecord(), ...(kind === 'action' ? KEPT.action : [])],
        stateChanges: kind === 'stateChange' ? KEPT.stateChange : [],
        notifications: kind === 'notification' ? KEPT.notification : [],
        preferences: kind === 'preferences' ? KEPT.preferences : [],
      });
      for (const entity of KEPT[kind]) deepEqual(await begun.transaction((tx) => tx.get(kind, entity.id)), entity);
    });
  }

  it('keeps the workspace as a thing of its own, by its version', async () => {
    const repository = await open(world());
    const { workspace } = world();
    const next = {
      ...workspace,
      name: 'Élan & Co',
      timeZone: 'Asia/Tokyo',
      locale: 'de-CH',
      calendar: { workingWeekdays: [1, 3], holidays: ['2026-12-25', '2027-01-01'] },
      version: workspace.version + 1,
    } satisfies Workspace;
    await isRefusedAs(
      LostRace,
      repository.transaction((tx) => tx.replace('workspace', { ...next, version: next.version + 1 })),
      'of a version that is not kept',
    );
    const within = await repository.transaction(async (tx) => {
      deepEqual(await tx.get('workspace', workspace.id), workspace);
      await tx.replace('workspace', next);
      return [await tx.workspace(), await tx.get('workspace', workspace.id), await tx.get('workspace', 'other')];
    });
    deepEqual(within, [next, next, null]);
    deepEqual(await repository.transaction((tx) => tx.workspace()), next);
    const undone = repository.transaction(async (tx) => {
      await tx.replace('workspace', { ...next, name: 'Undone', version: next.version + 1 });
      throw new Error('no');
    });
    deepEqual(((await refusalOf(undone)) as Error).message, 'no');
    deepEqual(await repository.transaction((tx) => tx.workspace()), next);
  });

  it('gives what a meeting’s agenda is worked out from: what is open, of the meeting, or changed since the one before', async () => {
    const [early, late] = ['2026-05-01T09:00:00.000Z', '2026-05-12T09:00:00.000Z'];
    const done = (id: string, at: string, over: Partial<ActionRecord> = {}) =>
      actionRecord({
        id,
        state: 'done',
        closed: { at, by: 'report', due: null, on: at.slice(0, 10) },
        updatedAt: at,
        ...over,
      });
    const ofMonday = { type: 'relationship', relationshipId: 'r1', meetingId: 'monday' } as const;
    const change = (id: string, actionId: string, from: 'todo' | null, to: 'todo' | 'done') =>
      ({ id, actionId, from, to, at: early, by: 'report' }) as const;
    const repository = await open(
      world({
        actions: [
          actionRecord({ id: 'open', updatedAt: early }),
          done('old', early),
          done('recent', late),
          done('of-monday', early, { context: ofMonday }),
          actionRecord({ id: 'gone', deleted: { at: AT, by: 'maker' } }),
          actionRecord({ id: 'personal', context: PERSONAL, due: null }),
        ],
        stateChanges: [
          change('c1', 'open', null, 'todo'),
          change('c2', 'old', null, 'todo'),
          change('c3', 'recent', null, 'todo'),
          change('c4', 'recent', 'todo', 'done'),
        ],
      }),
    );
    const rowsOf = (since: string | null) =>
      repository.transaction(async (tx) => {
        const { actions, changes } = await tx.agendaRows({ relationshipId: 'r1', meetingId: 'monday', since });
        return [ids(actions), ids(changes)];
      });
    deepEqual(await rowsOf(late), [
      ['of-monday', 'open', 'recent'],
      ['c1', 'c3', 'c4'],
    ]);
    deepEqual(await rowsOf(null), [
      ['of-monday', 'old', 'open', 'recent'],
      ['c1', 'c2', 'c3', 'c4'],
    ]);
    const within = await repository.transaction(async (tx) => {
      await tx.replace('action', done('open', AT, { version: 2 }));
      await tx.insert('stateChange', change('c5', 'open', 'todo', 'done'));
      await tx.insert('action', actionRecord({ id: 'new' }));
      const { actions, changes } = await tx.agendaRows({ relationshipId: 'r1', meetingId: 'monday', since: late });
      return [ids(actions), ids(changes)];
    });
    deepEqual(within, [
      ['new', 'of-monday', 'open', 'recent'],
      ['c1', 'c3', 'c4', 'c5'],
    ]);
  });

  it('finds the engagements that turn by a day, and the zones that engagements name', async () => {
    const gone = { at: AT, by: 'boss' };
    const engagements = [
      engagement('today', { turnsOn: '2026-05-15', timeZone: 'Asia/Tokyo' }),
      engagement('before', { turnsOn: '2026-05-01', timeZone: 'Europe/Berlin' }),
      engagement('later', { turnsOn: '2026-05-16', timeZone: 'Asia/Tokyo' }),
      engagement('never'),
      engagement('gone', { turnsOn: '2026-05-01', deleted: gone }),
    ];
    const repository = await open(world({ engagements }));
    const asked = async (tx: Transaction) => [
      ids(await tx.engagementsTurning('2026-05-15')),
      (await tx.engagementZones()).sort(),
    ];
    deepEqual(await repository.transaction(asked), [
      ['before', 'today'],
      ['Asia/Tokyo', 'Europe/Berlin'],
    ]);
    const within = await repository.transaction(async (tx) => {
      await tx.replace('engagement', engagement('never', { turnsOn: '2026-05-02', timeZone: 'UTC', version: 2 }));
      return asked(tx);
    });
    deepEqual(within, [
      ['before', 'never', 'today'],
      ['Asia/Tokyo', 'Europe/Berlin', 'UTC'],
    ]);
  });

  it('gives the engagements in which somebody has a part, whatever their state, and holds those that are asked for', async () => {
    const repository = await open(
      world({
        engagements: [
          engagement('coached', { coachId: 'maker', status: 'active' }),
          engagement('own', { coacheeIds: ['gus', 'maker'] }),
          engagement('watched', { spectatorIds: ['viewer', 'maker'] }),
          engagement('other'),
          engagement('gone', { coachId: 'maker', deleted: { at: AT, by: 'boss' } }),
        ],
      }),
    );
    const own = await repository.transaction((tx) => tx.engagementsOf('maker'));
    deepEqual(ids(own), ['coached', 'own', 'watched']);
    const within = await repository.transaction(async (tx) => {
      await tx.replace('engagement', engagement('own', { coacheeIds: ['gus'], version: 2 }));
      await tx.insert('engagement', engagement('new', { spectatorIds: ['maker'] }));
      return [
        ids(await tx.engagementsOf('maker')),
        ids(await tx.holdEngagements(['watched', 'gone', 'nowhere', 'new'])),
      ];
    });
    deepEqual(within, [
      ['coached', 'new', 'watched'],
      ['gone', 'new', 'watched'],
    ]);
  });

  it('gives the items of engagements, its own writes among them', async () => {
    const repository = await open(
      world({
        engagements: [engagement('e1'), engagement('e2'), engagement('e3')],
        items: [item('i1'), item('i2', { engagementId: 'e2' }), item('i3', { engagementId: 'e3' })],
      }),
    );
    const found = await repository.transaction(async (tx) => {
      await tx.insert('item', item('new', { engagementId: 'e2' }));
      await tx.replace('item', item('i1', { title: 'Other', version: 2 }));
      await tx.restate('item', [item('i2', { engagementId: 'e2', actionIds: ['a1'] })]);
      return tx.find('item', { engagementId: ['e1', 'e2'] });
    });
    deepEqual(found.map(({ id, title, actionIds }) => [id, title, actionIds.length]).sort(), [
      ['i1', 'Other', 0],
      ['i2', 'i2', 1],
      ['new', 'new', 0],
    ]);
  });

  it('gives the workspace with its calendar', async () => {
    const repository = await open(world());
    deepEqual(await repository.transaction((tx) => tx.workspace()), world().workspace);
  });

  it('keeps all writes of a transaction that ends well, and shows them to itself before', async () => {
    const repository = await open(world());
    await repository.transaction(async (tx) => {
      await tx.insert('company', company('hooli'));
      await tx.replace('company', company('hooli', { name: 'Hooli Ltd', version: 2 }));
      await tx.replace('company', company('globex', { name: 'Globex Ltd', version: 2 }));
      deepEqual((await tx.get('company', 'hooli'))?.name, 'Hooli Ltd');
      const names = (await tx.find('company', {})).map(({ name }) => name).sort();
      deepEqual(names, ['Globex Ltd', 'Hooli Ltd', 'initech']);
    });
    deepEqual([await nameOf(repository, 'hooli'), await nameOf(repository, 'globex')], ['Hooli Ltd', 'Globex Ltd']);
  });

  it('keeps none of a transaction that rejects, and tells why', async () => {
    const repository = await open(world());
    const reason = new Error('after the first writes');
    const work = repository.transaction(async (tx) => {
      await tx.insert('company', company('hooli'));
      await tx.replace('company', company('globex', { name: 'Globex Ltd', version: 2 }));
      throw reason;
    });
    deepEqual((await refusalOf(work)) === reason, true);
    deepEqual([await nameOf(repository, 'hooli'), await nameOf(repository, 'globex')], [undefined, 'globex']);
  });

  it('keeps what it was given, whatever becomes of that afterwards', async () => {
    const repository = await open(world());
    const given = actionRecord({ id: 'given', due: dated('2026-05-20') });
    await repository.transaction(async (tx) => {
      await tx.insert('action', given);
      Object.assign(given, { title: 'Changed' });
      Object.assign(given.due ?? {}, { date: '1999-01-01' });
    });
    const kept = await repository.transaction((tx) => tx.get('action', 'given'));
    deepEqual([kept?.title, kept?.due?.date], ['Send the deck', '2026-05-20']);
  });

  it('refuses an id in use, and the transaction goes on', async () => {
    const repository = await open(world());
    await repository.transaction(async (tx) => {
      await isRefusedAs(IdTaken, tx.insert('person', person('manager', { name: 'Other' })), 'one that was there');
      await tx.insert('company', company('hooli'));
      await isRefusedAs(IdTaken, tx.insert('company', company('hooli', { name: 'Other' })), 'one of its own');
      deepEqual((await tx.get('person', 'manager'))?.name, 'manager');
    });
    deepEqual(await nameOf(repository, 'hooli'), 'hooli');
  });

  it('writes the next version only over the one that was read', async () => {
    const repository = await open(world({ actions: [actionRecord({ version: 4 })] }));
    await repository.transaction(async (tx) => {
      for (const version of [3, 4, 6]) {
        await isRefusedAs(LostRace, tx.replace('action', actionRecord({ version })), `version ${version} over 4`);
      }
      const nobody = tx.replace('action', actionRecord({ id: 'nothing', version: 2 }));
      await isRefusedAs(LostRace, nobody, 'over nothing');
      await tx.replace('action', actionRecord({ title: 'Fifth', version: 5 }));
      await tx.replace('action', actionRecord({ title: 'Sixth', version: 6 }));
      await isRefusedAs(LostRace, tx.replace('action', actionRecord({ title: 'Lost', version: 6 })), 'over its own');
    });
    const kept = await repository.transaction((tx) => tx.get('action', 'a1'));
    deepEqual([kept?.title, kept?.version], ['Sixth', 6]);
  });

  it('finds by a value, by one of several, by none and by nothing', async () => {
    const repository = await open(
      world({
        actions: [actionRecord(), actionRecord({ id: 'a2' })],
        stateChanges: [...KEPT.stateChange, { id: 'k3', actionId: 'a2', from: null, to: 'todo', at: AT, by: 'maker' }],
      }),
    );
    await repository.transaction(async (tx) => {
      const people = async (where: Parameters<typeof tx.find<'person'>>[1]) => ids(await tx.find('person', where));
      deepEqual(await people({ companyId: 'globex' }), ['gus']);
      deepEqual(await people({ companyId: ['globex', 'initech'] }), ['gus', 'ivy']);
      deepEqual(await people({ companyId: null, side: 'external' }), ['ned']);
      deepEqual(await people({ companyId: ['globex', null], side: 'external' }), ['gus', 'ned']);
      deepEqual(await people({ id: ['ivy', 'gus', 'gus', 'boss', 'nobody'], companyId: 'globex' }), ['gus']);
      deepEqual(await people({ id: 'boss', role: undefined }), ['boss']);
      deepEqual(await people({ id: [] }), []);
      deepEqual(await people({ role: [] }), []);
      deepEqual((await people({})).length, world().people.length);
      deepEqual(ids(await tx.find('meeting', { relationshipId: 'r1' })), ['monday']);
      deepEqual(ids(await tx.find('meeting', { relationshipId: 'monday' })), []);
      deepEqual(ids(await tx.find('stateChange', { actionId: 'a1' })), ['k0', 'k1', 'k2']);
      await tx.insert('stateChange', { id: 'k4', actionId: 'a1', from: 'done', to: 'todo', at: AT, by: 'maker' });
      deepEqual(ids(await tx.find('stateChange', { actionId: ['a1', 'a2'] })), ['k0', 'k1', 'k2', 'k3', 'k4']);
      deepEqual(await tx.get('person', 'nobody'), null);
    });
  });

  it('finds a person’s relationships by each of their parts, those of the transaction too', async () => {
    const repository = await open(
      world({ relationships: [relationship(), relationship({ id: 'r2', viewerIds: [] })] }),
    );
    await repository.transaction(async (tx) => {
      const of = async (id: string) => ids(await tx.relationshipsOf(id));
      for (const id of ['manager', 'report', 'maker']) deepEqual(await of(id), ['r1', 'r2'], id);
      deepEqual([await of('viewer'), await of('boss')], [['r1'], []]);
      await tx.replace('relationship', relationship({ viewerIds: ['boss'], version: 2 }));
      await tx.insert('relationship', relationship({ id: 'r3', managerId: 'boss', reportId: 'gus', viewerIds: [] }));
      deepEqual([await of('viewer'), await of('boss'), await of('gus')], [[], ['r1', 'r3'], ['r3']]);
    });
  });

  it('finds a person’s rooms as member and as guest, those of the transaction too, and no deleted one', async () => {
    const gone = { at: AT, by: 'manager' };
    const guests = [{ personId: 'gus', sharedAt: AT }];
    const rooms = [
      room('room1', { guests }),
      room('room2', { memberIds: ['report'], guests }),
      room('room3', { deleted: gone }),
    ];
    const repository = await open(world({ rooms }));
    await repository.transaction(async (tx) => {
      const of = async (id: string) => ids(await tx.roomsOf(id));
      deepEqual([await of('manager'), await of('gus'), await of('ivy')], [['room1'], ['room1', 'room2'], []]);
      await tx.replace('room', room('room1', { memberIds: ['boss'], guests: [], version: 2 }));
      await tx.insert('room', room('room4', { guests: [{ personId: 'ivy', sharedAt: AT }] }));
      deepEqual([await of('manager'), await of('gus'), await of('ivy')], [['room4'], ['room2'], ['room4']]);
    });
    deepEqual(ids(await repository.transaction((tx) => tx.find('section', { roomId: 'room1' }))), ['s1']);
  });

  it('gives the actions of a room, those of the transaction too, and none that is deleted', async () => {
    const inRoom = (id: string, more: Partial<ActionRecord> = {}) => actionRecord({ id, context: ROOM, ...more });
    const actions = [inRoom('a'), inRoom('b'), inRoom('gone', { deleted: { at: AT, by: 'maker' } }), actionRecord()];
    const repository = await open(world({ actions }));
    await repository.transaction(async (tx) => {
      deepEqual(ids(await tx.actionsOfRoom('room1')), ['a', 'b']);
      await tx.replace('action', inRoom('a', { version: 2, deleted: { at: AT, by: 'maker' } }));
      await tx.replace('action', inRoom('b', { version: 2, title: 'New' }));
      await tx.replace('action', inRoom('gone', { version: 2 }));
      await tx.insert('action', inRoom('c'));
      deepEqual(ids(await tx.actionsOfRoom('room1')), ['b', 'c', 'gone']);
      deepEqual((await tx.actionsOfRoom('room1')).find(({ id }) => id === 'b')?.title, 'New');
      deepEqual(await tx.actionsOfRoom('room2'), []);
    });
  });

  it('loses no write of transactions that cross, each run until it went through', async () => {
    const repository = await open(world());
    const rename = () =>
      repository.transaction(async (tx) => {
        const read = await tx.get('company', 'globex');
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (read) await tx.replace('company', { ...read, name: `${read.name}!`, version: read.version + 1 });
      });
    await Promise.all(Array.from({ length: 5 }, rename));
    deepEqual(await nameOf(repository, 'globex'), 'globex!!!!!');
  });

  it('refuses calls on a transaction that has ended', async () => {
    const repository = await open(world());
    const tx = await repository.transaction((ended) => Promise.resolve(ended));
    const calls: ((tx: Transaction) => Promise<unknown>)[] = [
      (ended) => ended.get('person', 'manager'),
      (ended) => ended.find('person', {}),
      (ended) => ended.insert('company', company('late')),
      (ended) => ended.replace('company', company('globex', { name: 'Late', version: 2 })),
      (ended) => ended.list('company', {}, { after: null, limit: 1, count: false }),
    ];
    for (const call of calls) deepEqual((await refusalOf(call(tx))) instanceof TypeError, true, String(call));
    deepEqual([await nameOf(repository, 'late'), await nameOf(repository, 'globex')], [undefined, 'globex']);
  });

  it('lists actions as the transaction left them, deleted ones left out', async () => {
    const places = [
      { type: 'relationship', id: 'r1', today: TODAY },
      { type: 'personal', id: 'report', today: TODAY },
    ] as const;
    const all = { containers: places, filter: {}, sort: 'due', after: null, limit: 10, count: true } as const;
    const own = actionRecord({ id: 'own', context: PERSONAL, createdBy: 'report', due: null });
    const repository = await open(world({ actions: [...['a', 'b', 'c'].map((id) => actionRecord({ id })), own] }));
    await repository.transaction(async (tx) => {
      await tx.replace('action', actionRecord({ id: 'a', due: null, version: 2 }));
      await tx.replace('action', actionRecord({ id: 'b', deleted: { at: AT, by: 'maker' }, version: 2 }));
      await tx.insert('action', actionRecord({ id: 'd' }));
      const whole = await tx.listActions(all);
      deepEqual([whole.records.map(({ id }) => id), whole.more, whole.count], [['c', 'd', 'a', 'own'], false, 4]);
      const page = await tx.listActions({ ...all, limit: 2 });
      deepEqual([page.records.map(({ id }) => id), page.more, page.count], [['c', 'd'], true, 4]);
    });
    const after = await repository.transaction((tx) => tx.listActions(all));
    deepEqual(
      after.records.map(({ id }) => id),
      ['c', 'd', 'a', 'own'],
    );
  });
}
