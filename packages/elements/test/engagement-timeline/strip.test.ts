// The items on a strip of weeks, as each reader sees and uses them: the twin of the list.
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { EngagementViewChange } from '../../src/engagement-events.ts';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import {
  all,
  focused,
  focusedName,
  has,
  isAccessible,
  nameOf,
  opens,
  press,
  settled,
  textOf,
  the,
} from '../parts/roles.ts';
import { drafted, type EngagementOptions, engagementOn, litWarnings, outline, saysSoon, warm } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const STRIP = { view: 'calendar-strip' };

/** The element with its strip, drawn. */
async function stripOn(
  viewerId: string,
  more: EngagementOptions & { attributes?: Record<string, string>; width?: number } = {},
) {
  const made = await engagementOn(viewerId, { ...more, attributes: { ...STRIP, ...more.attributes } });
  const { timeline } = made;
  await waitUntil(() => timeline.renderRoot.querySelector('.strip') !== null, 'there is no strip');
  await settled(timeline);
  await settled(timeline);
  return made;
}

const strip = (timeline: EngagementTimeline) => timeline.renderRoot.querySelector<HTMLElement>('.strip')!;

/** Dates without what one version of a browser writes in them and another does not. */
const plain = (text: string) => text.replace(/\s*–\s*/gu, '–').replace(/day,/u, 'day');

/** Weeks, days and what is on them, then what is beside; a locked place by its kind. */
function columns(timeline: EngagementTimeline): string[] {
  const told = '.week-heading, .gap-text, .day-name, .strip-tray .group-heading, .item';
  return [...timeline.renderRoot.querySelectorAll<HTMLElement>(told)].map((element) => {
    const text = textOf(element.querySelector('.item-title') ?? element.querySelector('.item-facts') ?? element);
    return element.matches('.week-heading') ? plain(text).toUpperCase() : text;
  });
}

