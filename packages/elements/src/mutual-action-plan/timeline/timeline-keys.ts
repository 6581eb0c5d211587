// The timeline by keys: up and down through rows, left and right to fold or to scroll time; with Alt the bar itself moves,
// with Shift its due date, with Ctrl its start. Enter saves what was moved, or opens the details; Escape gives up.
import type { Action } from '@followthrough/core/schema';
import { adjustedDates, type Grip, isAdjustable, withDates } from './adjusted-dates.ts';
import type { Adjusting } from './adjusting.ts';
import { snapOf } from './scale.ts';
import type { TimelineRow } from './timeline-rows.ts';

export interface TimelineKeysOptions {
  readonly adjusting: Adjusting;
  readonly row: () => TimelineRow | null;
  readonly dayWidth: () => number;
  readonly isReadonly: () => boolean;
  /** Whole rows in view. */
  readonly page: () => number;
  /** Goes so many rows on. */
  readonly step: (rows: number) => void;
  readonly fold: (row: TimelineRow) => void;
  readonly open: (row: TimelineRow) => void;
  /** Scrolls time by a share of what is in view. */
  readonly scroll: (share: number) => void;
  readonly refused: (action: Action) => void;
  readonly moved: (action: Action) => void;
  readonly givenUp: (action: Action) => void;
}

/** A share of the view that an arrow scrolls time by. */
const SCROLL = 0.2;

/** Answers a key; gives whether it was one of the timeline's. */
export function onTimelineKey(event: KeyboardEvent, on: TimelineKeysOptions): boolean {
  const row = on.row();
  if (!row || event.metaKey) return false;
  const rtl = (event.currentTarget as HTMLElement).matches(':dir(rtl)');
  const along = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const later = rtl ? -along : along;
  if (event.altKey) return later !== 0 && nudge(row, later, event, on);
  if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return false;
  switch (event.key) {
    case 'ArrowUp':
      on.step(-1);
      return true;
    case 'ArrowDown':
      on.step(1);
      return true;
    case 'PageUp':
      on.step(-on.page());
      return true;
    case 'PageDown':
      on.step(on.page());
      return true;
    case 'Home':
      on.step(-Infinity);
      return true;
    case 'End':
      on.step(Infinity);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      if ((row.type === 'section' || row.type === 'tray') && row.folded === later > 0) on.fold(row);
      else on.scroll(later * SCROLL);
      return true;
    case 'Enter':
      if (on.adjusting.current) on.adjusting.drop();
      else if (row.type === 'section' || row.type === 'tray') on.fold(row);
      else on.open(row);
      return true;
    case 'Escape': {
      const { current } = on.adjusting;
      if (!current) return false;
      on.adjusting.cancel();
      on.givenUp(current.action);
      return true;
    }
    default:
      return false;
  }
}

function nudge(row: TimelineRow, later: number, event: KeyboardEvent, on: TimelineKeysOptions): boolean {
  if (row.type !== 'action' && row.type !== 'undated') return true;
  const { action } = row;
  const grip: Grip = event.shiftKey ? 'due' : event.ctrlKey ? 'start' : 'move';
  const { current } = on.adjusting;
  const before = current?.action.id === action.id ? current.dates : {};
  const dates =
    on.isReadonly() || !isAdjustable(action)
      ? null
      : adjustedDates(withDates(action, before), grip, later * snapOf(on.dayWidth()));
  if (dates) {
    on.adjusting.hold(action, 'keys', { ...before, ...dates });
    on.moved(action);
  } else on.refused(action);
  return true;
}
