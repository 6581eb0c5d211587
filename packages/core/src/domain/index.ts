// The rules, as plain data and pure functions.
export * from './access.ts';
export * from './civil-date.ts';
export * from './closing.ts';
export * from './permission.ts';
export * from './rule.ts';
export * from './status.ts';
export * from './transition.ts';
