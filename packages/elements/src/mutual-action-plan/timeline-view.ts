// The timeline of a plan's element: its code comes when it is first shown. New dates from it go the way that all changes go;
// a date that follows a rule is pinned.
import { html, type LitElement, type TemplateResult } from 'lit';
import { fixedDate, pinnedByHand } from '@followthrough/core/domain';
import type { Action, CivilDate, Id } from '@followthrough/core/schema';
import type { ShownPlan, WorkspaceStore } from '@followthrough/core/stores';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { ruleInWords } from '../parts/rule-words.ts';
import { planSkeleton } from './plan-notes.ts';
import type { PlanTools } from './plan-tools.ts';
import type { PlanTimeline, TimelineSpec } from './timeline/plan-timeline.ts';

export interface TimelineViewSetting {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly tools: PlanTools;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly fold: (sectionId: Id) => void;
  readonly fallbackFocus: () => void;
}

/** What the element tells of how it is to be shown. */
export type TimelineLook = Pick<
  TimelineSpec,
  'scale' | 'side' | 'folded' | 'readonly' | 'pending' | 'assigneeView' | 'onScale'
>;

export class TimelineView {
  readonly #on: TimelineViewSetting;
  #timeline: PlanTimeline | undefined;
  #isLoading = false;

  constructor(setting: TimelineViewSetting) {
    this.#on = setting;
  }

  render(plan: ShownPlan, look: TimelineLook): TemplateResult {
    const { localize, tools, fold } = this.#on;
    const workspace = this.#on.workspace();
    const me = workspace?.$me.get();
    if (!this.#timeline || !workspace || !me) {
      if (!this.#isLoading) void this.#load();
      return planSkeleton(localize.messages);
    }
    const names = new Map([
      ...plan.sections.map(({ id, name }) => [id, name] as const),
      ...plan.actions.map(({ id, title }) => [id, title] as const),
    ]);
    const find = (id: Id) => plan.actions.find((action) => action.id === id);
    return html`${this.#timeline.render({
      ...look,
      plan,
      people: workspace.$people.get(),
      calendar: me.workspace.calendar,
      weekStart: workspace.$weekStart.get(),
      nameOf: (id) => names.get(id) ?? '',
      ruleText: (rule) => ruleInWords(rule, (id) => names.get(id), localize),
      onFold: fold,
      onOpen: (id, anchor) => {
        const action = find(id);
        if (action) tools.openDetails({ action }, anchor);
      },
      onDates: (id, dates) => {
        const action = find(id);
        if (action) void tools.commands.redate(action, byHand(action, dates));
      },
      preview: (id, dates) => {
        const action = find(id);
        return action ? tools.commands.previewPatch(action, byHand(action, dates)) : Promise.resolve(UNMOVED);
      },
    })}`;
  }

  /** Focuses the row of an action, once it is drawn. */
  focus(id: Id): void {
    void this.#on.host.updateComplete.then(() => this.#timeline?.focus(id));
  }

  async #load(): Promise<void> {
    const { host, localize, fallbackFocus } = this.#on;
    this.#isLoading = true;
    try {
      const { PlanTimeline } = await import('./timeline/plan-timeline.ts');
      this.#timeline ??= new PlanTimeline(host, { localize, fallbackFocus });
    } finally {
      // Where its code could not be had, the next drawing asks again.
      this.#isLoading = false;
      host.requestUpdate();
    }
  }
}

const UNMOVED = { moved: [], overdue: [] };

function byHand(action: Action, dates: { start?: CivilDate; due?: CivilDate }) {
  return {
    ...(dates.start !== undefined && { start: pinnedByHand(action.start, fixedDate(dates.start)) }),
    ...(dates.due !== undefined && { due: pinnedByHand(action.due, fixedDate(dates.due)) }),
  };
}
