// What is asked before a change of a plan is made (rulebook §3): where it moves dates of others, those are shown; a loop is
// told with its names in order; what rests on something that goes is asked about.
import type { LitElement } from 'lit';
import type { Dependents, Id, PlanEdit, Preview } from '@followthrough/core/schema';
import type { RoomPlanStore } from '@followthrough/core/stores';
import { planWords } from '../localize/late-plan.ts';
import { problemWords } from '../localize/late-acts.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { MovedDatesDialog } from '../parts/moved-dates-dialog.ts';
import type { ToastController } from '../parts/toast.ts';

export interface PlanAskingSetting {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly toast: ToastController;
  readonly store: () => RoomPlanStore | undefined;
  readonly fallbackFocus: () => void;
}

export class PlanAsking {
  readonly #on: PlanAskingSetting;
  #dialog: MovedDatesDialog | undefined;

  constructor(setting: PlanAskingSetting) {
    this.#on = setting;
  }

  /** What floats, where something does. */
  render() {
    return this.#dialog?.render();
  }

  /** Whether changes may be made: asked where they move dates of others. */
  async mayMake(edits: readonly PlanEdit[], own: ReadonlySet<Id>): Promise<boolean> {
    const store = this.#on.store();
    // Who does not see the whole plan is told what moved once the backend has answered.
    if (!store?.$plan.get()?.whole) return store !== undefined;
    const preview = await store.preview(edits);
    if (preview.refused) {
      this.#refused(preview.refused);
      return false;
    }
    const others = othersMoved(preview, own);
    if (others.length === 0) return true;
    return (await this.#ask({ preview: { ...preview, moved: others } })) !== null;
  }

  /**
   * What becomes of what rests on something that is deleted: undefined where nothing does; null where it is left alone.
   */
  async whatRests(edit: PlanEdit, own: Id | null, title: string): Promise<Dependents | undefined | null> {
    const store = this.#on.store();
    if (!store) return null;
    const preview = await store.preview([edit]);
    if (preview.refused?.code === 'has-dependents') {
      const { dependents = [] } = preview.refused;
      const answer = await this.#ask({ preview, dependents, title });
      return answer === 'freeze' || answer === 'clear' ? answer : null;
    }
    if (preview.refused) {
      this.#refused(preview.refused);
      return null;
    }
    const moved = othersMoved(preview, new Set(own === null ? [] : [own]));
    if (moved.length > 0 && (await this.#ask({ preview: { ...preview, moved }, title })) === null) return null;
    return undefined;
  }

  async #ask(asked: {
    preview: Preview;
    dependents?: readonly { actionId: Id; field: 'start' | 'due' }[];
    title?: string;
  }): Promise<'save' | Dependents | null> {
    const { host, localize, fallbackFocus } = this.#on;
    const plan = this.#on.store()?.$plan.get();
    if (!plan) return null;
    const { MovedDatesDialog } = await import('../parts/moved-dates-dialog.ts');
    this.#dialog ??= new MovedDatesDialog(host, { localize, fallbackFocus });
    return this.#dialog.ask({ ...asked, plan });
  }

  #refused({ path, errors }: NonNullable<Preview['refused']>): void {
    const { messages } = this.#on.localize;
    const plan = this.#on.store()?.$plan.get();
    const nameOf = (id: Id) =>
      plan?.actions.find((one) => one.id === id)?.title ?? plan?.sections.find((one) => one.id === id)?.name ?? '…';
    const text =
      path && path.length > 0
        ? planWords(messages).loop([...path, path[0] as Id].map(nameOf))
        : (errors?.[0]?.message ?? problemWords(messages).validation);
    this.#on.toast.show({ text, tone: 'problem' });
  }
}

/** The dates that a change moves beside those it is about. */
export function othersMoved({ moved }: Preview, own: ReadonlySet<Id>): Preview['moved'] {
  return moved.filter(({ actionId, from, to }) => !own.has(actionId) && from !== to);
}
