// Settings that save themselves: each field when it is left or after a pause, with how it stands said; what somebody has to
// look at waits, and nothing typed is lost to a failure. And settings of which a page shows some sections only.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { EngagementDetail, EngagementPatch } from '@followthrough/core/schema';
import type { EngagementSettings } from '../../src/engagement-settings/class.ts';
import type { SettingsBeforeSave } from '../../src/engagement-settings/settings-events.ts';
import { all, has, isAccessible, nameOf, opens, press, settled, textOf, the, type, until } from '../parts/roles.ts';
import { type As, engagementOf, fired, litWarnings, settingsOn, workspace } from '../engagement-wizard/fixture.ts';

interface Scene {
  settings: EngagementSettings;
  as: As;
  engagement: EngagementDetail;
}

async function scene(
  wrap: (backend: Backend) => Backend = (backend) => backend,
  more: Partial<EngagementSettings> = { autosave: true },
): Promise<Scene> {
  sessionStorage.clear();
  const as = workspace();
  const engagement = await engagementOf(as);
  return { settings: await settingsOn(wrap(as('dora')), engagement.id, more), as, engagement };
}

const stored = ({ as, engagement }: Scene) => as('dora').engagements.get(engagement.id);
const bar = ({ settings }: Scene) => textOf(settings.renderRoot.querySelector('.save-bar-text'));
const fault = ({ settings }: Scene, id: string) =>
  textOf((settings.renderRoot as ShadowRoot).getElementById(`${id}-fault`));
const sections = ({ settings }: Scene) => all(settings, 'heading').map(nameOf);

/** What a field says of how it stands. */
function stateOf({ settings }: Scene, id: string): string {
  const field = (settings.renderRoot as ShadowRoot).getElementById(id)?.closest('.field') ?? null;
  return textOf(field?.querySelector('.field-state') ?? null);
}

async function write({ settings }: Scene, name: string, text: string): Promise<void> {
  the(settings, 'textbox', name).focus();
  await press(settings, 'Control+a');
  await type(settings, text);
}

/** A backend whose update goes through `change`. */
const updating =
  (change: (real: () => Promise<EngagementDetail>, patch: EngagementPatch) => Promise<EngagementDetail>) =>
  (backend: Backend): Backend => ({
    ...backend,
    engagements: {
      ...backend.engagements,
      update: (id, patch, options) => change(() => backend.engagements.update(id, patch, options), patch),
    },
  });

