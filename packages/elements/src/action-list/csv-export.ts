// Saves a list as a CSV file: every action that its filter gives, in its order, those that are still to come too. While
// they come it says that it is at work and can be stopped, by Escape too. It saves all or nothing. Loaded when first
// asked for.
import { toastWords } from '../localize/late-tools.ts';
import type { BackendError } from '@followthrough/core/backend';
import { csvFields, csvText } from '@followthrough/core/csv';
import { formatDay } from '@followthrough/core/domain';
import { type ActionListStore, formatFilter, type WorkspaceStore } from '@followthrough/core/stores';
import type { LitElement, ReactiveController } from 'lit';
import { unmarked } from '../localize/isolation.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { moreWords } from '../localize/late-more.ts';
import type { Toast, ToastController } from '../parts/toast.ts';
import { isForbidden } from '../problem-kind.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { ExportBeforeSave } from '../view-events.ts';
import { csvWords } from './csv-words.ts';

/** What an export needs of its list. */
export interface CsvExportSetting {
  readonly host: LitElement;
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: LocalizeController;
  readonly toast: ToastController;
  readonly list: () => ActionListStore | undefined;
  readonly columns: () => readonly string[];
  /** What the list is called. */
  readonly label: () => string;
  /** Loads again what could not be loaded. */
  readonly refresh: () => Promise<void>;
}

/** How long it works before it says so, in milliseconds. */
const PAUSE = 300;
/** How long the file stays to be fetched by the browser, in milliseconds. */
const KEPT = 60_000;

/** A list all of which is here, in a workspace that knows its names. */
interface Whole {
  readonly list: ActionListStore;
  readonly workspace: WorkspaceStore;
}

export class CsvExport implements ReactiveController {
  readonly #on: CsvExportSetting;
  #running: Promise<void> | null = null;
  /** While it waits: looks whether all has come. */
  #look: (() => void) | null = null;
  /** While it waits: gives up. */
  #stop: (() => void) | null = null;

  constructor(on: CsvExportSetting) {
    this.#on = on;
    on.host.addController(this);
  }

  /**
   * Saves the file. Asked again meanwhile, it is the same one. Resolves once it was handed to the browser or the host
   * page, or somebody stopped it; rejects where the actions could not be loaded, which it has said by then.
   */
  run(): Promise<void> {
    this.#running ??= this.#export().finally(() => (this.#running = null));
    return this.#running;
  }

  hostUpdated(): void {
    this.#look?.();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  async #export(): Promise<void> {
    const { toast, localize } = this.#on;
    try {
      const whole = this.#whole ?? (await this.#comes());
      if (whole === 'changed') {
        const words = moreWords(localize.messages);
        toast.show({ text: words.notExported(words.otherList), tone: 'problem' });
      } else if (whole !== 'stopped') this.#save(whole);
    } catch (error) {
      const { messages } = localize;
      const problem = error as BackendError;
      toast.show({
        text: moreWords(messages).notExported(loadProblemText(problem, messages)),
        tone: 'problem',
        action: isForbidden(problem)
          ? undefined
          : { label: toastWords(messages).retry, run: () => void this.run().catch(isTold) },
      });
      throw error;
    }
  }

  // ── until all of it is here ───────────────────────────────────────────────────────────────────

  get #whole(): Whole | null {
    const { list, workspace } = this.#here;
    if (!list?.$complete.get() || workspace?.$status.get() !== 'ready') return null;
    return { list, workspace };
  }

  get #here(): { list: ActionListStore | undefined; workspace: WorkspaceStore | undefined } {
    return { list: this.#on.list(), workspace: this.#on.workspace.store };
  }

  get #problem(): BackendError | null {
    const { list, workspace } = this.#here;
    return workspace?.$error.get() ?? list?.$error.get() ?? null;
  }

  /** Waits for it; `stopped` by somebody, or `changed` where the list has come to show other actions. */
  async #comes(): Promise<Whole | 'stopped' | 'changed'> {
    const { host, refresh } = this.#on;
    const ended = new AbortController();
    host.addEventListener('keydown', this.#onKey, { signal: ended.signal });
    this.#say(ended.signal);
    let asked: { list: ActionListStore; filter: string } | undefined;
    // What went wrong before is no answer to this: it is asked again first.
    let asksAgain = this.#problem !== null;
    try {
      return await new Promise((resolve, reject) => {
        this.#stop = () => resolve('stopped');
        this.#look = () => {
          const { list } = this.#here;
          const problem = this.#problem;
          const filter = formatFilter(list?.$filter.get() ?? {});
          if (list) asked ??= { list, filter };
          if (asked && (asked.list !== list || asked.filter !== filter)) resolve('changed');
          else if (this.#whole) resolve(this.#whole);
          else if (problem && !asksAgain && !list?.$refreshing.get()) reject(problem);
        };
        if (asksAgain) {
          void refresh().finally(() => {
            asksAgain = false;
            this.#look?.();
          });
        }
        this.#look();
      });
    } finally {
      this.#stop = this.#look = null;
      ended.abort();
    }
  }

  /** Says that it is at work, where that takes noticeably long. */
  #say(ended: AbortSignal): void {
    const { toast, localize } = this.#on;
    const timer = setTimeout(() => {
      const words = moreWords(localize.messages);
      const action = { label: words.cancel, run: () => this.#stop?.() };
      const working: Toast = { text: words.collecting, tone: 'working', action };
      toast.show(working);
      ended.addEventListener('abort', () => toast.hide(working));
    }, PAUSE);
    ended.addEventListener('abort', () => clearTimeout(timer));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.#stop?.();
  };

  // ── the file ──────────────────────────────────────────────────────────────────────────────────

  #save({ list, workspace }: Whole): void {
    const { host, localize, toast, columns, label } = this.#on;
    const lingering = list.$lingering.get();
    // What is done and only stays a moment where it was is no part of the list any more.
    const actions = list.$view.get().rows.filter(({ id }) => !lingering.has(id));
    const words = csvWords(workspace, localize.messages);
    const text = csvText(actions, csvFields(columns()), words);
    const fileName = fileNameOf(moreWords(localize.messages).fileName(label(), today(workspace)));
    if (!host.dispatchEvent(new ExportBeforeSave(text, fileName))) return;
    download(text, fileName);
    toast.show({ text: moreWords(localize.messages).exported(actions.length) });
  }
}

/** Its failure was told already. */
const isTold = (): void => {};

/** Today where the viewer is, as ISO 8601 writes it. */
function today(workspace: WorkspaceStore): string {
  const me = workspace.$me.get();
  return formatDay(workspace.todayIn(me?.person.timeZone ?? me?.workspace.timeZone ?? 'UTC'));
}

/** A name that every file system takes. */
function fileNameOf(name: string): string {
  return `${unmarked(name)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .trim()}.csv`;
}

/** Hands the text to the browser as a file to be saved. */
function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  // Outside the page, so that no click handler of the host page takes it for a link of its own.
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
