import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '@followthrough/core/backend';
import type { MutualActionPlan, TimelineScale } from '@followthrough/elements';
import '@followthrough/elements/define.js';
import { framed, type Frame } from './frame.ts';
import { brokenDates, failingPlans, loop, losingPlans, noDates, silentPlans, twoThousand } from './plans.ts';
import { backendFor, longNames, noAccess, noNetwork, now, refusing, serverDown } from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  /** Empty: none. */
  room: string;
  company?: string;
  view?: 'list' | 'timeline';
  scale?: TimelineScale;
  side?: 'all' | 'us' | 'them';
  density?: string;
  readonly: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/mutual-action-plan',
  component: 'mutual-action-plan',
  args: { backend: () => backendFor(), room: 'globex-evaluation', readonly: false },
  argTypes: { backend: { control: false } },
  render: ({ backend, room, company, view, scale, side, density, readonly, ...frame }): TemplateResult =>
    framed(
      frame,
      html`<mutual-action-plan
        heading-level="2"
        .backend=${backend()}
        .now=${now}
        room=${ifDefined(room === '' ? undefined : room)}
        company=${ifDefined(company)}
        view=${ifDefined(view)}
        scale=${ifDefined(scale)}
        side=${ifDefined(side)}
        density=${ifDefined(density)}
        ?readonly=${readonly}
      ></mutual-action-plan>`,
    ),
  // What is checked of a story is checked when all of it is there.
  play: async ({ canvasElement }) => {
    await settled(canvasElement);
  },
};
export default meta;
type Story = StoryObj<Args>;

/** The plan of the canvas, once it shows what it will. */
async function settled(canvas: HTMLElement): Promise<MutualActionPlan> {
  const plan = canvas.querySelector('mutual-action-plan');
  if (!plan) throw new Error('the story has no plan');
  do await new Promise((done) => setTimeout(done, 60));
  while (plan.isConnected && waits(plan));
  return plan;
}

/** Whether something in it still loads: grey bars stand for it. */
function waits(plan: MutualActionPlan): boolean {
  return plan.renderRoot.querySelector('.skeletons') !== null;
}

export const HalfWay: Story = {};
export const JustMade: Story = { args: { room: 'meridian-evaluation' } };
export const Begun: Story = { args: { room: 'oakhurst-evaluation' } };
export const AtRisk: Story = { args: { room: 'brightwater-renewal' } };
export const Late: Story = { args: { room: 'meridian-onboarding' } };
export const WaitingOnTheCustomer: Story = { args: { room: 'globex-security', side: 'them' } };
export const NothingWaitsOnUs: Story = { args: { room: 'kestrel-security', side: 'us' } };
export const Completed: Story = { args: { room: 'kestrel-onboarding' } };
export const NoTargetDate: Story = { args: { room: 'brightwater-evaluation' } };
export const ContactLeft: Story = { args: { room: 'ponte-evaluation' } };
export const PinnedDate: Story = { args: { room: 'indus-renewal' } };
export const Empty: Story = { args: { room: 'indus-roadmap' } };
export const EmptyForGuest: Story = { args: { backend: () => backendFor('amir-khan'), room: 'indus-roadmap' } };
export const NoDates: Story = { args: { backend: () => backendFor('ana-petrovic', noDates) } };
export const BrokenAndWaitingDates: Story = { args: { backend: () => backendFor('ana-petrovic', brokenDates) } };
export const LoopFromImport: Story = { args: { backend: () => backendFor('ana-petrovic', loop) } };
export const TwoThousandActions: Story = { args: { backend: () => backendFor('ana-petrovic', twoThousand) } };
export const LongNames: Story = { args: { backend: () => backendFor('ana-petrovic', longNames) } };

export const Guest: Story = { args: { backend: () => backendFor('dana-whitfield') } };
export const PartnersGuest: Story = { args: { backend: () => backendFor('lena-brandt') } };
export const ViewAsGuest: Story = {
  play: async ({ canvasElement }) => {
    const plan = await settled(canvasElement);
    await plan.planStore?.lookAs('dana-whitfield');
    await settled(canvasElement);
  },
};

