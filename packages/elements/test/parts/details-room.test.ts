import { expect, html } from '@open-wc/testing';
import type { Action, ActionPatch, ActionState, Assignee, Id } from '@followthrough/core/schema';
import type { DetailsDialogSpec } from '../../src/parts/details-dialog.ts';
import { RoomDetails } from '../../src/parts/details-room.ts';
import { after, done, on, type PlanPartsHost, type PlanScene, planScene } from './plan-scene.ts';
import {
  all,
  focusedName,
  has,
  isAccessible,
  nameOf,
  opens,
  press,
  settled,
  textOf,
  the,
  type,
  until,
} from './roles.ts';

interface Opened extends PlanScene {
  saved: ActionPatch[];
  states: ActionState[];
}

const assigneeOf = (value: string): Assignee | null =>
  value === ':nobody' ? null : value === ':contact' ? { type: 'primaryContact' } : { type: 'person', personId: value };
const choiceOf = (assignee: Assignee | null) =>
  assignee?.type === 'person' ? assignee.personId : assignee ? ':contact' : ':nobody';
const NAMES: Record<string, string> = { ':nobody': 'Nobody', ':contact': 'Primary contact', zoe: 'Zoë Lindqvist' };

async function opened(id: Id, over: Partial<DetailsDialogSpec> = {}, scene?: PlanScene): Promise<Opened> {
  const its = scene ?? (await planScene());
  const { host, plan, store, workspace } = its;
  const saved: ActionPatch[] = [];
  const states: ActionState[] = [];
  const named = (action: Action) => NAMES[choiceOf(action.assignee)] ?? '';
  const room = new RoomDetails(
    host,
    { localize: host.localize },
    {
      plan,
      calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
      holder: (action) => ({ view: html`<span>${named(action)}</span>`, name: named(action) }),
      assignees: () => Object.entries(NAMES).map(([value, label]) => ({ value, label })),
      choiceOf,
      assigneeOf,
      preview: (action, patch) => store.preview([{ type: 'update', actionId: action.id, patch }]),
    },
  );
  host.anchor.focus();
  host.details.open(host.anchor, {
    action: () => its.action(id),
    me: 'ana',
    people: workspace.$people.get(),
    parties: [],
    contextName: 'Globex evaluation',
    today: plan().today,
    onSave: (patch) => {
      saved.push(patch);
      return workspace.actions.edit(id, patch);
    },
    onState: (state) => states.push(state),
    onDelete: () => undefined,
    explain: (one) => store.explain(one),
    room,
    ...over,
  });
  await settled(host);
  return { ...its, saved, states };
}

const facts = (host: PlanPartsHost) =>
  [...host.renderRoot.querySelectorAll('.details-fact')]
    .slice(0, -1)
    .map((fact) => [...fact.children].map(textOf).join(' = '));
const save = async (host: PlanPartsHost) => {
  the(host, 'button', 'Save').click();
  await until(() => !host.details.isOpen, 'it is saved');
};

