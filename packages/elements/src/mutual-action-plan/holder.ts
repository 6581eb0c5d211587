// Who holds an action of a room, as it is shown: a person, the primary contact by the name of who that is now, the company
// as a whole, or nobody (rulebook §4).
import { html, nothing, type TemplateResult } from 'lit';
import { holderOf } from '@followthrough/core/domain';
import type { Action, Id, Person, Room } from '@followthrough/core/schema';
import { planWords } from '../localize/late-plan.ts';
import type { Messages } from '../localize/messages.ts';
import { avatar, type AvatarOf } from '../parts/avatar.ts';

/** What holders are told from. */
export interface HolderSetting {
  readonly room: Room;
  readonly people: ReadonlyMap<Id, Person>;
  readonly companyName: string;
  readonly messages: Messages;
}

/** Who holds an action. */
export interface Holder {
  readonly avatar: AvatarOf;
  readonly name: string;
  /** A quiet word beside the name. */
  readonly tag: string | null;
  /** The name for screen readers, where it says more. */
  readonly said: string;
  readonly isNobody: boolean;
}

export function holder(action: Action, { room, people, companyName, messages }: HolderSetting): Holder {
  const words = planWords(messages);
  const { assignee } = action;
  const named = (id: Id): AvatarOf => {
    const person = people.get(id);
    return { id, name: person?.name ?? messages.context.unknownPerson, avatarUrl: person?.avatarUrl ?? null };
  };
  if (assignee === null) {
    const name = words.unassigned;
    return { avatar: { id: '', name: '', shape: 'unresolved' }, name, tag: null, said: name, isNobody: true };
  }
  if (assignee.type === 'company') {
    const name = words.wholeCompany(companyName);
    return {
      avatar: { id: room.companyId, name: companyName, shape: 'company' },
      name,
      tag: null,
      said: name,
      isNobody: false,
    };
  }
  const id = holderOf(action, room);
  if (id === null) {
    const said = words.contactUnknown;
    return { avatar: { id: '', name: '', shape: 'unresolved' }, name: words.contact, tag: null, said, isNobody: false };
  }
  const who = named(id);
  if (assignee.type === 'person') return { avatar: who, name: who.name, tag: null, said: who.name, isNobody: false };
  return { avatar: who, name: who.name, tag: words.contactTag, said: words.contactIs(who.name), isNobody: false };
}

/** The thumbnail alone, named. */
export function holderThumbnail(of: Holder): TemplateResult {
  return avatar(of.avatar, of.said);
}

/** Thumbnail and name. */
export function holderLabel(of: Holder): TemplateResult {
  return html`${avatar(of.avatar)}<span
      class="holder-name ellipsis ${of.isNobody ? 'muted' : ''}"
      title=${of.said}
      aria-hidden="true"
      >${of.name}</span
    ><span class="visually-hidden">${of.said}</span>${
      of.tag === null ? nothing : html`<span class="holder-tag" aria-hidden="true">${of.tag}</span>`
    }`;
}
