// Sharing an engagement with its coachees, and taking that back: says in plain words who will see it and who is told. Loaded
// when first opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { type PartHost, type PartOptions, Popover } from '../parts/popover.ts';

export interface SharePanelSpec {
  readonly isShared: boolean;
  /** Its coachees by name, in a sentence. */
  readonly coachees: string;
  /** Who is told, coach and coachees, and whether by e-mail too; null where the backend tells nobody. */
  readonly told: { readonly names: string; readonly byEmail: boolean } | null;
  readonly onConfirm: () => void;
}

export class SharePanel {
  readonly #localize: DateWords;
  readonly #popover: Popover;

  constructor(host: PartHost, options: PartOptions) {
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [sharePanelStyles]);
  }

  open(anchor: HTMLElement, spec: SharePanelSpec): void {
    const words = engagementFormWords(this.#localize.messages);
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'share-engagement',
      label: spec.isShared ? words.unshareTitle : words.shareTitle,
      content: () => this.#content(spec),
      initialFocus: () => '.share-confirm',
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content({ isShared, coachees, told, onConfirm }: SharePanelSpec): TemplateResult {
    const { messages } = this.#localize;
    const words = engagementFormWords(messages);
    const engagement = engagementWords(messages);
    return html`<h2 class="panel-title">${isShared ? words.unshareTitle : words.shareTitle}</h2>
      <ul class="panel-facts">
        <li>${isShared ? words.unshareSees(coachees) : words.shareSees(coachees)}</li>
        ${isShared ? html`<li>${words.unshareKeeps}</li>` : told === null ? nothing : html`<li>${words.shareTold(told.names, told.byEmail)}</li>`}
      </ul>
      <p class="panel-buttons">
        <button type="button" class="button quiet" part="button" @click=${() => this.#popover.close()}>
          ${words.cancel}
        </button>
        <button
          type="button"
          class="button primary share-confirm"
          part="button button-primary"
          @click=${() => {
            this.#popover.close();
            onConfirm();
          }}
        >
          ${isShared ? engagement.unshare : engagement.share}
        </button>
      </p>`;
  }
}

const sharePanelStyles = css`
  .popover.share-engagement {
    inline-size: 26em;
    padding: calc(var(--_space) * 4);
  }
  .panel-title {
    font-weight: 600;
    margin-block-end: calc(var(--_space) * 2);
  }
  .panel-facts {
    display: grid;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .panel-buttons {
    display: flex;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
  }
  @media (max-width: 29.99em) {
    .popover.share-engagement {
      inline-size: auto;
    }
  }
`;
