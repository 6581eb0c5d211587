// The head of a plan: what it is called, how much is done, when it comes to its end and whether that is in time, whose turn
// it is, and the ways to look at it.
import { html, nothing, type TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { Person, Room } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { alertIcon, calendarClockIcon, checkIcon, moreIcon, relationshipIcon } from '../icons/icons.ts';
import { planWords } from '../localize/late-plan.ts';
import { avatar } from '../parts/avatar.ts';
import { progressRing } from '../parts/progress-ring.ts';
import { segmentGroup } from '../parts/segment-group.ts';
import type { ShownSide } from './plan-rows.ts';

export interface PlanHeaderSpec {
  readonly plan: ShownPlan;
  readonly label: string;
  readonly level: number;
  readonly words: DateWords;
  /** How many days each side holds, in words; null where none are held. */
  readonly held: string | null;
  readonly guests: readonly Person[];
  readonly side: ShownSide;
  /** Whether its reader is of the customer: "us" is the other side for them. */
  readonly isGuest: boolean;
  readonly view: 'list' | 'timeline';
  readonly maySharing: boolean;
  readonly onSide: (side: ShownSide) => void;
  readonly onView: (view: 'list' | 'timeline') => void;
  readonly onFinish: (anchor: HTMLElement) => void;
  readonly onShare: (anchor: HTMLElement) => void;
  readonly onMore: (anchor: HTMLElement) => void;
}

/** How many guests' thumbnails are shown. */
const FACES = 4;

export function planHeader(spec: PlanHeaderSpec): TemplateResult {
  const { plan, words, label, level } = spec;
  const plans = planWords(words.messages);
  const { done, total } = plan.progress;
  return html`<header class="top" part="header">
    <div class="top-line">
      <slot name="plan-header"
        ><div class="heading ellipsis" part="title" role="heading" aria-level=${level} title=${label}>
          ${label}
        </div></slot
      >
      <span class="top-end">
        ${spec.maySharing ? shareButton(spec) : nothing}
        <button
          type="button"
          class="icon-button"
          part="button"
          aria-haspopup="menu"
          aria-label=${plans.more}
          @click=${on(spec.onMore)}
        >
          ${moreIcon()}
        </button>
      </span>
    </div>
    <div class="facts">
      <span class="fact" title=${plans.progressName(done, total)}>
        ${progressRing(done, total)}<span aria-hidden="true">${plans.progress(done, total)}</span
        ><span class="visually-hidden">${plans.progressName(done, total)}</span>
      </span>
      ${finishButton(spec)}
    </div>
    <div class="toolbar" part="toolbar">
      ${sides(spec)}
      <slot name="toolbar-start"></slot>
      <span class="toolbar-end">
        <slot name="toolbar-end"></slot>
        ${views(spec)}
      </span>
    </div>
  </header>`;
}

/** Calls back with what was pressed. */
function on(run: (anchor: HTMLElement) => void) {
  return (event: Event) => run(event.currentTarget as HTMLElement);
}

function shareButton({ words, guests, onShare }: PlanHeaderSpec): TemplateResult {
  const plans = planWords(words.messages);
  return html`<button type="button" class="button share" part="button" aria-haspopup="dialog" @click=${on(onShare)}>
    ${
      guests.length === 0
        ? relationshipIcon()
        : html`<span class="faces">${guests.slice(0, FACES).map((person) => avatar(person))}</span>`
    }
    <span>${plans.share}</span>
    ${guests.length > FACES ? html`<span class="meta">+${guests.length - FACES}</span>` : nothing}
  </button>`;
}

const FINISH_ICONS = { onTrack: checkIcon, atRisk: alertIcon, late: alertIcon, none: calendarClockIcon } as const;

/** When the plan comes to its end, and how that stands to the target date. */
function finishButton(spec: PlanHeaderSpec): TemplateResult {
  const { plan, words, held, onFinish } = spec;
  const plans = planWords(words.messages);
  const { finish, progress } = plan;
  // In time for what? Where nothing has a date there is nothing to say of it.
  const state = finish.date === null ? 'none' : finish.state;
  const isOver = progress.total > 0 && progress.done === progress.total;
  const day = (date: string): string => dayText(parseDay(date), plan.today, words);
  const when = finish.date === null ? plans.noFinish : (isOver ? plans.finished : plans.finishes)(day(finish.date));
  return html`<button
      type="button"
      class="finish ${state}"
      part="finish finish-${state}"
      aria-haspopup="dialog"
      @click=${on(onFinish)}
    >
      <span class="finish-state"
        >${FINISH_ICONS[state]()}<span>${state === 'none' ? when : plans.finish[state]}</span></span
      >
      ${state === 'none' ? nothing : html`<span class="finish-when">${when}</span>`}${
        finish.target === null
          ? nothing
          : html`<span class="finish-when target">${plans.target(day(finish.target))}</span>`
      }
    </button>
    ${held === null ? nothing : html`<span class="fact muted held">${held}</span>`}`;
}

function sides({ plan, words, side, isGuest, onSide }: PlanHeaderSpec): TemplateResult {
  const plans = planWords(words.messages);
  const { us, them } = plan.sides;
  return segmentGroup<ShownSide>(
    { label: plans.sides, chosen: side },
    [
      { value: 'all', label: plans.everyone },
      { value: 'us', label: isGuest ? plans.usGuest : plans.us, count: us },
      { value: 'them', label: isGuest ? plans.themGuest : plans.them, count: them },
    ],
    onSide,
  );
}

function views({ words, view, onView }: PlanHeaderSpec): TemplateResult {
  const plans = planWords(words.messages);
  return segmentGroup(
    { name: 'views', label: plans.view, chosen: view },
    (['list', 'timeline'] as const).map((value) => ({ value, label: plans[value] })),
    onView,
  );
}

/** Which guests' thumbnails are shown: those who are known. */
export function guestsOf({ guests }: Pick<Room, 'guests'>, people: ReadonlyMap<string, Person>): readonly Person[] {
  return guests.flatMap(({ personId }) => people.get(personId) ?? []);
}
