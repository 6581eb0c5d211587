// What the settings of a room are given: who there is, whose clock it would go by, and what saving and deleting do.
import type { Id, Person, RoomPatch } from '@followthrough/core/schema';

export interface RoomSettingsSpec {
  readonly people: ReadonlyMap<Id, Person>;
  readonly me: Id | null;
  /** The workspace's own clock. */
  readonly workspaceZone: string;
  readonly mayDelete: boolean;
  /** Saves over the version that was seen; rejects with the BackendError. */
  readonly save: (patch: RoomPatch, seen: number) => Promise<void>;
  /** Gives whether it was deleted; the reason against it has been told. */
  readonly remove: () => Promise<boolean>;
}
