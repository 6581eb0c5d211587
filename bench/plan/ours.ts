// Our own engine, as its callers use it.
import { createPlanResolver, type ResolvedDate, type SectionCompletion } from '@followthrough/core/domain';
import { BROKEN, FIXED, NO_RULE, packed, type Peer, PROJECTED, SETTLED, WAITING } from './peer.ts';

const BASES = { fixed: FIXED, settled: SETTLED, projected: PROJECTED, waiting: WAITING, broken: BROKEN } as const;

function asNumber(date: ResolvedDate | SectionCompletion | undefined): number {
  return date === undefined ? -1 : packed(date.day, date.basis === null ? NO_RULE : BASES[date.basis]);
}

export const ours: Peer = {
  name: 'followthrough',
  how: 'the change is applied; it answers with what moved, from and to',
  isSignals: false,
  resolve(plan, setting) {
    const resolver = createPlanResolver(plan, setting);
    return {
      date: (actionId, field) => asNumber(resolver.date(actionId, field)),
      completion: (sectionId) => asNumber(resolver.completion(sectionId)),
      change(action) {
        const { moved } = resolver.apply([{ type: 'action', action }]);
        return moved?.reduce((count, { to }) => (asNumber(to) >= 0 ? count + 1 : count), 0) ?? -1;
      },
    };
  },
};
