// Saved views: what a list shows under a name, chosen and kept through the host page.
import { expect } from '@open-wc/testing';
import { BackendError } from '@followthrough/core/backend';
import type { FilterChange, ListView, ViewChange, ViewSave } from '../../src/events.ts';
import type { ActionList } from '../../src/action-list/class.ts';
import {
  all,
  focusedName,
  has,
  isAccessible,
  nameOf,
  opens,
  press,
  settled,
  the,
  type,
  until,
} from '../parts/roles.ts';
import { listOn, type Setting, titles, toastOf } from './fixture.ts';

const OVERDUE: ListView = { id: 'v1', name: 'Late ones', filter: 'status:overdue', sort: '-due', groupBy: 'none' };
const BEN: ListView = { id: 'v2', name: 'Ben', filter: { assignee: 'ben' }, sort: 'title', groupBy: 'status' };
const MINE: ListView = { id: 'v3', name: 'Mine', filter: 'status:todo,overdue,inProgress assignee:me' };
const VIEWS = [OVERDUE, BEN, MINE];

async function listWith(views: readonly ListView[] = VIEWS, setting: Setting = {}): Promise<ActionList> {
  const list = await listOn(setting);
  list.views = views;
  await until(() => has(list, 'button', /^View/), 'the views are there');
  return list;
}

const button = (list: ActionList) => the(list, 'button', /^View/);

async function openViews(list: ActionList): Promise<void> {
  button(list).click();
  await opens(list);
}

async function choose(list: ActionList, name: string): Promise<void> {
  await openViews(list);
  the(list, 'menuitemradio', name).click();
  await settled(list);
}

/** Opens the form for a new view's name. */
async function saveAs(list: ActionList): Promise<HTMLInputElement> {
  await openViews(list);
  the(list, 'menuitem', 'Save as view…').click();
  await until(() => all(list, 'textbox').some((field) => field.id === 'view-name'), 'the form opens');
  await settled(list);
  return all(list, 'textbox').find((field) => field.id === 'view-name') as HTMLInputElement;
}

const formIsOpen = (list: ActionList) => has(list, 'button', 'Save') || has(list, 'button', 'Saving…');
const faultOf = (list: ActionList) => list.renderRoot.querySelector('#view-fault')?.textContent ?? '';

