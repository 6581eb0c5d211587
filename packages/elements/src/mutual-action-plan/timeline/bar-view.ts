// The bar of an action, with its title in it or beside it by room; its ends to be held, how far it can slip, and while it is
// moved, where it was and what its dates would be. And a mark at the edge for a bar that is out of view.
import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '@followthrough/core/schema';
import { estimateIcon } from '../../icons/plan-date-icons.ts';
import { chevronRightIcon } from '../../icons/icons.ts';
import { statusIcon } from '../../parts/status-icon.ts';
import { styleMap } from '../../style-map.ts';
import { isAdjustable } from './adjusted-dates.ts';
import { othersMoved } from './adjusting.ts';
import { shortDay, toldBar, triedWords } from './bar-words.ts';
import type { Bar } from './bar.ts';
import { type Reach, xOf } from './span.ts';
import { textWidth, titlePlace } from './title-place.ts';
import type { TimelineSight } from './timeline-spec.ts';

/** From where to where, in pixels. */
interface Box {
  readonly from: number;
  readonly to: number;
}

export interface BarViewed {
  readonly action: Action;
  readonly bar: Bar;
  /** Where it is while another place is tried out. */
  readonly was: Bar | null;
  readonly isPointed: boolean;
}

/** Days that a beginning without an end is drawn over, fading. */
const OPEN_DAYS = 3;
/** Text in and beside bars, in em of the timeline's; what stands around it; and how long it gets at most. */
const TEXT = 0.857;
const AROUND = 2.6;
const LONGEST = 34;
const ICON = 1.4;

export function barView({ action, bar, was, isPointed }: BarViewed, on: TimelineSight): TemplateResult {
  const { time, em, critical } = on;
  const box = boxOf(bar, on);
  const letters = Math.min(textWidth(action.title) * TEXT * (critical.has(action.id) ? 1.06 : 1), LONGEST);
  const text = (letters + AROUND) * em;
  const { place, room } = titlePlace(box, text, time.days * time.width, bar.shape === 'bar');
  const iconFits = bar.shape !== 'milestone' && box.to - box.from >= em * 1.7;
  const icon = html`<span class="tl-mark">${statusIcon(bar.standing)}</span>`;
  const title = html`<span class="tl-name ellipsis">${action.title}</span>`;
  const isInside = place === 'inside';
  const holds = isAdjustable(action) && !on.spec.readonly;
  const edge = edgeView(bar, on);
  // An icon that is in the bar takes no room beside it.
  const beside = text - (iconFits ? ICON * em : 0);
  const taken = { from: box.from - (place === 'before' ? beside : 0), to: box.to + (place === 'after' ? beside : 0) };
  return html`${was ? html`<div class="tl-was ${was.shape}" aria-hidden="true" style=${placed(was, on)}></div>` : nothing}
    ${isPointed && !was ? slackView(action, bar, on) : nothing}
    <div
      class="tl-bar ${bar.shape} ${bar.standing} ${bar.estimate ? 'estimate' : ''} ${holds ? 'holds' : ''}"
      part="${bar.shape === 'milestone' ? 'milestone' : 'bar'} bar-${bar.standing}"
      aria-hidden="true"
      data-grip="move"
      style=${placed(bar, on)}
    >
      ${
        iconFits || isInside
          ? html`<span class="tl-inner">${iconFits ? icon : nothing}${isInside ? title : nothing}</span>`
          : nothing
      }
      ${
        holds && bar.shape === 'bar'
          ? html`<span class="tl-end start" data-grip="start"></span><span class="tl-end due" data-grip="due"></span>`
          : nothing
      }
    </div>
    ${
      isInside || edge !== nothing
        ? nothing
        : html`<div
            class="tl-beside ${place}"
            aria-hidden="true"
            style=${styleMap({
              '--x': `${place === 'before' ? time.days * time.width - box.from : box.to}px`,
              'max-inline-size': `${room}px`,
            })}
          >
            ${iconFits ? nothing : icon}${title}
            ${bar.estimate ? html`<span class="tl-estimate">${estimateIcon()}</span>` : nothing}
          </div>`
    }
    ${isHeldOf(action, on) ? triedView(box, on) : isPointed && !on.adjustment ? toldView(toldBar(action, bar, on), taken, on) : nothing}
    ${edge}`;
}

