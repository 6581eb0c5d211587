// What a host page says of a list beyond its data: its columns, its own drawing of cells, things of its own in rows, and
// how often to look again.
import { aTimeout, expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { html } from 'lit';
import type { ActionList } from '../../src/action-list/class.ts';
import { backendFor, inRow, listOn, now, record, rowOf, settled, snapshot, titles } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

/** The names of the column headers, from the start to the end. */
function headers(list: ActionList): string[] {
  return [...list.renderRoot.querySelectorAll('[role="columnheader"]')].map(
    (header) => header.getAttribute('aria-label') ?? header.textContent.trim(),
  );
}

/** Where the visible cells of a row begin, by their column, in the order in which they are read. */
function shownCells(list: ActionList, title: string): string[] {
  return [...rowOf(list, title).querySelectorAll<HTMLElement>('[role="gridcell"]')]
    .filter((cell) => cell.checkVisibility())
    .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
    .map((cell) => cell.dataset['column'] ?? cell.querySelector<HTMLElement>('[data-column]')?.dataset['column'] ?? '');
}

describe('the columns of a list', () => {
  it('are the host page’s, in its order', async () => {
    const list = await listOn({ attributes: { columns: 'updated, due' } });
    expect(headers(list)).to.deep.equal(['Selected', 'Done', 'Action', 'Updated', 'Due', 'More']);
    expect(shownCells(list, 'Send the deck')).to.deep.equal(['select', 'done', 'title', 'updated', 'due', 'more']);
    await expect(list).to.be.accessible();
  });

  it('may be the title alone', async () => {
    const list = await listOn({ attributes: { columns: '', readonly: '', selection: 'none' } });
    expect(headers(list)).to.deep.equal(['Done', 'Action']);
  });

  it('are the usual ones where a name is none, which is reported once', async () => {
    const reported: unknown[] = [];
    const listen = (event: ErrorEvent) => {
      event.preventDefault();
      reported.push(event.error);
    };
    addEventListener('error', listen);
    const kept = globalThis.onerror;
    globalThis.onerror = null;
    try {
      const list = await listOn({ attributes: { columns: 'due asignee' } });
      expect(headers(list)).to.deep.equal(['Selected', 'Done', 'Action', 'Due', 'Assignee', 'Where', 'Status', 'More']);
      expect(reported.map(String)).to.deep.equal([
        'TypeError: columns of <action-list> names “asignee”, which is none of due, assignee, where, status, updated.',
      ]);
    } finally {
      removeEventListener('error', listen);
      globalThis.onerror = kept;
    }
  });

  it('say when each was changed, and sort by it, the latest first', async () => {
    const data = snapshot([
      record('a1', 'Older', '2026-05-20', { updatedAt: '2026-05-02T09:00:00Z' }),
      record('a2', 'Newer', '2026-05-21', { updatedAt: '2026-05-14T23:30:00Z' }),
    ]);
    const list = await listOn({ backend: backendFor('ana', data), attributes: { columns: 'updated' } });
    expect(inRow(list, 'Newer', 'updated').innerText).to.equal('Yesterday');
    expect(inRow(list, 'Newer', 'updated').title).to.match(/^Thursday,? 14 May 2026$/);
    expect(inRow(list, 'Older', 'updated').innerText).to.equal('2 May');
    const header = list.renderRoot.querySelector<HTMLElement>('[role="columnheader"] [data-column="updated"]');
    header?.click();
    await settled(list);
    expect(titles(list)).to.deep.equal(['Newer', 'Older']);
    expect(header?.parentElement?.getAttribute('aria-sort')).to.equal('descending');
  });

  it('keep their keys: the arrows go through those that are shown', async () => {
    const list = await listOn({ attributes: { columns: 'status' } });
    list.focusItem('a1');
    const focused = () => (list.shadowRoot?.activeElement as HTMLElement | null)?.dataset['column'];
    expect(focused()).to.equal('title');
    for (const column of ['status', 'more']) {
      list.shadowRoot?.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }),
      );
      expect(focused()).to.equal(column);
    }
  });
});

