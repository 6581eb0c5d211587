// The whole list by keyboard alone: one tab stop, arrows between cells, selecting, the bar, an operation, undo.
import { expect } from '@open-wc/testing';
import { focusedName, press, textOf, the } from '../parts/roles.ts';
import type { EngagementList } from '../../src/engagement-list/class.ts';
import type { EngagementOpen } from '../../src/engagement-list/list-events.ts';
import { listOn, settled, soon, titles, workspace } from './fixture.ts';

const focused = (list: EngagementList) => (list.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
const column = (list: EngagementList) => focused(list)?.dataset['column'];
const title = (list: EngagementList) =>
  focused(list)?.closest('[role="row"]')?.querySelector('.text')?.textContent.trim();

describe('<engagement-list> by keyboard', () => {
  it('has one tab stop among all its cells', async () => {
    const list = await listOn();
    const stops = [...list.renderRoot.querySelectorAll<HTMLElement>('[role="grid"] [tabindex="0"]')];
    expect(stops.map((stop) => stop.dataset['column'])).to.deep.equal(['title']);
  });

  it('moves by rows and cells, and stops at the ends', async () => {
    const list = await listOn();
    list.focusItem('first');
    await press(list, 'ArrowDown', 'j');
    expect(title(list)).to.equal('C active');
    await press(list, 'ArrowRight');
    expect(column(list)).to.equal('coachees');
    await press(list, 'End');
    expect(column(list)).to.equal('updated');
    await press(list, 'Control+End');
    expect(title(list)).to.equal('E for a group');
    await press(list, 'ArrowDown');
    expect(title(list)).to.equal('E for a group');
    await press(list, 'Control+Home');
    expect(title(list)).to.equal('A first draft');
    expect(column(list)).to.equal('select');
    await press(list, 'ArrowUp');
    expect(focused(list)?.closest('[part="columns"]')).not.to.equal(null);
  });

  it('takes the focus that a page gives it, to the row that the arrows are at', async () => {
    const list = await listOn();
    list.focus();
    expect(title(list)).to.equal('A first draft');
    await press(list, 'ArrowDown');
    focused(list)?.blur();
    list.focus();
    expect(title(list)).to.equal('B second draft');
  });

  it('follows the reading direction from right to left', async () => {
    const list = await listOn({ direction: 'rtl' });
    list.focusItem('first');
    await press(list, 'ArrowLeft');
    expect(column(list)).to.equal('coachees');
  });

  it('opens by Enter, from any cell', async () => {
    const list = await listOn();
    const opened: string[] = [];
    list.addEventListener('engagement-open', ({ engagement }: EngagementOpen) => opened.push(engagement.id));
    list.focusItem('second');
    await press(list, 'Enter', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(opened).to.deep.equal(['second', 'second']);
  });

  it('selects, chooses, asks, applies and takes back without a pointer', async () => {
    const as = workspace();
    const list = await listOn({ backend: as('dora') });
    list.focusItem('third');
    await press(list, 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(textOf(the(list, 'toolbar', 'Bulk actions'))).to.contain('3 selected');
    await press(list, 'Control+.');
    expect(focusedName(list)).to.equal('Choose bulk action');
    await press(list, 'Enter');
    await soon(() => list.renderRoot.querySelector('.popover:popover-open') !== null);
    await press(list, 's', 'Enter');
    await settled(list);
    await press(list, 'ArrowRight');
    expect(focusedName(list)).to.equal('Apply');
    await press(list, 'Enter');
    await soon(() => textOf(list.renderRoot.querySelector('dialog[open]')).includes('2 of 3'));
    await settled(list);
    for (let stops = 0; stops < 6 && focusedName(list) !== 'Share 2'; stops++) await press(list, 'Tab');
    expect(focusedName(list)).to.equal('Share 2');
    await press(list, 'Enter');
    await soon(() => list.renderRoot.querySelector('dialog[open]') === null);
    await settled(list);
    expect((await as('dora').engagements.list({ shared: true })).items).to.have.length(3);
    expect(focused(list), 'the focus is not lost').not.to.equal(null);
    list.focusItem('third');
    await press(list, 'Control+z');
    await soon(async () => (await as('dora').engagements.list({ shared: true })).items.length === 1);
  });

  it('selects all shown, lets go by Escape, and searches by a slash', async () => {
    const list = await listOn();
    list.focusItem('first');
    await press(list, 'Control+a');
    expect(textOf(the(list, 'toolbar', 'Bulk actions'))).to.contain('5 selected');
    await press(list, 'Escape');
    expect(list.matches(':state(selecting)')).to.equal(false);
    await press(list, '/');
    expect(focusedName(list)).to.equal('Search engagements');
  });

  it('leaves single characters to the page where it is told to', async () => {
    const list = await listOn({ attributes: { hotkeys: 'off' } });
    list.focusItem('first');
    await press(list, 'x');
    expect(list.matches(':state(selecting)')).to.equal(false);
    await press(list, ' ');
    expect(list.matches(':state(selecting)')).to.equal(true);
  });

  it('shows its keys', async () => {
    const list = await listOn();
    list.focusItem('first');
    await press(list, '?');
    await soon(() => list.renderRoot.querySelector('dialog.shortcuts[open]') !== null);
    expect(textOf(list.renderRoot.querySelector('dialog.shortcuts'))).to.contain('Select');
    await press(list, 'Escape');
    await settled(list);
    expect(titles(list)).to.have.length(5);
  });
});
