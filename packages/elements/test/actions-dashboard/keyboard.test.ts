// The dashboard by keyboard alone: one stop for the counts, one for the grid, and everything in a row by its keys.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionsDashboard } from '../../src/actions-dashboard/class.ts';
import type { RoomOpen } from '../../src/events.ts';
import { unmarked } from '../../src/localize/isolation.ts';
import { has, nameOf } from '../parts/roles.ts';
import { counts, dashboardOn, inRow, pressed, settled, shown, titles, world } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const focused = (dashboard: ActionsDashboard) => dashboard.shadowRoot?.activeElement as HTMLElement | null;
const name = (dashboard: ActionsDashboard) => {
  const element = focused(dashboard);
  return element ? unmarked(nameOf(element)) : '';
};

async function press(dashboard: ActionsDashboard, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const [held, pressed] = key.includes('+') ? key.split('+') : [undefined, key];
    if (held !== undefined) await sendKeys({ down: held });
    await sendKeys({ press: pressed ?? '' });
    if (held !== undefined) await sendKeys({ up: held });
    await settled(dashboard);
  }
}

describe('<actions-dashboard> by keyboard', () => {
  it('goes through the counts with the arrows and filters with Space', async () => {
    const dashboard = await dashboardOn();
    dashboard.renderRoot.querySelector<HTMLElement>('.tile[tabindex="0"]')?.focus();
    expect(name(dashboard)).to.equal('Overdue 2');
    await press(dashboard, 'ArrowRight', 'ArrowRight');
    expect(name(dashboard)).to.equal('Waiting on us 3');
    await press(dashboard, 'End');
    expect(name(dashboard)).to.equal('Unassigned 1');
    await press(dashboard, 'ArrowLeft');
    await press(dashboard, 'Space');
    expect(pressed(dashboard)).to.deep.equal(['Waiting on them']);
    expect(titles(dashboard)).to.deep.equal(['Sign', 'Security review']);
    expect(name(dashboard)).to.equal('Waiting on them 2');
    expect(dashboard.renderRoot.querySelectorAll('.tile[tabindex="0"]')).to.have.length(1);
  });

  it('goes the other way right-to-left', async () => {
    const dashboard = await dashboardOn({ direction: 'rtl' });
    dashboard.renderRoot.querySelector<HTMLElement>('.tile[tabindex="0"]')?.focus();
    await press(dashboard, 'ArrowLeft');
    expect(name(dashboard)).to.equal('Due this week 3');
  });

  it('folds a group, and opens its room from the end of the header', async () => {
    const dashboard = await dashboardOn();
    const opened: string[] = [];
    dashboard.addEventListener('room-open', (event: RoomOpen) => opened.push(event.id));
    dashboard.focusItem('contract');
    await press(dashboard, 'ArrowUp');
    expect(name(dashboard)).to.match(/^Globex evaluation/);
    await press(dashboard, 'ArrowRight');
    expect(name(dashboard)).to.equal('Open Globex evaluation');
    await press(dashboard, 'Enter');
    expect(opened).to.deep.equal(['globex-room']);
    expect(titles(dashboard)).to.include('Kick-off');
    await press(dashboard, 'ArrowLeft', 'Enter');
    expect(shown(dashboard)).to.deep.equal(['Globex evaluation (5)', 'Initech rollout (1)', 'Plan the rollout']);
    await press(dashboard, 'ArrowRight', 'ArrowDown');
    expect(name(dashboard)).to.match(/^Initech rollout/);
  });

  it('opens the room of a row that names it', async () => {
    const dashboard = await dashboardOn({ attributes: { 'group-by': 'none' } });
    const opened: string[] = [];
    dashboard.addEventListener('room-open', (event: RoomOpen) => opened.push(event.id));
    dashboard.focusItem('rollout');
    await press(dashboard, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(name(dashboard)).to.equal('Initech rollout');
    await press(dashboard, 'Enter');
    expect(opened).to.deep.equal(['initech-room']);
    expect(dashboard.renderRoot.querySelector('dialog[open]'), 'the details opened too').to.equal(null);
  });

  it('completes, takes it back, and changes status, date and assignee by their keys', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana'), attributes: { 'group-by': 'none' } });
    dashboard.focusItem('contract');
    await press(dashboard, 'Space');
    await waitUntil(() => counts(dashboard)['Overdue'] === '1', 'not completed');
    await press(dashboard, 'Control+z');
    await waitUntil(() => counts(dashboard)['Overdue'] === '2', 'not taken back');
    await press(dashboard, 's');
    await waitUntil(() => has(dashboard, 'menuitemradio', 'In progress'), 'no menu');
    await press(dashboard, 'ArrowDown', 'Enter');
    await waitUntil(async () => (await as('ana').actions.get('contract')).state === 'inProgress', 'not saved');
    await press(dashboard, 'Alt+ArrowRight');
    await waitUntil(async () => (await as('ana').actions.get('contract')).due?.date === '2026-05-12', 'not moved');
    await press(dashboard, 'm');
    await waitUntil(() => nameOf(inRow(dashboard, 'Send the contract', 'assignee')) === 'Ana Petrović', 'not mine');
  });
});
