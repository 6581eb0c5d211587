// The last step: what will be made, for whom and with whom; the title and dates, which all of them get; that they begin as
// drafts.
import { html, nothing, type TemplateResult } from 'lit';
import { coacheesOf, engagementCount } from '@followthrough/core/stores';
import { lockIcon } from '../icons/shown-icons.ts';
import { avatar } from '../parts/avatar.ts';
import { dateField } from '../parts/date-field.ts';
import { describedBy, formField, switchField, textField } from '../parts/form-field.ts';
import { faceOf, faultAt, FIELD_IDS, listed, nameOf, type WizardScene } from './scene.ts';

export function reviewStep(scene: WizardScene): TemplateResult {
  const { words } = scene;
  return html`<div class="wizard-columns review">
    <div class="wizard-fields">${title(scene)} ${dates(scene)} ${selfScheduling(scene)} ${spectators(scene)}</div>
    <section class="wizard-summary" aria-label=${words.summary}>
      <dl>${who(scene)} ${coach(scene)} ${template(scene)} ${count(scene)}</dl>
      <p class="wizard-drafts">${lockIcon()}<span>${words.drafts}</span></p>
      <slot name="review-extra"></slot>
    </section>
  </div>`;
}

function title(scene: WizardScene): TemplateResult {
  const { store, draft, words } = scene;
  const coachees = coacheesOf(draft, store.$groups.get());
  const content = store.$sample.get()?.template;
  const given =
    content?.content.kind === 'engagement'
      ? (content.content.title ?? content.name)
      : coachees.length === 1 && coachees[0] !== undefined
        ? words.titleDefault(nameOf(scene, coachees[0]))
        : words.titleEach;
  return textField({
    id: FIELD_IDS.title,
    label: words.title,
    note: words.optional,
    fault: faultAt(scene, 'title'),
    value: draft.title,
    placeholder: given,
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

function selfScheduling({ store, draft, words }: WizardScene): TemplateResult {
  const content = store.$sample.get()?.template.content;
  const given = content?.kind === 'engagement' ? (content.selfScheduling ?? false) : false;
  return switchField({
    id: 'wizard-self-scheduling',
    label: words.selfScheduling,
    help: words.selfSchedulingHint,
    on: draft.selfScheduling ?? given,
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

// ── the summary ─────────────────────────────────────────────────────────────────────────────────

/** Names told of the coachees. */
const NAMES = 5;

function who(scene: WizardScene): TemplateResult {
  const { store, draft, words, localize } = scene;
  const groups = store.$groups.get();
  const ids = coacheesOf(draft, groups);
  const names = ids.slice(0, NAMES).map((id) => nameOf(scene, id));
  const rest = ids.length - names.length;
  const people = rest > 0 ? words.andOthers(names.join(', '), rest) : listed(names, localize.locale);
  const group = draft.by === 'group' ? groups.find(({ id }) => id === draft.groupId) : undefined;
  return line(
    scene,
    'coachees',
    words.coachees,
    html`${group ? html`<span class="wizard-strong"><bdi>${words.groupOf(group.name, ids.length)}</bdi></span>` : nothing}
      <span class="wizard-people ${group ? 'meta' : ''}"><bdi>${people}</bdi></span>`,
  );
}

function coach(scene: WizardScene): TemplateResult {
  const { draft, words } = scene;
  const id = draft.coachId;
  return line(
    scene,
    'coach',
    words.coach,
    id === null
      ? html`<span class="muted">${words.none}</span>`
      : html`<span class="wizard-person">${avatar(faceOf(scene, id))}<bdi>${nameOf(scene, id)}</bdi></span>`,
  );
}

function template(scene: WizardScene): TemplateResult {
  const { store, draft, words } = scene;
  const chosen = store.$templates.get().find(({ id }) => id === draft.templateId);
  return line(
    scene,
    'template',
    words.template,
    chosen
      ? html`<span><bdi>${chosen.name}</bdi></span> <span class="meta">${words.items(chosen.itemCount)}</span>`
      : html`<span>${words.fromScratch}</span>`,
  );
}

function count({ store, draft, words }: WizardScene): TemplateResult {
  const groups = store.$groups.get();
  const made = engagementCount(draft, groups);
  return html`<div class="wizard-line">
    <dt>${words.count}</dt>
    <dd>${draft.shared ? words.countShared(coacheesOf(draft, groups).length) : words.countEach(made)}</dd>
  </div>`;
}

function line(
  { words, go }: WizardScene,
  step: 'coachees' | 'coach' | 'template',
  label: string,
  value: TemplateResult,
): TemplateResult {
  return html`<div class="wizard-line">
    <dt>${label}</dt>
    <dd>
      <span class="wizard-value">${value}</span>
      <button type="button" class="button quiet" aria-label=${words.change(label)} @click=${() => go(step)}>
        ${words.changeShort}
      </button>
    </dd>
  </div>`;
}
