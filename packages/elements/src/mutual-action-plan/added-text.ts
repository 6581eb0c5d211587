// The line that adds an action to a section: what is typed is read for a date ("fri", "in 2 weeks") or a rule ("3 days after
// kick-off"), shown as a chip that can be taken away; the title is what is left. Enter adds and stays.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { ENGLISH_RULES, fixedDate, parseDay, typedRule } from '@followthrough/core/domain';
import type { Id, PlannedDateDraft } from '@followthrough/core/schema';
import type { PlanActionDraft, PlanSection, ShownPlan, WorkspaceStore } from '@followthrough/core/stores';
import { dayText } from '../dates/date-label.ts';
import { closeIcon } from '../icons/icons.ts';
import { planWords } from '../localize/late-plan.ts';
import { unmarked } from '../localize/isolation.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { anchorsOf } from '../parts/plan-due-typing.ts';
import { type Stretch, titleOf, understandingOf } from '../parts/quick-add-understanding.ts';
import { ruleInWords } from '../parts/rule-words.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import type { TextEdit } from './text-edit.ts';

export interface AddedTextSetting {
  readonly edit: TextEdit;
  readonly localize: LocalizeController;
  readonly workspace: () => WorkspaceStore | undefined;
}

/** What of a line is a date. */
interface Read extends Stretch {
  readonly due: PlannedDateDraft;
  readonly said: string;
}

/** Where a rule can begin: at an amount, or at words that stand for none. */
const RULE_BEGINS =
  /(?<=\s)(?=\d|an?\s|one\s|two\s|three\s|four\s|five\s|six\s|seven\s|eight\s|nine\s|ten\s|(?:the\s)?same\s|on\s)/giu;

export class AddedText {
  readonly #host: LitElement;
  readonly #on: AddedTextSetting;
  #dismissed = new Set<string>();

  constructor(host: LitElement, setting: AddedTextSetting) {
    this.#host = host;
    this.#on = setting;
  }

  /** @param add rejects with an Error whose message is the reason; the text comes back then */
  start(key: string, section: PlanSection, plan: ShownPlan, add: (draft: PlanActionDraft) => Promise<unknown>): void {
    const words = planWords(this.#on.localize.messages);
    this.#dismissed = new Set();
    this.#on.edit.start({
      key,
      text: '',
      label: words.addTo(section.name),
      placeholder: words.addPlaceholder,
      emptyFault: words.titleMissing,
      maxLength: TEXT_LIMITS.title,
      stays: true,
      hint: (text) => this.#chip(text, plan),
      save: async (text) => {
        const read = this.#read(text, plan);
        const title = read ? titleOf(text, [read]) : text;
        this.#dismissed = new Set();
        await add(read && title !== '' ? { title, due: read.due } : { title: text });
      },
    });
  }

  #read(text: string, plan: ShownPlan): Read | null {
    return this.#readRule(text, plan) ?? this.#readDate(text, plan);
  }

  /** A rule at the end of the line: "… 3 days after kick-off". */
  #readRule(text: string, plan: ShownPlan): Read | null {
    const { localize } = this.#on;
    const candidates = anchorsOf(plan);
    for (const { index } of text.matchAll(RULE_BEGINS)) {
      const phrase = text.slice(index);
      if (index === 0 || this.#dismissed.has(phrase)) continue;
      const typed = typedRule(unmarked(phrase), { grammar: ENGLISH_RULES, candidates, origin: 'roomCreated' });
      if (typed.type !== 'rule') continue;
      const nameOf = (id: Id) => candidates.find((one) => one.id === id)?.name;
      const said = planWords(localize.messages).understood(ruleInWords(typed.rule, nameOf, localize));
      return { start: index, end: text.length, due: { rule: typed.rule }, said };
    }
    return null;
  }

  #readDate(text: string, plan: ShownPlan): Read | null {
    const { localize } = this.#on;
    const workspace = this.#on.workspace();
    const calendar = workspace?.$me.get()?.workspace.calendar;
    const { due } = understandingOf(text, {
      contexts: [],
      context: '',
      picked: new Set(['context', 'assignee']),
      dismissed: this.#dismissed,
      partiesOf: () => [],
      typingIn: () => ({
        today: plan.today,
        weekStart: workspace?.$weekStart.get() ?? localize.dates.weekStart,
        calendar,
        dates: localize.dates,
      }),
    });
    if (!due) return null;
    const said = planWords(localize.messages).understood(dayText(parseDay(due.value), plan.today, localize));
    return { start: due.start, end: due.end, due: fixedDate(due.value), said };
  }

  #chip(text: string, plan: ShownPlan): TemplateResult | typeof nothing {
    const read = this.#read(text, plan);
    if (!read) return nothing;
    const phrase = text.slice(read.start, read.end);
    return html`<span class="text-hint" role="status"
      ><span class="chip"
        >${read.said}<button
          type="button"
          class="chip-remove"
          aria-label=${planWords(this.#on.localize.messages).forget(phrase)}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => {
            this.#dismissed.add(phrase);
            this.#host.requestUpdate();
          }}
        >
          ${closeIcon()}
        </button></span
      ></span
    >`;
  }
}
