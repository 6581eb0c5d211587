// Saving without being asked (`autosave`): when a field is left, after a pause in writing, when the page is no longer looked
// at, and when a lost connection is back. One save at a time; what is written meanwhile is saved after it.
import type { WorkspaceStore } from '@followthrough/core/stores';

/** Milliseconds without a change after which what was written is saved. */
const PAUSE = 1_500;

export interface AutosaveSetting {
  readonly isOn: () => boolean;
  /** Whether there is something that can be saved by itself. */
  readonly hasWork: () => boolean;
  readonly save: () => Promise<unknown>;
}

export class Autosave {
  readonly #on: AutosaveSetting;
  #workspace: WorkspaceStore | undefined;
  #release: (() => void)[] = [];
  #cancelPause: (() => void) | undefined;
  #isWorking = false;
  #isAsked = false;

  constructor(on: AutosaveSetting) {
    this.#on = on;
  }

  start(workspace: WorkspaceStore): void {
    this.stop();
    this.#workspace = workspace;
    const hidden = () => document.visibilityState === 'hidden' && this.now();
    document.addEventListener('visibilitychange', hidden);
    this.#release = [
      workspace.$online.listen((online) => {
        if (online) this.now();
      }),
      () => document.removeEventListener('visibilitychange', hidden),
    ];
  }

  stop(): void {
    this.#cancelPause?.();
    for (const release of this.#release) release();
    this.#release = [];
    this.#workspace = undefined;
    this.#isAsked = false;
  }

  /** Something was written: it is saved once nothing more is. */
  soon(): void {
    this.#cancelPause?.();
    if (this.#on.isOn()) this.#cancelPause = this.#workspace?.environment.after(PAUSE, () => this.now());
  }

  /** A field was left. */
  now(): void {
    this.#cancelPause?.();
    if (!this.#on.isOn()) return;
    this.#isAsked = true;
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      while (this.#isAsked && this.#on.hasWork()) {
        this.#isAsked = false;
        await this.#on.save();
      }
    } finally {
      this.#isWorking = this.#isAsked = false;
    }
  }
}
