// Making engagements (rulebook §5): for coachees or a group, with a coach, of a template or from scratch, then made as
// drafts. A template is shown with the dates that its items would have from the chosen start on.
import { atom, type ReadableAtom } from 'nanostores';
import { BackendError, type PageQuery } from '../backend.ts';
import { formatDay, mayManageEngagements } from '../domain/index.ts';
import type { Engagement, Group, Page, Template, TemplateCheck, TemplateSummary } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import { type CreationProgress, createEngagementCreation } from './engagement-creation.ts';
import {
  coacheesOf,
  EMPTY_SETUP,
  engagementDraftOf,
  type SetupDraft,
  type SetupFault,
  setupFaults,
} from './engagement-setup-draft.ts';
import { type SetupStep, stepOfFault, USUAL_STEPS } from './engagement-setup-steps.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';
import { tellEngagementNews } from './engagement-news.ts';

/** Characters that a title may have (rulebook §5). */
const TITLE_LIMIT = 500;

/** A template with the dates that its items would have. */
export interface EngagementSample {
  readonly template: Template;
  readonly check: TemplateCheck;
}

export interface EngagementSetupStore {
  /** How loading groups and templates stands; `error` with `forbidden` where the viewer may make none. */
  readonly $status: ReadableAtom<LoadStatus>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** By name. */
  readonly $groups: ReadableAtom<readonly Group[]>;
  /** Those of engagements, by name. */
  readonly $templates: ReadableAtom<readonly TemplateSummary[]>;
  readonly $draft: ReadableAtom<SetupDraft>;
  /** The chosen template; null while it is looked up, where it could not be, or where none is chosen. */
  readonly $sample: ReadableAtom<EngagementSample | null>;
  readonly $sampleError: ReadableAtom<BackendError | null>;
  readonly $progress: ReadableAtom<CreationProgress | null>;
  /** What the backend refused, at the fields it is about, until they are changed. */
  readonly $refusals: ReadableAtom<readonly SetupFault[]>;
  change(changes: Partial<SetupDraft>): void;
  /**
   * What stands in the way of a step.
   * @param steps those that are gone through; the usual ones by default
   */
  faultsOf(step: SetupStep, steps?: readonly SetupStep[]): readonly SetupFault[];
  /**
   * Makes them. A second call while it works joins the first; tried again where no answer came, nothing is made twice.
   * @param onMade told of each as it is made
   */
  create(onMade: (engagement: Engagement) => void): Promise<void>;
  /** Tries those again that got none. */
  retryFailed(onMade: (engagement: Engagement) => void): Promise<void>;
  /** Begins anew, with nothing chosen. */
  reset(): void;
  load(): Promise<void>;
  dispose(): void;
}

