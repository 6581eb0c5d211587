// An agenda on paper: the minutes. Title, date, who was there, and a table of actions under the names of the lists.
import { html, nothing, type TemplateResult } from 'lit';
import { type Day, parseDay } from '@followthrough/core/domain';
import type { Action, Person } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { instantText } from '../dates/instant-text.ts';
import { meetingWords } from '../localize/late-meeting.ts';
import { meetingTitle } from './agenda-header.ts';
import { type AgendaReading, dayOf } from './agenda-reading.ts';

export interface MinutesSpec {
  readonly reading: AgendaReading;
  readonly words: DateWords;
  readonly assigneeOf: (action: Action) => Person | undefined;
}

/** The minutes; seen on paper alone. */
export function minutes({ reading, words, assigneeOf }: MinutesSpec): TemplateResult {
  const { agenda, parties, zone } = reading;
  const { messages, dates } = words;
  const meeting = meetingWords(messages);
  const first = agenda.previous === null;
  const day = (date: string): Day => parseDay(date);
  const rows = (actions: readonly Action[]) =>
    actions.map(
      (action) =>
        html`<tr>
          <td dir="auto">${action.title}</td>
          <td dir="auto">${assigneeOf(action)?.name ?? messages.context.unknownPerson}</td>
          <td class="minutes-date">
            ${action.due?.date ? dates.dayMonthYear(day(action.due.date)) : messages.date.none}
          </td>
          <td>${messages.status[action.status]}</td>
        </tr>`,
    );
  const group = (name: string, actions: readonly Action[]) =>
    actions.length === 0
      ? nothing
      : html`<tbody>
          <tr>
            <th colspan="4" scope="rowgroup">${name}</th>
          </tr>
          ${rows(actions)}
        </tbody>`;
  return html`<div class="minutes" part="minutes">
    <p class="minutes-title" dir="auto">${meetingTitle(reading, words)}</p>
    <p class="minutes-when">
      ${instantText(agenda.meeting.startsAt, zone, dates)}${agenda.past ? ` · ${meeting.asOf(dayOf(agenda.asOf, reading, words))}` : nothing}
    </p>
    <p class="minutes-who">
      ${meeting.attendees}: <slot name="attendees">${parties.map(({ name }) => name).join(', ')}</slot>
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">${meeting.columns.action}</th>
          <th scope="col">${meeting.columns.who}</th>
          <th scope="col">${meeting.columns.due}</th>
          <th scope="col">${meeting.columns.status}</th>
        </tr>
      </thead>
      ${group(first ? meeting.carriedFirst : meeting.carried, agenda.carried)} ${group(meeting.added, agenda.added)}
      ${group(first ? meeting.completedFirst : meeting.completed, agenda.completed)}
    </table>
  </div>`;
}
