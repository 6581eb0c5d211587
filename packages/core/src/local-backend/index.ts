// The local backend: the port, implemented over a repository. It is the embedded default, with nothing to install, and
// the server's own: HTTP is a skin over exactly this.
import type { Backend } from '../backend.ts';
import { actionsOf } from './actions.ts';
import { callsOf, type LocalBackendOptions } from './call.ts';
import { directoryOf } from './directory.ts';
import { exportFormatsOf } from './engagement-export.ts';
import { engagementsOf } from './engagements.ts';
import { withIntents } from './intents.ts';
import { invoicingMethodsOf } from './invoicing-methods.ts';
import { itemsOf } from './items.ts';
import { meOf } from './me.ts';
import { meetingsOf } from './meetings.ts';
import { notificationsOf } from './notifications.ts';
import { preferencesOf } from './preferences.ts';
import { relationshipsOf } from './relationships.ts';
import { roomsOf } from './rooms.ts';
import { sectionsOf } from './sections.ts';
import { templatesOf } from './templates.ts';
import { workspaceOf } from './workspace.ts';

/**
 * A backend on behalf of one viewer.
 * @example
 * const repository = createMemoryRepository({ workspace, people, relationships, actions });
 * const backend = createLocalBackend({ repository, viewerId: 'ada', now: Date.now, newId: () => crypto.randomUUID() });
 * const { items } = await backend.actions.list({ assignee: 'me', status: ['todo', 'overdue'] });
 */
export function createLocalBackend(options: LocalBackendOptions): Backend {
  const inCall = callsOf(options);
  const { exports = {} } = options;
  return withIntents({
    me: meOf(inCall),
    ...directoryOf(inCall),
    workspace: workspaceOf(inCall),
    relationships: relationshipsOf(inCall),
    meetings: meetingsOf(inCall),
    actions: actionsOf(inCall),
    rooms: roomsOf(inCall),
    sections: sectionsOf(inCall),
    templates: templatesOf(inCall),
    engagements: engagementsOf(inCall, exports),
    items: itemsOf(inCall),
    invoicingMethods: invoicingMethodsOf(inCall),
    notifications: notificationsOf(inCall),
    preferences: preferencesOf(inCall),
    exportFormats: exportFormatsOf(exports),
  });
}

export type { LocalBackendOptions } from './call.ts';
export { csvOfExport, openEngagementExport } from './engagement-export.ts';
export type { ExportMaker, ExportMakers, ExportPages } from './export-maker.ts';
export { type IndexedDbRepository, openIndexedDbRepository } from './indexed-db-repository.ts';
export { joined } from './joined.ts';
export { LISTINGS } from './listing.ts';
export { createMemoryRepository } from './memory-repository.ts';
export { type Letter, letterOf, type News } from './letter.ts';
export { type PlainAction, type PlainData, type PlainDataDefaults, readPlainData } from './plain-data.ts';
export * from './repository.ts';
export { presentForm, type SnapshotAction, type WorkspaceSnapshot } from './snapshot.ts';
