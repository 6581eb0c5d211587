// How the dashboard stands where there is nothing to show, nothing may be seen, or nothing comes; and with very many rows.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { all, has, nameOf, the } from '../parts/roles.ts';
import { counts, dashboardOn, emptyWorld, inRow, pressed, settled, tenThousand, titles, world } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const failing = (backend: Backend, error: BackendError): Backend => ({
  ...backend,
  actions: { ...backend.actions, list: () => Promise.reject(error) },
});
const says = (dashboard: { renderRoot: DocumentFragment | HTMLElement }) =>
  dashboard.renderRoot.querySelector('.nothing')?.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '';

describe('<actions-dashboard> without rows', () => {
  it('says that there are no rooms, and offers nothing to filter', async () => {
    const dashboard = await dashboardOn({ backend: emptyWorld().as('ana') });
    expect(says(dashboard)).to.equal('No rooms yet. What is promised in a room shows up here.');
    expect(dashboard.renderRoot.querySelector('.tile, .filter-bar')).to.equal(null);
    expect(dashboard.matches(':state(all-done)') || dashboard.matches(':state(empty)')).to.equal(true);
    await expect(dashboard).to.be.accessible();
  });

  it('says the same to somebody of no room', async () => {
    const dashboard = await dashboardOn({ backend: (await world()).as('eve') });
    expect(says(dashboard)).to.contain('No rooms yet.');
  });

  it('says that nothing is open, and shows what is done', async () => {
    const { as } = await world();
    const ana = as('ana');
    await ana.actions.bulk({
      operation: 'setState',
      state: 'done',
      ids: ['kickoff', 'review', 'margin', 'contract', 'sign', 'rollout'],
    });
    const dashboard = await dashboardOn({ backend: ana });
    expect(says(dashboard)).to.contain('Nothing is open.');
    expect(new Set(Object.values(counts(dashboard)))).to.deep.equal(new Set(['0']));
    the(dashboard, 'button', 'Show what is done').click();
    await waitUntil(() => titles(dashboard).includes('Kick-off'), 'nothing shown');
  });

  it('says that filters leave nothing, and clears them', async () => {
    const dashboard = await dashboardOn({ attributes: { filter: 'status:cancelled' } });
    expect(says(dashboard)).to.contain('No actions match these filters.');
    const clear = all(dashboard, 'button').filter((button) => nameOf(button) === 'Clear filters');
    clear.at(-1)?.click();
    await waitUntil(() => titles(dashboard).length === 7, 'not all');
  });

  it('says why nothing could be loaded, and tries again', async () => {
    const { as } = await world();
    let broken = true;
    const backend: Backend = {
      ...as('ana'),
      actions: {
        ...as('ana').actions,
        list: (...asked) =>
          broken ? Promise.reject(new BackendError('unavailable')) : as('ana').actions.list(...asked),
      },
    };
    const dashboard = await dashboardOn({ backend });
    expect(has(dashboard, 'alert', /could not be loaded/)).to.equal(true);
    expect(new Set(Object.values(counts(dashboard)))).to.deep.equal(new Set(['–']));
    broken = false;
    await dashboard.refresh();
    await waitUntil(() => titles(dashboard).length === 6, 'no rows');
    expect(counts(dashboard)['Overdue']).to.equal('2');
  });

  it('explains where nothing may be seen, with nothing to try', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: failing(as('ana'), new BackendError('insufficient-scope')) });
    expect(dashboard.matches(':state(forbidden)')).to.equal(true);
    expect(dashboard.renderRoot.querySelector('.tile, .filter-bar')).to.equal(null);
  });

  it('is text where it is read-only, with counts and filters that work', async () => {
    const dashboard = await dashboardOn({ attributes: { readonly: '' } });
    for (const column of ['due', 'assignee', 'status'])
      expect(inRow(dashboard, 'Kick-off', column).localName, column).to.equal('div');
    the(dashboard, 'button', /^Unassigned \d/).click();
    await waitUntil(() => titles(dashboard).join() === 'Margin call', 'not filtered');
    await expect(dashboard).to.be.accessible();
  });
});

describe('<actions-dashboard> on a host page', () => {
  it('keeps filter and groups in the address, and begins as it says', async () => {
    const before = location.href;
    const first = await dashboardOn({ attributes: { 'sync-url': 'query', 'url-key': 'd' } });
    the(first, 'button', /^Waiting on them \d/).click();
    first.groupBy = 'due';
    await settled(first);
    expect(new URL(location.href).searchParams.get('d')).to.contain('side:them');
    expect(new URL(location.href).searchParams.get('d-group')).to.equal('due');
    first.remove();
    const second = await dashboardOn({ attributes: { 'sync-url': 'query', 'url-key': 'd' } });
    expect(pressed(second)).to.deep.equal(['Waiting on them']);
    expect(second.groupBy).to.equal('due');
    history.replaceState(null, '', before);
  });

  it('counts what happened elsewhere when it loads again', async () => {
    const { as } = await world();
    const dashboard = await dashboardOn({ backend: as('ana') });
    await as('ben').actions.setState('contract', 'done');
    await dashboard.refresh();
    await settled(dashboard);
    expect(counts(dashboard)['Overdue']).to.equal('1');
  });

  it('folds to two lines a row in 320 px, the counts scrolling sideways and nothing else', async () => {
    const dashboard = await dashboardOn({ width: 320 });
    await expect(dashboard).to.be.accessible();
    const tiles = dashboard.renderRoot.querySelector('.tiles') as HTMLElement;
    expect(tiles.scrollWidth).to.be.greaterThan(tiles.clientWidth);
    const row = inRow(dashboard, 'Security review', 'title').closest('[role="row"]') as HTMLElement;
    expect(row.getBoundingClientRect().width).to.be.at.most(320);
    const top = (column: string) => inRow(dashboard, 'Security review', column).getBoundingClientRect().top;
    expect(top('due')).to.be.greaterThan(top('title'));
    expect(dashboard.scrollWidth).to.be.at.most(320);
  });

  it('keeps few rows alive of ten thousand', async () => {
    const { as } = emptyWorld(tenThousand());
    const dashboard = await dashboardOn({ backend: as('ana') });
    await waitUntil(() => counts(dashboard)['Unassigned'] === '10,000', 'not counted');
    await waitUntil(() => dashboard.renderRoot.querySelector('[aria-rowcount="10021"]') !== null, 'not all');
    expect(dashboard.renderRoot.querySelectorAll('.rows [role="row"]').length).to.be.lessThan(120);
  });
});
