// What takes a change of an item back: what would be written to give it the values that it had.
import { draftOfDate, fixedDate } from '../domain/index.ts';
import type { ItemPatch, ItemSchedule, OpenItem, ReleaseDraft } from '../schema/index.ts';

/** What gives an item's fields back what they were. */
export function patchBack(before: OpenItem, patch: ItemPatch): ItemPatch {
  return {
    ...(patch.title !== undefined && { title: before.title }),
    ...(patch.content !== undefined && before.content !== null && { content: before.content }),
    ...(patch.position !== undefined && { position: before.position }),
    ...(patch.duration !== undefined && { duration: before.session?.duration ?? null }),
    ...(patch.selfScheduling !== undefined && { selfScheduling: before.session?.selfScheduling ?? null }),
  };
}

/** What gives an item's dates back what they were. */
export function scheduleBack(before: OpenItem, written: ItemSchedule): ItemSchedule {
  const { session } = before;
  return {
    ...(written.release !== undefined && { release: releaseBack(before) }),
    ...(written.due !== undefined && { due: before.due && draftOfDate(before.due) }),
    ...(written.duration !== undefined && { duration: session?.duration ?? null }),
    ...(written.selfScheduling !== undefined && { selfScheduling: session?.selfScheduling ?? null }),
    ...(written.startsAt !== undefined && { startsAt: session?.startsAt ?? null }),
  };
}

// What was released at some moment was out from that day on.
function releaseBack({ release }: OpenItem): ReleaseDraft | null {
  if (release === null || release.type === 'on') return release && { type: 'on', rule: release.rule };
  if (release.at === null) return { type: 'immediately' };
  return { type: 'on', rule: fixedDate(release.at.slice(0, 10)).rule };
}
