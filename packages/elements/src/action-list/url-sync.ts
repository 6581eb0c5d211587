// Keeps what a list is asked for in the page's address, where the host wants it (`sync-url`): a link shows the same list,
// Back and Forward go through nothing but other pages. Filter, order and groups are parameters named after `url-key`, in
// the query or in the hash; the rest of the address is left as it is.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActionFilter, ActionSort } from '@followthrough/core/schema';
import { type ActionListStore, formatFilter, type Grouping } from '@followthrough/core/stores';
import { type UrlPlace, urlParameters, urlWith } from '../url-place.ts';
import { groupings, sorts } from './list-options.ts';

/** What the controller reads and sets of its list. */
export interface UrlHost extends ReactiveControllerHost {
  syncUrl: UrlPlace;
  urlKey: string;
  filter: string | ActionFilter | undefined;
  sort: ActionSort;
  groupBy: Grouping;
}

/** What stands in the address; undefined: as the list begins by itself. */
interface Asked {
  filter?: string | undefined;
  sort?: string | undefined;
  group?: string | undefined;
}

export class UrlSync implements ReactiveController {
  readonly #host: UrlHost;
  readonly #list: () => ActionListStore | undefined;
  #followed: ActionListStore | undefined;
  /** What the list shows as far as the address knows. */
  #known: Asked = {};
  #begun: Asked = {};
  #listening: AbortController | undefined;
  #place: UrlPlace = 'off';

  /** To be made before what makes the list's store, so that the list begins as the address says. */
  constructor(host: UrlHost, list: () => ActionListStore | undefined) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostDisconnected();
    this.#place = this.#host.syncUrl;
    if (typeof window === 'undefined' || this.#place === 'off') return;
    this.#listening = new AbortController();
    addEventListener('popstate', () => this.#apply({ ...this.#begun, ...this.#read() }), {
      signal: this.#listening.signal,
    });
    this.#apply(this.#read());
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#followed = undefined;
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
    const shown = shownBy(list);
    if (list !== this.#followed) {
      // What it begins with is no change to tell, and need not stand in the address.
      if (!this.#followed) this.#begun = { ...shown, ...withNothing(this.#read()) };
      this.#followed = list;
      this.#known = shown;
    } else if (!isSame(shown, this.#known)) {
      this.#known = shown;
      this.#write(shown);
    }
  }

  #apply({ filter, sort, group }: Asked): void {
    if (filter !== undefined) this.#host.filter = filter;
    if (sort !== undefined && sorts.test(sort)) this.#host.sort = sort as ActionSort;
    if (group !== undefined && groupings.test(group)) this.#host.groupBy = group as Grouping;
  }

  #read(): Asked {
    const parameters = urlParameters(this.#host.syncUrl);
    const asked: Asked = {};
    for (const [name, parameter] of this.#names()) {
      const value = parameters.get(parameter);
      if (value !== null) asked[name] = value;
    }
    return asked;
  }

  #write(shown: Asked): void {
    const parameters = urlParameters(this.#host.syncUrl);
    for (const [name, parameter] of this.#names()) {
      if (shown[name] !== undefined && shown[name] === this.#begun[name]) parameters.delete(parameter);
      else parameters.set(parameter, shown[name] ?? '');
    }
    history.replaceState(history.state, '', urlWith(this.#host.syncUrl, parameters));
  }

  #names(): [keyof Asked, string][] {
    const { urlKey } = this.#host;
    return [
      ['filter', urlKey],
      ['sort', `${urlKey}-sort`],
      ['group', `${urlKey}-group`],
    ];
  }
}

/** The same names, none with a value: how the list begins by itself is not known where the address said something. */
function withNothing(asked: Asked): Asked {
  return Object.fromEntries(Object.keys(asked).map((name) => [name, undefined]));
}

function shownBy(list: ActionListStore): Asked {
  return { filter: formatFilter(list.$filter.get()), sort: list.$sort.get(), group: list.$grouping.get() };
}

function isSame(a: Asked, b: Asked): boolean {
  return a.filter === b.filter && a.sort === b.sort && a.group === b.group;
}
