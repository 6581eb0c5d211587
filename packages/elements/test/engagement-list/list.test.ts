// The list of engagements: what its rows say, filtering and ordering on the backend, opening, pages as one scrolls.
import { expect } from '@open-wc/testing';
import { the, has, opens, isAccessible, press, textOf, type } from '../parts/roles.ts';
import type { EngagementOpen } from '../../src/engagement-list/list-events.ts';
import { engagement, inRow, listOn, many, rows, settled, soon, tick, titles, workspace } from './fixture.ts';

describe('<engagement-list>', () => {
  it('says of each whose it is, how it stands, when it runs and how far it has come', async () => {
    const list = await listOn();
    expect(titles(list)).to.deep.equal(['A first draft', 'B second draft', 'C active', 'D shared', 'E for a group']);
    const text = (title: string, column: string) => inRow(list, title, column).textContent.replace(/\s+/g, ' ').trim();
    expect(text('C active', 'coachees')).to.contain('Ann Archer');
    expect(text('C active', 'coach')).to.contain('Cora Coach');
    expect(text('C active', 'status')).to.equal('Active');
    expect(text('A first draft', 'status')).to.equal('Draft');
    expect(text('D shared', 'shared')).to.equal('Shared');
    expect(text('C active', 'shared')).to.equal('Not shared');
    expect(text('C active', 'dates')).to.equal('20 Apr – 31 Jul');
    expect(text('D shared', 'dates')).to.equal('2 Feb – 29 Jan 2027');
    expect(text('A first draft', 'dates')).to.equal('No dates');
    expect(text('A first draft', 'progress')).to.contain('No items');
    await soon(() => text('E for a group', 'coachees') === 'New leaders (2)');
    expect(inRow(list, 'E for a group', 'coachees').title).to.equal('Group: New leaders\nAnn Archer\nBen Okafor');
  });

  it('is accessible', async () => {
    await isAccessible(await listOn());
  });

  it('asks the backend for what a chip is set to, says so in an event, and takes it back', async () => {
    const list = await listOn();
    const told: string[] = [];
    list.addEventListener('filter-change', (event) =>
      told.push(JSON.stringify((event as Event & { filter: unknown }).filter)),
    );
    the(list, 'button', 'Status: All').click();
    await opens(list);
    the(list, 'menuitemradio', 'Draft').click();
    await soon(() => titles(list).length === 2);
    expect(titles(list)).to.deep.equal(['A first draft', 'B second draft']);
    expect(told).to.deep.equal(['{"status":"draft"}']);
    the(list, 'button', 'Coachee: All').click();
    await opens(list);
    await type(list, 'ben');
    await press(list, 'Enter');
    await soon(() => titles(list).length === 1);
    expect(titles(list)).to.deep.equal(['B second draft']);
    the(list, 'button', 'Clear filters').click();
    await soon(() => titles(list).length === 5);
  });

  it('searches while one types', async () => {
    const list = await listOn();
    the(list, 'searchbox', 'Search engagements').focus();
    await type(list, 'draft');
    await soon(() => titles(list).length === 2);
  });

  it('is ordered by its headers, and tells so', async () => {
    const list = await listOn();
    const header = () => list.renderRoot.querySelector('[role="columnheader"].dates');
    expect(header()?.getAttribute('aria-sort')).to.equal('none');
    the(list, 'button', 'Start – end').click();
    await soon(() => titles(list)[0] === 'D shared');
    expect(header()?.getAttribute('aria-sort')).to.equal('ascending');
    the(list, 'button', /^Start – end/).click();
    await soon(() => titles(list)[0] === 'C active');
    expect(header()?.getAttribute('aria-sort')).to.equal('descending');
  });

  it('begins with the filter and order it is given as text, and shows the columns that are named', async () => {
    const list = await listOn({ attributes: { filter: 'status:active', sort: '-title', columns: 'status, coach' } });
    expect(titles(list)).to.deep.equal(['E for a group', 'D shared', 'C active']);
    const headers = [...list.renderRoot.querySelectorAll('[role="columnheader"]')].map(
      (header) => header.getAttribute('aria-label') ?? header.textContent.trim(),
    );
    expect(headers).to.deep.equal(['Selected', 'Engagement', 'Status', 'Coach']);
    list.filter = 'shared:yes';
    await soon(() => titles(list).length === 1);
  });

  it('asks its page to open an engagement, from its title and from anywhere in its row', async () => {
    const list = await listOn();
    const opened: (string | null)[][] = [];
    list.addEventListener('engagement-open', (event: EngagementOpen) => {
      event.preventDefault();
      opened.push([event.engagement.id, event.href]);
    });
    inRow(list, 'C active', 'title').click();
    inRow(list, 'C active', 'coach').click();
    list.links = { engagement: (id) => `#/engagements/${id}` };
    await settled(list);
    expect(inRow(list, 'D shared', 'title').getAttribute('href')).to.equal('#/engagements/fourth');
    inRow(list, 'D shared', 'status').click();
    expect(opened.slice(0, 2)).to.deep.equal([
      ['third', null],
      ['third', null],
    ]);
    expect(opened[2]?.[0]).to.equal('fourth');
    expect(opened[2]?.[1]).to.match(/#\/engagements\/fourth$/);
    list.links = { engagement: () => 'javascript:alert(1)' };
    await settled(list);
    expect(inRow(list, 'D shared', 'title').localName).to.equal('button');
  });

  it('asks its page where engagements are made', async () => {
    const list = await listOn();
    let asked = 0;
    list.addEventListener('engagement-create-request', () => asked++);
    the(list, 'button', 'New engagement').click();
    expect(asked).to.equal(1);
  });

  it('keeps few of ten thousand rows in the page, loads on as one scrolls, and knows how many there are', async () => {
    const list = await listOn({ backend: workspace(many(10_000))('dora'), attributes: { 'page-size': '200' } });
    const grid = list.renderRoot.querySelector('[role="grid"]');
    expect(grid?.getAttribute('aria-rowcount')).to.equal('10001');
    for (let turn = 0; turn < 6; turn++) {
      window.scrollTo(0, document.documentElement.scrollHeight);
      await settled(list);
    }
    await soon(() => titles(list).some((title) => title > 'Programme 00600'));
    const nodes = list.renderRoot.querySelectorAll('.rows *').length;
    expect(rows(list).length).to.be.lessThan(60);
    expect(nodes).to.be.lessThan(2500);
    window.scrollTo(0, 0);
  });

  it('folds into cards where it is narrow, with no box on them until "Bulk Action" is pressed', async () => {
    const list = await listOn({ width: 360 });
    expect(has(list, 'checkbox', /^Select “A first draft/)).to.equal(false);
    the(list, 'button', 'Bulk Action').click();
    await settled(list);
    await tick(list, 'A first draft');
    expect(has(list, 'toolbar', 'Bulk actions')).to.equal(true);
    for (const row of rows(list)) expect(row.scrollWidth).to.be.at.most(360);
    await isAccessible(list);
  });

  it('names coachees in full where it is narrow and nothing can be selected', async () => {
    const list = await listOn({ backend: workspace()('cora'), width: 320 });
    const names = [...list.renderRoot.querySelectorAll<HTMLElement>('.row .coachees .ellipsis')];
    expect(names.map(textOf)).to.include('Ann Archer');
    for (const name of names) expect(name.scrollWidth, textOf(name)).to.be.at.most(name.clientWidth);
  });

  it('folds as one where its text is set twice as large', async () => {
    const list = await listOn({ width: 1100 });
    const host = list.parentElement;
    if (host) host.style.fontSize = '32px';
    await settled(list);
    for (const row of rows(list)) expect(row.scrollWidth).to.be.at.most(row.clientWidth);
    expect(getComputedStyle(inRow(list, 'A first draft', 'status')).gridRowStart).to.equal('1');
  });

  it('keeps filter and order in the address where its page wants that', async () => {
    const before = location.href;
    const list = await listOn({ attributes: { 'sync-url': 'query' } });
    the(list, 'button', 'Engagement').click();
    list.filter = { status: 'draft', coach: 'me' };
    await soon(() => new URLSearchParams(location.search).get('engagements') === 'status:draft coach:me');
    expect(new URLSearchParams(location.search).get('engagements-sort')).to.equal('-title');
    const again = await listOn({ attributes: { 'sync-url': 'query' } });
    expect(again.sort).to.equal('-title');
    expect(again.filter).to.equal('status:draft coach:me');
    history.replaceState(null, '', before);
  });

  it('keeps markup in titles as text', async () => {
    const title = '<img src=x onerror="alert(1)">';
    const list = await listOn({ backend: workspace([engagement('x', title)])('dora') });
    expect(titles(list)).to.deep.equal([title]);
    expect(list.renderRoot.querySelector('.rows img')).to.equal(null);
  });
});
