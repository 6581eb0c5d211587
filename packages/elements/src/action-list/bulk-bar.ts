// What can be done with all selected rows at once. The bar comes without taking the focus (Ctrl+. goes to it) and stays
// to say what became of each: done, unchanged, or refused with the reason, and tries again what failed by accident.
import { bulkWords } from '../localize/late-tools.ts';
import type { Action, BulkOutcome, Id } from '@followthrough/core/schema';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { BulkCommand } from '../action-commands.ts';
import { calendarIcon, checkIcon, closeIcon, trashIcon, userIcon } from '../icons/icons.ts';
import { refusalWords } from '../localize/late-refusal.ts';
import type { Messages } from '../localize/messages.ts';
import { statusIcon } from '../parts/status-icon.ts';
import { dependentsText, refusalText } from '../problem-text.ts';
import type { Scope } from './scope.ts';

/** What the bar needs of the list. */
export interface BulkSpec {
  readonly messages: Messages;
  /** The states that they can be given. */
  readonly states: readonly BulkState[];
  readonly selection: ReadonlySet<Id>;
  readonly actionOf: (id: Id) => Action | undefined;
  /** What is called whose dates rest on it, as far as that is known here. */
  readonly titlesRestingOn: (id: Id) => readonly string[];
  /** Does it, and resolves with what became of each; null where nothing was done. */
  readonly apply: (ids: readonly Id[], command: BulkCommand) => Promise<readonly BulkOutcome[] | null>;
  readonly pickAssignee: (anchor: HTMLElement, ids: readonly Id[]) => void;
  readonly pickDue: (anchor: HTMLElement, ids: readonly Id[]) => void;
  readonly select: (ids: readonly Id[]) => void;
  readonly clear: () => void;
}

interface Report {
  readonly command: BulkCommand;
  readonly results: readonly BulkOutcome[];
  readonly titles: ReadonlyMap<Id, string>;
}

/** A state that several actions can be given at once. */
type BulkState = 'done' | 'notDone' | 'inProgress' | 'todo';

const STATES = {
  done: { word: 'complete', icon: checkIcon },
  notDone: { word: 'notDone', icon: closeIcon },
  inProgress: { word: 'inProgress', icon: () => statusIcon('inProgress') },
  todo: { word: 'todo', icon: () => statusIcon('todo') },
} as const satisfies Record<BulkState, unknown>;

/** Those that a list's actions can be given: a room's have states of their own. */
export function bulkStates({ room, rooms }: Scope): readonly BulkState[] {
  return rooms || room !== undefined ? ['done', 'inProgress', 'todo'] : ['done', 'notDone'];
}

/** Reasons that lie in the moment and not in a rule: trying again may help. */
const PASSING: readonly string[] = [
  'network',
  'unavailable',
  'internal',
  'rate-limited',
  'version-conflict',
  'unreadable',
];

export class BulkBar {
  readonly #host: LitElement;
  #report: Report | null = null;
  #spec: BulkSpec | null = null;
  #at = 0;
  /** What has the focus in place of the bar, which went with its last row. */
  #heir: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Puts the focus on the bar; gives whether it is there. */
  focus(): boolean {
    const button = this.#buttons()[this.#at] ?? this.#buttons()[0];
    button?.focus();
    return button !== undefined;
  }

  /** Does one operation on what is selected, and keeps the outcome to show. */
  async run(ids: readonly Id[], command: BulkCommand): Promise<void> {
    const spec = this.#spec;
    if (!spec || ids.length === 0) return;
    const titles = new Map(ids.map((id) => [id, spec.actionOf(id)?.title ?? '']));
    const results = await spec.apply(ids, command);
    if (!results) return;
    const refused = results.filter(({ outcome }) => outcome === 'refused').map(({ id }) => id);
    // Whoever is still where the bar left them, or in it, is told in it what was refused.
    const isHere = this.#holdsFocus || (this.#heir !== null && this.#heir === this.#active);
    this.#heir = null;
    this.#report = refused.length === 0 ? null : { command, results, titles };
    spec.select(refused);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (isHere && !this.#holdsFocus) this.focus();
  }

  /** What has the focus in the list. */
  get #active(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }

  get #holdsFocus(): boolean {
    return this.#active?.closest('.bulk') != null;
  }

