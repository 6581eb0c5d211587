// The settings of an engagement as an admin changes them: every field saved, what is wrong told at its field, the same field
// changed by two asked about, and nothing typed ever lost.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { EngagementDetail } from '@followthrough/core/schema';
import type { EngagementSettings } from '../../src/engagement-settings/class.ts';
import type { DirtyChange, InvoicingMethodCreateRequest } from '../../src/engagement-settings/settings-events.ts';
import {
  all,
  descriptionOf,
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
  type,
  until,
} from '../parts/roles.ts';
import { type As, engagementOf, fired, litWarnings, settingsOn, workspace } from '../engagement-wizard/fixture.ts';

interface Scene {
  settings: EngagementSettings;
  as: As;
  engagement: EngagementDetail;
}

/** The settings as somebody sees them; what is typed in one test is not there in the next. */
async function scene(viewer = 'dora', wrap: (backend: Backend) => Backend = (backend) => backend): Promise<Scene> {
  sessionStorage.clear();
  const as = workspace();
  const engagement = await engagementOf(as);
  if (viewer !== 'dora') await as('dora').engagements.activate(engagement.id);
  return { settings: await settingsOn(wrap(as(viewer)), engagement.id), as, engagement };
}

const summary = ({ settings }: Scene) => textOf(settings.renderRoot.querySelector('.error-summary'));
const bar = ({ settings }: Scene) => textOf(settings.renderRoot.querySelector('.save-bar-text'));
const conflict = ({ settings }: Scene) => textOf(settings.renderRoot.querySelector('.conflict'));
const stored = ({ as, engagement }: Scene) => as('dora').engagements.get(engagement.id);
const field = ({ settings }: Scene, name: string | RegExp) => the(settings, 'textbox', name) as HTMLInputElement;

async function click({ settings }: Scene, role: string, name: string | RegExp): Promise<void> {
  the(settings, role, name).click();
  await settled(settings);
}

/** Types over what stands in a field. */
async function write(page: Scene, name: string | RegExp, text: string): Promise<void> {
  const control = field(page, name);
  control.focus();
  control.select();
  await type(page.settings, text);
}

async function saved(page: Scene): Promise<EngagementDetail> {
  const done = fired(page.settings, 'settings-saved');
  await click(page, 'button', 'Save');
  await done;
  return stored(page);
}

