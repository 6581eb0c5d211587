// The whole list by keyboard alone: one tab stop, arrows between cells, a key for each thing to do, focus never lost.
import { aTimeout, expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { RULES } from '@followthrough/core/domain';
import { sendKeys } from '@web/test-runner-commands';
import { SHORTCUTS, commandOf } from '../../src/action-list/grid-keys.ts';
import { all, nameOf, press, the } from '../parts/roles.ts';
import { backendFor, focusedIn, focusedTitle, inRow, listOn, settled, titles, toastOf } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

/** Listens for what is told to screen readers. */
function heard(): () => readonly string[] {
  const said: string[] = [];
  (document.documentElement as { ariaNotify?: (text: string) => void }).ariaNotify = (text) => said.push(text);
  return () => said;
}

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

  it('takes back by Ctrl+Z what was added, in the empty line, and leaves what is typed there to the field', async () => {
    const list = await listOn();
    list.openCreate();
    await sendKeys({ type: 'Ring the bank tomorrow' });
    await press(list, 'Enter');
    await waitUntil(() => titles(list).includes('Ring the bank'), 'it is not added');
    await sendKeys({ type: 'x' });
    await press(list, 'Control+z');
    expect(titles(list)).to.include('Ring the bank');
    await press(list, 'Escape', 'Control+z');
    await waitUntil(() => !titles(list).includes('Ring the bank'), 'it is still there');
    expect(focusedIn(list)?.className).to.equal('quick-add-field');
  });

  it('leaves Ctrl+Z in what floats to it', async () => {
    const list = await listOn();
    list.focusItem('a3');
    await press(list, 'Delete');
    await press(list, 'd');
    await waitUntil(() => focusedIn(list)?.closest('.popover') != null, 'nothing opened');
    await press(list, 'Control+a', 'Backspace', 'Control+z');
    expect(titles(list)).not.to.include('Book a room');
  });

  for (const broken of ['actions', 'me'] as const) {
    it(`keeps the focus on trying again, however often that fails, and goes to a row then (${broken})`, async () => {
      const real = backendFor();
      let fails = true;
      const answer = async <T>(ask: () => Promise<T>): Promise<T> => {
        await aTimeout(30);
        if (fails) throw new BackendError('network');
        return ask();
      };
      const backend =
        broken === 'me'
          ? { ...real, me: () => answer(() => real.me()) }
          : {
              ...real,
              actions: {
                ...real.actions,
                list: (...query: Parameters<typeof real.actions.list>) => answer(() => real.actions.list(...query)),
              },
            };
      const list = await listOn({ backend });
      const again = () => list.renderRoot.querySelector<HTMLElement>('.nothing button');
      await waitUntil(() => again() !== null, 'no way to try again');
      again()?.focus();
      for (let turn = 0; turn < 2; turn++) {
        await press(list, 'Enter');
        expect(document.activeElement?.localName).to.equal('action-list');
        await waitUntil(() => again() !== null && focusedIn(list) === again(), 'the focus is elsewhere');
      }
      fails = false;
      await press(list, 'Enter');
      await waitUntil(() => focusedTitle(list) !== undefined, 'the focus is on no row');
      expect(list.renderRoot.querySelectorAll('.scroller[tabindex]')).to.have.length(0);
    });
  }

  it('comes back to the bar with what a bulk was refused, and stays where somebody went meanwhile', async () => {
    const real = backendFor('ben');
    let answer: () => void = () => {};
    const bulk: Backend['actions']['bulk'] = async (...asked) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return real.actions.bulk(...asked);
    };
    const backend = { ...real, actions: { ...real.actions, bulk } };
    for (const [what, select, moves] of [
      ['all', ['Control+a'], false],
      ['some', ['x', 'Shift+ArrowDown'], false],
      ['some, and moves on', ['x', 'Shift+ArrowDown'], true],
    ] as const) {
      const list = await listOn({ backend, attributes: { filter: 'status:todo,overdue context:relationship' } });
      list.focusItem('a1');
      await press(list, ...select);
      const remove = the(list, 'button', 'Delete');
      remove.focus();
      remove.click();
      await settled(list);
      expect(focusedIn(list) !== null, what).to.equal(true);
      if (moves) await press(list, 'ArrowUp');
      const meanwhile = focusedTitle(list);
      answer();
      await waitUntil(() => list.renderRoot.querySelector('[part="bulk-outcome"]') !== null, 'no outcome');
      await settled(list);
      if (moves) expect(focusedTitle(list), what).to.equal(meanwhile);
      else expect(nameOf(focusedIn(list) as Element), what).to.equal('Delete');
      // What was done of it is taken back from there.
      await press(list, 'Control+z');
      answer();
      await settled(list);
      list.remove();
    }
  });

  it('says how many are selected, and how to get to what can be done with them', async () => {
    const list = await listOn();
    list.focusItem('a1');
    const said = heard();
    await press(list, 'x', 'Shift+ArrowDown', 'Control+a', 'Escape');
    inRow(list, 'Book a room', 'done').dispatchEvent(
      new MouseEvent('click', { shiftKey: true, bubbles: true, composed: true }),
    );
    await settled(list);
    the(list, 'button', 'Clear selection').click();
    await settled(list);
    const hint = 'Ctrl+. goes to the actions for the selection.';
    expect(said()).to.deep.equal([
      `1 selected. ${hint}`,
      '2 selected',
      '6 selected',
      'Nothing selected',
      `1 selected. ${hint}`,
      'Nothing selected',
    ]);
  });

  it('leaves what became of many to the word that tells it', async () => {
    const list = await listOn();
    list.focusItem('a1');
    await press(list, 'x', 'Shift+ArrowDown');
    const said = heard();
    the(list, 'button', 'Delete').click();
    await waitUntil(() => said().length > 0, 'nothing is said');
    await settled(list);
    expect(said()).to.deep.equal(['2 actions changed']);
  });

  for (const [what, id, key, said] of [
    ['whose a personal action is', 'a5', 'a', 'A personal action stays with its owner.'],
    ['that it is theirs already', 'a5', 'm', 'It is with you already.'],
    ['that there is no date to move', 'a6', 'Alt+ArrowRight', 'It has no date to move.'],
    ['that what is done is reopened first', 'd1', 'Alt+ArrowRight', RULES['reopen-first']],
  ] as const) {
    it(`says ${what}, where a key asks for something else`, async () => {
      const list = await listOn({ attributes: { filter: '' } });
      list.focusItem(id);
      const told = heard();
      await press(list, key);
      expect(toastOf(list)).to.equal(said);
      expect(told()).to.deep.equal([said]);
    });
  }

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