describe('<engagement-settings autosave>', () => {
  it('saves a field when it is left, says so beside it, and asks for nothing', async () => {
    const page = await scene();
    const told: EngagementPatch[] = [];
    page.settings.addEventListener('settings-before-save', (event: SettingsBeforeSave) => told.push(event.changes));
    const saved = fired(page.settings, 'settings-saved');
    await write(page, 'Title', 'Leading well');
    expect(page.settings.renderRoot.querySelector('.save-bar')).to.equal(null);
    await press(page.settings, 'Tab');
    await saved;
    await settled(page.settings);
    expect((await stored(page)).title).to.equal('Leading well');
    expect(stateOf(page, 'settings-title')).to.equal('Saved');
    expect(nameOf(the(page.settings, 'textbox', 'Title'))).to.equal('Title');
    expect(told).to.deep.equal([{ title: 'Leading well' }]);
    await isAccessible(page.settings);
    expect(litWarnings()).to.deep.equal([]);
    await write(page, 'Title', 'Leading');
    expect(stateOf(page, 'settings-title'), 'it is not saved as it reads now').to.equal('');
  });

  it('saves after a pause where the field is not left', async () => {
    const page = await scene();
    const saved = fired(page.settings, 'settings-saved');
    await write(page, 'Title', 'Leading well');
    await saved;
    expect((await stored(page)).title).to.equal('Leading well');
    expect(page.settings.dirty).to.equal(false);
  });

  it('saves what is chosen: a switch, a time zone', async () => {
    const page = await scene();
    the(page.settings, 'switch', 'Allow coachees to schedule sessions').click();
    the(page.settings, 'button', /^Time zone/).click();
    await opens(page.settings);
    await type(page.settings, 'tokyo');
    const saved = fired(page.settings, 'settings-saved');
    await press(page.settings, 'Enter');
    await saved;
    expect(await stored(page)).to.include({ selfScheduling: true, timeZone: 'Asia/Tokyo' });
  });

  it('leaves what is wrong where it was typed, says why, and saves the rest', async () => {
    const page = await scene();
    const saved = fired(page.settings, 'settings-saved');
    await write(page, 'Title', ' ');
    await write(page, 'Welcome title', 'Welcome');
    await press(page.settings, 'Tab');
    await saved;
    await settled(page.settings);
    const { title, welcome } = await stored(page);
    expect([title, welcome?.title]).to.deep.equal(['First-time leaders', 'Welcome']);
    expect(fault(page, 'settings-title')).to.equal('Type a title.');
    expect([stateOf(page, 'settings-title'), stateOf(page, 'settings-welcome-title')]).to.deep.equal([
      'Not saved',
      'Saved',
    ]);
    expect(bar(page)).to.equal('Something is not saved: mend what is marked, or discard it.');
    await isAccessible(page.settings);
    const mended = fired(page.settings, 'settings-saved');
    await write(page, 'Title', 'Mended');
    await press(page.settings, 'Tab');
    await mended;
    await settled(page.settings);
    expect([(await stored(page)).title, bar(page)]).to.deep.equal(['Mended', '']);
  });

  it('does not move dates of items before somebody has looked at them', async () => {
    const page = await scene();
    the(page.settings, 'button', /^Start date/).click();
    await opens(page.settings);
    await type(page.settings, '15 june 2026');
    await press(page.settings, 'Enter');
    expect(bar(page)).to.equal('Another start moves 2 dates. Look at them, and save.');
    const other = fired(page.settings, 'settings-saved');
    await write(page, 'Title', 'Leading well');
    await press(page.settings, 'Tab');
    await other;
    const between = await stored(page);
    expect([between.title, between.startDate]).to.deep.equal(['Leading well', '2026-06-01']);
    const saved = fired(page.settings, 'settings-saved');
    the(page.settings, 'button', 'Save').click();
    await saved;
    expect((await stored(page)).startDate).to.equal('2026-06-15');
  });

  it('keeps the text where saving fails and says why, and saves it with the next change', async () => {
    let fails = true;
    const page = await scene(updating((real) => (fails ? Promise.reject(new BackendError('unavailable')) : real())));
    const failed = fired(page.settings, 'settings-error');
    await write(page, 'Title', 'Kept');
    await press(page.settings, 'Tab');
    await failed;
    await settled(page.settings);
    expect(bar(page)).to.match(/^Not saved\. .* What you typed is still here\.$/);
    expect(stateOf(page, 'settings-title')).to.equal('Not saved');
    expect((the(page.settings, 'textbox', 'Title') as HTMLInputElement).value).to.equal('Kept');
    fails = false;
    const saved = fired(page.settings, 'settings-saved');
    the(page.settings, 'switch', 'Allow coachees to schedule sessions').click();
    await saved;
    await settled(page.settings);
    const { title, selfScheduling } = await stored(page);
    expect([title, selfScheduling, bar(page)]).to.deep.equal(['Kept', true, '']);
  });

  it('says what the backend refuses at its field, and does not hold up the others', async () => {
    const refusal = new BackendError('validation', {
      errors: [{ pointer: '/title', code: 'no', message: 'must be unlike the others' }],
    });
    const page = await scene(updating((real, patch) => (patch.title === 'Same' ? Promise.reject(refusal) : real())));
    await write(page, 'Title', 'Same');
    the(page.settings, 'switch', 'Allow coachees to schedule sessions').click();
    const saved = fired(page.settings, 'settings-saved');
    await press(page.settings, 'Tab');
    await saved;
    await settled(page.settings);
    const { title, selfScheduling } = await stored(page);
    expect([title, selfScheduling]).to.deep.equal(['First-time leaders', true]);
    expect(fault(page, 'settings-title')).to.equal('must be unlike the others');
    expect(stateOf(page, 'settings-title')).to.equal('Not saved');
  });

  it('waits while offline, and saves once the connection is back', async () => {
    let isThere = true;
    const network = () => Promise.reject(new BackendError('network'));
    const page = await scene((backend) => ({
      ...backend,
      engagements: {
        ...backend.engagements,
        get: (...asked) => (isThere ? backend.engagements.get(...asked) : network()),
        update: (...asked) => (isThere ? backend.engagements.update(...asked) : network()),
      },
    }));
    isThere = false;
    await write(page, 'Title', 'Kept');
    await press(page.settings, 'Tab');
    await until(() => bar(page).startsWith('You are offline.'), 'it is said');
    expect(bar(page)).to.equal('You are offline. Your changes are kept here, and saved once you are back.');
    isThere = true;
    const saved = fired(page.settings, 'settings-saved');
    await page.settings.refresh();
    await saved;
    await settled(page.settings);
    expect([(await stored(page)).title, bar(page)]).to.deep.equal(['Kept', '']);
  });

  it('asks about a field that two people changed, as it does without, and saves the answer', async () => {
    const page = await scene();
    const { id, version } = page.engagement;
    await page.as('dora').engagements.update(id, { title: 'Theirs' }, { version });
    await write(page, 'Title', 'Mine');
    await press(page.settings, 'Tab');
    await until(() => has(page.settings, 'button', 'Keep mine'), 'it is asked');
    expect((await stored(page)).title).to.equal('Theirs');
    const saved = fired(page.settings, 'settings-saved');
    the(page.settings, 'button', 'Keep mine').click();
    await saved;
    expect((await stored(page)).title).to.equal('Mine');
  });

  it('saves nothing that the page around says no to', async () => {
    const page = await scene();
    page.settings.addEventListener('settings-before-save', (event) => event.preventDefault());
    await write(page, 'Title', 'Mine');
    await press(page.settings, 'Tab');
    await settled(page.settings);
    expect([(await stored(page)).title, page.settings.dirty]).to.deep.equal(['First-time leaders', true]);
  });

  it('saves nothing by itself without it', async () => {
    const page = await scene(undefined, {});
    await write(page, 'Title', 'Mine');
    await press(page.settings, 'Tab');
    await settled(page.settings);
    expect(bar(page)).to.equal('Unsaved changes');
    expect((await stored(page)).title).to.equal('First-time leaders');
    expect(page.settings.renderRoot.querySelector('.field-state')).to.equal(null);
  });
});

