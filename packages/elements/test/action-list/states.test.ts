// The list where things are not as usual: no rights, no rows, no server, no room.
import { aTimeout, expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { RULES } from '@followthrough/core/domain';
import { all, has, isAccessible, press, the, type } from '../parts/roles.ts';
import {
  ACTIONS,
  backendFor,
  focusedIn,
  inRow,
  listOn,
  record,
  rowOf,
  rows,
  settled,
  snapshot,
  titles,
  toastOf,
} from './fixture.ts';
import { world } from '../actions-dashboard/fixture.ts';
import { waitUntil } from '../parts/wait.ts';

/** A backend whose calls of `actions` go through `change` first. */
function with_(backend: Backend, actions: Partial<Backend['actions']>): Backend {
  return { ...backend, actions: { ...backend.actions, ...actions } };
}

describe('<action-list> and rights', () => {
  it('is text with a reason where the viewer may not change something', async () => {
    const list = await listOn({ backend: backendFor('ben'), attributes: { filter: '' } });
    const due = inRow(list, 'Send the deck', 'due');
    expect(due.localName).to.equal('div');
    expect(due.title).to.contain(RULES['action-or-relationship-creator']);
    expect(inRow(list, 'Send the deck', 'title').title).to.equal(RULES['action-or-relationship-creator']);
    expect(inRow(list, 'Send the deck', 'done').localName).to.equal('button');
    expect(inRow(list, 'Call the client', 'due').localName).to.equal('button');
  });

  it('says the reason where a key asks for it', async () => {
    const list = await listOn({ backend: backendFor('ben'), attributes: { filter: '' } });
    list.focusItem('a1');
    await press(list, 'Delete');
    expect(toastOf(list)).to.equal(RULES['action-or-relationship-creator-deletes']);
    expect(titles(list)).to.include('Send the deck');
    await press(list, 'F2');
    expect(toastOf(list)).to.equal(RULES['action-or-relationship-creator']);
  });

  it('offers one who looks on no control and no line that adds', async () => {
    const list = await listOn({ backend: backendFor('vera'), attributes: { relationship: 'ana-ben' } });
    expect(rows(list)).to.have.length(5);
    expect(inRow(list, 'Send the deck', 'done').localName).to.equal('div');
    expect(has(list, 'textbox', 'New action')).to.equal(false);
  });

  it('is all text where it is read-only', async () => {
    const list = await listOn({ attributes: { readonly: '' } });
    expect(list.matches(':state(readonly)')).to.equal(true);
    expect(rowOf(list, 'Send the deck').querySelectorAll('button, input')).to.have.length(0);
    await expect(list).to.be.accessible();
  });
});

describe('<action-list> with nothing to show', () => {
  it('says that there is nothing yet, and begins the first one', async () => {
    const list = await listOn({ backend: backendFor('ana', snapshot([])), attributes: { filter: '' } });
    expect(list.matches(':state(empty)')).to.equal(true);
    the(list, 'button', 'Add an action').click();
    expect(focusedIn(list)?.className).to.equal('quick-add-field');
  });

  it('says that all is done, and shows what was', async () => {
    const list = await listOn({ backend: backendFor('ana', snapshot(ACTIONS.filter(({ id }) => id === 'd1'))) });
    expect(list.matches(':state(all-done)')).to.equal(true);
    the(list, 'button', 'Show completed').click();
    await waitUntil(() => titles(list).includes('Agree the goals'));
  });

  it('says that the filters leave nothing, and clears them', async () => {
    const list = await listOn({ attributes: { filter: 'status:notDone' } });
    expect(list.matches(':state(filtered-empty)')).to.equal(true);
    const clear = all(list, 'button').filter((button) => button.textContent?.trim() === 'Clear filters');
    clear.at(-1)?.click();
    await waitUntil(() => rows(list).length === 8);
  });
});

describe('<action-list> and a backend in trouble', () => {
  it('says what went wrong and loads when tried again', async () => {
    const real = backendFor();
    let broken = true;
    const list = await listOn({
      backend: with_(real, {
        list: (...query) =>
          broken ? Promise.reject(new BackendError('internal', { requestId: 'req-7' })) : real.actions.list(...query),
      }),
    });
    expect(list.matches(':state(error)')).to.equal(true);
    expect(list.renderRoot.textContent).to.contain('req-7');
    broken = false;
    the(list, 'button', 'Try again').click();
    await waitUntil(() => rows(list).length === 6);
  });

  it('explains that there is no access, and offers no retry', async () => {
    const list = await listOn({
      backend: with_(backendFor(), { list: () => Promise.reject(new BackendError('forbidden')) }),
    });
    expect(list.matches(':state(forbidden)')).to.equal(true);
    expect(has(list, 'button', 'Try again')).to.equal(false);
  });

  it('undoes only what was refused and says why', async () => {
    const list = await listOn({
      backend: with_(backendFor(), {
        setState: () => Promise.reject(new BackendError('forbidden', { rule: 'manager-or-report' })),
      }),
    });
    inRow(list, 'Book a room', 'done').click();
    await waitUntil(() => toastOf(list) === RULES['manager-or-report']);
    await settled(list);
    expect(inRow(list, 'Book a room', 'done').getAttribute('aria-checked')).to.equal('false');
    expect(rows(list)).to.have.length(6);
  });

  it('keeps a title that was refused in its field, to be mended', async () => {
    const fault = new BackendError('validation', {
      errors: [{ pointer: '/title', code: 'invalid', message: 'must have at most 500 characters' }],
    });
    const list = await listOn({ backend: with_(backendFor(), { update: () => Promise.reject(fault) }) });
    list.focusItem('a3');
    await press(list, 'F2');
    await type(list, 'Far too long');
    await press(list, 'Enter');
    await waitUntil(
      () => list.renderRoot.querySelector<HTMLInputElement>('.title-input')?.value === 'Far too long',
      'the text is lost',
    );
    expect(list.renderRoot.querySelector('.title-input')?.getAttribute('aria-invalid')).to.equal('true');
  });

  it('keeps the text of an action that could not be added', async () => {
    const list = await listOn({
      backend: with_(backendFor(), { create: () => Promise.reject(new BackendError('validation', { detail: 'no' })) }),
    });
    list.openCreate();
    await type(list, 'Do not lose me');
    await press(list, 'Enter');
    await settled(list);
    const field = list.renderRoot.querySelector('.quick-add-field') as HTMLInputElement;
    await waitUntil(() => field.value === 'Do not lose me', 'the text is lost');
  });

  it('shows what was changed offline, with how many changes wait', async () => {
    const list = await listOn({
      backend: with_(backendFor(), { setState: () => Promise.reject(new BackendError('network')) }),
    });
    inRow(list, 'Book a room', 'done').click();
    await waitUntil(() => list.matches(':state(offline)'), 'offline is not told');
    expect(inRow(list, 'Book a room', 'done').getAttribute('aria-checked')).to.equal('true');
    await waitUntil(
      () => /1 change waits/.test(list.renderRoot.querySelector('[part="banner"]')?.textContent ?? ''),
      'no count',
    );
  });

  for (const scheme of ['light', 'dark']) {
    it(`can be read offline, rows that wait to be sent too, where the page is ${scheme}`, async () => {
      const list = await listOn({
        backend: with_(backendFor(), { setState: () => Promise.reject(new BackendError('network')) }),
        attributes: { filter: 'status:todo,overdue,done' },
      });
      const page = list.parentElement as HTMLElement;
      page.style.colorScheme = scheme;
      page.style.background = scheme === 'dark' ? '#17191c' : '#ffffff';
      // One that is done while it waits, one that is to do again, one that is late.
      for (const title of ['Book a room', 'Agree the goals', 'Send the deck']) inRow(list, title, 'done').click();
      await waitUntil(() => /3 changes wait/.test(list.renderRoot.textContent ?? ''), 'nothing waits');
      await aTimeout(700);
      await isAccessible(list);
    });
  }

  it('tells of each in a bulk what became of it', async () => {
    const list = await listOn({
      backend: backendFor('ben'),
      attributes: { filter: 'status:todo,overdue context:relationship' },
    });
    list.focusItem('a1');
    await press(list, 'Control+a');
    the(list, 'button', 'Delete').click();
    await waitUntil(() => list.renderRoot.querySelector('[part="bulk-outcome"]') !== null, 'no outcome');
    const outcome = list.renderRoot.querySelector('[part="bulk-outcome"]')?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(outcome).to.contain('1 done · 3 refused');
    expect(outcome).to.contain(`Send the deck ${RULES['action-or-relationship-creator-deletes']}`);
    expect(titles(list)).to.deep.equal(['Send the deck', 'Book a room', 'Practise the pitch']);
  });
});

describe('<action-list> and the dates that rest on what is deleted', () => {
  it('says whose they are where several are deleted at once, and how it can be done', async () => {
    const list = await listOn({ backend: (await world()).as('ana'), attributes: { filter: '' } });
    list.focusItem('kickoff');
    await press(list, 'x');
    the(list, 'button', 'Delete').click();
    await waitUntil(() => list.renderRoot.querySelector('[part="bulk-outcome"]') !== null, 'no outcome');
    const [refused] = list.renderRoot.querySelectorAll('[part="bulk-outcome"] li');
    expect(refused?.textContent?.replace(/\s+/g, ' ')).to.equal(
      'Kick-off Dates rest on it: “Security review”. Delete it by itself to say what becomes of them.',
    );
    expect(titles(list)).to.include('Kick-off');
  });
});

describe('<action-list> in little room', () => {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ';

  for (const width of [240, 320, 480, 719, 960]) {
    it(`does not flow over at ${width} pixels`, async () => {
      const data = snapshot([record('l1', long.repeat(3), '2026-05-11'), ...ACTIONS]);
      const people = data.people.map((person) => ({ ...person, name: `${person.name} ${long}` }));
      const list = await listOn({ backend: backendFor('ana', { ...data, people }), width, attributes: { filter: '' } });
      const base = list.renderRoot.querySelector('[part="base"]') as HTMLElement;
      expect(base.scrollWidth).to.be.at.most(width);
      for (const row of rows(list)) expect(row.scrollWidth, row.textContent ?? '').to.be.at.most(width);
      await expect(list).to.be.accessible();
    });
  }

  for (const width of [240, 480, 719, 750, 960]) {
    it(`cuts no date at ${width} pixels`, async () => {
      const done = record('l1', 'Agree the goals for the whole of next year', '2025-11-03', {
        state: 'done',
        closed: { at: '2025-11-23T10:00:00Z', by: 'ana', due: '2025-11-03', on: '2025-11-23' },
      });
      const list = await listOn({ backend: backendFor('ana', snapshot([done])), width, attributes: { filter: '' } });
      const cell = inRow(list, done.title, 'due').closest('.cell') as HTMLElement;
      const due = cell.querySelector('time') as HTMLElement;
      expect(due.textContent).to.match(/^Done late, /);
      expect(due.getBoundingClientRect().right).to.be.at.most(cell.getBoundingClientRect().right + 1);
      expect(due.getClientRects()).to.have.length(1);
    });
  }

  it('is accessible in the dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    document.documentElement.style.colorScheme = 'dark';
    document.body.style.background = '#17181c';
    const list = await listOn({ attributes: { filter: '' } });
    await expect(list).to.be.accessible();
    document.documentElement.style.colorScheme = '';
    document.body.style.background = '';
    await emulateMedia({ colorScheme: 'light' });
  });
});
