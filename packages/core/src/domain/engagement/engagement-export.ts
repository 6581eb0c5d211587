// What an export of engagements holds (rulebook §5): a table of engagements and one of their items, their columns and cells, made
// of what the reader gets of both. Every format is written from these, so that none tells more or less than another.
import type { CivilDate, Engagement, Id, Instant, Item, Rate } from '../../schema/index.ts';

/** What a cell holds: a text, a civil date, an instant, a number, or a sum of money as decimal text. Null: nothing. */
export type ExportCell = string | number | null;
export type ExportCellType = 'text' | 'date' | 'instant' | 'number' | 'money';

/** A column of a table. */
export interface ExportColumn {
  readonly heading: string;
  readonly type: ExportCellType;
}

/** An engagement with its items, as rows of cells in the order of the columns. */
export interface ExportedEngagement {
  readonly cells: readonly ExportCell[];
  readonly items: readonly (readonly ExportCell[])[];
}

/** What ids and moments are told by. */
export interface ExportNames {
  /** The day of an instant on the engagement's clock. */
  readonly dayOf: (at: Instant) => CivilDate;
  readonly people: ReadonlyMap<Id, { name: string }>;
  readonly groups: ReadonlyMap<Id, { name: string }>;
}

type Column<T> = ExportColumn & { readonly cell: (row: T) => ExportCell };
interface EngagementRow {
  engagement: Engagement;
  names: ExportNames;
}
interface ItemRow {
  engagement: Engagement;
  names: ExportNames;
  item: Extract<Item, { locked: false }>;
}

const ENGAGEMENT: readonly Column<EngagementRow>[] = [
  { heading: 'Engagement', type: 'text', cell: ({ engagement }) => engagement.title },
  { heading: 'Status', type: 'text', cell: ({ engagement }) => (engagement.status === 'active' ? 'Active' : 'Draft') },
  { heading: 'Shared', type: 'instant', cell: ({ engagement }) => engagement.sharedAt },
  { heading: 'Coach', type: 'text', cell: ({ engagement, names }) => nameOf(engagement.coachId, names) },
  { heading: 'Coachees', type: 'text', cell: ({ engagement, names }) => namesOf(engagement.coacheeIds, names) },
  {
    heading: 'Group',
    type: 'text',
    cell: ({ engagement, names }) =>
      engagement.groupId === null ? null : (names.groups.get(engagement.groupId)?.name ?? engagement.groupId),
  },
  { heading: 'Start', type: 'date', cell: ({ engagement }) => engagement.startDate },
  { heading: 'End', type: 'date', cell: ({ engagement }) => engagement.endDate },
  {
    heading: 'Spectators',
    type: 'text',
    cell: ({ engagement, names }) => namesOf(engagement.spectatorIds ?? [], names),
  },
  { heading: 'Items completed', type: 'number', cell: ({ engagement }) => engagement.progress.done },
  { heading: 'Items', type: 'number', cell: ({ engagement }) => engagement.progress.total },
  ...rateColumns('Coach', ({ coachRate }) => coachRate),
  ...rateColumns('Coachee', ({ coacheeRate }) => coacheeRate),
  { heading: 'Created', type: 'instant', cell: ({ engagement }) => engagement.createdAt },
  { heading: 'Updated', type: 'instant', cell: ({ engagement }) => engagement.updatedAt },
  { heading: 'Engagement id', type: 'text', cell: ({ engagement }) => engagement.id },
];

const ITEM: readonly Column<ItemRow>[] = [
  { heading: 'Engagement', type: 'text', cell: ({ engagement }) => engagement.title },
  { heading: 'Engagement id', type: 'text', cell: ({ engagement }) => engagement.id },
  { heading: 'Item', type: 'text', cell: ({ item }) => item.title },
  { heading: 'Kind', type: 'text', cell: ({ item }) => KIND_WORDS[item.kind] },
  { heading: 'Item state', type: 'text', cell: ({ item }) => STATE_WORDS[item.state] },
  {
    heading: 'Release',
    type: 'date',
    cell: ({ item: { release }, names }) => {
      if (release?.type === 'on') return release.date;
      return release?.at == null ? null : names.dayOf(release.at);
    },
  },
  { heading: 'Due', type: 'date', cell: ({ item }) => item.due?.date ?? null },
  { heading: 'Session starts', type: 'instant', cell: ({ item }) => item.session?.startsAt ?? null },
  { heading: 'Session minutes', type: 'number', cell: ({ item }) => item.session?.duration ?? null },
  { heading: 'Completed', type: 'instant', cell: ({ item }) => item.completed?.at ?? null },
  { heading: 'Item id', type: 'text', cell: ({ item }) => item.id },
];

/** The columns of the table of engagements. */
export const ENGAGEMENT_COLUMNS: readonly ExportColumn[] = ENGAGEMENT.map(plain);
/** The columns of the table of items; the first two say which engagement's. */
export const ITEM_COLUMNS: readonly ExportColumn[] = ITEM.map(plain);
/** How many columns of an item say which engagement it is of. */
export const ITEM_KEY_COLUMNS = 2;

/** The rows of an engagement and of its items. */
export function exportedEngagement(
  engagement: Engagement,
  items: readonly Item[],
  names: ExportNames,
): ExportedEngagement {
  return {
    cells: ENGAGEMENT.map(({ cell }) => cell({ engagement, names })),
    items: items.flatMap((item) => (item.locked ? [] : [ITEM.map(({ cell }) => cell({ engagement, item, names }))])),
  };
}

const KIND_WORDS = {
  session: 'Session',
  assessment: 'Assessment',
  file: 'File',
  link: 'Link',
  action: 'Action',
  feedback: 'Feedback',
} as const;
const STATE_WORDS = { unscheduled: 'Not scheduled', scheduled: 'Scheduled', completed: 'Completed' } as const;

function rateColumns(whose: string, rateOf: (engagement: Engagement) => Rate | null): Column<EngagementRow>[] {
  return [
    { heading: `${whose} rate`, type: 'money', cell: ({ engagement }) => rateOf(engagement)?.amount ?? null },
    { heading: `${whose} currency`, type: 'text', cell: ({ engagement }) => rateOf(engagement)?.currency ?? null },
    { heading: `${whose} rate per`, type: 'text', cell: ({ engagement }) => rateOf(engagement)?.per ?? null },
  ];
}

function plain({ heading, type }: ExportColumn): ExportColumn {
  return { heading, type };
}

function nameOf(id: Id, { people }: ExportNames): string {
  return people.get(id)?.name ?? id;
}

function namesOf(ids: readonly Id[], names: ExportNames): string {
  return ids.map((id) => nameOf(id, names)).join('; ');
}
