// Steps in another order, steps of their own and steps left out, as a host page asks for them; and what it cannot have.
import { expect } from '@open-wc/testing';
import type { EngagementWizard } from '../../src/engagement-wizard/class.ts';
import { all, focusedName, has, isAccessible, nameOf, settled, textOf, the, type, until } from '../parts/roles.ts';
import { litWarnings, withTemplate, wizardOn, workspace } from './fixture.ts';

const steps = (wizard: EngagementWizard) =>
  [...wizard.renderRoot.querySelectorAll('.wizard-step-name')].map((step) => textOf(step));
const heading = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('.wizard-heading'));
const summary = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('.error-summary'));
const review = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('.wizard-summary'));

async function click(wizard: EngagementWizard, role: string, name: string | RegExp): Promise<void> {
  the(wizard, role, name).click();
  await settled(wizard);
}

async function pick(wizard: EngagementWizard, field: string, name: string): Promise<void> {
  the(wizard, 'combobox', field).focus();
  await type(wizard, name);
  await until(
    () => all(wizard, 'option').length === 1 && nameOf(all(wizard, 'option')[0] as Element).includes(name),
    `only ${name} is found`,
  );
  all(wizard, 'option')[0]?.click();
  await settled(wizard);
}

/** What the console is told while something is done. */
async function told(work: () => Promise<unknown>): Promise<readonly string[]> {
  const words: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => words.push(text);
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return words.filter((text) => text.startsWith('<engagement-wizard steps>'));
}

describe('<engagement-wizard steps>', () => {
  it('goes through them in the order that is asked for, with settings at a step of their own', async () => {
    const as = workspace();
    await withTemplate(as);
    const wizard = await wizardOn(as('dora'), { steps: ['template', 'coach', 'coachees', 'settings', 'review'] });
    expect(steps(wizard)).to.deep.equal(['Template', 'Coach', 'Coachees', 'Settings', 'Review']);
    expect(heading(wizard)).to.equal('Start from a template?');
    expect(has(wizard, 'button', 'Cancel')).to.equal(true);
    wizard.renderRoot.querySelector<HTMLInputElement>('input[name="wizard-template"]')?.click();
    await settled(wizard);
    await click(wizard, 'button', 'Next');
    await pick(wizard, 'Coach', 'Cora');
    await click(wizard, 'button', 'Next');
    await pick(wizard, 'Coachees', 'Ann');
    await click(wizard, 'button', 'Next');
    expect(heading(wizard)).to.equal('Title, dates and who watches');
    await isAccessible(wizard);
    the(wizard, 'textbox', /^Title/).focus();
    await type(wizard, 'Leading, at last');
    await click(wizard, 'button', 'Next');
    expect(review(wizard)).to.match(
      /Ann Archer.*Cora Coach.*First-time leaders.*Title Leading, at last.*End date not set/,
    );
    expect(has(wizard, 'textbox', /^Title/)).to.equal(false);
    await isAccessible(wizard);
    await click(wizard, 'button', 'Change Title');
    expect(heading(wizard)).to.equal('Title, dates and who watches');
    await click(wizard, 'button', 'Next');
    await click(wizard, 'button', 'Create 1 engagement');
    await until(() => has(wizard, 'button', 'Done'), 'it is made');
    expect((await as('dora').engagements.list()).items.map(({ title }) => title)).to.deep.equal(['Leading, at last']);
    expect(litWarnings()).to.deep.equal([]);
  });

  it('leaves out what is chosen beforehand, and offers no change of it', async () => {
    const as = workspace();
    const wizard = await wizardOn(as('dora'), {
      steps: ['template', 'review'],
      presets: { coacheeIds: ['ann', 'ben'], coachId: 'cora' },
    });
    expect(steps(wizard)).to.deep.equal(['Template', 'Review']);
    await click(wizard, 'button', /^Skip/);
    expect(review(wizard)).to.match(/Ann Archer and Ben Okafor.*Cora Coach/);
    expect(
      all(wizard, 'button')
        .map(nameOf)
        .filter((name) => name.startsWith('Change')),
    ).to.deep.equal(['Change Template']);
    await click(wizard, 'button', 'Create 2 engagements');
    await until(() => has(wizard, 'button', 'Done'), 'they are made');
    expect((await as('dora').engagements.list()).items).to.have.length(2);
  });

  it('tells at the last step what is wrong with what was chosen beforehand', async () => {
    const wizard = await wizardOn(workspace()('dora'), {
      steps: ['review'],
      presets: { coacheeIds: ['gone'], coachId: 'cora' },
    });
    await click(wizard, 'button', /^Create/);
    expect(summary(wizard)).to.contain('1 person chosen is no longer here.');
  });

  it('stops somebody who is coach and coachee at the step that came later, and leads to the field of the other', async () => {
    const wizard = await wizardOn(workspace()('dora'), { steps: ['coach', 'coachees', 'review'] });
    await pick(wizard, 'Coach', 'Cora');
    await click(wizard, 'button', 'Next');
    await pick(wizard, 'Coachees', 'Cora');
    await click(wizard, 'button', 'Next');
    expect(summary(wizard)).to.contain('Cora Coach is a coachee too.');
    await click(wizard, 'link', /^Cora Coach is a coachee too/);
    await until(() => focusedName(wizard) === 'Coach', 'focus is in the field');
    expect(heading(wizard)).to.equal('Who coaches?');
  });

  for (const [name, asked, shown, word] of [
    ['the review', 'coachees coach', 'Coachees Coach Review', /cannot omit the step “review”/],
    ['the coach, with nobody chosen', 'coachees review', 'Coachees Coach Review', /“coach” unless `presets` choose it/],
    ['coachees, with nobody chosen', 'coach review', 'Coachees Coach Review', /“coachees” unless `presets` choose it/],
    ['a step after the review', 'review coachees coach', 'Coachees Coach Review', /a step after “review”/],
    ['a step that is none', 'coachees coach payment review', 'Coachees Coach Review', /no step “payment”; there are/],
  ] as const)
    it(`does not leave out or take up ${name}, and says so in the console`, async () => {
      let wizard: EngagementWizard | undefined;
      const words = await told(async () => {
        wizard = await wizardOn(workspace()('dora'), { steps: asked.split(' ') });
      });
      expect(wizard && steps(wizard).join(' ')).to.equal(shown);
      expect(words).to.have.length(1);
      expect(words[0]).to.match(word);
    });

  it('says nothing of what is omitted and chosen by a page that sets properties after it was put there', async () => {
    const words = await told(async () => {
      const wizard = await wizardOn(workspace()('dora'), {
        steps: ['template', 'review'],
        presets: { coachId: 'cora' },
      });
      wizard.presets = { coachId: 'cora', groupId: 'leaders' };
      wizard.steps = ['coachees', 'template', 'review'];
      await settled(wizard);
      expect(steps(wizard)).to.deep.equal(['Coachees', 'Template', 'Review']);
      expect(wizard.setupStore?.$draft.get().groupId).to.equal('leaders');
    });
    expect(words.filter((text) => /“coach”/.test(text))).to.deep.equal([]);
  });
});
