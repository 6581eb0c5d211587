// Making engagements without a pointer: from the first field to the last button, and as a dialog.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EngagementWizard } from '../../src/engagement-wizard/class.ts';
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
import { fired, withTemplate, wizardOn, workspace } from './fixture.ts';

const heading = (wizard: EngagementWizard) => textOf(wizard.renderRoot.querySelector('.wizard-heading'));
const chips = (wizard: EngagementWizard) => wizard.renderRoot.querySelectorAll('.chip').length;

/** Tab until something of that name has focus. */
async function tabTo(wizard: EngagementWizard, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    if (focused(wizard) && (typeof name === 'string' ? focusedName(wizard) === name : name.test(focusedName(wizard))))
      return;
    await press(wizard, 'Tab');
  }
  expect.fail(`Tab never comes to ${String(name)}`);
}

async function find(wizard: EngagementWizard, typed: string): Promise<void> {
  await type(wizard, typed);
  const found = () => all(wizard, 'option').map(nameOf);
  await until(() => found().length === 1 && found()[0]?.includes(typed) === true, `only ${typed} is found`);
}

describe('<engagement-wizard> by keyboard', () => {
  it('is gone through from the first field to the last with keys alone', async () => {
    const as = workspace();
    await withTemplate(as);
    const wizard = await wizardOn(as('dora'));
    wizard.renderRoot.querySelector<HTMLElement>('.wizard-heading')?.focus();
    await tabTo(wizard, 'Coachees');
    await find(wizard, 'Ann');
    await press(wizard, 'Enter');
    await find(wizard, 'Ben');
    await press(wizard, 'Enter');
    expect(chips(wizard)).to.equal(2);
    // The last chip goes, and comes back.
    await press(wizard, 'Backspace');
    expect(chips(wizard)).to.equal(1);
    await until(() => all(wizard, 'option').length > 4, 'everybody again');
    await press(wizard, 'ArrowDown', 'ArrowDown');
    expect(the(wizard, 'combobox', 'Coachees').getAttribute('aria-activedescendant')).to.equal('wizard-coachees-1');
    await press(wizard, 'Enter');
    expect(chips(wizard)).to.equal(2);
    // With nothing current in the list, Enter goes on.
    await press(wizard, 'Enter');
    expect(heading(wizard)).to.equal('Who coaches?');
    expect(focused(wizard)).to.equal(wizard.renderRoot.querySelector('.wizard-heading'));
    await tabTo(wizard, 'Coach');
    await find(wizard, 'Cora');
    await press(wizard, 'Enter', 'Enter');
    expect(heading(wizard)).to.equal('Start from a template?');
    await press(wizard, 'Alt+ArrowLeft');
    expect(heading(wizard)).to.equal('Who coaches?');
    await tabTo(wizard, 'Next');
    await press(wizard, 'Enter');
    await tabTo(wizard, /First-time leaders/);
    await press(wizard, ' ');
    await until(() => wizard.renderRoot.querySelector('.wizard-item') !== null, 'its items');
    await press(wizard, 'Enter');
    expect(heading(wizard)).to.equal('Review and create');
    await tabTo(wizard, /^Spectators/);
    await find(wizard, 'Ida');
    await press(wizard, 'Enter');
    expect(chips(wizard)).to.equal(1);
    await tabTo(wizard, 'Create 2 engagements');
    await press(wizard, 'Enter');
    await until(() => has(wizard, 'button', 'Done'), 'they are made');
    expect(focused(wizard)).to.equal(wizard.renderRoot.querySelector('.wizard-heading'));
    const { items } = await as('dora').engagements.list();
    expect(items.map(({ title, spectatorIds }) => [title, spectatorIds])).to.deep.equal([
      ['First-time leaders', ['ida']],
      ['First-time leaders', ['ida']],
    ]);
  });

  it('takes the first that is found where Enter comes before the answer', async () => {
    const wizard = await wizardOn(workspace()('dora'));
    the(wizard, 'combobox', 'Coachees').focus();
    await sendKeys({ type: 'eve' });
    await sendKeys({ press: 'Enter' });
    await until(() => textOf(wizard.renderRoot.querySelector('.chips')).includes('Eve Holm'), 'Eve is taken');
    expect(heading(wizard)).to.equal('Who is coached?');
  });

  it('takes a chip away with its own button, and keeps focus among them', async () => {
    const wizard = await wizardOn(workspace()('dora'), { presets: { coacheeIds: ['ann', 'ben'] } });
    the(wizard, 'button', 'Remove Ann Archer').focus();
    await press(wizard, 'Delete');
    expect(focusedName(wizard)).to.equal('Remove Ben Okafor');
    await press(wizard, 'Enter');
    expect(focusedName(wizard)).to.equal('Coachees');
  });

  it('is a dialog, which Escape closes where nothing is chosen, and gives focus back', async () => {
    const wizard = await wizardOn(workspace()('dora'), { dialog: true, open: true });
    await until(() => focused(wizard)?.classList.contains('wizard-heading') ?? false, 'focus is in it');
    await isAccessible(wizard);
    const cancelled = fired(wizard, 'wizard-cancelled');
    await press(wizard, 'Escape');
    await cancelled;
    expect(wizard.open).to.equal(false);
    const opener = document.createElement('button');
    wizard.before(opener);
    opener.focus();
    wizard.show();
    await until(() => focused(wizard)?.classList.contains('wizard-heading') ?? false, 'focus is in it again');
    the(wizard, 'button', 'Close').click();
    await settled(wizard);
    expect(document.activeElement).to.equal(opener);
  });

  it('asks before it lets go what was chosen; the first Escape is the list’s', async () => {
    const wizard = await wizardOn(workspace()('dora'), { dialog: true, open: true });
    await until(() => has(wizard, 'combobox', 'Coachees'), 'the first step');
    the(wizard, 'combobox', 'Coachees').focus();
    await find(wizard, 'Ann');
    await press(wizard, 'Escape');
    expect((the(wizard, 'combobox', 'Coachees') as HTMLInputElement).value).to.equal('');
    await until(() => all(wizard, 'option').length > 4, 'everybody again');
    await find(wizard, 'Ann');
    await press(wizard, 'Enter', 'Escape');
    await until(() => focusedName(wizard) === 'Keep going', 'it asks');
    await press(wizard, 'Enter');
    expect([chips(wizard), wizard.open]).to.deep.equal([1, true]);
    await press(wizard, 'Escape');
    const cancelled = fired(wizard, 'wizard-cancelled');
    the(wizard, 'button', 'Discard').click();
    await cancelled;
    expect(wizard.open).to.equal(false);
  });
});
