// Two worlds that are equal but for what a room's guest may not see (rulebook §4, §6.1, api.md §9): the same history of what
// guests see, and beside it in each a history of its own of internal-only steps, sections of such, other rooms and people.
// Then the guest asks the same of both.
import type { Backend } from '@followthrough/core/backend';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionDraft, ActionPatch, Assignee, Id, PlannedDateDraft } from '@followthrough/core/schema';
import fc from 'fast-check';
import { after, completed, dueOf, finished, on } from '../../../core/test/local-backend/room-scene.ts';
import { guest, person, snapshot } from '../../../core/test/local-backend/workspace.ts';
import type { Question } from './twin-answers.ts';
import type { Deed, Moment, Twins, TwinSubject, World } from './twin-history.ts';

const ROOM = 'globex';
const SECTIONS = ['s0', 's1', 's2'];
const SEEN = ['v0', 'v1', 'v2', 'v3', 'v4'];
const HIDDEN = ['h0', 'h1', 'h2', 'h3'];
const OUTSIDERS = ['dora', 'dana'];

/** What each world begins with: somebody in it whom the guests do not know. */
function twinSnapshot(world: World): WorkspaceSnapshot {
  const base = snapshot();
  return {
    ...base,
    people: [
      ...base.people,
      person('dana', { role: 'admin' }),
      person(`only-${world}`, { name: `Only ${world}` }),
      guest(`customer-${world}`, 'initech'),
    ],
  };
}

/** The room that both worlds begin with, shared with its guests; as Ada. */
async function fillTwin(ada: Backend): Promise<void> {
  await ada.rooms.create({ id: ROOM, name: 'Evaluation', companyId: 'globex', memberIds: ['ben'] });
  for (const personId of ['gus', 'hal', 'ivy']) await ada.rooms.share(ROOM, personId);
  for (const [at, id] of SECTIONS.entries())
    await ada.sections.create(ROOM, { id, name: `Part ${at}`, position: ['C', 'F', 'I'][at] });
}

const word = fc.constantFrom('Send', 'Élan', 'review', 'Strasse', 'Plan b');
const secretWord = fc.constantFrom('margin', 'Send', 'discount', 'review');
const fixed = fc.constantFrom('2026-05-10', '2026-05-14', '2026-05-18', '2026-06-01').map(on);
const seenId = fc.constantFrom(...SEEN);
const hiddenId = fc.constantFrom(...HIDDEN);
const member = fc.constantFrom('ada', 'ben');
const assignee = fc.constantFrom<(Assignee | null)[]>(
  null,
  { type: 'primaryContact' },
  { type: 'company' },
  ...['ada', 'ben', 'gus', 'hal'].map((personId) => ({ type: 'person' as const, personId })),
);
const state = fc.constantFrom('todo' as const, 'inProgress' as const, 'done' as const, 'cancelled' as const);
const amount = fc.integer({ min: 0, max: 6 });
const seenDue: fc.Arbitrary<PlannedDateDraft | null> = fc.oneof(
  fc.constant(null),
  fixed,
  fc.tuple(amount, seenId).map(([days, id]) => after(days, dueOf(id))),
  fc.tuple(amount, seenId).map(([days, id]) => after(days, completed(id))),
  amount.map((days) => after(days, finished('s2'))),
);

function draft(id: Id, sectionId: Id, internalOnly: boolean, rest: Partial<ActionDraft>): ActionDraft {
  return { id, title: id, context: { type: 'room', roomId: ROOM, sectionId, internalOnly }, ...rest };
}

async function edit(backend: Backend, id: Id, patch: ActionPatch): Promise<unknown> {
  const { version } = await backend.actions.get(id);
  return backend.actions.update(id, patch, { version });
}

const create =
  (made: ActionDraft): Deed['run'] =>
  (backend) =>
    backend.actions.create(made);

// ── what both see ───────────────────────────────────────────────────────────────────────────────

