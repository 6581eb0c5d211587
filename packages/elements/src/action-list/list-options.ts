// What a host page says of a list, as its parts read it, and which words it has for that; the properties of the element
// themselves are in class.ts.
import type { Action, ActionFilter, ActionSort, Id } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import type { ListView } from '../view-events.ts';
import type { OfferedColumn } from './columns.ts';
import type { Renderers } from './renderers.ts';

/** The orders of a list. */
export const sorts = /^-?(due|created|updated|title)$/;
/** The groups of a list. */
export const groupings = /^(none|due|status|assignee|context)$/;

/** Where things lead in the host's own pages. */
export interface ActionListLinks {
  /** The address of a relationship. */
  relationship?: ((id: Id) => string) | undefined;
  /** The address of a room. */
  room?: ((id: Id) => string) | undefined;
  /** The address of an action, in place of its built-in details. */
  action?: ((action: Action) => string) | undefined;
}

export interface ListOptions {
  readonly relationship: Id | undefined;
  readonly room: Id | undefined;
  readonly engagement?: Id | undefined;
  readonly personal: boolean;
  /** Of rooms alone: these, or all where none is named; undefined: of every place. */
  readonly rooms?: readonly Id[] | undefined;
  /** Of rooms alone: whose turn it begins with. */
  readonly side?: 'all' | 'us' | 'them' | undefined;
  readonly filter: string | ActionFilter | undefined;
  readonly sort: ActionSort;
  readonly groupBy: Grouping;
  readonly density: Density | undefined;
  readonly readonly: boolean;
  readonly selection: 'multiple' | 'none';
  readonly hotkeys: 'on' | 'off';
  readonly headingLevel: number;
  readonly label: string | undefined;
  readonly hideHeader: boolean;
  readonly hideQuickAdd: boolean;
  readonly views: readonly ListView[];
  readonly columns: string | readonly OfferedColumn[] | undefined;
  readonly renderers: Renderers | undefined;
  readonly links: ActionListLinks;
}
