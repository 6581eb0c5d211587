// Keeps what the list is asked for in the page's address, where the host wants it (`sync-url`): a link shows the same list.
// Filter and order are parameters named after `url-key`, in the query or in the hash; the rest of the address is left as it
// is.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type EngagementFilter, type EngagementSort } from '@followthrough/core/schema';
import { type EngagementListStore, formatEngagementFilter } from '@followthrough/core/stores';
import { type UrlPlace, urlParameters, urlWith } from '../url-place.ts';

/** What the controller reads and sets of its list. */
export interface UrlHost extends ReactiveControllerHost {
  syncUrl: UrlPlace;
  urlKey: string;
  filter: string | EngagementFilter | undefined;
  sort: EngagementSort;
}

interface Asked {
  readonly filter: string | null;
  readonly sort: string | null;
}

const SORTS: readonly string[] = ['title', '-title', 'start', '-start', 'updated', '-updated'];

export class UrlSync implements ReactiveController {
  readonly #host: UrlHost;
  readonly #list: () => EngagementListStore | undefined;
  #listening: AbortController | undefined;
  #place: UrlPlace = 'off';
  /** How the list begins by itself, which need not stand in the address. */
  #begun: Asked | undefined;
  #known: Asked | undefined;

  constructor(host: UrlHost, list: () => EngagementListStore | undefined) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostDisconnected();
    this.#place = this.#host.syncUrl;
    if (typeof window === 'undefined' || this.#place === 'off') return;
    this.#listening = new AbortController();
    const asked = this.#read();
    this.#begun ??= { filter: textOf(this.#host.filter), sort: this.#host.sort };
    addEventListener('popstate', () => this.#apply(this.#read(), this.#begun), { signal: this.#listening.signal });
    this.#apply(asked);
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#known = undefined;
  }

  /** The address may be wanted, or left alone, later; a list that is there hears of what it asks for with the next update. */
  hostUpdate(): void {
    if (this.#place === this.#host.syncUrl) return;
    if (this.#list()) void this.#host.updateComplete.then(() => this.hostConnected());
    else this.hostConnected();
  }

  hostUpdated(): void {
    const list = this.#list();
    if (!this.#listening || this.#listening.signal.aborted || !list) return;
    const shown: Asked = { filter: formatEngagementFilter(list.$filter.get()), sort: list.$sort.get() };
    const known = this.#known;
    this.#known = shown;
    if (known && (known.filter !== shown.filter || known.sort !== shown.sort)) this.#write(shown);
  }

  #apply(asked: Asked, otherwise?: Asked): void {
    const filter = asked.filter ?? otherwise?.filter ?? null;
    const sort = asked.sort ?? otherwise?.sort ?? null;
    if (filter !== null) this.#host.filter = filter;
    if (sort !== null && SORTS.includes(sort)) this.#host.sort = sort as EngagementSort;
  }

  #read(): Asked {
    const { urlKey, syncUrl } = this.#host;
    const parameters = urlParameters(syncUrl);
    return { filter: parameters.get(urlKey), sort: parameters.get(`${urlKey}-sort`) };
  }

  #write(shown: Asked): void {
    const { urlKey, syncUrl } = this.#host;
    const parameters = urlParameters(syncUrl);
    const set = (name: string, value: string | null, begun: string | null | undefined) => {
      if (value === begun || value === null) parameters.delete(name);
      else parameters.set(name, value);
    };
    set(urlKey, shown.filter, this.#begun?.filter);
    set(`${urlKey}-sort`, shown.sort, this.#begun?.sort);
    history.replaceState(history.state, '', urlWith(syncUrl, parameters));
  }
}

function textOf(filter: string | EngagementFilter | undefined): string {
  return typeof filter === 'string' ? filter : formatEngagementFilter(filter ?? {});
}
