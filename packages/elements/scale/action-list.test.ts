// Ten thousand rows: few elements, the right text at the right place after every edit, removal and leap, find-in-page
// and paper that know them all.
import { expect, fixture, nextFrame } from '@open-wc/testing';
import type { ActionRecord } from '@followthrough/core/schema';
import { html } from 'lit';
import type { ActionList } from '../src/action-list/class.ts';
import { backendFor, now, PERSONAL, record, snapshot } from '../test/action-list/fixture.ts';
import { waitUntil } from '../test/parts/wait.ts';

const COUNT = 10_000;
const HEIGHT = 600;

const many = (count: number): ActionRecord[] =>
  Array.from({ length: count }, (_, at) =>
    record(`m${String(at).padStart(5, '0')}`, `Action ${at}`, '2026-05-20', PERSONAL),
  );

async function listOf(count: number, attributes: Record<string, string> = {}): Promise<ActionList> {
  const frame = document.createElement('div');
  document.body.append(frame);
  frame.style.blockSize = `${HEIGHT}px`;
  frame.style.inlineSize = '1000px';
  const list = document.createElement('action-list');
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  list.style.blockSize = '100%';
  list.backend = backendFor('ana', snapshot(many(count)));
  list.now = now;
  frame.append(list);
  const rowCount = () => list.renderRoot.querySelector('[role="grid"]')?.getAttribute('aria-rowcount');
  await waitUntil(() => Number(rowCount()) > count, `${count} rows did not load`, 60_000);
  // What scrolls through all comes after the first screenful, with what acts on it.
  await import('../src/action-list/tools.ts');
  const hasTools = () => list.renderRoot.querySelector('.filter-bar, .quick-add') !== null;
  await waitUntil(hasTools, 'the tools did not come', 60_000);
  await still();
  return list;
}

/** Waits until scrolling has come to rest. */
async function still(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  await nextFrame();
}

const scrollerOf = (list: ActionList) => list.renderRoot.querySelector('.scroller') as HTMLElement;
const elementsIn = (list: ActionList) => list.renderRoot.querySelectorAll('*').length;

/** The title of the row that is seen at a height of the scroller. */
function titleAt(list: ActionList, y: number): string {
  const { left, top } = scrollerOf(list).getBoundingClientRect();
  const seen = (list.shadowRoot as ShadowRoot).elementFromPoint(left + 160, top + y);
  return seen?.closest('[role="row"]')?.querySelector('[part="item-title"]')?.textContent ?? '';
}

/** All rows in the page in the order of the page. */
const inPage = (list: ActionList) =>
  [...list.renderRoot.querySelectorAll<HTMLElement>('[part~="row"]')]
    .filter((row) => row.checkVisibility())
    .map((row) => Number(row.getAttribute('aria-rowindex')));

