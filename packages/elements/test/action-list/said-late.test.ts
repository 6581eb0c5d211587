// What a page says of a list counts whenever it is said: before the list is on the page, right after, and later.
import { aTimeout, expect } from '@open-wc/testing';
import { backendFor, now, titles } from './fixture.ts';
import type { ActionList } from '../../src/action-list/class.ts';
import { waitUntil } from '../parts/wait.ts';

const times: [name: string, later: (say: () => void) => void][] = [
  ['in the same task', (say) => say()],
  ['in a microtask', (say) => queueMicrotask(say)],
  ['in the next task', (say) => setTimeout(say)],
  ['once it is there', (say) => setTimeout(say, 500)],
];
const sayings: [name: string, say: (list: ActionList) => void][] = [
  ['filter by property', (list) => (list.filter = 'status:done')],
  ['filter by attribute', (list) => list.setAttribute('filter', 'status:done')],
  ['sync-url', (list) => list.setAttribute('sync-url', 'hash')],
];

describe('<action-list> hears what is said after it was put on the page', () => {
  let list: ActionList;
  beforeEach(() => history.replaceState(null, '', '#actions=status%3Adone'));
  afterEach(() => {
    list.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [when, later] of times) {
    for (const [name, say] of sayings) {
      it(`${name}, ${when}`, async () => {
        list = document.createElement('action-list');
        Object.assign(list, { backend: backendFor(), now });
        document.body.append(list);
        later(() => say(list));
        await waitUntil(() => titles(list).join() === 'Agree the goals', `it shows ${titles(list).join()}`);
        list.removeAttribute('sync-url');
        list.filter = undefined;
        await waitUntil(() => titles(list).length === 6, 'it does not show what it begins with');
        await aTimeout(0);
        expect(titles(list)).to.include('Send the deck');
      });
    }
  }
});
