// The invoicing methods that an engagement's settings choose from (rulebook §5): read by those who may know them, and made on
// the spot.
import { atom, type ReadableAtom } from 'nanostores';
import type { InvoicingMethod, InvoicingMethodDraft } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import type { Intents } from './intents.ts';
import type { WorkspaceStore } from './workspace.ts';

export interface InvoicingMethodsStore {
  /** By name. */
  readonly $methods: ReadableAtom<readonly InvoicingMethod[]>;
  /** Reads them all, to be shown together with what chooses from them; rejects with the BackendError. */
  readonly read: (signal: AbortSignal) => Promise<readonly InvoicingMethod[]>;
  readonly show: (methods: readonly InvoicingMethod[]) => void;
  /** Makes one; rejects with the BackendError. Tried again alike, it makes no second one. */
  readonly create: (draft: InvoicingMethodDraft) => Promise<InvoicingMethod>;
}

export function createInvoicingMethods(workspace: WorkspaceStore, intents: Intents): InvoicingMethodsStore {
  const { invoicingMethods } = workspace.backend;
  const $methods = atom<readonly InvoicingMethod[]>([]);

  return {
    $methods,
    async read(signal) {
      const methods: InvoicingMethod[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: LARGEST_PAGE, ...(cursor !== undefined && { cursor }) };
        const page = await workspace.call(() => invoicingMethods.list(query, { signal }));
        methods.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return methods;
    },
    show: (methods) => $methods.set(methods),
    async create(draft) {
      const intent = intents.of(draft);
      const method = await workspace.call(() => invoicingMethods.create(draft, { intent }));
      intents.answered();
      $methods.set([...$methods.get().filter(({ id }) => id !== method.id), method].sort(byName));
      return method;
    },
  };
}

function byName(a: InvoicingMethod, b: InvoicingMethod): number {
  return a.name < b.name ? -1 : 1;
}
