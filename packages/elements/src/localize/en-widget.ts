// English for the widget, which comes with it.
export const widget = {
  heading: 'My actions',
  headingAll: 'Actions',
  count: (count: number) => `${count} open`,
  viewAll: (count: number) => `View all (${count})`,
  viewAllPlain: 'View all',
  allDone: 'You’re all caught up.',
  nothingYet: 'No actions yet.',
  more: (count: number) => `${count} more`,
  updated: (ago: string) => `Updated ${ago}`,
};
