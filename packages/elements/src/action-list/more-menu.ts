// What can be done with a list as a whole: export it, print it, see its keys. What does not apply now is left out.
import { moreWords } from '../localize/late-more.ts';
import { listWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import type { MenuItem } from '../parts/menu.ts';

/** What the menu offers, and where it applies. */
export interface MoreSetting {
  readonly messages: Messages;
  /** Whether there is anything to export and print. */
  readonly hasRows: boolean;
  /** Whether the list hears its keys. */
  readonly hotkeys: boolean;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onShortcuts: () => void;
}

/** The menu's items. */
export function moreItems({
  messages,
  hasRows,
  hotkeys,
  onExport,
  onPrint,
  onShortcuts,
}: MoreSetting): readonly MenuItem[] {
  const words = moreWords(messages);
  const file: MenuItem[] = [
    { label: words.exportCsv, onPick: onExport },
    { label: words.print, onPick: onPrint },
  ];
  const keys: MenuItem = { label: listWords(messages).shortcuts, separated: hasRows, onPick: onShortcuts };
  return [...(hasRows ? file : []), ...(hotkeys ? [keys] : [])];
}
