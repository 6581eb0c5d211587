// Making engagements as an admin does: who, with whom, from what, and what is said where something stands in the way.
import { expect } from '@open-wc/testing';
import { BackendError } from '@followthrough/core/backend';
import type { EngagementWizard } from '../../src/engagement-wizard/class.ts';
import type { EngagementCreated, StepBeforeChange, WizardFinished } from '../../src/engagement-wizard/wizard-events.ts';
import {
  all,
  focused,
  focusedName,
  has,
  isAccessible,
  nameOf,
  press,
  settled,
  textOf,
  the,
  type,
  until,
} from '../parts/roles.ts';
import { fired, litWarnings, withTemplate, wizardOn, workspace } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const step = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('[aria-current="step"]'));
const heading = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('.wizard-heading'));
const summary = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('.error-summary'));
const chips = (wizard: EngagementWizard) =>
  [...wizard.renderRoot.querySelectorAll('.chip')].map((chip) => textOf(chip.querySelector('.chip-label')));

async function click(wizard: EngagementWizard, role: string, name: string | RegExp): Promise<void> {
  the(wizard, role, name).click();
  await settled(wizard);
}

/** Finds somebody by typing, and takes them. */
async function pick(wizard: EngagementWizard, field: string, name: string): Promise<void> {
  the(wizard, 'combobox', field).focus();
  await type(wizard, name);
  await until(
    () => all(wizard, 'option').length === 1 && nameOf(all(wizard, 'option')[0] as Element).includes(name),
    `only ${name} is found`,
  );
  await press(wizard, 'Enter');
}

/** At the last step, with these coachees. */
async function atReview(wizard: EngagementWizard, coachees: readonly string[] = ['Ann']): Promise<void> {
  for (const name of coachees) await pick(wizard, 'Coachees', name);
  await click(wizard, 'button', 'Next');
  await pick(wizard, 'Coach', 'Cora');
  await click(wizard, 'button', 'Next');
  await click(wizard, 'button', /^Skip/);
  await until(() => heading(wizard) === 'Review and create', 'the review');
}

