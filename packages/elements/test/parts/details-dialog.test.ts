import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { BackendError } from '@followthrough/core/backend';
import { RULES } from '@followthrough/core/domain';
import type { Action, ActionPatch, ActionState } from '@followthrough/core/schema';
import type { DetailsDialogSpec } from '../../src/parts/details-dialog.ts';
import './parts-host.ts';
import { action, ANA, PEOPLE, type PartsHost, TODAY, ZOE } from './parts-host.ts';
import {
  all,
  focused,
  focusedName,
  has,
  isAccessible,
  nameOf,
  opens,
  press,
  settled,
  textOf,
  the,
  type,
  until,
} from './roles.ts';

interface Opened {
  host: PartsHost;
  saved: ActionPatch[];
  states: ActionState[];
  deleted: number[];
  /** The action becomes another one under the dialog. */
  becomes: (next: Action | undefined) => Promise<void>;
}

async function opened(of: Action = action(), spec: Partial<DetailsDialogSpec> = {}): Promise<Opened> {
  const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
  let now: Action | undefined = of;
  const saved: ActionPatch[] = [];
  const states: ActionState[] = [];
  const deleted: number[] = [];
  host.anchor.focus();
  host.details.open(host.anchor, {
    action: () => now,
    me: 'ana',
    people: new Map(PEOPLE.map((one) => [one.id, one])),
    parties: [ANA, ZOE],
    contextName: 'With Zoë Lindqvist',
    today: TODAY,
    onSave: (patch) => Promise.resolve(saved.push(patch)),
    onState: (state) => states.push(state),
    onDelete: () => deleted.push(1),
    explain: () =>
      Promise.resolve({
        actionId: 'a1',
        start: null,
        due: {
          date: '2026-11-29',
          basis: 'fixed',
          steps: [
            {
              ...{ type: 'rule', rule: { type: 'fixed', date: '2026-11-29' }, date: '2026-11-29' },
              ...{ setBy: 'ana', setAt: '2026-11-02T12:00:00Z' },
            },
          ],
        },
      }),
    ...spec,
  });
  await settled(host);
  const becomes = async (next: Action | undefined) => {
    now = next;
    host.requestUpdate();
    await settled(host);
  };
  return { host, saved, states, deleted, becomes };
}

const title = (host: PartsHost) => the(host, 'textbox', 'Title') as HTMLTextAreaElement;
const words = (host: PartsHost) => textOf(host.renderRoot.querySelector('dialog'));

async function retitle(host: PartsHost, text: string): Promise<void> {
  title(host).focus();
  title(host).select();
  await type(host, text);
}

