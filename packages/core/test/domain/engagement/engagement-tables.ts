// Who gets what of an engagement and of its items, and who may do what with an item (rulebook §5, §6, §6.1), written out by hand:
// what the rules are held to here, and every answer over HTTP in the server.
import type { EngagementRole, Item, ItemKind } from '@followthrough/core/schema';
import type { ItemOperation } from '@followthrough/core/domain';
import { type ItemStanding, KINDS, STANDINGS, type Status, STATUSES } from './engagement-builders.ts';

/** From which status on those of a role see an engagement. */
export const SEES: Record<EngagementRole, readonly Status[]> = {
  admin: ['draft', 'active', 'shared'],
  coach: ['active', 'shared'],
  spectator: ['active', 'shared'],
  coachee: ['shared'],
};
export const ROLES = Object.keys(SEES) as EngagementRole[];

export const ITEM_FIELDS = [
  'kind',
  'position',
  'title',
  'state',
  'release',
  'due',
  'session',
  'content',
  'responses',
] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];

/** What each role is told of an item that stands so; `own`: of responses, their own alone. Nothing named: nothing told. */
export const TOLD: Record<EngagementRole, Record<ItemStanding, { [F in ItemField]?: 'told' | 'own' | undefined }>> = {
  admin: everywhere(allOf('told')),
  coach: everywhere(allOf('told')),
  spectator: everywhere({ ...allOf('told'), content: undefined, responses: undefined }),
  coachee: {
    unscheduled: { kind: 'told', position: 'told' },
    scheduled: { ...allOf('told'), content: undefined, responses: 'own' },
    released: { ...allOf('told'), responses: 'own' },
    completed: { ...allOf('told'), responses: 'own' },
  },
};

function allOf(what: 'told'): Record<ItemField, 'told'> {
  return Object.fromEntries(ITEM_FIELDS.map((field) => [field, what])) as Record<ItemField, 'told'>;
}

function everywhere<T>(what: T): Record<ItemStanding, T> {
  return { unscheduled: what, scheduled: what, released: what, completed: what };
}

/** What a field of an item tells: something, one's own alone, or nothing. */
export function toldIn(told: Item, field: ItemField): 'told' | 'own' | undefined {
  if (!(field in told)) return undefined;
  const value: unknown = told[field as keyof Item];
  if (field !== 'responses') return value === null ? undefined : 'told';
  const text = JSON.stringify(value);
  if (text.includes('OTHERS')) return 'told';
  return text.includes('OWN') ? 'own' : undefined;
}

/** Which kinds have a field at all, where not all have. */
export const HAS: Partial<Record<ItemField, (kind: ItemKind, standing: ItemStanding) => boolean>> = {
  session: (kind) => kind === 'session',
  release: (kind, standing) => kind !== 'session' && standing !== 'unscheduled',
};

export const ENGAGEMENT_FIELDS = [
  'welcome',
  'groupId',
  'spectatorIds',
  'coachInvoicingMethodId',
  'coacheeInvoicingMethodId',
  'coachRate',
  'coacheeRate',
  'updatedBy',
] as const;
/** From which status on a role is told what is not told to everybody who sees it. */
export const TOLD_SINCE: Record<
  EngagementRole,
  Partial<Record<(typeof ENGAGEMENT_FIELDS)[number], readonly Status[]>>
> = {
  admin: Object.fromEntries(ENGAGEMENT_FIELDS.map((field) => [field, STATUSES])),
  coach: {
    welcome: ['shared'],
    groupId: STATUSES,
    spectatorIds: STATUSES,
    coachInvoicingMethodId: STATUSES,
    coachRate: STATUSES,
  },
  coachee: { welcome: ['shared'] },
  spectator: {},
};

export const ITEM_OPERATIONS: ItemOperation[] = ['edit', 'schedule', 'complete', 'move', 'delete'];

/** The answers to the five operations, in their order. */
type Row = [edit: unknown, schedule: unknown, complete: unknown, move: unknown, remove: unknown];

const T = true;
const COACH = 'engagement-coach';
const ACTIONS = 'coach-edits-actions';
const READS = 'spectator-reads';
const PLACED = 'item-scheduled';
const DRAFT = 'engagement-draft';

/** Role, status, kinds, standings → answers. What is scheduled of a session is out. */
export const MAY_WITH_ITEM: [EngagementRole, Status, readonly ItemKind[], readonly ItemStanding[], Row][] = [
  ['admin', 'draft', KINDS, ['unscheduled', 'scheduled', 'released'], [T, DRAFT, DRAFT, T, T]],
  ['admin', 'active', KINDS, ['unscheduled'], [T, T, T, T, T]],
  ['admin', 'active', KINDS, ['scheduled', 'released', 'completed'], [T, T, T, PLACED, T]],
  ['coach', 'active', others('action'), STANDINGS, [ACTIONS, T, T, ACTIONS, ACTIONS]],
  ['coach', 'active', ['action'], ['unscheduled'], [T, T, T, T, T]],
  ['coach', 'active', ['action'], ['scheduled', 'released', 'completed'], [T, T, T, PLACED, T]],
  ['spectator', 'active', KINDS, STANDINGS, [READS, READS, READS, READS, READS]],
  ['coachee', 'shared', others('session'), ['unscheduled'], [COACH, COACH, 'item-locked', COACH, COACH]],
  ['coachee', 'shared', others('session'), ['scheduled'], [COACH, COACH, 'item-not-released', COACH, COACH]],
  ['coachee', 'shared', others('session'), ['released', 'completed'], [COACH, COACH, T, COACH, COACH]],
  ['coachee', 'shared', ['session'], ['unscheduled'], [COACH, 'session-time-by-coach', 'item-locked', COACH, COACH]],
  [
    'coachee',
    'shared',
    ['session'],
    ['scheduled', 'released'],
    [COACH, 'coachee-time-once', 'session-completed-by-coach', COACH, COACH],
  ],
  ['coachee', 'shared', ['session'], ['completed'], [COACH, COACH, 'session-completed-by-coach', COACH, COACH]],
];

function others(kind: ItemKind): ItemKind[] {
  return KINDS.filter((other) => other !== kind);
}
