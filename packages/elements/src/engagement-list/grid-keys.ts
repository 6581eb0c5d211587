// The keys of the list of engagements: one map for what they do and for the help that `?` shows. They act only while the
// focus is in the list; `hotkeys="off"` leaves out those that are a single character.
export type Command =
  | 'up'
  | 'down'
  | 'back'
  | 'forward'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'
  | 'select'
  | 'extendUp'
  | 'extendDown'
  | 'selectAll'
  | 'open'
  | 'add'
  | 'search'
  | 'toBulk'
  | 'undo'
  | 'escape'
  | 'help';

/** The help's lines, in reading order. */
export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly command: Command }[] = [
  { keys: ['↑', 'K'], command: 'up' },
  { keys: ['↓', 'J'], command: 'down' },
  { keys: ['Enter'], command: 'open' },
  { keys: ['Space', 'X'], command: 'select' },
  { keys: ['Shift+↓'], command: 'extendDown' },
  { keys: ['Ctrl+A'], command: 'selectAll' },
  { keys: ['Ctrl+.'], command: 'toBulk' },
  { keys: ['Ctrl+Z'], command: 'undo' },
  { keys: ['N'], command: 'add' },
  { keys: ['/'], command: 'search' },
  { keys: ['Esc'], command: 'escape' },
  { keys: ['?'], command: 'help' },
];

const CHARACTERS: { readonly [key: string]: Command } = {
  k: 'up',
  j: 'down',
  x: 'select',
  n: 'add',
  '/': 'search',
  '?': 'help',
};

const PLAIN: { readonly [key: string]: Command } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Escape: 'escape',
};

const WITH_CONTROL: { readonly [key: string]: Command } = {
  Home: 'first',
  End: 'last',
  a: 'selectAll',
  z: 'undo',
  '.': 'toBulk',
};

/** What of a key press decides what it does. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where the key was pressed. */
export interface KeyPlace {
  /** Whether in a row; else somewhere beside the rows. */
  readonly inRow: boolean;
  readonly rtl: boolean;
  /** Whether keys that are a single character count. */
  readonly hotkeys: boolean;
}

/**
 * What a key means in the list; null where it is none of the list's.
 * @example commandOf({ key: 'x', … }, { inRow: true, rtl: false, hotkeys: true }) // 'select'
 */
export function commandOf(event: Key, { inRow, rtl, hotkeys }: KeyPlace): Command | null {
  const { key } = event;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    return event.shiftKey ? null : (WITH_CONTROL[key.length === 1 ? key.toLowerCase() : key] ?? null);
  }
  if (event.shiftKey && key === 'ArrowUp') return 'extendUp';
  if (event.shiftKey && key === 'ArrowDown') return 'extendDown';
  if (key === 'ArrowLeft') return rtl ? 'forward' : 'back';
  if (key === 'ArrowRight') return rtl ? 'back' : 'forward';
  if (key === ' ') return inRow ? 'select' : null;
  if (key === 'Enter') return inRow ? 'open' : null;
  if (event.shiftKey && key !== '?' && key !== '/') return null;
  return PLAIN[key] ?? (hotkeys ? (CHARACTERS[key.length === 1 ? key.toLowerCase() : key] ?? null) : null);
}
