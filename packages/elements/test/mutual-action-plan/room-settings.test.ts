// The settings of a room: changed by whoever may, over what somebody else changed meanwhile, and the room deleted and brought
// back.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { MutualActionPlan } from '../../src/mutual-action-plan/class.ts';
import { all, has, isAccessible, nameOf, textOf, the } from '../parts/roles.ts';
import { litWarnings, outline, planOn, roomOn } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

const field = <T extends HTMLElement = HTMLInputElement>(plan: MutualActionPlan, name: string): T =>
  (name === 'name'
    ? the(plan, 'textbox', 'Name of the room')
    : plan.renderRoot.querySelector<HTMLElement>('#room-zone')) as T;

async function openSettings(plan: MutualActionPlan): Promise<void> {
  the(plan, 'button', 'More').click();
  await waitUntil(() => has(plan, 'menuitem', 'Room settings…'), 'no menu');
  the(plan, 'menuitem', 'Room settings…').click();
  await waitUntil(() => has(plan, 'dialog', 'Room settings'), 'no form');
}

async function type(plan: MutualActionPlan, text: string): Promise<void> {
  field(plan, 'name').select();
  await sendKeys({ type: text });
}

const closed = (plan: MutualActionPlan) => waitUntil(() => !has(plan, 'dialog', 'Room settings'), 'it stays open');
const members = (plan: MutualActionPlan) =>
  [...plan.renderRoot.querySelectorAll('.settings-member')].map((one) => textOf(one));