describe('saved views', () => {
  it('are not spoken of where there are none', async () => {
    const list = await listOn();
    expect(
      all(list, 'button')
        .map(nameOf)
        .filter((name) => name.startsWith('View')),
    ).to.deep.equal([]);
    list.views = VIEWS;
    await until(() => has(list, 'button', /^View/), 'the views are there');
    list.views = [];
    await settled(list);
    expect(has(list, 'button', /^View/)).to.equal(false);
  });

  it('name the one that asks for what is shown, and none where none does', async () => {
    const list = await listWith();
    expect(nameOf(button(list))).to.equal('View: Mine');
    const other = await listWith([OVERDUE, BEN]);
    expect(nameOf(button(other))).to.equal('Views');
    expect(button(other).innerText.trim()).to.equal('Views');
  });

  it('set filter, order and groups, and tell the page', async () => {
    const list = await listWith();
    const told: string[] = [];
    list.addEventListener('view-change', (event: ViewChange) => told.push(`view ${event.view.id}`));
    list.addEventListener('filter-change', (event: FilterChange) => told.push(JSON.stringify(event.filter)));
    await choose(list, 'Late ones');
    await until(() => titles(list).length === 2, titles(list).join());
    expect(titles(list)).to.deep.equal(['Call the client', 'Send the deck']);
    expect(nameOf(button(list))).to.equal('View: Late ones');
    await choose(list, 'Ben');
    await until(() => titles(list).join() === 'Practise the pitch', titles(list).join());
    expect(has(list, 'button', 'Group: Status')).to.equal(true);
    expect(has(list, 'button', 'Sort: Title, A to Z')).to.equal(true);
    await choose(list, 'Mine');
    expect(has(list, 'button', 'Group: No groups')).to.equal(true);
    expect(told).to.deep.equal([
      '{"status":["overdue"]}',
      'view v1',
      '{"assignee":"ben"}',
      'view v2',
      '{"status":["todo","overdue","inProgress"],"assignee":"me"}',
      'view v3',
    ]);
  });

  it('are chosen by keyboard alone, and the focus comes back', async () => {
    const list = await listWith();
    button(list).focus();
    await press(list, 'Enter');
    await opens(list);
    expect(all(list, 'menuitemradio').map((item) => [nameOf(item), item.ariaChecked])).to.deep.equal([
      ['Late ones', 'false'],
      ['Ben', 'false'],
      ['Mine', 'true'],
    ]);
    expect(focusedName(list)).to.equal('Mine');
    await isAccessible(list);
    await press(list, 'Home', 'Enter');
    await settled(list);
    expect(focusedName(list)).to.equal('View: Late ones');
  });

  it('are marked as changed, and chosen again are as they were', async () => {
    const list = await listWith();
    await choose(list, 'Late ones');
    the(list, 'button', 'Show all: Status').click();
    await settled(list);
    expect(nameOf(button(list))).to.equal('View: Late ones, changed');
    expect(button(list).innerText).to.match(/Late ones\s+changed/);
    await isAccessible(list);
    await choose(list, 'Late ones changed');
    expect(nameOf(button(list))).to.equal('View: Late ones');
    expect(has(list, 'button', 'Status: Overdue')).to.equal(true);
    for (const change of [() => (list.sort = 'title'), () => (list.groupBy = 'due')]) {
      change();
      await settled(list);
      expect(nameOf(button(list))).to.equal('View: Late ones, changed');
      await choose(list, 'Late ones changed');
    }
  });

  it('work with the page’s address', async () => {
    const before = location.href;
    history.replaceState(null, '', '?actions=status:overdue&actions-sort=-due');
    try {
      const list = await listWith(VIEWS, { attributes: { 'sync-url': 'query' } });
      expect(nameOf(button(list))).to.equal('View: Late ones');
      await choose(list, 'Ben');
      const { searchParams } = new URL(location.href);
      expect(searchParams.get('actions')).to.equal('assignee:ben');
      expect(searchParams.get('actions-sort')).to.equal('title');
      expect(searchParams.get('actions-group')).to.equal('status');
    } finally {
      history.replaceState(null, '', before);
    }
  });
});

