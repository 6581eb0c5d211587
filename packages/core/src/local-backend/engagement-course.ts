// What every change of an engagement asks before it is made (rulebook §5, §6): whether the reader may, and whether what its settings
// name is there.
import { engagementPermissionsOf, namedInSettings, type RuleName } from '../domain/index.ts';
import type { EngagementPatch, EngagementPermissions, Id } from '../schema/index.ts';
import type { Call } from './call.ts';
import type { EngagementWork } from './engagement-work.ts';
import { refused } from './failures.ts';

/** Refuses what the reader may not do with the engagement. */
export function assertMay(operation: keyof EngagementPermissions, { engagement, reader }: EngagementWork): void {
  const allowed = engagementPermissionsOf(engagement, reader)[operation];
  if (allowed !== true) throw refused(allowed as RuleName);
}

/** Those of the people and methods that settings name who are there. */
export async function namesFor({ tx }: Pick<Call, 'tx'>, written: EngagementPatch, others: readonly Id[] = []) {
  const { personIds, methodIds } = namedInSettings(written);
  const wanted = [...new Set([...personIds, ...others])];
  const people = wanted.length > 0 ? await tx.find('person', { id: wanted }) : [];
  const methods = methodIds.length > 0 ? await tx.find('invoicingMethod', { id: methodIds }) : [];
  return {
    people: new Map(people.map((person) => [person.id, person])),
    methods: new Map(methods.map((method) => [method.id, method])),
  };
}
