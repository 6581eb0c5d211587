import { expect } from '@open-wc/testing';
import type { Id, PlannedDateDraft } from '@followthrough/core/schema';
import type { PlanDueSpec } from '../../src/parts/plan-due-editor.ts';
import { after, done, dueOf, finished, on, type PlanPartsHost, type PlanScene, planScene } from './plan-scene.ts';
import {
  all,
  descriptionOf,
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
} from './roles.ts';

interface Opened extends PlanScene {
  picked: (PlannedDateDraft | null)[];
}

async function opened(id: Id, over: Partial<PlanDueSpec> = {}, scene?: PlanScene): Promise<Opened> {
  const its = scene ?? (await planScene());
  const { host, plan, store } = its;
  const picked: (PlannedDateDraft | null)[] = [];
  const field = over.field ?? 'due';
  host.anchor.focus();
  host.due.open(host.anchor, {
    field,
    actionId: id,
    date: its.action(id)[field],
    plan: plan(),
    calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
    preview: (draft) => store.preview([{ type: 'update', actionId: id, patch: { [field]: draft } }]),
    onPick: (draft) => picked.push(draft),
    ...over,
  });
  await settled(host);
  await settled(host);
  return { ...its, picked };
}

const preview = (host: PlanPartsHost) => textOf(host.renderRoot.querySelector('#plan-due-preview'));
const said = (host: PlanPartsHost) => textOf(host.renderRoot.querySelector('#plan-due-typed'));
const comes = (host: PlanPartsHost, text: string) =>
  until(() => preview(host) === text, `“${text}”, not “${preview(host)}”`);
const field = (host: PlanPartsHost) => the(host, 'textbox', 'Type a date or a rule') as HTMLInputElement;
const anchorField = (host: PlanPartsHost) => the(host, 'combobox', 'What it rests on') as HTMLInputElement;
const select = (host: PlanPartsHost, name: string) =>
  [...host.renderRoot.querySelectorAll('select')].find((one) => nameOf(one) === name) as HTMLSelectElement;
const isChecked = (host: PlanPartsHost, name: string) =>
  the(host, 'radio', name).getAttribute('aria-checked') === 'true';

/** Opens the list of what can be rested on. */
async function list(host: PlanPartsHost): Promise<void> {
  anchorField(host).focus();
  anchorField(host).click();
  await settled(host);
}

async function choose(host: PlanPartsHost, name: string, value: string): Promise<void> {
  const one = select(host, name);
  one.value = value;
  one.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(host);
}

describe('the editor of a plan’s date', () => {
  it('is accessible as a date', async () => {
    const { host } = await opened('kick');
    expect(isChecked(host, 'Date')).to.equal(true);
    await isAccessible(host);
  });

  it('is accessible as a rule, and with its list open', async () => {
    const { host } = await opened('pilot');
    expect(isChecked(host, 'Relative')).to.equal(true);
    await isAccessible(host);
    anchorField(host).focus();
    await press(host, 'ArrowDown');
    await isAccessible(host);
  });

  it('begins in its field, which is described by what the date comes to', async () => {
    const { host } = await opened('pilot');
    expect(focusedName(host)).to.equal('Type a date or a rule');
    await comes(host, '→ Thursday, 3 December 2026 · estimate: “Kick-off” is not done yet');
    expect(descriptionOf(field(host))).to.contain('→ Thursday, 3 December 2026');
  });

  it('goes by Tab from the field to the switch, the parts, and the buttons, and round again', async () => {
    const { host } = await opened('pilot');
    const names: string[] = [];
    for (let stop = 0; stop < 10; stop++) {
      await press(host, 'Tab');
      names.push(focusedName(host));
    }
    expect(names).to.deep.equal([
      ...['Relative', 'How many', 'Unit', 'After or before', 'What it rests on', 'Which day of it', 'On a day off'],
      ...['Remove date', 'Set the date', 'Type a date or a rule'],
    ]);
  });
});

