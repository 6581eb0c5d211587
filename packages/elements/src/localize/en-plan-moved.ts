// English for what a change moves in a plan; it comes with what asks before it is made.
import { plural } from './english-plural.ts';

/** Built-in English of the group `planMoved`. */
export const planMoved = {
  heading: (count: number) => `This moves ${count} ${plural(count, 'date', 'dates')}`,
  dependents: (count: number) => `${count} ${plural(count, 'date rests', 'dates rest')} on this`,
  dependentsHint: 'Keep the dates they have today as fixed ones, or leave them without a date.',
  overdue: (count: number) => `${count} ${plural(count, 'action becomes', 'actions become')} overdue.`,
  start: 'Start',
  due: 'Due',
  none: 'No date',
  /** What screen readers hear of a row. */
  fromTo: (from: string, to: string) => `from ${from} to ${to}`,
  restsOn: (name: string) => `rests on “${name}”`,
  internalStep: 'rests on an internal step',
  changed: 'its own date',
  setting: 'the room’s clock or calendar',
  estimate: 'estimate',
  settled: 'no longer an estimate',
  waiting: 'waits for a date',
  broken: 'broken',
  becomesOverdue: 'becomes overdue',
  inPast: 'in the past',
  elsewhere: 'Elsewhere',
  more: (count: number) => `Show ${count} more`,
  told: (parts: readonly string[]) => parts.join(' · '),
  save: 'Save',
  cancel: 'Cancel',
  freeze: 'Keep today’s dates',
  clear: 'Clear them',
};
