// What was typed into the settings and not saved, kept for this tab and this person: it outlives a reload.
import { SETTINGS_FIELDS } from '@followthrough/core/domain';
import type { SettingsChanges, WorkspaceStore } from '@followthrough/core/stores';
import type { Id } from '@followthrough/core/schema';
import { keep, kept } from '../parts/kept-text.ts';

function keyOf(workspace: WorkspaceStore, id: Id): string | null {
  const me = workspace.$me.get();
  return me && `followthrough:engagement-settings:${me.workspace.id}:${me.person.id}:${id}`;
}

/** What is kept; null where there is nothing of ours. */
export function keptChanges(workspace: WorkspaceStore, id: Id): SettingsChanges | null {
  const key = keyOf(workspace, id);
  const value = key === null ? null : (kept(key) as Partial<SettingsChanges> | null);
  if (typeof value?.base !== 'object' || typeof value.patch !== 'object') return null;
  const { base, patch } = value;
  const isWhole = SETTINGS_FIELDS.every((field) => field in base);
  const isKnown = Object.keys(patch).every((field) => (SETTINGS_FIELDS as readonly string[]).includes(field));
  return isWhole && isKnown ? { base, patch } : null;
}

export function keepChanges(workspace: WorkspaceStore, id: Id, changes: SettingsChanges | null): void {
  const key = keyOf(workspace, id);
  if (key !== null) keep(key, changes);
}
