// The demo's rooms as both sides use them: our team makes a room of a template, shares it, and sees dates turn and move; the
// customer sees nothing that is internal, on the page or on the wire, and completes what is theirs alone.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { createClient } from '@followthrough/api-client';
import type { Backend, BackendError } from '@followthrough/core/backend';
import { isOpen } from '@followthrough/core/domain';
import type { RoomPlan } from '@followthrough/core/schema';
import { TEMPLATES } from '../demo/seed/templates.ts';
import { launch, watchedPage, type WatchedPage } from './browser.ts';
import { type Demo, startDemo, until } from './demo-process.ts';

const KICKOFF = 'Kick-off with both teams';
const CRITERIA = 'Write down success in three numbers';

const EVALUATION = (TEMPLATES.find(({ id }) => id === 'enterprise-evaluation')?.sections ?? []).flatMap(
  ({ steps }) => steps,
);
const OF_CONTACT = EVALUATION.filter(({ role }) => role === 'contact').map(({ title }) => title);

interface Row {
  title: string;
  assignee: string;
  initials: string;
  dates: string;
  may: boolean;
}

/** The actions that the plan on the page shows. */
function rows(page: Page): Promise<Row[]> {
  return page.evaluate(() => {
    const root = document.querySelector('mutual-action-plan')?.shadowRoot;
    return Array.from(root?.querySelectorAll('[role="row"][data-id]') ?? [], (row) => {
      const text = (selector: string) => (row.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
      return {
        title: text('[part="item-title"]'),
        assignee: text('[data-column="assignee"]'),
        initials: text('[data-column="assignee"] [part~="avatar"]'),
        dates: text('[data-column="dates"]'),
        may: row.querySelector('[data-column="done"] .pressable') !== null,
      };
    });
  });
}

async function rowOf(page: Page, title: string): Promise<Row> {
  const found = (await rows(page)).find((row) => row.title === title);
  assert.ok(found, `there is no row “${title}”`);
  return found;
}

/** Presses what can be pressed in a row's cell. */
async function press(page: Page, title: string, column: 'done' | 'dates'): Promise<void> {
  const found = await page.evaluateHandle(
    (wanted, name) =>
      Array.from(
        document.querySelector('mutual-action-plan')?.shadowRoot?.querySelectorAll('[role="row"][data-id]') ?? [],
      )
        .find((row) => row.querySelector('[part="item-title"]')?.textContent.trim() === wanted)
        ?.querySelector<HTMLElement>(`[data-column="${name}"] .pressable`) ?? null,
    title,
    column,
  );
  const target = found.asElement() as ElementHandle<HTMLElement> | null;
  assert.ok(target, `“${title}” has nothing to press in ${column}`);
  await target.click();
}

const says = (page: Page, title: string, wanted: RegExp) =>
  until(`“${title}” with ${String(wanted)}`, async () => wanted.test((await rowOf(page, title)).dates));

/** The words of the dialog that tells what moves, once it is there. */
async function moves(page: Page): Promise<string> {
  let told = '';
  await until('what moves', async () => {
    told = await page.evaluate(
      () => document.querySelector('mutual-action-plan')?.shadowRoot?.querySelector('dialog[open]')?.textContent ?? '',
    );
    return /moves \d+ date/.test(told);
  });
  return told;
}

const datesOf = ({ actions }: RoomPlan) =>
  Object.fromEntries(actions.map(({ title, due }) => [title, `${due?.date ?? '–'} ${due?.basis ?? ''}`]));

describe('the demo’s rooms', () => {
  let folder: string;
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followthrough-rooms-'));
    demo = await startDemo(folder);
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(path: string, person: string, heard?: string[]): Promise<WatchedPage> {
    const watched = await watchedPage(browser);
    if (heard) {
      watched.page.on('response', (response) => {
        if (!response.url().includes('/api/v1/')) return;
        void response.text().then(
          (text) => heard.push(text),
          () => undefined,
        );
      });
    }
    const key = path.startsWith('supplier') ? 'supplier.person' : 'fernhill.person';
    await watched.page.setViewport({ width: 1400, height: 1800 });
    await watched.page.evaluateOnNewDocument((name, id) => localStorage.setItem(name, id), key, person);
    await watched.page.goto(`${demo.url}/${path}`);
    return watched;
  }

  function as(personId: string): Backend {
    return createClient({
      baseUrl: `${demo.url}/api/v1`,
      getToken: async () => {
        const minted = await fetch(`${demo.url}/demo/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ personId }),
        });
        return (await minted.json()) as { token: string; expiresAt: string };
      },
    });
  }

  it('lists the customers’ people with whose they are', async () => {
    const { items } = (await (await fetch(`${demo.url}/demo/people`)).json()) as {
      items: { id: string; roles: string[] }[];
    };
    const rolesOf = (id: string) => items.find((one) => one.id === id)?.roles;
    assert.deepEqual(rolesOf('dana-whitfield'), ['customer · Globex', 'coachee']);
    assert.deepEqual(rolesOf('lena-brandt'), ['partner · Halden Partners']);
    assert.deepEqual(rolesOf('amir-khan'), ['customer · Indus Health', 'report']);
  });

  it('makes a room of a template, shares it, and shows dates settle, move and come back', async () => {
    const { page, complaints } = await open('crm.html?account=oakhurst&new', 'ana-petrovic');
    await page.waitForSelector('::-p-aria([name="Name of the room"][role="textbox"])');
    await page.type('::-p-aria([name="Name of the room"][role="textbox"])', 'Oakhurst, second site');
    // The templates are listed once they have come.
    await (await page.waitForSelector('mutual-action-plan >>> ::-p-text(Enterprise evaluation)'))?.click();
    await Promise.all([page.waitForNavigation(), page.click('::-p-aria([name="Create room"][role="button"])')]);
    await until('the plan', async () => (await rows(page)).length === EVALUATION.length);
    const roomId = new URL(page.url()).searchParams.get('room') ?? '';
    const plan = () => as('ana-petrovic').rooms.plan(roomId);

    // Nobody is the primary contact yet; whom it is shared with first becomes it at once.
    for (const title of OF_CONTACT) assert.match((await rowOf(page, title)).assignee, /Primary contact/, title);
    await page.click('::-p-aria([name="Share"][role="button"])');
    await page.type('::-p-aria([name="Share with a person"][role="textbox"])', 'maja');
    await page.keyboard.press('Enter');
    await until('the contact’s name', async () => /Maja Holm/.test((await rowOf(page, CRITERIA)).assignee));
    await page.keyboard.press('Escape');
    for (const title of OF_CONTACT) {
      const row = await rowOf(page, title);
      assert.match(row.assignee, /Maja Holm/, title);
      assert.equal(row.initials, 'MH', title);
    }

    // The kick-off is what others rest on: done, their dates are no estimates any more.
    assert.match((await rowOf(page, CRITERIA)).dates, /estimate/);
    await press(page, KICKOFF, 'done');
    assert.match(await moves(page), /Write down success in three numbers/);
    await page.click('::-p-aria([name="Save"][role="button"])');
    await until('a settled date', async () => !/estimate/.test((await rowOf(page, CRITERIA)).dates));
    assert.equal((await plan()).actions.find(({ title }) => title === CRITERIA)?.due?.basis, 'settled');
    await press(page, KICKOFF, 'done');
    await moves(page);
    await page.click('::-p-aria([name="Save"][role="button"])');
    await says(page, CRITERIA, /estimate/);

    // One date is changed: what moves is shown, then saved; one undo brings all of it back.
    const before = datesOf(await plan());
    await press(page, KICKOFF, 'dates');
    await page.waitForSelector('::-p-aria([name="Type a date or a rule"])');
    await page.keyboard.type('in 5 weeks');
    await page.keyboard.press('Enter');
    // It follows a rule: the date is pinned beside it.
    await page.waitForSelector('mutual-action-plan >>> ::-p-text(Pin to)');
    await page.keyboard.press('Enter');
    const told = await moves(page);
    assert.match(told, /Let us sit with a planner for a day/);
    assert.deepEqual(datesOf(await plan()), before, 'nothing is saved before it is agreed to');
    await page.click('::-p-aria([name="Save"][role="button"])');
    await until('the moved dates', async () => {
      const now = datesOf(await plan());
      return EVALUATION.filter(({ title }) => now[title] !== before[title]).length > 5;
    });
    await page.click('::-p-aria([name="Undo"][role="button"])');
    await until('the dates as they were', async () => JSON.stringify(datesOf(await plan())) === JSON.stringify(before));
    await says(page, CRITERIA, /estimate/);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('shows the customer nothing that is internal, on the page or on the wire', async () => {
    const whole = await as('noor-haddad').rooms.plan('globex-evaluation');
    const hidden = whole.actions.filter(({ context }) => context.type === 'room' && context.internalOnly);
    const counted = whole.actions.filter((action) => !hidden.includes(action) && action.state !== 'cancelled');
    assert.ok(hidden.length >= 3);

    const heard: string[] = [];
    const { page, complaints } = await open('supplier.html?room=globex-evaluation', 'dana-whitfield', heard);
    await until('the plan', async () => (await rows(page)).length > 0);
    const titles = (await rows(page)).map(({ title }) => title);
    assert.deepEqual(
      titles,
      whole.actions.filter((action) => !hidden.includes(action)).map(({ title }) => title),
    );
    const heading = await page.evaluate(
      () =>
        document.querySelector('mutual-action-plan')?.shadowRoot?.querySelector('[part="header"]')?.textContent ?? '',
    );
    const done = counted.filter(({ state }) => state === 'done').length;
    assert.match(heading.replace(/\s+/g, ' '), new RegExp(`${done} of ${counted.length} actions done`));

    const wire = heard.join('\n') + (await page.content());
    assert.ok(wire.includes(counted[0]?.title ?? '?'), 'the answers were read');
    for (const { id, title } of hidden) {
      assert.ok(!wire.includes(title), `“${title}” is told`);
      assert.ok(!wire.includes(id), `${id} is told`);
      await assert.rejects(as('dana-whitfield').actions.get(id), ({ code }: BackendError) => code === 'not-found');
    }
    assert.ok(!/internalOnly":true/.test(wire));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('lets the customer complete what is theirs, and nothing else', async () => {
    const dana = as('dana-whitfield');
    const { actions } = await dana.rooms.plan('globex-evaluation');
    const open_ = actions.filter(({ state }) => isOpen(state));
    const own = open_.find(({ assignee }) => assignee?.type === 'primaryContact');
    const others = open_.filter(
      ({ assignee }) => assignee?.type === 'person' && assignee.personId !== 'dana-whitfield',
    );
    assert.ok(own && others.length > 1);

    const { page, complaints } = await open('supplier.html?room=globex-evaluation', 'dana-whitfield');
    await until('the plan', async () => (await rows(page)).length > 0);
    for (const { id, title } of others) {
      assert.equal((await rowOf(page, title)).may, false, title);
      await assert.rejects(dana.actions.setState(id, 'done'), ({ code }: BackendError) => code === 'forbidden');
    }
    await press(page, own.title, 'done');
    await until('it is done', async () => (await dana.actions.get(own.id)).state === 'done');
    assert.equal((await as('ana-petrovic').actions.get(own.id)).closed?.by, 'dana-whitfield');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('goes from the CRM’s accounts to a room, and to the customer’s view of it', async () => {
    const { page, complaints } = await open('crm.html', 'noor-haddad');
    await until('the accounts', () => page.evaluate(() => document.querySelectorAll('#accounts a').length === 7));
    await Promise.all([page.waitForNavigation(), page.click('#accounts ::-p-text(Kestrel)')]);
    await page.waitForSelector('#rooms ::-p-text(Kestrel security review)');
    await Promise.all([page.waitForNavigation(), page.click('#rooms ::-p-text(Kestrel security review)')]);
    await until('the plan', async () => (await rows(page)).some(({ title }) => title === 'Sign-off by security'));
    await Promise.all([page.waitForNavigation(), page.click('::-p-aria([name="Customer’s view"][role="link"])')]);
    await until('the plan', async () => (await rows(page)).length > 0);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
