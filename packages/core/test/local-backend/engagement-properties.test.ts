// Whatever is done to engagements by whomever: actions and items stay one thing, nobody is told what they may not know, and what they
// may not know leaves no trace in anything they are told, versions neither.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { dateInEngagement } from '@followthrough/core/domain';
import { createLocalBackend, type Repository } from '@followthrough/core/local-backend';
import type { EngagementRole, ItemRecord, ItemSchedule } from '@followthrough/core/schema';
import fc from 'fast-check';
import { fromStart, KEYS, type Made, makeEngagement, onDay, PROGRAMME } from './engagement-scene.ts';
import { NOW, scene, snapshot } from './workspace.ts';

const DAY = 86_400_000;

// ── worlds ──────────────────────────────────────────────────────────────────────────────────────

/** Ben and Gus coached by Ada, Eve looking on; every text says of what it is, so that it is known again where it turns up. */
interface World {
  repository: Repository;
  made: Made;
  as: (who: string) => Backend;
  /** The same people, whose new things have ids of their own. */
  unseen: (who: string) => Backend;
  wait: (time: number) => void;
}

const MARKED = {
  ...PROGRAMME,
  welcome: { title: 'WELCOME', message: 'WELCOME' },
  items: PROGRAMME.items.map((item) => {
    const content = { ...item.content };
    if (content.kind === 'feedback') content.prompt = `CONTENT-${item.key}.`;
    else content.description = `CONTENT-${item.key}.`;
    return { ...item, title: `TITLE-${item.key}.`, content };
  }),
};

async function begin(upTo: 'draft' | 'active' | 'shared'): Promise<World> {
  const { repository, as: asDora } = scene();
  let now = NOW;
  const acting = (prefix: string) => {
    let ids = 0;
    return (viewerId: string) =>
      createLocalBackend({ repository, viewerId, now: () => now, newId: () => `${prefix}-${++ids}` });
  };
  const method = (name: string) => ({ name, amount: '77.77', currency: 'EUR', per: 'hour' as const });
  const coach = await asDora('dora').invoicingMethods.create(method('RATE-coach'));
  const firm = await asDora('dora').invoicingMethods.create({ ...method('RATE-firm'), amount: '88.88' });
  const made = await makeEngagement(
    asDora('dora'),
    upTo,
    {
      coacheeIds: ['ben', 'gus'],
      mode: 'shared',
      spectatorIds: ['eve'],
      coachInvoicingMethodId: coach.id,
      coacheeInvoicingMethodId: firm.id,
    },
    MARKED,
  );
  return { repository, made, as: acting('seen'), unseen: acting('unseen'), wait: (time) => void (now += time) };
}

/** All that is kept of engagements. */
function keptIn(repository: Repository) {
  return repository.transaction(async (tx) => ({
    engagements: await tx.find('engagement', {}),
    items: await tx.find('item', {}),
    actions: await tx.find('action', {}),
    workspace: await tx.workspace(),
  }));
}

async function attempt(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BackendError && error.code !== 'internal')
      return { ...error, code: error.code, message: error.message, cause: null };
    throw error;
  }
}

/** Everything that the backend has for a reader, failures too. */
async function everythingFor(backend: Backend, { id, items }: Made): Promise<unknown[]> {
  const answers = [
    backend.engagements.list({ count: true, sort: '-updated' }),
    backend.engagements.list({ query: 'lead', count: true }),
    backend.engagements.get(id),
    backend.engagements.export(),
    backend.invoicingMethods.list(),
    backend.templates.list(),
    backend.people.list({ limit: 200 }),
    backend.me(),
    backend.notifications.list({ count: true }),
    backend.notifications.list({ unread: true }),
    ...(['-updated', 'updated', 'title', 'due'] as const).map((sort) => backend.actions.list({ sort, count: true })),
    ...Object.values(items).map((item) => backend.items.get(item)),
  ];
  const told = await Promise.all(answers.map(attempt));
  const [listed] = [await backend.actions.list({ context: 'engagement' })];
  const each = await Promise.all(
    listed.items.flatMap((action) => [
      attempt(backend.actions.get(action.id)),
      attempt(backend.actions.explain(action.id)),
    ]),
  );
  return [...told, ...each];
}

// ── steps ───────────────────────────────────────────────────────────────────────────────────────

type Step = (world: World, who: string) => Promise<unknown>;