describe('<engagement-wizard>', () => {
  it('is accessible while people are chosen', async () => {
    const wizard = await wizardOn(workspace()('dora'));
    await until(() => all(wizard, 'option').length > 0, 'people are offered');
    await pick(wizard, 'Coachees', 'Ann');
    await isAccessible(wizard);
  });

  it('is accessible where something is missing', async () => {
    const wizard = await wizardOn(workspace()('dora'));
    wizard.renderRoot.querySelector<HTMLInputElement>('input[value="group"]')?.click();
    await settled(wizard);
    await click(wizard, 'button', 'Next');
    await isAccessible(wizard);
  });

  it('is accessible at a template and at the review', async () => {
    const as = workspace();
    await withTemplate(as);
    const wizard = await wizardOn(as('dora'), { presets: { coacheeIds: ['ann', 'ben'], coachId: 'cora' } });
    await click(wizard, 'button', 'Next');
    await click(wizard, 'button', 'Next');
    wizard.renderRoot.querySelector<HTMLInputElement>('input[name="wizard-template"]')?.click();
    await until(() => wizard.renderRoot.querySelector('.wizard-item') !== null, 'the items');
    await isAccessible(wizard);
    await click(wizard, 'button', 'Next');
    await isAccessible(wizard);
  });

  it('is accessible once they are made, and free of Lit warnings', async () => {
    const wizard = await wizardOn(workspace()('dora'), { presets: { groupId: 'leaders', coachId: 'cora' } });
    for (const name of ['Next', 'Next', /^Skip/, /^Create/]) await click(wizard, 'button', name);
    await until(() => has(wizard, 'button', 'Done'), 'they are made');
    await isAccessible(wizard);
    expect(litWarnings()).to.deep.equal([]);
  });

  it('makes one engagement for each coachee, as drafts, and tells of each', async () => {
    const as = workspace();
    const wizard = await wizardOn(as('dora'));
    const made: string[] = [];
    wizard.addEventListener('engagement-created', (event: EngagementCreated) => made.push(event.engagement.title));
    const finished = fired<WizardFinished>(wizard, 'wizard-finished');
    await pick(wizard, 'Coachees', 'Ann');
    await pick(wizard, 'Coachees', 'Ben');
    expect(chips(wizard)).to.deep.equal(['Ann Archer', 'Ben Okafor']);
    expect(textOf(wizard.renderRoot.querySelector('.wizard-count'))).to.contain('2 engagements will be made');
    await click(wizard, 'button', 'Next');
    await pick(wizard, 'Coach', 'Cora');
    await click(wizard, 'button', 'Next');
    await click(wizard, 'button', 'Skip and start from scratch');
    expect(textOf(wizard.renderRoot.querySelector('.wizard-summary'))).to.match(
      /Ann Archer and Ben Okafor.*Cora Coach.*From scratch.*2, one for each coachee.*nobody but admins sees them/,
    );
    await click(wizard, 'button', 'Create 2 engagements');
    await until(() => has(wizard, 'button', 'Done'), 'they are made');
    expect(heading(wizard)).to.equal('2 engagements are made');
    expect(made).to.deep.equal(['Coaching with Ann Archer', 'Coaching with Ben Okafor']);
    const { items } = await as('dora').engagements.list();
    expect(items.map(({ status, coachId }) => [status, coachId])).to.deep.equal([
      ['draft', 'cora'],
      ['draft', 'cora'],
    ]);
    expect((await as('ann').engagements.list()).items).to.deep.equal([]);
    await click(wizard, 'button', 'Done');
    expect((await finished).engagements).to.have.length(2);
    expect(chips(wizard)).to.deep.equal([]);
  });

  it('makes one for all of a group, from a template, with title and dates', async () => {
    const as = workspace();
    await withTemplate(as);
    const wizard = await wizardOn(as('dora'));
    wizard.renderRoot.querySelector<HTMLInputElement>('input[value="group"]')?.click();
    await settled(wizard);
    await pick(wizard, 'Group', 'New leaders');
    expect(textOf(wizard.renderRoot.querySelector('.wizard-members'))).to.equal(
      'Ann Archer, Ben Okafor, and Cora Coach'.replace(', and', ' and'),
    );
    the(wizard, 'switch', 'One shared by all').click();
    await settled(wizard);
    expect(textOf(wizard.renderRoot.querySelector('.wizard-count'))).to.equal('One engagement, shared by 3 people.');
    await click(wizard, 'button', 'Next');
    await pick(wizard, 'Coach', 'Eve');
    await click(wizard, 'button', 'Next');
    wizard.renderRoot.querySelector<HTMLInputElement>('input[name="wizard-template"]')?.click();
    await until(() => wizard.renderRoot.querySelectorAll('.wizard-item').length === 3, 'its items');
    expect(textOf(wizard.renderRoot.querySelector('.wizard-preview'))).to.match(
      /If it starts on Friday,? 15 May 2026.*Where do you stand\?\s*Released at once · Due 22 May.*60 min.*Released 29 May/,
    );
    await click(wizard, 'button', 'Another day');
    await waitUntil(() => wizard.renderRoot.querySelector('.popover:popover-open') !== null);
    await type(wizard, '1 june 2026');
    await press(wizard, 'Enter');
    await until(() => textOf(wizard.renderRoot.querySelector('.wizard-preview')).includes('Due 8 Jun'), 'other dates');
    await click(wizard, 'button', 'Next');
    the(wizard, 'textbox', /^Title/).focus();
    await type(wizard, 'Leading, together');
    await click(wizard, 'button', 'Create 1 engagement');
    await until(() => has(wizard, 'button', 'Done'), 'it is made');
    const [one] = (await as('dora').engagements.list()).items;
    expect(one).to.include({ title: 'Leading, together', startDate: '2026-06-01', groupId: 'leaders', coachId: 'eve' });
    expect(one?.coacheeIds).to.have.members(['ann', 'ben', 'cora']);
    expect(one?.progress.total).to.equal(3);
  });

  it('stops at a step where something is missing, says what, and leads to the field', async () => {
    const wizard = await wizardOn(workspace()('dora'));
    await click(wizard, 'button', 'Next');
    expect(step(wizard)).to.contain('Coachees');
    expect(summary(wizard)).to.equal('One thing is missing Choose at least one coachee.');
    expect(focused(wizard)?.classList.contains('error-summary')).to.equal(true);
    await click(wizard, 'link', 'Choose at least one coachee.');
    expect(focusedName(wizard)).to.equal('Coachees');
    await pick(wizard, 'Coachees', 'Cora');
    expect(summary(wizard)).to.equal('');
    await click(wizard, 'button', 'Next');
    expect(focused(wizard)).to.equal(wizard.renderRoot.querySelector('.wizard-heading'));
    await pick(wizard, 'Coach', 'Cora');
    await click(wizard, 'button', 'Next');
    expect(summary(wizard)).to.contain('Cora Coach is a coachee too. Choose another coach, or take Cora Coach out.');
  });

  it('says of a group with nobody in it, and of people who are not there any more, at their step', async () => {
    const as = workspace();
    const wizard = await wizardOn(as('dora'), { presets: { groupId: 'nobody' } });
    await click(wizard, 'button', 'Next');
    expect(summary(wizard)).to.contain('This group has nobody in it. Choose another.');
    const other = await wizardOn(as('dora'), { presets: { coacheeIds: ['ann', 'gone'], coachId: 'lost' } });
    expect(chips(other)).to.deep.equal(['Ann Archer', 'Nobody we know']);
    await click(other, 'button', 'Next');
    expect(summary(other)).to.contain('1 person chosen is no longer here. Remove them.');
    await click(other, 'button', 'Remove those who are not there');
    await click(other, 'button', 'Next');
    expect(step(other)).to.contain('Coach');
    await click(other, 'button', 'Next');
    expect(summary(other)).to.contain('no longer here');
  });

  it('leaves the coach of a group out, says so, and makes the others', async () => {
    const as = workspace();
    const wizard = await wizardOn(as('dora'), { presets: { groupId: 'leaders', coachId: 'cora' } });
    await click(wizard, 'button', 'Next');
    expect(textOf(wizard.renderRoot.querySelector('.wizard-note'))).to.contain('no engagement is made for Cora Coach');
    await click(wizard, 'button', 'Next');
    await click(wizard, 'button', /^Skip/);
    await click(wizard, 'button', 'Create 2 engagements');
    await until(() => has(wizard, 'button', 'Done'), 'they are made');
    expect(heading(wizard)).to.equal('2 engagements were made, 1 not');
    expect(textOf(wizard.renderRoot.querySelector('.wizard-results'))).to.equal(
      'Cora Coach Coaches this engagement. Not made',
    );
  });

  it('goes back with nothing lost, and to steps that were seen', async () => {
    const wizard = await wizardOn(workspace()('dora'));
    await atReview(wizard);
    await click(wizard, 'button', 'Back');
    await click(wizard, 'button', 'Back');
    expect(step(wizard)).to.contain('Coach');
    expect(chips(wizard)).to.deep.equal(['Cora Coach']);
    await click(wizard, 'button', /Review/);
    expect(heading(wizard)).to.equal('Review and create');
    await click(wizard, 'button', 'Change Coachees');
    expect(chips(wizard)).to.deep.equal(['Ann Archer']);
  });

  it('lets the page around keep a step, and tells of each', async () => {
    const wizard = await wizardOn(workspace()('dora'));
    const steps: string[] = [];
    wizard.addEventListener('step-changed', ({ step: to }) => steps.push(to));
    wizard.addEventListener('step-before-change', (event: StepBeforeChange) =>
      event.waitUntil(Promise.resolve(event.to !== 'template')),
    );
    await pick(wizard, 'Coachees', 'Ann');
    await click(wizard, 'button', 'Next');
    await until(() => steps.length === 1, 'the second step');
    await pick(wizard, 'Coach', 'Cora');
    await click(wizard, 'button', 'Next');
    expect(step(wizard)).to.contain('Coach');
    expect(steps).to.deep.equal(['coach']);
  });

  it('makes nothing twice: pressed twice, and tried again after no answer', async () => {
    const as = workspace();
    const backend = as('dora');
    const intents: (string | undefined)[] = [];
    let fails = true;
    const wizard = await wizardOn({
      ...backend,
      engagements: {
        ...backend.engagements,
        create: async (draft, options) => {
          intents.push(options?.intent);
          const answer = await backend.engagements.create(draft, options);
          // It was made, and its answer got lost.
          if (fails) throw new BackendError('network');
          return answer;
        },
      },
    });
    await atReview(wizard, ['Ann', 'Ben']);
    const create = the(wizard, 'button', 'Create 2 engagements');
    create.click();
    create.click();
    await until(() => has(wizard, 'button', 'Try those 2 again'), 'no answer');
    expect(heading(wizard)).to.equal('No engagement was made');
    expect(textOf(wizard.renderRoot.querySelector('.wizard-results'))).to.contain('Trying again makes nothing twice.');
    fails = false;
    await click(wizard, 'button', 'Try those 2 again');
    await until(() => has(wizard, 'button', 'Done'), 'they are made');
    expect(heading(wizard)).to.equal('2 engagements are made');
    expect(new Set(intents).size).to.equal(1);
    expect((await as('dora').engagements.list()).items).to.have.length(2);
  });

  it('makes sixty in parts, tells how far it is, and tries those again that got none', async () => {
    const as = workspace(60);
    const backend = as('dora');
    let part = 0;
    const wizard = await wizardOn(
      {
        ...backend,
        engagements: {
          ...backend.engagements,
          create: (draft, options) => {
            part += 1;
            return part === 2
              ? Promise.reject(new BackendError('unavailable'))
              : backend.engagements.create(draft, options);
          },
        },
      },
      { presets: { coacheeIds: Array.from({ length: 60 }, (_, index) => `p${index}`), coachId: 'cora' } },
    );
    expect(chips(wizard)).to.have.length(12);
    await click(wizard, 'button', 'Show all 60');
    expect(chips(wizard)).to.have.length(60);
    for (const name of ['Next', 'Next', /^Skip/]) await click(wizard, 'button', name);
    const told: string[] = [];
    const watch = new MutationObserver(() => {
      const value = wizard.renderRoot.querySelector('[role="progressbar"]')?.getAttribute('aria-valuetext');
      if (value && !told.includes(value)) told.push(value);
    });
    watch.observe(wizard.renderRoot, { subtree: true, childList: true, attributes: true });
    await click(wizard, 'button', 'Create 60 engagements');
    await until(() => has(wizard, 'button', /^Try/), 'all are answered for');
    watch.disconnect();
    expect(told.length).to.be.greaterThan(0);
    expect(heading(wizard)).to.equal('35 engagements were made, 25 not');
    expect(textOf(wizard.renderRoot.querySelector('.wizard-results'))).to.match(
      /Person 025, .* and 21 more.*No answer/,
    );
    await click(wizard, 'button', 'Try those 25 again');
    await until(() => heading(wizard) === '60 engagements are made', 'the rest');
    expect((await as('dora').engagements.list({ limit: 200 })).items).to.have.length(60);
  });

  it('keeps what was chosen over a reload, and takes it up or lets it go', async () => {
    sessionStorage.clear();
    const as = workspace();
    const first = await wizardOn(as('dora'), { draftKey: 'test' });
    await pick(first, 'Coachees', 'Ann');
    await click(first, 'button', 'Next');
    first.remove();
    const second = await wizardOn(as('dora'), { draftKey: 'test' });
    expect(heading(second)).to.equal('You began to make engagements just now.');
    await isAccessible(second);
    await click(second, 'button', 'Resume');
    expect(step(second)).to.contain('Coach');
    await click(second, 'button', /Coachees/);
    expect(chips(second)).to.deep.equal(['Ann Archer']);
    second.remove();
    const third = await wizardOn(as('dora'), { draftKey: 'test' });
    await click(third, 'button', 'Start over');
    expect(chips(third)).to.deep.equal([]);
    third.remove();
    const fourth = await wizardOn(as('dora'), { draftKey: 'test' });
    expect(step(fourth)).to.contain('Coachees');
  });

  it('shows at its field what the backend refuses of the whole', async () => {
    const backend = workspace()('dora');
    const refusal = new BackendError('validation', {
      errors: [{ pointer: '/coachId', code: 'unknown-person', message: 'must be a person of the workspace' }],
    });
    const wizard = await wizardOn({
      ...backend,
      engagements: { ...backend.engagements, create: () => Promise.reject(refusal) },
    });
    await atReview(wizard);
    await click(wizard, 'button', 'Create 1 engagement');
    await until(() => summary(wizard) !== '', 'it is said');
    expect(step(wizard)).to.contain('Coach');
    expect(summary(wizard)).to.contain('must be a person of the workspace');
    expect(chips(wizard)).to.deep.equal(['Cora Coach']);
    await pick(wizard, 'Coach', 'Eve');
    expect(summary(wizard)).to.equal('');
  });

  it('asks its page to sign somebody in again, and makes what was chosen then, once', async () => {
    const as = workspace();
    const backend = as('dora');
    let isKnown = false;
    const wizard = await wizardOn({
      ...backend,
      engagements: {
        ...backend.engagements,
        create: (...asked) =>
          isKnown ? backend.engagements.create(...asked) : Promise.reject(new BackendError('token-expired')),
      },
    });
    await atReview(wizard);
    const expired = fired(wizard, 'session-expired');
    await click(wizard, 'button', 'Create 1 engagement');
    await expired;
    await until(() => has(wizard, 'button', /^Try/), 'it can be tried again');
    expect(heading(wizard)).to.equal('No engagement was made');
    isKnown = true;
    await click(wizard, 'button', /^Try/);
    await until(() => has(wizard, 'button', 'Done'), 'it is made');
    expect((await as('dora').engagements.list()).items).to.have.length(1);
  });

  it('tells its page that it loads, that it could not, and that it is offline', async () => {
    const backend = workspace()('dora');
    let fails = true;
    const told: string[] = [];
    const wizard = document.createElement('engagement-wizard');
    for (const name of ['load-start', 'load-end', 'load-error', 'offline-change'])
      wizard.addEventListener(name, () => told.push(name));
    wizard.innerHTML = '<p slot="error">In our own words</p>';
    const lost = () => Promise.reject(new BackendError('network'));
    wizard.backend = {
      ...backend,
      me: (...asked) => (fails ? lost() : backend.me(...asked)),
      people: { ...backend.people, list: (...asked) => (fails ? lost() : backend.people.list(...asked)) },
      groups: { ...backend.groups, list: (...asked) => (fails ? lost() : backend.groups.list(...asked)) },
      templates: { ...backend.templates, list: (...asked) => (fails ? lost() : backend.templates.list(...asked)) },
      relationships: {
        ...backend.relationships,
        list: (...asked) => (fails ? lost() : backend.relationships.list(...asked)),
      },
      rooms: { ...backend.rooms, list: (...asked) => (fails ? lost() : backend.rooms.list(...asked)) },
      engagements: {
        ...backend.engagements,
        list: (...asked) => (fails ? lost() : backend.engagements.list(...asked)),
      },
    };
    document.body.append(wizard);
    await until(() => told.includes('load-error'), 'it is told');
    await until(() => wizard.matches(':state(offline)'), 'it is offline');
    expect(wizard.querySelector('p')?.checkVisibility()).to.equal(true);
    fails = false;
    await wizard.setupStore?.load();
    await until(() => told.includes('load-end'), 'it has loaded');
    expect(wizard.matches(':state(offline)')).to.equal(false);
    expect(told.slice(0, 2)).to.have.members(['load-start', 'offline-change']);
    wizard.remove();
  });

  it('says to those who are no admins that it is not theirs', async () => {
    const wizard = await wizardOn(workspace()('ann'));
    expect(textOf(wizard.renderRoot.querySelector('[part="error"]'))).to.contain('Engagements are made by admins.');
    expect(wizard.matches(':state(forbidden)')).to.equal(true);
    await isAccessible(wizard);
  });

  it('says where people or all of it cannot be loaded, and tries again', async () => {
    const backend = workspace()('dora');
    let fails = true;
    const broken = () => Promise.reject(new BackendError('unavailable', { requestId: 'r-1' }));
    const wizard = await wizardOn({
      ...backend,
      groups: { ...backend.groups, list: (...asked) => (fails ? broken() : backend.groups.list(...asked)) },
      people: {
        ...backend.people,
        list: (query, options) => (fails && query?.limit === 50 ? broken() : backend.people.list(query, options)),
      },
    });
    expect(textOf(wizard.renderRoot.querySelector('[part="error"]'))).to.contain('Reference r-1');
    fails = false;
    await click(wizard, 'button', 'Try again');
    await until(() => has(wizard, 'combobox', 'Coachees'), 'the steps');
    fails = true;
    the(wizard, 'combobox', 'Coachees').focus();
    await type(wizard, 'An');
    await until(
      () => textOf(wizard.renderRoot.querySelector('.search-note')).includes('The search failed.'),
      'it is said',
    );
    fails = false;
    await click(wizard, 'button', 'Try again');
    await until(() => all(wizard, 'option').length > 0, 'they are found');
  });
});
