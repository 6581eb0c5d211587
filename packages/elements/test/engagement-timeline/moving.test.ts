// Moving items: by the mouse, which scrolls on near an edge, what an item would be put before staying right; and by the handle, from
// the keyboard or by a press.
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import { all, focusedName, has, nameOf, opens, press, settled, the } from '../parts/roles.ts';
import { engagementOn, itemOf, outline, warm } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

/** The element in a scroller of the page's own that ends so many pixels above its edge with the middle of an item. */
function inScroller(timeline: EngagementTimeline, title: string, above: number): HTMLElement {
  const place = timeline.parentElement as HTMLElement;
  const { top, height } = itemOf(timeline, title).getBoundingClientRect();
  const end = top + height * 0.75 - timeline.getBoundingClientRect().top;
  Object.assign(timeline.style, { display: 'block', overflow: 'clip', blockSize: `${end + above}px` });
  Object.assign(place.style, { blockSize: '300px', overflow: 'auto' });
  return place;
}

const target = (timeline: EngagementTimeline) => timeline.renderRoot.querySelector<HTMLElement>('.drop-before');

describe('moving items of <engagement-timeline> by the mouse', () => {
  before(async function () {
    this.timeout(60_000);
    await warm();
  });
  afterEach(() => resetMouse());

  it('scrolls on near the edge, and puts the item where it is let go', async () => {
    const { timeline, as } = await engagementOn('ada');
    const place = inScroller(timeline, 'Visit another team', 24);
    itemOf(timeline, 'The guide').scrollIntoView({ block: 'start' });
    const from = itemOf(timeline, 'Second session');
    place.scrollTop += from.getBoundingClientRect().top - place.getBoundingClientRect().top - 210;
    const { left, top } = from.querySelector('.item-title')?.getBoundingClientRect() ?? new DOMRect();
    const edge = Math.round(place.getBoundingClientRect().bottom) - 24;
    const x = Math.round(left + 30);
    await sendMouse({ type: 'move', position: [x, Math.round(top + 8)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x, edge] });
    const most = place.scrollHeight - place.clientHeight;
    expect(place.scrollTop).to.be.lessThan(most);
    await waitUntil(() => place.scrollTop >= most - 1, 'it does not scroll on');
    await waitUntil(() => target(timeline)?.dataset['id'] === 'last', 'it would not be put where the pointer is');
    await sendMouse({ type: 'up' });
    await settled(timeline);
    expect(outline(timeline).slice(-3)).to.deep.equal(['Visit another team', 'Second session', 'Look back']);
    await waitUntil(async () => {
      const { items } = await as('ada').engagements.get(timeline.engagement ?? '');
      return items.findIndex(({ id }) => id === 'visit') < items.findIndex(({ id }) => id === 'second');
    }, 'it is not moved');
    expect(timeline.renderRoot.querySelector('dialog[open]'), 'letting go opens nothing').to.equal(null);
  });

  it('gives up on Escape, with no line left where it would have been', async () => {
    const { timeline } = await engagementOn('ada');
    const before = outline(timeline);
    const from = itemOf(timeline, 'Look back');
    from.scrollIntoView({ block: 'center' });
    const { left, top } = from.querySelector('.item-title')?.getBoundingClientRect() ?? new DOMRect();
    const to = itemOf(timeline, 'Second session').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 30), Math.round(top + 8)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(left + 30), Math.round(to.top + 6)] });
    await settled(timeline);
    expect(target(timeline)?.dataset['id']).to.equal('second');
    await sendKeys({ press: 'Escape' });
    await settled(timeline);
    expect(target(timeline)).to.equal(null);
    await sendMouse({ type: 'up' });
    await settled(timeline);
    expect(outline(timeline)).to.deep.equal(before);
    expect(timeline.renderRoot.querySelector('dialog[open]')).to.equal(null);
  });
});

/** Collects what is announced while `work` runs. */
async function heardDuring(work: () => Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const page = document.documentElement as { ariaNotify?: (text: string) => void };
  const own = Object.hasOwn(page, 'ariaNotify');
  page.ariaNotify = (text) => heard.push(text);
  await work();
  if (!own) delete page.ariaNotify;
  return heard;
}

