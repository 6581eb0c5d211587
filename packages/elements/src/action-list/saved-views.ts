// Saved views of a list, where the host page has some (`views`): a menu that names the one shown, chooses another and
// asks the host page to keep what is shown. Loaded with the tools where there are views, else never.
import { toastWords } from '../localize/late-tools.ts';
import type { ActionFilter } from '@followthrough/core/schema';
import { type ActionListStore, formatFilter, parseFilter } from '@followthrough/core/stores';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { viewsWords } from '../localize/late-views.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import type { Menu, MenuItem } from '../parts/menu.ts';
import type { ToastController } from '../parts/toast.ts';
import { type ListView, ViewChange, ViewSave } from '../view-events.ts';
import { type Asked, asks, currentView } from './current-view.ts';
import { savedViewsStyles } from './saved-views-styles.ts';
import type { ViewForm } from './view-form.ts';

/** What the views need of their list. */
export interface SavedViewsSetting {
  readonly host: LitElement & { readonly views: readonly ListView[] };
  readonly localize: LocalizeController;
  readonly menu: Menu;
  readonly toast: ToastController;
  readonly list: () => ActionListStore | undefined;
  readonly setFilter: (filter: ActionFilter) => void;
  /** Where the focus goes when the views' button is gone. */
  readonly focusAgain: () => void;
}

export class SavedViews {
  readonly #on: SavedViewsSetting;
  /** It comes when first asked for. */
  #form: ViewForm | undefined;
  /** The view that was chosen, or recognised, last. */
  #chosen: string | null = null;
  /** The name of a view that was just made, until the host page gives it. */
  #made: string | null = null;

  constructor(on: SavedViewsSetting) {
    adoptStyles(on.host, [savedViewsStyles]);
    this.#on = on;
  }

  /** The button that names the view shown; nothing without views. */
  button(list: ActionListStore): TemplateResult | typeof nothing {
    if (this.#on.host.views.length === 0) return nothing;
    const words = this.#words;
    const current = this.#current(list);
    const name = current && (current.changed ? words.changedName(current.view.name) : current.view.name);
    return html`<button
      type="button"
      class="button views"
      part="views"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${name === null ? words.label : words.current(name)}
      @click=${(event: Event) => this.#open(event.currentTarget as HTMLElement, list)}
    >
      <span class="ellipsis" dir="auto">${current?.view.name ?? words.label}</span>
      ${current?.changed ? html`<span class="meta views-changed">${words.changed}</span>` : nothing}
      ${chevronDownIcon()}
    </button>`;
  }

  /** The form, while it is open. */
  render(): TemplateResult | typeof nothing {
    return this.#form?.render() ?? nothing;
  }

  get #words() {
    return viewsWords(this.#on.localize.messages);
  }

  #current(list: ActionListStore) {
    const current = currentView(this.#on.host.views, askedOf(list), { chosen: this.#chosen, made: this.#made });
    if (current) this.#chosen = current.view.id;
    return current;
  }

  #open(anchor: HTMLElement, list: ActionListStore): void {
    this.#on.menu.open(anchor, { label: this.#words.label, items: () => this.#items(anchor, list) });
  }

  #items(anchor: HTMLElement, list: ActionListStore): MenuItem[] {
    const words = this.#words;
    const current = this.#current(list);
    const views = this.#on.host.views.map((view): MenuItem => {
      const isCurrent = view.id === current?.view.id;
      return {
        label: view.name,
        kind: 'radio',
        checked: isCurrent,
        hint: isCurrent && current.changed ? words.changed : undefined,
        onPick: () => this.#choose(view, list),
      };
    });
    const save: MenuItem[] = current?.changed
      ? [{ label: words.saveChanges(current.view.name), onPick: () => void this.#saveChanges(current.view) }]
      : [];
    const saveAs: MenuItem = { label: words.saveAs, onPick: () => void this.#askName(anchor) };
    return [...views, ...[...save, saveAs].map((item, at) => ({ ...item, separated: at === 0 }))];
  }

  #choose(view: ListView, list: ActionListStore): void {
    const asked = asks(view);
    this.#chosen = view.id;
    this.#made = null;
    if (asked.filter !== askedOf(list).filter) this.#on.setFilter(parseFilter(asked.filter).filter);
    list.setSort(asked.sort);
    list.setGrouping(asked.groupBy);
    this.#on.host.dispatchEvent(new ViewChange(view));
  }

  // ── keeping ───────────────────────────────────────────────────────────────────────────────────

  async #askName(anchor: HTMLElement, name = ''): Promise<void> {
    const { host, localize, focusAgain } = this.#on;
    const { ViewForm } = await import('./view-form.ts');
    this.#form ??= new ViewForm(host, { localize, fallbackFocus: focusAgain });
    this.#form.open(anchor, {
      name,
      save: async (typed) => {
        const saved = await this.#ask(null, typed);
        if (saved) this.#made = typed;
        return saved;
      },
      // Closed before it was refused: what was typed is not lost.
      onLost: (typed, reason) =>
        this.#fail(typed, reason, () => void this.#askName(anchor.isConnected ? anchor : host, typed)),
    });
  }

  async #saveChanges(view: ListView): Promise<void> {
    try {
      await this.#ask(view.id, view.name);
    } catch (error) {
      const { reasonOf } = await import('./view-form.ts');
      this.#fail(view.name, reasonOf(error, this.#on.localize.messages), () => void this.#saveChanges(view));
    }
  }

  /** Asks the host page to keep what is shown; gives whether it did. */
  async #ask(id: string | null, name: string): Promise<boolean> {
    const { host, toast, list } = this.#on;
    const shown = list();
    if (!shown) return false;
    const event = new ViewSave({ id, name, ...askedOf(shown) });
    host.dispatchEvent(event);
    const saved = await event.settled();
    if (saved) toast.show({ text: this.#words.saved(name) });
    return saved;
  }

  #fail(name: string, reason: string, again: () => void): void {
    const { toast, localize } = this.#on;
    toast.show({
      text: this.#words.notSaved(name, reason),
      tone: 'problem',
      action: { label: toastWords(localize.messages).retry, run: again },
    });
  }
}

/** What a list is asked for. */
function askedOf(list: ActionListStore): Asked {
  return { filter: formatFilter(list.$filter.get()), sort: list.$sort.get(), groupBy: list.$grouping.get() };
}
