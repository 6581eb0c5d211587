// Adding an action by one line of typing. What is understood (a date, @somebody, #a relationship) becomes a chip that
// can be dismissed; text is never silently taken, and survives every failure.
import type { Day } from '@followthrough/core/domain';
import type { ActionDraft, Calendar, Id, Person } from '@followthrough/core/schema';
import { css, nothing, type TemplateResult } from 'lit';
import type { Pickers } from './pickers.ts';
import type { PartHost } from './popover.ts';

/** Where a new action can go. */
export interface QuickAddContext {
  value: { type: 'personal' } | { type: 'relationship'; relationshipId: Id; meetingId?: Id };
  label: string;
  description?: string | undefined;
  /** Whom an action there can be assigned to: the report first where the viewer is neither. */
  parties: readonly Person[];
  reportId?: Id | undefined;
  /** Today on its clock. */
  today: Day;
}

export interface QuickAddSpec {
  /** Never empty. */
  contexts: readonly QuickAddContext[];
  /** The one place that new actions go: no choice is shown. */
  fixedContext?: QuickAddContext | undefined;
  me: Id | null;
  weekStart?: number | undefined;
  calendar?: Calendar | undefined;
  /** Narrow hosts: the due, assignee and context buttons show once there is text. */
  compact?: boolean | undefined;
  /** Makes the action. Where it rejects, the text comes back with the problem shown. */
  onSubmit: (draft: Omit<ActionDraft, 'id'>, options: { openDetails: boolean }) => Promise<unknown>;
}

export class QuickAdd {
  readonly #host: PartHost;
  readonly #pickers: Pickers;

  constructor(host: PartHost, options: { pickers: Pickers }) {
    this.#host = host;
    this.#pickers = options.pickers;
  }

  /** Puts focus into the field. */
  focus(): void {
    this.#host.renderRoot.querySelector<HTMLInputElement>('.quick-add-field')?.focus();
  }

  render(spec: QuickAddSpec): TemplateResult | typeof nothing {
    void spec, this.#pickers;
    return nothing;
  }
}

export const quickAddStyles = css``;
