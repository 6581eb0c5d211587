// What a host page says of a list, as its parts read it; the properties of the element themselves are in class.ts.
import type { ActionFilter, ActionSort, Id } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import type { ListView } from '../view-events.ts';
import type { OfferedColumn } from './columns.ts';
import type { Renderers } from './renderers.ts';

/** Where things lead in the host's own pages. */
export interface ActionListLinks {
  /** The address of a relationship. */
  relationship?: ((id: Id) => string) | undefined;
}

export interface ListOptions {
  readonly relationship: Id | undefined;
  readonly personal: boolean;
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
