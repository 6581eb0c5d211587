import { expect, fixture, html } from '@open-wc/testing';
import * as fc from 'fast-check';
import { BackendError } from '@followthrough/core/backend';
import './parts-host.ts';
import { OF_OTHERS, type PartsHost, PERSONAL, WITH_ZOE } from './parts-host.ts';
import {
  descriptionOf,
  focused,
  focusedName,
  has,
  isAccessible,
  opens,
  press,
  settled,
  textOf,
  the,
  type,
  until,
} from './roles.ts';
import type { QuickAddSpec } from '../../src/parts/quick-add.ts';

async function shown(spec: Partial<QuickAddSpec> = {}): Promise<PartsHost> {
  const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
  host.shows = 'quickAdd';
  host.quickAddSpec = spec;
  host.requestUpdate();
  await settled(host);
  host.quickAdd.focus();
  // What reads dates and names arrives with the first focus.
  await until(() => host.renderRoot.querySelector('.quick-add-chips') !== null, 'the chips');
  return host;
}

const field = (host: PartsHost) => the(host, 'textbox', 'New action') as HTMLInputElement;
const problem = (host: PartsHost) => textOf(host.renderRoot.querySelector('#quick-add-problem'));
/** What waits beside the field, as it is told. */
const waiting = (host: PartsHost) => [...host.renderRoot.querySelectorAll('.quick-add-returned > span')].map(textOf);
const due = (date: string) => ({ rule: { type: 'fixed', date } });

describe('adding an action', () => {
  it('is accessible, empty and with all that it can understand', async () => {
    const host = await shown();
    await isAccessible(host);
    await type(host, 'Send the deck fri @zo');
    await isAccessible(host);
  });

  it('adds by one line: the date, the person and the place are cut from the title', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri @zoe #okafor');
    await press(host, 'Enter');
    expect(host.added).to.deep.equal([
      {
        draft: {
          context: { type: 'relationship', relationshipId: 'r-tom' },
          title: 'Send the deck',
          due: due('2026-11-27'),
          assignee: { type: 'person', personId: 'zoe' },
        },
        openDetails: false,
      },
    ]);
  });

  it('stays in the empty field, ready for the next one in the same place', async () => {
    const host = await shown();
    await type(host, 'Ring Zoë fri #okafor');
    await press(host, 'Enter');
    expect(focusedName(host)).to.equal('New action');
    expect(field(host).value).to.equal('');
    await type(host, 'Write fri');
    await press(host, 'Enter');
    expect(host.added[1]?.draft.context).to.deep.equal(OF_OTHERS.value);
  });

  it('adds and asks for the details on Shift+Enter', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    await press(host, 'Shift+Enter');
    expect(host.added[0]?.openDetails).to.equal(true);
  });

  it('adds by its button', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    the(host, 'button', 'Add').click();
    await settled(host);
    expect(host.added.length).to.equal(1);
  });

  it('shows what it understood as chips, with the words they come from', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri @zoe');
    expect(has(host, 'button', 'Due Friday, 27 November 2026, understood from “fri”')).to.equal(true);
    expect(has(host, 'button', 'Assigned to Zoë Lindqvist, understood from “@zoe”')).to.equal(true);
    expect(field(host).value).to.equal('Send the deck fri @zoe');
  });

  it('keeps dismissed words as part of the title', async () => {
    const host = await shown({ contexts: [PERSONAL] });
    await type(host, 'Learn to cook fri');
    the(host, 'button', 'Keep “fri” as text').click();
    await settled(host);
    expect(focusedName(host)).to.equal('New action');
    await press(host, 'Enter');
    expect(host.added[0]?.draft).to.deep.equal({
      context: { type: 'personal' },
      title: 'Learn to cook fri',
      due: null,
    });
  });

  it('points at the last chip on Backspace, and dismisses it on the next', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    await press(host, 'Backspace');
    expect(field(host).value).to.equal('Send the deck fri');
    expect(host.renderRoot.querySelector('.pointed [data-facet="due"]')).to.exist;
    await press(host, 'Backspace');
    expect(field(host).value).to.equal('Send the deck fri');
    expect(has(host, 'button', 'Due date')).to.equal(true);
    await press(host, 'Backspace');
    expect(field(host).value).to.equal('Send the deck fr');
  });

  it('lets go of the chip pointed at when typing goes on', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    await press(host, 'Backspace');
    await type(host, ' x');
    expect(host.renderRoot.querySelector('.pointed')).to.equal(null);
  });

  it('takes Backspace elsewhere for what it is', async () => {
    const host = await shown();
    await type(host, 'fri send it');
    await press(host, 'Backspace');
    expect(field(host).value).to.equal('fri send i');
  });

  it('leaves what an input method composes alone', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    field(host).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await settled(host);
    expect(host.added).to.deep.equal([]);
  });

  it('clears on Escape, and lets Escape through once there is nothing to clear', async () => {
    const host = await shown();
    const heard: string[] = [];
    host.addEventListener('keydown', (event) => heard.push(event.key));
    await type(host, 'x');
    heard.length = 0;
    await press(host, 'Escape');
    expect(field(host).value).to.equal('');
    expect(heard).to.deep.equal([]);
    await press(host, 'Escape');
    expect(heard).to.deep.equal(['Escape']);
  });
});

