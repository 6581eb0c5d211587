// Who is signed in, as the elements of a page live through it: another way to a token for the same person changes nothing;
// somebody else finds nothing of what the one before opened, typed or chose.
import { aTimeout, expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { ActionList } from '../../src/action-list/class.ts';
import { ActionWorkspace } from '../../src/action-workspace/class.ts';
import type { ActionsWidget } from '../../src/actions-widget/class.ts';
import '../../src/define.ts';
import { inRow, now, snapshot, titles, toastOf } from '../action-list/fixture.ts';
import { waitUntil } from '../parts/wait.ts';

/** Calls of the backend so far, each as its name. */
let calls: string[] = [];
let offline = false;
let expired = false;

/** A backend that answers whoever the token is of, as the client does: it tells of somebody else before it answers them. */
function connect({
  getToken,
  onIdentityChange,
}: {
  getToken?: (() => Promise<string>) | undefined;
  onIdentityChange: () => void;
}) {
  const repository = createMemoryRepository(snapshot());
  let person: string | undefined;
  let backend: Backend;
  const take = async (): Promise<void> => {
    const token = await getToken!();
    const before = person;
    if (token !== before)
      backend = createLocalBackend({ repository, viewerId: token, now, newId: () => crypto.randomUUID() });
    person = token;
    if (before !== undefined && token !== before) onIdentityChange();
  };
  const through = (path: string[]): unknown =>
    new Proxy(() => undefined, {
      get: (_, name: string) => (name === 'then' ? undefined : through([...path, name])),
      apply: async (_, __, given: unknown[]) => {
        calls.push(path.join('.'));
        if (offline) throw new BackendError('network');
        if (expired) throw new BackendError('token-expired');
        if (person === undefined) await take();
        const of = path.slice(0, -1).reduce<unknown>((all, name) => (all as Record<string, unknown>)[name], backend);
        return (of as Record<string, (...all: unknown[]) => unknown>)[path.at(-1)!]!(...given);
      },
    });
  return Object.assign(Object.create(null), {
    ...Object.fromEntries(
      [
        'people',
        'companies',
        'groups',
        'relationships',
        'meetings',
        'rooms',
        'sections',
        'templates',
        'engagements',
        'items',
        'invoicingMethods',
        'notifications',
        'preferences',
        'actions',
      ].map((name) => [name, through([name])]),
    ),
    me: through(['me']),
    exportFormats: ['csv'],
    checkToken: async () => {
      await take();
      return true;
    },
    dispose: () => undefined,
  }) as Backend & { checkToken(): Promise<boolean>; dispose(): void };
}

let workspace: ActionWorkspace;
let list: ActionList;
let widget: ActionsWidget;
let asked = 0;

const tokenOf = (person: string) => async () => {
  asked++;
  return person;
};

async function signedIn(person = 'ana'): Promise<void> {
  workspace = document.createElement('action-workspace');
  Object.assign(workspace, { now, baseUrl: '/api', getToken: tokenOf(person) });
  list = document.createElement('action-list');
  widget = document.createElement('actions-widget');
  widget.quickAdd = true;
  workspace.append(list, widget);
  document.body.append(workspace);
  await waitUntil(() => titles(list).length > 0 && field(list) && field(widget), 'it did not load');
  await workspace.store!.actions.prepare();
  await aTimeout(100);
}

const field = (host: ActionList | ActionsWidget) =>
  host.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>('.quick-add-field');
const dialog = () => list.renderRoot.querySelector<HTMLDialogElement>('dialog[open]');

async function type(host: ActionList | ActionsWidget, text: string): Promise<void> {
  const into = field(host)!;
  into.focus();
  into.value = text;
  into.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await host.updateComplete;
}

describe('who is signed in', () => {
  beforeEach(() => {
    ActionWorkspace.connect = connect;
    [calls, offline, expired, asked] = [[], false, false, 0];
  });
  afterEach(() => {
    workspace.remove();
    ActionWorkspace.connect = undefined;
  });

  it('the same person by another function: no call, and nothing that waits, is chosen or typed is lost', async () => {
    await signedIn();
    inRow(list, 'Book a room', 'select').click();
    await type(list, 'Ask Ben about');
    await type(widget, 'Buy milk');
    offline = true;
    inRow(list, 'Send the deck', 'done').click();
    await waitUntil(() => list.matches(':state(pending)'), 'no change waits');
    const store = workspace.store;
    inRow(list, 'Call the client', 'title').focus();
    await aTimeout(50);
    const focused = list.shadowRoot!.activeElement;
    [calls, asked] = [[], 0];
    for (let turn = 0; turn < 5; turn++) {
      workspace.getToken = tokenOf('ana');
      await aTimeout(10);
    }
    await waitUntil(() => asked > 0, 'the new function is not asked');
    await aTimeout(150);
    expect(calls.filter((name) => !name.startsWith('actions.set'))).to.deep.equal([]);
    expect([asked, workspace.store === store]).to.deep.equal([1, true]);
    expect([field(list)!.value, field(widget)!.value]).to.deep.equal(['Ask Ben about', 'Buy milk']);
    expect(list.renderRoot.querySelector('.bulk-count')?.textContent).to.contain('1');
    expect([focused !== null, list.shadowRoot!.activeElement === focused]).to.deep.equal([true, true]);
    expect(list.matches(':state(pending)')).to.equal(true);
    offline = false;
    workspace.store!.wake();
    await waitUntil(() => !list.matches(':state(pending)'), 'the change is not sent');
    expect(workspace.store!.actions.get('a1')!.state).to.equal('done');
  });

  it('a session that had ended goes on with another function, and what could not be loaded is', async () => {
    await signedIn();
    expired = true;
    await list.refresh();
    await waitUntil(
      () =>
        list.store?.$error.get() || list.matches(':state(offline)') || list.renderRoot.querySelector('[part~=banner]'),
      'nothing is said',
    );
    expired = false;
    calls = [];
    workspace.getToken = tokenOf('ana');
    await waitUntil(() => calls.includes('actions.list'), 'it is not loaded again');
    await waitUntil(() => list.renderRoot.querySelector('[part~=banner]') === null, 'the banner stays');
  });

  const changes: [name: string, change: () => void][] = [
    ['a function that gives somebody else’s token', () => (workspace.getToken = tokenOf('ben'))],
    ['logout()', () => workspace.logout()],
    [
      'logout() and somebody else in the same task',
      () => {
        workspace.logout();
        workspace.getToken = tokenOf('ben');
      },
    ],
    [
      'logout() and the same person in the same task',
      () => {
        workspace.logout();
        workspace.getToken = tokenOf('ana');
      },
    ],
  ];
  for (const [name, change] of changes) {
    it(`${name}: what was opened, typed and chosen is gone`, async () => {
      await signedIn();
      inRow(list, 'Book a room', 'select').click();
      await type(list, 'Fire Ben');
      await type(widget, 'Buy milk');
      inRow(list, 'Read the handbook', 'done').click();
      await waitUntil(() => toastOf(list) !== '', 'no toast');
      await aTimeout(100);
      inRow(list, 'Send the deck', 'title').focus();
      inRow(list, 'Send the deck', 'title').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
      );
      await waitUntil(dialog, 'no details');
      change();
      await waitUntil(() => dialog() === null, 'the details stay');
      await list.updateComplete;
      await widget.updateComplete;
      const left = () => `${list.renderRoot.textContent} ${widget.renderRoot.textContent}`;
      for (const word of name.includes('the same person')
        ? ['Fire Ben', 'Buy milk']
        : ['Send the deck', 'Fire Ben', 'Buy milk'])
        expect(left()).to.not.contain(word);
      expect([toastOf(list), list.renderRoot.querySelector('.bulk-count')]).to.deep.equal(['', null]);
      expect(list.renderRoot.querySelector(':popover-open, dialog')).to.equal(null);
      if (!workspace.getToken) return;
      await waitUntil(() => titles(list).length > 0 && field(list) && field(widget), 'the next person sees nothing');
      await aTimeout(100);
      expect([field(list)!.value, field(widget)!.value]).to.deep.equal(['', '']);
      // What the one before did is not theirs to undo.
      const before = calls.length;
      list.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true }));
      widget.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true }));
      await aTimeout(100);
      expect(calls.slice(before)).to.deep.equal([]);
    });
  }
});
