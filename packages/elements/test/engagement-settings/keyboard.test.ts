// The settings of an engagement without a pointer: every field, saved and let go, what is wrong and what two people changed,
// a method made on the spot, and deleted and brought back. Focus is never lost on the way.
import { expect } from '@open-wc/testing';
import type { EngagementDetail } from '@followthrough/core/schema';
import type { EngagementSettings } from '../../src/engagement-settings/class.ts';
import { all, focused, focusedName, has, nameOf, opens, press, settled, textOf, type, until } from '../parts/roles.ts';
import { type As, engagementOf, fired, settingsOn, workspace } from '../engagement-wizard/fixture.ts';

interface Scene {
  settings: EngagementSettings;
  as: As;
  engagement: EngagementDetail;
}

/** The settings as Dora sees them, with the focus before them on the page. */
async function scene(): Promise<Scene> {
  sessionStorage.clear();
  const as = workspace();
  const engagement = await engagementOf(as);
  const settings = await settingsOn(as('dora'), engagement.id);
  const before = document.createElement('button');
  before.textContent = 'Before';
  settings.before(before);
  before.focus();
  return { settings, as, engagement };
}

const stored = ({ as, engagement }: Scene) => as('dora').engagements.get(engagement.id);
const summary = ({ settings }: Scene) => textOf(settings.renderRoot.querySelector('.error-summary'));

/** Tab, or Shift and Tab, until something of that name has focus. */
async function tabTo({ settings }: Scene, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const been: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    const now = focused(settings) ? focusedName(settings) : '';
    if (typeof name === 'string' ? now === name : now !== '' && name.test(now)) return;
    been.push(now);
    await press(settings, key);
  }
  expect.fail(`Tab never comes to ${String(name)}, only to ${been.join(' | ')}`);
}

/** In the field that has focus: this, in place of what stands there. */
async function write({ settings }: Scene, text: string): Promise<void> {
  await press(settings, 'Control+a');
  await type(settings, text);
}

/** From a button that opens a picker: opened, found by typing, taken. */
async function choose({ settings }: Scene, text: string): Promise<void> {
  await press(settings, 'Enter');
  await opens(settings);
  await type(settings, text);
  await press(settings, 'Enter');
}

async function find({ settings }: Scene, typed: string): Promise<void> {
  await type(settings, typed);
  const found = () => all(settings, 'option').map(nameOf);
  await until(() => found().length === 1 && found()[0]?.includes(typed) === true, `only ${typed} is found`);
}

/** Presses a key that saves, and waits until it is saved. */
async function saves({ settings }: Scene, key: string): Promise<void> {
  const done = fired(settings, 'settings-saved');
  await press(settings, key);
  await done;
  await settled(settings);
}

