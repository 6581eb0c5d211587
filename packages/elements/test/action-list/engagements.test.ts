// Actions of engagements in the list and the widget: where they belong reads their engagement's title, they are filtered by
// it, and one is added as an item of it and nowhere else.
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { RULES } from '@followthrough/core/domain';
import type { Backend } from '@followthrough/core/backend';
import '../../src/actions-widget/define.ts';
import type { ActionsWidget } from '../../src/actions-widget/class.ts';
import { engagement, workspace } from '../engagement-list/fixture.ts';
import { has, opens, the } from '../parts/roles.ts';
import { inRow, listOn, settled, titles, toastOf } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

/** Ann's own action, and one that came of an item of the engagement that is shared with her. */
async function coached(): Promise<Backend> {
  const made = '2026-05-01T08:00:00.000Z';
  const shared = { status: 'active', activatedAt: made, sharedAt: made, shareCount: 1 } as const;
  const as = workspace([engagement('lead', 'Leading for the first time', shared)]);
  await as('dora').items.create('lead', {
    title: 'Ask three people',
    content: { kind: 'action' },
    release: { type: 'immediately' },
  });
  await as('ann').actions.create({ context: { type: 'personal' }, title: 'Buy a notebook' });
  return as('ann');
}

describe('<action-list> and engagements', () => {
  it('names the engagement of an action, with its icon', async () => {
    const list = await listOn({ backend: await coached(), attributes: { filter: '' } });
    expect(titles(list)).to.have.members(['Ask three people', 'Buy a notebook']);
    const where = inRow(list, 'Ask three people', 'where');
    expect(where.textContent.trim()).to.equal('Leading for the first time');
    expect(where.querySelector('svg')).not.to.equal(null);
    expect(inRow(list, 'Buy a notebook', 'where').querySelector('svg')).to.equal(null);
    await expect(list).to.be.accessible();
  });

  it('is filtered by an engagement, and grouped by where actions belong', async () => {
    const list = await listOn({ backend: await coached(), attributes: { filter: '', 'group-by': 'context' } });
    expect(list.renderRoot.textContent).to.contain('Leading for the first time');
    the(list, 'button', 'Where: All').click();
    await opens(list);
    the(list, 'option', 'Leading for the first time').click();
    await waitUntil(() => titles(list).length === 1);
    expect(has(list, 'button', 'Where: Leading for the first time')).to.equal(true);
  });

  it('shows the actions of one engagement, and says where they are added', async () => {
    const list = await listOn({ backend: await coached(), attributes: { engagement: 'lead' } });
    expect(titles(list)).to.deep.equal(['Ask three people']);
    expect(has(list, 'textbox', 'New action')).to.equal(false);
    list.openCreate();
    await waitUntil(() => toastOf(list) !== '');
    expect(toastOf(list)).to.equal(RULES['action-is-item']);
  });
});

describe('<actions-widget> and engagements', () => {
  it('names the engagement of an action', async () => {
    const backend = await coached();
    const widget = await fixture<ActionsWidget>(
      html`<actions-widget .backend=${backend} .now=${() => Date.UTC(2026, 4, 15, 9)}></actions-widget>`,
    );
    await waitUntil(() => widget.renderRoot.textContent?.includes('Ask three people'));
    await settled(widget as never);
    const places = [...widget.renderRoot.querySelectorAll('[part="place"]')].map((place) => place.textContent?.trim());
    expect(places).to.include('Leading for the first time');
  });
});
