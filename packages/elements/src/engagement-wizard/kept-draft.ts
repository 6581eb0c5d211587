// What was chosen and not made yet, kept for this tab: it outlives a reload.
import { EMPTY_SETUP, SETUP_STEPS, type SetupDraft, type SetupStep } from '@followthrough/core/stores';
import { keep, kept } from '../parts/kept-text.ts';

export interface KeptDraft {
  /** When it was kept, in milliseconds. */
  readonly at: number;
  readonly draft: SetupDraft;
  readonly step: SetupStep;
  readonly visited: readonly SetupStep[];
}

const PREFIX = 'followthrough:engagement-wizard:';

/** What is kept under a key; null where there is nothing of ours. */
export function keptDraft(key: string): KeptDraft | null {
  const value = kept(PREFIX + key) as Partial<KeptDraft> | null;
  if (typeof value !== 'object' || value === null || typeof value.at !== 'number') return null;
  const draft = draftOf(value.draft);
  const step = SETUP_STEPS.find((one) => one === value.step);
  if (!draft || !step) return null;
  const visited = SETUP_STEPS.filter((one) => Array.isArray(value.visited) && value.visited.includes(one));
  return { at: value.at, draft, step, visited };
}

export function keepDraft(key: string, draft: KeptDraft | null): void {
  keep(PREFIX + key, draft);
}

/** Fields of another shape than ours are as if never chosen. */
function draftOf(value: unknown): SetupDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const written = value as Readonly<Record<string, unknown>>;
  const ids = (name: string) =>
    Array.isArray(written[name]) ? written[name].filter((id) => typeof id === 'string') : [];
  const text = (name: string) => (typeof written[name] === 'string' ? written[name] : null);
  return {
    ...EMPTY_SETUP,
    by: written.by === 'group' ? 'group' : 'people',
    coacheeIds: ids('coacheeIds'),
    spectatorIds: ids('spectatorIds'),
    groupId: text('groupId'),
    coachId: text('coachId'),
    templateId: text('templateId'),
    title: text('title') ?? '',
    startDate: text('startDate'),
    endDate: text('endDate'),
    shared: written.shared === true,
    selfScheduling: typeof written.selfScheduling === 'boolean' ? written.selfScheduling : null,
  };
}