describe('<engagement-timeline view="calendar-strip">', () => {
  before(async function () {
    this.timeout(60_000);
    await Promise.all([warm(), import('../../src/engagement-timeline/strip.ts')]);
  });
  beforeEach(() => setViewport({ width: 1200, height: 800 }));

  it('has the list’s items in their weeks, today marked, and beside them what is not scheduled', async () => {
    const { timeline } = await stripOn('cora', { width: 1100 });
    expect(columns(timeline)).to.deep.equal([
      '11–17 MAY',
      ...['Mon 11', 'Where do you stand?', 'Tue 12', 'First session', 'Wed 13', 'Ask your team'],
      ...['Thu 14', 'How is it going?', 'Today, Fri 15', 'The guide'],
      '2 weeks without items',
      '1–7 JUN',
      ...['Tue 2', 'Good talks'],
      '7 weeks without items',
      '27 JUL–2 AUG',
      'Not scheduled yet',
      ...['Second session', 'Visit another team', 'Look back'],
    ]);
    const today = timeline.renderRoot.querySelector('[aria-current="date"]');
    expect(textOf(today)).to.equal('Today, Fri 15');
    expect(today?.getAttribute('part')).to.equal('today');
  });

  it('tells all of it in lists: one of the weeks, one for each day, and one of what has none', async () => {
    const { timeline } = await stripOn('cora');
    const lists = [...timeline.renderRoot.querySelectorAll('ol.items')].map((one) => plain(nameOf(one)));
    expect(lists).to.deep.equal([
      'Monday 11 May 2026',
      'Tuesday 12 May 2026',
      'Wednesday 13 May 2026',
      'Thursday 14 May 2026',
      'Friday 15 May 2026',
      'Tuesday 2 June 2026',
      'Not scheduled yet',
    ]);
    the(timeline, 'group', 'Weeks of “Leading well”');
    const headings = all(timeline, 'heading').map((one) => [one.getAttribute('aria-level'), plain(nameOf(one))]);
    expect(headings).to.deep.include(['4', '11–17 May']);
    expect(headings).to.deep.include(['5', 'The guide']);
  });

  for (const viewer of ['ada', 'cora', 'ben', 'vera'])
    for (const width of [1000, 320])
      it(`is accessible and free of Lit warnings, as ${viewer} sees it in ${width} pixels`, async () => {
        const { timeline } = await stripOn(viewer, { width });
        await isAccessible(timeline);
        expect(litWarnings()).to.deep.equal([]);
      });

  it('is accessible as a draft, and in the dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const { timeline } = await stripOn('ada', { stage: 'draft' });
    (timeline.parentElement as HTMLElement).style.cssText += 'color-scheme: dark; background: #17191c; color: #e8eaed';
    await settled(timeline);
    await isAccessible(timeline);
    await emulateMedia({ colorScheme: 'light' });
  });

  it('shows a coachee locks and what they may do, as the list does', async () => {
    const { timeline } = await stripOn('ben');
    expect(columns(timeline).slice(-4)).to.deep.equal([
      'Later',
      'Second session',
      'ActionAvailable when your coach schedules it',
      'SessionAvailable when your coach schedules it',
    ]);
    expect(has(timeline, 'button', 'Schedule: Second session')).to.equal(true);
    expect(has(timeline, 'button', /Share|Add item|Delete|Send now/)).to.equal(false);
  });

  it('shows a spectator titles alone', async () => {
    const { timeline } = await stripOn('vera', { width: 1000 });
    const buttons = all(timeline, 'button')
      .filter((one) => !one.matches('.item-title, .segment, .strip-bar *'))
      .map(nameOf);
    expect(buttons).to.deep.equal(['More']);
    expect(all(timeline, 'link')).to.have.length(0);
  });

  it('withholds scheduling in a draft, whose items are all beside the weeks', async () => {
    const { timeline } = await stripOn('ada', { stage: 'draft' });
    expect(strip(timeline).querySelectorAll('.item')).to.have.length(0);
    expect(timeline.renderRoot.querySelectorAll('.strip-tray .item')).to.have.length(9);
    expect(the(timeline, 'button', 'Schedule: The guide').getAttribute('aria-disabled')).to.equal('true');
  });

  it('puts what is scheduled into its week, and takes it back out with the undo', async () => {
    const { timeline } = await stripOn('cora', { width: 1100 });
    the(timeline, 'button', 'Schedule: Visit another team').click();
    await opens(timeline);
    const choices = [...timeline.renderRoot.querySelectorAll('label.choice')];
    choices
      .find((one) => textOf(one) === 'On a date')
      ?.querySelector('input')
      ?.click();
    await settled(timeline);
    const input = timeline.renderRoot.querySelector<HTMLInputElement>('input[type="date"]')!;
    input.value = '2026-05-21';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(timeline);
    the(timeline, 'button', 'Schedule').click();
    await saysSoon(timeline, 'Visit another team', /Scheduled Release Thu/);
    expect(columns(timeline).slice(11, 15)).to.deep.equal(['18–24 MAY', 'Thu 21', 'Visit another team', '25–31 MAY']);
    await press(timeline, 'Control+z');
    await saysSoon(timeline, 'Visit another team', /Not scheduled/);
    expect(columns(timeline).slice(-3)).to.include('Visit another team');
  });

  it('is chosen in the head, and back, which the page is told', async () => {
    const { timeline } = await engagementOn('cora');
    const views: string[] = [];
    timeline.addEventListener('view-change', (event: Event) => {
      if (event instanceof EngagementViewChange) views.push(event.view);
    });
    const pressed = () =>
      all(timeline, 'button')
        .filter((one) => one.getAttribute('aria-pressed') === 'true')
        .map(nameOf);
    expect(pressed()).to.deep.equal(['List']);
    the(timeline, 'button', 'Calendar').click();
    await waitUntil(() => timeline.renderRoot.querySelector('.strip') !== null, 'there is no strip');
    await settled(timeline);
    expect(pressed()).to.deep.equal(['Calendar']);
    expect(timeline.view).to.equal('calendar-strip');
    the(timeline, 'button', 'List').click();
    await settled(timeline);
    expect(outline(timeline)[0]).to.equal('MAY 2026');
    expect(timeline.renderRoot.querySelector('.strip')).to.equal(null);
    expect(views).to.deep.equal(['calendar-strip', 'list']);
  });

  it('is a list where neither is named, or another word', async () => {
    const { timeline } = await engagementOn('cora', { attributes: { view: 'wheel', 'group-by': 'phase' } });
    await settled(timeline);
    expect(outline(timeline)[0]).to.equal('MAY 2026');
    the(timeline, 'button', 'List');
  });

  it('is walked by arrows: down through all titles, along from week to week and to what is beside', async () => {
    const { timeline } = await stripOn('cora', { width: 1100 });
    timeline.focusItem('first');
    await press(timeline, 'ArrowDown');
    expect(focusedName(timeline)).to.equal('Ask your team');
    await press(timeline, 'ArrowRight');
    expect(focusedName(timeline)).to.equal('Good talks');
    await press(timeline, 'ArrowRight');
    expect(focusedName(timeline)).to.equal('Second session');
    await press(timeline, 'ArrowRight');
    expect(focusedName(timeline)).to.equal('Second session');
    await press(timeline, 'ArrowLeft', 'ArrowLeft');
    expect(focusedName(timeline)).to.equal('Where do you stand?');
  });

  it('is walked the other way round where the page runs right to left', async () => {
    const { timeline } = await stripOn('cora', { width: 1100, attributes: { dir: 'rtl', lang: 'ar' } });
    timeline.focusItem('first');
    await press(timeline, 'ArrowLeft');
    expect(focusedName(timeline)).to.equal('Good talks');
    await press(timeline, 'ArrowRight');
    expect(focusedName(timeline)).to.equal('Where do you stand?');
  });

  it('moves what is not scheduled by Alt and an arrow, and deletes by Delete, as the list does', async () => {
    const { timeline } = await stripOn('ada', { width: 1100 });
    timeline.focusItem('last');
    await press(timeline, 'Alt+ArrowUp');
    expect(columns(timeline).slice(-3)).to.deep.equal(['Second session', 'Look back', 'Visit another team']);
    expect(focusedName(timeline)).to.equal('Look back');
    await press(timeline, 'Delete');
    expect(columns(timeline)).to.not.include('Look back');
    expect(focused(timeline), 'the focus is lost').to.not.equal(null);
  });

  it('opens with today’s week, and goes on by its buttons and to today by keys', async () => {
    const on = (id: string, date: string) =>
      drafted(id, `On ${date}`, 'link', { release: { type: 'on', rule: { type: 'fixed', date } } });
    const days = ['2026-02-02', '2026-03-03', '2026-05-13', '2026-05-20', '2026-05-27', '2026-06-03', '2026-06-10'];
    const { timeline } = await stripOn('cora', { width: 560, items: days.map((date, at) => on(`i${at}`, date)) });
    expect(columns(timeline)[0]).to.equal('2–8 FEB');
    const now = () => timeline.renderRoot.querySelector('.week.now')!.getBoundingClientRect().left;
    const left = () => strip(timeline).getBoundingClientRect().left;
    expect(Math.abs(now() - left())).to.be.lessThan(3);
    the(timeline, 'button', 'Later').click();
    await waitUntil(() => now() < left() - 100, 'it does not go on');
    the(timeline, 'button', 'Today').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => Math.abs(now() - left()) < 3, 'it does not come back');
  });

  it('stands one week under the other on a phone, and nothing is wider than it', async () => {
    await setViewport({ width: 320, height: 700 });
    const { timeline } = await stripOn('cora', { width: 300 });
    const weeks = [...timeline.renderRoot.querySelectorAll('.week')].map((one) => one.getBoundingClientRect());
    const seen = weeks.filter(({ height }) => height > 0);
    expect(seen.every(({ top }, at) => at === 0 || top >= seen[at - 1]!.bottom - 1)).to.equal(true);
    expect(strip(timeline).scrollWidth).to.be.at.most(strip(timeline).clientWidth + 1);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(has(timeline, 'button', /Earlier|Later|Today/)).to.equal(false);
    const schedule = the(timeline, 'button', 'Schedule: Look back').getBoundingClientRect();
    expect(schedule.width).to.be.greaterThan(200);
    expect(schedule.height).to.be.at.least(24);
  });
});
