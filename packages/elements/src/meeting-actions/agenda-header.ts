// The head of an agenda: what meeting it is, when, how it stands, and the ways to the one before and the one after.
import { html, nothing, type TemplateResult } from 'lit';
import type { Meeting } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { instantText } from '../dates/instant-text.ts';
import { chevronRightIcon } from '../icons/icons.ts';
import { meetingWords } from '../localize/late-meeting.ts';
import { type AgendaReading, dayOf } from './agenda-reading.ts';

export interface HeaderSpec {
  readonly reading: AgendaReading;
  readonly words: DateWords;
  readonly level: number;
  readonly hrefOf: (meeting: Meeting) => string | null;
  readonly onOpen: (meeting: Meeting, event: Event) => void;
}

/** What a meeting is called: its own title, or whom it is with. */
export function meetingTitle({ agenda, names }: AgendaReading, { messages }: DateWords): string {
  return agenda.meeting.title ?? meetingWords(messages).title(names);
}

/** The head. */
export function agendaHeader(spec: HeaderSpec): TemplateResult {
  const { reading, words, level } = spec;
  const { agenda, zone, phase } = reading;
  const meeting = meetingWords(words.messages);
  const asOf = dayOf(agenda.asOf, reading, words);
  return html`<div class="header" part="header">
    <div class="heading-block">
      <div class="heading" id="meeting-title" part="heading title" role="heading" aria-level=${level}>
        <span dir="auto">${meetingTitle(reading, words)}</span>
      </div>
      <div class="when">
        <time datetime=${agenda.meeting.startsAt}>${instantText(agenda.meeting.startsAt, zone, words.dates)}</time>
        ${
          agenda.past
            ? html`<span class="chip past" part="chip as-of" title=${meeting.asOfName(asOf)}
                >${meeting.asOf(asOf)}</span
              >`
            : phase === 'review'
              ? nothing
              : html`<span class="chip ${phase}" part="chip">${meeting[phase]}</span>`
        }
      </div>
    </div>
    <slot name="header"></slot>
    <div class="ways">${way(spec, agenda.previous, 'previous')} ${way(spec, agenda.next, 'next')}</div>
  </div>`;
}

function way(
  { reading, words, hrefOf, onOpen }: HeaderSpec,
  to: Meeting | null,
  direction: 'previous' | 'next',
): TemplateResult | typeof nothing {
  if (to === null) return nothing;
  const name = meetingWords(words.messages)[direction](dayOf(to.startsAt, reading, words));
  const href = hrefOf(to);
  const open = (event: Event) => onOpen(to, event);
  const face = html`<span class=${direction === 'previous' ? 'backwards' : ''}>${chevronRightIcon()}</span>`;
  const text = html`<span class="way-date" aria-hidden="true">${dayOf(to.startsAt, reading, words)}</span>`;
  const content = direction === 'previous' ? html`${face}${text}` : html`${text}${face}`;
  return href === null
    ? html`<button type="button" class="way" part="button" aria-label=${name} title=${name} @click=${open}>
        ${content}
      </button>`
    : html`<a class="way" part="button" href=${href} aria-label=${name} title=${name} @click=${open}>${content}</a>`;
}
