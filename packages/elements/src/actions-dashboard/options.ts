// What a host page may say of the dashboard in its own words, as the list's parts read it.
import type { Grouping } from '@followthrough/core/stores';

/** The groups of a dashboard by their own names; those of the list mean the same here. */
export type DashboardGrouping = 'room' | 'due' | 'owner' | 'none' | Grouping;

/** The list's name for a dashboard's groups; what is none is by room. */
export function groupingOf(named: string | null | undefined): Grouping {
  switch (named) {
    case 'owner':
    case 'assignee':
      return 'assignee';
    case 'due':
    case 'none':
    case 'status':
      return named;
    default:
      return 'context';
  }
}
