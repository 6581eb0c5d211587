// The head of a timeline: the names of its columns, and the axis, which stays in view while rows go by. And what lies behind
// the rows: days off, the beginnings of months, today.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Day, parseDay, yearMonthDayOf } from '@followthrough/core/domain';
import { styleMap } from '../../style-map.ts';
import { holidaysIn, SHADED_FROM, weekPicture } from './shading.ts';
import { xOf } from './span.ts';
import { type Tick, axisOf, isWeekend, type TickUnit, ticksOf } from './ticks.ts';
import { textWidth } from './title-place.ts';
import type { TimelineSight } from './timeline-spec.ts';
import { writtenDay } from '../../dates/written-day.ts';

export function axisHead(on: TimelineSight): TemplateResult {
  const { texts, time, today, near, spec } = on;
  const { upper, lower } = axisOf(time.width);
  const ticks = (unit: TickUnit) => ticksOf(unit, near, spec.weekStart);
  return html`<div role="row" class="tl-head" aria-rowindex="1">
    <div role="presentation" class="tl-side">
      <div role="columnheader" class="tl-title">${texts.column.title}</div>
      <div role="columnheader" class="visually-hidden">${texts.column.assignee}</div>
    </div>
    <div role="columnheader" class="tl-axis" part="axis">
      <span class="visually-hidden">${texts.column.dates}</span>
      <div class="tl-ticks" aria-hidden="true">
        ${
          upper
            ? repeat(
                ticks(upper),
                ({ from }) => from,
                (tick) =>
                  html`<div class="tl-tick upper" part="tick" style=${place(tick, on)}>
                    <span>${tickLabel(upper, tick, on)}</span>
                  </div>`,
              )
            : nothing
        }
        ${repeat(
          ticks(lower),
          ({ from }) => from,
          (tick) =>
            html`<div class="tl-tick lower ${lowerKind(lower, tick, on)}" part="tick" style=${place(tick, on)}>
              <span>${tickLabel(lower, tick, on)}</span>
            </div>`,
        )}
        ${flag('target', targetOf(on), texts.target, on)} ${flag('today', today, texts.today, on)}
      </div>
    </div>
  </div>`;
}

/** What lies behind the rows. */
export function axisBack(on: TimelineSight): TemplateResult {
  const { time, today, near, spec, rtl } = on;
  const { upper, lower } = axisOf(time.width);
  const picture = weekPicture(time.first, spec.calendar, time.width, rtl ? 'left' : 'right');
  const holidays = time.width < SHADED_FROM ? [] : holidaysIn(near, spec.calendar);
  return html`<div class="tl-back" aria-hidden="true" style=${styleMap({ '--tl-week': picture })}>
    ${holidays.map((day) => html`<div class="tl-holiday" style=${place({ from: day, until: day + 1 }, on)}></div>`)}
    ${repeat(
      ticksOf(upper ?? lower, near, spec.weekStart),
      ({ from }) => from,
      (tick) => html`<div class="tl-line" style=${place(tick, on)}></div>`,
    )}
    ${mark('target', targetOf(on), on)} ${mark('today', today, on)}
  </div>`;
}

/** The room's target date; null where it has none, or it is another's place. */
function targetOf({ spec: { plan }, today }: TimelineSight): Day | null {
  const { targetDate } = plan.room;
  const day = targetDate === null ? null : parseDay(targetDate);
  return day === today ? null : day;
}

/** A name over a day that matters. */
function flag(
  kind: 'today' | 'target',
  day: Day | null,
  name: string,
  on: TimelineSight,
): TemplateResult | typeof nothing {
  return day === null || isOverLabel(day, name, on)
    ? nothing
    : html`<div class="tl-flag ${kind}" style=${middle(day, on)}><span>${name}</span></div>`;
}

/** Whether the name over a day would lie on that of a month or a year; the line through the day is seen all the same. */
function isOverLabel(day: Day, name: string, on: TimelineSight): boolean {
  const { time, inView, near, spec, em } = on;
  const { upper } = axisOf(time.width);
  if (!upper) return false;
  const letters = (text: string) => (textWidth(text) * 0.92 + 1.1) * em;
  const middle = xOf(day, time) + time.width / 2;
  const half = letters(name) / 2;
  return ticksOf(upper, near, spec.weekStart).some((tick) => {
    // It stays in view as long as its month does.
    const from = Math.max(xOf(tick.from, time), xOf(inView.from, time));
    return middle + half > from && middle - half < from + letters(tickLabel(upper, tick, on));
  });
}

/** A line through it. */
function mark(kind: 'today' | 'target', day: Day | null, on: TimelineSight): TemplateResult | typeof nothing {
  return day === null ? nothing : html`<div class="tl-${kind}" part=${kind} style=${middle(day, on)}></div>`;
}

function middle(day: Day, { time }: TimelineSight) {
  return styleMap({ '--from': day - time.first + 0.5 });
}

function place({ from, until }: Tick, { time }: TimelineSight) {
  return styleMap({ '--from': from - time.first, '--days': until - from });
}

function lowerKind(unit: TickUnit, { from, until }: Tick, { today, spec }: TimelineSight): string {
  if (unit !== 'day') return today >= from && today < until ? 'now' : '';
  return [from === today ? 'now' : '', isWeekend(from, spec.calendar.workingWeekdays) ? 'off' : ''].join(' ');
}

function tickLabel(unit: TickUnit, { from, until }: Tick, { time, words: { dates } }: TimelineSight): string {
  const width = (until - from) * time.width;
  if (unit === 'day')
    return dates.isolated(`${writtenDay(dates, { weekday: 'narrow' }, from)} ${yearMonthDayOf(from).day}`);
  if (unit === 'week') return writtenDay(dates, { day: 'numeric' }, from);
  if (unit.months >= 12) return writtenDay(dates, { year: 'numeric' }, from);
  // Over days and weeks, a month says its year too.
  if (time.width >= 5.5) return writtenDay(dates, { month: width < 150 ? 'short' : 'long', year: 'numeric' }, from);
  return writtenDay(dates, { month: 'short' }, from);
}
