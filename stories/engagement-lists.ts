// Lists of engagements that only stories show: hundreds and thousands, and backends whose bulk operations are slow, refuse
// some, or whose exports fail.
import type { Backend, BackendError } from '@followthrough/core/backend';
import { formatDay, parseDay } from '@followthrough/core/domain';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { BulkResponse } from '@followthrough/core/schema';
import { coaching } from './engagements.ts';

export const HUNDREDS = 260;

const PROGRAMMES = ['Leading for the first time', 'Speaking before many', 'Giving feedback', 'Coming back well'];

/** So many engagements, in every state, for all people of the house in turn. */
export function manyEngagements(count: number): WorkspaceSnapshot {
  const [pattern] = coaching.engagements ?? [];
  if (!pattern) throw new Error('the stories have no engagement');
  const people = coaching.people.filter(({ side, id }) => side === 'internal' && id !== pattern.coachId);
  const start = parseDay('2026-01-05');
  const engagements = Array.from({ length: count }, (_, at) => {
    const isDraft = at % 5 === 0;
    const person = people[at % people.length];
    return {
      ...pattern,
      id: `many-${at}`,
      title: `${PROGRAMMES[at % PROGRAMMES.length] ?? ''} ${Math.floor(at / PROGRAMMES.length) + 1}`,
      status: isDraft ? ('draft' as const) : ('active' as const),
      activatedAt: isDraft ? null : pattern.activatedAt,
      sharedAt: at % 5 > 1 ? pattern.sharedAt : null,
      coacheeIds: [person?.id ?? ''],
      spectatorIds: [],
      startDate: formatDay(start + (at % 40) * 7),
      endDate: formatDay(start + (at % 40) * 7 + 90),
    };
  });
  return { ...coaching, engagements, items: [] };
}

/** Its bulk operations take five seconds for each five hundred. */
export function slowBulk(backend: Backend): Backend {
  const bulk: Backend['engagements']['bulk'] = async (request, options) => {
    await new Promise((done) => setTimeout(done, request.dryRun ? 100 : 5000));
    return backend.engagements.bulk(request, options);
  };
  return { ...backend, engagements: { ...backend.engagements, bulk } };
}

/** Of what it is asked for in bulk, it does every other; the rest is refused by rights or by accident. */
export function partlyRefusing(backend: Backend): Backend {
  const bulk: Backend['engagements']['bulk'] = async (request, options): Promise<BulkResponse> => {
    if (request.dryRun) return backend.engagements.bulk(request, options);
    const taken = request.ids.filter((_, at) => at % 2 === 0);
    const done = await backend.engagements.bulk({ ...request, ids: taken }, options);
    const known = new Map(done.results.map((result) => [result.id, result]));
    return {
      results: request.ids.map(
        (id, at) =>
          known.get(id) ?? { id, outcome: 'refused', reason: at % 4 === 1 ? 'unavailable' : 'engagement-admin' },
      ),
    };
  };
  return { ...backend, engagements: { ...backend.engagements, bulk } };
}

/** Its exports fail with this. */
export function brokenExport(backend: Backend, error: BackendError): Backend {
  return { ...backend, engagements: { ...backend.engagements, export: () => Promise.reject(error) } };
}
