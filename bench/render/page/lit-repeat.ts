// A plain Lit list: every row in the page, keyed by repeat().
import type { Action, Id } from '@followthrough/core/schema';
import { html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { litRow, litStyles } from './lit-row.ts';
import type { Peer } from './rows.ts';

class LitRepeat extends LitElement {
  static override styles = litStyles;
  rows: readonly Action[] = [];
  selected: ReadonlySet<Id> = new Set();

  protected override render() {
    return html`<div class="scroller">
      ${repeat(
        this.rows,
        ({ id }) => id,
        (action) =>
          html`<div class="row ${this.selected.has(action.id) ? 'selected' : ''}">
            ${litRow(action, this.selected.has(action.id))}
          </div>`,
      )}
    </div>`;
  }
}
customElements.define('bench-repeat', LitRepeat);

export function mount(frame: HTMLElement): Peer {
  const list = new LitRepeat();
  frame.append(list);
  const show = (rows: readonly Action[]) => {
    list.rows = rows;
    list.requestUpdate();
  };
  return {
    show,
    update: (_changed, all) => show(all),
    select: ({ id }) => {
      list.selected = new Set([id]);
      list.requestUpdate();
    },
    remove: ({ id }, all) => show(all.filter((action) => action.id !== id)),
    clear: () => show([]),
    scroller: () => list.renderRoot.querySelector('.scroller') as HTMLElement,
  };
}
