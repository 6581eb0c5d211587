// A change made in the dashboard that moves dates of others is asked about first, as it is in the plan itself.
import { expect } from '@open-wc/testing';
import type { Backend } from '@followthrough/core/backend';
import { all, has, nameOf, the } from '../parts/roles.ts';
import { dashboardOn, draft, inRow, settled, world } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const text = (element: Element) => element.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '';
/** What asks and tells comes when it is first needed. */
const asked = (dashboard: Parameters<typeof has>[0]) => has(dashboard, 'dialog', /^This moves|^This changes/u);
const moved = (dashboard: Parameters<typeof all>[0]) =>
  all(dashboard, 'listitem')
    .filter((item) => item.matches('.moved-row'))
    .map(text);

async function pickTomorrow(dashboard: Parameters<typeof inRow>[0], title: string) {
  inRow(dashboard, title, 'due').click();
  await waitUntil(() => has(dashboard, 'button', /^Tomorrow/u), 'no dates');
  the(dashboard, 'button', /^Tomorrow/u).click();
}

describe('<actions-dashboard> before a change that moves dates of others', function () {
  this.timeout(30_000);

  it('lists from what to what, and leaves all as it was where it is let be', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    await pickTomorrow(dashboard, 'Kick-off');
    await waitUntil(() => asked(dashboard), 'not asked');
    expect(moved(dashboard).join()).to.contain('Security review').and.to.contain('23 May').and.to.contain('19 May');
    await expect(dashboard).to.be.accessible();
    the(dashboard, 'button', 'Cancel').click();
    await settled(dashboard);
    expect((await as('ana').actions.get('kickoff')).due?.date).to.equal('2026-05-20');
    expect(nameOf(inRow(dashboard, 'Kick-off', 'due'))).to.contain('20 May');
  });

  it('makes it where it is wanted, in one step that can be undone', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    await pickTomorrow(dashboard, 'Kick-off');
    await waitUntil(() => asked(dashboard), 'not asked');
    the(dashboard, 'button', 'Save').click();
    await waitUntil(async () => (await as('ana').actions.get('kickoff')).due?.date === '2026-05-16', 'not saved');
    await waitUntil(() => nameOf(inRow(dashboard, 'Security review', 'due')).includes('19 May'), 'not moved');
    the(dashboard, 'button', 'Undo').click();
    await waitUntil(async () => (await as('ana').actions.get('kickoff')).due?.date === '2026-05-20', 'not undone');
  });

  it('asks too before a state that others’ dates follow', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    inRow(dashboard, 'Kick-off', 'done').click();
    await waitUntil(() => asked(dashboard), 'not asked');
    the(dashboard, 'button', 'Save').click();
    await waitUntil(async () => (await as('ana').actions.get('kickoff')).state === 'done', 'not saved');
    expect((await as('ana').actions.get('review')).due?.date).to.equal('2026-05-18');
  });

  it('asks nothing where nothing else moves', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    await pickTomorrow(dashboard, 'Send the contract');
    await waitUntil(async () => (await as('ana').actions.get('contract')).due?.date === '2026-05-16', 'not saved');
    expect(asked(dashboard)).to.equal(false);
  });

  it('asks once about several at once', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana'), attributes: { 'group-by': 'none' } });
    inRow(dashboard, 'Kick-off', 'select').click();
    inRow(dashboard, 'Plan the rollout', 'select').click();
    await waitUntil(() => has(dashboard, 'toolbar', 'Selected actions'), 'no bar');
    the(dashboard, 'button', 'Complete').click();
    await waitUntil(() => asked(dashboard), 'not asked');
    the(dashboard, 'button', 'Cancel').click();
    await settled(dashboard);
    expect((await as('ana').actions.get('rollout')).state).to.equal('inProgress');
    the(dashboard, 'button', 'Complete').click();
    await waitUntil(() => asked(dashboard), 'not asked again');
    the(dashboard, 'button', 'Save').click();
    await waitUntil(async () => (await as('ana').actions.get('rollout')).state === 'done', 'not saved');
    expect((await as('ana').actions.get('kickoff')).state).to.equal('done');
  });

  it('asks what becomes of what rests on an action that is deleted', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    inRow(dashboard, 'Kick-off', 'more').click();
    await waitUntil(() => has(dashboard, 'menuitem', 'Delete'), 'no menu');
    the(dashboard, 'menuitem', 'Delete').click();
    await waitUntil(() => has(dashboard, 'button', 'Keep today’s dates'), 'not asked');
    the(dashboard, 'button', 'Keep today’s dates').click();
    await waitUntil(async () => (await as('ana').actions.get('review')).due?.rule.type === 'fixed', 'not kept');
  });

  it('makes the change where it cannot be told what moves', async () => {
    const { as } = await world();
    const ana = as('ana');
    const backend: Backend = { ...ana, rooms: { ...ana.rooms, preview: () => Promise.reject(new TypeError('no')) } };
    const dashboard = await dashboardOn({ backend });
    inRow(dashboard, 'Kick-off', 'done').click();
    await waitUntil(async () => (await ana.actions.get('kickoff')).state === 'done', 'not saved');
  });
});

describe('an action’s details in <actions-dashboard>', function () {
  this.timeout(30_000);

  it('name what a date rests on, though the list does not show it', async () => {
    const { as } = await world();
    const ana = as('ana');
    await ana.actions.setState('kickoff', 'done');
    const dashboard = await dashboardOn({ backend: ana });
    inRow(dashboard, 'Security review', 'title').click();
    await waitUntil(() => has(dashboard, 'dialog', /Security review/u), 'no details');
    const dialog = the(dashboard, 'dialog', /Security review/u);
    the(dashboard, 'button', 'Why this date?').click();
    await waitUntil(() => text(dialog).includes('“Kick-off”'), `not named: ${text(dialog)}`);
    expect(text(dialog)).not.to.contain('another step');
  });

  it('tell a guest of an internal step, and of no more', async () => {
    const { as } = await world();
    await as('ana').actions.create(
      draft('answer', 'Answer them', {
        assignee: { type: 'primaryContact' },
        due: {
          rule: { type: 'relative', amount: 2, unit: 'day', anchor: { type: 'actionCompleted', actionId: 'margin' } },
        },
      }),
    );
    const dashboard = await dashboardOn({ backend: as('gus') });
    inRow(dashboard, 'Answer them', 'title').click();
    await waitUntil(() => has(dashboard, 'dialog', /Answer them/u), 'no details');
    const dialog = the(dashboard, 'dialog', /Answer them/u);
    await waitUntil(() => text(dialog).includes('internal step'), `not told: ${text(dialog)}`);
    expect(text(dialog)).not.to.match(/another step|Margin/u);
  });
});