const sharedRun: fc.Arbitrary<Deed['run']> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        id: seenId,
        at: fc.constantFrom(...SECTIONS),
        title: word,
        description: word,
        assignee,
        due: seenDue,
        start: fc.oneof(fc.constant(null), fixed),
      })
      .map(({ id, at, ...rest }) => create(draft(id, at, false, rest))),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(seenId, seenDue).map(
      ([id, due]) =>
        (b: Backend) =>
          edit(b, id, { due }),
    ),
  },
  fc.tuple(seenId, word, assignee).map(
    ([id, title, to]) =>
      (b: Backend) =>
        edit(b, id, { title, assignee: to }),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(seenId, state).map(
      ([id, to]) =>
        (b: Backend) =>
          b.actions.setState(id, to),
    ),
  },
  fc.tuple(seenId, fc.constantFrom(...SECTIONS)).map(
    ([id, sectionId]) =>
      (b: Backend) =>
        edit(b, id, { context: { sectionId } }),
  ),
  fc.tuple(fc.constantFrom(...SECTIONS), word).map(
    ([id, name]) =>
      async (b: Backend) =>
        b.sections.update(id, { name }, { version: (await b.sections.get(id)).version }),
  ),
  fc.constantFrom('gus', 'hal', null).map((personId) => (b: Backend) => b.rooms.setPrimaryContact(ROOM, personId)),
  fc
    .constantFrom('2026-05-20', '2026-08-01', null)
    .map(
      (targetDate) => async (b: Backend) =>
        b.rooms.update(ROOM, { targetDate }, { version: (await b.rooms.get(ROOM)).version }),
    ),
);

/** What is brought back by whoever took it away. */
const knownRun: fc.Arbitrary<Deed['run']> = fc.oneof(
  fc.tuple(seenId, fc.constantFrom('freeze' as const, 'clear' as const)).map(
    ([id, dependents]) =>
      async (b: Backend) =>
        b.actions.remove(id, { version: (await b.actions.get(id)).version, dependents }),
  ),
  seenId.map((id) => (b: Backend) => b.actions.restore(id)),
);
const byKnown = fc.record({ by: member, run: knownRun }).map((deed) => (): Deed[] => [deed]);

/** By somebody the guests know, or by one whom they do not, who need not be the same. */
const shared = fc
  .record({
    run: sharedRun,
    known: fc.option(member),
    unknown: fc.record({ a: fc.constantFrom(...OUTSIDERS), b: fc.constantFrom(...OUTSIDERS) }),
  })
  .map(({ run, known, unknown }) => (world: World): Deed[] => [{ by: known ?? unknown[world], run }]);

/** An action that rests on an internal step, so that its date is the same whichever way it comes about. */
const bridge = fc
  .record({ at: fc.nat({ max: 1 }), rests: seenId, a: fc.nat({ max: 5 }), b: fc.nat({ max: 5 }), title: word })
  .map(({ at, rests, a, b, title }) => (world: World): Deed[] => {
    const days = { a, b }[world];
    return [
      { by: 'ada', run: create(draft(`bridge${at}-${world}`, `s${at}`, true, { due: after(days, dueOf(rests)) })) },
      {
        by: 'ben',
        run: create(draft(`x${at}`, 's1', false, { title, due: after(9 - days, dueOf(`bridge${at}-${world}`)) })),
      },
    ];
  });

/** An internal step with a history of its own that is shown to guests from then on. */
const reveal = fc
  .record({
    at: fc.nat({ max: 1 }),
    title: word,
    edits: fc.record({ a: fc.array(secretWord, { maxLength: 3 }), b: fc.array(secretWord, { maxLength: 3 }) }),
    section: fc.constantFrom('s0', 's1', 'own'),
  })
  .map(({ at, title, edits, section }) => (world: World): Deed[] => {
    const id = `r${at}`;
    const sectionId = section === 'own' ? `own${at}` : section;
    const rename = (name: string) => async (b: Backend) => {
      if (section === 'own')
        await b.sections.update(sectionId, { name }, { version: (await b.sections.get(sectionId)).version });
      await edit(b, id, { description: name });
    };
    return [
      ...(section === 'own'
        ? [{ by: 'ada', run: (b: Backend) => b.sections.create(ROOM, { id: sectionId, name: 'Own', position: 'G' }) }]
        : []),
      { by: 'ada', run: create(draft(id, sectionId, true, {})) },
      ...edits[world].map((name) => ({ by: 'ben', run: rename(name) })),
      { by: 'ben', run: rename('As it is shown') },
      {
        by: 'ada',
        run: (b: Backend) =>
          edit(b, id, { title, description: 'Shown', due: on('2026-07-07'), context: { internalOnly: false } }),
      },
    ];
  });

// ── what each does behind the scenes ────────────────────────────────────────────────────────────

