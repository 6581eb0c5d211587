// What one page knows of one workspace: who looks, the people and relationships they see, what day it is where, and
// the actions with their pending changes. One per <action-workspace>; never a module-level store, for a page may hold two.
import type { ReadableAtom } from 'nanostores';
import type { Backend, BackendError } from '../backend.ts';
import type { Id, Me, Person, Relationship, TimeZone } from '../schema/index.ts';
import type { Access, Day } from '../domain/index.ts';
import type { ActionsStore } from './actions.ts';

export type LoadStatus = 'idle' | 'loading' | 'ready' | 'error';

export interface WorkspaceStore {
  readonly backend: Backend;
  /** How loading who-am-I, people and relationships stands. */
  readonly $status: ReadableAtom<LoadStatus>;
  /** Why loading failed. */
  readonly $error: ReadableAtom<BackendError | null>;
  readonly $me: ReadableAtom<Me | null>;
  readonly $people: ReadableAtom<ReadonlyMap<Id, Person>>;
  readonly $relationships: ReadableAtom<ReadonlyMap<Id, Relationship>>;
  /** Whether the last call reached the backend (and the browser thinks it is online). */
  readonly $online: ReadableAtom<boolean>;
  /** Changes whenever some container's day turns, at its midnight or when the tab wakes; its value is a day count. */
  readonly $day: ReadableAtom<number>;
  /** Today on the clock of a zone. */
  todayIn(zone: TimeZone): Day;
  /** The actions known to this page, with their pending changes, and the commands on them. */
  readonly actions: ActionsStore;
  /** Loads (again) who is asking, people and relationships. Safe to call twice; the second joins the first. */
  load(): Promise<void>;
  /** Ends timers, listeners and requests. */
  dispose(): void;
}