describe('<engagement-settings> by keyboard', () => {
  it('is gone through from the title to Save, every field changed', async () => {
    const page = await scene();
    const { settings } = page;
    await tabTo(page, 'Title');
    await write(page, 'Leading well');
    await tabTo(page, /^Start date/);
    await choose(page, '15 june 2026');
    expect(focusedName(settings)).to.match(/^Start date.*15 June 2026/);
    await tabTo(page, 'Remove End date');
    await press(settings, 'Enter');
    expect(focusedName(settings), 'focus is kept where the button was').to.match(/^End date/);
    await choose(page, '4 september 2026');
    await tabTo(page, /^Time zone/);
    await choose(page, 'tokyo');
    await tabTo(page, 'Allow coachees to schedule sessions');
    await press(settings, ' ');
    await tabTo(page, 'Welcome title');
    await type(settings, 'Welcome');
    await tabTo(page, 'Welcome message');
    await type(settings, 'See you soon.');
    await tabTo(page, 'Remove Ida Human Resources');
    await press(settings, 'Delete');
    await tabTo(page, 'Spectators');
    await find(page, 'Eve');
    await press(settings, 'Enter');
    await tabTo(page, 'Create invoicing method for: Coach invoicing method');
    await press(settings, 'Enter');
    await until(() => focusedName(settings) === 'Name', 'focus is in the name');
    await type(settings, 'By the hour');
    await tabTo(page, 'Amount');
    await type(settings, '120,50');
    await tabTo(page, 'Currency');
    await type(settings, 'CHF');
    await tabTo(page, 'Session');
    await press(settings, 'ArrowRight');
    await tabTo(page, 'Create and choose');
    await press(settings, 'Enter');
    await until(
      () => /^Coach invoicing method By the hour/.test(focusedName(settings)),
      'it is made, chosen and gone to',
    );
    await tabTo(page, /^Coachee invoicing method/);
    await choose(page, 'hour');
    await tabTo(page, 'Save');
    await saves(page, 'Enter');
    expect(focusedName(settings), 'focus goes back to what was changed last').to.match(/^Coachee invoicing method/);
    const engagement = await stored(page);
    const { title, startDate, endDate, timeZone, selfScheduling, welcome, spectatorIds, coachRate } = engagement;
    expect({ title, startDate, endDate, timeZone, selfScheduling, welcome, spectatorIds, coachRate }).to.deep.equal({
      title: 'Leading well',
      startDate: '2026-06-15',
      endDate: '2026-09-04',
      timeZone: 'Asia/Tokyo',
      selfScheduling: true,
      welcome: { title: 'Welcome', message: 'See you soon.' },
      spectatorIds: ['eve'],
      coachRate: { name: 'By the hour', amount: '120.50', currency: 'CHF', per: 'hour' },
    });
    expect(engagement.coacheeInvoicingMethodId).to.equal(engagement.coachInvoicingMethodId);
  });

  it('saves with Ctrl+S wherever focus is in it, and leaves it there', async () => {
    const page = await scene();
    await tabTo(page, 'Title');
    await write(page, 'Leading well');
    await saves(page, 'Control+s');
    expect(focusedName(page.settings)).to.equal('Title');
    await tabTo(page, 'Welcome message');
    await type(page.settings, 'Hello');
    await tabTo(page, 'Welcome title', 'Shift+Tab');
    await type(page.settings, 'Welcome');
    await tabTo(page, 'Allow coachees to schedule sessions', 'Shift+Tab');
    await saves(page, 'Control+s');
    expect(focusedName(page.settings)).to.equal('Allow coachees to schedule sessions');
    const { title, welcome } = await stored(page);
    expect([title, welcome]).to.deep.equal(['Leading well', { title: 'Welcome', message: 'Hello' }]);
  });

  it('saves with Enter in a line of text, and breaks the line in a message', async () => {
    const page = await scene();
    await tabTo(page, 'Welcome title');
    await type(page.settings, 'Welcome');
    await tabTo(page, 'Welcome message');
    await type(page.settings, 'One');
    await press(page.settings, 'Enter');
    await type(page.settings, 'two');
    await tabTo(page, 'Welcome title', 'Shift+Tab');
    await saves(page, 'Enter');
    expect((await stored(page)).welcome).to.deep.equal({ title: 'Welcome', message: 'One\ntwo' });
  });

  it('lets go what is unsaved, and has it back: by the button, and by Ctrl+Z', async () => {
    const page = await scene();
    const { settings } = page;
    const title = () => (settings.renderRoot as ShadowRoot).querySelector<HTMLInputElement>('#settings-title')?.value;
    await tabTo(page, 'Title');
    await write(page, 'Mine');
    await tabTo(page, 'Discard');
    await press(settings, 'Enter');
    expect(title()).to.equal('First-time leaders');
    expect(focusedName(settings)).to.equal('Title');
    await tabTo(page, 'Undo');
    await press(settings, 'Enter');
    expect(title()).to.equal('Mine');
    expect(focusedName(settings), 'what was pressed is gone, focus is not').to.equal('Title');
    await tabTo(page, 'Discard');
    await press(settings, 'Enter');
    await tabTo(page, 'Allow coachees to schedule sessions');
    await press(settings, 'Control+z');
    expect(title()).to.equal('Mine');
    expect(focusedName(settings)).to.equal('Allow coachees to schedule sessions');
  });

  it('leads from each line over the form to its field', async () => {
    const page = await scene();
    const { settings } = page;
    await tabTo(page, 'Title');
    await write(page, ' ');
    await tabTo(page, /^End date/);
    await choose(page, '1 may 2026');
    await tabTo(page, 'Welcome message');
    await type(settings, 'Hello');
    await press(settings, 'Control+s');
    await until(() => focused(settings)?.classList.contains('error-summary') ?? false, 'what is wrong is said');
    for (const [line, field] of [
      ['Type a title.', 'Title'],
      ['The end is before the start. Choose a later end.', /^End date/],
      ['A welcome needs a title, or no message.', 'Welcome title'],
    ] as const) {
      (settings.renderRoot.querySelector('.error-summary') as HTMLElement).focus();
      await tabTo(page, line);
      await press(settings, 'Enter');
      if (typeof field === 'string') expect(focusedName(settings)).to.equal(field);
      else expect(focusedName(settings)).to.match(field);
    }
    await type(settings, 'Welcome');
    await tabTo(page, /^End date/, 'Shift+Tab');
    await choose(page, '4 september 2026');
    await tabTo(page, 'Title', 'Shift+Tab');
    await write(page, 'Mended');
    expect(summary(page)).to.equal('');
    await saves(page, 'Enter');
    expect((await stored(page)).title).to.equal('Mended');
  });

  it('asks about each field that two people changed, and is answered field by field', async () => {
    const page = await scene();
    const { settings } = page;
    await tabTo(page, 'Title');
    await write(page, 'Mine');
    await tabTo(page, /^End date/);
    await choose(page, '4 september 2026');
    const { id, version } = page.engagement;
    await page.as('dora').engagements.update(id, { title: 'Theirs', endDate: '2026-09-30' }, { version });
    await press(settings, 'Control+s');
    await until(() => focused(settings)?.classList.contains('error-summary') ?? false, 'it is asked');
    expect(summary(page)).to.equal(
      '2 things to mend “Title” was changed here and elsewhere“End date” was changed here and elsewhere',
    );
    await tabTo(page, '“End date” was changed here and elsewhere');
    await press(settings, 'Enter');
    expect(focusedName(settings)).to.equal('Keep mine');
    await tabTo(page, 'Take theirs');
    await press(settings, 'Enter');
    expect(focusedName(settings), 'focus goes to the field').to.match(/^End date.*30 September 2026/);
    await tabTo(page, 'Keep mine', 'Shift+Tab');
    await press(settings, 'Enter');
    expect(focusedName(settings)).to.equal('Title');
    expect(summary(page)).to.equal('');
    await saves(page, 'Control+s');
    const { title, endDate } = await stored(page);
    expect([title, endDate]).to.deep.equal(['Mine', '2026-09-30']);
  });

  it('makes no method where Escape says so, and goes back to where it was asked for', async () => {
    const page = await scene();
    const { settings } = page;
    await tabTo(page, 'Create invoicing method for: Coachee invoicing method');
    await press(settings, 'Enter');
    await until(() => focusedName(settings) === 'Name', 'focus is in the name');
    await type(settings, 'Half');
    await press(settings, 'Escape');
    expect(focusedName(settings)).to.equal('Create invoicing method for: Coachee invoicing method');
    await press(settings, 'Enter');
    await until(() => focusedName(settings) === 'Name', 'focus is in the name again');
    // What was typed is still there; Enter says what is missing, and goes there.
    await press(settings, 'Enter');
    expect(focusedName(settings)).to.equal('Amount');
    expect((await page.as('dora').invoicingMethods.list()).items).to.deep.equal([]);
  });

  it('is deleted and brought back: by the button, and by Ctrl+Z', async () => {
    const page = await scene();
    const { settings } = page;
    const left = async () => (await page.as('dora').engagements.list()).items.length;
    for (const key of ['Enter', 'Control+z']) {
      await tabTo(page, 'Delete engagement');
      await press(settings, 'Enter');
      await until(() => focusedName(settings) === 'Undo', 'focus is where it can be brought back');
      expect(await left()).to.equal(0);
      await press(settings, key);
      await until(() => focusedName(settings) === 'Delete engagement', `it is back by ${key}`);
      expect(await left()).to.equal(1);
    }
    expect(has(settings, 'textbox', 'Title')).to.equal(true);
  });
});
