// What can be written of an engagement (rulebook §5): it does not end before it starts; a spectator is neither its coach nor a
// coachee, and its coach is no coachee; whom and what it names is there.
import type { EngagementPatch, EngagementRecord, Id, ProblemError } from '../../schema/index.ts';
import type { EngagementPeople } from './engagement.ts';

/** What of the workspace the settings name. */
export interface EngagementNames {
  readonly people: { has(id: Id): boolean };
  readonly methods: { has(id: Id): boolean };
}

/** The people and the invoicing methods that settings name. */
export function namedInSettings(written: EngagementPatch): { personIds: Id[]; methodIds: Id[] } {
  const methods = [written.coachInvoicingMethodId, written.coacheeInvoicingMethodId];
  return {
    personIds: [...new Set(written.spectatorIds ?? [])],
    methodIds: [...new Set(methods.filter((id) => id != null))],
  };
}

/**
 * The faults of settings, of a new engagement or of an edit; none where they can be written.
 * @param kept the dates beside which they will stand
 * @param inside who takes part, as far as it is known
 */
export function faultsOfSettings(
  written: EngagementPatch,
  kept: Pick<EngagementRecord, 'startDate' | 'endDate'>,
  inside: Pick<EngagementPeople, 'coachId' | 'coacheeIds'>,
  names: EngagementNames,
): ProblemError[] {
  const faults: ProblemError[] = [];
  const { startDate = kept.startDate, endDate = kept.endDate, spectatorIds = [] } = written;
  if (startDate !== null && endDate !== null && endDate < startDate)
    faults.push({
      pointer: written.endDate === undefined ? '/startDate' : '/endDate',
      code: 'end-before-start',
      message: 'must not end before it starts',
    });
  spectatorIds.forEach((id, index) => {
    const pointer = `/spectatorIds/${index}`;
    if (!names.people.has(id)) faults.push(unknownPerson(pointer));
    else if (id === inside.coachId || inside.coacheeIds.includes(id)) faults.push(spectatorTakesPart(pointer));
  });
  for (const field of ['coachInvoicingMethodId', 'coacheeInvoicingMethodId'] as const) {
    const id = written[field];
    if (id != null && !names.methods.has(id))
      faults.push({ pointer: `/${field}`, code: 'unknown-method', message: 'must be an invoicing method' });
  }
  return faults;
}

/** Why no engagement is made for a coachee, by its code; null where one can be. */
export function refusedCoachee(
  coacheeId: Id,
  { coachId, spectatorIds }: { coachId: Id; spectatorIds: readonly Id[] },
  people: EngagementNames['people'],
): 'unknown-person' | 'coach-is-coachee' | 'spectator-takes-part' | null {
  if (!people.has(coacheeId)) return 'unknown-person';
  if (coacheeId === coachId) return 'coach-is-coachee';
  return spectatorIds.includes(coacheeId) ? 'spectator-takes-part' : null;
}

export function unknownPerson(pointer: string): ProblemError {
  return { pointer, code: 'unknown-person', message: 'must be a person of the workspace' };
}

function spectatorTakesPart(pointer: string): ProblemError {
  return { pointer, code: 'spectator-takes-part', message: 'must be neither the coach nor a coachee' };
}
