// By which channels the viewer wants to be told of each kind (rulebook §7).
import type { NotificationBackend } from '../backend.ts';
import { channelsFor } from '../domain/index.ts';
import {
  NOTIFICATION_KINDS,
  type Preferences,
  preferencesDraftSchema,
  type PreferencesRecord,
} from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { checked } from './failures.ts';
import { IdTaken, LostRace } from './repository.ts';

/** The preferences' part of the port. */
export function preferencesOf(inCall: Calls): NotificationBackend['preferences'] {
  return {
    get: (options) => inCall(async (call) => view(call, await call.tx.get('preferences', call.viewer.id)), options),

    async replace(draft, options) {
      const { channels } = checked(preferencesDraftSchema, draft);
      return inCall(async (call) => {
        const { tx, viewer } = call;
        const kept = await tx.get('preferences', viewer.id);
        const chosen = { id: viewer.id, channels, version: (kept?.version ?? 0) + 1 };
        await (kept ? tx.replace('preferences', chosen) : insertFirst(call, chosen));
        return view(call, chosen);
      }, options);
    },
  };
}

/** Where another choice of theirs came first, it is chosen again on top of that. */
async function insertFirst({ tx }: Call, chosen: PreferencesRecord): Promise<void> {
  try {
    await tx.insert('preferences', chosen);
  } catch (error) {
    throw error instanceof IdTaken ? new LostRace('Preferences were written meanwhile.', { cause: error }) : error;
  }
}

function view({ notifies }: Call, kept: PreferencesRecord | null): Preferences {
  const channels = NOTIFICATION_KINDS.map((kind) => [kind, channelsFor(kind, kept?.channels ?? {}, notifies)]);
  return {
    channels: Object.fromEntries(channels) as Preferences['channels'],
    offered: [...notifies],
    version: kept?.version ?? 0,
  };
}
