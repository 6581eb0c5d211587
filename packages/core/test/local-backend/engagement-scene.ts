// Engagements for tests: Dora is the admin, Ada coaches, Ben and the guest Gus are coached, Eve looks on, and Fay and Ivy have no
// part. A programme has an item of every kind.
import assert from 'node:assert/strict';
import type { Backend } from '@followthrough/core/backend';
import type { DateRule, EngagementDraft, Item, ItemDraft, OpenItem, TemplateContent } from '@followthrough/core/schema';
import { scene, type Scene } from './workspace.ts';

/** So many days after the engagement starts. */
export function fromStart(amount: number): Extract<DateRule, { type: 'relative' }> {
  return { type: 'relative', amount, unit: 'day', anchor: { type: 'engagementStart' } };
}

export const onDay = (date: string): DateRule => ({ type: 'fixed', date });

type Programme = Extract<TemplateContent, { kind: 'engagement' }>;

/** A programme with an item of every kind, by their keys: kick, quiz, deck, site, todo, later, voice. */
export const PROGRAMME: Programme = {
  kind: 'engagement',
  welcome: { title: 'Welcome', message: 'Glad you are here.' },
  items: [
    {
      key: 'kick',
      title: 'Kick-off',
      content: { kind: 'session', place: 'Room 1' },
      duration: 60,
      selfScheduling: true,
    },
    {
      key: 'quiz',
      title: 'Where you stand',
      content: {
        kind: 'assessment',
        questions: [
          { key: 'why', type: 'text', text: 'Why?' },
          { key: 'how', type: 'scale', text: 'How well?' },
          { key: 'which', type: 'choice', text: 'Which?', options: ['This', 'That'] },
        ],
      },
      release: { type: 'immediately' },
    },
    {
      key: 'deck',
      title: 'The deck',
      content: { kind: 'file', name: 'deck.pdf', size: 9, mediaType: 'application/pdf', url: 'https://x.example/deck' },
      release: { type: 'on', rule: { ...fromStart(5), anchor: { type: 'engagementStart' } } },
    },
    { key: 'site', title: 'A site', content: { kind: 'link', url: 'https://x.example/site' } },
    {
      key: 'todo',
      title: 'Ask three people',
      content: { kind: 'action', description: 'What do they see?' },
      release: { type: 'immediately' },
      due: { ...fromStart(14), anchor: { type: 'engagementStart' } },
    },
    {
      key: 'later',
      title: 'Ask them again',
      content: { kind: 'action' },
      release: { type: 'on', rule: { ...fromStart(7), anchor: { type: 'engagementStart' } } },
    },
    {
      key: 'voice',
      title: 'Your word',
      content: { kind: 'feedback', prompt: 'How was it?' },
      release: { type: 'immediately' },
    },
  ],
};
export const KEYS = PROGRAMME.items.map(({ key }) => key);

/** An engagement that was made, and its items' ids by their keys. */
export interface Made {
  id: string;
  items: Record<string, string>;
}

/** Makes an engagement of the programme, starting today, and brings it so far. */
export async function makeEngagement(
  dora: Backend,
  upTo: 'draft' | 'active' | 'shared' = 'shared',
  more: Partial<EngagementDraft> = {},
  content: Programme = PROGRAMME,
): Promise<Made> {
  const template = await dora.templates.create({ name: 'Leading well', content });
  const draft = { coacheeIds: ['ben'], coachId: 'ada', startDate: '2026-05-15', endDate: '2026-08-31', ...more };
  const { results } = await dora.engagements.create({ ...draft, templateId: template.id });
  const id = results[0]?.engagement?.id;
  assert.ok(id);
  if (upTo !== 'draft') await dora.engagements.activate(id);
  if (upTo === 'shared') await dora.engagements.share(id);
  const { items } = await dora.engagements.get(id);
  return { id, items: Object.fromEntries(items.map((item, at) => [content.items[at]?.key ?? '', item.id])) };
}

/** A scene with such an engagement. */
export async function engagementScene(
  ...with_: Parameters<typeof makeEngagement> extends [unknown, ...infer R] ? R : never
): Promise<Scene & { made: Made }> {
  const world = scene();
  return { ...world, made: await makeEngagement(world.as('dora'), ...with_) };
}

/** An item as somebody has it, who may know more of it than its kind. */
export async function open(backend: Backend, id: string): Promise<OpenItem> {
  const item: Item = await backend.items.get(id);
  assert.ok(!item.locked);
  return item;
}

/** The actions of an engagement as somebody has them. */
export async function actionsIn(backend: Backend, engagementId: string) {
  return (await backend.actions.list({ context: `engagement:${engagementId}`, sort: 'title' })).items;
}

/** The only action of an engagement with this title. */
export async function actionOf(backend: Backend, engagementId: string, title = 'Ask three people') {
  const [action] = (await actionsIn(backend, engagementId)).filter((one) => one.title === title);
  assert.ok(action);
  return action;
}

export const link = (more: Partial<ItemDraft> = {}): ItemDraft => ({
  title: 'One more',
  content: { kind: 'link', url: 'https://x.example/more' },
  ...more,
});
