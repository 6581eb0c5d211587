// The second step: who coaches. A coach is no coachee; of a group they are in, none is made for them.
import { html, nothing, type TemplateResult } from 'lit';
import { isCoachOfGroup } from '@followthrough/core/stores';
import { alertIcon } from '../icons/icons.ts';
import { describedBy, formField } from '../parts/form-field.ts';
import { faultAt, FIELD_IDS, nameOf, type WizardScene } from './scene.ts';

export function coachStep(scene: WizardScene): TemplateResult {
  const { store, draft, words, fields } = scene;
  const field = { id: FIELD_IDS.coach, label: words.coach, fault: faultAt(scene, 'coach') };
  const isInGroup = field.fault === undefined && isCoachOfGroup(draft, store.$groups.get());
  return html`${formField(
    field,
    fields.coach.render({
      label: words.coach,
      placeholder: words.findCoach,
      multiple: false,
      list: 'open',
      chosen: draft.coachId === null ? [] : [draft.coachId],
      describedBy: describedBy(field),
      invalid: field.fault !== undefined,
      onChange: ([coachId = null]) => store.change({ coachId }),
    }),
  )}
  ${
    isInGroup && draft.coachId !== null
      ? html`<p class="wizard-note" role="status">
          ${alertIcon()}<span>${words.coachOfGroup(nameOf(scene, draft.coachId))}</span>
        </p>`
      : nothing
  }`;
}
