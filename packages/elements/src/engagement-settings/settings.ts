// The settings of the engagement that an element names: its store, what is kept for a reload, and what is done with them:
// saved, let go, deleted and brought back, each with what the page around is told of it.
import type { LitElement, ReactiveController } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { SettingsField } from '@followthrough/core/domain';
import type { EngagementPatch, Id, InvoicingMethod, InvoicingMethodDraft } from '@followthrough/core/schema';
import {
  createEngagementSettings,
  type EngagementSettingsStore,
  type SaveExtent,
  type SettingsChanges,
  type ShownSettings,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import { announce } from '../announce.ts';
import type { BeforeEvent } from '../events.ts';
import { engagementSettingsWords } from '../localize/late-engagement-settings.ts';
import { toastWords } from '../localize/late-tools.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { ToastController } from '../parts/toast.ts';
import { SessionExpired } from '../page-events.ts';
import { isForbidden, isSessionProblem } from '../problem-kind.ts';
import { Autosave } from './autosave.ts';
import { Deletion } from './deletion.ts';
import { METHOD_FIELDS } from './invoicing.ts';
import { keepChanges, keptChanges } from './kept-changes.ts';
import { listed } from './scene.ts';
import {
  DirtyChange,
  InvoicingMethodCreateRequest,
  type InvoicingSide,
  SettingsBeforeSave,
  SettingsError,
  SettingsSaved,
} from './settings-events.ts';

export interface SettingsSetting {
  readonly localize: LocalizeController;
  readonly workspace: () => WorkspaceStore | undefined;
  readonly engagement: () => Id | undefined;
  /** Whether changes are saved by themselves. */
  readonly autosaves: () => boolean;
  readonly toast: ToastController;
}

export class Settings implements ReactiveController {
  readonly #host: LitElement;
  readonly #on: SettingsSetting;
  #of: WorkspaceStore | undefined;
  #id: Id | undefined;
  #store: EngagementSettingsStore | undefined;
  #release: (() => void)[] = [];
  readonly #autosave: Autosave;
  #wasDirty = false;
  #tookUp = false;
  /** What was let go last, while it can be had back. */
  #letGo: SettingsChanges | null = null;
  /** Whether somebody tried to save, or left a field that saves itself: what is missing is told at its field from then on. */
  told = false;
  /** Whether somebody asked for a save: what is wrong is told over the form too. */
  asked = false;
  /** The failure that the page around says it tells itself. */
  hushed: BackendError | null = null;
  /** Whether what is unsaved is of an earlier visit. */
  returned = false;
  readonly #deletion: Deletion;

  constructor(host: LitElement, setting: SettingsSetting) {
    this.#host = host;
    this.#on = setting;
    this.#autosave = new Autosave({
      isOn: setting.autosaves,
      hasWork: () => this.#soundPatch !== null,
      save: () => this.save('sound'),
    });
    this.#deletion = new Deletion(host, {
      localize: setting.localize,
      store: () => this.#store,
      tell: (error, retry) => this.#tell(error, retry),
    });
    host.addController(this);
  }

  get store(): EngagementSettingsStore | undefined {
    return this.#store;
  }

  get workspace(): WorkspaceStore | undefined {
    return this.#of;
  }

  get shown(): ShownSettings | null {
    return this.#store?.$shown.get() ?? null;
  }

  get phase(): 'none' | 'loading' | 'error' | 'forbidden' | 'gone' | 'deleted' | 'ready' {
    const store = this.#store;
    if (!store) return 'none';
    const error = store.$error.get();
    const shown = store.$shown.get();
    if (store.$deleted.get()) return 'deleted';
    if (error && (error.code === 'not-found' || !shown)) {
      return error.code === 'not-found' ? 'gone' : isForbidden(error) ? 'forbidden' : 'error';
    }
    if (!shown) return 'loading';
    const { role } = shown.engagement;
    return role === 'coachee' || role === 'spectator' ? 'forbidden' : 'ready';
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  hostUpdate(): void {
    const workspace = this.#host.isConnected ? this.#on.workspace() : undefined;
    const id = this.#on.engagement();
    if (workspace === this.#of && id === this.#id) return;
    this.hostDisconnected();
    this.#of = workspace;
    this.#id = id;
    if (!workspace || id === undefined) return;
    const store = (this.#store = createEngagementSettings(workspace, id));
    const { $status, $error, $shown, $saving, $saveError, $deleted, $methods, $unsaved } = store;
    const redraw = () => this.#host.requestUpdate();
    this.#release = [
      ...[$status, $error, $shown, $saving, $saveError, $deleted, $methods, workspace.$online, workspace.$people].map(
        ($one) => $one.listen(redraw),
      ),
      $unsaved.listen((unsaved) => this.#onUnsaved(unsaved)),
      $shown.listen(() => this.#takeUp()),
    ];
    this.#autosave.start(workspace);
  }

  hostDisconnected(): void {
    for (const release of this.#release) release();
    this.#release = [];
    this.#autosave.stop();
    this.#store?.dispose();
    this.#store = this.#of = this.#id = undefined;
    this.#wasDirty = this.#tookUp = this.told = this.asked = this.returned = false;
    this.#letGo = this.hushed = null;
    this.#deletion.failure = null;
  }

  /** Once it is known what there is: what was typed on an earlier visit lies over it again. */
  #takeUp(): void {
    const [store, workspace, id] = [this.#store, this.#of, this.#id];
    if (this.#tookUp || !store || !workspace || id === undefined || !store.$shown.get()) return;
    this.#tookUp = true;
    const kept = keptChanges(workspace, id);
    if (!kept || store.$shown.get()?.engagement.may.edit !== true) return;
    store.takeUp(kept);
    this.returned = store.$unsaved.get() !== null;
    if (this.returned) this.#autosave.soon();
  }

  #onUnsaved(unsaved: SettingsChanges | null): void {
    const [workspace, id] = [this.#of, this.#id];
    if (workspace && id !== undefined && this.#tookUp) keepChanges(workspace, id, unsaved);
    const isDirty = unsaved !== null;
    if (isDirty === this.#wasDirty) return;
    this.#wasDirty = isDirty;
    if (!isDirty) this.told = this.asked = this.returned = false;
    this.#host.dispatchEvent(new DirtyChange(isDirty));
  }

  // ── saving ────────────────────────────────────────────────────────────────────────────────────

  write(patch: EngagementPatch): void {
    this.#store?.write(patch);
    this.#autosave.soon();
  }

  /** Of a field in conflict: what it decides is saved as if it were written. */
  resolve(field: SettingsField, how: 'mine' | 'theirs'): void {
    this.#store?.resolve(field, how);
    this.#autosave.soon();
  }

  /** A field was left: where changes are saved by themselves, now. */
  left(): void {
    if (!this.#on.autosaves() || !this.shown?.dirty) return;
    this.told = true;
    this.#host.requestUpdate();
    this.#autosave.now();
  }

  /** What can be saved with nobody looking; null where that is nothing. */
  get #soundPatch(): EngagementPatch | null {
    const [shown, patch] = [this.shown, this.#store?.$unsaved.get()?.patch];
    const fields = shown?.unsaved.filter((field) => !shown.waiting.includes(field)) ?? [];
    return patch && fields.length > 0 ? Object.fromEntries(fields.map((field) => [field, patch[field]])) : null;
  }

  /**
   * Saves what is unsaved; gives whether nothing is left to save.
   * @param extent `sound`: nobody asked, so only what does not wait for somebody
   */
  async save(extent: SaveExtent = 'all'): Promise<boolean> {
    const [store, shown] = [this.#store, this.shown];
    if (!store || !shown?.dirty || store.$saving.get()) return !shown?.dirty;
    const isAsked = extent === 'all';
    if (isAsked && this.#isHeldUp(shown)) return false;
    const patch = isAsked ? store.$unsaved.get()?.patch : this.#soundPatch;
    const before = new SettingsBeforeSave(shown.engagement, patch ?? {});
    if (!(await this.#isAllowed(before))) return false;
    const saved = this.shown?.unsaved ?? [];
    const outcome = await store.save(extent);
    const now = this.shown;
    if (outcome === 'saved' && now) {
      const words = this.#words;
      const fields = saved.filter((field) => !now.unsaved.includes(field)).map((field) => words.field[field]);
      announce(isAsked ? words.saved : words.savedFields(listed(fields, this.#on.localize.locale)));
      this.#host.dispatchEvent(new SettingsSaved(now.engagement));
      return !now.dirty;
    }
    if (isAsked && (outcome === 'conflict' || outcome === 'invalid')) this.#focus('.error-summary');
    const error = store.$saveError.get();
    if (outcome === 'failed' && error) {
      const isTold = this.#tell(error, () => void this.save());
      this.hushed = isTold ? null : error;
      this.#host.requestUpdate();
    }
    return outcome === 'unchanged';
  }

  /** Whether something has to be mended or decided first; it is told, and focus goes to where it is. */
  #isHeldUp({ faults, conflicts }: ShownSettings): boolean {
    this.told = this.asked = true;
    this.#host.requestUpdate();
    if (faults.every(({ code }) => code === 'refused') && conflicts.length === 0) return false;
    this.#focus('.error-summary');
    return true;
  }

  /** Lets go what is unsaved; it can be had back. */
  readonly discard = (): void => {
    const store = this.#store;
    const unsaved = store?.$unsaved.get();
    if (!store || !unsaved) return;
    store.discard();
    this.#letGo = unsaved;
    const words = this.#words;
    this.#on.toast.show({ text: words.discarded, action: { label: words.undo, run: () => void this.undo() } });
  };

  readonly remove = (): void => void this.#deletion.remove();

  readonly restore = (): void => void this.#deletion.restore();

  /** What went wrong with deleting or bringing back. */
  get failure(): string | null {
    return this.#deletion.failure;
  }

  /** Takes the last step back: deleting, or letting go what was unsaved; gives whether there was one. */
  undo(): boolean {
    if (this.phase === 'deleted') {
      this.restore();
      return true;
    }
    const [store, letGo] = [this.#store, this.#letGo];
    if (!store || !letGo || store.$unsaved.get()) return false;
    this.#letGo = null;
    this.#on.toast.hide();
    store.takeUp(letGo);
    this.#autosave.soon();
    announce(toastWords(this.#on.localize.messages).undone);
    return true;
  }

  // ── invoicing methods ─────────────────────────────────────────────────────────────────────────

  /** Whether the element is to ask for the method itself: the host page did not say it will. */
  asksForMethod(side: InvoicingSide): boolean {
    const engagement = this.shown?.engagement;
    if (!engagement) return false;
    const request = new InvoicingMethodCreateRequest(engagement, side, async (methodId) => {
      await this.#store?.refresh();
      this.chooseMethod(side, methodId);
    });
    return this.#host.dispatchEvent(request);
  }

  /** Makes an invoicing method; rejects with the BackendError. */
  async createMethod(draft: InvoicingMethodDraft): Promise<InvoicingMethod> {
    const store = this.#store;
    if (!store) throw new Error('there is no engagement any more');
    try {
      return await store.createMethod(draft);
    } catch (error) {
      if (isSessionProblem(error as BackendError)) this.#host.dispatchEvent(new SessionExpired());
      throw error;
    }
  }

  chooseMethod(side: InvoicingSide, methodId: InvoicingMethod['id']): void {
    this.write({ [METHOD_FIELDS[side]]: methodId });
  }

  // ── in common ─────────────────────────────────────────────────────────────────────────────────

  async #isAllowed(before: BeforeEvent): Promise<boolean> {
    this.#host.dispatchEvent(before);
    return before.allowed;
  }

  /** Tells the page around; gives whether it is to be shown here too. */
  #tell(error: BackendError, retry: () => void): boolean {
    if (isSessionProblem(error)) this.#host.dispatchEvent(new SessionExpired());
    return this.#host.dispatchEvent(new SettingsError(error, retry));
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  get #words() {
    return engagementSettingsWords(this.#on.localize.messages);
  }
}
