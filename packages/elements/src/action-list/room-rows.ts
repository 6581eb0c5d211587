// What rows of rooms show in their own way (rulebook §3, §4): who holds an action, be it the contact or the company, and on
// whose side they are; how its date is known; what only the team sees; the way to its room. It comes once rows are shown, or
// with the element that shows rooms alone.
import { anchorIdOf, sideOf } from '@followthrough/core/domain';
import type { Action, Id, Room } from '@followthrough/core/schema';
import { type CompaniesStore, createCompanies, type WorkspaceStore } from '@followthrough/core/stores';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { lockIcon } from '../icons/shown-icons.ts';
import { planWords } from '../localize/late-plan.ts';
import type { Messages } from '../localize/messages.ts';
import { holder } from '../mutual-action-plan/holder.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { hostLink } from '../parts/linked-text.ts';
import type { NameOf } from '../parts/rule-words.ts';
import type { RoomRowSource, Shown } from './models.ts';
import { groupLink, roomCells } from './room-cells.ts';
import { roomDue, roomDueStyles } from './room-due.ts';
import { roomStyles } from './room-styles.ts';
import type { CellParts, Cells, RoomRow } from './row.ts';

/** Everything a row was made of: where one is another, it is made anew. */
type Basis = readonly unknown[];

export class RoomRows implements RoomRowSource {
  readonly #host: LitElement;
  readonly #cells: Partial<Cells>;
  readonly #workspace: { readonly store: WorkspaceStore | undefined };
  #companies: { workspace: WorkspaceStore; store: CompaniesStore } | undefined;
  readonly #rows = new WeakMap<Action, { basis: Basis; row: RoomRow }>();

  constructor(host: LitElement, workspace: { readonly store: WorkspaceStore | undefined }, parts: CellParts) {
    adoptStyles(host, [roomDueStyles, roomStyles]);
    this.#host = host;
    this.#workspace = workspace;
    this.#cells = roomCells(parts);
  }

  /** What the row of an action of a room shows; null where the room is not known. */
  rowOf(action: Action, shown: Shown): RoomRow | null {
    const workspace = this.#workspace.store;
    const room = roomOf(action, workspace);
    if (!workspace || !room) return null;
    const { words, links, ofRooms } = shown;
    const people = workspace.$people.get();
    const today = shown.todayOf(action);
    const companyName = this.companyName(room, action.assignee?.type === 'company');
    const nameOf: NameOf = (id) => workspace.actions.get(id)?.title;
    const href = hostLink(links.room?.(room.id));
    const anchors = [action.due?.rule, action.start?.rule].map((rule) => nameOf(anchorIdOf(rule) ?? ''));
    const basis = [room, people, today, words, companyName, href, ofRooms, ...anchors];
    const known = this.#rows.get(action);
    if (known && basis.every((one, at) => one === known.basis[at])) return known.row;
    const row: RoomRow = {
      cells: this.#cells,
      badge: badge(action, shown),
      holder: holder(action, { room, people, companyName, messages: words.messages }),
      side: sideOf(action, people),
      due: roomDue(action, { today, nameOf, words }),
      roomId: room.id,
      opens: ofRooms || href !== null,
      href,
    };
    this.#rows.set(action, { basis, row });
    return row;
  }

  ofCompany(companyId: Id, messages: Messages): string | undefined {
    const store = this.#companiesStore;
    void store?.load();
    const name = store?.$companies.get().get(companyId)?.name;
    return name === undefined ? undefined : planWords(messages).wholeCompany(name);
  }

  /** How the header of a group of one room opens it; undefined where it does not. */
  opened(key: string, { links, ofRooms }: Shown): ReturnType<RoomRowSource['opened']> {
    const [type, id = ''] = key.split(':', 2);
    const href = hostLink(links.room?.(id));
    if (type !== 'room' || (href === null && !ofRooms)) return undefined;
    return { id, href, link: groupLink };
  }

  /** The name of a room's company; the room's own until it is known. */
  companyName(room: Pick<Room, 'companyId' | 'name'>, needed = true): string {
    const store = this.#companiesStore;
    if (needed) void store?.load();
    return store?.$companies.get().get(room.companyId)?.name ?? room.name;
  }

  get #companiesStore(): CompaniesStore | undefined {
    const workspace = this.#workspace.store;
    if (this.#companies?.workspace !== workspace) {
      this.#companies?.store.dispose();
      const store = workspace && createCompanies(workspace);
      store?.$companies.listen(() => this.#host.requestUpdate());
      this.#companies = workspace && store && { workspace, store };
    }
    return this.#companies?.store;
  }
}

/** The room that an action is in. */
function roomOf({ context }: Action, workspace: WorkspaceStore | undefined): Room | undefined {
  return context.type === 'room' ? workspace?.$rooms.get().get(context.roomId) : undefined;
}

function badge({ context }: Action, { words: { messages } }: Shown): TemplateResult | typeof nothing {
  if (context.type !== 'room' || !context.internalOnly) return nothing;
  const words = planWords(messages);
  return html`<span class="badge" part="internal-badge" title=${words.internalName}
    >${lockIcon()}<span class="badge-word">${words.internal}</span></span
  >`;
}
