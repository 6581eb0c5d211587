import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '@followthrough/core/backend';
import type { EngagementList } from '@followthrough/elements';
import '@followthrough/elements/define.js';
import { brokenExport, HUNDREDS, manyEngagements, partlyRefusing, slowBulk } from './engagement-lists.ts';
import {
  ADMIN,
  COACH,
  COACHEE,
  coaching,
  failingEngagements,
  longCoaching,
  refusingEngagements,
  silentEngagements,
  SPECTATOR,
} from './engagements.ts';
import { framed, type Frame } from './frame.ts';
import { backendFor, noAccess, noNetwork, now, serverDown } from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  filter?: string;
  sort?: string;
  columns?: string;
  pageSize?: number;
  density?: string;
  readonly: boolean;
  linked: boolean;
}

const admin = (snapshot = coaching) => backendFor(ADMIN, snapshot);

const meta: Meta<Args> = {
  title: 'Elements/engagement-list',
  component: 'engagement-list',
  args: { backend: () => admin(), readonly: false, linked: true },
  argTypes: { backend: { control: false } },
  render: ({ backend, filter, sort, columns, pageSize, density, readonly, linked, ...frame }): TemplateResult =>
    framed(
      frame,
      html`<engagement-list
        heading-level="2"
        .backend=${backend()}
        .now=${now}
        .links=${linked ? { engagement: (id: string) => `#engagement-${id}` } : {}}
        filter=${ifDefined(filter)}
        sort=${ifDefined(sort)}
        columns=${ifDefined(columns)}
        page-size=${ifDefined(pageSize)}
        density=${ifDefined(density)}
        ?readonly=${readonly}
      ></engagement-list>`,
    ),
  play: async ({ canvasElement }) => {
    await settled(canvasElement);
  },
};
export default meta;
type Story = StoryObj<Args>;

/** The list of the canvas, once it shows what it will. */
async function settled(canvas: HTMLElement): Promise<EngagementList> {
  const list = canvas.querySelector('engagement-list');
  if (!list) throw new Error('the story has no list');
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setTimeout(done, 20));
  await list.updateComplete;
  return list;
}

const part = (list: EngagementList, name: string) =>
  [...list.renderRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)].filter((one) => one.checkVisibility());

async function press(list: EngagementList, target: HTMLElement | undefined): Promise<void> {
  target?.click();
  for (let turn = 0; turn < 12; turn++) await new Promise((done) => setTimeout(done, 20));
  await list.updateComplete;
}

/** Ticks the first rows, chooses an operation by its place in the menu, and presses Apply. */
async function applied(canvas: HTMLElement, rows: number, operation: string): Promise<EngagementList> {
  const list = await settled(canvas);
  await press(list, part(list, 'bulk-toggle')[0]);
  const boxes = [...list.renderRoot.querySelectorAll<HTMLElement>('.rows .box')];
  for (const box of boxes.slice(0, rows)) box.click();
  await press(list, part(list, 'bulk-choose')[0]);
  const items = [...list.renderRoot.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
  await press(
    list,
    items.find((item) => item.textContent.includes(operation)),
  );
  await press(list, part(list, 'bulk-apply')[0]);
  return list;
}

export const AllOfThem: Story = {};
export const Drafts: Story = { args: { filter: 'status:draft' } };
export const RunningNowLatestStartFirst: Story = { args: { filter: 'dates:2026-05-15', sort: '-start' } };
export const FewColumns: Story = { args: { columns: 'coachees, status, progress' } };
export const Compact: Story = { args: { density: 'compact' } };
export const ReadOnly: Story = { args: { readonly: true } };
export const WithoutAddresses: Story = { args: { linked: false } };
export const AsCoach: Story = { args: { backend: () => backendFor(COACH, coaching) } };
export const AsCoachee: Story = { args: { backend: () => backendFor(COACHEE, coaching) } };
export const AsSpectator: Story = { args: { backend: () => backendFor(SPECTATOR, coaching) } };
export const Hundreds: Story = { args: { backend: () => admin(manyEngagements(HUNDREDS)) } };
export const TenThousand: Story = { args: { backend: () => admin(manyEngagements(10_000)), pageSize: 200 } };

export const NothingYet: Story = { args: { backend: () => admin({ ...coaching, engagements: [], items: [] }) } };
export const NothingForYou: Story = { args: { backend: () => backendFor('grace-mbeki', coaching) } };
export const FiltersLeaveNothing: Story = { args: { filter: 'status:draft shared:yes' } };
export const Loading: Story = { args: { backend: () => silentEngagements(admin()) } };
export const Failed: Story = { args: { backend: () => failingEngagements(admin(), serverDown) } };
export const Offline: Story = { args: { backend: () => failingEngagements(admin(), noNetwork) } };
export const NoAccess: Story = { args: { backend: () => failingEngagements(admin(), noAccess) } };
export const LongNames: Story = { args: { backend: () => admin(longCoaching) } };

export const SomeSelected: Story = {
  play: async ({ canvasElement }) => {
    const list = await settled(canvasElement);
    await press(list, part(list, 'bulk-toggle')[0]);
    const boxes = [...list.renderRoot.querySelectorAll<HTMLElement>('.rows .box')];
    for (const box of boxes.slice(0, 3)) box.click();
  },
};
export const AllThatMatch: Story = {
  args: { backend: () => admin(manyEngagements(HUNDREDS)) },
  play: async ({ canvasElement }) => {
    const list = await settled(canvasElement);
    await press(list, list.renderRoot.querySelector<HTMLElement>('.head .box') ?? undefined);
  },
};
export const AskedBefore: Story = {
  play: async ({ canvasElement }) => {
    await applied(canvasElement, 5, 'Mark as active');
  },
};
export const AskedBeforeDeleting: Story = {
  play: async ({ canvasElement }) => {
    await applied(canvasElement, 3, 'Delete');
  },
};
export const AddingAnItem: Story = {
  play: async ({ canvasElement }) => {
    await applied(canvasElement, 3, 'Add new engagement item');
  },
};
export const AtWork: Story = {
  args: { backend: () => slowBulk(admin(manyEngagements(1500))), pageSize: 200 },
  play: async ({ canvasElement }) => {
    const list = await settled(canvasElement);
    await press(list, list.renderRoot.querySelector<HTMLElement>('.head .box') ?? undefined);
    await press(list, list.renderRoot.querySelector<HTMLElement>('.bulk-all') ?? undefined);
    await press(list, part(list, 'bulk-choose')[0]);
    await press(list, [...list.renderRoot.querySelectorAll<HTMLElement>('[role="menuitemradio"]')][0]);
    await press(list, part(list, 'bulk-apply')[0]);
    await new Promise((done) => setTimeout(done, 800));
    await press(list, part(list, 'button-primary').at(-1));
    await new Promise((done) => setTimeout(done, 1200));
  },
};
export const WhatBecameOfEach: Story = {
  args: { backend: () => partlyRefusing(admin()) },
  play: async ({ canvasElement }) => {
    const list = await applied(canvasElement, 6, 'Mark as active and share');
    await press(list, part(list, 'button-primary').at(-1));
  },
};
export const NothingCanBeWritten: Story = { args: { backend: () => refusingEngagements(admin(), serverDown) } };
export const Exporting: Story = {
  args: { filter: 'status:active' },
  play: async ({ canvasElement }) => {
    const list = await settled(canvasElement);
    void list.openExport();
    await press(list, undefined);
  },
};
export const ExportFailed: Story = {
  args: { backend: () => brokenExport(admin(), serverDown) },
  play: async ({ canvasElement }) => {
    const list = await settled(canvasElement);
    void list.openExport();
    await press(list, undefined);
    await press(list, part(list, 'button-primary').at(-1));
  },
};

export const Dark: Story = { args: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar' } };
export const Tablet: Story = { args: { width: 720 } };
export const Phone: Story = { args: { width: 375 } };
export const Narrow: Story = { args: { width: 320 } };
export const Narrowest: Story = { args: { width: 240 } };
export const NarrowAndLong: Story = { args: { width: 320, backend: () => admin(longCoaching) } };
