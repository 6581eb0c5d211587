// Adding an action by one line of typing: a field that is always there. What is typed into it is understood, shown as
// chips and added by its panel, which comes with the first focus. Enter adds and stays, Shift+Enter adds and opens the
// details, Escape clears.
import { quickAddWords } from '../localize/late-tools.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { plusIcon } from '../icons/icons.ts';
import type { Pickers } from './pickers.ts';
import type { PartHost, PartOptions } from './popover.ts';
import type { QuickAddDefaults, QuickAddSpec } from './quick-add-entry.ts';
import type { QuickAddPanel } from './quick-add-panel.ts';

export type { QuickAddContext, QuickAddDefaults, QuickAddSpec } from './quick-add-entry.ts';
export { quickAddStyles } from './quick-add-styles.ts';

export class QuickAdd {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #pickers: Pickers;
  /** What was typed before the panel came. */
  #typed = '';
  #panel: QuickAddPanel | null = null;

  constructor(host: PartHost, options: PartOptions & { pickers: Pickers }) {
    this.#host = host;
    this.#localize = options.localize;
    this.#pickers = options.pickers;
  }

  /** Puts focus into the field, with what the new action begins with. What was typed already is kept. */
  async focus(defaults?: QuickAddDefaults): Promise<void> {
    this.#field?.focus();
    if (defaults) (await this.#load()).begin(defaults);
  }

  /** The text that has not been added, for a host that must not lose it. */
  get text(): string {
    return this.#panel?.text ?? this.#typed;
  }

  render(spec: QuickAddSpec): TemplateResult {
    const quickAdd = quickAddWords(this.#localize.messages);
    const panel = this.#panel;
    return html`<div
      class="quick-add ${spec.compact ? 'compact' : ''} ${panel?.isActive ? 'active' : ''}"
      part="quick-add"
      role="group"
      aria-label=${quickAdd.label}
      @focusin=${() => void this.#load()}
    >
      <div class="quick-add-line">
        <span class="quick-add-plus">${plusIcon()}</span>
        <input
          type="text"
          class="quick-add-field"
          part="input quick-add-field"
          aria-label=${quickAdd.label}
          aria-describedby=${panel ? 'quick-add-hint quick-add-problem' : 'quick-add-hint'}
          aria-invalid=${panel?.isTitleFaulty ? 'true' : nothing}
          autocomplete="off"
          enterkeyhint="done"
          placeholder=${quickAdd.placeholder}
          .value=${this.text}
          @input=${this.#onInput}
          @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event, spec)}
        />
        <span class="visually-hidden" id="quick-add-hint">${quickAdd.hint}</span>
      </div>
      ${panel?.render(spec) ?? nothing}
    </div>`;
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.quick-add-field');
  }

  async #load(): Promise<QuickAddPanel> {
    const { QuickAddPanel } = await import('./quick-add-panel.ts');
    if (!this.#panel) {
      const setting = { localize: this.#localize, pickers: this.#pickers, field: () => this.#field };
      this.#panel = new QuickAddPanel(this.#host, setting);
      this.#panel.input(this.#typed);
    }
    return this.#panel;
  }

  readonly #onInput = (event: InputEvent): void => {
    this.#typed = (event.currentTarget as HTMLInputElement).value;
    this.#panel?.input(this.#typed);
  };

  #onKeyDown(event: KeyboardEvent, spec: QuickAddSpec): void {
    // While an input method composes, its keys are its own (229 where a browser does not say so).
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#panel) this.#panel.keyDown(event, spec);
    else if (event.key === 'Enter') {
      // Typed and sent before the panel was here: it is sent when it is.
      event.preventDefault();
      void this.#load().then((panel) => panel.submit(spec, event.shiftKey));
    }
  }
}
