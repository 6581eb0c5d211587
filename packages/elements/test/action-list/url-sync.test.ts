// What the list is asked for stands in the page's address, where the host wants it.
import { expect } from '@open-wc/testing';
import { listOn, settled, titles } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const parameter = (name: string) => new URL(location.href).searchParams.get(name);

describe('<action-list sync-url>', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('leaves the address alone unless it is asked', async () => {
    const list = await listOn();
    list.filter = 'status:done';
    await settled(list);
    expect(location.href).to.equal(before);
  });

  it('writes what the person asks for, and nothing while it is as it began', async () => {
    const list = await listOn({ attributes: { 'sync-url': 'query' } });
    expect(parameter('actions')).to.equal(null);
    list.filter = 'status:done';
    await settled(list);
    await waitUntil(() => parameter('actions') === 'status:done', location.href);
    list.filter = '';
    await waitUntil(() => parameter('actions') === '', location.href);
    list.filter = 'status:todo,overdue,inProgress assignee:me';
    await waitUntil(() => parameter('actions') === null, location.href);
    list.sort = '-due';
    await waitUntil(() => parameter('actions-sort') === '-due', location.href);
    list.groupBy = 'status';
    await waitUntil(() => parameter('actions-group') === 'status', location.href);
  });

  it('begins as the address says, and keeps the other parameters', async () => {
    history.replaceState(null, '', '?tab=2&mine=status:todo,overdue "send"&mine-sort=title#here');
    const list = await listOn({ attributes: { 'sync-url': 'query', 'url-key': 'mine' } });
    await settled(list);
    expect(titles(list)).to.deep.equal(['Send the deck']);
    expect(list.sort).to.equal('title');
    list.filter = 'status:todo';
    await waitUntil(() => parameter('mine') === 'status:todo', location.href);
    expect(parameter('tab')).to.equal('2');
    expect(location.hash).to.equal('#here');
  });

  it('uses the hash where the page’s query is its own', async () => {
    history.replaceState(null, '', '#actions=status:todo,overdue "handbook"');
    const list = await listOn({ attributes: { 'sync-url': 'hash' } });
    await settled(list);
    expect(titles(list)).to.deep.equal(['Read the handbook']);
    list.filter = 'status:done';
    await waitUntil(() => new URLSearchParams(location.hash.slice(1)).get('actions') === 'status:done', location.href);
  });

  it('follows Back and Forward, and takes nothing that is no order or group', async () => {
    history.replaceState(null, '', '?actions=status:todo&actions-sort=sideways');
    const list = await listOn({ attributes: { 'sync-url': 'query' } });
    expect(list.sort).to.equal('due');
    history.replaceState(null, '', '?actions=status:todo,overdue "summary"');
    dispatchEvent(new PopStateEvent('popstate'));
    await waitUntil(() => titles(list).join() === 'Write the summary', titles(list).join());
  });
});
