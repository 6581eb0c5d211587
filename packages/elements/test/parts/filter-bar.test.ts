import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { ActionFilter } from '@followthrough/core/schema';
import type { FilterBarSpec } from '../../src/parts/filter-bar.ts';
import { facetsOf, spanFilter, spanOf, SPANS, withoutFacet } from '../../src/parts/filter-facets.ts';
import './parts-host.ts';
import { type PartsHost, TODAY } from './parts-host.ts';
import {
  all,
  focusedName,
  has,
  isAccessible,
  nameOf,
  opens,
  press,
  settled,
  textOf,
  the,
  type,
  until,
} from './roles.ts';

async function shown(
  filter: ActionFilter = {},
  spec: Partial<FilterBarSpec> = {},
  width = '900px',
): Promise<PartsHost> {
  const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
  host.style.width = width;
  host.shows = 'filterBar';
  host.filter = filter;
  host.filterSpec = spec;
  host.requestUpdate();
  await settled(host);
  return host;
}

const DEFAULT: ActionFilter = { status: ['todo', 'overdue'], assignee: 'me' };

describe('the filter bar', () => {
  it('is accessible, closed and with a menu open', async () => {
    const host = await shown(DEFAULT);
    await isAccessible(host);
    the(host, 'button', 'Status: To do, Overdue').click();
    await opens(host);
    await isAccessible(host);
  });

  it('is a search, and names each facet with its value', async () => {
    const host = await shown(DEFAULT);
    expect(host.renderRoot.querySelector('[role="search"]')).to.exist;
    for (const name of ['Status: To do, Overdue', 'Assignee: Me', 'Where: All', 'Due: All']) {
      expect(has(host, 'button', name), name).to.equal(true);
    }
  });

  it('chooses several statuses in one go', async () => {
    const host = await shown();
    the(host, 'button', 'Status: All').focus();
    await press(host, 'Enter');
    await opens(host);
    await press(host, ' ', 'ArrowDown', ' ');
    expect(host.filter).to.deep.equal({ status: ['todo', 'overdue'] });
    await press(host, ' ');
    expect(host.filter).to.deep.equal({ status: ['todo'] });
    await press(host, 'Escape');
    expect(focusedName(host)).to.equal('Status: To do');
  });

  it('is unfiltered, not empty, where no status is left chosen', async () => {
    const host = await shown({ status: ['done'] });
    the(host, 'button', 'Status: Done').click();
    await opens(host);
    the(host, 'menuitemcheckbox', 'Done').click();
    expect(host.filter).to.deep.equal({});
  });

  it('shows all of a facet again by its ×, and keeps focus on the chip', async () => {
    const host = await shown(DEFAULT);
    the(host, 'button', 'Show all: Assignee').click();
    await settled(host);
    expect(host.filter).to.deep.equal({ status: ['todo', 'overdue'] });
    expect(focusedName(host)).to.equal('Assignee: All');
  });

  for (const key of ['Delete', 'Backspace']) {
    it(`shows all of a facet again by ${key} on its chip`, async () => {
      const host = await shown(DEFAULT);
      the(host, 'button', 'Status: To do, Overdue').focus();
      await press(host, key);
      expect(host.filter).to.deep.equal({ assignee: 'me' });
    });
  }

  it('filters by a person', async () => {
    const host = await shown();
    the(host, 'button', 'Assignee: All').click();
    await opens(host);
    await type(host, 'tom');
    await press(host, 'Enter');
    expect(host.filter).to.deep.equal({ assignee: 'tom' });
    expect(focusedName(host)).to.equal('Assignee: Tom Okafor');
  });

  it('filters by a relationship, or Personal', async () => {
    const host = await shown();
    the(host, 'button', 'Where: All').click();
    await opens(host);
    expect(all(host, 'option').map(nameOf)).to.deep.equal([
      'All',
      'Personal',
      'Zoë Lindqvist You manage',
      'Tom Okafor · Zoë Lindqvist',
    ]);
    await type(host, 'manage');
    await press(host, 'Enter');
    expect(host.filter).to.deep.equal({ context: 'relationship:r-zoe' });
    expect(has(host, 'button', 'Where: Zoë Lindqvist')).to.equal(true);
  });

  it('offers no place in a list of one', async () => {
    const host = await shown({}, { relationships: null });
    expect(has(host, 'button', /^Where/)).to.equal(false);
  });

  it('filters by a named span of due dates', async () => {
    const host = await shown();
    the(host, 'button', 'Due: All').click();
    await opens(host);
    the(host, 'menuitemradio', 'This week').click();
    await settled(host);
    expect(host.filter).to.deep.equal({ dueFrom: '2026-11-23', dueTo: '2026-11-29' });
    expect(has(host, 'button', 'Due: This week')).to.equal(true);
  });

  /** The dates of the chip, opened. */
  async function dates(filter: ActionFilter = {}, chip = 'Due: All'): Promise<PartsHost> {
    const host = await shown(filter);
    the(host, 'button', chip).click();
    await opens(host);
    the(host, 'menuitemradio', 'Dates…').click();
    await until(() => host.renderRoot.querySelector('.filter-span') !== null, 'the dates');
    await settled(host);
    return host;
  }

  const spanText = (host: PartsHost) => textOf(host.renderRoot.querySelector('.filter-span'));

  async function write(host: PartsHost, name: string, text: string): Promise<void> {
    const field = the(host, 'textbox', name) as HTMLInputElement;
    field.focus();
    field.select();
    await type(host, text);
  }

  it('filters by any other span, typed as due dates are', async () => {
    const host = await dates();
    await isAccessible(host);
    await write(host, 'From', 'fri');
    expect(spanText(host)).to.contain('Friday, 27 November 2026');
    await write(host, 'To', '15 mar');
    expect(spanText(host)).to.contain('Monday, 15 March 2027');
    await press(host, 'Enter');
    expect(host.filter).to.deep.equal({ dueFrom: '2026-11-27', dueTo: '2027-03-15' });
  });

  it('starts from the span there is, which may be open or past', async () => {
    const host = await dates({ dueFrom: '2026-01-02' }, 'Due: From 2 Jan');
    expect((the(host, 'textbox', 'From') as HTMLInputElement).value).to.equal('2 Jan 2026');
    await write(host, 'To', '31 dec 2025');
    the(host, 'button', 'Apply').click();
    await settled(host);
    expect(spanText(host)).to.contain('The first date comes after the last.');
    expect(focusedName(host)).to.equal('To');
    await write(host, 'To', '2026-02-03');
    await press(host, 'Enter');
    expect(host.filter).to.deep.equal({ dueFrom: '2026-01-02', dueTo: '2026-02-03' });
  });

  it('says what is no date once it is to be applied, and what lies outside at once', async () => {
    const host = await dates();
    await write(host, 'From', 'soonish');
    expect(the(host, 'textbox', 'From').getAttribute('aria-invalid')).to.equal(null);
    await press(host, 'Enter');
    expect(spanText(host)).to.contain('Not understood as a date.');
    expect(the(host, 'textbox', 'From').getAttribute('aria-invalid')).to.equal('true');
    expect(focusedName(host)).to.equal('From');
    await write(host, 'From', '1 jan 2300');
    expect(spanText(host)).to.contain('Pick a date from 1970 to 2199.');
    expect(host.filter).to.deep.equal({});
    await isAccessible(host);
  });

  it('takes a date from the browser’s own calendar too', async () => {
    const host = await dates();
    expect(has(host, 'button', 'From: Pick a date…')).to.equal(true);
    const native = host.renderRoot.querySelector<HTMLInputElement>('input[type="date"]')!;
    native.value = '2026-12-24';
    native.dispatchEvent(new Event('change'));
    await settled(host);
    expect((the(host, 'textbox', 'From') as HTMLInputElement).value).to.equal('24 Dec 2026');
    the(host, 'button', 'Apply').click();
    await settled(host);
    expect(host.filter).to.deep.equal({ dueFrom: '2026-12-24' });
  });

  it('searches while one types, once typing pauses', async () => {
    const host = await shown(DEFAULT);
    host.filterBar.focus();
    await type(host, 'deck');
    await until(() => host.filter.query === 'deck', 'the query is taken');
    expect(host.filter).to.deep.equal({ ...DEFAULT, query: 'deck' });
    await press(host, 'Escape');
    expect(host.filter).to.deep.equal(DEFAULT);
  });

  it('clears all that it shows, and nothing else', async () => {
    const host = await shown({ ...DEFAULT, query: 'deck', dueFrom: '2026-01-01', recent: 30 });
    the(host, 'button', 'Clear filters').click();
    await settled(host);
    expect(host.filter).to.deep.equal({ recent: 30 });
    expect(has(host, 'button', 'Clear filters')).to.equal(false);
    expect(focusedName(host)).to.equal('Status: All');
  });

  it('tells how many results a change gives', async () => {
    const host = await shown(DEFAULT);
    the(host, 'button', 'Show all: Status').click();
    await until(
      () =>
        textOf(document.querySelector('body > [role="status"]')).includes('12 actions') ||
        'ariaNotify' in document.documentElement,
      'the count is said',
    );
    await aTimeout(0);
  });

  it('orders and groups by menus that show the present choice', async () => {
    const host = await shown();
    the(host, 'button', 'Sort: Due date, earliest first').click();
    await opens(host);
    expect(the(host, 'menuitemradio', 'Due date, earliest first').getAttribute('aria-checked')).to.equal('true');
    the(host, 'menuitemradio', 'Title, A to Z').click();
    await settled(host);
    expect(host.sort).to.equal('title');
    the(host, 'button', 'Group: No groups').click();
    await opens(host);
    the(host, 'menuitemradio', 'Assignee').click();
    await settled(host);
    expect(host.grouping).to.equal('assignee');
  });

  it('hides the chips behind a button with their number where it is narrow', async () => {
    const host = await shown(DEFAULT, {}, '320px');
    expect(has(host, 'button', 'Status: To do, Overdue')).to.equal(false);
    const toggle = the(host, 'button', 'Filters (2)');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    toggle.click();
    await settled(host);
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    expect(has(host, 'button', 'Status: To do, Overdue')).to.equal(true);
  });
});

describe('the facets of a filter', () => {
  for (const span of SPANS) {
    it(`knows ${span} again`, () => expect(spanOf(spanFilter(span, TODAY, 1), TODAY, 1)).to.equal(span));
  }
  it('knows any other span for dates', () => expect(spanOf({ dueFrom: '2026-01-01' }, TODAY, 1)).to.equal('dates'));
  it('names those that are set', () => {
    expect(facetsOf({ status: ['todo'], dueTo: '2026-01-01', recent: 3 })).to.deep.equal(['status', 'due']);
  });
  it('takes one away and keeps the rest', () => {
    expect(withoutFacet({ status: ['todo'], overdue: true, side: 'us' }, 'due')).to.deep.equal({
      status: ['todo'],
      side: 'us',
    });
  });
});
