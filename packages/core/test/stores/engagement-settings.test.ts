// Saving an engagement's settings, whole or only what nobody has to look at first: over the real backend, with somebody else
// there first, refusals, lost answers and what is typed meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import type { SettingsField } from '@followthrough/core/domain';
import type { EngagementPatch } from '@followthrough/core/schema';
import {
  createEngagementSettings,
  createWorkspace,
  savedSettings,
  type SettingsFault,
  settingsConflicts,
  type SettingsValues,
  unsavedSettings,
  waitingSettings,
  writtenSettings,
} from '@followthrough/core/stores';
import { engagementScene } from '../local-backend/engagement-scene.ts';
import { clock } from './page.ts';
import { rest, wire } from './wire.ts';

/** The settings of a draft as Dora sees them, loaded. */
async function page() {
  const { made, ...scene } = await engagementScene('draft');
  const line = wire(scene.as('dora'));
  const workspace = createWorkspace(line.backend, clock());
  const store = createEngagementSettings(workspace, made.id);
  for (let turns = 0; turns < 200 && !store.$shown.get(); turns++) await rest();
  const shown = () => {
    const it = store.$shown.get();
    assert.ok(it, 'the settings did not load');
    return it;
  };
  return { store, wire: line, shown, stored: () => scene.as('dora').engagements.get(made.id), scene, id: made.id };
}
type Page = Awaited<ReturnType<typeof page>>;

/** Somebody else writes. */
async function elsewhere({ scene, id, stored }: Page, patch: EngagementPatch): Promise<void> {
  const { version } = await stored();
  await scene.as('dora').engagements.update(id, patch, { version });
}

const refusal = (field: string) =>
  new BackendError('validation', { errors: [{ pointer: `/${field}`, code: 'no', message: `not this ${field}` }] });

const settings: SettingsValues = {
  ...{ title: 'One', startDate: null, endDate: null, timeZone: null, selfScheduling: false, welcome: null },
  ...{ spectatorIds: ['ann', 'ida'], coachInvoicingMethodId: null, coacheeInvoicingMethodId: null },
};

const fault = (field: SettingsField): SettingsFault => ({ field, code: 'refused', people: [] });
const calm = { faults: [], conflicts: [], moves: false };

for (const [name, unsaved, doubts, expected] of [
  ['nothing where nothing is wrong', ['title', 'endDate'], calm, []],
  ['what is wrong', ['title', 'endDate'], { ...calm, faults: [fault('title')] }, ['title']],
  ['what two people changed', ['title', 'welcome'], { ...calm, conflicts: ['welcome'] }, ['welcome']],
  ['a start that moves dates', ['startDate', 'title'], { ...calm, moves: true }, ['startDate']],
  ['an end beside a start that waits', ['startDate', 'endDate'], { ...calm, moves: true }, ['startDate', 'endDate']],
  ['a start beside an end that is wrong', ['startDate'], { ...calm, faults: [fault('endDate')] }, ['startDate']],
  ['nothing for a fault of what is saved', ['title'], { ...calm, faults: [fault('welcome')] }, []],
] as const)
  test(`waits for somebody: ${name}`, () => {
    assert.deepEqual(waitingSettings(unsaved, doubts), expected);
  });

test('takes a field typed back for unchanged, so that somebody else’s change of it stands', () => {
  const none = { base: settings, patch: {} };
  const back = writtenSettings(writtenSettings(none, settings, { title: 'On' }), settings, { title: 'One' });
  const theirs = { ...settings, title: 'Theirs' };
  assert.deepEqual([back.patch, unsavedSettings(back, theirs)], [{}, []]);
});

test('asks where somebody typed back over another’s change', () => {
  const written = writtenSettings({ base: settings, patch: {} }, settings, { title: 'On' });
  const theirs = { ...settings, title: 'Theirs' };
  assert.deepEqual(settingsConflicts(writtenSettings(written, theirs, { title: 'One' }), theirs), ['title']);
});

test('leaves unsaved what was not sent, and what was written over meanwhile', () => {
  const changes = { base: settings, patch: { title: 'Two', timeZone: 'Asia/Tokyo', selfScheduling: true } };
  const saved = { ...settings, title: 'Tw', selfScheduling: true, endDate: '2026-09-30' };
  assert.deepEqual(savedSettings(changes, saved, { title: 'Tw', selfScheduling: true }), {
    base: saved,
    patch: { title: 'Two', timeZone: 'Asia/Tokyo' },
  });
  assert.equal(savedSettings(changes, saved, changes.patch), null);
});

