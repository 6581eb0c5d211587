// Making a room where there is none: of a template, shown on a sample day with what its check finds, or empty.
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MutualActionPlan } from '../../src/mutual-action-plan/class.ts';
import type { RoomCreated } from '../../src/mutual-action-plan/plan-events.ts';
import { has, isAccessible, opens, textOf, the } from '../parts/roles.ts';
import { litWarnings, now, outline, workspace } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const relative = (amount: number, anchor: object) => ({ type: 'relative', amount, unit: 'day', anchor }) as never;

/** The element without a room, as Ada sees it; there is one template. */
async function setupOn(attributes: Record<string, string> = {}) {
  const as = workspace();
  await as('dora').templates.create({
    name: 'Enterprise evaluation',
    content: {
      kind: 'room',
      sections: [
        {
          key: 'start',
          name: 'Getting started',
          actions: [
            { key: 'kick', title: 'Kick-off', assignee: 'unassigned', due: relative(3, { type: 'roomCreated' }) },
            {
              key: 'nda',
              title: 'Sign the NDA',
              assignee: 'primaryContact',
              due: relative(2, { type: 'actionCompleted', action: 'kick' }),
            },
          ],
        },
      ],
    },
  });
  const plan = document.createElement('mutual-action-plan');
  for (const [name, value] of Object.entries(attributes)) plan.setAttribute(name, value);
  plan.backend = as('ada');
  plan.now = now;
  (await fixture<HTMLElement>(html`<div></div>`)).append(plan);
  await waitUntil(() => has(plan, 'button', 'Create room') && choices(plan).length === 2, 'the form does not come');
  return { plan, as };
}

const choices = (plan: MutualActionPlan) => [
  ...plan.renderRoot.querySelectorAll<HTMLInputElement>('input[name="setup-template"]'),
];

const sample = (plan: MutualActionPlan) => textOf(plan.renderRoot.querySelector('.sample'));

describe('<mutual-action-plan> without a room', () => {
  it('is accessible, and free of Lit warnings', async () => {
    const { plan } = await setupOn();
    choices(plan)[1]?.click();
    await waitUntil(() => sample(plan).includes('Kick-off'), 'the template is not shown');
    await isAccessible(plan);
    expect(litWarnings()).to.deep.equal([]);
  });

  it('shows the dates of a room made on a sample day, and what is worth a look', async () => {
    const { plan } = await setupOn();
    choices(plan)[1]?.click();
    await waitUntil(() => sample(plan).includes('Kick-off'), 'the template is not shown');
    expect(sample(plan)).to.contain('Made on Friday, 15 May 2026');
    expect(sample(plan)).to.match(/Kick-off: nobody will hold it/);
    expect(sample(plan)).to.match(/Sign the NDA Primary contact estimate Wed/);
    the(plan, 'button', 'Another day').click();
    await opens(plan);
    await sendKeys({ type: '1 june 2026' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => sample(plan).includes('Monday, 1 June 2026'), 'the day is not taken');
  });

  it('makes the room, says so, and shows its plan', async () => {
    const { plan, as } = await setupOn({ company: 'globex' });
    const made = new Promise<RoomCreated>((resolve) => {
      plan.addEventListener('room-created', (event) => resolve(event as RoomCreated));
    });
    choices(plan)[1]?.click();
    the(plan, 'textbox', /Name of the room/).focus();
    await sendKeys({ type: 'Globex rollout' });
    await sendKeys({ press: 'Enter' });
    const { room } = await made;
    expect(room.name).to.equal('Globex rollout');
    await waitUntil(() => outline(plan).length === 3, 'its plan does not come');
    expect(outline(plan)).to.deep.equal(['GETTING STARTED', 'Kick-off', 'Sign the NDA']);
    expect((await as('ada').rooms.list()).items).to.have.length(1);
  });

  it('asks for what is missing, and keeps what was typed', async () => {
    const { plan, as } = await setupOn();
    the(plan, 'button', 'Create room').click();
    await plan.updateComplete;
    expect(textOf(plan.renderRoot.querySelector('#setup-name-fault'))).to.equal('Type a name.');
    the(plan, 'textbox', /Name of the room/).focus();
    await sendKeys({ type: 'Rollout' });
    await sendKeys({ press: 'Enter' });
    await plan.updateComplete;
    expect(textOf(plan.renderRoot.querySelector('#setup-company-fault'))).to.equal('Choose whose room it is.');
    expect((the(plan, 'textbox', /Name of the room/) as HTMLInputElement).value).to.equal('Rollout');
    expect((await as('ada').rooms.list()).items).to.have.length(0);
  });

  it('says to a customer’s person that rooms are not theirs to make', async () => {
    const as = workspace();
    const plan = document.createElement('mutual-action-plan');
    plan.backend = as('gus');
    plan.now = now;
    (await fixture<HTMLElement>(html`<div></div>`)).append(plan);
    await waitUntil(() => plan.renderRoot?.querySelector('[part="error"]') != null, 'nothing is said');
    expect(textOf(plan.renderRoot.querySelector('[part="error"]'))).to.contain('Rooms are made by your own team');
  });
});
