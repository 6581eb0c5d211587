// The store of a meeting's agenda: what is shown in the moment of a change and offline, what comes of a refusal, which rows
// stay where they are, and that a past meeting is left as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueByNextMeeting, parseDay } from '@followthrough/core/domain';
import type { Agenda, Meeting, StateChange } from '@followthrough/core/schema';
import {
  createMeetingAgenda,
  createWorkspace,
  type MeetingAgendaStore,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import { dueOn, NOW, promise, scene, type Scene, TOMORROW } from '../local-backend/workspace.ts';
import { clock, type Clock } from './page.ts';
import { rest, wire, type Wire } from './wire.ts';

const HOUR = 3_600_000;
const hoursOn = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const FIXED = { rule: { type: 'fixed' as const, date: TOMORROW } };

function meeting(id: string, startsAt: string, endedAt: string | null = null): Meeting {
  const made = { createdBy: 'ada', createdAt: hoursOn(-900), updatedAt: hoursOn(-900), version: 1 };
  return { id, relationshipId: 'ada-ben', title: null, startsAt, endedAt, ...made };
}

/** One is over, one goes on, one lies ahead. */
const MEETINGS = [
  meeting('last', hoursOn(-72), hoursOn(-71)),
  meeting('now', hoursOn(-1)),
  meeting('next', hoursOn(72)),
];
const done = (id: string, at: string) =>
  promise(id, { state: 'done', closed: { at, by: 'ben', due: TOMORROW, on: at.slice(0, 10) }, updatedAt: at });
/** Of the two that are done, one was before the meeting that goes on, one in it. */
const ACTIONS = [
  promise('late', { due: dueOn('2026-05-10') }),
  promise('soon'),
  done('earlier', hoursOn(-24)),
  done('just', hoursOn(-0.5)),
];

const CHANGES: StateChange[] = ACTIONS.flatMap(({ id, createdAt, closed }) => [
  { id: `${id}-made`, actionId: id, from: null, to: 'todo', at: createdAt, by: 'ada' },
  ...(closed
    ? [{ id: `${id}-done`, actionId: id, from: 'todo' as const, to: 'done' as const, at: closed.at, by: 'ben' }]
    : []),
]);

interface AgendaPage {
  readonly store: WorkspaceStore;
  readonly agenda: MeetingAgendaStore;
  readonly scene: Scene;
  readonly clock: Clock;
  readonly wire: Wire;
}

async function agendaPage(
  which: Parameters<typeof createMeetingAgenda>[1] = { meetingId: 'next' },
  viewer = 'ben',
  meetings = MEETINGS,
): Promise<AgendaPage> {
  const behind = scene(ACTIONS, { meetings, stateChanges: CHANGES });
  const between = wire(behind.as(viewer));
  const time = clock();
  const store = createWorkspace(between.backend, time);
  await store.load();
  const agenda = createMeetingAgenda(store, which);
  await until(() => agenda.$status.get() === 'ready' || agenda.$status.get() === 'error');
  return { store, agenda, scene: behind, clock: time, wire: between };
}

async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 200 && !holds(); turns++) await rest();
  assert.ok(holds(), 'it never came about');
}

function lists({ agenda }: AgendaPage): Record<'carried' | 'added' | 'completed', string[]> {
  const { carried = [], added = [], completed = [] } = agenda.$agenda.get() ?? ({} as Partial<Agenda>);
  const short = ({ id, status }: { id: string; status: string }) => `${id} ${status}`;
  return { carried: carried.map(short), added: added.map(short), completed: completed.map(short) };
}

test('shows the agenda as the backend tells it', async () => {
  for (const meetingId of ['last', 'now', 'next']) {
    const page = await agendaPage({ meetingId });
    assert.deepEqual(page.agenda.$agenda.get(), await page.scene.as('ben').meetings.agenda(meetingId));
  }
});

for (const [name, meetings, id] of [
  ['the meeting that goes on', MEETINGS, 'now'],
  ['the next one where the last is over', [MEETINGS[0], MEETINGS[2]], 'next'],
  ['the last one where none is planned', [MEETINGS[0]], 'last'],
  ['none where there is none', [], undefined],
] as [string, Meeting[], string | undefined][]) {
  test(`of a relationship, finds ${name}`, async () => {
    const page = await agendaPage({ relationshipId: 'ada-ben' }, 'ben', meetings);
    assert.equal(page.agenda.$agenda.get()?.meeting.id, id);
    assert.equal(page.agenda.$status.get(), 'ready');
  });
}

test('adds in the very moment, at the end, and keeps it there when the backend agreed', async () => {
  const page = await agendaPage({ meetingId: 'now' });
  page.wire.held = true;
  const { done } = page.store.actions.create(
    page.agenda.draft({ title: 'Call Ann', due: FIXED, assignee: { type: 'person', personId: 'ada' } }),
  );
  assert.deepEqual(lists(page).added.length, 1);
  await page.wire.drain();
  page.wire.held = false;
  const made = await done;
  page.clock.tick(400);
  await rest();
  assert.deepEqual(made.context, { type: 'relationship', relationshipId: 'ada-ben', meetingId: 'now' });
  assert.deepEqual(lists(page).added, [`${made.id} todo`]);
});

test('before a meeting, moves what is completed to what is done, after a moment in its place', async () => {
  const page = await agendaPage();
  const completing = page.store.actions.setState('late', 'done');
  assert.deepEqual(lists(page).carried, ['late doneLate', 'soon todo']);
  assert.deepEqual([...page.agenda.$lingering.get()], ['late']);
  await completing;
  page.clock.tick(3000);
  await rest();
  assert.deepEqual(lists(page), { carried: ['soon todo'], added: [], completed: ['just done', 'late doneLate'] });
  await page.store.actions.undo();
  assert.deepEqual(lists(page).carried, ['soon todo', 'late overdue']);
});

