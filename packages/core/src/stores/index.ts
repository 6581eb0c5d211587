// Stores: what a page shows right now, over a backend. Factories only.
export * from './action-list.ts';
export type { ActionCommand } from './action-command.ts';
export type { ActionsStore } from './actions.ts';
export type { Environment } from './environment.ts';
export type { Failure } from './failures.ts';
export { formatFilter, parseFilter, type ParsedFilter } from './filter-text.ts';
export type { ShownChange } from './shown-actions.ts';
export type { UndoStep } from './undo.ts';
export { createWorkspace, type LoadStatus, type WorkspaceOptions, type WorkspaceStore } from './workspace.ts';
