// One action open in the details: what has been changed of it, and saving that. What was typed outlives a failed save, a
// conflict, and the action itself.
import type { BackendError } from '@followthrough/core/backend';
import type { Action, ActionPatch } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { problemText } from '../problem-text.ts';
import { detailsWords } from '../localize/late-details.ts';
import {
  conflictsOf,
  type DetailsChanges,
  type DetailsField,
  faultOf,
  isClean,
  keepMine,
  takeTheirs,
  toSave,
  unchanged,
  withChanges,
  written,
} from './details-changes.ts';
import type { DetailsDialogSpec } from './details-fields.ts';
import { TEXT_LIMITS } from './text-limits.ts';

export class DetailsSession {
  readonly spec: DetailsDialogSpec;
  /** What opened it. */
  readonly anchor: HTMLElement;
  /** The action as it was seen last: it may be gone by now. */
  action: Action;
  /** Whether the dialog is on the page. */
  shown = false;
  /** Whether the description is being written. */
  writing = false;
  /** Whether "Discard your changes?" is asked. */
  asking = false;
  saving = false;
  fault: { about: 'title' | 'description' | 'save'; text: string } | null = null;
  readonly #localize: DateWords;
  #changes: DetailsChanges;

  constructor(anchor: HTMLElement, spec: DetailsDialogSpec, action: Action, localize: DateWords) {
    this.anchor = anchor;
    this.spec = spec;
    this.action = action;
    this.#localize = localize;
    this.#changes = unchanged(action);
  }

  /** Whether nothing would be lost. */
  get isClean(): boolean {
    return isClean(this.#changes, this.action);
  }

  /** The action with the changes over it. */
  get edited(): Action {
    return withChanges(this.#changes, this.action, this.spec.today);
  }

  /** The fields in conflict; none while a save is on its way, for the page shows its result already. */
  get conflicts(): readonly DetailsField[] {
    return this.saving ? [] : conflictsOf(this.#changes, this.action);
  }

  /** Looks at the action as it stands now. Gives whether it is still there. */
  look(): boolean {
    const current = this.spec.action();
    this.action = current ?? this.action;
    return current !== undefined;
  }

  write(patch: ActionPatch): void {
    this.#changes = written(this.#changes, this.action, patch);
    this.fault = null;
  }

  resolve(field: DetailsField, how: 'mine' | 'theirs'): void {
    this.#changes = (how === 'mine' ? keepMine : takeTheirs)(this.#changes, this.action, field);
  }

  /**
   * Saves what was changed.
   * @returns whether there is nothing left to save; else `fault` or the conflicts say why
   */
  async save(): Promise<boolean> {
    if (this.saving || !this.look()) return false;
    const patch = toSave(this.#changes, this.action);
    this.fault = this.#faultOf(patch);
    if (this.fault || this.conflicts.length > 0) return false;
    if (this.isClean) return true;
    this.saving = true;
    const failure = await this.#send(patch);
    this.saving = false;
    if (failure !== null) this.fault = { about: 'save', text: failure };
    return failure === null;
  }

  /** Why it could not be saved; null where it was. */
  async #send(patch: ActionPatch): Promise<string | null> {
    const { messages } = this.#localize;
    try {
      const saved = await this.spec.onSave(patch, this.#changes.base);
      return saved === null ? detailsWords(messages).notSaved : null;
    } catch (error) {
      return `${problemText(error as BackendError, messages)} ${detailsWords(messages).notSaved}`;
    }
  }

  #faultOf(patch: ActionPatch): DetailsSession['fault'] {
    const details = detailsWords(this.#localize.messages);
    const fault = faultOf(patch);
    if (fault === null) return null;
    return { about: fault.about, text: fault.empty ? details.titleEmpty : details.tooLong(TEXT_LIMITS[fault.about]) };
  }
}
