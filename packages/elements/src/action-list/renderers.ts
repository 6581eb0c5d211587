// A host page's own drawing of cells: what it gives stands in place of what the list would show, which it may take in.
// The cell itself, its keys, its roles and its place stay the list's.
import type { Action } from '@followthrough/core/schema';
import type { OfferedColumn } from './columns.ts';

/** What a renderer is given. */
export interface Rendered {
  readonly action: Action;
  /** What the list itself would show, to be put anywhere in what is given back. */
  readonly defaultContent: unknown;
}

/**
 * Draw what stands in the cells of a column: a text (never read as HTML), a node, a template of Lit's, or nothing. Each is
 * called again whenever its row shows something else; another object of renderers draws every row anew.
 * @example list.renderers = { title: ({ action, defaultContent }) => html`${icon(action)} ${defaultContent}` }
 */
export type Renderers = { readonly [column in 'title' | OfferedColumn]?: (of: Rendered) => unknown };

/** What a cell shows: what the host page makes of it, else the list's own. */
export function drawn(
  renderers: Renderers | undefined,
  column: 'title' | OfferedColumn,
  action: Action,
  defaultContent: unknown,
): unknown {
  const renderer = renderers?.[column];
  return renderer ? renderer({ action, defaultContent }) : defaultContent;
}
