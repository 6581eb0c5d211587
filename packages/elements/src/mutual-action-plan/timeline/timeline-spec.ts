// What a timeline is given, and what its views draw from.
import type { Day, KnownSides } from '@followthrough/core/domain';
import type { Action, Calendar, Id, Preview, ShownRule } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import type { TemplateResult } from 'lit';
import type { DateWords } from '../../dates/date-label.ts';
import type { timeline } from '../../localize/en-timeline.ts';
import type { ShownSide } from '../plan-rows.ts';
import type { AdjustedDates } from './adjusted-dates.ts';
import type { Adjustment } from './adjusting.ts';
import type { BarDates } from './bar.ts';
import type { TimelineScale } from './scale.ts';
import type { Reach, TimeScale } from './span.ts';
import type { TimelineRows } from './timeline-rows.ts';

/** What a timeline is given by its host. */
export interface TimelineSpec {
  readonly plan: ShownPlan;
  readonly people: KnownSides;
  readonly calendar: Calendar;
  /** The ISO weekday on which weeks begin. */
  readonly weekStart: number;
  readonly scale: TimelineScale;
  readonly side: ShownSide;
  /** The sections that are folded. */
  readonly folded: ReadonlySet<Id>;
  readonly readonly: boolean;
  /** Actions with a change on its way. */
  readonly pending: ReadonlySet<Id>;
  /** The name of a section or an action. */
  readonly nameOf: (id: Id) => string;
  /** The thumbnail of who holds it, named. */
  readonly assigneeView: (action: Action) => TemplateResult;
  /** A rule in words. */
  readonly ruleText: (rule: ShownRule) => string;
  readonly onScale: (scale: TimelineScale) => void;
  readonly onFold: (sectionId: Id) => void;
  readonly onOpen: (actionId: Id, anchor: HTMLElement) => void;
  /** New dates were chosen. */
  readonly onDates: (actionId: Id, dates: AdjustedDates) => void;
  /** What new dates would move. */
  readonly preview: (actionId: Id, dates: AdjustedDates) => Promise<Preview>;
}

/** What the views of a timeline draw from. */
export interface TimelineSight {
  readonly spec: TimelineSpec;
  readonly rows: TimelineRows;
  readonly time: TimeScale;
  readonly words: DateWords;
  readonly texts: typeof timeline;
  readonly today: Day;
  readonly rtl: boolean;
  readonly critical: ReadonlySet<Id>;
  /** Pixels: the height of a row, the width of an em, and that of the first column. */
  readonly rowHeight: number;
  readonly em: number;
  readonly side: number;
  /** The days that are in view. */
  readonly inView: Reach;
  /** Those and some more, made ready for when it is scrolled. */
  readonly near: Reach;
  /** The row with the tab stop, and the one that is pointed at or has the focus. */
  readonly active: string | null;
  readonly pointed: string | null;
  /** Actions and sections that it rests on, or that rest on it. */
  readonly linked: ReadonlySet<Id>;
  readonly adjustment: Adjustment | null;
  readonly triedDates: (id: Id) => BarDates | undefined;
}
