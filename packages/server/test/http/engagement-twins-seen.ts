// What both twin worlds of engagements see done: by anybody in them, by admins of whom it is told no more, and what comes to be
// seen, however it came about.
import type { Backend } from '@followthrough/core/backend';
import type { EngagementPatch, Id, ItemSchedule } from '@followthrough/core/schema';
import fc from 'fast-check';
import { CONTENTS } from '../../../core/test/domain/engagement/engagement-builders.ts';
import {
  AT_ONCE,
  chosen,
  contentWith,
  dueOn,
  edit,
  ITEMS,
  LATER,
  LOCKED,
  onAction,
  onDay,
  PARTS,
  patched,
  type Run,
  schedule,
  set,
  without,
} from './engagement-twin-deeds.ts';
import type { Deed, Moment, World } from './twin-history.ts';

const seenKey = chosen('kick', 'quiz', 'todo', 'link', 'voice');
const word = chosen('Send', 'Élan', 'review', 'Strasse');
const secretWord = chosen('margin', 'Send', 'discount', 'review');
const ANSWERS = [{ key: 'q', text: 'So' }];
const nth = fc.nat({ max: 1 });

/** Of an engagement that they see, by anybody in it or by an admin; who is told of deeds like these is told by whom. */
const inSight = (id: Id): fc.Arbitrary<Deed> =>
  fc.oneof(
    fc.tuple(seenKey, chosen('ada', 'dora'), word).map(([key, by, title]) => ({
      by: key === 'todo' ? by : 'dora',
      run: (b: Backend) => edit(b, `${id}-${key}`, { title }),
    })),
    fc
      .tuple(
        chosen('link', 'todo', 'voice'),
        chosen<ItemSchedule>(
          { release: AT_ONCE },
          { release: null },
          { release: onDay('2026-06-01') },
          { due: dueOn('2026-06-10') },
          { due: dueOn('2026-05-12') },
          { due: null },
        ),
      )
      .map(([key, what]) => ({ by: 'ada', run: schedule(`${id}-${key}`, what) })),
    fc
      .tuple(chosen('ada', 'ben', 'gus'), chosen('2026-06-02T09:00:00Z', '2026-06-03T09:00:00Z', null))
      .map(([by, startsAt]) => ({ by, run: schedule(`${id}-kick`, { startsAt }) })),
    fc.tuple(chosen('ben', 'gus'), fc.boolean(), chosen('quiz', 'voice')).map(([by, completed, key]) => ({
      by,
      run: (b: Backend) =>
        b.items.complete(`${id}-${key}`, { completed, ...(key === 'quiz' ? { answers: ANSWERS } : { text: 'Well' }) }),
    })),
    fc
      .tuple(chosen('ada', 'dora'), fc.boolean(), chosen('kick', 'link', 'voice', 'todo'))
      .map(([by, completed, key]) => ({ by, run: (b: Backend) => b.items.complete(`${id}-${key}`, { completed }) })),
    fc.tuple(chosen('ada', 'ben', 'gus'), nth, chosen('todo' as const, 'done' as const)).map(([by, at, to]) => ({
      by,
      run: onAction(id, at, (b, action) => b.actions.setState(action, to)),
    })),
    fc.tuple(nth, chosen('ada', 'ben', 'gus', null), word).map(([at, personId, title]) => ({
      by: 'ada',
      run: onAction(id, at, patched({ title, assignee: personId === null ? null : { type: 'person', personId } })),
    })),
    fc.tuple(chosen('todo', 'voice'), fc.boolean()).map(([key, isBack]) => ({
      by: 'dora',
      run: async (b: Backend) => {
        if (isBack) return b.items.restore(`${id}-${key}`);
        const told = await b.items.get(`${id}-${key}`);
        return b.items.remove(`${id}-${key}`, { version: told.locked ? 1 : told.version });
      },
    })),
    fc.constant({
      by: 'ada',
      run: (b: Backend) => b.items.create(id, { id: `${id}-more`, title: 'More', content: CONTENTS.link }),
    }),
  );

/** What is told without whom it was done by. */
const setting: fc.Arbitrary<EngagementPatch> = chosen<EngagementPatch>(
  { title: 'Leading on' },
  { title: 'Élan' },
  { startDate: '2026-05-12' },
  { endDate: '2026-09-30' },
  { selfScheduling: true },
  { timeZone: 'Pacific/Kiritimati' },
  { timeZone: null },
);
const admins = fc.record({ a: chosen('dora', 'dana'), b: chosen('dora', 'dana') });
const inSettings = (id: Id) => setting.map((patch) => set(id, patch));
const sharing = chosen<Run>(
  (b) => b.engagements.share('shared'),
  (b) => b.engagements.unshare('shared'),
);

