// The step shown, in the page's address where the host wants it (`sync-url`): the browser's Back is one step back, and a reload
// comes back to the step. For each step on the way there is one entry of the browser's history, however one came there; they
// go when the wizard is done with or left.
import type { SetupStep } from '@followthrough/core/stores';
import { type UrlPlace, urlParameters, urlWith } from '../url-place.ts';

export interface StepAddressSetting {
  readonly place: () => UrlPlace;
  /** The name of the parameter. */
  readonly key: () => string;
  /** Whether it is there to be seen. */
  readonly isShown: () => boolean;
  readonly steps: () => readonly SetupStep[];
  readonly step: () => SetupStep;
  /** The browser went to a step; gives whether that is shown now. */
  readonly follow: (to: SetupStep) => Promise<boolean>;
}

/** What entries of the history carry beside what the page's own have: how many of ours are under them. */
interface Marked {
  readonly followthrough?: Readonly<Record<string, number>>;
}

/** Milliseconds after which a way back that never ended is given up. */
const PATIENCE = 1_000;

export class StepAddress {
  readonly #on: StepAddressSetting;
  #listening: AbortController | undefined;
  /** Where the history was sent by us, until it is there. */
  #aim: number | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(setting: StepAddressSetting) {
    this.#on = setting;
  }

  connect(): void {
    this.disconnect();
    this.#listening = new AbortController();
    addEventListener('popstate', () => void this.#popped(), { signal: this.#listening.signal });
  }

  disconnect(): void {
    this.#listening?.abort();
    this.#reached();
  }

  /** Whether this entry of the history is one of a wizard under way: it was reloaded, or come back to. */
  get isUnderWay(): boolean {
    return this.#isOn && (this.#depth !== null || this.#named !== null);
  }

  /** The step that the address names; the first where it names none. */
  get asked(): SetupStep | undefined {
    const steps = this.#on.steps();
    const named = this.#named;
    return named === null ? steps[0] : steps.find((step) => step === named);
  }

  /** Something has been chosen: a reload of this entry is to come back to it. */
  mark(): void {
    if (this.#isOn && this.#depth === null && this.#named === null) this.#write('replaceState', 0);
  }

  /** A step is shown: there is an entry for each one on the way to it. */
  show(to: SetupStep): void {
    if (!this.#isOn) return;
    const at = this.#on.steps().indexOf(to);
    const depth = this.#depth ?? (this.#named === null ? 0 : null);
    if (depth === null) {
      // Somebody typed the step into the address: what is under this entry is not ours.
      if (this.asked !== to) this.#write('replaceState', at, null);
      return;
    }
    if (at < depth) {
      this.#go(at, depth);
      return;
    }
    this.#reached();
    if (depth === 0 && at > 0) this.#write('replaceState', 0);
    for (let next = depth + 1; next <= at; next++) this.#write('pushState', next);
    if (at === depth && this.asked !== to) this.#write('replaceState', at);
  }

  /** It is done with, or left: the address is as it was before. */
  clear(): void {
    if (!this.#isOn) return;
    const depth = this.#depth;
    if (depth !== null && depth > 0) this.#go(0, depth, true);
    else if (depth !== null || this.#named !== null) this.#write('replaceState', 0, null);
  }

  // ── the history ───────────────────────────────────────────────────────────────────────────────

  get #isOn(): boolean {
    return typeof history !== 'undefined' && this.#on.place() !== 'off';
  }

  get #named(): string | null {
    return urlParameters(this.#on.place()).get(this.#on.key());
  }

  get #depth(): number | null {
    return (history.state as Marked | null)?.followthrough?.[this.#on.key()] ?? null;
  }

  #isCleared = false;

  /** Goes back over our own entries, or forward again. */
  #go(to: number, from: number, clears = false): void {
    this.#reached();
    this.#aim = to;
    this.#isCleared = clears;
    this.#patience = setTimeout(() => this.#reached(), PATIENCE);
    history.go(to - from);
  }

  #reached(): void {
    clearTimeout(this.#patience);
    this.#aim = null;
    this.#isCleared = false;
  }

  #write(how: 'pushState' | 'replaceState', at: number, depth: number | null = at): void {
    const [place, key] = [this.#on.place(), this.#on.key()];
    const parameters = urlParameters(place);
    const step = this.#on.steps()[at];
    if (at === 0 || step === undefined) parameters.delete(key);
    else parameters.set(key, step);
    const state = history.state as (Marked & object) | null;
    // A page that keeps something else than an object there keeps it; it has no marks of ours then.
    if (typeof state !== 'object') {
      history[how](state, '', urlWith(place, parameters));
      return;
    }
    const { [key]: _mine, ...others } = state?.followthrough ?? {};
    const marks = depth === null ? others : { ...others, [key]: depth };
    history[how]({ ...state, followthrough: marks }, '', urlWith(place, parameters));
  }

  async #popped(): Promise<void> {
    if (!this.#isOn) return;
    const depth = this.#depth;
    if (this.#aim !== null) {
      if ((depth ?? 0) !== this.#aim) return;
      const isCleared = this.#isCleared;
      this.#reached();
      if (isCleared) this.#write('replaceState', 0, null);
      return;
    }
    const [to, now] = [this.asked, this.#on.step()];
    if (!this.#on.isShown() || to === now) return;
    if (to !== undefined && (await this.#on.follow(to))) return;
    // It was not let go there: the address says again what is shown.
    const at = this.#on.steps().indexOf(this.#on.step());
    if (depth === null) this.#write('replaceState', at, null);
    else if (at !== depth) this.#go(at, depth);
  }
}
