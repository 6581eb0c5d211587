// A room for tests: Mia and the maker are members, Gus (the contact) and Hal of Globex and Pat, a partner, are guests.
import type { ActionContext, ActionRecord, RoomRecord } from '@followthrough/core/schema';
import { type Access, accessOf, type Viewer } from '@followthrough/core/domain';
import { actionRecord, AT } from './builders.ts';

export function room(over: Partial<RoomRecord> = {}): RoomRecord {
  return {
    id: 'room1',
    name: 'Globex evaluation',
    companyId: 'globex',
    targetDate: null,
    timeZone: null,
    memberIds: ['maker', 'mia'],
    guests: ['gus', 'hal', 'pat'].map((personId) => ({ personId, sharedAt: AT })),
    primaryContactId: 'gus',
    createdBy: 'maker',
    createdAt: AT,
    updatedAt: AT,
    updatedBy: 'maker',
    version: 1,
    deleted: null,
    ...over,
  };
}

/** Everybody who matters to a room, by what they are to it. */
export const VIEWERS = {
  maker: { personId: 'maker', role: 'member', companyId: null },
  member: { personId: 'mia', role: 'member', companyId: null },
  admin: { personId: 'ada', role: 'admin', companyId: null },
  'member of nothing': { personId: 'eve', role: 'member', companyId: null },
  contact: { personId: 'gus', role: 'guest', companyId: 'globex' },
  colleague: { personId: 'hal', role: 'guest', companyId: 'globex' },
  partner: { personId: 'pat', role: 'guest', companyId: 'initech' },
  'guest of nothing': { personId: 'ivy', role: 'guest', companyId: 'globex' },
} satisfies Record<string, Viewer>;
export type Who = keyof typeof VIEWERS;

export function accessIn(who: Who, of: RoomRecord = room()): Access {
  return accessOf(VIEWERS[who], [], [of]);
}

export function inRoom(internalOnly = false, sectionId = 's1'): Extract<ActionContext, { type: 'room' }> {
  return { type: 'room', roomId: 'room1', sectionId, internalOnly };
}

export function roomAction(over: Partial<ActionRecord> = {}): ActionRecord {
  return actionRecord({ context: inRoom(), assignee: null, due: null, createdBy: 'mia', ...over });
}
