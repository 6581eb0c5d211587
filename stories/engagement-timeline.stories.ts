import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '@followthrough/core/backend';
import type { EngagementTimeline, EngagementView, TimelineGrouping } from '@followthrough/elements';
import '@followthrough/elements/define.js';
import {
  ACTIVE,
  ADMIN,
  COACH,
  COACHEE,
  coaching,
  DRAFT,
  EMPTY,
  failingEngagements,
  longCoaching,
  losingEngagements,
  OVER,
  PAIR,
  refusingEngagements,
  SHARED,
  silentEngagements,
  SPECTATOR,
} from './engagements.ts';
import { framed, type Frame } from './frame.ts';
import { backendFor, noAccess, noNetwork, now, serverDown } from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  engagement: string;
  view?: EngagementView;
  groupBy?: TimelineGrouping;
  density?: string;
  readonly: boolean;
}

const as = (viewerId: string) => backendFor(viewerId, coaching);

const meta: Meta<Args> = {
  title: 'Elements/engagement-timeline',
  component: 'engagement-timeline',
  args: { backend: () => as(ADMIN), engagement: SHARED, readonly: false },
  argTypes: { backend: { control: false } },
  render: ({ backend, engagement, view, groupBy, density, readonly, ...frame }): TemplateResult =>
    framed(
      frame,
      html`<engagement-timeline
        heading-level="2"
        .backend=${backend()}
        .now=${now}
        engagement=${engagement}
        view=${ifDefined(view)}
        group-by=${ifDefined(groupBy)}
        density=${ifDefined(density)}
        ?readonly=${readonly}
      ></engagement-timeline>`,
    ),
  // What is checked of a story is checked when all of it is there.
  play: async ({ canvasElement }) => {
    await settled(canvasElement);
  },
};
export default meta;
type Story = StoryObj<Args>;

/** The engagement of the canvas, once it shows what it will. */
async function settled(canvas: HTMLElement): Promise<EngagementTimeline> {
  const timeline = canvas.querySelector('engagement-timeline');
  if (!timeline) throw new Error('the story has no engagement');
  do await new Promise((done) => setTimeout(done, 60));
  while (timeline.isConnected && waits(timeline));
  return timeline;
}

/** Whether something in it still loads: grey bars stand for it. */
function waits(timeline: EngagementTimeline): boolean {
  return timeline.renderRoot.querySelector('.skeletons') !== null;
}

/** Presses what is called so, and waits until it has opened something. */
async function opened(canvas: HTMLElement, selector: string): Promise<void> {
  const timeline = await settled(canvas);
  timeline.renderRoot.querySelector<HTMLElement>(selector)?.click();
  while (timeline.isConnected && !timeline.renderRoot.querySelector('.popover:popover-open, dialog[open]'))
    await new Promise((done) => setTimeout(done, 60));
}

const item = (at: number, within: string) => `[data-id="${SHARED}-${at}"] ${within}`;

export const Admin: Story = {};
export const Coach: Story = { args: { backend: () => as(COACH) } };
export const Coachee: Story = { args: { backend: () => as(COACHEE) } };
export const Spectator: Story = { args: { backend: () => as(SPECTATOR) } };

export const Draft: Story = { args: { engagement: DRAFT } };
export const ActiveNotShared: Story = { args: { engagement: ACTIVE } };
export const ActiveForCoach: Story = { args: { engagement: ACTIVE, backend: () => as(COACH) } };
export const SharedByTwo: Story = { args: { engagement: PAIR, backend: () => as(COACH) } };
export const OneOfTwo: Story = { args: { engagement: PAIR, backend: () => as('dev-sharma') } };
export const Over: Story = { args: { engagement: OVER } };
export const Empty: Story = { args: { engagement: EMPTY } };
export const Ungrouped: Story = { args: { groupBy: 'none' } };
export const LongNames: Story = { args: { backend: () => backendFor(ADMIN, longCoaching) } };

