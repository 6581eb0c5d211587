// A workspace on the real local backend, its clock stopped on Friday 15 May 2026: Dora is its admin, Cora coaches, Ann, Ben,
// Cid and Eve are coached, Ida watches. There are two groups, one with nobody in it, a programme to start from, and on wish
// an engagement of Cora with Ann. And the elements that show it, as a host page would put them there.
import { fixture, html } from '@open-wc/testing';
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { EngagementDetail, Id, Person, TemplateDraft } from '@followthrough/core/schema';
import '../../src/engagement-settings/define.ts';
import '../../src/engagement-wizard/define.ts';
import type { EngagementSettings } from '../../src/engagement-settings/class.ts';
import type { EngagementWizard } from '../../src/engagement-wizard/class.ts';
import { waitUntil } from '../parts/wait.ts';

const NOW = Date.UTC(2026, 4, 15, 9);
const now = () => NOW;

function person(id: Id, name: string, role: Person['role'] = 'member'): Person {
  const email = `${id}@fernhill.example`;
  return { id, name, email, avatarUrl: null, side: 'internal', role, companyId: null, timeZone: null, version: 1 };
}

const afterStart = (amount: number) =>
  ({ type: 'relative', amount, unit: 'day', anchor: { type: 'engagementStart' } }) as const;

const PROGRAMME: TemplateDraft = {
  name: 'First-time leaders',
  content: {
    kind: 'engagement',
    items: [
      {
        key: 'where',
        title: 'Where do you stand?',
        content: { kind: 'assessment', questions: [{ key: 'q', type: 'text', text: 'What should change?' }] },
        release: { type: 'immediately' },
        due: afterStart(7),
      },
      { key: 'meet', title: 'Getting to know each other', content: { kind: 'session' }, duration: 60 },
      {
        key: 'read',
        title: 'The first ninety days',
        content: { kind: 'link', url: 'https://library.example/ninety' },
        release: { type: 'on', rule: afterStart(14) },
      },
    ],
  },
};

export type As = (viewerId: Id) => Backend;

/**
 * The backends of everybody, over one workspace.
 * @param more how many further people there are
 */
export function workspace(more = 0): As {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
  const repository = createMemoryRepository({
    workspace: { id: 'w', name: 'Fernhill', timeZone: 'Europe/London', locale: 'en-GB', calendar, version: 1 },
    companies: [],
    people: [
      person('dora', 'Dora Admin', 'admin'),
      person('cora', 'Cora Coach'),
      person('ann', 'Ann Archer'),
      person('ben', 'Ben Okafor'),
      person('cid', 'Cid Reyes'),
      person('eve', 'Eve Holm'),
      person('ida', 'Ida Human Resources'),
      ...Array.from({ length: more }, (_, index) => person(`p${index}`, `Person ${String(index).padStart(3, '0')}`)),
    ],
    groups: [
      { id: 'leaders', name: 'New leaders', memberIds: ['ann', 'ben', 'cora'], version: 1 },
      { id: 'nobody', name: 'Autumn intake', memberIds: [], version: 1 },
    ],
  });
  let made = 0;
  const newId = () => `made-${String(++made).padStart(12, '0')}`;
  return (viewerId) => createLocalBackend({ repository, viewerId, now, newId });
}

/** With the programme to start from; gives its id. */
export async function withTemplate(as: As): Promise<Id> {
  return (await as('dora').templates.create(PROGRAMME)).id;
}

/** An engagement of Cora with Ann from the programme, to start on Monday 1 June. */
export async function engagementOf(as: As): Promise<EngagementDetail> {
  const templateId = await withTemplate(as);
  const dora = as('dora');
  const { results } = await dora.engagements.create({
    coacheeIds: ['ann'],
    coachId: 'cora',
    templateId,
    startDate: '2026-06-01',
    endDate: '2026-08-28',
    spectatorIds: ['ida'],
  });
  const id = results[0]?.engagement?.id;
  if (id === undefined) throw new Error('the engagement was not made');
  return dora.engagements.get(id);
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

async function place(width: number): Promise<HTMLElement> {
  const element = await fixture<HTMLElement>(html`<div></div>`);
  element.style.inlineSize = `${width}px`;
  return element;
}

/** The wizard on the page, ready. */
export async function wizardOn(
  backend: Backend,
  { width = 900, ...more }: { width?: number } & Partial<EngagementWizard> = {},
): Promise<EngagementWizard> {
  const wizard = document.createElement('engagement-wizard');
  Object.assign(wizard, { backend, now, ...more });
  (await place(width)).append(wizard);
  await waitUntil(
    () => wizard.renderRoot?.querySelector('.wizard-heading, [part="error"]') != null,
    'the wizard does not come',
  );
  await wizard.updateComplete;
  return wizard;
}

/** The settings on the page, with what they show. */
export async function settingsOn(
  backend: Backend,
  engagement: Id,
  { width = 900, ...more }: { width?: number } & Partial<EngagementSettings> = {},
): Promise<EngagementSettings> {
  const settings = document.createElement('engagement-settings');
  Object.assign(settings, { backend, now, engagement, ...more });
  (await place(width)).append(settings);
  await waitUntil(
    () => settings.renderRoot?.querySelector('.settings-form, .read-only, [part="error"]') != null,
    'the settings do not come',
  );
  await settings.updateComplete;
  return settings;
}

/** A promise of the next event of a name. */
export function fired<E extends Event>(target: EventTarget, name: string): Promise<E> {
  return new Promise((resolve) => target.addEventListener(name, (event) => resolve(event as E), { once: true }));
}
