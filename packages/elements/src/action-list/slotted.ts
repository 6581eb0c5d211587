// What the host page puts into single rows: its children with `slot="item-{id}-start"` or `-end`. Read from the page
// itself, so that rows without any carry no slot.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Id } from '@followthrough/core/schema';

type Places = ReadonlyMap<Id, 'start' | 'end' | 'both'>;

const NAME = /^item-(.+)-(start|end)$/;
const NOWHERE: Places = new Map();

export class Slotted implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #places: Places | undefined;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Where something of the host page's stands, by the action's id. */
  get now(): Places {
    this.#places ??= this.#read();
    return this.#places;
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => {
      this.#places = undefined;
      this.#host.requestUpdate();
    });
    this.#observer.observe(this.#host, { childList: true, subtree: true, attributeFilter: ['slot'] });
    this.#places = undefined;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): Places {
    const places = new Map<Id, 'start' | 'end' | 'both'>();
    for (const child of this.#host.children) {
      const [, id, at] = NAME.exec(child.slot) ?? [];
      if (id === undefined || (at !== 'start' && at !== 'end')) continue;
      const other = places.get(id);
      places.set(id, other === undefined || other === at ? at : 'both');
    }
    return places.size > 0 ? places : NOWHERE;
  }
}
