// Styles of a part that came late: its sheet is added to the root that it is shown in.
import type { CSSResult, LitElement } from 'lit';

/** Adds the styles of a part that came late to its host, once. */
export function adoptStyles(host: LitElement, styles: readonly CSSResult[]): void {
  const root = host.renderRoot;
  if (!(root instanceof ShadowRoot)) return;
  for (const { styleSheet } of styles) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
}
