// The demo's engagements as everybody meets them: an admin makes eight of a programme for a group and shares them at once;
// their coach has all eight; a coachee is welcomed, picks a time and answers; who looks on sees progress and no more; unsharing
// takes one away again; and an export opens.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Backend } from '@followthrough/core/backend';
import { COACHEE_GROUPS } from '../demo/seed/programmes/coaches.ts';
import { PROGRAMMES } from '../demo/seed/programmes/programmes.ts';
import { clientOf, engagementsOf, itemTitled, openPortal, type Portal } from './alder.ts';
import { launch, type WatchedPage } from './browser.ts';
import { type Demo, startDemo, until } from './demo-process.ts';

const COHORT = COACHEE_GROUPS.find(({ id }) => id === 'autumn-cohort');
const PROGRAMME = PROGRAMMES.find(({ id }) => id === 'leading-for-the-first-time');
const COACH = 'teo-brankovic';
const COACHEE = 'tara-nguyen';
const SPECTATOR = 'xenia-popov';

/** What the accessibility tree has of this role and name, through every shadow root. */
const named = (role: string, name: string) => `aria/${name}[role="${role}"]`;

async function press(page: Page, role: string, name: string): Promise<void> {
  const found = await page.waitForSelector(named(role, name), { timeout: 20_000 });
  assert.ok(found, `no ${role} “${name}”`);
  await found.evaluate((element) => (element as HTMLElement).click());
}

async function fill(page: Page, role: string, name: string, text: string): Promise<void> {
  const found = await page.waitForSelector(named(role, name), { timeout: 20_000 });
  await found?.evaluate((element) => (element as HTMLElement).focus());
  await page.keyboard.type(text);
}

/** The text of the element that a page shows. */
function textOf(page: Page, tag: string): Promise<string> {
  return page.evaluate((name) => {
    const text = (node: Node): string =>
      node instanceof HTMLStyleElement
        ? ''
        : node.nodeType === Node.TEXT_NODE
          ? (node.textContent ?? '')
          : Array.from(node.childNodes, text).join(' ');
    const root = document.querySelector(name)?.shadowRoot;
    return (root ? text(root) : '').replace(/\s+/g, ' ').trim();
  }, tag);
}

async function showsSoon(page: Page, tag: string, what: RegExp): Promise<void> {
  await until(`${tag} shows ${String(what)}`, async () => what.test(await textOf(page, tag)));
}

/** Whether the timeline has such an element. */
function within(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(
    (what) => document.querySelector('engagement-timeline')?.shadowRoot?.querySelector(what) != null,
    selector,
  );
}

