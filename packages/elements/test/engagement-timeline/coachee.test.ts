// The engagement as its coachee uses it: picks the time of a session, answers an assessment, writes feedback, does an action;
// alone and beside another coachee.
import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import type { SessionScheduleRequest } from '../../src/engagement-events.ts';
import { all, has, isAccessible, nameOf, opens, settled, textOf, the, focusedName } from '../parts/roles.ts';
import { type engagementOf, engagementOn, factsOf, outline, saysSoon, timelineOn, told, warm } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

function set(timeline: EngagementTimeline, selector: string, value: string): void {
  const input = timeline.renderRoot.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`there is no ${selector}`);
  input.focus();
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function opensDialog(timeline: EngagementTimeline, name: string | RegExp): Promise<void> {
  the(timeline, 'button', name).click();
  await waitUntil(() => timeline.renderRoot.querySelector('dialog[open]') !== null, 'no dialog');
  await settled(timeline);
}

const toast = (timeline: EngagementTimeline) => textOf(timeline.renderRoot.querySelector('.toast'));

async function responseOf(as: Awaited<ReturnType<typeof engagementOf>>, viewerId: string, id: string, of = viewerId) {
  const item = await told(as, viewerId, id);
  return item.locked ? undefined : item.responses.find(({ personId }) => personId === of);
}

