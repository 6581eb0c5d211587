// What stands in the way of making engagements and of saving their settings, as tables; what is merged and what is asked; and
// that nothing is made twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import type { EngagementCreation, EngagementDraft, Group, Person } from '@followthrough/core/schema';
import {
  createEngagementCreation,
  EMPTY_SETUP,
  engagementCount,
  engagementDraftOf,
  isSettingsClean,
  keepMySetting,
  settingsConflicts,
  type SettingsValues,
  settingsToSave,
  type SetupDraft,
  setupFaults,
  takeTheirSetting,
  writtenSettings,
} from '@followthrough/core/stores';

const people = new Map(['ann', 'ben', 'cora', 'ida'].map((id) => [id, { id, name: id } as Person]));
const groups: readonly Group[] = [
  { id: 'leaders', name: 'Leaders', memberIds: ['ann', 'ben', 'cora'], version: 1 },
  { id: 'alone', name: 'Cora alone', memberIds: ['cora'], version: 1 },
  { id: 'nobody', name: 'Nobody', memberIds: [], version: 1 },
];
const many = Array.from({ length: 501 }, (_, index) => `p${index}`);
const ready: SetupDraft = { ...EMPTY_SETUP, coacheeIds: ['ann'], coachId: 'cora' };

const FAULTS: readonly (readonly [string, Partial<SetupDraft>, readonly string[]])[] = [
  ['all there', {}, []],
  ['nobody', { coacheeIds: [] }, ['coachees/coachees-missing']],
  ['501', { coacheeIds: many }, ['coachees/too-many-coachees']],
  ['somebody gone', { coacheeIds: ['ann', 'gone'] }, ['coachees/unknown-people']],
  ['no group', { by: 'group' }, ['coachees/group-missing']],
  ['an empty group', { by: 'group', groupId: 'nobody' }, ['coachees/empty-group']],
  ['no coach', { coachId: null }, ['coach/coach-missing']],
  ['a coach who is gone', { coachId: 'gone' }, ['coach/unknown-people']],
  ['a coach who is a coachee', { coachId: 'ann' }, ['coach/coach-is-coachee']],
  ['a coach of the group, one each', { by: 'group', groupId: 'leaders' }, []],
  ['a coach of the group, one for all', { by: 'group', groupId: 'leaders', shared: true }, ['coach/coach-is-coachee']],
  ['a group of the coach alone', { by: 'group', groupId: 'alone' }, ['coach/coach-is-coachee']],
  ['an end before the start', { startDate: '2026-06-02', endDate: '2026-06-01' }, ['settings/end-before-start']],
  ['one day', { startDate: '2026-06-01', endDate: '2026-06-01' }, []],
  ['a title of 501', { title: 'x'.repeat(501) }, ['settings/title-too-long']],
  ['500 characters of two code units', { title: '🌱'.repeat(500) }, []],
  ['a spectator who coaches', { spectatorIds: ['cora'] }, ['settings/spectator-takes-part']],
  ['a spectator who is coached', { spectatorIds: ['ann', 'ida'] }, ['settings/spectator-takes-part']],
  ['a spectator who is gone', { spectatorIds: ['gone'] }, ['settings/unknown-people']],
];

for (const [name, changes, expected] of FAULTS) {
  test(`what stands in the way: ${name}`, () => {
    const known = new Map(people);
    if (name === '501') for (const id of many) known.set(id, { id, name: id } as Person);
    const knowledge = { people: known, groups, isTemplateSound: true, titleLimit: 500 };
    const found = setupFaults({ ...ready, ...changes }, knowledge).map(({ step, code }) => `${step}/${code}`);
    assert.deepEqual(found, expected);
  });
}

test('counts the coach of a group out, and one for all as one', () => {
  const group = { ...ready, by: 'group', groupId: 'leaders' } as const;
  assert.equal(engagementCount(group, groups), 2);
  assert.equal(engagementCount({ ...group, shared: true }, groups), 1);
  assert.equal(engagementCount({ ...ready, coacheeIds: ['ann', 'ben'] }, groups), 2);
});

