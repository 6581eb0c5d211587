// A field of the details that two people changed: who else did, both values, and the choice between them.
import { assigneeId, parseDay } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import { html, type TemplateResult } from 'lit';
import { detailsWords } from '../localize/late-details.ts';
import { partWords } from '../localize/late-tools.ts';
import type { DetailsField } from './details-changes.ts';
import { type DetailsScene, nameIn } from './details-fields.ts';

/** A field that was changed here and elsewhere: both values, and the choice. */
export function detailsConflict(
  field: DetailsField,
  scene: DetailsScene,
  resolve: (how: 'mine' | 'theirs') => void,
): TemplateResult {
  const details = detailsWords(scene.localize.messages);
  const { people } = scene.spec;
  const by = people.get(scene.action.updatedBy ?? '')?.name ?? details.somebodyElse;
  return html`<div class="details-conflict" role="alert">
    <p dir="auto">${details.changed(details[field], by)}</p>
    <dl>
      <div>
        <dt>${details.mine}</dt>
        <dd dir="auto">${valueText(field, scene.edited, scene)}</dd>
      </div>
      <div>
        <dt>${details.theirs}</dt>
        <dd dir="auto">${valueText(field, scene.action, scene)}</dd>
      </div>
    </dl>
    <button type="button" class="button" @click=${() => resolve('mine')}>${details.keepMine}</button>
    <button type="button" class="button" @click=${() => resolve('theirs')}>${details.takeTheirs}</button>
  </div>`;
}

function valueText(field: DetailsField, action: Action, { spec, localize }: DetailsScene): string {
  const { date } = localize.messages;
  const part = partWords(localize.messages);
  const details = detailsWords(localize.messages);
  switch (field) {
    case 'title':
    case 'description':
      return action[field];
    case 'assignee': {
      if (spec.room) return spec.room.holder(action).name;
      const id = assigneeId(action.assignee);
      return id === null ? part.nobody : nameIn(spec, id, localize);
    }
    case 'context':
      return action.context.type === 'room' && action.context.internalOnly ? details.contextOn : details.contextOff;
    case 'start':
    case 'due':
      if (spec.room) return spec.room.dateText(action, field);
      return action.due?.date ? localize.dates.full(parseDay(action.due.date)) : date.none;
  }
}