describe('a rule that is typed', () => {
  it('fills in the parts, tells what it comes to, and is set on Enter', async () => {
    const { host, picked } = await opened('redlines');
    await type(host, '3 business days after kick-off');
    expect(isChecked(host, 'Relative')).to.equal(true);
    await comes(host, '→ Thursday, 3 December 2026 · estimate: “Kick-off” is not done yet · moves 1 other date');
    expect((the(host, 'textbox', 'How many') as HTMLInputElement).value).to.equal('3');
    expect(select(host, 'Unit').value).to.equal('businessDay');
    expect(anchorField(host).value).to.equal('Kick-off');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([
      { rule: { type: 'relative', amount: 3, unit: 'businessDay', anchor: done('kick') } },
    ]);
    expect(focused(host)).to.equal(host.anchor);
  });

  it('says a date before what is due', async () => {
    const { host, picked } = await opened('redlines');
    await type(host, '1 week before launch');
    await comes(host, '→ Saturday, 28 November 2026 · estimate: so is the due date of “Launch” · moves 1 other date');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([{ rule: { type: 'relative', amount: -1, unit: 'week', anchor: dueOf('launch') } }]);
  });

  it('waits for what has no date', async () => {
    const { host } = await opened('kick');
    await type(host, '2 days after legal review');
    await comes(host, 'No date yet: it waits for “Legal review” · moves 2 other dates');
  });

  it('asks which is meant where several are called so', async () => {
    const { host, picked } = await opened('launch');
    await type(host, '1 day after send');
    expect(said(host)).to.equal('');
    field(host).select();
    await type(host, '1 day after s');
    expect(said(host)).to.match(/^2 things are called so. Which one\?/);
    expect(picked).to.deep.equal([]);
    the(host, 'button', '1 day after “Sign the contract” is done').click();
    await settled(host);
    expect(anchorField(host).value).to.equal('Sign the contract');
  });

  it('says why it is not allowed, and keeps what was typed', async () => {
    const { host, picked } = await opened('launch');
    await type(host, '2 days before legal review');
    expect(said(host)).to.contain('Nobody knows the day before something is done.');
    expect(field(host).getAttribute('aria-invalid')).to.equal('true');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
    expect(field(host).value).to.equal('2 days before legal review');
  });

  it('says that nothing is called so', async () => {
    const { host } = await opened('launch');
    await type(host, '2 days after the moon landing');
    expect(said(host)).to.equal('Nothing in this plan is called “the moon landing”.');
  });

  it('says on Enter that it is not understood', async () => {
    const { host, picked } = await opened('launch');
    await type(host, 'whenever');
    expect(said(host)).to.equal('');
    await press(host, 'Enter');
    expect(said(host)).to.match(/^Not understood/);
    expect(picked).to.deep.equal([]);
    expect(field(host).value).to.equal('whenever');
  });

  it('that closes a loop is refused with its names in order', async () => {
    const { host, picked } = await opened('kick');
    await type(host, '1 day after launch');
    await comes(host, 'Would close a loop: Kick-off → Launch → Pilot → Kick-off');
    await press(host, 'Enter');
    await settled(host);
    expect(picked).to.deep.equal([]);
    expect(focused(host)).to.equal(anchorField(host));
    expect(anchorField(host).getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(anchorField(host))).to.contain('Would close a loop');
    await isAccessible(host);
  });

  it('that rests on its own section is a loop through it', async () => {
    const { host } = await opened('redlines');
    await type(host, '1 day after legal review');
    await comes(host, 'Would close a loop: Legal review → Send the redlines → Legal review');
  });
});

describe('a rule by its parts', () => {
  it('is made by keyboard alone', async () => {
    const { host, picked } = await opened('kick');
    await press(host, 'Tab');
    expect(focusedName(host)).to.equal('Date');
    await press(host, 'ArrowRight');
    expect(focusedName(host)).to.equal('Relative');
    expect(preview(host)).to.equal('Choose what it rests on.');
    await press(host, 'Tab');
    await type(host, '5');
    await press(host, 'Tab', 'Tab', 'Tab');
    expect(focusedName(host)).to.equal('What it rests on');
    await type(host, 'redl');
    expect(all(host, 'option').map(nameOf)).to.deep.equal(['Send the redlines']);
    await press(host, 'Enter');
    await comes(host, 'No date yet: it waits for “Send the redlines” · moves 2 other dates');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([after(5, done('redlines'))]);
  });

  it('offers the room’s making, the sections, and the actions under their sections', async () => {
    const { host } = await opened('pilot');
    await list(host);
    expect(all(host, 'option').map(nameOf)).to.deep.equal([
      ...['The room was created', 'Getting started', 'Legal review'],
      ...['Kick-off', 'Pilot', 'Launch', 'Sign the contract', 'Send the redlines'],
    ]);
    expect(all(host, 'group').map(nameOf)).to.deep.equal(['Sections', 'Getting started', 'Legal review']);
    await press(host, 'Escape');
    expect(host.due.isOpen, 'the list alone closes').to.equal(true);
    expect(all(host, 'option')).to.deep.equal([]);
  });

  it('offers the action itself, and refuses it once chosen', async () => {
    const { host } = await opened('pilot');
    await list(host);
    the(host, 'option', 'Pilot').click();
    await settled(host);
    expect(anchorField(host).value).to.equal('Pilot');
    await comes(host, 'Would close a loop: Pilot → Pilot');
  });

  it('has no day before something is done, and says so', async () => {
    const { host } = await opened('pilot');
    const before = () => select(host, 'After or before').options[1] as HTMLOptionElement;
    expect(before().disabled).to.equal(true);
    expect(descriptionOf(select(host, 'After or before'))).to.equal('“Before” goes with a due date only.');
    await choose(host, 'Which day of it', 'actionDue');
    expect(before().disabled).to.equal(false);
    await choose(host, 'After or before', 'before');
    await comes(host, '→ Friday, 27 November 2026 · moves 1 other date');
  });

  it('moves off a day off where it counts days, and not where it counts business days', async () => {
    const { host, picked } = await opened('launch');
    await choose(host, 'On a day off', 'next');
    await comes(host, '→ Monday, 7 December 2026 · estimate: so is the due date of “Pilot”');
    await choose(host, 'Unit', 'businessDay');
    expect(textOf(host.renderRoot.querySelector('.plan-due-weekend'))).to.contain('never end on a day off');
    the(host, 'button', 'Set the date').click();
    await until(() => picked.length === 1, 'it is picked');
    expect(picked).to.deep.equal([
      { rule: { type: 'relative', amount: 2, unit: 'businessDay', anchor: dueOf('pilot') } },
    ]);
  });

  it('complains of an amount that is none, there and then', async () => {
    const { host, picked } = await opened('pilot');
    const amount = the(host, 'textbox', 'How many') as HTMLInputElement;
    amount.focus();
    amount.select();
    await type(host, 'x');
    await comes(host, 'A whole number from 0 to 10,000.');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
    expect(amount.getAttribute('aria-invalid')).to.equal('true');
    expect(focused(host)).to.equal(amount);
  });

  it('says nothing new where it is the same rule', async () => {
    const { host, picked } = await opened('pilot');
    await press(host, 'Enter');
    await settled(host);
    expect(picked).to.deep.equal([]);
    expect(host.due.isOpen).to.equal(false);
  });
});

