// Where there is no room, one can be made: the form comes when it is first shown.
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Id } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { RoomCreated } from './plan-events.ts';
import { planSkeleton } from './plan-notes.ts';
import type { RoomSetup } from './room-setup.ts';

/** What the form reads off its element. */
export interface SetupHost extends LitElement {
  room: Id | undefined;
  company: Id | undefined;
  headingLevel: number;
}

export class SetupView {
  readonly #host: SetupHost;
  readonly #on: {
    readonly workspace: { readonly store: WorkspaceStore | undefined };
    readonly localize: LocalizeController;
  };
  #setup: RoomSetup | undefined;
  #isLoading = false;

  constructor(
    host: SetupHost,
    on: { readonly workspace: { readonly store: WorkspaceStore | undefined }; readonly localize: LocalizeController },
  ) {
    this.#host = host;
    this.#on = on;
  }

  render(): TemplateResult {
    if (this.#setup) return html`${this.#setup.render()}`;
    if (!this.#isLoading) void this.#load();
    return planSkeleton(this.#on.localize.messages);
  }

  async #load(): Promise<void> {
    const host = this.#host;
    this.#isLoading = true;
    try {
      const { RoomSetup } = await import('./room-setup.ts');
      this.#setup ??= new RoomSetup(host, {
        localize: this.#on.localize,
        workspace: () => (host.room ? undefined : this.#on.workspace.store),
        company: () => host.company,
        level: () => host.headingLevel,
        onCreated: (room) => {
          host.room = room.id;
          host.dispatchEvent(new RoomCreated(room));
        },
      });
    } finally {
      // Where its code could not be had, the next drawing asks again.
      this.#isLoading = false;
      host.requestUpdate();
    }
  }
}
