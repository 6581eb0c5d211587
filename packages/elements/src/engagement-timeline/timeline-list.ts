// The items in one column along a line: by month, with a mark where today is, and those with no day yet below.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Day, formatDay } from '@followthrough/core/domain';
import type { Item } from '@followthrough/core/schema';
import { writtenDay } from '../dates/written-day.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { ItemGroup } from './entries.ts';
import { type ItemSetting, itemView } from './item-view.ts';

export interface ListSetting extends Omit<ItemSetting, 'level'> {
  readonly headingLevel: number;
}

export function timelineList(groups: readonly ItemGroup[], setting: ListSetting): TemplateResult {
  return html`<div class="groups" part="list">
    ${repeat(
      groups,
      ({ key }) => key,
      (group) => groupView(group, setting),
    )}
  </div>`;
}

function groupView(group: ItemGroup, setting: ListSetting): TemplateResult {
  const { shown, headingLevel } = setting;
  const words = engagementWords(setting.localize.messages);
  if (group.type === 'today')
    return html`<ol class="items" aria-label=${words.items(shown.title)}>
      ${todayMark(setting)}
    </ol>`;
  const heading = headingOf(group, setting);
  const level = headingLevel + (heading === null ? 1 : 2);
  const items = repeat(
    group.items,
    ({ id }) => id,
    (item, at) => html`${group.todayAt === at ? todayMark(setting) : nothing}${itemView(item, { ...setting, level })}`,
  );
  const id = `group-${group.key}`;
  return html`<section class="group ${group.type}">
    ${
      heading === null
        ? nothing
        : html`<div id=${id} class="group-heading" role="heading" aria-level=${Math.min(headingLevel + 1, 6)}>
            <span>${heading}</span>
          </div>`
    }
    <ol
      class="items"
      aria-labelledby=${heading === null ? nothing : id}
      aria-label=${heading === null ? words.items(shown.title) : nothing}
    >
      ${items}${group.todayAt === group.items.length ? todayMark(setting) : nothing}
    </ol>
  </section>`;
}

function headingOf({ type, month, items }: ItemGroup, { localize }: ListSetting): string | null {
  const words = engagementWords(localize.messages);
  if (type === 'undated') return items.some(isLocked) ? words.lockedGroup : words.unscheduledGroup;
  if (type !== 'month' || month === null) return null;
  return writtenDay(localize.dates, { month: 'long', year: 'numeric' }, month);
}

function isLocked({ locked }: Item): boolean {
  return locked;
}

function todayMark({ shown, localize }: ListSetting): TemplateResult {
  const today: Day = shown.today;
  const { dates, messages } = localize;
  return html`<li class="today" part="today" aria-current="date">
    <time datetime=${formatDay(today)}>${engagementWords(messages).today(dates.full(today))}</time>
  </li>`;
}
