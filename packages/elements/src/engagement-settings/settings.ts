// The settings of the engagement that an element names: its store, what is kept for a reload, and what is done with them:
// saved, let go, deleted and brought back, each with what the page around is told of it.
import type { LitElement, ReactiveController } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Engagement, Id, InvoicingMethod } from '@followthrough/core/schema';
import {
  createEngagementSettings,
  type EngagementSettingsStore,
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
import { problemText } from '../problem-text.ts';
import { isForbidden } from '../problem-kind.ts';
import { METHOD_FIELDS } from './invoicing.ts';
import { keepChanges, keptChanges } from './kept-changes.ts';
import {
  DirtyChange,
  EngagementBeforeDelete,
  EngagementDeletion,
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
  readonly toast: ToastController;
}

export class Settings implements ReactiveController {
  readonly #host: LitElement;
  readonly #on: SettingsSetting;
  #of: WorkspaceStore | undefined;
  #id: Id | undefined;
  #store: EngagementSettingsStore | undefined;
  #release: (() => void)[] = [];
  #wasDirty = false;
  #tookUp = false;
  /** What was let go last, while it can be had back. */
  #letGo: SettingsChanges | null = null;
  /** Whether somebody tried to save: what is missing is told from then on. */
  told = false;
  /** Whether what is unsaved is of an earlier visit. */
  returned = false;
  /** What went wrong with deleting or bringing back. */
  failure: string | null = null;

  constructor(host: LitElement, setting: SettingsSetting) {
    this.#host = host;
    this.#on = setting;
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
  }

  hostDisconnected(): void {
    for (const release of this.#release) release();
    this.#release = [];
    this.#store?.dispose();
    this.#store = this.#of = this.#id = undefined;
    this.#wasDirty = this.#tookUp = this.told = this.returned = false;
    this.failure = this.#letGo = null;
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
  }

  #onUnsaved(unsaved: SettingsChanges | null): void {
    const [workspace, id] = [this.#of, this.#id];
    if (workspace && id !== undefined && this.#tookUp) keepChanges(workspace, id, unsaved);
    const isDirty = unsaved !== null;
    if (isDirty === this.#wasDirty) return;
    this.#wasDirty = isDirty;
    if (!isDirty) this.told = this.returned = false;
    this.#host.dispatchEvent(new DirtyChange(isDirty));
  }

  // ── saving ────────────────────────────────────────────────────────────────────────────────────

  /** Saves what is unsaved; gives whether nothing is left to save. */
  async save(): Promise<boolean> {
    const [store, shown] = [this.#store, this.shown];
    if (!store || !shown?.dirty || store.$saving.get()) return !shown?.dirty;
    this.told = true;
    this.#host.requestUpdate();
    if (shown.faults.some(({ code }) => code !== 'refused') || shown.conflicts.length > 0) {
      this.#focus('.error-summary');
      return false;
    }
    const before = new SettingsBeforeSave(shown.engagement, store.$unsaved.get()?.patch ?? {});
    if (!(await this.#isAllowed(before))) return false;
    const outcome = await store.save();
    const now = this.shown?.engagement;
    if (outcome === 'saved' && now) {
      announce(this.#words.saved);
      this.#host.dispatchEvent(new SettingsSaved(now));
      return true;
    }
    if (outcome === 'conflict' || outcome === 'invalid') this.#focus('.error-summary');
    const error = store.$saveError.get();
    if (outcome === 'failed' && error) this.#tell(error, () => void this.save());
    return outcome === 'unchanged';
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

  /** Takes the last step back: deleting, or letting go what was unsaved; gives whether there was one. */
  undo(): boolean {
    if (this.phase === 'deleted') {
      void this.restore();
      return true;
    }
    const [store, letGo] = [this.#store, this.#letGo];
    if (!store || !letGo || store.$unsaved.get()) return false;
    this.#letGo = null;
    this.#on.toast.hide();
    store.takeUp(letGo);
    announce(toastWords(this.#on.localize.messages).undone);
    return true;
  }

  // ── deleting ──────────────────────────────────────────────────────────────────────────────────

  readonly remove = async (): Promise<void> => {
    const [store, engagement] = [this.#store, this.shown?.engagement];
    if (!store || !engagement || !(await this.#isAllowed(new EngagementBeforeDelete(engagement)))) return;
    await this.#try(
      () => store.remove(),
      this.remove,
      () => {
        announce(this.#words.deleted(engagement.title));
        this.#focus('.settings-undo');
        this.#tellDeletion('deleted', engagement);
      },
    );
  };

  readonly restore = async (): Promise<void> => {
    const store = this.#store;
    if (!store) return;
    await this.#try(
      () => store.restore(),
      this.restore,
      () => {
        const engagement = this.shown?.engagement;
        if (!engagement) return;
        announce(this.#words.restored(engagement.title));
        this.#focus('.settings-delete');
        this.#tellDeletion('restored', engagement);
      },
    );
  };

  #tellDeletion(what: 'deleted' | 'restored', engagement: Engagement): void {
    this.#host.dispatchEvent(new EngagementDeletion(what, engagement));
  }

  async #try(work: () => Promise<void>, again: () => Promise<void>, done: () => void): Promise<void> {
    this.failure = null;
    try {
      await work();
      done();
    } catch (error) {
      if (this.#tell(error as BackendError, () => void again()))
        this.failure = problemText(error as BackendError, this.#on.localize.messages);
    }
    this.#host.requestUpdate();
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

  chooseMethod(side: InvoicingSide, methodId: InvoicingMethod['id']): void {
    this.#store?.write({ [METHOD_FIELDS[side]]: methodId });
  }

  // ── in common ─────────────────────────────────────────────────────────────────────────────────

  async #isAllowed(before: BeforeEvent): Promise<boolean> {
    this.#host.dispatchEvent(before);
    return before.allowed;
  }

  /** Tells the page around; gives whether it is to be shown here too. */
  #tell(error: BackendError, retry: () => void): boolean {
    return this.#host.dispatchEvent(new SettingsError(error, retry));
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  get #words() {
    return engagementSettingsWords(this.#on.localize.messages);
  }
}