describe('before the field has had focus', () => {
  it('is one quiet row', async () => {
    const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
    host.shows = 'quickAdd';
    host.requestUpdate();
    await settled(host);
    await isAccessible(host);
    expect(has(host, 'button', /Goes to|Due date/)).to.equal(false);
  });

  it('loses nothing that is typed, or sent, before what reads it has come', async () => {
    const host = await fixture<PartsHost>(html`<parts-host></parts-host>`);
    host.shows = 'quickAdd';
    host.requestUpdate();
    await settled(host);
    field(host).value = 'Send the deck fri';
    field(host).dispatchEvent(new InputEvent('input', { bubbles: true }));
    field(host).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until(() => host.added.length === 1, 'the action is added');
    expect(host.added[0]?.draft.title).to.equal('Send the deck');
  });
});

describe('where it goes and whose it is', () => {
  it('offers relationships and Personal by name', async () => {
    const host = await shown();
    the(host, 'button', 'Goes to Zoë Lindqvist').click();
    await opens(host);
    expect(focusedName(host)).to.equal('Relationship or Personal');
    await type(host, 'pers');
    await press(host, 'Enter');
    expect(has(host, 'button', 'Goes to Personal')).to.equal(true);
    expect(focusedName(host)).to.equal('New action');
  });

  it('discloses who sees a personal action', async () => {
    const host = await shown({ contexts: [PERSONAL] });
    await type(host, 'Read');
    expect(textOf(host.renderRoot.querySelector('.quick-add'))).to.contain(
      'Visible to people who can see your relationship actions',
    );
  });

  it('asks for no assignee of a personal action', async () => {
    const host = await shown({ contexts: [PERSONAL] });
    expect(has(host, 'button', /Assigned/)).to.equal(false);
  });

  it('offers no choice of place in a list of one', async () => {
    const host = await shown({ fixedContext: WITH_ZOE });
    expect(has(host, 'button', /Goes to/)).to.equal(false);
    await type(host, 'Send the deck fri #personal');
    await press(host, 'Enter');
    expect(host.added[0]?.draft.context).to.deep.equal(WITH_ZOE.value);
    expect(host.added[0]?.draft.title).to.contain('#personal');
  });

  it('is the viewer’s by default, where they are a party', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    await press(host, 'Enter');
    expect(host.added[0]?.draft.assignee).to.deep.equal({ type: 'person', personId: 'ana' });
  });

  it('is the report’s by default, where the viewer is none of the two', async () => {
    const host = await shown({ fixedContext: OF_OTHERS });
    await type(host, 'Send the deck fri');
    await press(host, 'Enter');
    expect(host.added[0]?.draft.assignee).to.deep.equal({ type: 'person', personId: 'tom' });
  });

  it('understands @me', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri @me');
    expect(has(host, 'button', 'Assigned to Ana Pereira, understood from “@me”')).to.equal(true);
  });

  it('lets a date picked by hand stand over a typed one, whose words stay', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    the(host, 'button', /^Due Friday/).click();
    await opens(host);
    await type(host, 'eom');
    await press(host, 'Enter', 'Enter');
    expect(host.added[0]?.draft).to.include({ title: 'Send the deck fri' });
    expect(host.added[0]?.draft.due).to.deep.equal(due('2026-11-30'));
  });

  it('picks an assignee by name, accents aside', async () => {
    const host = await shown();
    await type(host, 'Send the deck fri');
    the(host, 'button', 'Assigned to Ana Pereira').click();
    await opens(host);
    await type(host, 'zoe');
    await press(host, 'Enter', 'Enter');
    expect(host.added[0]?.draft.assignee).to.deep.equal({ type: 'person', personId: 'zoe' });
  });
});

