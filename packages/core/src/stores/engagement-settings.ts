// The settings of one engagement (rulebook §5): read, changed at leisure, saved whole. Edits of other fields than somebody
// else's are merged; the same field changed twice is asked about; nothing typed is lost to a failure.
import { atom, batch, computed, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { SettingsField } from '../domain/index.ts';
import type {
  Engagement,
  EngagementDetail,
  EngagementPatch,
  Id,
  InvoicingMethod,
  InvoicingMethodDraft,
} from '../schema/index.ts';
import { CURRENCIES } from '../schema/currency.ts';
import { asBackendError } from './connection.ts';
import {
  isSettingsClean,
  keepMySetting,
  type SettingsChanges,
  settingsConflicts,
  settingsOf,
  takeTheirSetting,
  unsavedSettings,
  withSettings,
  writtenSettings,
} from './engagement-settings-changes.ts';
import { movedByStart, type MovedItemDate, type SettingsFault, settingsFaults } from './engagement-settings-faults.ts';
import { standingRefusals, waitingSettings } from './engagement-settings-refusals.ts';
import { createSaving, createSavingMarks, type SaveExtent, type SaveOutcome } from './engagement-settings-saving.ts';
import { onEngagementNews, tellEngagementNews } from './engagement-news.ts';
import { createIntents } from './intents.ts';
import { createInvoicingMethods } from './invoicing-methods.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

/** What is shown of the settings. */
export interface ShownSettings {
  /** As it stands, as far as is known. */
  readonly engagement: EngagementDetail;
  /** With the unsaved changes over it. */
  readonly edited: EngagementDetail;
  readonly dirty: boolean;
  /** The fields that are not saved yet. */
  readonly unsaved: readonly SettingsField[];
  /** Of those, what somebody has to look at before it is saved: what is wrong, changed twice, or moves dates. */
  readonly waiting: readonly SettingsField[];
  /** Of those, what is on its way. */
  readonly sending: readonly SettingsField[];
  /** The fields saved here and not written since. */
  readonly saved: readonly SettingsField[];
  /** The fields changed here and elsewhere. */
  readonly conflicts: readonly SettingsField[];
  readonly faults: readonly SettingsFault[];
  /** The dates of items that the unsaved start moves. */
  readonly moved: readonly MovedItemDate[];
}

export interface EngagementSettingsStore {
  readonly $status: ReadableAtom<LoadStatus>;
  readonly $error: ReadableAtom<BackendError | null>;
  readonly $shown: ReadableAtom<ShownSettings | null>;
  readonly $saving: ReadableAtom<boolean>;
  /** Why the last save failed, until something is changed or saved. */
  readonly $saveError: ReadableAtom<BackendError | null>;
  /** Whether it was deleted here, and can be brought back. */
  readonly $deleted: ReadableAtom<boolean>;
  /** Invoicing methods by name; empty to those who may not know them. */
  readonly $methods: ReadableAtom<readonly InvoicingMethod[]>;
  /** The codes of the currencies that a method can be in. */
  readonly currencies: readonly string[];
  /** What is unsaved, to be kept elsewhere; null where nothing is. */
  readonly $unsaved: ReadableAtom<SettingsChanges | null>;
  write(patch: EngagementPatch): void;
  /** Takes up what was kept of an earlier visit. */
  takeUp(kept: SettingsChanges): void;
  /** Of a field in conflict. */
  resolve(field: SettingsField, how: 'mine' | 'theirs'): void;
  discard(): void;
  /** @param extent `sound`: only what does not wait for somebody; all by default */
  save(extent?: SaveExtent): Promise<SaveOutcome>;
  /** Makes an invoicing method; rejects with the BackendError. Tried again alike, it makes no second one. */
  createMethod(draft: InvoicingMethodDraft): Promise<InvoicingMethod>;
  /** Rejects with the BackendError. */
  remove(): Promise<void>;
  restore(): Promise<void>;
  /** Loads again, keeping what is unsaved. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** The settings of an engagement. It begins to load at once. */
export function createEngagementSettings(workspace: WorkspaceStore, engagementId: Id): EngagementSettingsStore {
  const { backend } = workspace;
  /** Who this is among the stores of the page. */
  const self = {};
  const $status = atom<LoadStatus>('idle');
  const $error = atom<BackendError | null>(null);
  const $engagement = atom<EngagementDetail | null>(null);
  const $changes = atom<SettingsChanges | null>(null);
  const $deleted = atom(false);
  const marks = createSavingMarks();
  const { $sending, $saved, $refusals, $saveError } = marks;
  const reads = new AbortController();
  const intents = createIntents(workspace.environment);
  const methods = createInvoicingMethods(workspace, intents);

  const $unsaved = computed([$changes, $engagement], (changes, engagement) =>
    changes && engagement && !isSettingsClean(changes, engagement) ? changes : null,
  );
  const $saving = computed($sending, (sending) => sending.length > 0);
  const $shown = computed(
    [$engagement, $changes, $refusals, $sending, $saved, workspace.$people],
    (engagement, changes, refusals, sending, saved, people): ShownSettings | null => {
      if (!engagement) return null;
      const edited = changes ? withSettings(changes, engagement) : engagement;
      const calendar = workspace.$me.get()?.workspace.calendar;
      const unsaved = changes ? unsavedSettings(changes, engagement) : [];
      const met = changes ? settingsConflicts(changes, engagement) : [];
      // What is on its way may be told to be another's change before its answer has come.
      const conflicts = met.filter((field) => !sending.includes(field));
      const faults = [...settingsFaults(edited, people), ...standingRefusals(refusals, edited)];
      const isMoved = calendar !== undefined && edited.startDate !== engagement.startDate;
      const moved = isMoved ? movedByStart(engagement.items, edited.startDate, calendar) : [];
      const waiting = waitingSettings(unsaved, { faults, conflicts, moves: moved.length > 0 });
      const dirty = unsaved.length > 0;
      return { engagement, edited, dirty, unsaved, waiting, sending, saved, conflicts, faults, moved };
    },
  );

  async function load(): Promise<void> {
    if ($status.get() !== 'ready') $status.set('loading');
    try {
      if (!workspace.$me.get()) await workspace.load();
      const { signal } = reads;
      const engagement = await workspace.call(() => backend.engagements.get(engagementId, { signal }));
      const known = engagement.role === 'admin' ? await methods.read(signal) : [];
      batch(() => {
        $engagement.set(engagement);
        methods.show(known);
        $error.set(null);
        $status.set('ready');
      });
    } catch (thrown) {
      if (reads.signal.aborted) return;
      $error.set(asBackendError(thrown));
      if ($engagement.get() === null) $status.set('error');
    }
  }

  /** As it stands now: as the refusal told it, else as it is read again. */
  async function lookAgain(current: unknown): Promise<void> {
    const known = $engagement.get();
    if (known && isEngagement(engagementId, current)) $engagement.set({ ...known, ...current });
    else await load();
  }

  const tellNews = () => tellEngagementNews(workspace, self);
  const save = createSaving(
    {
      ...{ workspace, engagementId, $engagement, $changes, intents, lookAgain },
      ...{ shown: () => $shown.get(), onSaved: tellNews },
    },
    marks,
  );

  void load();
  const stopWaking = workspace.onWake(() => void load());
  const stopNews = onEngagementNews(workspace, self, () => {
    if (!$deleted.get()) void load();
  });

  return {
    $status,
    $error,
    $shown,
    $saving,
    $saveError,
    $deleted,
    $methods: methods.$methods,
    currencies: [...CURRENCIES],
    $unsaved,
    write(patch) {
      const engagement = $engagement.get();
      if (!engagement) return;
      const changes = $changes.get() ?? { base: settingsOf(engagement), patch: {} };
      batch(() => {
        $saveError.set(null);
        $saved.set($saved.get().filter((field) => patch[field] === undefined));
        $changes.set(writtenSettings(changes, engagement, patch));
      });
    },
    takeUp: (kept) => $changes.set(kept),
    resolve(field, how) {
      const [changes, engagement] = [$changes.get(), $engagement.get()];
      if (!changes || !engagement) return;
      $changes.set((how === 'mine' ? keepMySetting : takeTheirSetting)(changes, engagement, field));
    },
    discard() {
      batch(() => {
        $saveError.set(null);
        $refusals.set([]);
        $changes.set(null);
      });
    },
    save: (extent = 'all') => save(extent),
    createMethod: methods.create,
    async remove() {
      const engagement = $engagement.get();
      if (!engagement) return;
      const { version } = engagement;
      const intent = intents.of({ remove: version });
      await workspace.call(() => backend.engagements.remove(engagementId, { version, intent }));
      $deleted.set(true);
      tellNews();
    },
    async restore() {
      const restored = await workspace.call(() => backend.engagements.restore(engagementId));
      intents.answered();
      batch(() => {
        $engagement.set(restored);
        $deleted.set(false);
      });
      tellNews();
    },
    refresh: load,
    dispose() {
      reads.abort();
      stopWaking();
      stopNews();
    },
  };
}

function isEngagement(id: Id, value: unknown): value is Engagement {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id && 'coacheeIds' in value;
}
