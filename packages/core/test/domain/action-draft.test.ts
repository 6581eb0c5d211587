import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionDraft, ActionPatch } from '@followthrough/core/schema';
import { type DraftSetting, faultsOfDraft, faultsOfPatch, fixedDate } from '@followthrough/core/domain';
import { ENGAGEMENT, PERSONAL, RELATIONSHIP, relationship, ROOM } from './builders.ts';

const setting: DraftSetting = { owner: 'report', relationship: relationship() };
const person = (personId: string) => ({ type: 'person' as const, personId });
const due = fixedDate('2026-05-20');
const relative = {
  rule: { type: 'relative' as const, amount: 2, unit: 'day' as const, anchor: { type: 'roomCreated' as const } },
};
const inRelationship = { context: RELATIONSHIP, title: 'Send', assignee: person('report'), due };
const inMeeting = {
  ...inRelationship,
  context: { ...RELATIONSHIP, type: 'relationship' as const, relationshipId: 'r1', meetingId: 'm1' },
};
const personal = { context: PERSONAL, title: 'Read' };

describe('A draft', () => {
  const rows: [string, ActionDraft, string[]][] = [
    ['for the report', inRelationship, []],
    ['for the manager', { ...inRelationship, assignee: person('manager') }, []],
    ['for a viewer', { ...inRelationship, assignee: person('viewer') }, ['/assignee not-in-relationship']],
    [
      'for the relationship’s maker',
      { ...inRelationship, assignee: person('maker') },
      ['/assignee not-in-relationship'],
    ],
    [
      'for the primary contact',
      { ...inRelationship, assignee: { type: 'primaryContact' } },
      ['/assignee not-in-relationship'],
    ],
    ['for nobody', { ...inRelationship, assignee: null }, ['/assignee required']],
    ['for nobody named', { context: RELATIONSHIP, title: 'Send', due }, ['/assignee required']],
    ['with no due date', { ...inRelationship, due: null }, ['/due required']],
    ['with none of it', { context: RELATIONSHIP, title: 'Send' }, ['/assignee required', '/due required']],
    ['with a relative due date', { ...inRelationship, due: relative }, ['/due/rule fixed-only']],
    ['with a relative start', { ...inRelationship, start: relative }, ['/start/rule fixed-only']],
    [
      'with a relative date, pinned',
      { ...inRelationship, due: { ...relative, pinned: '2026-05-20' } },
      ['/due/rule fixed-only'],
    ],
    ['in a meeting of the relationship', inMeeting, []],
    ['of one’s own', personal, []],
    ['of one’s own, for oneself', { ...personal, assignee: person('report') }, []],
    ['of one’s own, for nobody', { ...personal, assignee: null }, []],
    ['of one’s own, for another', { ...personal, assignee: person('manager') }, ['/assignee owner-only']],
    ['of one’s own with a relative date', { ...personal, due: relative }, ['/due/rule fixed-only']],
    ['in a room', { context: ROOM, title: 'Sign' }, ['/context/type not-offered']],
    ['in an engagement', { context: ENGAGEMENT, title: 'Reflect' }, ['/context/type not-offered']],
  ];
  for (const [name, draft, faults] of rows) {
    it(`${name} has ${faults.length === 0 ? 'no fault' : faults.join(' and ')}`, () => {
      const found = faultsOfDraft(draft, { ...setting, meeting: { relationshipId: 'r1' } });
      assert.deepEqual(
        found.map(({ pointer, code }) => `${pointer} ${code}`),
        faults,
      );
      assert.ok(found.every(({ message }) => message.startsWith('must ')));
    });
  }

  it('cannot name a meeting of another relationship, or one that is not there', () => {
    for (const meeting of [{ relationshipId: 'r2' }, null]) {
      assert.deepEqual(
        faultsOfDraft(inMeeting, { ...setting, meeting }).map(({ pointer }) => pointer),
        ['/context/meetingId'],
      );
    }
  });
});

describe('A patch', () => {
  const rows: [string, { context: ActionDraft['context'] }, ActionPatch, string[]][] = [
    ['of the title', { context: RELATIONSHIP }, { title: 'Other' }, []],
    ['that reassigns within the relationship', { context: RELATIONSHIP }, { assignee: person('manager') }, []],
    [
      'that assigns to a viewer',
      { context: RELATIONSHIP },
      { assignee: person('viewer') },
      ['/assignee not-in-relationship'],
    ],
    ['that unassigns', { context: RELATIONSHIP }, { assignee: null }, ['/assignee required']],
    ['that clears the due date', { context: RELATIONSHIP }, { due: null }, ['/due required']],
    ['that clears the start', { context: RELATIONSHIP }, { start: null }, []],
    ['to a relative date', { context: RELATIONSHIP }, { due: relative }, ['/due/rule fixed-only']],
    ['that clears one’s own due date', { context: PERSONAL }, { due: null }, []],
    ['that gives one’s own away', { context: PERSONAL }, { assignee: person('manager') }, ['/assignee owner-only']],
    ['that leaves one’s own with nobody', { context: PERSONAL }, { assignee: null }, ['/assignee owner-only']],
    ['that keeps one’s own', { context: PERSONAL }, { assignee: person('report') }, []],
  ];
  for (const [name, record, patch, faults] of rows) {
    it(`${name} has ${faults.length === 0 ? 'no fault' : faults.join(' and ')}`, () => {
      const found = faultsOfPatch(record, patch, setting);
      assert.deepEqual(
        found.map(({ pointer, code }) => `${pointer} ${code}`),
        faults,
      );
    });
  }
});
