// Moving items by the mouse: near the edge of what scrolls that goes on, and what an item would be put before stays right.
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import { settled } from '../parts/roles.ts';
import { engagementOn, itemOf, outline } from './fixture.ts';

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
    await waitUntil(() => place.scrollTop >= most - 1, 'it does not scroll on', { timeout: 5000 });
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