describe('the details of an action', () => {
  it('are accessible, to edit, to read and in conflict', async () => {
    const { host, becomes } = await opened(action({ description: 'See https://example.com.' }, -3));
    await isAccessible(host);
    await retitle(host, 'Mine');
    await becomes(action({ title: 'Theirs', description: 'See https://example.com.' }));
    await isAccessible(host);
    await becomes(action({ may: { edit: 'personal-owner', setState: 'manager-or-report', delete: 'deleter-only' } }));
    await isAccessible(host);
  });

  it('are a modal dialog named by the title, with focus on itself', async () => {
    const { host } = await opened();
    const dialog = the(host, 'dialog', 'Details of “Send the deck”');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(focused(host)).to.equal(dialog);
  });

  it('tell all there is: status, assignee, due date, place, who made it', async () => {
    const { host } = await opened();
    for (const fact of ['To do', 'Ana Pereira', 'With Zoë Lindqvist', '2 Nov 2026'])
      expect(words(host)).to.contain(fact);
  });

  it('tell a late closing as one', async () => {
    const done = action(
      {
        state: 'done',
        status: 'doneLate',
        late: true,
        closed: { at: '2026-11-25T12:00:00Z', by: 'zoe', due: '2026-11-20' },
      },
      -6,
    );
    const { host } = await opened(done);
    expect(words(host)).to.match(/Closed.*by Zoë Lindqvist, late/);
  });

  it('show addresses of a description as links, and its text to change on demand', async () => {
    const { host } = await opened(action({ description: 'See https://example.com/deck, not javascript:alert(1)' }));
    expect(all(host, 'link').map((link) => link.getAttribute('href'))).to.deep.equal(['https://example.com/deck']);
    the(host, 'button', 'Edit description').click();
    await settled(host);
    expect(focusedName(host)).to.equal('Description');
  });

  it('save what was changed and nothing else, and close', async () => {
    const { host, saved } = await opened();
    await retitle(host, 'Send it');
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(saved).to.deep.equal([{ title: 'Send it' }]);
    expect(host.details.isOpen).to.equal(false);
    expect(focused(host)).to.equal(host.anchor);
  });

  it('save on Enter in the title, and on Ctrl+Enter anywhere', async () => {
    const { host, saved } = await opened();
    await retitle(host, 'Send it');
    await press(host, 'Enter');
    expect(saved).to.deep.equal([{ title: 'Send it' }]);
    const second = await opened();
    (the(second.host, 'textbox', 'Description') as HTMLTextAreaElement).focus();
    await type(second.host, 'More');
    await press(second.host, 'Control+Enter');
    expect(second.saved).to.deep.equal([{ description: 'More' }]);
  });

  it('save nothing where nothing was changed', async () => {
    const { host, saved } = await opened();
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(saved).to.deep.equal([]);
    expect(host.details.isOpen).to.equal(false);
  });

  it('change the due date and the assignee with the pickers', async () => {
    const { host, saved } = await opened();
    the(host, 'button', /^Due date: Due/).click();
    await opens(host);
    await type(host, 'tomorrow');
    await press(host, 'Enter');
    the(host, 'button', 'Assignee: Ana Pereira').click();
    await opens(host);
    await type(host, 'zoe');
    await press(host, 'Enter');
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(saved).to.deep.equal([
      { assignee: { type: 'person', personId: 'zoe' }, due: { rule: { type: 'fixed', date: '2026-11-27' } } },
    ]);
  });

  it('set the status at once', async () => {
    const { host, states } = await opened();
    the(host, 'button', 'Status: To do').click();
    await opens(host);
    await press(host, 'ArrowDown', 'Enter');
    expect(states).to.deep.equal(['done']);
    expect(host.details.isOpen).to.equal(true);
  });

  it('delete, and close', async () => {
    const { host, deleted } = await opened();
    the(host, 'button', 'Delete').click();
    await settled(host);
    expect(deleted).to.deep.equal([1]);
    expect(host.details.isOpen).to.equal(false);
  });

  it('explain the date in words', async () => {
    const { host } = await opened();
    the(host, 'button', 'Why this date?').click();
    await until(
      () => words(host).includes('Set to Sunday, 29 November 2026 by Ana Pereira on 2 Nov 2026'),
      'the date is explained',
    );
  });

  it('tell times on the clock of the place, and name its zone where the reader’s clock says otherwise', async () => {
    const made = action({ createdAt: '2026-11-02T23:30:00Z' });
    const { host } = await opened(made, { timeZone: 'Pacific/Kiritimati' });
    expect(words(host)).to.contain('Created 3 Nov 2026, 13:30 GMT+14 by Ana Pereira');
    the(host, 'button', 'Why this date?').click();
    await until(() => words(host).includes('by Ana Pereira on 3 Nov 2026, 02:00 GMT+14'), 'the date is explained');
  });

  it('say why a date cannot be explained', async () => {
    const { host } = await opened(action(), { explain: () => Promise.reject(new BackendError('network')) });
    the(host, 'button', 'Why this date?').click();
    await settled(host);
    expect(words(host)).to.contain('The server does not answer.');
  });
});

describe('what a reader may not do', () => {
  const withheld = action({
    description: 'Some words',
    may: { edit: 'action-or-relationship-creator', setState: true, delete: 'action-or-relationship-creator-deletes' },
  });

  it('is text and no field, with the rule’s sentence', async () => {
    const { host } = await opened(withheld);
    expect(all(host, 'textbox')).to.deep.equal([]);
    expect(has(host, 'button', /^(Save|Delete|Assignee|Due date)/)).to.equal(false);
    expect(words(host)).to.contain(RULES['action-or-relationship-creator']);
    expect(words(host)).to.contain(RULES['action-or-relationship-creator-deletes']);
  });

  it('leaves the status to whoever may set it', async () => {
    const { host } = await opened(withheld);
    expect(has(host, 'button', 'Status: To do')).to.equal(true);
  });
});

