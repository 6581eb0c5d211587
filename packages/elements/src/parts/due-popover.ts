// Picking a due date: by typing it, by a named date, or on a month's calendar. Loaded when first opened.
import type { Day } from '@followthrough/core/domain';
import type { Calendar, CivilDate } from '@followthrough/core/schema';
import { css, type nothing, type TemplateResult } from 'lit';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

export interface DuePopoverSpec {
  /** The date there is. */
  date: CivilDate | null;
  /** Today on the clock of the container. */
  today: Day;
  /** The ISO weekday on which weeks begin; by the locale where absent. */
  weekStart?: number | undefined;
  /** Whether the action can do without a date: a relationship's cannot. */
  clearable: boolean;
  /** The workspace's calendar: its days off are muted. */
  calendar?: Calendar | undefined;
  onPick: (date: CivilDate | null) => void;
}

export class DuePopover {
  readonly #popover: Popover;

  constructor(host: PartHost, options: PartOptions) {
    this.#popover = new Popover(host, options, [duePopoverStyles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, spec: DuePopoverSpec): void {
    void anchor, spec;
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }
}

export const duePopoverStyles = css``;
