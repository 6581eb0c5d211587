// The cells that rows of rooms draw in their own way: the date with how it is known, who holds it with whose side that is,
// and the room's name, which opens it.
import { html, nothing, type TemplateResult } from 'lit';
import { customerIcon } from '../icons/room-icons.ts';
import { dashboardWords } from '../localize/late-dashboard.ts';
import { holderLabel } from '../mutual-action-plan/holder.ts';
import type { GroupModel } from './models.ts';
import type { CellParts, Cells, RowModel } from './row.ts';

/** In place of the list's own cells, and of the same parts. */
export function roomCells(parts: CellParts): Partial<Cells> {
  return {
    due: (model) => dueCell(model, parts),
    assignee: (model) => assigneeCell(model, parts),
    where: (model) => whereCell(model, parts),
  };
}

function dueCell(model: RowModel, { editableCell }: CellParts): TemplateResult {
  const { due, messages, room, action } = model;
  const mayEdit = !model.readonly && action.may.edit === true;
  const none = html`<span class="none">${mayEdit ? messages.list.setDue : ''}</span>`;
  const own = room?.due ?? nothing;
  return editableCell(model, 'due', 'dialog', own === nothing ? none : own, due.name);
}

function assigneeCell(model: RowModel, { editableCell, plainCell }: CellParts): TemplateResult {
  const { room, messages } = model;
  if (!room) return plainCell(model, 'assignee', null, nothing);
  const { holder, side } = room;
  const words = dashboardWords(messages);
  const content = html`${holderLabel(holder)}${
    side === 'them'
      ? html`<span class="side" title=${words.customerSide}>${customerIcon()}</span
          ><span class="visually-hidden">${words.customerSide}</span>`
      : nothing
  }`;
  return editableCell(model, 'assignee', 'dialog', content, holder.said);
}

function whereCell(model: RowModel, { drawn, plainCell, tab }: CellParts): TemplateResult {
  const { place, room, action } = model;
  const content = drawn(model.renderers, 'where', action, place);
  if (!room?.opens) {
    return plainCell(model, 'where', place, html`<span class="ellipsis" part="meta" dir="auto">${content}</span>`);
  }
  return html`<div role="gridcell" class="cell where">
    ${roomLink({ id: room.roomId, href: room.href, tabindex: tab(model, 'where'), title: place, column: 'where' }, content)}
  </div>`;
}

/** What opens the room of a group, at the end of its header. */
export function groupLink({ roomId, roomHref, label, messages }: GroupModel): TemplateResult {
  const words = dashboardWords(messages);
  const title = words.openRoom(label);
  return roomLink({ id: roomId ?? '', href: roomHref, tabindex: '-1', title, column: 'room' }, words.open);
}

/** The name of a room, which opens it: a link where the host page gives an address, else a button. */
function roomLink(
  link: { id: string; href: string | null; tabindex: string; title: string; column: 'where' | 'room' },
  content: unknown,
): TemplateResult {
  const { id, href, tabindex, title, column } = link;
  return href === null
    ? html`<button
        type="button"
        class="place-link ellipsis"
        part="meta"
        dir="auto"
        data-column=${column}
        data-room=${id}
        tabindex=${tabindex}
        title=${title}
        aria-label=${title}
      >
        ${content}
      </button>`
    : html`<a
        class="place-link ellipsis"
        part="meta"
        dir="auto"
        href=${href}
        data-column=${column}
        data-room=${id}
        tabindex=${tabindex}
        title=${title}
        aria-label=${title}
        >${content}</a
      >`;
}