describe('<engagement-settings sections>', () => {
  it('shows those that are named, in their own order', async () => {
    const page = await scene(undefined, {});
    expect(sections(page).slice(1)).to.deep.equal([
      ...['Title and dates', 'Scheduling', 'Welcome', 'Who watches', 'Invoicing', 'Delete'],
    ]);
    page.settings.setAttribute('sections', 'spectators welcome');
    await settled(page.settings);
    expect(sections(page).slice(1)).to.deep.equal(['Welcome', 'Who watches']);
    await isAccessible(page.settings);
  });

  it('shows one that holds something wrong and unsaved too, so that it can be mended', async () => {
    const page = await scene(undefined, { sections: ['welcome'] });
    page.settings.settingsStore?.write({ endDate: '2026-05-01' });
    await settled(page.settings);
    expect(sections(page).slice(1)).to.deep.equal(['Title and dates', 'Welcome']);
  });

  it('says in the console of a name that is none, and shows the others', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => told.push(text);
    const page = await scene(undefined, { sections: ['welcome', 'billing'] });
    console.warn = warn;
    expect(sections(page).slice(1)).to.deep.equal(['Welcome']);
    expect(told.filter((text) => text.includes('sections'))).to.deep.equal([
      '<engagement-settings sections> has no section “billing”; there are basics, scheduling, welcome, spectators, invoicing, danger.',
    ]);
  });

  it('reads as text with those sections only', async () => {
    const page = await scene(undefined, { readonly: true, sections: ['scheduling', 'spectators'] });
    expect(textOf(page.settings.renderRoot.querySelector('.read-only'))).to.equal(
      'Coachees schedule sessions OffSpectators Ida Human Resources',
    );
  });
});