describe('a host page’s renderers', () => {
  it('draw cells in place of the list, around what it would show', async () => {
    const list = await listOn();
    list.renderers = {
      title: ({ action, defaultContent }) => html`<b>${defaultContent}</b> #${action.id}`,
      status: ({ action }) => `<i>${action.state}</i>`,
    };
    await settled(list);
    const title = list.renderRoot.querySelector('[part="item-title"]');
    expect(title?.querySelector('b')?.textContent).to.equal('Send the deck');
    expect(title?.textContent).to.equal('Send the deck #a1');
    // A text is text.
    const status = rowOf(list, 'Send the deck #a1').querySelector<HTMLElement>('[data-column="status"]');
    expect(status?.innerText).to.equal('<i>todo</i>');
    list.renderers = undefined;
    await settled(list);
    expect(titles(list)[0]).to.equal('Send the deck');
  });
});

describe('what a host page puts into rows', () => {
  it('stands before or after the title of its action, as it comes and goes', async () => {
    const list = await listOn();
    const badge = document.createElement('span');
    badge.textContent = 'VIP';
    badge.slot = 'item-a2-end';
    list.append(badge);
    await settled(list);
    const slotIn = (title: string) => rowOf(list, title).querySelector('slot');
    expect(slotIn('Call the client')?.assignedElements()).to.deep.equal([badge]);
    expect(slotIn('Send the deck')).to.equal(null);
    const title = rowOf(list, 'Call the client').querySelector('[part="item-title"]');
    expect(badge.getBoundingClientRect().left).to.be.at.least(title?.getBoundingClientRect().right ?? Infinity);
    badge.slot = 'item-a1-start';
    await settled(list);
    expect(slotIn('Call the client')).to.equal(null);
    expect(slotIn('Send the deck')?.assignedElements()).to.deep.equal([badge]);
    badge.remove();
    await settled(list);
    expect(slotIn('Send the deck')).to.equal(null);
  });
});

describe('what a list tells its page of how it stands', () => {
  it('is that it loads and has loaded, that it could not, that nobody answers, and what waits', async () => {
    const told: string[] = [];
    const backend = backendFor();
    let away = false;
    const unreachable = () => new BackendError('network');
    const actions: Backend['actions'] = {
      ...backend.actions,
      list: (query) => (away ? Promise.reject(unreachable()) : backend.actions.list(query)),
      setState: (...given) => (away ? Promise.reject(unreachable()) : backend.actions.setState(...given)),
    };
    const list = document.createElement('action-list');
    list.backend = { ...backend, actions };
    list.now = now;
    for (const type of ['load-start', 'load-end', 'load-error', 'offline-change', 'pending-change'] as const) {
      list.addEventListener(type, () => told.push(type));
    }
    document.body.append(list);
    await waitUntil(() => told.includes('load-end'), 'it never loaded');
    expect(told).to.deep.equal(['load-start', 'load-end']);
    await settled(list);
    told.length = 0;
    away = true;
    await list.refresh();
    await settled(list);
    expect(told).to.include.members(['load-start', 'load-error', 'offline-change']);
    told.length = 0;
    inRow(list, 'Book a room', 'done').click();
    await waitUntil(() => told.includes('pending-change'), 'nothing waits');
    list.remove();
  });

  it('gives scripts its workspace’s stores', async () => {
    const list = await listOn();
    expect(list.store?.actions.get('a1')?.title).to.equal('Send the deck');
  });
});

describe('polling', () => {
  it('loads again by itself what a backend tells nobody of', async () => {
    const data = snapshot();
    const backend = backendFor('ana', data);
    const list = await listOn({ backend, attributes: { poll: '0.1' } });
    await backend.actions.update('a1', { title: 'Send the new deck' }, { version: 1 });
    await waitUntil(() => titles(list).includes('Send the new deck'), 'it never looked again');
  });

  it('ends when the list leaves the page, or is no longer asked to', async () => {
    const backend = backendFor();
    let asked = 0;
    const actions: Backend['actions'] = {
      ...backend.actions,
      list: (query) => {
        asked++;
        return backend.actions.list(query);
      },
    };
    const list = await listOn({ backend: { ...backend, actions }, attributes: { poll: '0.05' } });
    await waitUntil(() => asked > 2, 'it does not poll');
    list.poll = undefined;
    await settled(list);
    const before = asked;
    await aTimeout(200);
    expect(asked).to.equal(before);
    list.poll = 0.05;
    await waitUntil(() => asked > before, 'it does not begin again');
    list.remove();
    await aTimeout(60);
    const after = asked;
    await aTimeout(200);
    expect(asked).to.equal(after);
  });
});