describe('<engagement-timeline> of a coachee', () => {
  before(async function () {
    this.timeout(60_000);
    await warm();
  });

  it('lets them pick a time within the engagement, says the clock, and that it is for once', async () => {
    const { timeline, as } = await engagementOn('ben');
    expect(factsOf(timeline, 'Second session')).to.contain('You pick the time');
    the(timeline, 'button', 'Schedule: Second session').click();
    await opens(timeline);
    await isAccessible(timeline);
    const said = textOf(timeline.renderRoot.querySelector('.schedule-zone'));
    expect(said).to.contain('Times are those of UTC');
    expect(said).to.contain('From 11 May 2026 to 31 Jul 2026');
    expect(said).to.contain('you cannot');
    expect(has(timeline, 'button', 'Take back')).to.equal(false);
    expect(all(timeline, 'checkbox')).to.have.length(0);
    set(timeline, '#schedule-date', '2026-08-03');
    set(timeline, '#schedule-time', '10:00');
    await settled(timeline);
    the(timeline, 'button', 'Schedule').click();
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#schedule-date-fault'))).to.contain('within the engagement');
    set(timeline, '#schedule-date', '2026-05-15');
    set(timeline, '#schedule-time', '08:00');
    await settled(timeline);
    the(timeline, 'button', 'Schedule').click();
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#schedule-date-fault'))).to.contain('still to come');
    set(timeline, '#schedule-date', '2026-05-19');
    set(timeline, '#schedule-time', '10:00');
    await settled(timeline);
    the(timeline, 'button', 'Schedule').click();
    await saysSoon(timeline, 'Second session', /Scheduled Tue, 10:00/);
    const item = await told(as, 'cora', 'second');
    expect(item.locked === false && item.session?.startsAt).to.match(/^2026-05-19T10:00/);
    expect(has(timeline, 'button', 'Schedule: Second session')).to.equal(false);
  });

  it('hands the picking to a calendar of the page’s own', async () => {
    const { timeline } = await engagementOn('ben');
    let request: SessionScheduleRequest | undefined;
    timeline.addEventListener('session-schedule-request', (event) => {
      event.preventDefault();
      request = event;
    });
    the(timeline, 'button', 'Schedule: Second session').click();
    await settled(timeline);
    expect(timeline.renderRoot.querySelector('.popover:popover-open')).to.equal(null);
    expect(request?.item.id).to.equal('second');
    await request?.schedule('2026-05-18T07:00:00Z');
    await saysSoon(timeline, 'Second session', /Scheduled Mon/);
  });

  it('says who was there first where two pick a time at once', async () => {
    const { timeline, as } = await engagementOn('ben', { coachees: ['ben', 'mia'] });
    the(timeline, 'button', 'Schedule: Second session').click();
    await opens(timeline);
    await as('mia').items.schedule('second', { startsAt: '2026-05-21T09:00:00Z' });
    set(timeline, '#schedule-date', '2026-05-19');
    set(timeline, '#schedule-time', '10:00');
    await settled(timeline);
    the(timeline, 'button', 'Schedule').click();
    await waitUntil(() => textOf(timeline.renderRoot.querySelector('.form-fault')) !== '', 'nothing is said');
    await timeline.refresh();
    await saysSoon(timeline, 'Second session', /Scheduled Thu, 09:00/);
  });

  it('begins a title and what is asked where a page from right to left begins, whatever their own direction', async () => {
    const { timeline } = await engagementOn('ben', { attributes: { dir: 'rtl' } });
    await opensDialog(timeline, /Answer.*Where do you stand/);
    for (const selector of ['.item-dialog-title', '.answer .label']) {
      const text = timeline.renderRoot.querySelector(selector);
      expect(text && getComputedStyle(text).textAlign, selector).to.equal('right');
      expect(text?.matches(':dir(ltr)'), selector).to.equal(true);
    }
  });

  it('keeps answers as they are typed, finds what is missing by question, and hands in', async () => {
    const { timeline, as } = await engagementOn('ben');
    await opensDialog(timeline, 'Answer: Where do you stand?');
    await isAccessible(timeline);
    set(timeline, '#answer-goal', 'That I say no');
    await settled(timeline);
    // Leaving the field keeps it.
    timeline.renderRoot.querySelector<HTMLElement>('.hand-in')?.focus();
    await waitUntil(
      async () => (await responseOf(as, 'ben', 'ask'))?.answers.some(({ text }) => text === 'That I say no'),
      'it is not kept',
    );
    await waitUntil(() => has(timeline, 'status', 'Saved'), 'it is not said');
    the(timeline, 'button', 'Hand in').click();
    await waitUntil(() => textOf(timeline.renderRoot.querySelector('#answer-ease-fault')) !== '', 'no fault is shown');
    expect(textOf(timeline.renderRoot.querySelector('#answer-goal-fault'))).to.equal('');
    expect(textOf(timeline.renderRoot.querySelector('#answer-hard-fault'))).to.equal('Answer this question.');
    await isAccessible(timeline);
    expect(factsOf(timeline, 'Where do you stand?')).to.contain('Begun, not handed in');
    const labels = [...timeline.renderRoot.querySelectorAll<HTMLLabelElement>('dialog label.choice')];
    for (const wanted of ['4', 'Asking']) labels.find((label) => textOf(label) === wanted)?.click();
    await settled(timeline);
    the(timeline, 'button', 'Hand in').click();
    await saysSoon(timeline, 'Where do you stand?', /Completed/);
    const response = await responseOf(as, 'cora', 'ask', 'ben');
    expect(response?.answers).to.deep.equal([
      { key: 'goal', text: 'That I say no' },
      { key: 'ease', text: '4' },
      { key: 'hard', text: 'Asking' },
    ]);
    expect(response?.completedAt).to.not.equal(null);
    expect(timeline.renderRoot.querySelector('dialog[open]')).to.equal(null);
  });

  it('keeps what was typed when the dialog is closed, and goes on from it', async () => {
    const { timeline, as } = await engagementOn('ben');
    await opensDialog(timeline, 'Write: How is it going?');
    set(timeline, '#feedback-text', 'The first session');
    await sendKeys({ press: 'Escape' });
    await waitUntil(async () => (await responseOf(as, 'ben', 'say'))?.text === 'The first session', 'it is not kept');
    await waitUntil(() => has(timeline, 'button', 'Go on: How is it going?'), 'there is no going on');
    expect(focusedName(timeline)).to.equal('Go on: How is it going?');
    await opensDialog(timeline, 'Go on: How is it going?');
    expect(timeline.renderRoot.querySelector<HTMLTextAreaElement>('#feedback-text')?.value).to.equal(
      'The first session',
    );
    the(timeline, 'button', 'Send').click();
    await saysSoon(timeline, 'How is it going?', /Completed/);
    // The coach reads it.
    const coach = await timelineOn({ backend: as('cora') });
    await opensDialog(coach, 'How is it going?');
    expect(textOf(coach.renderRoot.querySelector('dialog'))).to.contain('Feedback of Ben Okafor');
    expect(textOf(coach.renderRoot.querySelector('dialog'))).to.contain('The first session');
    await isAccessible(coach);
  });

  it('keeps what was typed a while after the last key', async () => {
    const { timeline, as } = await engagementOn('ben');
    await opensDialog(timeline, 'Write: How is it going?');
    set(timeline, '#feedback-text', 'So far');
    await aTimeout(500);
    expect(await responseOf(as, 'ben', 'say')).to.equal(undefined);
    await waitUntil(async () => (await responseOf(as, 'ben', 'say'))?.text === 'So far', 'it is not kept');
  });

  it('opens files and links, and only of addresses that may be followed', async () => {
    const { timeline } = await engagementOn('ben');
    const link = the(timeline, 'link', 'Open file: The guide') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://files.example/g',
      '_blank',
      'noopener noreferrer',
    ]);
    await opensDialog(timeline, 'The guide');
    const inside = textOf(timeline.renderRoot.querySelector('dialog'));
    expect(inside).to.contain('guide.pdf');
    expect(inside).to.match(/application\/pdf, 2\.4 MB/);
  });

  it('does an action here, and the action with it', async () => {
    const { timeline, as } = await engagementOn('ben');
    const item = await told(as, 'ben', 'try');
    const actionId = item.locked ? '' : (item.actionIds[0] ?? '');
    expect((await as('ben').actions.get(actionId)).state).to.equal('todo');
    the(timeline, 'button', 'Mark as done: Ask your team').click();
    await saysSoon(timeline, 'Ask your team', /Completed/);
    await waitUntil(async () => (await as('ben').actions.get(actionId)).state === 'done', 'the action is not done');
    await waitUntil(() => toast(timeline).startsWith('Completed'), 'it is not said');
    the(timeline, 'button', 'Undo').click();
    await waitUntil(async () => (await as('ben').actions.get(actionId)).state === 'todo', 'it is not taken back');
  });

  it('follows an action that is done elsewhere on the page', async () => {
    const { timeline, as } = await engagementOn('ben');
    const item = await told(as, 'ben', 'try');
    const actionId = item.locked ? '' : (item.actionIds[0] ?? '');
    const actions = timeline.store?.actions;
    actions?.receive([await as('ben').actions.get(actionId)]);
    await actions?.setState(actionId, 'done');
    await saysSoon(timeline, 'Ask your team', /Completed/);
  });

  it('says of several coachees how many have done their part', async () => {
    const { timeline, as } = await engagementOn('cora', { coachees: ['ben', 'mia'] });
    const answers = [
      { key: 'goal', text: 'More' },
      { key: 'ease', text: '3' },
      { key: 'hard', text: 'Asking' },
    ];
    await as('mia').items.complete('ask', { completed: true, answers });
    await timeline.refresh();
    await saysSoon(timeline, 'Where do you stand?', /1 of 2 have done their part/);
    const ben = await timelineOn({ backend: as('ben') });
    expect(factsOf(ben, 'Where do you stand?')).to.not.contain('1 of 2');
    expect(outline(ben)).to.include('Where do you stand?');
    expect(all(ben, 'button').map(nameOf)).to.include('Answer: Where do you stand?');
  });
});
