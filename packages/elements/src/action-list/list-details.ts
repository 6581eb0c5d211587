// The details of an action of a list: opened beside its row unless the host page wants to show them itself, saved over
// what stands by then, and opened again with what was typed where a save is refused after they were closed.
import { type LitElement, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Action, ActionPatch, Person } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import type { ActionCommands } from '../action-commands.ts';
import { ActionOpen } from '../events.ts';
import { listWords, problemWords } from '../localize/late-acts.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { DetailsDialog, DetailsDialogSpec } from '../parts/details-dialog.ts';
import type { ToastController } from '../parts/toast.ts';
import { problemText } from '../problem-text.ts';
import { saveFields } from './saving.ts';
import { detailsSpec } from './specs.ts';

/** What the details need of the list. */
export interface ListDetailsSetting {
  readonly host: LitElement;
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: LocalizeController;
  readonly commands: ActionCommands;
  readonly toast: ToastController;
  readonly partiesOf: (action: Action) => readonly Person[];
  readonly focusAgain: () => void;
  /** What the place of an action adds to its details. */
  readonly adapt?: (spec: DetailsDialogSpec, action: Action) => Promise<DetailsDialogSpec>;
  /** Where the host page shows an action itself. */
  readonly hrefOf?: (action: Action) => string | null;
}

export class ListDetails {
  readonly #on: ListDetailsSetting;
  #dialog: DetailsDialog | undefined;

  constructor(setting: ListDetailsSetting) {
    this.#on = setting;
  }

  /** @param typed what is already written in its fields */
  async open(action: Action, anchor: HTMLElement, typed?: ActionPatch): Promise<void> {
    const { host, localize, commands, partiesOf, focusAgain } = this.#on;
    const workspace = this.#on.workspace.store;
    const href = this.#on.hrefOf?.(action) ?? null;
    if (!workspace || !host.dispatchEvent(new ActionOpen(action, href))) return;
    if (href !== null) return location.assign(href);
    const { DetailsDialog } = await import('../parts/details-dialog.ts');
    this.#dialog ??= new DetailsDialog(host, { localize, fallbackFocus: focusAgain });
    const save = (patch: ActionPatch, base: Action) => this.#save(workspace, patch, base);
    const spec = detailsSpec(workspace, action.id, localize, partiesOf(action), commands, save);
    this.#dialog.open(anchor, (await this.#on.adapt?.(spec, action)) ?? spec, typed);
    host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    return this.#dialog?.render() ?? nothing;
  }

  async #save(workspace: WorkspaceStore, patch: ActionPatch, base: Action): Promise<Action | null> {
    try {
      return await saveFields(workspace, this.#on.commands, base, patch);
    } catch (error) {
      if (!this.#dialog?.shows(base.id)) {
        const { host, localize, toast } = this.#on;
        const { messages } = localize;
        toast.show({
          text: problemWords(messages).notSaved(
            patch.title ?? base.title,
            problemText(error as BackendError, messages),
          ),
          tone: 'problem',
          action: { label: listWords(messages).open, run: () => void this.open(base, host, patch) },
        });
      }
      throw error;
    }
  }
}
