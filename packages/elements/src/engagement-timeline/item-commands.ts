// What a person does with an engagement and its items: the page around is asked first, the change shows at once, and what
// came of it is told, with the way back where there is one.
import type { LitElement } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type {
  Engagement,
  Id,
  Item,
  ItemCompletion,
  ItemDraft,
  ItemPatch,
  ItemSchedule,
  OpenItem,
} from '@followthrough/core/schema';
import type { DecidedOn, EngagementStore } from '@followthrough/core/stores';
import { announce } from '../announce.ts';
import {
  EngagementBefore,
  EngagementChanged,
  EngagementError,
  EngagementItemBefore,
  EngagementItemBeforeAdd,
  EngagementItemChanged,
  type EngagementVerb,
  type ItemVerb,
} from '../engagement-events.ts';
import type { BeforeEvent } from '../events.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { SessionExpired } from '../page-events.ts';
import type { ToastController } from '../parts/toast.ts';
import { problemText } from '../problem-text.ts';
import { isSessionProblem } from '../problem-kind.ts';
import { ItemFaults } from './item-faults.ts';

export interface ItemCommandSetting {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly toast: ToastController;
  readonly store: () => EngagementStore | undefined;
}

export class ItemCommands {
  readonly #on: ItemCommandSetting;
  readonly faults = new ItemFaults();

  constructor(setting: ItemCommandSetting) {
    this.#on = setting;
  }

  // ── the engagement ──────────────────────────────────────────────────────────────────────────

  activate(): Promise<boolean> {
    return this.#engagement('activate', this.#words.activated);
  }

  /** @param names of those it is shared with, or not any more */
  setShared(shared: boolean, names: string): Promise<boolean> {
    return shared
      ? this.#engagement('share', this.#words.sharedWith(names))
      : this.#engagement('unshare', this.#words.unsharedFrom(names));
  }

  async #engagement(verb: EngagementVerb, said: string): Promise<boolean> {
    const store = this.#on.store();
    const engagement = store?.$engagement.get();
    if (!store || !engagement || !(await this.#allowed(new EngagementBefore(verb, engagement)))) return false;
    return this.#make<Engagement>(
      () => store[verb](),
      (answer) => this.#on.host.dispatchEvent(new EngagementChanged(verb, answer)),
      { said, undoable: verb !== 'activate' },
    );
  }

  // ── its items ───────────────────────────────────────────────────────────────────────────────

