// Who looks or acts, as far as the rules ask (rulebook §6).
import type { Id, WorkspaceRole } from '../schema/index.ts';
import type { Reach } from './reach.ts';

/** Who looks or acts. */
export interface Viewer {
  personId: Id;
  role: WorkspaceRole;
  /** A guest's: what is assigned to their company is theirs. */
  companyId?: Id | null | undefined;
  /** What their credentials let them write; absent: all that the rules do. */
  reach?: Reach | undefined;
}