const anyone = fc.constantFrom('dora', 'dora', 'ada', 'ada', 'ben', 'gus', 'eve');
const anyKey = fc.constantFrom(...KEYS);
const anyRule = fc.constantFrom(
  onDay('2026-05-15'),
  onDay('2026-05-18'),
  onDay('2026-06-01'),
  fromStart(0),
  fromStart(4),
);
const anySchedule: fc.Arbitrary<ItemSchedule> = fc.oneof(
  fc.constant({ release: { type: 'immediately' as const } }),
  fc.constant({ release: null }),
  anyRule.map((rule) => ({ release: { type: 'on' as const, rule } })),
  fc.option(anyRule).map((rule) => ({ due: rule && { rule } })),
  fc.constantFrom(
    { startsAt: '2026-05-20T09:00:00Z' },
    { startsAt: null },
    { duration: 30 },
    { selfScheduling: false },
  ),
);
const ANSWERS = [
  { key: 'why', text: 'RESPONSE' },
  { key: 'how', text: '4' },
  { key: 'which', text: 'That' },
];

const idOf = (world: World, key: string) => world.made.items[key] ?? '';
const versionOf = async (backend: Backend, id: string) => {
  const item = await backend.items.get(id);
  return item.locked ? 1 : item.version;
};

const schedule = fc.tuple(anyKey, anySchedule).map(
  ([key, written]): Step =>
    (world, who) =>
      world.as(who).items.schedule(idOf(world, key), written),
);
const complete = fc.tuple(anyKey, fc.boolean(), fc.boolean()).map(
  ([key, completed, isFull]): Step =>
    (world, who) =>
      world.as(who).items.complete(idOf(world, key), {
        completed,
        // Every answer says whose it is.
        ...(isFull && key === 'quiz'
          ? { answers: ANSWERS.map((one, at) => (at === 0 ? { ...one, text: `RESPONSE-${who}.` } : one)) }
          : {}),
        ...(isFull && key === 'voice' ? { text: `RESPONSE-${who}.` } : {}),
      }),
);
const edit = fc.tuple(anyKey, fc.nat({ max: 2 })).map(([key, number]): Step => async (world, who) => {
  const id = idOf(world, key);
  return world
    .as(who)
    .items.update(id, { title: `TITLE-${key}. ${number}` }, { version: await versionOf(world.as('dora'), id) });
});
const remove = anyKey.map(
  (key): Step =>
    async (world, who) =>
      world.as(who).items.remove(idOf(world, key), { version: await versionOf(world.as('dora'), idOf(world, key)) }),
);
const restore = anyKey.map(
  (key): Step =>
    (world, who) =>
      world.as(who).items.restore(idOf(world, key)),
);
const lifecycle = fc.constantFrom<Step[]>(
  (world, who) => world.as(who).engagements.activate(world.made.id),
  (world, who) => world.as(who).engagements.share(world.made.id),
  (world, who) => world.as(who).engagements.share(world.made.id),
  (world, who) => world.as(who).engagements.unshare(world.made.id),
);
const settings = fc
  .constantFrom<object[]>(
    { startDate: '2026-05-12' },
    { startDate: '2026-05-15' },
    { startDate: null },
    { selfScheduling: true },
    { title: 'Leading on' },
    { timeZone: 'Pacific/Kiritimati' },
    { welcome: null },
  )
  .map((patch): Step => async (world, who) => {
    const { version } = await world.as('dora').engagements.get(world.made.id);
    return world.as(who).engagements.update(world.made.id, patch, { version });
  });
const onAction = fc
  .tuple(fc.nat({ max: 3 }), fc.constantFrom('todo', 'done', 'notDone', 'title', 'due', 'assign', 'remove', 'restore'))
  .map(([at, what]): Step => async (world, who) => {
    const all = (await world.repository.transaction((tx) => tx.find('action', {}))).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const action = all[at];
    if (!action) return null;
    const { actions } = world.as(who);
    const { id, version } = action;
    switch (what) {
      case 'title':
        return actions.update(id, { title: 'TITLE-todo. by its action', description: 'CONTENT-todo.' }, { version });
      case 'due':
        return actions.update(id, { due: { rule: onDay('2026-06-03') } }, { version });
      case 'assign':
        return actions.update(id, { assignee: { type: 'person', personId: 'ada' } }, { version });
      case 'remove':
        return actions.remove(id, { version });
      case 'restore':
        return actions.restore(id);
      default:
        return actions.setState(id, what);
    }
  });
const wait = fc.constantFrom(1, DAY, 3 * DAY).map((time): Step => (world) => {
  world.wait(time);
  return Promise.resolve(null);
});
const anyStep = fc.oneof(
  schedule,
  schedule,
  complete,
  complete,
  edit,
  remove,
  restore,
  lifecycle,
  settings,
  onAction,
  onAction,
  wait,
);
const history = fc.array(fc.tuple(anyone, anyStep), { minLength: 5, maxLength: 16, size: 'max' });
const stage = fc.constantFrom('draft' as const, 'active' as const, 'shared' as const, 'shared' as const);

