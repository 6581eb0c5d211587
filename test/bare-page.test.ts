// The CDN files as somebody puts them into a page of their own: with plain data and no server at all, the same
// under a policy that allows next to nothing, twice on one page, and inside somebody's shadow root.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import { demoSnapshot } from '../demo/seed/snapshot.ts';
import { launch, watchedPage, type WatchedPage } from './browser.ts';
import { ROOT, serveSite, type Site } from './site.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
const DATA = { viewerId: 'ana-petrovic', ...(await demoSnapshot(Date.now())) };

/** How many elements the file of everything defines. */
const MANIFEST = JSON.parse(await readFile(`${ROOT}packages/elements/custom-elements.json`, 'utf8')) as {
  modules: { declarations?: { tagName?: string }[] }[];
};
const TAG_COUNT = MANIFEST.modules.flatMap(({ declarations = [] }) => declarations.filter((one) => one.tagName)).length;

/** What a server would answer with that has the same data. */
const server = createLocalBackend({
  repository: createMemoryRepository(DATA),
  viewerId: DATA.viewerId,
  now: Date.now,
  newId: () => crypto.randomUUID(),
});

/** A page with nothing of its own but what is given. */
const bare = (body: string, head = '<script type="module" src="/followthrough.js"></script>') =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bare</title><link rel="icon" href="/icon.svg">${head}</head><body>${body}</body></html>`;

const withData = `<script type="application/json">${JSON.stringify(DATA).replaceAll('<', '\\u003c')}</script>`;

/** What the README says will do. */
const README = await readFile(`${ROOT}README.md`, 'utf8');
const fromReadme = /<action-list>\s*<script type="application\/json">.*?<\/action-list>/s.exec(README)?.[0] ?? '';

const PAGES: Readonly<Record<string, string>> = {
  '/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '/readme': bare(fromReadme),
  '/list': bare(`<action-list label="My actions">${withData}</action-list>`),
  '/widget': bare(
    `<actions-widget heading="My actions" quick-add>${withData}</actions-widget>`,
    '<script type="module" src="/actions-widget.js"></script>',
  ),
  '/widget-versioned': bare(
    `<actions-widget heading="My actions" quick-add>${withData}</actions-widget>`,
    '<script type="module" src="/actions-widget.js?v=2"></script>',
  ),
  '/served': bare(
    '<action-workspace base-url="/v1" token-url="/token"><actions-widget heading="My actions"></actions-widget></action-workspace>',
    '<script type="module" src="/actions-widget.js"></script>',
  ),
  '/token': 'a-token',
  '/v1/me': JSON.stringify(await server.me()),
  '/v1/people': JSON.stringify(await server.people.list({ limit: 200 })),
  '/v1/relationships': JSON.stringify(await server.relationships.list({ limit: 200 })),
  '/v1/rooms': JSON.stringify(await server.rooms.list({ limit: 200 })),
  '/v1/engagements': JSON.stringify(await server.engagements.list({ limit: 200 })),
  '/v1/actions': JSON.stringify(await server.actions.list({ assignee: 'me', status: ['todo', 'overdue'] })),
  '/property': bare('<action-list id="list"></action-list>', '<script type="module" src="/property.js"></script>'),
  '/property.js': `import '/followthrough.js';
    const data = await (await fetch('/data.json')).json();
    document.querySelector('#list').initialData = data;`,
  '/data.json': JSON.stringify(DATA),
  '/twice': bare(
    `<action-list>${withData}</action-list>`,
    '<script type="module" src="/followthrough.js"></script><script type="module" src="/followthrough.js?again"></script>',
  ),
  '/nested': bare('<div id="host"></div>', '<script type="module" src="/nested.js"></script>'),
  '/nested.js': `import '/followthrough.js';
    const data = await (await fetch('/data.json')).json();
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    const list = document.createElement('action-list');
    list.initialData = data;
    root.append(list);`,
};

/** How many rows the list or widget on the page shows. */
function shown(page: Page): Promise<number> {
  return page.evaluate(() => {
    const find = (root: Document | ShadowRoot): Element | null => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('action-list, actions-widget')) return element;
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
      }
      return null;
    };
    const rows = find(document)?.shadowRoot?.querySelectorAll('[role="row"] [part~="item-title"], [role="listitem"]');
    return Array.from(rows ?? []).filter((row) => row.closest('[hidden]') === null).length;
  });
}

async function untilShown(page: Page, least: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await shown(page)) >= least) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`only ${await shown(page)} rows came`);
}

/** The file that comes into a folder, once it is whole. */
async function untilSaved(folder: string): Promise<{ name: string; bytes: Buffer }> {
  for (let tries = 0; tries < 100; tries++) {
    const [name] = (await readdir(folder)).filter((one) => one.endsWith('.csv'));
    if (name !== undefined) return { name, bytes: await readFile(join(folder, name)) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no file was saved');
}

for (const [name, headers] of [
  ['a bare page', {}],
  ['a page under a strict policy', { 'content-security-policy': POLICY }],
] as const) {
  describe(name, () => {
    let site: Site;
    let browser: Browser;
    before(async () => {
      site = await serveSite(`${ROOT}packages/elements/cdn`, PAGES, headers);
      browser = await launch();
    });
    after(async () => {
      await browser.close();
      await site.close();
    });

    async function open(path: string): Promise<WatchedPage> {
      const watched = await watchedPage(browser);
      // Tall enough for every row: how many there are is another number on another day.
      await watched.page.setViewport({ width: 1000, height: 1600 });
      await watched.page.goto(`${site.url}${path}`);
      return watched;
    }

    it('holds the list of the README, with no more than is written there', async () => {
      const { page, complaints } = await open('/readme');
      await untilShown(page, 2);
      assert.ok(await page.$('::-p-aria([name="Mark “Book a room” as done"])'));
      await page.click('::-p-aria([name="Mark “Send the deck” as done"])');
      await page.waitForSelector('action-list >>> [part~="row-done"]');
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('holds a list that works with no server', async () => {
      const { page, complaints } = await open('/list');
      await untilShown(page, 5);
      const before = await shown(page);
      await page.type('::-p-aria([name="New action"][role="textbox"])', 'Send the deck fri');
      await page.keyboard.press('Enter');
      await untilShown(page, before + 1);
      assert.ok(await page.$('::-p-aria([name="Mark “Send the deck” as done"])'));
      // What floats, and what is loaded when it is opened.
      await page.keyboard.press('Escape');
      await page.click('::-p-aria([name="More for “Send the deck”"])');
      await page.waitForSelector('::-p-aria([role="menuitem"])');
      await page.keyboard.press('Escape');
      await page.click('::-p-aria([name="Status: To do, In progress, Overdue"])');
      await page.waitForSelector('::-p-aria([name="Not done"])');
      await page.keyboard.press('Escape');
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('holds a list that saves itself as a file', async () => {
      const { page, complaints } = await open('/list');
      await untilShown(page, 5);
      const folder = await mkdtemp(join(tmpdir(), 'list-'));
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await page.click('::-p-aria([name="More"][role="button"])');
      await page.click('::-p-aria([name="Export as CSV"])');
      const file = await untilSaved(folder);
      assert.match(file.name, /^My actions \d{4}-\d{2}-\d{2}\.csv$/);
      // As bytes: with what tells a program that it is UTF-8.
      assert.deepEqual([...file.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const [headings, ...lines] = file.bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
      assert.match(headings ?? '', /^Action,Due,Assignee,Where,Status,Description,/);
      assert.equal(lines.length, await shown(page));
      assert.deepEqual(complaints, []);
      await page.close();
      await rm(folder, { recursive: true });
    });

    it('holds a list given its data by property', async () => {
      const { page, complaints } = await open('/property');
      await untilShown(page, 5);
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('holds a widget, with what it fetches when it is opened', async () => {
      const { page, complaints } = await open('/widget');
      await untilShown(page, 5);
      await page.type('::-p-aria([name="New action"][role="textbox"])', 'Send the deck fri');
      await page.waitForSelector('::-p-text(understood from)');
      await page.keyboard.press('Escape');
      await page.click('actions-widget >>> .due-button');
      await page.waitForSelector('::-p-aria([role="menuitem"])');
      await page.keyboard.press('Escape');
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('holds a widget once, whatever a page puts behind its file’s name', async () => {
      const { page, complaints } = await open('/widget-versioned');
      await untilShown(page, 5);
      const fetched = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      );
      const scripts = fetched.filter((path) => path.endsWith('.js'));
      assert.ok(scripts.some((path) => path.includes('data-backend')));
      assert.equal(new Set(scripts).size, scripts.length, scripts.join('\n'));
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('holds a widget that asks a server', async () => {
      const { page, complaints } = await open('/served');
      await untilShown(page, 5);
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('bears a second copy, which says so once and leaves the first in place', async () => {
      const { page, complaints } = await open('/twice');
      await untilShown(page, 5);
      const told = complaints.filter((complaint) => complaint.includes('already defined by another copy'));
      assert.equal(told.length, TAG_COUNT, complaints.join('\n'));
      assert.equal(complaints.length, TAG_COUNT);
      await page.close();
    });

    it('holds a list inside a shadow root, its menus too', async () => {
      const { page, complaints } = await open('/nested');
      await untilShown(page, 5);
      await page.click('::-p-aria([name="Status: To do, In progress, Overdue"])');
      await page.waitForSelector('::-p-aria([name="Not done"])');
      assert.deepEqual(complaints, []);
      await page.close();
    });
  });
}
