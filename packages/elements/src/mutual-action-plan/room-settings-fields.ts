// The fields of a room's settings. Native controls, so that they are at home in a dialog, on a phone and to screen readers.
import { html, nothing, type TemplateResult } from 'lit';
import type { Id } from '@followthrough/core/schema';
import { closeIcon } from '../icons/icons.ts';
import type { roomSetup } from '../localize/en-room-setup.ts';
import { avatar } from '../parts/avatar.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import type { RoomDraft, RoomField, RoomValues } from './room-settings-draft.ts';
import type { RoomSettingsSpec } from './room-settings-spec.ts';

export interface SettingsFields {
  readonly draft: RoomDraft;
  readonly spec: RoomSettingsSpec;
  readonly words: typeof roomSetup;
  readonly faults: Partial<Record<RoomField, string>>;
  readonly write: (values: Partial<RoomValues>) => void;
  /** Whether all zones are there to choose from: they come when the field is entered, for there are hundreds. */
  readonly isZoneEntered: boolean;
  readonly enterZone: () => void;
  readonly resolve: (field: RoomField, how: 'mine' | 'theirs') => void;
}

export function nameField(on: SettingsFields): TemplateResult {
  const { draft, words, faults, write } = on;
  return html`<div class="settings-field">
    <label for="room-name">${words.name}</label>
    <input
      id="room-name"
      type="text"
      class="input settings-name"
      part="input"
      dir="auto"
      autocomplete="off"
      maxlength=${TEXT_LIMITS.name}
      aria-invalid=${faults.name === undefined ? nothing : 'true'}
      aria-describedby="room-name-fault"
      .value=${draft.values.name}
      @input=${(event: InputEvent) => write({ name: (event.currentTarget as HTMLInputElement).value })}
    />
    ${below('name', 'room-name-fault', on)}
  </div>`;
}

export function zoneField(on: SettingsFields): TemplateResult {
  const { draft, words, faults, write } = on;
  const { timeZone } = draft.values;
  const own = words.workspaceZone(spoken(on.spec.workspaceZone));
  return html`<div class="settings-field">
    <label for="room-zone">${words.zone}</label>
    <select
      id="room-zone"
      class="input settings-select"
      part="input"
      aria-invalid=${faults.timeZone === undefined ? nothing : 'true'}
      aria-describedby="room-zone-hint room-zone-fault"
      @pointerdown=${on.enterZone}
      @focus=${on.enterZone}
      @change=${(event: Event) => write({ timeZone: (event.currentTarget as HTMLSelectElement).value || null })}
    >
      <option value="" .selected=${timeZone === null}>${own}</option>
      ${(on.isZoneEntered ? zones(timeZone) : timeZone === null ? [] : [timeZone]).map((zone) => html`<option value=${zone} .selected=${zone === timeZone}>${spoken(zone)}</option>`)}
    </select>
    <p id="room-zone-hint" class="meta">${words.zoneHint}</p>
    ${below('timeZone', 'room-zone-fault', on)}
  </div>`;
}

export function membersField(on: SettingsFields): TemplateResult {
  const { draft, spec, words, faults, write } = on;
  const { memberIds } = draft.values;
  const isLeaving = spec.me !== null && draft.base.memberIds.includes(spec.me) && !memberIds.includes(spec.me);
  const others = [...spec.people.values()]
    .filter(({ id, side }) => side === 'internal' && !memberIds.includes(id))
    .sort((a, b) => a.name.localeCompare(b.name));
  return html`<fieldset class="settings-field" aria-describedby="room-members-hint room-members-fault">
    <legend>${words.members}</legend>
    <p id="room-members-hint" class="meta">${words.membersHint}</p>
    <ul class="settings-members">
      ${memberIds.map((id) => member(id, on))}
    </ul>
    ${memberIds.length === 0 ? html`<p class="meta">${words.noMembers}</p>` : nothing}
    <select
      class="input settings-select settings-add"
      part="input"
      aria-label=${words.addMember}
      aria-invalid=${faults.memberIds === undefined ? nothing : 'true'}
      ?disabled=${others.length === 0}
      @change=${(event: Event) => {
        const select = event.currentTarget as HTMLSelectElement;
        if (select.value !== '') write({ memberIds: [...memberIds, select.value] });
        select.value = '';
      }}
    >
      <option value="">${others.length === 0 ? words.everyoneIn : words.addMember}</option>
      ${others.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    </select>
    <p class="meta settings-leaving" role="status">${isLeaving ? words.leaving : nothing}</p>
    ${below('memberIds', 'room-members-fault', on)}
  </fieldset>`;
}

function member(id: Id, { draft, spec, words, write }: SettingsFields): TemplateResult {
  const name = spec.people.get(id)?.name ?? words.somebody;
  return html`<li class="settings-member">
    ${avatar(spec.people.get(id) ?? { id, name })}<span class="ellipsis" dir="auto" title=${name}>${name}</span>
    <button
      type="button"
      class="icon-button"
      aria-label=${words.removeMember(name)}
      @click=${(event: Event) => {
        // The button goes with its person: the focus is to stay among them.
        const list = (event.currentTarget as HTMLElement).closest('fieldset');
        list?.querySelector<HTMLElement>('.settings-add')?.focus();
        write({ memberIds: draft.values.memberIds.filter((one) => one !== id) });
      }}
    >
      ${closeIcon()}
    </button>
  </li>`;
}

/** What is wrong with a field, and what somebody else made of it. */
function below(field: RoomField, id: string, on: SettingsFields): TemplateResult {
  return html`<p id=${id} class="danger-text">${on.faults[field] ?? nothing}</p>
    ${on.draft.conflicts.has(field) ? conflict(field, on) : nothing}`;
}

function conflict(field: RoomField, on: SettingsFields): TemplateResult {
  const { draft, spec, words, resolve } = on;
  const by = spec.people.get(draft.base.updatedBy ?? '')?.name ?? words.somebody;
  const name = { name: words.name, timeZone: words.zone, memberIds: words.members }[field];
  return html`<div class="settings-conflict" role="group" aria-label=${words.changedBy(name, by)}>
    <p dir="auto">${words.changedBy(name, by)}</p>
    <dl>
      <div>
        <dt>${words.yours}</dt>
        <dd dir="auto">${valueText(field, draft.values, on)}</dd>
      </div>
      <div>
        <dt>${words.theirs}</dt>
        <dd dir="auto">${valueText(field, draft.base, on)}</dd>
      </div>
    </dl>
    <button type="button" class="button" @click=${() => resolve(field, 'mine')}>${words.keepMine}</button>
    <button type="button" class="button" @click=${() => resolve(field, 'theirs')}>${words.takeTheirs}</button>
  </div>`;
}

function valueText(field: RoomField, values: RoomValues, { spec, words }: SettingsFields): string {
  switch (field) {
    case 'name':
      return values.name;
    case 'timeZone':
      return values.timeZone === null ? words.workspaceZone(spoken(spec.workspaceZone)) : spoken(values.timeZone);
    case 'memberIds':
      return values.memberIds.map((id) => spec.people.get(id)?.name ?? words.somebody).join(', ') || words.noMembers;
  }
}

/** The zones that the browser knows, and the chosen one where it does not. */
function zones(chosen: string | null): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(chosen === null ? [] : [chosen])])].sort();
}

function spoken(zone: string): string {
  return zone.replaceAll('_', ' ');
}