/** Writes into fields of the timeline, as typing does. */
function write(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate((fields) => {
    const root = document.querySelector('engagement-timeline')?.shadowRoot;
    for (const [selector, value] of Object.entries(fields)) {
      const field = root?.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`there is no ${selector}`);
      field.focus();
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, texts);
}

describe('the demo’s engagements', () => {
  let folder: string;
  let demo: Demo;
  let browser: Browser;
  /** Ids of the eight, by coachee. */
  const made = new Map<string, string>();

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

  const as = (personId: string): Backend => clientOf(demo, personId);
  const open = (path: string, portal: Portal, personId: string): Promise<WatchedPage> =>
    openPortal(browser, demo, path, portal, personId);
  const idOf = (coachee: string) => made.get(coachee) ?? '';

  it('makes eight of a programme for a group of eight, step by step', async () => {
    assert.equal(COHORT?.memberIds.length, 8);
    const before = new Set((await engagementsOf(as('noor-haddad'))).map(({ id }) => id));
    assert.equal(before.size, 60);
    const { page, complaints } = await open('programmes.html', 'admin', 'noor-haddad');
    await showsSoon(page, 'engagement-list', /60 engagements/);
    await press(page, 'button', 'New engagement');
    await press(page, 'radio', 'A group');
    await fill(page, 'combobox', 'Group', 'Autumn');
    await press(page, 'option', 'Autumn cohort 8 people');
    await press(page, 'button', 'Next');
    await fill(page, 'combobox', 'Coach', 'Teo');
    await press(page, 'option', 'Teo Branković teo.brankovic@fernhill.example');
    await press(page, 'button', 'Next');
    await press(page, 'radio', `${PROGRAMME?.name ?? ''} ${PROGRAMME?.items.length ?? 0} items`);
    await press(page, 'button', 'Next');
    await press(page, 'button', 'Create 8 engagements');
    await press(page, 'button', 'Done');
    const fresh = (await engagementsOf(as('noor-haddad'))).filter(({ id }) => !before.has(id));
    for (const { id, coacheeIds, status, groupId } of fresh) {
      assert.deepEqual([status, groupId, coacheeIds.length], ['draft', 'autumn-cohort', 1]);
      made.set(coacheeIds[0] ?? '', id);
    }
    assert.deepEqual([...made.keys()].sort(), [...(COHORT?.memberIds ?? [])].sort());
    await showsSoon(page, 'engagement-list', /68 engagements/);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('marks all eight as active and shares them in one go', async () => {
    assert.deepEqual(
      (await engagementsOf(as(COACH))).filter(({ groupId }) => groupId === 'autumn-cohort'),
      [],
      'a draft is its admins’ alone',
    );
    const { page, complaints } = await open('programmes.html', 'admin', 'noor-haddad');
    await showsSoon(page, 'engagement-list', /68 engagements/);
    await page.evaluate(() => {
      const list = document.querySelector('engagement-list');
      list?.setAttribute('filter', 'group:autumn-cohort');
    });
    await showsSoon(page, 'engagement-list', /\b8 engagements/);
    await press(page, 'button', 'Bulk Action');
    await press(page, 'checkbox', 'Select all shown');
    await showsSoon(page, 'engagement-list', /8 selected/);
    await press(page, 'button', 'Choose bulk action');
    await press(page, 'menuitemradio', 'Mark as active and share');
    await press(page, 'button', 'Apply');
    await press(page, 'button', 'Activate and share 8');
    await until('all eight are shared', async () =>
      (await engagementsOf(as('noor-haddad')))
        .filter(({ groupId }) => groupId === 'autumn-cohort')
        .every((one) => one.sharedAt),
    );
    assert.deepEqual(complaints, []);
    await page.close();
    assert.equal((await engagementsOf(as(COACH))).filter(({ groupId }) => groupId === 'autumn-cohort').length, 8);
  });

  it('shows the coach all eight', async () => {
    const { page, complaints } = await open('coach.html', 'coach', COACH);
    const count = (await engagementsOf(as(COACH))).length;
    assert.ok(count >= 8);
    await showsSoon(page, 'engagement-list', new RegExp(`${count} engagements`));
    for (const name of ['Tara Nguyen', 'Ben Okafor', 'Sven Lindqvist'])
      await showsSoon(page, 'engagement-list', new RegExp(name));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('welcomes a coachee, who picks a time and answers, and sees locks for what is not theirs yet', async () => {
    const id = idOf(COACHEE);
    const { page, complaints } = await open(`coachee.html?engagement=${id}`, 'coachee', COACHEE);
    await showsSoon(page, 'engagement-timeline', /Welcome to your first three months of leading/);
    const shown = await textOf(page, 'engagement-timeline');
    assert.match(shown, /Scheduled/);
    assert.match(shown, /Available when your coach schedules it/);
    for (const hidden of ['Have the conversation', 'Where you stand now', 'How was it?'])
      assert.ok(!shown.includes(hidden), `“${hidden}” is locked`);
    const { items } = await as(COACHEE).engagements.get(id);
    for (const item of items)
      if (item.locked) assert.deepEqual(Object.keys(item).sort(), ['engagementId', 'id', 'kind', 'locked', 'position']);

    await press(page, 'button', 'Answer: Where you stand');
    await until('the questions are there', () => within(page, '#answer-q1'));
    await write(page, { '#answer-q1': 'They asked me twice.' });
    await page.evaluate(() => {
      const root = document.querySelector('engagement-timeline')?.shadowRoot;
      const labels = [...(root?.querySelectorAll<HTMLLabelElement>('dialog[open] label.choice') ?? [])];
      for (const label of labels) if (/^\s*(4|My own time)\s*$/.test(label.textContent)) label.click();
    });
    await press(page, 'button', 'Hand in');
    await until('the assessment is completed', async () => {
      const item = itemTitled(await as(COACHEE).engagements.get(id), 'Where you stand');
      return item?.state === 'completed';
    });

    const later = await as('noor-haddad').engagements.get(id);
    const session = itemTitled(later, 'Getting to know each other');
    assert.ok(session);
    await press(page, 'button', 'Schedule: Getting to know each other');
    await until('a time can be picked', () => within(page, '#schedule-date'));
    const day = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
    await write(page, { '#schedule-date': day, '#schedule-time': '10:00' });
    await press(page, 'button', 'Schedule');
    await until('the session has its time', async () => {
      const item = itemTitled(await as(COACH).engagements.get(id), 'Getting to know each other');
      return item?.session?.startsAt != null;
    });
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('gives the coach the answers, and who looks on progress and nothing else', async () => {
    const id = idOf(COACHEE);
    const coachs = itemTitled(await as(COACH).engagements.get(id), 'Where you stand');
    assert.equal(coachs?.responses[0]?.answers[0]?.text, 'They asked me twice.');
    const { version } = await as('noor-haddad').engagements.get(id);
    await as('noor-haddad').engagements.update(id, { spectatorIds: [SPECTATOR] }, { version });
    const watched = await open(`coachee.html?engagement=${id}`, 'coachee', SPECTATOR);
    await showsSoon(watched.page, 'engagement-timeline', /Where you stand/);
    const shown = await textOf(watched.page, 'engagement-timeline');
    assert.match(shown, /1 of 13/);
    assert.ok(!shown.includes('They asked me twice') && !shown.includes('Welcome to your first'), 'no content');
    const told = JSON.stringify(await as(SPECTATOR).engagements.get(id));
    for (const secret of ['They asked me twice', 'Welcome to your first', 'meet.alder.example', 'handbook-for-new'])
      assert.ok(!told.includes(secret), secret);
    assert.deepEqual(watched.complaints, []);
    await watched.page.close();
  });

  it('takes one away from its coachee by unsharing, and leaves it with its coach', async () => {
    const id = idOf(COACHEE);
    const { page } = await open(`programmes.html?engagement=${id}`, 'admin', 'noor-haddad');
    await press(page, 'button', 'Unshare');
    await until('it is asked', () => within(page, '.share-confirm'));
    await page.evaluate(() => {
      document.querySelector('engagement-timeline')?.shadowRoot?.querySelector<HTMLElement>('.share-confirm')?.click();
    });
    await until(
      'it is gone for the coachee',
      async () => !(await engagementsOf(as(COACHEE))).some((one) => one.id === id),
    );
    assert.ok((await engagementsOf(as(COACH))).some((one) => one.id === id));
    await page.close();
  });

  it('exports those that are active, and nothing to whoever is no admin', async () => {
    const { name, data } = await as('noor-haddad').engagements.export({ status: 'active' });
    assert.match(name, /\.xlsx$/);
    const signature = new Uint8Array(await data.slice(0, 4).arrayBuffer());
    assert.deepEqual([...signature], [0x50, 0x4b, 0x03, 0x04], 'it is the archive that a workbook is');
    const active = (await engagementsOf(as('noor-haddad'))).filter(({ status }) => status === 'active');
    const text = await (await as('noor-haddad').engagements.export({ status: 'active', format: 'csv' })).data.text();
    for (const { id } of active) assert.ok(text.includes(id), id);
    assert.ok(!text.includes('empty-draft'), 'no draft is in it');
    await assert.rejects(as(COACH).engagements.export({}), { code: 'forbidden', rule: 'engagement-admin' });
  });
});