describe('moving items of <engagement-timeline> by their handle', () => {
  before(async function () {
    this.timeout(60_000);
    await warm();
  });

  const UNMOVED = ['Second session', 'Visit another team', 'Look back'];
  const grip = (timeline: EngagementTimeline, title: string) => the(timeline, 'button', `Move “${title}”`);
  const last = (timeline: EngagementTimeline) => outline(timeline).slice(-3);

  it('lifts by Space, goes by arrows, puts down by Space, says all of it and stays on the handle', async () => {
    const { timeline, as } = await engagementOn('ada');
    grip(timeline, 'Look back').focus();
    const heard = await heardDuring(async () => {
      await press(timeline, 'Space');
      await waitUntil(() => grip(timeline, 'Look back').getAttribute('aria-pressed') === 'true', 'it is not lifted');
      await press(timeline, 'ArrowUp', 'ArrowUp', 'ArrowUp');
      expect(target(timeline)?.dataset['id'], 'a line shows where').to.equal('second');
      expect(last(timeline), 'nothing is moved yet').to.deep.equal(UNMOVED);
      await press(timeline, 'Space');
    });
    expect(heard.slice(0, 4)).to.deep.equal([
      '“Look back” lifted, 3 of 3. Arrows move it, Space puts it down, Escape leaves it where it was.',
      '“Look back”, 2 of 3',
      '“Look back”, 1 of 3',
      '“Look back” is now 1 of 3',
    ]);
    expect(last(timeline)).to.deep.equal(['Look back', 'Second session', 'Visit another team']);
    expect(focusedName(timeline)).to.equal('Move “Look back”');
    expect(grip(timeline, 'Look back').getAttribute('aria-pressed')).to.equal('false');
    await waitUntil(async () => {
      const { items } = await as('ada').engagements.get(timeline.engagement ?? '');
      return items.findIndex(({ id }) => id === 'last') < items.findIndex(({ id }) => id === 'second');
    }, 'it is not moved');
  });

  it('goes down to after the last, with the line there', async () => {
    const { timeline } = await engagementOn('ada');
    grip(timeline, 'Second session').focus();
    await press(timeline, 'Enter', 'ArrowDown', 'ArrowDown');
    expect(timeline.renderRoot.querySelector<HTMLElement>('.drop-after')?.dataset['id']).to.equal('last');
    await press(timeline, 'Enter');
    expect(last(timeline)).to.deep.equal(['Visit another team', 'Look back', 'Second session']);
  });

  for (const [what, keys] of [
    ['Escape', ['Escape']],
    ['going elsewhere', ['Tab']],
    ['putting it down where it was', ['ArrowDown', 'Space']],
  ] as const)
    it(`stays where it was by ${what}, and says so`, async () => {
      const { timeline } = await engagementOn('ada');
      grip(timeline, 'Look back').focus();
      const heard = await heardDuring(() => press(timeline, 'Space', 'ArrowUp', ...keys));
      expect(heard.at(-1)).to.equal('“Look back” stays where it was');
      expect(last(timeline)).to.deep.equal(UNMOVED);
      expect(target(timeline)).to.equal(null);
    });

  it('opens the menu by a press, which moves to the start and the end too', async () => {
    const { timeline } = await engagementOn('ada');
    const handle = grip(timeline, 'Look back');
    handle.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = handle.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'click', position });
    await opens(timeline);
    expect(all(timeline, 'menuitem').map(nameOf)).to.include.members(['Move up', 'Move to the start']);
    expect(has(timeline, 'menuitem', 'Move to the end')).to.equal(false);
    the(timeline, 'menuitem', 'Move to the start').click();
    await settled(timeline);
    expect(last(timeline)).to.deep.equal(['Look back', 'Second session', 'Visit another team']);
    the(timeline, 'button', 'More for “Look back”').click();
    await opens(timeline);
    the(timeline, 'menuitem', 'Move to the end').click();
    await settled(timeline);
    expect(last(timeline)).to.deep.equal(['Second session', 'Visit another team', 'Look back']);
  });

  it('is there for what may be moved, and for whoever may move it', async () => {
    const handles = async (viewer: string, attributes = {}) => {
      const { timeline } = await engagementOn(viewer, { attributes });
      return all(timeline, 'button')
        .map(nameOf)
        .filter((name) => name.startsWith('Move “'));
    };
    expect(await handles('ada')).to.deep.equal(UNMOVED.map((title) => `Move “${title}”`));
    expect(await handles('ada', { readonly: '' })).to.deep.equal([]);
    expect(await handles('ben')).to.deep.equal([]);
    expect(await handles('vera')).to.deep.equal([]);
  });
});
