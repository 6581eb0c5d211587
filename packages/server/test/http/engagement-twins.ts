// Two worlds that are equal but for what a coach, a coachee, a spectator or a stranger may not see of engagements (rulebook §5, §6,
// api.md §9): the same history of what they see, and beside it in each a history of its own. Then they ask the same of both.
//
// Ada coaches Ben and the guest Gus in all of three engagements; Eve and the guest Ivy look on: `shared` is shared, `alone` is active
// and never shared, `draft` is a draft that may be shown. Fay and the guest Hal have no part. Besides there is one for people of that
// world alone.
import type { Backend } from '@followthrough/core/backend';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { EngagementRecord, Id, ItemKind, ItemRecord } from '@followthrough/core/schema';
import fc from 'fast-check';
import { AT, CONTENTS, engagement, item } from '../../../core/test/domain/engagement/engagement-builders.ts';
import { person, snapshot } from '../../../core/test/local-backend/workspace.ts';
import { AT_ONCE, chosen, ITEMS, LATER, onDay, PARTS } from './engagement-twin-deeds.ts';
import { engagementQuestions } from './engagement-twin-questions.ts';
import { hiddenFrom } from './engagement-twins-hidden.ts';
import { seenBy } from './engagement-twins-seen.ts';
import type { Moment, Twins, TwinSubject, World } from './twin-history.ts';

const GUESTS = new Set(['gus', 'ivy', 'hal']);

function beginning({ asks }: Twins, world: World): WorkspaceSnapshot {
  const base = snapshot();
  const part = PARTS[asks] ?? 'nobody';
  // Coach and admins alone are told of the group, admins alone of what a coachee pays and who made it.
  const groupId = part === 'coach' || world === 'a' ? 'first' : null;
  const rest = { coachInvoicingMethodId: 'rate', coacheeInvoicingMethodId: `pays-${world}`, groupId };
  const people = { coachId: 'ada', coacheeIds: ['ben', 'gus'], spectatorIds: ['eve', 'ivy'] };
  const made = { createdBy: world === 'a' ? 'dora' : 'dana' };
  const of = (status: 'draft' | 'active' | 'shared', id: Id, over: Partial<EngagementRecord>) =>
    engagement(status, { id, title: `Programme ${id}`, ...people, ...rest, ...made, ...over });
  const other = { coachId: 'cleo', coacheeIds: [`only-${world}`], spectatorIds: [] };
  const engagements = [
    of('shared', 'shared', {}),
    of('active', 'alone', {}),
    of('draft', 'draft', {}),
    of('shared', `other-${world}`, { title: 'Margin', ...other }),
  ];
  const method = { name: 'Rate', amount: '90.00', currency: 'EUR', per: 'hour' as const };
  const times = { createdBy: 'dora', createdAt: AT, updatedAt: AT, version: 1 };
  return {
    ...base,
    people: [
      ...base.people,
      person('dana', { role: 'admin' }),
      // Our team sees everybody of the workspace, guests only whom they share something with.
      ...(GUESTS.has(asks) ? [world] : ['a', 'b']).map((of) => person(`only-${of}`, { name: `Only ${of}` })),
    ],
    invoicingMethods: [
      { id: 'rate', ...method, ...times },
      { id: `pays-${world}`, ...method, name: `Pays ${world}`, amount: world === 'a' ? '120.00' : '1.50', ...times },
    ],
    engagements,
    items: engagements.flatMap(({ id }) => ITEMS.map(([key, kind], at) => itemOf(id, key, kind, at))),
  };
}

function itemOf(engagementId: Id, key: string, kind: ItemKind, at: number): ItemRecord {
  const isSession = kind === 'session';
  const selfScheduling = key === 'kick';
  return item(kind, 'unscheduled', {
    id: `${engagementId}-${key}`,
    engagementId,
    title: `Item ${key}`,
    position: `V0${at + 1}`,
    content: CONTENTS[kind],
    session: isSession ? { duration: 60, selfScheduling, startsAt: null } : null,
    due: null,
    responses: [],
    createdBy: 'dora',
  });
}

/** Some is out from the start, and some is to come on a day that does not. */
async function fill(as: (viewerId: Id) => Backend): Promise<void> {
  const { items } = as('ada');
  for (const engagementId of ['shared', 'alone']) {
    for (const key of ['quiz', 'todo', 'voice']) await items.schedule(`${engagementId}-${key}`, { release: AT_ONCE });
    for (const key of LATER) await items.schedule(`${engagementId}-${key}`, { release: onDay('2026-08-01') });
  }
}

const momentOf = (asks: Id): fc.Arbitrary<Moment> =>
  fc.record({
    hidden: fc.record({
      a: fc.array(hiddenFrom(asks, 'a'), { maxLength: 3 }),
      b: fc.array(hiddenFrom(asks, 'b'), { maxLength: 3 }),
    }),
    seen: seenBy(asks),
  });

/** Engagements, as everybody but admins sees them. */
export const engagementTwins: TwinSubject = {
  twins: chosen(...Object.keys(PARTS), 'ben', 'gus').chain((asks) =>
    fc.array(momentOf(asks), { minLength: 5, maxLength: 10, size: 'max' }).map((moments): Twins => ({ asks, moments })),
  ),
  begin: beginning,
  fill,
  questions: engagementQuestions,
};