describe('the settings of a room', () => {
  it('are accessible and free of Lit warnings', async () => {
    const { plan } = await roomOn();
    await openSettings(plan);
    expect(document.activeElement?.shadowRoot?.activeElement).to.equal(field(plan, 'name'));
    await isAccessible(plan);
    expect(litWarnings()).to.deep.equal([]);
  }).timeout(30_000);

  it('change name, clock and members in one step, and tell the page', async () => {
    const { plan, as } = await roomOn();
    const told: string[] = [];
    plan.addEventListener('room-updated', (event) => told.push(event.type));
    await openSettings(plan);
    await type(plan, 'Globex, second try');
    const zone = field<HTMLSelectElement>(plan, 'zone');
    zone.focus();
    await plan.updateComplete;
    zone.value = 'Asia/Tokyo';
    zone.dispatchEvent(new Event('change'));
    the(plan, 'button', 'Take Ben Okafor out of the room').click();
    await plan.updateComplete;
    expect(members(plan)).to.have.length(1);
    the(plan, 'button', 'Save').click();
    await closed(plan);
    const room = await as('ada').rooms.get('room');
    expect([room.name, room.timeZone, room.memberIds]).to.deep.equal(['Globex, second try', 'Asia/Tokyo', ['ada']]);
    expect(textOf(plan.renderRoot.querySelector('[part="title"]'))).to.equal('Globex, second try');
    expect(told).to.deep.equal(['room-updated']);
    the(plan, 'button', 'Undo').click();
    await waitUntil(async () => (await as('ada').rooms.get('room')).name === 'Globex evaluation', 'not undone');
    expect((await as('ada').rooms.get('room')).memberIds).to.include('ben');
  });

  it('write nothing where nothing was changed, and nothing where they are let be', async () => {
    const { plan, as } = await roomOn();
    const { version } = await as('ada').rooms.get('room');
    await openSettings(plan);
    the(plan, 'button', 'Save').click();
    await closed(plan);
    await openSettings(plan);
    await type(plan, 'Another');
    await sendKeys({ press: 'Escape' });
    await closed(plan);
    expect((await as('ada').rooms.get('room')).version).to.equal(version);
  });

  it('want a name', async () => {
    const { plan } = await roomOn();
    await openSettings(plan);
    await type(plan, ' ');
    the(plan, 'button', 'Save').click();
    await waitUntil(() => textOf(plan.renderRoot.querySelector('#room-name-fault')) === 'Type a name.', 'not told');
    expect(field(plan, 'name').getAttribute('aria-invalid')).to.equal('true');
  });

  it('are saved over what somebody else changed of other fields', async () => {
    const { plan, as } = await roomOn();
    await openSettings(plan);
    const { version } = await as('ben').rooms.get('room');
    await as('ben').rooms.update('room', { timeZone: 'Asia/Tokyo' }, { version });
    await type(plan, 'Mine');
    the(plan, 'button', 'Save').click();
    await closed(plan);
    const room = await as('ada').rooms.get('room');
    expect([room.name, room.timeZone]).to.deep.equal(['Mine', 'Asia/Tokyo']);
  });

  it('show what somebody else made of the same field, and save what is chosen', async () => {
    for (const [choice, result] of [
      ['Keep mine', 'Mine'],
      ['Take theirs', 'Theirs'],
    ] as const) {
      const { plan, as } = await roomOn();
      await openSettings(plan);
      const { version } = await as('ben').rooms.get('room');
      await as('ben').rooms.update('room', { name: 'Theirs' }, { version });
      await type(plan, 'Mine');
      the(plan, 'button', 'Save').click();
      await waitUntil(() => has(plan, 'group', 'Name of the room: changed by Ben Okafor meanwhile.'), 'not shown');
      await isAccessible(plan);
      expect(field(plan, 'name').value, 'what was typed').to.equal('Mine');
      the(plan, 'button', choice).click();
      await plan.updateComplete;
      the(plan, 'button', 'Save').click();
      await closed(plan);
      expect((await as('ada').rooms.get('room')).name).to.equal(result);
    }
  }).timeout(30_000);

  it('keep what was typed where it could not be saved', async () => {
    const { as } = await roomOn();
    const ada = as('ada');
    let fails = true;
    const update: Backend['rooms']['update'] = (...call) =>
      fails ? Promise.reject(new BackendError('unavailable')) : ada.rooms.update(...call);
    const plan = await planOn({ backend: { ...ada, rooms: { ...ada.rooms, update } } });
    await openSettings(plan);
    await type(plan, 'Typed');
    the(plan, 'button', 'Save').click();
    await waitUntil(() => textOf(plan.renderRoot.querySelector('.settings-fault')) !== '', 'not told');
    expect(field(plan, 'name').value).to.equal('Typed');
    fails = false;
    the(plan, 'button', 'Save').click();
    await closed(plan);
    expect((await ada.rooms.get('room')).name).to.equal('Typed');
  });

  it('tell what is wrong beside its field', async () => {
    const { as } = await roomOn();
    const ada = as('ada');
    const errors = [{ pointer: '/memberIds/1', code: 'unknown-person', message: 'must be a person of the workspace' }];
    const update = () => Promise.reject(new BackendError('validation', { errors }));
    const plan = await planOn({ backend: { ...ada, rooms: { ...ada.rooms, update } } });
    await openSettings(plan);
    await type(plan, 'Typed');
    the(plan, 'button', 'Save').click();
    const fault = () => textOf(plan.renderRoot.querySelector('#room-members-fault'));
    await waitUntil(() => fault() === 'must be a person of the workspace', 'not told');
  });

  it('delete the room once that is meant, and bring it back', async () => {
    const { plan, as } = await roomOn();
    const told: string[] = [];
    for (const name of ['room-deleted', 'room-restored']) plan.addEventListener(name, () => told.push(name));
    const before = outline(plan);
    await openSettings(plan);
    the(plan, 'button', 'Delete room').click();
    await plan.updateComplete;
    await sendKeys({ press: 'Escape' });
    await plan.updateComplete;
    expect(has(plan, 'button', 'Save'), 'it is let be').to.equal(true);
    the(plan, 'button', 'Delete room').click();
    await plan.updateComplete;
    the(plan, 'button', 'Delete').click();
    await waitUntil(
      () => plan.matches(':state(forbidden)') || plan.planStore?.$plan.get() === null,
      'it is still there',
    );
    await closed(plan);
    expect(outline(plan)).to.deep.equal([]);
    expect(nameOf(the(plan, 'button', 'Undo'))).to.equal('Undo');
    the(plan, 'button', 'Undo').click();
    await waitUntil(() => outline(plan).join() === before.join(), 'it is not back');
    expect((await as('gus').rooms.get('room')).name).to.equal('Globex evaluation');
    expect(told).to.deep.equal(['room-deleted', 'room-restored']);
  });

  it('are not for guests, nor where nothing can be changed', async () => {
    for (const [viewer, attributes] of [
      ['gus', {}],
      ['ada', { readonly: '' }],
    ] as const) {
      const { plan } = await roomOn(viewer, { attributes });
      the(plan, 'button', 'More').click();
      await waitUntil(() => all(plan, 'menuitem').length > 0, 'no menu');
      expect(has(plan, 'menuitem', 'Room settings…')).to.equal(false);
    }
  });
});
