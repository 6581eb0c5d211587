// What people are told of engagements (rulebook §5, §7): who, of what, once; by which channels; and no more than they may see.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, letterOf } from '@followthrough/core/local-backend';
import type { NotificationChannel, NotificationKind } from '@followthrough/core/schema';
import { engagementScene, makeEngagement } from './engagement-scene.ts';
import { NOW, person as personOf, refusalOf, scene, type Scene, snapshot } from './workspace.ts';

const told = async (backend: Backend, query = {}) => (await backend.notifications.list(query)).items;
const kindsOf = async (backend: Backend) => (await told(backend)).map(({ kind }) => kind);
const unreadOf = async (backend: Backend) => (await backend.me()).unreadCount;

/** A backend of the same world that sends e-mail too. */
function mailing(world: Scene, viewerId: string): Backend {
  let ids = 0;
  const newId = () => `${viewerId}-mailed-${++ids}`;
  return createLocalBackend({
    repository: world.repository,
    viewerId,
    now: () => NOW,
    newId,
    notifies: ['platform', 'email'],
  });
}

/** What would be sent now, a line for each thing that somebody is told. */
async function lettersOf(world: Scene): Promise<string[]> {
  return world.repository.transaction(async (tx) => {
    const all = Map.groupBy(await tx.find('notification', {}), ({ personId }) => personId);
    const letters = await Promise.all(
      Array.from(all, ([personId, told]) =>
        letterOf(
          tx,
          personId,
          told.map(({ id }) => id),
        ),
      ),
    );
    return letters
      .flatMap((letter) =>
        (letter?.news ?? []).map(({ notification, role, by, coachees }) => {
          const who = [role, ...coachees.map(({ id }) => `of ${id}`)].join(' ');
          return `${notification.kind} → ${letter?.to.email ?? ''} as ${who}, by ${by?.id ?? 'nobody'}`;
        }),
      )
      .sort();
  });
}

describe('What people are told of an engagement', () => {
  const SHARED: NotificationKind = 'engagement.shared';
  const ACTIVATED: NotificationKind = 'engagement.activated';
  const cases: [
    string,
    (dora: Backend, id: string, wait: (time: number) => void) => Promise<unknown>,
    Record<string, NotificationKind[]>,
  ][] = [
    ['nothing of a draft', () => Promise.resolve(), {}],
    ['the coach of its activation', (dora, id) => dora.engagements.activate(id), { ada: [ACTIVATED] }],
    [
      'coach and coachees of its sharing, latest first',
      async (dora, id, wait) => {
        await dora.engagements.activate(id);
        wait(1000);
        await dora.engagements.share(id);
      },
      { ada: [SHARED, ACTIVATED], ben: [SHARED], gus: [SHARED] },
    ],
    [
      'once of what is done twice',
      async (dora, id, wait) => {
        await dora.engagements.activate(id);
        await dora.engagements.activate(id);
        wait(1000);
        await dora.engagements.share(id);
        await dora.engagements.share(id);
        await dora.engagements.bulk({ operation: 'activateAndShare', ids: [id, id] });
      },
      { ada: [SHARED, ACTIVATED], ben: [SHARED], gus: [SHARED] },
    ],
    [
      'once of both at one stroke',
      (dora, id) => dora.engagements.bulk({ operation: 'activateAndShare', ids: [id] }),
      { ada: [SHARED], ben: [SHARED], gus: [SHARED] },
    ],
    [
      'nothing of a dry run',
      (dora, id) => dora.engagements.bulk({ operation: 'activateAndShare', ids: [id], dryRun: true }),
      {},
    ],
    [
      'nothing any more of what was taken back',
      async (dora, id) => {
        await dora.engagements.bulk({ operation: 'activateAndShare', ids: [id] });
        await dora.engagements.unshare(id);
      },
      {},
    ],
    [
      'again of sharing again, and only of that',
      async (dora, id) => {
        await dora.engagements.bulk({ operation: 'activateAndShare', ids: [id] });
        await dora.engagements.unshare(id);
        await dora.engagements.share(id);
      },
      { ada: [SHARED], ben: [SHARED], gus: [SHARED] },
    ],
    [
      'nothing of what is deleted',
      async (dora, id) => {
        await dora.engagements.bulk({ operation: 'activateAndShare', ids: [id] });
        await dora.engagements.bulk({ operation: 'delete', ids: [id] });
      },
      {},
    ],
  ];
  for (const [name, act, expected] of cases) {
    it(name, async () => {
      const world = await engagementScene('draft', {
        coacheeIds: ['ben', 'gus'],
        mode: 'shared',
        spectatorIds: ['eve'],
      });
      await act(world.as('dora'), world.made.id, world.wait);
      for (const person of ['ada', 'ben', 'gus', 'eve', 'fay', 'dora']) {
        assert.deepEqual(await kindsOf(world.as(person)), expected[person] ?? [], person);
        assert.equal(await unreadOf(world.as(person)), expected[person]?.length ?? 0, person);
      }
    });
  }

  it('is never told to the one who did it', async () => {
    const world = scene();
    await makeEngagement(world.as('dora'), 'shared', { coachId: 'dora' });
    assert.deepEqual(await kindsOf(world.as('dora')), []);
    assert.deepEqual(await kindsOf(world.as('ben')), ['engagement.shared']);
  });

  it('names who did it to our team, and to a guest only whom they know', async () => {
    const world = await engagementScene('shared', { coacheeIds: ['ben', 'gus'], mode: 'shared' });
    const [[ben], [gus]] = await Promise.all([told(world.as('ben')), told(world.as('gus'))]);
    assert.deepEqual([ben?.by, gus?.by], ['dora', null]);
    assert.deepEqual(ben?.engagement, { id: world.made.id, title: 'Leading well' });
  });
});

