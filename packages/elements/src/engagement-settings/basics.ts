// Title, dates and clock of an engagement; where another start moves dates of its items, which and where to, before it is
// saved. And whether coachees schedule sessions.
import { html, nothing, type TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { CivilDate } from '@followthrough/core/schema';
import type { MovedItemDate } from '@followthrough/core/stores';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { dateField } from '../parts/date-field.ts';
import { describedBy, fieldNotes, fieldTop, switchField, textField } from '../parts/form-field.ts';
import { conflictAt } from './conflict.ts';
import { stateAt } from './field-state.ts';
import { faultAt, FIELD_IDS, type SettingsScene } from './scene.ts';

export function basics(scene: SettingsScene): TemplateResult {
  const { shown, words, write } = scene;
  return html`${textField({
      id: FIELD_IDS.title,
      label: words.field.title,
      fault: faultAt(scene, 'title'),
      state: stateAt(scene, 'title'),
      value: shown.edited.title,
      onInput: (title) => write({ title }),
    })}
    ${conflictAt(scene, 'title')}
    <div>
      <div class="settings-dates">${day(scene, 'startDate')} ${day(scene, 'endDate')}</div>
      ${moved(scene)}
    </div>
    ${conflictAt(scene, 'startDate')} ${conflictAt(scene, 'endDate')} ${zone(scene)} ${conflictAt(scene, 'timeZone')}`;
}

function day(scene: SettingsScene, field: 'startDate' | 'endDate'): TemplateResult {
  const { shown, words, setup, workspace, pickers, localize, write } = scene;
  const me = workspace.$me.get()?.workspace;
  return dateField(
    {
      id: FIELD_IDS[field],
      label: words.field[field],
      fault: faultAt(scene, field),
      state: stateAt(scene, field),
      date: shown.edited[field],
      today: workspace.todayIn(shown.edited.timeZone ?? me?.timeZone ?? 'UTC'),
      weekStart: workspace.$weekStart.get(),
      calendar: me?.calendar,
      unset: setup.setDate,
      clear: setup.clearDate(words.field[field]),
      onPick: (date) => write({ [field]: date }),
    },
    pickers,
    localize,
  );
}

/** Dates told of those that move. */
const TOLD = 8;

function moved({ shown, words, localize }: SettingsScene): TemplateResult {
  const all = shown.moved;
  const said = (date: CivilDate | null) => (date === null ? words.noDay : localize.dates.dayMonthYear(parseDay(date)));
  const line = ({ title, field, from, to }: MovedItemDate) =>
    html`<li>
      <span class="moved-title" dir="auto">${title}</span>
      <span class="meta">${words[field]}, ${words.fromTo(said(from), said(to))}</span>
    </li>`;
  const list = () =>
    html`<div class="moved" part="moved">
      <p class="moved-heading">${words.moves(all.length)}</p>
      <ul>
        ${all.slice(0, TOLD).map(line)}
        ${all.length > TOLD ? html`<li class="meta">${words.moreMoves(all.length - TOLD)}</li>` : nothing}
      </ul>
    </div>`;
  return html`<div role="status">${all.length === 0 ? nothing : list()}</div>`;
}

/** The value of the choice that follows the workspace; no zone has a colon. */
const WORKSPACE = ':workspace';

function zone(scene: SettingsScene): TemplateResult {
  const { shown, words, workspace, pickers, write } = scene;
  const id = FIELD_IDS.timeZone;
  const field = { id, help: words.timeZoneHint, fault: faultAt(scene, 'timeZone') };
  const own = words.workspaceZone(workspace.$me.get()?.workspace.timeZone ?? 'UTC');
  const chosen = shown.edited.timeZone;
  const open = (event: Event) =>
    void pickers.choice(event.currentTarget as HTMLElement, {
      label: words.field.timeZone,
      placeholder: words.findZone,
      choices: [
        { value: WORKSPACE, label: own },
        ...zones(chosen).map((name) => ({ value: name, label: name.replaceAll('_', ' ') })),
      ],
      selected: chosen ?? WORKSPACE,
      onPick: (value) => write({ timeZone: value === WORKSPACE ? null : value }),
    });
  return html`<div class="field" part="field">
    ${fieldTop(
      stateAt(scene, 'timeZone'),
      html`<span class="field-label" part="label" id="${id}-label">${words.field.timeZone}</span>`,
    )}
    <span class="field-row"
      ><button
        type="button"
        class="button field-button"
        part="button"
        id=${id}
        aria-haspopup="dialog"
        aria-labelledby="${id}-label ${id}-value"
        aria-describedby=${describedBy(field)}
        @click=${open}
      >
        <span id="${id}-value" class="ellipsis">${chosen?.replaceAll('_', ' ') ?? own}</span>${chevronDownIcon()}
      </button></span
    >
    ${fieldNotes(field)}
  </div>`;
}

/** The zones that the browser knows, and the one chosen where it does not. */
function zones(chosen: string | null): readonly string[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  if (chosen !== null) known.add(chosen);
  return [...known].sort();
}

export function scheduling(scene: SettingsScene): TemplateResult {
  const { shown, words, write } = scene;
  return html`${switchField({
    id: FIELD_IDS.selfScheduling,
    label: words.allowScheduling,
    help: words.allowSchedulingHint,
    fault: faultAt(scene, 'selfScheduling'),
    state: stateAt(scene, 'selfScheduling'),
    on: shown.edited.selfScheduling,
    onSwitch: (selfScheduling) => write({ selfScheduling }),
  })}
  ${conflictAt(scene, 'selfScheduling')}`;
}
