// What a menu holds: things to do or to choose, and those that cannot be chosen now with the reason.
import type { TemplateResult } from 'lit';

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
