// The list as a CSV file: all that its filter gives, in words of its language, whole or not at all.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { ExportBeforeSave } from '../../src/events.ts';
import type { ActionList } from '../../src/action-list/class.ts';
import { all, focusedName, isAccessible, nameOf, opens, press, settled, the, until } from '../parts/roles.ts';
import { backendFor, inRow, listOn, PERSONAL, record, snapshot, titles, toastOf } from './fixture.ts';

/** Takes the files of a list in place of the browser. */
function filesOf(list: ActionList): ExportBeforeSave[] {
  const files: ExportBeforeSave[] = [];
  list.addEventListener('export-before-save', (event) => {
    event.preventDefault();
    files.push(event);
  });
  return files;
}

/** The lines of a file without line breaks in its fields, each with its fields. */
const linesOf = (file: ExportBeforeSave | undefined) =>
  (file?.text.slice(1).trimEnd().split('\r\n') ?? []).map((line) => line.split(','));

async function openMore(list: ActionList): Promise<void> {
  the(list, 'button', 'More').click();
  await opens(list);
}

/** A workspace of more actions than are given at once, and what holds back all but the first of them. */
function manyHeld(): {
  backend: Backend;
  go: () => void;
  failWith: (error: BackendError | null) => void;
  failures: () => number;
} {
  const actions = Array.from({ length: 450 }, (_, at) =>
    record(`m${String(at).padStart(3, '0')}`, `Action ${at}`, '2026-05-20', PERSONAL),
  );
  const backend = backendFor('ana', snapshot(actions));
  let go: () => void = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  let failure: BackendError | null = null;
  let failed = 0;
  return {
    backend: {
      ...backend,
      actions: {
        ...backend.actions,
        async list(query, options) {
          if (query?.cursor !== undefined) {
            await gate;
            if (failure) {
              failed++;
              throw failure;
            }
          }
          return backend.actions.list(query, options);
        },
      },
    },
    go: () => go(),
    failWith: (error) => (failure = error),
    failures: () => failed,
  };
}

describe('the menu of what concerns a list as a whole', () => {
  it('offers export, print and keys, by keyboard alone', async () => {
    const list = await listOn();
    the(list, 'button', 'More').focus();
    await press(list, 'Enter');
    await opens(list);
    expect(all(list, 'menuitem').map(nameOf)).to.deep.equal(['Export as CSV', 'Print', 'Keyboard shortcuts']);
    expect(focusedName(list)).to.equal('Export as CSV');
    await isAccessible(list);
    await press(list, 'End', 'Enter');
    await until(() => all(list, 'dialog').length === 1, 'the keys are shown');
    await press(list, 'Escape');
    await until(() => focusedName(list) === 'More', focusedName(list));
  });

  it('leaves out what does not apply, and is not there where nothing does', async () => {
    const list = await listOn({ attributes: { filter: 'status:notDone' } });
    await openMore(list);
    expect(all(list, 'menuitem').map(nameOf)).to.deep.equal(['Keyboard shortcuts']);
    await press(list, 'Escape');
    list.hotkeys = 'off';
    await settled(list);
    expect(all(list, 'button').map(nameOf)).not.to.include('More');
    list.filter = '';
    await until(() => titles(list).length > 0, 'rows come');
    await openMore(list);
    expect(all(list, 'menuitem').map(nameOf)).to.deep.equal(['Export as CSV', 'Print']);
  });
});

