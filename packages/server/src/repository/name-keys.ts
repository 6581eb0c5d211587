// What a name is ordered and found by, beside it in its row: core's own keys, so that SQL and memory order and find alike.
import { searchKey, titleKey } from '@followthrough/core/domain';

/** The columns made of a name. */
export function nameKeys(name: string): { name_key: string; search_key: string } {
  return { name_key: titleKey(name), search_key: searchKey(name, '') };
}