describe('a date', () => {
  it('is set at once where there is no rule', async () => {
    const { host, picked } = await opened('kick');
    the(host, 'button', /^Tomorrow/).click();
    expect(picked).to.deep.equal([on('2026-11-27')]);
  });

  it('that is typed tells what it moves, and is set on Enter', async () => {
    const { host, picked } = await opened('kick');
    await type(host, '2 dec');
    await comes(host, '→ Wednesday, 2 December 2026 · moves 2 other dates');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([on('2026-12-02')]);
  });

  it('is removed', async () => {
    const { host, picked } = await opened('kick');
    the(host, 'button', 'Remove date').click();
    expect(picked).to.deep.equal([null]);
  });

  it('beside a rule asks whether it pins or replaces it; pinning comes first', async () => {
    const { host, picked } = await opened('pilot');
    await type(host, '2 dec');
    expect(isChecked(host, 'Date')).to.equal(true);
    await press(host, 'Enter');
    expect(picked).to.deep.equal([]);
    expect(focusedName(host)).to.equal('Pin to 2 Dec');
    await isAccessible(host);
    await press(host, 'Enter');
    expect(picked).to.deep.equal([after(3, done('kick'), '2026-12-02')]);
  });

  it('can take a rule’s place', async () => {
    const { host, picked } = await opened('pilot');
    the(host, 'radio', 'Date').click();
    await settled(host);
    host.renderRoot.querySelector<HTMLElement>('[data-date="2026-12-10"]')?.click();
    await settled(host);
    the(host, 'button', 'Replace the rule').click();
    expect(picked).to.deep.equal([on('2026-12-10')]);
  });
});

describe('a pinned date', () => {
  async function pinned(): Promise<Opened> {
    const scene = await planScene();
    await scene.edit('pilot', { due: after(3, done('kick'), '2026-12-15') });
    return opened('pilot', {}, scene);
  }

  it('says what would stand otherwise', async () => {
    const { host } = await pinned();
    expect(isChecked(host, 'Date')).to.equal(true);
    expect(textOf(host.renderRoot.querySelector('.plan-due-pin'))).to.equal(
      'Pinned to 15 Dec · otherwise 3 days after “Kick-off” is done Unpin',
    );
    await isAccessible(host);
  });

  it('is unpinned in one step', async () => {
    const { host, picked } = await pinned();
    the(host, 'button', 'Unpin').click();
    expect(picked).to.deep.equal([after(3, done('kick'))]);
    expect(host.due.isOpen).to.equal(false);
  });

  it('is pinned to another day, the rule kept', async () => {
    const { host, picked } = await pinned();
    await type(host, '16 dec');
    await press(host, 'Enter', 'Enter');
    expect(picked).to.deep.equal([after(3, done('kick'), '2026-12-16')]);
  });
});

describe('a start date', () => {
  it('may rest on its own due date', async () => {
    const { host, picked } = await opened('kick', { field: 'start' });
    expect(has(host, 'dialog', 'Start date') || host.due.isOpen).to.equal(true);
    await type(host, '3 days before kick-off');
    await comes(host, '→ Friday, 27 November 2026');
    await press(host, 'Enter');
    expect(picked).to.deep.equal([after(-3, dueOf('kick'))]);
  });
});

describe('what it comes to', () => {
  it('is told of the latest question, and a failure to ask does not stop the pick', async () => {
    const { host, picked } = await opened('kick', {
      preview: () => Promise.reject(Object.assign(new Error('gone'), { code: 'network', errors: [] })),
    });
    await type(host, '2 days after legal review');
    await comes(host, 'The server does not answer.');
    await press(host, 'Enter');
    await until(() => picked.length === 1, 'it is picked');
    expect(picked).to.deep.equal([after(2, finished('legal'))]);
  });
});
