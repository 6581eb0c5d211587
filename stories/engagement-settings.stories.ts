import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Backend } from '@followthrough/core/backend';
import type { EngagementPatch } from '@followthrough/core/schema';
import type { EngagementSettings } from '@followthrough/elements';
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
  refusingEngagements,
  SHARED,
  silentEngagements,
  SPECTATOR,
} from './engagements.ts';
import { framed, type Frame } from './frame.ts';
import { backendFor, noNetwork, now, serverDown } from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  engagement: string;
  readonly: boolean;
  autosave?: boolean;
  sections?: string;
  density?: string;
  /** Written, and not saved. */
  written?: EngagementPatch;
  /** Whether Save is pressed then. */
  saves?: boolean;
}

const admin = () => backendFor(ADMIN, coaching);

const meta: Meta<Args> = {
  title: 'Elements/engagement-settings',
  component: 'engagement-settings',
  args: { backend: admin, engagement: SHARED, readonly: false },
  argTypes: { backend: { control: false } },
  // What an earlier story left unsaved is not this one's.
  beforeEach: () => sessionStorage.clear(),
  render: ({
    backend,
    engagement,
    readonly,
    autosave,
    sections,
    density,
    written: _written,
    saves: _saves,
    ...frame
  }): TemplateResult =>
    framed(
      frame,
      html`<engagement-settings
        heading-level="2"
        .backend=${backend()}
        .now=${now}
        engagement=${engagement}
        density=${ifDefined(density)}
        sections=${ifDefined(sections)}
        ?autosave=${autosave}
        ?readonly=${readonly}
      ></engagement-settings>`,
    ),
  // What is checked of a story is checked when all of it is there.
  play: async ({ canvasElement, args: { written, saves, autosave } }) => {
    const settings = await shown(canvasElement);
    if (written) settings.settingsStore?.write(written);
    if (saves) await (autosave ? settings.settingsStore?.save('sound') : settings.save());
    await settings.updateComplete;
  },
};
export default meta;
type Story = StoryObj<Args>;

async function shown(canvas: HTMLElement): Promise<EngagementSettings> {
  const settings = canvas.querySelector('engagement-settings');
  if (!settings) throw new Error('the story has no settings');
  do await new Promise((done) => setTimeout(done, 60));
  while (settings.isConnected && !settings.renderRoot.querySelector('.settings-form, .read-only, [part="error"]'));
  return settings;
}

export const Shared: Story = {};
export const Draft: Story = { args: { engagement: DRAFT } };
export const NothingSet: Story = { args: { engagement: EMPTY } };
export const OwnTimeZone: Story = { args: { engagement: ACTIVE } };
export const Unsaved: Story = { args: { written: { title: 'Leading, the second time' } } };
export const AnotherStart: Story = { args: { engagement: DRAFT, written: { startDate: '2026-06-15' } } };
export const Faults: Story = {
  args: { written: { title: '', endDate: '2026-01-01', spectatorIds: [COACHEE, 'gone'] }, saves: true },
};
export const NotSaved: Story = {
  args: {
    backend: () => refusingEngagements(admin(), serverDown),
    written: { title: 'Leading, the second time' },
    saves: true,
  },
};
export const Offline: Story = {
  args: {
    backend: () => refusingEngagements(admin(), noNetwork),
    written: { title: 'Leading, the second time' },
    saves: true,
  },
};
export const ChangedTwice: Story = {
  args: {
    backend: () => {
      const backend = admin();
      const update: Backend['engagements']['update'] = async (id, patch, options) => {
        // Somebody else is a moment earlier.
        await backend.engagements.update(id, { title: 'Leading with care' }, { version: options.version });
        return backend.engagements.update(id, patch, options);
      };
      return { ...backend, engagements: { ...backend.engagements, update } };
    },
    written: { title: 'Leading, the second time' },
    saves: true,
  },
};
const TWO = { title: 'Leading, the second time', selfScheduling: true };

export const SavesItself: Story = { args: { autosave: true, written: TWO, saves: true } };
export const SavesItselfButAsks: Story = {
  args: { autosave: true, engagement: DRAFT, written: { ...TWO, startDate: '2026-06-15' }, saves: true },
};
export const SavesItselfAndFails: Story = {
  args: {
    autosave: true,
    backend: () => refusingEngagements(admin(), serverDown),
    ...{ written: TWO, saves: true },
  },
};
export const SomeSections: Story = { args: { sections: 'welcome spectators' } };
export const NewInvoicingMethod: Story = {
  play: async ({ canvasElement }) => {
    const settings = await shown(canvasElement);
    settings.renderRoot.querySelector<HTMLElement>('#settings-coach-method-create')?.click();
    await settings.updateComplete;
  },
};
export const Deleted: Story = {
  play: async ({ canvasElement }) => {
    const settings = await shown(canvasElement);
    settings.renderRoot.querySelector<HTMLElement>('.settings-delete')?.click();
    while (settings.isConnected && !settings.renderRoot.querySelector('.settings-undo'))
      await new Promise((done) => setTimeout(done, 60));
  },
};
export const ReadOnly: Story = { args: { readonly: true } };
export const ForTheCoach: Story = { args: { backend: () => backendFor(COACH, coaching) } };
export const ForACoachee: Story = { args: { backend: () => backendFor(COACHEE, coaching) } };
export const ForASpectator: Story = { args: { backend: () => backendFor(SPECTATOR, coaching) } };
export const Gone: Story = { args: { engagement: 'no-such-engagement' } };
export const ServerDown: Story = { args: { backend: () => failingEngagements(admin(), serverDown) } };
export const Loading: Story = {
  args: { backend: () => silentEngagements(admin()) },
  play: async ({ canvasElement }) => {
    const settings = canvasElement.querySelector('engagement-settings');
    while (settings?.isConnected && !settings.renderRoot.querySelector('.skeletons'))
      await new Promise((done) => setTimeout(done, 60));
  },
};
export const LongNames: Story = { args: { backend: () => backendFor(ADMIN, longCoaching) } };
export const Compact: Story = { args: { density: 'compact' } };
export const Dark: Story = { args: { scheme: 'dark', written: { title: 'Leading, the second time' } } };
export const Phone: Story = { args: { width: 320, written: { title: 'Leading, the second time' } } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar' } };
