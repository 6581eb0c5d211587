// A plan's timeline: the same rows as its list, each with its bar in time. One treegrid with one tab stop; only the rows in
// view are in the page. It draws into a place of its own, so that scrolling draws nothing else. Where it is narrow, an agenda.
import { html, type LitElement, nothing, type ReactiveController, render, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { parseDay } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import { timelineWords } from '../../localize/late-timeline.ts';
import { adoptStyles } from '../../parts/adopt-styles.ts';
import type { PartOptions } from '../../parts/popover.ts';
import { agendaStyles } from './agenda-styles.ts';
import { AGENDA_PIECE, agendaView } from './agenda-view.ts';
import { agendaOf } from './agenda.ts';
import { axisStyles } from './axis-styles.ts';
import { barStyles } from './bar-styles.ts';
import { gridView } from './grid-view.ts';
import { linkedIds } from './links-view.ts';
import { nearBarStyles } from './near-bar-styles.ts';
import { type RowRange, rowsInView } from './row-window.ts';
import { reachOf, timeScale } from './span.ts';
import { timelineBar, timelineHint, timelineLegend } from './timeline-bar.ts';
import { TimelineHand } from './timeline-hand.ts';
import { type TimelineRows, timelineRows } from './timeline-rows.ts';
import type { TimelineSight, TimelineSpec } from './timeline-spec.ts';
import { timelineStyles } from './timeline-styles.ts';
import { toolsStyles } from './tools-styles.ts';
import { scrolledAlong, Viewport } from './viewport.ts';

export type { TimelineSpec };

/** Scrolled by less than this, in pixels, time is not drawn anew. */
const QUANTUM = 48;

export class PlanTimeline implements ReactiveController {
  readonly #host: LitElement;
  readonly #words: PartOptions['localize'];
  readonly #view = new Viewport();
  readonly #hand: TimelineHand;
  readonly #resize: ResizeObserver | null;
  #spec: TimelineSpec | null = null;
  #root: HTMLElement | null = null;
  #watched: HTMLElement | null = null;
  #sight: TimelineSight | null = null;
  #rows: { readonly of: readonly unknown[]; readonly rows: TimelineRows } | null = null;
  #critical: { readonly of: readonly Id[]; readonly ids: ReadonlySet<Id> } | null = null;
  #drawn = '';
  #isDrawing = false;
  /** Entries of the agenda that are shown. */
  #shown = AGENDA_PIECE;

  constructor(host: LitElement, options: PartOptions) {
    this.#host = host;
    this.#words = options.localize;
    this.#hand = new TimelineHand({
      view: this.#view,
      sight: () => this.#sight,
      scroller: () => this.#scroller,
      draw: () => this.#draw(),
    });
    this.#resize = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.#onResize());
    host.addController(this);
  }

  /** Where it is drawn: call it in the host's template. */
  render(spec: TimelineSpec): TemplateResult {
    this.#spec = spec;
    return html`<div class="tl" part="timeline" ${ref(this.#attach)}></div>`;
  }

  /** Focuses the row of an action, or the one with the tab stop. */
  focus(actionId?: Id): void {
    const index = actionId === undefined ? undefined : this.#sight?.rows.rowOf.get(actionId);
    this.#hand.go(index ?? this.#hand.cursor.index);
  }

  hostUpdated(): void {
    this.#draw();
  }

  hostDisconnected(): void {
    this.#hand.giveUp();
  }

  readonly #attach = (element: Element | undefined): void => {
    this.#resize?.disconnect();
    this.#watched = null;
    this.#root = (element as HTMLElement | undefined) ?? null;
    this.#drawn = '';
    this.#view.reset();
    if (!this.#root) return;
    adoptStyles(this.#host, [timelineStyles, toolsStyles, axisStyles, barStyles, nearBarStyles, agendaStyles]);
    this.#resize?.observe(this.#root);
  };

  /** To observe it again would report it again: once is enough. */
  #watch(scroller: HTMLElement): void {
    if (this.#watched === scroller) return;
    this.#watched = scroller;
    this.#resize?.observe(scroller);
  }

  #onResize(): void {
    if (this.#root && this.#view.measure(this.#root, this.#scroller)) this.#draw();
  }

  get #scroller(): HTMLElement | null {
    return this.#root?.querySelector<HTMLElement>('.tl-scroller') ?? null;
  }

  #draw(): void {
    // What is taken out while it is drawn may lose the focus, and that asks to draw again.
    if (this.#isDrawing) {
      queueMicrotask(() => this.#draw());
      return;
    }
    this.#isDrawing = true;
    try {
      this.#drawNow();
    } finally {
      this.#isDrawing = false;
    }
  }

  #drawNow(): void {
    const root = this.#root;
    const spec = this.#spec;
    if (!root?.isConnected || !spec) return;
    if (this.#view.width === 0) this.#view.measure(root, null);
    const rows = this.#rowsOf(spec);
    this.#hand.settle(rows);
    const sight = (this.#sight = this.#look(spec, rows));
    render(this.#view.isNarrow ? this.#agenda(sight) : this.#grid(sight), root, { host: this.#host });
    const scroller = this.#scroller;
    if (!scroller) return;
    this.#watch(scroller);
    this.#view.apply(scroller);
    this.#drawn = this.#window(this.#range(sight));
    this.#hand.drawn(root);
  }

  #look(spec: TimelineSpec, rows: TimelineRows): TimelineSight {
    const { plan, weekStart, scale } = spec;
    const view = this.#view;
    const { cursor, adjusting } = this.#hand;
    const { targetDate } = plan.room;
    const target = targetDate === null ? [] : [parseDay(targetDate)];
    const shown = rows.reach && reachOf([rows.reach, ...target.map((day) => ({ from: day, to: day }))]);
    const time = timeScale(shown, { today: plan.today, scale, room: view.room, weekStart });
    view.follow(time, { today: plan.today, reach: rows.reach });
    const { pointed } = cursor;
    return {
      ...{ spec, rows, time, words: this.#words, texts: timelineWords(this.#words.messages), today: plan.today },
      ...{ rtl: this.#root?.matches(':dir(rtl)') ?? false, critical: this.#criticalOf(plan.criticalPath) },
      ...{ rowHeight: view.rowHeight, em: view.em, side: view.side },
      ...{ inView: view.inView(time), near: view.near(time) },
      ...{ active: cursor.active, pointed, linked: linkedIds({ pointed, rows, spec }) },
      adjustment: adjusting.current,
      triedDates: (id) => adjusting.datesOf(id),
    };
  }

  #criticalOf(of: readonly Id[]): ReadonlySet<Id> {
    if (this.#critical?.of !== of) this.#critical = { of, ids: new Set(of) };
    return this.#critical.ids;
  }

  #rowsOf({ plan, people, side, folded }: TimelineSpec): TimelineRows {
    const { trayFolded } = this.#hand;
    const of = [plan, people, side, folded, trayFolded];
    if (!this.#rows || this.#rows.of.some((one, index) => one !== of[index])) {
      this.#rows = { of, rows: timelineRows(plan, { people, side, folded, trayFolded }) };
    }
    return this.#rows.rows;
  }

  #grid(sight: TimelineSight): TemplateResult {
    return html`${timelineBar(sight, {
      scale: sight.spec.onScale,
      today: () => this.#hand.scrollTo(this.#view.xFor(sight.today)),
      tray: () => this.#hand.goToTray(),
    })}
    ${timelineHint(sight)}
    ${
      sight.rows.rows.length > 0
        ? gridView(sight, this.#range(sight), this.#view, { ...this.#hand.handlers, scroll: this.#onScroll })
        : nothing
    }
    ${timelineLegend(sight)}`;
  }

  #agenda(sight: TimelineSight): TemplateResult {
    const { plan, people, side, weekStart, onOpen } = sight.spec;
    return agendaView({
      ...sight,
      groups: agendaOf(plan, { people, side, weekStart }),
      shown: this.#shown,
      more: () => {
        this.#shown += AGENDA_PIECE;
        this.#draw();
      },
      open: ({ id }, anchor) => onOpen(id, anchor),
    });
  }

  #range({ rows }: TimelineSight): RowRange {
    const { y, rowsHeight, rowHeight } = this.#view;
    return rowsInView(y, rowsHeight, rowHeight, rows.rows.length);
  }

  readonly #onScroll = (event: Event): void => {
    const scroller = event.currentTarget as HTMLElement;
    this.#view.scrolled(scrolledAlong(scroller), scroller.scrollTop);
    if (this.#sight && this.#window(this.#range(this.#sight)) !== this.#drawn) this.#draw();
  };

  /** What is drawn of rows and time, told apart. */
  #window({ start, end }: RowRange): string {
    return `${start} ${end} ${Math.round(this.#view.x / QUANTUM)}`;
  }
}
