// A 1:1 in the demo with its three meetings, on the real server in Chromium: what carries and what does not, the past one as
// it was, added to by keyboard alone; the other person sees the same.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch, watchedPage, type WatchedPage } from './browser.ts';
import { type Demo, startDemo, until } from './demo-process.ts';

const PAGE = 'meeting.html?relationship=ana-petrovic-and-ben-okafor';
const CARRIED = 'Carried from previous';
const NEW = 'New in this meeting';
const DONE = 'Done since last meeting';

interface Shown {
  /** All that the head says. */
  head: string;
  /** The titles of each list, by its name. */
  lists: Record<string, string[]>;
  controls: number;
}

/** What the agenda on the page shows. */
function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const root = document.querySelector('meeting-actions')?.shadowRoot;
    const said = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const lists = Array.from(root?.querySelectorAll('[role=list]') ?? []).map((list) => [
      said(root?.getElementById(list.getAttribute('aria-labelledby') ?? '')),
      Array.from(list.querySelectorAll('[part=item-title]'), said),
    ]);
    return {
      head: said(root?.querySelector('[part=header]')),
      lists: Object.fromEntries(lists) as Record<string, string[]>,
      controls: root?.querySelectorAll('[role=checkbox]').length ?? 0,
    };
  });
}

/** Presses what has this accessible name. */
async function press(page: Page, name: string): Promise<void> {
  await until(`“${name}”`, () =>
    page.evaluate((wanted) => {
      const root = document.querySelector('meeting-actions')?.shadowRoot;
      const all = Array.from(root?.querySelectorAll<HTMLElement>('button, a, [role=checkbox]') ?? []);
      const found = all.find((one) =>
        (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().includes(wanted),
      );
      found?.click();
      return found !== undefined;
    }, name),
  );
}

/** Follows a way to another meeting: a page of its own. */
async function follow(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), press(page, name)]);
}

describe('a 1:1 in the demo', () => {
  let folder: string;
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followthrough-meetings-'));
    demo = await startDemo(folder);
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(path: string, person: string): Promise<WatchedPage> {
    const watched = await watchedPage(browser);
    await watched.page.setViewport({ width: 1280, height: 1000 });
    await watched.page.evaluateOnNewDocument((id) => localStorage.setItem('fernhill.person', id), person);
    await watched.page.goto(`${demo.url}/${path}`);
    await until('the agenda', async () => (await shown(watched.page)).head !== '');
    return watched;
  }

  it('is reached from the portal, carries what is open, and not what is done', async () => {
    const { page, complaints } = await open(PAGE, 'ana-petrovic');
    const links = await page.$$eval('nav a', (all) => all.map((one) => one.getAttribute('href')));
    assert.ok(links.includes('meeting.html'));

    const current = await shown(page);
    assert.match(current.head, /In progress/);
    const carried = current.lists[CARRIED] ?? [];
    assert.ok(carried.includes('Send Ana the list of accounts at risk'), JSON.stringify(current.lists));
    assert.ok(current.lists[NEW]?.includes('Ask finance about the training budget'));

    // By keyboard alone: two promises, one after the other.
    await page.evaluate(() => document.querySelector('meeting-actions')?.focusEntry());
    await page.keyboard.type('Agree the agenda of the offsite');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Send the offsite invitation fri');
    await page.keyboard.press('Enter');
    await until('both', async () => (await shown(page)).lists[NEW]?.length === 4);
    await press(page, 'Mark “Send Ana the list of accounts at risk” as done');
    await until('that it is done', () =>
      page.evaluate(() => document.querySelector('meeting-actions')?.matches(':state(pending)') === false),
    );

    await follow(page, 'Next meeting');
    await until('the next one', async () => (await shown(page)).head.includes('Upcoming'));
    const next = await shown(page);
    const onward = next.lists[CARRIED] ?? [];
    assert.ok(onward.includes('Agree the agenda of the offsite') && onward.includes('Send the offsite invitation'));
    assert.ok(onward.includes('Ask finance about the training budget'));
    assert.ok(!onward.includes('Send Ana the list of accounts at risk'));
    await press(page, DONE);
    await until('what is done', async () => {
      const { lists } = await shown(page);
      return lists[DONE]?.includes('Send Ana the list of accounts at risk') ?? false;
    });
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('shows the past meeting as it was, to both', async () => {
    for (const person of ['ana-petrovic', 'ben-okafor']) {
      const { page, complaints } = await open(PAGE, person);
      await until('what was added', async () => (await shown(page)).lists[NEW]?.length === 4);
      await follow(page, 'Previous meeting');
      await until('the past one', async () => /As of \d/.test((await shown(page)).head));
      const past = await shown(page);
      assert.equal(past.controls, 0);
      const all = Object.values(past.lists).flat();
      assert.ok(all.includes('Send Ana the list of accounts at risk'), JSON.stringify(past.lists));
      assert.ok(!all.includes('Agree the agenda of the offsite'));
      const row = await page.evaluate(() => {
        const root = document.querySelector('meeting-actions')?.shadowRoot;
        const rows = Array.from(root?.querySelectorAll('[role=listitem]') ?? []);
        return rows.find((one) => one.textContent?.includes('accounts at risk'))?.getAttribute('part');
      });
      // It is done by now; then it was not.
      assert.match(row ?? '', /row-(todo|overdue)/);
      assert.deepEqual(complaints, []);
      await page.close();
    }
  });
});
