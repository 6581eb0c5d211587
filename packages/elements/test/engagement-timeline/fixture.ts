// One engagement on the real local backend, its clock stopped on Friday 15 May 2026, 09:00 UTC: Ada is an admin, Cora coaches,
// Ben and (where asked) Mia are coached, Vera watches. And the element that shows it, as a host page would put it there.
import { expect, fixture } from '@open-wc/testing';
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { Id, Item, ItemContent, ItemDraft, Person } from '@followthrough/core/schema';
import { html } from 'lit';
import '../../src/engagement-timeline/define.ts';
import type { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import { textOf } from '../parts/roles.ts';
import { waitUntil } from '../parts/wait.ts';

export const now = () => Date.UTC(2026, 4, 15, 9);

function person(id: Id, name: string, role: Person['role'] = 'member'): Person {
  const side = role === 'guest' ? 'external' : 'internal';
  return { id, name, email: null, avatarUrl: null, side, role, companyId: null, timeZone: null, version: 1 };
}

const CONTENT: Readonly<Record<string, ItemContent>> = {
  session: { kind: 'session', place: 'https://meet.example/cora' },
  assessment: {
    kind: 'assessment',
    questions: [
      { key: 'goal', type: 'text', text: 'What should be different?' },
      { key: 'ease', type: 'scale', text: 'How easy is it?' },
      { key: 'hard', type: 'choice', text: 'What is hardest?', options: ['Saying no', 'Asking'] },
    ],
  },
  file: {
    kind: 'file',
    name: 'guide.pdf',
    size: 2_400_000,
    mediaType: 'application/pdf',
    url: 'https://files.example/g',
  },
  link: { kind: 'link', url: 'https://library.example/talks' },
  action: { kind: 'action', description: 'A quarter of an hour each.' },
  feedback: { kind: 'feedback', prompt: 'What helped you most?' },
};

/** What is written to make an item. */
export function drafted(id: Id, title: string, kind: string, more: Partial<ItemDraft> = {}): ItemDraft {
  return { id, title, content: CONTENT[kind] as ItemContent, ...more };
}

const on = (date: string) => ({ type: 'on', rule: { type: 'fixed', date } }) as const;
const due = (date: string) => ({ rule: { type: 'fixed', date } }) as const;

/** The programme: some of each kind, in every state. */
const PROGRAMME: readonly ItemDraft[] = [
  drafted('ask', 'Where do you stand?', 'assessment', { release: on('2026-05-11'), due: due('2026-05-20') }),
  drafted('first', 'First session', 'session', { startsAt: '2026-05-12T08:00:00Z', duration: 60 }),
  drafted('read', 'The guide', 'file', { release: { type: 'immediately' } }),
  drafted('try', 'Ask your team', 'action', { release: on('2026-05-13'), due: due('2026-05-14') }),
  drafted('say', 'How is it going?', 'feedback', { release: on('2026-05-14') }),
  drafted('talks', 'Good talks', 'link', { release: on('2026-06-02') }),
  drafted('second', 'Second session', 'session', { selfScheduling: true, duration: 30 }),
  drafted('visit', 'Visit another team', 'action'),
  drafted('last', 'Look back', 'session'),
];

export interface EngagementOptions {
  /** Draft, active or shared; shared by default. */
  stage?: 'draft' | 'active' | 'shared';
  items?: readonly ItemDraft[];
  coachees?: readonly Id[];
}

/** The backends of everybody, over one workspace with the engagement `eng` in it. */
export async function engagementOf({
  stage = 'shared',
  items = PROGRAMME,
  coachees = ['ben'],
}: EngagementOptions = {}): Promise<(viewerId: Id) => Backend> {
  const repository = createMemoryRepository({
    workspace: {
      ...{ id: 'w', name: 'Fernhill', timeZone: 'UTC', locale: 'en-GB', version: 1 },
      calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
    },
    people: [
      person('ada', 'Ada Lind', 'admin'),
      person('cora', 'Cora Weiss'),
      person('ben', 'Ben Okafor'),
      person('mia', 'Mia Chen'),
      person('vera', 'Vera Novak'),
      person('otto', 'Otto Outside'),
    ],
  });
  let made = 0;
  // The engagement is the first thing that is made.
  const newId = () => (made++ === 0 ? 'eng' : `made-${made}`);
  const as = (viewerId: Id) => createLocalBackend({ repository, viewerId, now, newId });
  const ada = as('ada');
  const { results } = await ada.engagements.create({
    ...{ coacheeIds: [...coachees], coachId: 'cora', mode: 'shared', title: 'Leading well', spectatorIds: ['vera'] },
    ...{ startDate: '2026-05-11', endDate: '2026-07-31' },
    welcome: { title: 'Welcome', message: 'We begin on Monday.' },
  });
  const id = results[0]?.engagement?.id ?? '';
  if (stage !== 'draft') await ada.engagements.activate(id);
  for (const draft of items) await ada.items.create(id, stage === 'draft' ? unscheduled(draft) : draft);
  if (stage === 'shared') await ada.engagements.share(id);
  return as;
}

function unscheduled({ release: _, due: __, startsAt: ___, ...rest }: ItemDraft): ItemDraft {
  return rest;
}

const warnings: string[] = [];
const warn = console.warn.bind(console);
console.warn = (...args: unknown[]) => {
  const text = args.map(String).join(' ');
  if (/lit\.dev/.test(text) && !/dev-mode/.test(text)) warnings.push(text);
  warn(...args);
};

/** What Lit has warned of so far. */
export const litWarnings = () => warnings;

/** The element on the page; with `loaded: false` as it begins. */
export async function timelineOn({
  backend,
  attributes = {},
  width = 900,
  loaded = true,
}: {
  backend: Backend;
  attributes?: Record<string, string>;
  width?: number;
  loaded?: boolean;
}): Promise<EngagementTimeline> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = `${width}px`;
  const { items } = await backend.engagements.list().catch(() => ({ items: [] }));
  const timeline = document.createElement('engagement-timeline');
  timeline.setAttribute('engagement', items[0]?.id ?? 'eng');
  for (const [name, value] of Object.entries(attributes)) timeline.setAttribute(name, value);
  timeline.backend = backend;
  timeline.now = now;
  place.append(timeline);
  if (!loaded) return timeline;
  await waitUntil(() => timeline.engagementStore?.$engagement.get() != null, 'the engagement does not come');
  await timeline.updateComplete;
  return timeline;
}

