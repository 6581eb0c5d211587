// What is done with the room of a plan itself: its settings, whom it is shared with, deleting it and bringing it back. Each
// shows once the backend has answered; settings leave a step back, sharing leaves none, for people were told.
import type { Id, Room, RoomPatch } from '../schema/index.ts';
import type { RoomPlanSteps } from './room-plan-steps.ts';
import type { WorkspaceStore } from './workspace.ts';

export interface RoomCommandParts {
  readonly roomId: Id;
  readonly workspace: WorkspaceStore;
  readonly steps: RoomPlanSteps;
  /** The room as the backend told it last. */
  readonly told: () => Room | undefined;
  /** Shows it as it is now. */
  readonly tell: (room: Room) => void;
  readonly load: () => Promise<void>;
  readonly refreshSoon: () => void;
}

export function createRoomCommands({ roomId, workspace, steps, told, tell, load, refreshSoon }: RoomCommandParts) {
  const { backend, environment } = workspace;

  async function change(work: (room: Room) => Promise<Room>): Promise<Room> {
    const before = told() ?? (await workspace.call(() => backend.rooms.get(roomId)));
    const room = await workspace.call(() => work(before));
    tell(room);
    refreshSoon();
    return room;
  }

  async function update(patch: RoomPatch, seen?: number, undoable = true): Promise<Room> {
    const before = told();
    const room = await change(({ version }) => backend.rooms.update(roomId, patch, { version: seen ?? version }));
    if (undoable && before) {
      const back = Object.fromEntries(Object.keys(patch).map((field) => [field, before[field as keyof RoomPatch]]));
      steps.push(environment.newId(), () => update(back, undefined, false));
    }
    return room;
  }

  async function remove(): Promise<void> {
    const { version } = told() ?? (await workspace.call(() => backend.rooms.get(roomId)));
    await workspace.call(() => backend.rooms.remove(roomId, { version }));
    await load();
  }

  async function restore(): Promise<void> {
    await workspace.call(() => backend.rooms.restore(roomId));
    await load();
  }

  return {
    update: (patch: RoomPatch, seen?: number) => update(patch, seen),
    remove,
    restore,
    share: (personId: Id) => change(() => backend.rooms.share(roomId, personId)),
    unshare: (personId: Id) => change(({ version }) => backend.rooms.unshare(roomId, personId, { version })),
    setPrimaryContact: (personId: Id | null) => change(() => backend.rooms.setPrimaryContact(roomId, personId)),
  };
}
