// A page's own data, by property and in a script: little will do, and what cannot be used is said in the element and
// reported to the page, with its place and how to mend it. So for every element.
import { expect } from '@open-wc/testing';
import '../../src/define.ts';
import type { InitialData } from '../../src/workspace-scope/initial-data.ts';
import { waitUntil } from '../parts/wait.ts';

const LITTLE: InitialData = {
  viewerId: 'ana',
  people: [{ id: 'ana', name: 'Ana' }],
  actions: [{ title: 'Send the deck', due: '2026-05-22' }, { title: 'Book a room' }],
};

const TAGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'action-list': {},
  'actions-widget': {},
  'actions-dashboard': {},
  'meeting-actions': { relationship: 'r' },
  'mutual-action-plan': { room: 'room' },
  'engagement-list': {},
  'engagement-timeline': { engagement: 'e' },
  'engagement-settings': { engagement: 'e' },
  'engagement-wizard': {},
};

type Fed = HTMLElement & { initialData: unknown };

/** What is reported to the page: the test runner would take it for a failure. */
let reported: string[] = [];
const { reportError } = globalThis;
beforeEach(() => {
  reported = [];
  globalThis.reportError = (error) => reported.push((error as Error).message);
});
afterEach(() => {
  globalThis.reportError = reportError;
  document.body.replaceChildren();
});

function put(tag: string, feed: (element: Fed) => void): Fed {
  const element = document.createElement(tag) as Fed;
  for (const [name, value] of Object.entries(TAGS[tag] ?? {})) element.setAttribute(name, value);
  feed(element);
  document.body.append(element);
  return element;
}

const shownIn = (element: Element) => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';

function saysIn(element: Element, text: string): Promise<void> {
  return waitUntil(
    () => [...element.shadowRoot!.querySelectorAll('[role=alert]')].some((one) => one.textContent.includes(text)),
    `<${element.localName}> never said “${text}”: ${shownIn(element)}`,
  );
}

function script(text: string): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.textContent = text;
  return element;
}

describe('plain data', () => {
  for (const tag of ['action-list', 'actions-widget']) {
    it(`of little makes a working <${tag}>`, async () => {
      for (const feed of [
        (element: Fed) => (element.initialData = LITTLE),
        (element: Fed) => element.append(script(JSON.stringify(LITTLE))),
      ]) {
        const element = put(tag, feed);
        await waitUntil(() => shownIn(element).includes('Book a room'), shownIn(element));
        expect(shownIn(element)).to.contain('Send the deck');
        element.remove();
      }
      expect(reported).to.deep.equal([]);
    });
  }

  for (const tag of Object.keys(TAGS)) {
    it(`that cannot be used is told of in <${tag}> and to the page`, async () => {
      const element = put(
        tag,
        (one) => (one.initialData = { ...LITTLE, actions: [{ title: 'A', due: '2026-02-30' }] }),
      );
      await saysIn(element, 'actions[0].due is not a day of the calendar');
      expect(reported).to.have.length(1);
      expect(reported[0]).to.contain('actions[0].due is not a day of the calendar');
    });

    it(`that is no JSON is told of in <${tag}> and to the page`, async () => {
      const element = put(tag, (one) => one.append(script('{ viewerId: ana }')));
      await saysIn(element, `The <script type="application/json"> in <${tag}> is not JSON`);
      expect(reported).to.have.length(1);
    });
  }

  it('that is mended is shown', async () => {
    const element = put('action-list', (one) => (one.initialData = { viewerId: 'ana' }));
    await saysIn(element, 'people is required');
    element.initialData = LITTLE;
    await waitUntil(() => shownIn(element).includes('Book a room'), shownIn(element));
  });

  it('of a workspace is told of in the elements inside it, once to the page', async () => {
    const workspace = document.createElement('action-workspace') as Fed;
    workspace.initialData = { ...LITTLE, viewerId: 'zoe' };
    workspace.innerHTML = '<action-list></action-list><actions-widget></actions-widget>';
    document.body.append(workspace);
    for (const element of workspace.children)
      await saysIn(element, 'viewerId must be the id of one of people; it is zoe');
    expect(reported).to.have.length(1);
  });

  it('that is null or undefined is none: the workspace around is shown', async () => {
    const workspace = document.createElement('action-workspace') as Fed;
    workspace.initialData = LITTLE;
    workspace.innerHTML = '<action-list></action-list>';
    const list = workspace.querySelector<Fed>('action-list')!;
    list.initialData = null;
    document.body.append(workspace);
    await waitUntil(() => shownIn(list).includes('Book a room'), shownIn(list));
  });
});
