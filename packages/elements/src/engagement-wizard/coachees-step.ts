// The first step: coachees one by one, or those of a group; one engagement each, or one for all.
import { html, nothing, type TemplateResult } from 'lit';
import { titleKey } from '@followthrough/core/domain';
import type { Group } from '@followthrough/core/schema';
import { coacheesOf, engagementCount } from '@followthrough/core/stores';
import { groupIcon } from '../icons/icons.ts';
import { avatar } from '../parts/avatar.ts';
import { describedBy, formField, segments, switchField } from '../parts/form-field.ts';
import type { SearchChoice } from '../parts/search-list.ts';
import { faceOf, faultAt, FIELD_IDS, listed, nameOf, type WizardScene } from './scene.ts';

export function coacheesStep(scene: WizardScene): TemplateResult {
  const { store, draft, words } = scene;
  const groups = store.$groups.get();
  const coachees = coacheesOf(draft, groups);
  const count = engagementCount({ ...draft, coachId: null }, groups);
  return html`${segments({
      name: 'wizard-by',
      label: words.by,
      choices: [
        { value: 'people', label: words.byPeople },
        { value: 'group', label: words.byGroup },
      ],
      chosen: draft.by,
      onChoose: (by) => store.change({ by }),
    })}
    ${draft.by === 'people' ? people(scene) : group(scene)}
    <p class="wizard-count" role="status">${draft.shared ? words.oneForAll(coachees.length) : words.oneEach(count)}</p>
    ${
      coachees.length > 1 || draft.shared
        ? switchField({
            id: 'wizard-shared',
            label: words.shared,
            help: words.sharedHint,
            on: draft.shared,
            onSwitch: (shared) => store.change({ shared }),
          })
        : nothing
    }`;
}

function people(scene: WizardScene): TemplateResult {
  const { store, draft, words, fields } = scene;
  const field = { id: FIELD_IDS.coachees, label: words.coachees, fault: faultAt(scene, 'coachees') };
  const unknown = draft.coacheeIds.filter((id) => !scene.workspace.$people.get().has(id));
  return html`${formField(
    field,
    fields.coachees.render({
      label: words.coachees,
      placeholder: words.findCoachee,
      multiple: true,
      list: 'open',
      chosen: draft.coacheeIds,
      describedBy: describedBy(field),
      invalid: field.fault !== undefined,
      onChange: (coacheeIds) => store.change({ coacheeIds }),
    }),
  )}
  ${
    unknown.length > 0
      ? html`<button
          type="button"
          class="button wizard-unknown"
          @click=${() => store.change({ coacheeIds: draft.coacheeIds.filter((id) => !unknown.includes(id)) })}
        >
          ${words.removeUnknown}
        </button>`
      : nothing
  }`;
}

function group(scene: WizardScene): TemplateResult {
  const { store, draft, words, fields, query } = scene;
  const groups = store.$groups.get();
  if (groups.length === 0) return html`<p class="muted">${words.noGroups}</p>`;
  const field = { id: FIELD_IDS.group, label: words.group, fault: faultAt(scene, 'group') };
  const chosen = groups.find(({ id }) => id === draft.groupId);
  const typed = titleKey(query.group).split(/\s+/).filter(Boolean);
  return html`${formField(
    field,
    fields.group.render({
      words: {
        ...words,
        label: words.group,
        placeholder: words.findGroup,
        chosen: words.chosen(words.group),
        failed: words.searchFailed,
        none: words.noMatchGroup,
        found: words.foundGroups,
      },
      multiple: false,
      list: 'open',
      chosen: chosen ? [choiceOf(chosen, scene)] : [],
      choices: groups
        .filter(({ name }) => typed.every((word) => titleKey(name).includes(word)))
        .map((one) => choiceOf(one, scene)),
      status: 'ready',
      hasMore: false,
      describedBy: describedBy(field),
      invalid: field.fault !== undefined,
      onSearch: (typedNow) => {
        query.group = typedNow;
        scene.redraw();
      },
      onMore: () => undefined,
      onRetry: () => undefined,
      onChange: ([groupId = null]) => store.change({ groupId }),
    }),
  )}
  ${chosen && chosen.memberIds.length > 0 ? members(chosen, scene) : nothing}`;
}

function choiceOf({ id, name, memberIds }: Group, { words }: WizardScene): SearchChoice {
  return {
    value: id,
    label: name,
    description: words.members(memberIds.length),
    icon: html`<span class="wizard-group-icon" aria-hidden="true">${groupIcon()}</span>`,
  };
}

/** Faces shown of a group. */
const FACES = 8;
const NAMES = 4;

function members({ memberIds }: Group, scene: WizardScene): TemplateResult {
  const { words, localize } = scene;
  const names = memberIds.slice(0, NAMES).map((id) => nameOf(scene, id));
  const rest = memberIds.length - names.length;
  return html`<div class="wizard-members">
    <span class="wizard-faces" aria-hidden="true"
      >${memberIds.slice(0, FACES).map((id) => avatar(faceOf(scene, id)))}</span
    >
    <span class="meta">${rest > 0 ? words.andOthers(names.join(', '), rest) : listed(names, localize.locale)}</span>
  </div>`;
}
