// A menu: a short list of things to do or to choose. Arrows, Home, End and typing move; what cannot be chosen stays
// reachable and says why.
import { css, html, nothing, type TemplateResult } from 'lit';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

export interface MenuItem {
  label: string;
  /** `radio` and `checkbox` show whether they are chosen; a checkbox leaves the menu open. */
  kind?: 'item' | 'radio' | 'checkbox' | undefined;
  checked?: boolean | undefined;
  icon?: TemplateResult | undefined;
  /** Quiet words at the end, such as the date that a name stands for. */
  hint?: string | undefined;
  /** Why it cannot be chosen now; the item is then shown, reachable and refused. */
  refused?: string | undefined;
  /** Starts a new block: a line above it. */
  separated?: boolean | undefined;
  danger?: boolean | undefined;
  onPick: () => void;
}

export interface MenuSpec {
  /** The menu's accessible name. */
  label: string;
  /** Asked anew at every render, so that checkboxes show what was just chosen. */
  items: () => readonly MenuItem[];
  onClose?: (() => void) | undefined;
}

export class Menu {
  readonly #popover: Popover;

  constructor(host: PartHost, options: PartOptions = {}) {
    this.#popover = new Popover(host, options, [menuStyles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, spec: MenuSpec): void {
    void anchor, spec, html;
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }
}

export const menuStyles = css``;
