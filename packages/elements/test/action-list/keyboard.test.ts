// The whole list by keyboard alone: one tab stop, arrows between cells, a key for each thing to do, focus never lost.
import { expect } from '@open-wc/testing';
import { RULES } from '@followthrough/core/domain';
import { sendKeys } from '@web/test-runner-commands';
import { SHORTCUTS, commandOf } from '../../src/action-list/grid-keys.ts';
import { all, press, the } from '../parts/roles.ts';
import { backendFor, focusedIn, focusedTitle, inRow, listOn, settled, titles, toastOf } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const column = (list: Awaited<ReturnType<typeof listOn>>) => focusedIn(list)?.dataset['column'];

describe('<action-list> by keyboard', () => {
  it('has one tab stop among all its cells', async () => {
    const list = await listOn();
    const stops = [...list.renderRoot.querySelectorAll<HTMLElement>('[role="grid"] [tabindex="0"]')];
    expect(stops.map((stop) => stop.dataset['column'])).to.deep.equal(['title']);
  });

  it('moves by rows and cells, and stops at the ends', async () => {
    const list = await listOn();
    list.focusItem('a1');
    await press(list, 'ArrowDown', 'j');
    expect(focusedTitle(list)).to.equal('Book a room');
    await press(list, 'k', 'ArrowUp');
    expect(focusedTitle(list)).to.equal('Send the deck');
    await press(list, 'ArrowRight');
    expect(column(list)).to.equal('due');
    await press(list, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(column(list)).to.equal('select');
    await press(list, 'End');
    expect(column(list)).to.equal('more');
    await press(list, 'Control+End');
    expect(focusedTitle(list)).to.equal('Order a monitor');
    await press(list, 'ArrowDown');
    expect(focusedTitle(list)).to.equal('Order a monitor');
    await press(list, 'Control+Home');
    expect(focusedTitle(list)).to.equal('Send the deck');
    await press(list, 'ArrowUp');
    expect(focusedIn(list)?.closest('[part="columns"]')).not.to.equal(null);
  });

  it('follows the reading direction from right to left', async () => {
    const list = await listOn({ direction: 'rtl' });
    list.focusItem('a1');
    await press(list, 'ArrowLeft');
    expect(column(list)).to.equal('due');
  });

  it('completes by Space, undoes by Ctrl+Z, and keeps the focus on the row', async () => {
    const list = await listOn();
    list.focusItem('a3');
    await press(list, ' ');
    expect(inRow(list, 'Book a room', 'done').getAttribute('aria-checked')).to.equal('true');
    await press(list, 'Control+z');
    await waitUntil(() => inRow(list, 'Book a room', 'done').getAttribute('aria-checked') === 'false');
    expect(focusedTitle(list)).to.equal('Book a room');
  });

  it('gives the focus to the next row when its own goes, and to the last when there is no next', async () => {
    const list = await listOn();
    list.focusItem('a3');
    await press(list, 'Delete');
    expect(titles(list)).not.to.include('Book a room');
    expect(focusedTitle(list)).to.equal('Write the summary');
    list.focusItem('a6');
    await press(list, 'Delete');
    expect(focusedTitle(list)).to.equal('Read the handbook');
  });

  it('gives the focus to the line that adds when the last row goes', async () => {
    const list = await listOn({ attributes: { personal: '' } });
    list.focusItem('a5');
    await press(list, 'Delete', 'Delete');
    expect(titles(list)).to.deep.equal([]);
    expect(focusedIn(list)?.className).to.equal('quick-add-field');
  });

  it('opens due date, assignee and status by a letter and comes back to the cell it was at', async () => {
    const list = await listOn();
    for (const key of ['d', 'a', 's']) {
      list.focusItem('a3');
      await press(list, key);
      await waitUntil(() => focusedIn(list)?.closest('.popover') != null, `nothing opened by ${key}`);
      await press(list, 'Escape');
      expect(focusedTitle(list), key).to.equal('Book a room');
      expect(column(list), key).to.equal('title');
    }
    // Space is the row's again, and not of the button beside which the menu stood.
    await press(list, ' ');
    expect(inRow(list, 'Book a room', 'done').getAttribute('aria-checked')).to.equal('true');
  });

  it('assigns to the viewer by M', async () => {
    const list = await listOn({ attributes: { filter: '' } });
    list.focusItem('b1');
    await press(list, 'm');
    expect(inRow(list, 'Practise the pitch', 'assignee').innerText).to.contain('Ana Petrović');
  });

  it('adds, finds and edits without a mouse', async () => {
    const list = await listOn();
    list.focusItem('a1');
    await press(list, 'n');
    expect(focusedIn(list)?.className).to.equal('quick-add-field');
    await sendKeys({ type: 'Ring the bank tomorrow' });
    await press(list, 'Enter');
    await waitUntil(() => titles(list).includes('Ring the bank'));
    list.focusItem('a1');
    await press(list, '/');
    await sendKeys({ type: 'bank' });
    await waitUntil(() => titles(list).length === 1, 'the search found nothing');
    expect(titles(list)).to.deep.equal(['Ring the bank']);
  });

  it('selects by X, a range by Shift+↓, all by Ctrl+A, and lets go by Escape', async () => {
    const list = await listOn();
    const selected = () => all(list, 'row').filter((row) => row.getAttribute('aria-selected') === 'true').length;
    list.focusItem('a1');
    await press(list, 'x');
    expect(selected()).to.equal(1);
    await press(list, 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(selected()).to.equal(3);
    expect(focusedTitle(list)).to.equal('Book a room');
    await press(list, 'Control+a');
    expect(selected()).to.equal(6);
    await press(list, 'Control+.');
    expect(focusedIn(list)?.closest('[role="toolbar"]')).not.to.equal(null);
    await press(list, 'Escape');
    expect(selected()).to.equal(0);
    expect(focusedTitle(list)).to.equal('Book a room');
  });

  it('shows its keys by ? and nothing by letters where they are off', async () => {
    const list = await listOn();
    list.focusItem('a1');
    await press(list, '?');
    await waitUntil(() => list.renderRoot.querySelector('dialog[open]') !== null);
    expect(list.renderRoot.querySelectorAll('dialog dt')).to.have.length(SHORTCUTS.length);
    await press(list, 'Escape');
    await settled(list);
    expect(focusedTitle(list)).to.equal('Send the deck');
    list.hotkeys = 'off';
    await press(list, 'x', '?');
    expect(list.renderRoot.querySelector('dialog[open]')).to.equal(null);
    expect(all(list, 'toolbar')).to.have.length(0);
    await press(list, 'ArrowDown');
    expect(focusedTitle(list)).to.equal('Call the client');
  });

  it('says why where a key asks for what is withheld', async () => {
    const list = await listOn();
    list.focusItem('a5');
    await press(list, 'Shift+Tab');
    list.focusItem('a1');
    await press(list, 'Delete');
    expect(toastOf(list)).to.equal('Deleted “Send the deck”');
    expect(the(list, 'button', 'Undo')).to.exist;
  });

  it('moves a date by a day, the way one reads, and leaves alone what may not be changed', async () => {
    const list = await listOn({ backend: backendFor('ben'), attributes: { filter: '' } });
    list.focusItem('a2');
    await press(list, 'Alt+ArrowRight');
    await waitUntil(() => inRow(list, 'Call the client', 'due').innerText === '1 day overdue');
    expect(toastOf(list)).to.contain('“Call the client” is now due');
    expect(column(list)).to.equal('title');
    await press(list, 'Alt+ArrowLeft', 'Alt+ArrowLeft');
    await waitUntil(() => inRow(list, 'Call the client', 'due').innerText === '3 days overdue');
    list.focusItem('a1');
    const before = inRow(list, 'Send the deck', 'due').innerText;
    await press(list, 'Alt+ArrowRight');
    expect(inRow(list, 'Send the deck', 'due').innerText).to.equal(before);
    expect(toastOf(list)).to.equal(RULES['action-or-relationship-creator']);
  });

  it('groups by G, and is back at its row', async () => {
    const list = await listOn();
    list.focusItem('a3');
    await press(list, 'g');
    await waitUntil(() => focusedIn(list)?.closest('.popover') != null, 'nothing opened');
    const told: string[] = [];
    list.addEventListener('group-change', (event) => told.push(event.groupBy));
    the(list, 'menuitemradio', 'Due date').click();
    await settled(list);
    expect(told).to.deep.equal(['due']);
    expect(focusedTitle(list)).to.equal('Book a room');
  });

  it('knows every key of its help', () => {
    const place = { column: 'title', rtl: false, hotkeys: true } as const;
    const key = (name: string) => {
      const held = name.split('+');
      const last = held.pop() ?? '';
      const named: Record<string, string> = {
        '↑': 'ArrowUp',
        '↓': 'ArrowDown',
        '→': 'ArrowRight',
        '←': 'ArrowLeft',
        Space: ' ',
        Esc: 'Escape',
      };
      return {
        key: named[last] ?? last,
        ctrlKey: held.includes('Ctrl'),
        shiftKey: held.includes('Shift'),
        metaKey: false,
        altKey: held.includes('Alt'),
      };
    };
    for (const { keys, command } of SHORTCUTS)
      for (const name of keys) expect(commandOf(key(name), place), name).to.equal(command);
  });
});
