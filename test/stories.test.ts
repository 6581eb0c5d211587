// Every story of the built Storybook, opened once in Chromium: it renders, its play function passes, axe finds nothing,
// and nothing is complained of, a warning of Lit included.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch, watchedPage } from './browser.ts';
import { ROOT, serveSite, type Site } from './site.ts';

interface Entry {
  id: string;
  title: string;
  name: string;
  type: string;
}

interface Finished {
  status: string;
  reporters: { type: string; status: string; result?: { violations?: { id: string; help: string }[] } }[];
}

const folder = `${ROOT}storybook-static`;
const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');

describe('stories', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite(folder);
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('are there', () => assert.ok(stories.length > 0));

  for (const { id, title, name } of stories) {
    it(`${title}: ${name}`, async () => {
      const { page, complaints } = await watchedPage(browser);
      try {
        await page.goto(`${site.url}/iframe.html?id=${id}&viewMode=story`);
        const finished = await page.evaluate(
          () =>
            new Promise<Finished>((resolve, reject) => {
              const timer = setTimeout(() => reject(new Error('the story did not finish in 30 s')), 30_000);
              const poll = setInterval(() => {
                const channel = (
                  globalThis as {
                    __STORYBOOK_ADDONS_CHANNEL__?: {
                      on(name: string, listener: (told: never) => void): void;
                      last(name: string): unknown[] | undefined;
                    };
                  }
                ).__STORYBOOK_ADDONS_CHANNEL__;
                if (!channel) return;
                clearInterval(poll);
                const done = (told: Finished) => {
                  clearTimeout(timer);
                  resolve(told);
                };
                const last = channel.last('storyFinished');
                if (last) done(last[0] as Finished);
                channel.on('storyFinished', done as (told: never) => void);
                for (const bad of [
                  'storyErrored',
                  'storyThrewException',
                  'playFunctionThrewException',
                  'storyMissing',
                ]) {
                  channel.on(bad, (told: unknown) => reject(new Error(`${bad} ${JSON.stringify(told)}`)));
                }
              }, 5);
            }),
        );
        assert.equal(finished.status, 'success');
        const a11y = finished.reporters.find(({ type }) => type === 'a11y');
        assert.ok(a11y, 'the accessibility addon reported');
        assert.deepEqual(a11y.result?.violations?.map((violation) => `${violation.id}: ${violation.help}`) ?? [], []);
        assert.deepEqual(complaints, []);
      } finally {
        await page.close();
      }
    });
  }
});
