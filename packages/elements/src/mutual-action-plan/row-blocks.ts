// Long plans draw only the rows near the view: they are cut into blocks, and a block that is far away is an empty space of
// about its height, with the titles in it for find-in-page. On paper all are drawn.
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { styleMap } from '../style-map.ts';
import type { PlanRow } from './plan-rows.ts';

/** Rows in a block. */
const BLOCK = 40;
/** Plans of no more rows are drawn whole. */
const WHOLE = 160;
/** How far from the view a block is drawn. */
const MARGIN = '800px 0px';

export class RowBlocks implements ReactiveController {
  readonly #host: LitElement;
  #near: ReadonlySet<number> = new Set([0, 1]);
  #isPrinting = false;
  readonly #observer: IntersectionObserver | null;
  readonly #elements = new Map<Element, number>();

  constructor(host: LitElement) {
    this.#host = host;
    this.#observer =
      typeof IntersectionObserver === 'undefined'
        ? null
        : new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: MARGIN });
    host.addController(this);
  }

  /** Whether the page is being put on paper. */
  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  hostConnected(): void {
    if (typeof window === 'undefined') return;
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#printed);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#printed);
    this.#observer?.disconnect();
    this.#elements.clear();
  }

  /**
   * The rows, in groups.
   * @param keep whether a row is drawn wherever it is: the one with the focus, or that is edited
   * @param rowsView draws rows that follow one another; given the place of the first
   */
  render(
    rows: readonly PlanRow[],
    keep: (row: PlanRow) => boolean,
    rowsView: (rows: readonly PlanRow[], from: number) => TemplateResult,
  ): TemplateResult {
    if (rows.length <= WHOLE || this.#isPrinting || !this.#observer)
      return html`<div role="rowgroup" class="rows">${rowsView(rows, 0)}</div>`;
    const blocks = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, at) =>
      rows.slice(at * BLOCK, (at + 1) * BLOCK),
    );
    return html`${blocks.map((block, at) =>
      this.#near.has(at) || block.some(keep)
        ? html`<div role="rowgroup" class="rows" ${ref((element) => this.#watch(element, at))}>
            ${rowsView(block, at * BLOCK)}
          </div>`
        : html`<div
            role="rowgroup"
            class="rows far"
            aria-hidden="true"
            style=${styleMap({ '--_rows': String(block.length) })}
            ${ref((element) => this.#watch(element, at))}
          >
            ${block.map(titleOf).join('\n')}
          </div>`,
    )}`;
  }

  #watch(element: Element | undefined, at: number): void {
    if (!element) {
      for (const known of this.#elements.keys()) {
        if (known.isConnected) continue;
        this.#observer?.unobserve(known);
        this.#elements.delete(known);
      }
      return;
    }
    if (this.#elements.get(element) === at) return;
    this.#elements.set(element, at);
    this.#observer?.observe(element);
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    const near = new Set(this.#near);
    for (const { target, isIntersecting } of entries) {
      const at = this.#elements.get(target);
      if (at === undefined || !target.isConnected) continue;
      if (isIntersecting) near.add(at);
      else near.delete(at);
    }
    if (near.size === this.#near.size && [...near].every((at) => this.#near.has(at))) return;
    this.#near = near;
    this.#host.requestUpdate();
  }

  readonly #print = (): void => {
    this.#isPrinting = true;
    this.#host.requestUpdate();
    // Paper does not wait for the next microtask.
    (this.#host as unknown as { performUpdate: () => void }).performUpdate();
  };

  readonly #printed = (): void => {
    this.#isPrinting = false;
    this.#host.requestUpdate();
  };
}

function titleOf(row: PlanRow): string {
  return row.type === 'action' ? row.action.title : row.type === 'section' ? row.section.name : '';
}
