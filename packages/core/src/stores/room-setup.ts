// Making a room (rulebook §4): for which customer, and from which template or none. A template is shown with the dates that
// a room made on a sample day would have, and with what its check finds.
import { atom, type ReadableAtom } from 'nanostores';
import { BackendError, type PageQuery } from '../backend.ts';
import { dayAt, formatDay, mayCreateRoom } from '../domain/index.ts';
import type {
  CivilDate,
  Company,
  Id,
  Page,
  Room,
  RoomDraft,
  Template,
  TemplateCheck,
  TemplateSummary,
} from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import { createIntents } from './intents.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

/** A template with what a room made of it on the sample day would be. */
export interface TemplateSample {
  readonly template: Template;
  readonly check: TemplateCheck;
}

export interface RoomSetupStore {
  readonly $status: ReadableAtom<LoadStatus>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** By name. */
  readonly $companies: ReadableAtom<readonly Company[]>;
  readonly $templates: ReadableAtom<readonly TemplateSummary[]>;
  /** The chosen template; null: the room begins empty. */
  readonly $chosen: ReadableAtom<Id | null>;
  /** The sample day. */
  readonly $start: ReadableAtom<CivilDate>;
  /** The chosen template on the sample day; null while it is looked up, or where none is chosen. */
  readonly $sample: ReadableAtom<TemplateSample | null>;
  choose(templateId: Id | null): void;
  setStart(start: CivilDate): void;
  /** Makes the room, of the chosen template. Rejects with the BackendError where it was refused; the same intent again. */
  create(draft: Pick<RoomDraft, 'name' | 'companyId' | 'targetDate'>): Promise<Room>;
  load(): Promise<void>;
  dispose(): void;
}

/** What is needed to make a room. It begins to load at once. */
export function createRoomSetup(workspace: WorkspaceStore): RoomSetupStore {
  const { backend, environment } = workspace;
  const $status = atom<LoadStatus>('idle');
  const $error = atom<BackendError | null>(null);
  const $companies = atom<readonly Company[]>([]);
  const $templates = atom<readonly TemplateSummary[]>([]);
  const $chosen = atom<Id | null>(null);
  const $start = atom<CivilDate>(formatDay(dayAt(environment.now(), 'UTC')));
  const $sample = atom<TemplateSample | null>(null);
  const reads = new AbortController();
  let looking: AbortController | null = null;
  /** A second press makes no second room. */
  const intents = createIntents(environment);

  async function load(): Promise<void> {
    $status.set('loading');
    try {
      if (!workspace.$me.get()) await workspace.load();
      const me = workspace.$me.get();
      const allowed = me === null || mayCreateRoom({ personId: me.person.id, role: me.person.role });
      if (allowed !== true) throw new BackendError('forbidden', { rule: allowed });
      const { signal } = reads;
      const [companies, templates] = await Promise.all([
        all((query) => backend.companies.list(query, { signal })),
        all((query) => backend.templates.list(query, { signal })),
      ]);
      if (me) $start.set(formatDay(workspace.todayIn(me.workspace.timeZone)));
      $companies.set(companies);
      // A template of something else makes no room.
      $templates.set(templates.filter(({ kind }) => kind === 'room'));
      $error.set(null);
      $status.set('ready');
    } catch (thrown) {
      if (reads.signal.aborted) return;
      $error.set(asBackendError(thrown));
      $status.set('error');
    }
  }

  async function all<T>(page: (query: PageQuery) => Promise<Page<T>>): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const answer = await workspace.call(() => page({ limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) }));
      items.push(...answer.items);
      cursor = answer.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  async function look(): Promise<void> {
    looking?.abort();
    const id = $chosen.get();
    if (id === null) return $sample.set(null);
    const { signal } = (looking = new AbortController());
    const before = $sample.get();
    if (before?.template.id !== id) $sample.set(null);
    try {
      const [template, check] = await Promise.all([
        before?.template.id === id ? before.template : workspace.call(() => backend.templates.get(id, { signal })),
        workspace.call(() => backend.templates.check(id, { start: $start.get() }, { signal })),
      ]);
      if (signal.aborted) return;
      $error.set(null);
      $sample.set({ template, check });
    } catch (thrown) {
      if (!signal.aborted) $error.set(asBackendError(thrown));
    }
  }

  void load();

  return {
    $status,
    $error,
    $companies,
    $templates,
    $chosen,
    $start,
    $sample,
    choose(templateId) {
      $chosen.set(templateId);
      void look();
    },
    setStart(start) {
      $start.set(start);
      void look();
    },
    create(written) {
      const templateId = $chosen.get();
      const draft: RoomDraft = { ...written, ...(templateId !== null && { templateId }) };
      const intent = intents.of(draft);
      return workspace.call(() => backend.rooms.create(draft, { intent }));
    },
    load,
    dispose() {
      reads.abort();
      looking?.abort();
    },
  };
}
