// The widget's rows: the open actions, each told by what the workspace knows of people, places and pending changes.
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Action } from '@followthrough/core/schema';
import { dueLabel } from '../dates/date-label.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { directoryOf, placeName } from '../place-name.ts';
import { StoreController } from '../store-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';
import type { WidgetInteraction } from './interaction.ts';
import type { OpenActions } from './open-actions.ts';
import { widgetRow } from './row.ts';

/** The element, as far as it says how much is shown. */
type RowsHost = LitElement & { readonly limit: number; readonly readonly: boolean };

interface RowsSetting {
  readonly workspace: WorkspaceController;
  readonly localize: LocalizeController;
  readonly open: OpenActions;
  readonly interaction: WidgetInteraction;
}

export class WidgetRows {
  readonly #host: RowsHost;
  readonly #setting: RowsSetting;
  readonly #pending;

  constructor(host: RowsHost, setting: RowsSetting) {
    const { workspace } = setting;
    this.#host = host;
    this.#setting = setting;
    this.#pending = new StoreController(host, () => workspace.store?.actions.$pending);
    new StoreController(host, () => workspace.store?.$people);
    new StoreController(host, () => workspace.store?.$relationships);
    new StoreController(host, () => workspace.store?.$rooms);
    new StoreController(host, () => workspace.store?.$engagements);
  }

  /** How many actions have a change on its way. */
  get pending(): number {
    return this.#pending.value?.size ?? 0;
  }

  render(): TemplateResult {
    return html`<div class="list" part="list" role="list">
      ${repeat(
        this.#setting.open.rows.slice(0, this.#host.limit),
        (action) => action.id,
        (action) => this.#row(action),
      )}
    </div>`;
  }

  #row(action: Action) {
    const { workspace, localize, open, interaction } = this.#setting;
    const { store } = workspace;
    if (!store) return nothing;
    const { messages, dates } = localize;
    return widgetRow({
      action,
      messages,
      due: dueLabel(action, store.actions.todayOf(action), { messages, dates }),
      place: placeName(action, directoryOf(store), messages),
      pending: this.#pending.value?.has(action.id) ?? false,
      leaving: open.isLeaving(action),
      readonly: this.#host.readonly,
      href: interaction.hrefOf(action),
      onToggle: interaction.toggle,
      onOpen: interaction.open,
      onReschedule: interaction.reschedule,
    });
  }
}