export const Timeline: Story = { args: { view: 'timeline' } };
export const TimelineByMonth: Story = { args: { view: 'timeline', scale: 'month' } };
export const TimelineToFit: Story = { args: { view: 'timeline', scale: 'fit', room: 'meridian-onboarding' } };
export const TimelineForGuest: Story = { args: { view: 'timeline', backend: () => backendFor('dana-whitfield') } };
export const TimelineOfTwoThousand: Story = {
  args: { view: 'timeline', backend: () => backendFor('ana-petrovic', twoThousand) },
};
export const TimelineWithoutDates: Story = {
  args: { view: 'timeline', backend: () => backendFor('ana-petrovic', noDates) },
};
export const TimelineDark: Story = { args: { view: 'timeline', scheme: 'dark' } };
export const TimelineOnPhone: Story = { args: { view: 'timeline', width: 320 } };
export const TimelineRightToLeft: Story = { args: { view: 'timeline', direction: 'rtl', language: 'ar' } };

export const NewRoom: Story = { args: { room: '', company: 'meridian' } };
export const NewRoomOfAnyCompany: Story = { args: { room: '' } };

export const RoomSettings: Story = {
  play: async ({ canvasElement }) => {
    await openSettings(canvasElement);
  },
};
export const RoomSettingsOnPhone: Story = {
  args: { width: 320, scheme: 'dark' },
  play: async ({ canvasElement }) => {
    await openSettings(canvasElement);
  },
};
export const RoomSettingsChangedByTwo: Story = {
  play: async ({ canvasElement }) => {
    const plan = await openSettings(canvasElement);
    const { rooms } = plan.backend as Backend;
    const { version } = await rooms.get('globex-evaluation');
    await rooms.update('globex-evaluation', { name: 'Globex, second try' }, { version });
    const form = plan.renderRoot.querySelector('dialog.room-settings');
    const name = form?.querySelector<HTMLInputElement>('.settings-name');
    if (name) name.value = 'Globex, once more';
    name?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    form?.querySelector<HTMLButtonElement>('[type="submit"]')?.click();
  },
};

export const Loading: Story = {
  args: { backend: () => silentPlans(backendFor()) },
  play: async ({ canvasElement }) => {
    const plan = canvasElement.querySelector('mutual-action-plan');
    while (plan?.isConnected && !waits(plan)) await new Promise((done) => setTimeout(done, 60));
  },
};
export const ServerDown: Story = { args: { backend: () => failingPlans(backendFor(), serverDown) } };
export const Offline: Story = { args: { backend: () => failingPlans(backendFor(), noNetwork) } };
export const OfflineWhileShown: Story = {
  args: { backend: () => losingPlans(backendFor(), noNetwork) },
  play: async ({ canvasElement }) => {
    const plan = await settled(canvasElement);
    await plan.refresh();
    await settled(canvasElement);
  },
};
export const Forbidden: Story = { args: { backend: () => failingPlans(backendFor(), noAccess) } };
export const NoSuchRoom: Story = { args: { room: 'no-such-room' } };
export const NotSharedWithThem: Story = {
  args: { backend: () => backendFor('dana-whitfield'), room: 'meridian-evaluation' },
};
export const ChangesRefused: Story = { args: { backend: () => refusing(backendFor(), serverDown) } };
export const Readonly: Story = { args: { readonly: true } };

export const Compact: Story = { args: { density: 'compact' } };
export const Dark: Story = { args: { scheme: 'dark' } };
export const Phone: Story = { args: { width: 320 } };
export const Narrowest: Story = { args: { width: 240 } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar' } };

async function openSettings(canvas: HTMLElement): Promise<MutualActionPlan> {
  const plan = await settled(canvas);
  const press = async (found: () => HTMLElement | null | undefined): Promise<void> => {
    while (plan.isConnected && !found()) await new Promise((done) => setTimeout(done, 60));
    found()?.click();
  };
  const menuItems = () => [...plan.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  await press(() => plan.renderRoot.querySelector<HTMLElement>('[part="header"] [aria-haspopup="menu"]'));
  await press(() => menuItems().find((item) => item.textContent.includes('Room settings')));
  while (plan.isConnected && !plan.renderRoot.querySelector('dialog.room-settings[open]'))
    await new Promise((done) => setTimeout(done, 60));
  return plan;
}
