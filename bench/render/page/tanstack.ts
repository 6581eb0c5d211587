// @tanstack/lit-virtual with the plain Lit row.
import { VirtualizerController } from '@tanstack/lit-virtual';
import type { Action, Id } from '@followthrough/core/schema';
import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { litRow, litStyles } from './lit-row.ts';
import type { Peer } from './rows.ts';

class TanstackList extends LitElement {
  static override styles = [
    litStyles,
    css`
      .all {
        position: relative;
      }
      .row {
        position: absolute;
        inset: 0 0 auto;
      }
    `,
  ];
  rows: readonly Action[] = [];
  selected: ReadonlySet<Id> = new Set();
  readonly #scroller = createRef<HTMLElement>();
  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.#scroller.value ?? null,
    count: 0,
    estimateSize: () => 40,
    overscan: 2,
  });

  set(rows: readonly Action[]): void {
    this.rows = rows;
    const virtualizer = this.#virtual.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: rows.length });
    this.requestUpdate();
  }

  protected override render() {
    const virtualizer = this.#virtual.getVirtualizer();
    return html`<div class="scroller" ${ref(this.#scroller)}>
      <div class="all" style="height:${virtualizer.getTotalSize()}px">
        ${repeat(
          virtualizer.getVirtualItems(),
          ({ key }) => key,
          ({ index, start }) => {
            const action = this.rows[index];
            if (!action) return '';
            const selected = this.selected.has(action.id);
            return html`<div class="row ${selected ? 'selected' : ''}" style="transform:translateY(${start}px)">
              ${litRow(action, selected)}
            </div>`;
          },
        )}
      </div>
    </div>`;
  }
}
customElements.define('bench-tanstack', TanstackList);

export function mount(frame: HTMLElement): Peer {
  const list = new TanstackList();
  frame.append(list);
  return {
    show: (all) => list.set(all),
    update: (_changed, all) => list.set(all),
    select: ({ id }) => {
      list.selected = new Set([id]);
      list.requestUpdate();
    },
    remove: ({ id }, all) => list.set(all.filter((action) => action.id !== id)),
    clear: () => list.set([]),
    scroller: () => list.renderRoot.querySelector('.scroller') as HTMLElement,
  };
}
