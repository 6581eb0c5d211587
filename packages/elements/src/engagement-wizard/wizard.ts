// Making engagements, put together: which step is shown, what is wrong with it, where focus goes, and what is kept. Loaded
// beside the element, so that a page's own code stays small.
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import {
  createEngagementSetup,
  EMPTY_SETUP,
  engagementCount,
  engagementDraftOf,
  type EngagementSetupStore,
  SETUP_STEPS,
  type SetupDraft,
  type SetupField,
  type SetupStep,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import type { Engagement, Id } from '@followthrough/core/schema';
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
import { SearchField } from '../parts/search-field.ts';
import { searchFieldStyles } from '../parts/search-field-styles.ts';
import { coacheesStep } from './coachees-step.ts';
import { coachStep } from './coach-step.ts';
import { keepDraft, type KeptDraft, keptDraft } from './kept-draft.ts';
import { making, outcome } from './outcome.ts';
import { reviewStep } from './review-step.ts';
import { faultText, FIELD_IDS, type WizardScene } from './scene.ts';
import { stepStyles } from './step-styles.ts';
import { templateStep } from './template-step.ts';
import {
  EngagementBeforeCreate,
  EngagementCreated,
  StepBeforeChange,
  StepChanged,
  WizardCancelled,
  WizardFinished,
} from './wizard-events.ts';
import { resumeQuestion, wizardFoot, wizardQuestion, wizardSteps } from './wizard-frame.ts';
import { wizardStyles } from './wizard-styles.ts';

/** What is chosen from the start. */
export interface WizardPresets {
  readonly coacheeIds?: readonly Id[] | undefined;
  readonly groupId?: Id | undefined;
  readonly coachId?: Id | undefined;
  readonly templateId?: Id | undefined;
}

export interface WizardSetting {
  readonly localize: LocalizeController;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly presets: () => WizardPresets;
  readonly draftKey: () => string | undefined;
  readonly level: () => number;
  /** It is left: the element closes its dialog. */
  readonly onLeave: () => void;
}

const STEPS = { coachees: coacheesStep, coach: coachStep, template: templateStep, review: reviewStep };

export class Wizard implements ReactiveController {
  readonly #host: LitElement;
  readonly #on: WizardSetting;
  readonly #pickers: Pickers;
  readonly #fields: WizardScene['fields'];
  #of: WorkspaceStore | undefined;
  #store: EngagementSetupStore | undefined;
  #release: (() => void)[] = [];
  #step: SetupStep = 'coachees';
  #visited = new Set<SetupStep>(['coachees']);
  /** Steps that somebody tried to go on from: what is wrong with them is told. */
  #tried = new Set<SetupStep>();
  #asking = false;
  #showsMade = false;
  #kept: KeptDraft | null = null;
  #made: Engagement[] = [];
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

  /** Whether something would be lost. */
  get isDirty(): boolean {
    const draft = this.#store?.$draft.get();
    const isMade = this.#store?.$progress.get() != null;
    return draft !== undefined && !isMade && JSON.stringify(draft) !== JSON.stringify(this.#begun());
  }

  get isWorking(): boolean {
    return this.#store?.$progress.get()?.state === 'working';
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  hostUpdate(): void {
    const workspace = this.#host.isConnected ? this.#on.workspace() : undefined;
    if (workspace === this.#of) return;
    this.hostDisconnected();
    this.#of = workspace;
    for (const field of this.#people) field.connect(workspace, field !== this.#fields.spectators);
    if (!workspace) return;
    const store = (this.#store = createEngagementSetup(workspace));
    const redraw = () => this.#host.requestUpdate();
    const { $status, $error, $groups, $templates, $sample, $sampleError, $progress, $refusals } = store;
    this.#release = [
      ...[$status, $error, $groups, $templates, $sample, $sampleError, $progress, $refusals, workspace.$people].map(
        ($one) => $one.listen(redraw),
      ),
      store.$draft.listen(() => this.#onDraft()),
    ];
    this.#begin();
  }

  hostDisconnected(): void {
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

  /** What is chosen before anybody chooses. */
  #begun(): SetupDraft {
    const { coacheeIds, groupId, coachId, templateId } = this.#on.presets();
    return {
      ...EMPTY_SETUP,
      ...(coacheeIds && { coacheeIds }),
      ...(groupId !== undefined && { by: 'group' as const, groupId }),
      ...(coachId !== undefined && { coachId }),
      ...(templateId !== undefined && { templateId }),
    };
  }

  #begin(): void {
    const key = this.#on.draftKey();
    this.#kept = key === undefined ? null : keptDraft(key);
    this.#step = 'coachees';
    this.#visited = new Set(['coachees']);
    this.#tried.clear();
    this.#asking = this.#showsMade = false;
    this.#query = { group: '', template: '' };
    this.#store?.reset();
    this.#store?.change(this.#begun());
  }

  #onDraft(): void {
    this.#keep();
    this.#host.requestUpdate();
  }

  #keep(): void {
    const key = this.#on.draftKey();
    const draft = this.#store?.$draft.get();
    if (key === undefined || !draft || this.#kept || !this.isDirty) return;
    keepDraft(key, { at: this.#now, draft, step: this.#step, visited: [...this.#visited] });
  }

  #forget(): void {
    const key = this.#on.draftKey();
    if (key !== undefined) keepDraft(key, null);
  }

  get #now(): number {
    return this.#of?.environment.now() ?? 0;
  }

  // ── drawing ───────────────────────────────────────────────────────────────────────────────────

  render(): TemplateResult | typeof nothing {
    const scene = this.#scene();
    if (!scene) return nothing;
    const { words, store } = scene;
    if (this.#kept) {
      const when = ago(this.#now - this.#kept.at, words.justNow, this.#on.localize);
      return resumeQuestion(when, words, this.#resume, this.#startOver);
    }
    const progress = store.$progress.get();
    if (progress?.state === 'working') return making(progress, scene);
    if (progress) {
      return outcome(progress, scene, {
        retry: () => void this.#run((onMade) => store.retryFailed(onMade)),
        done: this.#done,
        another: this.#another,
        showsMade: this.#showsMade,
        showMade: () => {
          this.#showsMade = true;
          this.#host.requestUpdate();
        },
      });
    }
    return this.#form(scene);
  }

  #form(scene: WizardScene): TemplateResult {
    const { words, store, draft } = scene;
    const step = this.#step;
    return html`${wizardSteps(step, this.#visited, words, (to) => void this.#go(to))}
      <form class="wizard-form" part="panel" novalidate @submit=${this.#onSubmit}>
        <h3 class="wizard-heading" tabindex="-1" aria-level=${this.#on.level() + 1}>${words.stepHeading[step]}</h3>
        ${errorSummary(
          words.faults(scene.faults.length),
          scene.faults.map((fault) => ({ text: faultText(fault, scene), go: () => this.#focusField(fault.field) })),
        )}
        <slot name="step-${step}-before"></slot>
        <div class="wizard-body">${STEPS[step](scene)}</div>
        <slot name="step-${step}-after"></slot>
        ${
          this.#asking
            ? wizardQuestion(words, this.#discard, this.#keepGoing)
            : wizardFoot({
                step,
                words,
                count: engagementCount(draft, store.$groups.get()),
                hasTemplate: draft.templateId !== null,
                hasTemplates: store.$templates.get().length > 0,
                busy: this.isWorking,
                onBack: () => void this.#back(),
                onSkip: () => void this.#skip(),
                onCancel: this.leave,
              })
        }
      </form>
      ${this.#pickers.render()}`;
  }

  #scene(): WizardScene | null {
    const [workspace, store] = [this.#of, this.#store];
    if (!workspace || !store || this.phase !== 'ready') return null;
    return {
      workspace,
      store,
      draft: store.$draft.get(),
      localize: this.#on.localize,
      words: this.#words,
      pickers: this.#pickers,
      fields: this.#fields,
      faults: this.#tried.has(this.#step) ? store.faultsOf(this.#step) : [],
      query: this.#query,
      redraw: () => this.#host.requestUpdate(),
      go: (step) => void this.#go(step),
    };
  }

  get #words() {
    return engagementSetupWords(this.#on.localize.messages);
  }

  // ── going through ─────────────────────────────────────────────────────────────────────────────

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.isWorking) return;
    void (this.#step === 'review' ? this.#create() : this.#next());
  };

  async #next(): Promise<void> {
    const at = SETUP_STEPS.indexOf(this.#step);
    const to = SETUP_STEPS[at + 1];
    if (to && !this.#isStopped(this.#step)) await this.#go(to);
  }

  async #back(): Promise<void> {
    const to = SETUP_STEPS[SETUP_STEPS.indexOf(this.#step) - 1];
    if (to) await this.#go(to);
  }

  async #skip(): Promise<void> {
    this.#store?.change({ templateId: null });
    await this.#next();
  }

  /** Whether something is wrong with a step; then it is told, and focus goes to where it is told. */
  #isStopped(step: SetupStep): boolean {
    this.#tried.add(step);
    this.#host.requestUpdate();
    if ((this.#store?.faultsOf(step).length ?? 0) === 0) return false;
    this.#focus('.error-summary');
    return true;
  }

  async #go(to: SetupStep): Promise<void> {
    const from = this.#step;
    if (to === from || this.isWorking) return;
    const before = new StepBeforeChange(from, to);
    this.#host.dispatchEvent(before);
    if (!(await before.allowed) || this.#step !== from) return;
    this.#step = to;
    this.#visited.add(to);
    this.#asking = false;
    this.#pickers.close({ returnFocus: false });
    this.#keep();
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
    this.#host.dispatchEvent(new StepChanged(to));
  }

  async #create(): Promise<void> {
    const store = this.#store;
    const draft = store && engagementDraftOf(store.$draft.get());
    if (!store) return;
    const wrong = SETUP_STEPS.find((step) => store.faultsOf(step).length > 0);
    if (wrong) {
      if (wrong !== this.#step) await this.#go(wrong);
      this.#isStopped(wrong);
      return;
    }
    if (!draft) return;
    const before = new EngagementBeforeCreate(draft);
    this.#host.dispatchEvent(before);
    if (!(await before.allowed)) return;
    await this.#run((onMade) => store.create(onMade));
  }

  async #run(work: (onMade: (engagement: Engagement) => void) => Promise<void>): Promise<void> {
    const store = this.#store;
    const running = work((engagement) => {
      this.#made.push(engagement);
      this.#host.dispatchEvent(new EngagementCreated(engagement));
    });
    this.#focus('.wizard-heading');
    await running;
    if (!store || store !== this.#store) return;
    const refused = store.$refusals.get()[0];
    if (refused) {
      if (refused.step !== this.#step) await this.#go(refused.step);
      this.#isStopped(refused.step);
      return;
    }
    if (this.#made.length > 0) this.#forget();
    this.#focus('.wizard-heading');
  }

  // ── leaving ───────────────────────────────────────────────────────────────────────────────────

  /** Leaves; asks first where something would be lost. */
  readonly leave = (): void => {
    if (this.isWorking) return;
    if (this.#made.length > 0 && this.#store?.$progress.get()) {
      this.#done();
      return;
    }
    if (!this.isDirty) {
      this.#cancel();
      return;
    }
    this.#asking = true;
    this.#host.requestUpdate();
    this.#focus('.wizard-keep');
  };

  readonly #keepGoing = (): void => {
    this.#asking = false;
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
  };

  readonly #discard = (): void => {
    this.#forget();
    this.#begin();
    this.#cancel();
  };

  #cancel(): void {
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new WizardCancelled());
    this.#on.onLeave();
  }

  readonly #done = (): void => {
    const made = this.#made;
    this.#made = [];
    this.#begin();
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new WizardFinished(made));
    this.#on.onLeave();
  };

  /** Back to the steps: after some were made with nothing chosen, after none as they were. */
  readonly #another = (): void => {
    const draft = this.#store?.$draft.get();
    const none = this.#made.length === 0;
    this.#begin();
    if (none && draft) this.#store?.change(draft);
    this.#made = [];
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
  };

  readonly #resume = (): void => {
    const kept = this.#kept;
    if (!kept) return;
    this.#kept = null;
    this.#step = kept.step;
    this.#visited = new Set(['coachees', ...kept.visited]);
    this.#store?.change(kept.draft);
    this.#focus('.wizard-heading');
  };

  readonly #startOver = (): void => {
    this.#kept = null;
    this.#forget();
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
  };

  /** Escape leaves, unless something in it has use for it; Alt with the arrow that points back goes back. */
  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || this.phase !== 'ready') return;
    const backwards = this.#on.localize.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.#asking) this.#keepGoing();
      else this.leave();
    } else if (event.key === backwards && event.altKey && !this.#store?.$progress.get()) {
      event.preventDefault();
      void this.#back();
    }
  };

  // ── focus ─────────────────────────────────────────────────────────────────────────────────────

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #focusField(field: SetupField): void {
    const control = (this.#host.renderRoot as ShadowRoot).getElementById(FIELD_IDS[field]);
    control?.focus();
    if (!control) announce(this.#words.stepHeading[this.#step]);
  }
}