test('before a meeting, carries what is reopened', async () => {
  const page = await agendaPage();
  await page.store.actions.setState('just', 'todo');
  assert.deepEqual(lists(page).carried, ['late overdue', 'soon todo', 'just todo']);
});

test('in a meeting, keeps what was carried into it whatever becomes of it', async () => {
  const page = await agendaPage({ meetingId: 'now' });
  await page.store.actions.setState('late', 'done');
  await page.store.actions.setState('earlier', 'todo');
  page.clock.tick(4000);
  await rest();
  assert.deepEqual(lists(page), {
    carried: ['late doneLate', 'just done', 'soon todo'],
    added: [],
    completed: ['earlier todo'],
  });
  assert.equal(page.agenda.$lingering.get().size, 0);
});

test('leaves a past meeting as it was, whatever is done', async () => {
  const page = await agendaPage({ meetingId: 'last' });
  const before = lists(page);
  assert.deepEqual(before.carried, ['late overdue', 'earlier todo', 'just todo', 'soon todo']);
  const present = createMeetingAgenda(page.store, { meetingId: 'next' });
  await until(() => present.$agenda.get() !== null);
  await page.store.actions.setState('late', 'done');
  page.clock.tick(4000);
  await rest();
  assert.deepEqual(lists(page), before);
  assert.equal(page.store.actions.get('just')?.state, 'done');
});

test('takes back only what was refused', async () => {
  const page = await agendaPage({ meetingId: 'next' }, 'cleo');
  const refused = page.store.actions.setState('late', 'done');
  await assert.rejects(refused, { code: 'forbidden' });
  assert.deepEqual(lists(page).carried, ['late overdue', 'soon todo']);
});

test('goes on without a network: what is done shows, is counted, and is sent when it returns', async () => {
  const page = await agendaPage();
  page.wire.cut = true;
  page.clock.connect(false);
  void page.store.actions.setState('late', 'done');
  page.store.actions.create(
    page.agenda.draft({ title: 'One', due: FIXED, assignee: { type: 'person', personId: 'ada' } }),
  );
  page.store.actions.create(
    page.agenda.draft({ title: 'Two', due: FIXED, assignee: { type: 'person', personId: 'ada' } }),
  );
  await rest();
  assert.deepEqual([lists(page).added.length, page.store.$unsent.get()], [2, 3]);
  page.wire.cut = false;
  page.clock.connect(true);
  page.clock.tick(60_000);
  await until(() => page.store.$unsent.get() === 0);
  const told = await page.scene.as('ada').meetings.agenda('next');
  assert.deepEqual(told.added.map(({ title }) => title).sort(), ['One', 'Two']);
  assert.ok(told.completed.some(({ id }) => id === 'late'));
});

test('puts what others add at the end, and lets go of what they delete', async () => {
  const page = await agendaPage();
  const ada = page.scene.as('ada');
  await ada.actions.create({
    id: 'first-due',
    context: { type: 'relationship', relationshipId: 'ada-ben' },
    title: 'Due long ago',
    assignee: { type: 'person', personId: 'ben' },
    due: { rule: { type: 'fixed', date: '2026-01-01' } },
  });
  await ada.actions.remove('soon', { version: 1 });
  await page.agenda.refresh();
  assert.deepEqual(lists(page).carried, ['late overdue', 'first-due overdue']);
});

test('looks again when the meeting begins', async () => {
  const page = await agendaPage();
  const before = page.wire.count('meetings.agenda');
  page.scene.wait(72 * HOUR);
  for (let half = 0; half < 6; half++) {
    page.clock.tick(12 * HOUR);
    await rest();
  }
  assert.ok(page.wire.count('meetings.agenda') > before);
});

test('ends a meeting, and shows it as it was from then on', async () => {
  const page = await agendaPage({ meetingId: 'now' });
  await page.agenda.update({ endedAt: hoursOn(0) });
  assert.equal(page.agenda.$agenda.get()?.past, true);
  await assert.rejects(page.agenda.update({ endedAt: hoursOn(-99) }), { code: 'validation' });
});

test('tells why it could not be loaded, and loads once that is over', async () => {
  const gone = await agendaPage({ meetingId: 'never' });
  assert.deepEqual([gone.agenda.$status.get(), gone.agenda.$error.get()?.code], ['error', 'not-found']);
  const page = await agendaPage();
  page.wire.cut = true;
  await page.agenda.refresh();
  assert.equal(page.agenda.$error.get()?.code, 'network');
  assert.equal(lists(page).carried.length, 2);
  page.wire.cut = false;
  await page.agenda.refresh();
  await until(() => page.agenda.$error.get() === null);
});

test('says when what is promised is due unless something else is said', () => {
  const due = (of: string, before: string | null, after: string | null, today = '2026-05-15') => {
    const at = (day: string | null) => (day === null ? null : meeting(day, `2026-${day}T09:00:00.000Z`));
    const place = { meeting: at(of) as Meeting, previous: at(before), next: at(after) };
    return dueByNextMeeting(place, 'Europe/Berlin', parseDay(today));
  };
  assert.equal(due('05-15', null, '05-29'), '2026-05-29');
  assert.equal(due('05-15', '05-01', null), '2026-05-29');
  assert.equal(due('05-15', null, null), '2026-05-22');
  assert.equal(due('05-15', null, null, '2026-07-01'), '2026-07-01');
});
