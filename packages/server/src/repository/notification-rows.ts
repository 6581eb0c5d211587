// What people are told, and by which channels they want to be, in their tables: a field a column.
import { dated } from './plain-storage.ts';

export const notificationStorage = dated<'notification'>(
  'notification',
  {
    id: 'id',
    kind: 'kind',
    personId: 'person_id',
    cause: 'cause',
    engagementId: 'engagement_id',
    by: 'by',
    at: 'at',
    channels: 'channels',
    readAt: 'read_at',
    version: 'version',
  },
  ['at', 'readAt'],
  ({ channels }) => ({ on_platform: channels.includes('platform') }),
);

export const preferencesStorage = dated<'preferences'>(
  'preferences',
  { id: 'id', channels: 'channels', version: 'version' },
  [],
);