describe('what cannot be added', () => {
  it('is said of an empty title', async () => {
    const host = await shown();
    await press(host, 'Enter');
    expect(problem(host)).to.equal('Type what is to be done.');
    expect(host.added).to.deep.equal([]);
  });

  it('is said of a title that is a date alone', async () => {
    const host = await shown();
    await type(host, 'tomorrow');
    await press(host, 'Enter');
    expect(problem(host)).to.equal('Type what is to be done.');
    expect(field(host).value).to.equal('tomorrow');
  });

  it('is said of a title too long, counted as people count', async () => {
    const host = await shown({ contexts: [PERSONAL] });
    field(host).value = '🙂'.repeat(501);
    field(host).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await press(host, 'Enter');
    expect(problem(host)).to.equal('At most 500 characters.');
    expect(field(host).getAttribute('aria-invalid')).to.equal('true');
    expect([...field(host).value].length).to.equal(501);
  });

  it('takes a title of exactly 500 characters', async () => {
    const host = await shown({ contexts: [PERSONAL] });
    field(host).value = '🙂'.repeat(500);
    field(host).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await press(host, 'Enter');
    expect(host.added.length).to.equal(1);
  });

  it('is said at the date’s chip where a relationship’s action has none; the text stays', async () => {
    const host = await shown();
    await type(host, 'Send the deck');
    await press(host, 'Enter');
    expect(host.added).to.deep.equal([]);
    expect(descriptionOf(the(host, 'button', 'Due date'))).to.match(/^Pick a due date/);
    expect(field(host).value).to.equal('Send the deck');
    await type(host, ' fri');
    await press(host, 'Enter');
    expect(host.added.length).to.equal(1);
    expect(problem(host)).to.equal('');
  });

  it('comes back with its reason when the backend refuses', async () => {
    const host = await shown();
    host.answer = () => Promise.reject(new BackendError('forbidden', { rule: 'manager-or-report' }));
    await type(host, 'Send the deck fri');
    await press(host, 'Enter');
    expect(field(host).value).to.equal('Send the deck fri');
    expect(problem(host)).to.equal('Only the manager and the report of the relationship can do this.');
  });

  it('comes back when it was cancelled', async () => {
    const host = await shown();
    host.answer = () => Promise.resolve(null);
    await type(host, 'Send the deck fri');
    await press(host, 'Enter');
    expect(field(host).value).to.equal('Send the deck fri');
  });

  it('waits beside what was typed meanwhile, and is put back on demand', async () => {
    const host = await shown();
    let refuse: (error: BackendError) => void = () => {};
    host.answer = () => new Promise((_, reject) => (refuse = reject));
    await type(host, 'Ring the bank fri');
    await press(host, 'Enter');
    await type(host, 'Second');
    refuse(new BackendError('network'));
    await settled(host);
    expect(field(host).value).to.equal('Second');
    expect(textOf(host.renderRoot.querySelector('.quick-add-returned'))).to.contain(
      '“Ring the bank fri” was not added.',
    );
    the(host, 'button', 'Put back').click();
    await settled(host);
    expect(field(host).value).to.equal('Ring the bank fri');
    expect(focused(host)).to.equal(field(host));
  });

  it('waits behind another that was refused before it, and gives up its place to what is put back', async () => {
    const host = await shown({ contexts: [PERSONAL] });
    const refuse: ((error: BackendError) => void)[] = [];
    host.answer = () => new Promise((_, reject) => refuse.push(reject));
    for (const title of ['First', 'Second']) {
      await type(host, title);
      await press(host, 'Enter');
    }
    await type(host, 'Third');
    for (const one of refuse) one(new BackendError('forbidden'));
    await settled(host);
    const told = (title: string) => `“${title}” was not added. You may not do this.`;
    expect(waiting(host)).to.deep.equal([told('First'), told('Second')]);
    await isAccessible(host);
    (host.renderRoot.querySelector('.quick-add-returned button') as HTMLElement).click();
    await settled(host);
    expect(field(host).value).to.equal('First');
    expect(problem(host)).to.equal('You may not do this.');
    expect(waiting(host)).to.deep.equal(['“Third” waits here.', told('Second')]);
    await isAccessible(host);
    (host.renderRoot.querySelector('.quick-add-returned button') as HTMLElement).click();
    await settled(host);
    expect(field(host).value).to.equal('Third');
    expect(problem(host)).to.equal('');
    expect(waiting(host)).to.deep.equal([told('First'), told('Second')]);
    the(host, 'group', 'New action');
  });

  it('is on the page as long as nobody added it or let it go, whatever else is done', async () => {
    const steps = fc.array(
      fc.tuple(
        fc.constantFrom('type', 'type', 'send', 'send', 'refuse', 'refuse', 'accept', 'putBack', 'dismiss'),
        fc.nat(5),
      ),
      { minLength: 10, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const host = await shown({ contexts: [PERSONAL] });
        const sent: { title: string; refuse: () => void; accept: () => void }[] = [];
        const onSubmit: QuickAddSpec['onSubmit'] = ({ title }) =>
          new Promise((resolve, reject) => {
            sent.push({ title, refuse: () => reject(new BackendError('forbidden')), accept: () => resolve({}) });
          });
        host.quickAddSpec = { contexts: [PERSONAL], onSubmit };
        host.requestUpdate();
        /** Typed, and neither sent nor let go; or sent, and refused. */
        const owed = new Set<string>();
        for (const [index, [step, pick]] of taken.entries()) {
          const returned = [...host.renderRoot.querySelectorAll('.quick-add-returned')];
          const one = returned[pick % Math.max(1, returned.length)];
          const title = /“(.*?)”/.exec(textOf(one ?? null))?.[1] ?? '';
          switch (step) {
            case 'type': {
              const typed = `${field(host).value}x${index}.`;
              owed.delete(field(host).value);
              owed.add(typed);
              field(host).value = typed;
              field(host).dispatchEvent(new InputEvent('input', { bubbles: true }));
              break;
            }
            case 'send':
              owed.delete(field(host).value);
              field(host).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
              break;
            case 'refuse':
              for (const answered of sent.splice(pick % Math.max(1, sent.length), 1)) {
                answered.refuse();
                owed.add(answered.title);
              }
              break;
            case 'accept':
              for (const answered of sent.splice(pick % Math.max(1, sent.length), 1)) answered.accept();
              break;
            case 'putBack':
              one?.querySelector('button')?.click();
              break;
            case 'dismiss':
              one?.querySelectorAll('button')[1]?.click();
              owed.delete(title);
              break;
          }
          await settled(host);
          const shownTexts = [field(host).value, ...waiting(host).map((told) => /“(.*?)”/.exec(told)?.[1] ?? '')];
          expect(shownTexts.filter((text) => text !== '').sort()).to.deep.equal(
            [...owed].filter((text) => text !== '').sort(),
          );
        }
        host.remove();
      }),
      { numRuns: 25 },
    );
  }).timeout(60_000);
});