describe('<engagement-settings>', () => {
  it('saves title and welcome, and shows the welcome as it will be seen', async () => {
    const page = await scene();
    const states: boolean[] = [];
    page.settings.addEventListener('dirty-change', (event: DirtyChange) => states.push(event.dirty));
    await write(page, 'Title', 'Leading well');
    await write(page, 'Welcome title', 'Welcome');
    await write(page, 'Welcome message', 'See https://fernhill.example/start');
    expect(textOf(page.settings.renderRoot.querySelector('.welcome-preview'))).to.equal(
      'Preview Welcome See https://fernhill.example/start',
    );
    expect(bar(page)).to.equal('Unsaved changes');
    const engagement = await saved(page);
    expect(engagement.title).to.equal('Leading well');
    expect(engagement.welcome).to.deep.equal({ title: 'Welcome', message: 'See https://fernhill.example/start' });
    expect(states).to.deep.equal([true, false]);
    expect(page.settings.renderRoot.querySelector('.save-bar')).to.equal(null);
  });

  it('is accessible, and free of Lit warnings', async () => {
    const page = await scene();
    await isAccessible(page.settings);
    expect(litWarnings()).to.deep.equal([]);
  });

  it('says which dates another start moves, before it is saved', async () => {
    const page = await scene();
    await click(page, 'button', /^Start date/);
    await opens(page.settings);
    await type(page.settings, '15 june 2026');
    await press(page.settings, 'Enter');
    expect(textOf(page.settings.renderRoot.querySelector('.moved'))).to.match(
      /2 dates move with the start Where do you stand\? due, from 8 Jun 2026 to 22 Jun 2026\s*The first ninety days release, from 15 Jun 2026 to 29 Jun 2026/,
    );
    const { items, startDate } = await saved(page);
    expect(startDate).to.equal('2026-06-15');
    const due = items.flatMap((item) => (item.locked ? [] : (item.due?.date ?? [])));
    expect(due).to.deep.equal(['2026-06-22']);
  });

  it('saves self-scheduling, the clock and who watches', async () => {
    const page = await scene();
    await click(page, 'switch', 'Allow coachees to schedule sessions');
    await click(page, 'button', /^Time zone/);
    await opens(page.settings);
    await type(page.settings, 'tokyo');
    await press(page.settings, 'Enter');
    const people = the(page.settings, 'combobox', 'Spectators');
    expect(descriptionOf(people)).to.contain('They do not see what is written in it, nor the invoicing');
    people.focus();
    await type(page.settings, 'Eve');
    await until(() => all(page.settings, 'option').some((option) => nameOf(option).includes('Eve')), 'Eve is found');
    await press(page.settings, 'Enter');
    await until(() => has(page.settings, 'button', 'Remove Eve Holm'), 'she is chosen');
    await click(page, 'button', 'Remove Ida Human Resources');
    const engagement = await saved(page);
    expect(engagement).to.include({ selfScheduling: true, timeZone: 'Asia/Tokyo' });
    expect(engagement.spectatorIds).to.deep.equal(['eve']);
  });

  it('chooses an invoicing method, or makes one on the spot, with Enter too', async () => {
    const page = await scene();
    await click(page, 'button', 'Create invoicing method for: Coach invoicing method');
    await until(() => focusedName(page.settings) === 'Name', 'focus is in the name');
    await press(page.settings, 'Enter');
    expect(textOf(page.settings.renderRoot.querySelector('#settings-method-name-fault'))).to.equal('Type a name.');
    await type(page.settings, 'By the hour');
    await write(page, 'Amount', '120,5x');
    const currency = page.settings.renderRoot.querySelector<HTMLSelectElement>('#settings-method-currency');
    if (!currency) throw new Error('there is no currency');
    expect([...currency.options].map(({ text }) => text)).to.include('CHF · Swiss Franc');
    currency.value = 'CHF';
    currency.dispatchEvent(new Event('change'));
    await press(page.settings, 'Enter');
    expect(textOf(page.settings.renderRoot.querySelector('#settings-method-amount-fault'))).to.contain('120.50');
    await write(page, 'Amount', '120,50');
    page.settings.renderRoot.querySelector<HTMLInputElement>('input[value="hour"]')?.click();
    await press(page.settings, 'Enter');
    await until(
      () => has(page.settings, 'button', /^Coach invoicing method By the hour CHF.120\.50 per hour/),
      'it is chosen',
    );
    // The settings themselves were not sent with it.
    expect((await stored(page)).coachInvoicingMethodId).to.equal(null);
    await click(page, 'button', /^Coachee invoicing method/);
    await opens(page.settings);
    await type(page.settings, 'hour');
    await press(page.settings, 'Enter');
    const engagement = await saved(page);
    expect(engagement.coachRate).to.deep.equal({ name: 'By the hour', amount: '120.50', currency: 'CHF', per: 'hour' });
    expect(engagement.coacheeInvoicingMethodId).to.equal(engagement.coachInvoicingMethodId);
  });

  it('leaves making a method to a page that says it will', async () => {
    const page = await scene();
    page.settings.addEventListener('invoicing-method-create-request', (event: InvoicingMethodCreateRequest) => {
      event.preventDefault();
      void page
        .as('dora')
        .invoicingMethods.create({ name: 'The page’s own', amount: '10', currency: 'EUR', per: 'session' })
        .then(({ id }) => event.choose(id));
    });
    await click(page, 'button', 'Create invoicing method for: Coachee invoicing method');
    await until(() => has(page.settings, 'button', /^Coachee invoicing method The page’s own/), 'it is chosen');
    expect(page.settings.renderRoot.querySelector('.method')).to.equal(null);
  });

  it('tells each fault at its field and over the form, and saves nothing', async () => {
    const page = await scene();
    await write(page, 'Title', ' ');
    await click(page, 'button', /^End date/);
    await opens(page.settings);
    await type(page.settings, '1 may 2026');
    await press(page.settings, 'Enter');
    await write(page, 'Welcome message', 'Hello');
    await click(page, 'button', 'Save');
    expect(summary(page)).to.equal(
      '3 things to mend Type a title.The end is before the start. Choose a later end.A welcome needs a title, or no message.',
    );
    expect(focused(page.settings)?.classList.contains('error-summary')).to.equal(true);
    await isAccessible(page.settings);
    await click(page, 'link', 'A welcome needs a title, or no message.');
    expect(focusedName(page.settings)).to.equal('Welcome title');
    expect((await stored(page)).version).to.equal(page.engagement.version);
  });

  it('merges what somebody else changed in other fields, without a question', async () => {
    const page = await scene();
    await write(page, 'Title', 'Mine');
    const { id, version } = page.engagement;
    await page.as('dora').engagements.update(id, { endDate: '2026-09-30' }, { version });
    const engagement = await saved(page);
    expect([engagement.title, engagement.endDate]).to.deep.equal(['Mine', '2026-09-30']);
    expect(has(page.settings, 'button', /^End date.*30 September 2026/)).to.equal(true);
  });

  it('asks where the same field was changed twice: both values, who and when', async () => {
    const page = await scene();
    await write(page, 'Title', 'Mine');
    const { id, version } = page.engagement;
    await page.as('dora').engagements.update(id, { title: 'Theirs' }, { version });
    await click(page, 'button', 'Save');
    await until(() => conflict(page) !== '', 'it is asked');
    expect(conflict(page)).to.equal(
      '“Title” was changed here and elsewhere Changed by Dora Admin just now. Yours Mine Theirs Theirs Keep mine Take theirs',
    );
    expect((await stored(page)).title).to.equal('Theirs');
    await isAccessible(page.settings);
    await click(page, 'button', 'Keep mine');
    expect((await saved(page)).title).to.equal('Mine');
  });

  it('takes the other value where one says so', async () => {
    const page = await scene();
    await write(page, 'Title', 'Mine');
    const { id, version } = page.engagement;
    await page.as('dora').engagements.update(id, { title: 'Theirs' }, { version });
    await page.settings.refresh();
    await until(() => conflict(page) !== '', 'it is asked before anybody saves');
    await click(page, 'button', 'Take theirs');
    expect(field(page, 'Title').value).to.equal('Theirs');
    expect(page.settings.dirty).to.equal(false);
  });

  it('keeps what was typed through a failure, and saves it with Ctrl+S', async () => {
    let fails = true;
    const page = await scene('dora', (backend) => ({
      ...backend,
      engagements: {
        ...backend.engagements,
        update: (...asked) =>
          fails ? Promise.reject(new BackendError('unavailable')) : backend.engagements.update(...asked),
      },
    }));
    await write(page, 'Title', 'Kept');
    const failed = fired(page.settings, 'settings-error');
    await press(page.settings, 'Control+s');
    await failed;
    await settled(page.settings);
    expect(bar(page)).to.match(/^Not saved\. .* What you typed is still here\.$/);
    expect(field(page, 'Title').value).to.equal('Kept');
    fails = false;
    const done = fired(page.settings, 'settings-saved');
    await press(page.settings, 'Control+s');
    await done;
    expect((await stored(page)).title).to.equal('Kept');
  });

  it('keeps what was typed over a reload, for whoever typed it', async () => {
    const page = await scene();
    await write(page, 'Title', 'Not yet saved');
    page.settings.remove();
    const again = { ...page, settings: await settingsOn(page.as('dora'), page.engagement.id) };
    await until(() => field(again, 'Title').value === 'Not yet saved', 'it is there again');
    expect(bar(again)).to.equal('Your unsaved changes from before are here again.');
    await click(again, 'button', 'Discard');
    expect(field(again, 'Title').value).to.equal('First-time leaders');
    await click(again, 'button', 'Undo');
    expect(field(again, 'Title').value).to.equal('Not yet saved');
    await click(again, 'button', 'Discard');
    again.settings.remove();
    const third = { ...page, settings: await settingsOn(page.as('dora'), page.engagement.id) };
    expect(field(third, 'Title').value).to.equal('First-time leaders');
  });

  it('does not save while offline, and says that it is kept', async () => {
    let isThere = true;
    const page = await scene('dora', (backend) => ({
      ...backend,
      engagements: {
        ...backend.engagements,
        get: (...asked) => (isThere ? backend.engagements.get(...asked) : Promise.reject(new BackendError('network'))),
      },
    }));
    await write(page, 'Title', 'Kept');
    isThere = false;
    await page.settings.refresh();
    await until(() => bar(page).startsWith('You are offline.'), 'it is said');
    expect(the(page.settings, 'button', 'Save').getAttribute('aria-disabled')).to.equal('true');
    await press(page.settings, 'Control+s');
    expect((await stored(page)).title).to.equal('First-time leaders');
    isThere = true;
    await page.settings.refresh();
    expect((await saved(page)).title).to.equal('Kept');
  });

  it('deletes it, and brings it back', async () => {
    const page = await scene();
    await click(page, 'button', 'Delete engagement');
    await until(() => has(page.settings, 'button', 'Undo'), 'it is deleted');
    expect(textOf(page.settings.renderRoot.querySelector('[part="error"]'))).to.contain('Deleted “First-time leaders”');
    expect((await page.as('dora').engagements.list()).items).to.deep.equal([]);
    await click(page, 'button', 'Undo');
    await until(() => has(page.settings, 'textbox', 'Title'), 'it is back');
    expect((await page.as('dora').engagements.list()).items).to.have.length(1);
  });

  it('does not delete where the page around says no', async () => {
    const page = await scene();
    page.settings.addEventListener('engagement-before-delete', (event) => event.preventDefault());
    await click(page, 'button', 'Delete engagement');
    expect(has(page.settings, 'textbox', 'Title')).to.equal(true);
    expect((await page.as('dora').engagements.list()).items).to.have.length(1);
  });

  it('leaves telling of a failure to a page that says it will, and asks it to sign somebody in again', async () => {
    const page = await scene('dora', (backend) => ({
      ...backend,
      engagements: { ...backend.engagements, update: () => Promise.reject(new BackendError('token-expired')) },
    }));
    page.settings.addEventListener('settings-error', (event) => event.preventDefault());
    await write(page, 'Title', 'Kept');
    const expired = fired(page.settings, 'session-expired');
    await click(page, 'button', 'Save');
    await expired;
    await settled(page.settings);
    expect([bar(page), field(page, 'Title').value]).to.deep.equal(['Unsaved changes', 'Kept']);
  });

  it('reads as text to the coach, with the coach’s own rate and no other', async () => {
    sessionStorage.clear();
    const as = workspace();
    const engagement = await engagementOf(as);
    const dora = as('dora');
    const make = (name: string, amount: string) =>
      dora.invoicingMethods.create({ name, amount, currency: 'EUR', per: 'session' });
    const [own, other] = [await make('Coach’s', '240'), await make('Coachee’s', '900')];
    const patch = { coachInvoicingMethodId: own.id, coacheeInvoicingMethodId: other.id };
    await dora.engagements.update(engagement.id, patch, { version: engagement.version });
    await dora.engagements.activate(engagement.id);
    const settings = await settingsOn(as('cora'), engagement.id);
    const text = textOf(settings.renderRoot.querySelector('.read-only'));
    expect(text).to.contain('Your rate Coach’s: €240.00 per session');
    expect(text).not.to.contain('900');
    expect(textOf(settings.renderRoot.querySelector('.settings-note'))).to.equal('Only admins change these settings.');
    expect(settings.renderRoot.querySelector('input, textarea, select')).to.equal(null);
    expect(settings.matches(':state(readonly)')).to.equal(true);
    await isAccessible(settings);
  });

  it('says to a spectator, and where there is none, what there is to know', async () => {
    const page = await scene('ida');
    const said = (settings: EngagementSettings) => textOf(settings.renderRoot.querySelector('[part="error"]'));
    expect(said(page.settings)).to.contain('Settings are for admins and the coach.');
    const none = await settingsOn(page.as('dora'), 'no-such-engagement');
    expect(said(none)).to.contain('This engagement is not there any more.');
    await isAccessible(none);
  });
});
