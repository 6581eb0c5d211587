import { expect, fixture, html } from '@open-wc/testing';
import { RULES } from '@followthrough/core/domain';
import type { Action, ActionState, CivilDate } from '@followthrough/core/schema';
import './parts-host.ts';
import { action, type PartsHost, TODAY } from './parts-host.ts';
import {
  all,
  descriptionOf,
  focused,
  focusedName,
  has,
  isAccessible,
  nameOf,
  opens,
  press,
  settled,
  the,
  type,
} from './roles.ts';

async function newHost(): Promise<PartsHost> {
  const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
  host.anchor.focus();
  return host;
}

describe('the status menu', () => {
  async function opened(of: Action): Promise<{ host: PartsHost; picked: ActionState[] }> {
    const host = await newHost();
    const picked: ActionState[] = [];
    host.status.open(host.anchor, { action: of, today: TODAY, onPick: (state) => picked.push(state) });
    await opens(host);
    return { host, picked };
  }

  it('is accessible', async () => {
    const { host } = await opened(action());
    await isAccessible(host);
  });

  it('offers the states as one choice, with the present one chosen', async () => {
    const { host } = await opened(action());
    expect(the(host, 'menu', 'Status of “Send the deck”')).to.exist;
    expect(all(host, 'menuitemradio').map(nameOf)).to.deep.equal(['To do', 'Done', 'Not done']);
    expect(the(host, 'menuitemradio', 'To do').getAttribute('aria-checked')).to.equal('true');
  });

  it('sets another state by keys and gives focus back', async () => {
    const { host, picked } = await opened(action());
    await press(host, 'ArrowDown', 'Enter');
    expect(picked).to.deep.equal(['done']);
    expect(focused(host)).to.equal(host.anchor);
  });

  it('withholds Not done before the action is overdue, and says which rule does', async () => {
    const { host, picked } = await opened(action({}, 0));
    const item = the(host, 'menuitemradio', 'Not done');
    expect(item.getAttribute('aria-disabled')).to.equal('true');
    expect(descriptionOf(item)).to.equal(RULES['not-done-only-when-overdue']);
    await press(host, 'End', 'Enter');
    expect(picked).to.deep.equal([]);
    expect(focusedName(host)).to.equal('Not done');
  });

  it('offers Not done once it is overdue', async () => {
    const { host, picked } = await opened(action({}, -1));
    await press(host, 'End', 'Enter');
    expect(picked).to.deep.equal(['notDone']);
  });

  it('moves to what is typed in a page that runs the other way too', async () => {
    const host = await newHost();
    Object.assign(host, { lang: 'ar', dir: 'rtl' });
    host.status.open(host.anchor, { action: action({}, -1), today: TODAY, onPick: () => undefined });
    await opens(host);
    await type(host, 'n');
    expect(focusedName(host)).to.equal('\u2066Not done\u2069');
  });

  it('does nothing where the present state is picked', async () => {
    const { host, picked } = await opened(action());
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
    expect(host.status.isOpen).to.equal(false);
  });

  it('withholds every other state from one who may not set it, with the reason', async () => {
    const { host } = await opened(
      action({ may: { edit: 'manager-or-report', setState: 'manager-or-report', delete: true } }),
    );
    expect(descriptionOf(the(host, 'menuitemradio', 'Done'))).to.equal(RULES['manager-or-report']);
  });
});

describe('a menu', () => {
  async function opened(): Promise<PartsHost> {
    const host = await newHost();
    const labels = ['Edit', 'Duplicate', 'Delete', 'Details'];
    host.menu.open(host.anchor, { label: 'More', items: () => labels.map((label) => ({ label, onPick: () => {} })) });
    await opens(host);
    return host;
  }

  const table: [string, string[], string][] = [
    ['Arrow Down goes to the next', ['ArrowDown'], 'Duplicate'],
    ['Arrow Down goes round from the last to the first', ['End', 'ArrowDown'], 'Edit'],
    ['Arrow Up goes round from the first to the last', ['ArrowUp'], 'Details'],
    ['Home goes to the first', ['End', 'Home'], 'Edit'],
    ['End goes to the last', ['End'], 'Details'],
    ['a letter goes to the next that begins with it', ['d'], 'Duplicate'],
  ];
  for (const [what, keys, name] of table) {
    it(what, async () => {
      const host = await opened();
      await press(host, ...keys);
      expect(focusedName(host)).to.equal(name);
    });
  }

  it('several letters go to what begins with them', async () => {
    const host = await opened();
    await type(host, 'det');
    expect(focusedName(host)).to.equal('Details');
  });

  it('closes on Tab', async () => {
    const host = await opened();
    await press(host, 'Tab');
    expect(host.menu.isOpen).to.equal(false);
  });

  it('stays open while checkboxes are ticked', async () => {
    const host = await newHost();
    let checked = false;
    host.menu.open(host.anchor, {
      label: 'Columns',
      items: () => [{ label: 'Updated', kind: 'checkbox', checked, onPick: () => (checked = !checked) }],
    });
    await opens(host);
    await press(host, ' ');
    expect(the(host, 'menuitemcheckbox', 'Updated').getAttribute('aria-checked')).to.equal('true');
    expect(host.menu.isOpen).to.equal(true);
  });
});

describe('the reschedule menu', () => {
  async function opened(date: CivilDate | null): Promise<{ host: PartsHost; picked: (CivilDate | null)[] }> {
    const host = await newHost();
    const picked: (CivilDate | null)[] = [];
    host.reschedule.open(host.anchor, { date, today: TODAY, clearable: false, onPick: (one) => picked.push(one) });
    await opens(host);
    return { host, picked };
  }

  it('is accessible', async () => {
    const { host } = await opened('2026-11-26');
    await isAccessible(host);
  });

  const table: [string, CivilDate | null, string, CivilDate][] = [
    ['a day later than its date', '2026-12-03', 'One day later', '2026-12-04'],
    ['a day later than today, where its date has passed', '2026-11-01', 'One day later', '2026-11-27'],
    ['a day later than today, where it has none', null, 'One day later', '2026-11-27'],
    ['next week', '2026-11-26', 'Next week', '2026-11-30'],
    ['in two weeks', '2026-11-26', 'In two weeks', '2026-12-10'],
    ['the end of the month', '2026-11-26', 'End of month', '2026-11-30'],
  ];
  for (const [what, date, name, expected] of table) {
    it(`moves to ${what}`, async () => {
      const { host, picked } = await opened(date);
      the(host, 'menuitem', new RegExp(`^${name} `)).click();
      expect(picked).to.deep.equal([expected]);
    });
  }

  it('shows the date that each name stands for', async () => {
    const { host } = await opened('2026-11-26');
    expect(the(host, 'menuitem', 'Next week Mon 30 Nov')).to.exist;
  });

  it('leads on to picking any date', async () => {
    const { host } = await opened('2026-11-26');
    await press(host, 'End', 'Enter');
    await settled(host);
    expect(has(host, 'dialog', 'Due date') || host.pickers.isOpen).to.equal(true);
    await press(host, 'Escape');
    expect(focused(host)).to.equal(host.anchor);
  });
});
