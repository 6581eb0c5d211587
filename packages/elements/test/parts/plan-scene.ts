// A room with a plan on the real local backend, its clock stopped on Thursday 26 November 2026, in the real stores; and a
// small element that holds the parts of a plan as the plan's own does.
import { fixture, html } from '@open-wc/testing';
import type { Backend } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { Action, ActionDraft, Anchor, Id, PlannedDateDraft } from '@followthrough/core/schema';
import {
  createRoomPlan,
  createWorkspace,
  type RoomPlanStore,
  type ShownPlan,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import { LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../../src/localize/localize-controller.ts';
import { DetailsDialog } from '../../src/parts/details-dialog.ts';
import { DateExplanation } from '../../src/parts/date-explanation.ts';
import { MovedDatesDialog } from '../../src/parts/moved-dates-dialog.ts';
import { PlanDueEditor } from '../../src/parts/plan-due-editor.ts';
import { controls } from '../../src/styles/controls.ts';
import { foundation } from '../../src/styles/foundation.ts';
import { person } from './parts-host.ts';
import { waitUntil } from './wait.ts';

const NOW = Date.UTC(2026, 10, 26, 9);

export const on = (date: string): PlannedDateDraft => ({ rule: { type: 'fixed', date } });
export const done = (actionId: Id): Anchor => ({ type: 'actionCompleted', actionId });
export const dueOf = (actionId: Id): Anchor => ({ type: 'actionDue', actionId });
export const finished = (sectionId: Id): Anchor => ({ type: 'sectionCompleted', sectionId });
export const after = (amount: number, anchor: Anchor, pinned?: string): PlannedDateDraft => ({
  rule: { type: 'relative', amount, unit: 'day', anchor },
  ...(pinned && { pinned }),
});

const CALENDAR = { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-12-25'] };

/** The backend of a person of the workspace. */
function backends(): (viewerId: Id) => Backend {
  const repository = createMemoryRepository({
    workspace: { id: 'w', name: 'Fernhill', timeZone: 'UTC', locale: 'en-GB', calendar: CALENDAR, version: 1 },
    companies: [{ id: 'globex', name: 'Globex', version: 1 }],
    people: [
      person('ana', 'Ana Pereira'),
      person('zoe', 'Zoë Lindqvist'),
      { ...person('gus', 'Gus of Globex'), side: 'external', role: 'guest', companyId: 'globex' },
    ],
  });
  let made = 0;
  const newId = () => `made-${++made}`;
  return (viewerId) => createLocalBackend({ repository, viewerId, now: () => NOW, newId });
}

/**
 * The plan: kick-off due on the 30th; the pilot 3 days after it is done; the launch, 2 days after the pilot is due; legal
 * review with one step that has no date; the contract 1 day after legal review is completed.
 */
async function fill(ana: Backend): Promise<void> {
  await ana.rooms.create({ id: 'room', name: 'Globex evaluation', companyId: 'globex', memberIds: ['zoe'] });
  for (const [id, name] of [
    ['start', 'Getting started'],
    ['legal', 'Legal review'],
  ]) {
    await ana.sections.create('room', { id: id ?? '', name: name ?? '' });
  }
  const make = (id: Id, title: string, sectionId: Id, more: Partial<ActionDraft> = {}) =>
    ana.actions.create({
      id,
      title,
      context: { type: 'room', roomId: 'room', sectionId, internalOnly: false },
      ...more,
    });
  await make('kick', 'Kick-off', 'start', { due: on('2026-11-30') });
  await make('pilot', 'Pilot', 'start', { due: after(3, done('kick')) });
  await make('launch', 'Launch', 'start', { due: after(2, dueOf('pilot')) });
  await make('redlines', 'Send the redlines', 'legal');
  await make('contract', 'Sign the contract', 'start', { due: after(1, finished('legal')) });
}

export class PlanPartsHost extends LitElement {
  static override styles = [...foundation, controls];

  readonly localize = new LocalizeController(this);
  readonly #options = { localize: this.localize };
  readonly due = new PlanDueEditor(this, this.#options);
  readonly moved = new MovedDatesDialog(this, this.#options);
  readonly why = new DateExplanation(this, this.#options);
  readonly details = new DetailsDialog(this, this.#options);

  get anchor(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('#anchor') ?? this;
  }

  override render(): TemplateResult {
    return html`<div class="base">
      <button id="anchor" class="button" aria-haspopup="dialog" aria-expanded="false">Open</button>
      ${this.due.render()}${this.moved.render()}${this.why.render()}${this.details.render()}
    </div>`;
  }
}
customElements.define('plan-parts-host', PlanPartsHost);

export interface PlanScene {
  host: PlanPartsHost;
  workspace: WorkspaceStore;
  store: RoomPlanStore;
  plan: () => ShownPlan;
  action: (id: Id) => Action;
  /** Changes an action, and waits until the backend has agreed. */
  edit: (id: Id, patch: { start?: PlannedDateDraft | null; due?: PlannedDateDraft | null }) => Promise<void>;
}

/** The plan loaded, and the parts' host on the page. */
export async function planScene(lang = 'en-GB', dir = 'ltr', viewerId = 'ana'): Promise<PlanScene> {
  const as = backends();
  await fill(as('ana'));
  const workspace = createWorkspace(as(viewerId), { now: () => NOW });
  await workspace.load();
  const store = createRoomPlan(workspace, 'room');
  await waitUntil(() => store.$plan.get() !== null, 'the plan did not load');
  const host = await fixture<PlanPartsHost>(html`<plan-parts-host lang=${lang} dir=${dir}></plan-parts-host>`);
  const plan = () => {
    const shown = store.$plan.get();
    if (!shown) throw new TypeError('There is no plan.');
    return shown;
  };
  const action = (id: Id) => {
    const found = plan().actions.find((one) => one.id === id);
    if (!found) throw new TypeError(`There is no action ${id}.`);
    return found;
  };
  return {
    host,
    workspace,
    store,
    plan,
    action,
    edit: async (id, patch) => {
      await workspace.actions.edit(id, patch);
    },
  };
}