describe('what was typed', () => {
  it('is not let go on Escape without asking', async () => {
    const { host } = await opened();
    await retitle(host, 'Mine');
    await press(host, 'Escape');
    expect(host.details.isOpen).to.equal(true);
    expect(words(host)).to.contain('Discard your changes?');
    expect(focusedName(host)).to.equal('Keep editing');
    await press(host, 'Escape');
    expect(title(host).value).to.equal('Mine');
    await press(host, 'Escape');
    the(host, 'button', 'Discard').click();
    await settled(host);
    expect(host.details.isOpen).to.equal(false);
  });

  it('is asked about on a press beside the dialog too', async () => {
    const { host } = await opened();
    await retitle(host, 'Mine');
    await sendMouse({ type: 'click', position: [5, 300] });
    await settled(host);
    expect(words(host)).to.contain('Discard your changes?');
  });

  it('closes at once on Escape where nothing was changed', async () => {
    const { host } = await opened();
    await press(host, 'Escape');
    expect(host.details.isOpen).to.equal(false);
    expect(focused(host)).to.equal(host.anchor);
  });

  it('closes a menu in the dialog first', async () => {
    const { host } = await opened();
    the(host, 'button', 'Status: To do').click();
    await opens(host);
    await press(host, 'Escape');
    expect(host.details.isOpen).to.equal(true);
    expect(focusedName(host)).to.equal('Status: To do');
  });

  it('stays when the save fails, with the reason', async () => {
    const { host } = await opened(action(), { onSave: () => Promise.reject(new BackendError('network')) });
    await retitle(host, 'Mine');
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(title(host).value).to.equal('Mine');
    expect(words(host)).to.contain('No answer from the server.');
  });

  it('stays when the save was cancelled or refused', async () => {
    const { host } = await opened(action(), { onSave: () => Promise.resolve(null) });
    await retitle(host, 'Mine');
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(title(host).value).to.equal('Mine');
    expect(words(host)).to.contain('It was not saved.');
  });

  it('stays when the action is gone, and says so', async () => {
    const { host, becomes } = await opened();
    await retitle(host, 'Mine');
    await becomes(undefined);
    expect(title(host).value).to.equal('Mine');
    expect(words(host)).to.contain('This action is no longer there.');
    expect(the(host, 'button', 'Save').getAttribute('aria-disabled')).to.equal('true');
  });

  it('must be a title, of at most 500 characters', async () => {
    const { host, saved } = await opened();
    await retitle(host, ' ');
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(words(host)).to.contain('An action needs a title.');
    title(host).value = 'x'.repeat(501);
    title(host).dispatchEvent(new InputEvent('input'));
    await settled(host);
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(words(host)).to.contain('At most 500 characters.');
    expect(saved).to.deep.equal([]);
  });

  it('gives focus to what the host names where the row has gone', async () => {
    const { host } = await opened();
    host.anchored = false;
    host.requestUpdate();
    await settled(host);
    await press(host, 'Escape');
    expect(focused(host)).to.equal(host.fallback);
  });
});

describe('somebody else’s change', () => {
  it('is taken over where the field was left alone', async () => {
    const { host, saved, becomes } = await opened();
    await retitle(host, 'Mine');
    await becomes(action({ description: 'Theirs', version: 2 }));
    expect(words(host)).to.contain('Theirs');
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(saved).to.deep.equal([{ title: 'Mine' }]);
  });

  it('is shown beside one’s own of the same field, and nothing is saved meanwhile', async () => {
    const { host, saved, becomes } = await opened();
    await retitle(host, 'Mine');
    await becomes(action({ title: 'Theirs', version: 2, updatedBy: ZOE.id }));
    const conflict = host.renderRoot.querySelector('.details-conflict');
    expect(textOf(conflict)).to.contain('Title was changed by Zoë Lindqvist meanwhile.');
    expect([...(conflict?.querySelectorAll('dd') ?? [])].map(textOf)).to.deep.equal(['Mine', 'Theirs']);
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(saved).to.deep.equal([]);
  });

  it('is somebody’s where the backend does not say whose', async () => {
    const { host, becomes } = await opened();
    await retitle(host, 'Mine');
    await becomes(action({ title: 'Theirs', version: 2, updatedBy: null }));
    expect(words(host)).to.contain('Title was changed by somebody else meanwhile.');
  });

  it('gives way on Keep mine', async () => {
    const { host, saved, becomes } = await opened();
    await retitle(host, 'Mine');
    await becomes(action({ title: 'Theirs', version: 2 }));
    the(host, 'button', 'Keep mine').click();
    await settled(host);
    the(host, 'button', 'Save').click();
    await settled(host);
    expect(saved).to.deep.equal([{ title: 'Mine' }]);
  });

  it('stands on Take theirs', async () => {
    const { host, becomes } = await opened();
    await retitle(host, 'Mine');
    await becomes(action({ title: 'Theirs', version: 2 }));
    the(host, 'button', 'Take theirs').click();
    await settled(host);
    expect(title(host).value).to.equal('Theirs');
    expect(all(host, 'button').map(nameOf)).not.to.include('Keep mine');
  });

  it('is no conflict where both wrote the same', async () => {
    const { host, becomes } = await opened();
    await retitle(host, 'Same');
    await becomes(action({ title: 'Same', version: 2 }));
    expect(host.renderRoot.querySelector('.details-conflict')).to.equal(null);
  });
});