describe('Reading what one was told', () => {
  async function three() {
    const world = scene();
    const dora = world.as('dora');
    for (let made = 0; made < 3; made++) {
      world.wait(1000);
      await makeEngagement(dora);
    }
    return { world, ben: world.as('ben'), all: await told(world.as('ben')) };
  }

  it('marks one as read, and again', async () => {
    const { ben, all } = await three();
    const [, second] = all;
    assert.ok(second);
    await ben.notifications.read(second.id);
    await ben.notifications.read(second.id);
    assert.equal(await unreadOf(ben), 2);
    const unread = await told(ben, { unread: true });
    assert.deepEqual(
      unread.map(({ id }) => id),
      [all[0]?.id, all[2]?.id],
    );
    assert.deepEqual(
      (await told(ben)).map(({ readAt }) => readAt !== null),
      [false, true, false],
    );
  });

  it('marks all as read, or those up to one', async () => {
    const { ben, all } = await three();
    assert.ok(all[1]);
    await ben.notifications.readAll({ upTo: all[1].id });
    assert.deepEqual(
      (await told(ben, { unread: true })).map(({ id }) => id),
      [all[0]?.id],
    );
    await ben.notifications.readAll();
    assert.equal(await unreadOf(ben), 0);
  });

  it('walks page by page', async () => {
    const { ben, all } = await three();
    const first = await ben.notifications.list({ limit: 2, count: true });
    assert.equal(first.count, 3);
    assert.ok(first.next);
    const second = await ben.notifications.list({ limit: 2, cursor: first.next });
    assert.deepEqual([...first.items, ...second.items], all);
    assert.equal(second.next, null);
    const failure = await refusalOf(ben.notifications.list({ limit: 2, cursor: first.next, unread: true }));
    assert.equal(failure, 'cursor-invalid');
  });

  it('is not found where it is somebody else’s, or no more to be seen', async () => {
    const { world, ben, all } = await three();
    const [latest] = all;
    assert.ok(latest);
    assert.equal(await refusalOf(world.as('gus').notifications.read(latest.id)), 'not-found');
    assert.equal(await refusalOf(world.as('gus').notifications.readAll({ upTo: latest.id })), 'not-found');
    await world.as('dora').engagements.unshare(latest.engagement.id);
    assert.equal(await refusalOf(ben.notifications.read(latest.id)), 'not-found');
    assert.equal(await refusalOf(ben.notifications.read('no such thing')), 'not-found');
    assert.equal(await unreadOf(ben), 2);
  });
});