describe('a list’s CSV file', () => {
  it('holds what the filter gives, in the list’s order and columns, with what no column shows', async () => {
    const list = await listOn({ attributes: { sort: '-due', label: 'Mine: all/now' } });
    const files = filesOf(list);
    await openMore(list);
    the(list, 'menuitem', 'Export as CSV').click();
    await until(() => files.length === 1, 'the file is made');
    const [headings, ...lines] = linesOf(files[0]);
    expect(headings).to.deep.equal([
      ...['Action', 'Due', 'Assignee', 'Where', 'Status'],
      ...['Description', 'Created', 'Updated', 'Closed', 'ID', 'Assignee ID', 'Context ID'],
    ]);
    const at = '2026-05-01T09:00:00Z';
    expect(lines.map(([title]) => title)).to.deep.equal(titles(list));
    expect(lines[0]).to.deep.equal([
      ...['Read the handbook', '2026-05-20', 'Ana Petrović', 'Personal', 'To do'],
      ...['', at, at, '', 'a5', 'ana', 'personal'],
    ]);
    expect(lines[4]?.slice(0, 5)).to.deep.equal([
      'Send the deck',
      '2026-05-11',
      'Ana Petrović',
      'Ben Okafor',
      'Overdue',
    ]);
    expect(files[0]?.fileName).to.equal('Mine- all-now 2026-05-15.csv');
    // The host page took it: nothing is claimed.
    expect(toastOf(list)).to.equal('');
  });

  it('follows the host page’s columns and wordings, in the groups’ order', async () => {
    const list = await listOn({ attributes: { columns: 'updated due', filter: '', 'group-by': 'assignee' } });
    list.messages = { status: { done: 'Kept' }, more: { contextId: 'Place ID' } };
    const files = filesOf(list);
    await list.exportCsv();
    const [headings, ...lines] = linesOf(files[0]);
    expect(headings?.slice(0, 4)).to.deep.equal(['Action', 'Updated', 'Due', 'Status']);
    expect(headings?.at(-1)).to.equal('Place ID');
    expect(lines.map(([title]) => title)).to.deep.equal(titles(list));
    const done = lines.find(([title]) => title === 'Agree the goals');
    expect(done?.slice(3, 8)).to.deep.equal(['Kept', '', '2026-05-01T09:00:00Z', '2026-05-07T10:00:00Z', 'd1']);
  });

  it('of English words in a right-to-left page holds none of the signs that order them there', async () => {
    const list = await listOn({ direction: 'rtl' });
    const files = filesOf(list);
    await list.exportCsv();
    expect(files[0]?.text).not.to.match(/[\u2066-\u2069]/u);
    expect(linesOf(files[0])[0]?.[0]).to.equal('Action');
    expect(files[0]?.fileName).to.equal('Actions 2026-05-15.csv');
  });

  it('leaves out what was just completed and only lingers in the list', async () => {
    const list = await listOn();
    const files = filesOf(list);
    inRow(list, 'Send the deck', 'done').click();
    await settled(list);
    expect(titles(list)).to.include('Send the deck');
    await list.exportCsv();
    expect(files[0]?.text).not.to.include('Send the deck');
    expect(files[0]?.text).to.include('Call the client');
  });

  it('waits for what is still to be loaded, and says so', async () => {
    const { backend, go } = manyHeld();
    const list = await listOn({ backend });
    const files = filesOf(list);
    const exported = list.exportCsv();
    await until(() => toastOf(list) === 'Collecting the actions to export…', 'it says that it is at work');
    await isAccessible(list);
    expect(files).to.deep.equal([]);
    go();
    await exported;
    expect(linesOf(files[0]).length).to.equal(451);
    expect(toastOf(list)).to.equal('');
  });

  it('can be asked for before anything is there', async () => {
    const list = document.createElement('action-list');
    list.backend = backendFor();
    list.now = () => Date.UTC(2026, 4, 15, 9);
    const files = filesOf(list);
    document.body.append(list);
    await list.exportCsv();
    expect(linesOf(files[0]).length).to.equal(7);
    list.remove();
  });

  for (const [how, stop] of [
    ['Escape', async (list: ActionList) => press(list, 'Escape')],
    ['its Cancel button', async (list: ActionList) => the(list, 'button', 'Cancel').click()],
    ['taking the list off the page', async (list: ActionList) => list.remove()],
  ] as const) {
    it(`is given up by ${how}`, async () => {
      const { backend, go } = manyHeld();
      const list = await listOn({ backend });
      const files = filesOf(list);
      await openMore(list);
      the(list, 'menuitem', 'Export as CSV').click();
      await until(() => toastOf(list) !== '', 'it says that it is at work');
      await stop(list);
      await until(() => toastOf(list) === '', 'nothing more is said');
      go();
      if (list.isConnected)
        await until(() => list.renderRoot.querySelector('[aria-rowcount="451"]') !== null, 'all come');
      await settled(list);
      expect(files).to.deep.equal([]);
    });
  }

  it('is not made of other actions than it was asked for', async () => {
    const { backend, go } = manyHeld();
    const list = await listOn({ backend });
    const files = filesOf(list);
    const exported = list.exportCsv();
    await until(() => toastOf(list) !== '', 'it is at work');
    list.filter = 'status:done';
    await exported;
    await settled(list);
    expect(toastOf(list)).to.equal('Nothing was exported. The list shows other actions now.');
    go();
    expect(files).to.deep.equal([]);
  });

  it('is not made of half of them: it says what went wrong, and tries again', async () => {
    const { backend, go, failWith, failures } = manyHeld();
    const list = await listOn({ backend });
    const files = filesOf(list);
    failWith(new BackendError('network'));
    const outcome = list.exportCsv().then(
      () => 'resolved',
      (error: BackendError) => error.code,
    );
    await until(() => toastOf(list) !== '', 'it is at work');
    go();
    expect(await outcome).to.equal('network');
    await settled(list);
    expect(toastOf(list)).to.equal('Nothing was exported. The server does not answer.');
    expect(files).to.deep.equal([]);
    the(list, 'button', 'Try again').click();
    await until(() => failures() === 2, 'it tries again');
    await settled(list);
    expect(toastOf(list)).to.equal('Nothing was exported. The server does not answer.');
    failWith(null);
    the(list, 'button', 'Try again').click();
    await until(() => files.length === 1, toastOf(list));
    expect(linesOf(files[0]).length).to.equal(451);
  });

  it('offers no second try where it is not allowed', async () => {
    const backend = backendFor();
    const refuse = () => Promise.reject(new BackendError('forbidden'));
    const list = await listOn({ backend: { ...backend, actions: { ...backend.actions, list: refuse } } });
    const code = await list.exportCsv().catch((error: BackendError) => error.code);
    await settled(list);
    expect(code).to.equal('forbidden');
    expect(toastOf(list)).to.equal('Nothing was exported. You may not do this.');
    expect(list.renderRoot.querySelector('.toast-action')).to.equal(null);
  });
});
