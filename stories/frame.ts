// The page around a story: its width, colour scheme, direction and language.
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

export interface Frame {
  /** In CSS pixels; the whole canvas where absent. */
  width?: number;
  scheme?: 'light' | 'dark';
  direction?: 'ltr' | 'rtl';
  language?: string;
}

/** The content in a page of that kind. */
export function framed(
  { width, scheme = 'light', direction = 'ltr', language = 'en-GB' }: Frame,
  content: TemplateResult,
): TemplateResult {
  const style = {
    colorScheme: scheme,
    background: scheme === 'dark' ? '#17191c' : '#ffffff',
    color: scheme === 'dark' ? '#e8eaed' : '#1d2125',
    font: '14px/1.45 system-ui, sans-serif',
    padding: '16px',
    inlineSize: width ? `${width + 32}px` : 'auto',
    boxSizing: 'border-box',
  };
  return html`<main lang=${language} dir=${direction} style=${styleMap(style)}>${content}</main>`;
}