describe('keeping a view', () => {
  it('asks for a name, and gives the host page what is shown', async () => {
    const list = await listWith();
    const asked: ViewSave[] = [];
    list.addEventListener('view-save', (event) => {
      asked.push(event);
      const { name, filter, sort, groupBy } = event;
      event.waitUntil(
        Promise.resolve().then(() => {
          list.views = [...VIEWS, { id: 'v4', name, filter, sort, groupBy }];
        }),
      );
    });
    list.groupBy = 'due';
    await settled(list);
    const field = await saveAs(list);
    expect((list.renderRoot as ShadowRoot).activeElement).to.equal(field);
    expect(field.labels?.[0]?.textContent).to.equal('Name');
    await isAccessible(list);
    await type(list, '  By date ');
    await press(list, 'Enter');
    await until(() => nameOf(button(list)) === 'View: By date', nameOf(button(list)));
    expect(formIsOpen(list)).to.equal(false);
    expect(focusedName(list)).to.equal('View: By date');
    expect(toastOf(list)).to.equal('Saved “By date”');
    const [{ id, name, filter, sort, groupBy }] = asked as [ViewSave];
    expect([id, name, filter, sort, groupBy]).to.deep.equal([
      null,
      'By date',
      'status:todo,overdue,inProgress assignee:me',
      'due',
      'due',
    ]);
    expect(asked.length).to.equal(1);
  });

  it('shows the new one even where another asks for the same', async () => {
    const list = await listWith();
    list.addEventListener('view-save', ({ name, filter }) => {
      list.views = [...VIEWS, { id: 'v4', name, filter }];
    });
    await saveAs(list);
    await type(list, 'Mine too');
    await press(list, 'Enter');
    await until(() => nameOf(button(list)) === 'View: Mine too', nameOf(button(list)));
    await choose(list, 'Mine');
    expect(nameOf(button(list))).to.equal('View: Mine');
  });

  it('refuses an empty name in words, and closes by Escape', async () => {
    const list = await listWith();
    list.addEventListener('view-save', () => expect.fail('nothing is to be kept'));
    const field = await saveAs(list);
    await type(list, '  ');
    await press(list, 'Enter');
    expect(faultOf(list)).to.equal('Give the view a name.');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect((list.renderRoot as ShadowRoot).activeElement).to.equal(field);
    await isAccessible(list);
    await press(list, 'Escape');
    expect(formIsOpen(list)).to.equal(false);
    expect(focusedName(list)).to.equal('View: Mine');
  });

  const refusals: readonly (readonly [string, unknown, string])[] = [
    ['an error’s message', new Error('There is a view of that name.'), 'There is a view of that name.'],
    ['a backend’s refusal', new BackendError('forbidden'), 'You may not do this.'],
    ['a text', 'Too many views.', 'Too many views.'],
    ['no words for people', new TypeError('Failed to fetch'), 'Something went wrong.'],
  ];
  for (const [what, reason, said] of refusals) {
    it(`keeps the form and what was typed where it fails: ${what}`, async () => {
      const list = await listWith();
      let fails = true;
      list.addEventListener('view-save', (event) => {
        if (fails) event.waitUntil(Promise.resolve().then(() => AbortSignal.abort(reason).throwIfAborted()));
      });
      const field = await saveAs(list);
      await type(list, 'Again');
      await press(list, 'Enter');
      await until(() => faultOf(list) === said, faultOf(list));
      expect(field.value).to.equal('Again');
      fails = false;
      await press(list, 'Enter');
      await until(() => !formIsOpen(list), 'the form closes');
      expect(toastOf(list)).to.equal('Saved “Again”');
    });
  }

  it('shows that it is being kept, asks once, and loses nothing when closed meanwhile', async () => {
    const list = await listWith();
    let refuse: (reason: Error) => void = () => {};
    let asked = 0;
    list.addEventListener('view-save', (event) => {
      asked++;
      event.waitUntil(new Promise((_, reject) => (refuse = reject)));
    });
    await saveAs(list);
    await type(list, 'Slow');
    await press(list, 'Enter', 'Enter');
    expect(the(list, 'button', 'Saving…').getAttribute('aria-disabled')).to.equal('true');
    expect(asked).to.equal(1);
    await press(list, 'Escape');
    refuse(new Error('No room.'));
    await until(() => toastOf(list) === '“Slow” was not saved. No room.', toastOf(list));
    the(list, 'button', 'Try again').click();
    await until(() => formIsOpen(list), 'the form opens again');
    await settled(list);
    expect((list.renderRoot.querySelector('#view-name') as HTMLInputElement).value).to.equal('Slow');
  });

  it('says nothing where the host page cancels it, and keeps the form', async () => {
    const list = await listWith();
    list.addEventListener('view-save', (event) => event.preventDefault());
    await saveAs(list);
    await type(list, 'Never');
    await press(list, 'Enter');
    await settled(list);
    expect(formIsOpen(list)).to.equal(true);
    expect(faultOf(list)).to.equal('');
    expect(toastOf(list)).to.equal('');
  });

  it('keeps the changes of the one shown, under its id', async () => {
    const list = await listWith();
    let fails = true;
    const ids: (string | null)[] = [];
    list.addEventListener('view-save', (event) => {
      ids.push(event.id);
      if (fails) event.waitUntil(Promise.reject(new Error('Not now.')));
      else
        list.views = VIEWS.map((view) =>
          view.id === event.id ? { ...view, filter: event.filter, sort: event.sort } : view,
        );
    });
    await openViews(list);
    expect(all(list, 'menuitem').map(nameOf)).to.deep.equal(['Save as view…']);
    await press(list, 'Escape');
    list.sort = 'title';
    await settled(list);
    await openViews(list);
    the(list, 'menuitem', 'Save changes to “Mine”').click();
    await until(() => toastOf(list) === '“Mine” was not saved. Not now.', toastOf(list));
    expect(nameOf(button(list))).to.equal('View: Mine, changed');
    fails = false;
    the(list, 'button', 'Try again').click();
    await until(() => toastOf(list) === 'Saved “Mine”', toastOf(list));
    await settled(list);
    expect(nameOf(button(list))).to.equal('View: Mine');
    expect(ids).to.deep.equal(['v3', 'v3']);
  });
});
