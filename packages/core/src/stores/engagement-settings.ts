// The settings of one engagement (rulebook §5): read, changed at leisure, saved whole. Edits of other fields than somebody
// else's are merged; the same field changed twice is asked about; nothing typed is lost to a failure.
import { atom, batch, computed, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import { SETTINGS_FIELDS, type SettingsField } from '../domain/index.ts';
import type {
  Engagement,
  EngagementDetail,
  EngagementPatch,
  Id,
  InvoicingMethod,
  InvoicingMethodDraft,
} from '../schema/index.ts';
import { CURRENCIES } from '../schema/currency.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import {
  isSettingsClean,
  keepMySetting,
  type SettingsChanges,
  settingsConflicts,
  settingsOf,
  settingsToSave,
  takeTheirSetting,
  withSettings,
  writtenSettings,
} from './engagement-settings-changes.ts';
import { movedByStart, type MovedItemDate, type SettingsFault, settingsFaults } from './engagement-settings-faults.ts';
import { onEngagementNews, tellEngagementNews } from './engagement-news.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

/** What came of saving: `unchanged` where there was nothing to save. */
export type SaveOutcome = 'saved' | 'unchanged' | 'invalid' | 'conflict' | 'failed';

/** What is shown of the settings. */
export interface ShownSettings {
  /** As it stands, as far as is known. */
  readonly engagement: EngagementDetail;
  /** With the unsaved changes over it. */
  readonly edited: EngagementDetail;
  readonly dirty: boolean;
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
  save(): Promise<SaveOutcome>;
  /** Makes an invoicing method; rejects with the BackendError. Tried again alike, it makes no second one. */
  createMethod(draft: InvoicingMethodDraft): Promise<InvoicingMethod>;
  /** Rejects with the BackendError. */
  remove(): Promise<void>;
  restore(): Promise<void>;
  /** Loads again, keeping what is unsaved. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** Saves over others' changes of other fields as often as this before it gives up. */
const TRIES = 3;

/** The settings of an engagement. It begins to load at once. */
export function createEngagementSettings(workspace: WorkspaceStore, engagementId: Id): EngagementSettingsStore {
  const { backend, environment } = workspace;
  /** Who this is among the stores of the page. */
  const self = {};
  const $status = atom<LoadStatus>('idle');
  const $error = atom<BackendError | null>(null);
  const $engagement = atom<EngagementDetail | null>(null);
  const $changes = atom<SettingsChanges | null>(null);
  const $saving = atom(false);
  const $saveError = atom<BackendError | null>(null);
  const $deleted = atom(false);
  const $methods = atom<readonly InvoicingMethod[]>([]);
  const reads = new AbortController();
  let intended: { readonly written: string; readonly intent: Id } | null = null;

  const $unsaved = computed([$changes, $engagement], (changes, engagement) =>
    changes && engagement && !isSettingsClean(changes, engagement) ? changes : null,
  );
  const $shown = computed(
    [$engagement, $changes, $saveError, $saving, workspace.$people],
    (engagement, changes, error, saving, people): ShownSettings | null => {
      if (!engagement) return null;
      const edited = changes ? withSettings(changes, engagement) : engagement;
      const calendar = workspace.$me.get()?.workspace.calendar;
      return {
        engagement,
        edited,
        dirty: changes !== null && !isSettingsClean(changes, engagement),
        conflicts: changes && !saving ? settingsConflicts(changes, engagement) : [],
        faults: [...settingsFaults(edited, people), ...refusedFields(error)],
        moved:
          calendar && edited.startDate !== engagement.startDate
            ? movedByStart(engagement.items, edited.startDate, calendar)
            : [],
      };
    },
  );

  async function load(): Promise<void> {
    if ($status.get() !== 'ready') $status.set('loading');
    try {
      if (!workspace.$me.get()) await workspace.load();
      const { signal } = reads;
      const engagement = await workspace.call(() => backend.engagements.get(engagementId, { signal }));
      const methods = engagement.role === 'admin' ? await readMethods() : [];
      batch(() => {
        $engagement.set(engagement);
        $methods.set(methods);
        $error.set(null);
        $status.set('ready');
      });
    } catch (thrown) {
      if (reads.signal.aborted) return;
      $error.set(asBackendError(thrown));
      if ($engagement.get() === null) $status.set('error');
    }
  }

  async function readMethods(): Promise<InvoicingMethod[]> {
    const methods: InvoicingMethod[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) };
      const page = await workspace.call(() => backend.invoicingMethods.list(query, { signal: reads.signal }));
      methods.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return methods;
  }

