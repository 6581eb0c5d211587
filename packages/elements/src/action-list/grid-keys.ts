// The keys of the list (one map for what they do and for the help that `?` shows). They act only while the focus is in
// the list; `hotkeys="off"` leaves out those that are a single character, which speech input may type by accident.
import type { Column } from './columns.ts';

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
  | 'complete'
  | 'select'
  | 'extendUp'
  | 'extendDown'
  | 'selectAll'
  | 'open'
  | 'edit'
  | 'due'
  | 'earlier'
  | 'later'
  | 'assignee'
  | 'assignMe'
  | 'status'
  | 'add'
  | 'search'
  | 'group'
  | 'toBulk'
  | 'remove'
  | 'undo'
  | 'escape'
  | 'help';

/** A line of the help: the keys as they are called on a keyboard, and what they do. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly command: Command;
}

/** The help's lines, in reading order. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['↑', 'K'], command: 'up' },
  { keys: ['↓', 'J'], command: 'down' },
  { keys: ['Space'], command: 'complete' },
  { keys: ['Enter'], command: 'open' },
  { keys: ['F2', 'E'], command: 'edit' },
  { keys: ['D'], command: 'due' },
  { keys: ['Alt+→'], command: 'later' },
  { keys: ['Alt+←'], command: 'earlier' },
  { keys: ['A'], command: 'assignee' },
  { keys: ['M'], command: 'assignMe' },
  { keys: ['S'], command: 'status' },
  { keys: ['Delete'], command: 'remove' },
  { keys: ['Ctrl+Z'], command: 'undo' },
  { keys: ['X'], command: 'select' },
  { keys: ['Shift+↓'], command: 'extendDown' },
  { keys: ['Ctrl+A'], command: 'selectAll' },
  { keys: ['Ctrl+.'], command: 'toBulk' },
  { keys: ['N'], command: 'add' },
  { keys: ['/'], command: 'search' },
  { keys: ['G'], command: 'group' },
  { keys: ['Esc'], command: 'escape' },
  { keys: ['?'], command: 'help' },
];

const CHARACTERS: { readonly [key: string]: Command } = {
  k: 'up',
  j: 'down',
  x: 'select',
  e: 'edit',
  d: 'due',
  a: 'assignee',
  m: 'assignMe',
  s: 'status',
  n: 'add',
  g: 'group',
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
  F2: 'edit',
  Delete: 'remove',
  Escape: 'escape',
};

const WITH_CONTROL: { readonly [key: string]: Command } = {
  Home: 'first',
  End: 'last',
  a: 'selectAll',
  z: 'undo',
  '.': 'toBulk',
};

/** Columns whose control has a use of its own for Enter and Space: it opens something. */
const OPENERS: readonly (Column | 'group' | null)[] = ['due', 'assignee', 'status', 'more', 'group'];

/** What of a key press decides what it does. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where the key was pressed. */
export interface KeyPlace {
  /** The column of the cell, or `group` for a group's header; null outside the rows. */
  readonly column: Column | 'group' | null;
  readonly rtl: boolean;
  /** Whether keys that are a single character count. */
  readonly hotkeys: boolean;
}

/**
 * What a key means in the list; null where it is none of the list's.
 * @example commandOf({ key: 'x', … }, { column: 'title', rtl: false, hotkeys: true }) // 'select'
 */
export function commandOf(event: Key, { column, rtl, hotkeys }: KeyPlace): Command | null {
  const { key } = event;
  if (event.altKey) return event.ctrlKey || event.metaKey || event.shiftKey ? null : shifted(key, rtl);
  if (event.ctrlKey || event.metaKey) {
    return event.shiftKey ? null : (WITH_CONTROL[key.length === 1 ? key.toLowerCase() : key] ?? null);
  }
  if (event.shiftKey && key === 'ArrowUp') return 'extendUp';
  if (event.shiftKey && key === 'ArrowDown') return 'extendDown';
  if (key === 'ArrowLeft') return rtl ? 'forward' : 'back';
  if (key === 'ArrowRight') return rtl ? 'back' : 'forward';
  if (key === ' ' || key === 'Enter') {
    if (column === null || OPENERS.includes(column)) return null;
    if (key === 'Enter') return 'open';
    return column === 'select' ? 'select' : 'complete';
  }
  if (key.length === 1) return hotkeys ? (CHARACTERS[key.toLowerCase()] ?? null) : null;
  return PLAIN[key] ?? null;
}

/** Later is the way one reads. */
function shifted(key: string, rtl: boolean): Command | null {
  if (key === 'ArrowRight') return rtl ? 'earlier' : 'later';
  if (key === 'ArrowLeft') return rtl ? 'later' : 'earlier';
  return null;
}
