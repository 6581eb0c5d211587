// The parts of a relative date to fill in: how many of what, after or before, what it rests on by name, and where a day off
// moves it to.
import type { Anchor, Id } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { type PlanDueWords, planDueWords } from '../localize/late-plan-due.ts';
import { type Choice, ChoiceField, type ChoiceFieldSpec } from './choice-field.ts';
import { faultOfParts, isEvent, type RelativeParts, ROLLS, UNITS, withPart } from './plan-due-choice.ts';
import type { PartHost } from './popover.ts';
import type { NameOf } from './rule-words.ts';

export interface RelativeScene {
  parts: RelativeParts;
  plan: ShownPlan;
  nameOf: NameOf;
  /** Whether what is missing is complained of. */
  complains: boolean;
  /** The id of what tells what it comes to. */
  preview: string;
  /** Whether what it rests on cannot be rested on. */
  refused: boolean;
  onChange: (parts: RelativeParts) => void;
}

export class PlanDueRelative {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #field: ChoiceField;
  #isListed = false;
  #spec: ChoiceFieldSpec | null = null;

  constructor(host: PartHost, localize: DateWords, id: string) {
    this.#host = host;
    this.#localize = localize;
    this.#field = new ChoiceField(host, localize, `${id}-anchor`);
  }

  begin(): void {
    this.#isListed = false;
  }

  /** Takes a key of the list of what can be rested on; gives whether it was one. */
  onKeyDown(event: KeyboardEvent): boolean {
    if (!(event.target instanceof Element) || !event.target.matches('.choices-field')) return false;
    if (!this.#isListed) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
      this.#list(true);
      event.preventDefault();
      return true;
    }
    if (event.key === 'Escape' || (event.key === 'ArrowUp' && event.altKey)) {
      this.#list(false);
      event.preventDefault();
      return true;
    }
    return this.#field.onKeyDown(event);
  }

  render(scene: RelativeScene): TemplateResult {
    const { parts, complains, preview, onChange } = scene;
    const words = planDueWords(this.#localize.messages);
    const fault = complains ? faultOfParts(parts) : null;
    const change = (part: Partial<RelativeParts>) => onChange(withPart(parts, part));
    return html`<div class="plan-due-parts">
      <div class="plan-due-line">
        <input
          type="text"
          class="input plan-due-amount"
          part="input"
          inputmode="numeric"
          maxlength="5"
          autocomplete="off"
          aria-label=${words.amount}
          aria-invalid=${fault === 'amount' ? 'true' : nothing}
          aria-describedby=${preview}
          .value=${parts.amount}
          @input=${(event: InputEvent) => change({ amount: (event.currentTarget as HTMLInputElement).value })}
        />
        ${select(words.unit, UNITS, parts.unit, words.units, (unit) => change({ unit }))}
        ${this.#direction(scene, words, (isBefore) => change({ isBefore }))}
      </div>
      <div class="plan-due-line">
        <div class="plan-due-anchor">${this.#anchor(scene, words, fault === 'anchor')}</div>
        ${this.#event(parts, words, (anchor) => change({ anchor }))}
      </div>
      ${isEvent(parts.anchor) ? html`<p class="meta" id="plan-due-before">${words.beforeWithheld}</p>` : nothing}
      <label class="plan-due-weekend">
        <span>${words.weekend}</span>
        ${
          parts.unit === 'businessDay'
            ? html`<span class="meta">${words.rollWithheld}</span>`
            : select(words.weekend, ROLLS, parts.roll, words.roll, (roll) => change({ roll }))
        }
      </label>
    </div>`;
  }

  #direction({ parts }: RelativeScene, words: PlanDueWords, pick: (isBefore: boolean) => void): TemplateResult {
    const withheld = isEvent(parts.anchor);
    return html`<select
      class="input"
      part="input"
      aria-label=${words.direction}
      aria-describedby=${withheld ? 'plan-due-before' : nothing}
      @change=${(event: Event) => pick((event.currentTarget as HTMLSelectElement).value === 'before')}
    >
      <option value="after" .selected=${!parts.isBefore}>${words.after}</option>
      <option value="before" .selected=${parts.isBefore} ?disabled=${withheld}>${words.before}</option>
    </select>`;
  }