/** The reader's own doing, which has its place beside all the rest. */
const personal = (asks: Id) =>
  fc.tuple(word, fc.option(chosen('2026-05-12', '2026-06-01'))).map(([title, date]) => (): Deed[] => [
    {
      by: asks,
      run: (b) => b.actions.create({ context: { type: 'personal' }, title, ...(date ? { due: dueOn(date) } : {}) }),
    },
  ]);

/** A draft that is shown from then on, however it came to be what it is. */
const showing = fc.tuple(fc.boolean(), word).map(([isShared, title]) => (world: World): Deed[] => {
  const by = 'dora';
  const welcome = { title, message: 'Shown' };
  const same = { title, welcome, startDate: '2026-05-11', selfScheduling: false, spectatorIds: ['eve', 'ivy'] };
  const isDraft = async (b: Backend) => (await b.engagements.get('draft')).status === 'draft' || Promise.reject(GONE);
  return [
    { by, run: isDraft },
    { by, run: set('draft', { ...same, coachInvoicingMethodId: 'rate' }) },
    ...ITEMS.map(([key, kind]) => ({
      by,
      run: (b: Backend) =>
        edit(b, `draft-${key}`, {
          title: `Item ${key}`,
          content: CONTENTS[kind],
          ...(kind === 'session' ? { duration: 60, selfScheduling: key === 'kick' } : {}),
        }),
    })),
    { by, run: (b) => without(b, `draft-own-${world}`) },
    { by, run: (b) => b.engagements.activate('draft') },
    ...(isShared ? [{ by, run: (b: Backend) => b.engagements.share('draft') }] : []),
  ];
});
const GONE = new Error('It is a draft no more.');

/** What a coachee was told little of is out from then on, whatever it was before. */
const revealing = fc.tuple(chosen(...LOCKED, ...LATER), word).map(([key, title]) => (): Deed[] => {
  const id = `shared-${key}`;
  const isTimed = key === 'h3';
  const patch = { title, content: contentWith(key, 'As it is shown'), ...(isTimed ? { duration: 45 } : {}) };
  const what = isTimed ? { startsAt: '2026-06-04T09:00:00Z' } : { release: AT_ONCE };
  return [
    { by: 'dora', run: (b) => edit(b, id, patch) },
    { by: 'ada', run: schedule(id, { ...what, due: dueOn('2026-07-20') }) },
  ];
});

/** A time for which a coachee does not see the engagement, and in which much is done to it that does not last. */
const away = fc
  .record({ a: fc.array(secretWord, { maxLength: 2 }), b: fc.array(secretWord, { maxLength: 2 }), title: word })
  .map(({ title, ...edits }) => (world: World): Deed[] => {
    const by = 'dora';
    const passing = edits[world].flatMap((words): Deed[] => [
      { by, run: set('shared', { title: words, welcome: { title: words, message: words } }) },
      { by, run: (b) => edit(b, 'shared-link', { title: words, content: contentWith('link', words) }) },
      { by, run: onAction('shared', 0, patched({ title: words, description: words })) },
      { by, run: (b) => b.items.create('shared', { id: `gone-${words}`, title: words, content: CONTENTS.action }) },
      { by, run: schedule(`gone-${words}`, { release: AT_ONCE }) },
      { by, run: (b) => without(b, `gone-${words}`) },
    ]);
    const isThere = async (b: Backend) => (await b.engagements.get('shared')).sharedAt !== null || Promise.reject(GONE);
    return [
      { by, run: isThere },
      { by, run: (b) => b.engagements.unshare('shared') },
      ...passing.map(({ run }) => ({ by, run: (b: Backend) => run(b).catch(() => null), passes: true })),
      { by, run: set('shared', { title, welcome: { title, message: 'Back' } }) },
      { by, run: (b) => edit(b, 'shared-link', { title, content: contentWith('link', 'Back') }) },
      { by, run: onAction('shared', 0, patched({ title, description: 'Back' })) },
      { by, run: (b) => b.engagements.share('shared') },
    ];
  });

/** What this reader may see of it. */
export function seenBy(asks: Id): fc.Arbitrary<Moment['seen']> {
  const part = PARTS[asks];
  if (part === undefined || part === 'nobody') return personal(asks);
  const id = part === 'coachee' ? fc.constant('shared') : chosen('shared', 'shared', 'alone');
  const deeds = id.chain(inSight).map((deed) => (): Deed[] => [deed]);
  const settings = fc
    .tuple(id.chain(inSettings), admins)
    .map(([run, by]) => (world: World): Deed[] => [{ by: by[world], run }]);
  // Whoever shares it is told to those it is shared with.
  const shares = fc.tuple(sharing, chosen('dora', 'dana')).map(([run, by]) => (): Deed[] => [{ by, run }]);
  return fc.oneof(
    { weight: 8, arbitrary: deeds },
    { weight: 2, arbitrary: settings },
    { weight: 1, arbitrary: shares },
    personal(asks),
    showing,
    ...(part === 'coachee' ? [revealing, revealing, away] : []),
  );
}
