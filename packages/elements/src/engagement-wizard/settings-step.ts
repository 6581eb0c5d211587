// Title and dates, which all engagements get that are made, whether coachees schedule sessions, and who watches: at a step of
// their own where a host page asks for it, else beside the review.
import { html, type TemplateResult } from 'lit';
import { coacheesOf } from '@followthrough/core/stores';
import { dateField } from '../parts/date-field.ts';
import { describedBy, formField, switchField, textField } from '../parts/form-field.ts';
import { faultAt, FIELD_IDS, nameOf, type WizardScene } from './scene.ts';

export function settingsStep(scene: WizardScene): TemplateResult {
  return html`<div class="wizard-fields">
    ${title(scene)} ${dates(scene)} ${selfScheduling(scene)} ${spectators(scene)}
  </div>`;
}

/** The title that engagements get where none is typed. */
export function givenTitle(scene: WizardScene): string {
  const { store, draft, words } = scene;
  const coachees = coacheesOf(draft, store.$groups.get());
  const content = store.$sample.get()?.template;
  if (content?.content.kind === 'engagement') return content.content.title ?? content.name;
  const [only] = coachees;
  return coachees.length === 1 && only !== undefined ? words.titleDefault(nameOf(scene, only)) : words.titleEach;
}

/** Whether coachees schedule sessions, as it was chosen, else as the template has it. */
export function givenScheduling({ store, draft }: WizardScene): boolean {
  const content = store.$sample.get()?.template.content;
  const given = content?.kind === 'engagement' ? (content.selfScheduling ?? false) : false;
  return draft.selfScheduling ?? given;
}

function title(scene: WizardScene): TemplateResult {
  const { store, draft, words } = scene;
  return textField({
    id: FIELD_IDS.title,
    label: words.title,
    note: words.optional,
    fault: faultAt(scene, 'title'),
    value: draft.title,
    placeholder: givenTitle(scene),
    onInput: (typed) => store.change({ title: typed }),
  });
}

function dates(scene: WizardScene): TemplateResult {
  const { store, draft, words, workspace, pickers, localize } = scene;
  const me = workspace.$me.get();
  const shared = {
    today: workspace.todayIn(me?.workspace.timeZone ?? 'UTC'),
    weekStart: workspace.$weekStart.get(),
    calendar: me?.workspace.calendar,
    unset: words.setDate,
    note: words.optional,
  };
  return html`<div class="wizard-dates">
    ${dateField(
      {
        ...shared,
        id: FIELD_IDS.startDate,
        label: words.startDate,
        fault: faultAt(scene, 'startDate'),
        date: draft.startDate,
        clear: words.clearDate(words.startDate),
        onPick: (startDate) => store.change({ startDate }),
      },
      pickers,
      localize,
    )}
    ${dateField(
      {
        ...shared,
        id: FIELD_IDS.endDate,
        label: words.endDate,
        fault: faultAt(scene, 'endDate'),
        date: draft.endDate,
        clear: words.clearDate(words.endDate),
        onPick: (endDate) => store.change({ endDate }),
      },
      pickers,
      localize,
    )}
  </div>`;
}

function selfScheduling(scene: WizardScene): TemplateResult {
  const { store, words } = scene;
  return switchField({
    id: 'wizard-self-scheduling',
    label: words.selfScheduling,
    help: words.selfSchedulingHint,
    on: givenScheduling(scene),
    onSwitch: (on) => store.change({ selfScheduling: on }),
  });
}

function spectators(scene: WizardScene): TemplateResult {
  const { store, draft, words, fields } = scene;
  const field = {
    id: FIELD_IDS.spectators,
    label: words.spectators,
    note: words.optional,
    help: words.spectatorsHint,
    fault: faultAt(scene, 'spectators'),
  };
  return formField(
    field,
    fields.spectators.render({
      label: words.spectators,
      placeholder: words.findSpectator,
      multiple: true,
      list: 'closed',
      chosen: draft.spectatorIds,
      describedBy: describedBy(field),
      invalid: field.fault !== undefined,
      onChange: (spectatorIds) => store.change({ spectatorIds }),
    }),
  );
}