  #anchor(scene: RelativeScene, words: PlanDueWords, missing: boolean): TemplateResult {
    const { parts, nameOf, preview, refused, onChange } = scene;
    const spec: ChoiceFieldSpec = {
      label: words.anchor,
      placeholder: words.anchorPlaceholder,
      choices: choicesOf(scene, words),
      selected: valueOf(parts.anchor),
      onPick: (value) => {
        this.#list(false);
        onChange(withPart(parts, { anchor: anchorOf(value, parts) }));
      },
    };
    this.#spec = spec;
    return this.#field.render(spec, {
      isOpen: this.#isListed,
      rest: parts.anchor === null ? '' : nameOfAnchor(parts.anchor, nameOf, words),
      describedBy: preview,
      invalid: missing || refused,
      onOpen: () => this.#list(true),
      onLeave: () => this.#list(false),
    });
  }

  /** Whether it counts from when an action is done or from when it is due; a section is completed. */
  #event(
    { anchor }: RelativeParts,
    words: PlanDueWords,
    pick: (anchor: Anchor) => void,
  ): TemplateResult | typeof nothing {
    if (anchor?.type === 'sectionCompleted') return html`<span class="plan-due-event">${words.isCompleted}</span>`;
    if (anchor?.type !== 'actionCompleted' && anchor?.type !== 'actionDue') return nothing;
    const { actionId } = anchor;
    const names = { actionCompleted: words.isDone, actionDue: words.isDue };
    return select(words.event, ['actionCompleted', 'actionDue'] as const, anchor.type, names, (type) =>
      pick({ type, actionId }),
    );
  }

  #list(isListed: boolean): void {
    if (isListed === this.#isListed) return;
    this.#isListed = isListed;
    if (isListed && this.#spec) this.#field.begin(this.#spec);
    this.#host.requestUpdate();
  }
}

function select<T extends string>(
  label: string,
  values: readonly T[],
  selected: T,
  names: Readonly<Record<T, string>>,
  pick: (value: T) => void,
): TemplateResult {
  return html`<select
    class="input"
    part="input"
    aria-label=${label}
    @change=${(event: Event) => {
      const { value } = event.currentTarget as HTMLSelectElement;
      const picked = values.find((one) => one === value);
      if (picked !== undefined) pick(picked);
    }}
  >
    ${values.map((value) => html`<option value=${value} .selected=${value === selected}>${names[value]}</option>`)}
  </select>`;
}

const ROOM = 'room';

/** Everything that can be rested on: the room's making, the sections, and the actions under their sections. */
function choicesOf({ plan }: RelativeScene, words: PlanDueWords): Choice[] {
  const names = new Map(plan.sections.map(({ id, name }) => [id, name]));
  return [
    { value: ROOM, label: words.roomCreated },
    ...plan.sections.map(({ id, name }) => ({ value: `section ${id}`, label: name, group: words.sections })),
    ...plan.actions.map(({ id, title, context }) => ({
      value: `action ${id}`,
      label: title,
      group: context.type === 'room' ? names.get(context.sectionId) : undefined,
    })),
  ];
}

function valueOf(anchor: Anchor | null): string | null {
  if (anchor === null) return null;
  if (anchor.type === 'sectionCompleted') return `section ${anchor.sectionId}`;
  return 'actionId' in anchor ? `action ${anchor.actionId}` : ROOM;
}

/** The anchor of a choice; an action counts from what was chosen before, from its completion at first. */
function anchorOf(value: string, { anchor, isBefore }: RelativeParts): Anchor {
  const [kind, id = ''] = value.split(' ') as [string, Id?];
  if (kind === 'section') return { type: 'sectionCompleted', sectionId: id };
  if (kind !== 'action') return { type: 'roomCreated' };
  return { type: isBefore || anchor?.type === 'actionDue' ? 'actionDue' : 'actionCompleted', actionId: id };
}

function nameOfAnchor(anchor: Anchor, nameOf: NameOf, words: PlanDueWords): string {
  if (anchor.type === 'sectionCompleted') return nameOf(anchor.sectionId) ?? '';
  return 'actionId' in anchor ? (nameOf(anchor.actionId) ?? '') : words.roomCreated;
}
