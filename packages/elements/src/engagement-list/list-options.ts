// What a host page says of a list of engagements, as its parts read it; the properties themselves are in class.ts.
import type { EngagementFilter, EngagementSort, Id } from '@followthrough/core/schema';
import type { LitElement } from 'lit';
import type { Density } from '../context.ts';
import type { EngagementColumn } from './columns.ts';

/** Where things lead in the host's own pages. */
export interface EngagementListLinks {
  /** The address of an engagement. */
  engagement?: ((id: Id) => string) | undefined;
}

/** The element, as its parts know it. */
export interface EngagementListHost extends LitElement {
  readonly filter: string | EngagementFilter | undefined;
  readonly sort: EngagementSort;
  readonly columns: string | readonly EngagementColumn[] | undefined;
  readonly pageSize: number | undefined;
  readonly density: Density | undefined;
  readonly readonly: boolean;
  readonly selection: 'multiple' | 'none';
  readonly hotkeys: 'on' | 'off';
  readonly headingLevel: number;
  readonly label: string | undefined;
  readonly hideHeader: boolean;
  readonly hideExport: boolean;
  readonly hideCreate: boolean;
  readonly links: EngagementListLinks;
  /** Loads again, keeping what is shown meanwhile. */
  refresh(): Promise<void>;
}
