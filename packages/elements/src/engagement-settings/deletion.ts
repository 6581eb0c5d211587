// Deleting an engagement from its settings, and bringing it back: asked of the page around first, told to it after, and where
// focus goes.
import type { LitElement } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { EngagementSettingsStore } from '@followthrough/core/stores';
import { announce } from '../announce.ts';
import { engagementSettingsWords } from '../localize/late-engagement-settings.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { problemText } from '../problem-text.ts';
import { EngagementBeforeDelete, EngagementDeletion } from './settings-events.ts';

export interface DeletionSetting {
  readonly localize: LocalizeController;
  readonly store: () => EngagementSettingsStore | undefined;
  /** Tells the page around of a failure; gives whether it is to be shown here too. */
  readonly tell: (error: BackendError, retry: () => void) => boolean;
}

export class Deletion {
  readonly #host: LitElement;
  readonly #on: DeletionSetting;
  /** What went wrong with it. */
  failure: string | null = null;

  constructor(host: LitElement, setting: DeletionSetting) {
    this.#host = host;
    this.#on = setting;
  }

  async remove(): Promise<void> {
    const store = this.#on.store();
    const engagement = store?.$shown.get()?.engagement;
    if (!store || !engagement) return;
    const before = new EngagementBeforeDelete(engagement);
    this.#host.dispatchEvent(before);
    if (!(await before.allowed)) return;
    await this.#try(
      () => store.remove(),
      () => this.remove(),
      () => {
        announce(this.#words.deleted(engagement.title));
        this.#focus('.settings-undo');
        this.#host.dispatchEvent(new EngagementDeletion('deleted', engagement));
      },
    );
  }

  async restore(): Promise<void> {
    const store = this.#on.store();
    if (!store) return;
    await this.#try(
      () => store.restore(),
      () => this.restore(),
      () => {
        const engagement = store.$shown.get()?.engagement;
        if (!engagement) return;
        announce(this.#words.restored(engagement.title));
        this.#focus('.settings-delete');
        this.#host.dispatchEvent(new EngagementDeletion('restored', engagement));
      },
    );
  }

  async #try(work: () => Promise<void>, again: () => Promise<void>, done: () => void): Promise<void> {
    this.failure = null;
    try {
      await work();
      done();
    } catch (error) {
      if (this.#on.tell(error as BackendError, () => void again()))
        this.failure = problemText(error as BackendError, this.#on.localize.messages);
    }
    this.#host.requestUpdate();
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  get #words() {
    return engagementSettingsWords(this.#on.localize.messages);
  }
}
