// Rooms' actions in the list: among all that one may see, and the list of one room.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { draft, on, world } from '../actions-dashboard/fixture.ts';
import type { RelationshipOpen, RoomOpen } from '../../src/events.ts';
import { all, has, nameOf, the } from '../parts/roles.ts';
import { inRow, listOn, settled, titles } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const groups = (list: Element & { renderRoot: DocumentFragment | HTMLElement }) =>
  [...list.renderRoot.querySelectorAll('[part="group"]')].map((group) => group.textContent);

describe('<action-list> with rooms', () => {
  it('names the rooms in the headers of groups by place', async () => {
    const { as } = await world();
    const ana = as('ana');
    await ana.actions.create({ id: 'own', context: { type: 'personal' }, title: 'Read the handbook' });
    const list = await listOn({ backend: ana, attributes: { filter: '', 'group-by': 'context' } });
    expect(groups(list)).to.deep.equal(['Personal', 'Globex evaluation', 'Initech rollout']);
    expect(nameOf(inRow(list, 'Kick-off', 'where'))).to.equal('Globex evaluation');
  });

  it('names the contact and the company as holders, in rows and in headers of groups', async () => {
    const list = await listOn({
      backend: (await world()).as('ana'),
      attributes: { filter: '', 'group-by': 'assignee' },
    });
    await waitUntil(() => nameOf(inRow(list, 'Security review', 'assignee')).startsWith('Gus Lind'), 'no contact');
    await waitUntil(() => nameOf(inRow(list, 'Sign', 'assignee')).startsWith('All of Globex'), 'no company');
    expect(groups(list)).to.include.members(['Gus Lind', 'All of Globex', 'Nobody']);
  });

  it('opens a room where the host gives its address, by mouse and by Enter', async () => {
    const list = await listOn({ backend: (await world()).as('ana'), attributes: { filter: '' } });
    await waitUntil(() => nameOf(inRow(list, 'Security review', 'assignee')).startsWith('Gus Lind'), 'no room rows');
    expect(inRow(list, 'Kick-off', 'where').localName).to.equal('div');
    list.links = { room: (id) => `#${id}` };
    await settled(list);
    const opened: string[] = [];
    list.addEventListener('room-open', (event: RoomOpen) => {
      event.preventDefault();
      opened.push(event.id);
    });
    const link = inRow(list, 'Kick-off', 'where');
    link.click();
    link.focus();
    await sendKeys({ press: 'Enter' });
    expect(opened).to.deep.equal(['globex-room', 'globex-room']);
  });

  it('opens a relationship by Enter on its name', async () => {
    const list = await listOn();
    list.links = { relationship: (id) => `#${id}` };
    await settled(list);
    const opened: string[] = [];
    list.addEventListener('relationship-open', (event: RelationshipOpen) => {
      event.preventDefault();
      opened.push(event.id);
    });
    inRow(list, 'Send the deck', 'where').focus();
    await sendKeys({ press: 'Enter' });
    expect(opened).to.deep.equal(['ana-ben']);
  });

  it('filters by rooms, by their statuses and by nobody', async () => {
    const list = await listOn({ backend: (await world()).as('ana'), attributes: { filter: '' } });
    the(list, 'button', 'Status: All').click();
    await waitUntil(() => has(list, 'menuitemcheckbox', 'In progress'), 'no statuses');
    the(list, 'menuitemcheckbox', 'In progress').click();
    await waitUntil(() => titles(list).join() === 'Plan the rollout', 'not filtered');
    await sendKeys({ press: 'Escape' });
    list.filter = {};
    await settled(list);
    the(list, 'button', 'Where: All').click();
    await waitUntil(() => all(list, 'option').length > 0, 'no places');
    expect(all(list, 'option').map(nameOf)).to.deep.equal(['All', 'Personal', 'Globex evaluation', 'Initech rollout']);
    await sendKeys({ press: 'Escape' });
    list.filter = 'assignee:none';
    await waitUntil(() => titles(list).join() === 'Margin call', 'not nobody’s');
    expect(has(list, 'button', 'Assignee: Nobody')).to.equal(true);
  });

  it('shows one room: its recent activity, with no line that adds and no place in the rows', async () => {
    const { as } = await world();
    const ana = as('ana');
    await ana.actions.create(draft('later', 'Look back', { due: on('2026-07-01') }));
    const list = await listOn({ backend: ana, attributes: { room: 'globex-room' } });
    expect(titles(list)).to.have.members([
      'Introduce everybody',
      'Send the contract',
      'Sign',
      'Kick-off',
      'Security review',
      'Look back',
      'Margin call',
    ]);
    expect(list.renderRoot.querySelector('.quick-add')).to.equal(null);
    expect(list.renderRoot.querySelector('[data-column="where"]')).to.equal(null);
    expect(has(list, 'button', 'Show all')).to.equal(true);
    await expect(list).to.be.accessible();
  });

  it('pins a date that follows a rule where it is set by hand', async () => {
    const { as } = await world();
    const list = await listOn({ backend: as('ana'), attributes: { room: 'globex-room' } });
    list.focusItem('review');
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ up: 'Alt' });
    await waitUntil(async () => (await as('ana').actions.get('review')).due?.pinned === '2026-05-24', 'not pinned');
    expect((await as('ana').actions.get('review')).due?.rule.type).to.equal('relative');
  });
});
