// What a person does in the widget. Completing, adding, rescheduling and the details come with tools of their own, loaded
// right after the rows; whoever is faster than they are waits for them.
import type { LitElement, ReactiveController } from 'lit';
import type { Action } from '@followthrough/core/schema';
import { hostLink } from '../parts/linked-text.ts';
import { ActionOpen, ViewAll } from '../page-events.ts';
import type { WidgetSetting, WidgetTools } from './tools.ts';

/** Where things lead in the host's own pages. */
export interface WidgetLinks {
  /** The address of an action, or null where it has none. */
  action?: ((action: Action) => string | null) | undefined;
}

/** The element, as far as it says where things lead. */
export type WidgetHost = LitElement & { readonly links: WidgetLinks; readonly viewAllHref: string | undefined };

export class WidgetInteraction implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #setting: WidgetSetting;
  #tools: WidgetTools | undefined;
  #asked = false;

  constructor(host: WidgetHost, setting: WidgetSetting) {
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
  get tools(): WidgetTools | undefined {
    return this.#tools;
  }

  hostUpdated(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.#load().catch(reportError);
  }

  /** Where an action's title leads, if the host says. */
  hrefOf(action: Action): string | null {
    return hostLink(this.#host.links.action?.(action));
  }

  readonly toggle = async (action: Action): Promise<void> => {
    (this.#tools ?? (await this.#load())).toggle(action);
  };

  readonly open = async (action: Action, event: Event): Promise<void> => {
    const { store } = this.#setting.workspace;
    const href = this.hrefOf(action);
    // The event names its target only while it is on its way.
    const anchor = event.currentTarget as HTMLElement;
    if (!this.#host.dispatchEvent(new ActionOpen(action, href))) event.preventDefault();
    else if (href === null && store) await (await this.#load()).details(anchor, store, action);
  };

  readonly viewAll = (event: Event): void => {
    if (!this.#host.dispatchEvent(new ViewAll(this.#host.viewAllHref ?? null))) event.preventDefault();
  };

  readonly reschedule = async (action: Action, anchor: HTMLElement): Promise<void> => {
    const { store } = this.#setting.workspace;
    if (store) (await this.#load()).reschedule(anchor, store, action);
  };

  async #load(): Promise<WidgetTools> {
    const { WidgetTools } = await import('./tools.ts');
    if (!this.#tools) {
      this.#tools = new WidgetTools(this.#host, this.#setting);
      this.#host.requestUpdate();
    }
    return this.#tools;
  }
}
