// Every story of the built Storybook, opened in Chromium: it renders, its play function passes, axe finds nothing, and
// nothing is complained of, a warning of Lit included. One page shows them one after the other, as Storybook itself does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch, watchedPage, type WatchedPage } from './browser.ts';
import { ROOT, serveSite, type Site } from './site.ts';

interface Entry {
  id: string;
  title: string;
  name: string;
  type: string;
}

interface Finished {
  storyId: string;
  status: string;
  reporters: {
    type: string;
    status: string;
    result?: { violations?: { id: string; help: string; nodes?: unknown[] }[] };
  }[];
}

interface Channel {
  on(name: string, listener: (told: never) => void): void;
  off(name: string, listener: (told: never) => void): void;
  emit(name: string, told: unknown): void;
  last(name: string): unknown;
}

const folder = `${ROOT}storybook-static`;
const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');

describe('stories', () => {
  let site: Site;
  let browser: Browser;
  let watched: WatchedPage;
  before(async () => {
    site = await serveSite(folder, { '/favicon.ico': '' });
    browser = await launch();
    watched = await watchedPage(browser);
    // It begins at the last one, so that each is a change to another story, and once that is finished: Storybook loads
    // its page anew where a story is left amid its rendering.
    await watched.page.goto(`${site.url}/iframe.html?viewMode=story&id=${stories.at(-1)?.id ?? ''}`);
    await watched.page.waitForFunction(() => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as { __STORYBOOK_ADDONS_CHANNEL__?: Channel };
      return channel?.last('storyFinished') !== undefined;
    });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('are there', () => assert.ok(stories.length > 0));

  for (const { id, title, name } of stories) {
    it(`${title}: ${name}`, async () => {
      watched.complaints.length = 0;
      const finished = await watched.page.evaluate(showStory, id);
      const a11y = finished.reporters.find(({ type }) => type === 'a11y');
      const found = JSON.stringify(
        a11y?.result?.violations?.map(({ nodes, ...violation }) => [violation.id, nodes?.[0]]),
      );
      assert.equal(finished.status, 'success', `${found} ${watched.complaints.join('\n')}`);
      assert.ok(a11y, 'the accessibility addon reported');
      assert.deepEqual(a11y.result?.violations?.map((violation) => `${violation.id}: ${violation.help}`) ?? [], []);
      assert.deepEqual(watched.complaints, []);
    });
  }
});

/** In the page: changes to a story and gives how it went. */
function showStory(id: string): Promise<Finished> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel };
  return new Promise<Finished>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the story did not finish in 30 s')), 30_000);
    const finished = (told: Finished) => {
      if (told.storyId !== id) return;
      clearTimeout(timer);
      channel.off('storyFinished', finished);
      resolve(told);
    };
    channel.on('storyFinished', finished);
    for (const bad of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing']) {
      channel.on(bad, (told: unknown) => reject(new Error(`${bad} ${JSON.stringify(told)}`)));
    }
    channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}
