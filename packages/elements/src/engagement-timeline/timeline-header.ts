// The head of an engagement: what it is called, whose it is, when it is, how much of it is completed, how it stands and
// whether its coachees see it. What greets coach and coachees stands below.
import { html, nothing, type TemplateResult } from 'lit';
import { type Day, parseDay } from '@followthrough/core/domain';
import type { Id, Person } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { type DateWords, saidDay } from '../dates/date-label.ts';
import { calendarIcon, checkIcon, eyeIcon, moreIcon, pencilIcon, relationshipIcon } from '../icons/icons.ts';
import { chevronDownIcon, lockIcon } from '../icons/shown-icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { avatar } from '../parts/avatar.ts';
import { linkedText } from '../parts/linked-text.ts';
import { progressRing } from '../parts/progress-ring.ts';
import { segmentGroup } from '../parts/segment-group.ts';
import { reasonOf } from '../load-problem-text.ts';
import type { EngagementView } from './entries.ts';
import { isOffered } from './item-acts.ts';
import { listed } from './item-facts.ts';

export interface TimelineHeaderSpec {
  readonly shown: ShownEngagement;
  readonly people: ReadonlyMap<Id, Person>;
  readonly label: string;
  readonly level: number;
  readonly localize: DateWords;
  readonly readonly: boolean;
  readonly view: EngagementView;
  readonly onView: (view: EngagementView) => void;
  readonly onStatus: (anchor: HTMLElement) => void;
  readonly onShare: (anchor: HTMLElement) => void;
  readonly onMore: (anchor: HTMLElement) => void;
  /** A control was pressed that is withheld for now. */
  readonly onRefused: (reason: string) => void;
}

/** How many coachees have a thumbnail. */
const FACES = 4;

function on(run: (anchor: HTMLElement) => void) {
  return (event: Event) => run(event.currentTarget as HTMLElement);
}

export function timelineHeader(spec: TimelineHeaderSpec): TemplateResult {
  const { shown, label, level, localize, onMore } = spec;
  const words = engagementWords(localize.messages);
  const { done, total } = shown.progress;
  return html`<header class="top" part="header">
    <div class="top-line">
      <slot name="header"
        ><div class="heading" part="title" role="heading" aria-level=${level}><bdi>${label}</bdi></div></slot
      >
      <span class="top-end">
        ${statusButton(spec)} ${shareButton(spec)}
        <slot name="toolbar-end"></slot>
        <button
          type="button"
          class="icon-button"
          part="button"
          aria-haspopup="menu"
          aria-label=${words.moreOfEngagement}
          @click=${on(onMore)}
        >
          ${moreIcon()}
        </button>
      </span>
    </div>
    <div class="facts">
      ${peopleView(spec)}
      <span class="fact">${calendarIcon()}<span>${spanText(spec)}</span></span>
      ${
        total === 0
          ? nothing
          : html`<span class="fact" part="progress-text" title=${words.progressName(done, total)}>
              ${progressRing(done, total)}<span aria-hidden="true">${words.progress(done, total)}</span
              ><span class="visually-hidden">${words.progressName(done, total)}</span>
            </span>`
      }
      ${viewSwitch(spec)}
    </div>
  </header>`;
}

function viewSwitch({ localize, view, onView }: TimelineHeaderSpec): TemplateResult {
  const words = engagementWords(localize.messages);
  return segmentGroup<EngagementView>(
    { name: 'views', label: words.view, chosen: view === 'calendar-strip' ? view : 'list' },
    [
      { value: 'list', label: words.list },
      { value: 'calendar-strip', label: words.strip },
    ],
    onView,
  );
}

