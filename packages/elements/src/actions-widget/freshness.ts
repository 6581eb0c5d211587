// How old what is shown is: said once it cannot be renewed and is older than a minute, by the clock of the workspace, and
// said anew as time goes by.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { widgetWords } from '../localize/late-widget.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What decides whether it is said. */
export interface Age {
  /** When what is shown was loaded, in milliseconds; null where it was not. */
  readonly loadedAt: number | null;
  readonly now: number;
  /** Whether a newer state cannot be had now. */
  readonly stuck: boolean;
}

/** Tells the age of what a host shows. */
export class Freshness implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** "Updated 2 hr ago"; null where what is shown is the latest, or hardly older. */
  text({ loadedAt, now, stuck }: Age, words: DateWords): string | null {
    clearTimeout(this.#timer);
    if (!stuck || loadedAt === null) return null;
    this.#timer = setTimeout(() => this.#host.requestUpdate(), MINUTE);
    return now - loadedAt < MINUTE ? null : widgetWords(words.messages).updated(agoText(now - loadedAt, words));
  }
}

/** So many milliseconds ago, in words: in minutes, in hours from one hour, in days from one day. */
function agoText(age: number, { dates }: DateWords): string {
  const format = new Intl.RelativeTimeFormat(dates.locale, { style: 'short' });
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  return age < DAY ? format.format(-Math.floor(age / HOUR), 'hour') : format.format(-Math.floor(age / DAY), 'day');
}