test('saves what is sound and leaves what is wrong where it was typed', async () => {
  const it = await page();
  it.store.write({ title: ' ', timeZone: 'Asia/Tokyo' });
  assert.equal(await it.store.save('sound'), 'saved');
  const { title, timeZone } = await it.stored();
  assert.deepEqual([title, timeZone], ['Leading well', 'Asia/Tokyo']);
  const { edited, unsaved, waiting, saved } = it.shown();
  assert.deepEqual([edited.title, unsaved, waiting, saved], [' ', ['title'], ['title'], ['timeZone']]);
  assert.equal(await it.store.save('sound'), 'unchanged');
  assert.equal(await it.store.save(), 'invalid');
});

test('saves a start that moves no date by itself, and leaves one that does until it is asked to', async () => {
  const it = await page();
  it.store.write({ startDate: '2026-05-18' });
  assert.ok(it.shown().moved.length > 0);
  assert.equal(await it.store.save('sound'), 'unchanged');
  assert.equal((await it.stored()).startDate, '2026-05-15');
  assert.equal(await it.store.save(), 'saved');
  assert.equal((await it.stored()).startDate, '2026-05-18');
});

test('saves the rest beside a field that two people changed, and asks about that one still', async () => {
  const it = await page();
  it.store.write({ title: 'Mine', timeZone: 'Asia/Tokyo' });
  await elsewhere(it, { title: 'Theirs' });
  assert.equal(await it.store.save('sound'), 'saved');
  const { title, timeZone } = await it.stored();
  assert.deepEqual([title, timeZone], ['Theirs', 'Asia/Tokyo']);
  assert.deepEqual([it.shown().conflicts, it.shown().edited.title], [['title'], 'Mine']);
  it.store.resolve('title', 'mine');
  assert.equal(await it.store.save('sound'), 'saved');
  assert.equal((await it.stored()).title, 'Mine');
});

test('saves the rest where one field is refused, and tells the refusal until that field reads otherwise', async () => {
  const it = await page();
  it.wire.held = true;
  it.store.write({ title: 'Not this', timeZone: 'Asia/Tokyo' });
  const saving = it.store.save('sound');
  await rest();
  await it.wire.calls('engagements.update')[0]?.refuse(refusal('title'));
  await it.wire.drain();
  assert.equal(await saving, 'saved');
  it.wire.held = false;
  const { title, timeZone } = await it.stored();
  assert.deepEqual([title, timeZone], ['Leading well', 'Asia/Tokyo']);
  const messages = () => it.shown().faults.map(({ message }) => message);
  assert.deepEqual(messages(), ['not this title']);
  it.store.write({ selfScheduling: true });
  assert.deepEqual(messages(), ['not this title'], 'another field changes nothing about it');
  it.store.write({ title: 'This' });
  assert.deepEqual(messages(), []);
  assert.equal(await it.store.save('sound'), 'saved');
  assert.equal((await it.stored()).title, 'This');
});

test('sends what was refused again where somebody asks for it', async () => {
  const it = await page();
  it.wire.held = true;
  it.store.write({ title: 'This' });
  const refused = it.store.save();
  await rest();
  await it.wire.calls('engagements.update')[0]?.refuse(refusal('title'));
  assert.equal(await refused, 'failed');
  const again = it.store.save();
  await it.wire.drain();
  assert.equal(await again, 'saved');
  assert.equal((await it.stored()).title, 'This');
});

test('keeps what is typed while it is sent, and sends that next', async () => {
  const it = await page();
  it.wire.held = true;
  it.store.write({ title: 'Fir' });
  const saving = it.store.save('sound');
  assert.deepEqual(it.shown().sending, ['title']);
  it.store.write({ title: 'First' });
  await it.wire.drain();
  assert.equal(await saving, 'saved');
  const { edited, unsaved, saved, conflicts } = it.shown();
  assert.deepEqual([edited.title, unsaved, saved, conflicts], ['First', ['title'], [], []]);
  const next = it.store.save('sound');
  await it.wire.drain();
  assert.equal(await next, 'saved');
  it.wire.held = false;
  assert.equal((await it.stored()).title, 'First');
});

test('takes effect once where the answer was lost, and keeps the text until it has come', async () => {
  const it = await page();
  it.wire.held = true;
  it.store.write({ title: 'Once' });
  const first = it.store.save('sound');
  await rest();
  const call = it.wire.calls('engagements.update')[0];
  await call?.arrive();
  await call?.lose();
  assert.equal(await first, 'failed');
  assert.deepEqual([it.store.$saveError.get()?.code, it.shown().edited.title], ['network', 'Once']);
  const { version } = await it.stored();
  const second = it.store.save('sound');
  await it.wire.drain();
  assert.equal(await second, 'saved');
  it.wire.held = false;
  assert.equal((await it.stored()).version, version);
  assert.deepEqual([it.store.$saveError.get(), it.shown().unsaved], [null, []]);
});