// ── the properties ──────────────────────────────────────────────────────────────────────────────

describe('Whatever is done to an engagement by whomever,', () => {
  it('its action items and their actions say the same and stand alike', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(stage, history, async (upTo, steps) => {
        const world = await begin(upTo);
        for (const [who, step] of steps) {
          await attempt(step(world, who));
          await world.as('dora').engagements.get(world.made.id);
          const { engagements, items, actions, workspace } = await keptIn(world.repository);
          const [engagement] = engagements;
          assert.ok(engagement);
          const held = new Set(items.flatMap(({ actionIds }) => actionIds));
          for (const action of actions) if (!held.has(action.id)) assert.notEqual(action.deleted, null);
          for (const item of items) {
            const own = actions.filter(({ id }) => item.actionIds.includes(id));
            for (const action of own) {
              looked++;
              assert.equal(action.deleted === null, item.deleted === null);
              if (item.deleted !== null) continue;
              assert.equal(action.title, item.title);
              assert.equal(action.description, 'description' in item.content ? (item.content.description ?? '') : '');
              const due: ItemRecord['due'] = dateInEngagement(item.due, engagement.startDate, workspace.calendar);
              if (action.state === 'todo') assert.deepEqual(action.due, due);
            }
            if (own.length > 0 && item.deleted === null)
              assert.equal(
                item.completed !== null,
                own.every(({ state }) => state === 'done'),
              );
          }
        }
      }),
      { numRuns: 120 },
    );
    assert.ok(looked > 500, `${looked} actions were looked at`);
  });

  it('nothing tells anybody what they may not know', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(stage, history, async (upTo, steps) => {
        const world = await begin(upTo);
        const seen = new Map<string, unknown[]>(['ada', 'ben', 'eve', 'fay'].map((who) => [who, []]));
        for (const [who, step] of steps) {
          const answer = await attempt(step(world, who));
          const whole = await world.as('dora').engagements.get(world.made.id);
          for (const reader of seen.keys()) {
            const told = [...(await everythingFor(world.as(reader), world.made)), ...(who === reader ? [answer] : [])];
            const text = JSON.stringify(told);
            looked++;
            for (const secret of secretsOf(reader, whole))
              assert.ok(!text.includes(secret), `${reader} is told ${secret}`);
          }
        }
      }),
      { numRuns: 40 },
    );
    assert.ok(looked > 500);
  });
});

/** What must be in nothing that the reader is told, as the engagement stands to an admin. */
function secretsOf(reader: string, whole: Awaited<ReturnType<Backend['engagements']['get']>>): string[] {
  const rates = ['RATE-firm', '88.88'];
  const isActive = whole.status === 'active';
  if (reader === 'fay') return ['TITLE', 'CONTENT', 'RESPONSE', 'WELCOME', 'RATE', '77.77', ...rates];
  if (!isActive) return ['TITLE', 'CONTENT', 'RESPONSE', 'WELCOME', 'RATE', ...rates];
  if (reader === 'ada') return [...rates, ...(whole.sharedAt === null ? ['WELCOME'] : [])];
  if (reader === 'eve') return ['CONTENT', 'RESPONSE', 'WELCOME', 'RATE', '77.77', '88.88'];
  if (whole.sharedAt === null) return ['TITLE', 'CONTENT', 'RESPONSE', 'WELCOME', 'RATE', '77.77', ...rates];
  const secrets = ['RESPONSE-gus', 'RATE', '77.77', ...rates];
  whole.items.forEach((item) => {
    if (item.locked) return;
    const key = KEYS.find((one) => item.title.startsWith(`TITLE-${one}.`));
    const isDone = item.responses.some(({ personId, completedAt }) => personId === 'ben' && completedAt !== null);
    if (key === undefined || isDone || item.state === 'completed') return;
    if (!item.released) secrets.push(`CONTENT-${key}.`);
    if (item.state === 'unscheduled' && item.session?.mayPickTime !== true) secrets.push(`TITLE-${key}.`);
  });
  return secrets;
}

// ── twins ───────────────────────────────────────────────────────────────────────────────────────

/** Does something to what the reader may not see just now, and takes care that it stays so; null where there is nothing. */
type Hidden = (world: World) => Promise<unknown>;