  /** One intent for what is written alike, until it is answered. */
  function intentFor(written: unknown): Id {
    const key = JSON.stringify(written);
    if (intended?.written !== key) intended = { written: key, intent: environment.newId() };
    return intended.intent;
  }

  async function save(): Promise<SaveOutcome> {
    const shown = $shown.get();
    if (!shown || $saving.get()) return 'unchanged';
    $saveError.set(null);
    if (!shown.dirty) return 'unchanged';
    if (($shown.get()?.faults.length ?? 0) > 0) return 'invalid';
    if (shown.conflicts.length > 0) return 'conflict';
    $saving.set(true);
    try {
      return await send(TRIES);
    } finally {
      $saving.set(false);
    }
  }

  async function send(tries: number): Promise<SaveOutcome> {
    const [base, changes] = [$engagement.get(), $changes.get()];
    if (!base || !changes) return 'unchanged';
    const patch = settingsToSave(changes, base);
    const { version } = base;
    try {
      const intent = intentFor({ patch, version });
      const saved = await workspace.call(() =>
        backend.engagements.update(engagementId, patch, { version, base, intent }),
      );
      batch(() => {
        $engagement.set(saved);
        const rest = $changes.get();
        // What was typed while it was sent is still unsaved.
        if (rest) $changes.set({ base: settingsOf(saved), patch: without(rest.patch, changes.patch) });
      });
      tellEngagementNews(workspace, self);
      return 'saved';
    } catch (thrown) {
      const error = asBackendError(thrown);
      if (error.code === 'version-conflict' && tries > 0) {
        await lookAgain(error.current);
        const now = $engagement.get();
        const met = $changes.get();
        if (now && met) return settingsConflicts(met, now).length > 0 ? 'conflict' : send(tries - 1);
      }
      $saveError.set(error);
      return 'failed';
    }
  }

  /** As it stands now: as the refusal told it, else as it is read again. */
  async function lookAgain(current: unknown): Promise<void> {
    const known = $engagement.get();
    if (known && isEngagement(engagementId, current)) $engagement.set({ ...known, ...current });
    else await load();
  }

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
    $methods,
    currencies: [...CURRENCIES],
    $unsaved,
    write(patch) {
      const engagement = $engagement.get();
      if (!engagement) return;
      $saveError.set(null);
      const changes = $changes.get() ?? { base: settingsOf(engagement), patch: {} };
      $changes.set(writtenSettings(changes, engagement, patch));
    },
    takeUp: (kept) => $changes.set(kept),
    resolve(field, how) {
      const [changes, engagement] = [$changes.get(), $engagement.get()];
      if (!changes || !engagement) return;
      $changes.set((how === 'mine' ? keepMySetting : takeTheirSetting)(changes, engagement, field));
    },
    discard() {
      $saveError.set(null);
      $changes.set(null);
    },
    save,
    async createMethod(draft) {
      const intent = intentFor(draft);
      const method = await workspace.call(() => backend.invoicingMethods.create(draft, { intent }));
      intended = null;
      $methods.set([...$methods.get().filter(({ id }) => id !== method.id), method].sort(byName));
      return method;
    },
    async remove() {
      const engagement = $engagement.get();
      if (!engagement) return;
      const { version } = engagement;
      const intent = intentFor({ remove: version });
      await workspace.call(() => backend.engagements.remove(engagementId, { version, intent }));
      $deleted.set(true);
      tellEngagementNews(workspace, self);
    },
    async restore() {
      const restored = await workspace.call(() => backend.engagements.restore(engagementId));
      intended = null;
      batch(() => {
        $engagement.set(restored);
        $deleted.set(false);
      });
      tellEngagementNews(workspace, self);
    },
    refresh: load,
    dispose() {
      reads.abort();
      stopWaking();
      stopNews();
    },
  };
}

/** The patch without those of its fields that were written as they are. */
function without(patch: EngagementPatch, written: EngagementPatch): EngagementPatch {
  return Object.fromEntries(
    SETTINGS_FIELDS.filter((field) => patch[field] !== undefined && patch[field] !== written[field]).map((field) => [
      field,
      patch[field],
    ]),
  );
}

/** What the backend refused, at its fields. */
function refusedFields(error: BackendError | null): SettingsFault[] {
  return (error?.errors ?? []).flatMap(({ pointer, message }) => {
    const field = SETTINGS_FIELDS.find((name) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
    return field ? [{ field, code: 'refused', people: [], message } as const] : [];
  });
}

function isEngagement(id: Id, value: unknown): value is Engagement {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id && 'coacheeIds' in value;
}

function byName(a: InvoicingMethod, b: InvoicingMethod): number {
  return a.name < b.name ? -1 : 1;
}
