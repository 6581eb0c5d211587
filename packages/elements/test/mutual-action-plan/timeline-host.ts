// A small element that holds a timeline as the real one does: its own root and language, and the stores of a plan.
import { holderOf } from '@followthrough/core/domain';
import type { Action, Id } from '@followthrough/core/schema';
import type { RoomPlanStore, WorkspaceStore } from '@followthrough/core/stores';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../src/localize/localize-controller.ts';
import type { AdjustedDates } from '../../src/mutual-action-plan/timeline/adjusted-dates.ts';
import { PlanTimeline } from '../../src/mutual-action-plan/timeline/plan-timeline.ts';
import type { TimelineScale } from '../../src/mutual-action-plan/timeline/scale.ts';
import { avatar, avatarStyles } from '../../src/parts/avatar.ts';
import { ruleInWords } from '../../src/parts/rule-words.ts';
import { statusStyles } from '../../src/parts/status-icon.ts';
import { controls } from '../../src/styles/controls.ts';
import { foundation } from '../../src/styles/foundation.ts';

export class TimelineHost extends LitElement {
  static override styles = [...foundation, controls, avatarStyles, statusStyles];

  readonly localize = new LocalizeController(this);
  readonly timeline = new PlanTimeline(this, { localize: this.localize });
  scale: TimelineScale = 'week';
  side: 'all' | 'us' | 'them' = 'all';
  folded: ReadonlySet<Id> = new Set();
  readonly = false;
  compact = false;
  /** How often it was drawn as a whole. */
  draws = 0;
  readonly opened: Id[] = [];
  readonly dated: [Id, AdjustedDates][] = [];
  /** What becomes of dates that were chosen: they are set. */
  onDates = (id: Id, dates: AdjustedDates): void => {
    const set = (date: string | undefined) =>
      date === undefined ? undefined : { rule: { type: 'fixed' as const, date } };
    const [start, due] = [set(dates.start), set(dates.due)];
    void this.#workspace?.actions.edit(id, { ...(start && { start }), ...(due && { due }) });
  };
  #workspace: WorkspaceStore | undefined;
  #plan: RoomPlanStore | undefined;
  #stop: (() => void) | undefined;

  show(workspace: WorkspaceStore, plan: RoomPlanStore): void {
    this.#workspace = workspace;
    this.#plan = plan;
    this.#stop = plan.$plan.listen(() => this.requestUpdate());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#plan?.dispose();
  }

  override render(): TemplateResult {
    this.draws += 1;
    return html`<div class="base ${this.compact ? 'compact' : ''}">
      <button class="button" id="before">Before</button>${this.#timeline()}<button class="button" id="after">
        After
      </button>
    </div>`;
  }

  #timeline(): TemplateResult | typeof nothing {
    const workspace = this.#workspace;
    const store = this.#plan;
    const plan = store?.$plan.get();
    if (!workspace || !store || !plan) return nothing;
    const names = new Map([
      ...plan.sections.map(({ id, name }) => [id, name] as const),
      ...plan.actions.map(({ id, title }) => [id, title] as const),
    ]);
    return this.timeline.render({
      plan,
      people: workspace.$people.get(),
      calendar: workspace.$me.get()!.workspace.calendar,
      weekStart: 1,
      ...{ scale: this.scale, side: this.side, folded: this.folded, readonly: this.readonly, pending: new Set<Id>() },
      nameOf: (id) => names.get(id) ?? '',
      ruleText: (rule) => ruleInWords(rule, (id) => names.get(id), this.localize),
      assigneeView: (action) => this.#thumbnail(action),
      onScale: (scale) => {
        this.scale = scale;
        this.requestUpdate();
      },
      onFold: (id) => {
        const folded = new Set(this.folded);
        if (!folded.delete(id)) folded.add(id);
        this.folded = folded;
        this.requestUpdate();
      },
      onOpen: (id) => void this.opened.push(id),
      onDates: (id, dates) => {
        this.dated.push([id, dates]);
        this.onDates(id, dates);
      },
      preview: (id, dates) => {
        const set = (date: string) => ({ rule: { type: 'fixed' as const, date } });
        const patch = {
          ...(dates.start !== undefined && { start: set(dates.start) }),
          ...(dates.due !== undefined && { due: set(dates.due) }),
        };
        return store.preview([{ type: 'update', actionId: id, patch }]);
      },
    });
  }

  #thumbnail(action: Action): TemplateResult {
    const id = holderOf(action, this.#plan!.$plan.get()!.room) ?? '';
    const name = this.#workspace?.$people.get().get(id)?.name ?? '';
    return avatar({ id, name }, name);
  }
}
customElements.define('timeline-host', TimelineHost);
