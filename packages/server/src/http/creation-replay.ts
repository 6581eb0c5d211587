// Making engagements, told again to the same intent (api.md R-I-1): kept is what became of each coachee and which engagement
// was made, and not the engagements, which are told as the caller may see them by then.
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { EngagementCreation, Id } from '@followthrough/core/schema';

/** What is kept of a creation. */
export interface KeptCreation {
  results: (Omit<EngagementCreation['results'][number], 'engagement'> & { engagementId?: Id })[];
}

/** A creation as it is kept with its intent. */
export function keptCreation({ results }: EngagementCreation): KeptCreation {
  return {
    results: results.map(({ engagement, ...rest }) => (engagement ? { ...rest, engagementId: engagement.id } : rest)),
  };
}

/** A creation as the caller may see it now; null where all that was made is no longer theirs to see. */
export async function retoldCreation(backend: Backend, { results }: KeptCreation): Promise<EngagementCreation | null> {
  const told: EngagementCreation['results'] = [];
  let hidden = 0;
  for (const { engagementId, ...rest } of results) {
    const engagement = engagementId === undefined ? undefined : await seen(backend, engagementId);
    if (engagement === null) hidden++;
    else told.push(engagement === undefined ? rest : { ...rest, engagement });
  }
  return hidden > 0 && told.every(({ engagement }) => engagement === undefined) ? null : { results: told };
}

/** The engagement without its items; null where the caller does not see it any more. */
async function seen(backend: Backend, id: Id) {
  try {
    const { items: _, ...engagement } = await backend.engagements.get(id);
    return engagement;
  } catch (error) {
    if (error instanceof BackendError && error.code === 'not-found') return null;
    throw error;
  }
}
