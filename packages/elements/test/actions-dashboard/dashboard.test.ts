// The dashboard as a person uses it with a mouse: what it shows, counts that filter, groups, and changes in place.
import { expect } from '@open-wc/testing';
import type { RoomOpen } from '../../src/events.ts';
import { all, has, nameOf, the } from '../parts/roles.ts';
import { counts, dashboardOn, inRow, pressed, settled, shown, titles, world } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const text = (element: HTMLElement) => element.innerText.trim().replaceAll(/\s+/gu, ' ');

describe('<actions-dashboard>', () => {
  it('is accessible, by room, with every mark a row has', async () => {
    const dashboard = await dashboardOn();
    await expect(dashboard).to.be.accessible();
  });

  it('begins at what is open, whoever holds it, by room and earliest first', async () => {
    const dashboard = await dashboardOn();
    expect(shown(dashboard)).to.deep.equal([
      'Globex evaluation (5)',
      'Send the contract',
      'Sign',
      'Kick-off',
      'Security review',
      'Margin call',
      'Initech rollout (1)',
      'Plan the rollout',
    ]);
  });

  it('shows who holds each and on whose side, the date and how it is known, and what only the team sees', async () => {
    const dashboard = await dashboardOn();
    expect(nameOf(inRow(dashboard, 'Security review', 'assignee'))).to.equal(
      'Gus Lind, primary contactthe customer’s side',
    );
    expect(nameOf(inRow(dashboard, 'Kick-off', 'assignee'))).to.equal('Ben Okafor');
    await waitUntil(() => nameOf(inRow(dashboard, 'Sign', 'assignee')).startsWith('All of Globex'), 'no company');
    expect(nameOf(inRow(dashboard, 'Margin call', 'assignee'))).to.equal('Unassigned');
    expect(nameOf(inRow(dashboard, 'Security review', 'due'))).to.match(/23 May 2026, estimate, rests on “Kick-off”$/);
    expect(text(inRow(dashboard, 'Send the contract', 'due'))).to.contain('4 days overdue');
    expect(inRow(dashboard, 'Margin call', 'title').textContent).to.contain('Internal');
    expect(inRow(dashboard, 'Kick-off', 'title').textContent).not.to.contain('Internal');
    expect(text(inRow(dashboard, 'Plan the rollout', 'status'))).to.equal('In progress');
  });

  it('names the room in each row where rows are not grouped by it', async () => {
    const dashboard = await dashboardOn({ attributes: { 'group-by': 'none' } });
    expect(text(inRow(dashboard, 'Plan the rollout', 'where'))).to.equal('Initech rollout');
    expect(shown(dashboard).some((line) => line.endsWith(')'))).to.equal(false);
  });

  it('counts what is overdue, due this week, with us, with them and with nobody, and filters by each', async () => {
    const dashboard = await dashboardOn({ attributes: { 'group-by': 'none' } });
    expect(counts(dashboard)).to.deep.equal({
      Overdue: '2',
      'Due this week': '3',
      'Waiting on us': '3',
      'Waiting on them': '2',
      Unassigned: '1',
    });
    for (const [name, expected] of [
      [/^Overdue \d/, ['Send the contract', 'Plan the rollout']],
      [/^Due this week/, ['Send the contract', 'Plan the rollout', 'Sign']],
      [/^Waiting on us/, ['Send the contract', 'Plan the rollout', 'Kick-off']],
      [/^Waiting on them/, ['Sign', 'Security review']],
      [/^Unassigned \d/, ['Margin call']],
    ] as const) {
      const tile = the(dashboard, 'button', name);
      tile.click();
      await waitUntil(
        () => titles(dashboard).join() === expected.join(),
        `${tile.innerText}: ${titles(dashboard).join()}`,
      );
      expect(pressed(dashboard)).to.have.length(1);
      tile.click();
      await waitUntil(() => titles(dashboard).length === 6, 'not all again');
      expect(pressed(dashboard)).to.deep.equal([]);
    }
  });

  it('puts counts of another kind together, and clears them all at once', async () => {
    const dashboard = await dashboardOn();
    the(dashboard, 'button', /^Overdue \d/).click();
    the(dashboard, 'button', /^Waiting on us/).click();
    await waitUntil(() => pressed(dashboard).length === 2, 'not both');
    expect(titles(dashboard)).to.deep.equal(['Send the contract', 'Plan the rollout']);
    the(dashboard, 'button', 'Clear filters').click();
    await waitUntil(() => titles(dashboard).includes('Introduce everybody'), 'not all');
    expect(pressed(dashboard)).to.deep.equal([]);
  });

  it('groups by due date and by owner', async () => {
    const dashboard = await dashboardOn({ attributes: { 'group-by': 'due' } });
    expect(shown(dashboard).filter((line) => line.endsWith(')'))).to.deep.equal([
      'Overdue (2)',
      'Today (1)',
      'Later (2)',
      'No date (1)',
    ]);
    dashboard.setAttribute('group-by', 'owner');
    await waitUntil(() => shown(dashboard).includes('All of Globex (1)'), 'no name');
    expect(shown(dashboard).filter((line) => line.endsWith(')'))).to.have.members([
      'Ana Petrović (1)',
      'Ben Okafor (2)',
      'Gus Lind (1)',
      'All of Globex (1)',
      'Nobody (1)',
    ]);
  });

  it('folds a group', async () => {
    const dashboard = await dashboardOn();
    the(dashboard, 'button', /^Globex evaluation/).click();
    await settled(dashboard);
    expect(titles(dashboard)).to.deep.equal(['Plan the rollout']);
  });

  it('opens a room by its name, at the host’s address or without one', async () => {
    const dashboard = await dashboardOn();
    const opened: [string, string | null][] = [];
    dashboard.addEventListener('room-open', (event: RoomOpen) => {
      event.preventDefault();
      opened.push([event.id, event.href]);
    });
    the(dashboard, 'button', 'Open Globex evaluation').click();
    dashboard.groupBy = 'none';
    dashboard.links = { room: (id) => `/rooms/${id}` };
    await settled(dashboard);
    inRow(dashboard, 'Plan the rollout', 'where').click();
    expect(opened).to.deep.equal([
      ['globex-room', null],
      ['initech-room', new URL('/rooms/initech-room', location.href).href],
    ]);
  });

  it('changes the status in place, and the counts with it; undo brings both back', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    inRow(dashboard, 'Send the contract', 'status').click();
    await waitUntil(() => has(dashboard, 'menuitemradio', 'In progress'), 'no menu');
    expect(all(dashboard, 'menuitemradio').map(nameOf)).to.deep.equal(['To do', 'In progress', 'Done', 'Cancelled']);
    the(dashboard, 'menuitemradio', 'Done').click();
    await waitUntil(() => counts(dashboard)['Overdue'] === '1', 'not counted');
    expect(counts(dashboard)['Waiting on us']).to.equal('2');
    await waitUntil(async () => (await as('ana').actions.get('contract')).state === 'done', 'not saved');
    the(dashboard, 'button', 'Undo').click();
    await waitUntil(() => counts(dashboard)['Overdue'] === '2', 'not counted back');
    expect((await as('ana').actions.get('contract')).state).to.equal('todo');
  });

  it('changes the assignee in place: the team, the contact, the company, guests, nobody', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    inRow(dashboard, 'Kick-off', 'assignee').click();
    await waitUntil(() => all(dashboard, 'option').length > 0, 'no choices');
    expect(all(dashboard, 'option').map((option) => text(option).replace(/^[A-Z]{1,2} /, ''))).to.include.members([
      'Unassigned',
      'Ana Petrović',
      'Hal Moran',
    ]);
    all(dashboard, 'option')
      .find((option) => text(option).includes('Hal Moran'))
      ?.click();
    await waitUntil(() => nameOf(inRow(dashboard, 'Kick-off', 'assignee')).startsWith('Hal Moran'), 'not theirs');
    expect(counts(dashboard)).to.include({ 'Waiting on us': '2', 'Waiting on them': '3' });
    await waitUntil(
      async () => JSON.stringify((await as('ana').actions.get('kickoff')).assignee).includes('hal'),
      'not saved',
    );
  });

  it('offers nobody of the customer for what only the team sees', async () => {
    const dashboard = await dashboardOn();
    inRow(dashboard, 'Margin call', 'assignee').click();
    await waitUntil(() => all(dashboard, 'option').length > 0, 'no choices');
    expect(all(dashboard, 'option').some((option) => /Gus|Hal|Globex/.test(text(option)))).to.equal(false);
  });

  it('sets a date by hand: beside a rule it is a pin', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    inRow(dashboard, 'Security review', 'due').click();
    await waitUntil(() => has(dashboard, 'button', /^Tomorrow/), 'no dates');
    the(dashboard, 'button', /^Tomorrow/).click();
    await waitUntil(() => text(inRow(dashboard, 'Security review', 'due')).includes('Tomorrow'), 'not moved');
    await waitUntil(async () => (await as('ana').actions.get('review')).due?.pinned === '2026-05-16', 'not pinned');
    expect((await as('ana').actions.get('review')).due?.rule.type).to.equal('relative');
  });

  it('changes several at once, each answering for itself', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana'), attributes: { 'group-by': 'none' } });
    inRow(dashboard, 'Kick-off', 'select').click();
    inRow(dashboard, 'Plan the rollout', 'select').click();
    await waitUntil(() => has(dashboard, 'toolbar', 'Selected actions'), 'no bar');
    const bar = the(dashboard, 'toolbar', 'Selected actions');
    const [progress] = [...bar.querySelectorAll('button')].filter((one) => nameOf(one) === 'In progress');
    progress?.click();
    await waitUntil(async () => (await as('ana').actions.get('kickoff')).state === 'inProgress', 'not saved');
    await waitUntil(() => text(inRow(dashboard, 'Kick-off', 'status')) === 'In progress', 'not shown');
  });

  it('shows a guest what is theirs to see, with “us” their own side', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('gus') });
    expect(titles(dashboard)).to.deep.equal(['Send the contract', 'Sign', 'Kick-off', 'Security review']);
    expect(counts(dashboard)).to.deep.equal({
      Overdue: '1',
      'Due this week': '2',
      'Waiting on us': '2',
      'Waiting on them': '2',
      Unassigned: '0',
    });
    expect(inRow(dashboard, 'Kick-off', 'status').localName).not.to.equal('button');
    expect(inRow(dashboard, 'Security review', 'status').localName).to.equal('button');
  });

  it('narrows to the rooms that are named, and begins with the side that is', async () => {
    const dashboard = await dashboardOn({ attributes: { rooms: 'initech-room' } });
    expect(titles(dashboard)).to.deep.equal(['Plan the rollout']);
    expect(counts(dashboard)).to.include({ Overdue: '1', 'Waiting on them': '0' });
    const theirs = await dashboardOn({ attributes: { side: 'them', 'group-by': 'none' } });
    expect(titles(theirs)).to.deep.equal(['Sign', 'Security review']);
    expect(pressed(theirs)).to.deep.equal(['Waiting on them']);
    theirs.side = 'all';
    await waitUntil(() => titles(theirs).length === 6, 'not all');
  });
});
