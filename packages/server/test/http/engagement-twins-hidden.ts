// What each twin world of engagements does behind the scenes of a reader: what they may not see, or do not see just now.
import type { Backend } from '@followthrough/core/backend';
import type { Id } from '@followthrough/core/schema';
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
  type Part,
  PARTS,
  patched,
  type Run,
  schedule,
  set,
  without,
} from './engagement-twin-deeds.ts';
import type { Deed, World } from './twin-history.ts';

type Told = Extract<Awaited<ReturnType<Backend['items']['get']>>, { locked: false }>;
const secretWord = chosen('margin', 'Send', 'discount', 'review');

/** Only while the item stands so to an admin. */
const whileItIs = (id: Id, isSo: (item: Told) => boolean, run: Run) => async (b: Backend) => {
  const told = await b.items.get(id);
  return !told.locked && isSo(told) ? run(b) : null;
};

const any = (...runs: Run[]) => runs;

/** Of one that exists in this world alone, and of things that nobody but an admin knows. */
function elsewhere(world: World, words: string): Run[] {
  const other = `other-${world}`;
  return any(
    set(other, { title: words }),
    (b) => edit(b, `${other}-todo`, { title: words }),
    schedule(`${other}-todo`, { release: AT_ONCE }),
    (b) => b.items.complete(`${other}-voice`, { completed: true }),
    (b) => b.engagements.unshare(other),
    (b) => b.engagements.create({ coacheeIds: [`only-${world}`], coachId: 'cleo', title: words }),
    (b) => b.invoicingMethods.create({ name: words, amount: '9.00', currency: 'EUR', per: 'session' }),
    (b) => b.actions.create({ context: { type: 'personal' }, title: words }),
    set('shared', { coacheeInvoicingMethodId: null }),
    set('shared', { coacheeInvoicingMethodId: `pays-${world}` }),
  );
}

/** Of a draft, for as long as it is one. */
function inDraft(world: World, words: string): Run[] {
  const own = `draft-own-${world}`;
  return any(
    set('draft', { title: words, welcome: { title: words, message: words } }),
    set('draft', { startDate: '2026-06-01', selfScheduling: true, spectatorIds: [`only-${world}`] }),
    set('draft', { coachInvoicingMethodId: `pays-${world}` }),
    (b) => edit(b, 'draft-todo', { title: words, content: contentWith('todo', words) }),
    (b) => edit(b, 'draft-h3', { title: words, duration: 15, selfScheduling: true }),
    (b) => b.items.create('draft', { id: own, title: words, content: CONTENTS.link }),
    (b) => without(b, own),
    (b) => b.items.restore(own),
  ).map(
    (run): Run =>
      async (b) =>
        (await b.engagements.get('draft')).status === 'draft' ? run(b) : null,
  );
}

/** What coachees do not know of an engagement, of which they see that it is there. */
function fromCoachees(asks: Id, world: World, words: string): Run[] {
  const isLocked = ({ state }: { state: string }) => state === 'unscheduled';
  const isToCome = ({ released }: { released: boolean }) => !released;
  return any(
    ...LOCKED.flatMap((key) => {
      const id = `shared-${key}`;
      return [
        whileItIs(id, isLocked, (b) => edit(b, id, { title: words, content: contentWith(key, words) })),
        whileItIs(id, isLocked, schedule(id, { due: dueOn('2026-07-04') })),
      ];
    }),
    whileItIs('shared-h3', isLocked, (b) => edit(b, 'shared-h3', { duration: 20 })),
    ...LATER.map((key) =>
      whileItIs(`shared-${key}`, isToCome, (b) => edit(b, `shared-${key}`, { content: contentWith(key, words) })),
    ),
    set('shared', { spectatorIds: ['eve', 'ivy', `only-${world}`] }),
    set('shared', { coachInvoicingMethodId: null }),
    saved(asks === 'ben' ? 'gus' : 'ben', words),
  );
}

/** What a coachee saves for later, where they did not hand it in. */
function saved(by: Id, words: string): Run {
  return as(by, async (b) => {
    const told = await b.items.get('shared-quiz');
    if (told.locked || told.state === 'completed') return null;
    return b.items.complete('shared-quiz', { completed: false, answers: [{ key: 'q', text: words }] });
  });
}

/** What spectators do not know: what is in the items, what was answered, what is paid and what greets. */
function fromSpectators(world: World, words: string): Run[] {
  return any(
    ...['shared', 'alone'].flatMap((id) => [
      ...ITEMS.map(
        ([key]): Run =>
          (b) =>
            edit(b, `${id}-${key}`, { content: contentWith(key, words) }),
      ),
      ...[0, 1].map((at) => onAction(id, at, patched({ description: words }))),
      set(id, { welcome: { title: words, message: words } }),
      set(id, { spectatorIds: ['eve', 'ivy', `only-${world}`] }),
      set(id, { coachInvoicingMethodId: `pays-${world}` }),
    ]),
    saved('ben', words),
    saved('gus', words),
  );
}

/** Whatever can be done to one that is not seen. */
function inUnseen(id: Id, words: string): Run[] {
  return any(
    set(id, { title: words }),
    (b) => edit(b, `${id}-todo`, { title: words, content: contentWith('todo', words) }),
    onAction(id, 0, patched({ title: words, description: words, due: dueOn('2026-05-12') })),
    onAction(id, 1, (b, action) => b.actions.setState(action, 'done')),
    (b) => b.items.complete(`${id}-quiz`, { completed: true }),
    schedule(`${id}-h1`, { release: AT_ONCE }),
    (b) => b.items.create(id, { id: `${id}-own`, title: words, content: CONTENTS.link }),
    (b) => without(b, `${id}-own`),
    async (b) => b.engagements.remove(id, { version: (await b.engagements.get(id)).version }),
    (b) => b.engagements.restore(id),
  );
}

const actors = new WeakMap<Run, Id>();
/** By somebody else than an admin. */
function as(by: Id, run: Run): Run {
  actors.set(run, by);
  return run;
}

/** Something that this reader does not see, by whomever. */
export function hiddenFrom(asks: Id, world: World): fc.Arbitrary<Deed> {
  return secretWord.chain((words) => {
    const own: Record<Part, Run[]> = {
      coach: [set('alone', { welcome: { title: words, message: words } })],
      coachee: [...fromCoachees(asks, world, words), ...inUnseen('alone', words)],
      spectator: fromSpectators(world, words),
      nobody: [...inUnseen('alone', words), ...inUnseen('shared', words), ...fromSpectators(world, words)],
    };
    const common = [...elsewhere(world, words), ...inDraft(world, words)];
    const run = fc.oneof(fc.constantFrom(...common), fc.constantFrom(...own[PARTS[asks] ?? 'nobody']));
    return fc.tuple(run, chosen('dora', 'dana')).map(([one, by]) => ({ by: actors.get(one) ?? by, run: one }));
  });
}