const hiddenDue = (world: World): fc.Arbitrary<PlannedDateDraft | null> =>
  fc.oneof(
    fc.constant(null),
    fixed,
    fc
      .tuple(
        amount,
        fc.oneof(
          seenId,
          hiddenId.map((id) => `${id}-${world}`),
        ),
      )
      .map(([days, id]) => after(days, completed(id))),
    fc
      .tuple(
        amount,
        fc.oneof(
          seenId,
          hiddenId.map((id) => `${id}-${world}`),
        ),
      )
      .map(([days, id]) => after(days, dueOf(id))),
  );

function hiddenDeed(world: World): fc.Arbitrary<Deed> {
  const own = hiddenId.map((id) => `${id}-${world}`);
  const hold = fc.constantFrom('ada', 'ben').map((personId) => ({ type: 'person' as const, personId }));
  const run: fc.Arbitrary<Deed['run']> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({
          id: own,
          at: fc.constantFrom('s0', 's1', `closed-${world}`),
          title: secretWord,
          assignee: hold,
          due: hiddenDue(world),
        })
        .map(({ id, at, ...rest }) => create(draft(id, at, true, rest))),
    },
    fc.tuple(own, hiddenDue(world)).map(
      ([id, due]) =>
        (b: Backend) =>
          edit(b, id, { due }),
    ),
    fc.tuple(own, secretWord).map(
      ([id, title]) =>
        (b: Backend) =>
          edit(b, id, { title }),
    ),
    fc.tuple(fc.constantFrom(`bridge0-${world}`, `bridge1-${world}`), secretWord).map(
      ([id, title]) =>
        (b: Backend) =>
          edit(b, id, { title }),
    ),
    fc.tuple(own, state).map(
      ([id, to]) =>
        (b: Backend) =>
          b.actions.setState(id, to),
    ),
    own.map(
      (id) => async (b: Backend) =>
        b.actions.remove(id, { version: (await b.actions.get(id)).version, dependents: 'clear' }),
    ),
    own.map((id) => (b: Backend) => b.actions.restore(id)),
    secretWord.map((name) => (b: Backend) => b.sections.create(ROOM, { id: `closed-${world}`, name, position: 'D' })),
    secretWord.map(
      (name) => async (b: Backend) =>
        b.sections.update(`closed-${world}`, { name }, { version: (await b.sections.get(`closed-${world}`)).version }),
    ),
    // Among hidden sections, and no other way round among those that are seen.
    fc
      .constantFrom('A', 'B', 'C', 'E')
      .map(
        (position) => async (b: Backend) =>
          b.sections.update('s0', { position }, { version: (await b.sections.get('s0')).version }),
      ),
    fc.constantFrom('A', 'M', 'Z').map((position) => (b: Backend) => edit(b, `h0-${world}`, { position })),
    // To between the same two that are seen.
    seenId.map((id) => async (b: Backend) => edit(b, id, { position: `${(await b.actions.get(id)).position}1` })),
    secretWord.map((name) => (b: Backend) => b.rooms.create({ id: `other-${world}`, name, companyId: 'globex' })),
  );
  return fc.record({ by: fc.constantFrom('ada', 'ben', 'dora'), run });
}

const moment: fc.Arbitrary<Moment> = fc.record({
  hidden: fc.record({
    a: fc.array(hiddenDeed('a'), { maxLength: 3 }),
    b: fc.array(hiddenDeed('b'), { maxLength: 3 }),
  }),
  seen: fc.oneof({ weight: 10, arbitrary: shared }, byKnown, bridge, reveal),
});

/** Two worlds that a guest cannot tell apart. */
const twins: fc.Arbitrary<Twins> = fc.record({
  moments: fc.array(moment, { minLength: 6, maxLength: 12, size: 'max' }),
  asks: fc.constantFrom('gus', 'gus', 'hal'),
});

// ── what the guest asks ─────────────────────────────────────────────────────────────────────────

const SORTS = ['due', '-due', 'created', '-created', 'updated', '-updated', 'title', '-title'];
const FILTERS = [
  'status=todo,overdue,inProgress',
  'status=done,cancelled',
  'status=overdue',
  'overdue=true',
  'overdue=false',
  'assignee=me',
  'assignee=ada',
  'assignee=hal',
  'side=us',
  'side=them',
  'context=room',
  `context=room:${ROOM}`,
  'context=room:other-a',
  'recent=1',
  'query=margin',
  'query=send',
  'dueFrom=2026-05-18',
  'dueTo=2026-05-18',
  'assignee=only-a',
  'assignee=dora',
];
const get = (path: string): Question => ({ method: 'GET', path });

