import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActionPatch } from '@followthrough/core/schema';
import { applyPatch, EDITABLE_FIELDS, fixedDate, mergePatch } from '@followthrough/core/domain';
import { actionRecord, AT } from './builders.ts';

const doing = { by: 'ana', at: AT };
const base = actionRecord();
const person = (personId: string) => ({ type: 'person' as const, personId });

describe('An edit that meets a newer version', () => {
  // [name, what others wrote meanwhile, what this edit writes, the fields in conflict]
  const rows: [string, ActionPatch, ActionPatch, string[]][] = [
    ['of another field is merged', { title: 'Theirs' }, { due: fixedDate('2026-06-01') }, []],
    ['of the same field is in conflict', { title: 'Theirs' }, { title: 'Mine' }, ['title']],
    ['that writes the same is merged', { title: 'Same' }, { title: 'Same' }, []],
    ['of two fields is in conflict over one', { title: 'Theirs' }, { title: 'Mine', description: 'More' }, ['title']],
    [
      'of both fields others wrote is in conflict over both',
      { title: 'T', due: null },
      { title: 'M', due: fixedDate('2026-06-01') },
      ['title', 'due'],
    ],
    [
      'of a date to the same date is merged',
      { due: fixedDate('2026-06-01') },
      { due: { ...fixedDate('2026-06-01'), pinned: null } },
      [],
    ],
    [
      'of a date to another date is in conflict',
      { due: fixedDate('2026-06-01') },
      { due: fixedDate('2026-06-02') },
      ['due'],
    ],
    ['of the assignee is in conflict', { assignee: person('manager') }, { assignee: null }, ['assignee']],
    ['that changes nothing others changed is merged', { description: 'Theirs' }, { title: base.title }, []],
    ['is in conflict where it would write back what was there', { title: 'Theirs' }, { title: base.title }, ['title']],
    ['where nothing was edited meanwhile is merged', {}, { title: 'Mine' }, []],
  ];
  for (const [name, theirs, mine, conflicts] of rows) {
    it(name, () => {
      const merged = mergePatch(base, applyPatch(base, theirs, doing), mine);
      assert.deepEqual(merged, conflicts.length > 0 ? { conflicts } : { patch: mine });
    });
  }

  const inRoom = { ...base, context: { type: 'room' as const, roomId: 'r', sectionId: 'a', internalOnly: false } };
  const moves: [string, ActionPatch, ActionPatch, string[]][] = [
    [
      'into a section where others moved it too is in conflict',
      { context: { sectionId: 'b' } },
      { context: { sectionId: 'c' } },
      ['context'],
    ],
    [
      'into the section where others moved it is merged',
      { context: { sectionId: 'b' } },
      { context: { sectionId: 'b' } },
      [],
    ],
    [
      'back to where it was, others having moved it, is in conflict',
      { context: { sectionId: 'b' } },
      { context: { sectionId: 'a' } },
      ['context'],
    ],
    [
      'of the section is merged where others hid it',
      { context: { internalOnly: true } },
      { context: { sectionId: 'b' } },
      [],
    ],
    ['of the title is merged where others moved it', { context: { sectionId: 'b' } }, { title: 'Mine' }, []],
    [
      'that shows it, others having hidden it, is in conflict',
      { context: { internalOnly: true } },
      { context: { internalOnly: false } },
      ['context'],
    ],
  ];
  for (const [name, theirs, mine, conflicts] of moves) {
    it(`of a room’s action ${name}`, () => {
      const merged = mergePatch(inRoom, applyPatch(inRoom, theirs, doing), mine);
      assert.deepEqual(merged, conflicts.length > 0 ? { conflicts } : { patch: mine });
    });
  }

  const dates = fc.constantFrom(null, fixedDate('2026-05-20'), fixedDate('2026-06-01'), fixedDate('2026-06-02'));
  const patches: fc.Arbitrary<ActionPatch> = fc.record(
    {
      title: fc.constantFrom('Send the deck', 'Mine', 'Theirs'),
      description: fc.constantFrom('', 'More'),
      assignee: fc.constantFrom(null, person('report'), person('manager')),
      start: dates,
      due: dates,
    },
    { requiredKeys: [] },
  );
  const valueOf = (action: typeof base, field: (typeof EDITABLE_FIELDS)[number]) => {
    const value = action[field];
    return JSON.stringify(value !== null && typeof value === 'object' && 'rule' in value ? value.date : value);
  };

  it('never loses what others wrote without saying so, and never asks without need', () => {
    fc.assert(
      fc.property(patches, patches, (theirs, mine) => {
        const current = applyPatch(base, theirs, doing);
        const merged = mergePatch(base, current, mine);
        const after = applyPatch(current, mine, doing);
        const lost = EDITABLE_FIELDS.filter(
          (field) =>
            valueOf(current, field) !== valueOf(base, field) && valueOf(after, field) !== valueOf(current, field),
        );
        assert.deepEqual('conflicts' in merged ? merged.conflicts : [], lost);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same in either order where it is merged', () => {
    fc.assert(
      fc.property(patches, patches, (theirs, mine) => {
        if ('conflicts' in mergePatch(base, applyPatch(base, theirs, doing), mine)) return;
        if ('conflicts' in mergePatch(base, applyPatch(base, mine, doing), theirs)) return;
        const one = applyPatch(applyPatch(base, theirs, doing), mine, doing);
        const other = applyPatch(applyPatch(base, mine, doing), theirs, doing);
        for (const field of EDITABLE_FIELDS) assert.equal(valueOf(one, field), valueOf(other, field));
      }),
      { numRuns: 2000 },
    );
  });
});
