// What the dashboard says where it has no rows: that there are no rooms, that nothing was promised in them, that nothing is
// open, or that the filter leaves nothing.
import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../action-list/frame.ts';
import type { Emptiness } from '../action-list/phase.ts';
import { empty, type EmptySpec } from '../action-list/states.ts';
import { dashboardWords } from '../localize/late-dashboard.ts';

/** An empty dashboard, by the reason. */
export function emptyDashboard(why: Emptiness, spec: EmptySpec, hasRooms: boolean): TemplateResult {
  const words = dashboardWords(spec.messages);
  if (!hasRooms) return panel(words.noRooms, words.noRoomsHint);
  switch (why) {
    case 'nothingYet':
      return panel(words.nothingYet, words.nothingYetHint);
    case 'caughtUp':
      return panel(words.nothingOpen, words.nothingOpenHint, button(words.showClosed, spec.onShowCompleted));
    case 'filteredOut':
      return empty(why, spec);
  }
}

function panel(title: string, hint: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="nothing" part="empty">
    <p class="nothing-title">${title}</p>
    <p class="muted">${hint}</p>
    ${action}
  </div>`;
}
