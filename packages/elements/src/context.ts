// How an element finds the workspace around it: by the community context protocol, so that it also works across shadow
// roots and with a provider that arrives, or is upgraded, later.
import { createContext } from '@lit/context';
import type { WorkspaceStore } from '@followthrough/core/stores';
import type { MessageOverrides } from './localize/messages.ts';

/** How elements show themselves, where they do not say it themselves. */
export interface WorkspaceSettings {
  /** A BCP 47 language tag; absent: that of the nearest ancestor with `lang`. */
  readonly locale?: string | undefined;
  readonly density?: Density | undefined;
  /** Wordings of the host's own. */
  readonly messages?: MessageOverrides | undefined;
}

/** How much room rows take: 40 or 32 px at the page's usual font size. */
export type Density = 'comfortable' | 'compact';

/** What an element gets of the workspace around it. */
export interface WorkspaceScope {
  readonly store: WorkspaceStore;
  readonly settings: WorkspaceSettings;
}

/** The context under which a workspace is provided; null while the provider has none yet. */
export const workspaceContext = createContext<WorkspaceScope | null>(Symbol.for('followthrough/workspace@1'));
