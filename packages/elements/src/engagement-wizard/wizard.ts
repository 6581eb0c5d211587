// Making engagements, put together: what has been chosen, the step that is shown and what stands around it. Loaded beside the
// element, so that a page's own code stays small.
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import {
  createEngagementSetup,
  engagementCount,
  type EngagementSetupStore,
  type SetupField,
  setupSteps,
  type SetupStep,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import { announce } from '../announce.ts';
import { engagementSetupWords } from '../localize/late-engagement-setup.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { ago } from '../parts/ago.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { errorSummary } from '../parts/form-field.ts';
import { formStyles } from '../parts/form-styles.ts';
import { PeopleField } from '../parts/people-field.ts';
import { Pickers } from '../parts/pickers.ts';
import type { UrlPlace } from '../url-place.ts';
import { SearchField } from '../parts/search-field.ts';
import { searchFieldStyles } from '../parts/search-field-styles.ts';
import { coacheesStep } from './coachees-step.ts';
import { coachStep } from './coach-step.ts';
import { making, outcome } from './outcome.ts';
import { reviewStep } from './review-step.ts';
import { faultText, FIELD_IDS, stepOfField, type WizardScene } from './scene.ts';
import { settingsStep } from './settings-step.ts';
import { StepAddress } from './step-address.ts';
import { chosenOf, warnOfSteps } from './step-words.ts';
import { stepStyles } from './step-styles.ts';
import { templateStep } from './template-step.ts';
import { WizardCourse } from './wizard-course.ts';
import type { WizardPresets } from './wizard-events.ts';
import { resumeQuestion, wizardFoot, wizardQuestion, wizardSteps } from './wizard-frame.ts';
import { wizardStyles } from './wizard-styles.ts';

export interface WizardSetting {
  readonly localize: LocalizeController;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly presets: () => WizardPresets;
  readonly draftKey: () => string | undefined;
  /** The steps that the host page names. */
  readonly steps: () => readonly string[];
  readonly place: () => UrlPlace;
  readonly urlKey: () => string;
  /** Whether it is there to be seen: a dialog is while it is open. */
  readonly isShown: () => boolean;
  readonly level: () => number;
  /** It is left: the element closes its dialog. */
  readonly onLeave: () => void;
}

const STEPS = {
  coachees: coacheesStep,
  coach: coachStep,
  template: templateStep,
  settings: settingsStep,
  review: reviewStep,
};

export class Wizard implements ReactiveController {
  readonly #host: LitElement;
  readonly #on: WizardSetting;
  readonly #pickers: Pickers;
  readonly #fields: WizardScene['fields'];
  /** How somebody goes through it. */
  readonly course: WizardCourse;
  readonly #address: StepAddress;
  #asked: { readonly steps: readonly string[]; readonly presets: WizardPresets } | undefined;
  #of: WorkspaceStore | undefined;
  #store: EngagementSetupStore | undefined;
  #release: (() => void)[] = [];
  #query = { group: '', template: '' };

  constructor(host: LitElement, setting: WizardSetting) {
    this.#host = host;
    this.#on = setting;
    const { localize } = setting;
    this.#pickers = new Pickers(host, { localize });
    this.#fields = {
      coachees: new PeopleField(host, localize, FIELD_IDS.coachees),
      coach: new PeopleField(host, localize, FIELD_IDS.coach),
      spectators: new PeopleField(host, localize, FIELD_IDS.spectators),
      group: new SearchField(host, FIELD_IDS.group),
    };
    this.#address = new StepAddress({
      place: setting.place,
      key: setting.urlKey,
      isShown: setting.isShown,
      steps: () => this.#steps,
      step: () => this.course.step,
      follow: (to) => this.course.follow(to),
    });
    this.course = new WizardCourse(host, {
      store: () => this.#store,
      presets: setting.presets,
      draftKey: setting.draftKey,
      steps: () => this.#steps,
      address: this.#address,
      now: () => this.#now,
      onStep: () => {
        this.#query.group = this.#query.template = '';
        this.#pickers.close({ returnFocus: false });
      },
      onLeave: setting.onLeave,
    });
    adoptStyles(host, [avatarStyles, formStyles, searchFieldStyles, stepStyles, wizardStyles]);
    host.addController(this);
  }

  /** The store, for scripts. */
  get store(): EngagementSetupStore | undefined {
    return this.#store;
  }

  get phase(): 'loading' | 'error' | 'forbidden' | 'ready' {
    const error = this.#store?.$error.get();
    if (error) return error.code === 'forbidden' ? 'forbidden' : 'error';
    return this.#store?.$status.get() === 'ready' ? 'ready' : 'loading';
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  hostUpdate(): void {
    const workspace = this.#host.isConnected ? this.#on.workspace() : undefined;
    if (workspace === this.#of) {
      this.#askedAnew();
      return;
    }
    this.hostDisconnected();
    this.#of = workspace;
    for (const field of this.#people) field.connect(workspace, field !== this.#fields.spectators);
    if (!workspace) return;
    const store = (this.#store = createEngagementSetup(workspace));
    const redraw = () => this.#host.requestUpdate();
    const { $status, $error, $groups, $templates, $sample, $sampleError, $progress, $refusals } = store;
    this.#release = [
      ...[
        $status,
        $error,
        $groups,
        $templates,
        $sample,
        $sampleError,
        $progress,
        $refusals,
        workspace.$people,
        workspace.$online,
      ].map(($one) => $one.listen(redraw)),
      store.$draft.listen(() => this.#onDraft()),
    ];
    this.#asked = { steps: this.#on.steps(), presets: this.#on.presets() };
    this.#address.connect();
    this.course.arrive();
  }

  /** The host page names other steps, or chooses other things beforehand. */
  #askedAnew(): void {
    const [steps, presets] = [this.#on.steps(), this.#on.presets()];
    if (!this.#asked || (this.#asked.steps === steps && this.#asked.presets === presets)) return;
    this.#asked = { steps, presets };
    this.course.settle();
  }

  get #steps(): readonly SetupStep[] {
    return setupSteps(this.#on.steps(), chosenOf(this.#on.presets())).steps;
  }

  hostDisconnected(): void {
    this.#address.disconnect();
    this.#asked = undefined;
    for (const release of this.#release) release();
    this.#release = [];
    for (const field of this.#people) field.connect(undefined);
    this.#store?.dispose();
    this.#store = undefined;
    this.#of = undefined;
  }

  get #people(): readonly PeopleField[] {
    return [this.#fields.coachees, this.#fields.coach, this.#fields.spectators];
  }

  #onDraft(): void {
    this.course.keep();
    this.#host.requestUpdate();
  }

  get #now(): number {
    return this.#of?.environment.now() ?? 0;
  }

  // ── drawing ───────────────────────────────────────────────────────────────────────────────────

  render(): TemplateResult | typeof nothing {
    const scene = this.#scene();
    if (!scene) return nothing;
    const { words, store } = scene;
    const { course } = this;
    if (course.kept) {
      const when = ago(this.#now - course.kept.at, words.justNow, this.#on.localize);
      return resumeQuestion(when, words, course.resume, course.startOver);
    }
    const progress = store.$progress.get();
    if (progress?.state === 'working') return making(progress, scene);
    if (progress) {
      return outcome(progress, scene, {
        retry: () => void course.run((onMade) => store.retryFailed(onMade)),
        done: course.done,
        another: course.another,
        showsMade: course.showsMade,
        showMade: course.showMade,
      });
    }
    return this.#form(scene);
  }

  #form(scene: WizardScene): TemplateResult {
    const { words, store, draft } = scene;
    const { course } = this;
    const { step } = course;
    warnOfSteps(this.#on.steps(), chosenOf(this.#on.presets()));
    return html`${wizardSteps(step, scene.steps, course.visited, words, (to) => void course.go(to))}
      <form class="wizard-form" part="panel" novalidate @submit=${course.submit}>
        <h3 class="wizard-heading" tabindex="-1" aria-level=${this.#on.level() + 1}>${words.stepHeading[step]}</h3>
        ${errorSummary(
          words.faults(scene.faults.length),
          scene.faults.map((fault) => ({
            text: faultText(fault, scene),
            go: () => void this.#focusField(fault.field),
          })),
        )}
        <slot name="step-${step}-before"></slot>
        <div class="wizard-body">${STEPS[step](scene)}</div>
        <slot name="step-${step}-after"></slot>
        ${
          course.isAsking
            ? wizardQuestion(words, course.discard, course.keepGoing)
            : wizardFoot({
                step,
                isFirst: step === scene.steps[0],
                words,
                count: engagementCount(draft, store.$groups.get()),
                hasTemplate: draft.templateId !== null,
                hasTemplates: store.$templates.get().length > 0,
                busy: course.isWorking,
                onBack: () => void course.back(),
                onSkip: () => void course.skip(),
                onCancel: course.leave,
              })
        }
      </form>
      ${this.#pickers.render()}`;
  }

  #scene(): WizardScene | null {
    const [workspace, store] = [this.#of, this.#store];
    if (!workspace || !store || this.phase !== 'ready') return null;
    const steps = this.#steps;
    return {
      workspace,
      store,
      draft: store.$draft.get(),
      localize: this.#on.localize,
      words: this.#words,
      pickers: this.#pickers,
      fields: this.#fields,
      faults: this.course.isTold ? store.faultsOf(this.course.step, steps) : [],
      steps,
      query: this.#query,
      redraw: () => this.#host.requestUpdate(),
      go: (step) => void this.course.go(step),
    };
  }

  get #words() {
    return engagementSetupWords(this.#on.localize.messages);
  }

  /** Escape leaves, unless something in it has use for it; Alt with the arrow that points back goes back. */
  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || this.phase !== 'ready') return;
    const backwards = this.#on.localize.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.course.isAsking) this.course.keepGoing();
      else this.course.leave();
    } else if (event.key === backwards && event.altKey && !this.#store?.$progress.get()) {
      event.preventDefault();
      void this.course.back();
    }
  };

  // ── focus ─────────────────────────────────────────────────────────────────────────────────────

  /** To a field, at its step; where that is omitted there is none to go to. */
  async #focusField(field: SetupField): Promise<void> {
    await this.course.go(stepOfField(field, this.#steps));
    await this.#host.updateComplete;
    const control = (this.#host.renderRoot as ShadowRoot).getElementById(FIELD_IDS[field]);
    control?.focus();
    if (!control) announce(this.#words.stepHeading[this.course.step]);
  }
}
