// The engagement as admin, coach, coachee and spectator use it: read it, schedule, send, complete, add, move, delete, undo.
import { expect } from '@open-wc/testing';
import type { NotificationChannel } from '@followthrough/core/schema';
import { setViewport } from '@web/test-runner-commands';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import { all, focusedName, has, isAccessible, nameOf, opens, settled, textOf, the } from '../parts/roles.ts';
import {
  drafted,
  engagementOf,
  engagementOn,
  factsOf,
  itemOf,
  litWarnings,
  now,
  outline,
  saysSoon,
  timelineOn,
  told,
  warm,
} from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

function button(timeline: EngagementTimeline, name: string | RegExp): HTMLElement {
  return the(timeline, 'button', name);
}

async function menu(timeline: EngagementTimeline, title: string): Promise<void> {
  button(timeline, `More for “${title}”`).click();
  await opens(timeline);
}

async function pick(timeline: EngagementTimeline, title: string, label: string): Promise<void> {
  await menu(timeline, title);
  the(timeline, 'menuitem', label).click();
  await settled(timeline);
}

function set(timeline: EngagementTimeline, selector: string, value: string): void {
  const input = timeline.renderRoot.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`there is no ${selector}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function choose(timeline: EngagementTimeline, label: string, nth = 0): void {
  const labels = [...timeline.renderRoot.querySelectorAll<HTMLLabelElement>('label.choice')];
  const named = labels.filter((one) => textOf(one) === label);
  named[nth]?.querySelector('input')?.click();
}

const toast = (timeline: EngagementTimeline) => textOf(timeline.renderRoot.querySelector('.toast'));
const dialogOpen = (timeline: EngagementTimeline) => timeline.renderRoot.querySelector('dialog[open]') !== null;

describe('<engagement-timeline>', () => {
  before(async function () {
    this.timeout(60_000);
    await warm();
  });

  for (const viewer of ['ada', 'cora', 'ben', 'vera'])
    it(`is accessible and free of Lit warnings, as ${viewer} sees it`, async () => {
      const { timeline } = await engagementOn(viewer);
      await isAccessible(timeline);
      expect(litWarnings()).to.deep.equal([]);
    });

  it('shows items in time, by month, with today between them and what has no day below', async () => {
    const { timeline } = await engagementOn('cora');
    expect(outline(timeline)).to.deep.equal([
      'MAY 2026',
      ...['Where do you stand?', 'First session', 'Ask your team', 'How is it going?', 'The guide'],
      '— today —',
      'JUNE 2026',
      'Good talks',
      'NOT SCHEDULED YET',
      ...['Second session', 'Visit another team', 'Look back'],
    ]);
  });

  it('says of each item what it is, how it stands and when, in words', async () => {
    const { timeline } = await engagementOn('cora');
    expect(factsOf(timeline, 'Where do you stand?')).to.match(/^Assessment Scheduled Released 11 May Due Wed$/);
    expect(factsOf(timeline, 'Ask your team')).to.contain('Was due yesterday');
    expect(factsOf(timeline, 'Good talks')).to.contain('Release 2 Jun');
    expect(factsOf(timeline, 'Second session')).to.match(
      /Session Not scheduled 30 min Join Ben Okafor may pick the time/,
    );
    expect(factsOf(timeline, 'First session')).to.contain('60 min');
  });

  it('heads it with title, people, dates, progress and status', async () => {
    const { timeline } = await engagementOn('cora');
    const head = textOf(timeline.renderRoot.querySelector('[part="header"]'));
    for (const wanted of [
      'Leading well',
      'Coach Cora Weiss',
      'Coachee Ben Okafor',
      '11 May 2026 – 31 Jul 2026',
      '0 of 9 items completed',
      'Active',
      'Shared',
    ])
      expect(head).to.contain(wanted);
    expect(textOf(timeline.renderRoot.querySelector('[part="welcome"]'))).to.contain('We begin on Monday.');
  });

  it('shows a coachee locks for what is not scheduled, and the session whose time they may pick', async () => {
    const { timeline } = await engagementOn('ben');
    expect(outline(timeline).slice(-4)).to.deep.equal([
      'LATER',
      'Second session',
      'ActionAvailable when your coach schedules it',
      'SessionAvailable when your coach schedules it',
    ]);
    expect(has(timeline, 'button', /Share|Add item|Delete|Send now/)).to.equal(false);
  });

  it('shows a spectator titles and progress, and nothing to press but titles', async () => {
    const { timeline } = await engagementOn('vera');
    expect(outline(timeline)).to.include('Visit another team');
    const buttons = all(timeline, 'button')
      .filter((one) => !one.matches('.item-title, .segment'))
      .map(nameOf);
    expect(buttons).to.deep.equal(['More']);
    expect(all(timeline, 'link')).to.have.length(0);
    expect(timeline.renderRoot.querySelector('[part="welcome"]')).to.equal(null);
  });

  it('lets an admin mark a draft as active, and says before that nothing can be scheduled', async () => {
    const { timeline, as } = await engagementOn('ada', { stage: 'draft' });
    expect(textOf(timeline.renderRoot.querySelector('[part="banner"]'))).to.contain('mark as active to schedule');
    expect(textOf(timeline.renderRoot.querySelector('#activate-note'))).to.match(
      /^Then .*Cora Weiss.* it, and it never becomes a draft again\. Cora Weiss will be told here\.$/,
    );
    const schedule = button(timeline, 'Schedule: The guide');
    expect(schedule.getAttribute('aria-disabled')).to.equal('true');
    schedule.click();
    await settled(timeline);
    expect(toast(timeline)).to.match(/draft/i);
    expect(button(timeline, 'Share').getAttribute('aria-disabled')).to.equal('true');
    await isAccessible(timeline);
    const events: string[] = [];
    for (const type of ['engagement-before-activate', 'engagement-activated'])
      timeline.addEventListener(type, () => events.push(type));
    button(timeline, 'Status of the engagement: Draft').click();
    await opens(timeline);
    the(timeline, 'menuitemradio', 'Mark as active').click();
    await waitUntil(
      async () => (await as('ada').engagements.get(timeline.engagement ?? '')).status === 'active',
      'it stays a draft',
    );
    await waitUntil(() => events.length === 2, 'it is not told');
    await settled(timeline);
    expect(timeline.renderRoot.querySelector('[part="banner"]')).to.equal(null);
    expect(button(timeline, 'Schedule: The guide').getAttribute('aria-disabled')).to.equal(null);
  });

  it('says who will see it and who is told before it is shared, shares it, and takes it back', async () => {
    const as = await engagementOf({ stage: 'active' });
    const channels: NotificationChannel[] = ['platform', 'email'];
    const me = async () => ({ ...(await as('ada').me()), notifies: channels });
    const timeline = await timelineOn({ backend: { ...as('ada'), me } });
    button(timeline, 'Share').click();
    await opens(timeline);
    const panel = textOf(timeline.renderRoot.querySelector('.popover:popover-open'));
    expect(panel).to.contain('Ben Okafor will see it');
    expect(panel).to.contain('Cora Weiss and Ben Okafor will be told, here and by e-mail');
    await isAccessible(timeline);
    expect(focusedName(timeline)).to.equal('Share');
    (timeline.renderRoot as ShadowRoot).querySelector<HTMLElement>('.share-confirm')?.click();
    await waitUntil(async () => (await as('ben').engagements.list()).items.length === 1, 'he does not see it');
    await waitUntil(() => toast(timeline).startsWith('Shared with Ben Okafor'), 'it is not said');
    button(timeline, 'Undo').click();
    await waitUntil(async () => (await as('ben').engagements.list()).items.length === 0, 'he still sees it');
  });

  it('does not say that anybody is told where the backend tells nobody', async () => {
    const as = await engagementOf({ stage: 'active' });
    const me = async () => ({ ...(await as('ada').me()), notifies: [] });
    const timeline = await timelineOn({ backend: { ...as('ada'), me } });
    button(timeline, 'Share').click();
    await opens(timeline);
    const panel = textOf(timeline.renderRoot.querySelector('.popover:popover-open'));
    expect(panel).to.contain('Ben Okafor will see it').and.not.to.contain('told');
  });

  it('says that people are told on the platform alone where no e-mail is sent', async () => {
    const { timeline } = await engagementOn('ada', { stage: 'active' });
    button(timeline, 'Share').click();
    await opens(timeline);
    const panel = textOf(timeline.renderRoot.querySelector('.popover:popover-open'));
    expect(panel).to.contain('will be told here').and.not.to.contain('e-mail');
  });

  it('schedules an item for a day with a due date, and undoes it', async () => {
    const { timeline, as } = await engagementOn('cora');
    button(timeline, 'Schedule: Visit another team').click();
    await opens(timeline);
    await isAccessible(timeline);
    choose(timeline, 'On a date', 0);
    await settled(timeline);
    set(timeline, 'input[type="date"]', '2026-05-20');
    choose(timeline, 'Counted from the start', 1);
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#due-day'))).to.match(/Monday,? 18 May 2026/);
    set(timeline, '.amount', '3');
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#due-day'))).to.match(/Monday,? 1 June 2026/);
    button(timeline, 'Schedule').click();
    await saysSoon(timeline, 'Visit another team', /Scheduled Release Wed Due 1 Jun/);
    const item = await told(as, 'ada', 'visit');
    expect(item.locked === false && item.due?.date).to.equal('2026-06-01');
    await waitUntil(() => toast(timeline).startsWith('Scheduled'), 'it is not said');
    button(timeline, 'Undo').click();
    await saysSoon(timeline, 'Visit another team', /Not scheduled/);
  });

  it('tells what the backend refused in the form, and keeps what was typed', async () => {
    const { timeline } = await engagementOn('cora');
    button(timeline, 'Schedule: Visit another team').click();
    await opens(timeline);
    choose(timeline, 'On a date', 0);
    choose(timeline, 'On a date', 1);
    await settled(timeline);
    button(timeline, 'Schedule').click();
    await settled(timeline);
    expect(focusedName(timeline)).to.equal('Release: Date');
    const dates = [...timeline.renderRoot.querySelectorAll<HTMLInputElement>('input[type="date"]')];
    dates.forEach((input, at) => {
      input.value = at === 0 ? '2026-06-20' : '2026-06-10';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settled(timeline);
    button(timeline, 'Schedule').click();
    await waitUntil(() => textOf(timeline.renderRoot.querySelector('.form-fault')) !== '', 'nothing is said');
    expect(timeline.renderRoot.querySelector<HTMLInputElement>('input[type="date"]')?.value).to.equal('2026-06-20');
    expect(factsOf(timeline, 'Visit another team')).to.contain('Not scheduled');
  });

  it('schedules a session with time, duration and who may pick, by the engagement’s clock', async () => {
    const { timeline, as } = await engagementOn('cora');
    button(timeline, 'Schedule: Look back').click();
    await opens(timeline);
    expect(textOf(timeline.renderRoot.querySelector('.schedule-zone'))).to.contain('Times are those of UTC');
    set(timeline, '#schedule-date', '2026-07-01');
    set(timeline, '#schedule-time', '14:30');
    choose(timeline, 'Other');
    await settled(timeline);
    set(timeline, '.minutes', '481');
    await settled(timeline);
    button(timeline, 'Schedule').click();
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#minutes-fault'))).to.contain('1 to 480');
    set(timeline, '.minutes', '75');
    await settled(timeline);
    button(timeline, 'Schedule').click();
    await saysSoon(timeline, 'Look back', /Scheduled 1 Jul, 14:30.* 75 min/);
    const item = await told(as, 'cora', 'last');
    expect(item.locked === false && item.session?.startsAt).to.match(/^2026-07-01T14:30/);
  });

  it('sends an item now', async () => {
    const { timeline, as } = await engagementOn('cora');
    const events: string[] = [];
    timeline.addEventListener('engagement-item-released', () => events.push('released'));
    button(timeline, 'Send now: Good talks').click();
    await saysSoon(timeline, 'Good talks', /Released today/);
    await waitUntil(() => events.length === 1, 'it is not told');
    const item = await told(as, 'ben', 'talks');
    expect(item.locked === false && item.content).to.not.equal(null);
  });

  it('completes and reopens, counting both', async () => {
    const { timeline } = await engagementOn('cora');
    button(timeline, 'Mark as completed: First session').click();
    await saysSoon(timeline, 'First session', /Completed/);
    expect(textOf(timeline.renderRoot.querySelector('[part="header"]'))).to.contain('1 of 9 items completed');
    await pick(timeline, 'First session', 'Reopen');
    await saysSoon(timeline, 'First session', /Scheduled/);
    expect(textOf(timeline.renderRoot.querySelector('[part="header"]'))).to.contain('0 of 9 items completed');
  });

  it('adds an item of each kind', async () => {
    const { timeline, as } = await engagementOn('ada', { items: [], stage: 'active' });
    expect(textOf(timeline.renderRoot.querySelector('[part="empty"]'))).to.contain('No items yet');
    const fields: Record<string, Record<string, string>> = {
      Session: { '#form-place': 'Room 3' },
      Assessment: { '#question-q1': 'How are you?' },
      File: {
        '#form-url': 'https://files.example/a.pdf',
        '#form-name': 'a.pdf',
        '#form-mediaType': 'application/pdf',
        '#form-size': '1200',
      },
      Link: { '#form-url': 'https://a.example' },
      Action: { '#form-description': 'Do it' },
      Feedback: { '#form-prompt': 'How was it?' },
    };
    for (const [kind, values] of Object.entries(fields)) {
      button(timeline, 'Add item').click();
      await opens(timeline);
      the(timeline, 'menuitem', kind).click();
      await waitUntil(() => dialogOpen(timeline), `no form for ${kind}`);
      await settled(timeline);
      set(timeline, '#form-title', `A ${kind}`);
      for (const [selector, value] of Object.entries(values)) set(timeline, selector, value);
      await settled(timeline);
      if (kind === 'Assessment') await isAccessible(timeline);
      button(timeline, 'Add').click();
      await waitUntil(() => outline(timeline).includes(`A ${kind}`) && !dialogOpen(timeline), `no ${kind} is added`);
    }
    const { items } = await as('ada').engagements.get(timeline.engagement ?? '');
    expect(items.map(({ kind }) => kind)).to.deep.equal([
      'session',
      'assessment',
      'file',
      'link',
      'action',
      'feedback',
    ]);
  });

  it('says what is missing in a form, and asks before it throws away what was typed', async () => {
    const { timeline } = await engagementOn('ada', { items: [], stage: 'draft' });
    button(timeline, 'Add item').click();
    await opens(timeline);
    the(timeline, 'menuitem', 'Link').click();
    await waitUntil(() => dialogOpen(timeline), 'no form');
    await settled(timeline);
    button(timeline, 'Add').click();
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('#form-title-fault'))).to.equal('Type a title.');
    expect(textOf(timeline.renderRoot.querySelector('#form-url-fault'))).to.contain('https:');
    set(timeline, '#form-title', 'Half typed');
    await settled(timeline);
    button(timeline, 'Cancel').click();
    await settled(timeline);
    expect(dialogOpen(timeline)).to.equal(true);
    button(timeline, 'Keep editing').click();
    await settled(timeline);
    expect(timeline.renderRoot.querySelector<HTMLInputElement>('#form-title')?.value).to.equal('Half typed');
  });

  it('changes an item, and says by field what somebody else changed meanwhile', async () => {
    const { timeline, as } = await engagementOn('ada');
    await pick(timeline, 'The guide', 'Edit…');
    await waitUntil(() => dialogOpen(timeline), 'no form');
    await settled(timeline);
    const item = await told(as, 'ada', 'read');
    if (item.locked) throw new Error('it is locked');
    await as('ada').items.update('read', { title: 'The good guide' }, { version: item.version });
    set(timeline, '#form-name', 'other.pdf');
    await settled(timeline);
    button(timeline, 'Save').click();
    await waitUntil(() => /the title/.test(textOf(timeline.renderRoot.querySelector('.form-fault'))), 'it is not told');
    expect(textOf(timeline.renderRoot.querySelector('.form-fault'))).to.contain(
      'Somebody else changed the title meanwhile',
    );
  });

  it('moves items that are not scheduled yet, from their menu, and not others', async () => {
    const { timeline, as } = await engagementOn('ada');
    await pick(timeline, 'Look back', 'Move up');
    expect(outline(timeline).slice(-3)).to.deep.equal(['Second session', 'Look back', 'Visit another team']);
    await waitUntil(async () => {
      const { items } = await as('ada').engagements.get(timeline.engagement ?? '');
      return items.at(-1)?.id === 'visit';
    }, 'it is not moved');
    await menu(timeline, 'The guide');
    const up = the(timeline, 'menuitem', 'Move up');
    expect(up.getAttribute('aria-disabled')).to.equal('true');
  });

  it('deletes an item and brings it back', async () => {
    const { timeline } = await engagementOn('ada');
    await pick(timeline, 'The guide', 'Delete');
    expect(outline(timeline)).to.not.include('The guide');
    expect(focusedName(timeline)).to.not.equal('');
    await waitUntil(() => has(timeline, 'button', 'Undo'), 'no way back');
    button(timeline, 'Undo').click();
    await waitUntil(() => outline(timeline).includes('The guide'), 'it does not come back');
  });

  it('asks the page before a change, and makes none where it says no', async () => {
    const { timeline, as } = await engagementOn('cora');
    timeline.addEventListener('engagement-item-before-release', (event) => event.preventDefault());
    button(timeline, 'Send now: Good talks').click();
    await settled(timeline);
    expect(factsOf(timeline, 'Good talks')).to.contain('Release 2 Jun');
    const item = await told(as, 'cora', 'talks');
    expect(item.locked === false && item.released).to.equal(false);
  });

  it('takes back what the backend refuses, and says why', async () => {
    const as = await engagementOf();
    const backend = as('cora');
    const timeline = await timelineOn({
      backend: {
        ...backend,
        items: { ...backend.items, complete: () => as('vera').items.complete('first', { completed: true }) },
      },
    });
    button(timeline, 'Mark as completed: First session').click();
    await waitUntil(() => toast(timeline) !== '', 'nothing is said');
    expect(toast(timeline)).to.match(/spectator/i);
    expect(factsOf(timeline, 'First session')).to.contain('Scheduled');
  });

  it('keeps a coach’s hands off what is not theirs, with the reason', async () => {
    const { timeline } = await engagementOn('cora');
    expect(has(timeline, 'button', /^Share$|Unshare/)).to.equal(false);
    await menu(timeline, 'Visit another team');
    expect(has(timeline, 'menuitem', 'Delete')).to.equal(true);
    expect(the(timeline, 'menuitem', 'Edit…').getAttribute('aria-disabled')).to.equal(null);
  });

  it('says that there is no such engagement to whoever does not see it', async () => {
    const as = await engagementOf();
    const timeline = await timelineOn({ backend: as('otto'), loaded: false });
    await waitUntil(() => timeline.renderRoot.querySelector('[part="error"]') !== null, 'nothing is said');
    expect(textOf(timeline.renderRoot.querySelector('[part="error"]'))).to.contain('There is no such engagement');
    expect(timeline.matches(':state(forbidden)')).to.equal(true);
  });

  it('takes it from the page of a coachee once it is unshared', async () => {
    const { timeline, as } = await engagementOn('ben');
    await as('ada').engagements.unshare(timeline.engagement ?? '');
    await timeline.refresh();
    await settled(timeline);
    expect(textOf(timeline.renderRoot.querySelector('[part="error"]'))).to.contain('not shared with you');
  });

  it('shows everything and changes nothing where it is readonly', async () => {
    const { timeline } = await engagementOn('ada', { attributes: { readonly: '' } });
    const buttons = all(timeline, 'button')
      .filter((one) => !one.matches('.item-title, .segment'))
      .map(nameOf);
    expect(buttons).to.deep.equal(['More']);
    expect(timeline.matches(':state(readonly)')).to.equal(true);
  });

  it('works on plain data, with no backend', async () => {
    const place = document.createElement('div');
    document.body.append(place);
    const timeline = document.createElement('engagement-timeline');
    timeline.engagement = 'eng';
    timeline.now = now;
    timeline.initialData = {
      viewerId: 'ada',
      workspace: {
        ...{ id: 'w', name: 'Fernhill', timeZone: 'UTC', locale: 'en-GB', version: 1 },
        calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
      },
      people: [{ id: 'ada', name: 'Ada' }],
    };
    place.append(timeline);
    await waitUntil(() => timeline.shadowRoot?.querySelector('[part="error"]') != null, 'nothing is said');
    place.remove();
  });

  it('fits 240 pixels with long names', async () => {
    await setViewport({ width: 800, height: 700 });
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const { timeline } = await engagementOn('ada', {
      width: 240,
      items: [drafted('long', long, 'session'), drafted('bold', '<b>bold</b>', 'action')],
    });
    const base = timeline.renderRoot.querySelector('.base');
    expect(base?.scrollWidth).to.be.at.most(240);
    expect(timeline.renderRoot.querySelector('b')).to.equal(null);
    expect(itemOf(timeline, '<b>bold</b>')).to.not.equal(null);
  });
});
