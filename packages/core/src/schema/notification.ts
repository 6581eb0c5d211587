// What a person is told (rulebook §7): that an engagement they coach is active, that one they take part in is shared; and the
// channels that they want each kind by.
import * as z from 'zod/mini';
import { type Id, idSchema, versionSchema } from './id.ts';
import { pageQuerySchema } from './query.ts';
import { type Instant, instantSchema } from './time.ts';

export const notificationKindSchema = z.enum(['engagement.activated', 'engagement.shared']);
/** What it tells of. */
export type NotificationKind = z.infer<typeof notificationKindSchema>;
/** Every kind, in the order in which preferences show them. */
export const NOTIFICATION_KINDS: readonly NotificationKind[] = notificationKindSchema.options;

export const notificationChannelSchema = z.enum(['platform', 'email']);
/** How a person is told: in the host's pages, or by e-mail. */
export type NotificationChannel = z.infer<typeof notificationChannelSchema>;

export const notificationSchema = z.object({
  id: idSchema,
  kind: notificationKindSchema,
  at: instantSchema,
  /** Who did it; null where they may not be named. */
  by: z.nullable(idSchema),
  /** What it is about, as its reader has it now. */
  engagement: z.object({ id: idSchema, title: z.string() }),
  /** When its person read it; null: unread. */
  readAt: z.nullable(instantSchema),
  version: versionSchema,
});
/** One notification, as its person reads it. */
export type Notification = z.infer<typeof notificationSchema>;

/** A notification as it is kept. */
export interface NotificationRecord {
  id: Id;
  kind: NotificationKind;
  /** Whom it tells. */
  personId: Id;
  /** What makes it the only one of its kind: nobody is told twice of the same cause. */
  cause: string;
  engagementId: Id;
  by: Id;
  at: Instant;
  /** By which channels it tells them. */
  channels: readonly NotificationChannel[];
  readAt: Instant | null;
  version: number;
}

/** Which notifications, and which page of them. */
export const notificationQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  unread: z.optional(z.boolean({ error: 'must be true or false' })),
});

/** What is marked as read: all, or those up to this one. */
export const readMarkSchema = z.strictObject({ upTo: z.optional(idSchema) });
/** What is marked as read: all, or those up to this one. */
export type ReadMark = z.infer<typeof readMarkSchema>;

const channelsSchema = z.array(notificationChannelSchema).check(
  z.maxLength(2),
  z.refine((channels) => new Set(channels).size === channels.length, { error: 'must name each channel once' }),
);

/** The channels of some kinds; a kind that is left out has the usual ones. */
export const channelChoicesSchema = z.partialRecord(notificationKindSchema, channelsSchema);
/** The channels of some kinds. */
export type ChannelChoices = z.infer<typeof channelChoicesSchema>;

export const preferencesDraftSchema = z.strictObject({ channels: channelChoicesSchema });
/** What a person chooses, as it is written. */
export type PreferencesDraft = z.infer<typeof preferencesDraftSchema>;

export const preferencesSchema = z.object({
  /** Of each kind, the channels that the person wants it by; none: not at all. */
  channels: z.partialRecord(notificationKindSchema, z.array(notificationChannelSchema)),
  /** The channels that the backend has. */
  offered: z.array(notificationChannelSchema),
  version: z.int(),
});
/** What a person chose. */
export type Preferences = z.infer<typeof preferencesSchema>;

/** A person's choices as they are kept, under the person's id. */
export interface PreferencesRecord {
  id: Id;
  channels: ChannelChoices;
  version: number;
}