/** The box of a bar, in pixels. */
function boxOf(bar: Bar, { time, em }: TimelineSight): Box {
  const from = xOf(bar.from, time);
  if (bar.shape === 'milestone') {
    const middle = from + time.width / 2;
    return { from: middle - em * 0.7, to: middle + em * 0.7 };
  }
  return { from, to: Math.max(xOf(bar.to + 1 + (bar.shape === 'beginning' ? OPEN_DAYS - 1 : 0), time), from + 6) };
}

function placed(bar: Bar, { time }: TimelineSight) {
  const days = bar.shape === 'beginning' ? OPEN_DAYS : bar.to - bar.from + 1;
  return styleMap({ '--from': bar.from - time.first, '--days': days });
}

/** How far it can slip before the finish does, as a line. */
function slackView(action: Action, bar: Bar, on: TimelineSight): TemplateResult | typeof nothing {
  const slack = on.spec.plan.slack.get(action.id) ?? 0;
  if (slack <= 0 || bar.shape === 'beginning') return nothing;
  const box = boxOf(bar, on);
  return html`<div
    class="tl-slack"
    aria-hidden="true"
    style=${styleMap({ '--x': `${box.to}px`, 'inline-size': `${slack * on.time.width}px` })}
  ></div>`;
}

function isHeldOf({ id }: Action, { adjustment }: TimelineSight): boolean {
  return adjustment?.action.id === id;
}

/** What is told of the bar that is pointed at: after it, or before it, or where there is no room in view, over it. */
function toldView(told: string, taken: Box, on: TimelineSight): TemplateResult {
  const { time, inView, em } = on;
  const width = (textWidth(told) * TEXT + 1.5) * em;
  const end = time.days * time.width;
  const at = (place: string, x: number) =>
    html`<div class="tl-told ${place}" aria-hidden="true" style=${styleMap({ '--x': `${x}px` })}>${told}</div>`;
  if (taken.to + width <= xOf(inView.to + 1, time)) return at('after', taken.to);
  if (taken.from - width >= xOf(inView.from, time)) return at('before', end - taken.from);
  return tipView(told, null, 'told', taken, on);
}

/** The dates that are tried out, and what else would move. */
function triedView(box: Box, on: TimelineSight): TemplateResult | typeof nothing {
  const { adjustment, texts } = on;
  if (!adjustment) return nothing;
  const others = othersMoved(adjustment);
  const more = adjustment.preview?.refused ? texts.refused : others > 0 ? texts.othersMove(others) : null;
  return tipView(triedWords(adjustment.dates, on), more, 'tried', box, on);
}

/** Over a bar, and never out of view, however long the bar. */
function tipView(main: string, more: string | null, kind: string, box: Box, on: TimelineSight): TemplateResult {
  const { time, inView, em } = on;
  const width = (textWidth(main + (more ?? '')) * TEXT + 3) * em;
  const x = Math.max(xOf(inView.from, time), Math.min(box.from, xOf(inView.to + 1, time) - width));
  return html`<div class="tl-tip ${kind}" part="popover" aria-hidden="true" style=${styleMap({ '--x': `${x}px` })}>
    <span>${main}</span>${more === null ? nothing : html`<span class="tl-tip-more">${more}</span>`}
  </div>`;
}

/** A mark at the edge for what is out of view; pressed, it is gone to. */
export function edgeView({ from, to }: Reach, on: TimelineSight): TemplateResult | typeof nothing {
  const { inView, texts } = on;
  if (to < inView.from) {
    const day = shortDay(to, on);
    return html`<div class="tl-edge earlier" aria-hidden="true" title=${texts.earlier(day)} data-day=${to}>
      ${chevronRightIcon()}<span>${day}</span>
    </div>`;
  }
  if (from > inView.to) {
    const day = shortDay(from, on);
    return html`<div class="tl-edge later" aria-hidden="true" title=${texts.later(day)} data-day=${from}>
      <span>${day}</span>${chevronRightIcon()}
    </div>`;
  }
  return nothing;
}
