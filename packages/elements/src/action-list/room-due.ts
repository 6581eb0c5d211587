// The due date of a room's action where its plan is not at hand: as the plan shows it, as far as what it rests on is known
// here; where that is not, in words that name nothing, so that nothing untrue is said of it.
import { anchorIdOf, type Day, isOpen, parseDay } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { brokenIcon, waitsIcon } from '../icons/plan-date-icons.ts';
import { dashboardWords } from '../localize/late-dashboard.ts';
import { planDateWords } from '../localize/late-plan-dates.ts';
import { dateView, dateViewStyles } from '../parts/date-view.ts';
import type { NameOf } from '../parts/rule-words.ts';

export { dateViewStyles as roomDueStyles };

/** The date, or nothing where there is none. */
export function roomDue(
  action: Action,
  { today, nameOf, words }: { today: Day; nameOf: NameOf; words: DateWords },
): TemplateResult | typeof nothing {
  const { due } = action;
  if (due === null) return nothing;
  const anchor = anchorIdOf(due.rule);
  const isKnown = anchor === null || nameOf(anchor) !== undefined;
  const plan = { sections: [], actions: [action] };
  if (isKnown && due.basis !== 'broken') return dateView(action, { field: 'due', today, plan, nameOf, words });
  if (isOpen(action.state) && due.date === null) {
    const dashboard = dashboardWords(words.messages);
    return due.basis === 'broken'
      ? undated('broken', brokenIcon(), planDateWords(words.messages).brokenMark, dashboard.brokenName)
      : undated('waiting', waitsIcon(), dashboard.waits, dashboard.waitsName);
  }
  // A pin says what would stand otherwise; of what is not known here, only that it is pinned.
  const pin = (date: string) => planDateWords(words.messages).pinned(words.dates.dayMonth(parseDay(date)));
  const shown = dateView({ ...action, due: { ...due, pinned: null } }, { field: 'due', today, plan, nameOf, words });
  return due.pinned === null || !isOpen(action.state)
    ? shown
    : html`<span class="pinned" title=${pin(due.pinned)}>${shown}</span>`;
}

function undated(how: 'waiting' | 'broken', icon: TemplateResult, text: string, name: string): TemplateResult {
  return html`<span class="due ${how}" part="due due-${how}" title=${name}
    >${icon}<span class="due-rule" aria-hidden="true">${text}</span><span class="visually-hidden">${name}</span></span
  >`;
}