  render(spec: BulkSpec): TemplateResult | typeof nothing {
    this.#spec = spec;
    const { messages, selection } = spec;
    if (selection.size === 0) {
      this.#report = null;
      if (this.#holdsFocus) void this.#host.updateComplete.then(() => (this.#heir = this.#active));
      return nothing;
    }
    const ids = () => [...selection];
    const first = spec.states.length;
    const bulk = bulkWords(messages);
    const item = (
      at: number,
      name: string,
      icon: TemplateResult,
      run: (anchor: HTMLElement) => void,
      popup?: 'dialog',
    ) =>
      html`<button
        type="button"
        class="bulk-button"
        part="bulk-button"
        tabindex=${at === this.#at ? '0' : '-1'}
        aria-haspopup=${popup ?? nothing}
        title=${name}
        @focus=${() => (this.#at = at)}
        @click=${(event: Event) => run(event.currentTarget as HTMLElement)}
      >
        ${icon}<span class="bulk-word">${name}</span>
      </button>`;
    return html`<div class="bulk" part="bulk-bar">
      ${this.#outcome(spec)}
      <div class="bulk-row" role="toolbar" aria-label=${bulk.label} @keydown=${this.#onKey}>
        <span class="bulk-count">${bulk.selected(selection.size)}</span>
        ${spec.states.map((state, at) => {
          const { word, icon } = STATES[state];
          return item(at, bulk[word], icon(), () => void this.run(ids(), { operation: 'setState', state }));
        })}
        ${item(first, bulk.assign, userIcon(), (anchor) => spec.pickAssignee(anchor, ids()), 'dialog')}
        ${item(first + 1, bulk.reschedule, calendarIcon(), (anchor) => spec.pickDue(anchor, ids()), 'dialog')}
        ${item(first + 2, bulk.delete, trashIcon(), () => void this.run(ids(), { operation: 'delete' }))}
        <span class="bulk-gap"></span>
        <button
          type="button"
          class="bulk-button clear"
          tabindex=${this.#at === first + 3 ? '0' : '-1'}
          aria-label=${bulk.clear}
          title=${bulk.clear}
          @focus=${() => (this.#at = first + 3)}
          @click=${spec.clear}
        >
          ${closeIcon()}
        </button>
      </div>
    </div>`;
  }

  #outcome(spec: BulkSpec): TemplateResult | typeof nothing {
    const report = this.#report;
    if (!report) return nothing;
    const { messages } = spec;
    const bulk = bulkWords(messages);
    const of = (outcome: BulkOutcome['outcome']) => report.results.filter((result) => result.outcome === outcome);
    const refused = of('refused');
    const again = refused.filter(({ reason }) => reason !== undefined && PASSING.includes(reason)).map(({ id }) => id);
    const counts = [
      of('done').length > 0 && bulk.done(of('done').length),
      of('skipped').length > 0 && bulk.skipped(of('skipped').length),
      bulk.refused(refused.length),
    ].filter(Boolean);
    return html`<div class="outcome" part="bulk-outcome" role="status">
      <p>${counts.join(' · ')}</p>
      <ul>
        ${refused.map((one) => html`<li><span class="outcome-title" dir="auto">${report.titles.get(one.id)}</span> <span class="muted">${whyRefused(one, report.command, spec)}</span></li>`)}
      </ul>
      ${
        again.length === 0
          ? nothing
          : html`<button
              type="button"
              class="button"
              part="button"
              @click=${() => void this.run(again, report.command)}
            >
              ${bulk.retry(again.length)}
            </button>`
      }
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const forward = (event.currentTarget as Element).matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const to = { [forward]: this.#at + 1, [back]: this.#at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
    this.#host.requestUpdate();
  };

  #buttons(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.bulk-row button')];
  }
}

/** How many are selected, for whoever does not see the bar: where it comes, with how to get to it. */
export function selectionText(count: number, before: number, messages: Messages): string {
  const bulk = bulkWords(messages);
  if (count === 0) return bulk.noneSelected;
  return before === 0 ? `${bulk.selected(count)}. ${bulk.hint}` : bulk.selected(count);
}

/** The titles of those whose dates rest on an action. */
export function titlesRestingOn(id: Id, among: Iterable<Action>): readonly string[] {
  const rests = (action: Action) =>
    [action.start, action.due].some(
      (date) => date?.rule.type === 'relative' && 'actionId' in date.rule.anchor && date.rule.anchor.actionId === id,
    );
  return Array.from(among)
    .filter((action) => action.id !== id && rests(action))
    .map(({ title }) => title);
}

/** Why one was refused; of one that others rest on, whose dates those are, and what else can be done. */
function whyRefused({ id, reason }: BulkOutcome, { operation }: BulkCommand, spec: BulkSpec): string {
  const { messages } = spec;
  if (reason === 'has-dependents') {
    return `${dependentsText(spec.titlesRestingOn(id), messages)} ${refusalWords(messages).alone}`;
  }
  const field = operation === 'assign' ? 'assignee' : operation === 'reschedule' ? 'due' : null;
  return refusalText(reason, field, messages);
}
