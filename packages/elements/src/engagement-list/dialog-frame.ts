// The frame that the list's dialogs share: a title, what they say, their buttons at the end, and what floats inside.
import { html, nothing, type TemplateResult } from 'lit';

/** What stands in the frame. */
export interface FrameSpec {
  readonly title: string;
  readonly content: unknown;
  /** In the order in which they are read. */
  readonly buttons: unknown;
  readonly floating?: unknown;
}

export function dialogFrame({ title, content, buttons, floating = nothing }: FrameSpec): TemplateResult {
  return html`<div class="modal-body">
      <h2 class="modal-title">${title}</h2>
      ${content}
    </div>
    <div class="modal-foot">${buttons}</div>
    ${floating}`;
}
