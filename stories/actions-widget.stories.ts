import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import '@followthrough/elements/define.js';
import { framed, type Frame } from './frame.ts';
import {
  aging,
  allDone,
  backendFor,
  failing,
  longNames,
  noAccess,
  noNetwork,
  now,
  serverDown,
  silent,
} from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  heading: string;
  limit: number;
  quickAdd: boolean;
  compact: boolean;
  readonly: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/actions-widget',
  component: 'actions-widget',
  args: {
    backend: () => backendFor(),
    heading: 'My actions',
    limit: 5,
    quickAdd: true,
    compact: false,
    readonly: false,
    width: 360,
  },
  argTypes: { backend: { control: false } },
  render: ({ backend, heading, limit, quickAdd, compact, readonly, ...frame }): TemplateResult =>
    framed(
      frame,
      html`<actions-widget
        .backend=${backend()}
        .now=${now}
        .heading=${heading}
        .limit=${limit}
        .quickAdd=${quickAdd}
        .compact=${compact}
        .readonly=${readonly}
        view-all-href="#all"
      ></actions-widget>`,
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {};
export const Compact: Story = { args: { compact: true, limit: 8 } };
export const Loading: Story = { args: { backend: () => silent(backendFor()) } };
export const NothingDue: Story = { args: { backend: () => backendFor('ana-petrovic', allDone) } };
export const ServerDown: Story = { args: { backend: () => failing(backendFor(), serverDown) } };
export const Offline: Story = { args: { backend: () => failing(backendFor(), noNetwork) } };
export const Stale: Story = {
  render: ({ heading, limit, quickAdd, ...frame }) => {
    const old = aging(backendFor(), serverDown);
    return framed(
      frame,
      html`<actions-widget
        .backend=${old.backend}
        .now=${old.now}
        .heading=${heading}
        .limit=${limit}
        .quickAdd=${quickAdd}
        view-all-href="#all"
      ></actions-widget>`,
    );
  },
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('actions-widget');
    while (widget?.isConnected && widget.matches(':state(loading)')) {
      await new Promise((done) => setTimeout(done, 20));
    }
    await widget?.refresh();
  },
};
export const Forbidden: Story = { args: { backend: () => failing(backendFor(), noAccess) } };
export const Readonly: Story = { args: { readonly: true } };
export const LongNames: Story = { args: { backend: () => backendFor('ana-petrovic', longNames) } };
export const Narrow: Story = { args: { width: 240 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar' } };
export const RightToLeftInEnglish: Story = { args: { direction: 'rtl' } };
