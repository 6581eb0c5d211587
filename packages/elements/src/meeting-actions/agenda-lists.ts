// The three lists of an agenda, each under its own name: what was carried, what is new, and – folded until somebody looks –
// what was done since the last meeting.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Action, Agenda, CarriedAction, Carrying } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { chevronRightIcon } from '../icons/icons.ts';
import { meetingWords } from '../localize/late-meeting.ts';
import type { AgendaReading } from './agenda-reading.ts';

export interface ListsSpec {
  readonly reading: AgendaReading;
  readonly words: DateWords;
  /** The level of the lists' headings. */
  readonly level: number;
  readonly unfolded: boolean;
  readonly onFold: () => void;
  readonly row: (action: Action, carried: Carrying | null) => TemplateResult;
  /** Stands below the new ones: the line that adds. */
  readonly entry: TemplateResult | typeof nothing;
}

/** All three. */
export function agendaLists(spec: ListsSpec): TemplateResult {
  const { agenda } = spec.reading;
  const words = meetingWords(spec.words.messages);
  const first = agenda.previous === null;
  const plain = (action: Action) => spec.row(action, null);
  const carried = (action: Action) => spec.row(action, (action as CarriedAction).carried);
  return html`${list(spec, 'carried', first ? words.carriedFirst : words.carried, carried, words.nothingCarried)}
  ${list(spec, 'added', words.added, plain, agenda.past ? words.nothingAddedThen : words.nothingAdded)} ${spec.entry}
  ${agenda.completed.length === 0 ? nothing : folded(spec, first ? words.completedFirst : words.completed, plain)}`;
}

type Named = keyof Pick<Agenda, 'carried' | 'added' | 'completed'>;

function list(
  { reading: { agenda }, level, words }: ListsSpec,
  name: Named,
  heading: string,
  row: (action: Action) => TemplateResult,
  empty: string,
): TemplateResult {
  const rows = agenda[name];
  return html`<div class="list-of of-${name}" part="group">
    <div class="list-head">
      <div class="list-name" id="list-${name}" role="heading" aria-level=${level} part="group-heading">${heading}</div>
      ${count(rows.length, words)}
    </div>
    ${
      rows.length === 0
        ? html`<p class="quiet-line" part="empty">${empty}</p>`
        : html`<div class="rows" role="list" part="list" aria-labelledby="list-${name}">
            ${repeat(rows, ({ id }) => id, row)}
          </div>`
    }
  </div>`;
}

function folded(
  { reading: { agenda }, level, words, unfolded, onFold }: ListsSpec,
  heading: string,
  row: (action: Action) => TemplateResult,
): TemplateResult {
  const rows = agenda.completed;
  return html`<div class="list-of completed" part="group">
    <div class="list-head">
      <div role="heading" aria-level=${level} part="group-heading">
        <button
          type="button"
          class="fold list-name"
          id="list-completed"
          aria-expanded=${unfolded}
          aria-controls="rows-completed"
          @click=${onFold}
        >
          ${chevronRightIcon()}<span>${heading}</span>
        </button>
      </div>
      ${count(rows.length, words)}
    </div>
    <div class="rows" id="rows-completed" role="list" part="list" aria-labelledby="list-completed" ?hidden=${!unfolded}>
      ${unfolded ? repeat(rows, ({ id }) => id, row) : nothing}
    </div>
  </div>`;
}

function count(rows: number, { messages }: DateWords): TemplateResult | typeof nothing {
  if (rows === 0) return nothing;
  return html`<span class="count" part="count"
    ><span aria-hidden="true">${rows}</span
    ><span class="visually-hidden">${meetingWords(messages).count(rows)}</span></span
  >`;
}
