// The demo's engagements by keyboard alone, from the eight that an admin makes to the file that they export: no press of a
// pointer anywhere, and wherever something was done the focus is where one goes on.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Engagement } from '@followthrough/core/schema';
import { clientOf, engagementsOf, itemTitled, openPortal, type Portal } from './alder.ts';
import { launch } from './browser.ts';
import { type Demo, startDemo, until } from './demo-process.ts';
import { Keyboard } from './keyboard.ts';

const ADMIN = 'noor-haddad';
const COACH = 'teo-brankovic';
const COACHEE = 'tara-nguyen';
const SPECTATOR = 'xenia-popov';
const PROGRAMME = 'Leading for the first time';
const SESSION = 'Getting to know each other';

describe('the demo’s engagements by keyboard alone', () => {
  let folder: string;
  let demo: Demo;
  let browser: Browser;
  /** The coachee's. */
  let engagementId: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followthrough-'));
    demo = await startDemo(join(folder, 'data'));
    browser = await launch();
  });

  after(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const as = (personId: string) => clientOf(demo, personId);
  const cohort = async (personId: string): Promise<Engagement[]> =>
    (await engagementsOf(as(personId))).filter(({ groupId }) => groupId === 'autumn-cohort');

  /** Does something on a portal's page with its keyboard; nothing on it may complain. */
  async function on(
    path: string,
    portal: Portal,
    personId: string,
    work: (keyboard: Keyboard, page: Page) => Promise<void>,
  ): Promise<void> {
    const { page, complaints } = await openPortal(browser, demo, path, portal, personId);
    await work(new Keyboard(page), page);
    assert.deepEqual(complaints, []);
    await page.close();
  }

  it('makes eight of a programme for a group, and activates and shares them at once', async () => {
    await on('programmes.html', 'admin', ADMIN, async (keyboard) => {
      await keyboard.choose('button', 'New engagement');
      await keyboard.arrives('heading', 'Who is coached?');
      await keyboard.reach('radio', 'People');
      await keyboard.press('ArrowRight');
      await keyboard.reach('combobox', 'Group');
      await keyboard.type('Autumn');
      await keyboard.offers('Autumn cohort 8 people');
      await keyboard.press('Enter');
      await keyboard.choose('button', 'Next');
      await keyboard.arrives('heading', 'Who coaches?');
      await keyboard.reach('combobox', 'Coach');
      await keyboard.type('Teo');
      await keyboard.offers('Teo Branković teo.brankovic@fernhill.example');
      await keyboard.press('Enter');
      await keyboard.choose('button', 'Next');
      await keyboard.arrives('heading', 'Start from a template?');
      await keyboard.reach('radio', / items$/);
      await keyboard.reach('radio', `${PROGRAMME} 13 items`, 'ArrowDown');
      await keyboard.choose('button', 'Next');
      await keyboard.arrives('heading', 'Review and create');
      await keyboard.choose('button', 'Create 8 engagements');
      await keyboard.arrives('heading', '8 engagements are made');
      await keyboard.choose('button', 'Done');
      await keyboard.arrives('link', /./);

      await keyboard.choose('button', 'Group: All');
      await keyboard.arrives('combobox', 'Group');
      await keyboard.type('Autumn');
      await keyboard.offers('Autumn cohort');
      await keyboard.press('Enter');
      await keyboard.arrives('button', 'Group: Autumn cohort');
      await keyboard.reach('link', PROGRAMME);
      await keyboard.press('Control+a', 'Control+.');
      await keyboard.choose('button', 'Choose bulk action');
      await keyboard.choose('menuitemradio', 'Mark as active and share', 'ArrowDown');
      await keyboard.choose('button', 'Apply', 'ArrowRight');
      await keyboard.arrives('dialog', 'Mark as active and share');
      await keyboard.choose('button', 'Activate and share 8');
      await keyboard.arrives('link', PROGRAMME);
    });
    const made = await cohort(ADMIN);
    assert.equal(made.length, 8);
    assert.ok(made.every(({ status, sharedAt }) => status === 'active' && sharedAt !== null));
    engagementId = made.find(({ coacheeIds }) => coacheeIds[0] === COACHEE)?.id ?? '';
  });

  it('opens one of the coach’s from the row that the arrows are at', async () => {
    assert.equal((await cohort(COACH)).length, 8);
    await on('coach.html', 'coach', COACH, async (keyboard, page) => {
      await keyboard.reach('link', /./);
      await keyboard.reach('link', 'First hundred days');
      await keyboard.reach('link', PROGRAMME, 'ArrowDown');
      await keyboard.press('Enter');
      await page.waitForSelector('engagement-timeline');
      await keyboard.sees('heading', PROGRAMME);
    });
  });

  it('welcomes a coachee, who answers and picks a time', async () => {
    await on(`coachee.html?engagement=${engagementId}`, 'coachee', COACHEE, async (keyboard, page) => {
      await keyboard.sees('heading', 'Welcome to your first three months of leading');
      await keyboard.choose('button', 'Answer: Where you stand');
      await keyboard.reach('textbox', /^1\./);
      await keyboard.type('They asked me twice.');
      await keyboard.press('Tab', 'ArrowRight', 'ArrowRight');
      assert.deepEqual(await keyboard.focused(), { role: 'radio', name: '3', checked: true });
      await keyboard.press('Tab', 'Space');
      assert.deepEqual(await keyboard.focused(), { role: 'radio', name: '1', checked: true });
      await keyboard.press('Tab');
      await keyboard.reach('radio', 'My own time', 'ArrowDown');
      await keyboard.choose('button', 'Hand in');
      await until('the assessment is completed', async () => {
        const engagement = await as(COACHEE).engagements.get(engagementId);
        return itemTitled(engagement, 'Where you stand')?.state === 'completed';
      });
      await keyboard.arrives('button', /Where you stand/);

      await keyboard.choose('button', `Schedule: ${SESSION}`);
      await keyboard.arrives('Date', 'Date');
      const [day, time] = await page.evaluate(
        (at) => {
          const when = new Date(at);
          const digits = (options: Intl.DateTimeFormatOptions) =>
            new Intl.DateTimeFormat(navigator.language, { ...options, timeZone: 'UTC' })
              .format(when)
              .replace(/[^\dAP]/g, '');
          return [
            digits({ day: '2-digit', month: '2-digit', year: 'numeric' }),
            digits({ hour: '2-digit', minute: '2-digit' }),
          ];
        },
        `${new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10)}T10:00:00Z`,
      );
      await keyboard.type(day ?? '');
      await keyboard.reach('InputTime', 'Time');
      await keyboard.type(time ?? '');
      await keyboard.press('Enter');
      await until('the session has its time', async () => {
        const engagement = await as(COACH).engagements.get(engagementId);
        return itemTitled(engagement, SESSION)?.session?.startsAt?.includes('T09:00') ?? false;
      });
      await keyboard.arrives('button', new RegExp(SESSION));
    });
  });

  it('names a spectator in the settings, who sees progress and nothing else', async () => {
    await on(`programmes.html?engagement=${engagementId}&tab=settings`, 'admin', ADMIN, async (keyboard) => {
      await keyboard.reach('combobox', 'Spectators');
      await keyboard.type('Xenia');
      await keyboard.offers('Xenia Popov xenia.popov@fernhill.example');
      await keyboard.press('Enter');
      await keyboard.choose('button', 'Save');
      await until('she is one', async () => {
        const { spectatorIds } = await as(ADMIN).engagements.get(engagementId);
        return spectatorIds?.includes(SPECTATOR) ?? false;
      });
    });
    await on(`coachee.html?engagement=${engagementId}`, 'coachee', SPECTATOR, async (keyboard) => {
      await keyboard.choose('button', 'Where you stand');
      await keyboard.arrives('dialog', /Where you stand/);
      await keyboard.press('Escape');
      await keyboard.arrives('button', 'Where you stand');
    });
  });

  it('unshares one, and exports those that are active', async () => {
    await on(`programmes.html?engagement=${engagementId}`, 'admin', ADMIN, async (keyboard) => {
      await keyboard.choose('button', 'Unshare');
      await keyboard.choose('button', 'Unshare');
      await until('it is taken back', async () => {
        const seen = await engagementsOf(as(COACHEE));
        return !seen.some(({ id }) => id === engagementId);
      });
      assert.ok((await engagementsOf(as(COACH))).some(({ id }) => id === engagementId));
    });
    await on('programmes.html', 'admin', ADMIN, async (keyboard, page) => {
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        downloadPath: folder,
        eventsEnabled: true,
      });
      const file = new Promise<string>((resolve) =>
        session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => resolve(suggestedFilename)),
      );
      await keyboard.choose('button', 'Export');
      await keyboard.arrives('dialog', 'Export engagements');
      await keyboard.choose('button', 'Status: All');
      await keyboard.choose('menuitemradio', 'Active', 'ArrowDown');
      await keyboard.choose('button', 'Export');
      assert.match(await file, /\.xlsx$/);
    });
  });
});
