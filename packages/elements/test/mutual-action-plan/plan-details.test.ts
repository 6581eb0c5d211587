// The details of an action as its plan shows them.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MutualActionPlan } from '../../src/mutual-action-plan/class.ts';
import { all, has, isAccessible, nameOf, opens, settled, textOf, the } from '../parts/roles.ts';
import { cellOf, roomOn } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

async function details(plan: MutualActionPlan, title: string): Promise<void> {
  cellOf(plan, title, 'title').focus();
  await plan.updateComplete;
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => has(plan, 'dialog', /^Details of/), 'the details do not open');
  await settled(plan);
}

describe('the details of an action in its plan', () => {
  it('date it by a rule, and show what moves before that is saved', async () => {
    const { plan, as } = await roomOn();
    await details(plan, 'Kick-off');
    await isAccessible(plan);
    the(plan, 'button', /^Due date:/).click();
    await opens(plan);
    await sendKeys({ type: '2 weeks after the room was created' });
    await sendKeys({ press: 'Enter' });
    await settled(plan);
    the(plan, 'button', 'Save').click();
    await waitUntil(() => has(plan, 'dialog', /^This moves/), 'it is not asked');
    expect(textOf(the(plan, 'dialog', /^This moves/))).to.contain('Agree the goals');
    expect((await as('ada').actions.get('kick')).due?.rule.type).to.equal('fixed');
    const saves = all(plan, 'button').filter((one) => nameOf(one) === 'Save' && one.closest('.moved') !== null);
    saves[0]?.click();
    await waitUntil(async () => (await as('ada').actions.get('kick')).due?.date === '2026-05-29', 'it is not saved');
    await waitUntil(() => !has(plan, 'dialog', /^Details of/), 'the details do not close');
  });

  it('keep what was picked where what it moves is let be', async () => {
    const { plan, as } = await roomOn();
    await details(plan, 'Kick-off');
    the(plan, 'button', /^Due date:/).click();
    await opens(plan);
    await sendKeys({ type: '27 may' });
    await sendKeys({ press: 'Enter' });
    await settled(plan);
    the(plan, 'button', 'Save').click();
    await waitUntil(() => has(plan, 'dialog', /^This moves/), 'it is not asked');
    await sendKeys({ press: 'Escape' });
    await settled(plan);
    expect(has(plan, 'button', 'Due date: Due Wednesday, 27 May 2026')).to.equal(true);
    expect((await as('ada').actions.get('kick')).due?.date).to.equal('2026-05-20');
  });

  it('assign it to the contact by who that is', async () => {
    const { plan, as } = await roomOn();
    await details(plan, 'Run the pilot');
    the(plan, 'button', 'Assignee: Unassigned').click();
    await opens(plan);
    the(plan, 'option', /Gus Meyer.*contact/i).click();
    await settled(plan);
    expect(has(plan, 'button', /^Assignee: .*Gus Meyer/)).to.equal(true);
    the(plan, 'button', 'Save').click();
    await waitUntil(async () => (await as('ada').actions.get('run')).assignee?.type === 'primaryContact', 'not saved');
  });

  it('show a guest no switch, and nothing to change', async () => {
    const { plan } = await roomOn('gus');
    await details(plan, 'Sign the NDA');
    const dialog = the(plan, 'dialog', /^Details of/);
    expect(textOf(dialog)).not.to.contain('Internal only');
    expect(all(plan, 'switch')).to.deep.equal([]);
    expect(has(plan, 'button', /^(Due|Start) date:/)).to.equal(false);
  });
});
