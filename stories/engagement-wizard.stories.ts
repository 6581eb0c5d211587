import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { EngagementWizard, WizardPresets } from '@followthrough/elements';
import '@followthrough/elements/define.js';
import { ADMIN, COACH, COACHEE, coaching, longCoaching } from './engagements.ts';
import { framed, type Frame } from './frame.ts';
import { backendFor, now, serverDown } from './workspaces.ts';

interface Args extends Frame {
  backend: () => Backend;
  presets: WizardPresets;
  steps?: string;
  dialog: boolean;
  density?: string;
  /** How many steps have been gone on. */
  at: 0 | 1 | 2 | 3 | 4 | 5;
}

const THREE = { coacheeIds: [COACHEE, 'clara-weiss', 'dev-sharma'] };
const READY = { ...THREE, coachId: COACH };
const admin = () => backendFor(ADMIN, coaching);

const meta: Meta<Args> = {
  title: 'Elements/engagement-wizard',
  component: 'engagement-wizard',
  args: { backend: admin, presets: READY, dialog: false, at: 0 },
  argTypes: { backend: { control: false } },
  render: ({ backend, presets, steps, dialog, density, at: _at, ...frame }): TemplateResult =>
    framed(
      frame,
      html`<engagement-wizard
        heading-level="2"
        .backend=${backend()}
        .now=${now}
        .presets=${presets}
        steps=${ifDefined(steps)}
        density=${ifDefined(density)}
        ?dialog=${dialog}
        ?open=${dialog}
      ></engagement-wizard>`,
    ),
  // What is checked of a story is checked when all of it is there.
  play: async ({ canvasElement, args: { at } }) => {
    const wizard = await shown(canvasElement);
    for (let step = 0; step < at; step++) await goOn(wizard);
  },
};
export default meta;
type Story = StoryObj<Args>;

const pause = () => new Promise((done) => setTimeout(done, 60));

async function shown(canvas: HTMLElement): Promise<EngagementWizard> {
  const wizard = canvas.querySelector('engagement-wizard');
  if (!wizard) throw new Error('the story has no wizard');
  do await pause();
  while (wizard.isConnected && !wizard.renderRoot.querySelector('.wizard-heading, [part="error"]'));
  return wizard;
}

/** Presses the button that goes on, and waits until what comes is there. */
async function goOn(wizard: EngagementWizard): Promise<void> {
  const before = wizard.renderRoot.querySelector('.wizard-heading')?.textContent;
  wizard.renderRoot.querySelector<HTMLElement>('button[type="submit"]')?.click();
  for (let waited = 0; waited < 40 && wizard.isConnected; waited++) {
    await pause();
    const now = wizard.renderRoot.querySelector('.wizard-heading')?.textContent;
    if (now !== before || wizard.renderRoot.querySelector('.error-summary')) break;
  }
}

export const Coachees: Story = { args: { presets: THREE } };
export const NobodyChosen: Story = { args: { presets: {} } };
export const SomethingMissing: Story = { args: { presets: {}, at: 1 } };
export const PeopleWhoAreGone: Story = { args: { presets: { coacheeIds: [COACHEE, 'gone'] }, at: 1 } };
export const Coach: Story = { args: { at: 1 } };
export const CoachIsCoachee: Story = { args: { presets: { ...THREE, coachId: COACHEE }, at: 2 } };
export const Templates: Story = { args: { at: 2 } };
export const NoTemplates: Story = {
  args: { backend: () => backendFor(ADMIN, { ...coaching, templates: [] }), at: 2 },
};
export const Review: Story = { args: { at: 3 } };
export const SettingsOfTheirOwn: Story = { args: { steps: 'coachees coach template settings review', at: 3 } };
export const ReviewAfterSettings: Story = { args: { steps: 'coachees coach template settings review', at: 4 } };
export const AnotherOrder: Story = { args: { steps: 'template coach coachees review', presets: THREE } };
export const StepsLeftOut: Story = { args: { steps: 'template review', at: 1 } };
export const Made: Story = { args: { at: 4 } };
export const PartlyMade: Story = {
  args: {
    backend: () => {
      const backend = admin();
      return {
        ...backend,
        engagements: {
          ...backend.engagements,
          create: async (draft, options) => {
            const { results } = await backend.engagements.create({ ...draft, coacheeIds: [COACHEE] }, options);
            return {
              results: [
                ...results,
                { coacheeIds: ['clara-weiss'], outcome: 'refused', reason: 'unknown-person' },
                { coacheeIds: ['dev-sharma'], outcome: 'skipped', reason: 'duplicate' },
              ],
            };
          },
        },
      };
    },
    at: 4,
  },
};
export const Making: Story = {
  args: {
    backend: () => {
      const backend = admin();
      return { ...backend, engagements: { ...backend.engagements, create: () => new Promise(() => {}) } };
    },
    at: 4,
  },
};
export const NoAnswer: Story = {
  args: {
    backend: () => {
      const backend = admin();
      const create = () => Promise.reject(new BackendError('network', { detail: 'No answer came.' }));
      return { ...backend, engagements: { ...backend.engagements, create } };
    },
    at: 4,
  },
};
export const Dialog: Story = { args: { dialog: true, presets: THREE } };
export const LongNames: Story = { args: { backend: () => backendFor(ADMIN, longCoaching), at: 3 } };
export const NotAnAdmin: Story = { args: { backend: () => backendFor(COACHEE, coaching) } };
export const ServerDown: Story = {
  args: {
    backend: () => {
      const backend = admin();
      return { ...backend, groups: { ...backend.groups, list: () => Promise.reject(serverDown) } };
    },
  },
};
export const Compact: Story = { args: { density: 'compact', at: 3 } };
export const Dark: Story = { args: { scheme: 'dark', at: 3 } };
export const Phone: Story = { args: { width: 320, presets: THREE } };
export const PhoneReview: Story = { args: { width: 320, at: 3 } };
export const RightToLeft: Story = { args: { direction: 'rtl', language: 'ar', at: 3 } };
