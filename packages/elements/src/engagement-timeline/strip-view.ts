// The items on a strip of weeks, what has no day beside it: lists of the same items as the list shows, with all that can be done
// with them. Each week has its seven days over it; today is marked. Loaded when first shown.
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Day, formatDay } from '@followthrough/core/domain';
import { writtenDay } from '../dates/written-day.ts';
import { chevronRightIcon } from '../icons/icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { undatedGroup } from './entries.ts';
import { itemView } from './item-view.ts';
import type { Strip, StripDay, StripGap, StripWeek } from './strip-weeks.ts';
import { type ListSetting, timelineList } from './timeline-list.ts';

/** Which way the strip can be scrolled. */
export interface StripEdges {
  readonly before: boolean;
  readonly after: boolean;
}

export interface StripSetting extends ListSetting {
  readonly edges: StripEdges;
  readonly onScroll: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly earlier: () => void;
  readonly toToday: () => void;
  readonly later: () => void;
}

export function stripView({ columns, undated }: Strip, setting: StripSetting): TemplateResult {
  const words = engagementWords(setting.localize.messages);
  const { shown, edges, onScroll, onKey } = setting;
  return html`<div class="strip-frame ${undated.length === 0 ? 'whole' : ''}" @keydown=${onKey}>
    <div class="strip-side">
      ${edges.before || edges.after ? stripBar(setting) : nothing}
      <div
        class="strip"
        part="strip"
        role="group"
        tabindex=${edges.before || edges.after ? '0' : nothing}
        aria-label=${words.weeks(shown.title)}
        @scroll=${onScroll}
      >
        <ol class="weeks">
          ${repeat(
            columns,
            ({ first }) => first,
            (column) => (column.type === 'gap' ? gapView(column, setting) : weekView(column, setting)),
          )}
        </ol>
      </div>
    </div>
    ${undated.length === 0 ? nothing : html`<div class="strip-tray" part="tray">${timelineList([undatedGroup(undated)], setting)}</div>`}
  </div>`;
}

function stripBar({ localize, edges, earlier, toToday, later }: StripSetting): TemplateResult {
  const words = engagementWords(localize.messages);
  const step = (name: string, label: string, may: boolean, run: () => void) =>
    html`<button
      type="button"
      class="icon-button ${name}"
      part="button"
      aria-label=${label}
      aria-disabled=${may ? nothing : 'true'}
      @click=${run}
    >
      ${chevronRightIcon()}
    </button>`;
  return html`<div class="strip-bar">
    ${step('earlier', words.earlier, edges.before, earlier)}
    <button type="button" class="button quiet" part="button" @click=${toToday}>${words.toToday}</button>
    ${step('later', words.later, edges.after, later)}
  </div>`;
}

function gapView({ weeks }: StripGap, { localize }: StripSetting): TemplateResult {
  return html`<li class="week gap">
    <p class="gap-text">${engagementWords(localize.messages).emptyWeeks(weeks)}</p>
  </li>`;
}

function weekView({ first, days }: StripWeek, setting: StripSetting): TemplateResult {
  const { shown, localize, headingLevel } = setting;
  const isNow = shown.today >= first && shown.today < first + 7;
  return html`<li class=${classMap({ week: true, now: isNow, empty: days.length === 0 })} part="week">
    <div class="week-heading" role="heading" aria-level=${Math.min(headingLevel + 1, 6)}>
      <span>${weekName(first, shown.today, localize.dates)}</span>
    </div>
    ${sevenDays(first, days, setting)}
    ${repeat(
      days,
      ({ day }) => day,
      (day) => dayView(day, setting),
    )}
  </li>`;
}

/** The days of a week, for the eye: what is on them is said below. */
function sevenDays(first: Day, days: readonly StripDay[], { shown, localize }: StripSetting): TemplateResult {
  const week = Array.from({ length: 7 }, (_, at) => first + at);
  return html`<div class="days" aria-hidden="true">
    ${week.map((day) => {
      const has = days.some((one) => one.day === day && one.items.length > 0);
      return html`<span class=${classMap({ date: true, now: day === shown.today, past: day < shown.today, has })}
        ><span class="letter">${writtenDay(localize.dates, { weekday: 'narrow' }, day)}</span
        ><span class="number">${writtenDay(localize.dates, { day: 'numeric' }, day)}</span></span
      >`;
    })}
  </div>`;
}

function dayView({ day, items }: StripDay, setting: StripSetting): TemplateResult {
  const { shown, localize, headingLevel } = setting;
  const { dates, messages } = localize;
  const isNow = day === shown.today;
  const short = writtenDay(dates, { weekday: 'short', day: 'numeric' }, day);
  return html`<div class="day">
    <p
      class="day-name ${isNow ? 'now' : ''}"
      part=${isNow ? 'today' : nothing}
      aria-current=${isNow ? 'date' : nothing}
    >
      <time datetime=${formatDay(day)} title=${dates.full(day)}
        >${isNow ? engagementWords(messages).today(short) : short}</time
      >
    </p>
    ${
      items.length === 0
        ? nothing
        : html`<ol class="items" aria-label=${dates.full(day)}>
            ${repeat(
              items,
              ({ id }) => id,
              (item) => itemView(item, { ...setting, level: headingLevel + 2 }),
            )}
          </ol>`
    }
  </div>`;
}

/** @example weekName(first, today, dates) // '11–17 May' */
function weekName(first: Day, today: Day, dates: StripSetting['localize']['dates']): string {
  const last = first + 6;
  const year = (day: Day) => new Date(day * DAY).getUTCFullYear();
  const isNear = year(first) === year(today) && year(last) === year(today);
  const format = new Intl.DateTimeFormat(dates.locale, {
    ...{ day: 'numeric', month: 'short', timeZone: 'UTC', calendar: 'gregory' },
    ...(isNear ? {} : { year: 'numeric' }),
  });
  return dates.isolated(format.formatRange(first * DAY, last * DAY));
}

const DAY = 86_400_000;
