// What the list of engagements tells and asks its host page: to open or make one, and of files and operations on many. What
// only concerns its own view (selection, filter, order) does not bubble.
import type { ExportFile } from '@followthrough/core/backend';
import type {
  BulkOutcome,
  Engagement,
  EngagementBulkOperation,
  EngagementFilter,
  EngagementSort,
  ExportFormat,
  Id,
} from '@followthrough/core/schema';
import type { EngagementSelection } from '@followthrough/core/stores';
import { BeforeEvent, OpenEvent } from '../events.ts';

/** `engagement-open`: somebody wants to see an engagement. Cancelled: its link is not followed. */
export class EngagementOpen extends OpenEvent {
  readonly engagement: Engagement;
  constructor(engagement: Engagement, href: string | null = null) {
    super('engagement-open', href);
    this.engagement = engagement;
  }
}

/** `engagement-create-request`: somebody wants to make engagements; the host page shows where. */
export class EngagementCreateRequest extends Event {
  constructor() {
    super('engagement-create-request', { bubbles: true, composed: true });
  }
}

/** `bulk-before-apply`: one operation on several engagements is about to be done. Can be cancelled. */
export class EngagementBulkBeforeApply extends BeforeEvent {
  readonly operation: EngagementBulkOperation;
  /** Those that it will be done to. */
  readonly ids: readonly Id[];
  constructor(operation: EngagementBulkOperation, ids: readonly Id[]) {
    super('bulk-before-apply');
    this.operation = operation;
    this.ids = ids;
  }
}

/** `bulk-applied`: it has ended; every engagement answers for itself. */
export class EngagementBulkApplied extends Event {
  readonly operation: EngagementBulkOperation;
  readonly results: readonly BulkOutcome[];
  constructor(operation: EngagementBulkOperation, results: readonly BulkOutcome[]) {
    super('bulk-applied', { bubbles: true, composed: true });
    this.operation = operation;
    this.results = results;
  }
}

/** `export-before-start`: a file is about to be asked for. Cancelled: it is not; the host page makes it its own way. */
export class ExportBeforeStart extends BeforeEvent {
  readonly filter: EngagementFilter;
  readonly format: ExportFormat;
  constructor(filter: EngagementFilter, format: ExportFormat) {
    super('export-before-start');
    this.filter = filter;
    this.format = format;
  }
}

/** `export-ready`: the file is made. Cancelled: it is not saved; the host page takes it. */
export class ExportReady extends Event {
  readonly file: ExportFile;
  constructor(file: ExportFile) {
    super('export-ready', { bubbles: true, composed: true, cancelable: true });
    this.file = file;
  }
}

/** `filter-change` of the list of engagements. */
export class EngagementFilterChange extends Event {
  readonly filter: EngagementFilter;
  constructor(filter: EngagementFilter) {
    super('filter-change');
    this.filter = filter;
  }
}

/** `sort-change` of the list of engagements. */
export class EngagementSortChange extends Event {
  readonly sort: EngagementSort;
  constructor(sort: EngagementSort) {
    super('sort-change');
    this.sort = sort;
  }
}

/** `selection-change` of the list of engagements: single ones, or all that match but for a few. */
export class EngagementSelectionChange extends Event {
  readonly selection: EngagementSelection;
  constructor(selection: EngagementSelection) {
    super('selection-change');
    this.selection = selection;
  }
}

declare global {
  interface HTMLElementEventMap {
    'engagement-open': EngagementOpen;
    'engagement-create-request': EngagementCreateRequest;
    'export-before-start': ExportBeforeStart;
    'export-ready': ExportReady;
  }
}
