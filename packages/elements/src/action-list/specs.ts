// What the list's parts are given: where a new action can go, what can be filtered by, and what the details show.
import type {
  Action,
  ActionDraft,
  ActionFilter,
  ActionSort,
  Id,
  Person,
  Relationship,
  Room,
} from '@followthrough/core/schema';
import type { ActionListStore, Grouping, WorkspaceStore } from '@followthrough/core/stores';
import type { ActionCommands } from '../action-commands.ts';
import type { DateWords } from '../dates/date-label.ts';
import type { DetailsDialogSpec } from '../parts/details-dialog.ts';
import type { FilterBarSpec } from '../parts/filter-bar.ts';
import type { QuickAddContext, QuickAddSpec } from '../parts/quick-add.ts';
import { directoryOf, placeName, relationshipName } from '../place-name.ts';
import { problemText } from '../problem-text.ts';
import { isOnePlace, type Scope } from './scope.ts';
import { saveFields, waitingUpdate } from './saving.ts';
import { contextWords } from '../localize/late-acts.ts';

/** The relationships that the viewer may add to, Personal first; only the list's own place where it has one. */
function addContexts(workspace: WorkspaceStore, scope: Scope, words: DateWords): readonly QuickAddContext[] {
  const me = workspace.$me.get();
  if (!me) return [];
  const directory = directoryOf(workspace);
  const { people, relationships } = directory;
  const { messages } = words;
  const zone = me.workspace.timeZone;
  const personal: QuickAddContext = {
    value: { type: 'personal' },
    label: messages.context.personal,
    description: contextWords(messages).personalNotice,
    parties: [me.person],
    today: workspace.todayIn(me.person.timeZone ?? zone),
  };
  const ofRelationship = (relationship: Relationship): QuickAddContext => ({
    value: { type: 'relationship', relationshipId: relationship.id },
    label: relationshipName(relationship, directory, messages),
    parties: [relationship.managerId, relationship.reportId].flatMap((id) => people.get(id) ?? []),
    reportId: relationship.reportId,
    today: workspace.todayIn(relationship.timeZone ?? zone),
  });
  if ([scope.room, scope.engagement, scope.rooms].some((place) => place !== undefined)) return [];
  const open = [...relationships.values()].filter(({ may }) => may.createAction === true);
  if (scope.relationship !== undefined) return open.filter(({ id }) => id === scope.relationship).map(ofRelationship);
  return scope.personal ? [personal] : [personal, ...open.map(ofRelationship)];
}

/** The quick add's spec; null where nothing can be added here. */
export function quickAddSpec(
  workspace: WorkspaceStore,
  scope: Scope,
  words: DateWords,
  onSubmit: (draft: Omit<ActionDraft, 'id'>, options: { openDetails: boolean }) => Promise<unknown>,
): QuickAddSpec | null {
  const contexts = addContexts(workspace, scope, words);
  const me = workspace.$me.get();
  if (contexts.length === 0 || !me) return null;
  return {
    contexts,
    fixedContext: isOnePlace(scope) ? contexts[0] : undefined,
    me: me.person.id,
    weekStart: workspace.$weekStart.get(),
    calendar: me.workspace.calendar,
    onSubmit,
  };
}

/** The filter bar's spec. */
export function filterBarSpec(
  workspace: WorkspaceStore,
  list: ActionListStore,
  scope: Scope,
  words: DateWords,
  on: {
    filter: (filter: ActionFilter) => void;
    sort: (sort: ActionSort) => void;
    grouping: (grouping: Grouping) => void;
  },
): FilterBarSpec {
  const me = workspace.$me.get();
  const directory = directoryOf(workspace);
  const { people, relationships } = directory;
  const place = scope.relationship === undefined ? undefined : relationships.get(scope.relationship);
  const rooms = roomsOf(workspace, scope);
  const ids = place
    ? [place.managerId, place.reportId]
    : scope.rooms || scope.room !== undefined
      ? [
          ...new Set(
            rooms.flatMap(({ memberIds, guests }) => [...memberIds, ...guests.map(({ personId }) => personId)]),
          ),
        ]
      : [...people.keys()];
  const parties = ids.flatMap((id) => people.get(id) ?? []);
  return {
    filter: list.$filter.get(),
    sort: list.$sort.get(),
    grouping: list.$grouping.get(),
    count: list.$complete.get() ? list.$view.get().rows.length : null,
    me: me?.person.id ?? null,
    people: scope.personal ? [] : parties,
    rooms: rooms.map(({ id, name }) => ({ id, label: name })),
    engagements: scope.rooms || isOnePlace(scope) ? [] : engagementsOf(workspace),
    ofRooms: scope.rooms !== undefined || scope.room !== undefined,
    relationships: isOnePlace(scope)
      ? null
      : scope.rooms
        ? []
        : [...relationships.values()]
            .filter(({ may }) => may.seeActions === true)
            .map((relationship) => ({
              id: relationship.id,
              label: relationshipName(relationship, directory, words.messages),
            })),
    today: workspace.todayIn(me?.person.timeZone ?? me?.workspace.timeZone ?? 'UTC'),
    weekStart: workspace.$weekStart.get(),
    onFilter: on.filter,
    onSort: on.sort,
    onGrouping: on.grouping,
  };
}

/** The engagements that there may be actions of: in a draft there are none. */
function engagementsOf(workspace: WorkspaceStore): readonly { id: Id; label: string }[] {
  const all = [...workspace.$engagements.get().values()];
  return all.filter(({ status }) => status === 'active').map(({ id, title }) => ({ id, label: title }));
}

/** The rooms that a list may hold actions of, by name. */
function roomsOf(
  workspace: WorkspaceStore,
  { relationship, engagement, room, rooms, personal }: Scope,
): readonly Room[] {
  if (relationship !== undefined || engagement !== undefined || personal) return [];
  const named = room === undefined ? rooms : [room];
  const all = [...workspace.$rooms.get().values()];
  return named && named.length > 0 ? all.filter(({ id }) => named.includes(id)) : all;
}

/** The details dialog's spec. */
export function detailsSpec(
  workspace: WorkspaceStore,
  id: Id,
  words: DateWords,
  parties: readonly Person[],
  commands: ActionCommands,
  onSave: DetailsDialogSpec['onSave'] = (patch, base) => saveFields(workspace, commands, base, patch),
): DetailsDialogSpec {
  const action = () => workspace.actions.get(id);
  const me = workspace.$me.get();
  const now = action();
  const on = (run: (action: Action) => void) => {
    const found = action();
    if (found) run(found);
  };
  return {
    action,
    me: me?.person.id ?? null,
    people: workspace.$people.get(),
    parties,
    contextName: now ? placeName(now, directoryOf(workspace), words.messages) : '',
    today: now ? workspace.actions.todayOf(now) : 0,
    timeZone: now && workspace.zoneOf(now),
    weekStart: workspace.$weekStart.get(),
    calendar: me?.workspace.calendar,
    onSave,
    waiting() {
      const failure = waitingUpdate(workspace, id);
      return failure && { why: problemText(failure.error, words.messages), retry: () => failure.retry() };
    },
    onState: (state) => on((found) => void commands.setState(found, state)),
    onDelete: () => on((found) => void commands.remove(found)),
    explain: (actionId) => workspace.call(() => workspace.backend.actions.explain(actionId)),
  };
}
