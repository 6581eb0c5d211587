// <action-workspace> and configureWorkspace(): how an element finds its workspace, whenever that comes.
import { aTimeout, expect } from '@open-wc/testing';
import { BackendError, type Backend } from '@followthrough/core/backend';
import { ActionWorkspace, type Connection } from '../../src/action-workspace/class.ts';
import type { ActionsWidget } from '../../src/actions-widget/class.ts';
import { configureWorkspace } from '../../src/configure.ts';
import '../../src/define.ts';
import { settled, text, titles } from '../actions-widget/widget-page.ts';
import { action, failing, now, smallBackend, smallWorkspace } from './small-workspace.ts';
import { waitUntil } from '../parts/wait.ts';

function put(fill: (workspace: ActionWorkspace) => void): { workspace: ActionWorkspace; widget: ActionsWidget } {
  const workspace = document.createElement('action-workspace');
  workspace.now = now;
  fill(workspace);
  const widget = document.createElement('actions-widget');
  workspace.append(widget);
  document.body.append(workspace);
  return { workspace, widget };
}

describe('<action-workspace>', () => {
  afterEach(() => document.querySelectorAll('action-workspace, actions-widget').forEach((one) => one.remove()));

  it('is accessible and has no look of its own', async () => {
    const { workspace, widget } = put((one) => (one.backend = smallBackend()));
    await settled(widget);
    expect(getComputedStyle(workspace).display).to.equal('contents');
    await expect(workspace).to.be.accessible();
  });

  it('gives its backend to the elements inside, and another one when it changes', async () => {
    const { workspace, widget } = put((one) => (one.backend = smallBackend()));
    await settled(widget);
    expect(titles(widget)).to.have.length(5);
    workspace.backend = smallBackend('ben');
    await waitUntil(() => titles(widget).length === 1);
  });

  it('gives plain data from its script', async () => {
    const { widget } = put((one) => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(smallWorkspace('ben'));
      one.append(script);
    });
    await settled(widget);
    expect(titles(widget)).to.deep.equal(['Draft the plan']);
  });

  it('may come after the elements inside it', async () => {
    const late = 'late-workspace';
    const workspace = document.createElement(late) as ActionWorkspace;
    workspace.innerHTML = '<actions-widget></actions-widget>';
    document.body.append(workspace);
    const widget = workspace.querySelector('actions-widget')!;
    await aTimeout(200);
    expect(titles(widget)).to.have.length(0);
    Object.assign(workspace, { backend: smallBackend(), now });
    ActionWorkspace.define(late);
    await waitUntil(() => titles(widget).length === 5);
    workspace.remove();
  });

  it('shares one state among its elements: done here is done there', async () => {
    const { workspace, widget } = put((one) => (one.backend = smallBackend()));
    const other = document.createElement('actions-widget');
    workspace.append(other);
    await settled(widget);
    await settled(other);
    widget.shadowRoot!.querySelector<HTMLElement>('[role=checkbox]')!.click();
    await waitUntil(() => text(other).includes('4 open'), 'it is not done there');
  });

  it('two on one page stay apart', async () => {
    const { widget } = put((one) => (one.backend = smallBackend()));
    const { widget: other } = put((one) => (one.backend = smallBackend('ben')));
    await settled(widget);
    await settled(other);
    expect([titles(widget).length, titles(other).length]).to.deep.equal([5, 1]);
  });

  it('sets tokens, wording and density for what is inside, and changes them on the fly', async () => {
    const { workspace, widget } = put((one) => {
      one.backend = smallBackend();
      one.appearance = { accent: 'rgb(1, 2, 3)', radius: '2px' };
      one.messages = { widget: { heading: 'My promises' } };
      one.density = 'compact';
    });
    await settled(widget);
    expect(text(widget)).to.contain('My promises');
    expect(widget.shadowRoot!.querySelector('section')!.classList.contains('compact')).to.equal(true);
    expect(getComputedStyle(widget).getPropertyValue('--followthrough-accent')).to.equal('rgb(1, 2, 3)');
    await workspace.configure({ appearance: { radius: '9px' }, messages: { widget: { heading: 'Yours' } } });
    await widget.updateComplete;
    expect(text(widget)).to.contain('Yours');
    expect(getComputedStyle(widget).getPropertyValue('--followthrough-accent')).to.equal('');
  });

  it('reaches a server through what connects it, once there is a way to a token', async () => {
    const asked: Connection[] = [];
    ActionWorkspace.connect = (connection) => {
      asked.push(connection);
      return smallBackend();
    };
    const { workspace, widget } = put((one) => one.setAttribute('base-url', '/api/v1'));
    await aTimeout(50);
    expect(asked).to.have.length(0);
    workspace.getToken = () => Promise.resolve('token');
    await settled(widget);
    expect([asked.length, asked[0]?.baseUrl]).to.deep.equal([1, '/api/v1']);
    expect(titles(widget)).to.have.length(5);
    ActionWorkspace.connect = undefined;
  });

  it('begins anew for somebody else, showing nothing of the one before', async () => {
    let identity = 'ana';
    let change = () => undefined as void;
    const backends: Record<string, Backend> = { ana: smallBackend('ana'), ben: smallBackend('ben') };
    const whoever: Backend = {
      ...backends['ana']!,
      me: () => backends[identity]!.me(),
      relationships: {
        ...backends['ana']!.relationships,
        list: (...query) => backends[identity]!.relationships.list(...query),
      },
      actions: { ...backends['ana']!.actions, list: (...query) => backends[identity]!.actions.list(...query) },
    };
    ActionWorkspace.connect = (connection) => {
      change = connection.onIdentityChange;
      return whoever;
    };
    const { widget } = put((one) => {
      one.baseUrl = '/api';
      one.tokenUrl = '/token';
    });
    await settled(widget);
    expect(titles(widget)).to.have.length(5);
    identity = 'ben';
    change();
    await widget.updateComplete;
    expect(titles(widget)).to.not.include('Read the book');
    await waitUntil(() => titles(widget).join() === 'Draft the plan');
    ActionWorkspace.connect = undefined;
  });

  it('forgets everything on logout', async () => {
    const { workspace, widget } = put((one) => (one.backend = smallBackend()));
    await settled(widget);
    workspace.logout();
    await workspace.updateComplete;
    await widget.updateComplete;
    expect([titles(widget).length, workspace.store]).to.deep.equal([0, undefined]);
  });

  it('tells that the session has ended', async () => {
    let told = 0;
    const workspace = document.createElement('action-workspace');
    workspace.addEventListener('session-expired', () => told++);
    workspace.backend = { ...smallBackend(), me: failing(new BackendError('token-expired')) };
    document.body.append(workspace);
    await waitUntil(() => told === 1);
  });

  it('tells once that a change waits for a token, and again when another does later', async () => {
    let isSignedIn = false;
    let told = 0;
    const backend = smallBackend();
    const setState: Backend['actions']['setState'] = (...asked) =>
      isSignedIn ? backend.actions.setState(...asked) : Promise.reject(new BackendError('token-missing'));
    const { workspace, widget } = put((one) => (one.backend = smallBackend('ana', { setState })));
    workspace.addEventListener('session-expired', () => told++);
    await settled(widget);
    const { store } = workspace;
    const ids = [...store!.actions.$actions.get().values()].filter(({ state }) => state === 'todo').map(({ id }) => id);
    void store!.actions.setState(ids[0]!, 'done');
    void store!.actions.setState(ids[1]!, 'done');
    await waitUntil(() => store!.actions.$failures.get().length === 2);
    await workspace.updateComplete;
    expect(told).to.equal(1);
    isSignedIn = true;
    store!.wake();
    await waitUntil(() => store!.actions.$failures.get().length === 0);
    await workspace.updateComplete;
    isSignedIn = false;
    void store!.actions.setState(ids[0]!, 'todo');
    await waitUntil(() => told === 2);
  });

  it('looks at the clock again when its page is shown', async () => {
    let day = now();
    const { widget } = put((one) => {
      one.now = () => day;
      one.backend = smallBackend('ana', {}, [action('a', 'Ask', '2026-05-13')]);
    });
    await settled(widget);
    expect(text(widget)).to.contain('Today');
    day += 2 * 86_400_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => text(widget).includes('2 days overdue'));
  });
});

describe('configureWorkspace()', () => {
  afterEach(() => document.querySelectorAll('action-workspace, actions-widget').forEach((one) => one.remove()));

  it('serves the elements that have no workspace around them, whenever it is called', async () => {
    const widget = document.createElement('actions-widget');
    document.body.append(widget);
    await aTimeout(20);
    const end = configureWorkspace({ backend: smallBackend() });
    await settled(widget);
    expect(titles(widget)).to.have.length(5);
    const { widget: inside } = put((one) => (one.backend = smallBackend('ben')));
    await settled(inside);
    expect(titles(inside)).to.have.length(1);
    end();
    await widget.updateComplete;
    expect(titles(widget)).to.have.length(0);
  });
});
