// The versions of an engagement and of what is in it, as each audience has them (api.md R-V-1): each counts the changes of what
// that audience sees, and no others. While an engagement is not shown to an audience, nothing of it counts for them; showing it
// (activation once, every sharing) counts one for everything in it.
import type {
  ActionRecord,
  EngagementAudience,
  EngagementRecord,
  EngagementRole,
  Instant,
  ItemRecord,
  ShownVersions,
} from '../../schema/index.ts';
import type { EngagementReader } from './engagement.ts';

/** A version and when it was made. */
export interface ToldVersion {
  version: number;
  updatedAt: Instant;
}

/** All who do not get everything. */
export const AUDIENCES: readonly EngagementAudience[] = ['coach', 'coachee', 'spectator'];

/** The version of an engagement as those of this role have it. */
export function toldVersionOfEngagement(record: EngagementRecord, role: EngagementRole): ToldVersion {
  return picked(role === 'admin' ? record : (record.shown?.[role] ?? record));
}

/** The version of an item as the reader has it: a coachee's moves with their own answers too. */
export function toldVersionOfItem(
  item: ItemRecord,
  engagement: Pick<EngagementRecord, 'shareCount'>,
  { role, personId }: EngagementReader,
): ToldVersion {
  if (role === 'admin') return picked(item);
  const shown = counted(item, item.shown, role);
  const own = role === 'coachee' ? item.responses.find((response) => response.personId === personId) : undefined;
  return {
    version: shown.version + showings(engagement, role) + (own?.saves ?? 0),
    updatedAt: own !== undefined && own.savedAt > shown.updatedAt ? own.savedAt : shown.updatedAt,
  };
}

/** The version of an engagement's action as those of this role have it: admins and the coach see all of it. */
export function toldVersionOfAction(
  action: ActionRecord,
  engagement: Pick<EngagementRecord, 'shareCount'>,
  role: EngagementRole,
): ToldVersion {
  if (role === 'admin' || role === 'coach') return picked(action);
  const { version, updatedAt } = counted(action, action.shownTo, role);
  return { version: version + showings(engagement, role), updatedAt };
}

/** When the action changed last, as those of this role have it. */
export function actionChangedAt(action: ActionRecord, role: EngagementRole): Instant {
  if (role === 'admin' || role === 'coach') return action.updatedAt;
  return action.shownTo?.[role]?.updatedAt ?? action.updatedAt;
}

/** What is counted for the audiences of a new thing, before it changes for the first time. */
export function uncounted(at: Instant, audiences: readonly EngagementAudience[] = AUDIENCES): ShownVersions {
  return Object.fromEntries(audiences.map((audience) => [audience, { version: 0, updatedAt: at }]));
}

/**
 * What is counted for the audiences once what some of them see has changed.
 * @param kept what was counted so far; an audience that is missing has the version as it stood
 * @param showing 1 for what is in an engagement: its showing counts one by itself; 0 for the engagement
 */
export function countedAfter(
  kept: ShownVersions | undefined,
  before: ToldVersion,
  changed: (audience: EngagementAudience) => boolean,
  at: Instant,
  { audiences = AUDIENCES, showing }: { audiences?: readonly EngagementAudience[]; showing: 0 | 1 },
): ShownVersions {
  return Object.fromEntries(
    audiences.map((audience) => {
      const last = kept?.[audience] ?? { version: before.version - showing, updatedAt: before.updatedAt };
      return [audience, changed(audience) ? { version: last.version + 1, updatedAt: at } : last];
    }),
  );
}

function counted(record: ToldVersion, shown: ShownVersions | undefined, audience: EngagementAudience): ToldVersion {
  return shown?.[audience] ?? { version: record.version - 1, updatedAt: record.updatedAt };
}

function showings({ shareCount }: Pick<EngagementRecord, 'shareCount'>, role: EngagementRole): number {
  return role === 'coachee' ? Math.max(1, shareCount) : 1;
}

function picked({ version, updatedAt }: ToldVersion): ToldVersion {
  return { version, updatedAt };
}
