// Text that is set larger, up to twice, at any width (WCAG 1.4.4, 1.4.10): titles keep room to be read, no text lies over
// another's, and nothing sticks out sideways.
import { aTimeout, expect, fixture } from '@open-wc/testing';
import type { PlainData } from '@followthrough/core/local-backend';
import { html } from 'lit';
import '../../src/action-list/define.ts';
import '../../src/engagement-list/define.ts';
import '../../src/meeting-actions/define.ts';
import '../../src/mutual-action-plan/define.ts';
import { waitUntil } from '../parts/wait.ts';

const TEXT_SIZES = [16, 24, 32];
const WIDTHS = [320, 480, 640, 760, 900, 1280];
/** A title has at least so much, in em of the element's text. */
const LEAST = 8;

const NOW = Date.UTC(2026, 4, 15, 9);
const LONG = 'Agree who brings the figures of the last two quarters to the steering committee in September';
const ofPair = { type: 'relationship', relationshipId: 'pair' } as const;
const inRoom = { type: 'room', roomId: 'room', sectionId: 'start', internalOnly: false } as const;

/** Actions of every look: overdue, done, in progress, with a rule and without a date; all with titles that fill any line. */
const DATA: PlainData & { viewerId: string } = {
  viewerId: 'ana',
  people: [
    { id: 'ana', name: 'Ana Sommer-Featherstonehaugh', role: 'admin' },
    { id: 'ben', name: 'Ben Okafor' },
  ],
  companies: [{ id: 'globex', name: 'Globex' }],
  relationships: [{ id: 'pair', managerId: 'ana', reportId: 'ben', createdAt: '2026-03-01T09:00:00Z' }],
  meetings: [
    { id: 'before', relationshipId: 'pair', startsAt: '2026-05-01T09:00:00Z', endedAt: '2026-05-01T10:00:00Z' },
    { id: 'meeting', relationshipId: 'pair', startsAt: '2026-05-15T08:30:00Z' },
  ],
  rooms: [{ id: 'room', name: 'Globex evaluation', companyId: 'globex', memberIds: ['ana'] }],
  sections: [{ id: 'start', name: 'Getting started', roomId: 'room' }],
  engagements: [
    {
      ...{ id: 'programme', title: LONG, status: 'active', sharedAt: '2026-05-04T08:00:00.000Z', shareCount: 1 },
      ...{ activatedAt: '2026-05-02T08:00:00.000Z', coachId: 'ben', coacheeIds: ['ana'], groupId: null },
      ...{ spectatorIds: [], startDate: '2026-02-02', endDate: '2027-01-29', timeZone: null, selfScheduling: false },
      ...{ welcome: null, coachInvoicingMethodId: null, coacheeInvoicingMethodId: null, createdBy: 'ana' },
      ...{ createdAt: '2026-05-01T08:00:00.000Z', updatedAt: '2026-05-01T08:00:00.000Z', updatedBy: 'ana' },
      ...{ version: 1, deleted: null, turnsOn: '9999-12-31' },
    },
  ],
  actions: [
    { id: 'p1', title: LONG, context: ofPair, assignee: 'ana', due: '2026-05-07', createdAt: '2026-04-20T09:00:00Z' },
    { id: 'p2', title: LONG, context: ofPair, assignee: 'ana', due: '2026-12-28', createdAt: '2026-04-20T09:00:00Z' },
    { id: 'p3', title: LONG, context: ofPair, assignee: 'ben', state: 'done', due: '2026-05-11' },
    { id: 'mine', title: LONG, due: '2026-05-15' },
    { id: 'r1', title: LONG, context: inRoom, assignee: 'ana', due: '2026-05-11', state: 'inProgress' },
    {
      ...{ id: 'r2', title: LONG, context: { ...inRoom, internalOnly: true }, assignee: 'ana', state: 'inProgress' },
      due: '2026-06-02',
    },
    { id: 'r3', title: LONG, context: inRoom, assignee: { type: 'company' }, due: '2026-06-02', state: 'done' },
    {
      ...{ id: 'r4', title: LONG, context: inRoom, assignee: { type: 'primaryContact' } },
      due: {
        rule: {
          ...{ type: 'relative', amount: 3, unit: 'businessDay', roll: 'none' },
          anchor: { type: 'actionCompleted', actionId: 'r1' },
        },
      },
    },
  ],
};

const SCENES: Readonly<Record<string, { tag: string; attributes?: Readonly<Record<string, string>>; rows: number }>> = {
  'every action': { tag: 'action-list', attributes: { filter: 'status:all' }, rows: 8 },
  'all columns of a list': {
    ...{ tag: 'action-list', rows: 8 },
    attributes: { filter: 'status:all', columns: 'due assignee where status updated' },
  },
  'the list of a relationship': { tag: 'action-list', attributes: { relationship: 'pair' }, rows: 3 },
  'a plan': { tag: 'mutual-action-plan', attributes: { room: 'room' }, rows: 4 },
  'an agenda': { tag: 'meeting-actions', attributes: { meeting: 'meeting' }, rows: 2 },
  engagements: { tag: 'engagement-list', rows: 1 },
};