/** The engagement as somebody looks at it, and the backends of everybody. */
export async function engagementOn(
  viewerId: Id,
  more: EngagementOptions & { attributes?: Record<string, string>; width?: number } = {},
): Promise<{ timeline: EngagementTimeline; as: (viewerId: Id) => Backend }> {
  const as = await engagementOf(more);
  return { timeline: await timelineOn({ backend: as(viewerId), ...more }), as };
}

/** What is on the line, in order: headings in capitals, locked items by their kind, the mark of today. */
export function outline(timeline: EngagementTimeline): string[] {
  return [...timeline.renderRoot.querySelectorAll('.group-heading, .item, .today')].map((element) => {
    if (element.matches('.group-heading')) return textOf(element).toUpperCase();
    if (element.matches('.today')) return '— today —';
    return textOf(element.querySelector('.item-title') ?? element.querySelector('.item-facts'));
  });
}

export function itemOf(timeline: EngagementTimeline, title: string): HTMLElement {
  const items = [...timeline.renderRoot.querySelectorAll<HTMLElement>('.item')];
  const found = items.find((item) => textOf(item.querySelector('.item-title')) === title);
  if (!found) throw new Error(`there is no “${title}” among ${outline(timeline).join(', ')}`);
  return found;
}

/** What is told of an item, below its title. */
export function factsOf(timeline: EngagementTimeline, title: string): string {
  return textOf(itemOf(timeline, title).querySelector('.item-facts'));
}

/** Waits until an item's facts say something that fits. */
export async function saysSoon(timeline: EngagementTimeline, title: string, wanted: RegExp): Promise<void> {
  await waitUntil(() => wanted.test(factsOf(timeline, title)), `“${title}” never says ${wanted}`);
}

/** An item as somebody's backend has it. */
export function told(as: (viewerId: Id) => Backend, viewerId: Id, id: Id): Promise<Item> {
  return as(viewerId).items.get(id);
}

/** Has the page load what the element opens on demand, and axe: a busy machine takes its time for that. */
export async function warm(): Promise<void> {
  await Promise.all([
    import('../../src/engagement-timeline/schedule-popover.ts'),
    import('../../src/engagement-timeline/item-dialog.ts'),
    import('../../src/engagement-timeline/item-form.ts'),
    import('../../src/engagement-timeline/item-moving.ts'),
    import('../../src/engagement-timeline/share-panel.ts'),
    import('../../src/parts/menu-panel.ts'),
  ]);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  await expect(place).to.be.accessible();
}
