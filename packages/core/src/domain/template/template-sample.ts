// The sample that a template is checked on (rulebook §4): as if it were used on that day, by that calendar.
import type { Calendar, CivilDate } from '../../schema/index.ts';

export interface TemplateSample {
  /** The day on which the room would be made, or the engagement start; today on that day. */
  readonly start: CivilDate;
  readonly calendar: Calendar;
}