  /** Rejects with the BackendError where it was refused: the form that asked shows it. */
  async schedule(item: OpenItem, schedule: ItemSchedule, decided: DecidedOn = {}): Promise<boolean> {
    const verb = schedule.release?.type === 'immediately' ? 'release' : 'schedule';
    const said = verb === 'release' ? this.#words.released(item.title) : this.#words.scheduled(item.title);
    if (!(await this.#allowed(new EngagementItemBefore(verb, item, schedule)))) return false;
    return this.#ask(verb, item, said, (store) => store.schedule(item.id, schedule, decided));
  }

  async unschedule(item: OpenItem): Promise<boolean> {
    const schedule: ItemSchedule = item.kind === 'session' ? { startsAt: null } : { release: null };
    return this.#item('unschedule', item, this.#words.unscheduled(item.title), schedule, (store) =>
      store.schedule(item.id, schedule),
    );
  }

  sendNow(item: OpenItem): Promise<boolean> {
    const schedule: ItemSchedule = { release: { type: 'immediately' } };
    return this.#item('release', item, this.#words.released(item.title), schedule, (store) => store.sendNow(item.id));
  }

  complete(item: OpenItem): Promise<boolean> {
    const changes: ItemCompletion = { completed: true };
    return this.#item('complete', item, this.#words.completed(item.title), changes, (store) => store.complete(item.id));
  }

  /** Hands in what was answered. Rejects with the BackendError where it was refused: the form that asked shows it. */
  async handIn(item: OpenItem, response: Pick<ItemCompletion, 'answers' | 'text'>): Promise<boolean> {
    if (!(await this.#allowed(new EngagementItemBefore('complete', item, { completed: true, ...response }))))
      return false;
    return this.#ask('complete', item, this.#words.completed(item.title), (store) => store.complete(item.id, response));
  }

  reopen(item: OpenItem): Promise<boolean> {
    const changes: ItemCompletion = { completed: false };
    return this.#item('reopen', item, this.#words.reopened(item.title), changes, (store) => store.reopen(item.id));
  }

  /** Rejects with the BackendError where it was refused: the form that asked shows it. */
  async add(draft: Omit<ItemDraft, 'id' | 'position'>): Promise<Id | null> {
    const store = this.#on.store();
    if (!store || !(await this.#allowed(new EngagementItemBeforeAdd(store.engagementId, draft)))) return null;
    const { id, done } = store.addItem(draft);
    await this.#made('add', this.#words.added(draft.title), done);
    return id;
  }

  /** Rejects with the BackendError where it was refused: the form that asked shows it. */
  async update(item: OpenItem, patch: ItemPatch): Promise<boolean> {
    if (!(await this.#allowed(new EngagementItemBefore('update', item)))) return false;
    return this.#ask('update', item, this.#words.updated(patch.title ?? item.title), (store) =>
      store.updateItem(item.id, patch, { version: item.version }),
    );
  }

  /** @param place where it stands then, and among how many */
  async move(item: OpenItem, before: Id | null, place: { at: number; of: number }): Promise<boolean> {
    const store = this.#on.store();
    if (!store || !(await this.#allowed(new EngagementItemBefore('move', item)))) return false;
    announce(this.#words.moved(item.title, place.at, place.of));
    return this.#make<Item>(
      () => store.moveItem(item.id, before),
      (answer) => this.#tell('move', answer),
      { item },
    );
  }

  async remove(item: OpenItem): Promise<boolean> {
    const store = this.#on.store();
    if (!store || !(await this.#allowed(new EngagementItemBefore('remove', item)))) return false;
    return this.#make(
      () => store.removeItem(item.id),
      () => this.#tell('remove', item),
      { said: this.#words.removed(item.title), undoable: true, item },
    );
  }

  async undo(key?: Id): Promise<void> {
    try {
      if (await this.#on.store()?.undo(key)) announce(this.#words.undone);
    } catch (error) {
      this.failed(error as BackendError);
    }
  }

  /** Says that something was refused or failed, and why; of an item, with the item too. */
  failed(error: BackendError, item: OpenItem | null = null): void {
    const { host, toast, localize } = this.#on;
    if (isSessionProblem(error)) host.dispatchEvent(new SessionExpired());
    if (!host.dispatchEvent(new EngagementError(error))) return;
    const text = problemText(error, localize.messages);
    if (item) this.faults.set(item, text);
    toast.show({ text, tone: 'problem' });
  }

  // ── how ─────────────────────────────────────────────────────────────────────────────────────

  async #item(
    verb: Exclude<ItemVerb, 'add'>,
    item: OpenItem,
    said: string,
    changes: ItemSchedule | ItemCompletion,
    work: (store: EngagementStore) => Promise<Item>,
  ): Promise<boolean> {
    const store = this.#on.store();
    if (!store || !(await this.#allowed(new EngagementItemBefore(verb, item, changes)))) return false;
    return this.#make(
      () => work(store),
      (answer) => this.#tell(verb, answer),
      { said, undoable: true, item },
    );
  }

  async #ask(
    verb: ItemVerb,
    item: OpenItem,
    said: string,
    work: (store: EngagementStore) => Promise<Item>,
  ): Promise<boolean> {
    const store = this.#on.store();
    if (!store) return false;
    this.faults.forget(item);
    await this.#made(verb, said, work(store), item);
    return true;
  }

  /** Waits for the answer, or until it is known that none comes for now: what was typed is kept then, and shown as pending. */
  async #made(verb: ItemVerb, said: string, work: Promise<Item>, of: OpenItem | null = null): Promise<void> {
    let isLeft = false;
    const answered = work.then(
      (item) => {
        this.#tell(verb, item);
        this.#done(said, true);
      },
      (error: unknown) => {
        if (!isLeft) throw error;
        this.failed(error as BackendError, of);
      },
    );
    await Promise.race([answered, this.#waits()]);
    isLeft = true;
  }

  #waits(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#on.store()?.$waiting.listen((count) => {
        if (count === 0) return;
        stop?.();
        resolve();
      });
    });
  }

  async #make<T>(
    work: () => Promise<T>,
    tell: (answer: T) => void,
    { said, undoable = false, item = null }: { said?: string; undoable?: boolean; item?: OpenItem | null },
  ): Promise<boolean> {
    if (item) this.faults.forget(item);
    try {
      tell(await work());
    } catch (error) {
      this.failed(error as BackendError, item);
      return false;
    }
    if (said !== undefined) this.#done(said, undoable);
    return true;
  }

  #done(text: string, undoable: boolean): void {
    const key = this.#on.store()?.$undo.get() ?? undefined;
    const action =
      undoable && key !== undefined ? { label: this.#words.undo, run: () => void this.undo(key) } : undefined;
    this.#on.toast.show({ text, action });
  }

  #tell(verb: ItemVerb, item: Item): void {
    this.#on.host.dispatchEvent(new EngagementItemChanged(verb, item));
  }

  async #allowed(event: BeforeEvent): Promise<boolean> {
    this.#on.host.dispatchEvent(event);
    return event.allowed;
  }

  get #words() {
    return engagementWords(this.#on.localize.messages);
  }
}
