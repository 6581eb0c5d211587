// How somebody goes through making engagements: which step is shown, what stands in the way of the next, what is kept for a
// reload, how it is left, and where focus goes.
import type { LitElement } from 'lit';
import type { Engagement } from '@followthrough/core/schema';
import {
  EMPTY_SETUP,
  engagementDraftOf,
  type EngagementSetupStore,
  type SetupDraft,
  type SetupFault,
  type SetupStep,
  stepOfFault,
} from '@followthrough/core/stores';
import { SessionExpired } from '../page-events.ts';
import { isSessionProblem } from '../problem-kind.ts';
import type { StepAddress } from './step-address.ts';
import { keepDraft, type KeptDraft, keptDraft } from './kept-draft.ts';
import {
  EngagementBeforeCreate,
  EngagementCreated,
  StepBeforeChange,
  StepChanged,
  WizardCancelled,
  WizardFinished,
  type WizardPresets,
} from './wizard-events.ts';

export interface CourseSetting {
  /** What has been chosen, while there is a workspace. */
  readonly store: () => EngagementSetupStore | undefined;
  readonly presets: () => WizardPresets;
  readonly draftKey: () => string | undefined;
  /** The steps gone through, in order. */
  readonly steps: () => readonly SetupStep[];
  /** The step in the page's address. */
  readonly address: StepAddress;
  readonly now: () => number;
  /** Another step is about to be drawn. */
  readonly onStep: () => void;
  /** It is left: the element closes its dialog. */
  readonly onLeave: () => void;
}

export class WizardCourse {
  readonly #host: LitElement;
  readonly #on: CourseSetting;
  #step: SetupStep = 'coachees';
  #visited = new Set<SetupStep>();
  /** What was chosen before anybody chose, as it was when it began. */
  #begunWith = '';
  /** Steps that somebody tried to go on from: what is wrong with them is told. */
  #tried = new Set<SetupStep>();
  #asking = false;
  #showsMade = false;
  #kept: KeptDraft | null = null;
  #made: Engagement[] = [];

  constructor(host: LitElement, setting: CourseSetting) {
    this.#host = host;
    this.#on = setting;
  }

  get step(): SetupStep {
    return this.#step;
  }

  /** The steps seen so far. */
  get visited(): ReadonlySet<SetupStep> {
    return this.#visited;
  }

  /** Whether what is wrong with the step shown is told. */
  get isTold(): boolean {
    return this.#tried.has(this.#step);
  }

  /** Whether "Discard what you chose?" is asked. */
  get isAsking(): boolean {
    return this.#asking;
  }

  /** Whether those that were made are shown beside those that were not. */
  get showsMade(): boolean {
    return this.#showsMade;
  }

  /** What was begun on an earlier visit, until somebody says what becomes of it. */
  get kept(): KeptDraft | null {
    return this.#kept;
  }

