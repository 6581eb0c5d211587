// Stores: what a page shows right now, over a backend. Factories only.
export * from './action-list.ts';
export * from './actions.ts';
export * from './workspace.ts';
