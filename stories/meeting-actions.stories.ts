import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import '@followthrough/elements/define.js';
import type { MeetingPhase } from '@followthrough/elements';
import { framed, type Frame } from './frame.ts';
import {
  emptyAhead,
  emptyMeeting,
  failingAgenda,
  longMeeting,
  meetingBackend,
  silentAgenda,
  unreachable,
} from './meetings.ts';
import { noAccess, noNetwork, now, serverDown } from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  meeting: string | undefined;
  relationship: string | undefined;
  phase: MeetingPhase | undefined;
  readonly: boolean;
  explained: boolean;
  hideHeader: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/meeting-actions',
  component: 'meeting-actions',
  args: {
    backend: () => meetingBackend(),
    meeting: 'current',
    relationship: undefined,
    phase: undefined,
    readonly: false,
    explained: true,
    hideHeader: false,
    width: 860,
  },
  argTypes: { backend: { control: false } },
  render: ({ backend, meeting, relationship, phase, readonly, explained, hideHeader, ...frame }): TemplateResult =>
    framed(
      frame,
      html`<meeting-actions
        .backend=${backend()}
        .now=${now}
        meeting=${meeting ?? nothing}
        relationship=${relationship ?? nothing}
        phase=${phase ?? nothing}
        ?readonly=${readonly}
        ?explained=${explained}
        ?hide-header=${hideHeader}
      ></meeting-actions>`,
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const InProgress: Story = {};
export const Explained: Story = { args: { explained: false } };
export const Upcoming: Story = { args: { meeting: 'next' } };
export const Past: Story = { args: { meeting: 'past' } };
export const Review: Story = { args: { phase: 'review' } };
export const OfRelationship: Story = { args: { meeting: undefined, relationship: 'ana-petrovic-and-ben-okafor' } };
export const Manager: Story = { args: { backend: () => meetingBackend(undefined, 'ana-petrovic') } };
export const NoMeeting: Story = {
  args: {
    backend: () => meetingBackend(undefined, 'ana-petrovic'),
    meeting: undefined,
    relationship: 'ana-petrovic-and-clara-weiss',
  },
};
export const NothingYet: Story = { args: { backend: () => meetingBackend(emptyMeeting) } };
export const NothingAhead: Story = { args: { backend: () => meetingBackend(emptyAhead), meeting: 'next' } };
export const Loading: Story = { args: { backend: () => silentAgenda(meetingBackend()) } };
export const ServerDown: Story = { args: { backend: () => failingAgenda(meetingBackend(), serverDown) } };
export const Forbidden: Story = { args: { backend: () => failingAgenda(meetingBackend(), noAccess) } };
export const NotThere: Story = { args: { meeting: 'never' } };
export const Offline: Story = {
  args: { backend: () => unreachable(meetingBackend(), noNetwork) },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('meeting-actions');
    await element?.updateComplete;
    while (element?.isConnected && element.matches(':state(loading)')) {
      await new Promise((done) => setTimeout(done, 20));
    }
    for (const control of [...(element?.shadowRoot?.querySelectorAll<HTMLElement>('.check') ?? [])].slice(0, 3)) {
      control.click();
    }
  },
};
export const Readonly: Story = { args: { readonly: true } };
export const WithoutHead: Story = { args: { hideHeader: true } };
export const LongNames: Story = { args: { backend: () => meetingBackend(longMeeting) } };
export const Phone: Story = { args: { width: 320 } };
export const Narrow: Story = { args: { width: 240 } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar' } };
