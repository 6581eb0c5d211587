// What a person typed survives every failure: it stays, or comes back, with the reason in words.
import { expect } from '@open-wc/testing';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { RULES } from '@followthrough/core/domain';
import type { ActionList } from '../../src/action-list/class.ts';
import { press, the, type } from '../parts/roles.ts';
import { backendFor, focusedIn, listOn, rowOf, settled, titles, toastOf } from './fixture.ts';
import { waitUntil } from '../parts/wait.ts';

type Update = Backend['actions']['update'];

/** A backend that answers changed fields like this. */
function updating(update: (real: Backend, ...change: Parameters<Update>) => ReturnType<Update>): Backend {
  const real = backendFor();
  return { ...real, actions: { ...real.actions, update: (...change) => update(real, ...change) } };
}

const refusing = (error: BackendError) => updating(() => Promise.reject(error));

const REFUSALS: readonly [string, BackendError, string][] = [
  ['a rule', new BackendError('forbidden', { rule: 'manager-or-report' }), RULES['manager-or-report']],
  [
    'a limit',
    new BackendError('validation', {
      errors: [{ pointer: '/title', code: 'invalid', message: 'must have at most 500 characters' }],
    }),
    'At most 500 characters.',
  ],
  ['a session that is over', new BackendError('token-expired'), 'Your session has ended'],
];

/** The passing ones, with what the person reads. */
const OUTAGES: readonly [string, BackendError['code'], string][] = [
  ['no network', 'network', 'No answer from the server. Your change is kept here.'],
  ['a server that is not available', 'unavailable', 'Something went wrong.'],
];

/** Lets the page catch up. */
async function until(found: () => unknown, message: string): Promise<void> {
  await waitUntil(() => Boolean(found()), message);
}

function dialogOf(list: ActionList): HTMLDialogElement | null {
  return list.renderRoot.querySelector<HTMLDialogElement>('dialog.details[open]');
}

