// English for a plan's timeline; it comes with it.
import { plural } from './english-plural.ts';

const days = (count: number) => `${count} ${plural(count, 'day', 'days')}`;

/** Built-in English of the group `timeline`. */
export const timeline = {
  label: (room: string) => `Timeline of ${room}`,
  scale: 'Scale',
  scales: { day: 'Days', week: 'Weeks', month: 'Months', fit: 'Fit' },
  today: 'Today',
  target: 'Target',
  toToday: 'Go to today',
  legend: 'Legend',
  column: { title: 'Action', assignee: 'Assignee', dates: 'Dates' },
  /** Both ends of a bar, as shown and as read out. */
  range: (from: string, to: string) => `${from} – ${to}`,
  saidRange: (from: string, to: string) => `${from} to ${to}`,
  due: (date: string) => `due ${date}`,
  starts: (date: string) => `starts ${date}`,
  done: (date: string) => `done ${date}`,
  estimate: 'estimate',
  critical: 'Sets the finish',
  slack: (count: number) => (count === 0 ? 'Sets the finish' : `Can slip ${days(count)}`),
  sectionProgress: (done: number, total: number) => `${done} of ${total} done`,
  sectionDates: (from: string, to: string, done: number, total: number) => `${from} to ${to}, ${done} of ${total} done`,
  nothingDated: 'no dates',
  holiday: 'Holiday',
  earlier: (date: string) => `Earlier: ${date}`,
  later: (date: string) => `Later: ${date}`,
  // ── without a date ──
  tray: (count: number) => `No date (${count})`,
  toTray: (count: number) => `${count} without a date`,
  noDate: 'No date',
  inSection: (name: string) => `in ${name}`,
  hint: 'No action has a date yet',
  hintText: 'Give the first one a date, and the rest can follow it: “3 days after kick-off”.',
  hintGuest: 'Dates show here once they are set.',
  empty: 'Nothing to show here.',
  // ── moving ──
  othersMove: (count: number) => `${count} other ${plural(count, 'date moves', 'dates move')}`,
  refused: 'This date cannot be taken',
  adjusted: (title: string, dates: string) => `${title}: ${dates}. Enter saves, Escape gives up.`,
  givenUp: (title: string) => `${title} stays where it was`,
  cannotMove: (title: string) => `“${title}” cannot be moved here`,
  // ── the legend ──
  legendOverdue: 'Overdue',
  legendEstimate: 'Estimate',
  legendMilestone: 'Due date alone',
  // ── as an agenda ──
  agenda: (room: string) => `Dates of ${room}`,
  agendaGroup: {
    overdue: 'Overdue',
    today: 'Today',
    target: 'Target',
    thisWeek: 'This week',
    nextWeek: 'Next week',
    undated: 'No date',
    closed: 'Closed',
  },
  showMore: (count: number) => `Show ${count} more`,
};
