// Saving an engagement's settings: all that is unsaved, or only what nobody has to look at first. Where somebody else was
// earlier it is looked at again and saved over other fields; the same field changed twice is the person's to decide; what was
// refused stays with what was typed (api.md R-V-2).
import { atom, batch, type WritableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { SettingsField } from '../domain/index.ts';
import type { EngagementDetail, EngagementPatch, Id } from '../schema/index.ts';
import { asBackendError } from './connection.ts';
import {
  type SettingsChanges,
  savedSettings,
  settingsToSave,
  type SettingsValues,
} from './engagement-settings-changes.ts';
import { refusalsOf, type SettingsRefusal } from './engagement-settings-refusals.ts';
import type { SettingsFault } from './engagement-settings-faults.ts';
import type { Intents } from './intents.ts';
import type { WorkspaceStore } from './workspace.ts';

/** What came of saving: `unchanged` where there was nothing to save. */
export type SaveOutcome = 'saved' | 'unchanged' | 'invalid' | 'conflict' | 'failed';

/** What is saved: `all` that is unsaved, or none of it; `sound`: what does not wait for somebody. */
export type SaveExtent = 'all' | 'sound';

/** How the settings stand. */
interface SettingsStanding {
  readonly edited: SettingsValues;
  readonly unsaved: readonly SettingsField[];
  readonly waiting: readonly SettingsField[];
  readonly faults: readonly SettingsFault[];
  readonly conflicts: readonly SettingsField[];
}

/** What saving works on. */
export interface SavingParts {
  readonly workspace: WorkspaceStore;
  readonly engagementId: Id;
  readonly $engagement: WritableAtom<EngagementDetail | null>;
  readonly $changes: WritableAtom<SettingsChanges | null>;
  readonly shown: () => SettingsStanding | null;
  readonly intents: Intents;
  /** Looks at the engagement again: as a refusal told it, else as it is read. */
  readonly lookAgain: (current: unknown) => Promise<void>;
  readonly onSaved: () => void;
}

/** What saving leaves behind, which what is shown is made of. */
export interface SavingMarks {
  /** The fields on their way. */
  readonly $sending: WritableAtom<readonly SettingsField[]>;
  /** The fields saved, and not written since. */
  readonly $saved: WritableAtom<readonly SettingsField[]>;
  readonly $refusals: WritableAtom<readonly SettingsRefusal[]>;
  readonly $saveError: WritableAtom<BackendError | null>;
}

export function createSavingMarks(): SavingMarks {
  return {
    $sending: atom<readonly SettingsField[]>([]),
    $saved: atom<readonly SettingsField[]>([]),
    $refusals: atom<readonly SettingsRefusal[]>([]),
    $saveError: atom<BackendError | null>(null),
  };
}

/** Saves over others' changes of other fields as often as this before it gives up. */
const TRIES = 3;

/** The command that saves. */
export function createSaving(parts: SavingParts, marks: SavingMarks): (extent: SaveExtent) => Promise<SaveOutcome> {
  const { workspace, engagementId, $engagement, $changes, shown, intents, lookAgain, onSaved } = parts;
  const { $sending, $saved, $refusals, $saveError } = marks;

  async function save(extent: SaveExtent): Promise<SaveOutcome> {
    if (!shown() || $sending.get().length > 0) return 'unchanged';
    if (extent === 'all') {
      // Asked for again, what was refused is tried again.
      $refusals.set([]);
      $saveError.set(null);
    }
    for (;;) {
      const known = $refusals.get().length;
      const outcome = await attempt(extent, TRIES);
      // A field refused does not hold up the others.
      if (extent === 'all' || outcome !== 'failed' || $refusals.get().length === known) return outcome;
    }
  }

  async function attempt(extent: SaveExtent, tries: number): Promise<SaveOutcome> {
    const [base, changes, now] = [$engagement.get(), $changes.get(), shown()];
    if (!base || !changes || !now || now.unsaved.length === 0) return 'unchanged';
    if (extent === 'all' && now.faults.length > 0) return 'invalid';
    if (extent === 'all' && now.conflicts.length > 0) return 'conflict';
    const waiting = extent === 'all' ? [] : now.waiting;
    const fields = now.unsaved.filter((field) => !waiting.includes(field));
    if (fields.length === 0) return 'unchanged';
    $sending.set(fields);
    try {
      await send(settingsToSave(changes, base, fields), base);
      return 'saved';
    } catch (thrown) {
      const error = asBackendError(thrown);
      if (error.code === 'version-conflict' && tries > 0) {
        await lookAgain(error.current);
        $sending.set([]);
        return await attempt(extent, tries - 1);
      }
      batch(() => {
        $saveError.set(error);
        $refusals.set([...$refusals.get(), ...refusalsOf(error, now.edited)]);
      });
      return 'failed';
    } finally {
      $sending.set([]);
    }
  }

  async function send(patch: EngagementPatch, base: EngagementDetail): Promise<void> {
    const { version } = base;
    const intent = intents.of({ patch, version });
    const saved = await workspace.call(() =>
      workspace.backend.engagements.update(engagementId, patch, { version, base, intent }),
    );
    batch(() => {
      const rest = $changes.get();
      // What was typed while it was sent is still unsaved.
      const left = rest && savedSettings(rest, saved, patch);
      $engagement.set(saved);
      $changes.set(left);
      const written = Object.keys(patch) as SettingsField[];
      const settled = written.filter((field) => !left || left.patch[field] === undefined);
      $saved.set([...$saved.get().filter((field) => !settled.includes(field)), ...settled]);
      $saveError.set(null);
      $sending.set([]);
    });
    onSaved();
  }

  return save;
}
