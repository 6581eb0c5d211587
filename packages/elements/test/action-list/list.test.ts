// The list as a person uses it with a mouse: complete, add, edit, reschedule, reassign, delete, undo.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, has, nameOf, the } from '../parts/roles.ts';
import {
  backendFor,
  focusedTitle,
  inRow,
  listOn,
  litWarnings,
  rowOf,
  rows,
  settled,
  titles,
  toastOf,
} from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

describe('<action-list>', () => {
  it('is accessible and free of Lit warnings', async () => {
    const list = await listOn({ attributes: { 'group-by': 'due', label: 'All actions' } });
    await expect(list).to.be.accessible();
    expect(litWarnings()).to.deep.equal([]);
  });

  it('begins at what is open and the viewer’s own, earliest first, without a date last', async () => {
    const list = await listOn();
    expect(titles(list)).to.deep.equal([
      'Send the deck',
      'Call the client',
      'Book a room',
      'Write the summary',
      'Read the handbook',
      'Order a monitor',
    ]);
  });

  it('shows due, assignee, place and status of each', async () => {
    const list = await listOn();
    const cells = (title: string) =>
      ['due', 'assignee', 'where', 'status'].map((column) =>
        inRow(list, title, column)
          .innerText.trim()
          .replace(/^\w{2}\n/, ''),
      );
    expect(cells('Send the deck')).to.deep.equal(['4 days overdue', 'Ana Petrović', 'Ben Okafor', 'Overdue']);
    expect(cells('Book a room')).to.deep.equal(['Today', 'Ana Petrović', 'Ben Okafor', 'To do']);
    expect(cells('Read the handbook')).to.deep.equal(['Wed', 'Ana Petrović', 'Personal', 'To do']);
  });

  it('begins a new action with what the host page gives, and keeps what was typed already', async () => {
    const list = await listOn({ attributes: { filter: '' } });
    list.openCreate({ title: 'Prepare the review', context: 'ana-ben', due: '2026-05-22', assignee: 'ben' });
    const field = list.renderRoot.querySelector('.quick-add-field') as HTMLInputElement;
    await waitUntil(() => field.value === 'Prepare the review', 'no title');
    list.openCreate({ title: 'Something else', due: '2026-05-21' });
    await settled(list);
    expect(field.value).to.equal('Prepare the review');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(list).includes('Prepare the review'), 'it is not added');
    expect(inRow(list, 'Prepare the review', 'assignee').textContent).to.contain('Ben Okafor');
    expect(inRow(list, 'Prepare the review', 'where').textContent).to.contain('Ben Okafor');
    expect(inRow(list, 'Prepare the review', 'due').querySelector('time')?.dateTime).to.equal('2026-05-21');
  });

  it('shows everything with an empty filter, and says its filter as text', async () => {
    const list = await listOn({ attributes: { filter: '' } });
    expect(titles(list)).to.include.members(['Agree the goals', 'Practise the pitch']);
    list.filter = 'status:done';
    await settled(list);
    expect(titles(list)).to.deep.equal(['Agree the goals']);
  });

  it('shows the recent activity of one relationship, and its full history when asked', async () => {
    const list = await listOn({
      attributes: { relationship: 'ana-ben' },
      backend: backendFor('ana'),
    });
    expect(titles(list)).to.deep.equal([
      'Agree the goals',
      'Send the deck',
      'Call the client',
      'Book a room',
      'Practise the pitch',
    ]);
    expect(list.renderRoot.textContent).to.contain('closed in the last 30 days');
    the(list, 'button', 'Show all').click();
    await settled(list);
    expect(has(list, 'button', 'Show recent')).to.equal(true);
    expect(titles(list)).to.have.length(5);
  });

  it('shows the viewer’s personal actions alone', async () => {
    const list = await listOn({ attributes: { personal: '' } });
    expect(titles(list)).to.deep.equal(['Read the handbook', 'Order a monitor']);
    expect(nameOf(list.renderRoot.querySelector('[role="grid"]') as Element)).to.equal('Personal actions');
  });

  it('completes an action, keeps it in sight for a moment, and undoes', async () => {
    const list = await listOn();
    let completed = '';
    list.addEventListener('action-completed', ({ action }) => (completed = action.state));
    inRow(list, 'Book a room', 'done').click();
    await settled(list);
    expect(inRow(list, 'Book a room', 'done').getAttribute('aria-checked')).to.equal('true');
    expect(completed).to.equal('done');
    expect(toastOf(list)).to.equal('Completed “Book a room”');
    the(list, 'button', 'Undo').click();
    await settled(list);
    expect(inRow(list, 'Book a room', 'done').getAttribute('aria-checked')).to.equal('false');
  });

  it('lets a completed action go once its moment is over', async () => {
    const list = await listOn();
    inRow(list, 'Book a room', 'done').click();
    await waitUntil(() => !titles(list).includes('Book a room'), 'the completed row stayed');
    expect(titles(list)).to.have.length(5);
  });

  it('does nothing where the page says no', async () => {
    const list = await listOn();
    list.addEventListener('action-before-complete', (event) => event.preventDefault());
    inRow(list, 'Book a room', 'done').click();
    await settled(list);
    expect(inRow(list, 'Book a room', 'done').getAttribute('aria-checked')).to.equal('false');
  });

  it('adds by typing a line with a date in it', async () => {
    const list = await listOn();
    list.openCreate();
    await settled(list);
    await sendKeys({ type: 'Water the plants fri' });
    await settled(list);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(list).includes('Water the plants'), 'the new action did not come');
    expect(inRow(list, 'Water the plants', 'due').innerText.trim()).to.equal('22 May');
    expect(inRow(list, 'Water the plants', 'where').innerText.trim()).to.equal('Personal');
  });

  it('edits a title where it stands: Enter saves, Escape takes back', async () => {
    const list = await listOn();
    (rowOf(list, 'Send the deck').querySelector('[part="item-title"]') as HTMLElement).click();
    await settled(list);
    await sendKeys({ type: 'Send the new deck' });
    await sendKeys({ press: 'Enter' });
    await settled(list);
    expect(titles(list)[0]).to.equal('Send the new deck');
    expect(focusedTitle(list)).to.equal('Send the new deck');
    await sendKeys({ press: 'F2' });
    await settled(list);
    await sendKeys({ type: 'nonsense' });
    await sendKeys({ press: 'Escape' });
    await settled(list);
    expect(titles(list)[0]).to.equal('Send the new deck');
  });

  it('refuses an empty title in its place', async () => {
    const list = await listOn();
    list.focusItem('a1');
    await sendKeys({ press: 'F2' });
    await settled(list);
    await sendKeys({ press: 'Delete' });
    await sendKeys({ press: 'Enter' });
    await settled(list);
    const field = list.renderRoot.querySelector('.title-input') as HTMLInputElement;
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await settled(list);
    expect(titles(list)[0]).to.equal('Send the deck');
  });

  it('marks an overdue action as not done, and offers that for no other', async () => {
    const list = await listOn();
    inRow(list, 'Book a room', 'status').click();
    await waitUntil(() => all(list, 'menuitemradio').length > 0);
    const notYet = the(list, 'menuitemradio', /^Not done/);
    expect(notYet.getAttribute('aria-disabled')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    inRow(list, 'Send the deck', 'status').click();
    await settled(list);
    the(list, 'menuitemradio', /^Not done/).click();
    await settled(list);
    expect(inRow(list, 'Send the deck', 'status').innerText.trim()).to.equal('Not done');
    expect(toastOf(list)).to.equal('Marked “Send the deck” as not done');
  });

  it('reschedules from the due date', async () => {
    const list = await listOn();
    inRow(list, 'Book a room', 'due').click();
    await waitUntil(() => has(list, 'dialog', /./) || list.renderRoot.querySelector('.popover') !== null);
    await settled(list);
    await sendKeys({ type: 'in 2 weeks' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => inRow(list, 'Book a room', 'due').innerText.trim() === '29 May', 'the date did not move');
  });

  it('reassigns to the other person of the relationship', async () => {
    const list = await listOn({ attributes: { filter: 'status:todo,overdue' } });
    inRow(list, 'Book a room', 'assignee').click();
    await waitUntil(() => all(list, 'option').length > 0, 'the picker did not open');
    expect(all(list, 'option').map((option) => option.textContent?.trim().replace(/\s+/g, ' '))).to.have.length(2);
    the(list, 'option', /Ben Okafor/).click();
    await settled(list);
    expect(inRow(list, 'Book a room', 'assignee').innerText).to.contain('Ben Okafor');
  });

  it('deletes from the menu and brings it back', async () => {
    const list = await listOn();
    inRow(list, 'Call the client', 'more').click();
    await settled(list);
    the(list, 'menuitem', 'Delete').click();
    await settled(list);
    expect(titles(list)).not.to.include('Call the client');
    the(list, 'button', 'Undo').click();
    await waitUntil(() => titles(list).includes('Call the client'), 'it did not come back');
  });

  it('sorts by a press on a column’s name, and the other way by a second', async () => {
    const list = await listOn();
    const header = () => list.renderRoot.querySelector('[role="columnheader"][aria-sort]:not(.due)') as HTMLElement;
    header().querySelector('button')?.click();
    await settled(list);
    expect(header().getAttribute('aria-sort')).to.equal('ascending');
    expect(titles(list)[0]).to.equal('Book a room');
    header().querySelector('button')?.click();
    await settled(list);
    expect(titles(list)[0]).to.equal('Write the summary');
  });

  it('groups by due date, and closes and opens a group', async () => {
    const list = await listOn({ attributes: { 'group-by': 'due' } });
    const overdue = the(list, 'button', /^Overdue ?2$/);
    expect(overdue.getAttribute('aria-expanded')).to.equal('true');
    overdue.click();
    await settled(list);
    expect(titles(list)).not.to.include('Send the deck');
    the(list, 'button', /^Overdue ?2$/).click();
    await settled(list);
    expect(titles(list)[0]).to.equal('Send the deck');
  });

  it('opens the details, unless the page takes that over', async () => {
    const list = await listOn();
    list.focusItem('a1');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => list.renderRoot.querySelector('dialog[open]') !== null, 'no dialog');
    await sendKeys({ press: 'Escape' });
    await settled(list);
    let asked = '';
    list.addEventListener('action-open', (event) => {
      asked = event.action.title;
      event.preventDefault();
    });
    list.focusItem('a2');
    await sendKeys({ press: 'Enter' });
    await settled(list);
    expect(asked).to.equal('Call the client');
    expect(list.renderRoot.querySelector('dialog[open]')).to.equal(null);
  });

  it('shows markup in titles and names as text', async () => {
    const backend = backendFor();
    const list = await listOn({ backend });
    await backend.actions.create({
      context: { type: 'personal' },
      title: '<img src=x onerror="globalThis.hacked = true">',
      due: { rule: { type: 'fixed', date: '2026-05-15' } },
    });
    await list.refresh();
    await waitUntil(() => rows(list).length === 7);
    expect(titles(list)).to.include('<img src=x onerror="globalThis.hacked = true">');
    expect(list.renderRoot.querySelector('img')).to.equal(null);
    expect('hacked' in globalThis).to.equal(false);
  });
});
