// Stores: what a page shows right now, over a backend. Factories only. Values are passed on by `export *` alone: where
// one is named, esbuild takes a page that splits its code to need every file of this list at once.
export * from './action-list.ts';
export type { ActionCommand } from './action-command.ts';
export type { ActionsStore } from './actions.ts';
export * from './companies.ts';
export * from './engagement-settings.ts';
export * from './engagement-settings-changes.ts';
export type { MovedItemDate, SettingsFault } from './engagement-settings-faults.ts';
export * from './engagement-setup.ts';
export * from './engagement-setup-draft.ts';
export type { CreationProgress, CreationResult } from './engagement-creation.ts';
export * from './engagement-bulk.ts';
export * from './engagement-export.ts';
export * from './engagement-filter-text.ts';
export * from './engagement-list.ts';
export * from './engagement-selection.ts';
export type { Environment } from './environment.ts';
export type { Failure } from './failures.ts';
export * from './filter-text.ts';
export * from './first-rows.ts';
export * from './people-search.ts';
export * from './same-filter.ts';
export * from './room-counts.ts';
export * from './room-plan.ts';
export * from './room-setup.ts';
export type { ShownChange } from './shown-actions.ts';
export type { UndoStep } from './undo.ts';
export * from './workspace.ts';