describe('<action-list> with ten thousand actions', function () {
  this.timeout(120_000);
  let list: ActionList;
  before(async () => {
    list = await listOf(COUNT);
  });
  after(() => list.parentElement?.remove());

  it('scrolls inside the height its host page gives, with few elements', () => {
    expect(scrollerOf(list).scrollHeight).to.be.above(COUNT * 30);
    expect(elementsIn(list)).to.be.below(700);
    expect(titleAt(list, 60)).to.equal('Action 0');
  });

  it('shows the right rows wherever it is scrolled to, at once', () => {
    const scroller = scrollerOf(list);
    for (const row of [0, 5000, 9990, 17, 1234, 4999, 5001]) {
      scroller.scrollTop = row * 40;
      scroller.dispatchEvent(new Event('scroll'));
      const shown = titleAt(list, 60);
      expect(Number(shown.slice(7)), `at row ${row}`).to.be.within(Math.min(row, COUNT - 14), row + 1);
    }
  });

  it('shows the last row at the end, still with few elements', async () => {
    const scroller = scrollerOf(list);
    scroller.scrollTop = scroller.scrollHeight;
    await still();
    expect(titleAt(list, scroller.clientHeight - 12)).to.equal(`Action ${COUNT - 1}`);
    expect(elementsIn(list)).to.be.below(700);
  });

  it('keeps the rows in reading order once it rests', async () => {
    const scroller = scrollerOf(list);
    for (const top of [4000, 3000, 5000, 3500]) {
      scroller.scrollTop = top;
      await nextFrame();
    }
    await still();
    const order = inPage(list);
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    expect(order).to.have.length.above(8);
  });

  it('keeps the focused row while it is far out of view', async () => {
    const scroller = scrollerOf(list);
    scroller.scrollTop = 0;
    await still();
    list.focusItem('m00003');
    const focused = list.shadowRoot?.activeElement;
    scroller.scrollTop = 200_000;
    await still();
    expect(list.shadowRoot?.activeElement).to.equal(focused);
    expect(focused?.closest('[role="row"]')?.getAttribute('aria-rowindex')).to.equal('5');
  });

  it('brings a row into view by its id, below the header', async () => {
    expect(list.focusItem('m07777')).to.equal(true);
    await still();
    const box = (list.shadowRoot?.activeElement as HTMLElement).getBoundingClientRect();
    const view = scrollerOf(list).getBoundingClientRect();
    expect(box.top).to.be.above(view.top);
    expect(box.bottom).to.be.below(view.bottom + 1);
    list.focusItem('m07000');
    await still();
    const above = (list.shadowRoot?.activeElement as HTMLElement).getBoundingClientRect();
    expect(above.top).to.be.at.least(view.top + 30);
  });

  it('holds the titles that are out of view for find-in-page, each once', async () => {
    scrollerOf(list).scrollTop = 0;
    await still();
    const found = () =>
      [...list.renderRoot.querySelectorAll<HTMLElement>('.find > div')]
        .filter((block) => !block.hidden)
        .map((block) => block.textContent)
        .join('');
    await waitUntil(() => found().includes(`Action ${COUNT - 1}\n`), 'not written while idle', 60_000);
    const lines = new Set(found().split('\n'));
    const live = new Set(
      [...list.renderRoot.querySelectorAll('[part="item-title"]')]
        .filter((title) => title.checkVisibility())
        .map((title) => title.textContent),
    );
    expect(lines.has('Action 5000')).to.equal(true);
    expect(lines.has(`Action ${COUNT - 1}`)).to.equal(true);
    for (const title of live) if (title !== 'Action 7000') expect(lines.has(title ?? ''), title ?? '').to.equal(false);
  });

  it('shows an edit and a removal where they belong', async () => {
    scrollerOf(list).scrollTop = 0;
    await still();
    list.focusItem('m00001');
    list.shadowRoot?.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, composed: true }),
    );
    await still();
    expect(titleAt(list, 60)).to.equal('Action 0');
    expect(titleAt(list, 100)).to.equal('Action 2');
    expect(list.shadowRoot?.activeElement?.closest('[role="row"]')?.textContent).to.contain('Action 2');
    expect(list.renderRoot.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).to.equal(String(COUNT));
  });

  it('puts every row on paper, and only then', async () => {
    const small = await listOf(300);
    dispatchEvent(new Event('beforeprint'));
    expect(inPage(small)).to.have.length(300);
    dispatchEvent(new Event('afterprint'));
    await still();
    expect(inPage(small).length).to.be.below(40);
    small.parentElement?.remove();
  });
});

describe('<action-list> scrolled by the page', () => {
  it('shows the rows in the viewport, wherever its page is scrolled to', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const list = document.createElement('action-list');
    list.backend = backendFor('ana', snapshot(many(500)));
    list.now = now;
    frame.append(list);
    await waitUntil(
      () => list.renderRoot.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') === '501',
      'not loaded',
    );
    expect(scrollerOf(list).scrollHeight).to.equal(scrollerOf(list).clientHeight);
    scrollTo(0, 10_000);
    await still();
    const middle = (list.shadowRoot as ShadowRoot).elementFromPoint(200, innerHeight / 2);
    expect(middle?.closest('[role="row"]')).not.to.equal(null);
    expect(elementsIn(list)).to.be.below(1200);
    scrollTo(0, 0);
  });
});
