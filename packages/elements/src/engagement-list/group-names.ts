// The names of groups of people, for rows of engagements that were made for one, and for the filter. Read once, for those
// who may read them.
import { type Followed, StoreController } from '../store-controller.ts';
import { createGroups, type GroupsStore, type WorkspaceStore } from '@followthrough/core/stores';
import type { Group, Id } from '@followthrough/core/schema';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const NONE: ReadonlyMap<Id, Group> = new Map();

export class GroupNames implements ReactiveController {
  readonly #workspace: () => WorkspaceStore | undefined;
  #of: WorkspaceStore | undefined;
  #store: GroupsStore | undefined;

  /** @param workspace undefined while its groups are not the viewer's to read */
  constructor(host: ReactiveControllerHost, workspace: () => WorkspaceStore | undefined) {
    this.#workspace = workspace;
    host.addController(this);
    new StoreController(host, (): Followed<unknown> | undefined => this.#store?.$groups);
  }

  /** Those read so far, by id. */
  get now(): ReadonlyMap<Id, Group> {
    return this.#store?.$groups.get() ?? NONE;
  }

  hostUpdate(): void {
    const workspace = this.#workspace();
    if (workspace === this.#of) return;
    this.#store?.dispose();
    this.#of = workspace;
    this.#store = workspace && createGroups(workspace);
    void this.#store?.load();
  }

  hostDisconnected(): void {
    this.#store?.dispose();
    this.#store = this.#of = undefined;
  }
}
