// By keys alone: the way through, the menus, the forms, moving, undoing; and where the focus is after each.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import { focused, focusedName, opens, press, settled, textOf } from '../parts/roles.ts';
import { engagementOn, factsOf, outline, saysSoon, told, warm } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

async function stand(timeline: EngagementTimeline, id: string): Promise<void> {
  timeline.focusItem(id);
  await settled(timeline);
}

/** Presses Tab until what is named has the focus. */
async function tabTo(timeline: EngagementTimeline, name: string): Promise<void> {
  for (let presses = 0; presses < 40 && focusedName(timeline) !== name; presses++) await press(timeline, 'Tab');
  expect(focusedName(timeline)).to.equal(name);
}

/** The item that the focus is in. */
const itemOfFocus = (timeline: EngagementTimeline) =>
  focused(timeline)?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null;

describe('<engagement-timeline> by keyboard', () => {
  before(async function () {
    this.timeout(60_000);
    await warm();
  });

  it('is walked by arrows from title to title', async () => {
    const { timeline } = await engagementOn('cora');
    await stand(timeline, 'ask');
    await press(timeline, 'ArrowDown', 'ArrowDown');
    expect(focusedName(timeline)).to.equal('Ask your team');
    await press(timeline, 'ArrowUp');
    expect(focusedName(timeline)).to.equal('First session');
  });

  it('schedules, with the focus back where it came from', async () => {
    const { timeline } = await engagementOn('cora');
    await stand(timeline, 'visit');
    await tabTo(timeline, 'Schedule: Visit another team');
    await sendKeys({ press: 'Enter' });
    await opens(timeline);
    expect(focusedName(timeline)).to.equal('Now');
    await press(timeline, 'Enter');
    await saysSoon(timeline, 'Visit another team', /Released today/);
    await settled(timeline);
    expect(itemOfFocus(timeline)).to.equal('visit');
  });

  it('closes by Escape what it opened, and keeps the focus', async () => {
    const { timeline } = await engagementOn('cora');
    await stand(timeline, 'visit');
    await tabTo(timeline, 'Schedule: Visit another team');
    await sendKeys({ press: 'Enter' });
    await opens(timeline);
    await press(timeline, 'Escape');
    expect(focusedName(timeline)).to.equal('Schedule: Visit another team');
    expect(timeline.renderRoot.querySelector('.popover:popover-open')).to.equal(null);
  });

  it('moves an item by Alt and an arrow, staying on it, and says where it is', async () => {
    const { timeline, as } = await engagementOn('ada');
    await stand(timeline, 'last');
    await press(timeline, 'Alt+ArrowUp', 'Alt+ArrowUp');
    expect(outline(timeline).slice(-3)).to.deep.equal(['Look back', 'Second session', 'Visit another team']);
    expect(focusedName(timeline)).to.equal('Look back');
    await press(timeline, 'Alt+ArrowUp');
    expect(outline(timeline).slice(-3)[0]).to.equal('Look back');
    await waitUntil(async () => {
      const { items } = await as('ada').engagements.get(timeline.engagement ?? '');
      return items.findIndex(({ id }) => id === 'last') < items.findIndex(({ id }) => id === 'second');
    }, 'it is not moved');
  });

  it('says why an item that is scheduled cannot be moved', async () => {
    const { timeline } = await engagementOn('ada');
    await stand(timeline, 'read');
    await press(timeline, 'Alt+ArrowUp');
    expect(textOf(timeline.renderRoot.querySelector('.toast'))).to.match(/scheduled/i);
  });

  it('deletes by Delete, goes on to the next, and undoes by Ctrl+Z', async () => {
    const { timeline } = await engagementOn('ada');
    await stand(timeline, 'visit');
    await press(timeline, 'Delete');
    expect(outline(timeline)).to.not.include('Visit another team');
    expect(focusedName(timeline)).to.equal('Look back');
    await waitUntil(() => timeline.engagementStore?.$undo.get() != null, 'there is no way back');
    await press(timeline, 'Control+z');
    await waitUntil(() => outline(timeline).includes('Visit another team'), 'it does not come back');
  });

  it('completes and reopens from the menu of an item', async () => {
    const { timeline, as } = await engagementOn('cora');
    await stand(timeline, 'talks');
    await tabTo(timeline, 'More for “Good talks”');
    await sendKeys({ press: 'Enter' });
    await opens(timeline);
    await press(timeline, 'm', 'Enter');
    await saysSoon(timeline, 'Good talks', /Completed/);
    const item = await told(as, 'cora', 'talks');
    expect(item.locked === false && item.state).to.equal('completed');
    expect(focusedName(timeline)).to.equal('More for “Good talks”');
  });

  it('answers an assessment', async () => {
    const { timeline, as } = await engagementOn('ben');
    await stand(timeline, 'ask');
    await tabTo(timeline, 'Answer: Where do you stand?');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => timeline.renderRoot.querySelector('dialog[open]') !== null, 'no dialog');
    await settled(timeline);
    while (!focused(timeline)?.matches('textarea')) await press(timeline, 'Tab');
    await sendKeys({ type: 'More time' });
    await press(timeline, 'Tab', 'ArrowRight', 'ArrowRight', 'Tab', 'Space', 'Tab');
    expect(focusedName(timeline)).to.equal('Hand in');
    await sendKeys({ press: 'Enter' });
    await saysSoon(timeline, 'Where do you stand?', /Completed/);
    const item = await told(as, 'cora', 'ask');
    expect(item.locked ? [] : item.responses[0]?.answers.map(({ text }) => text)).to.deep.equal([
      'More time',
      '3',
      'Saying no',
    ]);
    expect(itemOfFocus(timeline)).to.equal('ask');
    expect(factsOf(timeline, 'Where do you stand?')).to.contain('Completed');
  });

  it('stays at an item whose button goes with what it does', async () => {
    const { timeline } = await engagementOn('cora');
    await stand(timeline, 'talks');
    await tabTo(timeline, 'Send now: Good talks');
    await sendKeys({ press: 'Enter' });
    await saysSoon(timeline, 'Good talks', /Released today/);
    await settled(timeline);
    expect(itemOfFocus(timeline)).to.equal('talks');
  });

  it('shares from the head', async () => {
    const { timeline, as } = await engagementOn('ada', { stage: 'active' });
    timeline.renderRoot.querySelector<HTMLElement>('.button.share')?.focus();
    await sendKeys({ press: 'Enter' });
    await opens(timeline);
    await press(timeline, 'Enter');
    await waitUntil(async () => (await as('ben').engagements.list()).items.length === 1, 'it is not shared');
    await settled(timeline);
    expect(focusedName(timeline)).to.equal('Unshare');
  });
});