interface Scene extends HTMLElement {
  initialData: unknown;
  now: () => number;
}

const root = document.documentElement;
const find = (element: Element, selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
const titlesOf = (element: Element) =>
  find(element, '[part~="item-title"]').filter((title) => title.checkVisibility() && title.textContent.includes(LONG));

async function put(name: string): Promise<Scene> {
  const { tag, attributes = {}, rows } = SCENES[name]!;
  const frame = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag) as Scene;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.now = () => NOW;
  element.initialData = DATA;
  frame.append(element);
  await waitUntil(() => titlesOf(element).length >= rows, `${name} does not come`);
  await aTimeout(150);
  return element;
}

/** What of a text can be seen: its lines, as far as nothing above them cuts them off. */
function seen(text: Text, row: Element): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  let rects = [...range.getClientRects()];
  for (let at = text.parentElement; at && row.contains(at); at = at.parentElement) {
    const { overflowX, clipPath, visibility, color } = getComputedStyle(at);
    if (clipPath !== 'none' || visibility === 'hidden' || color === 'rgba(0, 0, 0, 0)') return [];
    if (overflowX === 'visible') continue;
    const box = at.getBoundingClientRect();
    rects = rects.map((rect) => {
      const [left, top] = [Math.max(rect.left, box.left), Math.max(rect.top, box.top)];
      const [right, bottom] = [Math.min(rect.right, box.right), Math.min(rect.bottom, box.bottom)];
      return new DOMRect(left, top, right - left, bottom - top);
    });
  }
  return rects.filter(({ width, height }) => width > 1 && height > 1);
}

/** Texts of a row that lie over each other. */
function overlaps(row: Element): string[] {
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const texts: { words: string; rects: DOMRect[] }[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() !== '' && text.parentElement?.checkVisibility()) {
      texts.push({ words: text.data.trim().slice(0, 20), rects: seen(text, row) });
    }
  }
  // Lines of text are higher than what is printed in them: so much may touch.
  const crosses = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * 0.4;
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => one.rects.some((a) => other.rects.some((b) => crosses(a, b))))
      .map((other) => `“${one.words}” under “${other.words}”`),
  );
}

/** What is not as it should be, at one size and width. */
function faults(element: Element): string[] {
  const base = find(element, '.base')[0] as HTMLElement;
  const em = parseFloat(getComputedStyle(base).fontSize);
  const end = element.getBoundingClientRect().right + 1;
  const told = new Set<string>();
  for (const title of titlesOf(element)) {
    const width = title.getBoundingClientRect().width / em;
    if (width < LEAST) told.add(`a title of ${width.toFixed(1)}em`);
    const row = title.closest('[role="row"], [role="listitem"]')!;
    for (const fault of overlaps(row)) told.add(fault);
  }
  for (const part of find(element, '.base *')) {
    if (!part.checkVisibility() || part.closest('.visually-hidden, .find, svg')) continue;
    const by = part.getBoundingClientRect().right - end;
    if (by > 0) told.add(`${part.className || part.tagName} sticks out by ${Math.round(by)} px`);
  }
  if (element.scrollWidth > element.clientWidth + 1)
    told.add(`${element.scrollWidth - element.clientWidth} px sideways`);
  return [...told];
}

describe('enlarged text', () => {
  afterEach(() => {
    root.style.fontSize = '';
  });

  for (const name of Object.keys(SCENES)) {
    it(`leaves room for titles in ${name}`, async () => {
      const element = await put(name);
      const found: string[] = [];
      for (const size of TEXT_SIZES) {
        root.style.fontSize = `${size}px`;
        for (const width of WIDTHS) {
          element.parentElement!.style.inlineSize = `${width}px`;
          await aTimeout(30);
          const told = faults(element);
          if (told.length > 0) found.push(`${size} px text, ${width} px wide: ${told.join('; ')}`);
        }
      }
      expect(found).to.deep.equal([]);
    });
  }

  it('keeps what a row opens within the window, and nothing of it sideways', async () => {
    const element = await put('every action');
    root.style.fontSize = '32px';
    find(element, '.rows button[data-column="due"]')
      .find((button) => button.checkVisibility())
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    const opened = () => find(element, '.popover:popover-open')[0];
    await waitUntil(() => opened()?.querySelector('.due-name') != null, 'the date is not asked for');
    await aTimeout(250);
    const { left, right, top, bottom } = opened()!.getBoundingClientRect();
    expect([left, top].every((edge) => edge >= 0) && right <= innerWidth && bottom <= innerHeight).to.equal(
      true,
      JSON.stringify({ left, right, top, bottom }),
    );
    expect(opened()!.scrollWidth).to.equal(opened()!.clientWidth);
  });
});