/** On a strip of weeks, what is not scheduled beside it. */
const strip = (args: Partial<Args> = {}): Story => ({ args: { view: 'calendar-strip', ...args } });
export const Strip: Story = strip();
export const StripForCoachee: Story = strip({ backend: () => as(COACHEE) });
export const StripForSpectator: Story = strip({ backend: () => as(SPECTATOR) });
export const StripOfDraft: Story = strip({ engagement: DRAFT });
export const StripAhead: Story = strip({ engagement: ACTIVE });
export const StripOver: Story = strip({ engagement: OVER });
export const StripReadonly: Story = strip({ readonly: true });
export const StripCompact: Story = strip({ density: 'compact' });
export const StripWithLongNames: Story = strip({ backend: () => backendFor(ADMIN, longCoaching) });
export const StripDark: Story = strip({ scheme: 'dark' });
export const StripNarrow: Story = strip({ width: 600 });
export const StripOnPhone: Story = strip({ width: 320 });
export const StripOnPhoneForCoachee: Story = strip({ width: 320, backend: () => as(COACHEE) });
export const StripNarrowest: Story = strip({ width: 240 });
export const StripRightToLeft: Story = strip({ direction: 'rtl', language: 'ar' });

export const Scheduling: Story = {
  args: { backend: () => as(COACH) },
  play: ({ canvasElement }) => opened(canvasElement, item(9, '.item-act')),
};
export const SchedulingSession: Story = {
  args: { backend: () => as(COACH) },
  play: ({ canvasElement }) => opened(canvasElement, item(10, '.item-act')),
};
export const PickingTime: Story = {
  args: { backend: () => as(COACHEE) },
  play: ({ canvasElement }) => opened(canvasElement, item(8, '.item-act')),
};
export const Sharing: Story = {
  args: { engagement: ACTIVE },
  play: ({ canvasElement }) => opened(canvasElement, '.button.share'),
};
export const Answering: Story = {
  args: { engagement: PAIR, backend: () => as('dev-sharma') },
  play: ({ canvasElement }) => opened(canvasElement, `[data-id="${PAIR}-1"] .item-act`),
};
export const Answers: Story = {
  args: { backend: () => as(COACH) },
  play: ({ canvasElement }) => opened(canvasElement, item(1, '.item-title')),
};
export const WritingFeedback: Story = {
  args: { backend: () => as(COACHEE) },
  play: ({ canvasElement }) => opened(canvasElement, item(5, '.item-act')),
};
export const SessionDetails: Story = {
  args: { backend: () => as(COACHEE) },
  play: ({ canvasElement }) => opened(canvasElement, item(6, '.item-title')),
};
export const EditingAssessment: Story = {
  play: async ({ canvasElement }) => {
    await opened(canvasElement, item(11, '.item-title'));
    const timeline = await settled(canvasElement);
    timeline.renderRoot.querySelector<HTMLElement>('dialog .form-buttons .start')?.click();
    while (timeline.isConnected && !timeline.renderRoot.querySelector('dialog.item-form[open]'))
      await new Promise((done) => setTimeout(done, 60));
  },
};

export const Loading: Story = {
  args: { backend: () => silentEngagements(as(ADMIN)) },
  play: async ({ canvasElement }) => {
    const timeline = canvasElement.querySelector('engagement-timeline');
    while (timeline?.isConnected && !waits(timeline)) await new Promise((done) => setTimeout(done, 60));
  },
};
export const ServerDown: Story = { args: { backend: () => failingEngagements(as(ADMIN), serverDown) } };
export const Offline: Story = { args: { backend: () => failingEngagements(as(ADMIN), noNetwork) } };
export const OfflineWhileShown: Story = {
  args: { backend: () => losingEngagements(as(COACH), noNetwork) },
  play: async ({ canvasElement }) => {
    const timeline = await settled(canvasElement);
    await timeline.refresh();
    await settled(canvasElement);
  },
};
export const Forbidden: Story = { args: { backend: () => failingEngagements(as(ADMIN), noAccess) } };
export const NotTheirs: Story = { args: { backend: () => as('umar-aziz') } };
export const ChangesRefused: Story = { args: { backend: () => refusingEngagements(as(COACH), noAccess) } };
export const Readonly: Story = { args: { readonly: true } };

export const Compact: Story = { args: { density: 'compact' } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const DarkForCoachee: Story = { args: { scheme: 'dark', backend: () => as(COACHEE) } };
export const Phone: Story = { args: { width: 320 } };
export const PhoneForCoachee: Story = { args: { width: 320, backend: () => as(COACHEE) } };
export const Narrowest: Story = { args: { width: 240 } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar' } };
