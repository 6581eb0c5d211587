// The companies that the viewer sees, by id: whose rooms are whose. Read once, when somebody first asks for a name; where that
// failed, whoever asks next has them read again.
import { atom, type ReadableAtom } from 'nanostores';
import type { Company, Id } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import type { WorkspaceStore } from './workspace.ts';

export interface CompaniesStore {
  /** Those read so far. */
  readonly $companies: ReadableAtom<ReadonlyMap<Id, Company>>;
  /** Reads them, where they are not read yet; never rejects. */
  load(): Promise<void>;
  dispose(): void;
}

/**
 * The companies of a workspace; nothing is read before `load()`.
 * @example void companies.load(); companies.$companies.get().get(room.companyId)?.name
 */
export function createCompanies({ backend, call }: Pick<WorkspaceStore, 'backend' | 'call'>): CompaniesStore {
  const $companies = atom<ReadonlyMap<Id, Company>>(new Map());
  const reads = new AbortController();
  let loading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const { signal } = reads;
    const found = new Map<Id, Company>();
    let cursor: string | undefined;
    do {
      const query = { limit: LARGEST_PAGE, cursor };
      const page = await call(() => backend.companies.list(query, { signal }));
      for (const company of page.items) found.set(company.id, company);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    if (!signal.aborted) $companies.set(found);
  }

  return {
    $companies,
    load() {
      loading ??= read().catch(() => {
        loading = null;
      });
      return loading;
    },
    dispose: () => reads.abort(),
  };
}
