// A group of rows by its name: the header row that opens and closes it, with how many it holds. Its code comes where a
// list is grouped, and else once the rows are shown.
import { UNASSIGNED } from '@followthrough/core/domain';
import type { Grouping } from '@followthrough/core/stores';
import { html, type TemplateResult } from 'lit';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { dashboardWords } from '../localize/late-dashboard.ts';
import { listWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { relationshipName } from '../place-name.ts';
import type { GroupHeader } from './entries.ts';
import type { GroupModel, HeaderModel, Shown } from './models.ts';

export { createActionList } from '@followthrough/core/stores';
export { groupStyles } from './group-styles.ts';

/** The header row's template. */
export function groupRow(model: GroupModel): TemplateResult {
  const { index, label, count, open, columns, stop } = model;
  return html`<div role="row" class="group" part="group-header" aria-rowindex=${index + 2}>
    <div role="gridcell" class="group-cell" aria-colspan=${columns}>
      <button class="group-button" data-column="group" tabindex=${stop ? '0' : '-1'} aria-expanded=${open}>
        ${chevronDownIcon()}<span class="ellipsis" part="group" dir="auto">${label}</span
        ><span class="count" part="group-count">${count}</span></button
      >${model.roomLink?.(model)}
    </div>
  </div>`;
}

/** The model of a group's header. */
export function groupModel({ group, open }: GroupHeader, index: number, shown: Shown): HeaderModel {
  const { grouping, words, columns, stopKey, rooms } = shown;
  const room = grouping === 'context' ? rooms?.opened(group.key, shown) : undefined;
  return {
    row: false,
    group: group.key,
    index,
    label: groupName(grouping, group.key, shown),
    messages: words.messages,
    count: group.rows.length,
    open,
    columns: columns.length,
    roomId: room?.id ?? null,
    roomHref: room?.href ?? null,
    roomLink: room?.link ?? null,
    stop: stopKey === `:${group.key}`,
  };
}

/** The name of the group with this key. */
function groupName(grouping: Grouping, key: string, { directory, words: { messages }, rooms }: Shown): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'due':
      return listWords(messages).dueGroup[key] ?? key;
    case 'status':
      return (messages.status as Readonly<Record<string, string>>)[key] ?? key;
    case 'assignee':
      return directory.people.get(key)?.name ?? named(key, messages, rooms);
    case 'context': {
      const [type, id = ''] = key.split(':', 2);
      if (type === 'relationship') return relationshipName(directory.relationships.get(id), directory, messages);
      if (type === 'room') return directory.rooms?.get(id)?.name ?? messages.context.room;
      if (type === 'engagement') return directory.engagements?.get(id)?.title ?? messages.context.engagement;
      const owner = id === directory.me ? undefined : directory.people.get(id)?.name;
      return owner === undefined ? messages.context.personal : listWords(messages).personalOf(owner);
    }
  }
}

/** Those who hold what is assigned to no person by name. */
function named(key: string, messages: Messages, rooms: Shown['rooms']): string {
  const [, kind, id] = key.split(':', 3);
  if (kind === 'company' && id !== undefined) return rooms?.ofCompany(id, messages) ?? dashboardWords(messages).company;
  if (key === ':primaryContact') return dashboardWords(messages).contact;
  if (key === ':company') return dashboardWords(messages).company;
  return key === UNASSIGNED ? listWords(messages).nobody : messages.context.unknownPerson;
}
