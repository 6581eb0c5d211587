// The list where things are not as usual: nobody's to manage, no rows, no server, no network.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { all, has, isAccessible, textOf, the } from '../parts/roles.ts';
import { listOn, many, rows, settled, soon, titles, workspace } from './fixture.ts';

/** The backend with another list of engagements. */
function listing(backend: Backend, list: Backend['engagements']['list']): Backend {
  return { ...backend, engagements: { ...backend.engagements, list } };
}

describe('<engagement-list> for those who read', () => {
  for (const { viewer, who, sees } of [
    { viewer: 'cora', who: 'a coach', sees: ['C active', 'D shared', 'E for a group'] },
    { viewer: 'ann', who: 'a coachee', sees: ['D shared'] },
    { viewer: 'ida', who: 'a spectator', sees: ['C active', 'D shared', 'E for a group'] },
  ]) {
    it(`shows ${who} what is theirs, and nothing to change`, async () => {
      const list = await listOn({ backend: workspace()(viewer) });
      expect(titles(list)).to.deep.equal(sees);
      expect(list.matches(':state(readonly)')).to.equal(true);
      expect(all(list, 'checkbox')).to.have.length(0);
      for (const name of ['Bulk Action', 'Export', 'New engagement']) expect(has(list, 'button', name)).to.equal(false);
    });
  }

  it('is accessible', async () => {
    await isAccessible(await listOn({ backend: workspace()('cora') }));
  });

  it('tells somebody with none when some will come', async () => {
    const list = await listOn({ backend: workspace()('ben') });
    expect(textOf(list.renderRoot.querySelector('[part="empty"]'))).to.contain('once they are active or shared');
    expect(list.matches(':state(empty)')).to.equal(true);
  });

  it('changes nothing where its page says readonly', async () => {
    const list = await listOn({ attributes: { readonly: '' } });
    expect(rows(list)).to.have.length(5);
    expect(has(list, 'button', 'Bulk Action')).to.equal(false);
  });
});

describe('<engagement-list> with nothing to show', () => {
  it('says that there are none yet, and asks for the first', async () => {
    const list = await listOn({ backend: workspace([])('dora') });
    let asked = 0;
    list.addEventListener('engagement-create-request', () => asked++);
    expect(textOf(list.renderRoot.querySelector('[part="empty"]'))).to.contain('No engagements yet.');
    list.renderRoot.querySelector<HTMLElement>('[part="empty"] button')?.click();
    expect(asked).to.equal(1);
    await isAccessible(list);
  });

  it('says that the filters leave nothing, and clears them', async () => {
    const list = await listOn({ attributes: { filter: 'status:draft shared:yes' } });
    expect(list.matches(':state(filtered-empty)')).to.equal(true);
    list.renderRoot.querySelector<HTMLElement>('[part="empty"] button')?.click();
    await soon(() => titles(list).length === 5);
  });
});

describe('<engagement-list> and a backend that fails', () => {
  it('says why, and tries again', async () => {
    const real = workspace()('dora');
    let fails = true;
    const backend = listing(real, (...asked) =>
      fails ? Promise.reject(new BackendError('unavailable', { requestId: 'req-7' })) : real.engagements.list(...asked),
    );
    const list = await listOn({ backend });
    expect(list.matches(':state(error)')).to.equal(true);
    expect(textOf(list.renderRoot.querySelector('[part="error"]'))).to.contain('The engagements could not be loaded.');
    expect(textOf(list.renderRoot.querySelector('[part="error"]'))).to.contain('req-7');
    await isAccessible(list);
    fails = false;
    the(list, 'button', 'Try again').click();
    await soon(() => titles(list).length === 5);
  });

  it('explains that somebody has no access, and offers no other try', async () => {
    const backend = listing(workspace()('dora'), () => Promise.reject(new BackendError('insufficient-scope')));
    const list = await listOn({ backend });
    expect(list.matches(':state(forbidden)')).to.equal(true);
    expect(all(list, 'button')).to.have.length(0);
  });

  it('keeps what is there where the next page fails, and asks for it on wish', async () => {
    const real = workspace(many(60))('dora');
    let fails = true;
    const backend = listing(real, (query, options) =>
      query?.cursor !== undefined && fails
        ? Promise.reject(new BackendError('unavailable'))
        : real.engagements.list(query, options),
    );
    const list = await listOn({ backend, attributes: { 'page-size': '20' } });
    window.scrollTo(0, document.documentElement.scrollHeight);
    await soon(() => textOf(rows(list).at(-1) ?? null).includes('The rest could not be loaded.'));
    expect(titles(list).length).to.be.at.least(1);
    fails = false;
    rows(list).at(-1)?.querySelector('button')?.click();
    await soon(() => list.renderRoot.querySelector('.row.rest .retry') === null);
    await settled(list);
    window.scrollTo(0, 0);
  });

  it('says that it is offline, and loads again once it is not', async () => {
    const real = workspace()('dora');
    let cut = false;
    const backend = listing(real, (...asked) =>
      cut ? Promise.reject(new BackendError('network')) : real.engagements.list(...asked),
    );
    const list = await listOn({ backend });
    cut = true;
    await list.refresh();
    await settled(list);
    expect(list.matches(':state(offline)')).to.equal(true);
    expect(textOf(list.renderRoot.querySelector('[part="banner"]'))).to.contain('Offline');
    expect(titles(list)).to.have.length(5);
  });
});