/** What is needed to make engagements. It begins to load at once. */
export function createEngagementSetup(workspace: WorkspaceStore): EngagementSetupStore {
  const { backend } = workspace;
  const $status = atom<LoadStatus>('idle');
  const $error = atom<BackendError | null>(null);
  const $groups = atom<readonly Group[]>([]);
  const $templates = atom<readonly TemplateSummary[]>([]);
  const $draft = atom<SetupDraft>(EMPTY_SETUP);
  const $sample = atom<EngagementSample | null>(null);
  const $sampleError = atom<BackendError | null>(null);
  const $refusals = atom<readonly SetupFault[]>([]);
  const creation = createEngagementCreation(workspace);
  const reads = new AbortController();
  let looking: AbortController | null = null;

  async function load(): Promise<void> {
    $status.set('loading');
    try {
      if (!workspace.$me.get()) await workspace.load();
      const me = workspace.$me.get();
      if (!me) throw workspace.$error.get() ?? new BackendError('internal');
      const allowed = mayManageEngagements({ personId: me.person.id, role: me.person.role });
      if (allowed !== true) throw new BackendError('forbidden', { rule: allowed });
      const { signal } = reads;
      const [groups, templates] = await Promise.all([
        all((query) => backend.groups.list(query, { signal })),
        all((query) => backend.templates.list(query, { signal })),
      ]);
      $groups.set(groups);
      $templates.set(templates.filter(({ kind }) => kind === 'engagement'));
      $error.set(null);
      $status.set('ready');
      void look();
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
    const { templateId: id, startDate } = $draft.get();
    $sampleError.set(null);
    if (id === null) return $sample.set(null);
    const { signal } = (looking = new AbortController());
    const before = $sample.get();
    if (before?.template.id !== id) $sample.set(null);
    const start = startDate ?? today();
    try {
      const [template, check] = await Promise.all([
        before?.template.id === id ? before.template : workspace.call(() => backend.templates.get(id, { signal })),
        workspace.call(() => backend.templates.check(id, { start }, { signal })),
      ]);
      if (!signal.aborted) $sample.set({ template, check });
    } catch (thrown) {
      if (signal.aborted) return;
      $sample.set(null);
      $sampleError.set(asBackendError(thrown));
    }
  }

  const today = () => formatDay(workspace.todayIn(workspace.$me.get()?.workspace.timeZone ?? 'UTC'));

  function faults(): readonly SetupFault[] {
    const own = setupFaults($draft.get(), {
      people: workspace.$people.get(),
      groups: $groups.get(),
      isTemplateSound: ($sample.get()?.check.faults.length ?? 0) === 0,
      titleLimit: TITLE_LIMIT,
    });
    return [...own, ...$refusals.get()];
  }

  async function making(run: () => Promise<void>): Promise<void> {
    await run();
    tellEngagementNews(workspace, $draft);
    const progress = creation.$progress.get();
    const refusal = progress?.results.find(({ error }) => error && !error.transient && error.errors.length > 0)?.error;
    // Refused as a whole for what was chosen, before anything was made: it is to be mended at its step.
    if (!refusal || progress.results.some(({ outcome }) => outcome !== 'failed')) return;
    $refusals.set(refusalsOf(refusal));
    creation.reset();
  }

  void load();

  return {
    $status,
    $error,
    $groups,
    $templates,
    $draft,
    $sample,
    $sampleError,
    $progress: creation.$progress,
    $refusals,
    change(changes) {
      const before = $draft.get();
      const next = { ...before, ...changes };
      // What a template dates rests on a start: the day that its items are shown from, until another is chosen.
      const isDated = next.templateId !== null && before.templateId === null && next.startDate === null;
      $draft.set(isDated ? { ...next, startDate: today() } : next);
      if ($refusals.get().length > 0) $refusals.set([]);
      const { templateId, startDate } = $draft.get();
      if (templateId !== before.templateId || (startDate !== before.startDate && templateId !== null)) void look();
    },
    faultsOf: (step, steps = USUAL_STEPS) => faults().filter((fault) => stepOfFault(fault, steps) === step),
    create(onMade) {
      const draft = engagementDraftOf($draft.get());
      if (!draft || faults().length > 0) return Promise.resolve();
      return making(() => creation.make(draft, coacheesOf($draft.get(), $groups.get()), onMade));
    },
    retryFailed: (onMade) => making(() => creation.retry(onMade)),
    reset() {
      $draft.set(EMPTY_SETUP);
      $sample.set(null);
      $refusals.set([]);
      creation.reset();
    },
    load,
    dispose() {
      reads.abort();
      looking?.abort();
      creation.dispose();
    },
  };
}

const PLACES: readonly (readonly [RegExp, Pick<SetupFault, 'step' | 'field'>])[] = [
  [/^\/coacheeIds/, { step: 'coachees', field: 'coachees' }],
  [/^\/groupId/, { step: 'coachees', field: 'group' }],
  [/^\/coachId/, { step: 'coach', field: 'coach' }],
  [/^\/templateId/, { step: 'template', field: 'template' }],
  [/^\/startDate/, { step: 'settings', field: 'startDate' }],
  [/^\/endDate/, { step: 'settings', field: 'endDate' }],
  [/^\/spectatorIds/, { step: 'settings', field: 'spectators' }],
];

/** A refusal of the whole, at the fields it is about; of nothing in particular, at the title. */
function refusalsOf({ errors }: BackendError): SetupFault[] {
  const at = (pointer: string): Pick<SetupFault, 'step' | 'field'> =>
    PLACES.find(([beginning]) => beginning.test(pointer))?.[1] ?? { step: 'settings', field: 'title' };
  return errors.map(({ pointer, message }) => ({ ...at(pointer), code: 'refused', people: [], message }));
}
