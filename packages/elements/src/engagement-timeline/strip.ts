// The strip on the page: where it is scrolled to, and the keys that go from week to week. It begins with today's week.
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { ShownEngagement } from '@followthrough/core/stores';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { stripStyles } from './strip-styles.ts';
import { type StripEdges, stripView } from './strip-view.ts';
import { stripOf } from './strip-weeks.ts';
import type { ListSetting } from './timeline-list.ts';

/** How much of what is seen it scrolls by at once. */
const SHARE = 0.8;

export class CalendarStrip implements ReactiveController {
  readonly #host: LitElement;
  readonly #resize: ResizeObserver | null;
  /** The one that was brought to today. */
  #begun: Element | null = null;
  #edges: StripEdges = { before: false, after: false };

  constructor(host: LitElement) {
    this.#host = host;
    this.#resize = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.#look());
    host.addController(this);
  }

  /** @param weekStart the ISO weekday that weeks begin on */
  render(shown: ShownEngagement, weekStart: number, setting: ListSetting): TemplateResult {
    return stripView(stripOf(shown, weekStart), {
      ...setting,
      edges: this.#edges,
      onScroll: () => this.#look(),
      onKey: this.#key,
      earlier: () => this.#scroll(-SHARE),
      toToday: () => this.#toToday('smooth'),
      later: () => this.#scroll(SHARE),
    });
  }

  hostUpdated(): void {
    const strip = this.#strip;
    if (!strip || strip === this.#begun) return strip ? this.#look() : this.#leave();
    adoptStyles(this.#host, [stripStyles]);
    this.#begun = strip;
    this.#resize?.observe(strip);
    this.#toToday('instant');
    this.#look();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    this.#resize?.disconnect();
    this.#begun = null;
  }

  /** Takes which way there is more. */
  #look(): void {
    const strip = this.#strip;
    if (!strip) return;
    const most = strip.scrollWidth - strip.clientWidth;
    const at = Math.abs(strip.scrollLeft);
    const edges = { before: most > 1 && at > 1, after: at < most - 1 };
    if (edges.before === this.#edges.before && edges.after === this.#edges.after) return;
    this.#edges = edges;
    // It may be looked at while the host is still drawn.
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  #scroll(share: number): void {
    const strip = this.#strip;
    if (strip) this.#scrollBy(strip, share * strip.clientWidth, 'smooth');
  }

  #toToday(behavior: ScrollBehavior): void {
    const strip = this.#strip;
    const week = strip?.querySelector('.week.now');
    if (!strip || !week) return;
    const [box, target] = [strip.getBoundingClientRect(), week.getBoundingClientRect()];
    this.#scrollBy(strip, this.#isRtl ? box.right - target.right : target.left - box.left, behavior);
  }

  /** Scrolls so far along the line. */
  #scrollBy(strip: Element, by: number, behavior: ScrollBehavior): void {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    strip.scrollBy({ left: this.#isRtl ? -by : by, behavior: isCalm ? 'instant' : behavior });
  }

  /** From a title to the next week, or what has no day, that has one: by the arrows along the line. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const arrow = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const title = event.target as Element;
    if (arrow === 0 || !title.matches('.item-title')) return;
    event.preventDefault();
    const places = [...this.#host.renderRoot.querySelectorAll('.strip .week, .strip-tray')].filter((place) =>
      place.querySelector('.item-title'),
    );
    const at = places.findIndex((place) => place.contains(title));
    places[at + (this.#isRtl ? -arrow : arrow)]?.querySelector<HTMLElement>('.item-title')?.focus();
  };

  get #strip(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.strip');
  }

  get #isRtl(): boolean {
    return this.#strip?.matches(':dir(rtl)') ?? false;
  }
}