describe('The channels that a person chooses', () => {
  const rows: [string, NotificationChannel[] | undefined, { list: number; letters: number }][] = [
    ['both where nobody chose', undefined, { list: 1, letters: 1 }],
    ['the platform alone', ['platform'], { list: 1, letters: 0 }],
    ['e-mail alone', ['email'], { list: 0, letters: 1 }],
    ['none', [], { list: 0, letters: 0 }],
  ];
  for (const [name, channels, { list, letters }] of rows) {
    it(name, async () => {
      const world = scene();
      if (channels) await world.as('ben').preferences.replace({ channels: { 'engagement.shared': channels } });
      await makeEngagement(mailing(world, 'dora'));
      assert.equal((await told(world.as('ben'))).length, list);
      const toBen = (await lettersOf(world)).filter((letter) => letter.includes('ben@'));
      assert.equal(toBen.length, letters);
    });
  }

  it('are told with what is offered, and a kind that is left out has the usual ones again', async () => {
    const world = scene();
    const ben = mailing(world, 'ben');
    const usual = { 'engagement.activated': ['platform', 'email'], 'engagement.shared': ['platform', 'email'] };
    assert.deepEqual(await ben.preferences.get(), { channels: usual, offered: ['platform', 'email'], version: 0 });
    const chosen = await ben.preferences.replace({ channels: { 'engagement.activated': [] } });
    assert.deepEqual(chosen.channels, { ...usual, 'engagement.activated': [] });
    await ben.preferences.replace({ channels: { 'engagement.shared': ['email'] } });
    const { channels, version } = await ben.preferences.get();
    assert.deepEqual([channels, version], [{ ...usual, 'engagement.shared': ['email'] }, 2]);
    // Where no e-mail is sent, none is promised.
    assert.deepEqual((await world.as('ben').preferences.get()).offered, ['platform']);
  });

  const faults: [string, unknown, string][] = [
    [
      'a kind that there is not',
      { channels: { 'engagement.renamed': ['email'] } },
      'unknown-field · /channels/engagement.renamed unknown-field',
    ],
    [
      'a channel that there is not',
      { channels: { 'engagement.shared': ['fax'] } },
      'validation · /channels/engagement.shared/0 choice',
    ],
    [
      'a channel twice',
      { channels: { 'engagement.shared': ['email', 'email'] } },
      'validation · /channels/engagement.shared invalid',
    ],
    ['nothing', {}, 'validation · /channels required'],
  ];
  for (const [name, draft, code] of faults) {
    it(`refuses ${name}`, async () => {
      assert.equal(
        await refusalOf(
          scene()
            .as('ben')
            .preferences.replace(draft as never),
        ),
        code,
      );
    });
  }
});

describe('What is sent by e-mail', () => {
  const shared = 'engagement.shared → ben@example.com as coachee, by dora';

  it('goes to coach and coachees', async () => {
    const world = scene();
    await makeEngagement(mailing(world, 'dora'));
    assert.deepEqual(await lettersOf(world), [
      'engagement.activated → ada@example.com as coach of ben, by dora',
      'engagement.shared → ada@example.com as coach of ben, by dora',
      shared,
    ]);
  });

  it('is looked at again when it is sent', async () => {
    const world = scene();
    const dora = mailing(world, 'dora');
    const { id } = await makeEngagement(dora);
    const toBen = async () => (await lettersOf(world)).filter((letter) => letter.includes('ben@'));
    assert.deepEqual(await toBen(), [shared]);
    await dora.engagements.unshare(id);
    assert.deepEqual(await lettersOf(world), ['engagement.activated → ada@example.com as coach of ben, by dora']);
    await dora.engagements.share(id);
    assert.deepEqual(await toBen(), [shared]);
    await world.as('ben').preferences.replace({ channels: { 'engagement.shared': ['platform'] } });
    assert.deepEqual(await toBen(), []);
  });

  it('tells nobody what another was told', async () => {
    const world = scene();
    await makeEngagement(mailing(world, 'dora'));
    const ids = await world.repository.transaction(async (tx) =>
      (await tx.find('notification', { personId: 'ada' })).map(({ id }) => id),
    );
    assert.equal(await world.repository.transaction((tx) => letterOf(tx, 'ben', ids)), null);
  });

  it('goes to nobody without an address', async () => {
    const nell = personOf('nell', { email: null });
    const world = scene([], { people: [...snapshot().people, nell] });
    await makeEngagement(mailing(world, 'dora'), 'shared', { coacheeIds: ['nell'] });
    assert.deepEqual(
      (await lettersOf(world)).filter((letter) => letter.includes('coachee')),
      [],
    );
  });
});
