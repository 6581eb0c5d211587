// The chips of the quick add: where it goes, when it is due, whose it is. Each shows what is said and opens its picker;
// what was typed or picked can be taken back.
import { dueDateWords, partWords, quickAddWords } from '../localize/late-tools.ts';
import { assignedTo, parseDay } from '@followthrough/core/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { calendarIcon, closeIcon, relationshipIcon, userIcon } from '../icons/icons.ts';
import { avatar } from './avatar.ts';
import type { Pickers } from './pickers.ts';
import {
  assigneeOf,
  contextOf,
  keyOf,
  type QuickAddSpec,
  type ReadEntry,
  saidOf,
  standingOf,
} from './quick-add-entry.ts';
import type { Id } from '@followthrough/core/schema';
import type { Facet } from './quick-add-understanding.ts';

/** What the chips show and do. */
export interface ChipsSetting {
  spec: QuickAddSpec;
  read: ReadEntry;
  localize: DateWords;
  pickers: Pickers;
  /** The chip that Backspace has pointed at. */
  pointed: Facet | null;
  /** Whether the due date is missing and was asked for. */
  dueMissing: boolean;
  /** Sets a facet by hand, or unsets it; `reset` names those that no longer fit. */
  pick: (facet: Facet, value: string | undefined, reset?: readonly Facet[]) => void;
  /** Takes a facet back: its phrase stays text, or what was picked is unset. */
  takeBack: (facet: Facet, phrase: string | undefined) => void;
  /** Turns to the other of two parties, from now on. */
  turn: (assignee: Id) => void;
}

/** The chips that the entry has. */
export function quickAddChips(setting: ChipsSetting): TemplateResult {
  const personal = contextOf(setting.spec, setting.read).value.type === 'personal';
  return html`<div class="quick-add-chips">
    ${setting.spec.fixedContext ? nothing : contextChip(setting)} ${dueChip(setting)}
    ${personal ? nothing : assigneeChip(setting)}
  </div>`;
}

function contextChip(setting: ChipsSetting): TemplateResult {
  const { spec, read, localize, pickers, pick } = setting;
  const quickAdd = quickAddWords(localize.messages);
  const context = contextOf(spec, read);
  return chip(setting, {
    facet: 'context',
    icon: context.value.type === 'personal' ? userIcon() : relationshipIcon(),
    text: context.label,
    name: quickAdd.whereIs(context.label),
    open: (anchor) =>
      pickers.choice(anchor, {
        label: quickAdd.where,
        choices: spec.contexts.map((one) => ({ value: keyOf(one), label: one.label, description: one.description })),
        selected: keyOf(context),
        // Whom it can be for depends on where it goes.
        onPick: (key) => pick('context', key, ['assignee']),
      }),
  });
}

function dueChip(setting: ChipsSetting): TemplateResult {
  const { spec, read, localize, pickers, pick } = setting;
  const quickAdd = quickAddWords(localize.messages);
  const dueDate = dueDateWords(localize.messages);
  const { today } = contextOf(spec, read);
  const date = saidOf('due', read) ?? null;
  const day = date === null ? null : parseDay(date);
  return chip(setting, {
    facet: 'due',
    icon: calendarIcon(),
    text: day === null ? dueDate.label : dayText(day, today, localize),
    name: day === null ? dueDate.label : quickAdd.dateChip(localize.dates.full(day)),
    empty: day === null,
    open: (anchor) =>
      pickers.due(anchor, {
        date,
        today,
        weekStart: spec.weekStart,
        calendar: spec.calendar,
        clearable: false,
        onPick: (picked) => pick('due', picked ?? undefined),
      }),
  });
}

function assigneeChip(setting: ChipsSetting): TemplateResult {
  const { spec, read, localize, pickers, pick, turn } = setting;
  const part = partWords(localize.messages);
  const quickAdd = quickAddWords(localize.messages);
  const person = assigneeOf(spec, read);
  const shown = {
    facet: 'assignee' as const,
    icon: person ? avatar(person) : userIcon(),
    text: person?.name ?? part.assignee,
    name: person ? quickAdd.assigneeIs(person.name) : part.assignee,
    empty: !person,
  };
  const { parties } = contextOf(spec, read);
  const other = parties.find(({ id }) => id !== person?.id);
  if (spec.onTurn && parties.length === 2 && person && other) {
    const name = quickAdd.turnTo(shown.name, other.name);
    return chip(setting, { ...shown, name, turns: true, open: () => turn(other.id) });
  }
  return chip(setting, {
    ...shown,
    open: (anchor) =>
      pickers.assignee(anchor, {
        options: contextOf(spec, read).parties.map((party) => ({ person: party })),
        selected: person ? assignedTo(person.id) : null,
        me: spec.me,
        allowNone: false,
        onPick: (assignee) => pick('assignee', assignee?.type === 'person' ? assignee.personId : undefined),
      }),
  });
}

interface Chip {
  facet: Facet;
  icon: TemplateResult;
  text: string;
  /** What it says in full. */
  name: string;
  empty?: boolean;
  /** Whether a press changes it at once and opens nothing. */
  turns?: boolean;
  open: (anchor: HTMLElement) => unknown;
}

/** A button that shows and opens a facet, and where it was typed or picked a way to take that back. */
function chip(
  setting: ChipsSetting,
  { facet, icon, text, name, empty = false, turns = false, open }: Chip,
): TemplateResult {
  const { read, localize, pointed, dueMissing, takeBack } = setting;
  const quickAdd = quickAddWords(localize.messages);
  const phrase = read.understood[facet]?.phrase;
  const stands = !turns && standingOf(facet, read) !== undefined;
  const picked = facet !== 'context' && (read.entry.picked[facet] !== undefined || stands);
  const faulty = facet === 'due' && dueMissing;
  const look = [
    phrase !== undefined && 'understood',
    pointed === facet && 'pointed',
    empty && 'empty',
    faulty && 'faulty',
  ].filter(Boolean);
  return html`<span class="quick-add-chip ${look.join(' ')}" part="chip">
    <button
      type="button"
      class="quick-add-value"
      data-facet=${facet}
      aria-haspopup=${turns ? nothing : 'dialog'}
      aria-expanded=${turns ? nothing : 'false'}
      aria-describedby=${faulty ? 'quick-add-problem' : nothing}
      @click=${(event: Event) => void open(event.currentTarget as HTMLElement)}
    >
      <span class="visually-hidden">${phrase === undefined ? name : quickAdd.from(name, phrase)}</span>
      ${icon}<span class="ellipsis" aria-hidden="true">${text}</span>
    </button>
    ${
      phrase !== undefined || picked
        ? html`<button
            type="button"
            class="quick-add-remove"
            part="chip-remove"
            aria-label=${phrase === undefined ? quickAdd.unset(name) : quickAdd.keepAsText(phrase)}
            @click=${() => takeBack(facet, phrase)}
          >
            ${closeIcon()}
          </button>`
        : nothing
    }
  </span>`;
}
