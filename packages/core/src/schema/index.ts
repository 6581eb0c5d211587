// The words: one schema per entity, its type inferred from it.
export * from './action.ts';
export * from './id.ts';
export * from './id-text.ts';
export * from './page.ts';
export * from './permission.ts';
export * from './person.ts';
export * from './problem.ts';
export * from './problem-errors.ts';
export * from './query.ts';
export * from './relationship.ts';
export * from './text.ts';
export * from './time.ts';
export * from './workspace.ts';
