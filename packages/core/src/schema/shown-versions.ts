// What a reader of an engagement may not see never moves the version or the time of change that they get (api.md R-V-1). So
// an engagement, its items and its actions keep one of each for every audience that does not get all.
import type { Instant } from './time.ts';

/** A reader of an engagement who does not get all of it. */
export type EngagementAudience = 'coach' | 'coachee' | 'spectator';

/** The versions and times of change as those have them who do not get everything. */
export type ShownVersions = Readonly<Partial<Record<EngagementAudience, { version: number; updatedAt: Instant }>>>;