/** Of things that are there, that are hidden in one world alone, and that never were. */
const ACTIONS = [...SEEN, 'x0', 'x1', 'r0', 'h0-a', 'h1-b', 'bridge0-a', 'nothing'];
const READS: readonly Question[] = [
  get('/me'),
  get('/rooms?count=true'),
  get(`/rooms/${ROOM}`),
  get('/rooms/other-a'),
  get(`/rooms/${ROOM}/plan`),
  get('/people?count=true'),
  get('/people?query=only&count=true'),
  get('/people?side=internal&count=true'),
  get('/companies?count=true'),
  get('/groups?count=true'),
  get('/relationships?count=true'),
  ...[...SECTIONS, 'own0', 'closed-a', 'closed-b', 'nothing'].map((id) => get(`/sections/${id}`)),
  ...ACTIONS.flatMap((id) => [get(`/actions/${id}`), get(`/actions/${id}/explanation`)]),
  ...SORTS.map((sort) => get(`/actions?sort=${sort}&count=true`)),
  ...FILTERS.map((filter) => get(`/actions?${filter}&count=true&sort=-updated`)),
  get('/actions?limit=2&sort=updated'),
];
const put = (id: Id, to: string): Question => ({ method: 'PUT', path: `/actions/${id}/state`, body: { state: to } });
const preview = (changes: unknown[]): Question => ({
  method: 'POST',
  path: `/rooms/${ROOM}/plan/preview`,
  body: { changes },
});
const bulk = (body: object): Question => ({ method: 'POST', path: '/actions/bulk', body });
const CHANGES: readonly Question[] = [
  ...['v0', 'x0', 'h0-a', 'bridge0-b', 'nothing'].flatMap((id): Question[] => [
    { method: 'PATCH', path: `/actions/${id}`, body: { title: 'Mine' }, version: 1 },
    { method: 'DELETE', path: `/actions/${id}`, version: 1 },
    { method: 'POST', path: `/actions/${id}/restore` },
    preview([{ type: 'setState', actionId: id, state: 'done' }]),
    preview([{ type: 'update', actionId: id, patch: { due: after(1, dueOf('h0-a')) } }]),
    preview([{ type: 'remove', actionId: id }]),
  ]),
  ...['s0', 'closed-a', 'nothing'].flatMap((id): Question[] => [
    { method: 'PATCH', path: `/sections/${id}`, body: { name: 'Mine' }, version: 1 },
    { method: 'DELETE', path: `/sections/${id}`, version: 1 },
    { method: 'POST', path: `/sections/${id}/restore` },
    preview([{ type: 'removeSection', sectionId: id }]),
  ]),
  { method: 'POST', path: '/actions', body: draft('h1-a', 's0', false, {}) },
  { method: 'POST', path: '/actions', body: draft('new', 'closed-a', true, {}) },
  { method: 'POST', path: `/rooms/${ROOM}/sections`, body: { id: 'closed-a', name: 'S' } },
  { method: 'PATCH', path: `/rooms/${ROOM}`, body: { name: 'Mine' }, version: 1 },
  { method: 'DELETE', path: '/rooms/other-a', version: 1 },
  bulk({ operation: 'setState', state: 'done', dryRun: true, ids: ACTIONS }),
  bulk({ operation: 'delete', dryRun: true, ids: ACTIONS }),
  ...['v0', 'v1', 'v2', 'x0', 'h0-a', 'bridge0-a'].map((id) => put(id, 'done')),
  put('v1', 'notDone'),
  bulk({ operation: 'setState', state: 'todo', ids: ACTIONS }),
  bulk({ operation: 'assign', assignee: null, ids: ACTIONS }),
];
const AGAIN: readonly Question[] = [
  get(`/rooms/${ROOM}/plan`),
  ...SEEN.map((id) => get(`/actions/${id}/explanation`)),
  ...SORTS.map((sort) => get(`/actions?sort=${sort}&count=true`)),
];
/** All that the guest asks, in order: they look, they try what they may and may not do, and look again. */
const QUESTIONS: readonly Question[] = [...READS, ...CHANGES, ...AGAIN];

/** Rooms, as their guests see them. */
export const roomTwins: TwinSubject = {
  twins,
  begin: (_, world) => twinSnapshot(world),
  fill: (as) => fillTwin(as('ada')),
  questions: () => QUESTIONS,
};