const patchHidden =
  (patch: object): Hidden =>
  async (world) => {
    const dora = world.unseen('dora');
    const { version } = await dora.engagements.get(world.made.id);
    return dora.engagements.update(world.made.id, patch, { version });
  };

/** Edits an item and, where its reader will see it some day, mends that again. */
const editHidden =
  (
    key: string,
    when: (item: Awaited<ReturnType<Backend['items']['get']>> | null) => boolean,
    reader: string,
    what: 'title' | 'content',
  ): Hidden =>
  async (world) => {
    const told = (await attempt(world.as(reader).items.get(idOf(world, key)))) as Awaited<
      ReturnType<Backend['items']['get']>
    >;
    if (!when('kind' in told ? told : null)) return null;
    const dora = world.unseen('dora');
    const id = idOf(world, key);
    const before = await dora.items.get(id);
    if (before.locked || before.content === null) return null;
    const { title, content } = before;
    const other =
      content.kind === 'feedback' ? { ...content, prompt: 'HIDDEN' } : { ...content, description: 'HIDDEN' };
    const hidden = await dora.items.update(id, what === 'title' ? { title: 'HIDDEN' } : { content: other }, {
      version: before.version,
    });
    return dora.items.update(id, { title, content }, { version: hidden.locked ? 1 : hidden.version });
  };

let saves = 0;
const saveHidden: Hidden = (world) =>
  world.unseen('gus').items.complete(idOf(world, 'quiz'), {
    completed: false,
    answers: [{ key: 'why', text: `HIDDEN ${++saves}` }],
  });

/** Edits while the reader does not see the engagement at all. */
const whileAway =
  (reader: string): Hidden =>
  async (world) => {
    const away = (await world.as(reader).engagements.list()).items.length === 0;
    if (!away) return null;
    await attempt(patchHidden({ title: 'HIDDEN' })(world));
    await attempt(patchHidden({ title: 'Leading well' })(world));
    return editHidden('todo', () => true, reader, 'title')(world);
  };

const HIDDEN: Record<Exclude<EngagementRole, 'admin'>, { reader: string; steps: Hidden[] }> = {
  coach: { reader: 'ada', steps: [patchHidden({ coacheeInvoicingMethodId: null }), whileAway('ada')] },
  coachee: {
    reader: 'ben',
    steps: [
      saveHidden,
      patchHidden({ spectatorIds: ['eve', 'fay'] }),
      patchHidden({ coachInvoicingMethodId: null }),
      ...KEYS.map((key) => editHidden(key, (item) => item === null, 'ben', 'title')),
      ...KEYS.map((key) =>
        editHidden(key, (item) => item === null || (!item.locked && item.content === null), 'ben', 'content'),
      ),
      whileAway('ben'),
    ],
  },
  spectator: {
    reader: 'eve',
    steps: [
      saveHidden,
      patchHidden({ spectatorIds: ['eve', 'fay'] }),
      patchHidden({ welcome: { title: 'HIDDEN', message: 'HIDDEN' } }),
      patchHidden({ coacheeInvoicingMethodId: null }),
      ...KEYS.map((key) => editHidden(key, () => true, 'eve', 'content')),
      whileAway('eve'),
    ],
  },
};

describe('Twins that differ in what somebody may not see', () => {
  for (const role of ['coach', 'coachee', 'spectator'] as const) {
    it(`are one and the same to the ${role}, versions and all`, async () => {
      const { reader, steps: hidden } = HIDDEN[role];
      let differed = 0;
      await fc.assert(
        fc.asyncProperty(
          stage,
          fc.array(
            fc.oneof(
              fc.tuple(anyone, fc.oneof(schedule, complete, lifecycle, settings, wait)),
              fc.constantFrom(...hidden).map((step) => ['hidden', step] as const),
            ),
            { minLength: 6, maxLength: 14, size: 'max' },
          ),
          async (upTo, steps) => {
            const [plain, other] = [await begin(upTo), await begin(upTo)];
            for (const [who, step] of steps) {
              if (who === 'hidden') {
                await attempt(step(other));
                differed++;
              } else {
                await attempt(step(plain, who));
                await attempt(step(other, who));
              }
              assert.deepEqual(
                await everythingFor(other.as(reader), other.made),
                await everythingFor(plain.as(reader), plain.made),
              );
            }
          },
        ),
        { numRuns: 60 },
      );
      assert.ok(differed > 50, `${differed} hidden steps were taken`);
    });
  }
});

// The people of the scene, so that a change of theirs is seen here.
assert.ok(['dora', 'ada', 'ben', 'gus', 'eve', 'fay'].every((id) => snapshot().people.some((one) => one.id === id)));
