import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '@followthrough/core/backend';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { DashboardLinks, ListView, RoomOpen } from '@followthrough/elements';
import '@followthrough/elements/define.js';
import { framed, type Frame } from './frame.ts';
import {
  backendFor,
  failing,
  fernhill,
  longNames,
  noAccess,
  noNetwork,
  nothingYet,
  now,
  refusing,
  serverDown,
  silent,
} from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  rooms?: string;
  side?: string;
  filter?: string;
  groupBy?: string;
  density?: string;
  readonly: boolean;
  views?: readonly ListView[];
  links?: DashboardLinks;
}

const meta: Meta<Args> = {
  title: 'Elements/actions-dashboard',
  component: 'actions-dashboard',
  args: { backend: () => backendFor(insider), readonly: false },
  argTypes: { backend: { control: false } },
  render: ({ backend, rooms, side, filter, groupBy, density, readonly, views, links, ...frame }): TemplateResult =>
    framed(
      frame,
      html`<actions-dashboard
        .backend=${backend()}
        .now=${now}
        rooms=${ifDefined(rooms)}
        side=${ifDefined(side)}
        filter=${ifDefined(filter)}
        group-by=${ifDefined(groupBy)}
        density=${ifDefined(density)}
        ?readonly=${readonly}
        .views=${views ?? []}
        .links=${links ?? {}}
        @room-open=${stay}
      ></actions-dashboard>`,
    ),
};
export default meta;
type Story = StoryObj<Args>;

/** A story is the only page there is: a room's address leads nowhere. */
function stay(event: RoomOpen): void {
  event.preventDefault();
}

const [first] = fernhill.rooms ?? [];
/** Somebody of the team who is in a room, and one of its guests. */
const insider = first?.createdBy ?? 'ana-petrovic';
const guest = first?.guests[0]?.personId ?? insider;

const noRooms: WorkspaceSnapshot = {
  ...fernhill,
  rooms: [],
  sections: [],
  actions: (fernhill.actions ?? []).filter(({ context }) => context.type !== 'room'),
  stateChanges: [],
};

/** Every action of a room is done. */
const allDone: WorkspaceSnapshot = {
  ...fernhill,
  actions: (fernhill.actions ?? []).filter(({ state }) => state !== 'todo' && state !== 'inProgress'),
};

/** Ten thousand open actions over all rooms. */
function tenThousand(): WorkspaceSnapshot {
  const patterns = (fernhill.actions ?? []).filter(({ context, state }) => context.type === 'room' && state === 'todo');
  return {
    ...fernhill,
    actions: Array.from({ length: 10_000 }, (_, at) => {
      const action = patterns[at % patterns.length];
      if (action === undefined) throw new Error('the demo has no open action of a room');
      return { ...action, id: `many-${at}`, title: `${at + 1}. ${action.title}`, start: null };
    }),
    stateChanges: [],
  };
}

const VIEWS: readonly ListView[] = [
  { id: 'open', name: 'Open', filter: 'status:todo,overdue,inProgress', groupBy: 'context' },
  { id: 'late', name: 'Overdue, by owner', filter: 'status:todo,overdue,inProgress overdue:yes', groupBy: 'assignee' },
];

export const AllRooms: Story = {};
export const GroupedByDue: Story = { args: { groupBy: 'due' } };
export const GroupedByOwner: Story = { args: { groupBy: 'owner' } };
export const NotGrouped: Story = { args: { groupBy: 'none', links: { room: (id) => `#/rooms/${id}` } } };
export const WaitingOnThem: Story = { args: { side: 'them' } };
export const Overdue: Story = { args: { filter: 'status:todo,overdue,inProgress overdue:yes' } };
export const OneRoom: Story = { args: { rooms: first?.id ?? '' } };
export const WholeHistory: Story = { args: { filter: '' } };
export const AsGuest: Story = { args: { backend: () => backendFor(guest) } };
export const SavedViews: Story = { args: { views: VIEWS } };
export const Compact: Story = { args: { density: 'compact' } };
export const Readonly: Story = { args: { readonly: true } };
export const Loading: Story = { args: { backend: () => silent(backendFor(insider)) } };
export const NoRooms: Story = { args: { backend: () => backendFor(insider, noRooms) } };
export const NothingYet: Story = { args: { backend: () => backendFor(insider, nothingYet), filter: '' } };
export const NothingOpen: Story = { args: { backend: () => backendFor(insider, allDone) } };
export const FilteredToNothing: Story = { args: { filter: 'status:cancelled "no such words"' } };
export const ServerDown: Story = { args: { backend: () => failing(backendFor(insider), serverDown) } };
export const Offline: Story = { args: { backend: () => failing(backendFor(insider), noNetwork) } };
export const Forbidden: Story = { args: { backend: () => failing(backendFor(insider), noAccess) } };
export const ChangesRefused: Story = { args: { backend: () => refusing(backendFor(insider), serverDown) } };
export const LongNames: Story = { args: { backend: () => backendFor(insider, longNames) } };
export const Phone: Story = { args: { width: 320 } };
export const Narrowest: Story = { args: { width: 240 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar' } };
export const TenThousandRows: Story = { args: { backend: () => backendFor(insider, tenThousand()) } };
