// What is done with engagements of twin worlds, and how it is written.
import type { Backend } from '@followthrough/core/backend';
import type { ActionPatch, EngagementPatch, Id, ItemKind, ItemPatch, ItemSchedule } from '@followthrough/core/schema';
import fc from 'fast-check';
import { CONTENTS } from '../../../core/test/domain/engagement/engagement-builders.ts';
import type { Deed } from './twin-history.ts';

export type Run = Deed['run'];
/** As what somebody sees `shared`. */
export type Part = 'coach' | 'coachee' | 'spectator' | 'nobody';

export const PARTS: Record<Id, Part> = {
  ada: 'coach',
  ben: 'coachee',
  gus: 'coachee',
  eve: 'spectator',
  ivy: 'spectator',
  fay: 'nobody',
  hal: 'nobody',
};

/** The items of each engagement, by what follows its id in theirs. */
export const ITEMS: readonly (readonly [key: string, kind: ItemKind])[] = [
  ['kick', 'session'],
  ['quiz', 'assessment'],
  ['todo', 'action'],
  ['h0', 'link'],
  ['link', 'link'],
  ['h1', 'action'],
  ['c0', 'file'],
  ['voice', 'feedback'],
  ['h2', 'assessment'],
  ['c1', 'action'],
  ['h3', 'session'],
];
/** Not scheduled where it is not revealed: to a coachee a locked place. */
export const LOCKED = ['h0', 'h1', 'h2', 'h3'];
/** Scheduled and not released where it is not revealed: to a coachee without content. */
export const LATER = ['c0', 'c1'];

export const AT_ONCE = { type: 'immediately' } as const;
export const onDay = (date: string) => ({ type: 'on' as const, rule: { type: 'fixed' as const, date } });
export const dueOn = (date: string) => ({ rule: { type: 'fixed' as const, date } });

export const chosen = <T>(...values: T[]) => fc.constantFrom<T[]>(...values);

export async function edit(b: Backend, id: Id, patch: ItemPatch) {
  const told = await b.items.get(id);
  return b.items.update(id, patch, { version: told.locked ? 1 : told.version });
}
export const set = (id: Id, patch: EngagementPatch): Run => {
  return async (b) => b.engagements.update(id, patch, { version: (await b.engagements.get(id)).version });
};
export const schedule =
  (id: Id, what: ItemSchedule): Run =>
  (b) =>
    b.items.schedule(id, what);

/** Something with one of an engagement's actions. */
export const onAction = (
  engagementId: Id,
  at: number,
  what: (b: Backend, id: Id, version: number) => Promise<unknown>,
) => {
  const run: Run = async (b) => {
    const { items } = await b.actions.list({ context: `engagement:${engagementId}`, sort: 'created' });
    const action = items[at];
    return action ? what(b, action.id, action.version) : null;
  };
  return run;
};
export const patched =
  (patch: ActionPatch) =>
  (b: Backend, id: Id, version: number): Promise<unknown> =>
    b.actions.update(id, patch, { version });

/** The content of an item of this kind with other words in it. */
export function contentWith(key: string, words: string): ItemPatch['content'] {
  const kind = ITEMS.find(([name]) => name === key)?.[1] ?? 'link';
  const content = CONTENTS[kind];
  switch (content.kind) {
    case 'assessment':
      return { ...content, questions: [{ key: 'q', type: 'text', text: words }] };
    case 'session':
      return { ...content, place: words };
    case 'feedback':
      return { ...content, prompt: words };
    default:
      return { ...content, description: words };
  }
}

/** Deletes an item that may be there. */
export async function without(b: Backend, id: Id): Promise<void> {
  const told = await b.items.get(id).catch(() => null);
  if (told && !told.locked) await b.items.remove(id, { version: told.version });
}
