// The demo as a new person uses it: `npm start`'s own program on a port of its own, its pages in Chromium, with the
// pointer and by keyboard alone; what was done lasts over a reload and over a restart of the server.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch, watchedPage, type WatchedPage } from './browser.ts';
import { type Demo, startDemo, until } from './demo-process.ts';

/** The rows that the list on the page shows, each cell's text after the other. */
function rows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('action-list')?.shadowRoot;
    const all = Array.from(root?.querySelectorAll('[role="row"][aria-rowindex]:not([aria-rowindex="1"])') ?? []);
    return all
      .filter((row) => row.closest('[hidden]') === null)
      .map((row) =>
        Array.from(row.querySelectorAll('[role="gridcell"]'), (cell) =>
          (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
        )
          .filter((text) => text !== '')
          .join(' | '),
      );
  });
}

/** A row's title, its first text. */
const titleOf = (row = '') => row.split(' | ')[0] ?? '';

const shows = (page: Page, text: string) =>
  until(`a row with “${text}”`, async () => (await rows(page)).some((row) => row.includes(text)));
const hides = (page: Page, text: string) =>
  until(`no row with “${text}”`, async () => !(await rows(page)).some((row) => row.includes(text)));

/** What has the focus, through every shadow root: its accessible name, or its text. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

describe('the demo', () => {
  let folder: string;
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followthrough-demo-'));
    demo = await startDemo(folder);
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(path: string, person = 'ana-petrovic'): Promise<WatchedPage> {
    const watched = await watchedPage(browser);
    await watched.page.setViewport({ width: 1280, height: 900 });
    await watched.page.evaluateOnNewDocument((id) => localStorage.setItem('fernhill.person', id), person);
    await watched.page.goto(`${demo.url}/${path}`);
    return watched;
  }

  it('lists what is open and assigned to whoever is signed in', async () => {
    const { page, complaints } = await open('');
    await until('rows', async () => (await rows(page)).length > 5);
    const listed = await rows(page);
    assert.ok(
      listed.every((row) => row.includes('Ana Petrović')),
      listed.join('\n'),
    );
    assert.ok(
      listed.every((row) => /To do|Overdue/.test(row)),
      listed.join('\n'),
    );
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('completes, adds and dismisses; all of it lasts over a reload and a restart', async () => {
    const { page, complaints } = await open('');
    await shows(page, 'Overdue');
    const before = await rows(page);
    const done = titleOf(before.find((row) => row.includes('To do')));
    const dropped = titleOf(before.find((row) => row.includes('Overdue')));

    await page.click(`::-p-aria([name="Mark “${done}” as done"])`);
    await hides(page, done);

    await page.type('::-p-aria([name="New action"][role="textbox"])', 'Send the deck fri');
    await page.keyboard.press('Enter');
    await shows(page, 'Send the deck |');

    await page.click('::-p-aria([name="Overdue"][role="button"])');
    await page.click('::-p-aria([name="Not done"][role="menuitemradio"])');
    await hides(page, dropped);

    for (const begin of [() => page.reload(), restart(page)]) {
      await begin();
      await shows(page, 'Send the deck |');
      const listed = await rows(page);
      assert.ok(!listed.some((row) => row.includes(done)), `${done} is done`);
      assert.ok(!listed.some((row) => row.includes(dropped)), `${dropped} is dismissed`);
      const added = listed.find((row) => row.startsWith('Send the deck |')) ?? '';
      assert.match(
        added,
        /^Send the deck \| (Tomorrow|Fri|\d+ \w+) \|/,
        'its date was understood and cut from its title',
      );
    }
    assert.deepEqual(
      complaints.filter((complaint) => !/ERR_CONNECTION|Failed to load resource/.test(complaint)),
      [],
    );
    await page.close();
  });

  function restart(page: Page) {
    return async () => {
      await demo.stop();
      demo = await startDemo(folder);
      await page.goto(demo.url);
    };
  }

  it('does the same by keyboard alone', async () => {
    const { page, complaints } = await open('');
    await shows(page, 'Overdue');
    const dropped = titleOf((await rows(page)).find((row) => row.includes('Overdue')));

    await tabTo(page, /New action/);
    await page.keyboard.type('Call the printer tomorrow');
    await page.keyboard.press('Enter');
    await shows(page, 'Call the printer');
    assert.match(await focused(page), /New action/, 'the field keeps the focus for the next one');

    // The grid is one stop; the arrows find the row; Space completes it, Ctrl+Z takes that back.
    await tabTo(page, /./, () => isInGrid(page));
    await arrowTo(page, 'Call the printer');
    await page.keyboard.press('Space');
    await hides(page, 'Call the printer');
    assert.ok(await isInGrid(page), 'the focus went to a row near by');
    await press(page, 'Control', 'z');
    await shows(page, 'Call the printer');

    // S opens the status menu of the row.
    await arrowTo(page, dropped);
    await page.keyboard.press('s');
    await until('the menu', async () => /To do|Done|Overdue/.test(await focused(page)));
    for (let step = 0; step < 4 && !/^Not done/.test(await focused(page)); step++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await hides(page, dropped);
    assert.ok(await isInGrid(page), 'the focus is in the grid again');

    const done = titleOf((await rows(page)).find((row) => row.includes('To do') && !row.includes('Call the printer')));
    await arrowTo(page, done);
    await page.keyboard.press('Space');
    await hides(page, done);

    for (const begin of [() => page.reload(), restart(page)]) {
      await begin();
      await shows(page, 'Call the printer |');
      const listed = await rows(page);
      assert.ok(!listed.some((row) => row.includes(done)), `${done} is done`);
      assert.ok(!listed.some((row) => row.includes(dropped)), `${dropped} is dismissed`);
    }
    assert.deepEqual(
      complaints.filter((complaint) => !/ERR_CONNECTION|Failed to load resource/.test(complaint)),
      [],
    );
    await page.close();
  });

  it('keeps what is done while the server is away, says how much waits, and sends it when it is back', async () => {
    const { page } = await open('');
    await until('rows', async () => (await rows(page)).some((row) => row.includes('To do')));
    const done = titleOf((await rows(page)).find((row) => row.includes('To do')));
    const { port } = new URL(demo.url);
    await demo.stop();
    await page.type('::-p-aria([name="New action"][role="textbox"])', 'Written while the server was away tomorrow');
    await page.keyboard.press('Enter');
    await shows(page, 'Written while the server was away');
    await page.click(`::-p-aria([name="Mark “${done}” as done"])`);
    await until('the banner', () =>
      page.evaluate(
        () => document.querySelector('action-list')?.shadowRoot?.textContent?.includes('2 changes wait') ?? false,
      ),
    );

    demo = await startDemo(folder, port);
    await until('nothing waits', () =>
      page.evaluate(() => !(document.querySelector('action-list')?.shadowRoot?.textContent ?? '').includes('wait')),
    );
    await page.reload();
    await shows(page, 'Written while the server was away');
    assert.ok(!(await rows(page)).some((row) => row.includes(done)), `${done} is done`);
    await page.close();
  });

  it('keeps a report from what a manager wrote, and says why', async () => {
    const { page } = await open('coaching.html', 'ben-okafor');
    await shows(page, 'To do');
    const answer = await asPerson('ben-okafor', async (call) => {
      const { items } = (await (await call('GET', 'actions?context=relationship&limit=200')).json()) as {
        items: { id: string; version: number; createdBy: string; may: { edit: unknown; setState: unknown } }[];
      };
      const managers = items.find(({ createdBy }) => createdBy === 'ana-petrovic');
      assert.ok(managers, 'the manager wrote one');
      assert.equal(managers.may.edit, 'action-or-relationship-creator');
      assert.equal(managers.may.setState, true);
      return {
        refused: await call('PATCH', `actions/${managers.id}`, { title: 'Mine now' }, `"${managers.version}"`),
        id: managers.id,
      };
    });
    assert.equal(answer.refused.status, 403);
    assert.equal(((await answer.refused.json()) as { rule: string }).rule, 'action-or-relationship-creator');
    const stranger = await asPerson('zoe-adams', (call) => call('GET', `actions/${answer.id}`));
    assert.equal(stranger.status, 404);
    await page.close();
  });

  it('shows the widget on the dashboard', async () => {
    const { page, complaints } = await open('dashboard.html');
    await until('the widget’s rows', () =>
      page.evaluate(
        () =>
          (document.querySelector('actions-widget')?.shadowRoot?.querySelectorAll('[role="listitem"]').length ?? 0) > 2,
      ),
    );
    assert.deepEqual(complaints, []);
    await page.close();
  });

  type Call = (method: string, path: string, body?: object, ifMatch?: string) => Promise<Response>;

  async function asPerson<T>(personId: string, work: (call: Call) => Promise<T>): Promise<T> {
    const minted = await fetch(`${demo.url}/demo/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    const { token } = (await minted.json()) as { token: string };
    return work((method, path, body, ifMatch) =>
      fetch(`${demo.url}/api/v1/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
          ...(ifMatch ? { 'if-match': ifMatch } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  }
});

/** Whether the focus is in the list's grid. */
function isInGrid(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('action-list')?.shadowRoot?.activeElement?.closest('[role="grid"]') != null,
  );
}

/** Moves by arrow to the row with this title, from wherever in the grid. */
async function arrowTo(page: Page, title: string): Promise<void> {
  for (const key of ['ArrowUp', 'ArrowDown'] as const) {
    for (let presses = 0; presses < 40; presses++) {
      const row = await page.evaluate(
        () =>
          document.querySelector('action-list')?.shadowRoot?.activeElement?.closest('[role="row"]')?.textContent ?? '',
      );
      if (row.includes(title)) return;
      await page.keyboard.press(key);
    }
  }
  throw new Error(`the arrows never came to “${title}”`);
}

async function press(page: Page, modifier: 'Control', key: 'z'): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

/** Presses Tab until what is focused has this name and, where asked, is in the right place. */
async function tabTo(
  page: Page,
  name: RegExp,
  place: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page)) && (await place())) return;
  }
  throw new Error(`Tab never came to ${String(name)}`);
}
