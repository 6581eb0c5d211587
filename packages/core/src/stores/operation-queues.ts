// Per action, the operations that are not answered, in order: the first one is or will be sent, the others wait for it.
// Each comes with the entry that it is sent by.
import type { Id } from '../schema/index.ts';
import type { Operation } from './operation.ts';

interface Queued<Entry> {
  readonly operation: Operation;
  readonly entry: Entry;
}

export class OperationQueues<Entry> {
  readonly #queues = new Map<Id, readonly Queued<Entry>[]>();

  of(id: Id): readonly Queued<Entry>[] {
    return this.#queues.get(id) ?? [];
  }

  has(id: Id): boolean {
    return this.#queues.has(id);
  }

  /** The ids of the actions that have any. */
  ids(): Iterable<Id> {
    return this.#queues.keys();
  }

  add(operation: Operation, entry: Entry): void {
    this.#queues.set(operation.id, [...this.of(operation.id), { operation, entry }]);
  }

  /** Whether each of them is the first of its action. */
  areFirst(operations: readonly Operation[]): boolean {
    return operations.every((operation) => this.of(operation.id)[0]?.operation === operation);
  }

  /** Takes out an operation; with `all`, what waits behind it too. Returns what waited behind it. */
  take(operation: Operation, all: boolean): Entry[] {
    const { id } = operation;
    const rest = this.of(id).filter((queued) => queued.operation !== operation);
    if (rest.length > 0 && !all) this.#queues.set(id, rest);
    else this.#queues.delete(id);
    return rest.map(({ entry }) => entry);
  }
}