test('writes what was chosen, and leaves the rest to the template', () => {
  assert.equal(engagementDraftOf(EMPTY_SETUP), null);
  assert.deepEqual(engagementDraftOf({ ...ready, title: '  ' }), {
    coacheeIds: ['ann'],
    coachId: 'cora',
    templateId: null,
    mode: 'individual',
  });
  const group = engagementDraftOf({ ...ready, by: 'group', groupId: 'leaders', selfScheduling: false });
  assert.deepEqual([group?.groupId, group?.coacheeIds, group?.selfScheduling], ['leaders', undefined, false]);
});

const settings: SettingsValues = {
  ...{ title: 'One', startDate: null, endDate: null, timeZone: null, selfScheduling: false, welcome: null },
  ...{ spectatorIds: ['ann', 'ida'], coachInvoicingMethodId: null, coacheeInvoicingMethodId: null },
};

test('saves the fields that differ, and merges those of others', () => {
  const none = { base: settings, patch: {} };
  const written = writtenSettings(none, settings, { title: 'Mine', spectatorIds: ['ida', 'ann'] });
  assert.deepEqual(settingsToSave(written, settings), { title: 'Mine' });
  const theirs = { ...settings, endDate: '2026-09-30' };
  assert.deepEqual(settingsConflicts(written, theirs), []);
  assert.equal(isSettingsClean(writtenSettings(none, settings, { title: 'One' }), settings), true);
});

test('asks where both changed a field to another value, until somebody says whose stands', () => {
  const written = writtenSettings({ base: settings, patch: {} }, settings, { title: 'Mine', selfScheduling: true });
  const theirs = { ...settings, title: 'Theirs', selfScheduling: true };
  assert.deepEqual(settingsConflicts(written, theirs), ['title']);
  const mine = keepMySetting(written, theirs, 'title');
  assert.deepEqual([settingsConflicts(mine, theirs), settingsToSave(mine, theirs)], [[], { title: 'Mine' }]);
  assert.deepEqual(settingsToSave(takeTheirSetting(written, theirs, 'title'), theirs), {});
});

test('asks for many in parts, each under an intent that another try keeps until it is answered', async () => {
  const asked: { intent: string | undefined; ids: readonly string[] }[] = [];
  let ids = 0;
  let fails = true;
  const create = (
    draft: EngagementDraft,
    options: { intent?: string | undefined } = {},
  ): Promise<EngagementCreation> => {
    asked.push({ intent: options.intent, ids: draft.coacheeIds ?? [] });
    if (fails && asked.length === 2) return Promise.reject(new BackendError('network'));
    const results = (draft.coacheeIds ?? []).map((id) => ({ coacheeIds: [id], outcome: 'done' as const }));
    return Promise.resolve({ results });
  };
  const run = createEngagementCreation({
    backend: { engagements: { create } },
    call: (work: () => Promise<unknown>) => work(),
    environment: { newId: () => `intent-${String(++ids).padStart(16, '0')}` },
  } as unknown as Parameters<typeof createEngagementCreation>[0]);
  const coachees = many.slice(0, 60);
  const draft = { coacheeIds: [...coachees], coachId: 'cora' };
  const first = run.make(draft, coachees, () => undefined);
  assert.equal(
    run.make(draft, coachees, () => undefined),
    first,
  );
  await first;
  const failed = run.$progress.get()?.results.filter(({ outcome }) => outcome === 'failed');
  assert.deepEqual(
    failed?.map(({ coacheeIds }) => coacheeIds.length),
    [25],
  );
  fails = false;
  await run.retry(() => undefined);
  assert.deepEqual(
    asked.map(({ ids: of }) => of.length),
    [25, 25, 10, 25],
  );
  assert.equal(asked[3]?.intent, asked[1]?.intent);
  assert.equal(new Set(asked.map(({ intent }) => intent)).size, 3);
  const progress = run.$progress.get();
  assert.deepEqual([progress?.state, progress?.answered, progress?.total], ['done', 60, 60]);
});
