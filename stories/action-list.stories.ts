import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '@followthrough/core/backend';
import type { ListView, Renderers, ViewSave } from '@followthrough/elements';
import '@followthrough/elements/define.js';
import { framed, type Frame } from './frame.ts';
import {
  allDone,
  backendFor,
  failing,
  longNames,
  noAccess,
  noNetwork,
  nothingYet,
  now,
  refusing,
  serverDown,
  silent,
  tenThousand,
} from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  relationship?: string;
  personal: boolean;
  filter?: string;
  groupBy?: string;
  density?: string;
  readonly: boolean;
  views?: readonly ListView[];
  columns?: string;
  renderers?: Renderers;
}

const meta: Meta<Args> = {
  title: 'Elements/action-list',
  component: 'action-list',
  args: { backend: () => backendFor(), personal: false, readonly: false },
  argTypes: { backend: { control: false } },
  render: ({
    backend,
    relationship,
    personal,
    filter,
    groupBy,
    density,
    readonly,
    views,
    columns,
    renderers,
    ...frame
  }): TemplateResult =>
    framed(
      frame,
      html`<action-list
        label="Actions"
        .backend=${backend()}
        .now=${now}
        relationship=${ifDefined(relationship)}
        ?personal=${personal}
        filter=${ifDefined(filter)}
        group-by=${ifDefined(groupBy)}
        density=${ifDefined(density)}
        ?readonly=${readonly}
        columns=${ifDefined(columns)}
        .renderers=${renderers}
        .views=${views ?? []}
        @view-save=${keep}
      ></action-list>`,
    ),
};
export default meta;
type Story = StoryObj<Args>;

const EVERYTHING = '';

/** A host page that keeps views as long as it is open, and takes no two of one name. */
function keep(event: ViewSave): void {
  const list = event.currentTarget as HTMLElement & { views: readonly ListView[] };
  const { name, filter, sort, groupBy } = event;
  const view = { id: event.id ?? `view-${list.views.length + 1}`, name, filter, sort, groupBy };
  const others = list.views.filter(({ id }) => id !== view.id);
  if (others.some((other) => other.name === name))
    event.waitUntil(Promise.reject(new Error('There is a view of that name.')));
  else list.views = event.id === null ? [...others, view] : list.views.map((one) => (one.id === view.id ? view : one));
}

const VIEWS: readonly ListView[] = [
  { id: 'mine', name: 'Mine', filter: 'status:todo,overdue,inProgress assignee:me' },
  { id: 'late', name: 'Overdue, by person', filter: 'status:overdue', groupBy: 'assignee' },
  { id: 'done', name: 'Done lately', filter: 'status:done,doneLate', sort: '-updated' },
];

export const AllActions: Story = {};
export const WholeHistory: Story = { args: { filter: EVERYTHING } };
export const Relationship: Story = { args: { relationship: 'ana-petrovic-and-ben-okafor' } };
export const Personal: Story = { args: { personal: true } };
export const AsReport: Story = {
  args: { backend: () => backendFor('ben-okafor'), relationship: 'ana-petrovic-and-ben-okafor' },
};
export const AsViewer: Story = {
  args: { backend: () => backendFor('vera-novak'), relationship: 'ana-petrovic-and-ben-okafor' },
};
export const GroupedByDue: Story = { args: { groupBy: 'due' } };
export const GroupedByPlace: Story = { args: { filter: EVERYTHING, groupBy: 'context' } };
export const Compact: Story = { args: { density: 'compact' } };
export const Loading: Story = { args: { backend: () => silent(backendFor()) } };
export const NothingYet: Story = {
  args: { backend: () => backendFor('ana-petrovic', nothingYet), filter: EVERYTHING },
};
export const FilteredToNothing: Story = { args: { filter: 'status:notDone "no such words"' } };
export const AllCaughtUp: Story = { args: { backend: () => backendFor('ana-petrovic', allDone) } };
export const ServerDown: Story = { args: { backend: () => failing(backendFor(), serverDown) } };
export const Offline: Story = { args: { backend: () => failing(backendFor(), noNetwork) } };
export const Forbidden: Story = { args: { backend: () => failing(backendFor(), noAccess) } };
export const ChangesRefused: Story = { args: { backend: () => refusing(backendFor(), serverDown) } };
export const Readonly: Story = { args: { readonly: true } };
export const LongNames: Story = { args: { backend: () => backendFor('ana-petrovic', longNames) } };
export const Phone: Story = { args: { width: 320 } };
export const Narrowest: Story = { args: { width: 240 } };
export const Dark: Story = { args: { scheme: 'dark', filter: EVERYTHING } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar', filter: EVERYTHING } };
export const SavedViews: Story = { args: { views: VIEWS } };
export const SavedViewsOnPhone: Story = { args: { views: VIEWS, width: 320 } };
export const ColumnsChosen: Story = { args: { columns: 'updated due status', filter: EVERYTHING } };
export const CellsOfTheHost: Story = {
  args: {
    renderers: {
      title: ({ action, defaultContent }) => html`${defaultContent} <small>v${action.version}</small>`,
      status: ({ defaultContent }) => html`<strong>${defaultContent}</strong>`,
    },
  },
};
export const TenThousandRows: Story = { args: { backend: () => backendFor('ana-petrovic', tenThousand) } };
