// The strip of weeks, whose code comes when it is first shown; grey bars until then.
import type { LitElement, TemplateResult } from 'lit';
import type { ShownEngagement, WorkspaceStore } from '@followthrough/core/stores';
import type { CalendarStrip } from './strip.ts';
import type { ListSetting } from './timeline-list.ts';
import { timelineSkeleton } from './timeline-notes.ts';

export class LateStrip {
  readonly #host: LitElement;
  #strip: CalendarStrip | undefined;
  #isLoading = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  render(shown: ShownEngagement, workspace: WorkspaceStore | undefined, setting: ListSetting): TemplateResult {
    if (this.#strip) return this.#strip.render(shown, workspace?.$weekStart.get() ?? 1, setting);
    if (!this.#isLoading) void this.#load();
    return timelineSkeleton(setting.localize.messages);
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      const { CalendarStrip } = await import('./strip.ts');
      this.#strip ??= new CalendarStrip(this.#host);
    } finally {
      // Where its code could not be had, the next drawing asks again.
      this.#isLoading = false;
      this.#host.requestUpdate();
    }
  }
}
