// What an edit makes of a workspace, and whether dates can move with it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Workspace, WorkspacePatch } from '@followthrough/core/schema';
import { applyWorkspacePatch, clockChange } from '@followthrough/core/domain';

const workspace: Workspace = {
  id: 'acme',
  name: 'Acme',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-12-25', '2026-05-25'] },
  version: 4,
};

describe('An edit of a workspace', () => {
  const none = { zone: false, calendar: false };
  const { calendar } = workspace;
  const rows: [string, WorkspacePatch, Partial<Workspace>, ReturnType<typeof clockChange>][] = [
    ['its name', { name: 'Acme AG' }, { name: 'Acme AG' }, none],
    ['its locale', { locale: 'de-DE' }, { locale: 'de-DE' }, none],
    ['its zone', { timeZone: 'Asia/Tokyo' }, { timeZone: 'Asia/Tokyo' }, { ...none, zone: true }],
    [
      'its working weekdays, in order and each once, and no holiday',
      { calendar: { workingWeekdays: [4, 1, 1] } },
      { calendar: { ...calendar, workingWeekdays: [1, 4] } },
      { ...none, calendar: true },
    ],
    [
      'its holidays, in order and each once, and no weekday',
      { calendar: { holidays: ['2027-01-01', '2026-12-25', '2027-01-01'] } },
      { calendar: { ...calendar, holidays: ['2026-12-25', '2027-01-01'] } },
      { ...none, calendar: true },
    ],
  ];
  for (const [name, patch, changed, moves] of rows) {
    it(`changes ${name}`, () => {
      const after = applyWorkspacePatch(workspace, patch);
      assert.deepEqual(after, { ...workspace, ...changed, version: 5 });
      assert.deepEqual(clockChange(workspace, after), moves);
    });
  }

  const same: [string, WorkspacePatch][] = [
    ['nothing', {}],
    ['what it says already', { name: 'Acme', timeZone: 'Europe/Berlin', locale: 'en-GB' }],
    ['a calendar of nothing', { calendar: {} }],
    [
      'the same days in another order',
      { calendar: { workingWeekdays: [5, 4, 3, 2, 1], holidays: ['2026-05-25', '2026-12-25'] } },
    ],
  ];
  for (const [name, patch] of same) {
    it(`that says ${name} leaves the very same`, () => assert.equal(applyWorkspacePatch(workspace, patch), workspace));
  }
});