/** Coach and coachees: their thumbnails and names. */
function peopleView({ shown, people, localize }: TimelineHeaderSpec): TemplateResult {
  const words = engagementWords(localize.messages);
  const named = (id: Id) => {
    const person = people.get(id);
    return { id, name: person?.name ?? localize.messages.context.unknownPerson, avatarUrl: person?.avatarUrl ?? null };
  };
  const coach = named(shown.coachId);
  const coachees = shown.coacheeIds.map(named);
  return html`<span class="fact person">
      ${avatar(coach)}<span class="who"
        ><span class="muted">${words.coach}</span> <span dir="auto">${coach.name}</span></span
      >
    </span>
    <span class="fact person">
      <span class="faces">${coachees.slice(0, FACES).map((person) => avatar(person))}</span
      ><span class="who"
        ><span class="muted">${words.coachees(coachees.length)}</span>
        ${listed(shown.coacheeIds, { people, localize })}</span
      >
    </span>`;
}

function spanText({ shown, localize }: TimelineHeaderSpec): string {
  const words = engagementWords(localize.messages);
  const { startDate, endDate } = shown;
  const plain = (at: Day) => localize.dates.dayMonthYear(at);
  if (startDate !== null && endDate !== null) {
    const [from, to] = [parseDay(startDate), parseDay(endDate)];
    return words.dates(plain(from), plain(to));
  }
  const said = (date: string) => saidDay(parseDay(date), shown.today, localize);
  if (startDate !== null) return words.from(said(startDate));
  return endDate === null ? words.noDates : words.until(said(endDate));
}

function statusButton(spec: TimelineHeaderSpec): TemplateResult {
  const { shown, localize, readonly, onStatus } = spec;
  const words = engagementWords(localize.messages);
  const label = words.status[shown.status];
  const icon = shown.status === 'draft' ? pencilIcon() : checkIcon();
  if (readonly || shown.status !== 'draft' || shown.may.activate !== true)
    return html`<span class="badge ${shown.status}" part="badge status status-${shown.status}"
      >${icon}<span>${label}</span></span
    >`;
  return html`<button
    type="button"
    class="button status ${shown.status}"
    part="button status status-${shown.status}"
    aria-haspopup="menu"
    aria-label="${words.statusMenu}: ${label}"
    @click=${on(onStatus)}
  >
    ${icon}<span>${label}</span>${chevronDownIcon()}
  </button>`;
}

/** Whether coachees see it, and the way to change that. */
function shareButton(spec: TimelineHeaderSpec): TemplateResult | typeof nothing {
  const { shown, localize, readonly, onShare, onRefused } = spec;
  const words = engagementWords(localize.messages);
  const isShared = shown.sharedAt !== null;
  const { share } = shown.may;
  if (readonly || !isOffered(share)) {
    // Whoever sees a draft knows that nobody else does; whoever it is shared with knows that it is.
    if (shown.status === 'draft' || shown.role === 'coachee') return nothing;
    return html`<span class="badge" part="badge shared"
      >${isShared ? eyeIcon() : lockIcon()}<span>${isShared ? words.shared : words.notShared}</span></span
    >`;
  }
  const refused = reasonOf(share, localize.messages);
  return html`${isShared ? html`<span class="badge shared" part="badge shared">${eyeIcon()}<span>${words.shared}</span></span>` : nothing}<button
      type="button"
      class="button share ${isShared || refused !== null ? '' : 'primary'}"
      part="button"
      aria-haspopup=${refused === null ? 'dialog' : nothing}
      aria-disabled=${refused === null ? nothing : 'true'}
      aria-describedby=${refused === null ? nothing : 'draft-reason'}
      title=${refused ?? nothing}
      @click=${on((anchor) => (refused === null ? onShare(anchor) : onRefused(refused)))}
    >
      ${isShared ? nothing : relationshipIcon()}<span>${isShared ? words.unshare : words.share}</span>
    </button>`;
}

/** What greets coach and coachees; nothing where there is none, or it is not theirs to read yet. */
export function welcomeView({ welcome }: ShownEngagement, level: number): TemplateResult | typeof nothing {
  if (welcome === null) return nothing;
  return html`<section class="welcome" part="welcome">
    <div role="heading" aria-level=${Math.min(level + 1, 6)} class="welcome-title"><bdi>${welcome.title}</bdi></div>
    <p class="welcome-message"><bdi>${linkedText(welcome.message)}</bdi></p>
  </section>`;
}
