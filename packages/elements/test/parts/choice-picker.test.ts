import { expect, fixture, html } from '@open-wc/testing';
import type { Assignee } from '@followthrough/core/schema';
import type { AssigneePickerSpec } from '../../src/parts/assignee-picker.ts';
import './parts-host.ts';
import { PEOPLE, person, type PartsHost } from './parts-host.ts';
import { all, focused, has, isAccessible, nameOf, press, settled, textOf, the, type } from './roles.ts';

async function opened(spec: Partial<AssigneePickerSpec> = {}) {
  const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
  host.anchor.focus();
  const picked: (Assignee | null)[] = [];
  await host.pickers.assignee(host.anchor, {
    options: PEOPLE.map((one) => ({ person: one })),
    selected: { type: 'person', personId: 'zoe' },
    me: 'ana',
    allowNone: true,
    onPick: (assignee) => picked.push(assignee),
    ...spec,
  });
  await settled(host);
  return { host, picked };
}

const field = (host: PartsHost) => the(host, 'combobox', 'Assignee');
/** The choice that the field names as current. */
const current = (host: PartsHost) => {
  const id = field(host).getAttribute('aria-activedescendant');
  const option = id === null ? null : (host.renderRoot as ShadowRoot).getElementById(id);
  return option ? textOf(option) : null;
};

describe('the assignee picker', () => {
  it('is accessible', async () => {
    const { host } = await opened({ options: PEOPLE.map((one) => ({ person: one, group: 'Team' })) });
    await isAccessible(host);
  });

  it('offers the viewer first, then nobody, then the others', async () => {
    const { host } = await opened();
    expect(all(host, 'option').map(nameOf)).to.deep.equal([
      'Assign to me Ana Pereira',
      'Nobody',
      'Zoë Lindqvist',
      'Tom Okafor',
    ]);
  });

  it('begins in its field, at who is assigned now', async () => {
    const { host } = await opened();
    expect(focused(host)).to.equal(field(host));
    expect(current(host)).to.equal('Zoë Lindqvist');
    expect(the(host, 'option', 'Zoë Lindqvist').getAttribute('aria-selected')).to.equal('true');
  });

  it('finds by any part of a name, accents and letter case aside', async () => {
    const { host, picked } = await opened();
    await type(host, 'LIND zoe');
    expect(all(host, 'option').map(nameOf)).to.deep.equal(['Zoë Lindqvist']);
    await press(host, 'Enter');
    expect(picked).to.deep.equal([{ type: 'person', personId: 'zoe' }]);
    expect(focused(host)).to.equal(host.anchor);
  });

  it('goes through the choices by arrows, round at the ends', async () => {
    const { host } = await opened();
    await press(host, 'ArrowDown');
    expect(current(host)).to.equal('Tom Okafor');
    await press(host, 'ArrowDown');
    expect(current(host)).to.equal('Assign to me Ana Pereira');
    await press(host, 'ArrowUp');
    expect(current(host)).to.equal('Tom Okafor');
  });

  it('assigns to nobody where that is allowed', async () => {
    const { host, picked } = await opened();
    the(host, 'option', 'Nobody').click();
    expect(picked).to.deep.equal([null]);
  });

  it('does not offer nobody where somebody is needed', async () => {
    const { host } = await opened({ allowNone: false });
    expect(has(host, 'option', 'Nobody')).to.equal(false);
  });

  it('says when nothing matches, and Enter then does nothing', async () => {
    const { host, picked } = await opened();
    await type(host, 'xyz');
    expect(textOf(host.renderRoot.querySelector('.popover'))).to.contain('Nothing matches “xyz”');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
    expect(host.pickers.isOpen).to.equal(true);
  });

  it('tells how many match', async () => {
    const { host } = await opened();
    await type(host, 'o');
    expect(all(host, 'status').map(textOf)).to.include('4 choices');
  });

  it('closes on Escape and picks nobody', async () => {
    const { host, picked } = await opened();
    await press(host, 'Escape');
    expect(host.pickers.isOpen).to.equal(false);
    expect(picked).to.deep.equal([]);
    expect(focused(host)).to.equal(host.anchor);
  });

  it('names groups', async () => {
    const { host } = await opened({
      me: null,
      allowNone: false,
      options: [
        { person: person('a', 'Abe'), group: 'Our team' },
        { person: person('b', 'Bea'), group: 'Their team' },
      ],
    });
    expect(has(host, 'group', 'Our team')).to.equal(true);
    expect(has(host, 'group', 'Their team')).to.equal(true);
  });

  it('draws a hundred of a thousand people and finds the rest', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ person: person(`p${index}`, `Person ${index}`) }));
    const { host, picked } = await opened({ options: many, me: null, allowNone: false, selected: null });
    expect(all(host, 'option').length).to.equal(100);
    await type(host, '999');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([{ type: 'person', personId: 'p999' }]);
  });
});
