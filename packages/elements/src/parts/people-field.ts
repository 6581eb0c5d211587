// Finding people of the workspace for a form: the search field over the backend's pages of people, those chosen as chips with
// their pictures. Somebody chosen who is not known any more is shown as such.
import type { TemplateResult, nothing } from 'lit';
import type { Id, Person } from '@followthrough/core/schema';
import { createPeopleSearch, type PeopleSearch, type WorkspaceStore } from '@followthrough/core/stores';
import type { DateWords } from '../dates/date-label.ts';
import { engagementSetupWords } from '../localize/late-engagement-setup.ts';
import { avatar } from './avatar.ts';
import type { PartHost } from './popover.ts';
import { SearchField } from './search-field.ts';
import type { SearchChoice } from './search-list.ts';

export interface PeopleFieldSpec {
  readonly label: string;
  readonly placeholder: string;
  readonly multiple: boolean;
  readonly list: 'open' | 'closed';
  readonly chosen: readonly Id[];
  readonly describedBy: string | typeof nothing;
  readonly invalid: boolean;
  readonly onChange: (ids: readonly Id[]) => void;
}

export class PeopleField {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #field: SearchField;
  #workspace: WorkspaceStore | undefined;
  #search: PeopleSearch | undefined;
  #release: (() => void)[] = [];

  /** @param id that of its field */
  constructor(host: PartHost, localize: DateWords, id: string) {
    this.#host = host;
    this.#localize = localize;
    this.#field = new SearchField(host, id);
  }

  get id(): string {
    return this.#field.id;
  }

  get isBusy(): boolean {
    return this.#field.isBusy;
  }

  /**
   * Whose people are found; undefined: nobody's, and whatever is on its way is let go.
   * @param eager whether the first page is looked up before somebody asks, for a list that always shows
   */
  connect(workspace: WorkspaceStore | undefined, eager = false): void {
    for (const release of this.#release) release();
    this.#search?.dispose();
    this.#workspace = workspace;
    this.#search = workspace && createPeopleSearch(workspace);
    if (eager) this.#search?.search('');
    const { $status, $found, $hasMore } = this.#search ?? {};
    this.#release = [$status, $found, $hasMore].flatMap(
      (store) => store?.listen(() => this.#host.requestUpdate()) ?? [],
    );
  }

  render(spec: PeopleFieldSpec): TemplateResult {
    const words = engagementSetupWords(this.#localize.messages);
    const search = this.#search;
    const people = this.#workspace?.$people.get();
    const status = search?.$status.get() ?? 'idle';
    return this.#field.render({
      words: {
        label: spec.label,
        placeholder: spec.placeholder,
        chosen: words.chosen(spec.label),
        remove: words.remove,
        removed: words.removed,
        added: words.added,
        showAll: words.showAll,
        more: words.more,
        searching: words.searching,
        failed: words.searchFailed,
        retry: words.retry,
        none: (query) => (query.trim() === '' ? words.nobody : words.noMatch(query)),
        found: words.found,
      },
      multiple: spec.multiple,
      list: spec.list,
      chosen: spec.chosen.map((id) => chipOf(id, people?.get(id), words.unknownPerson)),
      choices: (search?.$found.get() ?? []).map(choiceOf),
      status: status === 'ready' || status === 'error' ? status : 'loading',
      hasMore: search?.$hasMore.get() ?? false,
      describedBy: spec.describedBy,
      invalid: spec.invalid,
      onSearch: (query) => search?.search(query),
      onMore: () => search?.more(),
      onRetry: () => search?.retry(),
      onChange: spec.onChange,
    });
  }
}

function choiceOf(person: Person): SearchChoice {
  return { value: person.id, label: person.name, description: person.email ?? undefined, icon: avatar(person) };
}

function chipOf(id: Id, person: Person | undefined, unknown: string): SearchChoice {
  if (person) return choiceOf(person);
  return { value: id, label: unknown, unknown: true, icon: avatar({ id, name: '', shape: 'unresolved' }) };
}