  get #store(): EngagementSetupStore | undefined {
    return this.#on.store();
  }

  /** Whether something would be lost. */
  get isDirty(): boolean {
    const draft = this.#store?.$draft.get();
    const isMade = this.#store?.$progress.get() != null;
    return draft !== undefined && !isMade && JSON.stringify(draft) !== this.#begunWith;
  }

  get #steps(): readonly SetupStep[] {
    return this.#on.steps();
  }

  get isWorking(): boolean {
    return this.#store?.$progress.get()?.state === 'working';
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

  /** The wizard is there: it goes on where a reload left it, else it begins. */
  arrive(): void {
    const { address } = this.#on;
    const isUnderWay = address.isUnderWay;
    this.#start();
    const kept = this.#kept;
    if (!isUnderWay) return;
    if (kept) this.#takeUp(kept, address.asked);
    else address.clear();
  }

  /** Begins anew, with what is chosen before anybody chooses. */
  begin(): void {
    this.#start();
    this.#on.address.clear();
  }

  #start(): void {
    const key = this.#on.draftKey();
    this.#kept = key === undefined ? null : keptDraft(key);
    this.#toFirst();
    this.#tried.clear();
    this.#asking = this.#showsMade = false;
    this.#on.onStep();
    const begun = this.#begun();
    this.#begunWith = JSON.stringify(begun);
    this.#store?.reset();
    this.#store?.change(begun);
    // What a template brings along is no choice of anybody's.
    const draft = this.#store?.$draft.get();
    if (draft) this.#begunWith = JSON.stringify(draft);
  }

  #toFirst(): void {
    this.#step = this.#steps[0] ?? 'review';
    this.#visited = new Set([this.#step]);
  }

  /** Other steps are gone through, or other things chosen beforehand: nobody is left at a step that is none any more. */
  settle(): void {
    if (!this.isDirty && this.#visited.size <= 1 && !this.#store?.$progress.get()) this.#start();
    else if (!this.#steps.includes(this.#step)) this.#toFirst();
  }

  /** Keeps what has been chosen, for a reload. */
  keep(): void {
    const key = this.#on.draftKey();
    const draft = this.#store?.$draft.get();
    if (key === undefined || !draft || this.#kept || !this.isDirty) return;
    keepDraft(key, { at: this.#on.now(), draft, step: this.#step, visited: [...this.#visited] });
    this.#on.address.mark();
  }

  #forget(): void {
    const key = this.#on.draftKey();
    if (key !== undefined) keepDraft(key, null);
  }

  // ── going through ─────────────────────────────────────────────────────────────────────────────

  readonly submit = (event: Event): void => {
    event.preventDefault();
    if (this.isWorking) return;
    void (this.#step === 'review' ? this.#create() : this.#next());
  };

  async #next(): Promise<void> {
    const steps = this.#steps;
    const to = steps[steps.indexOf(this.#step) + 1];
    if (to && !this.#isStopped(this.#step)) await this.go(to);
  }

  async back(): Promise<void> {
    const steps = this.#steps;
    const to = steps[steps.indexOf(this.#step) - 1];
    if (to) await this.go(to);
  }

  async skip(): Promise<void> {
    this.#store?.change({ templateId: null });
    await this.#next();
  }

  /** Whether something is wrong with a step; then it is told, and focus goes to where it is told. */
  #isStopped(step: SetupStep): boolean {
    this.#tried.add(step);
    this.#host.requestUpdate();
    if (this.#faultsOf(step).length === 0) return false;
    this.#focus('.error-summary');
    return true;
  }

  #faultsOf(step: SetupStep): readonly SetupFault[] {
    return this.#store?.faultsOf(step, this.#steps) ?? [];
  }

  /** The browser went back or forward to a step; gives whether it is shown now. */
  async follow(to: SetupStep): Promise<boolean> {
    if (!this.#visited.has(to) || this.#kept || this.#store?.$progress.get()) return false;
    await this.go(to);
    return this.#step === to;
  }

  async go(to: SetupStep): Promise<void> {
    const from = this.#step;
    if (to === from || this.isWorking || !this.#steps.includes(to)) return;
    const before = new StepBeforeChange(from, to);
    this.#host.dispatchEvent(before);
    if (!(await before.allowed) || this.#step !== from) return;
    this.#step = to;
    this.#visited.add(to);
    this.#asking = false;
    this.#on.onStep();
    this.#on.address.show(to);
    this.keep();
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
    this.#host.dispatchEvent(new StepChanged(to));
  }

  async #create(): Promise<void> {
    const store = this.#store;
    const draft = store && engagementDraftOf(store.$draft.get());
    if (!store) return;
    const wrong = this.#steps.find((step) => this.#faultsOf(step).length > 0);
    if (wrong) {
      if (wrong !== this.#step) await this.go(wrong);
      this.#isStopped(wrong);
      return;
    }
    if (!draft) return;
    const before = new EngagementBeforeCreate(draft);
    this.#host.dispatchEvent(before);
    if (!(await before.allowed)) return;
    await this.run((onMade) => store.create(onMade));
  }

  /** Makes them, or tries again. */
  async run(work: (onMade: (engagement: Engagement) => void) => Promise<void>): Promise<void> {
    const store = this.#store;
    const running = work((engagement) => {
      this.#made.push(engagement);
      this.#host.dispatchEvent(new EngagementCreated(engagement));
    });
    this.#focus('.wizard-heading');
    await running;
    if (!store || store !== this.#store) return;
    const isExpired = store.$progress.get()?.results.some(({ error }) => error && isSessionProblem(error));
    if (isExpired) this.#host.dispatchEvent(new SessionExpired());
    const refused = store.$refusals.get()[0];
    if (refused) {
      const step = stepOfFault(refused, this.#steps);
      if (step !== this.#step) await this.go(step);
      this.#isStopped(step);
      return;
    }
    if (this.#made.length > 0) {
      this.#forget();
      // Back leads to no step of what is made already.
      this.#on.address.clear();
    }
    this.#focus('.wizard-heading');
  }

  // ── leaving ───────────────────────────────────────────────────────────────────────────────────

  /** Leaves; asks first where something would be lost. */
  readonly leave = (): void => {
    if (this.isWorking) return;
    if (this.#made.length > 0 && this.#store?.$progress.get()) {
      this.done();
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

  readonly keepGoing = (): void => {
    this.#asking = false;
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
  };

  readonly discard = (): void => {
    this.#forget();
    this.begin();
    this.#cancel();
  };

  #cancel(): void {
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new WizardCancelled());
    this.#on.onLeave();
  }

  readonly done = (): void => {
    const made = this.#made;
    this.#made = [];
    this.begin();
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new WizardFinished(made));
    this.#on.onLeave();
  };

  /** Back to the steps: after some were made with nothing chosen, after none as they were. */
  readonly another = (): void => {
    const draft = this.#store?.$draft.get();
    const none = this.#made.length === 0;
    this.begin();
    if (none && draft) this.#store?.change(draft);
    this.#made = [];
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
  };

  readonly showMade = (): void => {
    this.#showsMade = true;
    this.#host.requestUpdate();
  };

  readonly resume = (): void => {
    const kept = this.#kept;
    if (!kept) return;
    this.#takeUp(kept, kept.step);
    this.#focus('.wizard-heading');
  };

  /** Goes on with what was kept, at a step that was seen. */
  #takeUp(kept: KeptDraft, at: SetupStep | undefined): void {
    const steps = this.#steps;
    this.#kept = null;
    this.#visited = new Set([...steps.slice(0, 1), ...kept.visited.filter((step) => steps.includes(step))]);
    const [step] = [at, kept.step, ...steps].filter((one) => one !== undefined && this.#visited.has(one));
    if (step) this.#step = step;
    this.#store?.change(kept.draft);
    this.#on.address.show(this.#step);
    this.#host.requestUpdate();
  }

  readonly startOver = (): void => {
    this.#kept = null;
    this.#forget();
    this.#host.requestUpdate();
    this.#focus('.wizard-heading');
  };

  // ── focus ─────────────────────────────────────────────────────────────────────────────────────

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