function write(list: ActionList, name: string, text: string): void {
  const field = the(list, 'textbox', name) as HTMLTextAreaElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Opens the details of “Book a room”, changes both texts and saves. */
async function saveDetails(list: ActionList): Promise<void> {
  list.focusItem('a3');
  await press(list, 'Enter');
  await until(() => dialogOf(list), 'the details do not open');
  write(list, 'Title', 'Book the large room');
  await settled(list);
  write(list, 'Description', 'With a whiteboard');
  await settled(list);
  the(list, 'button', 'Save').click();
  await settled(list);
}

function expectTyped(list: ActionList): void {
  expect((the(list, 'textbox', 'Title') as HTMLTextAreaElement).value).to.equal('Book the large room');
  const description = list.renderRoot.querySelector<HTMLTextAreaElement>('.details-text');
  expect(description?.value ?? dialogOf(list)?.textContent).to.contain('With a whiteboard');
}

const faultOf = (list: ActionList) => list.renderRoot.querySelector('#details-fault')?.textContent ?? '';

describe('What was typed into the details', () => {
  for (const [what, error, reason] of REFUSALS) {
    it(`stays, with the reason, where ${what} refuses it`, async () => {
      const list = await listOn({ backend: refusing(error) });
      await saveDetails(list);
      await until(() => faultOf(list).includes(reason), `says “${faultOf(list)}”`);
      expectTyped(list);
      expect(the(list, 'button', 'Save').getAttribute('aria-disabled')).to.equal(null);
    });
  }

  it('stays beside what somebody else wrote meanwhile, and is saved once it is decided', async () => {
    let first = true;
    const backend = updating(async (real, id, patch, options) => {
      // Somebody else was faster by a moment.
      if (first) await real.actions.update(id, { title: 'Book a boat' }, { version: options.version, intent: 'other' });
      first = false;
      return real.actions.update(id, patch, options);
    });
    const list = await listOn({ backend });
    await saveDetails(list);
    await until(() => dialogOf(list)?.textContent?.includes('Book a boat'), 'the other title is not shown');
    expectTyped(list);
    the(list, 'button', 'Keep mine').click();
    await settled(list);
    the(list, 'button', 'Save').click();
    await until(() => dialogOf(list) === null, 'it is not saved');
    expect(titles(list)).to.include('Book the large room');
  });

  for (const [what, code, reason] of OUTAGES) {
    it(`is sent when it can be, and the dialog says what it waits for, with ${what}`, async () => {
      let broken = true;
      const backend = updating((real, ...change) =>
        broken ? Promise.reject(new BackendError(code)) : real.actions.update(...change),
      );
      const list = await listOn({ backend });
      await saveDetails(list);
      await until(() => faultOf(list).includes(reason), `says “${faultOf(list)}”`);
      expectTyped(list);
      broken = false;
      the(list, 'button', 'Try again').click();
      await until(() => dialogOf(list) === null, 'it hangs');
      expect(titles(list)).to.include('Book the large room');
    });
  }

  it('can be left while it waits: the row says that it is not saved', async () => {
    const list = await listOn({ backend: refusing(new BackendError('network')) });
    await saveDetails(list);
    await until(() => faultOf(list) !== '', 'nothing is said');
    const close = [...(dialogOf(list)?.querySelectorAll('.details-foot button') ?? [])].find(
      (button) => button.textContent?.trim() === 'Close',
    );
    (close as HTMLElement).click();
    await settled(list);
    expect(dialogOf(list)).to.equal(null);
    expect(rowOf(list, 'Book the large room').textContent).to.contain('Not saved.');
  });

  it('is offered again where it is refused after the details were closed', async () => {
    let refuse: (error: BackendError) => void = () => undefined;
    const backend = updating(() => new Promise((_, reject) => (refuse = reject)));
    const list = await listOn({ backend });
    await saveDetails(list);
    await press(list, 'Escape');
    expect(dialogOf(list)).to.equal(null);
    refuse(new BackendError('forbidden', { rule: 'manager-or-report' }));
    await until(() => toastOf(list).includes(RULES['manager-or-report']), `says “${toastOf(list)}”`);
    await settled(list);
    const again = [...list.renderRoot.querySelectorAll<HTMLElement>('[part="toast"] button')].find(
      (button) => button.textContent?.trim() === 'Open',
    );
    again?.click();
    await until(() => dialogOf(list), 'the details do not open again');
    expectTyped(list);
  });
});

describe('A title typed in its row', () => {
  const input = (list: ActionList) => list.renderRoot.querySelector<HTMLInputElement>('.title-input');

  async function rename(list: ActionList, id: string, title: string): Promise<void> {
    list.focusItem(id);
    await press(list, 'F2');
    await type(list, title);
    await press(list, 'Enter');
  }

  for (const [what, error, reason] of REFUSALS) {
    it(`comes back into its field, with the reason, where ${what} refuses it`, async () => {
      const list = await listOn({ backend: refusing(error) });
      await rename(list, 'a3', 'Book a barn');
      await until(() => input(list)?.value === 'Book a barn', 'the text is lost');
      expect(list.renderRoot.querySelector('#title-fault')?.textContent).to.contain(reason);
      expect(focusedIn(list)).to.equal(input(list));
      input(list)?.blur();
      await settled(list);
      expect(input(list)?.value).to.equal('Book a barn');
      input(list)?.focus();
      await press(list, 'Escape');
      expect(titles(list)).to.include('Book a room');
    });
  }

  it('is not typed over where it comes back while somebody types on', async () => {
    const list = await listOn({ backend: refusing(new BackendError('forbidden')) });
    await rename(list, 'a3', 'Book a barn');
    await until(() => input(list)?.value === 'Book a barn', 'the text is lost');
    await settled(list);
    await type(list, '!');
    expect(input(list)?.value).to.equal('Book a barn!');
  });

  it('is said to be too long before anything is sent, counted as people count, and stays', async () => {
    let sent = 0;
    const list = await listOn({ backend: updating((real, ...change) => (sent++, real.actions.update(...change))) });
    list.focusItem('a3');
    await press(list, 'F2');
    const write = (text: string) => {
      (input(list) as HTMLInputElement).value = text;
    };
    write('🙂'.repeat(501));
    await press(list, 'Enter');
    const fault = list.renderRoot.querySelector('#title-fault');
    expect(fault?.textContent).to.equal('At most 500 characters.');
    expect(fault?.getAttribute('role')).to.equal('alert');
    input(list)?.blur();
    await settled(list);
    expect(input(list)?.value).to.equal('🙂'.repeat(501));
    expect([sent, toastOf(list)]).to.deep.equal([0, '']);
    input(list)?.focus();
    write('🙂'.repeat(500));
    await press(list, 'Enter');
    await until(() => titles(list).includes('🙂'.repeat(500)), 'it is not saved');
  });

  it('waits for its turn where another title is being typed', async () => {
    let refuse: (error: BackendError) => void = () => undefined;
    const backend = updating(() => new Promise((_, reject) => (refuse = reject)));
    const list = await listOn({ backend });
    await rename(list, 'a3', 'Book a barn');
    list.focusItem('a1');
    await press(list, 'F2');
    await type(list, 'Half a ti');
    refuse(new BackendError('forbidden', { rule: 'manager-or-report' }));
    await settled(list);
    expect(input(list)?.value).to.equal('Half a ti');
    await press(list, 'Escape');
    await until(() => input(list)?.value === 'Book a barn', 'the text is lost');
  });

  it('is shown as not saved, with a way to try again, while there is no network', async () => {
    let broken = true;
    const backend = updating((real, ...change) =>
      broken ? Promise.reject(new BackendError('network')) : real.actions.update(...change),
    );
    const list = await listOn({ backend });
    await rename(list, 'a3', 'Book a barn');
    await until(() => list.renderRoot.querySelector('.retry'), 'no way to try again');
    expect(rowOf(list, 'Book a barn').matches('.failed')).to.equal(true);
    broken = false;
    list.renderRoot.querySelector<HTMLElement>('.retry')?.click();
    await until(() => !list.renderRoot.querySelector('.retry'), 'it is not sent');
    expect(titles(list)).to.include('Book a barn');
  });

  it('is told where its action is gone', async () => {
    const list = await listOn({ backend: refusing(new BackendError('not-found')) });
    await rename(list, 'a3', 'Book a barn');
    await until(() => /“Book a barn” was not saved/.test(toastOf(list)), `says “${toastOf(list)}”`);
  });
});

describe('An action typed into the line that adds', () => {
  const field = (list: ActionList) => list.renderRoot.querySelector('.quick-add-field') as HTMLInputElement;

  for (const [what, error, reason] of REFUSALS) {
    it(`comes back, with the reason, where ${what} refuses it`, async () => {
      const real = backendFor();
      const list = await listOn({
        backend: { ...real, actions: { ...real.actions, create: () => Promise.reject(error) } },
      });
      list.openCreate();
      await type(list, 'Do not lose me');
      await press(list, 'Enter');
      const said = () => list.renderRoot.querySelector('[part="quick-add"]')?.textContent ?? '';
      await until(() => said().includes(reason), `says “${said()}”`);
      expect(field(list).value).to.equal('Do not lose me');
    });
  }
});
