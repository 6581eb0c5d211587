// Dates are never cut and never wrap: their column is as wide as the widest one shown so far. Each text is measured once,
// off the page, so that scrolling waits for no layout. The width is in em: where the page sets its text larger, it grows along.

/** Beside a text of medium weight, and room before the next column, in pixels. */
const SLACK = 8;

export class DueWidth {
  readonly #host: { readonly renderRoot: HTMLElement | DocumentFragment };
  #measured = new Set<string>();
  #font = '';
  #widest = 0;
  #canvas: CanvasRenderingContext2D | null = null;

  constructor(host: { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#host = host;
  }

  /** Makes room for a text. */
  fit(text: string): void {
    if (this.#measured.has(text)) return;
    this.#measured.add(text);
    this.#grow(text);
  }

  /** Call when the list has updated: another density or text size makes other widths. */
  updated(): void {
    const grid = this.#grid;
    if (!grid || !this.#canvas) return;
    if (this.#fontOf(grid) !== this.#font) {
      this.#widest = 0;
      for (const text of this.#measured) this.#grow(text);
    } else if (grid.style.getPropertyValue('--_due-text') === '') this.#write(grid);
  }

  #grow(text: string): void {
    const grid = this.#grid;
    this.#canvas ??= document.createElement('canvas').getContext('2d');
    if (!grid || !this.#canvas) return;
    if (this.#widest === 0 || this.#font === '') this.#font = this.#fontOf(grid);
    this.#canvas.font = this.#font;
    const width = Math.ceil(this.#canvas.measureText(text).width) + SLACK;
    if (width <= this.#widest) return;
    this.#widest = width;
    this.#write(grid);
  }

  #write(grid: HTMLElement): void {
    grid.style.setProperty('--_due-text', `${this.#widest / parseFloat(this.#font.slice(4))}em`);
  }

  /** As measured: of medium weight, the heaviest that a date has. */
  #fontOf(grid: HTMLElement): string {
    const { fontFamily, fontSize } = getComputedStyle(grid);
    return `500 ${fontSize} ${fontFamily}`;
  }

  get #grid(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.grid');
  }
}
