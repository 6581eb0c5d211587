// What a page has of one room's plan: what shows, how it stands, and what can be done to it (rulebook §3, §4).
import type { ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type {
  Action,
  ActionDraft,
  Company,
  Dependents,
  Explanation,
  Id,
  PlanEdit,
  Preview,
  Room,
  RoomPatch,
  Section,
} from '../schema/index.ts';
import type { LookingAs, ShownPlan } from './room-plan-view.ts';
import type { LoadStatus } from './workspace.ts';

/** What is written to add an action to a section. */
export type PlanActionDraft = Omit<ActionDraft, 'id' | 'context' | 'position'> & { internalOnly?: boolean };

export interface RoomPlanStore {
  readonly roomId: Id;
  readonly $status: ReadableAtom<LoadStatus>;
  /** Whether it is being loaded again while it is shown. */
  readonly $refreshing: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** The plan as it is shown; null until it was loaded. */
  readonly $plan: ReadableAtom<ShownPlan | null>;
  /** The room's target company, once it was looked up; null where its reader may not see it. */
  readonly $company: ReadableAtom<Company | null>;
  /** As whom it is looked at; nothing can be changed while that is not oneself. */
  readonly $as: ReadableAtom<LookingAs>;
  /** When it was loaded last, in milliseconds since 1970-01-01T00:00Z. */
  readonly $loadedAt: ReadableAtom<number | null>;
  /** Rejects with the BackendError where that plan cannot be had; what was shown stays then. */
  lookAs(as: LookingAs): Promise<void>;

  /** What these changes would move, or why they could not be made; nothing is changed. Rejects with a BackendError. */
  preview(edits: readonly PlanEdit[]): Promise<Preview>;
  /** The steps that led to an action's dates. */
  explain(id: Id): Promise<Explanation>;

  // Commands show at once, and reject with the BackendError where they were refused; what they did is taken back then.
  // Those that change an action's fields or state are `workspace.actions.edit` and `setState`.
  /** Adds an action to a section: before another, or last. */
  addAction(sectionId: Id, draft: PlanActionDraft, before?: Id | null): { id: Id; done: Promise<Action> };
  /** Puts an action into a section, before another or last. */
  moveAction(id: Id, sectionId: Id, before?: Id | null): Promise<Action>;
  addSection(name: string): { id: Id; done: Promise<Section> };
  renameSection(id: Id, name: string): Promise<Section>;
  /** Puts a section before another, or last. */
  moveSection(id: Id, before: Id | null): Promise<Section>;
  /** Shows what becomes of the dates that rest on an action that is about to be deleted, until the backend tells it. */
  release(id: Id, dependents: Dependents): void;
  /** Deletes a section with its actions. */
  removeSection(id: Id, dependents?: Dependents): Promise<void>;
  /**
   * Changes settings of the room.
   * @param seen the version that the change was decided on; the newest where absent
   */
  updateRoom(patch: RoomPatch, seen?: number): Promise<Room>;
  /** Deletes the room with all that is in it; from then on it is told as not found. */
  removeRoom(): Promise<void>;
  /** Brings it back. */
  restoreRoom(): Promise<void>;
  share(personId: Id): Promise<Room>;
  unshare(personId: Id): Promise<Room>;
  setPrimaryContact(personId: Id | null): Promise<Room>;
  /** Takes the newest step back, or the one named; gives whether there was one. */
  undo(key?: Id): Promise<boolean>;

  /** Loads again, keeping what is shown meanwhile. */
  refresh(): Promise<void>;
  dispose(): void;
}