describe('the details of a room’s action', () => {
  it('are accessible', async () => {
    const { host } = await opened('pilot');
    await isAccessible(host);
  });

  it('tell start and due, who holds it, and who sees it', async () => {
    const { host } = await opened('pilot');
    expect(facts(host)).to.deep.equal([
      'Status = Status: To do',
      'Assignee = Assignee: Nobody',
      'Start date = Start date: No date',
      'Due date = Due date: Due Thursday, 3 December 2026, estimate, rests on “Kick-off” Why this date?',
      'Belongs to = Globex evaluation',
      'Internal only = Everybody in the room sees it',
    ]);
  });

  it('offer the states of rooms', async () => {
    const { host, states } = await opened('pilot');
    the(host, 'button', 'Status: To do').click();
    await opens(host);
    expect(all(host, 'menuitemradio').map(nameOf)).to.deep.equal(['To do', 'In progress', 'Done', 'Cancelled']);
    the(host, 'menuitemradio', 'In progress').click();
    expect(states).to.deep.equal(['inProgress']);
  });

  it('take a rule for the due date, shown in words until it is saved', async () => {
    const { host, saved, action } = await opened('redlines');
    the(host, 'button', 'Due date: No date').click();
    await opens(host);
    await type(host, '2 days after kick-off');
    await press(host, 'Enter');
    await settled(host);
    expect(host.due.isOpen).to.equal(false);
    expect(focusedName(host)).to.equal('Due date: No date yet: 2 days after “Kick-off” is done');
    await save(host);
    expect(saved).to.deep.equal([{ due: after(2, done('kick')) }]);
    expect(action('redlines').due?.date).to.equal('2026-12-02');
  });

  it('take a start that rests on a due date not saved yet', async () => {
    const { host, saved } = await opened('redlines');
    the(host, 'button', 'Due date: No date').click();
    await opens(host);
    await type(host, '10 dec');
    await press(host, 'Enter');
    the(host, 'button', 'Start date: No date').click();
    await opens(host);
    await type(host, '2 days before redlines');
    await until(
      () => textOf(host.renderRoot.querySelector('#plan-due-preview')).startsWith('→ Tuesday, 8 December 2026'),
      'it is worked out with the new due date',
    );
    await press(host, 'Enter');
    await save(host);
    expect(saved).to.deep.equal([
      { start: after(-2, { type: 'actionDue', actionId: 'redlines' }), due: on('2026-12-10') },
    ]);
  });

  it('assign to somebody of the room', async () => {
    const { host, saved } = await opened('pilot');
    the(host, 'button', 'Assignee: Nobody').click();
    await opens(host);
    the(host, 'option', 'Primary contact').click();
    await settled(host);
    expect(facts(host)[1]).to.equal('Assignee = Assignee: Primary contact');
    await save(host);
    expect(saved).to.deep.equal([{ assignee: { type: 'primaryContact' } }]);
  });

  it('hide it from guests by a switch', async () => {
    const { host, saved, action } = await opened('pilot');
    const knob = the(host, 'switch', 'Internal only');
    expect(knob.getAttribute('aria-checked')).to.equal('false');
    knob.focus();
    await press(host, 'Space');
    expect(knob.getAttribute('aria-checked')).to.equal('true');
    expect(facts(host).at(-1)).to.equal('Internal only = Only our team sees it');
    await isAccessible(host);
    await save(host);
    expect(saved).to.deep.equal([{ context: { internalOnly: true } }]);
    expect(action('pilot').context).to.deep.include({ internalOnly: true, sectionId: 'start' });
  });

  it('tell why, of start and due date both', async () => {
    const scene = await planScene();
    await scene.edit('pilot', { start: on('2026-11-30') });
    const { host } = await opened('pilot', {}, scene);
    the(host, 'button', 'Why this date?').click();
    await until(() => textOf(host.renderRoot.querySelector('.details-why')).includes('Set to'), 'it is told');
    const why = [...host.renderRoot.querySelectorAll('.details-why p')].map(textOf);
    expect(why.slice(0, 3)).to.deep.equal([
      'Start date',
      'Set to Monday, 30 November 2026 by Ana Pereira on 26 Nov 2026, 09:00.',
      'Due date',
    ]);
    expect(why[3]).to.contain('The rule is 3 days after “Kick-off” is done');
  });

  it('show a due date changed elsewhere beside one’s own, rules in words', async () => {
    const { host, edit } = await opened('redlines');
    the(host, 'button', 'Due date: No date').click();
    await opens(host);
    await type(host, '2 days after kick-off');
    await press(host, 'Enter');
    await edit('redlines', { due: on('2026-12-09') });
    host.requestUpdate();
    await settled(host);
    const conflict = textOf(host.renderRoot.querySelector('.details-conflict'));
    expect(conflict).to.contain('Yours 2 days after “Kick-off” is done');
    expect(conflict).to.contain('Theirs Due Wednesday, 9 December 2026');
    the(host, 'button', 'Take theirs').click();
    await settled(host);
    expect(has(host, 'button', 'Due date: Due Wednesday, 9 December 2026')).to.equal(true);
  });
});

describe('a room’s action away from its plan', () => {
  it('is pinned by a date, its rule kept', async () => {
    const { host, saved } = await opened('pilot', { room: undefined });
    the(host, 'button', /^Due date:/).click();
    await opens(host);
    await type(host, '10 dec');
    await press(host, 'Enter');
    await save(host);
    expect(saved).to.deep.equal([{ due: after(3, done('kick'), '2026-12-10') }]);
  });
});
