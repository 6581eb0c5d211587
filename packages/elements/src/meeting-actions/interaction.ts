// What a person does on an agenda. The tools for it are loaded right after the rows; whoever is faster waits for them.
import type { LitElement, ReactiveController } from 'lit';
import type { Action, Meeting } from '@followthrough/core/schema';
import { ActionOpen } from '../page-events.ts';
import { hostLink } from '../parts/linked-text.ts';
import type { AgendaReading } from './agenda-reading.ts';
import type { RowHand } from './agenda-row.ts';
import { MeetingOpen } from './meeting-events.ts';
import type { AgendaSetting, AgendaTools } from './tools.ts';

/** Where things lead in the host's own pages. */
export interface MeetingLinks {
  /** The address of an action, or null where it has none. */
  action?: ((action: Action) => string | null) | undefined;
  /** The address of a meeting, or null where it has none: the element then shows it itself. */
  meeting?: ((meeting: Meeting) => string | null) | undefined;
}

interface InteractionSetting extends AgendaSetting {
  readonly reading: () => AgendaReading | null;
  /** Shows another meeting. */
  readonly show: (meeting: Meeting) => void;
}

export class AgendaInteraction implements ReactiveController {
  readonly #host: LitElement & { readonly links: MeetingLinks };
  readonly #setting: InteractionSetting;
  #tools: AgendaTools | undefined;
  #asked = false;

  constructor(host: LitElement & { readonly links: MeetingLinks }, setting: InteractionSetting) {
    this.#host = host;
    this.#setting = setting;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => this.#tools?.undoOnKey(event);

  /** The tools, once they are here. */
  get tools(): AgendaTools | undefined {
    return this.#tools;
  }

  hostUpdated(): void {
    this.#tools?.updated();
    if (this.#asked) return;
    this.#asked = true;
    void this.load().catch(reportError);
  }

  /** Where an action's title leads, if the host says. */
  hrefOf(action: Action): string | null {
    return hostLink(this.#host.links.action?.(action));
  }

  /** What one does with a row. */
  readonly hand: RowHand = {
    toggle: async (action) => (await this.load()).setState(action, action.state === 'done' ? 'todo' : 'done'),
    dismiss: async (action) => (await this.load()).setState(action, 'notDone'),
    open: async (action, event) => {
      const { store } = this.#setting.workspace;
      const href = this.hrefOf(action);
      // The event names its target only while it is on its way.
      const anchor = event.currentTarget as HTMLElement;
      if (!this.#host.dispatchEvent(new ActionOpen(action, href))) event.preventDefault();
      else if (href === null && store) await (await this.load()).details(anchor, store, action);
    },
    due: async (action, anchor) => {
      const { store } = this.#setting.workspace;
      if (store) (await this.load()).due(anchor, store, action);
    },
    assignee: async (action, anchor) => {
      const { store } = this.#setting.workspace;
      const reading = this.#setting.reading();
      if (store && reading) (await this.load()).assignee(anchor, store, action, reading);
    },
    status: async (action, anchor) => {
      const { store } = this.#setting.workspace;
      if (store) (await this.load()).status(anchor, store, action);
    },
  };

  /** Where a meeting leads, if the host says. */
  readonly meetingHref = (meeting: Meeting): string | null => hostLink(this.#host.links.meeting?.(meeting));

  readonly openMeeting = (meeting: Meeting, event: Event): void => {
    const href = this.meetingHref(meeting);
    if (!this.#host.dispatchEvent(new MeetingOpen(meeting, href))) event.preventDefault();
    else if (href === null) this.#setting.show(meeting);
  };

  async load(): Promise<AgendaTools> {
    const { AgendaTools } = await import('./tools.ts');
    if (!this.#tools) {
      this.#tools = new AgendaTools(this.#host, this.#setting);
      this.#host.requestUpdate();
    }
    return this.#tools;
  }
}
