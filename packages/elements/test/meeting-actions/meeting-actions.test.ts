// <meeting-actions> as two people use it in a 1:1, on the real local backend: through roles and names, and by keyboard.
import { expect } from '@open-wc/testing';
import { BackendError } from '@followthrough/core/backend';
import type { ActionsStore } from '@followthrough/core/stores';
import type { MeetingActions } from '../../src/meeting-actions/class.ts';
import type { MeetingOpen } from '../../src/meeting-actions/meeting-events.ts';
import {
  all,
  focused,
  focusedName,
  has,
  isAccessible,
  nameOf,
  opens,
  press,
  settled,
  the,
  type,
} from '../parts/roles.ts';
import { backendOver, list, putMeeting, repository, text, until } from './meeting-scene.ts';

const CARRIED = 'Carried from previous';
const NEW = 'New in this meeting';
const DONE = 'Done since last meeting';

async function toEntry(element: MeetingActions): Promise<HTMLElement> {
  await until(() => has(element, 'textbox', 'New action'), 'the line that adds');
  const entry = the(element, 'textbox', 'New action');
  entry.focus();
  await until(() => has(element, 'button', /^Due|Due date/), 'its chips');
  return entry;
}

describe('<meeting-actions>', function () {
  this.timeout(30_000);
  let warnings: string[];
  const { warn } = console;
  before(() => {
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  });
  after(() => {
    console.warn = warn;
  });
  beforeEach(() => {
    warnings = [];
  });
  afterEach(() => {
    document.querySelectorAll('meeting-actions').forEach((element) => element.remove());
    // No test may make Lit complain, such as of an update within an update.
    expect(warnings).to.deep.equal([]);
  });

  it('is accessible, with its line that adds, and once it is over', async () => {
    const element = await putMeeting({ explained: false });
    await toEntry(element);
    await isAccessible(element);
    await isAccessible(await putMeeting({}, { meeting: 'past' }));
  });

  it('shows what was carried and since when, what is new, and what was done, folded', async () => {
    const element = await putMeeting();
    expect(list(element, CARRIED)).to.deep.equal([
      'Draft the budget | From before the first meeting',
      'Send the deck | Carried from 29 Apr',
    ]);
    expect(text(element)).to.contain('Nothing new yet.').and.contain('In progress').and.contain('2 days overdue');
    const fold = the(element, 'button', DONE);
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    fold.click();
    await settled(element);
    expect(list(element, DONE)).to.deep.equal(['Ask for the survey']);
  });

  it('adds by Enter as fast as one types, due by the next meeting, and keeps the focus', async () => {
    const over = repository();
    const element = await putMeeting({ backend: backendOver(over) });
    const entry = await toEntry(element);
    await type(element, 'Book the room');
    await press(element, 'Enter');
    await type(element, 'Ask finance');
    await press(element, 'Enter');
    expect(list(element, NEW)).to.deep.equal(['Book the room', 'Ask finance']);
    expect(focused(element)).to.equal(entry);
    await until(() => element.store!.actions.$pending.get().size === 0, 'both are saved');
    const { added } = await backendOver(over).meetings.agenda('current');
    expect(added.map(({ title, due, assignee }) => [title, due?.date, assignee])).to.have.deep.members([
      ['Book the room', '2026-05-27', { type: 'person', personId: 'ben' }],
      ['Ask finance', '2026-05-27', { type: 'person', personId: 'ben' }],
    ]);
  });

  it('takes a typed date over the next meeting’s, and turns to the other of the two for all that follows', async () => {
    const over = repository();
    const element = await putMeeting({ backend: backendOver(over) });
    await toEntry(element);
    the(element, 'button', 'Assigned to Ben Okafor. Turn to Ana Petrovic').click();
    await settled(element);
    await type(element, 'Send the deck fri');
    await press(element, 'Enter');
    await type(element, 'Call Ann');
    await press(element, 'Enter');
    await until(() => element.store!.actions.$pending.get().size === 0, 'both are saved');
    const { added } = await backendOver(over).meetings.agenda('current');
    expect(added.map(({ title, due, assignee }) => [title, due?.date, assignee])).to.have.deep.members([
      ['Send the deck', '2026-05-15', { type: 'person', personId: 'ana' }],
      ['Call Ann', '2026-05-27', { type: 'person', personId: 'ana' }],
    ]);
  });

  it('lets go of the next meeting’s date, and then asks for one', async () => {
    const element = await putMeeting();
    await toEntry(element);
    the(element, 'button', /^Unset: Due/).click();
    await settled(element);
    await type(element, 'Someday');
    await press(element, 'Enter');
    expect(text(element)).to.contain('Pick a due date');
    expect(list(element, NEW)).to.deep.equal([]);
  });

  it('edits what was added last on ↑ in the empty line, and comes back to it', async () => {
    const element = await putMeeting();
    await toEntry(element);
    await type(element, 'Bok the room');
    await press(element, 'Enter');
    await until(() => element.store!.actions.$pending.get().size === 0, 'it is saved');
    await press(element, 'ArrowUp');
    await until(() => focusedName(element) === 'Edit title', 'the title is edited');
    await press(element, 'Control+a');
    await type(element, 'Book the room');
    await press(element, 'Enter');
    await until(() => list(element, NEW)[0] === 'Book the room', 'it is renamed');
    await until(() => focusedName(element) === 'New action', 'the focus is back');
  });

  it('completes in place, says so, and undoes', async () => {
    const element = await putMeeting();
    the(element, 'checkbox', 'Mark “Send the deck” as done').click();
    await until(() => has(element, 'checkbox', 'Reopen “Send the deck”'), 'it is done');
    expect(list(element, CARRIED)).to.have.length(2);
    await until(() => has(element, 'button', 'Undo'), 'the way back');
    the(element, 'button', 'Undo').click();
    await until(() => has(element, 'checkbox', 'Mark “Send the deck” as done'), 'it is open again');
  });

  it('marks what is overdue as Not done in one press, and says why what is not overdue cannot be', async () => {
    const element = await putMeeting();
    expect(
      all(element, 'button')
        .map(nameOf)
        .filter((name) => name.includes('as not done')),
    ).to.deep.equal(['Mark “Draft the budget” as not done']);
    const status = the(element, 'button', 'Status of “Send the deck”');
    status.focus();
    await press(element, 'Enter');
    await opens(element);
    const withheld = the(element, 'menuitemradio', /^Not done/);
    expect(withheld.getAttribute('aria-disabled')).to.equal('true');
    expect(withheld.textContent).to.contain('only once it is overdue');
    await press(element, 'Escape');
    the(element, 'button', 'Mark “Draft the budget” as not done').click();
    await until(() => element.store!.actions.get('budget')?.state === 'notDone', 'it is not done');
  });

  it('moves a due date, reassigns and opens details by keyboard', async () => {
    const element = await putMeeting({ backend: backendOver(repository(), 'ana') });
    the(element, 'button', /Reschedule “Send the deck”/).focus();
    await press(element, 'Enter');
    await opens(element);
    await press(element, 'Enter');
    await until(() => element.store!.actions.get('deck')?.due?.date === '2026-05-16', 'it is a day later');
    the(element, 'button', 'Ben Okafor. Reassign “Send the deck”').focus();
    await press(element, 'Enter');
    await opens(element);
    await press(element, 'ArrowUp', 'Enter');
    await until(() => has(element, 'button', 'Ana Petrovic. Reassign “Send the deck”'), 'it is Ana’s');
    the(element, 'button', 'Send the deck').focus();
    await press(element, 'Enter');
    await until(() => has(element, 'dialog', /./), 'its details');
  });

  it('withholds what only others may change, with the reason', async () => {
    const element = await putMeeting();
    const due = the(element, 'button', /Reschedule “Send the deck”/);
    expect(due.getAttribute('aria-disabled')).to.equal('true');
    expect(due.title).to.contain('Only whoever created this action');
  });

  it('reads a past meeting as it was, as text', async () => {
    const element = await putMeeting({}, { meeting: 'past' });
    expect(text(element)).to.contain('As of 29 Apr');
    expect(list(element, 'Open before this meeting')).to.deep.equal([
      'Draft the budget | From before the first meeting',
      'Ask for the survey | From before the first meeting',
    ]);
    expect([has(element, 'textbox', /./), has(element, 'checkbox', /./)]).to.deep.equal([false, false]);
    expect(element.matches(':state(past)')).to.equal(true);
  });

  it('goes to the meeting before and after, unless the page does it', async () => {
    const element = await putMeeting();
    the(element, 'button', 'Next meeting, 27 May').click();
    await until(() => text(element).includes('Upcoming'), 'the next one');
    expect(list(element, CARRIED)).to.deep.equal([
      'Draft the budget | Carried 3×',
      'Send the deck | Carried from 29 Apr · 2×',
    ]);
    element.addEventListener('meeting-open', (event: MeetingOpen) => event.preventDefault());
    the(element, 'button', 'Previous meeting, 13 May').click();
    await settled(element);
    expect(text(element)).to.contain('Upcoming');
  });

  it('before a meeting, moves what is completed to what is done, after a moment in its place', async () => {
    const element = await putMeeting({}, { meeting: 'next' });
    the(element, 'checkbox', 'Mark “Send the deck” as done').click();
    await until(() => has(element, 'checkbox', 'Reopen “Send the deck”'), 'it is done');
    expect(list(element, CARRIED)).to.have.length(2);
    await until(() => list(element, CARRIED).length === 1, 'it has left');
    the(element, 'button', DONE).click();
    await settled(element);
    expect(list(element, DONE)).to.deep.equal(['Send the deck']);
  });

  it('finds the meeting that a relationship is at', async () => {
    const element = await putMeeting({}, { relationship: 'ana-ben' });
    expect(text(element)).to.contain('In progress').and.contain('1:1 · Ana Petrovic');
  });

  it('explains once how actions are carried forward, and tells its page', async () => {
    const element = await putMeeting({ explained: false });
    let told = 0;
    document.body.addEventListener('carry-forward-explained', () => (told += 1), { once: true });
    expect(text(element)).to.contain('moves to the next meeting by itself');
    the(element, 'button', 'Got it').click();
    await settled(element);
    expect(text(element)).not.to.contain('moves to the next meeting by itself');
    expect(told).to.equal(1);
  });

  it('lets somebody with access read, and says why they cannot add', async () => {
    const element = await putMeeting({ backend: backendOver(repository(), 'cleo') });
    expect(list(element, CARRIED)).to.have.length(2);
    expect(text(element)).to.contain('You can read this meeting.');
    expect([has(element, 'checkbox', /./), has(element, 'textbox', /./)]).to.deep.equal([false, false]);
  });

  for (const [name, properties, attributes, words] of [
    ['no meeting', { backend: backendOver(repository([], [])) }, { relationship: 'ana-ben' }, 'No meeting yet.'],
    [
      'nothing carried',
      { backend: backendOver(repository([])) },
      { meeting: 'next' },
      'No open actions carried forward.',
    ],
    [
      'nothing on the agenda',
      { backend: backendOver(repository([])) },
      { meeting: 'current' },
      'Nothing on the agenda yet.',
    ],
    ['nothing then', { backend: backendOver(repository([])) }, { meeting: 'past' }, 'Nothing was on this agenda.'],
    ['no such meeting', {}, { meeting: 'never' }, 'This meeting is not there, or not yours to see.'],
  ] as [string, Partial<MeetingActions>, Record<string, string>, string][]) {
    it(`says so where there is ${name}`, async () => {
      const element = await putMeeting(properties, attributes);
      expect(text(element)).to.contain(words);
      await isAccessible(element);
    });
  }

  it('shows its final height while it loads, says what failed, and loads again', async () => {
    const backend = backendOver(repository());
    let fail = true;
    const agenda: typeof backend.meetings.agenda = (...asked) =>
      fail
        ? Promise.reject(new BackendError('unavailable', { requestId: 'req-1' }))
        : backend.meetings.agenda(...asked);
    const element = await putMeeting({ backend: { ...backend, meetings: { ...backend.meetings, agenda } } });
    expect(text(element)).to.contain('The meeting could not be loaded.').and.contain('Reference req-1');
    fail = false;
    the(element, 'button', 'Try again').click();
    await until(() => list(element, CARRIED).length === 2, 'it is loaded');
  });

  it('goes on without a network, counts what waits, and sends it when the network returns', async () => {
    const over = repository();
    const backend = backendOver(over);
    let cut = false;
    const { actions, meetings } = backend;
    const through = <T>(call: () => Promise<T>): Promise<T> =>
      cut ? Promise.reject(new BackendError('network')) : call();
    const element = await putMeeting({
      backend: {
        ...backend,
        meetings: { ...meetings, agenda: (...asked) => through(() => meetings.agenda(...asked)) },
        actions: {
          ...actions,
          create: (...asked) => through(() => actions.create(...asked)),
          setState: (...asked) => through(() => actions.setState(...asked)),
        },
      },
    });
    await toEntry(element);
    cut = true;
    await type(element, 'One');
    await press(element, 'Enter');
    await type(element, 'Two');
    await press(element, 'Enter');
    the(element, 'checkbox', 'Mark “Send the deck” as done').click();
    await until(() => text(element).includes('3 changes wait to be sent'), 'it counts them');
    expect(list(element, NEW)).to.deep.equal(['One', 'Two']);
    expect(element.matches(':state(offline)')).to.equal(true);
    cut = false;
    element.store!.wake();
    await until(() => !text(element).includes('to be sent'), 'all is sent');
    const { added } = await backendOver(over).meetings.agenda('current');
    expect(added.map(({ title }) => title).sort()).to.deep.equal(['One', 'Two']);
  });

  it('puts what the other adds at the end, never under the caret', async () => {
    const over = repository();
    const element = await putMeeting({ backend: backendOver(over) });
    const entry = await toEntry(element);
    await type(element, 'Mine');
    await press(element, 'Enter');
    await type(element, 'half a sen');
    await backendOver(over, 'ana').actions.create({
      id: 'from-ana',
      context: { type: 'relationship', relationshipId: 'ana-ben', meetingId: 'current' },
      title: 'From Ana',
      assignee: { type: 'person', personId: 'ben' },
      due: { rule: { type: 'fixed', date: '2026-05-14' } },
    });
    await element.refresh();
    await settled(element);
    expect(list(element, NEW)).to.deep.equal(['Mine', 'From Ana']);
    expect([focused(element), entry instanceof HTMLInputElement && entry.value]).to.deep.equal([entry, 'half a sen']);
    expect(element.shadowRoot!.querySelector('[data-id=from-ana]')!.classList.contains('arrived')).to.equal(true);
  });

  it('has the minutes ready for paper, and paper alone', async () => {
    const element = await putMeeting();
    const minutes = element.shadowRoot!.querySelector<HTMLElement>('[part=minutes]')!;
    expect(minutes.checkVisibility()).to.equal(false);
    const rows = [...minutes.querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim()),
    );
    expect(rows).to.deep.equal([
      ['Action', 'Who', 'Due', 'Status'],
      [CARRIED],
      ['Draft the budget', 'Ben Okafor', '11 May 2026', 'Overdue'],
      ['Send the deck', 'Ben Okafor', '15 May 2026', 'To do'],
      [DONE],
      ['Ask for the survey', 'Ben Okafor', '20 May 2026', 'Done'],
    ]);
    expect(minutes.textContent).to.contain('Attendees').and.contain('Ana Petrovic, Ben Okafor');
  });

  it('stands in 240 pixels without running over', async () => {
    const element = await putMeeting();
    element.style.width = '240px';
    await settled(element);
    const { right } = element.getBoundingClientRect();
    const over = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.on-screen *')]
      .filter(
        (one) =>
          !one.closest('.visually-hidden') && one.checkVisibility() && one.getBoundingClientRect().right > right + 0.5,
      )
      .map((one) => one.className);
    expect(over).to.deep.equal([]);
  });

  it('never takes the focus by itself, and gives it to the line when the page asks', async () => {
    const element = await putMeeting();
    expect(focused(element)).to.equal(null);
    await element.focusEntry();
    await until(() => focusedName(element) === 'New action', 'the line has it');
  });

  it('shows changes that another element of the page made', async () => {
    const element = await putMeeting();
    const actions: ActionsStore = element.store!.actions;
    await actions.setState('deck', 'done');
    await settled(element);
    expect(has(element, 'checkbox', 'Reopen “Send the deck”')).to.equal(true);
  });
});
