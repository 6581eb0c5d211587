// Everything about one action, to read and to change. Loaded when first opened.
import type { Day } from '@followthrough/core/domain';
import type { Action, ActionPatch, ActionState, Calendar, Explanation, Id, Person } from '@followthrough/core/schema';
import { css, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export interface DetailsDialogSpec {
  /** The action as it stands now; asked at every render, undefined once it is gone. */
  action: () => Action | undefined;
  me: Id | null;
  /** Everybody who may be named. */
  people: ReadonlyMap<Id, Person>;
  /** Whom it can be assigned to. */
  parties: readonly Person[];
  /** Its relationship's name, or "Personal". */
  contextName: string;
  today: Day;
  weekStart?: number | undefined;
  calendar?: Calendar | undefined;
  /** Writes the changed fields. Where it rejects, everything typed stays. */
  onSave: (patch: ActionPatch, base: Action) => Promise<unknown>;
  onState: (state: ActionState) => void;
  /** Deletes it, to be undone from the host's toast. */
  onDelete: () => void;
  explain: (id: Id) => Promise<Explanation>;
}

export class DetailsDialog implements ReactiveController {
  readonly #options: PartOptions;

  constructor(host: PartHost, options: PartOptions) {
    this.#options = options;
    host.addController(this);
  }

  get isOpen(): boolean {
    return false;
  }

  open(anchor: HTMLElement, spec: DetailsDialogSpec): void {
    void anchor, spec, this.#options;
  }

  close(options?: CloseOptions): void {
    void options;
  }

  hostUpdated(): void {
    // The dialog is shown once it is on the page.
  }

  render(): TemplateResult | typeof nothing {
    return nothing;
  }
}

export const detailsDialogStyles = css``;
